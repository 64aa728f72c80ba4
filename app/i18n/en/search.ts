// The search box, which every page has; what the page of results says is in search-results.ts.
export const search = {
  label: 'Search',
  errors: {},
  fields: {},
};
