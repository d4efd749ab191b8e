import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSheet, sheetOf, type Typed } from './grid.ts';

const WORDS = {
  ru: {
    group: (i: number) => `Блок ${i + 1}`,
    heads: [
      'Площадка',
      'Размещение',
      'Модель закупки',
      'Кол-во',
      'Цена за ед.',
      'Стоимость без НДС, без АК, руб.',
    ],
    total: 'Итого',
    grand: 'ИТОГО',
    month: 'Декабрь 2026',
    note: 'Медиаплан на декабрь',
  },
  en: {
    group: (i: number) => `Part ${i + 1}`,
    heads: [
      'Channel',
      'Placement',
      'Buying model',
      'Quantity',
      'Unit price',
      'Net cost excl. VAT, excl. agency commission',
    ],
    total: 'Subtotal',
    grand: 'Grand total',
    month: 'Dec 2026',
    note: 'Media plan for December',
  },
  lv: {
    group: (i: number) => `Daļa ${i + 1}`,
    heads: [
      'Kanāls',
      'Izvietojums',
      'Pirkšanas modelis',
      'Daudzums',
      'Vienības cena',
      'Budžets bez PVN, bez aģentūras komisijas',
    ],
    total: 'Kopā',
    grand: 'Pavisam',
    month: 'Decembris 2026',
    note: 'Mediju plāns decembrim',
  },
} as const;

const MODELS = { cpc: 'CPC', cpa: 'CPA', spot: 'spot', fixed: 'Fix' } as const;
const WEEKS = [
  ['01.12–07.12', '2026-12-01', '2026-12-07'],
  ['08.12–14.12', '2026-12-08', '2026-12-14'],
  ['15.12–21.12', '2026-12-15', '2026-12-21'],
  ['22.12–28.12', '2026-12-22', '2026-12-28'],
] as const;

const lineArb = fc.record({
  channel: fc.constantFrom('Alfa', 'Beta', 'Гамма', 'Delfi'),
  placement: fc.constantFrom('Main', 'Поиск', 'Лента 2', 'Ziņas'),
  model: fc.constantFrom('cpc', 'cpa', 'spot', 'fixed'),
  volume: fc.integer({ min: 1, max: 50_000 }),
  /** Hundredths. */
  price: fc.integer({ min: 1, max: 500_000 }),
  weights: fc.tuple(...WEEKS.map(() => fc.integer({ min: 0, max: 3 }))),
});

