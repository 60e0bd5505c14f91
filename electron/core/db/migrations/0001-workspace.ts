import type { Migration } from './index.ts'

/**
 * The first schema. Amounts are whole rupiah, percentages basis points, dates ISO text. Ids are UUIDs, so that plans of
 * hundreds of villages can meet in one file.
 */
export const workspace: Migration = {
  version: 1,
  name: 'workspace',
  sql: `
CREATE TABLE workspace (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  region TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('desa', 'kelurahan', 'regency')),
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
  current_plan_id TEXT REFERENCES plan (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX workspace_current_plan ON workspace (current_plan_id);

CREATE TABLE setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- One row per command that changed something: the name is a code, the words are what its sentence needs.
CREATE TABLE step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  words TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE caseload_series (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('register', 'verified', 'survey', 'by-name', 'manual')),
  measured_on TEXT NOT NULL,
  source TEXT NOT NULL,
  prevalence_bp INTEGER CHECK (prevalence_bp BETWEEN 0 AND 10000),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE series_count (
  series_id TEXT NOT NULL REFERENCES caseload_series (id) ON DELETE CASCADE,
  village TEXT NOT NULL,
  posyandu TEXT NOT NULL DEFAULT '',
  target_group TEXT NOT NULL,
  count INTEGER NOT NULL CHECK (count BETWEEN 0 AND 1000000000),
  PRIMARY KEY (series_id, village, posyandu, target_group)
) STRICT, WITHOUT ROWID;

-- By-name rows stay in the workspace: they only ever leave it as counts. counted_on: the measurement that counts; NULL = none in the window.
CREATE TABLE child (
  id INTEGER PRIMARY KEY,
  series_id TEXT NOT NULL REFERENCES caseload_series (id) ON DELETE CASCADE,
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
CREATE INDEX child_series ON child (series_id);

-- Weight in grams, length in millimetres, the file's z-scores in hundredths and its labels; NULL = not measured or not in the file.
CREATE TABLE measurement (
  id INTEGER PRIMARY KEY,
  child_id INTEGER NOT NULL REFERENCES child (id) ON DELETE CASCADE,
  measured_on TEXT NOT NULL,
  weight_grams INTEGER,
  length_mm INTEGER,
  lying INTEGER CHECK (lying IN (0, 1)),
  height_z INTEGER,
  weight_z INTEGER,
  wasting_z INTEGER,
  height_label TEXT,
  weight_label TEXT,
  wasting_label TEXT,
  gained TEXT CHECK (gained IN ('N', 'T', 'O', 'B'))
) STRICT;
CREATE INDEX measurement_child ON measurement (child_id);

CREATE TABLE plan (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  region TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('desa', 'kelurahan', 'regency')),
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 2000 AND 2100),
  complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE plan_series (
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  family TEXT NOT NULL CHECK (family IN ('child', 'mother', 'youth', 'household', 'resource')),
  series_id TEXT NOT NULL REFERENCES caseload_series (id) ON DELETE RESTRICT,
  PRIMARY KEY (plan_id, family)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_series_series ON plan_series (series_id);

CREATE TABLE activity (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  catalogue_key TEXT,
  name TEXT NOT NULL,
  intervention TEXT NOT NULL CHECK (intervention IN ('specific', 'sensitive', 'support')),
  village_code TEXT,
  regency_code TEXT,
  location TEXT NOT NULL,
  beneficiaries TEXT NOT NULL,
  months INTEGER NOT NULL CHECK (months BETWEEN 0 AND 4095),
  implementer TEXT NOT NULL,
  execution TEXT NOT NULL CHECK (execution IN ('self', 'inter_village', 'third_party')),
  indicator TEXT NOT NULL,
  indicator_unit TEXT NOT NULL,
  target INTEGER,
  target_next INTEGER,
  tier INTEGER NOT NULL CHECK (tier IN (1, 2, 3)),
  weight INTEGER NOT NULL CHECK (weight IN (1, 2, 3))
) STRICT;
CREATE INDEX activity_plan ON activity (plan_id, position);

CREATE TABLE cost_line (
  id TEXT PRIMARY KEY,
  activity_id TEXT NOT NULL REFERENCES activity (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  description TEXT NOT NULL,
  account_code TEXT,
  unit_price_rupiah INTEGER NOT NULL CHECK (unit_price_rupiah BETWEEN 0 AND 9007199254740991),
  price_source TEXT,
  price_date TEXT,
  price_confidence TEXT CHECK (price_confidence IN ('A', 'B', 'unverified')),
  spending_class TEXT NOT NULL,
  cut_by INTEGER,
  splittable INTEGER NOT NULL DEFAULT 0 CHECK (splittable IN (0, 1)),
  coverage_target_bp INTEGER CHECK (coverage_target_bp BETWEEN 0 AND 10000)
) STRICT;
CREATE INDEX cost_line_activity ON cost_line (activity_id, position);

-- n is typed, or the last known figure of a driven quantity.
CREATE TABLE quantity (
  line_id TEXT NOT NULL REFERENCES cost_line (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  unit TEXT NOT NULL,
  n INTEGER CHECK (n BETWEEN 0 AND 1000000000),
  driver TEXT,
  share_bp INTEGER CHECK (share_bp BETWEEN 0 AND 1000000),
  PRIMARY KEY (line_id, position),
  CHECK (driver IS NOT NULL OR n IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TABLE served (
  line_id TEXT NOT NULL,
  quantity_position INTEGER NOT NULL,
  position INTEGER NOT NULL,
  served_by TEXT NOT NULL,
  units INTEGER NOT NULL CHECK (units BETWEEN 0 AND 1000000000),
  basis TEXT NOT NULL,
  said_on TEXT NOT NULL,
  PRIMARY KEY (line_id, quantity_position, position),
  FOREIGN KEY (line_id, quantity_position) REFERENCES quantity (line_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  code TEXT NOT NULL,
  label TEXT NOT NULL,
  name TEXT NOT NULL,
  ceiling_rupiah INTEGER CHECK (ceiling_rupiah BETWEEN 0 AND 9007199254740991),
  total_rupiah INTEGER CHECK (total_rupiah BETWEEN 0 AND 9007199254740991),
  certainty TEXT NOT NULL CHECK (certainty IN ('certain', 'indicative', 'pledged')),
  origin TEXT NOT NULL CHECK (origin IN ('current', 'carry_over')),
  on_budget INTEGER NOT NULL CHECK (on_budget IN (0, 1)),
  spending_order INTEGER NOT NULL,
  UNIQUE (plan_id, label)
) STRICT;

CREATE TABLE source_stage (
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  month INTEGER NOT NULL CHECK (month BETWEEN 1 AND 12),
  share_bp INTEGER NOT NULL CHECK (share_bp BETWEEN 0 AND 10000),
  PRIMARY KEY (source_id, month)
) STRICT, WITHOUT ROWID;

-- Activities (catalogue keys) that the giver bound a source to; none = free.
CREATE TABLE source_purpose (
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  activity_key TEXT NOT NULL,
  PRIMARY KEY (source_id, activity_key)
) STRICT, WITHOUT ROWID;

-- bidang 0 = not said
CREATE TABLE commitment (
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  class TEXT NOT NULL,
  bidang INTEGER NOT NULL CHECK (bidang BETWEEN 0 AND 5),
  amount_rupiah INTEGER NOT NULL CHECK (amount_rupiah BETWEEN 0 AND 9007199254740991),
  PRIMARY KEY (source_id, class, bidang)
) STRICT, WITHOUT ROWID;

CREATE TABLE allocation (
  line_id TEXT NOT NULL REFERENCES cost_line (id) ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  units INTEGER NOT NULL CHECK (units BETWEEN 0 AND 1000000000),
  amount_rupiah INTEGER CHECK (amount_rupiah BETWEEN 0 AND 9007199254740991),
  locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  PRIMARY KEY (line_id, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX allocation_source ON allocation (source_id);

-- A rule as a user changed or added it, for one budget year; the body is a Rule of the contract as JSON.
CREATE TABLE changed_rule (
  fiscal_year INTEGER NOT NULL,
  rule_id TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (fiscal_year, rule_id)
) STRICT, WITHOUT ROWID;
`,
}
