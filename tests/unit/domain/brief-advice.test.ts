import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../shared/contract/briefs.contract';
import { briefAdvice } from '../../../shared/domain/brief-advice';
import { findBriefTemplate } from '../../../shared/domain/brief-templates';

const text = (words: string): Answer => ({ type: 'text', text: words });
const adviceOn = (answers: Record<string, Answer>) => {
  const shape = findBriefTemplate('seo');
  if (shape === undefined) throw new Error('no template');
  return briefAdvice(shape, answers).map(({ fieldKey, code, words }) => [fieldKey, code, words]);
};

describe('advice before sending', () => {
  it.each([
    ['Заявка как можно дешевле, 500 штук', 'как можно дешевле'],
    ['Launch as soon as possible with 40 leads', 'as soon as possible'],
    ['45 pieprasījumi pēc iespējas ātrāk', 'pēc iespējas'],
  ])('quotes the vague words of a goal: %s', (goal, words) => {
    expect(adviceOn({ goal: text(goal) })).toEqual([['goal', 'vague', words]]);
  });

  it('holds a question of one’s own to its words where it wants a number', () => {
    const asked = (needsNumber: 'text' | null) => ({
      sections: [{ key: 's', fields: [{ key: 'question-1', needsNumber }] }],
    });
    const answers = { 'question-1': text('Как можно больше отзывов') };
    expect(briefAdvice(asked('text'), answers)).toMatchObject([
      { fieldKey: 'question-1', code: 'vague' },
    ]);
    expect(briefAdvice(asked(null), answers)).toEqual([]);
  });

  it('asks for days of an answer, dates of materials and sources of criteria', () => {
    expect(
      adviceOn({
        approval: text('Согласует И. Чернова'),
        materials: { type: 'table', rows: [['Логотип', 'клиент', '']] },
        criteria: { type: 'table', rows: [['Визиты', 'не менее 12 000', ' ']] },
      }),
    ).toEqual([
      ['materials', 'no-date', 'Логотип'],
      ['criteria', 'no-source', 'Визиты'],
      ['approval', 'no-days', ''],
    ]);
  });

  it('says nothing of an answer that is plain, or of one that is not there', () => {
    expect(adviceOn({})).toEqual([]);
    expect(
      adviceOn({
        goal: text('310 заявок до 1 марта'),
        approval: text('И. Чернова, два рабочих дня'),
      }),
    ).toEqual([]);
  });
});
