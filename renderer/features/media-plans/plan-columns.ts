import type { CellField, CellValue, Plan } from '../../../shared/contract/media-plans.contract';
import type { FigureDto, Period } from '../../../shared/contract/primitives';
import { allocateByLargestRemainder } from '../../../shared/domain/allocation';
import { currencyExponent, MAX_MINOR } from '../../../shared/domain/money';
import type { CellKind, ChoiceOption } from '../../components/grid/cell-text';
import type { CellView } from '../../components/grid/grid-source';
import type { Formats } from '../../lib/format';
import { basisOptions, levyOptions, modelOptions } from './choices';
import { paceView } from './pace';
import {
  amountIn,
  type Basis,
  type PlanLine,
  type PlanSubtotal,
  type Target,
  type View,
} from './plan-types';

/** What a number in a cell counts; unlike ones are not added up. */
export type Unit = 'money' | 'price' | 'count' | 'share';

/** A column of the plan: how it is shown, typed, read and added up. */
export type PlanColumn = {
  id: string;
  head: string;
  title: string;
  width: number;
  isNumeric: boolean;
  unit: Unit | null;
  tone?: 'now' | 'internal';
  options?: readonly string[];
  /** Null where it is reckoned, not typed. */
  input: { kind: CellKind; target: Target; empty: CellValue } | null;
  show: (line: PlanLine) => CellView;
  edit: (line: PlanLine) => string;
  number: (line: PlanLine) => number | null;
  /** Of a group's head. */
  group?: (group: PlanSubtotal) => CellView;
  total?: CellView;
};

export type ColumnTerms = {
  plan: Plan;
  view: View;
  basis: Basis;
  /** Whether columns are the plan's own, so that an amount typed into one can be kept. */
  hasOwnColumns: boolean;
  showInternal: boolean;
  today: string;
  t: (key: string, params?: Record<string, string | number>) => string;
  format: Formats;
};

const DASH = '—';
const EMPTY: CellView = { text: '' };
const DASHED: CellView = { text: DASH, tone: 'quiet' };
/** Exact decimals of the contract. */
const DECIMAL: CellKind = { kind: 'decimal', whole: 15, places: 12 };

/** How many columns stay at the left in every view. */
export const FROZEN = 2;

/** The columns of a view, left to right. */
export function planColumns(terms: ColumnTerms): PlanColumn[] {
  const { view, showInternal } = terms;
  const make = columnMaker(terms);
  const head = [
    make.text('channel', 124, 'strong', known(terms.plan, 'channel')),
    make.text('placement', 166, 'quiet'),
  ];
  switch (view) {
    case 'plan':
      return [
        ...head,
        make.text('geo', 100, 'quiet', known(terms.plan, 'geo')),
        make.choice('model', 68, modelOptions(terms.t)),
        make.decimal('volume', 58, 'count'),
        make.decimal('price', 84, 'price'),
        make.percents('discountsPpm', 58),
        make.net(),
        ...make.periods(),
        make.pace(),
        ...(showInternal ? make.internal() : []),
      ];
    case 'terms':
      return [
        ...head,
        make.text('groupName', 120, 'quiet', known(terms.plan, 'groupName')),
        make.text('format', 110, 'quiet'),
        make.text('audience', 120, 'quiet'),
        make.text('unit', 80, 'quiet'),
        make.choice('priceBasis', 120, basisOptions(terms.t)),
        make.date('from'),
        make.date('to'),
        make.percents('surchargesPpm', 76),
        make.commission(),
        make.text('erid', 110, 'quiet'),
        make.choice('levyPayer', 90, levyOptions(terms.t)),
        make.flag('locked', 84),
        make.decimal('weight', 60, 'count'),
        make.money('minMinor', 100),
        make.text('note', 180, 'quiet'),
        ...(showInternal ? make.internal() : []),
      ];
    case 'forecast':
      return [
        ...head,
        make.net(),
        ...make.forecasts(),
        make.count('reach', 90),
        make.frequency(),
        make.money('revenueMinor', 110),
        ...make.expected(),
        ...(showInternal ? make.internal() : []),
      ];
    case 'fact':
      return [...head, make.net(), ...make.facts(), ...(showInternal ? make.internal() : [])];
  }
}

