import type { TaskStatus } from '../../shared/domain/work/task-status';
import type { ReadDb } from '../read-db';
import { RESTATED } from './task-briefs.query';

/** A card as it is stored: what is many of (people, labels) is a text with line feeds between. */
export type TaskCardRow = {
  id: string;
  revision: number;
  number: number;
  title: string;
  description: string;
  clientId: string | null;
  projectId: string | null;
  stageId: string | null;
  seriesId: string | null;
  reviewerId: string | null;
  status: TaskStatus;
  statusSince: number;
  kind: string;
  role: string;
  startOn: string | null;
  dueOn: string | null;
  deadlineOn: string | null;
  baselineStartOn: string | null;
  baselineDueOn: string | null;
  doneOn: string | null;
  promise: string;
  estimateSeconds: number | null;
  remainingSeconds: number | null;
  priority: 'urgent' | 'high' | 'normal' | 'low' | null;
  priorityReason: string;
  booking: 'soft' | 'hard';
  reworkCount: number;
  afterHours: 'yes' | 'no';
  requestedAt: number | null;
  resolvedAt: number | null;
  position: number;
  createdAt: number;
  archivedAt: number | null;
  tier: 'A' | 'B' | 'C' | null;
  managerId: string | null;
  people: string | null;
  labels: string | null;
  checklistDone: number;
  checklistTotal: number;
  blockedBy: number;
  blocks: number;
  commentCount: number;
  fileCount: number;
  loggedSeconds: number;
  /** Versions of its brief where it says something else since the task was set by it. */
  briefKnown: number | null;
  briefNow: number | null;
};

const CARDS = `
  WITH assigned AS (
    SELECT task_id, group_concat(person_id, char(10)) AS people FROM
      (SELECT task_id, person_id FROM task_assignees ORDER BY task_id, position, id) GROUP BY task_id),
  labelled AS (
    SELECT task_id, group_concat(name, char(10)) AS labels FROM
      (SELECT task_id, name FROM task_labels ORDER BY task_id, name) GROUP BY task_id),
  checked AS (SELECT task_id, count(checked_at) AS done, count(*) AS total FROM task_checklist_items GROUP BY task_id),
  blocked AS (
    SELECT d.after_id AS task_id, count(*) AS waits FROM task_dependencies d JOIN tasks b ON b.id = d.before_id
    WHERE b.status <> 'done' AND b.archived_at IS NULL GROUP BY d.after_id),
  blocking AS (
    SELECT d.before_id AS task_id, count(*) AS waits FROM task_dependencies d JOIN tasks a ON a.id = d.after_id
    WHERE a.status <> 'done' AND a.archived_at IS NULL GROUP BY d.before_id),
  said AS (SELECT task_id, count(*) AS comments FROM task_comments GROUP BY task_id),
  attached AS (SELECT task_id, count(*) AS files FROM task_files GROUP BY task_id),
  logged AS (SELECT task_id, SUM(duration_s) AS seconds FROM time_entries WHERE task_id IS NOT NULL GROUP BY task_id),
  ${RESTATED}
  SELECT t.id, t.revision, t.number, t.title, t.description, t.client_id AS clientId, t.project_id AS projectId,
    t.stage_id AS stageId, t.series_id AS seriesId, t.reviewer_id AS reviewerId, t.status,
    t.status_since AS statusSince, t.kind, t.role, t.start_on AS startOn, t.due_on AS dueOn,
    t.deadline_on AS deadlineOn, t.baseline_start_on AS baselineStartOn, t.baseline_due_on AS baselineDueOn,
    t.done_on AS doneOn, t.promise, t.estimate_s AS estimateSeconds, t.remaining_s AS remainingSeconds,
    t.priority, t.priority_reason AS priorityReason, t.booking, t.rework_count AS reworkCount,
    t.after_hours AS afterHours, t.requested_at AS requestedAt, t.resolved_at AS resolvedAt, t.position,
    t.created_at AS createdAt, t.archived_at AS archivedAt, c.tier, c.manager_id AS managerId,
    assigned.people, labelled.labels, coalesce(checked.done, 0) AS checklistDone,
    coalesce(checked.total, 0) AS checklistTotal, coalesce(blocked.waits, 0) AS blockedBy,
    coalesce(blocking.waits, 0) AS blocks, coalesce(said.comments, 0) AS commentCount,
    coalesce(attached.files, 0) AS fileCount,
    coalesce(logged.seconds, 0) AS loggedSeconds,
    restated.known AS briefKnown, restated.now AS briefNow
  FROM tasks t LEFT JOIN clients c ON c.id = t.client_id
    LEFT JOIN assigned ON assigned.task_id = t.id LEFT JOIN labelled ON labelled.task_id = t.id
    LEFT JOIN checked ON checked.task_id = t.id LEFT JOIN blocked ON blocked.task_id = t.id
    LEFT JOIN blocking ON blocking.task_id = t.id LEFT JOIN said ON said.task_id = t.id
    LEFT JOIN attached ON attached.task_id = t.id LEFT JOIN logged ON logged.task_id = t.id
    LEFT JOIN restated ON restated.task_id = t.id`;

