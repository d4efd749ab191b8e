-- What the calendar file said of each thing when it was written last. A change raises the sequence;
-- what is gone stays as cancelled, so that calendars that subscribed take it away.
CREATE TABLE calendar_events (
  item_key TEXT NOT NULL PRIMARY KEY CHECK (item_key <> ''),
  sequence INTEGER NOT NULL CHECK (sequence >= 0),
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  summary TEXT NOT NULL,
  detail TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('confirmed', 'cancelled')),
  changed_at INTEGER NOT NULL
) STRICT;

-- Reminders: asked for by the user, and those that were shown. Each is shown once.
CREATE TABLE reminders (
  item_key TEXT NOT NULL CHECK (item_key <> ''),
  -- Day of the thing that is reminded of, so that a moved one is reminded of again.
  on_date TEXT NOT NULL CHECK (on_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT NOT NULL CHECK (kind IN ('asked', 'ahead', 'digest')),
  remind_at INTEGER NOT NULL,
  shown_at INTEGER,
  dismissed_at INTEGER,
  PRIMARY KEY (item_key, on_date, kind)
) STRICT;
CREATE INDEX reminders_waiting ON reminders (remind_at) WHERE shown_at IS NULL;

-- Which task came from which record of another tool, and what that record said when it was last taken over.
CREATE TABLE task_origins (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  task_id TEXT NOT NULL REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  source TEXT NOT NULL CHECK (source <> ''),
  external_key TEXT NOT NULL CHECK (external_key <> ''),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  import_id TEXT NOT NULL REFERENCES imports (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX task_origins_once ON task_origins (source, external_key);
CREATE INDEX task_origins_by_task ON task_origins (task_id);
CREATE INDEX task_origins_by_import ON task_origins (import_id);
