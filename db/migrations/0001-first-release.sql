-- The first released schema. Never edited after release: later changes are new files.
-- Money: integer minor units within +-2^51. Shares: parts per million. Durations: seconds.
-- Dates: YYYY-MM-DD that exist in the calendar. Instants: UTC milliseconds.

CREATE TABLE workspace_facts (
  key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agency (
  id TEXT NOT NULL PRIMARY KEY CHECK (id = 'agency'),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  city TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL CHECK (country IN ('RU', 'LV')),
  base_currency TEXT NOT NULL CHECK (base_currency GLOB '[A-Z][A-Z][A-Z]'),
  language TEXT NOT NULL CHECK (language IN ('ru', 'en', 'lv')),
  legal_name TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  inn TEXT,
  kpp TEXT,
  ogrn TEXT,
  bik TEXT,
  account TEXT,
  correspondent_account TEXT,
  bank_name TEXT,
  registration_number TEXT,
  vat_number TEXT,
  iban TEXT,
  signatory_name TEXT NOT NULL DEFAULT '',
  signatory_basis TEXT NOT NULL DEFAULT '',
  logo BLOB,
  logo_type TEXT CHECK (logo_type IN ('image/png', 'image/jpeg')),
  user_id TEXT,
  user_role TEXT NOT NULL DEFAULT 'manager' CHECK (user_role IN ('manager', 'lead')),
  margin_target_ppm INTEGER NOT NULL DEFAULT 450000 CHECK (margin_target_ppm BETWEEN 0 AND 1000000),
  monthly_churn_ppm INTEGER CHECK (monthly_churn_ppm BETWEEN 0 AND 1000000),
  acquisition_cost_minor INTEGER CHECK (acquisition_cost_minor BETWEEN 0 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK ((logo IS NULL) = (logo_type IS NULL))
) STRICT;

CREATE TABLE dated_rates (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('vat', 'payroll-tax', 'upsell-bonus', 'ad-levy')),
  country TEXT NOT NULL CHECK (country <> ''),
  valid_from TEXT NOT NULL
    CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_from) IS valid_from),
  valid_to TEXT
    CHECK (valid_to IS NULL OR (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_to) IS valid_to)),
  rate_ppm INTEGER NOT NULL CHECK (rate_ppm BETWEEN 0 AND 10000000),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE UNIQUE INDEX dated_rates_one_start ON dated_rates (kind, country, valid_from);

CREATE TABLE accounting_rates (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  valid_from TEXT NOT NULL
    CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_from) IS valid_from),
  rate_micro INTEGER NOT NULL CHECK (rate_micro BETWEEN 1 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX accounting_rates_one_start ON accounting_rates (currency, valid_from);

CREATE TABLE overhead_periods (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  from_on TEXT NOT NULL
    CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on),
  to_on TEXT NOT NULL
    CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on),
  facility_cost_minor INTEGER NOT NULL CHECK (facility_cost_minor BETWEEN 0 AND 2251799813685248),
  total_s INTEGER CHECK (total_s >= 0),
  internal_s INTEGER CHECK (internal_s >= 0),
  internal_hour_cost_minor INTEGER CHECK (internal_hour_cost_minor BETWEEN 0 AND 2251799813685248),
  client_s INTEGER CHECK (client_s >= 0),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_on >= from_on)
) STRICT;
CREATE UNIQUE INDEX overhead_periods_one_start ON overhead_periods (from_on);

CREATE TABLE people (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  code TEXT NOT NULL CHECK (trim(code) <> ''),
  role TEXT NOT NULL,
  email TEXT,
  manages_clients TEXT NOT NULL DEFAULT 'no' CHECK (manages_clients IN ('yes', 'no')),
  active_from TEXT
    CHECK (active_from IS NULL OR (active_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(active_from) IS active_from)),
  active_to TEXT
    CHECK (active_to IS NULL OR (active_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(active_to) IS active_to)),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (active_from IS NULL OR active_to IS NULL OR active_to >= active_from)
) STRICT;
CREATE UNIQUE INDEX people_one_code ON people (code);

