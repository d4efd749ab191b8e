import { z } from 'zod';
import { command, query } from './channel';
import { dateSchema, idSchema, lineSchema, revisionSchema, secondsSchema } from './primitives';
import { briefChangeSchema, statusSchema } from './tasks-shapes';

const namedSchema = z.object({ id: idSchema, name: z.string() });

/** A task of a brief as its page lists it. */
const briefTaskSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  title: z.string(),
  people: z.array(z.string()),
  status: statusSchema,
  dueOn: dateSchema.nullable(),
  isOverdue: z.boolean(),
  /** Version of the brief it was set by; null where it keeps none. */
  version: z.number().int().nullable(),
  change: briefChangeSchema.nullable(),
});

/** A task that is proposed; `key` is its own within the set. */
const proposedSchema = z.object({
  key: z.string(),
  title: z.string(),
  role: z.string(),
  estimateSeconds: secondsSchema,
  startOn: dateSchema,
  dueOn: dateSchema,
  /** Titles of what it waits for. */
  after: z.array(z.string()),
  checklist: z.array(z.string()),
  /** Titles of the brief's sections it stands on; none: all of it. */
  sections: z.array(z.string()),
  /** Who has the role or the skill and most hours free in its weeks. */
  personId: idSchema.nullable(),
});

export const briefTasksContract = {
  'brief-tasks/list': query(
    z.object({ briefId: idSchema }).strict(),
    z.object({ tasks: z.array(briefTaskSchema) }),
  ),
  /** What a brief could be turned into, without the tasks that are there already; by its template or a regulation. */
  'brief-tasks/propose': query(
    z.object({ briefId: idSchema, regulationId: idSchema.nullable() }).strict(),
    z.object({
      /** Name of the set by the brief's template; null: the general one. */
      templateTitle: z.string().nullable(),
      regulations: z.array(namedSchema),
      projects: z.array(namedSchema),
      people: z.array(
        z.object({
          id: idSchema,
          name: z.string(),
          role: z.string(),
          /** Free in the weeks of the proposed work. */
          freeSeconds: secondsSchema,
        }),
      ),
      tasks: z.array(proposedSchema),
    }),
  ),
  /** Sets the tasks that were chosen, in one action; `start` also marks the brief as in work. */
  'brief-tasks/set': command(
    z
      .object({
        briefId: idSchema,
        revision: revisionSchema,
        regulationId: idSchema.nullable(),
        projectId: idSchema.nullable(),
        start: z.boolean(),
        tasks: z
          .array(
            z
              .object({
                key: lineSchema,
                title: lineSchema.trim().min(1),
                estimateSeconds: secondsSchema.min(0).nullable(),
                startOn: dateSchema,
                dueOn: dateSchema,
                personId: idSchema.nullable(),
              })
              .strict(),
          )
          .min(1)
          .max(200),
      })
      .strict(),
    z.object({ ids: z.array(idSchema) }),
  ),
  /** The change of a brief is taken into account in these tasks. */
  'brief-tasks/take-in': command(
    z.object({ taskIds: z.array(idSchema).min(1).max(500) }).strict(),
    z.object({ ids: z.array(idSchema) }),
  ),
};

export type BriefTask = z.infer<typeof briefTaskSchema>;
export type ProposedBriefTask = z.infer<typeof proposedSchema>;
