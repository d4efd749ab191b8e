import { z } from 'zod';
import { BRIEF_FIELD_TYPES } from '../domain/brief-templates';
import { templateSchema } from './briefs.contract';
import { command, query } from './channel';
import {
  doneSchema,
  emptySchema,
  idSchema,
  languageSchema,
  lineSchema,
  revisionSchema,
} from './primitives';

const keySchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/);

function areUnlike(items: readonly { readonly key: string }[]): boolean {
  return new Set(items.map(({ key }) => key)).size === items.length;
}

const fieldDraftSchema = z
  .strictObject({
    key: keySchema,
    type: z.enum(BRIEF_FIELD_TYPES),
    label: lineSchema,
    help: lineSchema,
    required: z.boolean(),
    internal: z.boolean(),
    needsNumber: z
      .union([z.literal('text'), z.strictObject({ column: z.number().int().min(0).max(11) })])
      .nullable(),
    choices: z
      .array(z.strictObject({ key: keySchema, label: lineSchema }))
      .max(50)
      .refine(areUnlike),
    columns: z
      .array(
        z.strictObject({
          key: keySchema,
          label: lineSchema,
          numeric: z.boolean(),
          summed: z.boolean(),
        }),
      )
      .max(12)
      .refine(areUnlike),
    items: z.array(lineSchema).max(200),
  })
  // Acceptance is ticked by metric, threshold and source: the question of this key has these three.
  .refine(
    ({ key, type, columns }) => key !== 'criteria' || (type === 'table' && columns.length === 3),
  )
  .refine(
    ({ needsNumber, columns }) =>
      needsNumber === null || needsNumber === 'text' || needsNumber.column < columns.length,
  );

/**
 * A template while it is written: titles and labels may still be blank, so that nothing typed is lost.
 * What must be there before a brief begins with it: shared/domain/brief-template-problems.ts.
 */
export const templateDraftSchema = z.strictObject({
  language: languageSchema,
  title: lineSchema,
  sections: z
    .array(
      z.strictObject({
        key: keySchema,
        title: lineSchema,
        hint: lineSchema,
        fields: z.array(fieldDraftSchema).max(60),
      }),
    )
    .max(40)
    .refine(areUnlike)
    .refine((sections) => areUnlike(sections.flatMap(({ fields }) => fields))),
});

const ownTemplateSchema = z.object({
  /** Of the family: stays through all its editions. */
  id: idSchema,
  title: z.string(),
  language: languageSchema,
  edition: z.number().int(),
  sectionCount: z.number().int(),
  questionCount: z.number().int(),
  /** Briefs begun with any of its editions. */
  briefCount: z.number().int(),
  /** Whether a brief can begin with it. */
  isReady: z.boolean(),
  isArchived: z.boolean(),
});

export const briefTemplatesContract = {
  'brief-templates/list': query(
    emptySchema,
    z.object({
      own: z.array(ownTemplateSchema),
      shipped: z.array(
        z.object({
          key: z.string(),
          title: z.string(),
          sectionCount: z.number().int(),
          questionCount: z.number().int(),
        }),
      ),
    }),
  ),
  /** The newest edition of a family; `id` may be that of any of its editions. */
  'brief-templates/show': query(
    z.object({ id: idSchema }).strict(),
    ownTemplateSchema.extend({
      editionId: idSchema,
      revision: revisionSchema,
      /** Briefs were begun with this very edition: a change makes the next one. */
      isUsed: z.boolean(),
      sections: templateSchema.shape.sections,
    }),
  ),
  'brief-templates/add': command(
    z.object({ title: lineSchema, language: languageSchema }).strict(),
    doneSchema,
  ),
  /** Begins one's own from a shipped kind, in a language, or from another of one's own. */
  'brief-templates/copy': command(
    z.object({ key: idSchema, title: lineSchema, language: languageSchema }).strict(),
    doneSchema,
  ),
  /** Autosave. An edition that briefs were begun with stays as it is: the change makes the next one. */
  'brief-templates/amend': command(
    z
      .object({ editionId: idSchema, revision: revisionSchema, draft: templateDraftSchema })
      .strict(),
    z.object({
      id: idSchema,
      editionId: idSchema,
      edition: z.number().int(),
      revision: revisionSchema,
    }),
  ),
  'brief-templates/archive': command(
    z.object({ id: idSchema, isArchived: z.boolean() }).strict(),
    doneSchema,
  ),
  /** Writes the file that others take in, where the user says; null where the dialog was closed. */
  'brief-templates/export': query(
    z.object({ id: idSchema }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
  /** Takes a file in that the user chooses; null where the dialog was closed. */
  'brief-templates/import': command(emptySchema, z.object({ id: idSchema.nullable() })),
};

export type TemplateDraft = z.infer<typeof templateDraftSchema>;
export type TemplateDraftSection = TemplateDraft['sections'][number];
export type TemplateDraftField = TemplateDraftSection['fields'][number];
