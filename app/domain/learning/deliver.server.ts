import { and, eq, lt } from 'drizzle-orm';
import type { Actor } from '~/domain/actor';
import { currentEdition } from '~/domain/courses/index.server';
import { forbidden } from '~/domain/error';
import type { Db } from '~db/open.server';
import { deliveries } from '~db/schema';
import { completeLesson } from './complete-lesson.server';
import { otherAccount } from './errors';
import type { Settled } from './finish-lesson.server';
import { deviceOwner } from './keepable-courses.server';
import { removeAnnotation } from './remove-annotation.server';
import { saveAnnotation } from './save-annotation.server';
import { saveReflection } from './save-reflection.server';
import type { Delivery } from './schema';

/** `version`, `note` and `merged` of a note or answer; `removed` false: another device has written on it since, and it stays. */
export type Delivered = {
  version?: number;
  note?: string;
  merged?: boolean;
  removed?: boolean;
  /** Of a completion that completed the course in this very call: its record wants its signature. */
  issued?: boolean;
  recordId?: string | null;
};

/** Milliseconds after which a device no longer asks about what it sent. */
const remembered = 90 * 24 * 60 * 60_000;

/**
 * Does what a device wrote down while it had no connection, exactly once: a delivery that was received before is answered as it
 * was then, whatever has happened since. Refusals are not remembered, so that sending again is tried again. `divider`: see
 * `saveReflection`. Throws `forbidden` (signed out), `other-account` (written under another account), and what `completeLesson`,
 * `saveReflection`, `saveAnnotation` and `removeAnnotation` throw.
 */
export function deliver(
  db: Db,
  actor: Actor,
  input: { delivery: Delivery; divider: string; at: number },
): Delivered {
  if (actor.kind !== 'account') throw forbidden();
  const { delivery, at } = input;
  if (delivery.owner !== deviceOwner(actor)) throw otherAccount();
  // Read before the transaction, where editions are kept for the next time.
  currentEdition(db, delivery.course);
  return db.transaction(
    (tx) => {
      const same = and(eq(deliveries.accountId, actor.id), eq(deliveries.id, delivery.delivery));
      const before = tx.select().from(deliveries).where(same).get();
      if (before) return JSON.parse(before.reply) as Delivered;
      const reply = perform(db, actor, input);
      // A record is signed once; the answer to a repetition must not ask for it again.
      const { issued: _issued, recordId: _record, ...lasting } = reply;
      tx.insert(deliveries)
        .values({
          accountId: actor.id,
          id: delivery.delivery,
          reply: JSON.stringify(lasting),
          receivedAt: at,
        })
        .run();
      tx.delete(deliveries)
        .where(and(eq(deliveries.accountId, actor.id), lt(deliveries.receivedAt, at - remembered)))
        .run();
      return reply;
    },
    { behavior: 'immediate' },
  );
}

/** The command itself, which writes its own audit entry. Its transaction is a part of the one it is called in. */
function perform(
  db: Db,
  actor: Actor,
  { delivery, divider, at }: { delivery: Delivery; divider: string; at: number },
): Delivered {
  const { course, lesson } = delivery;
  if (delivery.what === 'completion') {
    const done: Settled = completeLesson(db, actor, { course, lesson, textDigest: delivery.text, at });
    return { issued: done.issued, recordId: done.recordId };
  }
  if (delivery.what === 'reflection') {
    const { target: reflection, text: textDigest, note, version } = delivery;
    return saveReflection(db, actor, { course, lesson, reflection, textDigest, note, version, divider, at });
  }
  if (delivery.what === 'annotation') {
    const { what: _what, owner: _owner, delivery: _id, target: id, text: textDigest, ...rest } = delivery;
    return saveAnnotation(db, actor, { ...rest, id, textDigest, divider, at });
  }
  const gone = removeAnnotation(db, actor, { id: delivery.target, version: delivery.version, at });
  return gone.removed ? { removed: true } : { removed: false, ...gone.newer };
}
