-- The outlets and agencies that give a claim on the origin's own word. JSON: ["name", ...]
ALTER TABLE origin ADD COLUMN witnesses TEXT NOT NULL DEFAULT '[]';
-- Pivots with what becomes of the count. Those of before were sentences alone; the next trace makes them anew.
DROP TABLE claim_pivot;
CREATE TABLE claim_pivot (           -- what would change the count if it were wrong
    claim TEXT NOT NULL REFERENCES claim (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,              -- link, edge, doubtful edge
    ids TEXT NOT NULL,               -- JSON: two mentions, or a report and what it rests on
    independent_min INTEGER NOT NULL, -- the count then
    independent_max INTEGER NOT NULL,
    probability REAL NOT NULL,       -- of being wrong; of a doubtful edge, of holding
    what TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) WITHOUT ROWID;
