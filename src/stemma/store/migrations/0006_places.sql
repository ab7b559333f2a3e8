-- Places in mentions, resolved to a gazetteer.

CREATE TABLE place (                 -- a place's name in a mention, and what it was read as
    report TEXT NOT NULL REFERENCES report (id),
    mention TEXT NOT NULL REFERENCES mention (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,              -- the gazetteer's; the report's own where it cannot be told
    kind TEXT,                       -- continent, region, country, division, county, city; NULL: it cannot be told
    within TEXT NOT NULL,            -- JSON: ["Pennsylvania", "United States"]
    country TEXT NOT NULL,           -- ISO 3166: US
    division TEXT NOT NULL,          -- GeoNames code of the first-level division: US.PA
    number INTEGER,                  -- GeoNames number
    candidates INTEGER NOT NULL,     -- places of that name
    reason TEXT NOT NULL,            -- what decided, or why it cannot be told
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    PRIMARY KEY (report, mention, position)
) WITHOUT ROWID;
