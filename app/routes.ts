// The site map: every URL, one line each.
import { index, type RouteConfig, route } from '@remix-run/route-config';

export default [
  // Anyone
  index('routes/public/home.tsx'),
  route('courses', 'routes/public/courses.tsx'),
  route('courses/:course', 'routes/public/course.tsx'),
  route('editions/:digest', 'routes/public/edition.ts'),
  route('media/:digest/:name', 'routes/public/media.ts'),
  route('records/:id', 'routes/public/record.tsx'),
  route('records/:id.json', 'routes/public/record-json.ts'),
  route('issuer', 'routes/public/issuer.tsx'),
  route('issuer.json', 'routes/public/issuer-json.ts'),
  route('issuer/keys/:key', 'routes/public/issuer-key.ts'),
  route('.well-known/did.json', 'routes/public/did.ts'),
  route('sign-in', 'routes/public/sign-in.tsx'),
  route('sign-out', 'routes/public/sign-out.tsx'),
  route('sign-up', 'routes/public/sign-up.tsx'),
  route('sign-up/:token', 'routes/public/confirm-sign-up.tsx'),
  route('join/:token', 'routes/public/join.tsx'),
  route('reset', 'routes/public/forgot-password.tsx'),
  route('reset/:token', 'routes/public/reset-password.tsx'),
  route('language', 'routes/public/language.tsx'),

  // Signed in
  route('my', 'routes/learn/my.tsx'),
  route('my/records', 'routes/learn/records.tsx'),
  route('my/settings', 'routes/learn/settings.tsx'),
  route('my/settings/profile', 'routes/learn/settings.profile.tsx'),
  route('my/settings/sharing', 'routes/learn/settings.sharing.tsx'),
  route('my/settings/password', 'routes/learn/settings.password.tsx'),
  route('my/settings/sessions', 'routes/learn/settings.sessions.tsx'),
  route('courses/:course/enrol', 'routes/learn/enrol.tsx'),
  route('courses/:course/lessons/:lesson', 'routes/learn/lesson.tsx'),
  route('courses/:course/lessons/:lesson/complete', 'routes/learn/complete.tsx'),
  route('courses/:course/lessons/:lesson/attempt', 'routes/learn/attempt.tsx'),
  route('courses/:course/lessons/:lesson/attempts/:attempt', 'routes/learn/attempts.tsx'),
  route('courses/:course/lessons/:lesson/reflections/:reflection', 'routes/learn/reflect.tsx'),

  // Administrators
  route('admin', 'routes/admin/admin.ts'),
  route('admin/reports', 'routes/admin/reports.tsx'),
  route('admin/reports.csv', 'routes/admin/reports-csv.ts'),
  route('admin/people', 'routes/admin/people.tsx'),
  route('admin/people.csv', 'routes/admin/people-csv.ts'),
  route('admin/invitations', 'routes/admin/invitations.tsx'),
  route('admin/invitations/:invitation/revoke', 'routes/admin/invitation-revoke.tsx'),
  route('admin/parks', 'routes/admin/parks.tsx'),

  // A URL that is not there
  route('*', 'routes/public/missing.tsx'),
] satisfies RouteConfig;
