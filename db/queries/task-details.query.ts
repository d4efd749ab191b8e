import type { TaskStatus } from '../../shared/domain/work/task-status';
import type { ReadDb } from '../read-db';

export type TaskLinkRow = {
  taskId: string;
  number: number;
  title: string;
  clientId: string | null;
  status: TaskStatus;
  dueOn: string | null;
  lagDays: number;
};

const LINK = `t.id AS taskId, t.number, t.title, t.client_id AS clientId, t.status, t.due_on AS dueOn, d.lag_days AS lagDays`;

/** Tasks that a task waits for, and tasks that wait for it. */
export function readTaskLinks(
  read: ReadDb,
  taskId: string,
): { before: TaskLinkRow[]; after: TaskLinkRow[] } {
  return {
    before: read.all(
      `SELECT ${LINK} FROM task_dependencies d JOIN tasks t ON t.id = d.before_id WHERE d.after_id = ? ORDER BY t.number`,
      taskId,
    ),
    after: read.all(
      `SELECT ${LINK} FROM task_dependencies d JOIN tasks t ON t.id = d.after_id WHERE d.before_id = ? ORDER BY t.number`,
      taskId,
    ),
  };
}

/** Watchers of a task. */
export function readWatchers(read: ReadDb, taskId: string): string[] {
  return read
    .all<{ id: string }>(
      'SELECT person_id AS id FROM task_watchers WHERE task_id = ? ORDER BY id',
      taskId,
    )
    .map(({ id }) => id);
}

/** Labels of a task in order. */
export function readLabels(read: ReadDb, taskId: string): string[] {
  return read
    .all<{ name: string }>('SELECT name FROM task_labels WHERE task_id = ? ORDER BY name', taskId)
    .map(({ name }) => name);
}

/** What a task belongs to, by name. */
export function readTaskPlace(
  read: ReadDb,
  taskId: string,
): {
  clientName: string;
  projectName: string;
  stageName: string;
  templateName: string;
} {
  const row = read.get<{
    clientName: string | null;
    projectName: string | null;
    stageName: string | null;
    templateName: string | null;
  }>(
    `SELECT c.name AS clientName, p.name AS projectName, s.name AS stageName,        m.name AS templateName
     FROM tasks t LEFT JOIN clients c ON c.id = t.client_id LEFT JOIN projects p ON p.id = t.project_id
       LEFT JOIN project_stages s ON s.id = t.stage_id
       LEFT JOIN task_templates m ON m.id = t.template_id
     WHERE t.id = ?`,
    taskId,
  );
  return {
    clientName: row?.clientName ?? '',
    projectName: row?.projectName ?? '',
    stageName: row?.stageName ?? '',
    templateName: row?.templateName ?? '',
  };
}

/** Files of a task without what is in them, oldest first. */
export function readFileHeads(
  read: ReadDb,
  taskId: string,
): {
  id: string;
  revision: number;
  name: string;
  mime: string;
  size: number;
  location: string;
  attachedAt: number;
}[] {
  return read.all(
    `SELECT id, revision, name, mime, size, location, attached_at AS attachedAt FROM task_files
     WHERE task_id = ? ORDER BY attached_at, id`,
    taskId,
  );
}

/** Dates of a task that moved, oldest first. */
export function readDueChanges(
  read: ReadDb,
  taskId: string,
): {
  id: string;
  field: 'start' | 'due' | 'deadline';
  fromOn: string | null;
  toOn: string | null;
  reason: string;
  changedBy: string;
  changedAt: number;
}[] {
  return read.all(
    `SELECT id, field, from_on AS fromOn, to_on AS toOn, reason, changed_by AS changedBy, changed_at AS changedAt
     FROM task_due_changes WHERE task_id = ? ORDER BY changed_at, id`,
    taskId,
  );
}

/** Statuses a task passed, oldest first. */
export function readStatusChanges(
  read: ReadDb,
  taskId: string,
): {
  id: string;
  fromStatus: TaskStatus;
  toStatus: TaskStatus;
  reason: string;
  changedBy: string;
  changedAt: number;
}[] {
  return read.all(
    `SELECT id, from_status AS fromStatus, to_status AS toStatus, reason, changed_by AS changedBy,
       changed_at AS changedAt
     FROM task_status_changes WHERE task_id = ? ORDER BY changed_at, id`,
    taskId,
  );
}

/** Tasks in which a person was mentioned and has not answered, with who mentioned them last. */
export function readOpenMentions(
  read: ReadDb,
  personId: string,
): { taskId: string; author: string }[] {
  return read.all(
    `SELECT c.task_id AS taskId, c.author FROM task_mentions m JOIN task_comments c ON c.id = m.comment_id
     WHERE m.person_id = ? AND m.answered_at IS NULL ORDER BY c.said_at`,
    personId,
  );
}
