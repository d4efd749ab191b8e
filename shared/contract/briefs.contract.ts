import { z } from 'zod';
import { BRIEF_STAGES, BRIEF_STEPS } from '../domain/brief-stages';
import { BRIEF_FIELD_TYPES } from '../domain/brief-templates';
import { MAX_FILE_BYTES } from '../domain/file-size';
import { RICH_SCHEMA_VERSION } from '../domain/rich-rules';
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
import { richDocSchema } from './rich-text';

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
  z
    .object({
      type: z.literal('rich'),
      schemaVersion: z.literal(RICH_SCHEMA_VERSION),
      doc: richDocSchema,
    })
    .strict(),
  z
    .object({
      type: z.literal('file'),
      /** Rows of brief_files. */
      files: z.array(z.object({ fileId: idSchema, name: lineSchema }).strict()).max(50),
    })
    .strict(),
  z
    .object({
      type: z.literal('audience'),
      segments: z
        .array(
          z
            .object({
              name: lineSchema,
              /** Age, income, position. */
              portrait: lineSchema,
              geo: lineSchema,
              need: lineSchema,
              barrier: lineSchema,
            })
            .strict(),
        )
        .max(50),
    })
    .strict(),
  z
    .object({
      type: z.literal('checklist'),
      items: z.array(z.object({ text: lineSchema, done: z.boolean() }).strict()).max(200),
    })
    .strict(),
]);

const needsNumberSchema = z.union([
  z.literal('text'),
  z.object({ column: z.number().int().min(0) }).strict(),
]);

export const templateFieldSchema = z.object({
  key: z.string(),
  type: z.enum(BRIEF_FIELD_TYPES),
  label: z.string(),
  help: z.string(),
  required: z.boolean(),
  /** For the agency alone: never on paper, never in a form that leaves the house. */
  internal: z.boolean(),
  /** Where an answer without a number says too little: in its text or in a column of its rows. */
  needsNumber: needsNumberSchema.nullable(),
  choices: z.array(z.object({ key: z.string(), label: z.string() })),
  columns: z.array(
    z.object({ key: z.string(), label: z.string(), numeric: z.boolean(), summed: z.boolean() }),
  ),
  /** What a checklist begins with. */
  items: z.array(z.string()),
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

export const briefChannelSchema = z.enum(['email', 'messenger', 'meeting', 'call', 'document']);

const versionSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  kind: z.enum(['sent', 'approved']),
  frozenOn: dateSchema,
});

/** One move of a brief. `clientName` is who spoke for the client. */
const stepSchema = z.object({
  step: z.enum(BRIEF_STEPS),
  madeOn: dateSchema,
  personName: z.string().nullable(),
  clientName: z.string(),
  channel: briefChannelSchema.nullable(),
  evidence: z.string(),
  note: z.string(),
  versionNumber: z.number().int().nullable(),
});

/** A criterion of acceptance; `metOn` null while it is open. */
const criterionSchema = z.object({
  metric: z.string(),
  threshold: z.string(),
  source: z.string(),
  metOn: dateSchema.nullable(),
  personName: z.string().nullable(),
});

const pieceSchema = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
const placeSchema = z.object({ sectionKey: z.string(), fieldKey: z.string() });
const fieldDiffSchema = z.discriminatedUnion('kind', [
  placeSchema.extend({ kind: z.literal('text'), pieces: z.array(pieceSchema) }),
  placeSchema.extend({
    kind: z.literal('rows'),
    rows: z.array(
      z.object({
        kind: z.enum(['changed', 'removed', 'added']),
        number: z.number().int(),
        cells: z.array(z.array(pieceSchema)),
      }),
    ),
  }),
  placeSchema.extend({
    kind: z.literal('value'),
    before: answerSchema.nullable(),
    after: answerSchema.nullable(),
  }),
]);

/** How briefs went, summed: cycle in calendar days, see shared/domain/brief-stages.ts. */
const turnaroundSchema = z.object({
  sentCount: z.number().int(),
  acceptedCount: z.number().int(),
  cycleDays: z.number().int(),
  returnCount: z.number().int(),
  returnedCount: z.number().int(),
});

