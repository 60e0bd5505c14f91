import type { Migration } from './index.ts'

/**
 * The second schema: a journal that takes every step back, check sums over the content, and by-name lists that are set aside
 * whole. The journal's triggers follow from the tables and are made after each migration, see `remakeJournal`.
 */
export const history: Migration = {
  version: 2,
  name: 'history',
  sql: `
-- step_id: the step that the journal's triggers write for; NULL = nothing is recorded. revision grows with every change.
-- readable_by: the oldest schema whose program may still read this file. sums: what each table holds, as JSON { table: [rows, sum
-- over their hashes] }: SQLite finds broken pages, this finds changed figures.
CREATE TABLE file_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  step_id INTEGER,
  revision INTEGER NOT NULL,
  journal_bytes INTEGER NOT NULL CHECK (journal_bytes >= 0),
  readable_by INTEGER NOT NULL,
  sums TEXT NOT NULL
) STRICT;
INSERT INTO file_state (id, step_id, revision, journal_bytes, readable_by, sums) VALUES (1, NULL, 0, 0, 2, '{}');

-- undone: taken back, can be made again. discarded: taken back, then something else was done. undoable 0: its journal is no longer kept.
ALTER TABLE step ADD COLUMN reason TEXT;
ALTER TABLE step ADD COLUMN state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'discarded'));
ALTER TABLE step ADD COLUMN undoable INTEGER NOT NULL DEFAULT 0 CHECK (undoable IN (0, 1));
ALTER TABLE step ADD COLUMN journal_bytes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE step ADD COLUMN journal_from INTEGER;
ALTER TABLE step ADD COLUMN journal_to INTEGER;
ALTER TABLE step ADD COLUMN journal_digest TEXT;
CREATE INDEX step_undone ON step (id) WHERE state = 'undone';

-- A row before and after a change, as JSON by column: NULL before = it was added, NULL after = it was taken out. The rows of a
-- step stand together, from its journal_from on: no index has to be kept with every edit. step_id is only read with them.
CREATE TABLE journal (
  id INTEGER PRIMARY KEY,
  step_id INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  old_row TEXT,
  new_row TEXT
) STRICT;

-- What one import brought in. A series points to the one in use; the others wait for undo, and go when no step needs them.
CREATE TABLE series_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  children INTEGER NOT NULL DEFAULT 0,
  measurements INTEGER NOT NULL DEFAULT 0,
  bytes INTEGER NOT NULL DEFAULT 0,
  digest TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO series_batch (id) SELECT rowid FROM caseload_series ORDER BY rowid;

ALTER TABLE caseload_series ADD COLUMN batch_id INTEGER REFERENCES series_batch (id) ON DELETE RESTRICT;
UPDATE caseload_series SET batch_id = rowid;
CREATE INDEX caseload_series_batch ON caseload_series (batch_id);

CREATE TABLE batch_count (
  batch_id INTEGER NOT NULL REFERENCES series_batch (id) ON DELETE CASCADE,
  village TEXT NOT NULL,
  posyandu TEXT NOT NULL DEFAULT '',
  target_group TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count BETWEEN 0 AND 1000000000),
  PRIMARY KEY (batch_id, village, posyandu, target_group)
) STRICT, WITHOUT ROWID;
INSERT INTO batch_count (batch_id, village, posyandu, target_group, count)
  SELECT s.batch_id, c.village, c.posyandu, c.target_group, c.count FROM series_count c JOIN caseload_series s ON s.id = c.series_id;
DROP TABLE series_count;
ALTER TABLE batch_count RENAME TO series_count;

CREATE TABLE batch_child (
  id INTEGER PRIMARY KEY,
  batch_id INTEGER NOT NULL REFERENCES series_batch (id) ON DELETE CASCADE,
  nik TEXT,
  name TEXT NOT NULL,
  sex TEXT NOT NULL CHECK (sex IN ('L', 'P')),
  born_on TEXT NOT NULL,
  parent TEXT NOT NULL,
  village TEXT NOT NULL,
  posyandu TEXT NOT NULL,
  source_row INTEGER NOT NULL,
  counted_on TEXT
) STRICT;
INSERT INTO batch_child (id, batch_id, nik, name, sex, born_on, parent, village, posyandu, source_row, counted_on)
  SELECT c.id, s.batch_id, c.nik, c.name, c.sex, c.born_on, c.parent, c.village, c.posyandu, c.source_row, c.counted_on
  FROM child c JOIN caseload_series s ON s.id = c.series_id;
DROP TABLE child;
ALTER TABLE batch_child RENAME TO child;
CREATE INDEX child_batch ON child (batch_id);
`,
}
