import { z } from 'zod';
import { command, query } from './channel';
import { clientNameSchema } from './portfolio.contract';
import {
  currencySchema,
  dateSchema,
  doneSchema,
  idSchema,
  languageSchema,
  lineSchema,
  minorSchema,
  revisionSchema,
  textSchema,
} from './primitives';

/** Field types of a brief template; each has one shape of answer. */
export const answerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: textSchema }).strict(),
  z.object({ type: z.literal('list'), items: z.array(lineSchema).max(200) }).strict(),
  z
    .object({
      type: z.literal('money'),
      minor: minorSchema,
      currency: currencySchema,
      includesVat: z.boolean(),
    })
    .strict(),
  z.object({ type: z.literal('date'), on: dateSchema }).strict(),
  z.object({ type: z.literal('choice'), choice: lineSchema }).strict(),
  z
    .object({
      type: z.literal('table'),
      rows: z.array(z.array(lineSchema)).max(500),
    })
    .strict(),
]);

const fieldTypeSchema = z.enum(['text', 'list', 'money', 'date', 'choice', 'table']);

export const templateFieldSchema = z.object({
  key: z.string(),
  type: fieldTypeSchema,
  label: z.string(),
  help: z.string(),
  required: z.boolean(),
  choices: z.array(z.object({ key: z.string(), label: z.string() })),
  columns: z.array(z.object({ key: z.string(), label: z.string(), numeric: z.boolean() })),
});

/** A template in the brief's language. */
export const templateSchema = z.object({
  key: z.string(),
  title: z.string(),
  sections: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      hint: z.string(),
      fields: z.array(templateFieldSchema),
    }),
  ),
});

export const briefListItemSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  title: z.string(),
  client: clientNameSchema,
  templateKey: z.string(),
  templateTitle: z.string(),
  status: z.enum(['draft', 'sent', 'approved']),
  version: z.number().int(),
  briefOn: dateSchema,
  editedAt: z.number(),
  completePercent: z.number().int(),
  language: languageSchema,
});

export const briefSchema = briefListItemSchema.extend({
  revision: revisionSchema,
  authorName: z.string().nullable(),
  approverContactId: idSchema.nullable(),
  contractNumber: z.string().nullable(),
  contacts: z.array(z.object({ id: idSchema, name: z.string(), position: z.string() })),
  template: templateSchema,
  answers: z.record(z.string(), answerSchema),
  gaps: z.array(
    z.object({
      sectionKey: z.string(),
      fieldKey: z.string(),
      code: z.enum(['empty', 'no-number', 'no-criterion', 'past-date']),
    }),
  ),
});

export const briefsContract = {
  'briefs/list': query(
    z.object({ clientId: idSchema.nullable() }).strict(),
    z.object({ briefs: z.array(briefListItemSchema) }),
  ),
  'briefs/templates': query(
    z.object({ language: languageSchema }).strict(),
    z.object({
      templates: z.array(templateSchema.pick({ key: true, title: true })),
    }),
  ),
  'briefs/show': query(z.object({ id: idSchema }).strict(), briefSchema),
  'briefs/add': command(
    z
      .object({
        clientId: idSchema,
        templateKey: lineSchema,
        title: lineSchema.min(1),
        language: languageSchema,
      })
      .strict(),
    doneSchema,
  ),
  /** Autosave of one field. Consecutive answers to one field are one undo. */
  'briefs/answer': command(
    z
      .object({
        id: idSchema,
        fieldKey: lineSchema,
        answer: answerSchema.nullable(),
      })
      .strict(),
    z.object({
      id: idSchema,
      savedAt: z.number(),
      completePercent: z.number().int(),
    }),
  ),
  'briefs/amend': command(
    z
      .object({
        id: idSchema,
        revision: revisionSchema,
        patch: z
          .object({
            title: lineSchema.min(1),
            status: z.enum(['draft', 'sent', 'approved']),
            briefOn: dateSchema,
            approverContactId: idSchema.nullable(),
          })
          .partial()
          .strict(),
      })
      .strict(),
    z.object({ id: idSchema, revision: revisionSchema }),
  ),
  'briefs/archive': command(z.object({ id: idSchema }).strict(), doneSchema),
  /** Writes the PDF where the user says; null where the dialog was closed. */
  'briefs/export-pdf': query(
    z.object({ id: idSchema }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
};

export type Answer = z.infer<typeof answerSchema>;
export type BriefTemplate = z.infer<typeof templateSchema>;
export type TemplateField = z.infer<typeof templateFieldSchema>;
export type BriefListItem = z.infer<typeof briefListItemSchema>;
export type Brief = z.infer<typeof briefSchema>;
