// The demo's people, signed in over real HTTP.
import type { Page } from 'playwright-core';

export const password = 'parkbridge-demo';

export const demoPeople = {
  learner: 'learner@mranti.example',
  instructor: 'instructor@mranti.example',
  parkAdministrator: 'park-admin@mranti.example',
  programmeAdministrator: 'programme-admin@mranti.example',
  foreignLearner: 'learner@z-park.example',
} as const;

/** Signs in by the form's POST. Returns the Cookie header of the session. */
export async function cookieOf(origin: string, email: string): Promise<string> {
  const response = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin },
    body: new URLSearchParams({ email, password }),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .find((each) => each?.startsWith('session='));
  if (!cookie) throw new Error(`No session for ${email}: ${response.status} ${await response.text()}`);
  return cookie;
}

/** Fills and sends the sign-in form that is on the page. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('main form button[type=submit]').first().click();
}
