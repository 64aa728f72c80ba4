// The quiz: taking it, and what it answers.
export const quizzes = {
  errors: {},
  fields: {},
};
