import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { clients } from './clients.schema';
import { dateOn, id, minor, revision } from './columns';
import { mediaPlanLines } from './media-plans.schema';
import { imports } from './money.schema';

/** An account of a client at a platform, and what was said of its money once. */
export const adAccounts = sqliteTable('ad_accounts', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  source: text('source').notNull(),
  /** Empty for files that name none. */
  account: text('account').notNull().default(''),
  vat: text('vat', { enum: ['included', 'excluded', 'unknown'] })
    .notNull()
    .default('unknown'),
  revision: revision(),
});

/** Which line a campaign belongs to; the line stands for itself in all versions of its plan. */
export const adMappingRules = sqliteTable('ad_mapping_rules', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  source: text('source').notNull(),
  campaignKey: text('campaign_key').notNull(),
  lineId: text('line_id')
    .notNull()
    .references(() => mediaPlanLines.id),
  countsAs: text('counts_as', { enum: ['leads', 'orders'] })
    .notNull()
    .default('leads'),
  revision: revision(),
});

/** A campaign's day, or its period where the file has no days; money as the platform states it. */
export const adStatistics = sqliteTable('ad_statistics', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  source: text('source').notNull(),
  account: text('account').notNull().default(''),
  /** The platform's id, or the name where the file has no ids. */
  campaignKey: text('campaign_key').notNull(),
  campaign: text('campaign').notNull(),
  fromOn: dateOn('from_on').notNull(),
  toOn: dateOn('to_on').notNull(),
  spendMinor: minor('spend_minor').notNull(),
  currency: text('currency').notNull(),
  vat: text('vat', { enum: ['included', 'excluded', 'unknown'] }).notNull(),
  impressions: integer('impressions'),
  clicks: integer('clicks'),
  /** Attribution models share a conversion between campaigns. */
  conversionsHundredths: integer('conversions_hundredths'),
  revenueMinor: minor('revenue_minor'),
  importId: text('import_id')
    .notNull()
    .references(() => imports.id),
  revision: revision(),
});

/** Visits of a site by source, campaign or day. */
export const webStatistics = sqliteTable('web_statistics', {
  id: id(),
  clientId: text('client_id')
    .notNull()
    .references(() => clients.id),
  source: text('source').notNull(),
  account: text('account').notNull().default(''),
  /** What the visits are parted by, as the file heads it. */
  dimension: text('dimension').notNull().default(''),
  label: text('label').notNull().default(''),
  fromOn: dateOn('from_on').notNull(),
  toOn: dateOn('to_on').notNull(),
  visits: integer('visits').notNull(),
  users: integer('users'),
  conversionsHundredths: integer('conversions_hundredths'),
  revenueMinor: minor('revenue_minor'),
  currency: text('currency'),
  importId: text('import_id')
    .notNull()
    .references(() => imports.id),
  revision: revision(),
});
