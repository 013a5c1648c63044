-- Sample of a register of schema 3, for the test of migrations. Kept for good:
-- never change it, add the next one. All people are invented.

-- Schema 1: the register. One row a record; a record that mattered is ended
-- with a date and a reason, not deleted. revision is for optimistic locking,
-- uid for exchange between registers.

CREATE TABLE court (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  division TEXT,
  street TEXT,
  postcode TEXT,
  city TEXT,
  phone TEXT,
  email TEXT,
  e_delivery TEXT,
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE worker (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  given_name TEXT NOT NULL CHECK (trim(given_name) <> ''),
  family_name TEXT NOT NULL CHECK (trim(family_name) <> ''),
  sex TEXT NOT NULL DEFAULT 'unknown' CHECK (sex IN ('unknown', 'female', 'male')),
  phone TEXT,
  email TEXT,
  position TEXT,
  contract TEXT NOT NULL DEFAULT 'employment' CHECK (contract IN ('employment', 'service', 'contracted')),
  fte REAL NOT NULL DEFAULT 0,
  employed_from TEXT NOT NULL CHECK (date(employed_from, '+0 days') IS employed_from),
  employed_until TEXT CHECK (date(employed_until, '+0 days') IS employed_until),
  suspended_from TEXT CHECK (date(suspended_from, '+0 days') IS suspended_from),
  suspended_until TEXT CHECK (date(suspended_until, '+0 days') IS suspended_until),
  suspended_reason TEXT,
  qualification TEXT,
  rspts_checked_on TEXT CHECK (date(rspts_checked_on, '+0 days') IS rspts_checked_on),
  district TEXT,
  notes TEXT,
  sort_key TEXT,
  CHECK (employed_until IS NULL OR employed_until >= employed_from)
) STRICT;

CREATE TABLE app_user (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  login TEXT NOT NULL CHECK (trim(login) <> ''),
  full_name TEXT NOT NULL CHECK (trim(full_name) <> ''),
  role TEXT NOT NULL DEFAULT 'coordinator' CHECK (role IN ('coordinator', 'head', 'assistant', 'social-worker', 'secretary', 'auditor')),
  position TEXT,
  worker_id INTEGER REFERENCES worker (id),
  authorised_on TEXT CHECK (date(authorised_on, '+0 days') IS authorised_on),
  authorised_until TEXT CHECK (date(authorised_until, '+0 days') IS authorised_until),
  secrecy_on TEXT CHECK (date(secrecy_on, '+0 days') IS secrecy_on),
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  UNIQUE (login)
) STRICT;

CREATE TABLE office (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  unit_kind TEXT NOT NULL DEFAULT 'ops' CHECK (unit_kind IN ('ops', 'gops', 'mgops', 'mops', 'mopr', 'cus', 'ngo')),
  team_name TEXT,
  street TEXT,
  postcode TEXT,
  city TEXT,
  place_line TEXT,
  phone TEXT,
  email TEXT,
  e_delivery TEXT,
  head_name TEXT,
  head_title TEXT,
  organ TEXT,
  letter_mark TEXT,
  default_court_id INTEGER REFERENCES court (id),
  visits_a_month INTEGER NOT NULL DEFAULT 0,
  caseload_warning INTEGER NOT NULL DEFAULT 0,
  legal_basis TEXT,
  demo INTEGER NOT NULL DEFAULT 0 CHECK (demo IN (0, 1))
) STRICT;

CREATE TABLE family (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  street TEXT,
  postcode TEXT,
  city TEXT,
  district TEXT,
  phone TEXT,
  notes TEXT,
  two_person_visits INTEGER NOT NULL DEFAULT 0 CHECK (two_person_visits IN (0, 1)),
  warning TEXT,
  warning_until TEXT CHECK (date(warning_until, '+0 days') IS warning_until),
  visits_a_month INTEGER NOT NULL DEFAULT 0,
  folded TEXT,
  sort_key TEXT
) STRICT;

CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  given_name TEXT NOT NULL CHECK (trim(given_name) <> ''),
  family_name TEXT NOT NULL CHECK (trim(family_name) <> ''),
  former_name TEXT,
  sex TEXT NOT NULL DEFAULT 'unknown' CHECK (sex IN ('unknown', 'female', 'male')),
  birth_date TEXT CHECK (date(birth_date, '+0 days') IS birth_date),
  pesel TEXT,
  no_pesel_reason TEXT NOT NULL DEFAULT 'none' CHECK (no_pesel_reason IN ('none', 'newborn', 'unborn', 'foreigner', 'not-known', 'refused')),
  document TEXT,
  citizenship TEXT,
  phone TEXT,
  died_on TEXT CHECK (date(died_on, '+0 days') IS died_on),
  expected_on TEXT CHECK (date(expected_on, '+0 days') IS expected_on),
  education TEXT,
  occupation TEXT,
  sort_key TEXT,
  CHECK (pesel IS NULL OR (length(pesel) = 11 AND pesel NOT GLOB '*[^0-9]*')),
  CHECK (died_on IS NULL OR birth_date IS NULL OR died_on >= birth_date)
) STRICT;

