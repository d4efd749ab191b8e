import Database from 'better-sqlite3';
import { createWorkspace, openWorkspace } from '../../db/connection';
import { systemClock } from '../../electron/services/clock';
import { keepFiguresFresh } from '../../electron/services/figures.service';
import { addDays, addMonths, dayNumber, monthPeriod } from '../../shared/domain/dates';

/** The data set of one scale: 20 clients, 40 000 hours, 36 months; a manager has 20 clients at every scale. */
const PER_SCALE = {
  clients: 20,
  projects: 60,
  timeEntries: 40_000,
  costs: 3_000,
  invoices: 2_000,
  media: 14_400,
};
const PEOPLE = 12;
const MONTHS = 36;
const FIRST_MONTH = '2023-12';
export const TODAY = '2026-11-23';

type Insert = (values: readonly (string | number | null)[]) => void;

function inserter(db: Database.Database, table: string, columns: string): Insert {
  const names = columns.split(' ');
  const statement = db.prepare(
    `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  return (values) => statement.run(...values);
}

/** Small numbers that look random and are the same each time. */
function sequence(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const id = (kind: string, index: number) => `${kind}-${String(index).padStart(8, '0')}`;

function fill(db: Database.Database, scale: number): void {
  const next = sequence(7);
  const firstDay = dayNumber(`${FIRST_MONTH}-01`);
  const days = dayNumber(TODAY) - firstDay;
  const someDay = () => addDays(`${FIRST_MONTH}-01`, next(days));
  const month = (index: number) => monthPeriod(addMonths(FIRST_MONTH, index % MONTHS));

  inserter(
    db,
    'agency',
    'id name country base_currency language user_id',
  )(['agency', 'Bench', 'RU', 'RUB', 'ru', id('person', 0)]);
  const rate = inserter(db, 'dated_rates', 'id kind country valid_from rate_ppm');
  rate(['r1', 'vat', 'RU', '2019-01-01', 200_000]);
  rate(['r2', 'payroll-tax', 'RU', '2019-01-01', 300_000]);
  const person = inserter(db, 'people', 'id name code role manages_clients');
  const pay = inserter(
    db,
    'pay_rates',
    'id person_id valid_from monthly_pay_minor monthly_benefits_minor available_s',
  );
  const bill = inserter(db, 'bill_rates', 'id person_id valid_from hour_price_minor currency');
  for (let index = 0; index < Math.max(PEOPLE, scale); index += 1) {
    person([id('person', index), `Person ${index}`, `P${index}`, 'specialist', 'yes']);
    pay([
      id('pay', index),
      id('person', index),
      '2023-01-01',
      9_000_000 + next(3_000_000),
      1_000_000,
      576_000,
    ]);
    bill([id('bill', index), id('person', index), '2023-01-01', 250_000, 'RUB']);
  }
  const overhead = inserter(
    db,
    'overhead_periods',
    'id from_on to_on facility_cost_minor total_s internal_s internal_hour_cost_minor client_s',
  );
  for (let index = 0; index < MONTHS; index += 1) {
    const { from, to } = month(index);
    overhead([id('over', index), from, to, 24_000_000, 3_456_000, 576_000, 70_000, 2_880_000]);
  }
  const client = inserter(
    db,
    'clients',
    'id name mark hue country language currency tier manager_id search_text',
  );
  for (let index = 0; index < PER_SCALE.clients * scale; index += 1) {
    const manager = id('person', Math.floor(index / PER_SCALE.clients));
    client([
      id('client', index),
      `Client ${index}`,
      'CL',
      (index % 14) + 1,
      'RU',
      'ru',
      'RUB',
      'B',
      manager,
      `client ${index}`,
    ]);
  }
  const project = inserter(db, 'projects', 'id client_id kind name starts_on fee_minor');
  const terms = inserter(
    db,
    'retainer_terms',
    'id project_id valid_from list_fee_minor discount_ppm included_s',
  );
  for (let index = 0; index < PER_SCALE.projects * scale; index += 1) {
    const isRetainer = index % 3 === 0;
    project([
      id('project', index),
      id('client', Math.floor(index / 3)),
      isRetainer ? 'retainer' : 'fixed-fee',
      `Project ${index}`,
      '2023-12-01',
      isRetainer ? null : 30_000_000,
    ]);
    if (isRetainer)
      terms([id('terms', index), id('project', index), '2023-12-01', 10_000_000, 40_000, 144_000]);
  }
  const entry = inserter(
    db,
    'time_entries',
    'id person_id client_id project_id worked_on kind duration_s',
  );
  for (let index = 0; index < PER_SCALE.timeEntries * scale; index += 1) {
    const of = next(PER_SCALE.clients * scale);
    const kind = index % 3 === 0 ? 'retainer' : index % 3 === 1 ? 'project' : 'rework';
    entry([
      id('entry', index),
      id('person', next(PEOPLE)),
      id('client', of),
      id('project', of * 3 + (kind === 'retainer' ? 0 : 1)),
      someDay(),
      kind,
      900 * (1 + next(12)),
    ]);
  }
  const cost = inserter(
    db,
    'production_costs',
    'id client_id incurred_on title cost_minor markup_ppm',
  );
  for (let index = 0; index < PER_SCALE.costs * scale; index += 1) {
    cost([
      id('cost', index),
      id('client', next(PER_SCALE.clients * scale)),
      someDay(),
      'Production',
      1_000_000,
      150_000,
    ]);
  }
  const media = inserter(
    db,
    'media_spend',
    'id client_id channel from_on to_on plan_minor actual_minor rebate_ppm',
  );
  for (let index = 0; index < PER_SCALE.media * scale; index += 1) {
    const { from, to } = month(index);
    media([
      id('media', index),
      id('client', Math.floor(index / MONTHS) % (PER_SCALE.clients * scale)),
      `channel ${Math.floor(index / (MONTHS * PER_SCALE.clients * scale))}`,
      from,
      to,
      3_000_000,
      2_900_000,
      50_000,
    ]);
  }
  fillInvoices(db, scale, someDay);
}

function fillInvoices(db: Database.Database, scale: number, someDay: () => string): void {
  const invoice = inserter(
    db,
    'invoices',
    'id client_id number issued_on due_on currency net_minor vat_minor gross_minor',
  );
  const line = inserter(
    db,
    'invoice_lines',
    'id invoice_id position title net_minor vat_ppm vat_minor gross_minor',
  );
  const payment = inserter(db, 'payments', 'id direction paid_on amount_minor currency client_id');
  const allocation = inserter(db, 'payment_allocations', 'id payment_id invoice_id amount_minor');
  for (let index = 0; index < PER_SCALE.invoices * scale; index += 1) {
    const issuedOn = someDay();
    const clientId = id('client', index % (PER_SCALE.clients * scale));
    invoice([
      id('invoice', index),
      clientId,
      String(index),
      issuedOn,
      addDays(issuedOn, 14),
      'RUB',
      30_000_000,
      6_000_000,
      36_000_000,
    ]);
    for (let position = 1; position <= 3; position += 1) {
      line([
        id('line', index * 3 + position),
        id('invoice', index),
        position,
        'Services',
        10_000_000,
        200_000,
        2_000_000,
        12_000_000,
      ]);
    }
    // One in twenty is still owed.
    if (index % 20 === 0) continue;
    payment([id('payment', index), 'in', addDays(issuedOn, 10), 36_000_000, 'RUB', clientId]);
    allocation([id('allocation', index), id('payment', index), id('invoice', index), 36_000_000]);
  }
}

/** Makes the data set in a new workspace file: rows in bulk, triggers put back, kept months computed. */
export function makeDataSet(path: string, scale: number): void {
  createWorkspace(path).close();
  const db = new Database(path);
  db.pragma('journal_mode = MEMORY');
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -262144');
  const triggers = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
    )
    .all();
  // An index built over rows in bulk costs a fraction of one kept row by row.
  const indexes = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
    )
    .all();
  db.transaction(() => {
    for (const trigger of triggers) db.exec(`DROP TRIGGER ${trigger.name}`);
    for (const index of indexes) db.exec(`DROP INDEX ${index.name}`);
    fill(db, scale);
    for (const index of indexes) db.exec(index.sql);
    for (const trigger of triggers) db.exec(trigger.sql);
    db.exec(`INSERT INTO open_invoices (invoice_id, client_id)
      SELECT i.id, i.client_id FROM invoices i WHERE i.gross_minor >
        (SELECT coalesce(sum(a.amount_minor), 0) FROM payment_allocations a WHERE a.invoice_id = i.id)`);
    db.prepare(
      'INSERT INTO stale_months (client_id, month) SELECT c.id, m.month FROM clients c, calendar_months m WHERE m.month BETWEEN ? AND ?',
    ).run(FIRST_MONTH, TODAY.slice(0, 7));
  })();
  db.exec('ANALYZE');
  db.close();
  const workspace = openWorkspace(path);
  keepFiguresFresh(workspace, systemClock(TODAY));
  workspace.close();
}
