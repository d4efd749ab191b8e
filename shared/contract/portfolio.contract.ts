import { z } from 'zod';
import { query } from './channel';
import {
  currencySchema,
  dateSchema,
  figureSchema,
  idSchema,
  minorSchema,
  monthSchema,
  periodSchema,
  phraseSchema,
  ppmSchema,
  secondsSchema,
} from './primitives';

/** How a client is named on every screen. */
export const clientNameSchema = z.object({
  id: idSchema,
  name: z.string(),
  descriptor: z.string(),
  mark: z.string(),
  hue: z.number().int(),
  tier: z.enum(['A', 'B', 'C']),
  currency: currencySchema,
});

/** Retainer hours of the month that today lies in. */
export const retainerHoursSchema = z.object({
  usedSeconds: secondsSchema,
  availableSeconds: secondsSchema,
  burnPpm: ppmSchema.nullable(),
});

const portfolioClientSchema = clientNameSchema.extend({
  /** Money of the period in the base currency; the client's own currency stands in `ownAgi`. */
  agi: figureSchema,
  ownAgi: figureSchema,
  deliveryMargin: figureSchema,
  deliveryMarginPpm: figureSchema,
  contribution: figureSchema,
  /** Delivery margin, ppm of AGI, of the last 12 months up to the period's end; null where unknown. */
  marginTrendPpm: z.array(z.number().nullable()),
  retainer: retainerHoursSchema.nullable(),
  receivables: figureSchema,
  overdue: figureSchema,
  oldestDaysOverdue: z.number().int(),
  aboveLimit: figureSchema,
  nextDeadline: z
    .object({
      id: idSchema,
      dueOn: dateSchema,
      title: z.string(),
      kind: z.string(),
    })
    .nullable(),
  silentDays: z.number().int().nullable(),
  lastContactOn: dateSchema.nullable(),
  nps: z
    .object({
      score: z.number().int(),
      previous: z.number().int().nullable(),
      answeredOn: dateSchema,
    })
    .nullable(),
  contractEndsOn: dateSchema.nullable(),
  isKey: z.boolean(),
  isAtRisk: z.boolean(),
});

const riskSchema = z.object({
  clientId: idSchema,
  /** Debt overdue, with VAT, base currency. */
  overdue: figureSchema,
  /** Loss of the period, net of VAT, base currency, as a positive amount; 0 where there is none. */
  loss: figureSchema,
  reasons: z.array(phraseSchema),
});

export const portfolioSchema = z.object({
  period: periodSchema,
  periodState: z.enum(['closed', 'open']),
  asOf: dateSchema,
  baseCurrency: currencySchema,
  marginTargetPpm: ppmSchema,
  clients: z.array(portfolioClientSchema),
  totals: z.object({
    agi: figureSchema,
    deliveryMargin: figureSchema,
    deliveryMarginPpm: figureSchema,
    contribution: figureSchema,
    retainer: retainerHoursSchema,
    receivables: figureSchema,
    overdue: figureSchema,
    nps: figureSchema,
  }),
  /** Base-currency AGI of 13 months ending with the month of `asOf`; the last may be incomplete: `forecastMinor` is then its month-end estimate. */
  agiByMonth: z.array(
    z.object({
      month: monthSchema,
      agi: figureSchema,
      forecastMinor: minorSchema.nullable(),
    }),
  ),
  /** Open deadlines of the 14 days from the Monday of `asOf`. */
  deadlines: z.array(
    z.object({
      id: idSchema,
      clientId: idSchema,
      dueOn: dateSchema,
      title: z.string(),
      kind: z.string(),
    }),
  ),
  risks: z.array(riskSchema),
  riskTotals: z.object({
    overdue: figureSchema,
    loss: figureSchema,
    clients: z.number().int(),
  }),
  rates: z.array(
    z.object({
      currency: currencySchema,
      rateMicro: z.number().int(),
      validFrom: dateSchema,
    }),
  ),
  managers: z.array(z.object({ id: idSchema, name: z.string() })),
});

/** What can be explained. Ids are those of the profitability and receivables figures. */
export const explainableSchema = z.enum([
  'gross-billings',
  'wip-change',
  'rebate',
  'recognised',
  'pass-through',
  'agi',
  'delivery-cost',
  'delivery-margin',
  'delivery-margin-pct',
  'direct-costs',
  'contribution',
  'contribution-pct',
  'overhead',
  'net-profit',
  'net-margin-pct',
  'client-hours',
  'retainer-burn',
  'receivables',
  'overdue',
  'credit-limit-used',
  'above-limit',
  'nps',
  'silent-days',
  'average-billable-rate',
  'write-off',
  'realization',
  'loss',
]);

export const explainScopeSchema = z.discriminatedUnion('kind', [
  z
    .object({
      kind: z.literal('client'),
      clientId: idSchema,
      period: periodSchema,
    })
    .strict(),
  z
    .object({
      kind: z.literal('project'),
      clientId: idSchema,
      projectId: idSchema,
      period: periodSchema,
    })
    .strict(),
  z
    .object({
      kind: z.literal('portfolio'),
      managerId: idSchema.nullable(),
      period: periodSchema,
    })
    .strict(),
]);

export const unitSchema = z.enum(['money', 'ppm', 'seconds', 'days', 'score', 'money-per-hour']);

export const explanationSchema = z.object({
  figureId: explainableSchema,
  scope: explainScopeSchema,
  unit: unitSchema,
  currency: currencySchema.nullable(),
  figure: figureSchema,
  /** The formula in words with its inputs: `key` names the message; each input stands by its name in it. */
  formula: phraseSchema,
  inputs: z.array(
    z.object({
      label: phraseSchema,
      unit: unitSchema,
      figure: figureSchema,
      explains: explainableSchema.nullable(),
    }),
  ),
  /** Rows that add up to the figure where `rowsAddUp`; for ratios the rows of its numerator. */
  rows: z.array(
    z.object({
      label: phraseSchema,
      source: phraseSchema.nullable(),
      link: z.string().nullable(),
      unit: unitSchema,
      value: z.number().nullable(),
      /** Rows below this one, such as the time entries behind a person's hours. */
      count: z.number().int(),
    }),
  ),
  rowsTotal: z.object({
    label: phraseSchema,
    unit: unitSchema,
    value: z.number().nullable(),
  }),
  notes: z.array(phraseSchema),
});

export const portfolioContract = {
  'portfolio/show': query(
    z.object({ period: periodSchema, managerId: idSchema.nullable() }).strict(),
    portfolioSchema,
  ),
  'figures/explain': query(
    z.object({ figureId: explainableSchema, scope: explainScopeSchema }).strict(),
    explanationSchema,
  ),
  /** Writes the explanation as a spreadsheet with live formulas; null where the user closed the dialog. */
  'figures/export-explanation': query(
    z.object({ figureId: explainableSchema, scope: explainScopeSchema }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
  'reports/export': query(
    z
      .object({
        name: z.enum(['profitability', 'receivables']),
        period: periodSchema,
        clientId: idSchema.nullable(),
        format: z.enum(['pdf', 'xlsx', 'csv']),
      })
      .strict(),
    z.object({ path: z.string().nullable() }),
  ),
};

export type Portfolio = z.infer<typeof portfolioSchema>;
export type PortfolioClient = z.infer<typeof portfolioClientSchema>;
export type Risk = z.infer<typeof riskSchema>;
export type FigureId = z.infer<typeof explainableSchema>;
export type ExplainScope = z.infer<typeof explainScopeSchema>;
export type Explanation = z.infer<typeof explanationSchema>;
export type Unit = z.infer<typeof unitSchema>;
