import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pasteEdits } from '../../../renderer/components/grid/grid-edits';
import { selectCell } from '../../../renderer/components/grid/selection';
import { flightBars } from '../../../renderer/features/media-plans/flight-bars';
import { planColumns } from '../../../renderer/features/media-plans/plan-columns';
import { previewPlan } from '../../../renderer/features/media-plans/plan-preview';
import { planSource, sheetRows } from '../../../renderer/features/media-plans/plan-source';
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

function sheet(lang: Lang = 'ru', lines = specs, basis: 'net' | 'client' = 'net') {
  const plan = makePlan(lines);
  const i18n = createI18n(lang, allMessages[lang]);
  const t = i18n.getFixedT(lang, 'media-plans');
  const columns = planColumns({
    plan,
    view: 'plan',
    basis,
    hasOwnColumns: true,
    showInternal: false,
    today,
    t: (key, params) => t(key as 'list.title', params ?? {}),
    format: formatsFor(lang),
  });
  const rows = sheetRows(plan, 'group', new Set(), true);
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
    const folded = sheetRows(plan, 'group', new Set(['group:Контекст']), false);
    expect(folded.map(({ key }) => key)).toEqual(['group:Контекст', 'group:Таргет', 'c']);
  });

  it('show columns that add up to the line in every basis', () => {
    const { source, at, columns } = sheet('ru', specs, 'client');
    const net = at('netMinor');
    const periods = columns.flatMap(({ id }, i) => (id.startsWith('period-') ? [i] : []));
    const sum = periods.reduce((all, column) => all + (source.number(1, column) ?? 0), 0);
    expect(sum).toBe(source.number(1, net));
    expect(source.canWrite(1, net)).toBe(false);
  });
});

describe('what is typed and pasted', () => {
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
        const [planned] = planWrites(edits, rows, columns, { lang, today });
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
    const [first, added] = planWrites(edits, rows, columns, { lang: 'ru', today });
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

  it('reads 500 rows of 20 columns within half a second', () => {
    const { source, rows, columns } = sheet();
    const line = Array.from({ length: 20 }, (_, i) => (i === 3 ? 'CPC' : '1 234,56')).join('\t');
    const text = `${Array<string>(500).fill(line).join('\r\n')}\r\n`;
    const start = performance.now();
    const { edits } = pasteEdits(source, selectCell({ row: 5, column: 0 }), text);
    const planned = planWrites(edits, rows, columns, { lang: 'ru', today });
    expect(performance.now() - start).toBeLessThan(500);
    expect(planned).toHaveLength(500);
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
