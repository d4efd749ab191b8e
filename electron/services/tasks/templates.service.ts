import { readTemplateUse } from '../../../db/queries/task-practice.query';
import type { ReadDb } from '../../../db/read-db';
import { addChecklistItem, linkTasks } from '../../../db/repositories/task-parts.repo';
import {
  findTemplate,
  addTemplate as insertTemplate,
  listTemplateSteps,
  listTemplates as readTemplates,
  type TemplateRow,
  type TemplateStepRow,
  amendTemplate as updateTemplate,
} from '../../../db/repositories/task-practice.repo';
import { addTask, setAssignees } from '../../../db/repositories/tasks.repo';
import type { WriteDb } from '../../../db/write-db';
import { AppError } from '../../../shared/contract/app-error';
import type { Input, Output } from '../../../shared/contract/contract';
import type { TemplateStep } from '../../../shared/contract/tasks-practice.contract';
import { known } from '../../../shared/domain/figure';
import { fraction } from '../../../shared/domain/fraction';
import { PPM } from '../../../shared/domain/money';
import { addWorkDays } from '../../../shared/domain/work/work-days';
import { quantityFigure } from '../receivables-facts';
import { act, readOf, type Session } from '../session';
import { agencyWorkDays } from './task-book';
import { assertPeople, draftOf } from './task-rules';

type Done = { id: string };

/** Points of a step's checklist. */
export function checklistOf(step: TemplateStepRow): string[] {
  const kept: unknown = JSON.parse(step.checklist);
  return Array.isArray(kept) ? kept.filter((title) => typeof title === 'string') : [];
}

function requireTemplate(read: ReadDb, id: string): TemplateRow {
  const template = findTemplate(read, id);
  if (template === undefined || template.retiredAt !== null) {
    throw new AppError('template-not-found');
  }
  return template;
}

/** Regulations in force with their steps, and how the tasks made by them went. */
export function listTemplates(session: Session): Output<'templates/list'> {
  const read = readOf(session);
  const uses = readTemplateUse(read);
  return {
    templates: readTemplates(read).map((template) => {
      const use = uses.get(template.familyId);
      const share =
        use === undefined || use.doneCount === 0
          ? null
          : fraction(use.compliantCount, use.doneCount);
      return {
        id: template.id,
        revision: template.revision,
        name: template.name,
        kind: template.kind,
        language: template.language,
        description: template.description,
        familyId: template.familyId,
        version: template.version,
        madeAt: template.madeAt,
        steps: listTemplateSteps(read, template.id).map((step) => ({
          title: step.title,
          role: step.role,
          estimateSeconds: step.estimateSeconds,
          startOffset: step.startOffset,
          dueOffset: step.dueOffset,
          after: step.afterPosition,
          checklist: checklistOf(step),
        })),
        taskCount: use?.taskCount ?? 0,
        openCount: use?.openCount ?? 0,
        compliancePpm: quantityFigure(known(share), PPM),
      };
    }),
  };
}

/** Refuses a step that ends before it starts, or waits for itself or a later one. */
function assertSteps(steps: readonly TemplateStep[]): void {
  for (const [index, step] of steps.entries()) {
    if (step.dueOffset < step.startOffset) {
      throw new AppError('template-step-backwards', { title: step.title });
    }
    if (step.after !== null && step.after >= index) {
      throw new AppError('template-step-order', { title: step.title });
    }
  }
}

const stepRows = (steps: readonly TemplateStep[]) =>
  steps.map(({ after, checklist, ...step }) => ({
    ...step,
    afterPosition: after,
    checklist: JSON.stringify(checklist),
  }));

/** Adds a regulation. */
export function addTemplate(session: Session, input: Input<'templates/add'>): Done {
  const { steps, ...fields } = input;
  assertSteps(steps);
  return act(session, 'add-template', { name: input.name }, (tx) => ({
    id: insertTemplate(tx, { ...fields, madeAt: session.clock.now() }, stepRows(steps)),
  }));
}

/** Puts a new version of a regulation in force; the former one is kept with the tasks it made. */
export function amendTemplate(session: Session, input: Input<'templates/amend'>): Done {
  const { id, revision, steps, ...fields } = input;
  const former = requireTemplate(readOf(session), id);
  assertSteps(steps);
  const madeAt = session.clock.now();
  return act(session, 'amend-template', { name: input.name }, (tx) => {
    updateTemplate(tx, id, { retiredAt: madeAt }, revision);
    const { familyId } = former;
    return { id: insertTemplate(tx, { ...fields, familyId, madeAt }, stepRows(steps)) };
  });
}

/** Takes a regulation out of force. */
export function retireTemplate(session: Session, { id }: Input<'templates/retire'>): Done {
  const template = requireTemplate(readOf(session), id);
  act(session, 'retire-template', { name: template.name }, (tx) =>
    updateTemplate(tx, id, { retiredAt: session.clock.now() }),
  );
  return { id };
}

/** As per regulation: a task of each step, dated by working days from a day, linked as the steps are. */
export function applyTemplate(
  session: Session,
  input: Input<'templates/apply'>,
): Output<'templates/apply'> {
  const { name } = requireTemplate(readOf(session), input.id);
  const now = session.clock.now();
  const ids = act(session, 'apply-template', { name }, (tx) =>
    setTemplateTasks(tx, { ...input, briefId: null, now }),
  );
  return { ids };
}

/**
 * The tasks of a regulation as a part of another action; they answer for a brief where one is named. Returns
 * their ids in the order of the steps. Throws `template-not-found`, `person-not-found`.
 */
export function setTemplateTasks(
  tx: WriteDb,
  input: Input<'templates/apply'> & { briefId: string | null; now: number },
): string[] {
  const template = requireTemplate(tx, input.id);
  const isWorkDay = agencyWorkDays(tx);
  const personOf = new Map(input.people.map(({ role, personId }) => [role, personId]));
  assertPeople(tx, {
    watcherIds: [...new Set(personOf.values())],
  });
  const made: string[] = [];
  for (const step of listTemplateSteps(tx, template.id)) {
    const draft = draftOf(
      tx,
      {
        title: step.title,
        clientId: input.clientId,
        projectId: null,
        stageId: null,
        briefId: input.briefId,
        startOn: addWorkDays(input.onDay, step.startOffset, isWorkDay),
        dueOn: addWorkDays(input.onDay, step.dueOffset, isWorkDay),
        deadlineOn: null,
      },
      input.projectId === null ? {} : { projectId: input.projectId, clientId: input.clientId },
    );
    const taskId = addTask(tx, {
      ...draft,
      templateId: template.id,
      kind: template.kind,
      role: step.role,
      status: step.afterPosition === null ? 'ready' : 'backlog',
      estimateSeconds: step.estimateSeconds,
      createdAt: input.now,
    });
    const personId = personOf.get(step.role);
    if (personId !== undefined) setAssignees(tx, taskId, [{ personId, sharePpm: PPM }]);
    for (const title of checklistOf(step)) addChecklistItem(tx, { taskId, title });
    const beforeId = step.afterPosition === null ? undefined : made[step.afterPosition];
    if (beforeId !== undefined) linkTasks(tx, { beforeId, afterId: taskId, lagDays: 0 });
    made.push(taskId);
  }
  return made;
}
