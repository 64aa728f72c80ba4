// Reads a text aloud with a voice of the device, block by block. Voices that live elsewhere are not used: the text would travel there.
import type { Locale } from '~/i18n/locales';
import { plainTextOf, type TextBlock } from './blocks';

export type Spoken = { block: TextBlock; text: string };

/** What there is to be read: not code, not the learner's own notes; of a table or formula its name, of a picture its description. */
export function spokenOf(blocks: readonly TextBlock[]): Spoken[] {
  return blocks
    .map((block) => ({ block, text: textOf(block.element) }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
}

function textOf(element: HTMLElement): string {
  if (element.matches('.scroll')) return element.getAttribute('aria-label') ?? '';
  const pictures = [...element.querySelectorAll('img')].map((image) => image.alt);
  return [...pictures, plainTextOf(element, '.scroll, video')].filter(Boolean).join('. ');
}

const wanted: Record<Locale, RegExp[]> = {
  en: [/^en-GB/, /^en-(AU|IE|NZ|MY|SG)/, /^en/],
  ms: [/^ms/],
  'zh-Hans': [/^(zh-CN|zh-Hans|cmn)/, /^zh-SG/, /^zh$/],
};

/** The device's own voice for the language; null where there is none. Browsers tell their voices late. */
export async function findVoice(locale: Locale): Promise<SpeechSynthesisVoice | null> {
  if (!('speechSynthesis' in window)) return null;
  const pick = () => {
    const local = speechSynthesis.getVoices().filter((voice) => voice.localService);
    for (const pattern of wanted[locale]) {
      const fitting = local.filter((voice) => pattern.test(voice.lang.replace('_', '-')));
      const found = fitting.find((voice) => voice.default) ?? fitting[0];
      if (found) return found;
    }
    return null;
  };
  if (speechSynthesis.getVoices().length > 0) return pick();
  await new Promise<void>((resolve) => {
    speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true });
    window.setTimeout(resolve, 1500);
  });
  return pick();
}

const longest = 220;

/** Sentences, some together: browsers stop in the middle of a long utterance. */
export function breathsOf(text: string, locale: Locale): string[] {
  const breaths: string[] = [];
  for (const { segment } of new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)) {
    const last = breaths.at(-1);
    if (last !== undefined && last.length + segment.length <= longest)
      breaths[breaths.length - 1] = last + segment;
    else breaths.push(segment);
  }
  return breaths;
}

/**
 * Says breath after breath from the first of `spoken[from]` on. `at` is told each place as it begins, `done` how it ended.
 * Returns what stops it.
 */
export function speak(
  spoken: readonly Spoken[],
  from: { index: number; breath: number },
  how: { voice: SpeechSynthesisVoice; locale: Locale; rate: number },
  tell: { at(place: { index: number; breath: number }): void; done(failed: boolean): void },
): () => void {
  let stopped = false;
  const say = (index: number, breath: number) => {
    if (stopped) return;
    const current = spoken[index];
    if (!current) return tell.done(false);
    const breaths = breathsOf(current.text, how.locale);
    const text = breaths[breath];
    if (text === undefined) return say(index + 1, 0);
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = how.voice;
    utterance.lang = how.voice.lang;
    utterance.rate = how.rate;
    utterance.onend = () => say(index, breath + 1);
    utterance.onerror = () => {
      if (!stopped) tell.done(true);
    };
    tell.at({ index, breath });
    speechSynthesis.speak(utterance);
  };
  say(from.index, from.breath);
  return () => {
    stopped = true;
    speechSynthesis.cancel();
  };
}
