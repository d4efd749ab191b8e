import type { Answer } from '../contract/briefs.contract';
import {
  answerAs,
  answerTexts,
  type BriefAnswers,
  isBlankAnswer,
  isBlankRow,
} from './brief-answers';
import { type BriefField, type BriefSections, fieldsOf } from './brief-templates';

export type BriefGapCode = 'empty' | 'no-number' | 'no-criterion' | 'past-date';

export interface BriefGap {
  readonly sectionKey: string;
  readonly fieldKey: string;
  readonly code: BriefGapCode;
}

/** What is asked of a field's answer. */
export type BriefQuestion = Pick<BriefField, 'key' | 'type' | 'required' | 'needsNumber'>;

const hasDigit = (text: string): boolean => /\d/.test(text);

function lacksNumber(field: BriefQuestion, answer: Answer): boolean {
  if (field.needsNumber === null) return false;
  if (field.needsNumber === 'text') return !answerTexts(answer).some(hasDigit);
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
  shape: BriefSections<BriefQuestion>,
  answers: BriefAnswers,
  today: string | null,
): readonly BriefGap[] {
  return fieldsOf(shape).flatMap(({ section, field }) => {
    const code = gapOf(field, answers[field.key], today);
    return code === null ? [] : [{ sectionKey: section, fieldKey: field.key, code }];
  });
}

function gapOf(
  field: BriefQuestion,
  kept: Answer | undefined,
  today: string | null,
): BriefGapCode | null {
  const answer = kept === undefined ? undefined : answerAs(field.type, kept);
  if (answer === undefined || isBlankAnswer(answer)) {
    if (!field.required) return null;
    return field.key === 'criteria' ? 'no-criterion' : 'empty';
  }
  if (lacksNumber(field, answer)) return 'no-number';
  if (answer.type === 'date' && today !== null && answer.on < today) return 'past-date';
  return null;
}

/** Per cent, 0–100, of the required fields that lack nothing; rounded down, so that 100 means all of them. */
export function briefCompletePercent(
  shape: BriefSections<BriefQuestion>,
  answers: BriefAnswers,
): number {
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
