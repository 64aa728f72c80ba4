// Another edition of the built-in course, published into a running server's data beside it.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { system } from '~/domain/actor';
import { publishCourses } from '~/domain/courses/index.server';
import { openDatabase } from '~db/open.server';

/** `edits`: path in the course's folder to what becomes of its text. `as`: publishes it as another course. */
export async function publishEdited(
  dataDir: string,
  edits: Record<string, (text: string) => string>,
  as = 'technology-incubation',
): Promise<void> {
  const parent = mkdtempSync(path.join(tmpdir(), 'parkbridge-edition-'));
  const folder = path.join(parent, as);
  cpSync('courses/technology-incubation', folder, { recursive: true });
  for (const [file, edit] of Object.entries(edits)) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    const edited = edit(text);
    if (edited === text) throw new Error(`${file} was not changed`);
    writeFileSync(path.join(folder, file), edited);
  }
  const db = openDatabase(`file:${path.join(dataDir, 'parkbridge.db')}`);
  try {
    await publishCourses(db, system, { folders: [folder], at: Date.now() });
  } finally {
    db.$client.close();
    rmSync(parent, { recursive: true });
  }
}
