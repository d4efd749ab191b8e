-- Media plans: versions of a plan, its lines, and what happened to them.
-- Volumes and prices are exact decimals in text; amounts are reckoned from them and never kept beside them.

CREATE TABLE media_plans (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  family_id TEXT NOT NULL CHECK (family_id <> ''),
  number INTEGER NOT NULL CHECK (number > 0),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  project_id TEXT REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  column_unit TEXT NOT NULL DEFAULT 'week' CHECK (column_unit IN ('month', 'week', 'day', 'stated')),
  from_on TEXT NOT NULL
    CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on),
  to_on TEXT NOT NULL
    CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on),
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'sent', 'approved', 'rejected')),
  sent_on TEXT
    CHECK (sent_on IS NULL OR (sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(sent_on) IS sent_on)),
  decided_on TEXT
    CHECK (decided_on IS NULL OR (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(decided_on) IS decided_on)),
  decided_by TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '',
  commission_ppm INTEGER NOT NULL DEFAULT 0 CHECK (commission_ppm BETWEEN 0 AND 1000000000),
  commission_basis TEXT NOT NULL DEFAULT 'on-top' CHECK (commission_basis IN ('on-top', 'inside')),
  client_discount_ppm INTEGER NOT NULL DEFAULT 0 CHECK (client_discount_ppm BETWEEN 0 AND 1000000),
  vat_mode TEXT NOT NULL DEFAULT 'by-date' CHECK (vat_mode IN ('by-date', 'stated', 'none')),
  vat_ppm INTEGER CHECK (vat_ppm BETWEEN 0 AND 1000000000),
  budget_gross_minor INTEGER CHECK (budget_gross_minor BETWEEN 0 AND 2251799813685248),
  note TEXT NOT NULL DEFAULT '',
  edited_at INTEGER NOT NULL,
  archived_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_on >= from_on),
  CHECK ((status IN ('approved', 'rejected')) = (decided_on IS NOT NULL)),
  CHECK (status <> 'approved' OR trim(decided_by) <> ''),
  CHECK ((vat_mode = 'stated') = (vat_ppm IS NOT NULL)),
  CHECK (commission_basis = 'on-top' OR commission_ppm < 1000000)
) STRICT;
CREATE UNIQUE INDEX media_plans_one_version ON media_plans (family_id, version);
CREATE UNIQUE INDEX media_plans_one_number ON media_plans (number, version);
CREATE INDEX media_plans_by_client ON media_plans (client_id, family_id, version);
CREATE INDEX media_plans_by_project ON media_plans (project_id) WHERE project_id IS NOT NULL;

-- Columns of a plan whose unit is 'stated'; those of months, weeks and days follow from its period.
CREATE TABLE media_plan_columns (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  plan_id TEXT NOT NULL REFERENCES media_plans (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  from_on TEXT NOT NULL
    CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on),
  to_on TEXT NOT NULL
    CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_on >= from_on)
) STRICT;
CREATE UNIQUE INDEX media_plan_columns_one_start ON media_plan_columns (plan_id, from_on);

