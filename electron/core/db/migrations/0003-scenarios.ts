import type { Migration } from './index.ts'

/** The third schema: scenarios of a plan with an allocation of their own, and versions of it. */
export const scenarios: Migration = {
  version: 3,
  name: 'scenarios',
  sql: `
-- overrides: what it says differently from its plan, as JSON by ids. status, basis, allocated_at: of its last allocation, and a hash of
-- what that was reckoned from; NULL = it has none yet.
CREATE TABLE scenario (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  overrides TEXT NOT NULL,
  made_at TEXT NOT NULL,
  status TEXT CHECK (status IN ('optimal', 'feasible')),
  basis TEXT,
  allocated_at TEXT,
  UNIQUE (plan_id, name),
  CHECK ((status IS NULL) = (basis IS NULL) AND (status IS NULL) = (allocated_at IS NULL))
) STRICT;
CREATE INDEX scenario_plan ON scenario (plan_id, position);

CREATE TABLE scenario_allocation (
  scenario_id TEXT NOT NULL REFERENCES scenario (id) ON DELETE CASCADE,
  line_id TEXT NOT NULL REFERENCES cost_line (id) ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  units INTEGER NOT NULL CHECK (units BETWEEN 0 AND 1000000000),
  amount_rupiah INTEGER CHECK (amount_rupiah BETWEEN 0 AND 9007199254740991),
  locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1)),
  PRIMARY KEY (scenario_id, line_id, source_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX scenario_allocation_line ON scenario_allocation (line_id);
CREATE INDEX scenario_allocation_source ON scenario_allocation (source_id);

-- A plan as it stood at a stage: content is the plan with its counts and rules as JSON, digest its hash. after_step: the last step before
-- it was made, so that the reasons of what changed since can be found. locked_at NULL = it may still be made anew.
CREATE TABLE plan_version (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  stage TEXT NOT NULL,
  made_by TEXT NOT NULL,
  made_at TEXT NOT NULL,
  why TEXT NOT NULL,
  locked_by TEXT,
  locked_at TEXT,
  after_step INTEGER NOT NULL,
  content TEXT NOT NULL,
  digest TEXT NOT NULL,
  UNIQUE (plan_id, number),
  CHECK ((locked_by IS NULL) = (locked_at IS NULL))
) STRICT;
`,
}
