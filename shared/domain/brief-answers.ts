import type { Answer } from '../contract/briefs.contract';
import type { BriefFieldType } from './brief-templates';
import { RICH_SCHEMA_VERSION } from './rich-rules';
import { isBlankRich, richFromText, richToText } from './rich-text';

export type BriefAnswers = Readonly<Record<string, Answer | undefined>>;

/**
 * An answer as the field takes it now: a text given before the field could be formatted becomes
 * paragraphs, a list of segments their names, a list of accesses open ticks. Undefined where it cannot be read as the field's type.
 */
export function answerAs(type: BriefFieldType, answer: Answer): Answer | undefined {
  if (answer.type === type) return answer;
  if (type === 'rich' && answer.type === 'text') {
    return { type, schemaVersion: RICH_SCHEMA_VERSION, doc: richFromText(answer.text) };
  }
  if (type === 'text' && answer.type === 'rich') return { type, text: richToText(answer.doc) };
  if (type === 'audience' && answer.type === 'list') {
    const blank = { portrait: '', geo: '', need: '', barrier: '' };
    return { type, segments: answer.items.map((name) => ({ name, ...blank })) };
  }
  if (type === 'checklist' && answer.type === 'list') {
    return { type, items: answer.items.map((text) => ({ text, done: false })) };
  }
  return undefined;
}

/** Whether an answer says nothing: blanks, rows without a word, no items. */
export function isBlankAnswer(answer: Answer | undefined): boolean {
  if (answer === undefined) return true;
  switch (answer.type) {
    case 'text':
      return answer.text.trim() === '';
    case 'rich':
      return isBlankRich(answer.doc);
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
    case 'file':
      return answer.files.length === 0;
    case 'audience':
      return segmentRows(answer).every(isBlankRow);
    case 'checklist':
      return answer.items.every(({ text }) => text.trim() === '');
  }
}

/** Whether no cell of a row says anything. */
export function isBlankRow(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '');
}

type AudienceAnswer = Extract<Answer, { type: 'audience' }>;

/** What is said of a segment, in the order of its columns. */
export const SEGMENT_PARTS = ['name', 'portrait', 'geo', 'need', 'barrier'] as const;

/** Segments as the rows of a table whose columns are {@link SEGMENT_PARTS}. */
export function segmentRows({ segments }: AudienceAnswer): readonly (readonly string[])[] {
  return segments.map((segment) => SEGMENT_PARTS.map((part) => segment[part]));
}

/** Every text of an answer, for advice and search; what is not words says nothing. */
export function answerTexts(answer: Answer): readonly string[] {
  switch (answer.type) {
    case 'text':
      return [answer.text];
    case 'rich':
      return [richToText(answer.doc)];
    case 'list':
      return answer.items;
    case 'table':
      return answer.rows.flat();
    case 'audience':
      return segmentRows(answer).flat();
    case 'checklist':
      return answer.items.map(({ text }) => text);
    case 'file':
      return answer.files.map(({ name }) => name);
    default:
      return [];
  }
}