-- origin_id stays the same through the versions of a plan: it tells which line is which.
CREATE TABLE media_plan_lines (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  plan_id TEXT NOT NULL REFERENCES media_plans (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  origin_id TEXT NOT NULL CHECK (origin_id <> ''),
  position INTEGER NOT NULL,
  group_name TEXT NOT NULL DEFAULT '',
  channel TEXT NOT NULL DEFAULT '',
  placement TEXT NOT NULL DEFAULT '',
  format TEXT NOT NULL DEFAULT '',
  geo TEXT NOT NULL DEFAULT '',
  audience TEXT NOT NULL DEFAULT '',
  model TEXT NOT NULL
    CHECK (model IN ('cpm', 'cpc', 'cpv', 'cpa', 'cpl', 'day', 'week', 'month', 'spot', 'grp', 'fixed', 'sponsorship')),
  unit TEXT NOT NULL DEFAULT '',
  volume TEXT NOT NULL DEFAULT '0'
    CHECK (length(volume) <= 28 AND volume GLOB '[0-9]*' AND volume NOT GLOB '*[^0-9.]*' AND volume NOT GLOB '*.*.*' AND volume NOT GLOB '*.'),
  price TEXT NOT NULL DEFAULT '0'
    CHECK (length(price) <= 28 AND price GLOB '[0-9]*' AND price NOT GLOB '*[^0-9.]*' AND price NOT GLOB '*.*.*' AND price NOT GLOB '*.'),
  price_basis TEXT NOT NULL DEFAULT 'net'
    CHECK (price_basis IN ('net', 'with-vat', 'with-commission', 'with-commission-and-vat')),
  surcharges TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(surcharges) AND json_type(surcharges) = 'array'),
  discounts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(discounts) AND json_type(discounts) = 'array'),
  commission_ppm INTEGER CHECK (commission_ppm BETWEEN 0 AND 1000000000),
  commission_basis TEXT CHECK (commission_basis IN ('on-top', 'inside')),
  rebate_ppm INTEGER NOT NULL DEFAULT 0 CHECK (rebate_ppm BETWEEN 0 AND 1000000),
  from_on TEXT NOT NULL
    CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on),
  to_on TEXT NOT NULL
    CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on),
  spread_kind TEXT NOT NULL DEFAULT 'even' CHECK (spread_kind IN ('even', 'weekday', 'hand')),
  spread_weights TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(spread_weights) AND json_type(spread_weights) = 'array'),
  locked TEXT NOT NULL DEFAULT 'no' CHECK (locked IN ('yes', 'no')),
  weight TEXT NOT NULL DEFAULT '1'
    CHECK (length(weight) <= 28 AND weight GLOB '[0-9]*' AND weight NOT GLOB '*[^0-9.]*' AND weight NOT GLOB '*.*.*' AND weight NOT GLOB '*.'),
  min_minor INTEGER NOT NULL DEFAULT 0 CHECK (min_minor BETWEEN 0 AND 2251799813685248),
  erid TEXT NOT NULL DEFAULT '',
  levy_payer TEXT NOT NULL DEFAULT 'none' CHECK (levy_payer IN ('none', 'agency', 'client', 'vendor')),
  impressions INTEGER CHECK (impressions >= 0),
  reach INTEGER CHECK (reach >= 0),
  clicks INTEGER CHECK (clicks >= 0),
  leads INTEGER CHECK (leads >= 0),
  orders INTEGER CHECK (orders >= 0),
  revenue_minor INTEGER CHECK (revenue_minor BETWEEN -2251799813685248 AND 2251799813685248),
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_on >= from_on),
  CHECK ((commission_ppm IS NULL) = (commission_basis IS NULL)),
  CHECK (commission_basis IS NOT 'inside' OR commission_ppm < 1000000)
) STRICT;
CREATE UNIQUE INDEX media_plan_lines_one_origin ON media_plan_lines (plan_id, origin_id);
CREATE INDEX media_plan_lines_in_order ON media_plan_lines (plan_id, position);
CREATE INDEX media_plan_lines_by_origin ON media_plan_lines (origin_id);

-- What a line did on a day, net of VAT and commission. A day stated again by the same source replaces it.
CREATE TABLE media_plan_facts (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  line_id TEXT NOT NULL REFERENCES media_plan_lines (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  fact_on TEXT NOT NULL
    CHECK (fact_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(fact_on) IS fact_on),
  source TEXT NOT NULL DEFAULT '',
  import_id TEXT REFERENCES imports (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  spend_minor INTEGER CHECK (spend_minor BETWEEN -2251799813685248 AND 2251799813685248),
  impressions INTEGER CHECK (impressions >= 0),
  clicks INTEGER CHECK (clicks >= 0),
  leads INTEGER CHECK (leads >= 0),
  orders INTEGER CHECK (orders >= 0),
  revenue_minor INTEGER CHECK (revenue_minor BETWEEN -2251799813685248 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (coalesce(spend_minor, impressions, clicks, leads, orders, revenue_minor) IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX media_plan_facts_one_a_day ON media_plan_facts (line_id, fact_on, source);
CREATE INDEX media_plan_facts_by_import ON media_plan_facts (import_id) WHERE import_id IS NOT NULL;

-- What the client approved stays as it was approved; a new version is made to change it.
CREATE TRIGGER media_plans_frozen BEFORE UPDATE OF client_id, name, currency, column_unit, from_on, to_on,
  commission_ppm, commission_basis, client_discount_ppm, vat_mode, vat_ppm ON media_plans
WHEN OLD.status = 'approved' AND NEW.status = 'approved'
BEGIN
  SELECT RAISE(ABORT, 'media-plan-approved')
  WHERE NEW.client_id IS NOT OLD.client_id OR NEW.name IS NOT OLD.name OR NEW.currency IS NOT OLD.currency
    OR NEW.column_unit IS NOT OLD.column_unit OR NEW.from_on IS NOT OLD.from_on OR NEW.to_on IS NOT OLD.to_on
    OR NEW.commission_ppm IS NOT OLD.commission_ppm OR NEW.commission_basis IS NOT OLD.commission_basis
    OR NEW.client_discount_ppm IS NOT OLD.client_discount_ppm
    OR NEW.vat_mode IS NOT OLD.vat_mode OR NEW.vat_ppm IS NOT OLD.vat_ppm;
END;

CREATE TRIGGER media_plan_lines_frozen BEFORE UPDATE ON media_plan_lines
BEGIN
  SELECT RAISE(ABORT, 'media-plan-approved') FROM media_plans p WHERE p.id = OLD.plan_id AND p.status = 'approved';
END;

CREATE TRIGGER media_plan_lines_kept BEFORE DELETE ON media_plan_lines
BEGIN
  SELECT RAISE(ABORT, 'media-plan-approved') FROM media_plans p WHERE p.id = OLD.plan_id AND p.status = 'approved';
END;
