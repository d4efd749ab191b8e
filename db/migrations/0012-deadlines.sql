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
