import { readBriefClient } from '../../../db/queries/tasks.query';
import type { ReadDb } from '../../../db/read-db';
import { findClient } from '../../../db/repositories/clients.repo';
import { findPerson } from '../../../db/repositories/people.repo';
import { findProject } from '../../../db/repositories/projects.repo';
import { findStage } from '../../../db/repositories/task-practice.repo';
import {
  recordDueChange,
  setAssignees,
  setLabels,
  setWatchers,
  type TaskPatch,
  type TaskRow,
} from '../../../db/repositories/tasks.repo';
import type { WriteDb } from '../../../db/write-db';
import { AppError } from '../../../shared/contract/app-error';
import type { Phrase } from '../../../shared/contract/primitives';
import type { TaskFields } from '../../../shared/contract/tasks-shapes';
import { daysInclusive } from '../../../shared/domain/dates';
import { followBrief } from '../brief-follow';

/** Longest span from the start of a task to its end, days: what is longer is a slip of the year. */
const LONGEST_DAYS = 3_660;

/** What a task would hold after a change, for the rules that span its fields. */
export type TaskDraft = Pick<
  TaskRow,
  'title' | 'clientId' | 'projectId' | 'stageId' | 'briefId' | 'startOn' | 'dueOn' | 'deadlineOn'
>;

/** What of a task is to change; undefined stays as it is. */
export type FieldsPatch = { [K in keyof TaskFields]?: TaskFields[K] | undefined };

/** A field of a patch, or what was before where the patch does not name it. */
export function next<T>(patched: T | undefined, before: T): T {
  return patched === undefined ? before : patched;
}

/**
 * What a task becomes with a patch. A project, a stage or a brief that belongs to another client goes
 * with the client where the patch changes that, and is refused where the patch names it:
 * `task-project-of-other`, `task-stage-of-other`, `task-brief-of-other`.
 */
export function draftOf(read: ReadDb, before: TaskDraft, patch: FieldsPatch): TaskDraft {
  const draft: TaskDraft = {
    title: next(patch.title, before.title),
    clientId: next(patch.clientId, before.clientId),
    projectId: next(patch.projectId, before.projectId),
    stageId: next(patch.stageId, before.stageId),
    briefId: next(patch.briefId, before.briefId),
    startOn: next(patch.startOn, before.startOn),
    dueOn: next(patch.dueOn, before.dueOn),
    deadlineOn: next(patch.deadlineOn, before.deadlineOn),
  };
  if (draft.stageId !== null) {
    const stage = findStage(read, draft.stageId);
    if (patch.stageId !== undefined && patch.projectId === undefined) {
      draft.projectId = stage?.projectId ?? null;
    }
    if (stage?.projectId !== draft.projectId) {
      if (patch.stageId != null) throw new AppError('task-stage-of-other');
      draft.stageId = null;
    }
  }
  if (draft.projectId !== null) {
    const project = findProject(read, draft.projectId);
    const isNamed = patch.projectId != null || patch.stageId != null;
    if (isNamed && patch.clientId === undefined) draft.clientId = project?.clientId ?? null;
    if (project?.clientId !== draft.clientId) {
      if (isNamed) throw new AppError('task-project-of-other');
      draft.projectId = null;
      draft.stageId = null;
    }
  }
  if (draft.briefId !== null) {
    const ownerId = readBriefClient(read, draft.briefId) ?? null;
    if (patch.briefId != null && patch.clientId === undefined && draft.clientId === null) {
      draft.clientId = ownerId;
    }
    if (ownerId !== draft.clientId) {
      if (patch.briefId != null) throw new AppError('task-brief-of-other');
      draft.briefId = null;
    }
  }
  if (draft.clientId !== null && findClient(read, draft.clientId) === undefined) {
    throw new AppError('client-not-found');
  }
  return draft;
}

/** Refuses dates out of order: `task-due-before-start`. */
export function assertDates({ title, startOn, dueOn }: TaskDraft): void {
  if (startOn === null || dueOn === null) return;
  if (dueOn < startOn) throw new AppError('task-due-before-start', { title, startOn, dueOn });
  if (daysInclusive({ from: startOn, to: dueOn }) > LONGEST_DAYS) {
    throw new AppError('task-too-long', { title, startOn, dueOn });
  }
}

/** Refuses people who are not in the file: `person-not-found`. */
export function assertPeople(read: ReadDb, patch: FieldsPatch): void {
  const ids = [
    ...(patch.assignees ?? []).map(({ personId }) => personId),
    ...(patch.watcherIds ?? []),
    ...(patch.reviewerId == null ? [] : [patch.reviewerId]),
  ];
  for (const id of ids) {
    if (findPerson(read, id) === undefined) throw new AppError('person-not-found');
  }
  const assigned = (patch.assignees ?? []).map(({ personId }) => personId);
  if (new Set(assigned).size !== assigned.length) throw new AppError('task-assigned-twice');
}

/** What to say although it is written: the deadline lies before the planned end. */
export function warningsOf({ title, dueOn, deadlineOn }: TaskDraft): Phrase[] {
  return deadlineOn !== null && dueOn !== null && deadlineOn < dueOn
    ? [{ key: 'work:warning.due-after-deadline', params: { title, dueOn, deadlineOn } }]
    : [];
}

/** The columns of a patch; what lies in other tables is left out. */
export function columnsOf(patch: FieldsPatch, draft: TaskDraft): TaskPatch {
  const { assignees: _a, watcherIds: _w, labels: _l, isAfterHours, ...columns } = patch;
  return {
    ...columns,
    ...draft,
    ...(isAfterHours === undefined ? {} : { afterHours: isAfterHours ? 'yes' : 'no' }),
  };
}

/** Writes what a patch says of other tables. */
export function writeParts(tx: WriteDb, taskId: string, patch: FieldsPatch): void {
  if (patch.assignees !== undefined) setAssignees(tx, taskId, patch.assignees);
  if (patch.watcherIds !== undefined) setWatchers(tx, taskId, patch.watcherIds);
  if (patch.labels !== undefined) setLabels(tx, taskId, patch.labels);
  if (patch.briefId !== undefined) followBrief(tx, taskId, patch.briefId);
}

/** Keeps the history of the dates that differ. */
export function writeDueChanges(
  tx: WriteDb,
  task: TaskRow,
  draft: Pick<TaskDraft, 'startOn' | 'dueOn' | 'deadlineOn'>,
  why: { reason: string; by: string; at: number },
): void {
  const dates = [
    { field: 'start', fromOn: task.startOn, toOn: draft.startOn },
    { field: 'due', fromOn: task.dueOn, toOn: draft.dueOn },
    { field: 'deadline', fromOn: task.deadlineOn, toOn: draft.deadlineOn },
  ] as const;
  for (const date of dates) {
    if (date.fromOn === date.toOn) continue;
    recordDueChange(tx, {
      ...date,
      taskId: task.id,
      reason: why.reason,
      changedBy: why.by,
      changedAt: why.at,
    });
  }
}
