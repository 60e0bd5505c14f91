import type { Migration } from './index.ts'

/** The fifth schema: meetings over a plan, what was decided there, who proposed it, how it was voted and who thought otherwise. */
export const meeting: Migration = {
  version: 5,
  name: 'meeting',
  sql: `
-- A meeting over a plan. before_content: the plan as it stood when it began, as a version keeps it, and its hash. finished_at NULL = it
-- goes on: one at a time per plan.
CREATE TABLE meeting (
  id TEXT PRIMARY KEY,
  plan_id TEXT NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  number INTEGER NOT NULL CHECK (number > 0),
  held_on TEXT NOT NULL,
  place TEXT NOT NULL,
  leader TEXT NOT NULL,
  attended INTEGER CHECK (attended BETWEEN 0 AND 100000),
  started_at TEXT NOT NULL,
  finished_at TEXT,
  version_id TEXT REFERENCES plan_version (id) ON DELETE SET NULL,
  before_content TEXT NOT NULL,
  before_digest TEXT NOT NULL,
  UNIQUE (plan_id, number)
) STRICT;
CREATE INDEX meeting_version ON meeting (version_id);
CREATE UNIQUE INDEX meeting_open ON meeting (plan_id) WHERE finished_at IS NULL;

-- A point of the agenda. subject: the line, note or nothing that it is about; words: what its question says, as JSON. choice and effect: what
-- was agreed and what it was shown to do, as JSON. Votes NULL = agreed without a vote.
CREATE TABLE meeting_item (
  id TEXT PRIMARY KEY,
  meeting_id TEXT NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position > 0),
  kind TEXT NOT NULL CHECK (kind IN ('help', 'plan', 'breach', 'question')),
  subject TEXT NOT NULL,
  words TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('agreed', 'deferred')),
  choice TEXT,
  effect TEXT,
  proposer TEXT NOT NULL DEFAULT '',
  votes_for INTEGER CHECK (votes_for BETWEEN 0 AND 100000),
  votes_against INTEGER CHECK (votes_against BETWEEN 0 AND 100000),
  votes_abstained INTEGER CHECK (votes_abstained BETWEEN 0 AND 100000),
  note TEXT NOT NULL DEFAULT '',
  decided_at TEXT,
  UNIQUE (meeting_id, position),
  CHECK ((outcome IS NULL) = (decided_at IS NULL)),
  CHECK ((votes_for IS NULL) = (votes_against IS NULL) AND (votes_for IS NULL) = (votes_abstained IS NULL))
) STRICT;

-- Another opinion on a point. said_by is a role or a group, never needed to be a person.
CREATE TABLE meeting_opinion (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES meeting_item (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position > 0),
  said_by TEXT NOT NULL,
  words TEXT NOT NULL,
  said_at TEXT NOT NULL,
  UNIQUE (item_id, position)
) STRICT;
`,
}
