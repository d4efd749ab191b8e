-- What a client was sent and agreed to, frozen; the way of a brief from draft to acceptance; criteria ticked one by one.

-- Answers and the whole printed model as they were: the document can be made again whatever changed since.
CREATE TABLE brief_versions (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  brief_id TEXT NOT NULL REFERENCES briefs (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL CHECK (kind IN ('sent', 'approved')),
  template_key TEXT NOT NULL CHECK (template_key <> ''),
  language TEXT NOT NULL CHECK (language IN ('ru', 'en', 'lv')),
  title TEXT NOT NULL,
  answers TEXT NOT NULL CHECK (json_valid(answers) AND json_type(answers) = 'object'),
  paper TEXT NOT NULL CHECK (json_valid(paper) AND json_type(paper) = 'object'),
  frozen_on TEXT NOT NULL
    CHECK (frozen_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(frozen_on) IS frozen_on),
  frozen_at INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX brief_versions_one_number ON brief_versions (brief_id, number, kind);

-- Each move of a brief; its status in briefs says only whether it is a draft, with the client or agreed.
CREATE TABLE brief_steps (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  brief_id TEXT NOT NULL REFERENCES briefs (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  step TEXT NOT NULL
    CHECK (step IN ('sent', 'returned', 'approved', 'reopened', 'started', 'delivered', 'reworked', 'accepted')),
  made_on TEXT NOT NULL
    CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(made_on) IS made_on),
  made_at INTEGER NOT NULL,
  version_id TEXT REFERENCES brief_versions (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  person_id TEXT REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  -- Who spoke for the client.
  client_name TEXT NOT NULL DEFAULT '',
  channel TEXT CHECK (channel IN ('email', 'messenger', 'meeting', 'call', 'document')),
  evidence TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK ((step IN ('sent', 'approved')) = (version_id IS NOT NULL)),
  CHECK (step NOT IN ('approved', 'accepted') OR trim(client_name) <> ''),
  CHECK (step NOT IN ('returned', 'reworked') OR trim(note) <> '')
) STRICT;
CREATE INDEX brief_steps_in_order ON brief_steps (brief_id, made_at);
CREATE INDEX brief_steps_by_version ON brief_steps (version_id) WHERE version_id IS NOT NULL;
CREATE INDEX brief_steps_by_person ON brief_steps (person_id) WHERE person_id IS NOT NULL;

-- A criterion is known by its words: one that was reworded has to be met anew.
CREATE TABLE brief_criteria_met (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  brief_id TEXT NOT NULL REFERENCES briefs (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  metric TEXT NOT NULL,
  threshold TEXT NOT NULL,
  met_on TEXT NOT NULL
    CHECK (met_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(met_on) IS met_on),
  person_id TEXT REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX brief_criteria_met_once ON brief_criteria_met (brief_id, metric, threshold);
CREATE INDEX brief_criteria_met_by_person ON brief_criteria_met (person_id) WHERE person_id IS NOT NULL;
