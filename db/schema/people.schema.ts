import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { dateOn, id, minor, revision, seconds } from './columns';

export const people = sqliteTable('people', {
  id: id(),
  name: text('name').notNull(),
  /** Short code in lists and case files, such as PPC. */
  code: text('code').notNull(),
  role: text('role').notNull(),
  email: text('email'),
  managesClients: text('manages_clients', { enum: ['yes', 'no'] })
    .notNull()
    .default('no'),
  activeFrom: dateOn('active_from'),
  activeTo: dateOn('active_to'),
  revision: revision(),
});

/** What a person costs, base currency, valid from a date to a date. */
export const payRates = sqliteTable('pay_rates', {
  id: id(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  validFrom: dateOn('valid_from').notNull(),
  validTo: dateOn('valid_to'),
  monthlyPayMinor: minor('monthly_pay_minor').notNull(),
  monthlyBenefitsMinor: minor('monthly_benefits_minor').notNull(),
  /** Hours a month the cost is spread over. */
  availableSeconds: seconds('available_s').notNull(),
  revision: revision(),
});

/** What an hour of a person is sold for, valid from a date to a date. */
export const billRates = sqliteTable('bill_rates', {
  id: id(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  validFrom: dateOn('valid_from').notNull(),
  validTo: dateOn('valid_to'),
  hourPriceMinor: minor('hour_price_minor').notNull(),
  currency: text('currency').notNull(),
  revision: revision(),
});

/** Stated capacity of a period. `billableSeconds` covers clients of other managers too; null: from this file's time sheets. */
export const personPeriods = sqliteTable('person_periods', {
  id: id(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  fromOn: dateOn('from_on').notNull(),
  toOn: dateOn('to_on').notNull(),
  availableSeconds: seconds('available_s').notNull(),
  billableSeconds: seconds('billable_s'),
  revision: revision(),
});
