import type { ReadDb } from '../read-db';

export type TimeLineRow = {
  id: string;
  revision: number;
  personId: string;
  clientId: string | null;
  clientName: string | null;
  projectId: string | null;
  projectName: string | null;
  taskId: string | null;
  taskTitle: string | null;
  workedOn: string;
  kind: 'retainer' | 'project' | 'rework' | 'internal';
  seconds: number;
  note: string;
  startedAt: number | null;
  endedAt: number | null;
  adjustment: 'yes' | 'no';
};

const LINES = `SELECT e.id, e.revision, e.person_id AS personId, e.client_id AS clientId, c.name AS clientName,
    e.project_id AS projectId, p.name AS projectName, e.task_id AS taskId, t.title AS taskTitle,
    e.worked_on AS workedOn, e.kind, e.duration_s AS seconds, e.note, e.started_at AS startedAt,
    e.ended_at AS endedAt, e.adjustment
  FROM time_entries e LEFT JOIN clients c ON c.id = e.client_id LEFT JOIN projects p ON p.id = e.project_id
    LEFT JOIN tasks t ON t.id = e.task_id`;

/** Entries of a person from a day to a day, oldest first. */
export function readTimeLines(
  read: ReadDb,
  personId: string,
  from: string,
  to: string,
): TimeLineRow[] {
  return read.all<TimeLineRow>(
    `${LINES} WHERE e.person_id = ? AND e.worked_on BETWEEN ? AND ?
     ORDER BY e.worked_on, coalesce(e.started_at, 0), e.id`,
    personId,
    from,
    to,
  );
}

/** Seconds of a person on a day, without one entry where it is named. */
export function readDaySeconds(
  read: ReadDb,
  personId: string,
  on: string,
  exceptId: string | null,
): number {
  return (
    read.get<{ seconds: number | null }>(
      'SELECT SUM(duration_s) AS seconds FROM time_entries WHERE person_id = ? AND worked_on = ? AND id IS NOT ?',
      personId,
      on,
      exceptId,
    )?.seconds ?? 0
  );
}

/** An entry of the person with a start and an end that shares time with the span (UTC ms). */
export function findOverlappingEntry(
  read: ReadDb,
  personId: string,
  startedAt: number,
  endedAt: number,
): { workedOn: string; startedAt: number; endedAt: number } | undefined {
  return read.get(
    `SELECT worked_on AS workedOn, started_at AS startedAt, ended_at AS endedAt FROM time_entries
     WHERE person_id = ? AND started_at < ? AND ended_at > ? ORDER BY started_at LIMIT 1`,
    personId,
    endedAt,
    startedAt,
  );
}

/** What a task belongs to. */
export function findTaskPlace(
  read: ReadDb,
  taskId: string,
): { title: string; clientId: string | null; projectId: string | null } | undefined {
  return read.get(
    'SELECT title, client_id AS clientId, project_id AS projectId FROM tasks WHERE id = ?',
    taskId,
  );
}

/** The last instant before `until` at which somebody changed something in this file, later than `after`. */
export function readLastActivity(read: ReadDb, after: number, until: number): number | null {
  return (
    read.get<{ at: number }>(
      'SELECT at FROM journal_groups WHERE at > ? AND at < ? ORDER BY seq DESC LIMIT 1',
      after,
      until,
    )?.at ?? null
  );
}

/** Clients that are worked for with their active projects, for reading typed lines. */
export function readBookable(read: ReadDb): {
  clientId: string;
  clientName: string;
  projectId: string | null;
  projectName: string | null;
  kind: 'retainer' | 'fixed-fee' | null;
}[] {
  return read.all(
    `SELECT c.id AS clientId, c.name AS clientName, p.id AS projectId, p.name AS projectName, p.kind
     FROM clients c LEFT JOIN projects p ON p.client_id = c.id AND p.status = 'active'
     WHERE c.archived_at IS NULL ORDER BY c.name, c.id, p.starts_on DESC, p.id`,
  );
}

/** What imported rows are known by. */
export function readImportKeys(read: ReadDb): Set<string> {
  const rows = read.all<{ key: string }>(
    'SELECT import_key AS key FROM time_entries WHERE import_key IS NOT NULL',
  );
  return new Set(rows.map(({ key }) => key));
}
