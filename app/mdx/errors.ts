import type { Finding } from './schema';

/** A text that the check refuses; `findings` has every reason. */
export class TextRefused extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    const [first] = findings;
    super(first ? `${first.path}:${first.line}:${first.column} ${first.message}` : 'The text was refused');
    this.name = 'TextRefused';
    this.findings = findings;
  }
}
