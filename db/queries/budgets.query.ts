import type { ReadDb } from '../read-db';

export type PlanSpendRow = {
  month: string;
  planId: string;
  number: number;
  name: string;
  currency: string;
  spendMinor: number;
};

/** Spend of a client's media plans by month, net of VAT and commission, in each plan's currency. */
export function readPlanSpendByMonth(
  read: ReadDb,
  clientId: string,
  from: string,
  to: string,
): PlanSpendRow[] {
  return read.all<PlanSpendRow>(
    `SELECT substr(f.fact_on, 1, 7) AS month, max(p.id) AS planId, p.number, p.name, p.currency,
       sum(f.spend_minor) AS spendMinor
     FROM media_plans p JOIN media_plan_lines l ON l.plan_id = p.id
       JOIN media_plan_facts f ON f.line_id = l.id
     WHERE p.client_id = ? AND f.fact_on BETWEEN ? AND ? AND f.spend_minor IS NOT NULL
     GROUP BY 1, p.family_id ORDER BY 1, p.number`,
    clientId,
    from,
    to,
  );
}

/** Locked months whose actual the change under way may have changed. */
export function readLocksToCheck(
  read: ReadDb,
  areFactsTouched: boolean,
): { id: string; clientId: string; month: string }[] {
  return read.all(
    areFactsTouched
      ? 'SELECT id, client_id AS clientId, month FROM budget_locks'
      : `SELECT l.id, l.client_id AS clientId, l.month FROM budget_locks l
         JOIN stale_months s ON s.client_id = l.client_id AND s.month = l.month`,
  );
}

export type AdjustmentQueryRow = {
  id: string;
  month: string;
  projectId: string | null;
  kind: 'fees' | 'commission' | 'media' | 'production' | 'hours';
  amount: number;
  recordedOn: string;
  countedIn: string;
  reason: string;
  who: string;
  /** The action that brought it, as the history names it; null where it came with the file. */
  labelKey: string | null;
  labelParams: string | null;
};

/** Late entries of a client's locked months, the newest first, with who made them. */
export function readBudgetAdjustments(read: ReadDb, clientId: string): AdjustmentQueryRow[] {
  return read.all<AdjustmentQueryRow>(
    `SELECT a.id, l.month, a.project_id AS projectId, a.kind, a.amount, a.recorded_on AS recordedOn,
       a.counted_in AS countedIn, a.reason,
       coalesce(nullif(a.recorded_by, ''), p.name, g.actor, '') AS who,
       CASE WHEN g.kind = 'setup' THEN NULL ELSE g.label END AS labelKey, g.label_params AS labelParams
     FROM budget_locks l JOIN budget_adjustments a ON a.lock_id = l.id
     LEFT JOIN journal_groups g ON g.id = (
       SELECT j.group_id FROM journal j WHERE j.entity = 'budget_adjustments' AND j.row_id = a.id AND j.op = 'insert'
       ORDER BY j.seq DESC LIMIT 1)
     LEFT JOIN people p ON p.id = g.actor
     WHERE l.client_id = ? ORDER BY a.recorded_on DESC, a.id DESC`,
    clientId,
  );
}

export type ApprovedPlanRow = {
  id: string;
  name: string;
  number: number;
  version: number;
  fromOn: string;
  toOn: string;
  currency: string;
};

/** The approved versions of a client's plans whose flights touch a span. */
export function readApprovedPlans(
  read: ReadDb,
  clientId: string,
  from: string,
  to: string,
): ApprovedPlanRow[] {
  return read.all<ApprovedPlanRow>(
    `SELECT id, name, number, version, from_on AS fromOn, to_on AS toOn, currency FROM media_plans p
     WHERE client_id = ? AND status = 'approved' AND archived_at IS NULL AND from_on <= ? AND to_on >= ?
       AND version = (SELECT max(o.version) FROM media_plans o WHERE o.family_id = p.family_id AND o.status = 'approved')
     ORDER BY from_on, number`,
    clientId,
    to,
    from,
  );
}

/** How every version of a client's plans is named. */
export function readPlanNames(
  read: ReadDb,
  clientId: string,
): { id: string; number: number; name: string; version: number }[] {
  return read.all(
    'SELECT id, number, name, version FROM media_plans WHERE client_id = ?',
    clientId,
  );
}

export type IssuedMediaRow = {
  month: string;
  channel: string;
  part: 'media' | 'commission' | 'discount';
  netMinor: number;
};

/** What was issued already of a media plan, all its versions, by month, channel and part. */
export function readIssuedOfPlan(read: ReadDb, familyId: string): IssuedMediaRow[] {
  return read.all<IssuedMediaRow>(
    `SELECT b.month, b.channel, b.part, sum(b.net_minor) AS netMinor
     FROM media_plans p JOIN media_billings b ON b.plan_id = p.id
       JOIN invoice_lines l ON l.id = b.invoice_line_id JOIN invoices i ON i.id = l.invoice_id
     WHERE p.family_id = ? AND i.cancelled_at IS NULL GROUP BY 1, 2, 3`,
    familyId,
  );
}

export type InvoiceDraftQueryRow = {
  id: string;
  revision: number;
  clientId: string;
  clientName: string;
  clientMark: string;
  clientHue: number;
  /** What it comes from: a media plan or a proposal. */
  planId: string | null;
  proposalId: string | null;
  sourceName: string;
  sourceNumber: number;
  sourceVersion: number;
  month: string;
  currency: string;
  netMinor: number;
  vatMinor: number;
  grossMinor: number;
};

/** Drafts of invoices by month; of one client, or of all. */
export function readInvoiceDrafts(read: ReadDb, clientId: string | null): InvoiceDraftQueryRow[] {
  return read.all<InvoiceDraftQueryRow>(
    `SELECT d.id, d.revision, d.client_id AS clientId, c.name AS clientName, c.mark AS clientMark, c.hue AS clientHue,
       d.plan_id AS planId, d.proposal_id AS proposalId, coalesce(p.name, o.title, '') AS sourceName,
       coalesce(p.number, o.number, 0) AS sourceNumber, coalesce(p.version, o.version, 0) AS sourceVersion,
       d.month, d.currency, d.net_minor AS netMinor, d.vat_minor AS vatMinor, d.gross_minor AS grossMinor
     FROM invoice_drafts d JOIN clients c ON c.id = d.client_id
     LEFT JOIN media_plans p ON p.id = d.plan_id LEFT JOIN proposals o ON o.id = d.proposal_id
     WHERE :clientId IS NULL OR d.client_id = :clientId
     ORDER BY d.month, c.name, sourceNumber`,
    { clientId },
  );
}
