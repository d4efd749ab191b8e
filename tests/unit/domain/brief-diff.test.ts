import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiffPiece, diffBriefs, diffRows, diffWords } from '../../../shared/domain/brief-diff';
import { findBriefTemplate } from '../../../shared/domain/brief-templates';

const without = (kind: DiffPiece['kind'], pieces: readonly DiffPiece[]) =>
  pieces
    .filter((piece) => piece.kind !== kind)
    .map(({ text }) => text)
    .join('');

const language = fc.constantFrom('ru' as const, 'en' as const, 'lv' as const);
const word = fc.constantFrom(
  'двор',
  'без',
  'машин',
  'ģērbies',
  'silti',
  '310',
  '7 311,61 ₽',
  ',',
  '.',
  '\n',
  '🙂',
);
const text = fc.oneof(
  fc.array(word, { maxLength: 30 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme' }),
);
const rows = fc.array(
  fc.array(fc.constantFrom('', 'a', 'b', 'c d'), { minLength: 2, maxLength: 2 }),
  {
    maxLength: 8,
  },
);

describe('words that changed', () => {
  it('make up both texts, whatever they are', () => {
    fc.assert(
      fc.property(text, text, language, (before, after, lang) => {
        const pieces = diffWords(before, after, lang);
        expect(without('added', pieces)).toBe(before);
        expect(without('removed', pieces)).toBe(after);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
      }),
    );
  });

  it('are none between equal texts', () => {
    fc.assert(
      fc.property(text, language, (same, lang) => {
        expect(diffWords(same, same, lang).filter(({ kind }) => kind !== 'same')).toEqual([]);
      }),
    );
  });

  it('are whole words, and neighbours go together', () => {
    expect(diffWords('Набрать 10 групп до марта', 'Набрать 12 групп до апреля', 'ru')).toEqual([
      { kind: 'same', text: 'Набрать ' },
      { kind: 'removed', text: '10' },
      { kind: 'added', text: '12' },
      { kind: 'same', text: ' групп до ' },
      { kind: 'removed', text: 'марта' },
      { kind: 'added', text: 'апреля' },
    ]);
    expect(diffWords('ļoti lēta cena', 'visai godīga cena', 'lv')).toEqual([
      { kind: 'removed', text: 'ļoti lēta' },
      { kind: 'added', text: 'visai godīga' },
      { kind: 'same', text: ' cena' },
    ]);
  });
});

describe('rows that changed', () => {
  it('turn the older table into the newer one', () => {
    fc.assert(
      fc.property(rows, rows, (before, after) => {
        const changes = diffRows(before, after, 'ru');
        const removed = changes.filter(({ kind }) => kind === 'removed').length;
        const added = changes.filter(({ kind }) => kind === 'added').length;
        expect(before.length - removed + added).toBe(after.length);
        for (const { kind, number, cells } of changes) {
          const source = kind === 'removed' ? before : after;
          const out = kind === 'removed' ? 'added' : 'removed';
          expect(cells.map((cell) => without(out, cell))).toEqual(source[number - 1]);
        }
        if (JSON.stringify(before) === JSON.stringify(after)) expect(changes).toEqual([]);
      }),
    );
  });

  it('find a row put in between and a threshold that was raised', () => {
    const before = [
      ['Места', 'не менее 80'],
      ['Заявка', 'не дороже 700 ₽'],
    ];
    const after = [
      ['Места', 'не менее 96'],
      ['Дошли до пробного', '55 %'],
      ['Заявка', 'не дороже 700 ₽'],
    ];
    expect(diffRows(before, after, 'ru').map(({ kind, number }) => [kind, number])).toEqual([
      ['changed', 1],
      ['added', 2],
    ]);
  });
});

describe('two briefs', () => {
  it('differ by field in the order of the template, blanks count for nothing', () => {
    const shape = findBriefTemplate('seo');
    if (shape === undefined) throw new Error('no template');
    const fields = diffBriefs(
      shape,
      {
        goal: { type: 'text', text: 'Рост на 20 %' },
        geo: { type: 'text', text: '' },
        budget: { type: 'money', minor: 100, currency: 'RUB', includesVat: true },
        limits: { type: 'list', items: ['a'] },
      },
      {
        goal: { type: 'text', text: 'Рост на 30 %' },
        budget: { type: 'money', minor: 200, currency: 'RUB', includesVat: true },
        limits: { type: 'list', items: ['a'] },
        competitors: { type: 'list', items: ['b'] },
      },
      'ru',
    );
    expect(fields.map(({ fieldKey, kind }) => `${fieldKey}:${kind}`)).toEqual([
      'goal:text',
      'competitors:rows',
      'budget:value',
    ]);
  });
});
