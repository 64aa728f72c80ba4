// What a device asks when it has a connection: who is signed in here, and which courses can be kept, as they are now.
//
// GET /my/offline.json
//   200      {owner, worker, locale, courses: [{slug, title, theme, edition, standing, pages: [{path, title}]}]}
//            worker: false where the operator has switched keeping off
//   401      {error: 'signed-out'}
import type { LoaderFunctionArgs } from '@remix-run/node';
import { lessonsOf, pickText } from '~/domain/courses/rules';
import { deviceOwner, keepableCourses } from '~/domain/learning/index.server';
import { answerJson, enterQuietly } from '~/http/answer-json.server';
import type { DeviceState } from '~/offline/device-state';
import { lessonPath } from '~/ui/learning/paths';

export async function loader(args: LoaderFunctionArgs) {
  const { app, db, actor, locale } = await enterQuietly(args);
  return await answerJson(
    (): DeviceState => ({
      owner: deviceOwner(actor),
      worker: app.config.offline,
      locale,
      courses: keepableCourses(db, actor).map(({ edition, standing }) => ({
        slug: edition.slug,
        title: edition.titles[locale],
        theme: edition.theme,
        edition: edition.digest,
        standing,
        pages: lessonsOf(edition).map((lesson) => ({
          path: lessonPath(edition.slug, lesson.slug),
          title: pickText(lesson, edition, locale).text.title,
        })),
      })),
    }),
  );
}
