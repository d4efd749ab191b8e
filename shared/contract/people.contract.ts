import { z } from 'zod';
import { command, query } from './channel';
import {
  currencySchema,
  dateSchema,
  doneSchema,
  emptySchema,
  figureSchema,
  idSchema,
  lineSchema,
  minorSchema,
  revisionSchema,
  secondsSchema,
} from './primitives';

const identified = { id: idSchema, revision: revisionSchema };

export const personSchema = z.object({
  name: lineSchema.min(1),
  code: lineSchema.min(1),
  role: lineSchema,
  managesClients: z.boolean(),
  activeFrom: dateSchema.nullable(),
  activeTo: dateSchema.nullable(),
});

export const payRateSchema = z.object({
  validFrom: dateSchema,
  validTo: dateSchema.nullable(),
  monthlyPayMinor: minorSchema.min(0),
  monthlyBenefitsMinor: minorSchema.min(0),
  availableSeconds: secondsSchema.min(1),
});

export const billRateSchema = z.object({
  validFrom: dateSchema,
  validTo: dateSchema.nullable(),
  hourPriceMinor: minorSchema.min(0),
  currency: currencySchema,
});

export const personRowSchema = personSchema.extend({
  ...identified,
  /** Loaded cost and price of an hour today, minor units per hour. */
  costPerHour: figureSchema,
  pricePerHour: figureSchema,
  nextRateFrom: dateSchema.nullable(),
  payRates: z.array(payRateSchema.extend(identified)),
  billRates: z.array(billRateSchema.extend(identified)),
  /** Hours logged without a pay rate. */
  uncostedSeconds: secondsSchema,
});

export const peopleContract = {
  'people/list': query(
    emptySchema,
    z.object({
      people: z.array(personRowSchema),
      baseCurrency: currencySchema,
    }),
  ),
  'people/add': command(personSchema.strict(), doneSchema),
  'people/amend': command(
    z.object({ ...identified, patch: personSchema.partial().strict() }).strict(),
    doneSchema,
  ),
  /** A new rate ends the one before on the day before `validFrom`; the past keeps its rate. */
  'people/set-pay-rate': command(payRateSchema.extend({ personId: idSchema }).strict(), doneSchema),
  'people/set-bill-rate': command(
    billRateSchema.extend({ personId: idSchema }).strict(),
    doneSchema,
  ),
};

export type Person = z.infer<typeof personRowSchema>;
