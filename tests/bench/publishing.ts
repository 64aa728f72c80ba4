// Publishing a large course of which one text changed, beside publishing it with every text changed.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { system } from '~/domain/actor';
import { publishCourses } from '~/domain/courses/index.server';
import { migrateDatabase } from '~db/migrate.server';
import { openDatabase } from '~db/open.server';
import { alternate, type Result, timed } from './measure';

const model = 'courses/technology-incubation';
const modules = 15;
const rounds = 3;

type Course = { modules: { id: string; title: object; lessons: { id: string }[] }[] };
type Text = { file: string; written: string };

export async function publishOneChanged(): Promise<Result[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-bench-'));
  try {
    const course = path.join(folder, 'large-course');
    const texts = writeCourse(course);
    const db = openDatabase(`file:${path.join(folder, 'bench.db')}`);
    migrateDatabase(db, 'db/migrations');
    let turn = 0;
    const publish = async (changed: Text[]) => {
      turn += 1;
      for (const { file, written } of changed) writeFileSync(file, `${written}\n\nEdition ${turn}.\n`);
      const ms = await timed(async () => {
        const [outcome] = await publishCourses(db, system, { folders: [course], at: Date.now() });
        if (outcome?.compiled !== changed.length)
          throw new Error(`${outcome?.compiled} of ${changed.length} texts were compiled`);
      });
      return ms;
    };
    const one = texts[Math.floor(texts.length / 2)];
    if (!one) throw new Error('the course has no text');
    await publish(texts);
    await publish([one]);
    const measured = await alternate(
      rounds,
      () => publish([one]),
      () => publish(texts),
    );
    db.$client.close();
    return [
      { name: 'publish-one-changed', unit: 'ms', ...measured, aim: '≤ 0.1', met: measured.ratio <= 0.1 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The built-in module of four lessons fifteen times over, so 60 lessons in three languages; returns the texts. */
function writeCourse(folder: string): Text[] {
  cpSync(model, folder, { recursive: true, filter: (place) => !place.endsWith('.mdx') });
  const described = parse(readFileSync(path.join(model, 'course.yml'), 'utf8')) as Course;
  const [first] = described.modules;
  if (!first) throw new Error('the model course has no module');
  const from = readdirSync(model).find((name) => name.startsWith('01-')) ?? '';
  rmSync(path.join(folder, from), { recursive: true, force: true });
  const texts: Text[] = [];
  const made = Array.from({ length: modules }, (_, index) => {
    const number = String(index + 1).padStart(2, '0');
    const id = `${first.id}-${number}`;
    mkdirSync(path.join(folder, `${number}-${id}`));
    for (const name of readdirSync(path.join(model, from))) {
      const [, place, lesson, rest] = /^(\d+)-(.+?)(\..+\.mdx)$/.exec(name) ?? [];
      if (!place) continue;
      const written = readFileSync(path.join(model, from, name), 'utf8')
        .replaceAll(/\(lesson:([\w-]+)/g, `(lesson:$1-${number}`)
        .concat(`\n\n${number}.\n`);
      const file = path.join(folder, `${number}-${id}`, `${place}-${lesson}-${number}${rest}`);
      writeFileSync(file, written);
      texts.push({ file, written });
    }
    return {
      ...first,
      id,
      lessons: first.lessons.map((lesson) => ({ ...lesson, id: `${lesson.id}-${number}` })),
    };
  });
  writeFileSync(
    path.join(folder, 'course.yml'),
    stringify({ ...described, modules: made }, { aliasDuplicateObjects: false }),
  );
  return texts;
}
