import { personOrNull, readBriefSteps } from '../../db/queries/brief-versions.query';
import type { BriefHeadRow } from '../../db/queries/briefs.query';
import {
  type BriefTaskRow,
  readBriefTasks,
  readOpenProjects,
  readSkills,
} from '../../db/queries/task-briefs.query';
import type { ReadDb } from '../../db/read-db';
import { recordBriefStep } from '../../db/repositories/brief-versions.repo';
import { amendBrief } from '../../db/repositories/briefs.repo';
import { findTaskBrief, keepTaskBrief } from '../../db/repositories/task-briefs.repo';
import { addChecklistItem, linkTasks } from '../../db/repositories/task-parts.repo';
import { listTemplates } from '../../db/repositories/task-practice.repo';
import { addTask, setAssignees } from '../../db/repositories/tasks.repo';
import type { WriteDb } from '../../db/write-db';
import { AppError } from '../../shared/contract/app-error';
import type { BriefTemplate } from '../../shared/contract/briefs.contract';
import type { Input, Output } from '../../shared/contract/contract';
import type { BriefAnswers } from '../../shared/domain/brief-answers';
import { type BriefStage, briefStage } from '../../shared/domain/brief-stages';
import { briefTaskSet, scheduleBriefTasks } from '../../shared/domain/brief-tasks';
import { addDays, diffDays, mondayOf } from '../../shared/domain/dates';
import { PPM } from '../../shared/domain/money';
import { translatorOf } from '../../shared/i18n/all-messages';
import { answersNow, followBrief } from './brief-follow';
import { type BriefTaskPlan, planOfRegulation, planOfTemplate } from './brief-task-sets';
import { briefWords, requireTemplate } from './brief-template-book';
import { requireBrief } from './briefs.service';
import { act, readOf, type Session } from './session';
import { agencyWorkDays, changeOf, isOverdue, linesOf, requireTask } from './tasks/task-book';
import { assertDates, assertPeople, draftOf } from './tasks/task-rules';
import { workloadOf } from './work-load.service';

/** Stages in which a brief is agreed to and its work is not over. */
const AGREED: readonly BriefStage[] = ['approved', 'work', 'delivered'];

/** Weeks beyond which nobody's plans reach. */
const MOST_WEEKS = 26;

/** Tasks of a brief, by number. Throws `brief-not-found`. */
export function listBriefTasks(
  session: Session,
  { briefId }: Input<'brief-tasks/list'>,
): Output<'brief-tasks/list'> {
  const read = readOf(session);
  requireBrief(read, briefId);
  const today = session.clock.today();
  return {
    tasks: readBriefTasks(read, briefId).map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      people: linesOf(row.people),
      status: row.status,
      dueOn: row.dueOn ?? row.deadlineOn,
      isOverdue: isOverdue(row, today),
      version: row.version,
      change: changeOf(row.version, row.restatedBy),
    })),
  };
}

type Ground = {
  head: BriefHeadRow;
  stage: BriefStage;
  answers: BriefAnswers;
  /** The brief's template in the words of whoever works in the file. */
  template: BriefTemplate;
  plan: readonly BriefTaskPlan[];
  there: readonly BriefTaskRow[];
};

/** A brief that is agreed to, the set for it and what of it is there. Throws `brief-not-found`, `brief-not-agreed`. */
function groundOf(session: Session, briefId: string, regulationId: string | null): Ground {
  const read = readOf(session);
  const { head, answers } = requireBrief(read, briefId);
  const stage = briefStage(head.status, readBriefSteps(read, { briefId }).at(-1)?.step);
  if (!AGREED.includes(stage)) throw new AppError('brief-not-agreed');
  const language = session.language();
  const template = requireTemplate(read, head.templateKey, language);
  const plan =
    regulationId === null
      ? planOfTemplate(template, briefWords(language))
      : planOfRegulation(read, regulationId);
  return { head, stage, answers, template, plan, there: readBriefTasks(read, briefId) };
}

