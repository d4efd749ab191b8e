import type { Input, Output } from '../../../shared/contract/contract';
import { readOf, type Session } from '../session';
import { reviewImport } from './import-engine';
import { readUnknownNames } from './moving-in-source';

/** Tasks of another tool before they are written, with the names somebody has to say the meaning of. */
export function reviewMovingIn(
  session: Session,
  { token, clientId, dateOrder }: Input<'imports/review-tasks'>,
): Output<'imports/review-tasks'> {
  const { preview, source } = reviewImport(session, token, { client: clientId, dateOrder });
  const names = readUnknownNames(source, readOf(session));
  const isUnsure = preview.rows.some(({ state }) => state === 'undecided');
  // A said order can be changed for the other one.
  return { preview, names, asksDateOrder: isUnsure || dateOrder !== null };
}
