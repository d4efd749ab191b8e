import type { Answer } from '../contract/briefs.contract';
import { answerTexts, type BriefAnswers, isBlankAnswer } from './brief-answers';
import { type BriefField, type BriefSections, fieldsOf } from './brief-templates';

export interface BriefAdvice {
  readonly sectionKey: string;
  readonly fieldKey: string;
  readonly code: 'vague' | 'no-date' | 'no-source' | 'no-days';
  /** The vague words as they were typed; the row's first cell; else empty. */
  readonly words: string;
}

/** Words behind which two sides see different things; in the three languages of a brief. */
const VAGUE =
  /как можно \p{L}+|по возможности|при необходимости|максимальн\p{L}*|оптимальн\p{L}*|качественн\p{L}*|в ближайшее время|и т\. ?[дп]\.|as \p{L}+ as possible|if possible|where possible|\basap\b|\betc\.|high[- ]quality|optimal\p{L}*|pēc iespējas|cik vien iespējams|ja iespējams|optimāl\p{L}*|kvalitatīv\p{L}*|\butt\./iu;

const SPAN =
  /дн[яеюй]|ден[ья]|час|сут[ок]|недел|сраз[уе]|days?\b|hours?\b|weeks?\b|dien|stund|nedēļ/iu;

/** Fields by which work is accepted: there a vague word is a dispute to come. */
const BINDING = new Set(['goal', 'targets', 'criteria', 'approval', 'message']);

/** What is answered, but so that it can be read in two ways. Advice only: a brief goes out without it being followed. */
export function briefAdvice(
  template: BriefSections<Pick<BriefField, 'key' | 'needsNumber'>>,
  answers: BriefAnswers,
): readonly BriefAdvice[] {
  return fieldsOf(template).flatMap(({ section, field: { key, needsNumber } }): BriefAdvice[] => {
    const answer = answers[key];
    if (answer === undefined || isBlankAnswer(answer)) return [];
    const found: BriefAdvice[] = [];
    const add = (code: BriefAdvice['code'], words: string) =>
      found.push({ sectionKey: section, fieldKey: key, code, words });
    // A question that wants a number is one that the work is held to, whatever it is called.
    const isBinding = BINDING.has(key) || needsNumber !== null;
    const vague = isBinding ? VAGUE.exec(answerTexts(answer).join('\n'))?.[0] : undefined;
    if (vague !== undefined) add('vague', vague);
    if (key === 'approval' && !SPAN.test(answerTexts(answer).join(' '))) add('no-days', '');
    const undated = key === 'materials' ? rowWithout(answer, 2) : null;
    if (undated !== null) add('no-date', undated);
    const unsourced = key === 'criteria' ? rowWithout(answer, 2) : null;
    if (unsourced !== null) add('no-source', unsourced);
    return found;
  });
}

/** First cell of the first row that says something, but not in this column. */
function rowWithout(answer: Answer, column: number): string | null {
  if (answer.type !== 'table') return null;
  const row = answer.rows.find(
    (cells) => (cells[0] ?? '').trim() !== '' && (cells[column] ?? '').trim() === '',
  );
  return row?.[0] ?? null;
}
