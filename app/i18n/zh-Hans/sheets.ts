import type { sheets as english } from '../en/sheets';
import type { Translated } from '../translated';
import { spaced } from './spaced';

export const sheets: Translated<typeof english> = {
  holderHidden: '本证书持有人',
  holderHiddenNote: '持有人选择不显示姓名。签名的证书中含有其邮箱地址的指纹，持有人可凭此证明证书属于本人。',
  validUntil: '有效期至',
  evidence: '完成内容',
  evidenceMore: (v) => `另有 ${v.number} 项，列于签名的证书中`,
  check: '核验本证书',
  checkHow: '扫描二维码或打开网址，即可查看证书目前是否有效；纸面本身无法反映。',
  attached: '带数字签名的证书原件（Open Badges 3.0）作为附件包含在本 PDF 文件中，无需签发方即可核验。',
  qr: (v) => `网址 ${v.url} 的二维码`,
  revoked: (v) => `已于${v.date}撤销，不再具有证明效力`,
  expired: (v) => `已于${v.date}到期`,
  replaced: '已由新证书取代：',
  tiles: '带编号的方框代表本文件字体中没有的字，编号为该字的 Unicode 码位。',
  subject: (v) => spaced`结业证书，由${v.issuer}签发`,
  badgeOf: (v) => spaced`徽章：${v.course}。由${v.issuer}签发。`,
  badge: '课程结业',
  transcript: '证书总览',
  transcriptOf: (v) => `证书总览 – ${v.name}`,
  transcriptLead: (v) => spaced`共 ${v.number} 份结业证书，由${v.issuer}签发。`,
  transcriptEmpty: '尚未向此人签发证书。',
  transcriptMade: (v) =>
    `截至${v.date}。此后证书可能已被撤销或到期：点击课程名称打开证书页面，可查看目前的状态。`,
  transcriptAttached:
    '带数字签名的证书（Open Badges 3.0）作为附件包含在本 PDF 文件中。任何人都可以在此核验整个文件：',
  course: '课程',
  state: '状态',
  valid: '有效',
  stateRevoked: (v) => `${v.date}撤销`,
  stateExpired: (v) => `${v.date}到期`,
  stateReplaced: '已被取代',
  page: (v) => `第 ${v.page} 页，共 ${v.pages} 页`,
};