export const briefListItemSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  title: z.string(),
  client: clientNameSchema,
  templateKey: z.string(),
  templateTitle: z.string(),
  status: z.enum(['draft', 'sent', 'approved']),
  stage: z.enum(BRIEF_STAGES),
  turnaround: turnaroundSchema,
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
  /** Which writing of each answer this is; the next one says which it was made from. */
  stamps: z.record(z.string(), z.string()),
  /** Attached files, also those that no answer names any more. */
  files: z.array(z.object({ id: idSchema, name: z.string(), size: z.number().int() })),
  /** The newest first. */
  versions: z.array(versionSchema),
  /** In the order they were made. */
  steps: z.array(stepSchema),
  criteria: z.array(criterionSchema),
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
  /**
   * Autosave of one field. Consecutive answers to one field are one undo. `basis` is the stamp of the
   * answer that was on the screen, null where there was none: one given elsewhere since is not written
   * over. Left out by what replaces whatever stands.
   */
  'briefs/answer': command(
    z
      .object({
        id: idSchema,
        fieldKey: lineSchema,
        answer: answerSchema.nullable(),
        basis: z.string().max(100).nullable().optional(),
      })
      .strict(),
    z.object({
      id: idSchema,
      savedAt: z.number(),
      completePercent: z.number().int(),
      stamp: z.string().nullable(),
    }),
  ),
  /**
   * Keeps a file with a brief, for the answer to a field; with that answer it is one undo. A picture is
   * known by its bytes.
   */
  'briefs/attach': command(
    z
      .object({
        id: idSchema,
        fieldKey: lineSchema,
        name: lineSchema.trim().min(1),
        /** Whether it is to be shown in the text. */
        isPicture: z.boolean(),
        /** Base64. */
        content: z.string().max(Math.ceil(MAX_FILE_BYTES / 3) * 4 + 1_000),
      })
      .strict(),
    z.object({
      id: idSchema,
      name: z.string(),
      /** In pixels; null where it is no picture. */
      width: z.number().int().nullable(),
      height: z.number().int().nullable(),
    }),
  ),
  /** A kept file, base64. `mime` is what the bytes are, for pictures; otherwise `application/octet-stream`. */
  'briefs/read-file': query(
    z.object({ id: idSchema }).strict(),
    z.object({ name: z.string(), mime: z.string(), content: z.string() }),
  ),
  /** Writes a kept file where the user says; null where the dialog was closed. */
  'briefs/save-file': query(
    z.object({ id: idSchema }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
  /** Shows a brief in a window of its own beside the others. */
  'briefs/open-window': query(z.object({ id: idSchema }).strict(), doneSchema),
  'briefs/amend': command(
    z
      .object({
        id: idSchema,
        revision: revisionSchema,
        patch: z
          .object({
            title: lineSchema.min(1),
            briefOn: dateSchema,
            approverContactId: idSchema.nullable(),
          })
          .partial()
          .strict(),
      })
      .strict(),
    z.object({ id: idSchema, revision: revisionSchema }),
  ),
  /** Moves a brief on or back; sending and approval freeze a version. */
  'briefs/step': command(
    z
      .object({
        id: idSchema,
        revision: revisionSchema,
        step: z.enum(BRIEF_STEPS),
        madeOn: dateSchema,
        clientName: lineSchema,
        channel: briefChannelSchema.nullable(),
        evidence: lineSchema,
        note: textSchema,
      })
      .strict(),
    z.object({ id: idSchema, revision: revisionSchema }),
  ),
  'briefs/tick': command(
    z
      .object({ id: idSchema, metric: lineSchema, threshold: lineSchema, met: z.boolean() })
      .strict(),
    doneSchema,
  ),
  /** What changed between two versions; `to` null is the brief as it is now. */
  'briefs/compare': query(
    z.object({ id: idSchema, from: idSchema, to: idSchema.nullable() }).strict(),
    z.object({ title: z.array(pieceSchema), fields: z.array(fieldDiffSchema) }),
  ),
  'briefs/archive': command(z.object({ id: idSchema }).strict(), doneSchema),
  /** Writes the PDF of the brief as it is now, or of a version, where the user says; null where the dialog was closed. */
  'briefs/export-pdf': query(
    z.object({ id: idSchema, versionId: idSchema.nullable() }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
  /** Asks for the folder that PDFs of several briefs go to; null where the dialog was closed. */
  'briefs/choose-folder': query(
    z.object({}).strict(),
    z.object({ folder: z.object({ token: idSchema, name: z.string() }).nullable() }),
  ),
  /** Writes one PDF into the folder that was chosen, under a name no file there has. */
  'briefs/export-into': query(
    z.object({ id: idSchema, token: idSchema }).strict(),
    z.object({ fileName: z.string() }),
  ),
};

export type Answer = z.infer<typeof answerSchema>;
export type BriefTemplate = z.infer<typeof templateSchema>;
export type TemplateField = z.infer<typeof templateFieldSchema>;
export type BriefListItem = z.infer<typeof briefListItemSchema>;
export type Brief = z.infer<typeof briefSchema>;
export type BriefChannel = z.infer<typeof briefChannelSchema>;
export type BriefFieldDiff = z.infer<typeof fieldDiffSchema>;
export type BriefDiffPiece = z.infer<typeof pieceSchema>;
