import type { ReadDb } from '../read-db';

/**
 * The rows that figures of a span are computed from, gathered first, so that the arithmetic itself does
 * no reading. Amounts are minor units of the client's currency unless a name says otherwise; spans are
 * inclusive dates. `clientId` null gathers for every client of the file.
 */
export type Span = { clientId: string | null; from: string; to: string };

function ofClient(column: string, clientId: string | null): string {
  // Two texts rather than "? IS NULL OR": SQLite would not seek in an index for the latter.
  return clientId === null ? ':clientId IS NULL' : `${column} = :clientId`;
}

export type FigureClientRow = { id: string; name: string; currency: string };

/** Clients by id; archived ones too, since their months stay in the books. */
export function readFigureClients(read: ReadDb, clientId: string | null): FigureClientRow[] {
  return read.all<FigureClientRow>(
    `SELECT c.id, c.name, c.currency FROM clients c WHERE ${ofClient('c.id', clientId)} ORDER BY c.id`,
    { clientId },
  );
}

export type TimeSlotRow = {
  clientId: string;
  /** A month, or a day where rates change within the month. */
  slot: string;
  /** First day of the slot that has time: the day its rates are looked up for. */
  firstOn: string;
  personId: string;
  projectId: string | null;
  projectName: string | null;
  projectKind: 'retainer' | 'fixed-fee' | null;
  kind: 'retainer' | 'project' | 'rework';
  seconds: number;
  entries: number;
};

/**
 * Hours on clients summed by month, person, project and kind. Months of `splitMonths`, in which a rate
 * changes on a day other than the first, are summed by day.
 */
export function readTimeSlots(
  read: ReadDb,
  span: Span,
  splitMonths: readonly string[],
): TimeSlotRow[] {
  const month = 'substr(t.worked_on, 1, 7)';
  const slot =
    splitMonths.length === 0
      ? month
      : `CASE WHEN ${month} IN (SELECT value FROM json_each(:splitMonths))
           THEN t.worked_on ELSE ${month} END`;
  return read.all<TimeSlotRow>(
    `SELECT g.*, p.name AS projectName, p.kind AS projectKind FROM (
       SELECT t.client_id AS clientId,
         ${slot} AS slot,
         MIN(t.worked_on) AS firstOn, t.person_id AS personId, t.project_id AS projectId, t.kind,
         SUM(t.duration_s) AS seconds, COUNT(*) AS entries
       FROM time_entries t
       WHERE ${ofClient('t.client_id', span.clientId)} AND t.worked_on BETWEEN :from AND :to
         AND t.client_id IS NOT NULL
       GROUP BY t.client_id, slot, t.person_id, t.project_id, t.kind
     ) g LEFT JOIN projects p ON p.id = g.projectId
     ORDER BY g.clientId, g.slot, g.personId, g.kind, g.projectId`,
    splitMonths.length === 0 ? { ...span } : { ...span, splitMonths: JSON.stringify(splitMonths) },
  );
}

export type RetainerUseRow = {
  clientId: string;
  month: string;
  projectId: string | null;
  seconds: number;
};

/** Hours of kind retainer by month and retainer. */
export function readRetainerUse(read: ReadDb, span: Span): RetainerUseRow[] {
  return read.all<RetainerUseRow>(
    `SELECT t.client_id AS clientId, substr(t.worked_on, 1, 7) AS month,
       t.project_id AS projectId, SUM(t.duration_s) AS seconds
     FROM time_entries t
     WHERE ${ofClient('t.client_id', span.clientId)} AND t.worked_on BETWEEN :from AND :to
       AND t.kind = 'retainer'
     GROUP BY t.client_id, month, t.project_id`,
    { ...span },
  );
}

export type RetainerTermRow = {
  clientId: string;
  projectId: string;
  projectName: string;
  validFrom: string;
  validTo: string | null;
  projectEndsOn: string | null;
  cycle: 'month' | 'period';
  listFeeMinor: number;
  discountPpm: number;
  includedSeconds: number;
  rollover: 'none' | 'stated' | 'previous-month';
  rolloverSeconds: number;
};

/** Terms of retainers in force on some day of the span or of the month before it, whose hours may move on. */
export function readRetainerTerms(read: ReadDb, span: Span): RetainerTermRow[] {
  return read.all<RetainerTermRow>(
    `SELECT p.client_id AS clientId, p.id AS projectId, p.name AS projectName,
       t.valid_from AS validFrom, t.valid_to AS validTo, p.ends_on AS projectEndsOn, t.cycle,
       t.list_fee_minor AS listFeeMinor, t.discount_ppm AS discountPpm,
       t.included_s AS includedSeconds, t.rollover, t.rollover_s AS rolloverSeconds
     FROM projects p JOIN retainer_terms t ON t.project_id = p.id
     WHERE ${ofClient('p.client_id', span.clientId)} AND p.kind = 'retainer'
       AND t.valid_from <= :to
       AND COALESCE(t.valid_to, '9999-12-31') >= date(:from, 'start of month', '-1 month')
     ORDER BY p.client_id, p.starts_on, p.id, t.valid_from`,
    { ...span },
  );
}

export type FixedFeeRow = { clientId: string; projectId: string; name: string; feeMinor: number };

