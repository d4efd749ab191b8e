import type { TaskStatus } from '../../shared/domain/work/task-status';
import type { ReadDb } from '../read-db';

/**
 * Tasks whose brief says something else than what they were set by. The answers of an approved brief
 * cannot change within a version, so that most tasks are told by the version alone.
 */
export const RESTATED = `restated AS (
    SELECT m.task_id, m.version AS known, b.version AS now
    FROM task_briefs m JOIN tasks k ON k.id = m.task_id JOIN briefs b ON b.id = k.brief_id
    WHERE (b.status <> 'approved' OR b.version > m.version) AND EXISTS (
      SELECT 1 FROM json_each(m.answers) f
        LEFT JOIN brief_answers a ON a.brief_id = b.id AND a.field_key = f.key
      WHERE coalesce(a.value, '') <> f.value))`;

export type BriefTaskRow = {
  id: string;
  number: number;
  title: string;
  status: TaskStatus;
  dueOn: string | null;
  deadlineOn: string | null;
  /** Names with line feeds between. */
  people: string | null;
  setKey: string;
  /** Version it was set by; null for a task that keeps none. */
  version: number | null;
  /** The brief's version now where it says something else since. */
  restatedBy: number | null;
};

/** Tasks of a brief that were not put away, by number. */
export function readBriefTasks(read: ReadDb, briefId: string): BriefTaskRow[] {
  return read.all<BriefTaskRow>(
    `WITH ${RESTATED}
     SELECT t.id, t.number, t.title, t.status, t.due_on AS dueOn, t.deadline_on AS deadlineOn,
       (SELECT group_concat(p.name, char(10)) FROM task_assignees a JOIN people p ON p.id = a.person_id
        WHERE a.task_id = t.id) AS people,
       coalesce(m.set_key, '') AS setKey, m.version, restated.now AS restatedBy
     FROM tasks t LEFT JOIN task_briefs m ON m.task_id = t.id LEFT JOIN restated ON restated.task_id = t.id
     WHERE t.brief_id = ? AND t.archived_at IS NULL ORDER BY t.number`,
    briefId,
  );
}

export type BriefOfTaskRow = {
  id: string;
  number: number;
  title: string;
  version: number | null;
  restatedBy: number | null;
};

/** The brief of a task with the version it was set by; undefined where it has none. */
export function readBriefOfTask(read: ReadDb, taskId: string): BriefOfTaskRow | undefined {
  return read.get<BriefOfTaskRow>(
    `WITH ${RESTATED}
     SELECT b.id, b.number, b.title, m.version, restated.now AS restatedBy
     FROM tasks t JOIN briefs b ON b.id = t.brief_id LEFT JOIN task_briefs m ON m.task_id = t.id
       LEFT JOIN restated ON restated.task_id = t.id
     WHERE t.id = ?`,
    taskId,
  );
}

/** Active projects of a client, retainers before the others, the newest first. */
export function readOpenProjects(read: ReadDb, clientId: string): { id: string; name: string }[] {
  return read.all(
    `SELECT id, name FROM projects WHERE client_id = ? AND status = 'active' ORDER BY kind = 'retainer' DESC, starts_on DESC, id DESC`,
    clientId,
  );
}

/** Skills of everybody, the best first. */
export function readSkills(read: ReadDb): { personId: string; skill: string }[] {
  return read.all('SELECT person_id AS personId, skill FROM person_skills ORDER BY level DESC, id');
}