CREATE TABLE member (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  family_id INTEGER NOT NULL REFERENCES family (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  role TEXT NOT NULL CHECK (trim(role) <> ''),
  in_household INTEGER NOT NULL DEFAULT 0 CHECK (in_household IN (0, 1)),
  covered INTEGER NOT NULL DEFAULT 0 CHECK (covered IN (0, 1)),
  authority TEXT,
  whereabouts TEXT,
  whereabouts_since TEXT CHECK (date(whereabouts_since, '+0 days') IS whereabouts_since),
  carer TEXT,
  school TEXT,
  joined_on TEXT CHECK (date(joined_on, '+0 days') IS joined_on),
  left_on TEXT CHECK (date(left_on, '+0 days') IS left_on),
  left_reason TEXT,
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE case_file (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  family_id INTEGER NOT NULL REFERENCES family (id),
  path TEXT NOT NULL DEFAULT 'interview' CHECK (path IN ('interview', 'minor-parent', 'court', 'za-zyciem')),
  notice_on TEXT NOT NULL CHECK (date(notice_on, '+0 days') IS notice_on),
  notice_source TEXT,
  notice_by TEXT,
  notice TEXT,
  urgent INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),
  passed_to TEXT,
  interview_on TEXT CHECK (date(interview_on, '+0 days') IS interview_on),
  interview_by TEXT,
  analysis_on TEXT CHECK (date(analysis_on, '+0 days') IS analysis_on),
  motion_on TEXT CHECK (date(motion_on, '+0 days') IS motion_on),
  motion_by TEXT,
  diagnosis_on TEXT CHECK (date(diagnosis_on, '+0 days') IS diagnosis_on),
  difficulty REAL NOT NULL DEFAULT 0,
  social_worker TEXT,
  care_coordinator TEXT,
  court_id INTEGER REFERENCES court (id),
  court_signature TEXT,
  court_order_on TEXT CHECK (date(court_order_on, '+0 days') IS court_order_on),
  court_duty TEXT,
  court_officer TEXT,
  court_report_months INTEGER NOT NULL DEFAULT 0,
  suspended_from TEXT CHECK (date(suspended_from, '+0 days') IS suspended_from),
  suspended_until TEXT CHECK (date(suspended_until, '+0 days') IS suspended_until),
  suspended_reason TEXT,
  ended_on TEXT CHECK (date(ended_on, '+0 days') IS ended_on),
  end_reason TEXT,
  end_note TEXT,
  monitoring_until TEXT CHECK (date(monitoring_until, '+0 days') IS monitoring_until),
  closed_on TEXT CHECK (date(closed_on, '+0 days') IS closed_on),
  CHECK (ended_on IS NULL OR ended_on >= notice_on),
  CHECK (closed_on IS NULL OR ended_on IS NULL OR closed_on >= ended_on)
) STRICT;

CREATE TABLE consent (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  kind TEXT NOT NULL DEFAULT 'consent' CHECK (kind IN ('consent', 'contract', 'refusal')),
  given_on TEXT NOT NULL CHECK (date(given_on, '+0 days') IS given_on),
  withdrawn_on TEXT CHECK (date(withdrawn_on, '+0 days') IS withdrawn_on),
  withdrawn_reason TEXT,
  note TEXT
) STRICT;

CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  worker_id INTEGER NOT NULL REFERENCES worker (id),
  from_day TEXT NOT NULL CHECK (date(from_day, '+0 days') IS from_day),
  until_day TEXT CHECK (date(until_day, '+0 days') IS until_day),
  basis TEXT NOT NULL DEFAULT 'motion' CHECK (basis IN ('motion', 'direct', 'court', 'za-zyciem')),
  end_reason TEXT,
  weight REAL NOT NULL DEFAULT 0,
  note TEXT,
  CHECK (until_day IS NULL OR until_day >= from_day)
) STRICT;

CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  number INTEGER NOT NULL DEFAULT 0,
  version INTEGER NOT NULL DEFAULT 0,
  from_day TEXT CHECK (date(from_day, '+0 days') IS from_day),
  until_day TEXT CHECK (date(until_day, '+0 days') IS until_day),
  main_goal TEXT,
  summary TEXT,
  rules TEXT,
  drafted_on TEXT CHECK (date(drafted_on, '+0 days') IS drafted_on),
  consulted_on TEXT CHECK (date(consulted_on, '+0 days') IS consulted_on),
  consulted_with TEXT,
  consult_remarks TEXT,
  agreed_on TEXT CHECK (date(agreed_on, '+0 days') IS agreed_on),
  refusal_reason TEXT,
  approved_on TEXT CHECK (date(approved_on, '+0 days') IS approved_on),
  approved_by TEXT,
  review_on TEXT CHECK (date(review_on, '+0 days') IS review_on),
  ended_on TEXT CHECK (date(ended_on, '+0 days') IS ended_on),
  change_reason TEXT,
  CHECK (until_day IS NULL OR from_day IS NULL OR until_day >= from_day),
  UNIQUE (case_file_id, number, version)
) STRICT;

CREATE TABLE goal (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  plan_id INTEGER NOT NULL REFERENCES plan (id),
  position INTEGER NOT NULL DEFAULT 0,
  area TEXT NOT NULL CHECK (trim(area) <> ''),
  aim INTEGER NOT NULL DEFAULT 0,
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  effect TEXT,
  measure TEXT,
  priority INTEGER NOT NULL DEFAULT 0,
  from_day TEXT CHECK (date(from_day, '+0 days') IS from_day),
  until_day TEXT CHECK (date(until_day, '+0 days') IS until_day),
  status TEXT NOT NULL DEFAULT 'not-started' CHECK (status IN ('not-started', 'in-progress', 'partly', 'done', 'not-done', 'dropped')),
  status_on TEXT CHECK (date(status_on, '+0 days') IS status_on),
  status_note TEXT,
  origin_id INTEGER REFERENCES goal (id),
  CHECK (aim BETWEEN 0 AND 7),
  CHECK (until_day IS NULL OR from_day IS NULL OR until_day >= from_day)
) STRICT;

CREATE TABLE provider (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  kind TEXT NOT NULL CHECK (trim(kind) <> ''),
  kind_text TEXT,
  street TEXT,
  postcode TEXT,
  city TEXT,
  district TEXT,
  commune TEXT,
  county TEXT,
  voivodeship TEXT,
  phone TEXT,
  phone2 TEXT,
  email TEXT,
  www TEXT,
  e_delivery TEXT,
  contact_person TEXT,
  scope TEXT,
  age_group TEXT,
  cost TEXT,
  requirements TEXT,
  hours TEXT,
  waiting_time TEXT,
  crisis_24h INTEGER NOT NULL DEFAULT 0 CHECK (crisis_24h IN (0, 1)),
  languages TEXT,
  accessibility TEXT,
  verified_on TEXT CHECK (date(verified_on, '+0 days') IS verified_on),
  notes TEXT,
  nip TEXT,
  regon TEXT,
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  sort_key TEXT,
  match_key TEXT
) STRICT;

CREATE TABLE task (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  goal_id INTEGER NOT NULL REFERENCES goal (id),
  position INTEGER NOT NULL DEFAULT 0,
  what TEXT NOT NULL CHECK (trim(what) <> ''),
  who_kind TEXT NOT NULL DEFAULT 'family' CHECK (who_kind IN ('family', 'assistant', 'institution', 'other')),
  person_id INTEGER REFERENCES person (id),
  worker_id INTEGER REFERENCES worker (id),
  provider_id INTEGER REFERENCES provider (id),
  who_text TEXT,
  from_day TEXT CHECK (date(from_day, '+0 days') IS from_day),
  until_day TEXT CHECK (date(until_day, '+0 days') IS until_day),
  frequency TEXT,
  status TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'in-progress', 'done', 'partly', 'not-done', 'dropped')),
  done_on TEXT CHECK (date(done_on, '+0 days') IS done_on),
  note TEXT,
  origin_id INTEGER REFERENCES task (id),
  CHECK (until_day IS NULL OR from_day IS NULL OR until_day >= from_day)
) STRICT;

