// The files of a course folder, nothing beyond it: no links, no odd names, nothing too large.
import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from './findings';

const megabyte = 1024 * 1024;
/** Bytes a file may have, by what it is. */
const limits = { yaml: megabyte, text: megabyte, asset: 20 * megabyte };
const mostFiles = 5_000;
const mostBytes = 512 * megabyte;
const deepest = 6;

export type CourseFolder = {
  /** As it was named, with forward slashes: what findings' paths begin with. */
  shown: string;
  slug: string;
  /** By path inside the folder, with forward slashes, in order. */
  files: Map<string, Buffer>;
  findings: Finding[];
};

/** Reads `folder`. What is refused is a finding and not in `files`; names that systems leave behind are passed over. */
export async function readFolder(folder: string): Promise<CourseFolder> {
  const shown = folder.split(path.sep).join('/').replace(/\/+$/, '') || '.';
  const findings: Finding[] = [];
  const files = new Map<string, Buffer>();
  const result: CourseFolder = { shown, slug: path.basename(path.resolve(folder)), files, findings };
  const refuse = (at: string, message: string) =>
    findings.push({ path: at ? `${shown}/${at}` : shown, line: 1, column: 1, message });

  const found = await stat(folder).catch(() => null);
  if (!found?.isDirectory()) {
    refuse(
      '',
      'There is no such folder: give the path of a course folder, such as courses/technology-incubation.',
    );
    return result;
  }
  const root = await realpath(folder);
  let total = 0;
  let count = 0;

  const walk = async (inside: string, depth: number): Promise<void> => {
    const entries = await readdir(path.join(root, inside), { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (leftBehind(entry.name)) continue;
      const at = inside ? `${inside}/${entry.name}` : entry.name;
      if (entry.isSymbolicLink()) {
        refuse(at, 'Links are not allowed: put the file itself into the folder.');
      } else if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(entry.name)) {
        refuse(
          at,
          'Use only letters without accents, digits, dots, hyphens and underscores in file names: rename it.',
        );
      } else if (entry.isDirectory()) {
        if (depth >= deepest) refuse(at, `Folders may be ${deepest} deep: move this one up.`);
        else await walk(at, depth + 1);
      } else if (entry.isFile()) {
        await take(at, entry);
      } else {
        refuse(at, 'This is not a file: remove it.');
      }
    }
  };

  const take = async (at: string, entry: Dirent): Promise<void> => {
    count += 1;
    if (count > mostFiles) {
      if (count === mostFiles + 1) refuse(at, `A course has ${mostFiles} files or fewer: remove some.`);
      return;
    }
    const file = path.join(root, at);
    const { size } = await stat(file);
    const limit = at.startsWith('assets/')
      ? limits.asset
      : entry.name.endsWith('.mdx')
        ? limits.text
        : limits.yaml;
    total += size;
    if (size > limit) refuse(at, `This file is larger than ${limit / megabyte} MB: make it smaller.`);
    else if (total <= mostBytes) files.set(at, await readFile(file));
    else if (total - size <= mostBytes)
      refuse(at, `A course is ${mostBytes / megabyte} MB or smaller: remove files.`);
  };

  await walk('', 0);
  const lowered = new Map<string, string>();
  for (const at of files.keys()) {
    const twin = lowered.get(at.toLowerCase());
    if (twin)
      refuse(
        at,
        `This differs from ${twin} only in capitals, which some systems take for one file: rename one.`,
      );
    lowered.set(at.toLowerCase(), at);
  }
  return result;
}

/** What file managers, editors and version control leave in folders. */
const leftBehind = (name: string): boolean =>
  name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini';

/** UTF-8 text with LF line ends and no byte order mark, or null where the bytes are not UTF-8. */
export function asText(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return null;
  }
}
