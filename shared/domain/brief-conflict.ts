import type { Answer } from '../contract/briefs.contract';
import { isBlankAnswer } from './brief-answers';

/**
 * Both of two answers to one question, the first one's words first; what both say stands once. Where only
 * one thing can be said (an amount, a date, a choice), or one says nothing, the one that says something.
 */
export function joinAnswers(
  first: Answer | null | undefined,
  second: Answer | null | undefined,
): Answer | null {
  if (first === null || first === undefined || isBlankAnswer(first)) return second ?? null;
  if (second === null || second === undefined || isBlankAnswer(second)) return first;
  switch (first.type) {
    case 'text':
      return second.type === first.type
        ? { ...first, text: each([first.text, second.text]).join('\n') }
        : first;
    case 'rich':
      return second.type === first.type
        ? {
            ...first,
            doc: { type: 'doc', content: each([...first.doc.content, ...second.doc.content]) },
          }
        : first;
    case 'list':
      return second.type === first.type
        ? { ...first, items: each([...first.items, ...second.items]) }
        : first;
    case 'table':
      return second.type === first.type
        ? { ...first, rows: each([...first.rows, ...second.rows]) }
        : first;
    case 'audience':
      return second.type === first.type
        ? { ...first, segments: each([...first.segments, ...second.segments]) }
        : first;
    case 'checklist':
      return second.type === first.type
        ? { ...first, items: each([...first.items, ...second.items]) }
        : first;
    case 'file':
      return second.type === first.type
        ? { ...first, files: each([...first.files, ...second.files]) }
        : first;
    default:
      return first;
  }
}

/** Whether two answers of a type can stand together. */
export function canJoin(type: Answer['type']): boolean {
  return type !== 'money' && type !== 'date' && type !== 'choice';
}

function each<T>(items: readonly T[]): T[] {
  const seen = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...seen.values()];
}