CREATE TABLE pay_rates (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  valid_from TEXT NOT NULL
    CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_from) IS valid_from),
  valid_to TEXT
    CHECK (valid_to IS NULL OR (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_to) IS valid_to)),
  monthly_pay_minor INTEGER NOT NULL CHECK (monthly_pay_minor BETWEEN 0 AND 2251799813685248),
  monthly_benefits_minor INTEGER NOT NULL CHECK (monthly_benefits_minor BETWEEN 0 AND 2251799813685248),
  available_s INTEGER NOT NULL CHECK (available_s >= 0),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE UNIQUE INDEX pay_rates_one_start ON pay_rates (person_id, valid_from);

CREATE TABLE bill_rates (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  valid_from TEXT NOT NULL
    CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_from) IS valid_from),
  valid_to TEXT
    CHECK (valid_to IS NULL OR (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_to) IS valid_to)),
  hour_price_minor INTEGER NOT NULL CHECK (hour_price_minor BETWEEN 0 AND 2251799813685248),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE UNIQUE INDEX bill_rates_one_start ON bill_rates (person_id, valid_from);

CREATE TABLE person_periods (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  from_on TEXT NOT NULL
    CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on),
  to_on TEXT NOT NULL
    CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on),
  available_s INTEGER NOT NULL CHECK (available_s >= 0),
  billable_s INTEGER CHECK (billable_s >= 0),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_on >= from_on)
) STRICT;
CREATE UNIQUE INDEX person_periods_one_start ON person_periods (person_id, from_on);

CREATE TABLE clients (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  descriptor TEXT NOT NULL DEFAULT '',
  mark TEXT NOT NULL CHECK (length(mark) BETWEEN 1 AND 2),
  hue INTEGER NOT NULL CHECK (hue BETWEEN 1 AND 14),
  country TEXT NOT NULL CHECK (country IN ('RU', 'LV', 'OTHER')),
  language TEXT NOT NULL CHECK (language IN ('ru', 'en', 'lv')),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  legal_name TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  inn TEXT,
  kpp TEXT,
  ogrn TEXT,
  bik TEXT,
  account TEXT,
  correspondent_account TEXT,
  bank_name TEXT,
  registration_number TEXT,
  vat_number TEXT,
  iban TEXT,
  tier TEXT NOT NULL CHECK (tier IN ('A', 'B', 'C')),
  manager_id TEXT REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  deputy_id TEXT REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  since_on TEXT
    CHECK (since_on IS NULL OR (since_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(since_on) IS since_on)),
  until_on TEXT
    CHECK (until_on IS NULL OR (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(until_on) IS until_on)),
  lost_reason TEXT,
  payment_days INTEGER NOT NULL DEFAULT 14 CHECK (payment_days BETWEEN 0 AND 3650),
  credit_limit_minor INTEGER CHECK (credit_limit_minor BETWEEN 0 AND 2251799813685248),
  search_text TEXT NOT NULL,
  archived_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (since_on IS NULL OR until_on IS NULL OR until_on >= since_on)
) STRICT;
CREATE INDEX clients_by_manager ON clients (manager_id);
CREATE INDEX clients_by_deputy ON clients (deputy_id);
CREATE INDEX clients_by_inn ON clients (inn) WHERE inn IS NOT NULL;

CREATE TABLE contacts (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  position TEXT NOT NULL DEFAULT '',
  phone TEXT,
  email TEXT,
  approves_briefs TEXT NOT NULL DEFAULT 'no' CHECK (approves_briefs IN ('yes', 'no')),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX contacts_by_client ON contacts (client_id, name);

CREATE TABLE contracts (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  number TEXT NOT NULL CHECK (trim(number) <> ''),
  signed_on TEXT NOT NULL
    CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(signed_on) IS signed_on),
  ends_on TEXT
    CHECK (ends_on IS NULL OR (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(ends_on) IS ends_on)),
  renew_by_on TEXT
    CHECK (renew_by_on IS NULL OR (renew_by_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(renew_by_on) IS renew_by_on)),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (ends_on IS NULL OR ends_on >= signed_on)
) STRICT;
CREATE INDEX contracts_by_client ON contracts (client_id, ends_on);

