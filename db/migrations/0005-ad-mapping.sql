-- Statistics of advertising platforms and of web analytics as their files state them, and what was once said
-- about their accounts and campaigns. Facts of a plan's lines (media_plan_facts) follow from them.

-- Accounts of a client at a platform. `vat`: whether its money includes VAT, where the files do not say.
CREATE TABLE ad_accounts (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  source TEXT NOT NULL CHECK (source <> ''),
  account TEXT NOT NULL DEFAULT '',
  vat TEXT NOT NULL DEFAULT 'unknown' CHECK (vat IN ('included', 'excluded', 'unknown')),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX ad_accounts_one_of_a_client ON ad_accounts (client_id, source, account);
CREATE INDEX ad_accounts_by_account ON ad_accounts (source, account);

-- Which line of a plan a campaign belongs to, through all versions of the plan.
CREATE TABLE ad_mapping_rules (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  source TEXT NOT NULL CHECK (source <> ''),
  campaign_key TEXT NOT NULL CHECK (campaign_key <> ''),
  line_id TEXT NOT NULL REFERENCES media_plan_lines (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  counts_as TEXT NOT NULL DEFAULT 'leads' CHECK (counts_as IN ('leads', 'orders')),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX ad_mapping_rules_one_for_a_campaign ON ad_mapping_rules (client_id, source, campaign_key);
CREATE INDEX ad_mapping_rules_by_line ON ad_mapping_rules (line_id);

-- What a campaign did on a day, or in the period of a file without days. A day stated again replaces it.
CREATE TABLE ad_statistics (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  source TEXT NOT NULL CHECK (source <> ''),
  account TEXT NOT NULL DEFAULT '',
  campaign_key TEXT NOT NULL CHECK (campaign_key <> ''),
  campaign TEXT NOT NULL CHECK (campaign <> ''),
  from_on TEXT NOT NULL
    CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on),
  to_on TEXT NOT NULL
    CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on),
  spend_minor INTEGER NOT NULL CHECK (spend_minor BETWEEN 0 AND 2251799813685248),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  vat TEXT NOT NULL CHECK (vat IN ('included', 'excluded', 'unknown')),
  impressions INTEGER CHECK (impressions >= 0),
  clicks INTEGER CHECK (clicks >= 0),
  conversions_hundredths INTEGER CHECK (conversions_hundredths >= 0),
  revenue_minor INTEGER CHECK (revenue_minor BETWEEN -2251799813685248 AND 2251799813685248),
  import_id TEXT NOT NULL REFERENCES imports (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_on >= from_on)
) STRICT;
CREATE UNIQUE INDEX ad_statistics_one_a_day ON ad_statistics (client_id, source, campaign_key, from_on, to_on);
CREATE INDEX ad_statistics_by_import ON ad_statistics (import_id);

-- Visits, reached goals and revenue of a site, parted as the file parts them.
CREATE TABLE web_statistics (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  source TEXT NOT NULL CHECK (source <> ''),
  account TEXT NOT NULL DEFAULT '',
  dimension TEXT NOT NULL DEFAULT '',
  label TEXT NOT NULL DEFAULT '',
  from_on TEXT NOT NULL
    CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on),
  to_on TEXT NOT NULL
    CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on),
  visits INTEGER NOT NULL CHECK (visits >= 0),
  users INTEGER CHECK (users >= 0),
  conversions_hundredths INTEGER CHECK (conversions_hundredths >= 0),
  revenue_minor INTEGER CHECK (revenue_minor BETWEEN -2251799813685248 AND 2251799813685248),
  currency TEXT CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  import_id TEXT NOT NULL REFERENCES imports (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_on >= from_on),
  CHECK (revenue_minor IS NULL OR currency IS NOT NULL)
) STRICT;
CREATE UNIQUE INDEX web_statistics_one_a_day ON web_statistics (client_id, source, account, dimension, label, from_on, to_on);
CREATE INDEX web_statistics_by_import ON web_statistics (import_id);
