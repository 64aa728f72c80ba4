// The course kept on the device.
export const offline = {
  errors: {},
  fields: {},
};
