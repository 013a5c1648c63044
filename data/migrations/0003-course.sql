-- Schema 3: the course of a case. What happens to a family beside its plan and
-- its visits: dangers and who was told, warnings, the diagnosis, kinship, the
-- ways in and out.

ALTER TABLE case_file ADD COLUMN waiting_since TEXT CHECK (date(waiting_since, '+0 days') IS waiting_since);
ALTER TABLE case_file ADD COLUMN refused_on TEXT CHECK (date(refused_on, '+0 days') IS refused_on);
ALTER TABLE case_file ADD COLUMN refused_reason TEXT;
ALTER TABLE case_file ADD COLUMN answered_on TEXT CHECK (date(answered_on, '+0 days') IS answered_on);
ALTER TABLE case_file ADD COLUMN end_proposed_on TEXT CHECK (date(end_proposed_on, '+0 days') IS end_proposed_on);
ALTER TABLE case_file ADD COLUMN end_goals TEXT NOT NULL DEFAULT 'unknown' CHECK (end_goals IN ('unknown', 'reached', 'partly', 'not-reached'));
ALTER TABLE case_file ADD COLUMN end_children TEXT;
ALTER TABLE case_file ADD COLUMN end_advice TEXT;
ALTER TABLE case_file ADD COLUMN reopened_from_id INTEGER REFERENCES case_file (id);
ALTER TABLE assignment ADD COLUMN handover TEXT;
ALTER TABLE worker ADD COLUMN social_worker_here INTEGER NOT NULL DEFAULT 0 CHECK (social_worker_here IN (0, 1));
ALTER TABLE worker ADD COLUMN authorised_on TEXT CHECK (date(authorised_on, '+0 days') IS authorised_on);
ALTER TABLE worker ADD COLUMN authorised_until TEXT CHECK (date(authorised_until, '+0 days') IS authorised_until);
ALTER TABLE worker ADD COLUMN secrecy_on TEXT CHECK (date(secrecy_on, '+0 days') IS secrecy_on);
ALTER TABLE member ADD COLUMN care_basis TEXT NOT NULL DEFAULT 'none' CHECK (care_basis IN ('none', 'court', 'agreement', 'emergency'));
ALTER TABLE member ADD COLUMN care_coordinator TEXT;
ALTER TABLE member ADD COLUMN care_coordinator_phone TEXT;
ALTER TABLE member ADD COLUMN help_plan_on TEXT CHECK (date(help_plan_on, '+0 days') IS help_plan_on);
ALTER TABLE member ADD COLUMN help_plan_mark TEXT;
ALTER TABLE member ADD COLUMN child_review_on TEXT CHECK (date(child_review_on, '+0 days') IS child_review_on);
ALTER TABLE person ADD COLUMN merged_into_id INTEGER REFERENCES person (id);

-- Watching over the children while the work lasts (art. 176): what somebody said, when, and whether it worries.
CREATE TABLE observation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  family_id INTEGER NOT NULL REFERENCES family (id),
  person_id INTEGER REFERENCES person (id),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  source TEXT NOT NULL CHECK (trim(source) <> ''),
  said_by TEXT,
  body TEXT NOT NULL CHECK (trim(body) <> ''),
  worrying INTEGER NOT NULL DEFAULT 0 CHECK (worrying IN (0, 1))
) STRICT;

-- A threat to a child's life or health (art. 15 ust. 1 pkt 12, art. 572 KPC): what was seen, who was told, what came of it.
CREATE TABLE intervention (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  family_id INTEGER NOT NULL REFERENCES family (id),
  case_file_id INTEGER REFERENCES case_file (id),
  visit_id INTEGER REFERENCES visit (id),
  observation_id INTEGER REFERENCES observation (id),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  start_minute INTEGER NOT NULL DEFAULT -1 CHECK (start_minute BETWEEN -1 AND 1439),
  place TEXT,
  seen TEXT NOT NULL CHECK (trim(seen) <> ''),
  children TEXT,
  done TEXT,
  emergency_on TEXT CHECK (date(emergency_on, '+0 days') IS emergency_on),
  emergency_note TEXT,
  social_worker_on TEXT CHECK (date(social_worker_on, '+0 days') IS social_worker_on),
  social_worker_note TEXT,
  court_on TEXT CHECK (date(court_on, '+0 days') IS court_on),
  court_note TEXT,
  blue_card_on TEXT CHECK (date(blue_card_on, '+0 days') IS blue_card_on),
  blue_card_note TEXT,
  other_on TEXT CHECK (date(other_on, '+0 days') IS other_on),
  other_note TEXT,
  outcome TEXT,
  closed_on TEXT CHECK (date(closed_on, '+0 days') IS closed_on),
  CHECK (closed_on IS NULL OR closed_on >= day)
) STRICT;

