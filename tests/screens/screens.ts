// The main pages, one line each: what the picture is called, who looks, and where. `before`: what is done before the picture is
// taken; `whole: false`: only what is in the window.
import type { Page } from 'playwright-core';
import type { Person, Stage } from '../support/stage';

export type Screen = {
  name: string;
  as: Person;
  at: (stage: Stage & { attempt: string }) => string;
  before?: (page: Page) => Promise<unknown>;
  whole?: boolean;
};

/** Opens the menu with the languages and the colour schemes. */
const openMenu = (page: Page) => page.locator('header details.menu > summary:visible').first().click();

export const screens: Screen[] = [
  { name: 'home', as: 'anyone', at: () => '/' },
  { name: 'home-first-screen', as: 'anyone', at: () => '/', whole: false },
  { name: 'menu', as: 'learner', at: () => '/courses', before: openMenu, whole: false },
  { name: 'catalogue', as: 'anyone', at: () => '/courses' },
  { name: 'catalogue-nothing', as: 'anyone', at: () => '/courses?theme=market-entry' },
  { name: 'course', as: 'anyone', at: ({ course }) => course },
  { name: 'course-enrolled', as: 'learner', at: ({ course }) => course },
  { name: 'search', as: 'learner', at: () => '/search?q=incubator' },
  { name: 'search-nothing', as: 'anyone', at: () => '/search?q=zzzzzz' },
  { name: 'lesson', as: 'learner', at: ({ reading }) => reading },
  { name: 'quiz', as: 'learner', at: ({ quiz }) => quiz },
  { name: 'quiz-result', as: 'learner', at: ({ attempt }) => attempt },
  { name: 'my', as: 'learner', at: () => '/my' },
  { name: 'my-nothing', as: 'foreignLearner', at: () => '/my' },
  { name: 'records', as: 'instructor', at: () => '/my/records' },
  { name: 'records-nothing', as: 'learner', at: () => '/my/records' },
  { name: 'record', as: 'anyone', at: ({ record }) => record },
  { name: 'record-revoked', as: 'anyone', at: ({ revoked }) => revoked },
  { name: 'issuer', as: 'anyone', at: () => '/issuer' },
  { name: 'notes-nothing', as: 'foreignLearner', at: () => '/my/notes' },
  { name: 'settings', as: 'learner', at: () => '/my/settings' },
  { name: 'sign-in', as: 'anyone', at: () => '/sign-in' },
  { name: 'sign-up', as: 'anyone', at: () => '/sign-up' },
  { name: 'join', as: 'anyone', at: ({ join }) => join },
  { name: 'dead-link', as: 'anyone', at: () => '/join/none' },
  { name: 'reports', as: 'programmeAdministrator', at: () => '/admin/reports' },
  { name: 'people', as: 'programmeAdministrator', at: () => '/admin/people' },
  { name: 'people-nothing', as: 'programmeAdministrator', at: () => '/admin/people?search=nobody' },
  { name: 'registry', as: 'programmeAdministrator', at: () => '/admin/records' },
  { name: 'registry-record', as: 'programmeAdministrator', at: ({ record }) => `/admin${record}` },
  { name: 'registry-owed', as: 'programmeAdministrator', at: () => '/admin/records/owed' },
  { name: 'invitations', as: 'programmeAdministrator', at: () => '/admin/invitations' },
  { name: 'parks', as: 'programmeAdministrator', at: () => '/admin/parks' },
  { name: 'not-found', as: 'anyone', at: () => '/no-such-page' },
  { name: 'refused', as: 'learner', at: () => '/admin/reports' },
];
