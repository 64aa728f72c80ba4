// The line between two texts that two devices wrote on one note, in the reader's language.
import type { Visit } from '~/http/enter.server';
import { formatFor } from '~/i18n/format';

export const dividerOf = ({ locale, timeZone, m, at }: Visit): string =>
  `— ${m.notes.otherDevice({ date: formatFor(locale, timeZone).dateTime(at) })} —`;
