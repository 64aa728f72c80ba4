// Pure rules of identity: what makes a password too easy, which mail domains are nobody's in particular.

/** Length of a password in characters (code points after NFKC). */
export const passwordLength = { min: 12, max: 200 };

const day = 24 * 60 * 60 * 1000;
/** How long each one-time link works, in milliseconds. */
export const linkLife = {
  invitation: 14 * day,
  'first-invitation': 14 * day,
  'sign-up': day,
  reset: 60 * 60 * 1000,
};

/** The commonest passwords of at least the least length, and those this platform's name suggests. Lower case, letters and digits only. */
const commonest = new Set(
  `123456789012 1234567890123 12345678901234 123456123456 123123123123 098765432109 112233445566 121212121212 147258369147
   password1234 password12345 password123456 passwordpassword passw0rd1234 mypassword123 changeme1234 changemenow1 letmeinplease
   letmein12345 welcome12345 welcome123456 iloveyou1234 iloveyouforever qwerty123456 qwerty12345678 qwertyuiop12 qwertyuiop123
   qwertyuiopasdf qwertyuiopasdfgh qwertyqwerty 1qaz2wsx3edc 1q2w3e4r5t6y 1q2w3e4r5t6y7u zaq12wsxcde3 asdfghjkl123 asdfghjklzxcv
   abcdefghijkl abcdefghijklm abc123abc123 abcd12345678 a123456789012 woaini1314520 woaini5201314 5201314520131 administrator
   administrator1 admin1234567 admin12345678 adminadminadmin superadmin123 trustno1trustno1 sunshine1234 princess1234 football1234
   baseball1234 dragon123456 monkey123456 master123456 michael12345 computer1234 internet1234 whatever1234 starwars1234
   malaysia1234 malaysiaboleh kualalumpur1 kualalumpur123 zhongguancun zhongguancun1 zhongguancun123 parkbridge12 parkbridge123
   parkbridge1234 mranti123456 mrantimranti beijing12345 beijing123456`.split(/\s+/),
);

/**
 * Why `password` is too easy to guess, as a message code, or null. Length is the schema's to check. `person` is the address and
 * name it must not be, which a guesser tries first.
 */
export function passwordProblem(password: string, person: { email: string; name: string }): string | null {
  const plain = bare(password);
  if (new Set(password.toLowerCase()).size <= 2 || commonest.has(plain)) return 'password-common';
  const local = person.email.slice(0, person.email.lastIndexOf('@'));
  const own = [person.email, local, person.name]
    .map((text) => letters(bare(text)))
    .filter((part) => part !== '');
  // Padding one's own name with digits, or saying it again and again, is the same guess.
  const said = letters(plain);
  return said !== '' && own.some((part) => said.replaceAll(part, '') === '') ? 'password-personal' : null;
}

const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const letters = (text: string): string => text.replace(/\p{N}/gu, '');

const publicMailDomains = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.com.my ymail.com icloud.com me.com mac.com
   aol.com proton.me protonmail.com gmx.com mail.com zoho.com yandex.com qq.com foxmail.com vip.qq.com 163.com 126.com yeah.net
   sina.com sina.cn sohu.com aliyun.com 139.com 189.cn wo.cn 21cn.com tm.net.my streamyx.com`.split(/\s+/),
);

/** Whether anyone at all can have an address there, so that it shows no one's park. */
export const isPublicMailDomain = (domain: string): boolean => publicMailDomains.has(domain);

/** The domain of a normalised address. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1);
