import { z } from 'zod';
import { BUDGET_KINDS } from '../domain/budget';
import { command, query } from './channel';
import {
  currencySchema,
  dateSchema,
  doneSchema,
  idSchema,
  lineSchema,
  minorSchema,
  monthSchema,
  phraseSchema,
  ppmSchema,
  textSchema,
} from './primitives';

const kindSchema = z.enum(BUDGET_KINDS);
const warningSchema = z.enum(['none', 'near', 'out', 'over']);

/** Money in minor units of the client's currency; seconds where the kind is `hours`. */
const amountSchema = minorSchema;
const projectIdSchema = idSchema.nullable();

const sumsShape = {
  baseline: amountSchema.nullable(),
  planned: amountSchema,
  forecast: amountSchema,
  actual: amountSchema,
  remaining: amountSchema,
  warning: warningSchema,
};

const cellSchema = z.object({
  month: monthSchema,
  ...sumsShape,
  /** Part of the plan that was typed, and part that approved media plans brought. */
  typed: amountSchema,
  fromPlans: amountSchema,
  typedForecast: amountSchema.nullable(),
  /** Part of the actual that was entered late for locked months. */
  adjusted: amountSchema,
});

const rowSchema = z.object({
  kind: kindSchema,
  cells: z.array(cellSchema),
  total: z.object(sumsShape),
});

export const budgetSchema = z.object({
  clientId: idSchema,
  currency: currencySchema,
  thisMonth: monthSchema,
  months: z.array(
    z.object({
      month: monthSchema,
      lock: z
        .object({
          id: idSchema,
          lockedOn: dateSchema,
          lockedBy: z.string(),
          note: z.string(),
        })
        .nullable(),
    }),
  ),
  /** All sections together. */
  rows: z.array(rowSchema),
  /** Fees, commission, media and production together. */
  money: z.object({
    cells: z.array(z.object({ month: monthSchema, ...sumsShape })),
    total: z.object(sumsShape),
  }),
  sections: z.array(
    z.object({
      /** Null: what belongs to no project. */
      projectId: projectIdSchema,
      name: z.string(),
      projectKind: z.enum(['retainer', 'fixed-fee']).nullable(),
      rows: z.array(rowSchema),
    }),
  ),
  agreements: z.array(
    z.object({
      id: idSchema,
      fromMonth: monthSchema,
      toMonth: monthSchema,
      agreedOn: dateSchema,
      agreedBy: z.string(),
      note: z.string(),
      moneyTotal: minorSchema,
      hoursTotal: z.number().int(),
    }),
  ),
  adjustments: z.array(
    z.object({
      id: idSchema,
      month: monthSchema,
      projectName: z.string().nullable(),
      kind: kindSchema,
      amount: amountSchema,
      recordedOn: dateSchema,
      countedIn: monthSchema,
      who: z.string(),
      /** What was done, as the history names it; null where it came with the file. */
      action: phraseSchema.nullable(),
      reason: z.string(),
    }),
  ),
  /** Approved media plans of the months, and whether their money is in the budget. */
  plans: z.array(
    z.object({
      id: idSchema,
      name: z.string(),
      number: z.number().int(),
      version: z.number().int(),
      currency: currencySchema,
      isBooked: z.boolean(),
    }),
  ),
});

const cellAt = {
  clientId: idSchema,
  projectId: projectIdSchema,
  kind: kindSchema,
  month: monthSchema,
};

const spanShape = { from: monthSchema, to: monthSchema };

const draftLineSchema = z.object({
  channel: z.string(),
  part: z.enum(['media', 'commission', 'discount', 'fees']),
  title: z.string(),
  netMinor: minorSchema,
  vatPpm: ppmSchema.nullable(),
  vatMinor: minorSchema,
  grossMinor: minorSchema,
});

