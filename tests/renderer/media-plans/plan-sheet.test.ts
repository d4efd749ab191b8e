import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedIn, pasteEdits } from '../../../renderer/components/grid/grid-edits';
import { selectCell } from '../../../renderer/components/grid/selection';
import { flightBars } from '../../../renderer/features/media-plans/flight-bars';
import { planColumns } from '../../../renderer/features/media-plans/plan-columns';
import { previewPlan } from '../../../renderer/features/media-plans/plan-preview';
import {
  planSource,
  type RowTerms,
  sheetRows,
} from '../../../renderer/features/media-plans/plan-source';
import type { Basis, View } from '../../../renderer/features/media-plans/plan-types';
import { planWrites } from '../../../renderer/features/media-plans/plan-writes';
import { formatsFor } from '../../../renderer/lib/format';
import { allMessages } from '../../../shared/i18n/all-messages';
import { LANGS, type Lang } from '../../../shared/i18n/formats';
import { createI18n } from '../../../shared/i18n/i18n';
import { makePlan, type PlanLineSpec } from './make-plan';

const today = '2026-12-10';

const specs: PlanLineSpec[] = [
  { id: 'a', groupName: 'Контекст', channel: 'Директ', volume: '4200', price: '21.5' },
  { id: 'b', groupName: 'Контекст', channel: 'Директ', volume: '9800', price: '34.8' },
  { id: 'c', groupName: 'Таргет', channel: 'VK', volume: '310', price: '640' },
];

const rowTerms: RowTerms = {
  grouping: 'group',
  folded: new Set(),
  isDraft: true,
  filter: '',
  flightName: ({ from, to }) => `${from} ${to}`,
};

function sheet(
  lang: Lang = 'ru',
  lines = specs,
  basis: Basis = 'net',
  view: View = 'plan',
  rest: Partial<RowTerms> = {},
) {
  const plan = makePlan(lines);
  const i18n = createI18n(lang, allMessages[lang]);
  const t = i18n.getFixedT(lang, 'media-plans');
  const columns = planColumns({
    plan,
    view,
    basis,
    hasOwnColumns: true,
    showInternal: false,
    today,
    t: (key, params) => t(key as 'list.title', params ?? {}),
    format: formatsFor(lang),
  });
  const rows = sheetRows(plan, { ...rowTerms, ...rest });
  const words = { nameless: '', newLine: '', total: '' };
  const source = planSource({ rows, columns, isDraft: true, problems: new Map(), words });
  const at = (id: string) => columns.findIndex((column) => column.id === id);
  return { plan, columns, rows, source, at };
}

describe('the rows of a plan', () => {
  it('are heads of groups with their lines and an empty place', () => {
    const { rows, plan } = sheet();
    expect(rows.map(({ kind }) => kind)).toEqual([
      'group',
      'line',
      'line',
      'group',
      'line',
      'blank',
    ]);
    const folded = sheetRows(plan, {
      ...rowTerms,
      folded: new Set(['group:Контекст']),
      isDraft: false,
    });
    expect(folded.map(({ key }) => key)).toEqual(['group:Контекст', 'group:Таргет', 'c']);
  });

  it('show columns that add up to the line in every basis', () => {
    const { source, at, columns } = sheet('ru', specs, 'client');
    const net = at('netMinor');
    const periods = columns.flatMap(({ id }, i) => (id.startsWith('period-') ? [i] : []));
    const sum = periods.reduce((all, column) => all + (source.number(1, column) ?? 0), 0);
    expect(sum).toBe(source.number(1, net));
    expect(source.canWrite(1, net)).toBe(true);
  });
});

describe('how lines are put together', () => {
  const places: PlanLineSpec[] = [
    {
      id: 'a',
      groupName: 'Контекст',
      geo: 'Пермь',
      volume: '10',
      price: '1',
      impressions: 900,
      reach: 400,
    },
    { id: 'b', groupName: 'Таргет', geo: 'Казань', volume: '20', price: '1', from: '2026-12-07' },
    {
      id: 'c',
      groupName: 'Таргет',
      geo: 'Пермь',
      volume: '40',
      price: '1',
      impressions: 100,
      reach: 70,
    },
  ];
  it('is by place or by flight too, with subtotals', () => {
    const byGeo = sheet('ru', places, 'net', 'plan', { grouping: 'geo' });
    expect(byGeo.rows.map(({ key }) => key)).toEqual([
      'group:Пермь',
      'a',
      'c',
      'group:Казань',
      'b',
      'new',
    ]);
    expect(byGeo.source.show(0, byGeo.at('netMinor')).text).toBe('50,00');
    const byFlight = sheet('ru', places, 'net', 'plan', { grouping: 'flight' });
    expect(byFlight.rows.filter(({ kind }) => kind === 'group')).toHaveLength(2);
  });
  it('leaves out lines without the words of a filter, and their amounts', () => {
    const { rows, source, at } = sheet('ru', places, 'net', 'plan', { filter: 'таргет пермь' });
    expect(rows.map(({ key }) => key)).toEqual(['group:Таргет', 'c', 'new']);
    expect(source.show(0, at('netMinor')).text).toBe('40,00');
  });
  it('adds up what adds up; of reach it says why it does not', () => {
    const lines = places.map((line) => ({
      ...line,
      forecast: { impressions: line.impressions ?? null, clicks: null, leads: null, orders: null },
    }));
    const { source, at } = sheet('ru', lines, 'net', 'forecast');
    expect(source.totals[at('impressions')]?.text).toBe('1\u00a0000');
    expect(source.show(2, at('impressions')).text).toBe('100');
    expect(source.totals[at('leads')]?.text).toBe('—');
    expect(source.totals[at('reach')]).toMatchObject({
      text: '—',
      tip: expect.stringContaining('не складываются'),
    });
    expect(source.show(0, at('frequency')).tip).toBeDefined();
  });
  it('shows no sum that has a line without a rate in it', () => {
    const lines: PlanLineSpec[] = places.map((line) =>
      line.id === 'b'
        ? { ...line, currency: 'EUR', missingRate: { currency: 'EUR', on: '2026-12-07' } }
        : line,
    );
    const { source, at } = sheet('ru', lines);
    expect(source.show(1, at('netMinor')).text).toBe('10,00');
    expect(source.show(2, at('netMinor'))).toMatchObject({
      text: '—',
      tip: expect.stringContaining('EUR'),
    });
    expect(source.totals[at('netMinor')]?.text).toBe('—');
    expect(source.number(3, at('netMinor'))).toBeNull();
  });
});

