-- Tasks and what belongs to them: assignees, checklists, dependencies, regulations, saved views, contested hours,
-- the loop of site improvements. Priority is reckoned from the dates and the client, and never kept.

-- Parts of a project that are handed over and paid on their own. Amounts: client's currency, net of VAT.
CREATE TABLE project_stages (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  project_id TEXT NOT NULL REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  position INTEGER NOT NULL,
  amount_minor INTEGER CHECK (amount_minor BETWEEN 0 AND 2251799813685248),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX project_stages_one_name ON project_stages (project_id, name);

-- Regulations: how a kind of work is done. An amended one is a new version of its family.
CREATE TABLE task_templates (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  family_id TEXT NOT NULL CHECK (family_id <> ''),
  version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  kind TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL CHECK (language IN ('ru', 'en', 'lv')),
  description TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL,
  retired_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX task_templates_one_version ON task_templates (family_id, version);

-- Each step becomes a task. Offsets: working days from the day the template is applied for.
CREATE TABLE task_template_steps (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  template_id TEXT NOT NULL REFERENCES task_templates (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 0),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  role TEXT NOT NULL DEFAULT '',
  estimate_s INTEGER CHECK (estimate_s >= 0),
  start_offset INTEGER NOT NULL DEFAULT 0 CHECK (start_offset BETWEEN -400 AND 400),
  due_offset INTEGER NOT NULL DEFAULT 0 CHECK (due_offset BETWEEN -400 AND 400),
  after_position INTEGER CHECK (after_position >= 0 AND after_position < position),
  checklist TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(checklist) AND json_type(checklist) = 'array'),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (due_offset >= start_offset)
) STRICT;
CREATE UNIQUE INDEX task_template_steps_in_order ON task_template_steps (template_id, position);

-- A task that comes back by a rule of RFC 5545, on calendar dates.
CREATE TABLE task_series (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  rule TEXT NOT NULL CHECK (trim(rule) <> ''),
  starts_on TEXT NOT NULL
    CHECK (starts_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(starts_on) IS starts_on),
  ended_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;

CREATE TABLE tasks (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  number INTEGER NOT NULL CHECK (number > 0),
  client_id TEXT REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  project_id TEXT REFERENCES projects (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  brief_id TEXT REFERENCES briefs (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  stage_id TEXT REFERENCES project_stages (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  template_id TEXT REFERENCES task_templates (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  series_id TEXT REFERENCES task_series (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  occurrence_on TEXT
    CHECK (occurrence_on IS NULL OR (occurrence_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(occurrence_on) IS occurrence_on)),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  description TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'backlog'
    CHECK (status IN ('backlog', 'ready', 'in-work', 'review', 'client-review', 'rework', 'done')),
  status_since INTEGER NOT NULL,
  start_on TEXT
    CHECK (start_on IS NULL OR (start_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(start_on) IS start_on)),
  due_on TEXT
    CHECK (due_on IS NULL OR (due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(due_on) IS due_on)),
  deadline_on TEXT
    CHECK (deadline_on IS NULL OR (deadline_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(deadline_on) IS deadline_on)),
  promise TEXT NOT NULL DEFAULT '',
  baseline_start_on TEXT
    CHECK (baseline_start_on IS NULL OR (baseline_start_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(baseline_start_on) IS baseline_start_on)),
  baseline_due_on TEXT
    CHECK (baseline_due_on IS NULL OR (baseline_due_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(baseline_due_on) IS baseline_due_on)),
  estimate_s INTEGER CHECK (estimate_s BETWEEN 0 AND 1000000000),
  remaining_s INTEGER CHECK (remaining_s BETWEEN 0 AND 1000000000),
  priority TEXT CHECK (priority IN ('urgent', 'high', 'normal', 'low')),
  priority_reason TEXT NOT NULL DEFAULT '',
  booking TEXT NOT NULL DEFAULT 'soft' CHECK (booking IN ('soft', 'hard')),
  reviewer_id TEXT REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  rework_count INTEGER NOT NULL DEFAULT 0 CHECK (rework_count >= 0),
  done_on TEXT
    CHECK (done_on IS NULL OR (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(done_on) IS done_on)),
  accepted_at INTEGER,
  accepted_by TEXT NOT NULL DEFAULT '',
  after_hours TEXT NOT NULL DEFAULT 'no' CHECK (after_hours IN ('yes', 'no')),
  requested_at INTEGER,
  resolved_at INTEGER,
  position INTEGER NOT NULL,
  source TEXT NOT NULL DEFAULT '',
  external_key TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  archived_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (project_id IS NULL OR client_id IS NOT NULL),
  CHECK (stage_id IS NULL OR project_id IS NOT NULL),
  CHECK (start_on IS NULL OR due_on IS NULL OR due_on >= start_on),
  CHECK (baseline_start_on IS NULL OR baseline_due_on IS NULL OR baseline_due_on >= baseline_start_on),
  CHECK ((series_id IS NULL) = (occurrence_on IS NULL)),
  CHECK ((status = 'done') = (done_on IS NOT NULL)),
  CHECK (accepted_at IS NULL OR status = 'done'),
  CHECK (priority IS NOT NULL OR priority_reason = ''),
  CHECK (resolved_at IS NULL OR requested_at IS NOT NULL),
  CHECK (external_key = '' OR source <> '')
) STRICT;
CREATE UNIQUE INDEX tasks_one_number ON tasks (number);
CREATE UNIQUE INDEX tasks_one_occurrence ON tasks (series_id, occurrence_on) WHERE series_id IS NOT NULL;
CREATE UNIQUE INDEX tasks_one_external ON tasks (source, external_key) WHERE external_key <> '';
CREATE INDEX tasks_on_board ON tasks (status, position) WHERE archived_at IS NULL;
CREATE INDEX tasks_by_client ON tasks (client_id, status) WHERE client_id IS NOT NULL;
CREATE INDEX tasks_by_project ON tasks (project_id) WHERE project_id IS NOT NULL;
CREATE INDEX tasks_by_brief ON tasks (brief_id) WHERE brief_id IS NOT NULL;
CREATE INDEX tasks_by_stage ON tasks (stage_id) WHERE stage_id IS NOT NULL;
CREATE INDEX tasks_by_template ON tasks (template_id) WHERE template_id IS NOT NULL;
CREATE INDEX tasks_by_reviewer ON tasks (reviewer_id) WHERE reviewer_id IS NOT NULL;
CREATE INDEX tasks_open_by_due ON tasks (due_on) WHERE status <> 'done' AND archived_at IS NULL;
CREATE INDEX tasks_done ON tasks (done_on) WHERE done_on IS NOT NULL;

-- Who does a task and which part of its hours is theirs.
CREATE TABLE task_assignees (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  task_id TEXT NOT NULL REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  share_ppm INTEGER NOT NULL DEFAULT 1000000 CHECK (share_ppm BETWEEN 0 AND 1000000),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX task_assignees_once ON task_assignees (task_id, person_id);
CREATE INDEX task_assignees_by_person ON task_assignees (person_id, task_id);

CREATE TABLE task_watchers (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  task_id TEXT NOT NULL REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX task_watchers_once ON task_watchers (task_id, person_id);
CREATE INDEX task_watchers_by_person ON task_watchers (person_id, task_id);

CREATE TABLE task_labels (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  task_id TEXT NOT NULL REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX task_labels_once ON task_labels (task_id, name);
CREATE INDEX task_labels_by_name ON task_labels (name, task_id);

CREATE TABLE task_checklist_items (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  task_id TEXT NOT NULL REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  position INTEGER NOT NULL,
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  checked_at INTEGER,
  checked_by TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX task_checklist_items_in_order ON task_checklist_items (task_id, position, checked_at);

-- The later task starts after the earlier one is finished, and so many working days more.
CREATE TABLE task_dependencies (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  before_id TEXT NOT NULL REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  after_id TEXT NOT NULL REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  lag_days INTEGER NOT NULL DEFAULT 0 CHECK (lag_days BETWEEN 0 AND 400),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK (before_id <> after_id)
) STRICT;
CREATE UNIQUE INDEX task_dependencies_once ON task_dependencies (before_id, after_id);
CREATE INDEX task_dependencies_by_after ON task_dependencies (after_id);

CREATE TABLE task_comments (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  task_id TEXT NOT NULL REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  author TEXT NOT NULL DEFAULT '',
  body TEXT NOT NULL CHECK (trim(body) <> ''),
  said_at INTEGER NOT NULL,
  source TEXT NOT NULL DEFAULT '',
  external_key TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX task_comments_in_order ON task_comments (task_id, said_at);
CREATE UNIQUE INDEX task_comments_one_external ON task_comments (source, external_key) WHERE external_key <> '';

CREATE TABLE task_mentions (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  comment_id TEXT NOT NULL REFERENCES task_comments (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  answered_at INTEGER,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX task_mentions_once ON task_mentions (comment_id, person_id);
CREATE INDEX task_mentions_open ON task_mentions (person_id) WHERE answered_at IS NULL;

-- A file kept whole, or only where it lies. 6 MB at most, so that the workspace stays one file that is copied at once.
CREATE TABLE task_files (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  task_id TEXT NOT NULL REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  mime TEXT NOT NULL DEFAULT '',
  size INTEGER NOT NULL DEFAULT 0 CHECK (size BETWEEN 0 AND 6291456),
  content BLOB,
  location TEXT NOT NULL DEFAULT '',
  attached_at INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK ((content IS NULL) <> (location = '')),
  CHECK (content IS NULL OR length(content) = size)
) STRICT;
CREATE INDEX task_files_by_task ON task_files (task_id, attached_at);

-- Why a date moved. field: which of the three dates.
CREATE TABLE task_due_changes (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  task_id TEXT NOT NULL REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  field TEXT NOT NULL CHECK (field IN ('start', 'due', 'deadline')),
  from_on TEXT
    CHECK (from_on IS NULL OR (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(from_on) IS from_on)),
  to_on TEXT
    CHECK (to_on IS NULL OR (to_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(to_on) IS to_on)),
  reason TEXT NOT NULL DEFAULT '',
  changed_by TEXT NOT NULL DEFAULT '',
  changed_at INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX task_due_changes_by_task ON task_due_changes (task_id, changed_at);

-- Each step of a task through its statuses: how long it waited, and how often it came back.
CREATE TABLE task_status_changes (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  task_id TEXT NOT NULL REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  from_status TEXT NOT NULL
    CHECK (from_status IN ('backlog', 'ready', 'in-work', 'review', 'client-review', 'rework', 'done')),
  to_status TEXT NOT NULL
    CHECK (to_status IN ('backlog', 'ready', 'in-work', 'review', 'client-review', 'rework', 'done')),
  reason TEXT NOT NULL DEFAULT '',
  changed_by TEXT NOT NULL DEFAULT '',
  since_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE INDEX task_status_changes_by_task ON task_status_changes (task_id, changed_at);

-- How many cards a column of the board may hold at once.
CREATE TABLE board_limits (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  status TEXT NOT NULL
    CHECK (status IN ('backlog', 'ready', 'in-work', 'review', 'client-review', 'rework', 'done')),
  max_cards INTEGER NOT NULL CHECK (max_cards BETWEEN 1 AND 1000),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX board_limits_one_status ON board_limits (status);

CREATE TABLE saved_views (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('board', 'list', 'timeline', 'calendar', 'workload', 'today')),
  settings TEXT NOT NULL CHECK (json_valid(settings) AND json_type(settings) = 'object'),
  position INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX saved_views_one_name ON saved_views (kind, name);

-- Two tasks or more wanted the same hours of one person; what was decided and why.
CREATE TABLE contested_decisions (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  number INTEGER NOT NULL CHECK (number > 0),
  person_id TEXT NOT NULL REFERENCES people (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  week_on TEXT NOT NULL
    CHECK (week_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(week_on) IS week_on),
  outcome TEXT NOT NULL CHECK (outcome IN ('in-order', 'split', 'outside', 'overtime')),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  capacity_s INTEGER NOT NULL CHECK (capacity_s >= 0),
  demand_s INTEGER NOT NULL CHECK (demand_s >= 0),
  decided_by TEXT NOT NULL DEFAULT '',
  decided_at INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX contested_decisions_one_number ON contested_decisions (number);
CREATE INDEX contested_decisions_by_slot ON contested_decisions (person_id, week_on);

-- The sides of a decision in the order they are served; stakes: what was at stake then.
CREATE TABLE contested_sides (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  decision_id TEXT NOT NULL REFERENCES contested_decisions (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  task_id TEXT NOT NULL REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  position INTEGER NOT NULL CHECK (position >= 0),
  stakes TEXT NOT NULL CHECK (json_valid(stakes) AND json_type(stakes) = 'object'),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
CREATE UNIQUE INDEX contested_sides_once ON contested_sides (decision_id, task_id);
CREATE INDEX contested_sides_by_task ON contested_sides (task_id);

-- Improvements of a client's site: proposed, agreed with the client, built, checked by what they changed.
-- Values of the measure are exact decimals in text. Amount: client's currency, net of VAT.
CREATE TABLE improvements (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  number INTEGER NOT NULL CHECK (number > 0),
  client_id TEXT NOT NULL REFERENCES clients (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  task_id TEXT REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  description TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'agreed', 'built', 'checked', 'declined')),
  estimate_s INTEGER CHECK (estimate_s BETWEEN 0 AND 1000000000),
  amount_minor INTEGER CHECK (amount_minor BETWEEN 0 AND 2251799813685248),
  measure TEXT NOT NULL DEFAULT '',
  measure_unit TEXT NOT NULL DEFAULT '',
  before_value TEXT
    CHECK (before_value IS NULL OR (length(before_value) <= 28 AND before_value GLOB '*[0-9]' AND before_value NOT GLOB '*[^0-9.-]*')),
  expected_value TEXT
    CHECK (expected_value IS NULL OR (length(expected_value) <= 28 AND expected_value GLOB '*[0-9]' AND expected_value NOT GLOB '*[^0-9.-]*')),
  measured_value TEXT
    CHECK (measured_value IS NULL OR (length(measured_value) <= 28 AND measured_value GLOB '*[0-9]' AND measured_value NOT GLOB '*[^0-9.-]*')),
  proposed_on TEXT NOT NULL
    CHECK (proposed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(proposed_on) IS proposed_on),
  decided_on TEXT
    CHECK (decided_on IS NULL OR (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(decided_on) IS decided_on)),
  decided_by TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '',
  built_on TEXT
    CHECK (built_on IS NULL OR (built_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(built_on) IS built_on)),
  checked_on TEXT
    CHECK (checked_on IS NULL OR (checked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]' AND date(checked_on) IS checked_on)),
  conclusion TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
  CHECK ((status = 'proposed') = (decided_on IS NULL)),
  CHECK (status IN ('proposed', 'declined') OR trim(decided_by) <> ''),
  CHECK ((status IN ('built', 'checked')) = (built_on IS NOT NULL)),
  CHECK ((status = 'checked') = (checked_on IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX improvements_one_number ON improvements (number);
CREATE INDEX improvements_by_client ON improvements (client_id, status);
CREATE INDEX improvements_by_task ON improvements (task_id) WHERE task_id IS NOT NULL;
