import type { Letters } from './letter';

export const en: Letters = {
  invitation: ({ park, path }) => ({
    subject: `You are invited to join ${park} on Parkbridge`,
    before: [
      'Hello,',
      `${park} invites you to Parkbridge, where the staff of partner science parks learn from each other: short courses on incubation, ecosystem building and bringing research to market, in English, Malay and Chinese.`,
    ],
    action: { label: 'Join Parkbridge', path },
    after: [
      'The link works once, for 14 days. If it has expired, ask the person who invited you for a new one.',
      'If you did not expect this, you need do nothing.',
    ],
  }),
  'confirm-sign-up': ({ path }) => ({
    subject: 'Confirm your address to join Parkbridge',
    before: [
      'Hello,',
      'Somebody, we hope you, asked to sign up to Parkbridge with this address. Confirm it to go on.',
    ],
    action: { label: 'Confirm and continue', path },
    after: [
      'The link works once, for 24 hours.',
      'If it was not you, you need do nothing: no account is created.',
    ],
  }),
  'already-registered': () => ({
    subject: 'You already have a Parkbridge account',
    before: [
      'Hello,',
      'Somebody, we hope you, asked to sign up to Parkbridge with this address. It has an account already, so simply sign in.',
    ],
    action: { label: 'Sign in', path: '/sign-in' },
    after: [
      'If you have forgotten your password, choose “Forgotten your password?” on that page.',
      'If it was not you, you need do nothing.',
    ],
  }),
  'reset-password': ({ path }) => ({
    subject: 'Set a new Parkbridge password',
    before: ['Hello,', 'Somebody, we hope you, asked for a new password for this address.'],
    action: { label: 'Set a new password', path },
    after: [
      'The link works once, for one hour. Setting a new password signs you out on every device.',
      'If it was not you, you need do nothing: your password stays as it is.',
    ],
  }),
  'password-changed': () => ({
    subject: 'Your Parkbridge password was changed',
    before: [
      'Hello,',
      'The password of your Parkbridge account was changed just now, and your other devices were signed out.',
    ],
    action: { label: 'It was not me: set a new password', path: '/reset' },
    after: [
      'If it was you, you need do nothing. If it was not, set a new password at once and tell your park’s administrator.',
    ],
  }),
  'record-issued': ({ course, name, path }) => ({
    subject: `Your completion record: ${course}`,
    before: [
      `Congratulations, ${name}!`,
      `You completed “${course}”. Your completion record is ready: a signed record that anyone can check, whenever you choose to show it.`,
    ],
    action: { label: 'Open your record', path },
    after: ['Keep this link: it is the address of your record and stays the same.'],
  }),
};
