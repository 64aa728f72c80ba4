/** The shape a translation must have: the same keys, sentences as strings, and functions that take the same values. */
export type Translated<T> = {
  readonly [Key in keyof T]: T[Key] extends string
    ? string
    : T[Key] extends (values: infer Values) => string
      ? (values: Values) => string
      : Translated<T[Key]>;
};
