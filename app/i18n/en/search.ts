// Search.
export const search = {
  errors: {},
  fields: {},
};
