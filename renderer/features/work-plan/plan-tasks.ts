import type { Output } from '../../../shared/contract/contract';
import type { ScheduleBar } from '../../../shared/contract/tasks.contract';
import type { TaskNames } from '../../../shared/contract/tasks-shapes';
import type { Period } from '../../../shared/domain/dates';
import type { Away, PlanTask } from './plan-types';

function baselineOf(bar: ScheduleBar): Period | null {
  const to = bar.baselineDueOn ?? bar.baselineStartOn;
  const from = bar.baselineStartOn ?? bar.baselineDueOn;
  return from === null || to === null ? null : { from, to };
}

/** The tasks of a schedule with the names that its ids stand for. */
export function planTasks(bars: readonly ScheduleBar[], names: TaskNames): PlanTask[] {
  const clients = new Map(names.clients.map((client) => [client.id, client]));
  const projects = new Map(names.projects.map((project) => [project.id, project]));
  const people = new Map(names.people.map((person) => [person.id, person]));
  return bars.map((bar) => ({
    id: bar.id,
    revision: bar.revision,
    title: bar.title,
    status: bar.status,
    client: bar.clientId === null ? null : (clients.get(bar.clientId) ?? null),
    project: bar.projectId === null ? null : (projects.get(bar.projectId) ?? null),
    doers: bar.personIds.flatMap((id) => people.get(id) ?? []),
    days: { from: bar.startOn, to: bar.dueOn },
    baseline: baselineOf(bar),
    done: bar.status === 'done' ? 1 : bar.progressPpm / 1_000_000,
    estimateSeconds: bar.estimateSeconds,
    deadlineOn: bar.deadlineOn,
    isCritical: bar.isCritical,
    slackDays: bar.slackDays,
    isConflict: bar.isConflict,
    isOverdue: bar.isOverdue,
  }));
}

/** Who is away, by person. */
export function awayByPerson(
  absences: Output<'people/absences'>['absences'],
): ReadonlyMap<string, readonly Away[]> {
  const byPerson = new Map<string, Away[]>();
  for (const { id, personId, personName, fromOn, toOn, kind, deputyName } of absences) {
    const away = { id, personId, personName, days: { from: fromOn, to: toOn }, kind, deputyName };
    byPerson.set(personId, [...(byPerson.get(personId) ?? []), away]);
  }
  return byPerson;
}