/** Cards of every task: `living` those not put away, `archived` the others. */
export function readTaskCards(read: ReadDb, which: 'living' | 'archived' | 'all'): TaskCardRow[] {
  const where = {
    living: 'WHERE t.archived_at IS NULL',
    archived: 'WHERE t.archived_at IS NOT NULL',
    all: '',
  }[which];
  return read.all<TaskCardRow>(`${CARDS} ${where} ORDER BY t.position, t.id`);
}

/** One card. */
export function readTaskCard(read: ReadDb, id: string): TaskCardRow | undefined {
  return read.get<TaskCardRow>(`${CARDS} WHERE t.id = ?`, id);
}

export type NamedClient = {
  id: string;
  name: string;
  mark: string;
  hue: number;
  tier: 'A' | 'B' | 'C';
  managerId: string | null;
  archivedAt: number | null;
};
export type NamedPerson = {
  id: string;
  name: string;
  code: string;
  role: string;
  activeTo: string | null;
};
export type NamedProject = { id: string; name: string; clientId: string; status: string };
export type NamedStage = {
  id: string;
  revision: number;
  name: string;
  projectId: string;
  amountMinor: number | null;
};

/** Names of everything a task can point at. */
export function readTaskNames(read: ReadDb): {
  clients: NamedClient[];
  people: NamedPerson[];
  projects: NamedProject[];
  stages: NamedStage[];
} {
  return {
    clients: read.all(
      'SELECT id, name, mark, hue, tier, manager_id AS managerId, archived_at AS archivedAt FROM clients ORDER BY name',
    ),
    people: read.all(
      'SELECT id, name, code, role, active_to AS activeTo FROM people ORDER BY name',
    ),
    projects: read.all(
      'SELECT id, name, client_id AS clientId, status FROM projects ORDER BY name',
    ),
    stages: read.all(
      `SELECT id, revision, name, project_id AS projectId, amount_minor AS amountMinor
       FROM project_stages ORDER BY project_id, position, id`,
    ),
  };
}

/** Words in use for kinds, roles and labels, in order. */
export function readTaskWords(read: ReadDb): {
  kinds: string[];
  roles: string[];
  labels: string[];
} {
  const words = (sql: string) => read.all<{ word: string }>(sql).map(({ word }) => word);
  return {
    kinds: words("SELECT DISTINCT kind AS word FROM tasks WHERE kind <> '' ORDER BY kind"),
    roles: words(
      "SELECT role AS word FROM tasks WHERE role <> '' UNION SELECT role FROM people WHERE role <> '' ORDER BY word",
    ),
    labels: words('SELECT DISTINCT name AS word FROM task_labels ORDER BY name'),
  };
}

/** Briefs that a task can be made from. */
export function readTaskBriefs(read: ReadDb): { id: string; title: string; clientId: string }[] {
  return read.all(
    'SELECT id, title, client_id AS clientId FROM briefs WHERE archived_at IS NULL ORDER BY brief_on DESC, id',
  );
}

/** Cards a column of the board may hold, by status. */
export function readBoardLimits(read: ReadDb): Map<TaskStatus, { id: string; limit: number }> {
  return new Map(
    read
      .all<{ id: string; status: TaskStatus; limit: number }>(
        'SELECT id, status, max_cards AS "limit" FROM board_limits',
      )
      .map(({ id, status, limit }) => [status, { id, limit }]),
  );
}

/** Every dependency, or those of living tasks. */
export function readDependencies(
  read: ReadDb,
): { id: string; beforeId: string; afterId: string; lagDays: number }[] {
  return read.all(
    'SELECT id, before_id AS beforeId, after_id AS afterId, lag_days AS lagDays FROM task_dependencies ORDER BY before_id, after_id',
  );
}

/** Whose brief it is; undefined where there is no such brief. */
export function readBriefClient(read: ReadDb, briefId: string): string | undefined {
  return read.get<{ clientId: string }>(
    'SELECT client_id AS clientId FROM briefs WHERE id = ?',
    briefId,
  )?.clientId;
}

/** Ids of the living cards of a column in order. */
export function readColumnPositions(
  read: ReadDb,
  status: TaskStatus,
): { id: string; position: number }[] {
  return read.all(
    'SELECT id, position FROM tasks WHERE status = ? AND archived_at IS NULL ORDER BY position, id',
    status,
  );
}
