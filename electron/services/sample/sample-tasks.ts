import { addDays, diffDays, monthOf } from '../../../shared/domain/dates';
import { PPM } from '../../../shared/domain/money';
import { nextOccurrence, occurrences } from '../../../shared/domain/work/recurrence';
import { addWorkDays } from '../../../shared/domain/work/work-days';
import { formatMonth } from '../../../shared/i18n/formats';
import { addBriefLinks, BRIEF_TASKS } from './sample-brief-tasks';
import { isWorkday } from './sample-calendar';
import type { SampleClient, SampleContext } from './sample-context';
import { PEOPLE, type PersonCode } from './sample-people';
import type { SampleRows, SampleTable, SampleValue } from './sample-rows';
import { LARGER_CLIENT_TASKS } from './sample-task-larger';
import { MONTHLY_REPORTS, WEEKLY_CHECKS } from './sample-task-regulations';
import { FINISHED_TASKS, SMALLER_CLIENT_TASKS } from './sample-task-smaller';
import { type TaskSpec, task } from './sample-task-spec';

const CARD_STEP = 1_048_576;
const HOUR_MS = 3_600_000;

/** Parts of a fixed-fee project and which share of the fee each is, per cent. */
const STAGES = [
  ['Концепция', 30],
  ['Производство', 45],
  ['Запуск', 25],
] as const;
const STAGED_CLIENTS = ['gorny-kvartal', 'svetloyar', 'usva'];

export interface SampleTasks {
  /** Ids of tasks by the key of their specification. */
  readonly ids: ReadonlyMap<string, string>;
}

type Series = { readonly id: string; readonly occurrenceOn: string };

/** Writes tasks one after the other; numbers and positions rise. */
class TaskWriter {
  readonly ids = new Map<string, string>();
  readonly #context: SampleContext;
  readonly #clients: ReadonlyMap<string, SampleClient>;
  readonly #stages: ReadonlyMap<string, { projectId: string; ids: string[] }>;
  readonly #retainers: ReadonlyMap<string, string>;
  readonly #briefs: ReadonlyMap<string, string>;
  #number = 0;

  constructor(
    context: SampleContext,
    clients: readonly SampleClient[],
    stages: ReadonlyMap<string, { projectId: string; ids: string[] }>,
    retainers: ReadonlyMap<string, string>,
    briefs: ReadonlyMap<string, string>,
  ) {
    this.#context = context;
    this.#clients = new Map(clients.map((client) => [client.spec.key, client]));
    this.#stages = stages;
    this.#retainers = retainers;
    this.#briefs = briefs;
  }

  #day(offset: number): string {
    return addWorkDays(this.#context.today, offset, isWorkday);
  }

