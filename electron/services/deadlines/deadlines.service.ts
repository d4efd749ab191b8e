import { readNamedClients, readPeopleNames } from '../../../db/queries/dated-items.query';
import type { ReadDb } from '../../../db/read-db';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import type { DatedItem } from '../../../shared/contract/deadlines.contract';
import { addDays, type Period } from '../../../shared/domain/dates';
import { readOf, type Session } from '../session';
import { DEADLINE_SOURCES } from './deadline-sources';

/** Nothing older is still open in earnest; the bound keeps the reading small. */
const OVERDUE_DAYS = 730;

/**
 * Open things with a day in the span, by day; with those before it that are still open where asked.
 * Things without an owner of their own belong to the client's manager.
 */
export function readDatedItems(
  read: ReadDb,
  span: Period,
  today: string,
  withOverdue = false,
): DatedItem[] {
  const from = withOverdue
    ? addDays(today < span.from ? today : span.from, -OVERDUE_DAYS)
    : span.from;
  const clients = new Map(readNamedClients(read).map((client) => [client.id, client]));
  const people = new Map(readPeopleNames(read).map((person) => [person.id, person]));
  return DEADLINE_SOURCES.flatMap((source) => source.read(read, { from, to: span.to }, today))
    .filter((item) => item.on >= span.from || item.on < today)
    .map(({ clientId, ownerId, ...item }): DatedItem => {
      const client = clientId === null ? undefined : clients.get(clientId);
      const owner = ownerId ?? client?.managerId ?? null;
      return {
        ...item,
        key: `${item.kind}:${item.sourceId}`,
        client:
          client === undefined
            ? null
            : { id: client.id, name: client.name, mark: client.mark, hue: client.hue },
        owner: owner === null ? null : (people.get(owner) ?? null),
      };
    })
    .sort((a, b) => compare(a.on, b.on));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The list of the window. Throws `period-invalid` where the span ends before it starts. */
export function listDatedItems(
  session: Session,
  { from, to, withOverdue }: Input<'deadlines/list'>,
): Output<'deadlines/list'> {
  if (to < from) throw new AppError('period-invalid', { from, to });
  const items = readDatedItems(readOf(session), { from, to }, session.clock.today(), withOverdue);
  const people = new Map(
    items.flatMap(({ owner }) => (owner === null ? [] : [[owner.id, owner] as const])),
  );
  return { items, people: [...people.values()].sort((a, b) => a.name.localeCompare(b.name)) };
}
