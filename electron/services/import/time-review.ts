import { setTimeName } from '../../../db/repositories/time.repo';
import type { Input, Output } from '../../../shared/contract/contract';
import { act, readOf, type Session } from '../session';
import { reviewImport } from './import-engine';
import { readPlannedTime } from './time-import';
import { nameKey } from './time-names';

/** A time sheet before it is written: its counts, and the names somebody has to say the meaning of. */
export function reviewTimeImport(
  session: Session,
  { token, dateOrder, clientId }: Input<'time/review-import'>,
): Output<'time/review-import'> {
  const about = { dateOrder, client: clientId };
  const { preview, source } = reviewImport(session, token, about);
  const { format, answer, warnings } = preview;
  const plan = readPlannedTime(source, readOf(session));
  return { format, answer, warnings, ...plan };
}

/** Remembers what a name means, for this file and those to come. */
export function rememberTimeName(session: Session, input: Input<'time/set-name'>): { id: string } {
  const { kind, name, clientName, targetId } = input;
  return act(session, 'set-time-name', { name }, (tx) => ({
    id: setTimeName(tx, { kind, name: nameKey(name), clientName: nameKey(clientName), targetId }),
  }));
}
