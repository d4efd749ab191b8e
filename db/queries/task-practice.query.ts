import type { ReadDb } from '../read-db';

export type FamilyUse = {
  familyId: string;
  taskCount: number;
  openCount: number;
  doneCount: number;
  /** Done by its day, or without one, and with every point of its checklist checked. */
  compliantCount: number;
};

/** How the tasks made by a regulation went, by family of versions. */
export function readTemplateUse(read: ReadDb): Map<string, FamilyUse> {
  const rows = read.all<FamilyUse>(
    `WITH used AS (
       SELECT m.family_id, t.status, t.done_on, coalesce(t.deadline_on, t.due_on) AS by_on,
         (SELECT count(*) FROM task_checklist_items i WHERE i.task_id = t.id AND i.checked_at IS NULL) AS unchecked
       FROM tasks t JOIN task_templates m ON m.id = t.template_id)
     SELECT family_id AS familyId, count(*) AS taskCount, sum(status <> 'done') AS openCount,
       sum(status = 'done') AS doneCount,
       sum(status = 'done' AND unchecked = 0 AND (by_on IS NULL OR done_on <= by_on)) AS compliantCount
     FROM used GROUP BY family_id`,
  );
  return new Map(rows.map((row) => [row.familyId, row]));
}

export type FinishedTaskRow = {
  id: string;
  clientId: string | null;
  kind: string;
  doneOn: string;
  dueOn: string | null;
  deadlineOn: string | null;
  acceptedAt: number | null;
  reworkCount: number;
  /** Ids with line feeds between. */
  people: string | null;
};

/** Tasks done in a period, those put away too; of one client where named. */
export function readFinishedTasks(
  read: ReadDb,
  from: string,
  to: string,
  clientId: string | null,
): FinishedTaskRow[] {
  return read.all<FinishedTaskRow>(
    `SELECT t.id, t.client_id AS clientId, t.kind, t.done_on AS doneOn, t.due_on AS dueOn,
       t.deadline_on AS deadlineOn, t.accepted_at AS acceptedAt, t.rework_count AS reworkCount,
       (SELECT group_concat(a.person_id, char(10)) FROM task_assignees a WHERE a.task_id = t.id) AS people
     FROM tasks t WHERE t.done_on BETWEEN :from AND :to AND (:clientId IS NULL OR t.client_id = :clientId)
     ORDER BY t.done_on, t.number`,
    { from, to, clientId },
  );
}

export type ClientHoursRow = {
  clientId: string;
  personId: string;
  /** Kind of work of the task it was logged on; empty without one. */
  taskKind: string;
  reworkSeconds: number;
  clientSeconds: number;
};

/** Hours for clients logged in a period, and how many of them were rework. */
export function readReworkHours(
  read: ReadDb,
  from: string,
  to: string,
  clientId: string | null,
): ClientHoursRow[] {
  return read.all<ClientHoursRow>(
    `SELECT e.client_id AS clientId, e.person_id AS personId, coalesce(t.kind, '') AS taskKind,
       SUM(CASE WHEN e.kind = 'rework' THEN e.duration_s ELSE 0 END) AS reworkSeconds,
       SUM(e.duration_s) AS clientSeconds
     FROM time_entries e LEFT JOIN tasks t ON t.id = e.task_id
     WHERE e.worked_on BETWEEN :from AND :to AND e.client_id IS NOT NULL
       AND (:clientId IS NULL OR e.client_id = :clientId)
     GROUP BY e.client_id, e.person_id, coalesce(t.kind, '')`,
    { from, to, clientId },
  );
}

/** Wall time that tasks spent ready before they were taken up, by role, since an instant. */
export function readRoleWaits(
  read: ReadDb,
  sinceAt: number,
): { role: string; count: number; totalMs: number }[] {
  return read.all(
    `SELECT coalesce(nullif(t.role, ''),
         (SELECT p.role FROM task_assignees a JOIN people p ON p.id = a.person_id
          WHERE a.task_id = t.id ORDER BY a.position, a.id LIMIT 1), '') AS role,
       count(*) AS count, SUM(s.changed_at - s.since_at) AS totalMs
     FROM task_status_changes s JOIN tasks t ON t.id = s.task_id
     WHERE s.from_status = 'ready' AND s.to_status = 'in-work' AND s.changed_at >= ?
     GROUP BY 1 ORDER BY 1`,
    sinceAt,
  );
}

/** Money tied to a task: its stage's, or its project's fee; client's currency, net of VAT. */
export function readTaskMoney(
  read: ReadDb,
  taskId: string,
): { amountMinor: number | null; currency: string | null } {
  return (
    read.get<{ amountMinor: number | null; currency: string | null }>(
      `SELECT coalesce(s.amount_minor, p.fee_minor) AS amountMinor, c.currency
       FROM tasks t LEFT JOIN project_stages s ON s.id = t.stage_id LEFT JOIN projects p ON p.id = t.project_id
         LEFT JOIN clients c ON c.id = t.client_id
       WHERE t.id = ?`,
      taskId,
    ) ?? { amountMinor: null, currency: null }
  );
}

/** Every series with the days of its tasks, and of those that are still open. */
export function readSeriesTasks(read: ReadDb): {
  title: string;
  rule: string;
  startsOn: string;
  days: string[];
  openDays: string[];
}[] {
  const rows = read.all<{
    title: string;
    rule: string;
    startsOn: string;
    days: string;
    openDays: string | null;
  }>(
    `SELECT max(t.title) AS title, s.rule, s.starts_on AS startsOn, group_concat(t.occurrence_on) AS days,
       group_concat(CASE WHEN t.status <> 'done' AND t.archived_at IS NULL THEN t.occurrence_on END) AS openDays
     FROM task_series s JOIN tasks t ON t.series_id = s.id WHERE s.ended_at IS NULL GROUP BY s.id`,
  );
  return rows.map((row) => ({
    ...row,
    days: row.days.split(','),
    openDays: row.openDays === null ? [] : row.openDays.split(','),
  }));
}

/** Ids and names for the console, by number: tasks that were not put away. */
export function readTaskTitles(read: ReadDb): { id: string; title: string }[] {
  return read.all<{ id: string; title: string }>(
    `SELECT t.id, t.number || '. ' || coalesce(c.name || ': ', '') || t.title || ', ' || t.status
       || coalesce(', ' || t.due_on, '') AS title
     FROM tasks t LEFT JOIN clients c ON c.id = t.client_id WHERE t.archived_at IS NULL ORDER BY t.number`,
  );
}
