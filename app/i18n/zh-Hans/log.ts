import type { log as english } from '../en/log';
import type { Translated } from '../translated';

export const log: Translated<typeof english> = {
  metaTitle: '证书日志',
  title: '证书日志',
  eyebrow: '完整性证明',
  lead: '每当证书被签发、撤销、恢复或替换，这里就增加一条记录。日志中的任何内容一旦被删除或倒填日期，人人都能看出来。',
  broken: '日志与上次签名时不一致。在查明原因之前，不会再签署任何内容。请本站运营方尽快调查。',
  head: '日志现状',
  size: '条目数',
  root: '树根（SHA-256）',
  at: '签署时间',
  headFile: '已签名的日志头（JSON）',
  latest: '最新条目',
  latestLead:
    '这里没有姓名，也没有证书网址，只有指纹。持有证书的人可以算出指纹并找到它；其他人无从得知它属于谁。',
  position: '编号',
  time: '时间',
  event: '事件',
  credential: '凭证指纹',
  proof: '证明',
  proofOf: (v) => `第 ${v.number} 条的证明`,
  events: { issued: '签发', revoked: '撤销', reinstated: '恢复', replaced: '替换' },
  empty: '尚未签发任何证书。',
  how: '原理',
  howTree:
    '各条目是 RFC 9162 所述 Merkle 树的叶子：哈希值两两合并再求哈希，直到只剩一个，即树根。哪怕只改动、删除或插入一条，树根也会不同。',
  howHead:
    '签发方对条目数、树根和时间签名，形成日志头。它是一项承诺：以后的每个日志头都必须包含此前已有的内容。',
  check: '自行核验',
  steps: {
    keep: '保存一份已签名的日志头。签名由签发方的密钥生成。',
    consistency:
      '日后索取一份证明，说明当时的日志是现在日志的开头部分。如果没有证明与您保存的日志头相符，就说明有内容被删除或倒填了日期。',
    inclusion:
      '对于某份证书：去掉凭证中的 proof，按 RFC 8785 规范化后求 SHA-256，即为其指纹。索取证明，即可知道日志是否收录了它、何时收录。',
    all: '也可以取回全部条目，自行计算树根。',
  },
  inclusion: '日志收录此证书的证明（JSON）',
  verifyLink: '也可以由本站替您核验证书',
  errors: {
    'log-range': '日志中没有这些条目。',
    'log-broken': '日志与上次签名时不一致。',
  },
  fields: {},
};
