import { access, readdir } from 'node:fs/promises';
import path from 'node:path';
import { CourseRefused } from './errors';

/**
 * The course folders that `folder` names: itself if it has a course.yml, else each folder in it that has one, by name.
 * Throws CourseRefused where there is none.
 */
export async function listCourseFolders(folder: string): Promise<string[]> {
  const isCourse = (candidate: string) =>
    access(path.join(candidate, 'course.yml')).then(
      () => true,
      () => false,
    );
  if (await isCourse(folder)) return [folder];
  const inside = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = inside.filter((entry) => entry.isDirectory()).map((entry) => path.join(folder, entry.name));
  const found: string[] = [];
  for (const name of names.sort()) if (await isCourse(name)) found.push(name);
  if (found.length > 0) return found;
  const message =
    'There is no course.yml here or one folder below: name a course folder, or the folder that holds them.';
  throw new CourseRefused([{ path: folder, line: 1, column: 1, message }]);
}
