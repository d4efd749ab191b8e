import { z } from 'zod';
import { command, query } from './channel';
import { requisitesSchema, requisiteWarningSchema } from './clients.contract';
import {
  currencySchema,
  dateSchema,
  doneSchema,
  emptySchema,
  idSchema,
  languageSchema,
  lineSchema,
  minorSchema,
  ppmSchema,
  revisionSchema,
  secondsSchema,
} from './primitives';

const identified = { id: idSchema, revision: revisionSchema };

export const agencyCardSchema = requisitesSchema.extend({
  name: lineSchema.min(1),
  city: lineSchema,
  country: z.enum(['RU', 'LV']),
  language: languageSchema,
  baseCurrency: currencySchema,
  signatoryName: lineSchema,
  signatoryBasis: lineSchema,
  userId: idSchema.nullable(),
  userRole: z.enum(['manager', 'lead']),
  marginTargetPpm: ppmSchema,
  monthlyChurnPpm: ppmSchema.nullable(),
  acquisitionCostMinor: minorSchema.nullable(),
});

export const datedRateSchema = z.object({
  kind: z.enum(['vat', 'payroll-tax', 'upsell-bonus', 'ad-levy']),
  country: z.string().min(2).max(5),
  validFrom: dateSchema,
  validTo: dateSchema.nullable(),
  ratePpm: ppmSchema.min(0).max(1_000_000),
});

export const accountingRateSchema = z.object({
  currency: currencySchema,
  validFrom: dateSchema,
  rateMicro: z.number().int().min(1),
});

export const overheadSchema = z.object({
  fromOn: dateSchema,
  toOn: dateSchema,
  facilityCostMinor: minorSchema,
  totalSeconds: secondsSchema.nullable(),
  internalSeconds: secondsSchema.nullable(),
  internalHourCostMinor: minorSchema.nullable(),
  clientSeconds: secondsSchema.nullable(),
});

export const settingsContract = {
  'settings/show': query(
    emptySchema,
    z.object({
      agency: agencyCardSchema.extend({
        revision: revisionSchema,
        hasLogo: z.boolean(),
        logoDataUri: z.string().nullable(),
      }),
      warnings: z.array(requisiteWarningSchema),
      rates: z.array(datedRateSchema.extend(identified)),
      accountingRates: z.array(accountingRateSchema.extend(identified)),
      overhead: z.array(overheadSchema.extend(identified)),
    }),
  ),
  'settings/amend-agency': command(
    z
      .object({
        revision: revisionSchema,
        patch: agencyCardSchema.partial().strict(),
      })
      .strict(),
    doneSchema,
  ),
  /** Asks for a PNG or JPEG; null where the dialog was closed. */
  'settings/choose-logo': command(emptySchema, z.object({ logoDataUri: z.string().nullable() })),
  'settings/remove-logo': command(emptySchema, doneSchema),
  'settings/set-rate': command(datedRateSchema.strict(), doneSchema),
  'settings/set-accounting-rate': command(accountingRateSchema.strict(), doneSchema),
  'settings/set-overhead': command(overheadSchema.strict(), doneSchema),
};

export type AgencyCard = z.infer<typeof agencyCardSchema>;
export type DatedRate = z.infer<typeof datedRateSchema>;
