import type { quizzes as source } from '../en/quizzes';
import type { Translated } from '../translated';

export const quizzes: Translated<typeof source> = {
  errors: {},
  fields: {},
};
