import { spaced } from '~/i18n/zh-Hans/spaced';
import type { Letters } from './letter';

export const zhHans: Letters = {
  invitation: ({ park, path }) => ({
    subject: spaced`${park}邀请您加入 Parkbridge`,
    before: [
      '您好！',
      spaced`${park}邀请您加入 Parkbridge。在这里，合作科技园区的员工相互学习，通过简短的课程了解企业孵化、生态体系建设和科技成果转化，课程有英文、马来文和中文三种版本。`,
    ],
    action: { label: '加入 Parkbridge', path },
    after: [
      '该链接 14 天内有效，且只能使用一次。如已过期，请联系邀请人重新发送。',
      '如果您并不知情，请忽略本邮件。',
    ],
  }),
  'confirm-sign-up': ({ path }) => ({
    subject: '请确认您的邮箱，以加入 Parkbridge',
    before: ['您好！', '有人（应该是您本人）使用此邮箱申请注册 Parkbridge。请确认邮箱以继续。'],
    action: { label: '确认并继续', path },
    after: [
      '该链接 24 小时内有效，且只能使用一次。',
      '如果不是您本人操作，请忽略本邮件，系统不会创建任何账户。',
    ],
  }),
  'already-registered': () => ({
    subject: '您已有 Parkbridge 账户',
    before: ['您好！', '有人（应该是您本人）使用此邮箱申请注册 Parkbridge。该邮箱已有账户，直接登录即可。'],
    action: { label: '登录', path: '/sign-in' },
    after: ['如果忘记了密码，请在登录页面选择“忘记密码？”。', '如果不是您本人操作，请忽略本邮件。'],
  }),
  'reset-password': ({ path }) => ({
    subject: '设置新的 Parkbridge 密码',
    before: ['您好！', '有人（应该是您本人）申请为此邮箱设置新密码。'],
    action: { label: '设置新密码', path },
    after: [
      '该链接一小时内有效，且只能使用一次。设置新密码后，您在所有设备上都会退出登录。',
      '如果不是您本人操作，请忽略本邮件，您的密码不会改变。',
    ],
  }),
  'password-changed': () => ({
    subject: '您的 Parkbridge 密码已更改',
    before: ['您好！', '您的 Parkbridge 账户密码刚刚更改，其他设备均已退出登录。'],
    action: { label: '不是我操作的：设置新密码', path: '/reset' },
    after: ['如果是您本人操作，无需理会本邮件。如果不是，请立即设置新密码，并告知您所在园区的管理员。'],
  }),
  'record-issued': ({ course, name, path }) => ({
    subject: `您的结业证书：${course}`,
    before: [
      `${name}，恭喜您！`,
      `您已完成课程“${course}”。您的结业证书已签发，并带有数字签名；您可以随时出示，任何人均可核验。`,
    ],
    action: { label: '查看结业证书', path },
    after: ['请保存此链接：它是这份证书的固定网址。'],
  }),
  'record-corrected': ({ course, name, path }) => ({
    subject: `结业证书已更正：${course}`,
    before: [
      `${name}，您好！`,
      `您的“${course}”结业证书上的姓名已更正，并已重新签发。原证书不再有效，其页面会指向新证书。`,
    ],
    action: { label: '查看结业证书', path },
    after: ['今后请使用此链接。'],
  }),
  'record-renewed': ({ course, name, path }) => ({
    subject: `您的结业证书已续期：${course}`,
    before: [`${name}，您好！`, `您的“${course}”结业证书已续期。`],
    action: { label: '查看结业证书', path },
    after: ['原证书的页面会指向这份证书。'],
  }),
  'record-revoked': ({ course, name, path }) => ({
    subject: `您的结业证书已被撤销：${course}`,
    before: [`${name}，您好！`, `管理员已撤销您的“${course}”结业证书。登录后，可在证书页面查看原因。`],
    action: { label: '查看结业证书', path },
    after: ['如果您认为有误，请联系您所在园区的管理员。'],
  }),
  'record-reinstated': ({ course, name, path }) => ({
    subject: `您的结业证书已恢复有效：${course}`,
    before: [`${name}，您好！`, `对您的“${course}”结业证书的撤销已取消，证书照旧有效。`],
    action: { label: '查看结业证书', path },
    after: ['您无需进行任何操作。'],
  }),
  'record-expiring': ({ course, date, name, path }) => ({
    subject: spaced`您的结业证书将于${date}到期：${course}`,
    before: [
      `${name}，您好！`,
      spaced`您的“${course}”结业证书有效期至${date}。现在即可续期：只需重新学习自您完成以来有实质变化的课节。`,
    ],
    action: { label: '续期证书', path },
    after: ['证书到期后仍然真实，其页面会注明已到期。'],
  }),
};