CREATE TABLE commission_terms (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  valid_from TEXT NOT NULL
    CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_from) IS valid_from),
  valid_to TEXT
    CHECK (valid_to IS NULL OR (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_to) IS valid_to)),
  rate_ppm INTEGER NOT NULL CHECK (rate_ppm BETWEEN 0 AND 10000000),
  basis TEXT NOT NULL CHECK (basis IN ('on-top', 'inside')),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  -- A share of 100 % or more inside the client's price leaves no spend to divide by.
  CHECK (basis = 'on-top' OR rate_ppm < 1000000)
) STRICT;
CREATE UNIQUE INDEX commission_terms_one_start ON commission_terms (client_id, valid_from);

CREATE TABLE nps_answers (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  answered_on TEXT NOT NULL
    CHECK (answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(answered_on) IS answered_on),
  score INTEGER NOT NULL CHECK (score BETWEEN 0 AND 10),
  comment TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX nps_answers_by_client ON nps_answers (client_id, answered_on, score);

CREATE TABLE deadlines (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  due_on TEXT NOT NULL
    CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(due_on) IS due_on),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('task', 'report', 'meeting', 'payment', 'contract', 'launch')),
  done_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX deadlines_by_client ON deadlines (client_id, due_on);
CREATE INDEX deadlines_open ON deadlines (due_on, client_id) WHERE done_at IS NULL;

CREATE TABLE contact_log (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  contacted_at INTEGER NOT NULL,
  contacted_on TEXT NOT NULL
    CHECK (contacted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(contacted_on) IS contacted_on),
  channel TEXT NOT NULL CHECK (channel IN ('call', 'meeting', 'email', 'chat', 'visit')),
  note TEXT NOT NULL DEFAULT '',
  person_id TEXT REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX contact_log_by_client ON contact_log (client_id, contacted_at);
CREATE INDEX contact_log_by_person ON contact_log (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE projects (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('retainer', 'fixed-fee')),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'closed')),
  starts_on TEXT NOT NULL
    CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(starts_on) IS starts_on),
  ends_on TEXT
    CHECK (ends_on IS NULL OR (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(ends_on) IS ends_on)),
  fee_minor INTEGER CHECK (fee_minor BETWEEN 0 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (ends_on IS NULL OR ends_on >= starts_on),
  CHECK (kind = 'fixed-fee' OR fee_minor IS NULL)
) STRICT;
CREATE INDEX projects_by_client ON projects (client_id, kind, starts_on);

