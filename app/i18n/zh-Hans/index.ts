import { catalogueOf } from '../catalogue';
import type { Messages } from '../messages';
import { admin } from './admin';
import { common } from './common';
import { courses } from './courses';
import { identity } from './identity';
import { learning } from './learning';
import { records } from './records';
import { reports } from './reports';

export const zhHans: Messages = catalogueOf({ admin, common, courses, identity, learning, records, reports });