  /** Instant of a morning, so many minutes later for each task, so that no two are the same. */
  #at(on: string, hour: number): number {
    return Date.parse(`${on}T00:00:00Z`) + hour * HOUR_MS + this.#number * 60_000;
  }

  #add(table: SampleTable, on: string, row: Record<string, SampleValue>): string {
    const id = this.#context.makeId(on);
    this.#context.sink.add(table, { id, ...row, revision: 1 });
    return id;
  }

  write(spec: TaskSpec, series?: Series, templateId: string | null = null): string {
    const { extra, status, client: key } = spec;
    const { today, people } = this.#context;
    this.#number += 1;
    const client = key === null ? undefined : this.#clients.get(key);
    const isDone = status === 'done';
    const day = series?.occurrenceOn ?? (spec.due === null ? null : this.#day(spec.due));
    const doneOn = isDone ? (day ?? today) : null;
    // Every fourth finished task came two days after its day.
    const isLate = isDone && this.#number % 4 === 0;
    const dueOn = day !== null && isLate ? addWorkDays(day, -2, isWorkday) : day;
    const startOn =
      extra.start === undefined ? null : this.#day(Math.min(extra.start, spec.due ?? extra.start));
    const statusOn = doneOn ?? addDays(today, -(extra.since ?? (status === 'backlog' ? 9 : 2)));
    const createdOn = addDays(statusOn, -6 - (this.#number % 5));
    const stage = extra.stage === undefined ? undefined : this.#stages.get(key ?? '');
    const who = spec.who.map((code) => (code === 'AM' ? (client?.spec.manager ?? 'AM1') : code));
    const id = this.#context.makeId(createdOn);
    const seconds = spec.hours === null ? null : Math.round(spec.hours * 3600);
    this.#context.sink.add('tasks', {
      id,
      number: this.#number,
      client_id: client?.id ?? null,
      project_id:
        stage?.projectId ??
        (series === undefined ? null : (this.#retainers.get(key ?? '') ?? null)),
      brief_id: extra.brief === undefined ? null : (this.#briefs.get(client?.id ?? '') ?? null),
      stage_id: extra.stage === undefined ? null : (stage?.ids[extra.stage] ?? null),
      template_id: templateId,
      series_id: series?.id ?? null,
      occurrence_on: series?.occurrenceOn ?? null,
      title: spec.title,
      description: '',
      kind: spec.kind,
      role: PEOPLE.find(({ code }) => code === who[0])?.role ?? '',
      status,
      status_since: this.#at(statusOn, 8),
      start_on: startOn !== null && dueOn !== null && startOn > dueOn ? dueOn : startOn,
      due_on: dueOn,
      deadline_on: extra.deadline === undefined ? null : this.#day(extra.deadline),
      promise: extra.promise ?? '',
      baseline_start_on: extra.baseline === undefined ? null : this.#day(extra.baseline[0]),
      baseline_due_on: extra.baseline === undefined ? null : this.#day(extra.baseline[1]),
      estimate_s: seconds,
      remaining_s: remainingOf(spec),
      priority: extra.priority?.[0] ?? null,
      priority_reason: extra.priority?.[1] ?? '',
      booking: extra.hard === true ? 'hard' : 'soft',
      reviewer_id: client === undefined ? null : (people.get(client.spec.manager) ?? null),
      rework_count: extra.rework ?? 0,
      done_on: doneOn,
      accepted_at: doneOn === null ? null : this.#at(doneOn, 13),
      accepted_by: doneOn === null ? '' : (people.get(client?.spec.manager ?? 'LEAD') ?? ''),
      after_hours: extra.afterHours === undefined ? 'no' : 'yes',
      requested_at: extra.afterHours === undefined ? null : this.#at(addDays(statusOn, -1), 18),
      resolved_at: extra.afterHours === 'resolved' ? this.#at(addDays(statusOn, -1), 20) : null,
      position: this.#number * CARD_STEP,
      source: '',
      external_key: '',
      created_at: this.#at(createdOn, 7),
      archived_at: null,
      revision: 1,
    });
    if (extra.key !== undefined) this.ids.set(extra.key, id);
    this.#people(id, createdOn, who, extra.watchers ?? []);
    this.#parts(id, spec, { createdOn, statusOn, dueOn, isDone });
    this.#steps(id, spec, who[0], createdOn, statusOn);
    return id;
  }

  #people(
    taskId: string,
    on: string,
    who: readonly PersonCode[],
    watchers: readonly PersonCode[],
  ): void {
    const { people } = this.#context;
    for (const [position, code] of who.entries()) {
      this.#add('task_assignees', on, {
        task_id: taskId,
        person_id: people.get(code) ?? '',
        position,
        share_ppm: Math.floor(PPM / who.length),
      });
    }
    for (const code of watchers) {
      this.#add('task_watchers', on, { task_id: taskId, person_id: people.get(code) ?? '' });
    }
  }

  #parts(
    taskId: string,
    { extra, who }: TaskSpec,
    days: { createdOn: string; statusOn: string; dueOn: string | null; isDone: boolean },
  ): void {
    const { createdOn, statusOn, dueOn, isDone } = days;
    const { people } = this.#context;
    const first = who[0] === undefined || who[0] === 'AM' ? 'AM1' : who[0];
    for (const [index, title] of (extra.checklist ?? []).entries()) {
      const isChecked = isDone || index < (extra.checked ?? 0);
      this.#add('task_checklist_items', createdOn, {
        task_id: taskId,
        position: (index + 1) * CARD_STEP,
        title,
        checked_at: isChecked ? this.#at(statusOn, 9) + index : null,
        checked_by: isChecked ? (people.get(first) ?? '') : '',
      });
    }
    for (const name of extra.labels ?? []) {
      this.#add('task_labels', createdOn, { task_id: taskId, name });
    }
    for (const [index, { who: author, text, to }] of (extra.says ?? []).entries()) {
      const commentId = this.#add('task_comments', statusOn, {
        task_id: taskId,
        author: people.get(author) ?? '',
        body: text,
        said_at: this.#at(statusOn, 10 + index),
        source: '',
        external_key: '',
      });
      if (to === undefined) continue;
      this.#add('task_mentions', statusOn, {
        comment_id: commentId,
        person_id: people.get(to) ?? '',
        answered_at: null,
      });
    }
    if (extra.link !== undefined) {
      this.#add('task_files', statusOn, {
        task_id: taskId,
        name: extra.link[0],
        mime: '',
        size: 0,
        content: null,
        location: extra.link[1],
        attached_at: this.#at(statusOn, 9),
      });
    }
    if (extra.moved !== undefined && dueOn !== null) {
      this.#add('task_due_changes', statusOn, {
        task_id: taskId,
        field: 'due',
        from_on: addWorkDays(dueOn, -1, isWorkday),
        to_on: dueOn,
        reason: extra.moved,
        changed_by: people.get('AM1') ?? '',
        changed_at: this.#at(statusOn, 9),
      });
    }
  }

  /** The statuses a task passed until now, spread between its beginning and today's status. */
  #steps(
    taskId: string,
    { status, extra }: TaskSpec,
    by: PersonCode | undefined,
    createdOn: string,
    statusOn: string,
  ): void {
    const path = pathTo(status, extra.rework ?? 0);
    const days = Math.max(1, diffDays(createdOn, statusOn));
    let sinceAt = this.#at(createdOn, 7);
    for (const [index, to] of path.slice(1).entries()) {
      const share = Math.floor((days * (index + 1)) / Math.max(1, path.length - 1));
      const on = index === path.length - 2 ? statusOn : addDays(createdOn, share);
      const changedAt = Math.max(sinceAt + HOUR_MS, this.#at(on, 8));
      this.#add('task_status_changes', on, {
        task_id: taskId,
        from_status: path[index] ?? 'ready',
        to_status: to,
        reason: to === 'rework' ? (extra.reworkReason ?? '') : '',
        changed_by: this.#context.people.get(by ?? 'AM1') ?? '',
        since_at: sinceAt,
        changed_at: changedAt,
      });
      sinceAt = changedAt;
    }
  }

  link(spec: TaskSpec, on: string): void {
    for (const key of spec.extra.after ?? []) {
      const beforeId = this.ids.get(key);
      const afterId = this.ids.get(spec.extra.key ?? spec.title);
      if (beforeId === undefined || afterId === undefined) continue;
      this.#add('task_dependencies', on, { before_id: beforeId, after_id: afterId, lag_days: 0 });
    }
  }
}

