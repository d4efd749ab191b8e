import type { ProfitLine } from '../../../../shared/contract/clients.contract';
import type { FigureId } from '../../../../shared/contract/portfolio.contract';
import type { FigureDto } from '../../../../shared/contract/primitives';
import type { WaterfallStep } from '../../../components/charts/waterfall-layout';

export type MoneyLine = Exclude<
  keyof ProfitLine,
  'deliveryMarginPpm' | 'contributionPpm' | 'netMarginPpm'
>;

export interface ProfitRow {
  readonly line: MoneyLine;
  readonly figureId: FigureId;
  /** Costs stand with a minus, so that the column can be added up by eye. */
  readonly isCost: boolean;
  readonly kind: 'row' | 'sub' | 'sum';
}

/** The rows of the table by months, in the order they are subtracted. */
export const PROFIT_ROWS: readonly ProfitRow[] = [
  { line: 'recognised', figureId: 'recognised', isCost: false, kind: 'row' },
  { line: 'passThrough', figureId: 'pass-through', isCost: true, kind: 'row' },
  { line: 'agi', figureId: 'agi', isCost: false, kind: 'sub' },
  { line: 'deliveryCost', figureId: 'delivery-cost', isCost: true, kind: 'row' },
  { line: 'deliveryMargin', figureId: 'delivery-margin', isCost: false, kind: 'sub' },
  { line: 'directCosts', figureId: 'direct-costs', isCost: true, kind: 'row' },
  { line: 'contribution', figureId: 'contribution', isCost: false, kind: 'sub' },
  { line: 'overhead', figureId: 'overhead', isCost: true, kind: 'row' },
  { line: 'netProfit', figureId: 'net-profit', isCost: false, kind: 'sum' },
];

/** The figure as the table shows it: a cost below zero. */
export function signed(figure: FigureDto, isCost: boolean): FigureDto {
  if (!isCost || figure.value === null || figure.value === 0) return figure;
  return { ...figure, value: -figure.value };
}

interface StepSpec {
  readonly line: MoneyLine;
  readonly figureId: FigureId;
  readonly kind: WaterfallStep['kind'];
  readonly isCost?: true;
  readonly share?: 'agi-of-revenue' | 'deliveryMarginPpm' | 'contributionPpm' | 'netMarginPpm';
}

const STEPS: readonly StepSpec[] = [
  { line: 'grossBillings', figureId: 'gross-billings', kind: 'level' },
  { line: 'wipChange', figureId: 'wip-change', kind: 'step' },
  { line: 'rebate', figureId: 'rebate', kind: 'step' },
  { line: 'recognised', figureId: 'recognised', kind: 'level' },
  { line: 'passThrough', figureId: 'pass-through', kind: 'step', isCost: true },
  { line: 'agi', figureId: 'agi', kind: 'level', share: 'agi-of-revenue' },
  { line: 'deliveryCost', figureId: 'delivery-cost', kind: 'step', isCost: true },
  {
    line: 'deliveryMargin',
    figureId: 'delivery-margin',
    kind: 'level',
    share: 'deliveryMarginPpm',
  },
  { line: 'directCosts', figureId: 'direct-costs', kind: 'step', isCost: true },
  { line: 'contribution', figureId: 'contribution', kind: 'level', share: 'contributionPpm' },
  { line: 'overhead', figureId: 'overhead', kind: 'step', isCost: true },
  { line: 'netProfit', figureId: 'net-profit', kind: 'level', share: 'netMarginPpm' },
];

/** The figure behind a column of the waterfall. */
export function figureOfStep(id: string): FigureId | null {
  return STEPS.find((step) => step.figureId === id)?.figureId ?? null;
}

interface StepWords {
  /** Two lines under a column. */
  readonly label: (figureId: FigureId) => readonly [string, string];
  readonly ofRevenue: (ppm: number) => string;
  readonly ofAgi: (ppm: number) => string;
  readonly reason: (figure: FigureDto) => string | null;
}

/** From billings to net profit as the steps of a waterfall. */
export function waterfallSteps(profit: ProfitLine, words: StepWords): readonly WaterfallStep[] {
  return STEPS.map((spec) => {
    const figure = signed(profit[spec.line], spec.isCost === true);
    return {
      id: spec.figureId,
      kind: spec.kind,
      value: figure.value,
      label: words.label(spec.figureId),
      note: noteOf(profit, spec, words),
      reason: words.reason(figure),
    };
  });
}

function noteOf(profit: ProfitLine, spec: StepSpec, words: StepWords): string | null {
  if (spec.share === undefined) return null;
  if (spec.share !== 'agi-of-revenue') {
    const share = profit[spec.share].value;
    return share === null ? null : words.ofAgi(share);
  }
  const { recognised, agi } = profit;
  if (agi.value === null || recognised.value === null || recognised.value === 0) return null;
  return words.ofRevenue((agi.value / recognised.value) * 1_000_000);
}
