-- Schema 4: the life of a plan, what an assessment is compared with, and what a
-- person was called.

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
