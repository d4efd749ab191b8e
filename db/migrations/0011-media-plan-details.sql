-- Lines in other currencies and at other VAT, spread by season; creatives with their tokens; seasons and views
-- that are kept under a name; what was decided about an alert.

-- Null: the plan's currency. The rate is units of the plan's currency for one of the line's, with the day it is of;
-- null while none is known: then the line's net is not known either.
ALTER TABLE media_plan_lines ADD COLUMN currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]');
ALTER TABLE media_plan_lines ADD COLUMN rate TEXT
  CHECK (rate IS NULL OR (currency IS NOT NULL AND length(rate) <= 28 AND rate GLOB '[0-9]*'
    AND rate NOT GLOB '*[^0-9.]*' AND rate NOT GLOB '*.*.*' AND rate NOT GLOB '*.' AND CAST(rate AS REAL) > 0));
ALTER TABLE media_plan_lines ADD COLUMN rate_on TEXT
  CHECK ((rate_on IS NULL) = (rate IS NULL)
    AND (rate_on IS NULL OR (rate_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(rate_on) IS rate_on)));

-- 'by-date': the agency country's rate on the line's last day.
ALTER TABLE media_plan_lines ADD COLUMN vat_mode TEXT NOT NULL DEFAULT 'plan'
  CHECK (vat_mode IN ('plan', 'by-date', 'stated', 'none'));
ALTER TABLE media_plan_lines ADD COLUMN vat_ppm INTEGER
  CHECK ((vat_mode = 'stated') = (vat_ppm IS NOT NULL) AND (vat_ppm IS NULL OR vat_ppm BETWEEN 0 AND 1000000000));

-- Spread by season: what each month of the year weighs, January first, as it was when it was chosen. Without one: [].
ALTER TABLE media_plan_lines ADD COLUMN season_name TEXT NOT NULL DEFAULT '';
ALTER TABLE media_plan_lines ADD COLUMN season_weights TEXT NOT NULL DEFAULT '[]'
  CHECK (json_valid(season_weights) AND json_type(season_weights) = 'array'
    AND json_array_length(season_weights) IN (0, 12)
    AND (json_array_length(season_weights) = 0 OR spread_kind = 'even'));

CREATE TABLE media_plan_seasons (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  weights TEXT NOT NULL
    CHECK (json_valid(weights) AND json_type(weights) = 'array' AND json_array_length(weights) = 12),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX media_plan_seasons_one_name ON media_plan_seasons (name);

-- A token belongs to a creative and is given after the plan is agreed: creatives are not frozen with their line.
CREATE TABLE media_plan_creatives (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  line_id TEXT NOT NULL REFERENCES media_plan_lines (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  format TEXT NOT NULL DEFAULT '',
  erid TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX media_plan_creatives_by_line ON media_plan_creatives (line_id, position);

CREATE TABLE media_plan_views (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  settings TEXT NOT NULL CHECK (json_valid(settings) AND json_type(settings) = 'object'),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX media_plan_views_one_name ON media_plan_views (name);

-- Of a line through all versions of its plan: origin_id is no key of a row, because the first line may be gone.
CREATE TABLE media_plan_incidents (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  family_id TEXT NOT NULL CHECK (family_id <> ''),
  origin_id TEXT NOT NULL CHECK (origin_id <> ''),
  alert TEXT NOT NULL CHECK (alert <> ''),
  note TEXT NOT NULL CHECK (trim(note) <> ''),
  decision TEXT NOT NULL DEFAULT '',
  person_id TEXT REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  noted_at INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX media_plan_incidents_by_plan ON media_plan_incidents (family_id, noted_at);
CREATE INDEX media_plan_incidents_by_person ON media_plan_incidents (person_id) WHERE person_id IS NOT NULL;

-- Import of plans from workbooks: how the columns of a header were read, by the header itself, and which file a
-- plan came from, so that the same file is not read into a second plan.
CREATE TABLE media_plan_mappings (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  fingerprint TEXT NOT NULL CHECK (fingerprint <> ''),
  columns TEXT NOT NULL CHECK (json_valid(columns) AND json_type(columns) = 'array'),
  vat TEXT CHECK (vat IN ('included', 'excluded')),
  commission TEXT CHECK (commission IN ('included', 'excluded')),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX media_plan_mappings_one_of_a_header ON media_plan_mappings (fingerprint);

CREATE TABLE media_plan_sources (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  plan_id TEXT NOT NULL REFERENCES media_plans (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  import_id TEXT NOT NULL REFERENCES imports (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
  sheet TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX media_plan_sources_by_file ON media_plan_sources (file_sha256);
CREATE INDEX media_plan_sources_by_plan ON media_plan_sources (plan_id);
CREATE INDEX media_plan_sources_by_import ON media_plan_sources (import_id);
