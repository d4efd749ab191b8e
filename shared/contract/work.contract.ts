import { z } from 'zod';
import { command, query } from './channel';
import {
  dateSchema,
  doneSchema,
  figureSchema,
  idSchema,
  lineSchema,
  minorSchema,
  ppmSchema,
  revisionSchema,
  secondsSchema,
} from './primitives';

const identified = { id: idSchema, revision: revisionSchema };

export const retainerTermsSchema = z.object({
  validFrom: dateSchema,
  validTo: dateSchema.nullable(),
  listFeeMinor: minorSchema,
  discountPpm: ppmSchema,
  includedSeconds: secondsSchema,
  rollover: z.enum(['none', 'stated', 'previous-month']),
  rolloverSeconds: secondsSchema,
});

export const projectHoursSchema = z.object({
  personId: idSchema,
  plannedSeconds: secondsSchema,
  remainingSeconds: secondsSchema,
});

export const projectSchema = z.object({
  ...identified,
  clientId: idSchema,
  kind: z.enum(['retainer', 'fixed-fee']),
  name: z.string(),
  status: z.enum(['active', 'closed']),
  startsOn: dateSchema,
  endsOn: dateSchema.nullable(),
  feeMinor: minorSchema.nullable(),
  terms: z.array(retainerTermsSchema.extend(identified)),
  completePpm: ppmSchema.nullable(),
  completeJudgedOn: dateSchema.nullable(),
  hours: z.array(projectHoursSchema.extend({ personName: z.string() })),
  billings: z.array(z.object({ ...identified, billedOn: dateSchema, amountMinor: minorSchema })),
  /** Control figures of a fixed-fee project (METRICS.md): client's currency. */
  control: z
    .object({
      bac: figureSchema,
      ac: figureSchema,
      ev: figureSchema,
      cpi: figureSchema,
      eacBottomUp: figureSchema,
      eacBudgetRate: figureSchema,
      eacCpi: figureSchema,
      vac: figureSchema,
      hoursBurnPpm: figureSchema,
      burnIndex: figureSchema,
      forecastMarginPpm: figureSchema,
      wip: figureSchema,
    })
    .nullable(),
});

export const timeEntrySchema = z.object({
  personId: idSchema,
  clientId: idSchema.nullable(),
  projectId: idSchema.nullable(),
  workedOn: dateSchema,
  kind: z.enum(['retainer', 'project', 'rework', 'internal']),
  durationSeconds: secondsSchema.min(1).max(86_400),
  note: lineSchema,
});

export const mediaSpendSchema = z.object({
  channel: lineSchema.min(1),
  fromOn: dateSchema,
  toOn: dateSchema,
  planMinor: minorSchema.nullable(),
  actualMinor: minorSchema.nullable(),
  rebatePpm: ppmSchema,
  impressions: z.number().int().min(0).nullable(),
  clicks: z.number().int().min(0).nullable(),
  leads: z.number().int().min(0).nullable(),
  orders: z.number().int().min(0).nullable(),
  revenueMinor: minorSchema.nullable(),
});

export const mediaRowSchema = mediaSpendSchema.extend({
  ...identified,
  cpc: figureSchema,
  cpl: figureSchema,
  drrPpm: figureSchema,
  pacePpm: figureSchema,
});

export const commissionTermsSchema = z.object({
  validFrom: dateSchema,
  validTo: dateSchema.nullable(),
  ratePpm: ppmSchema,
  basis: z.enum(['on-top', 'inside']),
});

export const productionCostSchema = z.object({
  incurredOn: dateSchema,
  title: lineSchema.min(1),
  vendor: lineSchema,
  projectId: idSchema.nullable(),
  costMinor: minorSchema,
  markupPpm: ppmSchema,
});
export const directCostSchema = z.object({
  incurredOn: dateSchema,
  title: lineSchema.min(1),
  amountMinor: minorSchema,
});

export const workContract = {
  'projects/list': query(
    z.object({ clientId: idSchema }).strict(),
    z.object({ projects: z.array(projectSchema) }),
  ),
  'projects/add': command(
    z
      .object({
        clientId: idSchema,
        kind: z.enum(['retainer', 'fixed-fee']),
        name: lineSchema.min(1),
        startsOn: dateSchema,
        endsOn: dateSchema.nullable(),
        feeMinor: minorSchema.nullable(),
        terms: retainerTermsSchema.nullable(),
      })
      .strict(),
    doneSchema,
  ),
  'projects/amend': command(
    z
      .object({
        ...identified,
        patch: z
          .object({
            name: lineSchema.min(1),
            status: z.enum(['active', 'closed']),
            startsOn: dateSchema,
            endsOn: dateSchema.nullable(),
            feeMinor: minorSchema.nullable(),
          })
          .partial()
          .strict(),
      })
      .strict(),
    doneSchema,
  ),
  /** New terms end the ones before on the day before `validFrom`; earlier months keep theirs. */
  'projects/set-terms': command(
    retainerTermsSchema.extend({ projectId: idSchema }).strict(),
    doneSchema,
  ),
  'projects/judge-progress': command(
    z
      .object({
        projectId: idSchema,
        judgedOn: dateSchema,
        completePpm: ppmSchema.min(0).max(1_000_000),
      })
      .strict(),
    doneSchema,
  ),
  'projects/plan-hours': command(
    projectHoursSchema.extend({ projectId: idSchema }).strict(),
    doneSchema,
  ),
  'projects/record-billing': command(
    z
      .object({
        projectId: idSchema,
        billedOn: dateSchema,
        amountMinor: minorSchema,
      })
      .strict(),
    doneSchema,
  ),
  'hours/log': command(timeEntrySchema.strict(), doneSchema),
  'hours/amend': command(
    z.object({ ...identified, patch: timeEntrySchema.partial().strict() }).strict(),
    doneSchema,
  ),
  'hours/remove': command(z.object({ id: idSchema }).strict(), doneSchema),
  'media/list': query(
    z.object({ clientId: idSchema, from: dateSchema, to: dateSchema }).strict(),
    z.object({
      rows: z.array(mediaRowSchema),
      commission: z.array(commissionTermsSchema.extend(identified)),
    }),
  ),
  'media/record': command(mediaSpendSchema.extend({ clientId: idSchema }).strict(), doneSchema),
  'media/amend': command(
    z.object({ ...identified, patch: mediaSpendSchema.partial().strict() }).strict(),
    doneSchema,
  ),
  'media/remove': command(z.object({ id: idSchema }).strict(), doneSchema),
  'media/set-commission': command(
    commissionTermsSchema.extend({ clientId: idSchema }).strict(),
    doneSchema,
  ),
  'costs/list': query(
    z.object({ clientId: idSchema, from: dateSchema, to: dateSchema }).strict(),
    z.object({
      production: z.array(productionCostSchema.extend(identified)),
      direct: z.array(directCostSchema.extend(identified)),
    }),
  ),
  'costs/record-production': command(
    productionCostSchema.extend({ clientId: idSchema }).strict(),
    doneSchema,
  ),
  'costs/record-direct': command(
    directCostSchema.extend({ clientId: idSchema }).strict(),
    doneSchema,
  ),
  'costs/remove': command(
    z.object({ kind: z.enum(['production', 'direct']), id: idSchema }).strict(),
    doneSchema,
  ),
};

export type Project = z.infer<typeof projectSchema>;
export type RetainerTerms = z.infer<typeof retainerTermsSchema>;
export type TimeEntryInput = z.infer<typeof timeEntrySchema>;
export type MediaSpendInput = z.infer<typeof mediaSpendSchema>;
export type MediaRow = z.infer<typeof mediaRowSchema>;
