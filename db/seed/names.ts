// Names as people of each park have them, put together from parts. The parts are chosen so that no sum of them is the name of a
// person whom many would know.
import type { Random } from './random';

/** `address`: what stands before the @ of their mail. */
export type Named = { name: string; address: string };

const words = (text: string): string[] => text.trim().split(/\s*,\s*/);

const malay = {
  men: words(
    `Muhammad Haziq, Amirul Hakimi, Mohd Fadhil, Ahmad Naufal, Izwan, Syafiq, Muhammad Irfan, Danial Haikal, Zulhilmi, Azlan,
     Mohd Ridzuan, Firdaus, Luqman Hakim, Ahmad Taufik, Badrul Hisham, Nizam, Muhammad Arif, Khairul Anuar, Shahrul Nizam, Rosman,
     Mohd Saiful, Faris Iman, Hazwan, Ahmad Syukri, Muhammad Zikri`,
  ),
  women: words(
    `Nur Farhana, Nurul Syafiqah, Siti Rohana, Nur Athirah, Liyana, Nurul Husna, Norhayati, Suhaila, Fatin Nadhirah, Nur Aqilah,
     Mastura, Siti Zulaikha, Nur Diyana, Salwani, Raihan, Umairah, Nurul Balqis, Zahirah, Marlina, Siti Khadijah, Nor Azizah,
     Farah Adilah, Nur Sabrina, Hasnah, Wan Suraya`,
  ),
  fathers: words(
    `Abdul Rahim, Hassan, Ismail, Yusof, Zainal Abidin, Omar, Mat Zin, Shamsuddin, Kamaruddin, Othman, Abdul Halim, Salleh, Baharom,
     Roslan, Mansor, Ghazali, Hamid, Idris, Kassim, Abdul Latif, Musa, Nordin, Sulaiman, Talib, Abdul Wahab, Zakaria, Daud, Mat Isa`,
  ),
};

const chinese = {
  surnames: words(
    `Tan, Lim, Lee, Ng, Wong, Chan, Chong, Ong, Goh, Teoh, Yap, Khoo, Ooi, Lau, Chin, Foo, Liew, Low, Cheah, Tay, Koh, Loh, Hew, Kong`,
  ),
  men: words(
    `Wei Jie, Jun Hao, Kah Wai, Chee Keong, Zhi Xuan, Boon Hock, Kok Leong, Yong Sheng, Wai Kit, Jia Jun, Eng Huat, Teck Soon,
     Yi Hang, Choon Seng`,
  ),
  women: words(
    `Hui Min, Xin Yi, Siew Ling, Pei Shan, Jia Wen, Li Ting, Poh Choo, Sook Yee, Wan Qi, Yee Ling, Shu Ting, Kar Yan, Swee Lan, Mei Fong`,
  ),
  christian: {
    men: words('Jason, Desmond, Marcus, Adrian, Kelvin'),
    women: words('Rachel, Joanne, Michelle, Evelyn, Grace'),
  },
};

const indian = {
  men: words(
    'Kumaran, Saravanan, Vignesh, Prakash, Dinesh, Ganesan, Murali, Thinesh, Loganathan, Sathis, Arvind, Yogesh',
  ),
  women: words(
    'Priya, Thulasi, Shanti, Malathi, Vasantha, Yamuna, Revathi, Geetha, Sangeetha, Anjali, Komathi, Nirmala',
  ),
  fathers: words(
    'Muniandy, Krishnan, Arumugam, Velu, Letchumanan, Govindasamy, Perumal, Nadarajan, Sivalingam, Maniam, Kandasamy, Raju',
  ),
  sikhMen: words('Harvinder Singh, Gurdeep Singh, Manjit Singh'),
  sikhWomen: words('Harpreet Kaur, Amarjit Kaur, Jasvinder Kaur'),
  sikhFathers: words('Balbir Singh, Sarjit Singh, Mohinder Singh'),
};

const east = {
  // Iban and Bidayuh of Sarawak: anak for sons and daughters alike.
  dayakMen: words('Langgi, Edwin, Nyambong, Christopher, Jimbai, Kenneth'),
  dayakWomen: words('Magdalene, Senia, Rita, Linda, Sulau, Jacqueline'),
  dayakFathers: words('Jeli, Entri, Sait, Manggat, Ngumbang, Belayong'),
  // Malays of Sarawak: the title of the family goes before both names.
  titled: words('Hafizi, Zulkarnain, Fadzil, Iskandar'),
  titledWomen: words('Suhana, Rafidah, Norlela, Hamisah'),
  titledFathers: words('Sapuan, Mahmud, Drahman, Bujang'),
  // Kadazan-Dusun of Sabah, many of whom have bin and binti without being Malay.
  dusunMen: words('Jeremy, Roland, Welfred, Joisin'),
  dusunWomen: words('Jenny, Roslin, Fidelia, Veronica'),
  dusunFathers: words('Gampil, Kumin, Sabin, Majin, Tunding'),
};

