import type { courses as english } from '../en/courses';
import type { Translated } from '../translated';

export const courses: Translated<typeof english> = {
  home: {
    metaTitle: 'Parkbridge · 科技园区知识交流平台',
    eyebrow: 'MRANTI 与中关村科技园区',
    title: '一园之所得，两园之所用',
    lead: '吉隆坡与北京两座科技园区的工作人员在 Parkbridge 互学互鉴：课程由一线从业者撰写，写给做着同样工作的同行。',
    browse: '浏览课程',
    signIn: '登录',
    my: '继续学习',
    drawing: '连接两地的一座桥：吉隆坡的 MRANTI 与北京的中关村。',
    points: {
      exchange: {
        title: '源于实践，用于实践',
        text: '企业孵化、生态体系建设、科技成果转化：课程将两个园区的做法并列对照。',
      },
      languages: {
        title: '三种语言，同一门课程',
        text: '英文、马来文、中文地位平等。学到一半也可切换语言，学习进度随之保留。',
      },
      records: {
        title: '人人可核验的结业证书',
        text: '完成课程即可获得带数字签名的证书。多年以后，用人单位无需账户仍可核验。',
      },
    },
    courses: '课程',
    all: '全部课程',
    none: '首批课程正在编写中。',
  },
  catalogue: {
    title: '课程',
    lead: '面向合作园区全体人员开放。任何人都可以浏览课程，并试读公开的课节。',
    filters: '筛选课程',
    theme: '主题',
    language: '语言',
    length: '时长',
    kind: '包含',
    any: '不限',
    show: '显示课程',
    clear: '清除筛选',
    found: (v) => `共 ${v.n.toLocaleString('zh-CN')} 门课程`,
    lengths: { short: '1 小时以内', medium: '1 至 4 小时', long: '4 小时以上' },
    kinds: { reading: '阅读', quiz: '测验' },
    empty: '暂无课程',
    emptyText: '首门课程发布后将显示在这里。',
    noMatch: '没有符合条件的课程',
    noMatchText: '请减少筛选条件，或查看全部课程。',
  },
  card: {
    lessons: (v) => `${v.n} 节课`,
    quizzes: (v) => `${v.n} 个测验`,
    minutes: (v) =>
      v.n < 60
        ? `${v.n} 分钟`
        : v.n % 60 === 0
          ? `${Math.floor(v.n / 60)} 小时`
          : `${Math.floor(v.n / 60)} 小时 ${v.n % 60} 分钟`,
    languages: '语言',
  },
  course: {
    objectives: '学完后您将能够',
    outline: '课节',
    kinds: { reading: '阅读', quiz: '测验' },
    optional: '选修',
    preview: '公开试读',
    inLanguage: (v) => `${v.language}版`,
    enrol: '报名学习',
    enrolHint: '可随时暂停，之后从上次的位置继续。',
    continue: '继续学习',
    review: '回顾课程',
    record: '查看我的证书',
    progress: '学习进度',
    progressOf: (v) => `必修课节已完成 ${v.done}/${v.total}`,
    finished: '您已完成本课程。',
    done: '已完成',
    changed: '您完成后内容有更新',
    again: '需要重新学习',
    facts: '课程概览',
    time: '时长',
    passMark: '及格线',
    edition: '课程版本',
    editionValue: (v) => `第 ${v.number} 版，${v.date}发布`,
    manifest: '本版内容清单（供程序读取）',
    get: '您将获得',
    getText: '完成全部必修课节即可获得结业证书：带数字签名，与本版课程内容绑定，任何人无需账户即可核验。',
    issuer: '证书如何核验',
  },
  errors: {
    'course-refused': '课程文件夹有误，未发布任何内容。',
    'course-moved-on': '刚刚有人发布了这门课程。请先查看新版本，再重新发布。',
  },
  fields: {},
};
