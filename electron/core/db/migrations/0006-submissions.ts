import type { Migration } from './index.ts'

/** The sixth schema: plans that villages sent to their regency, and what the regency corrected beside them. */
export const submissions: Migration = {
  version: 6,
  name: 'submissions',
  sql: `
-- A package as it came, base64, by the sum that names it; facts: what the regency asks of it, reckoned once, as JSON. Kept as long as a
-- submission or a step of the journal points to it.
CREATE TABLE package_file (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  content TEXT NOT NULL,
  facts TEXT NOT NULL
) STRICT;

-- Every package of a village that was ever taken in; the last by revision, made_at and sha256 counts. key: who signed it, NULL = nobody.
CREATE TABLE submission (
  sha256 TEXT PRIMARY KEY REFERENCES package_file (sha256) ON DELETE RESTRICT,
  village TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2000 AND 2100),
  revision INTEGER NOT NULL CHECK (revision > 0),
  made_at TEXT NOT NULL,
  signer TEXT,
  received_at TEXT NOT NULL
) STRICT;
CREATE INDEX submission_village ON submission (fiscal_year, village);

-- A file that named a village of this regency and could not be taken: the last reason, until a package of that village comes.
CREATE TABLE refused_submission (
  village TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  code TEXT NOT NULL,
  file TEXT NOT NULL,
  refused_at TEXT NOT NULL,
  PRIMARY KEY (village, fiscal_year)
) STRICT, WITHOUT ROWID;

-- What the regency corrected in a village's plan, kept apart from it. was: what the village said then; NULL = nothing.
CREATE TABLE correction (
  village TEXT NOT NULL,
  fiscal_year INTEGER NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('price', 'regency_code', 'count')),
  subject TEXT NOT NULL,
  label TEXT NOT NULL,
  value TEXT NOT NULL,
  was TEXT,
  why TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (village, fiscal_year, what, subject)
) STRICT, WITHOUT ROWID;
`,
}
