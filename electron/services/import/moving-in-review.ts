import type { Input, Output } from '../../../shared/contract/contract';
import { readOf, type Session } from '../session';
import { reviewImport } from './import-engine';
import type { ImportFile } from './import-kind';
import { readUnknownNames } from './moving-in-source';

/** Which of the ways in a file of tasks takes: a Trello board is an object of JSON, everything else a table. */
export function movingInKindOf({ bytes }: ImportFile): 'trello' | 'tasks-csv' {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  return start.startsWith('{') ? 'trello' : 'tasks-csv';
}

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