CREATE TABLE retainer_terms (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  project_id TEXT NOT NULL REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  valid_from TEXT NOT NULL
    CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_from) IS valid_from),
  valid_to TEXT
    CHECK (valid_to IS NULL OR (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_to) IS valid_to)),
  cycle TEXT NOT NULL DEFAULT 'month' CHECK (cycle IN ('month', 'period')),
  list_fee_minor INTEGER NOT NULL CHECK (list_fee_minor BETWEEN 0 AND 2251799813685248),
  discount_ppm INTEGER NOT NULL DEFAULT 0 CHECK (discount_ppm BETWEEN 0 AND 1000000),
  included_s INTEGER NOT NULL CHECK (included_s >= 0),
  rollover TEXT NOT NULL DEFAULT 'none' CHECK (rollover IN ('none', 'stated', 'previous-month')),
  rollover_s INTEGER NOT NULL DEFAULT 0 CHECK (rollover_s >= 0),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  -- A fee for a whole span needs the span's end to be spread over.
  CHECK (cycle = 'month' OR valid_to IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX retainer_terms_one_start ON retainer_terms (project_id, valid_from);

CREATE TABLE project_progress (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  project_id TEXT NOT NULL REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  judged_on TEXT NOT NULL
    CHECK (judged_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(judged_on) IS judged_on),
  complete_ppm INTEGER NOT NULL CHECK (complete_ppm BETWEEN 0 AND 1000000),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX project_progress_one_a_day ON project_progress (project_id, judged_on);

CREATE TABLE project_hours (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  project_id TEXT NOT NULL REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  planned_s INTEGER NOT NULL CHECK (planned_s >= 0),
  remaining_s INTEGER NOT NULL CHECK (remaining_s >= 0),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX project_hours_one_person ON project_hours (project_id, person_id);
CREATE INDEX project_hours_by_person ON project_hours (person_id);

CREATE TABLE project_billings (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  project_id TEXT NOT NULL REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  billed_on TEXT NOT NULL
    CHECK (billed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(billed_on) IS billed_on),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN -2251799813685248 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX project_billings_by_project ON project_billings (project_id, billed_on, amount_minor);

CREATE TABLE time_entries (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  client_id TEXT REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  project_id TEXT REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  worked_on TEXT NOT NULL
    CHECK (worked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(worked_on) IS worked_on),
  kind TEXT NOT NULL CHECK (kind IN ('retainer', 'project', 'rework', 'internal')),
  duration_s INTEGER NOT NULL CHECK (duration_s > 0),
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK ((kind = 'internal') = (client_id IS NULL)),
  CHECK (client_id IS NOT NULL OR project_id IS NULL)
) STRICT;
-- Covers the rollup of a client's month and, where client_id is null, internal time.
CREATE INDEX time_entries_by_client ON time_entries (client_id, worked_on, kind, person_id, project_id, duration_s);
CREATE INDEX time_entries_by_person ON time_entries (person_id, worked_on, kind, client_id, duration_s);
CREATE INDEX time_entries_by_project ON time_entries (project_id, worked_on, person_id, duration_s) WHERE project_id IS NOT NULL;
CREATE INDEX time_entries_by_day ON time_entries (worked_on, kind, person_id, duration_s);

CREATE TABLE media_spend (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  channel TEXT NOT NULL CHECK (trim(channel) <> ''),
  from_on TEXT NOT NULL
    CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on),
  to_on TEXT NOT NULL
    CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on),
  plan_minor INTEGER CHECK (plan_minor BETWEEN 0 AND 2251799813685248),
  actual_minor INTEGER CHECK (actual_minor BETWEEN 0 AND 2251799813685248),
  rebate_ppm INTEGER NOT NULL DEFAULT 0 CHECK (rebate_ppm BETWEEN 0 AND 1000000),
  impressions INTEGER CHECK (impressions >= 0),
  clicks INTEGER CHECK (clicks >= 0),
  leads INTEGER CHECK (leads >= 0),
  orders INTEGER CHECK (orders >= 0),
  revenue_minor INTEGER CHECK (revenue_minor BETWEEN -2251799813685248 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_on >= from_on)
) STRICT;
CREATE INDEX media_spend_by_client ON media_spend (client_id, from_on, to_on, channel, actual_minor, plan_minor, rebate_ppm);

CREATE TABLE media_checkpoints (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  from_on TEXT NOT NULL
    CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on),
  to_on TEXT NOT NULL
    CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on),
  judged_on TEXT NOT NULL
    CHECK (judged_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(judged_on) IS judged_on),
  spend_minor INTEGER NOT NULL CHECK (spend_minor BETWEEN 0 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_on >= from_on AND judged_on BETWEEN from_on AND to_on)
) STRICT;
CREATE UNIQUE INDEX media_checkpoints_one_a_day ON media_checkpoints (client_id, from_on, to_on, judged_on);

