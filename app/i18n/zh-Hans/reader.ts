import type { reader as english } from '../en/reader';
import type { Translated } from '../translated';

export const reader: Translated<typeof english> = {
  tools: '阅读工具',
  language: (v) => `课节语言：${v.language}`,
  readIn: '阅读语言',
  besideWith: '双语对照',
  oneLanguage: '只看一种语言',
  listen: '朗读',
  keys: '快捷键',
  minutesLeft: (v) => `大约还需 ${v.count} 分钟`,
  minutesShort: (v) => `还需 ${v.count} 分钟`,
  almostDone: '还需不到 1 分钟',
  errors: {},
  fields: {},
};