/** What a brief could be turned into. Throws `brief-not-found`, `brief-not-agreed`, `template-not-found`. */
export function proposeBriefTasks(
  session: Session,
  { briefId, regulationId }: Input<'brief-tasks/propose'>,
): Output<'brief-tasks/propose'> {
  const read = readOf(session);
  const today = session.clock.today();
  const { head, answers, template, plan, there } = groundOf(session, briefId, regulationId);
  const days = {
    approval: today,
    start: dateIn(answers, 'starts-on'),
    end: dateIn(answers, 'ends-on'),
  };
  const scheduled = scheduleBriefTasks(plan, days, agencyWorkDays(read));
  const missing = plan.flatMap((task) => {
    const dates = scheduled.get(task.key);
    const isThere = there.some(({ setKey }) => setKey === task.key);
    return dates === undefined || isThere ? [] : [{ ...task, ...dates }];
  });
  const team = teamFor(read, today, missing);
  const titleOf = new Map(plan.map(({ key, title }) => [key, title]));
  const isOwn = briefTaskSet(template.key).some(({ set }) => set === 'generic');
  return {
    templateTitle: isOwn ? null : template.title,
    regulations: listTemplates(read).map(({ id, name }) => ({ id, name })),
    projects: readOpenProjects(read, head.clientId),
    people: team.people,
    tasks: missing.map((task) => ({
      key: task.key,
      title: task.title,
      role: task.role,
      estimateSeconds: task.estimateSeconds,
      startOn: task.startOn,
      dueOn: task.dueOn,
      after: task.after.flatMap((key) => titleOf.get(key) ?? []),
      checklist: [...task.checklist],
      sections: titlesOf(template, task.sections),
      personId: team.suggest(task),
    })),
  };
}

function dateIn(answers: BriefAnswers, key: string): string | null {
  const answer = answers[key];
  return answer?.type === 'date' ? answer.on : null;
}

function titlesOf(template: BriefTemplate, keys: readonly string[]): string[] {
  return template.sections.filter(({ key }) => keys.includes(key)).map(({ title }) => title);
}

type DatedPlan = BriefTaskPlan & { startOn: string; dueOn: string };

/** Who is there in the weeks of the work, how much they have free, and whom to suggest for what. */
function teamFor(
  read: ReadDb,
  today: string,
  tasks: readonly DatedPlan[],
): {
  people: Output<'brief-tasks/propose'>['people'];
  suggest(task: DatedPlan): string | null;
} {
  const from = tasks.map(({ startOn }) => startOn).sort()[0] ?? today;
  const to =
    tasks
      .map(({ dueOn }) => dueOn)
      .sort()
      .at(-1) ?? from;
  const weeks = Math.min(MOST_WEEKS, Math.floor(diffDays(mondayOf(from), to) / 7) + 1);
  const load = workloadOf(read, today, { from, weeks });
  const skills = readSkills(read);
  const given = new Map<string, number>();
  const freeIn = (person: (typeof load.people)[number], task: DatedPlan): number =>
    load.weeks.reduce(
      (sum, monday, index) => {
        const isDuring = monday <= task.dueOn && addDays(monday, 6) >= task.startOn;
        return isDuring ? sum + (person.cells[index]?.freeSeconds ?? 0) : sum;
      },
      -(given.get(person.personId) ?? 0),
    );
  return {
    people: load.people.map(({ personId, name, role, totals }) => ({
      id: personId,
      name,
      role,
      freeSeconds: totals.freeSeconds,
    })),
    suggest(task) {
      const byRole = load.people.filter(({ role }) => task.fits(role));
      const bySkill = load.people.filter(({ personId }) =>
        skills.some((row) => row.personId === personId && task.fits(row.skill)),
      );
      const [best] = (byRole.length > 0 ? byRole : bySkill).toSorted(
        (a, b) => freeIn(b, task) - freeIn(a, task) || (a.personId < b.personId ? -1 : 1),
      );
      if (best === undefined) return null;
      // What one task is given the next one cannot have.
      given.set(best.personId, (given.get(best.personId) ?? 0) + task.estimateSeconds);
      return best.personId;
    },
  };
}

/**
 * Sets the chosen tasks of a brief with their checklists and what they wait for, in one action. Throws
 * `brief-not-found`, `brief-not-agreed`, `row-changed-elsewhere`, `brief-task-unknown` for one that the set
 * does not have or that is there already, and the rules of tasks.
 */
