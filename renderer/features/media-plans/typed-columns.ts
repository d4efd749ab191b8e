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
  const { amount, decimalText, minorText, rates, named, field, summed, notAdded } = kit;

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
    name: 'model' | 'priceBasis' | 'levyPayer' | 'vatMode',
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
      ...(name === 'revenueMinor' ? summed((line) => line[name], amount) : {}),
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
      group: () => notAdded('reach'),
      total: notAdded('reach'),
    };
  }

  /** The currency of the price where it is not the plan's; empty for the plan's. */
  function currency(): PlanColumn {
    return {
      ...named('currency', 84, false),
      input: { kind: { kind: 'text', max: 3 }, target: field('currency'), empty: null },
      show: (line) =>
        line.currency === null
          ? { text: plan.currency, tone: 'quiet' }
          : { text: line.currency, tone: 'strong' },
      edit: (line) => line.currency ?? '',
    };
  }

  function rate(): PlanColumn {
    const show = (line: PlanLine) => (line.rate === null ? '' : decimalText(line.rate));
    return {
      ...named('rate', 90, true, { sign }),
      unit: 'price',
      input: { kind: DECIMAL, target: field('rate'), empty: null },
      show: (line) => {
        if (line.missingRate !== null) {
          return {
            ...DASHED,
            tone: 'warn',
            tip: t('grid.noRate', { currency: line.missingRate.currency }),
          };
        }
        return line.rate === null ? DASHED : { text: show(line) };
      },
      edit: (line) => show(line).replace(/\u00a0/g, ' '),
      number: (line) => (line.rate === null ? null : Number(line.rate)),
    };
  }

  function rateOn(): PlanColumn {
    return {
      ...named('rateOn', 92, false),
      input: { kind: { kind: 'date' }, target: field('rateOn'), empty: null },
      show: (line) => (line.rateOn === null ? DASHED : { text: format.date(line.rateOn) }),
      edit: (line) => (line.rateOn === null ? '' : format.date(line.rateOn)),
    };
  }

  /** The line's own VAT rate; empty: the plan's. */
  function vat(): PlanColumn {
    return {
      ...named('vatPpm', 76, true),
      unit: 'share',
      input: { kind: { kind: 'percent', max: 1_000_000 }, target: field('vatPpm'), empty: null },
      show: (line) => {
        if (line.vatMode === 'none') return { text: t('basis.noVat') };
        const ppm = line.ownVatPpm ?? plan.ratePpm;
        if (ppm === null) return { text: t('basis.noVat'), tone: 'quiet' };
        return { text: format.ratePpm(ppm), tone: line.ownVatPpm === null ? 'quiet' : 'strong' };
      },
      edit: (line) => (line.vatPpm === null ? '' : format.ratePpm(line.vatPpm)),
    };
  }

  return {
    currency,
    rate,
    rateOn,
    vat,
    text,
    choice,
    decimal,
    percents,
    commission,
    date,
    flag,
    money,
    count,
  };
}
