import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** `folder` itself if it is a course, else the courses in it, by name. */
export function courseFolders(folder: string): string[] {
  if (existsSync(path.join(folder, 'course.yml'))) return [folder];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, 'course.yml')))
    .map((entry) => path.join(folder, entry.name))
    .sort();
}
