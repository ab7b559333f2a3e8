-- What was found across the reports. All of it is replaced whenever the story is traced again.

CREATE TABLE link (                  -- two mentions that were compared and found near
    position INTEGER PRIMARY KEY,
    left TEXT NOT NULL REFERENCES mention (id),
    right TEXT NOT NULL REFERENCES mention (id),
    relation TEXT NOT NULL,          -- same, apart
    score REAL NOT NULL,
    kind TEXT,                       -- how they differ, where they are apart
    features TEXT NOT NULL           -- JSON: [[name, value or null for no evidence, weight, reason], ...]
);

CREATE TABLE link_group (            -- mentions grouped by their links, before they become claims
    position INTEGER PRIMARY KEY,
    mentions TEXT NOT NULL           -- JSON: ["mention.id", ...]
);

CREATE TABLE edge (                  -- `report` rests on `to`
    position INTEGER PRIMARY KEY,
    report TEXT NOT NULL REFERENCES report (id),
    "to" TEXT NOT NULL,              -- report.id, or the name of an outside source
    outside INTEGER NOT NULL,        -- 1: `to` is no report of this story
    kind TEXT NOT NULL,              -- cites, reuses, credits, shares
    evidence_start INTEGER NOT NULL, -- stands in `report`
    evidence_end INTEGER NOT NULL,
    reason TEXT NOT NULL
);

CREATE TABLE passage (               -- a stretch that the two reports of an edge share
    edge INTEGER NOT NULL REFERENCES edge (position),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,          -- in edge.report
    end INTEGER NOT NULL,
    other_start INTEGER NOT NULL,    -- in edge.to
    other_end INTEGER NOT NULL,
    PRIMARY KEY (edge, position)
) WITHOUT ROWID;

CREATE TABLE loop (                  -- reports that rest on each other in a circle
    position INTEGER PRIMARY KEY,
    reports TEXT NOT NULL            -- JSON: ["report.id", ...]
);

CREATE TABLE ancestor (              -- a lost text that several reports must share
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    reports TEXT NOT NULL,           -- JSON: ["report.id", ...]
    reason TEXT NOT NULL
);

CREATE TABLE ancestor_evidence (     -- the words that show it
    ancestor INTEGER NOT NULL REFERENCES ancestor (position),
    position INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES report (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (ancestor, position)
) WITHOUT ROWID;

CREATE TABLE numbers (               -- the story in four numbers: one row, none until the story was traced
    reports INTEGER NOT NULL,
    "distinct" INTEGER NOT NULL,     -- texts that are not copies of one another
    own_sources INTEGER NOT NULL,    -- reports with a source that no other report has
    origins INTEGER NOT NULL         -- independent origins of the whole story
);

CREATE TABLE claim (                 -- one proposition over all reports
    position INTEGER NOT NULL UNIQUE,
    id TEXT NOT NULL PRIMARY KEY,
    statement_report TEXT NOT NULL REFERENCES report (id),
    statement_start INTEGER NOT NULL,
    statement_end INTEGER NOT NULL,
    independent_min INTEGER NOT NULL, -- how many independent origins stand behind it, at least and at most
    independent_max INTEGER NOT NULL,
    weight REAL NOT NULL
);

CREATE TABLE claim_mention (
    claim TEXT NOT NULL REFERENCES claim (id),
    position INTEGER NOT NULL,
    mention TEXT NOT NULL REFERENCES mention (id),
    PRIMARY KEY (claim, position)
) WITHOUT ROWID;

CREATE INDEX claim_mention_mention ON claim_mention (mention);

CREATE TABLE origin (                -- where a claim enters the story
    claim TEXT NOT NULL REFERENCES claim (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    sure INTEGER NOT NULL,           -- 1: named or first-hand, counts in min
    counted INTEGER NOT NULL,        -- 1: counts in max
    reason TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) WITHOUT ROWID;

CREATE TABLE origin_mention (
    claim TEXT NOT NULL REFERENCES claim (id),
    origin INTEGER NOT NULL,         -- origin.position
    position INTEGER NOT NULL,
    mention TEXT NOT NULL REFERENCES mention (id),
    PRIMARY KEY (claim, origin, position)
) WITHOUT ROWID;

CREATE TABLE claim_reason (          -- why the count is what it is
    claim TEXT NOT NULL REFERENCES claim (id),
    position INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) WITHOUT ROWID;

CREATE TABLE claim_pivot (           -- what would change the count
    claim TEXT NOT NULL REFERENCES claim (id),
    position INTEGER NOT NULL,
    pivot TEXT NOT NULL,
    PRIMARY KEY (claim, position)
) WITHOUT ROWID;

CREATE TABLE disagreement (
    position INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    about TEXT NOT NULL,
    conflict INTEGER NOT NULL,       -- 0: both sides can be right at once
    reason TEXT NOT NULL
);

CREATE TABLE side (                  -- one side of a disagreement: the words that differ
    disagreement INTEGER NOT NULL REFERENCES disagreement (position),
    position INTEGER NOT NULL,
    mention TEXT NOT NULL REFERENCES mention (id),
    report TEXT NOT NULL REFERENCES report (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (disagreement, position)
) WITHOUT ROWID;

CREATE TABLE omission (              -- what a report does not carry
    position INTEGER PRIMARY KEY,
    report TEXT NOT NULL REFERENCES report (id),
    kind TEXT NOT NULL,              -- claim, denial, source
    claim TEXT NOT NULL REFERENCES claim (id),
    reason TEXT NOT NULL
);

CREATE TABLE event (                 -- an entry of the timeline
    position INTEGER PRIMARY KEY,
    earliest TEXT NOT NULL,
    latest TEXT NOT NULL,
    precision TEXT NOT NULL,
    when_report TEXT NOT NULL REFERENCES report (id), -- the date's own words
    when_start INTEGER NOT NULL,
    when_end INTEGER NOT NULL,
    claim TEXT NOT NULL REFERENCES claim (id)
);

CREATE TABLE party (                 -- somebody or something in the story, over all reports
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    aliases TEXT NOT NULL,           -- JSON: ["name", ...]
    reports TEXT NOT NULL            -- JSON: ["report.id", ...]
);

CREATE TABLE party_role (            -- the words in which a report says what a party is
    party INTEGER NOT NULL REFERENCES party (position),
    position INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES report (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (party, position)
) WITHOUT ROWID;

CREATE TABLE quote (                 -- words in quotation marks, and whose they are said to be
    position INTEGER PRIMARY KEY,
    speaker TEXT NOT NULL,
    words_report TEXT NOT NULL REFERENCES report (id),
    words_start INTEGER NOT NULL,
    words_end INTEGER NOT NULL
);

CREATE TABLE quote_copy (            -- the same words in other reports
    quote INTEGER NOT NULL REFERENCES quote (position),
    position INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES report (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (quote, position)
) WITHOUT ROWID;

CREATE TABLE doubt (                 -- what the machine could not tell, and where
    position INTEGER PRIMARY KEY,
    what TEXT NOT NULL,
    where_report TEXT NOT NULL REFERENCES report (id),
    where_start INTEGER NOT NULL,
    where_end INTEGER NOT NULL
);
