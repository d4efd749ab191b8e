import { z } from 'zod';
import { answerSchema } from './briefs.contract';
import { command, query } from './channel';
import { idSchema, lineSchema, revisionSchema } from './primitives';

/** A sentence under `forms.problem.` or `forms.note.` of the namespace `brief`. */
const remarkSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const formFieldSchema = z.object({
  sectionTitle: z.string(),
  fieldKey: z.string(),
  label: z.string(),
  /**
   * What the file does to the answer: `new` and `changed` by the client; `cleared` by the client; `ours` changed
   * here since the form was made and not in the file; `both` changed here and there, each in its way.
   */
  change: z.enum(['new', 'changed', 'cleared', 'unchanged', 'ours', 'both', 'unreadable']),
  /** In plain words. */
  before: z.string(),
  after: z.string(),
  /** What would be kept; null takes the answer back. */
  answer: answerSchema.nullable(),
  /** Why it cannot be read. */
  problem: remarkSchema.nullable(),
  notes: z.array(remarkSchema),
});

const formPreviewSchema = z.object({
  briefId: idSchema,
  revision: revisionSchema,
  number: z.number().int(),
  title: z.string(),
  fileName: z.string(),
  kind: z.enum(['docx', 'xlsx']),
  /** The version that the form was made of, and the brief's own now. */
  fileVersion: z.number().int(),
  version: z.number().int(),
  fields: z.array(formFieldSchema),
});

/** A brief as a form that the client fills in, and back. */
export const briefFormsContract = {
  /** Writes the form where the user says; null where the dialog was closed. */
  'briefs/export-form': query(
    z.object({ id: idSchema, format: z.enum(['docx', 'xlsx']) }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
  /** What a filled form would change; nothing is written. Null where the dialog was closed. */
  'briefs/read-form': query(
    z.object({ id: idSchema }).strict(),
    z.object({ form: formPreviewSchema.nullable() }),
  ),
  /** Keeps the answers chosen from a form: one action, one undo. */
  'briefs/take-answers': command(
    z
      .object({
        id: idSchema,
        /** Of the brief that the preview showed. */
        revision: revisionSchema,
        fileName: lineSchema,
        answers: z
          .array(z.object({ fieldKey: lineSchema, answer: answerSchema.nullable() }).strict())
          .min(1)
          .max(500),
      })
      .strict(),
    z.object({ id: idSchema, revision: revisionSchema }),
  ),
};

export type BriefFormField = z.infer<typeof formFieldSchema>;
export type BriefFormPreview = z.infer<typeof formPreviewSchema>;
