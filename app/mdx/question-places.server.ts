// The parts of a question: places in a text that become data. They render nothing themselves.
import type { ReactNode } from 'react';

type Inside = { children?: ReactNode };

export type QuestionProps = Inside & {
  id: string;
  type: 'single' | 'multiple' | 'true-false' | 'numeric' | 'short-text' | 'matching' | 'ordering';
  answer?: string;
  tolerance?: string;
  unit?: string;
  'ask-unit'?: boolean;
  right?: string;
  wrong?: string;
  fixed?: boolean;
};

export const QuestionPlace = (_: QuestionProps) => null;
export const ChoicePlace = (
  _: Inside & { id: string; correct?: boolean; last?: boolean; feedback: string },
) => null;
export const AcceptPlace = (_: Inside & { unit?: string; factor?: string }) => null;
export const MistakePlace = (_: { answer: string; feedback: string }) => null;
export const PairPlace = (_: Inside & { id: string; with: string }) => null;
export const ItemPlace = (_: Inside & { id: string }) => null;

/** What stands below a question's text. */
export const answerPlaces: readonly unknown[] = [
  ChoicePlace,
  AcceptPlace,
  MistakePlace,
  PairPlace,
  ItemPlace,
];