CREATE TABLE production_costs (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  project_id TEXT REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  incurred_on TEXT NOT NULL
    CHECK (incurred_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(incurred_on) IS incurred_on),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  vendor TEXT NOT NULL DEFAULT '',
  cost_minor INTEGER NOT NULL CHECK (cost_minor BETWEEN -2251799813685248 AND 2251799813685248),
  markup_ppm INTEGER NOT NULL DEFAULT 0 CHECK (markup_ppm BETWEEN -1000000 AND 100000000),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX production_costs_by_client ON production_costs (client_id, incurred_on, cost_minor, markup_ppm);
CREATE INDEX production_costs_by_project ON production_costs (project_id) WHERE project_id IS NOT NULL;

CREATE TABLE direct_costs (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  incurred_on TEXT NOT NULL
    CHECK (incurred_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(incurred_on) IS incurred_on),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN -2251799813685248 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX direct_costs_by_client ON direct_costs (client_id, incurred_on, amount_minor);

CREATE TABLE invoices (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  number TEXT NOT NULL CHECK (trim(number) <> ''),
  issued_on TEXT NOT NULL
    CHECK (issued_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(issued_on) IS issued_on),
  due_on TEXT NOT NULL
    CHECK (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(due_on) IS due_on),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  vat_mode TEXT NOT NULL DEFAULT 'on-top' CHECK (vat_mode IN ('on-top', 'included')),
  net_minor INTEGER NOT NULL CHECK (net_minor BETWEEN -2251799813685248 AND 2251799813685248),
  vat_minor INTEGER NOT NULL CHECK (vat_minor BETWEEN -2251799813685248 AND 2251799813685248),
  gross_minor INTEGER NOT NULL CHECK (gross_minor BETWEEN -2251799813685248 AND 2251799813685248),
  cancelled_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (net_minor + vat_minor = gross_minor)
) STRICT;
-- Numbering starts again each year in many agencies: a number names one document of a year.
CREATE UNIQUE INDEX invoices_one_number_a_year ON invoices (number, substr(issued_on, 1, 4));
CREATE INDEX invoices_by_client ON invoices (client_id, issued_on, due_on, currency, gross_minor, net_minor, cancelled_at);
CREATE INDEX invoices_by_day ON invoices (issued_on);

CREATE TABLE invoice_lines (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  invoice_id TEXT NOT NULL REFERENCES invoices (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position > 0),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  net_minor INTEGER NOT NULL CHECK (net_minor BETWEEN -2251799813685248 AND 2251799813685248),
  vat_ppm INTEGER CHECK (vat_ppm BETWEEN 0 AND 1000000),
  vat_minor INTEGER NOT NULL CHECK (vat_minor BETWEEN -2251799813685248 AND 2251799813685248),
  gross_minor INTEGER NOT NULL CHECK (gross_minor BETWEEN -2251799813685248 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (net_minor + vat_minor = gross_minor),
  CHECK (vat_ppm IS NOT NULL OR vat_minor = 0)
) STRICT;
CREATE UNIQUE INDEX invoice_lines_in_order ON invoice_lines (invoice_id, position);

CREATE TABLE own_accounts (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  number TEXT NOT NULL CHECK (trim(number) <> ''),
  bik TEXT,
  bank_name TEXT NOT NULL DEFAULT '',
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX own_accounts_one_number ON own_accounts (number, coalesce(bik, ''));

CREATE TABLE imports (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind TEXT NOT NULL CHECK (kind <> ''),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64 AND file_sha256 NOT GLOB '*[^0-9a-f]*'),
  imported_at INTEGER NOT NULL,
  result TEXT NOT NULL CHECK (json_valid(result)),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX imports_by_file ON imports (file_sha256);

CREATE TABLE payments (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  paid_on TEXT NOT NULL
    CHECK (paid_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(paid_on) IS paid_on),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN 1 AND 2251799813685248),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  own_account_id TEXT REFERENCES own_accounts (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  client_id TEXT REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  counterparty_name TEXT NOT NULL DEFAULT '',
  counterparty_inn TEXT,
  counterparty_account TEXT,
  purpose TEXT NOT NULL DEFAULT '',
  document_kind TEXT NOT NULL DEFAULT '',
  document_number TEXT NOT NULL DEFAULT '',
  dedupe_key TEXT CHECK (dedupe_key IS NULL OR dedupe_key <> ''),
  import_id TEXT REFERENCES imports (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX payments_once ON payments (dedupe_key) WHERE dedupe_key IS NOT NULL;
CREATE INDEX payments_by_client ON payments (client_id, paid_on, direction, currency, amount_minor);
CREATE INDEX payments_by_day ON payments (paid_on, direction);
CREATE INDEX payments_by_account ON payments (own_account_id) WHERE own_account_id IS NOT NULL;
CREATE INDEX payments_by_import ON payments (import_id) WHERE import_id IS NOT NULL;

CREATE TABLE payment_allocations (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  payment_id TEXT NOT NULL REFERENCES payments (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  invoice_id TEXT NOT NULL REFERENCES invoices (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN 1 AND 2251799813685248),
  confidence INTEGER CHECK (confidence BETWEEN 0 AND 100),
  reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reasons)),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX payment_allocations_one_pair ON payment_allocations (payment_id, invoice_id);
CREATE INDEX payment_allocations_by_invoice ON payment_allocations (invoice_id, payment_id, amount_minor);

CREATE TABLE briefs (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  number INTEGER NOT NULL CHECK (number > 0),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  template_key TEXT NOT NULL CHECK (template_key <> ''),
  title TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('ru', 'en', 'lv')),
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'sent', 'approved')),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  brief_on TEXT NOT NULL
    CHECK (brief_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(brief_on) IS brief_on),
  author_id TEXT REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  approver_contact_id TEXT REFERENCES contacts (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  contract_id TEXT REFERENCES contracts (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  edited_at INTEGER NOT NULL,
  archived_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX briefs_one_number ON briefs (number);
CREATE INDEX briefs_by_client ON briefs (client_id, edited_at);
CREATE INDEX briefs_by_author ON briefs (author_id) WHERE author_id IS NOT NULL;
CREATE INDEX briefs_by_approver ON briefs (approver_contact_id) WHERE approver_contact_id IS NOT NULL;
CREATE INDEX briefs_by_contract ON briefs (contract_id) WHERE contract_id IS NOT NULL;

CREATE TABLE brief_answers (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  brief_id TEXT NOT NULL REFERENCES briefs (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  field_key TEXT NOT NULL CHECK (field_key <> ''),
  value TEXT NOT NULL CHECK (json_valid(value)),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX brief_answers_one_field ON brief_answers (brief_id, field_key);

-- Journal of changes: appended to in the transaction of the change, never rewritten.
CREATE TABLE journal_groups (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (id <> ''),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL CHECK (actor <> ''),
  -- 'setup' is what a workspace starts from: it cannot be undone.
  kind TEXT NOT NULL CHECK (kind IN ('setup', 'change', 'undo', 'redo')),
  label TEXT NOT NULL CHECK (label <> ''),
  label_params TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(label_params)),
  target_id TEXT REFERENCES journal_groups (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  CHECK ((kind IN ('setup', 'change')) = (target_id IS NULL))
) STRICT;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  group_id TEXT NOT NULL REFERENCES journal_groups (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  entity TEXT NOT NULL,
  row_id TEXT NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  before TEXT,
  after TEXT,
  previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  CHECK ((before IS NULL) = (op = 'insert')),
  CHECK ((after IS NULL) = (op = 'delete'))
) STRICT;
CREATE INDEX journal_by_group ON journal (group_id);
CREATE INDEX journal_by_row ON journal (entity, row_id);

CREATE TRIGGER journal_kept_on_update BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'journal-append-only');
END;
CREATE TRIGGER journal_kept_on_delete BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'journal-append-only');
END;
CREATE TRIGGER journal_groups_kept_on_update BEFORE UPDATE ON journal_groups
BEGIN
  SELECT RAISE(ABORT, 'journal-append-only');
END;
CREATE TRIGGER journal_groups_kept_on_delete BEFORE DELETE ON journal_groups
BEGIN
  SELECT RAISE(ABORT, 'journal-append-only');
END;

-- Figures of one client and month, derived from the rows above.
CREATE TABLE client_months (
  client_id TEXT NOT NULL,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  currency TEXT NOT NULL,
  gross_billings_minor INTEGER NOT NULL,
  wip_change_minor INTEGER NOT NULL,
  rebate_minor INTEGER NOT NULL,
  recognised_minor INTEGER NOT NULL,
  pass_through_minor INTEGER NOT NULL,
  agi_minor INTEGER NOT NULL,
  delivery_cost_minor INTEGER,
  delivery_margin_minor INTEGER,
  direct_costs_minor INTEGER NOT NULL,
  contribution_minor INTEGER,
  overhead_minor INTEGER,
  net_profit_minor INTEGER,
  client_s INTEGER NOT NULL,
  retainer_used_s INTEGER NOT NULL,
  retainer_available_s INTEGER NOT NULL,
  missing TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(missing)),
  PRIMARY KEY (client_id, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX client_months_by_month ON client_months (month, client_id);

CREATE TABLE stale_months (
  client_id TEXT NOT NULL,
  month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]'),
  PRIMARY KEY (client_id, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX stale_months_by_month ON stale_months (month, client_id);

-- Money received is never set against documents twice: the last line of defence behind the services.
CREATE TRIGGER payment_allocations_fit_on_insert BEFORE INSERT ON payment_allocations
BEGIN
  SELECT RAISE(ABORT, 'allocation-currency-differs') FROM payments p JOIN invoices i ON i.id = NEW.invoice_id
    WHERE p.id = NEW.payment_id AND p.currency <> i.currency;
  SELECT RAISE(ABORT, 'allocation-of-outgoing') FROM payments p
    WHERE p.id = NEW.payment_id AND p.direction <> 'in';
  SELECT RAISE(ABORT, 'allocation-to-cancelled') FROM invoices i
    WHERE i.id = NEW.invoice_id AND i.cancelled_at IS NOT NULL;
  SELECT RAISE(ABORT, 'allocation-exceeds-payment') FROM payments p
    WHERE p.id = NEW.payment_id AND p.amount_minor < NEW.amount_minor
      + (SELECT coalesce(sum(a.amount_minor), 0) FROM payment_allocations a WHERE a.payment_id = NEW.payment_id);
  SELECT RAISE(ABORT, 'allocation-exceeds-invoice') FROM invoices i
    WHERE i.id = NEW.invoice_id AND i.gross_minor < NEW.amount_minor
      + (SELECT coalesce(sum(a.amount_minor), 0) FROM payment_allocations a WHERE a.invoice_id = NEW.invoice_id);
END;
CREATE TRIGGER payment_allocations_fit_on_update BEFORE UPDATE OF payment_id, invoice_id, amount_minor ON payment_allocations
BEGIN
  SELECT RAISE(ABORT, 'allocation-currency-differs') FROM payments p JOIN invoices i ON i.id = NEW.invoice_id
    WHERE p.id = NEW.payment_id AND p.currency <> i.currency;
  SELECT RAISE(ABORT, 'allocation-of-outgoing') FROM payments p
    WHERE p.id = NEW.payment_id AND p.direction <> 'in';
  SELECT RAISE(ABORT, 'allocation-to-cancelled') FROM invoices i
    WHERE i.id = NEW.invoice_id AND i.cancelled_at IS NOT NULL;
  SELECT RAISE(ABORT, 'allocation-exceeds-payment') FROM payments p
    WHERE p.id = NEW.payment_id AND p.amount_minor < NEW.amount_minor
      + (SELECT coalesce(sum(a.amount_minor), 0) FROM payment_allocations a
         WHERE a.payment_id = NEW.payment_id AND a.id <> OLD.id);
  SELECT RAISE(ABORT, 'allocation-exceeds-invoice') FROM invoices i
    WHERE i.id = NEW.invoice_id AND i.gross_minor < NEW.amount_minor
      + (SELECT coalesce(sum(a.amount_minor), 0) FROM payment_allocations a
         WHERE a.invoice_id = NEW.invoice_id AND a.id <> OLD.id);
END;
CREATE TRIGGER payments_cover_allocations BEFORE UPDATE OF amount_minor, currency, direction ON payments
BEGIN
  SELECT RAISE(ABORT, 'allocation-exceeds-payment')
    WHERE NEW.amount_minor < (SELECT coalesce(sum(a.amount_minor), 0) FROM payment_allocations a WHERE a.payment_id = OLD.id);
  SELECT RAISE(ABORT, 'allocation-currency-differs')
    WHERE NEW.currency <> OLD.currency AND EXISTS (SELECT 1 FROM payment_allocations a WHERE a.payment_id = OLD.id);
  SELECT RAISE(ABORT, 'allocation-of-outgoing')
    WHERE NEW.direction <> 'in' AND EXISTS (SELECT 1 FROM payment_allocations a WHERE a.payment_id = OLD.id);
END;
CREATE TRIGGER invoices_cover_allocations BEFORE UPDATE OF gross_minor, currency, cancelled_at ON invoices
BEGIN
  SELECT RAISE(ABORT, 'allocation-exceeds-invoice')
    WHERE NEW.gross_minor < (SELECT coalesce(sum(a.amount_minor), 0) FROM payment_allocations a WHERE a.invoice_id = OLD.id);
  SELECT RAISE(ABORT, 'allocation-currency-differs')
    WHERE NEW.currency <> OLD.currency AND EXISTS (SELECT 1 FROM payment_allocations a WHERE a.invoice_id = OLD.id);
  SELECT RAISE(ABORT, 'allocation-to-cancelled')
    WHERE NEW.cancelled_at IS NOT NULL AND EXISTS (SELECT 1 FROM payment_allocations a WHERE a.invoice_id = OLD.id);
END;
