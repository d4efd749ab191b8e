import type { Answer } from '../contract/briefs.contract';
import { type BriefField, type BriefTemplateShape, fieldsOf } from './brief-templates';

export type BriefGapCode = 'empty' | 'no-number' | 'no-criterion' | 'past-date';

export interface BriefGap {
  readonly sectionKey: string;
  readonly fieldKey: string;
  readonly code: BriefGapCode;
}

export type BriefAnswers = Readonly<Record<string, Answer | undefined>>;

/** Whether an answer says nothing: blanks, rows without a word, no items. */
export function isBlankAnswer(answer: Answer | undefined): boolean {
  if (answer === undefined) return true;
  switch (answer.type) {
    case 'text':
      return answer.text.trim() === '';
    case 'list':
      return answer.items.every((item) => item.trim() === '');
    case 'table':
      return answer.rows.every(isBlankRow);
    case 'choice':
      return answer.choice === '';
    case 'money':
      return answer.minor === 0;
    case 'date':
      return false;
  }
}

function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

const hasDigit = (text: string): boolean => /\d/.test(text);

function lacksNumber(field: BriefField, answer: Answer): boolean {
  if (field.needsNumber === null) return false;
  if (field.needsNumber === 'text') return answer.type === 'text' && !hasDigit(answer.text);
  const { column } = field.needsNumber;
  return (
    answer.type === 'table' &&
    answer.rows.some((row) => !isBlankRow(row) && !hasDigit(row[column] ?? ''))
  );
}

/**
 * What a brief lacks before work can be accepted by it: a required answer, a number in a goal or in the
 * threshold of a criterion, a criterion at all, a date that has not passed. `today` is null for briefs
 * whose dates may lie behind: those already agreed.
 */
export function briefGaps(
  shape: BriefTemplateShape,
  answers: BriefAnswers,
  today: string | null,
): readonly BriefGap[] {
  return fieldsOf(shape).flatMap(({ section, field }) => {
    const code = gapOf(field, answers[field.key], today);
    return code === null ? [] : [{ sectionKey: section, fieldKey: field.key, code }];
  });
}

function gapOf(
  field: BriefField,
  answer: Answer | undefined,
  today: string | null,
): BriefGapCode | null {
  if (answer === undefined || answer.type !== field.type || isBlankAnswer(answer)) {
    if (!field.required) return null;
    return field.key === 'criteria' ? 'no-criterion' : 'empty';
  }
  if (lacksNumber(field, answer)) return 'no-number';
  if (answer.type === 'date' && today !== null && answer.on < today) return 'past-date';
  return null;
}

/** Per cent, 0–100, of the required fields that lack nothing; rounded down, so that 100 means all of them. */
export function briefCompletePercent(shape: BriefTemplateShape, answers: BriefAnswers): number {
  const required = fieldsOf(shape).filter(({ field }) => field.required);
  const gaps = new Set(briefGaps(shape, answers, null).map((gap) => gap.fieldKey));
  const complete = required.filter(({ field }) => !gaps.has(field.key)).length;
  return required.length === 0 ? 100 : Math.floor((complete / required.length) * 100);
}

/** The criteria of acceptance that say something: metric, threshold, source. */
export function criteriaIn(answers: BriefAnswers): readonly (readonly [string, string, string])[] {
  const criteria = answers['criteria'];
  if (criteria?.type !== 'table') return [];
  return criteria.rows
    .filter((row) => !isBlankRow(row))
    .map(([metric = '', threshold = '', source = '']) => [metric, threshold, source]);
}