CREATE TABLE visit (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  worker_id INTEGER NOT NULL REFERENCES worker (id),
  family_id INTEGER REFERENCES family (id),
  case_file_id INTEGER REFERENCES case_file (id),
  day TEXT NOT NULL CHECK (date(day, '+0 days') IS day),
  start_minute INTEGER NOT NULL DEFAULT 0,
  minutes INTEGER NOT NULL DEFAULT 0,
  kind TEXT NOT NULL CHECK (trim(kind) <> ''),
  place TEXT NOT NULL DEFAULT 'home' CHECK (place IN ('home', 'chosen', 'office', 'institution')),
  place_text TEXT,
  state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'missed')),
  missed_reason TEXT,
  purpose TEXT,
  course TEXT,
  next_family TEXT,
  next_assistant TEXT,
  travel_minutes INTEGER NOT NULL DEFAULT 0,
  km REAL NOT NULL DEFAULT 0,
  two_persons INTEGER NOT NULL DEFAULT 0 CHECK (two_persons IN (0, 1)),
  danger INTEGER NOT NULL DEFAULT 0 CHECK (danger IN (0, 1)),
  danger_note TEXT,
  recorded_at TEXT,
  CHECK (start_minute BETWEEN 0 AND 1439),
  CHECK (minutes BETWEEN 0 AND 1440),
  CHECK (travel_minutes BETWEEN 0 AND 1440),
  CHECK (km >= 0)
) STRICT;

CREATE TABLE assessment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  worker_id INTEGER REFERENCES worker (id),
  number INTEGER NOT NULL DEFAULT 0,
  from_day TEXT NOT NULL CHECK (date(from_day, '+0 days') IS from_day),
  until_day TEXT NOT NULL CHECK (date(until_day, '+0 days') IS until_day),
  made_on TEXT CHECK (date(made_on, '+0 days') IS made_on),
  changes TEXT,
  cooperation INTEGER NOT NULL DEFAULT 0,
  cooperation_note TEXT,
  institutions TEXT,
  risks TEXT,
  help_given TEXT,
  family_view TEXT,
  child_voice TEXT,
  conclusion TEXT NOT NULL DEFAULT 'none' CHECK (conclusion IN ('none', 'continue', 'amend', 'change-assistant', 'end', 'court')),
  conclusion_note TEXT,
  visits_held INTEGER NOT NULL DEFAULT 0,
  visits_missed INTEGER NOT NULL DEFAULT 0,
  visit_minutes INTEGER NOT NULL DEFAULT 0,
  handed_on TEXT CHECK (date(handed_on, '+0 days') IS handed_on),
  handed_to TEXT,
  final INTEGER NOT NULL DEFAULT 0 CHECK (final IN (0, 1)),
  CHECK (until_day >= from_day),
  CHECK (cooperation BETWEEN 0 AND 5)
) STRICT;

CREATE TABLE assessment_area (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  assessment_id INTEGER NOT NULL REFERENCES assessment (id),
  area TEXT NOT NULL CHECK (trim(area) <> ''),
  at_start INTEGER NOT NULL DEFAULT 0,
  before INTEGER NOT NULL DEFAULT 0,
  now INTEGER NOT NULL DEFAULT 0,
  note TEXT,
  CHECK (at_start BETWEEN -1 AND 4),
  CHECK (before BETWEEN -1 AND 4),
  CHECK (now BETWEEN -1 AND 4),
  UNIQUE (assessment_id, area)
) STRICT;

CREATE TABLE assessment_child (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  assessment_id INTEGER NOT NULL REFERENCES assessment (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  health TEXT,
  school TEXT,
  development TEXT,
  whereabouts TEXT,
  UNIQUE (assessment_id, person_id)
) STRICT;

CREATE TABLE assessment_goal (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  assessment_id INTEGER NOT NULL REFERENCES assessment (id),
  goal_id INTEGER NOT NULL REFERENCES goal (id),
  degree TEXT NOT NULL DEFAULT 'not-started' CHECK (degree IN ('not-started', 'in-progress', 'partly', 'done', 'not-done', 'dropped')),
  effect TEXT,
  obstacle TEXT,
  UNIQUE (assessment_id, goal_id)
) STRICT;

CREATE TABLE court_request (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  court_id INTEGER REFERENCES court (id),
  signature TEXT NOT NULL CHECK (trim(signature) <> ''),
  letter_on TEXT CHECK (date(letter_on, '+0 days') IS letter_on),
  received_on TEXT NOT NULL CHECK (date(received_on, '+0 days') IS received_on),
  due_on TEXT NOT NULL CHECK (date(due_on, '+0 days') IS due_on),
  judge TEXT,
  subject TEXT,
  questions TEXT,
  hearing_on TEXT CHECK (date(hearing_on, '+0 days') IS hearing_on),
  hearing_minute INTEGER NOT NULL DEFAULT 0,
  answered_on TEXT CHECK (date(answered_on, '+0 days') IS answered_on),
  CHECK (due_on >= received_on)
) STRICT;

CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (trim(kind) <> ''),
  family_id INTEGER REFERENCES family (id),
  case_file_id INTEGER REFERENCES case_file (id),
  worker_id INTEGER REFERENCES worker (id),
  court_request_id INTEGER REFERENCES court_request (id),
  assessment_id INTEGER REFERENCES assessment (id),
  plan_id INTEGER REFERENCES plan (id),
  week_monday TEXT CHECK (date(week_monday, '+0 days') IS week_monday),
  title TEXT NOT NULL CHECK (trim(title) <> ''),
  made_on TEXT CHECK (date(made_on, '+0 days') IS made_on),
  year INTEGER NOT NULL DEFAULT 0,
  seq INTEGER NOT NULL DEFAULT 0,
  mark TEXT,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'issued', 'signed', 'sent')),
  template_version INTEGER NOT NULL DEFAULT 0,
  sources_shown INTEGER NOT NULL DEFAULT 0 CHECK (sources_shown IN (0, 1)),
  issued_at TEXT,
  sha256 TEXT,
  audit_head TEXT,
  CHECK ((seq = 0) = (year = 0))
) STRICT;

CREATE TABLE letter_section (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  revision INTEGER NOT NULL DEFAULT 1,
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  position INTEGER NOT NULL DEFAULT 0,
  key TEXT NOT NULL CHECK (trim(key) <> ''),
  body TEXT,
  source TEXT,
  reviewed INTEGER NOT NULL DEFAULT 0 CHECK (reviewed IN (0, 1)),
  UNIQUE (letter_id, key)
) STRICT;

