import { z } from 'zod';
import { command, query } from './channel';
import {
  dateSchema,
  doneSchema,
  emptySchema,
  idSchema,
  lineSchema,
  periodSchema,
  revisionSchema,
  secondsSchema,
} from './primitives';

const identified = { id: idSchema, revision: revisionSchema };
const daySeconds = secondsSchema.max(86_400);
export const calendarCountrySchema = z.enum(['RU', 'LV']);
export const calendarKindSchema = z.enum(['holiday', 'day-off', 'working', 'short']);

export const absenceSchema = z.object({
  personId: idSchema,
  fromOn: dateSchema,
  toOn: dateSchema,
  kind: z.enum(['vacation', 'sick', 'unpaid', 'study', 'other']),
  deputyId: idSchema.nullable(),
  note: lineSchema,
});

export const capacitySchema = z.object({
  validFrom: dateSchema,
  validTo: dateSchema.nullable(),
  /** Monday first, seven of them. */
  weekSeconds: z.array(daySeconds).length(7),
  /** Whose public holidays apply. */
  calendar: calendarCountrySchema,
});

export const calendarDaySchema = z.object({
  on: dateSchema,
  kind: calendarKindSchema,
  /** Message key of a day that ships with the product; null for one that was named by hand. */
  titleKey: z.string().nullable(),
  title: z.string(),
  movedFrom: dateSchema.nullable(),
  isEdited: z.boolean(),
});

export const workloadCellSchema = z.object({
  /** By the days of the week alone. */
  capacitySeconds: secondsSchema,
  holidaySeconds: secondsSchema,
  absenceSeconds: secondsSchema,
  /** capacity − holidays − absences. */
  availableSeconds: secondsSchema,
  loggedSeconds: secondsSchema,
  /** Remaining estimates of tasks that fall into the week. */
  hardSeconds: secondsSchema,
  softSeconds: secondsSchema,
  /** available − logged − hard − soft where positive. */
  freeSeconds: secondsSchema,
  /** logged + hard − available where positive. */
  overloadSeconds: secondsSchema,
  /** logged + hard + soft − available where positive. */
  overloadWithSoftSeconds: secondsSchema,
});

