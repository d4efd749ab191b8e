import type { ReadDb } from '../read-db';

export type OpenTaskRow = {
  id: string;
  title: string;
  clientName: string | null;
  startOn: string | null;
  dueOn: string | null;
  booking: 'hard' | 'soft';
  /** As stated, or the estimate without the hours logged on the task; null without either. */
  remainingSeconds: number | null;
};

/** Tasks that are not done and not archived, with what remains of each in seconds. */
export function readOpenTasks(read: ReadDb): OpenTaskRow[] {
  return read.all<OpenTaskRow>(
    `SELECT t.id, t.title, c.name AS clientName, t.start_on AS startOn, t.due_on AS dueOn, t.booking,
       coalesce(t.remaining_s, max(0, t.estimate_s - coalesce(
         (SELECT SUM(e.duration_s) FROM time_entries e WHERE e.task_id = t.id), 0))) AS remainingSeconds
     FROM tasks t LEFT JOIN clients c ON c.id = t.client_id
     WHERE t.status <> 'done' AND t.archived_at IS NULL ORDER BY t.due_on, t.id`,
  );
}

/** Who works on open tasks and with which share, in the order they were assigned. */
export function readOpenAssignees(
  read: ReadDb,
): { taskId: string; personId: string; sharePpm: number }[] {
  return read.all(
    `SELECT a.task_id AS taskId, a.person_id AS personId, a.share_ppm AS sharePpm
     FROM task_assignees a JOIN tasks t ON t.id = a.task_id
     WHERE t.status <> 'done' AND t.archived_at IS NULL ORDER BY a.task_id, a.position, a.id`,
  );
}

/** Seconds logged by person and day. */
export function readLoggedDays(
  read: ReadDb,
  from: string,
  to: string,
): { personId: string; on: string; seconds: number }[] {
  return read.all(
    `SELECT person_id AS personId, worked_on AS "on", SUM(duration_s) AS seconds FROM time_entries
     WHERE worked_on BETWEEN ? AND ? GROUP BY person_id, worked_on`,
    from,
    to,
  );
}
