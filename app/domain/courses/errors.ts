// What this domain refuses, by name.
import { DomainError } from '../error';
import { type Finding, lineOf } from './findings';

/** The folder has findings; nothing was published. */
export class CourseRefused extends DomainError {
  override name = 'CourseRefused';
  constructor(readonly findings: Finding[]) {
    super('course-refused', 'invalid');
    this.message = findings.map(lineOf).join('\n');
  }
}

/** Somebody else published the course between the check and the write. */
export const courseMovedOn = () => new DomainError('course-moved-on', 'conflict');
