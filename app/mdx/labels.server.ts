// The words our rendering adds to a text, in the text's own language. Numbers and names are filled in by the caller.
import type { Locale } from './schema';

export type Labels = {
  callout: Record<'note' | 'tip' | 'warning' | 'example', string>;
  table: (n: number) => string;
  code: (n: number) => string;
  formula: (n: number) => string;
  notes: string;
  /** The way back from note `n` to the `mention`th place that cites it. What is seen there, ↩², is part of the name. */
  backToText: (n: number, mention: number) => string;
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
    backToText: (n, mention) => `Back to the text, note ${n}${mention > 1 ? `, mention ${mention}` : ''}`,
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
    backToText: (n, mention) => `Kembali ke teks, nota ${n}${mention > 1 ? `, rujukan ${mention}` : ''}`,
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
    backToText: (n, mention) => `返回正文，注释 ${n}${mention > 1 ? `，第 ${mention} 处` : ''}`,
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
