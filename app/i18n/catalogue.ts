// A language's catalogue: its areas, and all their sentences for codes in one place each.

type Area = { readonly errors: Record<string, string>; readonly fields: Record<string, string> };

/** `errors`: a sentence for each code of a DomainError. `fields`: one for each code a form field can fail with. */
export function catalogueOf<Areas extends Record<string, Area>>(areas: Areas) {
  const gather = (kind: keyof Area): Record<string, string> =>
    Object.assign({}, ...Object.values(areas).map((area) => area[kind]));
  return { ...areas, errors: gather('errors'), fields: gather('fields') };
}
