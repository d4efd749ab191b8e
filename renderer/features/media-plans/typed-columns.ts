import { MAX_MINOR } from '../../../shared/domain/money';
import type { CellKind, ChoiceOption } from '../../components/grid/cell-text';
import { type ColumnKit, DASHED, fitting, type PlanColumn, type Unit } from './column-kit';
import type { PlanLine } from './plan-types';

/** Exact decimals of the contract. */
const DECIMAL: CellKind = { kind: 'decimal', whole: 15, places: 12 };

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

/** Columns of what the line itself states: words, choices, prices, shares, days. */
export function typedColumns(kit: ColumnKit) {
  const { plan, t, format, sign, places } = kit;
  const { amount, decimalText, minorText, rates, named, field } = kit;

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
    // The longest decimal is also the longest when written with spaces.
    const longest = plan.lines.reduce<PlanLine | null>(
      (most, line) => (most === null || line[name].length > most[name].length ? line : most),
      null,
    );
    const characters = longest === null ? 0 : show(longest).length;
    return {
      ...named(name, fitting(width, characters), true, { sign }),
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
    const longest = plan.lines.reduce(
      (most, line) => (line[name].length < 2 ? most : Math.max(most, rates(line[name]).length)),
      0,
    );
    return {
      ...named(name, fitting(width, longest), true),
      unit: 'share',
      input: { kind: { kind: 'percents', max, count: 12 }, target: field(name), empty: [] },
      show: (line) =>
        line[name].length === 0 ? DASHED : { text: rates(line[name]), tone: 'quiet' },
      edit: (line) => rates(line[name]),
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
      unit: 'amount',
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

  return { text, choice, decimal, percents, commission, date, flag, money, count };
}
