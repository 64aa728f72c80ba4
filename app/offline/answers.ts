// Answers in the form in which a page's router reads its data (turbo-stream, as Remix 2 uses it), for plain values only. Pure.

type Plain = string | number | boolean | null | { [name: string]: Plain } | Plain[];

/** turbo-stream's own sign for null. */
const nothing = -5;

/** `value` as turbo-stream writes it: a list of all there is in it, in which places are named by number. */
export function encode(value: Plain): string {
  const list: unknown[] = [];
  const add = (each: Plain): number => {
    if (each === null) return nothing;
    const place = list.push(null) - 1;
    if (Array.isArray(each)) list[place] = each.map(add);
    else if (typeof each === 'object') {
      list[place] = Object.fromEntries(
        Object.entries(each).map(([name, held]) => [`_${add(name)}`, add(held)] as const),
      );
    } else list[place] = each;
    return place;
  };
  add(value);
  return `${JSON.stringify(list)}\n`;
}

const headers = { 'Content-Type': 'text/x-script; charset=utf-8', 'X-Remix-Response': 'yes' };

type Redirect = { to: string; reload: boolean };
const redirectOf = ({ to, reload }: Redirect) => ({
  redirect: to,
  status: 302,
  revalidate: !reload,
  reload,
  replace: false,
});

/** Sends a page that sent a form on to another. */
export const actionRedirect = (redirect: Redirect): Response =>
  new Response(encode(redirectOf(redirect)), { status: 202, headers });

/** Answers a page that sent a form with data. */
export const actionData = (data: Plain): Response => new Response(encode({ data }), { headers });

/** Sends a page that asked for another page's data there as a whole. */
export function loaderReload(to: string): Response {
  const [first, ...rest] = JSON.parse(encode(redirectOf({ to, reload: true }))) as [Record<string, number>];
  // Behind a plugin's mark, every place is one further on.
  const moved = Object.fromEntries(
    Object.entries(first).map(([name, place]) => [`_${Number(name.slice(1)) + 1}`, place + 1]),
  );
  const list = [['SingleFetchRedirect', 1], moved, ...rest];
  return new Response(`${JSON.stringify(list)}\n`, { status: 202, headers });
}