export const teamContract = {
  /** What is known of everybody besides money. */
  'people/team': query(
    emptySchema,
    z.object({
      people: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          role: z.string(),
          /** In force today; `isStated` false: eight hours from Monday to Friday are assumed. */
          weekSeconds: z.array(daySeconds).length(7),
          calendar: calendarCountrySchema,
          isStated: z.boolean(),
          capacities: z.array(capacitySchema.extend(identified)),
          roles: z.array(
            z.object({
              ...identified,
              role: z.string(),
              validFrom: dateSchema,
              validTo: dateSchema.nullable(),
            }),
          ),
          skills: z.array(z.object({ ...identified, skill: z.string(), level: z.number().int() })),
          mentors: z.array(
            z.object({
              ...identified,
              mentorId: idSchema,
              mentorName: z.string(),
              fromOn: dateSchema,
              toOn: dateSchema.nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
  'people/set-capacity': command(
    capacitySchema.extend({ personId: idSchema }).strict(),
    doneSchema,
  ),
  'people/set-role': command(
    z
      .object({
        personId: idSchema,
        role: lineSchema.min(1),
        validFrom: dateSchema,
        validTo: dateSchema.nullable(),
      })
      .strict(),
    doneSchema,
  ),
  'people/remove-role': command(z.object({ id: idSchema }).strict(), doneSchema),
  'people/set-skill': command(
    z
      .object({
        personId: idSchema,
        skill: lineSchema.min(1),
        level: z.number().int().min(1).max(3),
      })
      .strict(),
    doneSchema,
  ),
  'people/remove-skill': command(z.object({ id: idSchema }).strict(), doneSchema),
  'people/set-mentor': command(
    z
      .object({
        traineeId: idSchema,
        mentorId: idSchema,
        fromOn: dateSchema,
        toOn: dateSchema.nullable(),
      })
      .strict(),
    doneSchema,
  ),
  'people/remove-mentor': command(z.object({ id: idSchema }).strict(), doneSchema),
  'people/absences': query(
    periodSchema,
    z.object({
      absences: z.array(
        absenceSchema.extend({
          ...identified,
          personName: z.string(),
          deputyName: z.string().nullable(),
          /** Working days of the person among them. */
          workingDays: z.number().int(),
        }),
      ),
    }),
  ),
  'people/add-absence': command(absenceSchema.strict(), doneSchema),
  'people/amend-absence': command(
    z.object({ ...identified, patch: absenceSchema.partial().strict() }).strict(),
    doneSchema,
  ),
  'people/remove-absence': command(z.object({ id: idSchema }).strict(), doneSchema),
  'calendars/show': query(
    z
      .object({ country: calendarCountrySchema, year: z.number().int().min(1990).max(2100) })
      .strict(),
    z.object({
      days: z.array(calendarDaySchema),
      /** Whether the year's holidays and its moved days off ship with the product. */
      isShipped: z.boolean(),
      areMovesKnown: z.boolean(),
      /** Of a 40-hour week, twelve of them. */
      months: z.array(z.object({ workingDays: z.number().int(), workingSeconds: secondsSchema })),
    }),
  ),
  'calendars/set-day': command(
    z
      .object({
        country: calendarCountrySchema,
        on: dateSchema,
        kind: calendarKindSchema,
        title: lineSchema,
      })
      .strict(),
    doneSchema,
  ),
  /** Back to the day as it ships. */
  'calendars/reset-day': command(
    z.object({ country: calendarCountrySchema, on: dateSchema }).strict(),
    doneSchema,
  ),
  /** Capacity against demand by person and week; parts add up: weeks + beyond + undated = remaining. */
  'workload/read': query(
    z.object({ from: dateSchema, weeks: z.number().int().min(1).max(53) }).strict(),
    z.object({
      /** Mondays. */
      weeks: z.array(dateSchema),
      today: dateSchema,
      people: z.array(
        z.object({
          personId: idSchema,
          name: z.string(),
          role: z.string(),
          isCapacityStated: z.boolean(),
          cells: z.array(workloadCellSchema),
          /** Remaining work that falls before or after these weeks, or has no due day. */
          beyondSeconds: secondsSchema,
          undatedSeconds: secondsSchema,
          totals: workloadCellSchema,
        }),
      ),
      /** Remaining work nobody is assigned to, by week. */
      unassigned: z.object({
        cells: z.array(secondsSchema),
        beyondSeconds: secondsSchema,
        undatedSeconds: secondsSchema,
      }),
      /** Open tasks without an estimate: their demand is unknown, not zero. */
      withoutEstimate: z.number().int(),
      remainingSeconds: secondsSchema,
    }),
  ),
  /** What a week of a person is made of. */
  'workload/explain': query(
    z.object({ personId: idSchema, week: dateSchema }).strict(),
    z.object({
      cell: workloadCellSchema,
      absences: z.array(absenceSchema.extend(identified)),
      holidays: z.array(calendarDaySchema),
      tasks: z.array(
        z.object({
          taskId: idSchema,
          title: z.string(),
          clientName: z.string().nullable(),
          booking: z.enum(['hard', 'soft']),
          dueOn: dateSchema.nullable(),
          seconds: secondsSchema,
          remainingSeconds: secondsSchema,
        }),
      ),
    }),
  ),
};

export type Absence = z.infer<typeof absenceSchema>;
export type CalendarDayRow = z.infer<typeof calendarDaySchema>;
export type WorkloadCell = z.infer<typeof workloadCellSchema>;
export type CalendarCountry = z.infer<typeof calendarCountrySchema>;
export type CalendarKind = z.infer<typeof calendarKindSchema>;
