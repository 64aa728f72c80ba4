import type { reader as english } from '../en/reader';
import type { Translated } from '../translated';

export const reader: Translated<typeof english> = {
  tools: 'Alat bacaan',
  language: (v) => `Bahasa pelajaran: ${v.language}`,
  readIn: 'Baca dalam',
  besideWith: 'Bersebelahan dengan',
  oneLanguage: 'Satu bahasa sahaja',
  listen: 'Dengar',
  keys: 'Papan kekunci',
  minutesLeft: (v) => `Kira-kira ${v.count} minit lagi`,
  minutesShort: (v) => `${v.count} min lagi`,
  almostDone: 'Kurang seminit lagi',
  errors: {},
  fields: {},
};
