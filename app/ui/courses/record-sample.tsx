// What a learner has in the end: the record as it would be, with nothing in it that a real one does not say.

import type { CourseView } from '~/domain/courses/schema';
import { languageOfName } from '~/domain/records/rules';
import { useI18n } from '~/i18n/react';
import { Mark } from '../layout/mark';

/** `holder`: the reader's name; null where it is not known. `attests`: the sentence that will be signed, in the course's language. */
export type Sample = { holder: string | null; issuer: string; attests: string };

export function RecordSample(props: { course: CourseView; sample: Sample; recordId: string | null }) {
  const { course, sample, recordId } = props;
  const { m, locale } = useI18n();
  const words = m.courses.course;
  const { record } = m.records;
  return (
    <section aria-labelledby="record" className="rounded-card border border-accent/40 bg-accent-soft p-card">
      <h2 id="record" className="text-lg">
        {recordId ? words.get : words.sample}
      </h2>
      {!recordId && (
        <div className="mt-4 rounded-card border border-line bg-surface p-1.5 shadow-card">
          <div className="rounded-[calc(var(--radius)-0.25rem)] border border-accent/35 px-4 py-6 text-center text-sm">
            <p className="flex items-center justify-center gap-2 font-serif font-semibold">
              <Mark size={22} />
              {sample.issuer}
            </p>
            <p className="eyebrow mt-4">{record.eyebrow}</p>
            <p className="mt-4 text-muted">{record.certifies}</p>
            {sample.holder ? (
              <p
                lang={languageOfName(sample.holder, locale)}
                className="mt-1.5 font-serif text-xl font-semibold text-balance"
              >
                {sample.holder}
              </p>
            ) : (
              <p className="mx-auto mt-1.5 max-w-48 border-b border-dashed border-control pb-1 font-serif text-xl text-muted">
                {words.sampleName}
              </p>
            )}
            <p className="mt-3 text-muted">{record.completed}</p>
            <p
              lang={course.lang}
              className="mt-1.5 font-serif text-lg font-semibold text-balance text-accent"
            >
              {course.title}
            </p>
            <p className="mt-4 text-muted">
              {record.editionNumber({ number: String(course.edition.number) })} · {words.sampleDate}
            </p>
            <p lang={course.lang} className="mt-4 border-t border-line pt-4">
              {sample.attests}
            </p>
          </div>
        </div>
      )}
      <p className="mt-4 text-sm">{words.getText}</p>
      {!recordId && <p className="mt-2 text-sm">{words.sampleNote}</p>}
      <a href="/issuer" className="link mt-1 inline-flex min-h-11 items-center text-sm">
        {words.issuer}
      </a>
    </section>
  );
}
