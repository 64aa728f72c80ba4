// How a command ends when it cannot go on: one message for the operator, exit code 1, no stack trace for what is not a bug.
import { DatabaseUnusable } from '~db/open.server';
import { ConfigError } from '../config.server';
import { CourseRefused } from '../domain/courses/index.server';
import { DomainError } from '../domain/error';
import { KeysUnusable } from '../domain/records/index.server';
import { en } from '../i18n/en';

/** The command was called wrongly; the message says how to call it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const expected =
      error instanceof ConfigError ||
      error instanceof DatabaseUnusable ||
      error instanceof KeysUnusable ||
      error instanceof UsageError ||
      error instanceof DomainError;
    const said = expected ? sentenceOf(error) : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${said}\n`);
    process.exitCode = 1;
  }
}

/** A refused course names its findings itself; other refusals of the domain are codes, with a sentence in the catalogue. */
function sentenceOf(error: Error): string {
  if (error instanceof CourseRefused)
    return `${error.message}\n\nNothing more was done. Put right what is listed, then run the command again.`;
  if (!(error instanceof DomainError)) return error.message;
  const sentences: Record<string, string> = en.errors;
  return sentences[error.code] ?? error.code;
}
