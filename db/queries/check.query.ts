import type { ReadDb } from '../read-db';

/** A rule of the books as SQL: every row it returns breaks the rule. The first column names the place. */
type Rule = { name: string; sql: string };

/** What one rule found. `broken` counts the rows; `first` names one of them. */
export type RuleFinding = { name: string; broken: number; first: string | null };

/** Overlaps of dated rows of one subject; the row valid on a day must be one. */
function overlaps(table: string, subject: readonly string[]): string {
  const same = subject.map((column) => `a.${column} = b.${column}`).join(' AND ');
  return `SELECT a.id FROM ${table} a JOIN ${table} b ON ${same} AND a.valid_from < b.valid_from
    WHERE coalesce(a.valid_to, '9999-12-31') >= b.valid_from`;
}

const RULES: readonly Rule[] = [
  {
    name: 'invoice-totals',
    sql: `SELECT i.number FROM invoices i
      LEFT JOIN (SELECT invoice_id, sum(net_minor) AS net, sum(vat_minor) AS vat, sum(gross_minor) AS gross
                 FROM invoice_lines GROUP BY invoice_id) l ON l.invoice_id = i.id
      WHERE l.invoice_id IS NULL OR l.net <> i.net_minor OR l.vat <> i.vat_minor OR l.gross <> i.gross_minor`,
  },
  {
    name: 'allocations-within-payments',
    sql: `SELECT p.id FROM payments p JOIN payment_allocations a ON a.payment_id = p.id
      GROUP BY p.id HAVING sum(a.amount_minor) > p.amount_minor OR p.direction <> 'in'`,
  },
  {
    name: 'allocations-within-invoices',
    sql: `SELECT i.number FROM invoices i JOIN payment_allocations a ON a.invoice_id = i.id
      GROUP BY i.id HAVING sum(a.amount_minor) > i.gross_minor OR i.cancelled_at IS NOT NULL`,
  },
  {
    name: 'allocation-currencies',
    sql: `SELECT i.number FROM payment_allocations a JOIN payments p ON p.id = a.payment_id
      JOIN invoices i ON i.id = a.invoice_id WHERE p.currency <> i.currency`,
  },
  {
    name: 'open-invoices',
    sql: `WITH due AS (SELECT i.id, i.client_id FROM invoices i WHERE i.cancelled_at IS NULL AND i.gross_minor >
        (SELECT coalesce(sum(a.amount_minor), 0) FROM payment_allocations a WHERE a.invoice_id = i.id))
      SELECT * FROM (SELECT id, client_id FROM due EXCEPT SELECT invoice_id, client_id FROM open_invoices)
      UNION ALL
      SELECT * FROM (SELECT invoice_id, client_id FROM open_invoices EXCEPT SELECT id, client_id FROM due)`,
  },
  {
    name: 'invoice-currencies',
    sql: `SELECT i.number FROM invoices i JOIN clients c ON c.id = i.client_id WHERE i.currency <> c.currency`,
  },
  {
    name: 'dated-rates',
    sql: [
      overlaps('dated_rates', ['kind', 'country']),
      overlaps('pay_rates', ['person_id']),
      overlaps('bill_rates', ['person_id']),
      overlaps('commission_terms', ['client_id']),
      overlaps('retainer_terms', ['project_id']),
      `SELECT a.id FROM overhead_periods a JOIN overhead_periods b
        ON a.from_on < b.from_on AND a.to_on >= b.from_on AND a.to_on < b.to_on`,
    ].join(' UNION ALL '),
  },
  {
    name: 'projects-of-their-client',
    sql: `SELECT t.id FROM time_entries t JOIN projects p ON p.id = t.project_id WHERE t.client_id IS NOT p.client_id
      UNION ALL SELECT c.id FROM production_costs c JOIN projects p ON p.id = c.project_id WHERE c.client_id <> p.client_id
      UNION ALL SELECT r.id FROM retainer_terms r JOIN projects p ON p.id = r.project_id WHERE p.kind <> 'retainer'`,
  },
  {
    // What was agreed is what its totals said on that day.
    name: 'budget-baselines',
    sql: `SELECT a.id FROM budget_agreements a
      LEFT JOIN (SELECT agreement_id, sum(CASE WHEN kind = 'hours' THEN 0 ELSE amount END) AS money,
                   sum(CASE WHEN kind = 'hours' THEN amount ELSE 0 END) AS hours
                 FROM budget_baselines GROUP BY agreement_id) b ON b.agreement_id = a.id
      WHERE coalesce(b.money, 0) <> a.money_total OR coalesce(b.hours, 0) <> a.hours_total`,
  },
  {
    name: 'invoice-draft-totals',
    sql: `SELECT c.name FROM invoice_drafts d JOIN clients c ON c.id = d.client_id
      LEFT JOIN (SELECT draft_id, sum(net_minor) AS net, sum(vat_minor) AS vat, sum(gross_minor) AS gross
                 FROM invoice_draft_lines GROUP BY draft_id) l ON l.draft_id = d.id
      WHERE l.draft_id IS NULL OR l.net <> d.net_minor OR l.vat <> d.vat_minor OR l.gross <> d.gross_minor`,
  },
  {
    name: 'media-plan-versions',
    sql: `SELECT a.name FROM media_plans a JOIN media_plans b ON b.family_id = a.family_id AND b.version > a.version
      WHERE a.client_id <> b.client_id OR a.currency <> b.currency OR a.number <> b.number`,
  },
  {
    name: 'media-plan-projects',
    sql: `SELECT m.name FROM media_plans m JOIN projects p ON p.id = m.project_id WHERE p.client_id <> m.client_id`,
  },
  {
    // Of the packages of a proposal exactly one is taken, as a whole.
    name: 'proposal-packages',
    sql: `SELECT p.title FROM proposal_lines l JOIN proposals p ON p.id = l.proposal_id WHERE l.package <> ''
      GROUP BY p.id HAVING count(DISTINCT CASE l.chosen WHEN 'yes' THEN l.package END) <> 1
        OR count(DISTINCT l.package || l.chosen) <> count(DISTINCT l.package)`,
  },
  {
    name: 'agreement-owners',
    sql: `SELECT a.number FROM agreements a JOIN proposals p ON p.id = a.proposal_id WHERE p.client_id <> a.client_id
      UNION ALL SELECT a.number FROM agreements a JOIN contracts k ON k.id = a.contract_id WHERE k.client_id <> a.client_id`,
  },
  {
    name: 'task-owners',
    sql: `SELECT t.title FROM tasks t JOIN projects p ON p.id = t.project_id WHERE p.client_id IS NOT t.client_id
      UNION ALL SELECT t.title FROM tasks t JOIN project_stages s ON s.id = t.stage_id WHERE s.project_id IS NOT t.project_id
      UNION ALL SELECT t.title FROM tasks t JOIN briefs b ON b.id = t.brief_id WHERE b.client_id IS NOT t.client_id`,
  },
  {
    name: 'task-dates',
    sql: `SELECT title FROM tasks WHERE due_on < start_on OR baseline_due_on < baseline_start_on`,
  },
];

