-- What each report says by itself.
--
-- In every table `start` and `end` are characters into report.text, counted from 0, the end exclusive:
-- the words are substr(report.text, start + 1, end - start). `position` is the place in its list, from 0.
-- Dates are ISO 8601 text. NULL means unknown, never zero. JSON columns hold small lists.

CREATE TABLE file (                  -- every input file that was read, whatever it gave
    sha256 TEXT NOT NULL PRIMARY KEY,
    path TEXT NOT NULL,              -- where it was when it was read first
    size INTEGER NOT NULL,           -- bytes before compression
    content BLOB NOT NULL            -- the original bytes, compressed with zlib
);

CREATE TABLE refusal (               -- inputs that could not be used, and why
    sha256 TEXT NOT NULL REFERENCES file (sha256),
    file TEXT NOT NULL,              -- the path, with the line where one matters
    reason TEXT NOT NULL,
    fatal INTEGER NOT NULL,          -- 1: not used; 0: it was there already
    UNIQUE (sha256, file, reason)
);

CREATE TABLE report (                -- one text as an outlet published it
    number INTEGER PRIMARY KEY,      -- order of reading; the full-text index needs it
    id TEXT NOT NULL UNIQUE,
    file TEXT NOT NULL,
    text TEXT NOT NULL,
    title TEXT NOT NULL,
    outlet TEXT NOT NULL,
    url TEXT NOT NULL,
    authors TEXT NOT NULL,           -- JSON: ["name", ...]
    dateline TEXT NOT NULL,
    language TEXT NOT NULL,
    dating_earliest TEXT,            -- published between these two days, both included
    dating_latest TEXT,
    dating_source TEXT NOT NULL,     -- where the date comes from: given, json-ld, meta, url, dateline, text, none
    dating_moment TEXT NOT NULL,     -- the exact time with its zone where the page gave one
    dating_evidence TEXT NOT NULL    -- JSON: [[start, end], ...], the words that an interval was inferred from
);

CREATE TABLE file_report (           -- which file gave which report; a second file may give the same one
    sha256 TEXT NOT NULL REFERENCES file (sha256),
    report TEXT NOT NULL REFERENCES report (id),
    UNIQUE (report, sha256)
);

CREATE TABLE block (                 -- a line or paragraph: title, text, or boilerplate with its reason
    report TEXT NOT NULL REFERENCES report (id),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (report, position)
) WITHOUT ROWID;

CREATE TABLE credit (                -- an agency or outlet credited for the whole text
    report TEXT NOT NULL REFERENCES report (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (report, position)
) WITHOUT ROWID;

CREATE TABLE hyperlink (
    report TEXT NOT NULL REFERENCES report (id),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    url TEXT NOT NULL,
    PRIMARY KEY (report, position)
) WITHOUT ROWID;

CREATE TABLE entity (                -- somebody or something that the report names
    report TEXT NOT NULL REFERENCES report (id),
    position INTEGER NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,              -- the fullest name in the report
    kind TEXT NOT NULL,
    aliases TEXT NOT NULL,           -- JSON: ["name", ...]
    PRIMARY KEY (report, position)
) WITHOUT ROWID;

CREATE TABLE role (                  -- what the report says an entity is
    report TEXT NOT NULL REFERENCES report (id),
    entity INTEGER NOT NULL,         -- entity.number
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (report, entity, position)
) WITHOUT ROWID;

CREATE TABLE name (                  -- where the text refers to an entity
    report TEXT NOT NULL REFERENCES report (id),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    entity INTEGER NOT NULL,         -- entity.number
    kind TEXT NOT NULL,              -- name, pronoun, nominal
    PRIMARY KEY (report, position)
) WITHOUT ROWID;

CREATE TABLE attribution (           -- content given as a source's word
    report TEXT NOT NULL REFERENCES report (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    source_name TEXT NOT NULL,
    source_kind TEXT NOT NULL,
    source_start INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    source_entity INTEGER,           -- entity.number
    source_number INTEGER,           -- how many, of an unnamed group
    source_body TEXT NOT NULL,       -- the named body that the source belongs to
    cue_start INTEGER,               -- the word that passes the content on
    cue_end INTEGER,
    strength TEXT NOT NULL,          -- says, claims, admits, warns, denies, ...
    style TEXT NOT NULL,             -- direct, indirect, mixed
    inside TEXT,                     -- the attribution in whose content this one stands
    continued INTEGER NOT NULL,      -- 1: goes on in a later sentence without a cue of its own
    PRIMARY KEY (report, position),
    UNIQUE (report, id)
) WITHOUT ROWID;

CREATE TABLE attribution_content (   -- the stretches that are given as the source's word
    report TEXT NOT NULL REFERENCES report (id),
    attribution TEXT NOT NULL,       -- attribution.id
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (report, attribution, position)
) WITHOUT ROWID;

CREATE TABLE attribution_cite (      -- the sources that an attribution's source rests on, nearest first
    report TEXT NOT NULL REFERENCES report (id),
    attribution TEXT NOT NULL,       -- attribution.id
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    entity INTEGER,
    number INTEGER,
    body TEXT NOT NULL,
    PRIMARY KEY (report, attribution, position)
) WITHOUT ROWID;

CREATE TABLE mention (               -- one stretch of one report that states one proposition
    report TEXT NOT NULL REFERENCES report (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL UNIQUE,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    attribution TEXT,                -- attribution.id of the same report
    quoted INTEGER NOT NULL,
    headline INTEGER NOT NULL,
    strength TEXT NOT NULL,
    negated INTEGER NOT NULL,
    commitment TEXT NOT NULL,        -- done, ordered, planned, possible, conditional, denied
    names TEXT NOT NULL,             -- JSON: ["name", ...]
    words TEXT NOT NULL,             -- JSON: the stems that it is compared by
    PRIMARY KEY (report, position)
) WITHOUT ROWID;

CREATE TABLE hop (                   -- one step of a mention's chain, nearest first; none: the report's own voice
    report TEXT NOT NULL REFERENCES report (id),
    mention TEXT NOT NULL REFERENCES mention (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    cue_start INTEGER,
    cue_end INTEGER,
    number INTEGER,                  -- how many, of an unnamed group
    body TEXT NOT NULL,              -- the named body that the source belongs to
    PRIMARY KEY (report, mention, position)
) WITHOUT ROWID;

CREATE TABLE figure (                -- a quantity in a mention, from low to high
    report TEXT NOT NULL REFERENCES report (id),
    mention TEXT NOT NULL REFERENCES mention (id),
    position INTEGER NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL,
    bound TEXT NOT NULL,             -- exact, about, over, under, between
    unit TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (report, mention, position)
) WITHOUT ROWID;

CREATE TABLE date (                  -- a date expression in a mention, resolved to days, both included
    report TEXT NOT NULL REFERENCES report (id),
    mention TEXT NOT NULL REFERENCES mention (id),
    position INTEGER NOT NULL,
    earliest TEXT,
    latest TEXT,
    precision TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (report, mention, position)
) WITHOUT ROWID;
