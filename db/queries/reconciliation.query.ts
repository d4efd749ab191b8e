import type { ReadDb } from '../read-db';

/** Months, inclusive; client null: all. */
export type MonthSpan = { clientId: string | null; from: string; to: string };

export type PlatformRow = {
  clientId: string;
  month: string;
  channel: string;
  currency: string;
  vat: 'included' | 'excluded' | 'unknown';
  minor: number;
};

/** What platforms call themselves on a plan. */
const SOURCE_NAMES = `CASE s.source WHEN 'yandex-direct' THEN 'Яндекс Директ' WHEN 'google-ads' THEN 'Google Ads'
  WHEN 'meta' THEN 'Meta Ads' WHEN 'vk-ads' THEN 'VK Реклама' ELSE s.source END`;

/** A line without a channel goes by its placement, as in its invoice's draft. */
const CHANNEL = "coalesce(nullif(l.channel, ''), nullif(l.placement, ''), p.name)";

/**
 * Spend as platforms state it: facts of media plans, and statistics of campaigns that belong to no line; of a
 * channel that has neither in a month, the media recorded for the client.
 */
export function readPlatformSpend(read: ReadDb, span: MonthSpan): PlatformRow[] {
  return read.all<PlatformRow>(
    `WITH stated AS (
       SELECT p.client_id, substr(f.fact_on, 1, 7) AS month, ${CHANNEL} AS channel, p.currency,
         'excluded' AS vat, f.spend_minor AS minor
       FROM media_plans p JOIN media_plan_lines l ON l.plan_id = p.id JOIN media_plan_facts f ON f.line_id = l.id
       WHERE (:clientId IS NULL OR p.client_id = :clientId) AND substr(f.fact_on, 1, 7) BETWEEN :from AND :to
         AND f.spend_minor IS NOT NULL
       UNION ALL
       SELECT s.client_id, substr(s.to_on, 1, 7), ${SOURCE_NAMES}, s.currency, s.vat, s.spend_minor
       FROM ad_statistics s
       WHERE (:clientId IS NULL OR s.client_id = :clientId) AND substr(s.to_on, 1, 7) BETWEEN :from AND :to
         AND NOT EXISTS (SELECT 1 FROM ad_mapping_rules r WHERE r.client_id = s.client_id AND r.source = s.source
                         AND r.campaign_key = s.campaign_key)
     )
     SELECT client_id AS clientId, month, channel, currency, vat, sum(minor) AS minor
     FROM stated GROUP BY 1, 2, 3, 4, 5
     UNION ALL
     SELECT m.client_id, substr(m.to_on, 1, 7), m.channel, c.currency, 'excluded', sum(m.actual_minor)
     FROM media_spend m JOIN clients c ON c.id = m.client_id
     WHERE (:clientId IS NULL OR m.client_id = :clientId) AND substr(m.to_on, 1, 7) BETWEEN :from AND :to
       AND coalesce(m.actual_minor, 0) <> 0
       AND NOT EXISTS (SELECT 1 FROM stated s WHERE s.client_id = m.client_id
                       AND s.month = substr(m.to_on, 1, 7) AND s.channel = m.channel)
     GROUP BY 1, 2, 3, 4`,
    { ...span },
  );
}

export type BilledRow = {
  clientId: string;
  month: string;
  channel: string;
  part: 'media' | 'commission' | 'discount';
  currency: string;
  minor: number;
  isDraft: 0 | 1;
};

/** What clients were billed of media, net of VAT: issued invoices and drafts. */
export function readBilledMedia(read: ReadDb, span: MonthSpan): BilledRow[] {
  return read.all<BilledRow>(
    `SELECT b.client_id AS clientId, b.month, b.channel, b.part, i.currency, sum(b.net_minor) AS minor, 0 AS isDraft
     FROM media_billings b JOIN invoice_lines l ON l.id = b.invoice_line_id JOIN invoices i ON i.id = l.invoice_id
     WHERE (:clientId IS NULL OR b.client_id = :clientId) AND b.month BETWEEN :from AND :to
       AND i.cancelled_at IS NULL
     GROUP BY 1, 2, 3, 4, 5
     UNION ALL
     SELECT d.client_id, d.month, l.channel, l.part, d.currency, sum(l.net_minor), 1
     FROM invoice_drafts d JOIN invoice_draft_lines l ON l.draft_id = d.id
     WHERE (:clientId IS NULL OR d.client_id = :clientId) AND d.month BETWEEN :from AND :to
     GROUP BY 1, 2, 3, 4, 5`,
    { ...span },
  );
}

export type VendorDocumentQueryRow = {
  id: string;
  revision: number;
  clientId: string;
  clientName: string;
  vendor: string;
  kind: 'invoice' | 'act';
  number: string;
  datedOn: string;
  fromOn: string;
  toOn: string;
  channel: string;
  lineId: string | null;
  lineName: string;
  currency: string;
  netMinor: number;
  vatMinor: number;
  rebateMinor: number | null;
  note: string;
};