/** Runs the rules of the books that SQL can say by itself. */
export function findBrokenRules(read: ReadDb): RuleFinding[] {
  return RULES.map(({ name, sql }) => {
    const rows = read.all<Record<string, string>>(sql);
    const first = rows[0] === undefined ? null : String(Object.values(rows[0])[0] ?? '');
    return { name, broken: rows.length, first };
  });
}

/** Rows that refer to nothing, by table. */
export function findOrphans(read: ReadDb): { table: string; count: number }[] {
  return read.all<{ table: string; count: number }>(
    'SELECT "table", count(*) AS count FROM pragma_foreign_key_check GROUP BY "table" ORDER BY "table"',
  );
}

/** Columns that hold calendar dates, by the names of the schema. */
const DATE_COLUMN = /(_on|_from|_to|^worked_on|^valid_from|^valid_to)$/;

/** Dates that are no days of the calendar. The tables forbid them; a file that was damaged or forged may hold them. */
export function findBadDates(read: ReadDb): { table: string; column: string; count: number }[] {
  const columns = read.all<{ table: string; column: string }>(
    `SELECT t.name AS "table", c.name AS "column" FROM sqlite_schema t, pragma_table_info(t.name) c
     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.type = 'TEXT' ORDER BY t.name, c.cid`,
  );
  return columns
    .filter(({ column }) => DATE_COLUMN.test(column))
    .flatMap(({ table, column }) => {
      const found = read.get<{ count: number }>(
        `SELECT count(*) AS count FROM "${table}" WHERE "${column}" IS NOT NULL AND date("${column}") IS NOT "${column}"`,
      );
      const count = found?.count ?? 0;
      return count === 0 ? [] : [{ table, column, count }];
    });
}

/** What each client owes on a day, added up by SQL alone: aging must come to the same. Minor units. */
export function readOwedByClient(
  read: ReadDb,
  asOf: string,
): { clientId: string; owedMinor: number }[] {
  return read.all<{ clientId: string; owedMinor: number }>(
    `SELECT client_id AS clientId, sum(max(0, gross_minor - paid_minor)) AS owedMinor
     FROM (SELECT i.client_id, i.gross_minor,
             coalesce((SELECT sum(a.amount_minor) FROM payment_allocations a JOIN payments p ON p.id = a.payment_id
                       WHERE a.invoice_id = i.id AND p.paid_on <= :asOf), 0) AS paid_minor
           FROM invoices i WHERE i.cancelled_at IS NULL AND i.issued_on <= :asOf)
     GROUP BY client_id ORDER BY client_id`,
    { asOf },
  );
}
