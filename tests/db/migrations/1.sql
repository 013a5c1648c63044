CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE visit (id INTEGER PRIMARY KEY, person INTEGER NOT NULL REFERENCES person (id)) STRICT;
INSERT INTO person (id, name) VALUES (1, 'Adamska'), (2, 'Babacka');
INSERT INTO visit (id, person) VALUES (10, 1), (11, 2), (12, 2);
