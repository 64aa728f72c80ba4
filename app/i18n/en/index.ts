import { catalogueOf } from '../catalogue';
import { admin } from './admin';
import { common } from './common';
import { courses } from './courses';
import { identity } from './identity';
import { learning } from './learning';
import { log } from './log';
import { notes } from './notes';
import { offline } from './offline';
import { quizzes } from './quizzes';
import { reader } from './reader';
import { records } from './records';
import { reports } from './reports';
import { search } from './search';
import { verify } from './verify';

export const en = catalogueOf({
  admin,
  common,
  courses,
  identity,
  learning,
  log,
  notes,
  offline,
  quizzes,
  reader,
  records,
  reports,
  search,
  verify,
});
