import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../shared/contract/briefs.contract';
import { templateSchema } from '../../../shared/contract/briefs.contract';
import { isBlankAnswer } from '../../../shared/domain/brief-answers';
import {
  BRIEF_TEMPLATE_KEYS,
  BRIEF_TEMPLATES,
  type BriefTemplateShape,
  fieldsOf,
  findBriefTemplate,
} from '../../../shared/domain/brief-templates';
import { briefCompletePercent, briefGaps } from '../../../shared/domain/brief-templates-gaps';
import { briefTemplateInWords } from '../../../shared/domain/brief-templates-text';
import { richFromText } from '../../../shared/domain/rich-text';
import { translatorOf } from '../../../shared/i18n/all-messages';
import { LANGS } from '../../../shared/i18n/formats';

function shapeOf(key: string): BriefTemplateShape {
  const shape = findBriefTemplate(key);
  if (shape === undefined) throw new Error(`no template ${key}`);
  return shape;
}

const text = (words: string): Answer => ({ type: 'text', text: words });

/** An answer with nothing wrong for every required field. */
function fullAnswers(shape: BriefTemplateShape): Record<string, Answer> {
  return Object.fromEntries(
    fieldsOf(shape)
      .filter(({ field }) => field.required)
      .map(({ field }): [string, Answer] => {
        switch (field.type) {
          case 'text':
            return [field.key, text('310 обращений')];
          case 'rich':
            return [
              field.key,
              { type: 'rich', schemaVersion: 1, doc: richFromText('600 человек') },
            ];
          case 'list':
            return [field.key, { type: 'list', items: ['один'] }];
          case 'table':
            return [field.key, { type: 'table', rows: [field.columns.map(() => '5')] }];
          case 'choice':
            return [field.key, { type: 'choice', choice: field.choices[0] ?? '' }];
          case 'money':
            return [field.key, { type: 'money', minor: 100, currency: 'RUB', includesVat: true }];
          case 'date':
            return [field.key, { type: 'date', on: '2026-12-01' }];
          default:
            throw new Error(`no answer for ${field.type}`);
        }
      }),
  );
}

describe('brief templates', () => {
  it('has one of each kind, with unique fields and the sections a client expects', () => {
    expect(BRIEF_TEMPLATES.map((shape) => shape.key)).toEqual([...BRIEF_TEMPLATE_KEYS]);
    for (const shape of BRIEF_TEMPLATES) {
      const keys = fieldsOf(shape).map(({ field }) => field.key);
      expect(new Set(keys).size, shape.key).toBe(keys.length);
      const sections = shape.sections.map((section) => section.key);
      expect(sections).toEqual(
        expect.arrayContaining(['task', 'audience', 'budget', 'limits', 'criteria', 'approval']),
      );
    }
  });

  it('asks the agency for what the client must not see, the client for files, and ticks off a start', () => {
    for (const shape of BRIEF_TEMPLATES) {
      const all = fieldsOf(shape);
      const internal = all.filter(({ field }) => field.internal);
      expect(internal.map(({ field }) => field.key)).toEqual([
        'expectations',
        'risks',
        'effort',
        'margin-floor',
      ]);
      expect(new Set(internal.map(({ section }) => section))).toEqual(new Set(['inside']));
      expect(internal.some(({ field }) => field.required)).toBe(false);
      const types = all.map(({ field }) => field.type);
      expect(types, shape.key).toEqual(
        expect.arrayContaining(['rich', 'audience', 'file', 'money', 'date', 'table']),
      );
      const ticks = all.filter(({ field }) => field.type === 'checklist');
      expect(ticks, shape.key).toHaveLength(1);
      expect(ticks[0]?.field.items.length, shape.key).toBeGreaterThanOrEqual(7);
    }
  });

  it.each(LANGS)('is worded in %s without a hole', (language) => {
    const translator = translatorOf(language);
    for (const shape of BRIEF_TEMPLATES) {
      const missing: string[] = [];
      const template = briefTemplateInWords(shape, (key, options) => {
        if (!translator.exists(`brief:${key}`)) missing.push(key);
        return translator.t(`brief:${key}`, options ?? {});
      });
      expect(missing, shape.key).toEqual([]);
      expect(() => templateSchema.parse(template)).not.toThrow();
    }
  });

  it('words a question by the kind of brief, and else as every brief does', () => {
    const words = (key: string, options?: { context: string }) =>
      translatorOf('ru').t(`brief:${key}`, options ?? {});
    const fieldIn = (key: string, name: string) =>
      fieldsOf(briefTemplateInWords(shapeOf(key), words)).find(({ field }) => field.key === name)
        ?.field;
    expect(fieldIn('paid-search', 'targets')?.help).not.toBe(fieldIn('creative', 'targets')?.help);
    expect(fieldIn('creative', 'targets')?.help).toBe(
      translatorOf('ru').t('brief:field.targets.help'),
    );
    expect(fieldIn('smm', 'media-split')?.label).not.toBe(
      fieldIn('paid-search', 'media-split')?.label,
    );
  });
});

