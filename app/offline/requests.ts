// What an address of ours asks for. Pure.
import type { WaitingKind } from './device';

/** The header of a request that the worker leaves to the network. */
export const passBy = 'X-Pass-By';

/** The page an address belongs to, also where only its data is asked for. */
export const pagePath = (pathname: string): string =>
  pathname === '/_root.data' ? '/' : pathname.replace(/\.data$/, '');

const lessonWrite =
  /^\/courses\/([^/]+)\/lessons\/([^/]+)\/(?:(complete)|reflections\/([^/]+)|annotations\/([^/]+)(\/remove)?)$/;

/** What a form sent to `path` writes, where that can also be done later; null for everything else. */
export function writeOf(
  path: string,
): { what: WaitingKind; course: string; lesson: string; target: string } | null {
  const match = lessonWrite.exec(path);
  if (!match) return null;
  const [, course = '', lesson = '', complete, reflection, annotation, remove] = match;
  const what = complete ? 'completion' : reflection ? 'reflection' : remove ? 'removal' : 'annotation';
  return { what, course, lesson, target: reflection ?? annotation ?? '' };
}