-- Whom a visit met, and which children were seen: a safety fact of its own.
CREATE TABLE visit_person (
  visit_id INTEGER NOT NULL REFERENCES visit (id),
  person_id INTEGER NOT NULL REFERENCES person (id),
  present INTEGER NOT NULL DEFAULT 1 CHECK (present IN (0, 1)),
  seen INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0, 1)),
  PRIMARY KEY (visit_id, person_id)
) STRICT;
CREATE INDEX visit_person_seen ON visit_person (person_id, visit_id) WHERE seen = 1;

CREATE TABLE visit_goal (
  visit_id INTEGER NOT NULL REFERENCES visit (id),
  goal_id INTEGER NOT NULL REFERENCES goal (id),
  PRIMARY KEY (visit_id, goal_id)
) STRICT;
CREATE INDEX visit_goal_goal ON visit_goal (goal_id, visit_id);

-- Tasks of art. 15 ust. 1 that a visit served, by their number in the Act.
CREATE TABLE visit_duty (
  visit_id INTEGER NOT NULL REFERENCES visit (id),
  duty TEXT NOT NULL,
  PRIMARY KEY (visit_id, duty)
) STRICT;

-- Difficult life situations (art. 7 ups) that brought a family here.
CREATE TABLE case_reason (
  case_file_id INTEGER NOT NULL REFERENCES case_file (id),
  reason TEXT NOT NULL,
  PRIMARY KEY (case_file_id, reason)
) STRICT;

-- Editable lists of an office; a code is never deleted, only retired.
CREATE TABLE dictionary (
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  position INTEGER NOT NULL,
  label TEXT NOT NULL,
  detail TEXT,
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  PRIMARY KEY (kind, code)
) STRICT;

-- Numbers in the yearly registers of papers: gap-free, one row a class and year.
CREATE TABLE counter (
  class TEXT NOT NULL,
  year INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (class, year)
) STRICT;

