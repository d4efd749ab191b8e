import { z } from 'zod';
import { query } from './channel';
import { datedItemSchema } from './deadlines.contract';
import {
  currencySchema,
  dateSchema,
  emptySchema,
  figureSchema,
  idSchema,
  periodSchema,
  phraseSchema,
  ppmSchema,
} from './primitives';

/** What the brief is made of. Later areas add theirs. */
export const mondaySections = [
  'debt',
  'contract',
  'retainer',
  'media',
  'silence',
  'overdue-dates',
  'overload',
] as const;

const clientSchema = z.object({
  id: idSchema,
  name: z.string(),
  mark: z.string(),
  hue: z.number().int(),
});

export const mondayItemSchema = z.object({
  /** The same for as long as the matter lasts. */
  key: z.string(),
  section: z.enum(mondaySections),
  client: clientSchema.nullable(),
  what: phraseSchema,
  details: z.array(phraseSchema),
  /** Owed with VAT, base currency; null where the matter is no debt. */
  debt: figureSchema.nullable(),
  /** Income that may be lost, net of VAT, base currency; null where none is. */
  income: figureSchema.nullable(),
  /** The one basis that ranks: the debt without its VAT, or the income. Null: no money of its own. */
  atRisk: figureSchema.nullable(),
  due: dateSchema.nullable(),
  /** Screen that the item leads to. */
  link: z.string(),
});

export const mondayBriefSchema = z.object({
  week: periodSchema,
  asOf: dateSchema,
  baseCurrency: currencySchema,
  items: z.array(mondayItemSchema),
  totals: z.object({
    debt: figureSchema,
    income: figureSchema,
    atRisk: figureSchema,
    /** Part of the three first items; null where nothing is at risk. */
    firstThreePpm: ppmSchema.nullable(),
    clients: z.number().int(),
  }),
  /** Open things of the week, by day. */
  dates: z.array(datedItemSchema),
  /** Clients not heard of for as long as their norm or longer, the longest silence first. */
  calls: z.array(
    z.object({
      client: clientSchema,
      contact: z.object({ name: z.string(), position: z.string() }).nullable(),
      silentDays: z.number().int(),
      normDays: z.number().int(),
    }),
  ),
  /** Contracts that end within 120 days, or have ended, the nearest first. */
  contracts: z.array(
    z.object({ client: clientSchema, endsOn: dateSchema, days: z.number().int() }),
  ),
});

export const mondayContract = {
  'monday/show': query(emptySchema, mondayBriefSchema),
  /** As PDF where the user says; null where the dialog was closed. */
  'monday/export': query(emptySchema, z.object({ path: z.string().nullable() })),
};

export type MondayItem = z.infer<typeof mondayItemSchema>;
export type MondayBrief = z.infer<typeof mondayBriefSchema>;
