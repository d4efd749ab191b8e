import type { CellField, CellValue, Plan } from '../../../shared/contract/media-plans.contract';
import type { FigureDto, Period } from '../../../shared/contract/primitives';
import { currencyExponent } from '../../../shared/domain/money';
import type { CellKind } from '../../components/grid/cell-text';
import type { CellView } from '../../components/grid/grid-source';
import type { Formats } from '../../lib/format';
import type { Basis, PlanLine, PlanSubtotal, Target, View } from './plan-types';

/**
 * What a number in a cell counts. `money` of several columns may be added up; all others, `amount` of
 * money among them, only within their own column.
 */
export type Unit = 'money' | 'amount' | 'price' | 'count' | 'share';

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

export const DASH = '—';
export const EMPTY: CellView = { text: '' };
export const DASHED: CellView = { text: DASH, tone: 'quiet' };

export type ColumnKit = ReturnType<typeof columnKit>;

/** What every column of one plan is worded and written with. */
export function columnKit(terms: ColumnTerms) {
  const { plan, basis, t, format } = terms;
  const { currency } = plan;
  const sign = format.currencySign(currency);
  const places = currencyExponent(currency);
  const amount = (minor: number) => format.amount(minor, currency);
  const whole = (minor: number) => format.amount(minor, currency, { whole: true });
  const decimalText = (value: string) => format.number(value, { max: 12 });
  const minorText = (minor: number) => format.amount(minor, currency).replace(/\u00a0/g, ' ');
  const rates = (list: readonly number[]) => list.map((ppm) => format.ratePpm(ppm)).join(' + ');
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

  const byId = new Map(plan.lines.map((line) => [line.id, line]));

  /** Subtotals and the total of what adds up; what no line states is a dash, not a zero. */
  function summed(of: (line: PlanLine) => number | null, show: (sum: number) => string) {
    const sumOf = (lines: readonly (PlanLine | undefined)[]): CellView => {
      const stated = lines.flatMap((line) => (line === undefined ? [] : (of(line) ?? [])));
      if (stated.length === 0) return DASHED;
      return { text: show(stated.reduce((sum, value) => sum + value, 0)) };
    };
    return {
      group: (group: PlanSubtotal) => sumOf(group.lineIds.map((id) => byId.get(id))),
      total: sumOf(plan.lines),
    };
  }

  /** A dash with the reason where lines do not add up: one person may be in the reach of several. */
  const notAdded = (what: 'reach' | 'frequency'): CellView => ({
    ...DASHED,
    tip: t(`grid.notAdded.${what}`),
  });

  return {
    summed,
    notAdded,
    terms,
    plan,
    basis,
    t,
    format,
    sign,
    places,
    amount,
    whole,
    decimalText,
    minorText,
    rates,
    plural,
    named,
    field,
    figure,
  };
}

/** Pixels of a digit of the cells' type in its boldest weight, and of both paddings with the border. */
const DIGIT = 6.9;
const PADDING = 16;

/** A width that cuts no number of so many characters: numbers are never cut (VISUAL.md). */
export function fitting(width: number, characters: number): number {
  return Math.max(width, Math.ceil(characters * DIGIT) + PADDING);
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
