export { writeEntry } from './write-entry.server';
