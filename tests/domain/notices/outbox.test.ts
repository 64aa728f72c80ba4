import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type MailValues, queueMail, renderMail, takeLease, yieldLease } from '~/domain/notices/index.server';
import { locales } from '~/i18n/locales';
import { makeDelivery, startOutbox } from '~/jobs/deliver-outbox.server';
import type { Db } from '~db/open.server';
import { outbox } from '~db/schema';
import { openTestDatabase } from '../../support/database';
import { now, origin } from '../../support/world';

const values: MailValues = {
  invitation: { path: '/join/T', park: 'R&D <Park>' },
  'confirm-sign-up': { path: '/sign-up/T' },
  'already-registered': {},
  'reset-password': { path: '/reset/T' },
  'password-changed': {},
  'record-issued': { path: '/records/T', course: 'Incubation', name: '李娜' },
  'record-corrected': { path: '/records/T', course: 'Incubation', name: '李娜' },
  'record-renewed': { path: '/records/T', course: 'Incubation', name: '李娜' },
  'record-revoked': { path: '/records/T', course: 'Incubation', name: '李娜' },
  'record-reinstated': { path: '/records/T', course: 'Incubation', name: '李娜' },
  'record-expiring': { path: '/my/records', course: 'Incubation', name: '李娜', date: '2028年3月2日' },
};

const lines: unknown[] = [];
const log = {
  info: (...said: unknown[]) => lines.push(said),
  warn: (...said: unknown[]) => lines.push(said),
  error: (...said: unknown[]) => lines.push(said),
};
const rows = (db: Db) => db.select().from(outbox).all();

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'parkbridge-outbox-'));
  lines.length = 0;
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const outfit = (db: Db, smtpUrl?: string) => ({
  db,
  log,
  config: { smtpUrl, mailFrom: 'Parkbridge <no-reply@parkbridge.test>', dataDir, origin },
});

function queue(db: Db, recipient = '李娜 <li.na@zpark.example>'): void {
  queueMail(db, {
    recipient,
    locale: 'zh-Hans',
    template: 'reset-password',
    values: { path: '/reset/secret-token' },
    at: now,
  });
}

