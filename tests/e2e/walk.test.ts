// Every route as every role, over real HTTP. A route that is in the site map and not in this table fails the test.
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { system } from '~/domain/actor';
import { createInvitation, listParks } from '~/domain/identity/index.server';
import siteMap from '~/routes';
import { openDatabase } from '~db/open.server';
import { cookieOf, demoPeople } from '../support/people';
import { type RunningServer, startServer } from '../support/server';

type Role = 'anonymous' | 'learner' | 'instructor' | 'parkAdministrator' | 'programmeAdministrator';
const roles: Role[] = ['anonymous', 'learner', 'instructor', 'parkAdministrator', 'programmeAdministrator'];

const anyone: Role[] = roles;
const signedIn = roles.slice(1);
const administrators: Role[] = ['parkAdministrator', 'programmeAdministrator'];

const lesson = '/courses/technology-incubation/lessons/selecting-companies';
const digest = '0'.repeat(64);
const id = '00000000-0000-4000-8000-000000000000';

/** Per path of the site map: an address to ask for, and who is let in. `post`: it only takes forms. */
const table: Record<string, { ask: string; who: Role[]; post?: true }> = {
  '': { ask: '/', who: anyone },
  courses: { ask: '/courses', who: anyone },
  'courses/:course': { ask: '/courses/technology-incubation', who: anyone },
  search: { ask: '/search?q=incubator', who: anyone },
  'editions/:digest': { ask: `/editions/${digest}.json`, who: anyone },
  'media/:digest/:name': { ask: `/media/${digest}/a.svg`, who: anyone },
  'faces/:version.css': { ask: '/faces/0123456789abcdef.css', who: anyone },
  'faces/:digest.woff2': { ask: `/faces/${digest}.woff2`, who: anyone },
  'records/:id': { ask: `/records/${id}`, who: anyone },
  'records/:id.json': { ask: `/records/${id}.json`, who: anyone },
  'records/:id.jwt': { ask: `/records/${id}.jwt`, who: anyone },
  'status/revoked.json': { ask: '/status/revoked.json', who: anyone },
  'status/:purpose/:list': { ask: '/status/revocation/0', who: anyone },
  'records/:id.pdf': { ask: `/records/${id}.pdf`, who: anyone },
  'records/:id.svg': { ask: `/records/${id}.svg`, who: anyone },
  'records/:id.png': { ask: `/records/${id}.png`, who: anyone },
  issuer: { ask: '/issuer', who: anyone },
  'issuer.json': { ask: '/issuer.json', who: anyone },
  'issuer/bundle.json': { ask: '/issuer/bundle.json', who: anyone },
  'issuer/keys/:key': { ask: '/issuer/keys/none', who: anyone },
  '.well-known/did.json': { ask: '/.well-known/did.json', who: anyone },
  log: { ask: '/log', who: anyone },
  'log/head.json': { ask: '/log/head.json', who: anyone },
  'log/entries': { ask: '/log/entries?from=0&to=10', who: anyone },
  'log/inclusion': { ask: '/log/inclusion?position=0', who: anyone },
  'log/consistency': { ask: '/log/consistency?from=1&to=1', who: anyone },
  verify: { ask: '/verify', who: anyone },
  'sign-in': { ask: '/sign-in', who: anyone },
  'sign-out': { ask: '/sign-out', who: anyone, post: true },
  'sign-up': { ask: '/sign-up', who: anyone },
  'sign-up/:token': { ask: '/sign-up/none', who: anyone },
  'join/:token': { ask: '/join/none', who: anyone },
  reset: { ask: '/reset', who: anyone },
  'reset/:token': { ask: '/reset/none', who: anyone },
  language: { ask: '/language', who: anyone, post: true },
  offline: { ask: '/offline', who: anyone },
  scheme: { ask: '/scheme', who: anyone, post: true },
  design: { ask: '/design', who: anyone },
  my: { ask: '/my', who: signedIn },
  'my/records': { ask: '/my/records', who: signedIn },
  'my/transcript': { ask: '/my/transcript', who: signedIn },
  'my/transcript.pdf': { ask: '/my/transcript.pdf', who: signedIn },
  'my/transcript.json': { ask: '/my/transcript.json', who: signedIn },
  'my/records/identity': { ask: '/my/records/identity', who: signedIn, post: true },
  'my/records/:id/identity': { ask: `/my/records/${id}/identity`, who: signedIn, post: true },
  'my/records/:id/show': { ask: `/my/records/${id}/show`, who: signedIn, post: true },
  // A record is its holder's own: to everybody else, as one that does not exist.
  'my/records/:id/renew': { ask: `/my/records/${id}/renew`, who: [], post: true },
  'my/offline.json': { ask: '/my/offline.json', who: signedIn },
  'my/deliveries': { ask: '/my/deliveries', who: signedIn, post: true },
  'my/notes': { ask: '/my/notes', who: signedIn },
  'my/notes.md': { ask: '/my/notes.md', who: signedIn },
  'my/settings': { ask: '/my/settings', who: signedIn },
  'my/settings/profile': { ask: '/my/settings/profile', who: signedIn, post: true },
  'my/settings/sharing': { ask: '/my/settings/sharing', who: signedIn, post: true },
  'my/settings/password': { ask: '/my/settings/password', who: signedIn, post: true },
  'my/settings/sessions': { ask: '/my/settings/sessions', who: signedIn, post: true },
  'courses/:course/enrol': { ask: '/courses/technology-incubation/enrol', who: signedIn, post: true },
  'courses/:course/lessons/:lesson': { ask: lesson, who: signedIn },
  'courses/:course/lessons/:lesson/complete': { ask: `${lesson}/complete`, who: signedIn, post: true },
  'courses/:course/lessons/:lesson/changes': { ask: `${lesson}/changes`, who: signedIn },
  'courses/:course/lessons/:lesson/sitting': { ask: `${lesson}/sitting`, who: signedIn, post: true },
  'courses/:course/lessons/:lesson/sitting/answers': {
    ask: `${lesson}/sitting/answers`,
    who: signedIn,
    post: true,
  },
  'courses/:course/lessons/:lesson/attempt': { ask: `${lesson}/attempt`, who: signedIn, post: true },
  // An attempt is its learner's own: to everybody else, as one that does not exist.
  'courses/:course/lessons/:lesson/attempts/:attempt': { ask: `${lesson}/attempts/1`, who: [] },
  'courses/:course/lessons/:lesson/reflections/:reflection': {
    ask: `${lesson}/reflections/none`,
    who: signedIn,
    post: true,
  },
  'courses/:course/lessons/:lesson/marks': { ask: `${lesson}/marks`, who: signedIn },
  'courses/:course/lessons/:lesson/position': { ask: `${lesson}/position`, who: signedIn, post: true },
  'courses/:course/lessons/:lesson/annotations/:annotation': {
    ask: `${lesson}/annotations/${id}`,
    who: signedIn,
    post: true,
  },
  'courses/:course/lessons/:lesson/annotations/:annotation/remove': {
    ask: `${lesson}/annotations/${id}/remove`,
    who: signedIn,
    post: true,
  },
  admin: { ask: '/admin', who: administrators },
  'admin/reports': { ask: '/admin/reports', who: administrators },
  'admin/reports.csv': { ask: '/admin/reports.csv', who: administrators },
  'admin/people': { ask: '/admin/people', who: administrators },
  'admin/people.csv': { ask: '/admin/people.csv', who: administrators },
  'admin/records': { ask: '/admin/records', who: administrators },
  'admin/records.csv': { ask: '/admin/records.csv', who: administrators },
  'admin/records/owed': { ask: '/admin/records/owed', who: administrators },
  // Not there: to who may look everywhere as well as to who may not.
  'admin/records/:id': { ask: `/admin/records/${id}`, who: administrators },
  'admin/invitations': { ask: '/admin/invitations', who: administrators },
  'admin/invitations/:invitation/revoke': {
    ask: '/admin/invitations/:invitation/revoke',
    who: administrators,
    post: true,
  },
  'admin/parks': { ask: '/admin/parks', who: ['programmeAdministrator'] },
  '*': { ask: '/no-such-page', who: anyone },
};

