// Every page of the site map: by which address, and as whom, it is looked at. Used by the tests of all pages and by `npm run screens`.
import siteMap from '~/routes';
import type { Person, Stage } from './stage';

export type Look = { as: Person; at: string };
type Where = (stage: Stage & { attempt: string }) => Look[];

const settings: Where = () => [{ as: 'learner', at: '/my/settings' }];

/** By path of the site map. A page may be looked at in several states; `[]`: it cannot be opened here, and why. */
export const pages: Record<string, Where> = {
  '': () => [
    { as: 'anyone', at: '/' },
    { as: 'learner', at: '/' },
  ],
  courses: () => [
    { as: 'anyone', at: '/courses' },
    { as: 'anyone', at: '/courses?theme=market-entry' },
  ],
  'courses/:course': ({ course }) => [
    { as: 'anyone', at: course },
    { as: 'learner', at: course },
  ],
  search: () => [
    { as: 'anyone', at: '/search?q=incubator' },
    { as: 'anyone', at: '/search?q=zzzzzz' },
  ],
  'records/:id': ({ record, revoked }) => [
    { as: 'anyone', at: record },
    { as: 'anyone', at: revoked },
  ],
  issuer: () => [{ as: 'anyone', at: '/issuer' }],
  log: () => [{ as: 'anyone', at: '/log' }],
  verify: () => [{ as: 'anyone', at: '/verify' }],
  'sign-in': () => [{ as: 'anyone', at: '/sign-in' }],
  'sign-up': () => [{ as: 'anyone', at: '/sign-up' }],
  'sign-up/:token': ({ signUp }) => [
    { as: 'anyone', at: signUp },
    { as: 'anyone', at: '/sign-up/none' },
  ],
  'join/:token': ({ join }) => [
    { as: 'anyone', at: join },
    { as: 'anyone', at: '/join/none' },
  ],
  reset: () => [{ as: 'anyone', at: '/reset' }],
  'reset/:token': ({ reset }) => [
    { as: 'anyone', at: reset },
    { as: 'anyone', at: '/reset/none' },
  ],
  offline: () => [{ as: 'anyone', at: '/offline' }],
  // Not there in production, which is what runs here: tests/routes/layout and the test of all pages see to it.
  design: () => [],
  my: () => [
    { as: 'learner', at: '/my' },
    { as: 'foreignLearner', at: '/my' },
  ],
  'my/records': () => [
    { as: 'instructor', at: '/my/records' },
    { as: 'learner', at: '/my/records' },
  ],
  'my/transcript': () => [
    { as: 'instructor', at: '/my/transcript' },
    { as: 'learner', at: '/my/transcript' },
  ],
  'my/notes': () => [{ as: 'learner', at: '/my/notes' }],
  'my/settings': settings,
  'my/settings/profile': () => [{ as: 'learner', at: '/my/settings/profile' }],
  'my/settings/sharing': () => [{ as: 'learner', at: '/my/settings/sharing' }],
  'my/settings/password': () => [{ as: 'learner', at: '/my/settings/password' }],
  'my/settings/sessions': () => [{ as: 'learner', at: '/my/settings/sessions' }],
  'courses/:course/lessons/:lesson': ({ reading, quiz }) => [
    { as: 'learner', at: reading },
    { as: 'learner', at: quiz },
  ],
  // What changed is shown for a lesson that changed; here none has.
  'courses/:course/lessons/:lesson/changes': () => [],
  // Only forms are sent there; refused ones come back as a lesson's page.
  'courses/:course/lessons/:lesson/sitting': () => [],
  'courses/:course/lessons/:lesson/attempt': () => [],
  'courses/:course/lessons/:lesson/reflections/:reflection': () => [],
  'courses/:course/lessons/:lesson/attempts/:attempt': ({ attempt }) => [{ as: 'learner', at: attempt }],
  'admin/reports': () => [{ as: 'programmeAdministrator', at: '/admin/reports' }],
  'admin/people': () => [
    { as: 'programmeAdministrator', at: '/admin/people' },
    { as: 'programmeAdministrator', at: '/admin/people?search=nobody' },
  ],
  'admin/records': () => [
    { as: 'programmeAdministrator', at: '/admin/records' },
    { as: 'programmeAdministrator', at: '/admin/records?search=nobody' },
  ],
  'admin/records/owed': () => [{ as: 'programmeAdministrator', at: '/admin/records/owed' }],
  'admin/records/:id': ({ record, revoked }) => [
    { as: 'programmeAdministrator', at: `/admin${record}` },
    { as: 'programmeAdministrator', at: `/admin${revoked}` },
  ],
  'admin/invitations': () => [{ as: 'programmeAdministrator', at: '/admin/invitations' }],
  'admin/parks': () => [{ as: 'programmeAdministrator', at: '/admin/parks' }],
  '*': () => [{ as: 'anyone', at: '/no-such-page' }],
};

/** The paths of the site map that have a page, as their files say: data has none. */
export const pagePaths = (isForm: (file: string) => boolean): string[] =>
  siteMap
    .filter(({ file }) => file.endsWith('.tsx') && !isForm(file))
    .map(({ path }) => path ?? '')
    .sort();
