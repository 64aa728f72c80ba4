import type { readerTools as english } from '../en/reader-tools';
import type { Translated } from '../translated';
import { spaced } from './spaced';

export const readerTools: Translated<typeof english> = {
  resume: '从上次的位置继续',
  dismiss: '关闭',
  outline: '本页内容',
  footnote: (v) => `注释 ${v.number}`,
  progress: '阅读进度',
  keys: {
    title: '快捷键',
    reading: '阅读',
    going: '前往',
    marking: '我的标记',
    next: '下一段',
    previous: '上一段',
    outline: '本课提纲',
    listen: '朗读／暂停',
    language: '课节语言',
    nextLesson: '下一课',
    previousLesson: '上一课',
    search: '搜索',
    bookmark: '为本段添加书签',
    note: '为本段写笔记',
    sheet: '显示本列表',
    escape: '关闭已打开的内容',
    on: '启用单键快捷键',
    onHint: '如果您使用语音控制，或容易误按按键，可以关闭。本设备会记住您的选择。',
  },
  listen: {
    label: '朗读',
    play: '播放',
    pause: '暂停',
    previous: '上一段',
    next: '下一段',
    speed: '语速',
    close: '停止朗读',
    place: (v) => `第 ${v.number} 段，共 ${v.total} 段`,
    noVoice: (v) => spaced`此设备没有${v.language}语音。您可以在设备设置的“语音”或“辅助功能”中添加。`,
    failed: '朗读中断，请重试。',
  },
};
