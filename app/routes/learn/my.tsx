import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { findLesson, lessonsOf, pickText } from '~/domain/courses/rules';
import { type MyCourse, myCourses } from '~/domain/learning/index.server';
import { enter } from '~/http/enter.server';
import type { Locale } from '~/i18n/locales';
import { type MyData, MyPage } from '~/ui/learning/my-page';

export async function loader(args: LoaderFunctionArgs): Promise<MyData> {
  const { db, actor, locale, m } = await enter(args, 'account');
  const mine = myCourses(db, actor);
  const current = mine.find(({ state }) => state.completedAt === null);
  return {
    title: m.learning.my.title,
    onward: current ? onwardIn(current, locale) : null,
    courses: mine.map((each) => cardOf(each, locale)),
    records: mine.flatMap(({ edition, record }) =>
      record ? { ...record, course: edition.titles[locale] } : [],
    ),
  };
}

const titleIn = ({ edition }: MyCourse, slug: string, locale: Locale): string => {
  const lesson = findLesson(edition, slug);
  return lesson ? pickText(lesson, edition, locale).text.title : slug;
};

function onwardIn(mine: MyCourse, locale: Locale): NonNullable<MyData['onward']> {
  const { edition, state } = mine;
  const { lessonSlug } = state.resume;
  return {
    course: edition.titles[locale],
    theme: edition.theme,
    slug: edition.slug,
    lesson: titleIn(mine, lessonSlug, locale),
    lessonSlug,
    begun: mine.begun,
    block: mine.block,
  };
}

function cardOf(mine: MyCourse, locale: Locale): MyData['courses'][number] {
  const { edition, state } = mine;
  const required = lessonsOf(edition).filter((lesson) => lesson.required);
  const named = (slug: string) => ({ slug, title: titleIn(mine, slug, locale) });
  const unseen = required.filter(({ slug }) => !state.completed.includes(slug)).length;
  return {
    slug: edition.slug,
    title: edition.titles[locale],
    theme: edition.theme,
    done: state.done,
    total: state.total,
    completedAt: state.completedAt,
    settle: state.all && state.completedAt === null,
    resume: state.resume.lessonSlug,
    block: mine.block,
    changed: state.changed.map(named),
    again: state.again.map(named),
    added: state.completedAt === null ? 0 : unseen,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function My() {
  return <MyPage data={useLoaderData<typeof loader>()} />;
}
