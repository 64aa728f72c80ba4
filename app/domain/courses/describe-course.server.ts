import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { notFound } from '../error';
import { listParks } from '../identity/index.server';
import { newsOf } from './edition-news';
import { currentEdition, listEditions } from './find-edition.server';
import { viewOf } from './rules';
import type { CourseView, Edition, EditionNews } from './schema';

const mostShown = 20;

/**
 * A course as its page shows it to a reader of `locale`: its newest edition, the parks of its instructors by name, and what the
 * newest editions brought, the newest first. `earlier`: how many editions there are before those. Throws `not-found`.
 */
export function describeCourse(
  db: Db,
  input: { course: string; locale: Locale },
): { edition: Edition; view: CourseView; news: EditionNews[]; earlier: number } {
  const { locale } = input;
  const edition = currentEdition(db, input.course);
  if (!edition) throw notFound();
  // One more than is shown, so that the last one has something to be compared with.
  const editions = listEditions(db, edition.courseId, mostShown + 1);
  const news = editions
    .slice(0, mostShown)
    .map((each, index) => newsOf(each, editions[index + 1] ?? null, locale));
  const view = viewOf(edition, locale);
  const parks = view.instructors.some(({ park }) => park) ? listParks(db) : [];
  const instructors = view.instructors.map(({ park, ...instructor }) => ({
    ...instructor,
    park: parks.find(({ slug }) => slug === park)?.names[locale] ?? null,
  }));
  return {
    edition,
    view: { ...view, instructors },
    news,
    earlier: Math.max(0, edition.number - mostShown),
  };
}
