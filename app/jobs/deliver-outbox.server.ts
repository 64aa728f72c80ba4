// Sends the mail that waits in the outbox: by SMTP when configured, else as .eml files that any mail program opens.
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { App } from '~/context.server';
import {
  dueMail,
  type Mail,
  markFailed,
  markSent,
  renderMail,
  takeLease,
  yieldLease,
} from '~/domain/notices/index.server';

type Outfit = Pick<App, 'db'> & {
  config: Pick<App['config'], 'smtpUrl' | 'mailFrom' | 'dataDir' | 'origin'>;
  log: Pick<App['log'], 'info' | 'warn' | 'error'>;
};
type Message = {
  messageId: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  date: Date;
};
type Send = (mail: Mail, message: Message) => Promise<void>;

export type Outbox = {
  /** There may be mail to send: look soon. */
  nudge(): void;
  /** Lets the mail being sent finish, then sends no more. */
  stop(): Promise<void>;
};

const lease = 'outbox';
const leaseFor = 2 * 60_000;
// Not at once: a response's time must not tell whether it caused a mail.
const soon = 50;
const every = 30_000;

/** Starts the job: it looks at the outbox every 30 seconds and when nudged, one look at a time. */
export function startOutbox(app: Outfit, options: { now?: () => number } = {}): Outbox {
  const now = options.now ?? Date.now;
  const deliver = makeDelivery(app);
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const plan = (wait: number) => {
    clearTimeout(timer);
    timer = stopped ? undefined : setTimeout(look, wait).unref();
  };
  const look = () => {
    again = false;
    running = deliver
      .due(now, () => stopped)
      .catch((error: unknown) => app.log.error({ reason: reasonOf(error) }, 'the outbox could not be read'))
      .then(() => {
        running = undefined;
        plan(again ? soon : every);
      });
  };

  plan(soon);
  return {
    nudge() {
      if (running) again = true;
      else plan(soon);
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      deliver.close();
    },
  };
}

/** The work itself, without timers. `due` sends all mail that is due and resolves to nothing; what fails is due again later. */
export function makeDelivery(app: Outfit): {
  due(now: () => number, stopped?: () => boolean): Promise<void>;
  close(): void;
} {
  const { db, config, log } = app;
  const holder = randomUUID();
  const { send, close } = config.smtpUrl
    ? bySmtp(config.smtpUrl)
    : toFiles(path.join(config.dataDir, 'outbox'));

  async function deliver(mail: Mail, now: () => number): Promise<void> {
    const { template } = mail;
    try {
      const messageId = `<${mail.id}.${mail.createdAt}@${new URL(config.origin).hostname}>`;
      const rendered = renderMail(mail, config.origin);
      await send(mail, {
        messageId,
        from: config.mailFrom,
        to: mail.recipient,
        date: new Date(mail.createdAt),
        ...rendered,
      });
      markSent(db, { id: mail.id, at: now() });
      log.info({ mail: mail.id, template }, 'mail sent');
    } catch (error) {
      const reason = reasonOf(error);
      const dueAt = markFailed(db, { id: mail.id, attempts: mail.attempts, reason, at: now() });
      log.warn(
        { mail: mail.id, template, reason, dueAt },
        dueAt === null ? 'mail given up' : 'mail not sent, to be tried again',
      );
    }
  }

  return {
    async due(now, stopped = () => false) {
      const held = () => takeLease(db, { name: lease, holder, at: now(), ms: leaseFor });
      if (!held()) return;
      try {
        for (;;) {
          const [mail] = dueMail(db, { at: now(), limit: 1 });
          if (!mail || stopped() || !held()) return;
          await deliver(mail, now);
        }
      } finally {
        yieldLease(db, { name: lease, holder });
      }
    },
    close,
  };
}

function bySmtp(url: string): { send: Send; close(): void } {
  // All within the lease, so that no second process sends the same mail meanwhile.
  const transport = createTransport(url, {});
  Object.assign(transport.options, {
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  });
  return {
    send: async (_mail, message) => void (await transport.sendMail(message)),
    close: () => transport.close(),
  };
}

function toFiles(folder: string): { send: Send; close(): void } {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    async send(mail, message) {
      const { message: bytes } = await transport.sendMail(message);
      await mkdir(folder, { recursive: true });
      const time = new Date(mail.createdAt).toISOString().replace(/[:.]/g, '-');
      const file = path.join(folder, `${time}-${mail.id}-${mail.template}.eml`);
      await writeFile(`${file}.part`, bytes, { mode: 0o600 });
      await rename(`${file}.part`, file);
    },
    close: () => transport.close(),
  };
}

/** Why sending failed, without the address that servers like to repeat. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown };
  const parts = [code, responseCode].filter((part) => typeof part === 'string' || typeof part === 'number');
  return parts.length > 0 ? parts.join(' ') : error.name;
}
