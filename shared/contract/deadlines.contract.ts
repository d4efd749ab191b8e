import { z } from 'zod';
import { command, query } from './channel';
import {
  currencySchema,
  dateSchema,
  emptySchema,
  idSchema,
  minorSchema,
  phraseSchema,
} from './primitives';

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
  'brief-answer',
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

const minuteSchema = z.number().int().min(0).max(1439);

export const reminderSettingsSchema = z
  .object({
    isOn: z.boolean(),
    leadDays: z.number().int().min(0).max(30),
    /** Minutes of the day by the computer's clock; both equal: never quiet. */
    quietFromMinute: minuteSchema,
    quietToMinute: minuteSchema,
    digestMinute: minuteSchema.nullable(),
  })
  .strict();

const reminderIdSchema = z.object({
  itemKey: z.string().min(1).max(200),
  onDate: dateSchema,
  kind: z.enum(['asked', 'ahead']),
});

const reminderSchema = reminderIdSchema.extend({
  remindAt: z.number().int(),
  /** Whether its time has come. */
  isShown: z.boolean(),
  item: datedItemSchema,
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
  /** Reminders that wait, those shown and not yet seen, how they come, and where the calendar file is kept. */
  'reminders/list': query(
    emptySchema,
    z.object({
      reminders: z.array(reminderSchema),
      settings: reminderSettingsSchema,
      feedPath: z.string().nullable(),
    }),
  ),
  /** Reminds of a thing at an instant, once. */
  'reminders/ask': command(
    z
      .object({ itemKey: z.string().min(1).max(200), onDate: dateSchema, at: z.number().int() })
      .strict(),
    z.object({}),
  ),
  'reminders/dismiss': command(reminderIdSchema.strict(), z.object({})),
  'reminders/set': command(reminderSettingsSchema, z.object({})),
  /** Asks where the calendar file should be and keeps it up to date there; null where the dialog was closed. */
  'calendar-feed/keep': command(emptySchema, z.object({ path: z.string().nullable() })),
  'calendar-feed/stop': command(emptySchema, z.object({})),
};

export type DatedItem = z.infer<typeof datedItemSchema>;
export type Reminder = z.infer<typeof reminderSchema>;
export type DatedKind = DatedItem['kind'];
