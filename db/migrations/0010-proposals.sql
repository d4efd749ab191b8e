-- Proposals: what work will cost the client and what it will earn, in versions, until it is won or lost.
-- Quantities are exact decimals in text; amounts are reckoned from them and never kept beside them.

-- The agency's price list, dated: hours of a role and fixed services.
CREATE TABLE rate_card_items (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('role', 'service')),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  role TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  price_minor INTEGER NOT NULL CHECK (price_minor BETWEEN 0 AND 2251799813685248),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  -- Hours one unit of a service takes; an hour of a role is an hour.
  hours_s INTEGER NOT NULL DEFAULT 0 CHECK (hours_s >= 0),
  valid_from TEXT NOT NULL
    CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_from) IS valid_from),
  valid_to TEXT
    CHECK (valid_to IS NULL OR (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_to) IS valid_to)),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CHECK (kind <> 'role' OR trim(role) <> '')
) STRICT;
CREATE UNIQUE INDEX rate_card_items_one_start ON rate_card_items (kind, title, currency, valid_from);

-- Up to which discount a role decides alone.
CREATE TABLE discount_limits (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  decider TEXT NOT NULL CHECK (decider IN ('manager', 'lead')),
  max_ppm INTEGER NOT NULL CHECK (max_ppm BETWEEN 0 AND 1000000),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX discount_limits_one_decider ON discount_limits (decider);

CREATE TABLE proposals (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  family_id TEXT NOT NULL CHECK (family_id <> ''),
  number INTEGER NOT NULL CHECK (number > 0),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  brief_id TEXT REFERENCES briefs (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  language TEXT NOT NULL CHECK (language IN ('ru', 'en', 'lv')),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  prices_on TEXT NOT NULL
    CHECK (prices_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(prices_on) IS prices_on),
  valid_until TEXT NOT NULL
    CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_until) IS valid_until),
  starts_on TEXT NOT NULL
    CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(starts_on) IS starts_on),
  ends_on TEXT NOT NULL
    CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(ends_on) IS ends_on),
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'sent', 'accepted', 'lost')),
  sent_on TEXT
    CHECK (sent_on IS NULL OR (sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(sent_on) IS sent_on)),
  decided_on TEXT
    CHECK (decided_on IS NULL OR (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(decided_on) IS decided_on)),
  decided_by TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '',
  lost_reason TEXT NOT NULL DEFAULT '',
  discount_ppm INTEGER NOT NULL DEFAULT 0 CHECK (discount_ppm BETWEEN 0 AND 1000000),
  discount_reason TEXT NOT NULL DEFAULT '',
  discount_approved_by TEXT REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  -- The discount that was approved: a higher one asks again.
  discount_approved_ppm INTEGER CHECK (discount_approved_ppm BETWEEN 0 AND 1000000),
  vat_mode TEXT NOT NULL DEFAULT 'by-date' CHECK (vat_mode IN ('by-date', 'stated', 'none')),
  vat_ppm INTEGER CHECK (vat_ppm BETWEEN 0 AND 1000000),
  prepayment_ppm INTEGER NOT NULL DEFAULT 0 CHECK (prepayment_ppm BETWEEN 0 AND 1000000),
  payment_terms TEXT NOT NULL DEFAULT '',
  exclusions TEXT NOT NULL DEFAULT '',
  introduction TEXT NOT NULL DEFAULT '',
  -- Made when the proposal is accepted.
  project_id TEXT REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  edited_at INTEGER NOT NULL,
  archived_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (ends_on >= starts_on),
  CHECK ((status IN ('accepted', 'lost')) = (decided_on IS NOT NULL)),
  CHECK (status <> 'accepted' OR trim(decided_by) <> ''),
  CHECK (status <> 'lost' OR trim(lost_reason) <> ''),
  CHECK ((vat_mode = 'stated') = (vat_ppm IS NOT NULL)),
  CHECK ((discount_approved_by IS NULL) = (discount_approved_ppm IS NULL))
) STRICT;
CREATE UNIQUE INDEX proposals_one_version ON proposals (family_id, version);
CREATE UNIQUE INDEX proposals_one_number ON proposals (number, version);
CREATE INDEX proposals_by_client ON proposals (client_id, family_id, version);
CREATE INDEX proposals_by_brief ON proposals (brief_id) WHERE brief_id IS NOT NULL;
CREATE INDEX proposals_by_project ON proposals (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX proposals_by_approver ON proposals (discount_approved_by) WHERE discount_approved_by IS NOT NULL;

-- origin_id stays the same through the versions: it tells which line is which.
CREATE TABLE proposal_lines (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  proposal_id TEXT NOT NULL REFERENCES proposals (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  origin_id TEXT NOT NULL CHECK (origin_id <> ''),
  position INTEGER NOT NULL,
  group_name TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL CHECK (kind IN ('work', 'service', 'production', 'media', 'commission')),
  title TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  person_id TEXT REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  vendor TEXT NOT NULL DEFAULT '',
  quantity TEXT NOT NULL DEFAULT '1'
    CHECK (length(quantity) <= 28 AND quantity GLOB '[0-9]*' AND quantity NOT GLOB '*[^0-9.]*' AND quantity NOT GLOB '*.*.*' AND quantity NOT GLOB '*.'),
  unit TEXT NOT NULL DEFAULT '',
  unit_price_minor INTEGER NOT NULL DEFAULT 0 CHECK (unit_price_minor BETWEEN 0 AND 2251799813685248),
  unit_cost_minor INTEGER NOT NULL DEFAULT 0 CHECK (unit_cost_minor BETWEEN 0 AND 2251799813685248),
  markup_ppm INTEGER NOT NULL DEFAULT 0 CHECK (markup_ppm BETWEEN -1000000 AND 1000000000),
  commission_ppm INTEGER CHECK (commission_ppm BETWEEN 0 AND 1000000000),
  commission_basis TEXT CHECK (commission_basis IN ('on-top', 'inside')),
  -- Hours the line takes besides its quantity: a line of work has its hours as the quantity.
  hours_s INTEGER NOT NULL DEFAULT 0 CHECK (hours_s >= 0),
  starts_on TEXT
    CHECK (starts_on IS NULL OR (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(starts_on) IS starts_on)),
  ends_on TEXT
    CHECK (ends_on IS NULL OR (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(ends_on) IS ends_on)),
  -- An option is counted only once it is chosen; options of one package exclude each other.
  is_option TEXT NOT NULL DEFAULT 'no' CHECK (is_option IN ('yes', 'no')),
  package TEXT NOT NULL DEFAULT '',
  chosen TEXT NOT NULL DEFAULT 'yes' CHECK (chosen IN ('yes', 'no')),
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (starts_on IS NULL OR ends_on IS NULL OR ends_on >= starts_on),
  CHECK ((kind = 'commission') = (commission_ppm IS NOT NULL)),
  CHECK ((commission_ppm IS NULL) = (commission_basis IS NULL)),
  CHECK (commission_basis IS NOT 'inside' OR commission_ppm < 1000000),
  CHECK (is_option = 'yes' OR (chosen = 'yes' AND package = ''))
) STRICT;
CREATE UNIQUE INDEX proposal_lines_one_origin ON proposal_lines (proposal_id, origin_id);
CREATE INDEX proposal_lines_in_order ON proposal_lines (proposal_id, position);
CREATE INDEX proposal_lines_by_person ON proposal_lines (person_id) WHERE person_id IS NOT NULL;

-- What the client accepted stays as it was accepted; a new version is made to change it.
CREATE TRIGGER proposals_frozen BEFORE UPDATE ON proposals
WHEN OLD.status = 'accepted' AND NEW.status = 'accepted'
BEGIN
  SELECT RAISE(ABORT, 'proposal-accepted')
  WHERE NEW.client_id IS NOT OLD.client_id OR NEW.title IS NOT OLD.title OR NEW.currency IS NOT OLD.currency
    OR NEW.prices_on IS NOT OLD.prices_on OR NEW.starts_on IS NOT OLD.starts_on OR NEW.ends_on IS NOT OLD.ends_on
    OR NEW.discount_ppm IS NOT OLD.discount_ppm OR NEW.vat_mode IS NOT OLD.vat_mode OR NEW.vat_ppm IS NOT OLD.vat_ppm;
END;

CREATE TRIGGER proposal_lines_frozen BEFORE UPDATE ON proposal_lines
BEGIN
  SELECT RAISE(ABORT, 'proposal-accepted') FROM proposals p WHERE p.id = OLD.proposal_id AND p.status = 'accepted';
END;

CREATE TRIGGER proposal_lines_kept BEFORE DELETE ON proposal_lines
BEGIN
  SELECT RAISE(ABORT, 'proposal-accepted') FROM proposals p WHERE p.id = OLD.proposal_id AND p.status = 'accepted';
END;

-- The first invoice of an accepted proposal.
ALTER TABLE invoice_drafts ADD COLUMN proposal_id TEXT REFERENCES proposals (id) ON UPDATE RESTRICT ON DELETE RESTRICT;
CREATE INDEX invoice_drafts_by_proposal ON invoice_drafts (proposal_id) WHERE proposal_id IS NOT NULL;