/** Words already used in the plan, offered while typing. */
function known(plan: Plan, field: 'channel' | 'geo' | 'groupName'): string[] {
  return [...new Set(plan.lines.map((line) => line[field]).filter((word) => word !== ''))];
}

function columnMaker(terms: ColumnTerms) {
  const { plan, basis, t, format } = terms;
  const { currency } = plan;
  const sign = format.currencySign(currency);
  const places = currencyExponent(currency);
  const amount = (minor: number) => format.amount(minor, currency);
  const whole = (minor: number) => format.amount(minor, currency, { whole: true });
  const decimalText = (value: string) => format.number(value, { max: 12 });
  const minorText = (minor: number) => format.amount(minor, currency).replace(/\u00a0/g, ' ');
  const rates = (list: readonly number[]) =>
    list.map((ppm) => format.number(ppm / 10_000, { max: 4 })).join(' + ');
  const plural = (view: string) => (view === '' ? EMPTY : { text: view });

  const named = (id: string, width: number, isNumeric: boolean, params = {}) => ({
    id,
    head: t(`col.${id}`, params),
    title: t(`col.${id}Title`, { ...params, defaultValue: t(`col.${id}`, params) }),
    width,
    isNumeric,
    unit: null,
    number: () => null,
  });
  const field = (name: CellField): Target => ({ kind: 'field', field: name });
  const figure = (value: FigureDto, show: (known: number) => string): CellView =>
    value.value === null ? DASHED : { text: show(value.value) };

  type TextField =
    | 'channel'
    | 'placement'
    | 'geo'
    | 'groupName'
    | 'format'
    | 'audience'
    | 'unit'
    | 'erid'
    | 'note';

  function text(
    name: TextField,
    width: number,
    tone: 'strong' | 'quiet',
    options?: readonly string[],
  ): PlanColumn {
    return {
      ...named(name, width, false),
      ...(options === undefined || options.length === 0 ? {} : { options }),
      input: { kind: { kind: 'text', max: 500 }, target: field(name), empty: '' },
      show: (line) => ({ text: line[name], tone }),
      edit: (line) => line[name],
    };
  }

  function choice(
    name: 'model' | 'priceBasis' | 'levyPayer',
    width: number,
    options: readonly ChoiceOption[],
  ): PlanColumn {
    const label = (line: PlanLine) =>
      options.find(({ value }) => value === line[name])?.label ?? line[name];
    return {
      ...named(name, width, false),
      options: options.map((option) => option.label),
      input: { kind: { kind: 'choice', options }, target: field(name), empty: null },
      show: (line) => ({ text: label(line) }),
      edit: label,
    };
  }

  function decimal(name: 'volume' | 'price' | 'weight', width: number, unit: Unit): PlanColumn {
    const show = (line: PlanLine): string =>
      name === 'price'
        ? format.number(line.price, { min: places, max: 12 })
        : decimalText(line[name]);
    return {
      ...named(name, width, true, { sign }),
      unit,
      input: {
        kind: DECIMAL,
        target: field(name),
        empty: name === 'weight' ? '1' : '0',
      },
      show: (line) => ({ text: show(line) }),
      edit: (line) => show(line).replace(/\u00a0/g, ' '),
      number: (line) => Number(line[name]),
    };
  }

  function percents(name: 'discountsPpm' | 'surchargesPpm', width: number): PlanColumn {
    const max = name === 'discountsPpm' ? 1_000_000 : 100_000_000;
    return {
      ...named(name, width, true),
      unit: 'share',
      input: { kind: { kind: 'percents', max, count: 12 }, target: field(name), empty: [] },
      show: (line) =>
        line[name].length === 0 ? DASHED : { text: `${rates(line[name])} %`, tone: 'quiet' },
      edit: (line) => (line[name].length === 0 ? '' : `${rates(line[name])} %`),
    };
  }

  function commission(): PlanColumn {
    const own = (line: PlanLine) => line.commission;
    return {
      ...named('commissionPpm', 84, true),
      unit: 'share',
      input: {
        kind: { kind: 'percent', max: 1_000_000_000 },
        target: field('commissionPpm'),
        empty: null,
      },
      show: (line) => ({
        text: format.ratePpm(own(line)?.ppm ?? plan.commissionPpm),
        tone: own(line) === null ? 'quiet' : 'strong',
      }),
      edit: (line) => (line.commission === null ? '' : format.ratePpm(line.commission.ppm)),
    };
  }

  function date(name: 'from' | 'to'): PlanColumn {
    return {
      ...named(name, 92, false),
      input: { kind: { kind: 'date' }, target: field(name), empty: null },
      show: (line) => ({ text: format.date(line[name]) }),
      edit: (line) => format.date(line[name]),
    };
  }

  function flag(name: 'locked', width: number): PlanColumn {
    return {
      ...named(name, width, false),
      options: [t('flag.yes'), t('flag.no')],
      input: { kind: { kind: 'flag' }, target: field(name), empty: false },
      show: (line) => (line.locked ? { text: t('flag.yes') } : DASHED),
      edit: (line) => t(line.locked ? 'flag.yes' : 'flag.no'),
    };
  }

  function money(name: 'minMinor' | 'revenueMinor', width: number): PlanColumn {
    return {
      ...named(name, width, true, { sign }),
      unit: 'money',
      input: {
        kind: { kind: 'scaled', places, max: MAX_MINOR },
        target: field(name),
        empty: name === 'minMinor' ? 0 : null,
      },
      show: (line) =>
        line[name] === null || line[name] === 0 ? DASHED : { text: amount(line[name]) },
      edit: (line) => (line[name] === null ? '' : minorText(line[name])),
      number: (line) => line[name],
    };
  }

  function count(name: 'reach', width: number): PlanColumn {
    return {
      ...named(name, width, true),
      unit: 'count',
      input: {
        kind: { kind: 'scaled', places: 0, max: Number.MAX_SAFE_INTEGER },
        target: field(name),
        empty: null,
      },
      show: (line) => (line[name] === null ? DASHED : { text: format.number(line[name]) }),
      edit: (line) => (line[name] === null ? '' : String(line[name])),
      number: (line) => line[name],
    };
  }

  function net(): PlanColumn {
    const isNet = basis === 'net';
    return {
      ...named('netMinor', 104, true),
      head: `${t(`basis.${basis}`)}, ${sign}`,
      title: `${t(`basis.${basis}`)}, ${sign}`,
      unit: 'money',
      input: isNet
        ? {
            kind: { kind: 'scaled', places, max: MAX_MINOR },
            target: field('netMinor'),
            empty: 0,
          }
        : null,
      show: (line) => ({ text: amount(amountIn(line, basis)), tone: 'strong' }),
      edit: (line) => minorText(amountIn(line, basis)),
      number: (line) => amountIn(line, basis),
      group: (group) => ({ text: amount(amountIn(group, basis)) }),
      total: {
        text: amount(basis === 'vat' ? plan.totals.withVatMinor : amountIn(plan.totals, basis)),
      },
    };
  }

  /** Amounts of a line by column in the chosen basis; they add up to the line's. */
  function inColumns(line: PlanLine | PlanSubtotal | Plan['totals']): readonly number[] {
    if (basis === 'net') return line.columnsMinor;
    const sum = amountIn(line, basis);
    return line.columnsMinor.every((part) => part === 0)
      ? line.columnsMinor
      : allocateByLargestRemainder(sum, line.columnsMinor);
  }

  function periods(): PlanColumn[] {
    const byLine = new Map(plan.lines.map((line) => [line.id, inColumns(line)]));
    const sums = (lineIds: readonly string[], place: number) =>
      lineIds.reduce((sum, id) => sum + (byLine.get(id)?.[place] ?? 0), 0);
    const all = plan.lines.map(({ id }) => id);
    const canType = basis === 'net' && terms.hasOwnColumns;
    return plan.shownColumns.map((period, place): PlanColumn => {
      const label = periodLabel(period, plan, format);
      const total = sums(all, place);
      return {
        ...named('period', 66, true),
        id: `period-${place}`,
        head: label,
        title: format.dateRange(period.from, period.to),
        unit: 'money',
        ...(period.from <= terms.today && terms.today <= period.to ? { tone: 'now' as const } : {}),
        input: canType
          ? {
              kind: { kind: 'scaled', places, max: MAX_MINOR },
              target: { kind: 'column', place },
              empty: 0,
            }
          : null,
        show: (line) => {
          const part = byLine.get(line.id)?.[place] ?? 0;
          return part === 0 ? DASHED : { text: whole(part) };
        },
        edit: (line) => minorText(byLine.get(line.id)?.[place] ?? 0),
        // A day without money is a dash, and a dash is not counted.
        number: (line) => byLine.get(line.id)?.[place] || null,
        group: (group) => {
          const part = sums(group.lineIds, place);
          return part === 0 ? DASHED : { text: whole(part) };
        },
        total: total === 0 ? DASHED : { text: whole(total) },
      };
    });
  }

  function pace(): PlanColumn {
    return {
      ...named('pace', 108, false, { on: format.dateShort(plan.factOn) }),
      input: null,
      show: (line) => paceView(line.fact?.pacePpm.value ?? null, line, plan.factOn, t, format),
      edit: (line) => paceView(line.fact?.pacePpm.value ?? null, line, plan.factOn, t, format).text,
      total:
        plan.fact === null
          ? EMPTY
          : paceView(plan.fact.pacePpm.value, plan, plan.factOn, t, format),
    };
  }

  function internal(): PlanColumn[] {
    const reckoned = (
      id: 'rebatePpm' | 'rebateMinor' | 'ourCostMinor' | 'marginMinor',
      of: (costs: PlanLine | PlanSubtotal | Plan['totals']) => number,
    ): PlanColumn => ({
      ...named(id, 112, true, { sign }),
      unit: 'money',
      tone: 'internal',
      input: null,
      show: (line) => ({ text: amount(of(line)) }),
      edit: (line) => minorText(of(line)),
      number: of,
      group: (group) => ({ text: amount(of(group)) }),
      total: { text: amount(of(plan.totals)) },
    });
    return [
      {
        ...named('rebatePpm', 190, true),
        unit: 'share',
        tone: 'internal',
        input: {
          kind: { kind: 'percent', max: 1_000_000 },
          target: field('rebatePpm'),
          empty: 0,
        },
        show: (line) => (line.rebatePpm === 0 ? DASHED : { text: format.ratePpm(line.rebatePpm) }),
        edit: (line) => (line.rebatePpm === 0 ? '' : format.ratePpm(line.rebatePpm)),
      },
      reckoned('rebateMinor', (costs) => costs.rebateMinor),
      reckoned('ourCostMinor', (costs) => costs.ourCostMinor),
      reckoned('marginMinor', (costs) => costs.clientNetMinor - costs.ourCostMinor),
    ];
  }

  function forecasts(): PlanColumn[] {
    return (['impressions', 'clicks', 'leads', 'orders'] as const).map((name) => {
      const total = plan.lines.reduce((sum, line) => sum + (line.forecast[name] ?? 0), 0);
      return {
        ...named(name, 96, true),
        unit: 'count',
        input: {
          kind: { kind: 'scaled', places: 0, max: Number.MAX_SAFE_INTEGER },
          target: field(name),
          empty: null,
        },
        show: (line) =>
          line.forecast[name] === null ? DASHED : { text: format.number(line.forecast[name]) },
        edit: (line) => (line.forecast[name] === null ? '' : String(line.forecast[name])),
        number: (line) => line.forecast[name],
        total: total === 0 ? DASHED : { text: format.number(total) },
      };
    });
  }

  function frequency(): PlanColumn {
    const of = ({ reach, forecast }: PlanLine) =>
      reach === null || reach === 0 || forecast.impressions === null
        ? null
        : forecast.impressions / reach;
    const show = (line: PlanLine) => {
      const value = of(line);
      return value === null ? '' : format.number(value, { min: 1, max: 1 });
    };
    return {
      ...named('frequency', 72, true),
      input: null,
      show: (line) => (show(line) === '' ? DASHED : { text: show(line) }),
      edit: show,
    };
  }

  /** Client price without VAT for one of what is expected. */
  function expected(): PlanColumn[] {
    const per = [
      ['planCpc', 'clicks'],
      ['planCpl', 'leads'],
      ['planCpa', 'orders'],
    ] as const;
    return per.map(([id, name]) => {
      const show = ({ netMinor, forecast }: PlanLine) => {
        const divisor = forecast[name];
        return divisor === null || divisor === 0 ? '' : amount(Math.round(netMinor / divisor));
      };
      return {
        ...named(id, 90, true, { sign }),
        unit: 'price',
        input: null,
        show: (line) => (show(line) === '' ? DASHED : { text: show(line) }),
        edit: show,
      };
    });
  }

  function facts(): PlanColumn[] {
    type Fact = NonNullable<PlanLine['fact']>;
    const moneyOf = (
      id: string,
      of: (fact: Fact) => number | null,
      total: number | null | undefined,
      width = 112,
    ): PlanColumn => ({
      ...named(id, width, true, { sign, on: format.dateShort(plan.factOn) }),
      unit: 'money',
      input: null,
      show: ({ fact }) => {
        const value = fact === null ? null : of(fact);
        return value === null ? DASHED : { text: amount(value) };
      },
      edit: ({ fact }) => {
        const value = fact === null ? null : of(fact);
        return value === null ? '' : minorText(value);
      },
      number: ({ fact }) => (fact === null ? null : of(fact)),
      ...(total === undefined ? {} : { total: total === null ? DASHED : { text: amount(total) } }),
    });
    const countOf = (name: 'impressions' | 'clicks' | 'leads' | 'orders'): PlanColumn => ({
      ...named(name, 84, true),
      unit: 'count',
      input: null,
      show: ({ fact }) =>
        fact === null || fact[name] === null ? DASHED : { text: format.number(fact[name]) },
      edit: ({ fact }) => (fact === null || fact[name] === null ? '' : String(fact[name])),
      number: ({ fact }) => fact?.[name] ?? null,
      total: plural(plan.fact?.[name] == null ? '' : format.number(plan.fact[name])),
    });
    const priceOf = (
      id: 'cpm' | 'cpc' | 'cpl' | 'cpa',
      of: (fact: Fact) => FigureDto,
    ): PlanColumn => ({
      ...named(id, 84, true, { sign }),
      unit: 'price',
      input: null,
      show: ({ fact }) => (fact === null ? DASHED : figure(of(fact), amount)),
      edit: ({ fact }) => (fact === null ? '' : figure(of(fact), minorText).text.replace(DASH, '')),
    });
    const { fact } = plan;
    return [
      moneyOf('planToDate', (own) => own.planToDateMinor, fact?.planToDateMinor ?? null),
      moneyOf('spend', (own) => own.spendMinor, fact?.spendMinor ?? null),
      pace(),
      moneyOf('moneyLeft', (own) => own.moneyLeftMinor, fact?.moneyLeftMinor ?? null),
      moneyOf('neededPerDay', (own) => own.neededPerDayMinor, undefined),
      moneyOf('forecastSpend', (own) => own.forecastMinor, fact?.forecastMinor ?? null),
      countOf('impressions'),
      countOf('clicks'),
      countOf('leads'),
      countOf('orders'),
      priceOf('cpm', (own) => own.cpmMinor),
      {
        ...named('ctr', 64, true),
        unit: 'share',
        input: null,
        show: ({ fact: own }) =>
          own === null
            ? DASHED
            : figure(own.ctrPpm, (ppm) => format.percent(ppm / 10_000, { max: 2 })),
        edit: ({ fact: own }) =>
          own?.ctrPpm.value == null ? '' : format.percent(own.ctrPpm.value / 10_000, { max: 2 }),
      },
      priceOf('cpc', (own) => own.cpcMinor),
      priceOf('cpl', (own) => own.cplMinor),
      priceOf('cpa', (own) => own.cpaMinor),
    ];
  }

  return {
    text,
    choice,
    decimal,
    percents,
    commission,
    date,
    flag,
    money,
    count,
    net,
    periods,
    pace,
    internal,
    forecasts,
    frequency,
    expected,
    facts,
  };
}

/** «1–7» inside one month, «30.11–6.12» across two, a month's name for a whole month. */
export function periodLabel(
  period: Period,
  plan: Pick<Plan, 'from' | 'to' | 'shownUnit'>,
  format: Formats,
): string {
  if (plan.shownUnit === 'month') {
    const month = period.from.slice(0, 7);
    return plan.from.slice(0, 4) === plan.to.slice(0, 4)
      ? format.monthShort(month)
      : `${format.monthShort(month)} ${month.slice(2, 4)}`;
  }
  const isOneMonth = plan.from.slice(0, 7) === plan.to.slice(0, 7);
  if (period.from === period.to) {
    return isOneMonth ? String(Number(period.from.slice(8))) : format.dateShort(period.from);
  }
  if (isOneMonth) return `${Number(period.from.slice(8))}–${Number(period.to.slice(8))}`;
  return `${format.dateShort(period.from)}–${format.dateShort(period.to)}`;
}