describe('gaps of a brief', () => {
  it('finds every required answer empty in a new brief, and nothing in a full one', () => {
    for (const shape of BRIEF_TEMPLATES) {
      const required = fieldsOf(shape).filter(({ field }) => field.required);
      expect(briefGaps(shape, {}, '2026-11-23')).toHaveLength(required.length);
      expect(briefCompletePercent(shape, {})).toBe(0);
      expect(briefGaps(shape, fullAnswers(shape), '2026-11-23')).toEqual([]);
      expect(briefCompletePercent(shape, fullAnswers(shape))).toBe(100);
    }
  });

  it('asks for a number in a goal and in the threshold of each criterion', () => {
    const shape = shapeOf('paid-search');
    const answers = {
      ...fullAnswers(shape),
      goal: text('Получить больше обращений'),
      criteria: {
        type: 'table',
        rows: [
          ['Обращения', 'не менее 310', 'коллтрекинг'],
          ['Стоимость', 'как можно ниже', 'отчёт'],
        ],
      } satisfies Answer,
    };
    expect(briefGaps(shape, answers, null)).toEqual([
      { sectionKey: 'task', fieldKey: 'goal', code: 'no-number' },
      { sectionKey: 'criteria', fieldKey: 'criteria', code: 'no-number' },
    ]);
    expect(briefCompletePercent(shape, answers)).toBeLessThan(100);
  });

  it('says that there is no criterion where all its rows are blank', () => {
    const shape = shapeOf('video');
    const answers = {
      ...fullAnswers(shape),
      criteria: { type: 'table', rows: [['', ' ', '']] } satisfies Answer,
    };
    expect(briefGaps(shape, answers, null)).toEqual([
      { sectionKey: 'criteria', fieldKey: 'criteria', code: 'no-criterion' },
    ]);
  });

  it('notices a date that has passed, unless dates no longer matter', () => {
    const shape = shapeOf('seo');
    const answers = fullAnswers(shape);
    expect(briefGaps(shape, answers, '2026-12-02').map((gap) => gap.code)).toEqual([
      'past-date',
      'past-date',
    ]);
    expect(briefGaps(shape, answers, '2026-12-01')).toEqual([]);
    expect(briefGaps(shape, answers, null)).toEqual([]);
  });

  it('takes an answer of another type for none', () => {
    const shape = shapeOf('smm');
    const answers = { ...fullAnswers(shape), budget: text('миллион') };
    expect(briefGaps(shape, answers, null)).toEqual([
      { sectionKey: 'budget', fieldKey: 'budget', code: 'empty' },
    ]);
  });

  it.each<[Answer, boolean]>([
    [text('  \n'), true],
    [{ type: 'list', items: ['', ' '] }, true],
    [{ type: 'list', items: ['', 'да'] }, false],
    [{ type: 'money', minor: 0, currency: 'RUB', includesVat: true }, true],
    [{ type: 'choice', choice: '' }, true],
    [{ type: 'date', on: '2026-12-01' }, false],
  ])('knows whether %j is blank', (answer, blank) => {
    expect(isBlankAnswer(answer)).toBe(blank);
  });
});
