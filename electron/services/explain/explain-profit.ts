import type { FigureId } from '../../../shared/contract/portfolio.contract';
import type { FigureDto } from '../../../shared/contract/primitives';
import { type Quantity, total } from '../../../shared/domain/figure';
import { PPM } from '../../../shared/domain/money';
import type { MoneyFigureId } from '../../../shared/domain/profitability-lines';
import { profitabilityRatios } from '../../../shared/domain/profitability-ratios';
import type { PeriodFigures } from '../figures.service';
import { lossOf } from '../portfolio-risk';
import { figureOf, ratioOfFigures, ratioPpm, sumFigures } from '../profit-line';
import { quantityFigure } from '../receivables-facts';
import { addingUpTo, type Draft, factInput, figureInput, type Input, say } from './draft';
import { rowsOfHours, rowsOfLines, type SignedLine } from './line-rows';

/** Figures of the profit and loss of a client. */
export type ProfitFigureId = Exclude<
  FigureId,
  'receivables' | 'overdue' | 'credit-limit-used' | 'above-limit' | 'nps' | 'silent-days'
>;

type Amount = Extract<FigureId, MoneyFigureId>;
type Leaf = readonly [id: MoneyFigureId, sign: 1 | -1];

const MARGIN: readonly Leaf[] = [
  ['agi', 1],
  ['delivery-cost', -1],
];
const CONTRIBUTION: readonly Leaf[] = [...MARGIN, ['direct-costs', -1]];

/** Down to which lines an amount is opened, and which figures its formula names. */
const AMOUNTS: Readonly<Record<Amount, { leaves: readonly Leaf[]; inputs: readonly FigureId[] }>> =
  {
    'gross-billings': { leaves: [['gross-billings', 1]], inputs: [] },
    'wip-change': { leaves: [['wip-change', 1]], inputs: [] },
    rebate: { leaves: [['rebate', 1]], inputs: [] },
    recognised: {
      leaves: [['recognised', 1]],
      inputs: ['gross-billings', 'wip-change', 'rebate'],
    },
    'pass-through': { leaves: [['pass-through', 1]], inputs: [] },
    agi: { leaves: [['agi', 1]], inputs: ['recognised', 'pass-through'] },
    'delivery-cost': { leaves: [['delivery-cost', 1]], inputs: ['client-hours'] },
    'delivery-margin': { leaves: MARGIN, inputs: ['agi', 'delivery-cost'] },
    'direct-costs': { leaves: [['direct-costs', 1]], inputs: [] },
    contribution: { leaves: CONTRIBUTION, inputs: ['delivery-margin', 'direct-costs'] },
    overhead: { leaves: [['overhead', 1]], inputs: ['client-hours'] },
    'net-profit': {
      leaves: [...CONTRIBUTION, ['overhead', -1]],
      inputs: ['contribution', 'overhead'],
    },
    'write-off': {
      leaves: [
        ['standard-value', 1],
        ['fees', -1],
      ],
      inputs: [],
    },
  };

/** Shares of AGI, by the amount they are of. */
const SHARES = {
  'delivery-margin-pct': 'delivery-margin',
  'contribution-pct': 'contribution',
  'net-margin-pct': 'net-profit',
} as const;

/** A client's accounting periods, from which one of its figures is explained. */
export type ProfitSource = {
  readonly clientId: string;
  readonly currency: string;
  readonly periods: readonly PeriodFigures[];
};

/** An amount of the span: the sum of the periods' amounts as they are shown. */
export function amountOfPeriods(periods: readonly PeriodFigures[], id: MoneyFigureId): FigureDto {
  return sumFigures(
    periods.map(({ profitability }) => {
      const { amount } = profitability.money[id];
      if (amount.known) return figureOf(amount.value);
      return {
        value: null,
        missing: amount.missing.map((item) => ({ code: item.code, params: { ...item.params } })),
      };
    }),
  );
}

function clientSeconds(periods: readonly PeriodFigures[]): number {
  return periods.reduce((sum, { profitability }) => sum + profitability.seconds.client, 0);
}

function linesOf(source: ProfitSource, leaves: readonly Leaf[], turn: 1 | -1 = 1): SignedLine[] {
  return leaves.flatMap(([id, sign]) =>
    source.periods.flatMap(({ profitability }) =>
      profitability.money[id].lines.map(
        (line): SignedLine => ({ line, sign: sign === turn ? 1 : -1 }),
      ),
    ),
  );
}

function inputOf(source: ProfitSource, id: FigureId): Input {
  if (id === 'client-hours') {
    return figureInput(id, 'seconds', figureOf(clientSeconds(source.periods)));
  }
  return figureInput(id, 'money', amountOfPeriods(source.periods, id as Amount));
}

function explainAmount(source: ProfitSource, id: Amount): Draft {
  const figure = amountOfPeriods(source.periods, id);
  const { leaves, inputs } = AMOUNTS[id];
  const facts =
    id === 'write-off'
      ? (['standard-value', 'fees'] as const).map((fact) =>
          factInput(fact, 'money', amountOfPeriods(source.periods, fact)),
        )
      : [];
  const rows = rowsOfLines(linesOf(source, leaves), source.clientId, source.currency);
  return {
    unit: 'money',
    currency: source.currency,
    figure,
    formula: say(`formula.${id}`),
    inputs: [...inputs.map((input) => inputOf(source, input)), ...facts],
    rows: addingUpTo(rows, figure.value, 'money'),
    rowsTotal: { label: say(`name.${id}`), unit: 'money', value: figure.value },
    notes: source.periods.length > 1 ? [say('note.months', { count: source.periods.length })] : [],
  };
}

