// A short text in every language of the platform.
export type Localised = { en: string; ms: string; 'zh-Hans': string };
