// The quiz form as the server reads it, and what a review holds.
import { z } from 'zod';

/** What every form of an open sitting sends. */
export const sittingFormSchema = z.object({
  /** Names the sitting, so that however many tabs have it open, it is one attempt. */
  sitting: z.uuid({ error: 'form-damaged' }),
  /** How often it had been saved when this page was made. */
  version: z.coerce.number({ error: 'form-damaged' }).int().positive(),
  answers: z.record(z.string(), z.array(z.string())),
});
export type SittingForm = z.infer<typeof sittingFormSchema>;

/** A question after grading. What is right is absent until it may be shown. */
export type ReviewedQuestion = {
  id: string;
  /** HTML, as every `html` here. */
  prompt: string;
  right: boolean;
  answered: boolean;
  /** Not only some of its pairs or places. */
  whole: boolean;
  /** Plain text: what the author says to this answer. */
  feedback?: string;
} & (
  | {
      type: 'single' | 'multiple' | 'true-false';
      choices: {
        id: string;
        html: string;
        taken: boolean;
        /** Only of a choice taken. */
        feedback?: string;
        correct?: boolean;
      }[];
    }
  | {
      type: 'numeric';
      typed: string | null;
      /** How it was understood: a plain decimal, and the unit if one was written. */
      read: { value: string; unit: string | null } | null;
      solution?: { answer: string; unit: string | null; within: { value: string; percent: boolean } };
    }
  | { type: 'short-text'; typed: string | null; solution?: string[] }
  | {
      type: 'matching';
      pairs: { id: string; html: string; taken: string | null; solution?: string }[];
    }
  | {
      type: 'ordering';
      /** As the learner placed them, those without a place last. */
      items: { id: string; html: string; place: number | null }[];
      solution?: { id: string; html: string }[];
    }
);
