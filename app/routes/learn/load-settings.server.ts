// What every address of the settings shows: the whole page, since without JavaScript a refused form comes back at its own address.
import type { LoaderFunctionArgs } from '@remix-run/node';
import { listTimeZones, readSettings } from '~/domain/identity/index.server';
import { enter, type Visit } from '~/http/enter.server';
import { schemeIn } from '~/http/scheme.server';
import { type Kept, type SettingsData, sections } from '~/ui/identity/settings-data';

export async function loadSettings(
  args: LoaderFunctionArgs,
): Promise<{ title: string; settings: SettingsData }> {
  const visit = await enter(args, 'account');
  const { actor, db, m } = visit;
  return {
    title: `${m.identity.settings.title} · ${m.common.name}`,
    settings: {
      ...readSettings(db, actor, visit),
      scheme: schemeIn(visit.request.headers.get('cookie')),
      timeZones: listTimeZones(actor.timeZone),
      kept: keptFor(visit),
    },
  };
}

/** What was typed into one of the forms before signing in was asked. */
function keptFor({ kept }: Visit): Kept | null {
  const section = sections.find((each) => kept?.action === `/my/settings/${each}`);
  return kept && section ? { section, fields: Object.fromEntries(kept.fields) } : null;
}
