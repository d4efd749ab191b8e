import { z } from 'zod';
import { query } from './channel';
import { currencySchema, dateSchema, idSchema, minorSchema, phraseSchema } from './primitives';

/** Everything that has a date. Later areas add their own. */
export const datedKinds = [
  'deadline',
  'task-due',
  'task-deadline',
  'invoice',
  'contract-renewal',
  'contract-end',
  'retainer-end',
  'flight-start',
  'flight-end',
  'brief',
  'contact',
  'absence',
] as const;

export const datedItemSchema = z.object({
  /** `<kind>:<id of the record>`: the same for as long as the record lives. */
  key: z.string(),
  kind: z.enum(datedKinds),
  /** Id of the record it comes from. */
  sourceId: idSchema,
  on: dateSchema,
  title: phraseSchema,
  client: z
    .object({ id: idSchema, name: z.string(), mark: z.string(), hue: z.number().int() })
    .nullable(),
  owner: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** Money that hangs on the date, without VAT; null where none does. */
  stake: z.object({ minor: minorSchema, currency: currencySchema }).nullable(),
  /** Path of the screen where it is dealt with. */
  link: z.string(),
  /** Where the list itself can mark it as done. */
  canComplete: z.boolean(),
});

export const deadlinesContract = {
  /** Open things of the days from `from` to `to`, inclusive, with those overdue before it where asked. */
  'deadlines/list': query(
    z.object({ from: dateSchema, to: dateSchema, withOverdue: z.boolean() }).strict(),
    z.object({
      items: z.array(datedItemSchema),
      people: z.array(z.object({ id: idSchema, name: z.string() })),
    }),
  ),
};

export type DatedItem = z.infer<typeof datedItemSchema>;
export type DatedKind = DatedItem['kind'];