-- What a paper was made from when it was issued, for good.
CREATE TABLE letter_snapshot (
  letter_id INTEGER PRIMARY KEY REFERENCES letter (id),
  template TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;

-- Every revision of an issued paper's file: as issued, then after each signature.
CREATE TABLE letter_file (
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  ordinal INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  note TEXT,
  sha256 TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (letter_id, ordinal)
) STRICT;

-- Unfinished typing, offered again after a crash.
CREATE TABLE draft (
  login TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  saved_at TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (login, kind, record_id)
) STRICT;

-- Who did what, when, to which record. changes holds the fields' old and new
-- values as JSON; the chain holds their salted digest, so that erasing the
-- values after the retention period does not break it.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  login TEXT NOT NULL,
  action TEXT NOT NULL,
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  family_id INTEGER,
  changes TEXT,
  salt TEXT NOT NULL,
  digest TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX audit_record ON audit (kind, record_id, id);
CREATE INDEX audit_family ON audit (family_id, id) WHERE family_id IS NOT NULL;

-- Sources of rows that came from outside, to recognise them on the next import.
-- imported holds the values of that row as JSON: a field that differs from them
-- by now was changed by the office and stays.
CREATE TABLE provider_source (
  register TEXT NOT NULL,
  number TEXT NOT NULL,
  provider_id INTEGER NOT NULL REFERENCES provider (id),
  fingerprint TEXT NOT NULL,
  imported TEXT NOT NULL,
  PRIMARY KEY (register, number)
) STRICT;

CREATE INDEX family_sort ON family (sort_key, id);
CREATE INDEX person_pesel ON person (pesel) WHERE pesel IS NOT NULL;
CREATE INDEX person_birth ON person (birth_date, sort_key);
CREATE INDEX member_family ON member (family_id, position, id);
CREATE INDEX member_person ON member (person_id, family_id);
CREATE INDEX case_family ON case_file (family_id, notice_on);
CREATE INDEX case_open ON case_file (family_id, id) WHERE closed_on IS NULL;
CREATE INDEX consent_case ON consent (case_file_id, given_on);
CREATE INDEX assignment_case ON assignment (case_file_id, from_day, until_day, worker_id);
CREATE INDEX assignment_worker ON assignment (worker_id, from_day, until_day, case_file_id);
CREATE INDEX plan_case ON plan (case_file_id, number, version);
CREATE INDEX goal_plan ON goal (plan_id, position);
CREATE INDEX goal_origin ON goal (origin_id) WHERE origin_id IS NOT NULL;
CREATE INDEX task_goal ON task (goal_id, position);
CREATE INDEX task_origin ON task (origin_id) WHERE origin_id IS NOT NULL;
CREATE INDEX task_open ON task (until_day, goal_id) WHERE done_on IS NULL;
CREATE INDEX visit_worker ON visit (worker_id, day, start_minute);
CREATE INDEX visit_day ON visit (day, start_minute, worker_id);
CREATE INDEX visit_family ON visit (family_id, day, start_minute, state, kind) WHERE family_id IS NOT NULL;
CREATE INDEX visit_case ON visit (case_file_id, state, day, kind) WHERE case_file_id IS NOT NULL;
CREATE INDEX assessment_case ON assessment (case_file_id, final, until_day);
CREATE INDEX assessment_goal_goal ON assessment_goal (goal_id);
CREATE INDEX request_case ON court_request (case_file_id, due_on);
CREATE INDEX request_open ON court_request (due_on, case_file_id) WHERE answered_on IS NULL;
CREATE INDEX letter_family ON letter (family_id, made_on) WHERE family_id IS NOT NULL;
CREATE INDEX letter_made ON letter (made_on, id);
CREATE INDEX letter_kind ON letter (kind, made_on, id);
CREATE INDEX letter_state ON letter (state, made_on, id);
CREATE INDEX letter_request ON letter (court_request_id) WHERE court_request_id IS NOT NULL;
CREATE INDEX letter_assessment ON letter (assessment_id) WHERE assessment_id IS NOT NULL;
CREATE INDEX letter_plan ON letter (plan_id) WHERE plan_id IS NOT NULL;
CREATE INDEX letter_week ON letter (worker_id, week_monday) WHERE week_monday IS NOT NULL;
CREATE UNIQUE INDEX letter_number ON letter (kind, year, seq) WHERE seq > 0;
CREATE INDEX provider_sort ON provider (sort_key, id);
CREATE INDEX provider_kind ON provider (kind, sort_key, id);
CREATE INDEX provider_city ON provider (city, sort_key, id);
CREATE INDEX provider_match ON provider (match_key);
CREATE INDEX provider_source_provider ON provider_source (provider_id);

-- Editable lists of an office, with the defaults that every register starts
-- with. The labels are the office's own words: Polish, not translated.
-- detail groups codes where rules need it (a child's role, a statistical group).

INSERT INTO dictionary (kind, code, position, label, detail) VALUES
  ('difficulty', 'P01', 1, 'ubóstwo', NULL),
  ('difficulty', 'P02', 2, 'sieroctwo', NULL),
  ('difficulty', 'P03', 3, 'bezdomność', NULL),
  ('difficulty', 'P04', 4, 'bezrobocie', NULL),
  ('difficulty', 'P05', 5, 'niepełnosprawność', NULL),
  ('difficulty', 'P06', 6, 'długotrwała lub ciężka choroba', NULL),
  ('difficulty', 'P07', 7, 'przemoc domowa', NULL),
  ('difficulty', 'P08', 8, 'potrzeba ochrony ofiar handlu ludźmi', NULL),
  ('difficulty', 'P09', 9, 'potrzeba ochrony macierzyństwa lub wielodzietności', NULL),
  ('difficulty', 'P10', 10, 'bezradność w sprawach opiekuńczo-wychowawczych i prowadzenia gospodarstwa domowego', NULL),
  ('difficulty', 'P11', 11, 'trudności w integracji cudzoziemców', NULL),
  ('difficulty', 'P12', 12, 'trudności w przystosowaniu do życia po zwolnieniu z zakładu karnego', NULL),
  ('difficulty', 'P13', 13, 'alkoholizm', NULL),
  ('difficulty', 'P14', 14, 'narkomania', NULL),
  ('difficulty', 'P15', 15, 'zdarzenie losowe lub sytuacja kryzysowa', NULL),
  ('difficulty', 'P16', 16, 'klęska żywiołowa lub ekologiczna', NULL),
  ('difficulty', 'W01', 17, 'konflikt okołorozwodowy', NULL),
  ('difficulty', 'W02', 18, 'zaburzenia psychiczne rodzica', NULL),
  ('difficulty', 'W03', 19, 'niepełnosprawność intelektualna rodzica', NULL),
  ('difficulty', 'W04', 20, 'małoletnie rodzicielstwo', NULL),
  ('difficulty', 'W05', 21, 'zaniedbanie dzieci', NULL),
  ('difficulty', 'W06', 22, 'trudności szkolne, absencja', NULL),
  ('difficulty', 'W07', 23, 'demoralizacja dziecka', NULL),
  ('difficulty', 'W08', 24, 'zadłużenie, groźba eksmisji', NULL),
  ('difficulty', 'W09', 25, 'złe warunki mieszkaniowe', NULL),
  ('difficulty', 'W10', 26, 'uzależnienia behawioralne', NULL),
  ('difficulty', 'W11', 27, 'migracja rodzica', NULL),
  ('difficulty', 'W12', 28, 'żałoba', NULL),
  ('difficulty', 'W13', 29, 'dziecko w pieczy – reintegracja', NULL),
  ('difficulty', 'W14', 30, 'ciąża, trudny połóg', NULL);

INSERT INTO dictionary (kind, code, position, label, detail) VALUES
  ('work-area', 'O1', 1, 'Wychowanie i opieka nad dziećmi', NULL),
  ('work-area', 'O2', 2, 'Edukacja dzieci i życie szkolne', NULL),
  ('work-area', 'O3', 3, 'Zdrowie', NULL),
  ('work-area', 'O4', 4, 'Budżet domowy', NULL),
  ('work-area', 'O5', 5, 'Prowadzenie domu i podział obowiązków', NULL),
  ('work-area', 'O6', 6, 'Sprawy urzędowe i pozyskiwanie usług', NULL),
  ('work-area', 'O7', 7, 'Praca, kwalifikacje, usamodzielnienie', NULL),
  ('work-area', 'O8', 8, 'Problemy psychologiczne, emocjonalne i relacje', NULL),
  ('work-area', 'O9', 9, 'Aktywność społeczna i kontakty z otoczeniem', NULL),
  ('work-area', 'O10', 10, 'Normy współżycia społecznego', NULL),
  ('work-area', 'O11', 11, 'Bezpieczeństwo', NULL),
  ('work-area', 'O12', 12, 'Warunki mieszkaniowe', NULL),
  ('work-area', 'O13', 13, 'Kontakt z dzieckiem w pieczy, reintegracja', NULL),
  ('work-area', 'O14', 14, 'Za życiem', NULL);

INSERT INTO dictionary (kind, code, position, label, detail) VALUES
  ('statutory-aim', '1', 1, 'Analiza sytuacji rodziny i przyczyn kryzysu', NULL),
  ('statutory-aim', '2', 2, 'Wzmocnienie roli i funkcji rodziny', NULL),
  ('statutory-aim', '3', 3, 'Umiejętności opiekuńczo-wychowawcze', NULL),
  ('statutory-aim', '4', 4, 'Świadomość planowania i funkcjonowania rodziny', NULL),
  ('statutory-aim', '5', 5, 'Pomoc w integracji rodziny', NULL),
  ('statutory-aim', '6', 6, 'Przeciwdziałanie marginalizacji', NULL),
  ('statutory-aim', '7', 7, 'Dążenie do reintegracji rodziny', NULL);

INSERT INTO dictionary (kind, code, position, label, detail) VALUES
  ('end-reason', 'goals', 1, 'Osiągnięcie celów planu', 'goals'),
  ('end-reason', 'return', 2, 'Powrót dziecka do rodziny i usamodzielnienie', 'goals'),
  ('end-reason', 'no-cooperation', 3, 'Brak współpracy rodziny', 'cooperation'),
  ('end-reason', 'resigned', 4, 'Rezygnacja rodziny, cofnięcie zgody', 'cooperation'),
  ('end-reason', 'no-effect', 5, 'Brak efektów mimo współpracy', 'effects'),
  ('end-reason', 'placed', 6, 'Umieszczenie wszystkich dzieci w pieczy bez perspektywy powrotu', 'effects'),
  ('end-reason', 'method', 7, 'Zmiana metody pracy', 'method'),
  ('end-reason', 'moved', 8, 'Przeprowadzka poza gminę', 'other'),
  ('end-reason', 'adult', 9, 'Pełnoletność dzieci', 'other'),
  ('end-reason', 'death', 10, 'Zgon rodzica lub dziecka', 'other'),
  ('end-reason', 'deprived', 11, 'Pozbawienie władzy rodzicielskiej', 'other'),
  ('end-reason', 'court', 12, 'Uchylenie zobowiązania przez sąd', 'other'),
  ('end-reason', 'za-zyciem', 13, 'Zakończenie okresu uprawnień (Za życiem)', 'other');

INSERT INTO dictionary (kind, code, position, label, detail) VALUES
  ('contact', 'home', 1, 'Wizyta w miejscu zamieszkania', 'visit'),
  ('contact', 'chosen', 2, 'Spotkanie w miejscu wskazanym przez rodzinę', 'visit'),
  ('contact', 'office', 3, 'Spotkanie w ośrodku', 'visit'),
  ('contact', 'phone', 4, 'Rozmowa telefoniczna', 'family'),
  ('contact', 'online', 5, 'Kontakt online lub SMS', 'family'),
  ('contact', 'with-authority', 6, 'Towarzyszenie w urzędzie', 'family'),
  ('contact', 'with-doctor', 7, 'Towarzyszenie u lekarza', 'family'),
  ('contact', 'with-court', 8, 'Towarzyszenie w sądzie', 'family'),
  ('contact', 'with-hearing', 9, 'Towarzyszenie przy przesłuchaniu dziecka', 'family'),
  ('contact', 'with-school', 10, 'Towarzyszenie w szkole lub przedszkolu', 'family'),
  ('contact', 'child-in-care', 11, 'Wizyta u dziecka w pieczy', 'visit'),
  ('contact', 'institution', 12, 'Kontakt z instytucją', 'family'),
  ('contact', 'social-worker', 13, 'Konsultacja z pracownikiem socjalnym', 'family'),
  ('contact', 'care-coordinator', 14, 'Konsultacja z koordynatorem pieczy', 'family'),
  ('contact', 'court-officer', 15, 'Kontakt z kuratorem', 'family'),
  ('contact', 'team', 16, 'Posiedzenie zespołu lub grupy', 'family'),
  ('contact', 'child-review', 17, 'Posiedzenie ds. oceny sytuacji dziecka', 'family'),
  ('contact', 'specialist', 18, 'Konsultacja specjalistyczna', 'family'),
  ('contact', 'group', 19, 'Zajęcia grupowe', 'work'),
  ('contact', 'intervention', 20, 'Interwencja', 'visit'),
  ('contact', 'paperwork', 21, 'Sporządzanie dokumentacji', 'work'),
  ('contact', 'training', 22, 'Szkolenie', 'work'),
  ('contact', 'supervision', 23, 'Superwizja', 'work'),
  ('contact', 'travel', 24, 'Dojazd', 'work');

INSERT INTO dictionary (kind, code, position, label, detail) VALUES
  ('missed-reason', 'absent', 1, 'Nieobecność rodziny', NULL),
  ('missed-reason', 'cancelled-family', 2, 'Odwołana przez rodzinę', NULL),
  ('missed-reason', 'cancelled-assistant', 3, 'Odwołana przez asystenta', NULL),
  ('missed-reason', 'not-let-in', 4, 'Nie wpuszczono', NULL),
  ('missed-reason', 'illness', 5, 'Choroba', NULL);

INSERT INTO dictionary (kind, code, position, label, detail) VALUES
  ('provider-kind', 'counselling', 1, 'poradnictwo rodzinne', NULL),
  ('provider-kind', 'specialist', 2, 'placówka specjalistyczna', NULL),
  ('provider-kind', 'diagnostic', 3, 'poradnia psychologiczno-pedagogiczna', NULL),
  ('provider-kind', 'day-support', 4, 'placówka wsparcia dziennego', NULL),
  ('provider-kind', 'crisis', 5, 'ośrodek interwencji kryzysowej', NULL),
  ('provider-kind', 'psychologist', 6, 'psycholog', NULL),
  ('provider-kind', 'psychiatrist', 7, 'psychiatra, poradnia zdrowia psychicznego', NULL),
  ('provider-kind', 'child-psychiatrist', 8, 'psychiatra dziecięcy', NULL),
  ('provider-kind', 'addiction', 9, 'poradnia leczenia uzależnień', NULL),
  ('provider-kind', 'alcohol-board', 10, 'gminna komisja rozwiązywania problemów alkoholowych', NULL),
  ('provider-kind', 'mediator', 11, 'mediator', NULL),
  ('provider-kind', 'family-therapist', 12, 'terapeuta rodzinny', NULL),
  ('provider-kind', 'lawyer', 13, 'prawnik, nieodpłatna pomoc prawna', NULL),
  ('provider-kind', 'pediatrician', 14, 'pediatra, POZ', NULL),
  ('provider-kind', 'midwife', 15, 'położna środowiskowa', NULL),
  ('provider-kind', 'early-support', 16, 'wczesne wspomaganie rozwoju', NULL),
  ('provider-kind', 'physiotherapy', 17, 'fizjoterapia, rehabilitacja', NULL),
  ('provider-kind', 'speech', 18, 'logopeda', NULL),
  ('provider-kind', 'hospice', 19, 'hospicjum perinatalne lub domowe', NULL),
  ('provider-kind', 'school', 20, 'szkoła', NULL),
  ('provider-kind', 'kindergarten', 21, 'przedszkole', NULL),
  ('provider-kind', 'nursery', 22, 'żłobek, klub dziecięcy', NULL),
  ('provider-kind', 'day-room', 23, 'świetlica', NULL),
  ('provider-kind', 'school-counsellor', 24, 'pedagog szkolny', NULL),
  ('provider-kind', 'dormitory', 25, 'bursa, internat', NULL),
  ('provider-kind', 'education-other', 26, 'inna placówka oświatowa', NULL),
  ('provider-kind', 'job-centre', 27, 'urząd pracy', NULL),
  ('provider-kind', 'social-insurance', 28, 'ZUS', NULL),
  ('provider-kind', 'council', 29, 'urząd gminy', NULL),
  ('provider-kind', 'welfare', 30, 'ośrodek pomocy społecznej', NULL),
  ('provider-kind', 'family-centre', 31, 'powiatowe centrum pomocy rodzinie', NULL),
  ('provider-kind', 'court', 32, 'sąd, kurator', NULL),
  ('provider-kind', 'police', 33, 'policja', NULL),
  ('provider-kind', 'prosecutor', 34, 'prokuratura', NULL),
  ('provider-kind', 'violence', 35, 'ośrodek wsparcia dla ofiar przemocy', NULL),
  ('provider-kind', 'mothers-home', 36, 'dom dla matek z małoletnimi dziećmi', NULL),
  ('provider-kind', 'night-shelter', 37, 'noclegownia', NULL),
  ('provider-kind', 'food-bank', 38, 'bank żywności', NULL),
  ('provider-kind', 'ngo', 39, 'organizacja pozarządowa', NULL),
  ('provider-kind', 'social-integration', 40, 'centrum lub klub integracji społecznej', NULL),
  ('provider-kind', 'housing', 41, 'spółdzielnia mieszkaniowa', NULL),
  ('provider-kind', 'adoption', 42, 'ośrodek adopcyjny', NULL),
  ('provider-kind', 'culture-sport', 43, 'placówka kultury, sportu, rekreacji', NULL),
  ('provider-kind', 'health-other', 44, 'inna placówka zdrowia', NULL),
  ('provider-kind', 'other', 45, 'inna instytucja', NULL);

INSERT INTO dictionary (kind, code, position, label, detail) VALUES
  ('member-role', 'mother', 1, 'matka', NULL),
  ('member-role', 'father', 2, 'ojciec', NULL),
  ('member-role', 'partner-m', 3, 'partner, konkubent', NULL),
  ('member-role', 'partner-f', 4, 'partnerka, konkubina', NULL),
  ('member-role', 'husband', 5, 'mąż', NULL),
  ('member-role', 'wife', 6, 'żona', NULL),
  ('member-role', 'stepmother', 7, 'macocha', NULL),
  ('member-role', 'stepfather', 8, 'ojczym', NULL),
  ('member-role', 'guardian', 9, 'opiekun prawny', NULL),
  ('member-role', 'grandmother', 10, 'babcia', NULL),
  ('member-role', 'grandfather', 11, 'dziadek', NULL),
  ('member-role', 'brother', 12, 'brat', NULL),
  ('member-role', 'sister', 13, 'siostra', NULL),
  ('member-role', 'half-sibling', 14, 'przyrodnie rodzeństwo', NULL),
  ('member-role', 'son', 15, 'syn', 'child'),
  ('member-role', 'daughter', 16, 'córka', 'child'),
  ('member-role', 'stepson', 17, 'pasierb', 'child'),
  ('member-role', 'stepdaughter', 18, 'pasierbica', 'child'),
  ('member-role', 'grandson', 19, 'wnuk', 'child'),
  ('member-role', 'granddaughter', 20, 'wnuczka', 'child'),
  ('member-role', 'aunt', 21, 'ciotka', NULL),
  ('member-role', 'uncle', 22, 'wuj', NULL),
  ('member-role', 'unrelated', 23, 'osoba niespokrewniona', NULL),
  ('member-role', 'unborn', 24, 'dziecko nienarodzone', 'child');

INSERT INTO dictionary (kind, code, position, label, detail) VALUES
  ('authority', 'full', 1, 'pełna władza rodzicielska', NULL),
  ('authority', 'limited-officer', 2, 'ograniczona – nadzór kuratora', NULL),
  ('authority', 'limited-duty', 3, 'ograniczona – zobowiązanie', NULL),
  ('authority', 'limited-placement', 4, 'ograniczona – umieszczenie dziecka', NULL),
  ('authority', 'suspended', 5, 'zawieszona', NULL),
  ('authority', 'deprived', 6, 'pozbawienie władzy rodzicielskiej', NULL),
  ('authority', 'no-paternity', 7, 'nieustalone ojcostwo', NULL),
  ('authority', 'guardianship', 8, 'opieka prawna', NULL),
  ('authority', 'pending', 9, 'postępowanie w toku', NULL),
  ('authority', 'adoptable', 10, 'uregulowana sytuacja prawna', NULL);

INSERT INTO dictionary (kind, code, position, label, detail) VALUES
  ('whereabouts', 'family', 1, 'w rodzinie', 'home'),
  ('whereabouts', 'other-parent', 2, 'u drugiego rodzica', 'home'),
  ('whereabouts', 'relatives', 3, 'u krewnych bez orzeczenia', 'home'),
  ('whereabouts', 'foster-kin', 4, 'rodzina zastępcza spokrewniona', 'care'),
  ('whereabouts', 'foster', 5, 'rodzina zastępcza niezawodowa', 'care'),
  ('whereabouts', 'foster-professional', 6, 'rodzina zastępcza zawodowa', 'care'),
  ('whereabouts', 'foster-emergency', 7, 'rodzina zastępcza – pogotowie rodzinne', 'care'),
  ('whereabouts', 'foster-specialist', 8, 'rodzina zastępcza zawodowa specjalistyczna', 'care'),
  ('whereabouts', 'family-home', 9, 'rodzinny dom dziecka', 'care'),
  ('whereabouts', 'care-social', 10, 'placówka opiekuńczo-wychowawcza socjalizacyjna', 'care'),
  ('whereabouts', 'care-emergency', 11, 'placówka opiekuńczo-wychowawcza interwencyjna', 'care'),
  ('whereabouts', 'care-therapy', 12, 'placówka opiekuńczo-wychowawcza specjalistyczno-terapeutyczna', 'care'),
  ('whereabouts', 'care-family', 13, 'placówka opiekuńczo-wychowawcza rodzinna', 'care'),
  ('whereabouts', 'care-regional', 14, 'regionalna placówka opiekuńczo-terapeutyczna', 'care'),
  ('whereabouts', 'preadoption', 15, 'interwencyjny ośrodek preadopcyjny', 'care'),
  ('whereabouts', 'mow', 16, 'młodzieżowy ośrodek wychowawczy', 'institution'),
  ('whereabouts', 'mos', 17, 'młodzieżowy ośrodek socjoterapii', 'institution'),
  ('whereabouts', 'district-centre', 18, 'okręgowy ośrodek wychowawczy', 'institution'),
  ('whereabouts', 'detention', 19, 'schronisko dla nieletnich', 'institution'),
  ('whereabouts', 'correctional', 20, 'zakład poprawczy', 'institution'),
  ('whereabouts', 'hospital', 21, 'szpital', 'institution'),
  ('whereabouts', 'dps', 22, 'dom pomocy społecznej', 'institution'),
  ('whereabouts', 'mothers-home', 23, 'dom dla matek', 'home'),
  ('whereabouts', 'unknown', 24, 'pobyt nieznany', 'unknown');

INSERT INTO dictionary (kind, code, position, label, detail) VALUES
  ('notice-source', 'family', 1, 'rodzina sama', NULL),
  ('notice-source', 'social-worker', 2, 'pracownik socjalny', NULL),
  ('notice-source', 'court', 3, 'sąd', NULL),
  ('notice-source', 'court-officer', 4, 'kurator', NULL),
  ('notice-source', 'school', 5, 'szkoła, przedszkole, żłobek', NULL),
  ('notice-source', 'counselling', 6, 'poradnia psychologiczno-pedagogiczna', NULL),
  ('notice-source', 'health', 7, 'służba zdrowia, położna', NULL),
  ('notice-source', 'police', 8, 'policja', NULL),
  ('notice-source', 'team', 9, 'zespół interdyscyplinarny, grupa diagnostyczno-pomocowa', NULL),
  ('notice-source', 'family-centre', 10, 'PCPR, koordynator pieczy', NULL),
  ('notice-source', 'institution', 11, 'placówka', NULL),
  ('notice-source', 'ngo', 12, 'organizacja pozarządowa', NULL),
  ('notice-source', 'neighbours', 13, 'anonim, sąsiedzi', NULL),
  ('notice-source', 'other-office', 14, 'inny ośrodek', NULL),
  ('notice-source', 'za-zyciem', 15, 'wniosek Za życiem', NULL);

INSERT INTO dictionary (kind, code, position, label, detail) VALUES
  ('duty', '1', 1, 'Plan pracy z rodziną', NULL),
  ('duty', '2', 2, 'Plan skoordynowany z planem pomocy dziecku', NULL),
  ('duty', '3', 3, 'Poprawa sytuacji życiowej, umiejętności prowadzenia domu', NULL),
  ('duty', '4', 4, 'Rozwiązywanie problemów socjalnych', NULL),
  ('duty', '5', 5, 'Rozwiązywanie problemów psychologicznych', NULL),
  ('duty', '6', 6, 'Rozwiązywanie problemów wychowawczych', NULL),
  ('duty', '7', 7, 'Aktywność społeczna rodziny', NULL),
  ('duty', '8', 8, 'Motywowanie do podnoszenia kwalifikacji', NULL),
  ('duty', '9', 9, 'Poszukiwanie, podejmowanie i utrzymywanie pracy', NULL),
  ('duty', '10', 10, 'Motywowanie do udziału w grupach dla rodziców', NULL),
  ('duty', '11', 11, 'Wsparcie dzieci, zajęcia psychoedukacyjne', NULL),
  ('duty', '11a', 12, 'Towarzyszenie i wsparcie dziecka przy przesłuchaniu', NULL),
  ('duty', '12', 13, 'Interwencja przy zagrożeniu bezpieczeństwa', NULL),
  ('duty', '13', 14, 'Indywidualne konsultacje wychowawcze', NULL),
  ('duty', '13a', 15, 'Zadania z ustawy „Za życiem”', NULL),
  ('duty', '14', 16, 'Dokumentacja pracy z rodziną', NULL),
  ('duty', '15', 17, 'Okresowa ocena sytuacji rodziny', NULL),
  ('duty', '16', 18, 'Monitorowanie rodziny po zakończeniu pracy', NULL),
  ('duty', '17', 19, 'Opinia o rodzinie na wniosek sądu', NULL),
  ('duty', '18', 20, 'Współpraca z organami i organizacjami', NULL),
  ('duty', '19', 21, 'Współpraca z zespołem lub grupą diagnostyczno-pomocową', NULL);

INSERT INTO dictionary (kind, code, position, label, detail) VALUES
  ('frequency', 'once', 1, 'raz', NULL),
  ('frequency', 'daily', 2, 'codziennie', NULL),
  ('frequency', 'weekly', 3, 'raz w tygodniu', NULL),
  ('frequency', 'twice-weekly', 4, 'dwa razy w tygodniu', NULL),
  ('frequency', 'fortnightly', 5, 'co dwa tygodnie', NULL),
  ('frequency', 'monthly', 6, 'raz w miesiącu', NULL),
  ('frequency', 'as-needed', 7, 'w miarę potrzeb', NULL);

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

INSERT INTO court (id, uid, name, division) VALUES (1, 'c-1', 'Sąd Rejonowy w Zmyślonym', 'III Wydział Rodzinny i Nieletnich');
INSERT INTO worker (id, uid, given_name, family_name, employed_from) VALUES (1, 'w-1', 'Ewa', 'Zmyślona', '2020-02-03');
INSERT INTO office (id, uid, name, default_court_id, demo) VALUES (1, 'o-1', 'Ośrodek Pomocy Społecznej w Zmyślonym', 1, 1);
INSERT INTO family (id, uid, name, street, folded, sort_key) VALUES (1, 'f-1', 'Malinowscy', 'ul. Cichego Młyna 14/6', 'malinowscy cichego mlyna', 'malinowscy');
INSERT INTO person (id, uid, given_name, family_name, sex, birth_date, pesel) VALUES (1, 'p-1', 'Beata', 'Malinowska', 'female', '1985-07-14', '85071400124');
INSERT INTO person (id, uid, given_name, family_name, sex, birth_date, no_pesel_reason) VALUES (2, 'p-2', 'Staś', 'Malinowski', 'male', '2026-03-02', 'newborn');
INSERT INTO member (id, uid, family_id, person_id, role, in_household, covered, position) VALUES (1, 'm-1', 1, 1, 'mother', 1, 1, 1), (2, 'm-2', 1, 2, 'son', 1, 1, 2);
INSERT INTO case_file (id, uid, family_id, path, notice_on) VALUES (1, 's-1', 1, 'interview', '2025-03-10');
INSERT INTO assignment (id, uid, case_file_id, worker_id, from_day, weight) VALUES (1, 'a-1', 1, 1, '2025-03-17', 1.0);
INSERT INTO visit (id, uid, worker_id, family_id, case_file_id, day, start_minute, minutes, kind, state, course) VALUES (1, 'v-1', 1, 1, 1, '2026-03-20', 570, 75, 'home', 'held', 'Poranna rutyna.');
INSERT INTO visit_person (visit_id, person_id, present, seen) VALUES (1, 1, 1, 0), (1, 2, 1, 1);
INSERT INTO diagnosis (id, uid, case_file_id, made_on) VALUES (1, 'd-1', 1, '2025-03-20');
INSERT INTO kinship (id, uid, child_id, parent_id, kind) VALUES (1, 'k-1', 2, 1, 'mother'), (2, 'k-2', 2, NULL, 'father');
INSERT INTO plan (id, uid, case_file_id, number, version, from_day, until_day, drafted_on, agreed_on) VALUES (1, 'pl-1', 1, 1, 1, '2025-04-01', '2026-03-31', '2025-03-25', '2025-04-01');
INSERT INTO goal (id, uid, plan_id, position, area, title, effect, until_day) VALUES (1, 'g-1', 1, 1, 'O1', 'Spokojne poranki', 'Staś wstaje o stałej porze.', '2025-12-31');
INSERT INTO task (id, uid, goal_id, position, what, who_kind, person_id, until_day) VALUES (1, 't-1', 1, 1, 'Plan dnia na lodówce', 'family', 1, '2025-06-30');

PRAGMA user_version = 3;
