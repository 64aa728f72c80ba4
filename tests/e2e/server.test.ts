// The production server as an operator meets it: starting, refusing to start, headers, health, stopping.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { cookieOf, demoPeople, password } from '../support/people';
import { type RunningServer, startServer } from '../support/server';

let server: RunningServer | undefined;

afterEach(async () => {
  await server?.dispose();
  server = undefined;
});

describe('starting', () => {
  it('names every missing or wrong variable at once', async () => {
    const started = startServer({
      env: { ORIGIN: '', DATA_DIR: '', PORT: 'many', LOG_LEVEL: 'loud', SMTP_URL: 'smtp://mail.example' },
    });
    const said = await started.then(
      () => '',
      (error: Error) => error.message,
    );
    for (const name of ['ORIGIN', 'DATA_DIR', 'PORT', 'LOG_LEVEL', 'MAIL_FROM']) expect(said).toContain(name);
    expect(said).toContain('ORIGIN is missing (must be a URL such as https://learn.example.org)');
    expect(said).not.toContain('    at ');
  });

  it('on an empty database has no demo people and prints one link for the first administrator', async () => {
    server = await startServer({});
    await expect.poll(() => server?.output()).toMatch(/\/join\/[\w-]{20,}/);
    const link = /http\S+\/join\/[\w-]+/.exec(server.output())?.[0] ?? '';
    const page = await fetch(link);
    expect(page.status).toBe(200);
    await expect(cookieOf(server.origin, demoPeople.learner)).rejects.toThrow('No session');
  });

  it('says what to do about a port that is taken', async () => {
    server = await startServer({});
    const port = Number(new URL(server.origin).port);
    const said = await startServer({ port }).then(
      () => '',
      (error: Error) => error.message,
    );
    expect(said).toContain(`Port ${port} is taken`);
    expect(said).not.toContain('    at ');
  });

  it('says what to do about a file that is no database', async () => {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'parkbridge-broken-'));
    writeFileSync(
      path.join(dataDir, 'parkbridge.db'),
      'this is not a database, and long enough to be looked at as one\n'.repeat(100),
    );
    try {
      await expect(startServer({ dataDir })).rejects.toThrow(/not a database[\s\S]*restore/);
    } finally {
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

describe('serving', () => {
  it('protects every page with a strict policy that allows its own scripts only', async () => {
    server = await startServer({ template: inject('dataTemplate') });
    const nonces: string[] = [];
    // Of pages kept in memory, the first and the second answer.
    for (const address of ['/', '/', '/courses', '/sign-in', '/sign-in', '/no-such-page']) {
      const response = await fetch(server.origin + address);
      const policy = response.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/unsafe-(inline|eval)/);
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('x-powered-by')).toBeNull();
      expect(response.headers.get('referrer-policy')).toBe('same-origin');
      const html = await response.text();
      const allowed = /script-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];
      const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)];
      expect(scripts.length).toBeGreaterThan(0);
      for (const [, attributes = '', script = ''] of scripts) {
        const nonce = /nonce="([^"]+)"/.exec(attributes)?.[1];
        if (nonce) nonces.push(nonce);
        const reason = nonce
          ? `'nonce-${nonce}'`
          : attributes.includes('src="/')
            ? "'self'"
            : `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
        expect(allowed).toContain(reason);
      }
      expect(html).not.toMatch(/\sstyle="/);
    }
    // Twice the sign-in page and once a page that is not there: each with a nonce of its own.
    expect(new Set(nonces).size).toBe(3);
  });

  it('answers for a file that went away or cannot be opened, and goes on', async () => {
    const build = mkdtempSync(path.join(tmpdir(), 'parkbridge-build-'));
    try {
      // A build of its own, whose files can be taken away.
      for (const part of ['build', 'db/migrations', 'public', 'package.json'])
        cpSync(part, path.join(build, part), { recursive: true });
      symlinkSync(path.resolve('node_modules'), path.join(build, 'node_modules'));
      server = await startServer({ template: inject('dataTemplate'), cwd: build });
      const html = await (await fetch(server.origin)).text();
      const [script = ''] = html.match(/\/assets\/[\w-]+\.js/) ?? [];
      const headers = { 'Accept-Encoding': 'br' };
      const there = await fetch(server.origin + script, { headers });
      expect(there.status).toBe(200);
      expect(there.headers.get('content-encoding')).toBe('br');
      expect(there.headers.get('content-type')).toContain('javascript');
      expect(there.headers.get('cache-control')).toContain('immutable');
      expect((await there.text()).length).toBeGreaterThan(1000);
      rmSync(path.join(build, 'build/client/assets'), { recursive: true });
      for (const encoding of ['br', 'identity']) {
        const gone = await fetch(server.origin + script, { headers: { 'Accept-Encoding': encoding } });
        expect(gone.status).toBe(404);
        expect(gone.headers.get('content-encoding')).toBeNull();
        expect(gone.headers.get('cache-control')).toBeNull();
      }
      expect((await fetch(`${server.origin}/healthz`)).status).toBe(200);
    } finally {
      await server?.end('SIGKILL');
      rmSync(build, { recursive: true, force: true });
    }
  });

  it('answers health checks and logs requests without secrets or personal data', async () => {
    server = await startServer({ template: inject('dataTemplate') });
    expect(await (await fetch(`${server.origin}/healthz`)).text()).toBe('ok');
    expect((await fetch(`${server.origin}/readyz`)).status).toBe(200);
    await cookieOf(server.origin, demoPeople.learner);
    const answer = await fetch(`${server.origin}/reset/a-secret-token?email=someone@mranti.example`);
    const id = answer.headers.get('x-request-id') ?? 'none';
    await expect.poll(() => server?.output()).toContain(id);
    expect(server.output()).not.toMatch(/a-secret-token|mranti\.example|parkbridge-demo/);
  });

  it('answers an address that is not there in the reader’s language, with a way on', async () => {
    server = await startServer({ template: inject('dataTemplate') });
    for (const [language, title] of [
      ['en', 'Page not found'],
      ['ms', 'Halaman tidak dijumpai'],
      ['zh-CN', '找不到这个页面'],
    ] as const) {
      const response = await fetch(`${server.origin}/no/such/page`, {
        headers: { 'Accept-Language': language },
      });
      expect(response.status).toBe(404);
      const html = await response.text();
      expect(html).toContain(title);
      expect(html).toContain('href="/courses"');
    }
  });
});

describe('an address made to mislead', () => {
  /** Sends exactly this request target, which fetch would tidy up first. */
  async function answerTo(target: string): Promise<{ status: number | undefined; to: string | undefined }> {
    const { hostname, port } = new URL(server?.origin ?? '');
    const sent = request({ hostname, port, path: target });
    sent.end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    return { status: response.statusCode, to: response.headers.location };
  }

  it('never leads to another site, and is no fault of the server', async () => {
    server = await startServer({ template: inject('dataTemplate') });
    expect(await answerTo('/courses/?lng=ms')).toEqual({ status: 308, to: '/courses?lng=ms' });
    for (const target of ['//evil.example/', '///evil.example//', '/\\evil.example/'])
      expect(await answerTo(target)).toEqual({ status: 308, to: '/evil.example' });
    expect(await answerTo('http://evil.example/courses')).toEqual({ status: 200, to: undefined });
    expect((await answerTo('*')).status).toBe(400);
    for (const target of ['/%', '/%ff', '/courses/%E0%A4%A'])
      expect((await answerTo(target)).status).toBe(404);
    await fetch(`${server.origin}/RESET/a-secret-token`);
    await answerTo('//Join/a-secret-token');
    await expect.poll(() => server?.output()).toContain('/Join/…');
    expect(server.output()).not.toContain('a-secret-token');
    expect(server.output()).not.toContain('"level":50');
  });
});

describe('a form made to hurt', () => {
  it('neither stops the server nor fills its memory', async () => {
    server = await startServer({ template: inject('dataTemplate') });
    const { origin } = server;
    const intent = '{"type":"update","payload":{"name":"email[4294967294]","value":"1"}}';
    for (const body of [
      'email[4294967294]=1',
      `__INTENT__=${encodeURIComponent(intent)}`,
      'email=1&'.repeat(125_000),
      `${'a.'.repeat(200_000)}a=1`,
    ]) {
      const response = await fetch(`${origin}/sign-in`, {
        method: 'POST',
        headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
        body,
        signal: AbortSignal.timeout(5000),
      });
      expect(response.status).toBe(400);
    }
  });
});

describe('stopping', () => {
  it('does not wait for who never sends the rest', async () => {
    server = await startServer({ template: inject('dataTemplate') });
    const { origin } = server;
    const sent = request(`${origin}/sign-in`, {
      method: 'POST',
      headers: { Origin: origin, Expect: '100-continue', 'Content-Length': '100' },
    });
    sent.on('error', () => {});
    sent.flushHeaders();
    await once(sent, 'continue');
    expect(await server.end('SIGTERM')).toBe(0);
  }, 20_000);

  it('finishes requests in flight on SIGTERM', async () => {
    server = await startServer({ template: inject('dataTemplate') });
    const { origin } = server;
    const form = new URLSearchParams({ email: demoPeople.learner, password }).toString();
    const sent = request(`${origin}/sign-in`, {
      method: 'POST',
      headers: {
        Origin: origin,
        Expect: '100-continue',
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(Buffer.byteLength(form)),
      },
    });
    sent.flushHeaders();
    // The server has taken the request and waits for its body.
    await once(sent, 'continue');
    const ended = server.end('SIGTERM');
    await expect.poll(() => server?.output()).toContain('"msg":"stopping');
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow('fetch failed');
    sent.end(form);
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(302);
    expect(response.headers['set-cookie']?.join()).toContain('session=');
    expect(await ended).toBe(0);
  });
});