/** What is left of a task: little of what is checked already. */
function remainingOf({ status, hours, extra }: TaskSpec): number | null {
  if (status === 'done') return 0;
  if (extra.left !== undefined) return extra.left * 3600;
  if (hours === null || (status !== 'review' && status !== 'client-review')) return null;
  return Math.round(hours * 0.2 * 4) * 900;
}

function pathTo(status: TaskSpec['status'], rework: number): TaskSpec['status'][] {
  if (status === 'backlog') return ['backlog'];
  if (status === 'ready') return ['backlog', 'ready'];
  const path: TaskSpec['status'][] = ['backlog', 'ready', 'in-work'];
  if (status === 'in-work') return path;
  path.push('review');
  for (let round = 0; round < rework; round += 1) {
    path.push('rework');
    if (status !== 'rework' || round < rework - 1) path.push('review');
  }
  if (status === 'client-review' || status === 'done') path.push(status);
  return path;
}

/** Tasks of the sample: what is under way and was finished, with regulations that come back every month and week. */
export function addTasks(
  context: SampleContext,
  clients: readonly SampleClient[],
  rows: SampleRows,
  templates: ReadonlyMap<string, string>,
): SampleTasks {
  const writer = new TaskWriter(
    context,
    clients,
    addStages(context, clients, rows),
    retainersOf(clients, rows),
    new Map((rows.get('briefs') ?? []).map((row) => [String(row['client_id']), row.id])),
  );
  const specs = [...FINISHED_TASKS, ...LARGER_CLIENT_TASKS, ...SMALLER_CLIENT_TASKS].map((spec) =>
    spec.extra.after === undefined || spec.extra.key !== undefined
      ? spec
      : { ...spec, extra: { ...spec.extra, key: spec.title } },
  );
  for (const spec of specs) writer.write(spec);
  for (const spec of specs) writer.link(spec, context.today);
  addRecurring(context, clients, writer, templates);
  for (const spec of BRIEF_TASKS) writer.write(spec);
  addBriefLinks(context, rows, [...specs, ...BRIEF_TASKS]);
  return { ids: writer.ids };
}

