-- Time and people: the running timer, locked periods, what a person can take on and when they are away.

-- started_at and ended_at: of a timer; null where hours were written down or imported: files of other tools name no zone.
-- adjustment: entered into a period that was locked already.
-- import_key: what the row of the other tool is known by, so that the same file again adds nothing.
ALTER TABLE time_entries ADD COLUMN task_id TEXT REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT;
ALTER TABLE time_entries ADD COLUMN started_at INTEGER;
ALTER TABLE time_entries ADD COLUMN ended_at INTEGER CHECK (ended_at IS NULL OR ended_at > started_at);
ALTER TABLE time_entries ADD COLUMN adjustment TEXT NOT NULL DEFAULT 'no' CHECK (adjustment IN ('yes', 'no'));
ALTER TABLE time_entries ADD COLUMN import_id TEXT REFERENCES imports (id) ON UPDATE RESTRICT ON DELETE RESTRICT;
ALTER TABLE time_entries ADD COLUMN import_key TEXT;
CREATE UNIQUE INDEX time_entries_one_import_key ON time_entries (import_key) WHERE import_key IS NOT NULL;
CREATE INDEX time_entries_by_import ON time_entries (import_id) WHERE import_id IS NOT NULL;
CREATE INDEX time_entries_by_task ON time_entries (task_id, worked_on, person_id, duration_s) WHERE task_id IS NOT NULL;

CREATE TABLE running_timers (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  client_id TEXT REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  project_id TEXT REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  task_id TEXT REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  kind TEXT NOT NULL CHECK (kind IN ('retainer', 'project', 'rework', 'internal')),
  note TEXT NOT NULL DEFAULT '',
  started_at INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK ((kind = 'internal') = (client_id IS NULL)),
  CHECK (client_id IS NOT NULL OR project_id IS NULL)
) STRICT;
CREATE UNIQUE INDEX running_timers_one_a_person ON running_timers (person_id);
CREATE INDEX running_timers_by_client ON running_timers (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX running_timers_by_project ON running_timers (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX running_timers_by_task ON running_timers (task_id) WHERE task_id IS NOT NULL;

-- Days whose hours are settled. person_id null: of everybody.
CREATE TABLE locked_periods (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  person_id TEXT REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  from_on TEXT NOT NULL
    CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on),
  to_on TEXT NOT NULL
    CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on),
  locked_at INTEGER NOT NULL,
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_on >= from_on)
) STRICT;
CREATE INDEX locked_periods_by_days ON locked_periods (to_on, from_on, person_id);
CREATE INDEX locked_periods_by_person ON locked_periods (person_id) WHERE person_id IS NOT NULL;

-- One row. A step of zero rounds nothing; entries keep what was worked.
CREATE TABLE time_settings (
  id TEXT NOT NULL PRIMARY KEY CHECK (id = 'time'),
  rounding_step_s INTEGER NOT NULL DEFAULT 0 CHECK (rounding_step_s IN (0, 360, 900, 1800)),
  rounding_mode TEXT NOT NULL DEFAULT 'up' CHECK (rounding_mode IN ('up', 'nearest')),
  day_ends_at INTEGER NOT NULL DEFAULT 1080 CHECK (day_ends_at BETWEEN 1 AND 1440),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;

-- What a person works on each day of the week, from a day on.
CREATE TABLE person_capacity (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  valid_from TEXT NOT NULL
    CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_from) IS valid_from),
  valid_to TEXT
    CHECK (valid_to IS NULL OR (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_to) IS valid_to)),
  monday_s INTEGER NOT NULL CHECK (monday_s BETWEEN 0 AND 86400),
  tuesday_s INTEGER NOT NULL CHECK (tuesday_s BETWEEN 0 AND 86400),
  wednesday_s INTEGER NOT NULL CHECK (wednesday_s BETWEEN 0 AND 86400),
  thursday_s INTEGER NOT NULL CHECK (thursday_s BETWEEN 0 AND 86400),
  friday_s INTEGER NOT NULL CHECK (friday_s BETWEEN 0 AND 86400),
  saturday_s INTEGER NOT NULL CHECK (saturday_s BETWEEN 0 AND 86400),
  sunday_s INTEGER NOT NULL CHECK (sunday_s BETWEEN 0 AND 86400),
  calendar TEXT NOT NULL CHECK (calendar IN ('RU', 'LV')),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE UNIQUE INDEX person_capacity_one_start ON person_capacity (person_id, valid_from);

