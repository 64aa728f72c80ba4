// Decides what an address in a text may be. Everything not named here is refused.
import type { Resources } from './schema';
import type { UrlUse } from './vocabulary.server';

export type Target =
  | { kind: 'https' | 'mailto'; href: string }
  | { kind: 'lesson'; id: string }
  | { kind: 'asset'; path: string }
  | { kind: 'fragment'; id: string };

export type UrlVerdict = { target: Target } | { problem: string };

const ACCEPTED = 'use https:, mailto:, lesson:…, assets/… or #… instead';
const ASSET = /^assets\/[^/?#%]+(?:\/[^/?#%]+)*$/;

/** `use` is what the address stands for; `link` is a Markdown link, which may go to any accepted target. */
export function checkUrl(url: string, use: UrlUse | 'link', resources: Resources): UrlVerdict {
  const shown = show(url);
  if (url === '') return { problem: 'This address is empty: write where it leads.' };
  // Browsers drop or rewrite these before reading the scheme, so no decision is safe on a text that has them.
  if (/[\p{C}\p{Z}\\]/u.test(url))
    return {
      problem: `The address ${shown} has a space, a backslash or an invisible character in it: remove it, and rename the file if its name has one.`,
    };
  const target = classify(url, shown, resources);
  if ('problem' in target) return target;
  return suits(target.target, use, shown, resources);
}

function classify(url: string, shown: string, resources: Resources): UrlVerdict {
  if (url.startsWith('#')) {
    return /^#[a-z][a-z0-9-]*$/.test(url)
      ? { target: { kind: 'fragment', id: url.slice(1) } }
      : { problem: `The address ${shown} does not name a heading: write it like #s2 or #s2-1.` };
  }
  if (url.startsWith('assets/')) {
    if (!ASSET.test(url) || url.split('/').some((part) => part === '.' || part === '..'))
      return { problem: `The address ${shown} is not a plain file name: write it like assets/funnel.svg.` };
    return resources.assets.has(url)
      ? { target: { kind: 'asset', path: url } }
      : {
          problem: `There is no file ${shown} in the course folder: add it there, or correct the name (capitals count).`,
        };
  }
  if (url.startsWith('//'))
    return { problem: `The address ${shown} lacks its beginning: write https: in front of it.` };
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined)
    return {
      problem: `The address ${shown} leads nowhere from here: for a lesson write lesson: and its id, for a file assets/ and its name, for a page elsewhere https://.`,
    };
  if (scheme === 'lesson') {
    const id = url.slice('lesson:'.length);
    return resources.lessons.has(id)
      ? { target: { kind: 'lesson', id } }
      : { problem: `This course has no lesson ${show(id)}: use an id from course.yml.` };
  }
  if (scheme === 'mailto') {
    return /^mailto:[^@,;:<>"()]+@[^@,;:<>"()]+$/i.test(url)
      ? { target: { kind: 'mailto', href: url } }
      : { problem: `The address ${shown} is not one e-mail address: write it like mailto:name@park.my.` };
  }
  if (scheme === 'https') {
    const parsed = /^https:\/\/[^/?#]/i.test(url) && URL.canParse(url) ? new URL(url) : undefined;
    if (!parsed)
      return { problem: `The address ${shown} is incomplete: write it like https://example.org/page.` };
    if (parsed.username !== '' || parsed.password !== '')
      return { problem: `The address ${shown} has a user name in it: remove everything up to the @.` };
    return { target: { kind: 'https', href: url } };
  }
  if (scheme === 'http')
    return { problem: `The address ${shown} is not secure: write https:// instead of http://.` };
  return { problem: `Addresses that begin with ${scheme}: are not possible in a lesson: ${ACCEPTED}.` };
}

function suits(target: Target, use: UrlUse | 'link', shown: string, resources: Resources): UrlVerdict {
  if (use === 'link') return { target };
  if (use === 'page') {
    return target.kind === 'https'
      ? { target }
      : { problem: `The address ${shown} must be a page elsewhere: write it with https:// in full.` };
  }
  if (target.kind !== 'asset')
    return {
      problem: `The file ${shown} must belong to this course: put it into the folder assets and write assets/ and its name.`,
    };
  const mediaType = resources.assets.get(target.path)?.mediaType ?? '';
  const wanted: Record<Exclude<UrlUse, 'page'>, [RegExp, string]> = {
    image: [/^image\//, 'a picture (SVG, PNG, JPEG, WebP or AVIF)'],
    video: [/^video\//, 'a video (WebM or MP4)'],
    captions: [/^text\/vtt/, 'a WebVTT file (.vtt)'],
    download: [/./, 'a file'],
  };
  const [pattern, what] = wanted[use];
  return pattern.test(mediaType)
    ? { target }
    : { problem: `The file ${shown} is not ${what}: name another file, or convert it.` };
}

const show = (url: string): string => {
  const plain = url.replace(/[\p{C}\p{Z}]/gu, '␠');
  return `"${plain.length > 80 ? `${plain.slice(0, 79)}…` : plain}"`;
};
