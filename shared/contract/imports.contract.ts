import { z } from 'zod';
import { AD_SOURCES } from '../domain/ad-statistics/types';
import { PLAN_FIELDS } from '../domain/media-plan-import/types';
import { command, query } from './channel';
import {
  currencySchema,
  dateSchema,
  idSchema,
  lineSchema,
  minorSchema,
  phraseSchema,
} from './primitives';

export const importKinds = [
  'bank-1c',
  'ads',
  'analytics',
  'media-plan',
  'time-csv',
  'trello',
  'tasks-csv',
] as const;

export const importProblemSchema = z.object({
  row: z.number().int(),
  field: z.string(),
  message: z.string(),
});

/** The answer of every import, in the window and on the console (DESIGN.md). */
export const importAnswerSchema = z.object({
  kind: z.enum(importKinds),
  read: z.number().int(),
  added: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  refused: z.number().int(),
  notBooked: z.number().int(),
  undecided: z.number().int(),
  matched: z.number().int(),
  accounts: z.array(z.string()),
  problems: z.array(importProblemSchema),
  totals: z.record(z.string(), z.unknown()),
});

const reasonSchema = z.object({
  code: z.string(),
  points: z.number().int(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const matchSchema = z.object({
  clientId: idSchema.nullable(),
  confidence: z.number().int(),
  reasons: z.array(reasonSchema),
  allocations: z.array(
    z.object({
      invoiceId: idSchema,
      invoiceNumber: z.string(),
      amountMinor: minorSchema,
      isPart: z.boolean(),
    }),
  ),
});

export const previewRowSchema = z.object({
  /** Line in the file, from 1; names the row in decisions. */
  row: z.number().int(),
  state: z.enum(['new', 'changed', 'unchanged', 'refused', 'not-booked', 'undecided']),
  direction: z.enum(['in', 'out']).nullable(),
  on: dateSchema.nullable(),
  counterparty: z.string(),
  inn: z.string().nullable(),
  purpose: z.string(),
  amountMinor: minorSchema.nullable(),
  amountText: z.string(),
  currency: currencySchema,
  /** What a refused sum would be with look-alike letters read as digits. */
  suggestedMinor: minorSchema.nullable(),
  /** How an undecided row can be booked. */
  sides: z.array(z.object({ direction: z.enum(['in', 'out']), account: z.string() })),
  match: matchSchema.nullable(),
  problem: importProblemSchema.nullable(),
  note: phraseSchema.nullable(),
});

const columnUseSchema = z.enum([...PLAN_FIELDS, 'flight']).nullable();

/** How a workbook is read as a media plan. */
const planPreviewSchema = z.object({
  sheet: z.string(),
  sheets: z.array(z.string()),
  headRow: z.number().int(),
  name: z.string(),
  /** The header was read before, by a mapping that was remembered. */
  isRemembered: z.boolean(),
  columns: z.array(
    z.object({
      index: z.number().int(),
      title: z.string(),
      example: z.string(),
      use: columnUseSchema,
      /** Its heads speak of days: it is of the flight or of nothing. */
      isOfDays: z.boolean(),
      days: z.object({ from: dateSchema, to: dateSchema }).nullable(),
    }),
  ),
  /** What has to be said before it can be written. */
  questions: z.array(z.enum(['vat', 'commission', 'period'])),
  vat: z.enum(['included', 'excluded', 'unknown']),
  commission: z.enum(['included', 'excluded', 'unknown']),
  checkedSums: z.number().int(),
  /** Rows that are wrong; to write the others somebody has to say so. */
  wrongRows: z.number().int(),
  lineCount: z.number().int(),
  statedMinor: minorSchema,
  netMinor: minorSchema.nullable(),
  /** The plan that was read from this file before. */
  existing: z.object({ id: idSchema, number: z.number().int(), name: z.string() }).nullable(),
});

/** A campaign of a file and the line of a plan that it belongs to. */
const previewCampaignSchema = z.object({
  source: z.enum(AD_SOURCES),
  campaignKey: z.string(),
  campaign: z.string(),
  spendMinor: minorSchema,
  currency: currencySchema,
  /** The line through all versions of its plan; null for none. */
  lineId: idSchema.nullable(),
  countsAs: z.enum(['leads', 'orders']),
});

export const importPreviewSchema = z.object({
  token: idSchema,
  kind: z.enum(importKinds),
  fileName: z.string(),
  format: z.string(),
  encoding: z.string(),
  encodingReason: phraseSchema,
  currency: currencySchema,
  accounts: z.array(z.object({ number: z.string(), isNew: z.boolean() })),
  period: z.object({ from: dateSchema.nullable(), to: dateSchema.nullable() }),
  balance: z
    .object({
      openingMinor: minorSchema,
      inMinor: minorSchema,
      outMinor: minorSchema,
      closingMinor: minorSchema,
      computedMinor: minorSchema,
    })
    .nullable(),
  warnings: z.array(phraseSchema),
  fields: z.array(
    z.object({
      source: z.string(),
      example: z.string(),
      target: phraseSchema.nullable(),
    }),
  ),
  rows: z.array(previewRowSchema),
  answer: importAnswerSchema,
  plan: planPreviewSchema.nullable(),
  /** Of statistics of advertising: what they tell of, and the lines it can belong to. */
  campaigns: z.array(previewCampaignSchema),
  lines: z.array(z.object({ id: idSchema, title: z.string(), planName: z.string() })),
});

/** What the user decided about a row: a client and invoices by hand, or to leave the row out. */
export const importDecisionSchema = z.object({
  row: z.number().int(),
  skip: z.boolean(),
  direction: z.enum(['in', 'out']).nullable(),
  /** Own account of an undecided row, where its direction leaves several. */
  account: lineSchema.nullable().optional(),
  /** Sum of a refused row as the user reads it. */
  amountMinor: minorSchema.min(1).nullable().optional(),
  /** Null with no allocations: booked without a pair. */
  clientId: idSchema.nullable(),
  allocations: z.array(z.object({ invoiceId: idSchema, amountMinor: minorSchema.min(1) })),
});

/** A name of another tool; `clientName` of a project's client in the file, empty otherwise. */
export const timeNameSchema = z.object({
  kind: z.enum(['person', 'client', 'project']),
  name: lineSchema.min(1),
  clientName: lineSchema,
});

const adSourceSchema = z.enum(AD_SOURCES);

/** A campaign put to a line, or to none. */
const campaignDecisionSchema = z
  .object({
    campaignKey: z.string().min(1),
    lineId: idSchema.nullable(),
    countsAs: z.enum(['leads', 'orders']),
  })
  .strict();

export const mappedCampaignSchema = z.object({
  source: adSourceSchema,
  campaignKey: z.string(),
  campaign: z.string(),
  currency: currencySchema,
  /** As the platform states it; whether VAT is in it is the file's matter. */
  spendMinor: minorSchema,
  from: dateSchema,
  to: dateSchema,
  /** The line through all versions of its plan; null where the campaign belongs to none. */
  lineId: idSchema.nullable(),
  countsAs: z.enum(['leads', 'orders']),
});

export const importsContract = {
  /** Asks the user for a table; null where the dialog was closed. */
  'imports/choose-table': query(z.object({}).strict(), z.object({ path: z.string().nullable() })),
  /** Without a path the system's dialog asks; null where it was closed. */
  'imports/inspect': query(
    z
      .object({
        /** `any`: as the file shows; `moving-in`: a board or a list of tasks, whichever the file is. */
        kind: z.enum([...importKinds, 'any', 'moving-in']),
        path: lineSchema.nullable(),
        /** The file of this preview again, with something more said about it. */
        token: idSchema.optional(),
        /** Statistics belong to a client, and may leave unsaid what their money includes. */
        clientId: idSchema.nullable().optional(),
        vat: z.enum(['included', 'excluded']).nullable().optional(),
        dateOrder: z.enum(['dmy', 'mdy']).nullable().optional(),
        period: z.object({ from: dateSchema, to: dateSchema }).strict().nullable().optional(),
        account: lineSchema.nullable().optional(),
        /** Of a media plan: whether its money includes the agency's commission. */
        commission: z.enum(['included', 'excluded']).nullable().optional(),
        sheet: z.string().max(100).nullable().optional(),
        uses: z
          .array(z.object({ index: z.number().int().min(0), use: columnUseSchema }).strict())
          .max(1000)
          .optional(),
        /** Rows that are wrong and sums that differ were seen: the others are to be written. */
        accepted: z.boolean().optional(),
      })
      .strict(),
    z.object({ preview: importPreviewSchema.nullable() }),
  ),
  /** Tasks of another tool shown under this token, after what was said about them. */
  'imports/review-tasks': query(
    z
      .object({
        token: idSchema,
        /** Whose the tasks are that name no client. */
        clientId: idSchema.nullable(),
        dateOrder: z.enum(['dmy', 'mdy']).nullable(),
      })
      .strict(),
    z.object({
      preview: importPreviewSchema,
      asksDateOrder: z.boolean(),
      /** People and clients that nobody knows. */
      names: z.array(timeNameSchema.extend({ rows: z.number().int() })),
    }),
  ),
  'imports/write': command(
    z
      .object({
        token: idSchema,
        decisions: z.array(importDecisionSchema),
        /** Lines that campaigns were put to by hand. */
        campaigns: z.array(campaignDecisionSchema).max(5000).optional(),
      })
      .strict(),
    importAnswerSchema,
  ),
  /** Campaigns of a client of which statistics were imported, by spend. */
  'imports/list-campaigns': query(
    z.object({ clientId: idSchema }).strict(),
    z.object({ campaigns: z.array(mappedCampaignSchema) }),
  ),
  /** Puts a campaign to a line of a plan, or to none, for all days booked and to come. */
  'imports/map-campaign': command(
    z
      .object({
        clientId: idSchema,
        source: adSourceSchema,
        campaignKey: z.string().min(1),
        lineId: idSchema.nullable(),
        countsAs: z.enum(['leads', 'orders']),
      })
      .strict(),
    z.object({}),
  ),
  'imports/save-refused': query(
    z.object({ token: idSchema }).strict(),
    z.object({ path: z.string().nullable() }),
  ),
};

export type ImportAnswer = z.infer<typeof importAnswerSchema>;
export type ImportPreview = z.infer<typeof importPreviewSchema>;
export type PreviewRow = z.infer<typeof previewRowSchema>;
export type ImportDecision = z.infer<typeof importDecisionSchema>;
export type ImportProblem = z.infer<typeof importProblemSchema>;
export type MappedCampaign = z.infer<typeof mappedCampaignSchema>;
export type CampaignDecision = z.infer<typeof campaignDecisionSchema>;
export type PreviewCampaign = z.infer<typeof previewCampaignSchema>;
export type PlanPreview = z.infer<typeof planPreviewSchema>;
export type ImportMatch = z.infer<typeof matchSchema>;
