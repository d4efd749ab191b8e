-- Budgets by month, what flows into them from media plans, drafts of invoices, and the reconciliation of media.
-- Amounts of budgets: minor units of the client's currency; seconds where the kind is 'hours'.

-- The plan of a month. Rows of a media plan (plan_id) stand beside the amount typed by hand (plan_id null).
CREATE TABLE budget_amounts (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  project_id TEXT REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('fees', 'commission', 'media', 'production', 'hours')),
  month TEXT NOT NULL
    CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND date(month || '-01') IS month || '-01'),
  plan_id TEXT REFERENCES media_plans (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  planned INTEGER NOT NULL CHECK (planned BETWEEN -2251799813685248 AND 2251799813685248),
  forecast INTEGER CHECK (forecast BETWEEN -2251799813685248 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (plan_id IS NULL OR (kind IN ('media', 'commission') AND project_id IS NULL AND forecast IS NULL))
) STRICT;
CREATE UNIQUE INDEX budget_amounts_one_cell
  ON budget_amounts (client_id, month, kind, coalesce(project_id, ''), coalesce(plan_id, ''));
CREATE INDEX budget_amounts_by_project ON budget_amounts (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX budget_amounts_by_plan ON budget_amounts (plan_id) WHERE plan_id IS NOT NULL;

-- A plan that was agreed. Its totals are kept so that a change of its rows is found.
CREATE TABLE budget_agreements (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  from_month TEXT NOT NULL
    CHECK (from_month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND date(from_month || '-01') IS from_month || '-01'),
  to_month TEXT NOT NULL
    CHECK (to_month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND date(to_month || '-01') IS to_month || '-01'),
  agreed_on TEXT NOT NULL
    CHECK (agreed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(agreed_on) IS agreed_on),
  agreed_by TEXT NOT NULL CHECK (trim(agreed_by) <> ''),
  note TEXT NOT NULL DEFAULT '',
  money_total INTEGER NOT NULL CHECK (money_total BETWEEN -2251799813685248 AND 2251799813685248),
  hours_total INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_month >= from_month)
) STRICT;
CREATE INDEX budget_agreements_by_client ON budget_agreements (client_id, agreed_on);

CREATE TABLE budget_baselines (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  agreement_id TEXT NOT NULL REFERENCES budget_agreements (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  project_id TEXT REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('fees', 'commission', 'media', 'production', 'hours')),
  month TEXT NOT NULL
    CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND date(month || '-01') IS month || '-01'),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -2251799813685248 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX budget_baselines_one_cell ON budget_baselines (agreement_id, month, kind, coalesce(project_id, ''));
CREATE INDEX budget_baselines_by_project ON budget_baselines (project_id) WHERE project_id IS NOT NULL;
CREATE TRIGGER budget_baselines_frozen BEFORE UPDATE ON budget_baselines
BEGIN
  SELECT RAISE(ABORT, 'budget-baseline-frozen');
END;
CREATE TRIGGER budget_agreements_frozen BEFORE UPDATE OF client_id, from_month, to_month, money_total, hours_total ON budget_agreements
BEGIN
  SELECT RAISE(ABORT, 'budget-baseline-frozen');
END;

-- A month that was closed, with the actual it was closed with. What is entered for it afterwards is an adjustment.
CREATE TABLE budget_locks (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  month TEXT NOT NULL
    CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND date(month || '-01') IS month || '-01'),
  locked_on TEXT NOT NULL
    CHECK (locked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(locked_on) IS locked_on),
  locked_by TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX budget_locks_one_month ON budget_locks (client_id, month);
CREATE TABLE budget_locked_amounts (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  lock_id TEXT NOT NULL REFERENCES budget_locks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  project_id TEXT REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('fees', 'commission', 'media', 'production', 'hours')),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -2251799813685248 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX budget_locked_amounts_one_cell ON budget_locked_amounts (lock_id, kind, coalesce(project_id, ''));
CREATE INDEX budget_locked_amounts_by_project ON budget_locked_amounts (project_id) WHERE project_id IS NOT NULL;
CREATE TABLE budget_adjustments (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  lock_id TEXT NOT NULL REFERENCES budget_locks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  project_id TEXT REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('fees', 'commission', 'media', 'production', 'hours')),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -2251799813685248 AND 2251799813685248),
  recorded_on TEXT NOT NULL
    CHECK (recorded_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(recorded_on) IS recorded_on),
  counted_in TEXT NOT NULL
    CHECK (counted_in GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND date(counted_in || '-01') IS counted_in || '-01'),
  recorded_by TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX budget_adjustments_by_lock ON budget_adjustments (lock_id, recorded_on);
CREATE INDEX budget_adjustments_by_project ON budget_adjustments (project_id) WHERE project_id IS NOT NULL;

