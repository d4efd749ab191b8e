import { z } from 'zod';
import { isPlainDate } from './dates';

const decimalSchema = z.string().regex(/^-?\d+(\.\d+)?$/);
const positiveDecimalSchema = z.string().regex(/^\d+(\.\d+)?$/);
const dateSchema = z.string().refine(isPlainDate);
const countSchema = z.number().int().min(0);
const hoursByPersonSchema = z.record(z.string(), positiveDecimalSchema);

/**
 * The file of a worked case: one client's period as decimal strings. Money is in major units of
 * `currency`, `…Pct` in percent, hours in decimal hours. `expected` is what the figures should be.
 */
export const metricsCaseSchema = z.object({
  case: z.string(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  period: z.object({ from: dateSchema, to: dateSchema }),
  asOf: dateSchema,
  vatPct: positiveDecimalSchema,
  payrollTaxPct: positiveDecimalSchema,
  availableHoursPerMonth: positiveDecimalSchema,
  people: z.array(
    z.object({
      code: z.string().min(1),
      role: z.string(),
      monthlyPay: decimalSchema,
      monthlyBenefits: decimalSchema,
      billRate: decimalSchema,
      billableHoursAllClients: positiveDecimalSchema,
    }),
  ),
  overhead: z.object({
    facilityCost: decimalSchema,
    totalHours: positiveDecimalSchema,
    internalHours: positiveDecimalSchema,
    internalCostRate: decimalSchema,
    clientHours: positiveDecimalSchema,
  }),
  client: z.object({ name: z.string(), creditLimit: decimalSchema }),
  retainer: z.object({
    listFee: decimalSchema,
    discountPct: decimalSchema,
    includedHours: positiveDecimalSchema,
    rolloverHours: positiveDecimalSchema,
  }),
  project: z.object({
    name: z.string(),
    fee: decimalSchema,
    percentComplete: positiveDecimalSchema,
    invoiced: decimalSchema,
    planHours: hoursByPersonSchema,
    remainingHours: hoursByPersonSchema,
  }),
  timeEntries: z.array(
    z.object({
      person: z.string(),
      kind: z.enum(['retainer', 'project', 'rework', 'internal']),
      hours: positiveDecimalSchema,
    }),
  ),
  agencyCommission: z.object({
    pct: positiveDecimalSchema,
    basis: z.enum(['on-top', 'inside']),
  }),
  media: z.array(
    z.object({
      channel: z.string().min(1),
      plan: decimalSchema,
      actual: decimalSchema,
      rebatePct: decimalSchema,
      impressions: z.string().regex(/^\d+$/),
      clicks: z.string().regex(/^\d+$/),
      leads: z.string().regex(/^\d+$/),
      orders: z.string().regex(/^\d+$/),
      revenue: decimalSchema,
    }),
  ),
  production: z.object({ cost: decimalSchema, markupPct: decimalSchema }),
  upsellBonusPct: decimalSchema,
  otherDirectCosts: decimalSchema,
  midPeriod: z.object({ date: dateSchema, spend: decimalSchema }),
  topDownBudget: decimalSchema,
  adLevyPct: decimalSchema,
  invoices: z.array(
    z.object({
      number: z.string(),
      issued: dateSchema,
      due: dateSchema,
      amount: z.union([z.literal('period-bill'), decimalSchema]),
      paid: decimalSchema,
    }),
  ),
  otherClientsAgi: z.array(decimalSchema),
  nps: z.object({ promoters: countSchema, passives: countSchema, detractors: countSchema }),
  monthlyChurnPct: positiveDecimalSchema,
  cac: decimalSchema,
  expected: z.record(z.string(), z.string().nullable()).optional(),
});

export type MetricsCaseFile = z.infer<typeof metricsCaseSchema>;
