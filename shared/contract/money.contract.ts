import { z } from 'zod';
import { command, query } from './channel';
import { invoiceRowSchema } from './clients.contract';
import {
  dateSchema,
  doneSchema,
  emptySchema,
  idSchema,
  lineSchema,
  minorSchema,
  ppmSchema,
  revisionSchema,
} from './primitives';

export const invoiceLineInputSchema = z.object({
  title: lineSchema.min(1),
  /** Net of VAT where `vatMode` is on-top, with VAT where it is included. */
  amountMinor: minorSchema,
  /** Null: «без НДС». */
  vatPpm: ppmSchema.nullable(),
});

export const invoiceInputSchema = z.object({
  clientId: idSchema,
  number: lineSchema.min(1),
  issuedOn: dateSchema,
  dueOn: dateSchema,
  vatMode: z.enum(['on-top', 'included']),
  lines: z.array(invoiceLineInputSchema).min(1).max(500),
});

export const paymentInputSchema = z.object({
  clientId: idSchema,
  paidOn: dateSchema,
  amountMinor: minorSchema.min(1),
  purpose: lineSchema,
});

export const unallocatedPaymentSchema = z.object({
  id: idSchema,
  revision: revisionSchema,
  clientId: idSchema.nullable(),
  clientName: z.string().nullable(),
  paidOn: dateSchema,
  amountMinor: minorSchema,
  openMinor: minorSchema,
  currency: z.string(),
  counterpartyName: z.string(),
  counterpartyInn: z.string().nullable(),
  purpose: z.string(),
});

export const moneyContract = {
  'invoices/next-number': query(
    z.object({ clientId: idSchema, issuedOn: dateSchema }).strict(),
    z.object({
      number: z.string(),
      dueOn: dateSchema,
      vatPpm: ppmSchema.nullable(),
    }),
  ),
  'invoices/issue': command(invoiceInputSchema.strict(), doneSchema),
  'invoices/cancel': command(z.object({ id: idSchema }).strict(), doneSchema),
  'invoices/list-open': query(
    z.object({ clientId: idSchema.nullable() }).strict(),
    z.object({
      invoices: z.array(invoiceRowSchema.extend({ clientId: idSchema, clientName: z.string() })),
    }),
  ),
  'payments/record': command(paymentInputSchema.strict(), doneSchema),
  'payments/list-unallocated': query(
    emptySchema,
    z.object({ payments: z.array(unallocatedPaymentSchema) }),
  ),
  'payments/allocate': command(
    z
      .object({
        paymentId: idSchema,
        invoiceId: idSchema,
        amountMinor: minorSchema.min(1),
      })
      .strict(),
    doneSchema,
  ),
  'payments/release': command(z.object({ paymentId: idSchema }).strict(), doneSchema),
};

export type UnallocatedPayment = z.infer<typeof unallocatedPaymentSchema>;