-- Invoices of an approved media plan before they are issued: one for each month of it.
CREATE TABLE invoice_drafts (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  -- The media plan it bills a month of; null where it comes from elsewhere.
  plan_id TEXT REFERENCES media_plans (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  month TEXT NOT NULL
    CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND date(month || '-01') IS month || '-01'),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  -- Whether the VAT of the day of issue replaces the one reckoned here.
  vat_mode TEXT NOT NULL CHECK (vat_mode IN ('by-date', 'stated', 'none')),
  net_minor INTEGER NOT NULL CHECK (net_minor BETWEEN -2251799813685248 AND 2251799813685248),
  vat_minor INTEGER NOT NULL CHECK (vat_minor BETWEEN -2251799813685248 AND 2251799813685248),
  gross_minor INTEGER NOT NULL CHECK (gross_minor BETWEEN -2251799813685248 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (net_minor + vat_minor = gross_minor)
) STRICT;
CREATE UNIQUE INDEX invoice_drafts_one_month ON invoice_drafts (plan_id, month) WHERE plan_id IS NOT NULL;
CREATE INDEX invoice_drafts_by_client ON invoice_drafts (client_id, month);
CREATE TABLE invoice_draft_lines (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  draft_id TEXT NOT NULL REFERENCES invoice_drafts (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position > 0),
  channel TEXT NOT NULL DEFAULT '',
  part TEXT NOT NULL CHECK (part IN ('media', 'commission', 'discount', 'fees')),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  net_minor INTEGER NOT NULL CHECK (net_minor BETWEEN -2251799813685248 AND 2251799813685248),
  vat_ppm INTEGER CHECK (vat_ppm BETWEEN 0 AND 1000000000),
  vat_minor INTEGER NOT NULL CHECK (vat_minor BETWEEN -2251799813685248 AND 2251799813685248),
  gross_minor INTEGER NOT NULL CHECK (gross_minor BETWEEN -2251799813685248 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (net_minor + vat_minor = gross_minor)
) STRICT;
CREATE UNIQUE INDEX invoice_draft_lines_in_order ON invoice_draft_lines (draft_id, position);

-- Which media a line of an issued invoice bills, net of VAT.
CREATE TABLE media_billings (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  invoice_line_id TEXT NOT NULL REFERENCES invoice_lines (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  month TEXT NOT NULL
    CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND date(month || '-01') IS month || '-01'),
  -- Empty where a line bills all channels of the month together.
  channel TEXT NOT NULL DEFAULT '',
  part TEXT NOT NULL CHECK (part IN ('media', 'commission', 'discount')),
  net_minor INTEGER NOT NULL CHECK (net_minor BETWEEN -2251799813685248 AND 2251799813685248),
  -- The version whose draft it was; null: said by hand.
  plan_id TEXT REFERENCES media_plans (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX media_billings_by_line ON media_billings (invoice_line_id);
CREATE INDEX media_billings_by_plan ON media_billings (plan_id) WHERE plan_id IS NOT NULL;
CREATE INDEX media_billings_by_client ON media_billings (client_id, month, channel);

-- Invoices and acts of vendors, one for a channel and a month.
CREATE TABLE vendor_documents (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  vendor TEXT NOT NULL CHECK (trim(vendor) <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('invoice', 'act')),
  number TEXT NOT NULL CHECK (trim(number) <> ''),
  dated_on TEXT NOT NULL
    CHECK (dated_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(dated_on) IS dated_on),
  from_on TEXT NOT NULL
    CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on),
  to_on TEXT NOT NULL
    CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on),
  channel TEXT NOT NULL CHECK (trim(channel) <> ''),
  line_id TEXT REFERENCES media_plan_lines (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  net_minor INTEGER NOT NULL CHECK (net_minor BETWEEN -2251799813685248 AND 2251799813685248),
  vat_minor INTEGER NOT NULL CHECK (vat_minor BETWEEN -2251799813685248 AND 2251799813685248),
  -- Vendor's rebate as the document states it; null: not stated.
  rebate_minor INTEGER CHECK (rebate_minor BETWEEN -2251799813685248 AND 2251799813685248),
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_on >= from_on),
  CHECK (substr(from_on, 1, 7) = substr(to_on, 1, 7))
) STRICT;
CREATE UNIQUE INDEX vendor_documents_once ON vendor_documents (client_id, vendor, kind, number, dated_on, channel);
CREATE INDEX vendor_documents_by_month ON vendor_documents (client_id, to_on);
CREATE INDEX vendor_documents_by_line ON vendor_documents (line_id) WHERE line_id IS NOT NULL;

-- What was decided of a break; the amount is the one it was decided at.
CREATE TABLE reconciliation_decisions (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  month TEXT NOT NULL
    CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]' AND date(month || '-01') IS month || '-01'),
  channel TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('spend-vendor', 'document-missing', 'vendor-billed', 'not-billed', 'commission', 'rebate', 'unlike')),
  amount_minor INTEGER CHECK (amount_minor BETWEEN -2251799813685248 AND 2251799813685248),
  state TEXT NOT NULL CHECK (state IN ('explained', 'settled')),
  note TEXT NOT NULL CHECK (trim(note) <> ''),
  decided_by TEXT NOT NULL DEFAULT '',
  decided_on TEXT NOT NULL
    CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(decided_on) IS decided_on),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX reconciliation_decisions_one_break ON reconciliation_decisions (client_id, month, channel, kind);

-- Differences up to the tolerance are no breaks. One row.
CREATE TABLE reconciliation_settings (
  id TEXT NOT NULL PRIMARY KEY CHECK (id = 'reconciliation'),
  tolerance_minor INTEGER NOT NULL CHECK (tolerance_minor BETWEEN 0 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