let server: RunningServer;
/** One into MRANTI: an invitation that does not exist is refused to everybody. */
let invitation = 0;
const cookies: Partial<Record<Role, string>> = {};

beforeAll(async () => {
  server = await startServer({ template: inject('dataTemplate') });
  invitation = invite(server.dataDir);
  for (const role of roles) {
    if (role === 'anonymous') continue;
    const cookie = await cookieOf(server.origin, demoPeople[role]);
    cookies[role] = cookie;
    const enrolled = await fetch(`${server.origin}/courses/technology-incubation/enrol`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: server.origin, Cookie: cookie },
    });
    expect(enrolled.status).toBe(302);
  }
});

afterAll(() => server?.dispose());

function invite(dataDir: string): number {
  const db = openDatabase(`file:${path.join(dataDir, 'parkbridge.db')}`);
  const parkId = listParks(db).find((park) => park.slug === 'mranti')?.id ?? 0;
  const input = { email: 'invited@mranti.example', parkId, roles: [], locale: 'en' as const, at: Date.now() };
  const { invitationId } = createInvitation(db, system, input);
  db.$client.close();
  return invitationId;
}

describe('every route', () => {
  it('is in this table', () => {
    expect(Object.keys(table).sort()).toEqual(siteMap.map((route) => route.path ?? '').sort());
  });

  it.each(Object.entries(table))('%s lets in whom it should', async (_path, { ask, who, post }) => {
    for (const role of roles) {
      const cookie = cookies[role];
      const response = await fetch(server.origin + ask.replace(':invitation', `${invitation}`), {
        method: post ? 'POST' : 'GET',
        redirect: 'manual',
        headers: { Origin: server.origin, ...(cookie ? { Cookie: cookie } : {}) },
        // A form that names a field no command knows: enough to be let in, not enough to change anything.
        ...(post ? { body: new URLSearchParams({ nothing: '' }) } : {}),
      });
      const turnedAway = response.headers.get('location')?.startsWith('/sign-in?next=') ?? false;
      const refused = response.status === 403;
      const allowed = who.includes(role);
      const expected = allowed ? 'let in' : role === 'anonymous' ? 'asked to sign in' : 'refused';
      expect(`${role}: ${refused ? 'refused' : turnedAway ? 'asked to sign in' : 'let in'}`).toBe(
        `${role}: ${expected}`,
      );
      expect(response.status, `${role} ${ask}`).toBeLessThan(500);
      // A refusal is for people, in words.
      if (refused) expect(response.headers.get('content-type')).toMatch(/^text\//);
      // Ending sessions with /sign-out would spoil the rest.
      if (ask === '/sign-out' && cookie)
        cookies[role] = await cookieOf(server.origin, demoPeople[role as keyof typeof demoPeople]);
    }
  });
});

describe('writes from elsewhere', () => {
  it.each([
    ['another origin', { Origin: 'https://evil.example' }],
    ['no origin and another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['no sign of where from', {}],
    ['a null origin', { Origin: 'null' }],
  ])('%s is refused, saying where to go', async (_name, headers) => {
    const response = await fetch(`${server.origin}/my/settings/sharing`, {
      method: 'POST',
      redirect: 'manual',
      headers: { ...headers, Cookie: cookies.learner ?? '', 'Accept-Language': 'zh-CN' } as Record<
        string,
        string
      >,
      body: new URLSearchParams({ shared: 'on' }),
    });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain(`本站网址是 ${server.origin}`);
  });
});
