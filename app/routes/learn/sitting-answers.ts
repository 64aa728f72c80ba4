// Answers saved in place while they are given. What the page's own form sends goes to `attempt`.
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { readAnswers } from '~/domain/assessment/rules';
import { sittingFormSchema } from '~/domain/assessment/schema';
import { saveQuiz } from '~/domain/learning/index.server';
import { enter } from '~/http/enter.server';
import { readForm } from '~/http/form.server';
import { lessonPath } from '~/ui/learning/paths';
import type { QuizReply } from '~/ui/quiz/quiz-data';
import { refuseQuiz } from './refuse-quiz.server';

export async function loader(args: LoaderFunctionArgs) {
  const { url } = await enter(args, 'anyone');
  const { course = '', lesson = '' } = args.params;
  return redirect(lessonPath(course, lesson, { lng: url.searchParams.get('lng') }));
}

export async function action(args: ActionFunctionArgs) {
  const { db, actor, at } = await enter(args, 'account');
  const { course = '', lesson = '' } = args.params;
  const form = [...(await readForm(args.request))];
  const answers = readAnswers(form);
  const answer = (reply: QuizReply, init?: ResponseInit) => Response.json(reply, init);
  const sent = sittingFormSchema.safeParse({ ...Object.fromEntries(form), answers });
  if (!sent.success)
    return answer({ form: 'quiz', error: 'form-damaged', fields: {}, answers }, { status: 400 });
  try {
    const {
      saved,
      version,
      savedAt,
      answers: kept,
    } = saveQuiz(db, actor, { ...sent.data, course, lesson, at });
    return answer({ form: 'sitting', error: null, version, savedAt, answers: saved ? null : kept });
  } catch (error) {
    const { reply, init } = refuseQuiz(error, answers);
    return answer(reply, init);
  }
}
