-- How probable each edge is and from what evidence, the most probable tree, and the publisher families.

ALTER TABLE edge ADD COLUMN probability REAL NOT NULL DEFAULT 1;
ALTER TABLE edge ADD COLUMN witness TEXT NOT NULL DEFAULT '';    -- report.id in which passages of an outside text stand
ALTER TABLE edge ADD COLUMN features TEXT NOT NULL DEFAULT '[]'; -- JSON: [[name, value or null, weight, reason], ...]
ALTER TABLE ancestor ADD COLUMN probability REAL NOT NULL DEFAULT 1;

CREATE TABLE doubtful_edge (         -- as edge, of those less probable than not
    position INTEGER PRIMARY KEY,
    report TEXT NOT NULL REFERENCES report (id),
    "to" TEXT NOT NULL,
    outside INTEGER NOT NULL,
    kind TEXT NOT NULL,
    evidence_start INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    reason TEXT NOT NULL,
    probability REAL NOT NULL,
    witness TEXT NOT NULL,
    features TEXT NOT NULL
);

CREATE TABLE doubtful_passage (      -- as passage
    edge INTEGER NOT NULL REFERENCES doubtful_edge (position),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    other_start INTEGER NOT NULL,
    other_end INTEGER NOT NULL,
    PRIMARY KEY (edge, position)
) WITHOUT ROWID;

CREATE TABLE branch (                -- the one text that a report mostly rests on, in the most probable tree
    position INTEGER PRIMARY KEY,
    report TEXT NOT NULL REFERENCES report (id),
    parent TEXT NOT NULL,            -- report.id, an outside source, a lost ancestor; empty: its own reporting
    probability REAL NOT NULL,
    runner_up TEXT NOT NULL,         -- the next best, where it is close
    runner_up_probability REAL       -- unknown: none is close
);

CREATE TABLE family (                -- outlets that share copy as a matter of course
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,              -- owner, editions, transport
    reports TEXT NOT NULL            -- JSON: ["report.id", ...]
);
