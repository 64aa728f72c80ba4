// Two parks with people of every role, and what a loader or action needs to be called as one of them.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import pino from 'pino';
import { loadConfig } from '~/config.server';
import type { App } from '~/context.server';
import type { AccountActor, Actor, Role } from '~/domain/actor';
import { type IssuerKeys, loadOrCreateKeys } from '~/domain/records/index.server';
import { openDoor } from '~/http/enter.server';
import { guarded } from '~/http/errors.server';
import { makeSessions } from '~/http/session.server';
import type { Locale } from '~/i18n/locales';
import type { Db } from '~db/open.server';
import { accountRoles, accounts, parkDomains, parks, units } from '~db/schema';
import { openTestDatabase } from './database';

/** 2026-03-02 09:00 in Kuala Lumpur. */
export const now = Date.UTC(2026, 2, 2, 1);
export const origin = 'http://parkbridge.test';

export type Person =
  | 'learner'
  | 'colleague'
  | 'instructor'
  | 'parkAdministrator'
  | 'programmeAdministrator'
  | 'foreigner'
  | 'foreignAdministrator';

export type World = {
  db: Db;
  app: App;
  parks: { mranti: number; zpark: number };
  units: { incubation: number; technology: number; exchange: number };
  people: Record<Person, AccountActor>;
};

/** mranti: learner, colleague, instructor, both administrators; z-park: foreigner, foreignAdministrator. Nobody has a usable password. */
export async function makeWorld(db: Db = openTestDatabase()): Promise<World> {
  const park = (slug: string, en: string, zh: string) =>
    db
      .insert(parks)
      .values({ slug, names: { en, ms: en, 'zh-Hans': zh }, createdAt: now })
      .returning()
      .get().id;
  const mranti = park('mranti', 'MRANTI', '马来西亚研究加速中心');
  const zpark = park('z-park', 'Zhongguancun Science Park', '中关村科学城');
  db.insert(parkDomains)
    .values([
      { domain: 'mranti.example', parkId: mranti },
      { domain: 'zpark.example', parkId: zpark },
    ])
    .run();
  const unit = (parkId: number, slug: string, en: string, zh: string) =>
    db
      .insert(units)
      .values({ parkId, slug, names: { en, ms: en, 'zh-Hans': zh }, createdAt: now })
      .returning()
      .get().id;
  const incubation = unit(mranti, 'incubation', 'Incubation', '孵化部');
  const technology = unit(mranti, 'technology', 'Technology', '技术部');
  const exchange = unit(zpark, 'exchange', 'International exchange', '国际交流部');
  const person = (
    email: string,
    name: string,
    parkId: number,
    unitId: number | null,
    locale: Locale,
    roles: Role[] = [],
  ): AccountActor => {
    const timeZone = parkId === mranti ? 'Asia/Kuala_Lumpur' : 'Asia/Shanghai';
    const row = db
      .insert(accounts)
      .values({ email, name, parkId, unitId, locale, timeZone, passwordHash: '!', createdAt: now })
      .returning()
      .get();
    for (const role of roles) db.insert(accountRoles).values({ accountId: row.id, role }).run();
    return { kind: 'account', id: row.id, parkId, unitId, email, name, locale, timeZone, roles };
  };
  const people: World['people'] = {
    learner: person('aisyah@mranti.example', 'Aisyah binti Rahman', mranti, incubation, 'en'),
    colleague: person('wei.jie@mranti.example', 'Tan Wei Jie', mranti, technology, 'ms'),
    instructor: person('instructor@mranti.example', 'Dr Kavitha Nair', mranti, incubation, 'en', [
      'instructor',
    ]),
    parkAdministrator: person('park@mranti.example', 'Hafiz Osman', mranti, technology, 'ms', [
      'park-administrator',
    ]),
    programmeAdministrator: person('programme@mranti.example', 'Nurul Huda', mranti, null, 'en', [
      'programme-administrator',
    ]),
    foreigner: person('li.na@zpark.example', '李娜', zpark, exchange, 'zh-Hans'),
    foreignAdministrator: person('park@zpark.example', '王强', zpark, exchange, 'zh-Hans', [
      'park-administrator',
    ]),
  };
  return {
    db,
    app: await testApp(db),
    parks: { mranti, zpark },
    units: { incubation, technology, exchange },
    people,
  };
}

let keys: Promise<IssuerKeys> | undefined;

async function testApp(db: Db): Promise<App> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'parkbridge-'));
  keys ??= loadOrCreateKeys({ dataDir, origin, configured: undefined });
  return {
    config: loadConfig({ NODE_ENV: 'test', ORIGIN: origin, DATA_DIR: dataDir, LOG_LEVEL: 'silent' }),
    db,
    log: pino({ level: 'silent' }),
    keys: await keys,
    sessions: makeSessions(db, { secure: false }),
    nudgeMail: () => {},
    close: async () => {},
  };
}

type Args = LoaderFunctionArgs & ActionFunctionArgs;
type Asked = {
  path: string;
  form?: Record<string, string | string[]>;
  headers?: Record<string, string>;
  params?: Record<string, string>;
};

/**
 * Calls a route's real loader or action as the server does, with a real Request: guarded, and as `actor`.
 * Returns what it returns; what it throws (a Response, data with a status) is returned as well.
 */
export async function ask<T>(
  world: World,
  handler: (args: Args) => T,
  actor: Actor,
  asked: Asked,
): Promise<Awaited<T> | Response | { data: unknown; init: ResponseInit | null }> {
  const headers = new Headers(asked.headers);
  if (actor.kind === 'account') {
    const cookie = await world.app.sessions.begin(actor.id, 'test', now);
    headers.append('Cookie', cookie.split(';')[0] ?? '');
  }
  const body = asked.form ? new URLSearchParams(pairs(asked.form)) : undefined;
  const request = new Request(`${origin}${asked.path}`, {
    method: body ? 'POST' : 'GET',
    headers,
    ...(body ? { body } : {}),
  });
  const context = openDoor({ app: world.app, at: now, address: '127.0.0.1', setCookie: () => {} }, 'nonce');
  try {
    return (await guarded(handler as never)({
      request,
      context,
      params: asked.params ?? {},
    } as Args)) as Awaited<T>;
  } catch (thrown) {
    if (
      thrown instanceof Response ||
      (typeof thrown === 'object' && thrown !== null && 'init' in thrown && 'data' in thrown)
    )
      return thrown as Response;
    throw thrown;
  }
}

const pairs = (form: Record<string, string | string[]>): [string, string][] =>
  Object.entries(form).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, each]),
  );

/** The status of whatever `ask` gave. */
export const statusOf = (answer: unknown): number => {
  if (answer instanceof Response) return answer.status;
  const init =
    typeof answer === 'object' && answer !== null && 'init' in answer
      ? (answer.init as ResponseInit | null)
      : null;
  return init?.status ?? 200;
};