/** Vendors' documents of some months, by client and day. */
export function readVendorDocuments(read: ReadDb, span: MonthSpan): VendorDocumentQueryRow[] {
  return read.all<VendorDocumentQueryRow>(
    `SELECT d.id, d.revision, d.client_id AS clientId, c.name AS clientName, d.vendor, d.kind, d.number, d.dated_on AS datedOn,
       d.from_on AS fromOn, d.to_on AS toOn, d.channel, d.line_id AS lineId,
       coalesce(nullif(l.placement, ''), l.channel, '') AS lineName, d.currency, d.net_minor AS netMinor, d.vat_minor AS vatMinor,
       d.rebate_minor AS rebateMinor, d.note
     FROM vendor_documents d JOIN clients c ON c.id = d.client_id
       LEFT JOIN media_plan_lines l ON l.id = d.line_id
     WHERE (:clientId IS NULL OR d.client_id = :clientId) AND substr(d.to_on, 1, 7) BETWEEN :from AND :to
     ORDER BY c.name, d.dated_on, d.id`,
    { ...span },
  );
}

export type DocumentLineRow = { id: string; planName: string; channel: string; name: string };

/** Lines of a client's approved plans that run in a month, by plan and in the plan's order. */
export function readDocumentLines(
  read: ReadDb,
  clientId: string,
  month: string,
): DocumentLineRow[] {
  return read.all<DocumentLineRow>(
    `SELECT l.id, p.name AS planName, ${CHANNEL} AS channel, coalesce(nullif(l.placement, ''), l.channel) AS name
     FROM media_plans p JOIN media_plan_lines l ON l.plan_id = p.id
     WHERE p.client_id = ? AND p.status = 'approved' AND p.archived_at IS NULL
       AND ? BETWEEN substr(l.from_on, 1, 7) AND substr(l.to_on, 1, 7)
     ORDER BY p.from_on, p.number, p.version DESC, l.position, l.id`,
    clientId,
    month,
  );
}

/** Rebates agreed with vendors, by client, month and channel: of the recorded media, or of approved plans. */
export function readAgreedRebates(
  read: ReadDb,
  span: MonthSpan,
): { clientId: string; month: string; channel: string; ratePpm: number }[] {
  return read.all(
    `SELECT clientId, month, channel, max(ratePpm) AS ratePpm FROM (
       SELECT m.client_id AS clientId, substr(m.to_on, 1, 7) AS month, m.channel, m.rebate_ppm AS ratePpm
       FROM media_spend m
       WHERE (:clientId IS NULL OR m.client_id = :clientId) AND substr(m.to_on, 1, 7) BETWEEN :from AND :to
       UNION ALL
       SELECT p.client_id, c.month, ${CHANNEL}, l.rebate_ppm
       FROM media_plans p JOIN media_plan_lines l ON l.plan_id = p.id
         JOIN calendar_months c ON c.month BETWEEN substr(l.from_on, 1, 7) AND substr(l.to_on, 1, 7)
       WHERE p.status = 'approved' AND (:clientId IS NULL OR p.client_id = :clientId)
         AND c.month BETWEEN :from AND :to)
     GROUP BY 1, 2, 3`,
    { ...span },
  );
}

/** How clients are named, marked and what commission each has agreed to, from when to when. */
export function readReconciliationClients(
  read: ReadDb,
): { id: string; name: string; mark: string; hue: number; currency: string }[] {
  return read.all('SELECT id, name, mark, hue, currency FROM clients ORDER BY name, id');
}

export type UnbilledLineRow = {
  id: string;
  number: string;
  issuedOn: string;
  title: string;
  netMinor: number;
  currency: string;
};

/** Lines of a client's invoices issued within a span of days that bill no media yet. */
export function readUnbilledLines(
  read: ReadDb,
  clientId: string,
  from: string,
  to: string,
): UnbilledLineRow[] {
  return read.all<UnbilledLineRow>(
    `SELECT l.id, i.number, i.issued_on AS issuedOn, l.title, l.net_minor AS netMinor, i.currency
     FROM invoices i JOIN invoice_lines l ON l.invoice_id = i.id
     WHERE i.client_id = ? AND i.issued_on BETWEEN ? AND ? AND i.cancelled_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM media_billings b WHERE b.invoice_line_id = l.id)
     ORDER BY i.issued_on, i.number, l.position`,
    clientId,
    from,
    to,
  );
}

/** An invoice's line with its document. */
export function findInvoiceLine(
  read: ReadDb,
  id: string,
): { clientId: string; number: string; netMinor: number; isBilled: 0 | 1 } | undefined {
  return read.get(
    `SELECT i.client_id AS clientId, i.number, l.net_minor AS netMinor,
       EXISTS (SELECT 1 FROM media_billings b WHERE b.invoice_line_id = l.id) AS isBilled
     FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id WHERE l.id = ?`,
    id,
  );
}
