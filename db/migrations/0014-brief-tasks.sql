-- What of a brief a task was set by: the task shows whether the brief says something else since.
CREATE TABLE task_briefs (
  id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
  task_id TEXT NOT NULL UNIQUE REFERENCES tasks (id) ON UPDATE RESTRICT ON DELETE RESTRICT,
  -- Which task of which set it is; empty where the task was linked to the brief by hand.
  set_key TEXT NOT NULL DEFAULT '',
  -- The version of the brief it was set by, or that was taken into account last.
  version INTEGER NOT NULL CHECK (version > 0),
  -- The answers it stands on as they were then: JSON, the stored answer by field, '' for one not given.
  answers TEXT NOT NULL CHECK (json_valid(answers) AND json_type(answers) = 'object'),
  revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0)
) STRICT;
