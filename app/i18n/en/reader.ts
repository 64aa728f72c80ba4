// The reader's own tools.
export const reader = {
  errors: {},
  fields: {},
};
