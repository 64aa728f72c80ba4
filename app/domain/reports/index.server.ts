// The reports domain's door: read-only views over who studies what.
export { exportPeople } from './export-people.server';
export { exportRegistry } from './export-registry.server';
export { exportReport } from './export-report.server';
export { listChoices } from './list-choices.server';
export { listPeople } from './list-people.server';
export { findInRegistry, listRegistry } from './list-registry.server';
export { readReport } from './read-report.server';
