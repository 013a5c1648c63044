-- A table that others refer to is rebuilt: what ALTER TABLE cannot do.
CREATE TABLE person_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, sort_key TEXT NOT NULL) STRICT;
INSERT INTO person_new SELECT id, name, lower (name) FROM person;
DROP TABLE person;
ALTER TABLE person_new RENAME TO person;
