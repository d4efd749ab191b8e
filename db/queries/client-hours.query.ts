import type { ReadDb } from '../read-db';

export type TimeEntryRow = {
  id: string;
  revision: number;
  personId: string;
  personName: string;
  projectId: string | null;
  projectName: string | null;
  workedOn: string;
  kind: 'retainer' | 'project' | 'rework';
  seconds: number;
  note: string;
};

/** Hours logged on a client from a day to a day, newest first, up to `limit` rows. */
export function readTimeEntries(
  read: ReadDb,
  clientId: string,
  from: string,
  to: string,
  limit: number,
): TimeEntryRow[] {
  return read.all<TimeEntryRow>(
    `SELECT t.id, t.revision, t.person_id AS personId, p.name AS personName, t.project_id AS projectId,
       j.name AS projectName, t.worked_on AS workedOn, t.kind, t.duration_s AS seconds, t.note
     FROM time_entries t JOIN people p ON p.id = t.person_id LEFT JOIN projects j ON j.id = t.project_id
     WHERE t.client_id = ? AND t.worked_on BETWEEN ? AND ? AND t.kind <> 'internal'
     ORDER BY t.worked_on DESC, t.id DESC LIMIT ?`,
    clientId,
    from,
    to,
    limit,
  );
}

/** How many entries that is in all. */
export function countTimeEntries(read: ReadDb, clientId: string, from: string, to: string): number {
  return (
    read.get<{ count: number }>(
      `SELECT COUNT(*) AS count FROM time_entries
       WHERE client_id = ? AND worked_on BETWEEN ? AND ? AND kind <> 'internal'`,
      clientId,
      from,
      to,
    )?.count ?? 0
  );
}

/** Retainer hours by day. */
export function readRetainerDays(
  read: ReadDb,
  clientId: string,
  from: string,
  to: string,
): { on: string; seconds: number }[] {
  return read.all(
    `SELECT worked_on AS "on", SUM(duration_s) AS seconds FROM time_entries
     WHERE client_id = ? AND worked_on BETWEEN ? AND ? AND kind = 'retainer' GROUP BY worked_on ORDER BY worked_on`,
    clientId,
    from,
    to,
  );
}

export type PersonHoursRow = {
  personId: string;
  name: string;
  role: string;
  retainerSeconds: number;
  projectSeconds: number;
  reworkSeconds: number;
};

/** Hours on a client by person and kind, most first. */
export function readPersonHours(
  read: ReadDb,
  clientId: string,
  from: string,
  to: string,
): PersonHoursRow[] {
  return read.all<PersonHoursRow>(
    `SELECT t.person_id AS personId, p.name, p.role,
       SUM(CASE t.kind WHEN 'retainer' THEN t.duration_s ELSE 0 END) AS retainerSeconds,
       SUM(CASE t.kind WHEN 'project' THEN t.duration_s ELSE 0 END) AS projectSeconds,
       SUM(CASE t.kind WHEN 'rework' THEN t.duration_s ELSE 0 END) AS reworkSeconds
     FROM time_entries t JOIN people p ON p.id = t.person_id
     WHERE t.client_id = ? AND t.worked_on BETWEEN ? AND ? AND t.kind <> 'internal'
     GROUP BY t.person_id ORDER BY SUM(t.duration_s) DESC, p.name`,
    clientId,
    from,
    to,
  );
}
