// The Chinese heading face as pages link it: pieces for the interface's words, made with the build, and for what is published.
import { createHash } from 'node:crypto';
import interfaceRules from 'virtual:interface-face';
import { faceRules } from '~/domain/courses/index.server';
import type { Db } from '~db/open.server';

type Face = { of: string; version: string; css: string };
const kept = new WeakMap<Db, Face>();

/** Its style sheet, and the name of these very rules, under which `/faces/<version>.css` may be kept for ever. */
export function headingFace(db: Db): Face {
  const published = faceRules(db);
  let face = kept.get(db);
  if (face?.of !== published.version) {
    // Later rules win where both have a character: a lesson's words lie together in a published piece.
    const css = `${interfaceRules}\n${published.css}`;
    const version = createHash('sha256').update(css).digest('hex').slice(0, 16);
    face = { of: published.version, version, css };
    kept.set(db, face);
  }
  return face;
}