-- A Blue Card (Niebieska Karta): the fact and its dates alone; the forms stay where the law keeps them.
CREATE TABLE blue_card (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  family_id INTEGER NOT NULL REFERENCES family (id),
  number TEXT,
  started_on TEXT NOT NULL CHECK (date(started_on, '+0 days') IS started_on),
  ended_on TEXT CHECK (date(ended_on, '+0 days') IS ended_on),
  end_reason TEXT,
  assistant_role TEXT,
  CHECK (ended_on IS NULL OR ended_on >= started_on)
) STRICT;

-- Sittings of the diagnostic-help group (grupa diagnostyczno-pomocowa).
CREATE TABLE blue_card_meeting (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  blue_card_id INTEGER NOT NULL REFERENCES blue_card (id),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  remote INTEGER NOT NULL DEFAULT 0 CHECK (remote IN (0, 1)),
  assistant_present INTEGER NOT NULL DEFAULT 0 CHECK (assistant_present IN (0, 1)),
  note TEXT
) STRICT;

-- What whoever goes to a family must know before.
CREATE TABLE family_warning (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  family_id INTEGER NOT NULL REFERENCES family (id),
  person_id INTEGER REFERENCES person (id),
  kind TEXT NOT NULL DEFAULT 'danger' CHECK (kind IN ('danger', 'no-contact', 'two-person', 'infection', 'animal', 'other')),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  from_day TEXT NOT NULL CHECK (date(from_day, '+0 days') IS from_day),
  until_day TEXT CHECK (date(until_day, '+0 days') IS until_day),
  end_reason TEXT,
  CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;

-- The one warning that a family could have becomes the first of many; it holds since the newest notice.
INSERT INTO family_warning (uid, family_id, kind, reason, from_day, until_day)
SELECT 'warning-of-' || f.uid, f.id, 'other', trim(f.warning),
  CASE WHEN f.warning_until < coalesce(c.notice_on, f.warning_until) THEN f.warning_until
       ELSE coalesce(c.notice_on, f.warning_until, CURRENT_DATE) END,
  f.warning_until
FROM family f LEFT JOIN (SELECT family_id, max(notice_on) AS notice_on FROM case_file GROUP BY family_id) c ON c.family_id = f.id
WHERE trim(coalesce(f.warning, '')) <> '';
INSERT INTO family_warning (uid, family_id, kind, reason, from_day)
SELECT 'two-person-of-' || f.uid, f.id, 'two-person', 'Wizyty we dwoje', coalesce(c.notice_on, CURRENT_DATE)
FROM family f LEFT JOIN (SELECT family_id, max(notice_on) AS notice_on FROM case_file GROUP BY family_id) c ON c.family_id = f.id
WHERE f.two_person_visits = 1;
ALTER TABLE family DROP COLUMN warning;
ALTER TABLE family DROP COLUMN warning_until;
ALTER TABLE family DROP COLUMN two_person_visits;

-- The diagnosis of a family (arkusz diagnozy): strengths and difficulties hang on it, both obligatory.
CREATE TABLE diagnosis (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  made_on TEXT NOT NULL CHECK (date(made_on, '+0 days') IS made_on),
  upbringing TEXT,
  housing TEXT,
  income TEXT,
  health TEXT,
  work TEXT,
  relations TEXT,
  society TEXT,
  expectations TEXT,
  child_voice TEXT,
  conclusions TEXT,
  completed_on TEXT CHECK (date(completed_on, '+0 days') IS completed_on),
  UNIQUE (case_file_id)
) STRICT;

-- A strength, a difficulty by area with its weight, or a resource of the family.
CREATE TABLE diagnosis_item (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  diagnosis_id INTEGER NOT NULL REFERENCES diagnosis (id),
  person_id INTEGER REFERENCES person (id),
  kind TEXT NOT NULL DEFAULT 'strength' CHECK (kind IN ('strength', 'difficulty', 'resource')),
  area TEXT,
  state TEXT NOT NULL DEFAULT 'owned' CHECK (state IN ('owned', 'endangered', 'missing')),
  level TEXT NOT NULL DEFAULT 'person' CHECK (level IN ('person', 'family', 'surroundings')),
  body TEXT NOT NULL CHECK (trim(body) <> ''),
  severity INTEGER NOT NULL DEFAULT 0 CHECK (severity BETWEEN 0 AND 4),
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

-- One child in the diagnosis.
CREATE TABLE child_sheet (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  diagnosis_id INTEGER NOT NULL REFERENCES diagnosis (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  place_at_home TEXT,
  school TEXT,
  health TEXT,
  support TEXT,
  legal TEXT,
  voice TEXT,
  note TEXT,
  UNIQUE (diagnosis_id, person_id)
) STRICT;

-- Who works with the family already, doing what, with what result (kto już działa).
CREATE TABLE involvement (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  family_id INTEGER NOT NULL REFERENCES family (id),
  provider_id INTEGER REFERENCES provider (id),
  person_id INTEGER REFERENCES person (id),
  who TEXT,
  contact TEXT,
  doing TEXT NOT NULL CHECK (trim(doing) <> ''),
  from_day TEXT CHECK (date(from_day, '+0 days') IS from_day),
  until_day TEXT CHECK (date(until_day, '+0 days') IS until_day),
  result TEXT,
  CHECK (provider_id IS NOT NULL OR who IS NOT NULL),
  CHECK (until_day IS NULL OR from_day IS NULL OR until_day >= from_day)
) STRICT;

-- Child and parent; an unknown father is a kinship without a parent.
CREATE TABLE kinship (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  child_id INTEGER NOT NULL REFERENCES person (id),
  parent_id INTEGER REFERENCES person (id),
  kind TEXT NOT NULL DEFAULT 'mother' CHECK (kind IN ('mother', 'father', 'adoptive-mother', 'adoptive-father', 'step-mother', 'step-father')),
  note TEXT,
  CHECK (parent_id IS NULL OR parent_id <> child_id),
  UNIQUE (child_id, kind, parent_id)
) STRICT;

-- A couple: married or not, and how it ended.
CREATE TABLE union_of (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  person_id INTEGER NOT NULL REFERENCES person (id),
  partner_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL DEFAULT 'marriage' CHECK (kind IN ('marriage', 'informal')),
  from_day TEXT CHECK (date(from_day, '+0 days') IS from_day),
  until_day TEXT CHECK (date(until_day, '+0 days') IS until_day),
  ended TEXT NOT NULL DEFAULT 'no' CHECK (ended IN ('no', 'divorced', 'separated', 'widowed', 'parted')),
  CHECK (person_id <> partner_id),
  CHECK (until_day IS NULL OR from_day IS NULL OR until_day >= from_day)
) STRICT;

-- Karta monitoringu.
CREATE TABLE monitoring_card (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  worker_id INTEGER REFERENCES worker (id),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  form TEXT NOT NULL DEFAULT 'visit' CHECK (form IN ('visit', 'phone', 'school', 'social-worker', 'other')),
  children TEXT,
  kept TEXT NOT NULL DEFAULT 'yes' CHECK (kept IN ('yes', 'partly', 'no')),
  difficulties TEXT,
  conclusion TEXT NOT NULL DEFAULT 'continue' CHECK (conclusion IN ('continue', 'end', 'reopen')),
  note TEXT
) STRICT;

-- Planned contacts of the monitoring after the end of the work (art. 15 ust. 1 pkt 16), and the card that answered each.
CREATE TABLE monitoring_date (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  card_id INTEGER REFERENCES monitoring_card (id),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  UNIQUE (case_file_id, day)
) STRICT;

-- A next step that the office passed over, with its reason.
CREATE TABLE step_skip (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  step TEXT NOT NULL CHECK (trim(step) <> ''),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  UNIQUE (case_file_id, step, day)
) STRICT;

-- Named filters of the list of families; each user's own.
CREATE TABLE saved_filter (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  login TEXT NOT NULL CHECK (trim(login) <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  body TEXT NOT NULL CHECK (trim(body) <> ''),
  UNIQUE (login, name)
) STRICT;

-- Two records of one person made one, with what it takes to part them again.
CREATE TABLE person_merge (
  id INTEGER PRIMARY KEY,
  kept_id INTEGER NOT NULL REFERENCES person (id),
  merged_id INTEGER NOT NULL REFERENCES person (id),
  at TEXT NOT NULL,
  login TEXT NOT NULL,
  before TEXT NOT NULL,
  undone_at TEXT,
  CHECK (kept_id <> merged_id)
) STRICT;

CREATE INDEX intervention_family ON intervention (family_id, day);
CREATE INDEX intervention_open ON intervention (day, family_id) WHERE closed_on IS NULL;
CREATE INDEX observation_family ON observation (family_id, day);
CREATE INDEX blue_card_family ON blue_card (family_id, started_on);
CREATE INDEX blue_card_meeting_card ON blue_card_meeting (blue_card_id, day);
CREATE INDEX family_warning_family ON family_warning (family_id, from_day, until_day);
CREATE INDEX diagnosis_item_diagnosis ON diagnosis_item (diagnosis_id, kind, position);
CREATE INDEX involvement_family ON involvement (family_id, from_day);
CREATE INDEX kinship_parent ON kinship (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX union_person ON union_of (person_id);
CREATE INDEX union_partner ON union_of (partner_id);
CREATE INDEX monitoring_card_case ON monitoring_card (case_file_id, day);
CREATE INDEX case_waiting ON case_file (waiting_since) WHERE waiting_since IS NOT NULL;
CREATE INDEX person_sort ON person (sort_key, id);
CREATE INDEX family_street ON family (street) WHERE street IS NOT NULL;
CREATE INDEX person_merged ON person (merged_into_id) WHERE merged_into_id IS NOT NULL;
CREATE INDEX person_merge_kept ON person_merge (kept_id);

-- A paper of one thing that happened: a threat, a visit, a change of the assistant, a contact of the monitoring.
ALTER TABLE letter ADD COLUMN intervention_id INTEGER REFERENCES intervention (id);
ALTER TABLE letter ADD COLUMN visit_id INTEGER REFERENCES visit (id);
ALTER TABLE letter ADD COLUMN assignment_id INTEGER REFERENCES assignment (id);
ALTER TABLE letter ADD COLUMN card_id INTEGER REFERENCES monitoring_card (id);
CREATE INDEX letter_intervention ON letter (intervention_id) WHERE intervention_id IS NOT NULL;
CREATE INDEX letter_visit ON letter (visit_id) WHERE visit_id IS NOT NULL;
CREATE INDEX letter_assignment ON letter (assignment_id) WHERE assignment_id IS NOT NULL;
CREATE INDEX letter_card ON letter (card_id) WHERE card_id IS NOT NULL;

-- What is due asks these of every open case.
CREATE INDEX letter_case ON letter (case_file_id, kind, made_on, state) WHERE case_file_id IS NOT NULL;
DROP INDEX task_open;
CREATE INDEX task_open ON task (goal_id, until_day, status) WHERE done_on IS NULL;
CREATE INDEX member_whereabouts ON member (whereabouts, family_id) WHERE left_on IS NULL;

-- With what is asked for in the index: rows of texts are wide, and each one is a page to decipher.
DROP INDEX consent_case;
CREATE INDEX consent_case ON consent (case_file_id, given_on, kind, withdrawn_on);
DROP INDEX plan_case;
CREATE INDEX plan_case ON plan (case_file_id, number, version, agreed_on, ended_on, drafted_on, until_day, review_on);
DROP INDEX assessment_case;
CREATE INDEX assessment_case ON assessment (case_file_id, final, until_day, made_on, handed_on);
