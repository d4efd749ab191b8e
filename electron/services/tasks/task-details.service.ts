import { readBriefOfTask } from '../../../db/queries/task-briefs.query';
import {
  readDueChanges,
  readFileHeads,
  readLabels,
  readStatusChanges,
  readTaskLinks,
  readTaskPlace,
  readWatchers,
} from '../../../db/queries/task-details.query';
import type { ReadDb } from '../../../db/read-db';
import { listPeople } from '../../../db/repositories/people.repo';
import { listChecklist, listComments } from '../../../db/repositories/task-parts.repo';
import { findSeries } from '../../../db/repositories/task-series.repo';
import { listAssignees, type TaskRow } from '../../../db/repositories/tasks.repo';
import type { Input, Output } from '../../../shared/contract/contract';
import { nextOccurrence } from '../../../shared/domain/work/recurrence';
import { readOf, type Session } from '../session';
import { changeOf, priorityOfRow, reasonPhrases, requireCard, requireTask } from './task-book';

function seriesOf(read: ReadDb, task: TaskRow): Output<'tasks/show'>['series'] {
  if (task.seriesId === null || task.occurrenceOn === null) return null;
  const series = findSeries(read, task.seriesId);
  if (series === undefined) return null;
  const { id, rule, startsOn, endedAt } = series;
  const isEnded = endedAt !== null;
  return {
    id,
    rule,
    startsOn,
    occurrenceOn: task.occurrenceOn,
    nextOn: isEnded ? null : nextOccurrence(rule, startsOn, task.occurrenceOn),
    isEnded,
  };
}

function briefOf(read: ReadDb, taskId: string): Output<'tasks/show'>['brief'] {
  const brief = readBriefOfTask(read, taskId);
  if (brief === undefined) return null;
  const { restatedBy, ...named } = brief;
  return { ...named, change: changeOf(brief.version, restatedBy) };
}

/** Everything of one task. Throws `task-not-found`. */
export function showTask(session: Session, { id }: Input<'tasks/show'>): Output<'tasks/show'> {
  const read = readOf(session);
  const task = requireTask(read, id);
  const card = requireCard(read, id);
  const names = new Map(listPeople(read).map((person) => [person.id, person.name]));
  const nameOf = (who: string): string => names.get(who) ?? who;
  const priority = priorityOfRow(card, session.clock.today());
  return {
    id,
    revision: task.revision,
    number: task.number,
    title: task.title,
    description: task.description,
    clientId: task.clientId,
    projectId: task.projectId,
    stageId: task.stageId,
    briefId: task.briefId,
    kind: task.kind,
    role: task.role,
    startOn: task.startOn,
    dueOn: task.dueOn,
    deadlineOn: task.deadlineOn,
    promise: task.promise,
    estimateSeconds: task.estimateSeconds,
    remainingSeconds: task.remainingSeconds,
    booking: task.booking,
    reviewerId: task.reviewerId,
    isAfterHours: task.afterHours === 'yes',
    requestedAt: task.requestedAt,
    resolvedAt: task.resolvedAt,
    assignees: listAssignees(read, id).map(({ personId, sharePpm }) => ({ personId, sharePpm })),
    watcherIds: readWatchers(read, id),
    labels: readLabels(read, id),
    status: task.status,
    statusSince: task.statusSince,
    createdAt: task.createdAt,
    doneOn: task.doneOn,
    acceptedAt: task.acceptedAt,
    acceptedBy: nameOf(task.acceptedBy),
    reworkCount: task.reworkCount,
    priority: priority.level,
    isPrioritySet: task.priority !== null,
    priorityReason: task.priorityReason,
    priorityParts: {
      score: priority.score,
      urgency: priority.urgency,
      benefit: priority.benefit,
      reasons: reasonPhrases(priority),
    },
    baselineStartOn: task.baselineStartOn,
    baselineDueOn: task.baselineDueOn,
    archivedAt: task.archivedAt,
    ...readTaskPlace(read, id),
    brief: briefOf(read, id),
    source: task.source,
    series: seriesOf(read, task),
    checklist: listChecklist(read, id).map((item) => ({
      id: item.id,
      revision: item.revision,
      title: item.title,
      checkedAt: item.checkedAt,
      checkedBy: nameOf(item.checkedBy),
    })),
    ...readTaskLinks(read, id),
    comments: listComments(read, id).map((comment) => ({
      id: comment.id,
      revision: comment.revision,
      author: nameOf(comment.author),
      body: comment.body,
      saidAt: comment.saidAt,
      mentions: comment.mentions.map(({ personId, answeredAt }) => ({
        personId,
        name: nameOf(personId),
        answeredAt,
      })),
    })),
    files: readFileHeads(read, id),
    dueChanges: readDueChanges(read, id).map((change) => ({
      ...change,
      changedBy: nameOf(change.changedBy),
    })),
    statusChanges: readStatusChanges(read, id).map((change) => ({
      ...change,
      changedBy: nameOf(change.changedBy),
    })),
  };
}