CREATE TABLE person_roles (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  role TEXT NOT NULL CHECK (trim(role) <> ''),
  valid_from TEXT NOT NULL
    CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_from) IS valid_from),
  valid_to TEXT
    CHECK (valid_to IS NULL OR (valid_to GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(valid_to) IS valid_to)),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;
CREATE UNIQUE INDEX person_roles_one_start ON person_roles (person_id, role, valid_from);

-- level: 1 learns, 2 works alone, 3 teaches.
CREATE TABLE person_skills (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  skill TEXT NOT NULL CHECK (trim(skill) <> ''),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 3),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX person_skills_one_a_person ON person_skills (person_id, skill);

CREATE TABLE absences (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  from_on TEXT NOT NULL
    CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on),
  to_on TEXT NOT NULL
    CHECK (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on),
  kind TEXT NOT NULL CHECK (kind IN ('vacation', 'sick', 'unpaid', 'study', 'other')),
  deputy_id TEXT REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  note TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_on >= from_on),
  CHECK (deputy_id IS NOT person_id)
) STRICT;
CREATE INDEX absences_by_person ON absences (person_id, from_on, to_on);
CREATE INDEX absences_by_deputy ON absences (deputy_id) WHERE deputy_id IS NOT NULL;

CREATE TABLE mentorships (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  trainee_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  mentor_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  from_on TEXT NOT NULL
    CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on),
  to_on TEXT
    CHECK (to_on IS NULL OR (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on)),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (to_on IS NULL OR to_on >= from_on),
  CHECK (trainee_id <> mentor_id)
) STRICT;
CREATE INDEX mentorships_by_trainee ON mentorships (trainee_id, from_on);
CREATE INDEX mentorships_by_mentor ON mentorships (mentor_id);

-- What people changed of a production calendar that ships with the product.
CREATE TABLE calendar_days (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  country TEXT NOT NULL CHECK (country IN ('RU', 'LV')),
  day_on TEXT NOT NULL
    CHECK (day_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(day_on) IS day_on),
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'day-off', 'working', 'short')),
  title TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX calendar_days_one_a_day ON calendar_days (country, day_on);

-- Whom and what the names of another tool's time sheet mean. target_id null: not to be booked.
-- client_name: of the project's client in the file; empty for people and clients.
CREATE TABLE time_names (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('person', 'client', 'project')),
  name TEXT NOT NULL,
  client_name TEXT NOT NULL DEFAULT '',
  target_id TEXT,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX time_names_one_meaning ON time_names (kind, name, client_name);

CREATE TRIGGER time_entries_locked_insert BEFORE INSERT ON time_entries WHEN NEW.adjustment = 'no'
BEGIN
  SELECT RAISE(ABORT, 'time-period-locked') FROM locked_periods l
  WHERE NEW.worked_on BETWEEN l.from_on AND l.to_on AND (l.person_id IS NULL OR l.person_id = NEW.person_id);
END;

CREATE TRIGGER time_entries_locked_update
BEFORE UPDATE OF person_id, client_id, project_id, worked_on, kind, duration_s ON time_entries
BEGIN
  SELECT RAISE(ABORT, 'time-period-locked') FROM locked_periods l
  WHERE (OLD.worked_on BETWEEN l.from_on AND l.to_on AND (l.person_id IS NULL OR l.person_id = OLD.person_id)
      AND OLD.adjustment = 'no')
    OR (NEW.worked_on BETWEEN l.from_on AND l.to_on AND (l.person_id IS NULL OR l.person_id = NEW.person_id)
      AND NEW.adjustment = 'no');
END;

CREATE TRIGGER time_entries_locked_delete BEFORE DELETE ON time_entries WHEN OLD.adjustment = 'no'
BEGIN
  SELECT RAISE(ABORT, 'time-period-locked') FROM locked_periods l
  WHERE OLD.worked_on BETWEEN l.from_on AND l.to_on AND (l.person_id IS NULL OR l.person_id = OLD.person_id);
END;
