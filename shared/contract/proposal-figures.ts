import { z } from 'zod';
import {
  currencySchema,
  dateSchema,
  figureSchema,
  idSchema,
  minorSchema,
  missingSchema,
} from './primitives';

const effortSchema = z.object({
  plannedSeconds: z.number().int(),
  actualSeconds: z.number().int(),
  /** (actual − planned) / planned; null where nothing was planned. */
  hoursVariancePpm: figureSchema,
  plannedCost: figureSchema,
  actualCost: figureSchema,
  costVariancePpm: figureSchema,
});

/** What was estimated against what the project took; costs in the proposal's currency at the rate of its prices. */
export const accuracySchema = z.object({
  isFinished: z.boolean(),
  roles: z.array(effortSchema.extend({ role: z.string() })),
  /** What vendors of production cost; null where nothing was estimated or booked. */
  production: effortSchema
    .pick({ plannedCost: true, actualCost: true, costVariancePpm: true })
    .nullable(),
  total: effortSchema,
});

/** Estimates of finished projects, added up before they are divided; null where nothing is finished. */
export const weightedAccuracySchema = z.object({
  finishedCount: z.number().int(),
  hoursVariancePpm: figureSchema,
  costVariancePpm: figureSchema,
});

/** A price of the list in the proposal's currency. */
export const priceSchema = z.object({
  itemId: idSchema,
  kind: z.enum(['role', 'service']),
  title: z.string(),
  role: z.string(),
  unit: z.string(),
  hoursSeconds: z.number().int(),
  /** Null where it cannot be converted. */
  priceMinor: minorSchema.nullable(),
  /** Where the list has no price in that currency: what it is made from, at which accounting rate. */
  converted: z
    .object({
      fromMinor: minorSchema,
      fromCurrency: currencySchema,
      /** One unit of `rateOf` is worth so many of `rateIn`, an exact decimal. */
      rate: z.string(),
      rateOf: currencySchema,
      rateIn: currencySchema,
      rateOn: dateSchema,
    })
    .nullable(),
  missing: z.array(missingSchema),
});

export type ProposalAccuracy = z.infer<typeof accuracySchema>;
export type WeightedAccuracy = z.infer<typeof weightedAccuracySchema>;
export type ProposalPrice = z.infer<typeof priceSchema>;