export function setBriefTasks(
  session: Session,
  input: Input<'brief-tasks/set'>,
): Output<'brief-tasks/set'> {
  const read = readOf(session);
  const { briefId } = input;
  const ground = groundOf(session, briefId, input.regulationId);
  const { head, stage, plan, there } = ground;
  if (head.revision !== input.revision)
    throw new AppError('row-changed-elsewhere', { table: 'briefs' });
  const made = new Map(there.map(({ setKey, id }) => [setKey, id]));
  const drafts = plan.flatMap((task) => {
    const chosen = input.tasks.find(({ key }) => key === task.key);
    if (chosen === undefined) return [];
    const draft = draftOf(
      read,
      {
        title: chosen.title,
        clientId: head.clientId,
        projectId: null,
        stageId: null,
        briefId,
        startOn: chosen.startOn,
        dueOn: chosen.dueOn,
        deadlineOn: null,
      },
      { projectId: input.projectId, clientId: head.clientId },
    );
    assertDates(draft);
    return [{ task, chosen, draft }];
  });
  const isKnown = drafts.length === input.tasks.length;
  if (!isKnown || drafts.some(({ task }) => made.has(task.key))) {
    throw new AppError('brief-task-unknown');
  }
  assertPeople(read, { watcherIds: input.tasks.flatMap(({ personId }) => personId ?? []) });
  const ids = act(session, 'set-brief-tasks', { count: drafts.length, title: head.title }, (tx) => {
    for (const { task, chosen, draft } of drafts) {
      const before = task.after.flatMap((key) => made.get(key) ?? []);
      const id = addTask(tx, {
        ...draft,
        templateId: task.templateId,
        kind: task.kind,
        role: task.role,
        description: descriptionOf(session, ground, task),
        status: before.length === 0 ? 'ready' : 'backlog',
        estimateSeconds: chosen.estimateSeconds,
        createdAt: session.clock.now(),
      });
      if (chosen.personId !== null) {
        setAssignees(tx, id, [{ personId: chosen.personId, sharePpm: PPM }]);
      }
      for (const title of task.checklist) addChecklistItem(tx, { taskId: id, title });
      for (const beforeId of before) linkTasks(tx, { beforeId, afterId: id, lagDays: 0 });
      followBrief(tx, id, briefId, { setKey: task.key, sections: task.sections });
      made.set(task.key, id);
    }
    if (input.start && stage === 'approved') startBrief(tx, session, head);
    return drafts.flatMap(({ task }) => made.get(task.key) ?? []);
  });
  return { ids };
}

function descriptionOf(
  session: Session,
  { head, template }: Ground,
  { sections }: BriefTaskPlan,
): string {
  const { t } = translatorOf(session.language());
  const titles = titlesOf(template, sections);
  const said =
    titles.length === 0
      ? t('brief:tasks.descriptionWhole')
      : t('brief:tasks.descriptionSections', {
          sections: titles.map((title) => title.toLowerCase()).join(', '),
        });
  const { number, title, version } = head;
  return t('brief:tasks.description', { number, title, version, sections: said });
}

function startBrief(tx: WriteDb, session: Session, head: BriefHeadRow): void {
  recordBriefStep(tx, {
    briefId: head.id,
    step: 'started',
    madeOn: session.clock.today(),
    madeAt: session.clock.now(),
    versionId: null,
    personId: personOrNull(tx, session.actor),
  });
  amendBrief(tx, head.id, { editedAt: session.clock.now() }, head.revision);
}

/** The tasks stand on what their brief says now. Throws `task-not-found`. */
export function takeBriefIn(
  session: Session,
  { taskIds }: Input<'brief-tasks/take-in'>,
): Output<'brief-tasks/take-in'> {
  const read = readOf(session);
  const tasks = [...new Set(taskIds)].map((id) => requireTask(read, id));
  const [first] = tasks;
  act(session, 'take-brief-in', { count: tasks.length, title: first?.title ?? '' }, (tx) => {
    for (const { id, briefId } of tasks) {
      const kept = findTaskBrief(tx, id);
      if (kept === undefined || briefId === null) continue;
      const keys = Object.keys(JSON.parse(kept.answers) as Record<string, string>);
      keepTaskBrief(tx, {
        taskId: id,
        setKey: kept.setKey,
        version: requireBrief(tx, briefId).head.version,
        answers: JSON.stringify(answersNow(tx, briefId, keys)),
      });
    }
  });
  return { ids: tasks.map(({ id }) => id) };
}