const makers: readonly (readonly [(random: Random, woman: boolean) => string, number])[] = [
  [
    (random, woman) =>
      `${random.pick(woman ? malay.women : malay.men)} ${woman ? 'binti' : 'bin'} ${random.pick(malay.fathers)}`,
    56,
  ],
  [
    (random, woman) => {
      const own = `${random.pick(chinese.surnames)} ${random.pick(woman ? chinese.women : chinese.men)}`;
      const before = random.pick(woman ? chinese.christian.women : chinese.christian.men);
      return random.chance(0.22) ? `${before} ${own}` : own;
    },
    24,
  ],
  [
    (random, woman) => {
      const child = woman ? 'a/p' : 'a/l';
      return random.chance(0.15)
        ? `${random.pick(woman ? indian.sikhWomen : indian.sikhMen)} ${child} ${random.pick(indian.sikhFathers)}`
        : `${random.pick(woman ? indian.women : indian.men)} ${child} ${random.pick(indian.fathers)}`;
    },
    10,
  ],
  [
    (random, woman) =>
      `${random.pick(woman ? east.dayakWomen : east.dayakMen)} anak ${random.pick(east.dayakFathers)}`,
    5,
  ],
  [
    (random, woman) =>
      woman
        ? `Dayang ${random.pick(east.titledWomen)} binti Abang ${random.pick(east.titledFathers)}`
        : `Abang ${random.pick(east.titled)} bin Abang ${random.pick(east.titledFathers)}`,
    1.5,
  ],
  [
    (random, woman) =>
      `${random.pick(woman ? east.dusunWomen : east.dusunMen)} ${woman ? 'binti' : 'bin'} ${random.pick(east.dusunFathers)}`,
    3,
  ],
];

/** Surnames of mainland China as they are spread, with their pinyin. */
const surnames: readonly (readonly [string, number])[] = [
  ['王 wang', 7],
  ['李 li', 7],
  ['张 zhang', 6],
  ['刘 liu', 5],
  ['陈 chen', 4],
  ['杨 yang', 3],
  ['赵 zhao', 3],
  ['黄 huang', 2],
  ['周 zhou', 2],
  ['吴 wu', 2],
  ['徐 xu', 2],
  ['孙 sun', 2],
  ['马 ma', 2],
  ['朱 zhu', 1],
  ['胡 hu', 1],
  ['郭 guo', 1],
  ['何 he', 1],
  ['高 gao', 1],
  ['林 lin', 1],
  ['罗 luo', 1],
  ['郑 zheng', 1],
  ['梁 liang', 1],
  ['谢 xie', 1],
  ['宋 song', 1],
  ['唐 tang', 1],
  ['韩 han', 1],
  ['冯 feng', 1],
  ['董 dong', 1],
  ['程 cheng', 1],
  ['曹 cao', 1],
  ['袁 yuan', 1],
  ['邓 deng', 1],
  ['魏 wei', 1],
  ['沈 shen', 1],
  ['欧阳 ouyang', 0.3],
];

const given = words(
  `志远 zhiyuan, 建安 jianan, 立新 lixin, 文博 wenbo, 子墨 zimo, 立群 liqun, 德明 deming, 嘉树 jiashu, 书恒 shuheng, 广和 guanghe,
   少华 shaohua, 春生 chunsheng, 泽宇 zeyu, 景行 jingxing, 庆丰 qingfeng, 绍文 shaowen, 鹏程 pengcheng, 致和 zhihe, 永平 yongping,
   雨欣 yuxin, 思琪 siqi, 佳怡 jiayi, 欣妍 xinyan, 静雯 jingwen, 梦洁 mengjie, 雪莹 xueying, 诗涵 shihan, 婉清 wanqing, 雅文 yawen,
   可欣 kexin, 丽娟 lijuan, 春梅 chunmei, 凤兰 fenglan, 秀珍 xiuzhen, 晓岚 xiaolan, 雪芬 xuefen, 佳宁 jianing, 玉洁 yujie, 月华 yuehua,
   翀 chong, 珺 jun, 昱 yu, 琬 wan, 煦 xu`,
);

/** Makes names of one park that nobody has yet; `taken` grows with them. */
export function nameMaker(
  park: 'mranti' | 'z-park',
  random: Random,
  taken: { names: Set<string>; addresses: Set<string> },
): () => Named {
  const compose = park === 'mranti' ? malaysian : mainland;
  return () => {
    for (let tries = 0; tries < 10_000; tries += 1) {
      const { name, address } = compose(random);
      if (taken.names.has(name)) continue;
      let free = address;
      for (let number = 2; taken.addresses.has(`${park}/${free}`); number += 1) free = `${address}${number}`;
      taken.names.add(name);
      taken.addresses.add(`${park}/${free}`);
      return { name, address: free };
    }
    throw new Error('there are no more names');
  };
}

function malaysian(random: Random): Named {
  const name = random.weighted(makers)(random, random.chance(0.52));
  const own = name.split(/ (?:bin|binti|a\/l|a\/p|anak) /)[0] ?? name;
  return { name, address: own.toLowerCase().replaceAll(' ', '.') };
}

function mainland(random: Random): Named {
  const [surname = '', spelt = ''] = random.weighted(surnames).split(' ');
  const [own = '', speltOwn = ''] = random.pick(given).split(' ');
  return { name: surname + own, address: `${spelt}.${speltOwn}` };
}