export const invoiceDraftSchema = z.object({
  id: idSchema,
  clientId: idSchema,
  clientName: z.string(),
  clientMark: z.string(),
  clientHue: z.number().int(),
  planId: idSchema.nullable(),
  proposalId: idSchema.nullable(),
  sourceName: z.string(),
  sourceNumber: z.number().int(),
  sourceVersion: z.number().int(),
  month: monthSchema,
  currency: currencySchema,
  netMinor: minorSchema,
  vatMinor: minorSchema,
  grossMinor: minorSchema,
  lines: z.array(draftLineSchema),
});

const cellRowSchema = z.object({
  kind: kindSchema,
  label: phraseSchema,
  /** Where the row is kept; null where it is the budget itself. */
  link: z.string().nullable(),
  amount: amountSchema,
});

export const budgetsContract = {
  'budgets/show': query(z.object({ clientId: idSchema, ...spanShape }).strict(), budgetSchema),
  /** The rows that a cell is made of. `money` is all kinds but hours, `isWhole` all sections. */
  'budgets/show-cell': query(
    z
      .object({
        clientId: idSchema,
        projectId: projectIdSchema,
        isWhole: z.boolean(),
        kind: z.enum([...BUDGET_KINDS, 'money']),
        month: monthSchema,
      })
      .strict(),
    z.object({ planned: z.array(cellRowSchema), actual: z.array(cellRowSchema) }),
  ),
  /** Types the whole plan of a cell, media plans included; it may not be less than they are. */
  'budgets/plan-amount': command(
    z.object({ ...cellAt, planned: amountSchema.min(0) }).strict(),
    doneSchema,
  ),
  /** Null: the forecast follows from plan and actual again. */
  'budgets/forecast-amount': command(
    z.object({ ...cellAt, forecast: amountSchema.min(0).nullable() }).strict(),
    doneSchema,
  ),
  'budgets/move': command(
    z
      .object({
        clientId: idSchema,
        projectId: projectIdSchema,
        kind: kindSchema,
        fromMonth: monthSchema,
        toMonth: monthSchema,
        amount: amountSchema.min(1),
      })
      .strict(),
    doneSchema,
  ),
  /** Moves what a month left unused to the next one. */
  'budgets/carry-over': command(z.object(cellAt).strict(), z.object({ amount: amountSchema })),
  'budgets/agree': command(
    z
      .object({
        clientId: idSchema,
        ...spanShape,
        agreedOn: dateSchema,
        /** Who agreed, at the client's. */
        agreedBy: lineSchema.min(1),
        note: textSchema,
      })
      .strict(),
    doneSchema,
  ),
  'budgets/lock-month': command(
    z.object({ clientId: idSchema, month: monthSchema, note: lineSchema }).strict(),
    doneSchema,
  ),
  'budgets/unlock-month': command(
    z.object({ clientId: idSchema, month: monthSchema }).strict(),
    doneSchema,
  ),
  'budgets/explain-adjustment': command(
    z.object({ id: idSchema, reason: lineSchema }).strict(),
    doneSchema,
  ),
  'invoice-drafts/list': query(
    z.object({ clientId: idSchema.nullable() }).strict(),
    z.object({ drafts: z.array(invoiceDraftSchema) }),
  ),
  /** Issues the invoice of a draft with the VAT of its day; the draft is gone. */
  'invoice-drafts/issue': command(
    z
      .object({ id: idSchema, number: lineSchema.min(1), issuedOn: dateSchema, dueOn: dateSchema })
      .strict(),
    doneSchema,
  ),
  'invoice-drafts/discard': command(z.object({ id: idSchema }).strict(), doneSchema),
};

export type Budget = z.infer<typeof budgetSchema>;
export type BudgetRow = Budget['rows'][number];
export type BudgetCellDto = BudgetRow['cells'][number];
export type BudgetCellRow = z.infer<typeof cellRowSchema>;
export type BudgetSection = Budget['sections'][number];
export type InvoiceDraft = z.infer<typeof invoiceDraftSchema>;
