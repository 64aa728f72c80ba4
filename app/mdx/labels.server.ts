// The words our rendering adds to a text, in the text's own language. Numbers and names are filled in by the caller.
import type { Locale } from './schema';

export type Labels = {
  callout: Record<'note' | 'tip' | 'warning' | 'example', string>;
  table: (n: number) => string;
  code: (n: number) => string;
  formula: (n: number) => string;
  notes: string;
  backToText: (n: number) => string;
  done: string;
  toDo: string;
  download: string;
  watchAt: (host: string) => string;
  captions: string;
  videoFallback: string;
  true: string;
  false: string;
};

export const labels: Record<Locale, Labels> = {
  en: {
    callout: { note: 'Note', tip: 'Tip', warning: 'Caution', example: 'Example' },
    table: (n) => `Table ${n}`,
    code: (n) => `Code ${n}`,
    formula: (n) => `Formula ${n}`,
    notes: 'Notes',
    backToText: (n) => `Back to the text, note ${n}`,
    done: 'Done',
    toDo: 'To do',
    download: 'Download',
    watchAt: (host) => `Video on ${host}`,
    captions: 'English',
    videoFallback: 'Download the video',
    true: 'True',
    false: 'False',
  },
  ms: {
    callout: { note: 'Nota', tip: 'Petua', warning: 'Awas', example: 'Contoh' },
    table: (n) => `Jadual ${n}`,
    code: (n) => `Kod ${n}`,
    formula: (n) => `Formula ${n}`,
    notes: 'Nota kaki',
    backToText: (n) => `Kembali ke teks, nota ${n}`,
    done: 'Selesai',
    toDo: 'Belum dibuat',
    download: 'Muat turun',
    watchAt: (host) => `Video di ${host}`,
    captions: 'Bahasa Melayu',
    videoFallback: 'Muat turun video',
    true: 'Benar',
    false: 'Salah',
  },
  'zh-Hans': {
    callout: { note: '说明', tip: '提示', warning: '注意', example: '示例' },
    table: (n) => `表格 ${n}`,
    code: (n) => `代码 ${n}`,
    formula: (n) => `公式 ${n}`,
    notes: '注释',
    backToText: (n) => `返回正文，注释 ${n}`,
    done: '已完成',
    toDo: '待完成',
    download: '下载',
    watchAt: (host) => `视频（${host}）`,
    captions: '简体中文',
    videoFallback: '下载视频',
    true: '正确',
    false: '错误',
  },
};
