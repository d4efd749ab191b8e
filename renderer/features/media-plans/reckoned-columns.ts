import type { Plan } from '../../../shared/contract/media-plans.contract';
import type { FigureDto } from '../../../shared/contract/primitives';
import { allocateByLargestRemainder } from '../../../shared/domain/allocation';
import { MAX_MINOR } from '../../../shared/domain/money';
import type { CellView } from '../../components/grid/grid-source';
import {
  type ColumnKit,
  DASH,
  DASHED,
  EMPTY,
  fitting,
  type PlanColumn,
  periodLabel,
} from './column-kit';
import { paceView } from './pace';
import { amountIn, type PlanLine, type PlanSubtotal } from './plan-types';

/** Columns of what the plan comes to: sums by basis and period, our own costs, forecast, fact. */
export function reckonedColumns(kit: ColumnKit) {
  const { terms, plan, basis, t, format, sign, places } = kit;
  const { amount, whole, minorText, plural, named, field, figure, summed, notAdded } = kit;

  const missing = new Map(
    plan.lines.flatMap(({ id, missingRate }) => (missingRate === null ? [] : [[id, missingRate]])),
  );

  /** «—» with the reason where a line's rate is not known; null where it is. */
  function unknownLine({ missingRate }: PlanLine): CellView | null {
    if (missingRate === null) return null;
    return { ...DASHED, tone: 'warn', tip: t('grid.noRate', { currency: missingRate.currency }) };
  }

  /** The same of some lines together, of all of them where none are named. */
  function unknownSum(lineIds: readonly string[] | null): CellView | null {
    if (missing.size === 0) return null;
    const ids = lineIds ?? [...missing.keys()];
    const found = ids.map((id) => missing.get(id)).find((rate) => rate !== undefined);
    if (found === undefined) return null;
    return { ...DASHED, tone: 'warn', tip: t('grid.noRateTotal', { currency: found.currency }) };
  }

  function net(): PlanColumn {
    return {
      ...named('netMinor', fitting(104, amount(amountIn(plan.totals, 'vat')).length), true),
      head: `${t(`basis.${basis}`)}, ${sign}`,
      title: `${t(`basis.${basis}`)}, ${sign}`,
      unit: 'money',
      // Any basis can be typed into: it is solved back to the net.
      input: {
        kind: { kind: 'scaled', places, max: MAX_MINOR },
        target: field('netMinor'),
        empty: 0,
      },
      show: (line) => unknownLine(line) ?? { text: amount(amountIn(line, basis)), tone: 'strong' },
      edit: (line) => (line.missingRate === null ? minorText(amountIn(line, basis)) : ''),
      number: (line) => (line.missingRate === null ? amountIn(line, basis) : null),
      group: (group) => unknownSum(group.lineIds) ?? { text: amount(amountIn(group, basis)) },
      total: unknownSum(null) ?? { text: amount(amountIn(plan.totals, basis)) },
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
    const byId = new Map(plan.lines.map((line) => [line.id, line]));
    const parts = new Map<PlanLine, readonly number[]>();
    const ofLine = (line: PlanLine): readonly number[] => {
      const known = parts.get(line) ?? inColumns(line);
      parts.set(line, known);
      return known;
    };
    const sumsOf = (lines: readonly PlanLine[]): readonly number[] => {
      const sums = plan.shownColumns.map(() => 0);
      for (const line of lines) {
        ofLine(line).forEach((part, place) => {
          sums[place] = (sums[place] ?? 0) + part;
        });
      }
      return sums;
    };
    // In the net the plan has them; in another basis they are the sums of the lines as shown.
    const groups = new Map<PlanSubtotal, readonly number[]>();
    const ofGroup = (group: PlanSubtotal): readonly number[] => {
      if (basis === 'net') return group.columnsMinor;
      const known = groups.get(group) ?? sumsOf(group.lineIds.flatMap((id) => byId.get(id) ?? []));
      groups.set(group, known);
      return known;
    };
    const totals = basis === 'net' ? plan.totals.columnsMinor : sumsOf(plan.lines);
    const canType = terms.hasOwnColumns;
    return plan.shownColumns.map((period, place): PlanColumn => {
      const label = periodLabel(period, plan, format);
      const total = totals[place] ?? 0;
      return {
        ...named('period', fitting(66, whole(total).length), true),
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
          const part = ofLine(line)[place] ?? 0;
          return unknownLine(line) ?? (part === 0 ? DASHED : { text: whole(part) });
        },
        edit: (line) => minorText(ofLine(line)[place] ?? 0),
        // A day without money is a dash, and a dash is not counted.
        number: (line) => ofLine(line)[place] || null,
        group: (group) => {
          const part = ofGroup(group)[place] ?? 0;
          return unknownSum(group.lineIds) ?? (part === 0 ? DASHED : { text: whole(part) });
        },
        total: unknownSum(null) ?? (total === 0 ? DASHED : { text: whole(total) }),
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
      id: 'rebateMinor' | 'ourCostMinor' | 'marginMinor' | 'levyMinor',
      of: (costs: PlanLine | PlanSubtotal | Plan['totals']) => number,
    ): PlanColumn => ({
      ...named(id, 112, true, { sign }),
      unit: 'amount',
      tone: 'internal',
      input: null,
      show: (line) => unknownLine(line) ?? { text: amount(of(line)) },
      edit: (line) => minorText(of(line)),
      number: of,
      group: (group) => unknownSum(group.lineIds) ?? { text: amount(of(group)) },
      total: unknownSum(null) ?? { text: amount(of(plan.totals)) },
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
      reckoned('levyMinor', (costs) => costs.levyMinor),
    ];
  }

  function forecasts(): PlanColumn[] {
    return (['impressions', 'clicks', 'leads', 'orders'] as const).map((name) => {
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
        ...summed(
          (line) => line.forecast[name],
          (count) => format.number(count),
        ),
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
      group: () => notAdded('frequency'),
      total: notAdded('frequency'),
    };
  }

  type Counted = 'impressions' | 'clicks' | 'leads' | 'orders';

  /** One sum over another, of lines that all state what it is divided by; null where one does not. */
  function ratioOf(
    lines: readonly (PlanLine | undefined)[],
    above: (line: PlanLine) => number | null,
    below: Counted,
  ): number | null {
    let sum = 0;
    let count = 0;
    for (const line of lines) {
      const own = line === undefined ? null : above(line);
      const divisor = line?.forecast[below] ?? null;
      if (own === null || divisor === null) return null;
      sum += own;
      count += divisor;
    }
    return count === 0 ? null : sum / count;
  }

  /** A ratio of what is expected: of a line, of a group, of all together, each from its own sums. */
  function ratio(
    column: Pick<PlanColumn, 'id' | 'head' | 'title' | 'width' | 'isNumeric' | 'number'>,
    unit: 'price' | 'share',
    above: (line: PlanLine) => number | null,
    below: Counted,
    write: (value: number) => string,
  ): PlanColumn {
    const byId = new Map(plan.lines.map((line) => [line.id, line]));
    const text = (lines: readonly (PlanLine | undefined)[]) => {
      const value = ratioOf(lines, above, below);
      return value === null ? '' : write(value);
    };
    const view = (words: string) => (words === '' ? DASHED : { text: words });
    return {
      ...column,
      unit,
      input: null,
      show: (line) => view(text([line])),
      edit: (line) => text([line]),
      group: (group) => view(text(group.lineIds.map((id) => byId.get(id)))),
      total: view(text(plan.lines)),
    };
  }

  /** Net for one of what is expected, a thousand of impressions. */
  function expected(): PlanColumn[] {
    const per = [
      ['planCpm', 'impressions', 1000],
      ['planCpc', 'clicks', 1],
      ['planCpl', 'leads', 1],
      ['planCpa', 'orders', 1],
    ] as const;
    const net = (line: PlanLine) => (line.missingRate === null ? line.netMinor : null);
    return per.map(([id, name, times]) =>
      ratio(named(id, 90, true, { sign }), 'price', net, name, (value) =>
        amount(Math.round(value * times)),
      ),
    );
  }

  function expectedCtr(): PlanColumn {
    const clicks = (line: PlanLine) => line.forecast.clicks;
    return ratio(named('planCtr', 64, true), 'share', clicks, 'impressions', (value) =>
      format.percent(value * 100, { max: 2 }),
    );
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
      unit: 'amount',
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
      ...summed(
        ({ fact }) => fact?.[name] ?? null,
        (count) => format.number(count),
      ),
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

  return { net, periods, pace, internal, forecasts, frequency, expected, expectedCtr, facts };
}
