import { z } from 'zod';
import { command, query } from './channel';
import { importAnswerSchema, timeNameSchema } from './imports.contract';
import {
  dateSchema,
  doneSchema,
  emptySchema,
  idSchema,
  lineSchema,
  missingSchema,
  periodSchema,
  phraseSchema,
  revisionSchema,
  secondsSchema,
} from './primitives';

const identified = { id: idSchema, revision: revisionSchema };
const instantSchema = z.number().int().min(0);
const entryKindSchema = z.enum(['retainer', 'project', 'rework', 'internal']);

/** What time is spent on. Without a kind it follows from the client and the project. */
const targetSchema = z.object({
  clientId: idSchema.nullable(),
  projectId: idSchema.nullable(),
  taskId: idSchema.nullable(),
  kind: entryKindSchema,
});
const targetInput = {
  clientId: idSchema.nullable(),
  projectId: idSchema.nullable(),
  taskId: idSchema.nullable().optional(),
  kind: entryKindSchema.optional(),
};

const namedTargetSchema = targetSchema.extend({
  clientName: z.string().nullable(),
  projectName: z.string().nullable(),
  taskTitle: z.string().nullable(),
});

/** Null: the person who works in this file. */
const whoSchema = idSchema.nullable();

export const timerSchema = namedTargetSchema.extend({
  ...identified,
  personId: idSchema,
  note: z.string(),
  startedAt: instantSchema,
  /** Set where it ran so long that stopping it needs an answer: when it could have ended. */
  question: z
    .object({ lastActivityAt: instantSchema.nullable(), dayEndedAt: instantSchema.nullable() })
    .nullable(),
});

export const timeDaySchema = z.object({
  on: dateSchema,
  /** What the person works on that day, without holidays and absences. */
  availableSeconds: secondsSchema,
  calendarKind: z.enum(['working', 'short', 'weekend', 'holiday', 'day-off']),
  /** Message key of a holiday's name, or the name as it was typed. */
  title: z.string(),
  isAbsent: z.boolean(),
  isLocked: z.boolean(),
  loggedSeconds: secondsSchema,
});

export const timeRowSchema = namedTargetSchema.extend({
  key: z.string(),
  /** One a day; `entries` counts what it is made of. */
  cells: z.array(z.object({ seconds: secondsSchema, entries: z.number().int() })),
  totalSeconds: secondsSchema,
});

export const timeEntryRowSchema = namedTargetSchema.extend({
  ...identified,
  personId: idSchema,
  workedOn: dateSchema,
  seconds: secondsSchema,
  /** After rounding, as it is shown for billing. */
  billedSeconds: secondsSchema,
  note: z.string(),
  startedAt: instantSchema.nullable(),
  endedAt: instantSchema.nullable(),
  isAdjustment: z.boolean(),
  isLocked: z.boolean(),
});

/** A place that a quick entry may mean. */
export const timeChoiceSchema = z.object({
  clientId: idSchema,
  clientName: z.string(),
  projectId: idSchema.nullable(),
  projectName: z.string().nullable(),
});

export const lockedPeriodSchema = z.object({
  ...identified,
  personId: idSchema.nullable(),
  personName: z.string().nullable(),
  fromOn: dateSchema,
  toOn: dateSchema,
  lockedAt: instantSchema,
  note: z.string(),
});

export const timeSettingsSchema = z.object({
  roundingStepSeconds: z.union([z.literal(0), z.literal(360), z.literal(900), z.literal(1800)]),
  roundingMode: z.enum(['up', 'nearest']),
  /** Minutes after midnight. */
  dayEndsAt: z.number().int().min(1).max(1440),
});

