import type { en } from '../en';
import type { Translated } from '../translated';
import { admin } from './admin';
import { common } from './common';
import { courses } from './courses';
import { identity } from './identity';
import { learning } from './learning';
import { records } from './records';
import { reports } from './reports';

export const zhHans: Translated<typeof en> = {
  admin,
  common,
  courses,
  identity,
  learning,
  records,
  reports,
  /** A sentence for each code of a DomainError. */
  errors: {
    ...common.errors,
    ...identity.errors,
    ...courses.errors,
    ...learning.errors,
    ...records.errors,
    ...reports.errors,
    ...admin.errors,
  },
  /** A sentence for each code a form field can fail with. */
  fields: {
    ...common.fields,
    ...identity.fields,
    ...courses.fields,
    ...learning.fields,
    ...records.fields,
    ...reports.fields,
    ...admin.fields,
  },
};
