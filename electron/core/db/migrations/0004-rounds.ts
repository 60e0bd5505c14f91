import type { Migration } from './index.ts'

/** The fourth schema: whose statuses a series counts, what a file says twice of one child, and children found by their NIK over all rounds. */
export const rounds: Migration = {
  version: 4,
  name: 'rounds',
  sql: `
-- counted_by: the file's statuses and z-scores, or our own reckoning.
ALTER TABLE caseload_series ADD COLUMN counted_by TEXT NOT NULL DEFAULT 'file' CHECK (counted_by IN ('file', 'own'));

-- also_at: other posyandu where the file lists this NIK; other_birth: another birth date that it has there. '' and NULL = none.
ALTER TABLE child ADD COLUMN also_at TEXT NOT NULL DEFAULT '';
ALTER TABLE child ADD COLUMN other_birth TEXT;

-- One child over all rounds. NIK begin with their district: a file's new ones lie close together in it.
CREATE INDEX child_nik ON child (nik) WHERE nik IS NOT NULL;
`,
}
