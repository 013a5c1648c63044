-- Schema 4: the life of a plan, what an assessment is compared with, and what a
-- person was called.

-- The state that a visit set a goal to, and the tasks of the plan that it set.
ALTER TABLE visit_goal ADD COLUMN status TEXT
  CHECK (status IN ('not-started', 'in-progress', 'partly', 'done', 'not-done', 'dropped'));
CREATE TABLE visit_task (
  visit_id INTEGER NOT NULL REFERENCES visit (id),
  task_id INTEGER NOT NULL REFERENCES task (id),
  status TEXT NOT NULL CHECK (status IN ('planned', 'in-progress', 'done', 'partly', 'not-done', 'dropped')),
  PRIMARY KEY (visit_id, task_id)
) STRICT;
CREATE INDEX visit_task_task ON visit_task (task_id, visit_id);

-- What a person was called before, and until when (nazwisko rodowe, nazwisko sprzed ślubu).
CREATE TABLE person_name (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person (id),
  given_name TEXT,
  family_name TEXT NOT NULL CHECK (trim(family_name) <> ''),
  until_day TEXT CHECK (date(until_day, '+0 days') IS until_day),
  reason TEXT NOT NULL DEFAULT 'other' CHECK (reason IN ('birth', 'marriage', 'divorce', 'office', 'other'))
) STRICT;

CREATE INDEX person_name_person ON person_name (person_id, until_day);
