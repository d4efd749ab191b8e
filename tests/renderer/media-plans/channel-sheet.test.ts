import { describe, expect, it } from 'vitest';
import {
  channelsOf,
  columnsInSet,
  narrowedPlan,
  usualColumns,
} from '../../../renderer/features/media-plans/channel-sheet';
import { channelColumns, FROZEN } from '../../../renderer/features/media-plans/plan-columns';
import { sheetRows } from '../../../renderer/features/media-plans/plan-source';
import { planWrites } from '../../../renderer/features/media-plans/plan-writes';
import { formatsFor } from '../../../renderer/lib/format';
import { allMessages } from '../../../shared/i18n/all-messages';
import { createI18n } from '../../../shared/i18n/i18n';
import { makePlan, type PlanLineSpec } from './make-plan';

const forecast = { impressions: 2000, clicks: 100, leads: null, orders: null };
const specs: PlanLineSpec[] = [
  { id: 'a', groupName: 'Бренд', channel: 'Поиск', volume: '100', price: '20', forecast },
  { id: 'b', groupName: 'Бренд', channel: 'ТВ', model: 'spot', volume: '12', price: '9000' },
  {
    id: 'c',
    groupName: 'Общие',
    channel: 'Поиск',
    volume: '300',
    price: '10',
    forecast: { ...forecast, impressions: 6000, clicks: 300 },
  },
];
const plan = makePlan(specs);
const today = '2026-12-10';

function columnsOf(channel: string, set?: readonly string[]) {
  const own = narrowedPlan(plan, channel);
  const t = createI18n('ru', allMessages.ru).getFixedT('ru', 'media-plans');
  const all = channelColumns({
    plan: own,
    view: 'plan',
    basis: 'net',
    hasOwnColumns: true,
    showInternal: false,
    today,
    t: (key, params) => t(key as 'list.title', params ?? {}),
    format: formatsFor('ru'),
  });
  return columnsInSet(all, FROZEN, set ?? usualColumns(own.lines));
}

describe('a plan narrowed to a channel', () => {
  it('has the lines of the channel and their sums; the channels add up to the plan', () => {
    expect(channelsOf(plan.lines)).toEqual([
      { name: 'Поиск', count: 2 },
      { name: 'ТВ', count: 1 },
    ]);
    const search = narrowedPlan(plan, 'Поиск');
    const tv = narrowedPlan(plan, 'ТВ');
    expect(search.totals.netMinor).toBe(500_000);
    expect(search.byGroup.map(({ name, netMinor }) => [name, netMinor])).toEqual([
      ['Бренд', 200_000],
      ['Общие', 300_000],
    ]);
    for (const sum of ['netMinor', 'vatMinor', 'withVatMinor', 'clientPriceMinor'] as const) {
      expect(search.totals[sum] + tv.totals[sum]).toBe(plan.totals[sum]);
    }
  });

  it('has the columns of what is bought there', () => {
    const search = columnsOf('Поиск').map(({ id }) => id);
    expect(search).toEqual(expect.arrayContaining(['clicks', 'planCpc', 'planCtr', 'planCpl']));
    expect(search).not.toContain('reach');
    const tv = columnsOf('ТВ');
    expect(tv.map(({ id }) => id)).toEqual(expect.arrayContaining(['reach', 'from', 'to']));
    expect(tv.map(({ id }) => id)).not.toContain('clicks');
    expect(tv.find(({ id }) => id === 'volume')?.head).toBe('Выходы');
  });

  it('adds up what is shown at the foot, and takes ratios from the sums', () => {
    const at = (id: string) => columnsOf('Поиск').find((column) => column.id === id)?.total?.text;
    expect(at('netMinor')).toBe('5\u00a0000,00');
    expect(at('clicks')).toBe('400');
    expect(at('planCpc')).toBe('12,50');
    expect(at('planCtr')?.replace(/\s/g, '')).toBe('5%');
    // One of the lines expects no leads that are known: what a lead costs is not known either.
    expect(at('planCpl')).toBe('—');
  });

  it('shows all periods or none of them', () => {
    const shown = columnsOf('Поиск', ['periods']).map(({ id }) => id);
    expect(shown.slice(0, FROZEN)).toEqual(['channel', 'placement']);
    expect(shown.slice(FROZEN)).toEqual(plan.shownColumns.map((_, i) => `period-${i}`));
  });

  it('takes new lines into the channel, unless they name another', () => {
    const own = narrowedPlan(plan, 'ТВ');
    const rows = sheetRows(own, {
      grouping: 'none',
      folded: new Set(),
      isDraft: true,
      filter: '',
      flightName: () => '',
    });
    const columns = columnsOf('ТВ');
    const joins = { channel: 'ТВ', model: 'spot' as const };
    const terms = { lang: 'ru' as const, today, basis: 'net' as const, joins };
    const [written] = planWrites([{ row: 1, column: 1, text: 'Россия 1' }], rows, columns, terms);
    expect(written?.write.cells).toMatchObject({
      channel: 'ТВ',
      model: 'spot',
      placement: 'Россия 1',
    });
    const other = planWrites([{ row: 1, column: 0, text: 'Радио' }], rows, columns, terms)[0];
    expect(other?.write.cells['channel']).toBe('Радио');
    const known = planWrites([{ row: 0, column: 1, text: 'СТС' }], rows, columns, terms)[0];
    expect(known?.write.cells).toEqual({ placement: 'СТС' });
  });
});