const layoutArb = fc.record({
  language: fc.constantFrom('ru', 'en', 'lv'),
  blocks: fc.array(fc.array(lineArb, { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 4,
  }),
  preamble: fc.integer({ min: 0, max: 6 }),
  hasMonthRow: fc.boolean(),
  hasGroups: fc.boolean(),
  hasTotals: fc.boolean(),
  isText: fc.boolean(),
  hasNumberColumn: fc.boolean(),
});

type Layout = typeof layoutArb extends fc.Arbitrary<infer T> ? T : never;
type Line = Layout['blocks'][number][number];

/** Hundredths shared by weights; the last week that runs takes the rest. */
function partsOf({ weights }: Line, total: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map(() => 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const last = weights.findLastIndex((weight) => weight > 0);
  const rest = total - parts.reduce((all, part) => all + part, 0);
  return parts.map((part, i) => (i === last ? part + rest : part));
}

function build(layout: Layout) {
  const words = WORDS[layout.language];
  const shift = layout.hasNumberColumn ? [null] : [];
  const number = (hundredths: number): Typed => {
    if (!layout.isText) return hundredths / 100;
    const text = (hundredths / 100).toFixed(2);
    const mark = layout.language === 'en' ? text : text.replace('.', ',');
    return mark;
  };
  const rows: Typed[][] = [];
  for (let i = 0; i < layout.preamble; i += 1) rows.push(i === 0 ? [words.note] : []);
  const weeks = WEEKS.map(([head]) => head);
  const heads = [...(layout.hasNumberColumn ? ['№'] : []), ...words.heads];
  if (layout.hasMonthRow) {
    const above = weeks.map((_, i): Typed => (i === 0 ? words.month : { repeat: words.month }));
    rows.push([...heads, ...above]);
    rows.push([...heads.map((head): Typed => ({ repeat: head })), ...weeks]);
  } else {
    rows.push([...heads, ...weeks.map((week, i) => (i === 0 ? `${week}.2026` : week))]);
  }
  const expected: { row: number; group: string; line: Line; amount: number; parts: number[] }[] =
    [];
  const sumRow = (label: string, of: typeof expected) => {
    const amount = of.reduce((all, one) => all + one.amount, 0);
    const parts = WEEKS.map((_, i) => of.reduce((all, one) => all + (one.parts[i] ?? 0), 0));
    rows.push([...shift, label, null, null, null, null, number(amount), ...parts.map(number)]);
  };
  for (const [at, block] of layout.blocks.entries()) {
    if (layout.hasGroups) rows.push([words.group(at)]);
    const from = expected.length;
    for (const line of block) {
      const amount = line.volume * line.price;
      const parts = partsOf(line, amount);
      rows.push([
        ...shift.map(() => expected.length + 1),
        line.channel,
        `${line.placement} ${expected.length}`,
        MODELS[line.model],
        number(line.volume * 100),
        number(line.price),
        number(amount),
        ...parts.map((part) => (part === 0 ? null : number(part))),
      ]);
      const group = layout.hasGroups ? words.group(at) : '';
      expected.push({ row: rows.length, group, line, amount, parts });
    }
    if (layout.hasTotals) sumRow(words.total, expected.slice(from));
  }
  if (layout.hasTotals) sumRow(words.grand, expected);
  return { sheet: sheetOf(rows), expected };
}

describe('any layout of a plan', () => {
  it('is read back to the same lines, and its sums add up', () => {
    fc.assert(
      fc.property(layoutArb, (layout) => {
        const { sheet, expected } = build(layout);
        const period = { from: '2026-12-01', to: '2026-12-28' };
        const reading = readSheet(sheet, { period });
        expect(reading.left).toEqual([]);
        expect(reading.differences).toEqual([]);
        expect(reading.questions).toEqual([]);
        expect(reading.lines.map(({ row }) => row)).toEqual(expected.map(({ row }) => row));
        for (const [i, { group, line, amount, parts }] of expected.entries()) {
          const read = reading.lines[i];
          expect(read).toMatchObject({
            groupName: group,
            channel: line.channel,
            placement: `${line.placement} ${i}`,
            model: line.model,
            amountMinor: amount,
          });
          expect(Number(read?.volume)).toBe(line.volume);
          expect(Math.round(Number(read?.price) * 100)).toBe(line.price);
          const stated = read?.parts ?? [];
          if (stated.length > 0) {
            const weights = WEEKS.map(
              ([, from]) => stated.find((part) => part.from === from)?.weight,
            );
            expect(weights.map((weight) => Math.round(Number(weight ?? 0) * 100))).toEqual(parts);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('says which sum is wrong, what the lines make and what it says', () => {
    fc.assert(
      fc.property(layoutArb, fc.integer({ min: 2, max: 1_000_000 }), (layout, off) => {
        const { sheet, expected } = build({ ...layout, hasTotals: true, isText: false });
        const last = sheet.rows.at(-1);
        const column = layout.hasNumberColumn ? 6 : 5;
        const total = expected.reduce((all, one) => all + one.amount, 0);
        const wrong = total + off;
        const rows = sheet.rows.map((row) =>
          row !== last
            ? row
            : {
                ...row,
                cells: row.cells.map((cell, i) =>
                  i === column ? { ...cell, text: String(wrong / 100) } : cell,
                ),
              },
        );
        const reading = readSheet(
          { ...sheet, rows },
          { period: { from: '2026-12-01', to: '2026-12-28' } },
        );
        expect(reading.differences).toMatchObject([
          {
            line: last?.line,
            code: 'total-differs',
            params: { expectedMinor: total, foundMinor: wrong },
          },
        ]);
      }),
      { numRuns: 50 },
    );
  });
});