export const timeContract = {
  'timer/show': query(
    z.object({ personId: whoSchema }).strict(),
    z.object({ timer: timerSchema.nullable(), personId: idSchema.nullable() }),
  ),
  /** Refused while another one runs. */
  'timer/start': command(
    z.object({ personId: whoSchema, ...targetInput, note: lineSchema }).strict(),
    doneSchema,
  ),
  /** Stops the one that runs and starts this one, as one action. */
  'timer/switch': command(
    z.object({ personId: whoSchema, ...targetInput, note: lineSchema }).strict(),
    doneSchema,
  ),
  /**
   * Writes what was worked. `until` null: now, refused with `timer-asks` where it ran into another day or
   * too long; a moment answers that question, now among them.
   */
  'timer/stop': command(
    z
      .object({ personId: whoSchema, until: instantSchema.nullable(), note: lineSchema.optional() })
      .strict(),
    z.object({ ids: z.array(idSchema), seconds: secondsSchema }),
  ),
  'timer/discard': command(z.object({ personId: whoSchema }).strict(), doneSchema),
  'time/week': query(
    z.object({ personId: whoSchema, on: dateSchema }).strict(),
    z.object({
      personId: idSchema.nullable(),
      from: dateSchema,
      to: dateSchema,
      days: z.array(timeDaySchema),
      rows: z.array(timeRowSchema),
      totalSeconds: secondsSchema,
      /** Of the days up to today: what capacity, holidays and absences leave to be logged. */
      missingSeconds: secondsSchema,
      isCapacityStated: z.boolean(),
    }),
  ),
  /** Makes a cell hold this much; zero empties it. */
  'time/fill-cell': command(
    z
      .object({
        personId: whoSchema,
        ...targetInput,
        on: dateSchema,
        seconds: secondsSchema.max(86_400),
      })
      .strict(),
    z.object({ seconds: secondsSchema }),
  ),
  'time/day': query(
    z.object({ personId: whoSchema, on: dateSchema }).strict(),
    z.object({
      personId: idSchema.nullable(),
      entries: z.array(timeEntryRowSchema),
      day: timeDaySchema,
    }),
  ),
  /** What a typed line means; writes nothing. */
  'time/read-entry': query(
    z.object({ text: lineSchema, on: dateSchema }).strict(),
    z.object({
      seconds: secondsSchema.nullable(),
      on: dateSchema,
      note: z.string(),
      /** Best first; one where it is clear. */
      choices: z.array(timeChoiceSchema),
      isInternal: z.boolean(),
      problem: missingSchema.nullable(),
    }),
  ),
  /** `choice` where the line alone is not clear. */
  'time/quick-entry': command(
    z
      .object({
        personId: whoSchema,
        text: lineSchema.min(1),
        on: dateSchema,
        choice: z
          .object({ clientId: idSchema, projectId: idSchema.nullable() })
          .strict()
          .nullable(),
      })
      .strict(),
    z.object({ id: idSchema, seconds: secondsSchema }),
  ),
  /** A late entry into a locked period, shown as such. */
  'time/adjust': command(
    z
      .object({
        personId: whoSchema,
        ...targetInput,
        on: dateSchema,
        seconds: secondsSchema.min(1).max(86_400),
        note: lineSchema.min(1),
      })
      .strict(),
    doneSchema,
  ),
  'time/locks': query(emptySchema, z.object({ locks: z.array(lockedPeriodSchema) })),
  'time/lock-period': command(
    z
      .object({
        personId: idSchema.nullable(),
        fromOn: dateSchema,
        toOn: dateSchema,
        note: lineSchema,
      })
      .strict(),
    doneSchema,
  ),
  'time/unlock-period': command(z.object({ id: idSchema }).strict(), doneSchema),
  /** Hours that are still to be logged by person and week. */
  'time/missing': query(
    periodSchema,
    z.object({
      weeks: z.array(dateSchema),
      people: z.array(
        z.object({
          personId: idSchema,
          name: z.string(),
          isCapacityStated: z.boolean(),
          weeks: z.array(
            z.object({
              expectedSeconds: secondsSchema,
              loggedSeconds: secondsSchema,
              missingSeconds: secondsSchema,
            }),
          ),
          missingSeconds: secondsSchema,
        }),
      ),
    }),
  ),
  /** The time sheet shown last under this token, with the names nobody knows, after what was said about it. */
  'time/review-import': query(
    z
      .object({
        token: idSchema,
        dateOrder: z.enum(['dmy', 'mdy']).nullable(),
        clientId: idSchema.nullable(),
      })
      .strict(),
    z.object({
      format: z.string(),
      answer: importAnswerSchema,
      warnings: z.array(phraseSchema),
      asksDateOrder: z.boolean(),
      names: z.array(timeNameSchema.extend({ rows: z.number().int() })),
    }),
  ),
  /** Clients that are worked for, with their active projects. */
  'time/bookable': query(
    emptySchema,
    z.object({
      clients: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          projects: z.array(z.object({ id: idSchema, name: z.string() })),
        }),
      ),
    }),
  ),
  /** What a name of other tools means from now on; without a target its rows are not logged. */
  'time/set-name': command(
    timeNameSchema.extend({ targetId: idSchema.nullable() }).strict(),
    doneSchema,
  ),
  'time/settings': query(emptySchema, timeSettingsSchema),
  'time/amend-settings': command(timeSettingsSchema.partial().strict(), doneSchema),
};

export type TimeName = z.infer<typeof timeNameSchema>;
export type Timer = z.infer<typeof timerSchema>;
export type TimeDay = z.infer<typeof timeDaySchema>;
export type TimeRow = z.infer<typeof timeRowSchema>;
export type TimeEntryLine = z.infer<typeof timeEntryRowSchema>;
export type TimeChoice = z.infer<typeof timeChoiceSchema>;
