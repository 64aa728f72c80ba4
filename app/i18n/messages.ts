// The type every catalogue has, and how a browser loads the reader's own, and of that only what its pages say.
import type { en } from './en';
import type { Locale } from './locales';
import type { Translated } from './translated';

export type Messages = Translated<typeof en>;
type Area = Exclude<keyof Messages, 'errors' | 'fields'>;

/** What a reader's pages say, in one file a language; the other areas come with the pages that speak of them. */
const needed = new Set<Area>(['common', 'learning', 'reader', 'search']);

const files = import.meta.glob<Record<string, Messages[Area]>>([
  './*/*.ts',
  '!./*/{index,spaced,reader-tools,note-tools,sheets}.ts',
]);

type Loaded = { locale: Locale; messages: Messages };
let latest: Promise<Loaded> | undefined;

/** The catalogue of one language, with every area that a page of this visit has needed. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  latest = compose(locale);
  return (await latest).messages;
}

async function compose(locale: Locale): Promise<Loaded> {
  const messages = { errors: {}, fields: {} } as Messages;
  await Promise.all([...needed].map((area) => add(messages, locale, area)));
  return { locale, messages };
}

/**
 * Adds an area to the catalogue in use and to those to come. The build has each module of the browser that speaks of an area beyond
 * the first ones begin with it (vite.config.ts), so a page never runs without its words. Before there is a catalogue at all, this only
 * notes what it will have to have.
 *
 * @public
 */
export async function needArea(area: Area): Promise<void> {
  needed.add(area);
  if (!latest) return;
  const { messages, locale } = await latest;
  await add(messages, locale, area);
}

async function add(messages: Messages, locale: Locale, area: Area): Promise<void> {
  const words = (await files[`./${locale}/${area}.ts`]?.())?.[area];
  if (!words) throw new Error(`no messages about ${area} in ${locale}`);
  Object.assign(messages, { [area]: words });
  Object.assign(messages.errors, words.errors);
  Object.assign(messages.fields, words.fields);
}
