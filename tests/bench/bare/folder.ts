/** Where the bare page is built to: beneath the packages, which the built server must find. */
export const bareFolder = 'node_modules/.cache/parkbridge-bench/bare';
