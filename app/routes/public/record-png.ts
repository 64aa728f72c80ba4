import type { LoaderFunctionArgs } from '@remix-run/node';
import { answerForm } from './record-form.server';

export async function loader(args: LoaderFunctionArgs) {
  return await answerForm(args, 'png');
}
