import { AppError } from '../../../shared/contract/app-error';
import type { FigureId } from '../../../shared/contract/portfolio.contract';
import { minus, type Quantity } from '../../../shared/domain/figure';
import type { FigureLine } from '../../../shared/domain/profitability-lines';
import {
  type ProfitabilityPart,
  splitProfitability,
  sumOfShown,
} from '../../../shared/domain/profitability-parts';
import { figureOf, ratioOfFigures } from '../profit-line';
import { quantityFigure } from '../receivables-facts';
import { type Draft, figureInput, say } from './draft';
import type { ProfitSource } from './explain-profit';
import { rowsOfHours, rowsOfLines, type SignedLine } from './line-rows';

const NOTHING_SOLD: ProfitabilityPart = {
  id: '',
  kind: 'other',
  label: '',
  recognised: [],
  agi: [],
  deliveryCost: [],
};

function signed(lines: readonly FigureLine[], sign: 1 | -1): SignedLine[] {
  return lines.map((line) => ({ line, sign }));
}

/**
 * A figure of one project, or of a client's media or other work, from the client's own lines. Throws
 * `figure-not-of-project` for figures that only a whole client has.
 */
export function explainProject(source: ProfitSource, projectId: string, id: FigureId): Draft {
  const part =
    splitProfitability(source.periods).find((each) => each.id === projectId) ?? NOTHING_SOLD;
  const agi = sumOfShown(part.agi);
  const cost = sumOfShown(part.deliveryCost);
  const amount = (name: FigureId, value: Quantity, lines: readonly SignedLine[]): Draft => {
    const figure = quantityFigure(value, 1);
    return {
      unit: 'money',
      currency: source.currency,
      figure,
      formula: say(`formula.${name}`),
      inputs: [],
      rows: rowsOfLines(lines, source.clientId, source.currency),
      rowsTotal: { label: say(`name.${name}`), unit: 'money', value: figure.value },
      notes: [],
    };
  };
  const margin = (): Draft => ({
    ...amount('delivery-margin', minus(agi, cost), [
      ...signed(part.agi, 1),
      ...signed(part.deliveryCost, -1),
    ]),
    inputs: [
      figureInput('agi', 'money', quantityFigure(agi, 1)),
      figureInput('delivery-cost', 'money', quantityFigure(cost, 1)),
    ],
  });
  switch (id) {
    case 'recognised':
      return amount(id, sumOfShown(part.recognised), signed(part.recognised, 1));
    case 'agi':
      return amount(id, agi, signed(part.agi, 1));
    case 'delivery-cost':
      return amount(id, cost, signed(part.deliveryCost, 1));
    case 'delivery-margin':
      return margin();
    case 'delivery-margin-pct': {
      const whole = quantityFigure(agi, 1);
      const base = margin();
      return {
        ...base,
        unit: 'ppm',
        figure: ratioOfFigures(base.figure, whole),
        formula: say(`formula.${id}`),
        inputs: [
          figureInput('delivery-margin', 'money', base.figure),
          figureInput('agi', 'money', whole),
        ],
      };
    }
    case 'client-hours': {
      const rows = rowsOfHours(part.deliveryCost, source.clientId);
      const value = rows.reduce((sum, row) => sum + (row.value ?? 0), 0);
      return {
        unit: 'seconds',
        currency: source.currency,
        figure: figureOf(value),
        formula: say(`formula.${id}`),
        inputs: [],
        rows,
        rowsTotal: { label: say(`name.${id}`), unit: 'seconds', value },
        notes: [],
      };
    }
    default:
      throw new AppError('figure-not-of-project', { figure: id });
  }
}