describe('letters', () => {
  it.each(locales)(
    'say everything in %s, as text and as HTML, with the whole address of what to do',
    (locale) => {
      for (const [template, given] of Object.entries(values)) {
        const { subject, text, html } = renderMail(
          { template: template as keyof MailValues, locale, values: given },
          origin,
        );
        expect(subject.length, template).toBeGreaterThan(5);
        if ('path' in given) expect(text, template).toContain(`${origin}${given.path}`);
        for (const part of [subject, text, html]) expect(part, template).not.toMatch(/undefined|\[object/);
        expect(html, template).not.toContain('<Park>');
      }
    },
  );
});

describe('the outbox', () => {
  it('writes mail as .eml files that only the owner may read, and forgets its link', async () => {
    const db = openTestDatabase();
    queue(db);
    await makeDelivery(outfit(db)).due(() => now);
    const [name = ''] = readdirSync(path.join(dataDir, 'outbox'));
    expect(name).toBe('2026-03-02T01-00-00-000Z-1-reset-password.eml');
    const file = path.join(dataDir, 'outbox', name);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const mail = readFileSync(file, 'utf8');
    expect(mail).toContain('From: Parkbridge <no-reply@parkbridge.test>');
    expect(mail).toMatch(/^To: .*<li\.na@zpark\.example>$/m);
    expect(mail).toContain(`Message-ID: <1.${now}@parkbridge.test>`);
    expect(mail).toContain('multipart/alternative');
    expect(rows(db)).toMatchObject([{ sentAt: now, attempts: 1, values: {}, lastError: null }]);
    expect(JSON.stringify(lines)).not.toContain('li.na');
  });

  it('tries again later and later when it cannot send, then gives up and forgets the link', async () => {
    const db = openTestDatabase();
    queue(db);
    // A file stands where the folder should be made.
    writeFileSync(path.join(dataDir, 'outbox'), '');
    const delivery = makeDelivery(outfit(db));
    let at = now;
    const waits: number[] = [];
    for (let time = 0; time < 7; time++) {
      await delivery.due(() => at);
      const [row] = rows(db);
      if (!row) throw new Error('the mail is gone');
      expect(row).toMatchObject({
        sentAt: null,
        attempts: time + 1,
        lastError: 'EEXIST',
        values: { path: '/reset/secret-token' },
      });
      // Not before it is due.
      await delivery.due(() => row.dueAt - 1);
      expect(rows(db)).toEqual([row]);
      waits.push((row.dueAt - at) / 1000);
      at = row.dueAt;
    }
    expect(waits).toEqual([30, 120, 600, 1800, 7200, 21600, 86400]);
    await delivery.due(() => at);
    expect(rows(db)).toMatchObject([{ sentAt: null, values: {} }]);
    const given = rows(db);
    await delivery.due(() => at + 1e12);
    expect(rows(db)).toEqual(given);
  });

  it('sends what waited once sending works again, and one bad mail holds up no other', async () => {
    const db = openTestDatabase();
    queue(db);
    db.update(outbox).set({ values: {}, template: 'invitation' }).run();
    queue(db);
    writeFileSync(path.join(dataDir, 'outbox'), '');
    const delivery = makeDelivery(outfit(db));
    await delivery.due(() => now);
    expect(rows(db).map((row) => row.sentAt)).toEqual([null, null]);
    rmSync(path.join(dataDir, 'outbox'));
    await delivery.due(() => now + 30_000);
    expect(rows(db)[1]?.sentAt).toBe(now + 30_000);
  });

  it('is delivered by one process at a time', async () => {
    const db = openTestDatabase();
    queue(db);
    expect(takeLease(db, { name: 'outbox', holder: 'another', at: now, ms: 1000 })).toBe(true);
    const delivery = makeDelivery(outfit(db));
    await delivery.due(() => now);
    expect(rows(db)[0]?.sentAt).toBeNull();
    // A holder that died keeps nobody waiting past its lease; one that ends gives it back.
    await delivery.due(() => now + 1000);
    expect(rows(db)[0]?.sentAt).toBe(now + 1000);
    expect(takeLease(db, { name: 'outbox', holder: 'another', at: now + 1000, ms: 1000 })).toBe(true);
    yieldLease(db, { name: 'outbox', holder: 'a third' });
    expect(takeLease(db, { name: 'outbox', holder: 'a third', at: now + 1000, ms: 1000 })).toBe(false);
  });

  it('never fails what it tells of: started and nudged, it delivers on its own, and stops', async () => {
    const db = openTestDatabase();
    queue(db);
    const started = startOutbox(outfit(db));
    await expect.poll(() => rows(db)[0]?.sentAt ?? null, { timeout: 5000 }).not.toBeNull();
    queue(db);
    for (let time = 0; time < 20; time++) started.nudge();
    await expect.poll(() => rows(db)[1]?.sentAt ?? null, { timeout: 5000 }).not.toBeNull();
    expect(readdirSync(path.join(dataDir, 'outbox'))).toHaveLength(2);
    await started.stop();
    queue(db);
    started.nudge();
    db.$client.close();
  });
});

describe('by SMTP', () => {
  let server: Server;
  const received: string[] = [];
  let refuse = false;

  beforeEach(async () => {
    received.length = 0;
    refuse = false;
    // As much of RFC 5321 as a client needs to hand over a mail.
    server = createServer((socket) => {
      let inData = false;
      let mail = '';
      socket.write('220 test\r\n');
      socket.on('data', (chunk) => {
        if (inData) {
          mail += chunk.toString();
          if (!mail.endsWith('\r\n.\r\n')) return;
          received.push(mail);
          inData = false;
          socket.write('250 kept\r\n');
          return;
        }
        for (const line of chunk.toString().split('\r\n').filter(Boolean)) {
          if (/^DATA/i.test(line)) {
            inData = true;
            socket.write('354 go on\r\n');
          } else if (/^RCPT/i.test(line) && refuse)
            socket.write('550 no such person li.na@zpark.example\r\n');
          else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
          else socket.write('250 ok\r\n');
        }
      });
      socket.on('error', () => {});
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const url = () => {
    const bound = server.address();
    return `smtp://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`;
  };

  it('hands mail to the server, and writes no file', async () => {
    const db = openTestDatabase();
    queue(db);
    await makeDelivery(outfit(db, url())).due(() => now);
    expect(received).toHaveLength(1);
    expect(rows(db)[0]?.sentAt).toBe(now);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('keeps a refused mail for later, noting why without the address', async () => {
    const db = openTestDatabase();
    queue(db);
    refuse = true;
    await makeDelivery(outfit(db, url())).due(() => now);
    expect(rows(db)).toMatchObject([{ sentAt: null, attempts: 1, lastError: 'EENVELOPE 550' }]);
    expect(JSON.stringify(lines)).not.toContain('li.na');
  });
});
