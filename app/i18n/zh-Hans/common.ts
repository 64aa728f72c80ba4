import type { common as english } from '../en/common';
import type { Translated } from '../translated';
import { spaced } from './spaced';

export const common: Translated<typeof english> = {
  name: 'Parkbridge',
  skip: '跳到正文',
  nav: {
    label: '主导航',
    menu: '菜单',
    courses: '课程',
    my: '我的学习',
    notes: '我的笔记',
    records: '我的证书',
    admin: '管理',
    settings: '设置',
    signIn: '登录',
    signOut: '退出登录',
    account: (v) => spaced`${v.name}的账户`,
  },
  loading: '正在加载…',
  display: { menu: '语言与外观' },
  language: { label: '语言', change: '切换语言' },
  scheme: {
    label: '外观',
    system: '跟随系统',
    light: '浅色',
    dark: '深色',
    lead: '仅对当前浏览器生效，适用于所有页面。',
  },
  languages: { en: '英文', ms: '马来文', 'zh-Hans': '中文' },
  footer: {
    about: '马来西亚与北京科技园区之间的知识交流平台。',
    issuer: '证书由谁签发',
  },
  form: {
    optional: '选填',
    problem: '请检查以下内容：',
    saved: '已保存。',
    choose: '请选择…',
    working: '处理中…',
  },
  table: {
    sortedUp: '升序',
    sortedDown: '降序',
    next: '下一页',
    previous: '上一页',
    empty: '这里还没有内容。',
  },
  page: {
    notFound: '找不到这个页面',
    notFoundLead: '地址可能输错了，也可能页面已经移动。',
    forbidden: '您无权进入此页面',
    forbiddenLead: '您的账户没有访问此页面的权限。如有需要，请联系本园区管理员。',
    gone: '已失效',
    tooMany: '尝试次数过多',
    refused: '无法完成此操作',
    failed: '系统出现问题',
    failedLead: '您已保存的内容没有丢失。请稍后再试。',
    elsewhere: ({ origin }) =>
      `此表单并非来自本站页面，因此未作任何更改。本站网址是 ${origin}，请从该网址打开后重试。`,
    home: '返回首页',
    courses: '浏览课程',
  },
  themes: {
    'innovation-capability': '创新能力',
    'ecosystem-building': '生态体系建设',
    incubation: '企业孵化',
    'research-commercialisation': '科技成果转化',
    'park-management': '园区管理',
    'market-entry': '市场进入',
  },
  errors: {
    forbidden: '您的账户没有执行此操作的权限。',
    'not-found': '内容不存在或已被移除。',
  },
  fields: {
    required: '请填写此项。',
    invalid: '填写有误，请检查。',
    'too-long': '内容过长。',
    'too-short': '内容过短。',
  },
};
