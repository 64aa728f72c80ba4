export * from './assessment';
export * from './audit';
export * from './courses';
export * from './identity';
export * from './learning';
export type { Localised } from './localised';
export * from './notices';
export * from './records';
export * from './reports';
