// Notes, highlights and bookmarks.
export const notes = {
  errors: {},
  fields: {},
};
