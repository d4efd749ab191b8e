import type { ReadDb } from '../read-db';
import { CLIENT_MONTH_COLUMNS, type ClientMonthRow } from './client-months.query';

/** Months up to the given one whose kept figures a change has made stale, by client and in order. */
export function readStaleMonths(
  read: ReadDb,
  untilMonth: string,
): { clientId: string; month: string }[] {
  return read.all(
    `SELECT client_id AS clientId, month FROM stale_months WHERE month <= ?
     ORDER BY client_id, month`,
    untilMonth,
  );
}

/** All kept figures up to a month. */
export function readAllClientMonths(read: ReadDb, untilMonth: string): ClientMonthRow[] {
  return read.all<ClientMonthRow>(
    `SELECT ${CLIENT_MONTH_COLUMNS} FROM client_months m WHERE m.month <= ?
     ORDER BY m.client_id, m.month`,
    untilMonth,
  );
}
