-- Schema 4: the life of a plan, what an assessment is compared with, what a
-- person was called, and what came from outside calendars.

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

-- Why a visit stands although something is in its way.
ALTER TABLE visit ADD COLUMN clash_note TEXT;

-- What a person was called before (nazwisko rodowe, nazwisko sprzed ślubu). The next name came on changed_on.
CREATE TABLE person_name (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person (id),
  given_name TEXT,
  family_name TEXT NOT NULL CHECK (trim(family_name) <> ''),
  changed_on TEXT CHECK (date(changed_on, '+0 days') IS changed_on),
  reason TEXT NOT NULL DEFAULT 'other' CHECK (reason IN ('birth', 'marriage', 'divorce', 'office', 'other'))
) STRICT;

CREATE INDEX person_name_person ON person_name (person_id, changed_on);
CREATE INDEX person_name_family ON person_name (family_name);

-- The one former name that a person could have becomes the first of many; nobody knows until when it was borne.
INSERT INTO person_name (uid, person_id, family_name)
SELECT 'name-of-' || uid, id, trim(former_name) FROM person WHERE trim(coalesce(former_name, '')) <> '';
ALTER TABLE person DROP COLUMN former_name;

-- How to write to a family, and the number that the office gives it in its own register.
ALTER TABLE family ADD COLUMN email TEXT;
ALTER TABLE family ADD COLUMN own_number TEXT;

-- The life of a plan: why a version was made, what the child said of it (art. 4a), who signed it for the office,
-- what was agreed with the foster side (art. 15 ust. 1 pkt 2), and why the plan ended.
ALTER TABLE plan ADD COLUMN change_kind TEXT NOT NULL DEFAULT 'none' CHECK (change_kind IN
  ('none', 'reached', 'inadequate', 'new-problem', 'household', 'court', 'request', 'assessment'));
ALTER TABLE plan ADD COLUMN child_voice TEXT;
ALTER TABLE plan ADD COLUMN child_heard_on TEXT CHECK (date(child_heard_on, '+0 days') IS child_heard_on);
ALTER TABLE plan ADD COLUMN assistant_id INTEGER REFERENCES worker (id);
ALTER TABLE plan ADD COLUMN assistant_signed_on TEXT CHECK (date(assistant_signed_on, '+0 days') IS assistant_signed_on);
ALTER TABLE plan ADD COLUMN care_agreed_on TEXT CHECK (date(care_agreed_on, '+0 days') IS care_agreed_on);
ALTER TABLE plan ADD COLUMN care_agreed_with TEXT;
ALTER TABLE plan ADD COLUMN care_contacts TEXT;
ALTER TABLE plan ADD COLUMN end_kind TEXT NOT NULL DEFAULT 'none' CHECK (end_kind IN
  ('none', 'reached', 'partly', 'not-reached', 'withdrawn', 'moved', 'court', 'other'));
ALTER TABLE plan ADD COLUMN end_reason TEXT;

-- Each adult's signature under a version, or the note that it was refused and why.
CREATE TABLE plan_signature (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  answer TEXT NOT NULL DEFAULT 'signed' CHECK (answer IN ('signed', 'refused')),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  reason TEXT,
  UNIQUE (plan_id, person_id),
  CHECK (answer = 'signed' OR trim(coalesce(reason, '')) <> '')
) STRICT;

CREATE INDEX plan_signature_person ON plan_signature (person_id);

-- Reviews of a plan in force (przegląd planu).
CREATE TABLE plan_review (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  result TEXT NOT NULL DEFAULT 'continue' CHECK (result IN ('continue', 'amend', 'end')),
  note TEXT,
  next_on TEXT CHECK (date(next_on, '+0 days') IS next_on),
  CHECK (next_on IS NULL OR next_on > day)
) STRICT;

CREATE INDEX plan_review_plan ON plan_review (plan_id, day);

-- Printed copies of a version: who received them. A copy for the foster side is the handing over of art. 38a.
CREATE TABLE plan_copy (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  recipient_kind TEXT NOT NULL DEFAULT 'family' CHECK (recipient_kind IN
    ('family', 'care', 'social-worker', 'court', 'curator', 'other')),
  recipient TEXT NOT NULL CHECK (trim(recipient) <> ''),
  copies INTEGER NOT NULL DEFAULT 1 CHECK (copies BETWEEN 1 AND 99),
  note TEXT
) STRICT;

CREATE INDEX plan_copy_plan ON plan_copy (plan_id, recipient_kind, day);

-- What is due asks for drafts that nobody was consulted about; few are.
CREATE INDEX plan_unconsulted ON plan (case_file_id, drafted_on) WHERE agreed_on IS NULL AND consulted_on IS NULL;

-- Periodic assessments: what was done of the plan in words, who read it, and to whom it went beside the employer.
ALTER TABLE assessment ADD COLUMN tasks TEXT;
ALTER TABLE assessment ADD COLUMN read_on TEXT CHECK (date(read_on, '+0 days') IS read_on);
ALTER TABLE assessment ADD COLUMN read_refusal TEXT;
ALTER TABLE assessment ADD COLUMN social_worker_on TEXT CHECK (date(social_worker_on, '+0 days') IS social_worker_on);
ALTER TABLE assessment ADD COLUMN coordinator_on TEXT CHECK (date(coordinator_on, '+0 days') IS coordinator_on);

-- Why an area was judged so at the start and last time, beside the reason for now.
ALTER TABLE assessment_area ADD COLUMN before_note TEXT;
ALTER TABLE assessment_area ADD COLUMN start_note TEXT;

-- Entries that came from an outside calendar: by them the same file adds none a second time. Without a visit: the
-- office deleted it. The revision is that of the visit when it was written here; another one says that the office changed it.
CREATE TABLE calendar_source (
  worker_id INTEGER NOT NULL REFERENCES worker (id),
  uid TEXT NOT NULL CHECK (uid <> ''),
  instance TEXT NOT NULL,
  visit_id INTEGER REFERENCES visit (id) ON DELETE SET NULL,
  revision INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (worker_id, uid, instance)
) STRICT;
CREATE INDEX calendar_source_visit ON calendar_source (visit_id) WHERE visit_id IS NOT NULL;
INSERT INTO dictionary (kind, code, position, label, detail) VALUES ('contact', 'other', 25, 'Inne zajęcie', 'work')
  ON CONFLICT (kind, code) DO NOTHING;

-- What a task builds on: a strength or a resource of the diagnosis (zasób rodziny).
ALTER TABLE task ADD COLUMN resource_id INTEGER REFERENCES diagnosis_item (id) ON DELETE SET NULL;

CREATE INDEX task_resource ON task (resource_id) WHERE resource_id IS NOT NULL;

-- The paper of two assessments side by side names the earlier one beside the later.
ALTER TABLE letter ADD COLUMN compared_id INTEGER REFERENCES assessment (id);
