// Once for all browser tests: a data folder with the demo people and the built-in courses, which each server copies.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { prepareData } from '../support/data';

declare module 'vitest' {
  export interface ProvidedContext {
    dataTemplate: string;
  }
}

export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'parkbridge-template-'));
  await prepareData(folder);
  project.provide('dataTemplate', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
