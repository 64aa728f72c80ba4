// A template tag for names in a Chinese sentence.

/** Puts a space where Chinese meets a Latin letter or a digit at the edge of a value: `加入 MRANTI`, but `加入中关村`. */
export function spaced(texts: TemplateStringsArray, ...values: string[]): string {
  return values.reduce(
    (done, value, index) => meet(meet(done, value), texts[index + 1] ?? ''),
    texts[0] ?? '',
  );
}

const meet = (left: string, right: string): string =>
  (/\p{Script=Han}$/u.test(left) && /^[\p{Script=Latin}\d]/u.test(right)) ||
  (/[\p{Script=Latin}\d]$/u.test(left) && /^\p{Script=Han}/u.test(right))
    ? `${left} ${right}`
    : left + right;
