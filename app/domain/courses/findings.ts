// A thing wrong in a course folder: where, what, and what to do about it. The texts' own findings have the same shape.

export type Finding = { path: string; line: number; column: number; message: string };

/** As editors and terminals read it: `file:line:column message`. */
export const lineOf = ({ path, line, column, message }: Finding): string =>
  `${path}:${line}:${column} ${message}`;

/** By path, then place, so that the same folder always reads the same. */
export function inOrder(findings: Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.message < b.message ? -1 : a.message > b.message ? 1 : 0),
  );
}
