import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { clients } from './clients.schema';
import { dateOn, id, instant, minor, ppm, revision } from './columns';

/** Issued documents. Totals are those printed on the document and equal the sum of its lines. */
export const invoices = sqliteTable('invoices', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  number: text('number').notNull(),
  issuedOn: dateOn('issued_on').notNull(),
  dueOn: dateOn('due_on').notNull(),
  currency: text('currency').notNull(),
  /** `on-top`: VAT is added to the net of each rate; `included`: it is taken out of the gross. */
  vatMode: text('vat_mode', { enum: ['on-top', 'included'] })
    .notNull()
    .default('on-top'),
  netMinor: minor('net_minor').notNull(),
  vatMinor: minor('vat_minor').notNull(),
  grossMinor: minor('gross_minor').notNull(),
  cancelledAt: instant('cancelled_at'),
  revision: revision(),
});

export const invoiceLines = sqliteTable('invoice_lines', {
  id: id(),
  invoiceId: text('invoice_id')
    .notNull()
    .references(() => invoices.id),
  position: integer('position').notNull(),
  title: text('title').notNull(),
  netMinor: minor('net_minor').notNull(),
  /** Null: «без НДС», which is not 0 %. */
  vatPpm: ppm('vat_ppm'),
  vatMinor: minor('vat_minor').notNull(),
  grossMinor: minor('gross_minor').notNull(),
  revision: revision(),
});

/** The agency's own bank accounts. */
export const ownAccounts = sqliteTable('own_accounts', {
  id: id(),
  number: text('number').notNull(),
  bik: text('bik'),
  bankName: text('bank_name').notNull().default(''),
  currency: text('currency').notNull(),
  revision: revision(),
});

/** Money that moved on an own account. `dedupeKey` makes a second import of the same operation a no-op. */
export const payments = sqliteTable('payments', {
  id: id(),
  direction: text('direction', { enum: ['in', 'out'] }).notNull(),
  paidOn: dateOn('paid_on').notNull(),
  amountMinor: minor('amount_minor').notNull(),
  currency: text('currency').notNull(),
  ownAccountId: text('own_account_id').references(() => ownAccounts.id),
  clientId: text('client_id').references(() => clients.id),
  counterpartyName: text('counterparty_name').notNull().default(''),
  counterpartyInn: text('counterparty_inn'),
  counterpartyAccount: text('counterparty_account'),
  purpose: text('purpose').notNull().default(''),
  documentKind: text('document_kind').notNull().default(''),
  documentNumber: text('document_number').notNull().default(''),
  dedupeKey: text('dedupe_key'),
  importId: text('import_id'),
  revision: revision(),
});

/** Part of a payment set against an invoice, same currency. */
export const paymentAllocations = sqliteTable('payment_allocations', {
  id: id(),
  paymentId: text('payment_id')
    .notNull()
    .references(() => payments.id),
  invoiceId: text('invoice_id')
    .notNull()
    .references(() => invoices.id),
  amountMinor: minor('amount_minor').notNull(),
  /** 0–100 from the matcher; null where a person decided. */
  confidence: integer('confidence'),
  /** JSON list of {code, points, params} from the matcher. */
  reasons: text('reasons').notNull().default('[]'),
  revision: revision(),
});

export const imports = sqliteTable('imports', {
  id: id(),
  kind: text('kind').notNull(),
  fileName: text('file_name').notNull(),
  fileSha256: text('file_sha256').notNull(),
  importedAt: instant('imported_at').notNull(),
  /** JSON answer of the import, as the console prints it. */
  result: text('result').notNull(),
  revision: revision(),
});
