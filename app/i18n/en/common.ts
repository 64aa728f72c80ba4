export const common = {
  name: 'Parkbridge',
  skip: 'Skip to the content',
  nav: {
    label: 'Main',
    menu: 'Menu',
    courses: 'Courses',
    my: 'My learning',
    records: 'My records',
    admin: 'Administration',
    settings: 'Settings',
    signIn: 'Sign in',
    signOut: 'Sign out',
    account: (v: { name: string }) => `Account of ${v.name}`,
  },
  language: { label: 'Language', change: 'Change language' },
  /** Each language's name in this one, for use within a sentence. */
  languages: { en: 'English', ms: 'Malay', 'zh-Hans': 'Chinese' },
  footer: {
    about: 'A knowledge exchange between science and technology parks in Malaysia and Beijing.',
    issuer: 'Who issues the records',
  },
  form: {
    optional: 'optional',
    problem: 'Please look at this again:',
    saved: 'Saved.',
    choose: 'Choose…',
    working: 'Working…',
  },
  table: {
    sortedUp: 'ascending',
    sortedDown: 'descending',
    next: 'Next',
    previous: 'Previous',
    empty: 'Nothing here yet.',
  },
  page: {
    notFound: 'Page not found',
    notFoundLead: 'The address may be mistyped, or the page may have moved.',
    forbidden: 'You do not have access to this page',
    forbiddenLead:
      'Your account does not have permission for this page. If you need it, ask your park’s administrator.',
    gone: 'No longer available',
    tooMany: 'Too many attempts',
    refused: 'This could not be done',
    failed: 'Something went wrong on our side',
    failedLead: 'Nothing you saved is lost. Please try again in a moment.',
    /** A form that came from a page of another address; `origin`: ours. */
    elsewhere: (v: { origin: string }) =>
      `This form did not come from our own pages, so nothing was changed. This site’s address is ${v.origin}: please open it there and try again.`,
    home: 'Go to the home page',
    courses: 'Browse courses',
  },
  themes: {
    'innovation-capability': 'Innovation capability',
    'ecosystem-building': 'Ecosystem building',
    incubation: 'Incubation',
    'research-commercialisation': 'Research commercialisation',
    'park-management': 'Park management',
    'market-entry': 'Market entry',
  },
  errors: {
    forbidden: 'Your account does not have permission for this.',
    'not-found': 'This does not exist, or no longer does.',
  },
  fields: {
    required: 'Please fill this in.',
    invalid: 'This does not look right. Please check it.',
    'too-long': 'This is too long.',
    'too-short': 'This is too short.',
  },
};
