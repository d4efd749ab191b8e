import { z } from 'zod';
import { BREAK_KINDS } from '../domain/reconciliation';
import { command, query } from './channel';
import {
  currencySchema,
  dateSchema,
  doneSchema,
  emptySchema,
  idSchema,
  lineSchema,
  minorSchema,
  monthSchema,
  ppmSchema,
  revisionSchema,
} from './primitives';

const breakKindSchema = z.enum(BREAK_KINDS);
const basisSchema = z.enum(['net', 'with-vat', 'unknown-vat']);
const sumSchema = z.object({ currency: currencySchema, basis: basisSchema, minor: minorSchema });
const amountSchema = minorSchema.min(0);

const clientShape = {
  clientId: idSchema,
  clientName: z.string(),
  clientMark: z.string(),
  clientHue: z.number().int(),
};

/** A break of a client's month; the channel is empty where the whole month is meant. */
const breakAt = {
  clientId: idSchema,
  month: monthSchema,
  channel: lineSchema,
  kind: breakKindSchema,
};

const breakSchema = z.object({
  ...clientShape,
  month: monthSchema,
  channel: z.string(),
  kind: breakKindSchema,
  /** Signed; null where the sides cannot be compared. */
  minor: minorSchema.nullable(),
  currency: currencySchema.nullable(),
  state: z.enum(['open', 'explained', 'settled']),
  note: z.string(),
  decidedBy: z.string(),
  decidedOn: dateSchema.nullable(),
  /** It was decided at another amount: it is open again. */
  isChanged: z.boolean(),
});

export const reconciliationSchema = z.object({
  toleranceMinor: amountSchema,
  rows: z.array(
    z.object({
      ...clientShape,
      month: monthSchema,
      channel: z.string(),
      platform: z.array(sumSchema),
      vendor: z.array(sumSchema),
      billed: z.array(sumSchema),
      /** Part of what was billed that stands in drafts only. */
      draftMinor: minorSchema,
      unit: z.object({ currency: currencySchema, basis: basisSchema }).nullable(),
      spendVendorMinor: minorSchema.nullable(),
      vendorBilledMinor: minorSchema.nullable(),
      expectedRebateMinor: minorSchema.nullable(),
      statedRebateMinor: minorSchema.nullable(),
      breaks: z.array(breakKindSchema),
    }),
  ),
  commissions: z.array(
    z.object({
      ...clientShape,
      month: monthSchema,
      currency: currencySchema,
      mediaMinor: minorSchema,
      rule: z.object({ ppm: ppmSchema, basis: z.enum(['on-top', 'inside']) }).nullable(),
      expectedMinor: minorSchema.nullable(),
      billedMinor: minorSchema,
      isBroken: z.boolean(),
    }),
  ),
  breaks: z.array(breakSchema),
  totals: z.array(
    z.object({
      currency: currencySchema,
      basis: basisSchema,
      platformMinor: minorSchema,
      vendorMinor: minorSchema,
      billedMinor: minorSchema,
    }),
  ),
});

export const vendorDocumentInputSchema = z.object({
  clientId: idSchema,
  vendor: lineSchema.min(1),
  kind: z.enum(['invoice', 'act']),
  number: lineSchema.min(1),
  datedOn: dateSchema,
  fromOn: dateSchema,
  toOn: dateSchema,
  channel: lineSchema.min(1),
  /** Line of an approved media plan that it is for; null: of the channel as a whole. */
  lineId: idSchema.nullable(),
  currency: currencySchema,
  netMinor: minorSchema,
  vatMinor: minorSchema,
  /** Null: the document states none. */
  rebateMinor: amountSchema.nullable(),
  /** Where the file is, and what else is worth knowing. */
  note: lineSchema,
});

export const vendorDocumentSchema = vendorDocumentInputSchema.extend({
  id: idSchema,
  revision: revisionSchema,
  clientName: z.string(),
  /** What the line is called; empty where there is none. */
  lineName: z.string(),
});

const span = { clientId: idSchema.nullable(), from: monthSchema, to: monthSchema };

export const reconciliationContract = {
  'reconciliation/show': query(z.object(span).strict(), reconciliationSchema),
  'reconciliation/decide': command(
    z
      .object({
        ...breakAt,
        /** As it was shown: the decision holds for this amount only. */
        amountMinor: minorSchema.nullable(),
        state: z.enum(['explained', 'settled']),
        note: lineSchema.min(1),
      })
      .strict(),
    doneSchema,
  ),
  'reconciliation/reopen': command(z.object(breakAt).strict(), doneSchema),
  'reconciliation/set-tolerance': command(
    z.object({ toleranceMinor: amountSchema }).strict(),
    emptySchema,
  ),
  /** Lines of issued invoices of which nobody has said what media they bill. */
  'reconciliation/list-unbilled-lines': query(
    z.object({ clientId: idSchema, month: monthSchema }).strict(),
    z.object({
      lines: z.array(
        z.object({
          id: idSchema,
          number: z.string(),
          issuedOn: dateSchema,
          title: z.string(),
          netMinor: minorSchema,
          currency: currencySchema,
        }),
      ),
    }),
  ),
  'reconciliation/bill-line': command(
    z
      .object({
        invoiceLineId: idSchema,
        month: monthSchema,
        /** Empty for the commission of the month. */
        channel: lineSchema,
        part: z.enum(['media', 'commission', 'discount']),
      })
      .strict(),
    doneSchema,
  ),
  'vendor-documents/list': query(
    z.object(span).strict(),
    z.object({ documents: z.array(vendorDocumentSchema) }),
  ),
  'vendor-documents/record': command(vendorDocumentInputSchema.strict(), doneSchema),
  'vendor-documents/amend': command(
    z
      .object({
        id: idSchema,
        revision: revisionSchema,
        fields: vendorDocumentInputSchema.strict(),
      })
      .strict(),
    doneSchema,
  ),
  /** Lines of the client's approved media plans that run in the month. */
  'vendor-documents/list-lines': query(
    z.object({ clientId: idSchema, month: monthSchema }).strict(),
    z.object({
      lines: z.array(
        z.object({ id: idSchema, planName: z.string(), channel: z.string(), name: z.string() }),
      ),
    }),
  ),
  'vendor-documents/remove': command(z.object({ id: idSchema }).strict(), doneSchema),
};

export type Reconciliation = z.infer<typeof reconciliationSchema>;
export type ReconciliationBreak = Reconciliation['breaks'][number];
export type ReconciliationDtoRow = Reconciliation['rows'][number];
export type VendorDocumentFields = z.infer<typeof vendorDocumentInputSchema>;
export type VendorDocument = z.infer<typeof vendorDocumentSchema>;
