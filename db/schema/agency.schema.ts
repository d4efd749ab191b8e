import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { dateOn, id, minor, ppm, revision, seconds } from './columns';

/** The agency whose portfolio this file holds. Exactly one row, id = 'agency'. */
export const agency = sqliteTable('agency', {
  id: id(),
  name: text('name').notNull(),
  city: text('city').notNull().default(''),
  country: text('country', { enum: ['RU', 'LV'] }).notNull(),
  baseCurrency: text('base_currency').notNull(),
  language: text('language', { enum: ['ru', 'en', 'lv'] }).notNull(),
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
  signatoryName: text('signatory_name').notNull().default(''),
  signatoryBasis: text('signatory_basis').notNull().default(''),
  logo: blob('logo', { mode: 'buffer' }),
  logoType: text('logo_type', { enum: ['image/png', 'image/jpeg'] }),
  /** Person who works in this file; the actor of the journal. */
  userId: text('user_id'),
  userRole: text('user_role', { enum: ['manager', 'lead'] })
    .notNull()
    .default('manager'),
  /** Delivery margin the portfolio is held against. */
  marginTargetPpm: ppm('margin_target_ppm').notNull().default(450000),
  /** Share of clients lost in a month; unknown where null. */
  monthlyChurnPpm: ppm('monthly_churn_ppm'),
  /** Cost of winning one client, base currency; unknown where null. */
  acquisitionCostMinor: minor('acquisition_cost_minor'),
  revision: revision(),
});

/** Tax and bonus rates by country and date. The row valid on a document's date applies. */
export const datedRates = sqliteTable('dated_rates', {
  id: id(),
  kind: text('kind', {
    enum: ['vat', 'payroll-tax', 'upsell-bonus', 'ad-levy'],
  }).notNull(),
  country: text('country').notNull(),
  validFrom: dateOn('valid_from').notNull(),
  validTo: dateOn('valid_to'),
  ratePpm: ppm('rate_ppm').notNull(),
  revision: revision(),
});

/** Accounting exchange rates: units of the base currency for one unit of `currency`, times 1,000,000. */
export const accountingRates = sqliteTable('accounting_rates', {
  id: id(),
  currency: text('currency').notNull(),
  validFrom: dateOn('valid_from').notNull(),
  rateMicro: integer('rate_micro').notNull(),
  revision: revision(),
});

/** Overhead of the agency for a period. Hours left null are taken from the time sheets. */
export const overheadPeriods = sqliteTable('overhead_periods', {
  id: id(),
  fromOn: dateOn('from_on').notNull(),
  toOn: dateOn('to_on').notNull(),
  facilityCostMinor: minor('facility_cost_minor').notNull(),
  totalSeconds: seconds('total_s'),
  internalSeconds: seconds('internal_s'),
  /** Cost of one internal hour, base currency minor units; null: from the people's own cost. */
  internalHourCostMinor: minor('internal_hour_cost_minor'),
  clientSeconds: seconds('client_s'),
  revision: revision(),
});
