-- What a brief holds beside words, templates of one's own, a client's logo.

-- A picture or file of a brief, kept whole. 6 MB at most, so that the workspace stays one file that is copied at once.
CREATE TABLE brief_files (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  brief_id TEXT NOT NULL REFERENCES briefs (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  mime TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL CHECK (size BETWEEN 1 AND 6291456),
  content BLOB NOT NULL CHECK (length(content) = size),
  added_at INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX brief_files_by_brief ON brief_files (brief_id, added_at);

-- A template of one's own. One that briefs were begun with is never changed: its next edition is a row of its
-- own, so that a brief keeps the questions it was begun with. `origin_id` is the family's first row.
CREATE TABLE brief_templates (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  origin_id TEXT NOT NULL CHECK (origin_id <> ''),
  edition INTEGER NOT NULL CHECK (edition > 0),
  language TEXT NOT NULL CHECK (language IN ('ru', 'en', 'lv')),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  sections TEXT NOT NULL CHECK (json_valid(sections) AND json_type(sections) = 'array'),
  made_at INTEGER NOT NULL,
  archived_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX brief_templates_one_edition ON brief_templates (origin_id, edition);

-- Beside the clients, so that no list of them reads pictures.
CREATE TABLE client_logos (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  client_id TEXT NOT NULL UNIQUE REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  logo BLOB NOT NULL,
  logo_type TEXT NOT NULL CHECK (logo_type IN ('image/png', 'image/jpeg')),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
