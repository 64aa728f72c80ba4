// Takes what a device wrote while it had no connection. Everything may be sent again: it is done once.
//
// POST /my/deliveries      with Accept: application/json
//   fields   what (completion | reflection | annotation | removal), owner, delivery (a UUID the device made), course, lesson,
//            target (the Reflect's id, or the annotation's), and those of the thing itself: see deliverySchema
//   200      {version, note, merged} for a note or answer, {removed} for a removal, {} for a completion
//   400 403 404 409 410   {error}   will be refused again until something changes
//   401      {error: 'signed-out'}
//   409      {error: 'other-account'}   somebody else is signed in on this device
import type { ActionFunctionArgs } from '@remix-run/node';
import { deliver } from '~/domain/learning/index.server';
import { deliverySchema } from '~/domain/learning/schema';
import { enterQuietly, json, submitJson } from '~/http/answer-json.server';
import { announceRecord } from './announce-record.server';
import { dividerOf } from './divider.server';

export async function action(args: ActionFunctionArgs) {
  const visit = await enterQuietly(args);
  const { db, actor, at } = visit;
  return await submitJson(
    visit,
    deliverySchema,
    async (delivery) => {
      const {
        issued = false,
        recordId = null,
        ...reply
      } = deliver(db, actor, {
        delivery,
        divider: dividerOf(visit),
        at,
      });
      await announceRecord(visit, { issued, recordId });
      return reply;
    },
    () => json({ error: 'form-damaged' }, 400),
  );
}