function explainShare(source: ProfitSource, id: keyof typeof SHARES): Draft {
  const numerator = explainAmount(source, SHARES[id]);
  const agi = amountOfPeriods(source.periods, 'agi');
  return {
    ...numerator,
    unit: 'ppm',
    figure: ratioOfFigures(numerator.figure, agi),
    formula: say(`formula.${id}`),
    inputs: [figureInput(SHARES[id], 'money', numerator.figure), figureInput('agi', 'money', agi)],
  };
}

function explainLoss(source: ProfitSource): Draft {
  const contribution = explainAmount(source, 'contribution');
  const figure = lossOf(contribution.figure);
  const isLoss = (figure.value ?? 0) > 0;
  const rows = rowsOfLines(linesOf(source, CONTRIBUTION, -1), source.clientId, source.currency);
  return {
    ...contribution,
    figure,
    formula: say('formula.loss'),
    inputs: [figureInput('contribution', 'money', contribution.figure)],
    ...(isLoss
      ? {
          rows: addingUpTo(rows, figure.value, 'money'),
          rowsTotal: { label: say('name.loss'), unit: 'money', value: figure.value },
        }
      : {}),
    notes: isLoss ? contribution.notes : [say('note.no-loss'), ...contribution.notes],
  };
}

function explainHours(
  source: ProfitSource,
  kind: 'all' | 'retainer',
): Pick<Draft, 'rows' | 'rowsTotal'> {
  const lines = source.periods
    .flatMap(({ profitability }) => profitability.money['delivery-cost'].lines)
    .filter((line) => kind === 'all' || line.params['kind'] === 'retainer');
  const rows = rowsOfHours(lines, source.clientId);
  const value = rows.reduce((sum, row) => sum + (row.value ?? 0), 0);
  const label = say(kind === 'all' ? 'name.client-hours' : 'input.retainer-used');
  return { rows, rowsTotal: { label, unit: 'seconds', value } };
}

function explainBurn(source: ProfitSource): Draft {
  const retainers = source.periods.flatMap(({ input }) => input.retainers);
  const included = retainers.reduce((sum, retainer) => sum + retainer.includedSeconds, 0);
  const rolledOver = retainers.reduce((sum, retainer) => sum + retainer.rolledOverSeconds, 0);
  const hours = explainHours(source, 'retainer');
  const used = hours.rowsTotal.value ?? 0;
  return {
    ...hours,
    unit: 'ppm',
    currency: source.currency,
    figure: figureOf(ratioPpm(used, included + rolledOver)),
    formula: say('formula.retainer-burn'),
    inputs: [
      factInput('retainer-used', 'seconds', figureOf(used)),
      factInput('included', 'seconds', figureOf(included)),
      factInput('rolled-over', 'seconds', figureOf(rolledOver)),
    ],
    notes: retainers.some((each) => each.daysRun !== each.daysInMonth)
      ? [say('note.prorated')]
      : [],
  };
}

function explainRatio(source: ProfitSource, id: 'average-billable-rate' | 'realization'): Draft {
  const { periods } = source;
  const seconds = clientSeconds(periods);
  const exact = (money: MoneyFigureId): Quantity =>
    total(periods.map(({ profitability }) => profitability.money[money].exact));
  const ratios = profitabilityRatios(exact, seconds);
  if (id === 'realization') {
    const fees = amountOfPeriods(periods, 'fees');
    const lines = linesOf(source, [['fees', 1]]);
    return {
      unit: 'ppm',
      currency: source.currency,
      figure: quantityFigure(ratios.realization, PPM),
      formula: say('formula.realization'),
      inputs: [
        factInput('fees', 'money', fees),
        factInput('standard-value', 'money', amountOfPeriods(periods, 'standard-value')),
      ],
      rows: addingUpTo(rowsOfLines(lines, source.clientId, source.currency), fees.value, 'money'),
      rowsTotal: { label: say('input.fees'), unit: 'money', value: fees.value },
      notes: [],
    };
  }
  const agi = explainAmount(source, 'agi');
  return {
    ...agi,
    unit: 'money-per-hour',
    figure: quantityFigure(ratios.averageBillableRate, 1),
    formula: say('formula.average-billable-rate'),
    inputs: [figureInput('agi', 'money', agi.figure), inputOf(source, 'client-hours')],
  };
}

/** One figure of a client's profit and loss: formula, inputs and the lines that add up to it. */
export function explainProfit(source: ProfitSource, id: ProfitFigureId): Draft {
  switch (id) {
    case 'delivery-margin-pct':
    case 'contribution-pct':
    case 'net-margin-pct':
      return explainShare(source, id);
    case 'loss':
      return explainLoss(source);
    case 'retainer-burn':
      return explainBurn(source);
    case 'average-billable-rate':
    case 'realization':
      return explainRatio(source, id);
    case 'client-hours': {
      const hours = explainHours(source, 'all');
      return {
        ...hours,
        unit: 'seconds',
        currency: source.currency,
        figure: figureOf(hours.rowsTotal.value),
        formula: say('formula.client-hours'),
        inputs: [],
        notes: [],
      };
    }
    default:
      return explainAmount(source, id);
  }
}
