import type { ReadDb } from '../../db/read-db';
import {
  findTemplate as findRegulation,
  listTemplateSteps,
} from '../../db/repositories/task-practice.repo';
import { AppError } from '../../shared/contract/app-error';
import type { BriefTemplate } from '../../shared/contract/briefs.contract';
import {
  type BriefTaskAnchor,
  type BriefTaskRole,
  briefTaskSet,
  isBriefTaskRole,
} from '../../shared/domain/brief-tasks';
import type { BriefWords } from '../../shared/domain/brief-templates-text';
import { checklistOf } from './tasks/templates.service';

/** A task of a set in words, wherever the set comes from. */
export type BriefTaskPlan = {
  key: string;
  title: string;
  role: string;
  kind: string;
  estimateSeconds: number;
  from: BriefTaskAnchor;
  days: readonly [first: number, last: number];
  after: readonly string[];
  checklist: readonly string[];
  /** Keys of the brief's sections it stands on; none: all of it. */
  sections: readonly string[];
  templateId: string | null;
  /** Whether a role or a skill, as it is written in the file, fits. */
  fits(words: string): boolean;
};

const HOUR_SECONDS = 3600;

/** The set of a brief's own template, in words of a language. */
export function planOfTemplate(
  { key: templateKey, sections }: BriefTemplate,
  words: BriefWords,
): BriefTaskPlan[] {
  const there = new Set(sections.map(({ key }) => key));
  const shapes = briefTaskSet(templateKey);
  const keyOf = (key: string): string => {
    const shape = shapes.find((one) => one.key === key);
    return `${shape?.set ?? ''}/${key}`;
  };
  return shapes.map((shape) => {
    const place = `tasks.set.${shape.set}.${shape.key}`;
    return {
      key: keyOf(shape.key),
      title: words(`${place}.title`),
      role: words(`tasks.role.${shape.role}`),
      kind: '',
      estimateSeconds: shape.hours * HOUR_SECONDS,
      from: shape.from,
      days: shape.days,
      after: shape.after.map(keyOf),
      checklist: Array.from({ length: shape.checks }, (_, index) =>
        words(`${place}.check.${index + 1}`),
      ),
      sections: shape.sections.filter((section) => there.has(section)),
      templateId: null,
      fits: fitsRole(shape.role),
    };
  });
}

function fitsRole(role: BriefTaskRole): (words: string) => boolean {
  return (words) => isBriefTaskRole(words, role);
}

/** A regulation of the workspace as a set, counted from the first day the brief names. Throws `template-not-found`. */
export function planOfRegulation(read: ReadDb, regulationId: string): BriefTaskPlan[] {
  const regulation = findRegulation(read, regulationId);
  if (regulation === undefined || regulation.retiredAt !== null) {
    throw new AppError('template-not-found');
  }
  return listTemplateSteps(read, regulationId).map((step, index) => ({
    key: `${regulationId}/${index}`,
    title: step.title,
    role: step.role,
    kind: regulation.kind,
    estimateSeconds: step.estimateSeconds ?? 0,
    from: 'start',
    days: [step.startOffset, step.dueOffset],
    after: step.afterPosition === null ? [] : [`${regulationId}/${step.afterPosition}`],
    checklist: checklistOf(step),
    sections: [],
    templateId: regulationId,
    fits: (words) => step.role !== '' && words.toLowerCase() === step.role.toLowerCase(),
  }));
}
