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
  'record-corrected': ({ course, name, path }) => ({
    subject: `A corrected completion record: ${course}`,
    before: [
      `Hello ${name},`,
      `The name on your completion record for “${course}” was corrected. A new record has been issued; the former one is no longer valid, and its page leads to the new one.`,
    ],
    action: { label: 'Open your record', path },
    after: ['Please use this link from now on.'],
  }),
  'record-renewed': ({ course, name, path }) => ({
    subject: `Your completion record is renewed: ${course}`,
    before: [`Hello ${name},`, `Your completion record for “${course}” is renewed.`],
    action: { label: 'Open your record', path },
    after: ['The page of the former record leads to this one.'],
  }),
  'record-revoked': ({ course, name, path }) => ({
    subject: `Your completion record was revoked: ${course}`,
    before: [
      `Hello ${name},`,
      `An administrator has revoked your completion record for “${course}”. Its page gives the reason when you are signed in.`,
    ],
    action: { label: 'Open your record', path },
    after: ['If you think that this is a mistake, please speak to your park’s administrator.'],
  }),
  'record-reinstated': ({ course, name, path }) => ({
    subject: `Your completion record is valid again: ${course}`,
    before: [
      `Hello ${name},`,
      `The revocation of your completion record for “${course}” was taken back. The record is valid as before.`,
    ],
    action: { label: 'Open your record', path },
    after: ['You need do nothing.'],
  }),
  'record-expiring': ({ course, date, name, path }) => ({
    subject: `Your completion record expires on ${date}: ${course}`,
    before: [
      `Hello ${name},`,
      `Your completion record for “${course}” is valid until ${date}. You can renew it now: you are asked only for the lessons that have changed in substance since you completed them.`,
    ],
    action: { label: 'Renew your record', path },
    after: ['An expired record stays genuine, and its page says that it has expired.'],
  }),
};