function retainersOf(
  clients: readonly SampleClient[],
  rows: SampleRows,
): ReadonlyMap<string, string> {
  const projects = rows.get('projects') ?? [];
  return new Map(
    clients.flatMap(({ id, spec }): [string, string][] => {
      const row = projects.find((one) => one['client_id'] === id && one['kind'] === 'retainer');
      return row === undefined ? [] : [[spec.key, row.id]];
    }),
  );
}

function addStages(
  context: SampleContext,
  clients: readonly SampleClient[],
  rows: SampleRows,
): ReadonlyMap<string, { projectId: string; ids: string[] }> {
  const projects = rows.get('projects') ?? [];
  return new Map(
    clients.flatMap(({ id, spec }): [string, { projectId: string; ids: string[] }][] => {
      const project = projects.findLast(
        (row) =>
          row['client_id'] === id && row['kind'] === 'fixed-fee' && row['status'] === 'active',
      );
      if (project === undefined || !STAGED_CLIENTS.includes(spec.key)) return [];
      const fee = Number(project['fee_minor'] ?? 0);
      const ids = STAGES.map(([name, share], index) => {
        const stageId = context.makeId(context.today);
        context.sink.add('project_stages', {
          id: stageId,
          project_id: project.id,
          name,
          position: index + 1,
          amount_minor: Math.round((fee * share) / 100),
          revision: 1,
        });
        return stageId;
      });
      return [[spec.key, { projectId: project.id, ids }]];
    }),
  );
}

/** Monthly reports and weekly checks: the one before is done, the next one waits for its day. */
function addRecurring(
  context: SampleContext,
  clients: readonly SampleClient[],
  writer: TaskWriter,
  templates: ReadonlyMap<string, string>,
): void {
  const { today, makeId, sink } = context;
  for (const spec of [...MONTHLY_REPORTS, ...WEEKLY_CHECKS]) {
    const client = clients.find((candidate) => candidate.spec.key === spec.client);
    if (client === undefined) continue;
    const startsOn = addDays(today, -75);
    const before = occurrences(spec.rule, startsOn, addDays(startsOn, -1), 100).filter(
      (on) => on < today,
    );
    const former = before.at(-1);
    const next = nextOccurrence(spec.rule, startsOn, addDays(today, -1));
    if (former === undefined || next === null) continue;
    const seriesId = makeId(startsOn);
    sink.add('task_series', {
      id: seriesId,
      rule: spec.rule,
      starts_on: before[0] ?? startsOn,
      ended_at: null,
      revision: 1,
    });
    const { language } = client.spec;
    for (const on of [former, next]) {
      const month = formatMonth(language, monthOf(addDays(`${monthOf(on)}-01`, -1)));
      writer.write(
        task(
          spec.client,
          spec.title.replace('{month}', month),
          spec.kind,
          spec.who,
          on === former ? 'done' : 'ready',
          spec.hours,
          null,
          { checklist: spec.checklist },
        ),
        { id: seriesId, occurrenceOn: on },
        templates.get(`${spec.template}/${language}`) ?? null,
      );
    }
  }
}