describe('what is typed and pasted', () => {
  it('says which basis a typed amount is in', () => {
    const { columns, rows, at } = sheet('ru', specs, 'client');
    const [planned] = planWrites(
      [{ row: 1, column: at('netMinor'), text: '1 000,50' }],
      rows,
      columns,
      {
        lang: 'ru',
        today,
        basis: 'client',
      },
    );
    expect(planned?.write).toEqual({ lineId: 'a', cells: { netMinor: 1_000_50 }, basis: 'client' });
  });
  it('opens the groups that a paste begins on or passes, and lands on their lines', () => {
    const folded = sheet('ru', specs, 'net', 'plan', {
      folded: new Set(['group:Контекст', 'group:Таргет']),
    });
    const from = selectCell({ row: 0, column: folded.at('volume') });
    expect(
      foldedIn(folded.source, pasteEdits(folded.source, from, '1\r\n2\r\n3\r\n').range),
    ).toEqual(['group:Контекст', 'group:Таргет']);
    const open = sheet();
    const { edits } = pasteEdits(open.source, from, '1\r\n2\r\n3\r\n');
    expect(edits.map(({ row, text }) => [open.rows[row]?.key, text])).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ]);
    expect(foldedIn(open.source, pasteEdits(open.source, from, '1\r\n').range)).toEqual([]);
  });
  it('comes back the same when a line is copied and pasted, in every language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LANGS), fc.integer({ min: 1, max: 99_999 }), (lang, n) => {
        const lines = [{ ...(specs[0] ?? { id: 'a' }), volume: String(n), price: `${n}.75` }];
        const { source, rows, columns, at } = sheet(lang, lines);
        const row = rows.findIndex(({ kind }) => kind === 'line');
        const edits = ['volume', 'price', 'model'].map((id) => ({
          row,
          column: at(id),
          text: source.edit(row, at(id)),
        }));
        const [planned] = planWrites(edits, rows, columns, { lang, today, basis: 'net' });
        expect(planned?.unread).toEqual([]);
        expect(planned?.write.cells).toEqual({ volume: String(n), price: `${n}.75`, model: 'cpc' });
      }),
    );
  });

  it('keeps what can be read and names the rest', () => {
    const { rows, columns, at } = sheet();
    const edits = [
      { row: 1, column: at('volume'), text: '1 000' },
      { row: 1, column: at('price'), text: 'дорого' },
      { row: 5, column: at('channel'), text: 'Радио' },
    ];
    const [first, added] = planWrites(edits, rows, columns, { lang: 'ru', today, basis: 'net' });
    expect(first?.write).toEqual({ lineId: 'a', cells: { volume: '1000' } });
    expect(first?.unread).toEqual([
      { columnId: 'price', given: 'дорого', rule: { code: 'number' } },
    ]);
    expect(added?.write).toEqual({
      lineId: null,
      cells: { channel: 'Радио', groupName: 'Таргет' },
    });
  });

  it('skips heads of groups and goes on into new lines', () => {
    const { source, at } = sheet();
    const { edits } = pasteEdits(
      source,
      selectCell({ row: 2, column: at('volume') }),
      '1\n2\n3\n4\n',
    );
    expect(edits.map(({ row }) => row)).toEqual([2, 4, 5, 6]);
  });

  it('reads 500 rows of 20 columns, row by row', () => {
    const { source, rows, columns } = sheet();
    const line = Array.from({ length: 20 }, (_, i) => (i === 3 ? 'CPC' : '1 234,56')).join('\t');
    const text = `${Array<string>(500).fill(line).join('\r\n')}\r\n`;
    const { edits } = pasteEdits(source, selectCell({ row: 5, column: 0 }), text);
    const planned = planWrites(edits, rows, columns, { lang: 'ru', today, basis: 'net' });
    expect(planned).toHaveLength(500);
    expect(planned.every(({ write }) => write.cells.model === 'cpc')).toBe(true);
  });
});

describe('a cell while it is typed', () => {
  it('is seen in the totals at once and leaves the plan as it was', () => {
    const { plan } = sheet();
    const next = previewPlan(plan, { lineId: 'a', cells: { price: '22' } });
    expect(next.totals.netMinor - plan.totals.netMinor).toBe(4200 * 50);
    expect(next.byGroup[0]?.netMinor).toBe((plan.byGroup[0]?.netMinor ?? 0) + 4200 * 50);
    expect(previewPlan(plan, null)).toBe(plan);
    expect(previewPlan(plan, { lineId: 'a', cells: { to: '2026-11-01' } })).toBe(plan);
  });

  it('is drawn as a bar of its flight', () => {
    const { plan } = sheet();
    expect(flightBars(plan).map(({ key, hue }) => [key, hue])).toEqual([
      ['a', 2],
      ['b', 2],
      ['c', 3],
    ]);
  });
});