/** Fixed-fee projects that began by the end of the span. */
export function readFixedFeeProjects(read: ReadDb, span: Span): FixedFeeRow[] {
  return read.all<FixedFeeRow>(
    `SELECT p.client_id AS clientId, p.id AS projectId, p.name, COALESCE(p.fee_minor, 0) AS feeMinor
     FROM projects p
     WHERE ${ofClient('p.client_id', span.clientId)} AND p.kind = 'fixed-fee'
     ORDER BY p.client_id, p.starts_on, p.id`,
    { clientId: span.clientId },
  );
}

export type ProgressRow = { projectId: string; judgedOn: string; completePpm: number };

/** Per cent complete as judged up to the end of the span, by day. */
export function readProgress(read: ReadDb, span: Span): ProgressRow[] {
  return read.all<ProgressRow>(
    `SELECT g.project_id AS projectId, g.judged_on AS judgedOn, g.complete_ppm AS completePpm
     FROM projects p JOIN project_progress g ON g.project_id = p.id
     WHERE ${ofClient('p.client_id', span.clientId)} AND g.judged_on <= :to
     ORDER BY g.project_id, g.judged_on`,
    { clientId: span.clientId, to: span.to },
  );
}

export type BillingRow = { projectId: string; billedOn: string; amountMinor: number };

/** Parts of project fees billed up to the end of the span. */
export function readBillings(read: ReadDb, span: Span): BillingRow[] {
  return read.all<BillingRow>(
    `SELECT b.project_id AS projectId, b.billed_on AS billedOn, b.amount_minor AS amountMinor
     FROM projects p JOIN project_billings b ON b.project_id = p.id
     WHERE ${ofClient('p.client_id', span.clientId)} AND b.billed_on <= :to
     ORDER BY b.project_id, b.billed_on`,
    { clientId: span.clientId, to: span.to },
  );
}

export type MediaRow = {
  id: string;
  clientId: string;
  channel: string;
  fromOn: string;
  toOn: string;
  planMinor: number | null;
  actualMinor: number | null;
  rebatePpm: number;
  impressions: number | null;
  clicks: number | null;
  leads: number | null;
  orders: number | null;
  revenueMinor: number | null;
};

/** Media whose last day lies in the span: the day it is settled on. */
export function readMedia(read: ReadDb, span: Span): MediaRow[] {
  return read.all<MediaRow>(
    `SELECT m.id, m.client_id AS clientId, m.channel, m.from_on AS fromOn, m.to_on AS toOn,
       m.plan_minor AS planMinor, m.actual_minor AS actualMinor, m.rebate_ppm AS rebatePpm,
       m.impressions, m.clicks, m.leads, m.orders, m.revenue_minor AS revenueMinor
     FROM media_spend m
     WHERE ${ofClient('m.client_id', span.clientId)} AND m.to_on BETWEEN :from AND :to
     ORDER BY m.client_id, m.from_on, m.id`,
    { ...span },
  );
}

export type CommissionRow = {
  clientId: string;
  validFrom: string;
  validTo: string | null;
  ppm: number;
  basis: 'on-top' | 'inside';
};

/** Terms of commission in force on some day of the span. */
export function readCommissionTerms(read: ReadDb, span: Span): CommissionRow[] {
  return read.all<CommissionRow>(
    `SELECT k.client_id AS clientId, k.valid_from AS validFrom, k.valid_to AS validTo,
       k.rate_ppm AS ppm, k.basis
     FROM commission_terms k
     WHERE ${ofClient('k.client_id', span.clientId)}
       AND k.valid_from <= :to AND COALESCE(k.valid_to, '9999-12-31') >= :from
     ORDER BY k.client_id, k.valid_from`,
    { ...span },
  );
}

export type ProductionRow = {
  id: string;
  clientId: string;
  projectId: string | null;
  incurredOn: string;
  title: string;
  costMinor: number;
  markupPpm: number;
};

/** Production bought in the span. */
export function readProduction(read: ReadDb, span: Span): ProductionRow[] {
  return read.all<ProductionRow>(
    `SELECT p.id, p.client_id AS clientId, p.project_id AS projectId, p.incurred_on AS incurredOn,
       p.title, p.cost_minor AS costMinor, p.markup_ppm AS markupPpm
     FROM production_costs p
     WHERE ${ofClient('p.client_id', span.clientId)} AND p.incurred_on BETWEEN :from AND :to
     ORDER BY p.client_id, p.incurred_on, p.id`,
    { ...span },
  );
}

export type DirectCostRow = {
  id: string;
  clientId: string;
  incurredOn: string;
  title: string;
  amountMinor: number;
};

/** Other direct costs of the span. */
export function readDirectCosts(read: ReadDb, span: Span): DirectCostRow[] {
  return read.all<DirectCostRow>(
    `SELECT d.id, d.client_id AS clientId, d.incurred_on AS incurredOn, d.title,
       d.amount_minor AS amountMinor
     FROM direct_costs d
     WHERE ${ofClient('d.client_id', span.clientId)} AND d.incurred_on BETWEEN :from AND :to
     ORDER BY d.client_id, d.incurred_on, d.id`,
    { ...span },
  );
}
