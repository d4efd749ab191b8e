import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { dateOn, id, instant, minor, ppm, revision } from './columns';
import { people } from './people.schema';

export const clients = sqliteTable('clients', {
  id: id(),
  name: text('name').notNull(),
  /** What the client is, in a word or two: «розничная сеть». */
  descriptor: text('descriptor').notNull().default(''),
  /** Two letters of the mark that names the client everywhere. */
  mark: text('mark').notNull(),
  /** 1–14: hue of the mark for life; above 14 hues repeat, outlined. */
  hue: integer('hue').notNull(),
  country: text('country', { enum: ['RU', 'LV', 'OTHER'] }).notNull(),
  language: text('language', { enum: ['ru', 'en', 'lv'] }).notNull(),
  currency: text('currency').notNull(),
  legalName: text('legal_name').notNull().default(''),
  address: text('address').notNull().default(''),
  inn: text('inn'),
  kpp: text('kpp'),
  ogrn: text('ogrn'),
  bik: text('bik'),
  account: text('account'),
  correspondentAccount: text('correspondent_account'),
  bankName: text('bank_name'),
  registrationNumber: text('registration_number'),
  vatNumber: text('vat_number'),
  iban: text('iban'),
  tier: text('tier', { enum: ['A', 'B', 'C'] }).notNull(),
  managerId: text('manager_id').references(() => people.id),
  deputyId: text('deputy_id').references(() => people.id),
  sinceOn: dateOn('since_on'),
  untilOn: dateOn('until_on'),
  lostReason: text('lost_reason'),
  paymentDays: integer('payment_days').notNull().default(14),
  /** Debt allowed, client's currency; null: no limit agreed. */
  creditLimitMinor: minor('credit_limit_minor'),
  /** Name, legal name and numbers folded for search: lower case, ё as е. */
  searchText: text('search_text').notNull(),
  archivedAt: instant('archived_at'),
  revision: revision(),
});

export const contacts = sqliteTable('contacts', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  name: text('name').notNull(),
  position: text('position').notNull().default(''),
  phone: text('phone'),
  email: text('email'),
  approvesBriefs: text('approves_briefs', { enum: ['yes', 'no'] })
    .notNull()
    .default('no'),
  revision: revision(),
});

export const contracts = sqliteTable('contracts', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  number: text('number').notNull(),
  signedOn: dateOn('signed_on').notNull(),
  endsOn: dateOn('ends_on'),
  renewByOn: dateOn('renew_by_on'),
  revision: revision(),
});

/** Agency commission (АК) on media by date; `basis` says whether k is on top of the spend or inside the client's price. */
export const commissionTerms = sqliteTable('commission_terms', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  validFrom: dateOn('valid_from').notNull(),
  validTo: dateOn('valid_to'),
  ratePpm: ppm('rate_ppm').notNull(),
  basis: text('basis', { enum: ['on-top', 'inside'] }).notNull(),
  revision: revision(),
});

export const npsAnswers = sqliteTable('nps_answers', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  answeredOn: dateOn('answered_on').notNull(),
  score: integer('score').notNull(),
  comment: text('comment').notNull().default(''),
  revision: revision(),
});

export const deadlines = sqliteTable('deadlines', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  dueOn: dateOn('due_on').notNull(),
  title: text('title').notNull(),
  kind: text('kind', {
    enum: ['task', 'report', 'meeting', 'payment', 'contract', 'launch'],
  }).notNull(),
  doneAt: instant('done_at'),
  revision: revision(),
});

export const contactLog = sqliteTable('contact_log', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  contactedAt: instant('contacted_at').notNull(),
  /** Calendar date of the contact where it happened. */
  contactedOn: dateOn('contacted_on').notNull(),
  channel: text('channel', {
    enum: ['call', 'meeting', 'email', 'chat', 'visit'],
  }).notNull(),
  note: text('note').notNull().default(''),
  personId: text('person_id').references(() => people.id),
  revision: revision(),
});
