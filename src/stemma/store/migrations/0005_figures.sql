-- Figures say what they are (a level, a change, a rank, an age), of how many, what is counted, when and where; an end
-- that the words leave open is unknown.

CREATE TABLE figure_as_told (        -- what a number in a mention says, from low to high; NULL is open or not told
    report TEXT NOT NULL REFERENCES report (id),
    mention TEXT NOT NULL REFERENCES mention (id),
    position INTEGER NOT NULL,
    low REAL,
    high REAL,
    bound TEXT NOT NULL,             -- exact, about, nearly, over, at least, under, at most, between, several
    unit TEXT NOT NULL,
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    kind TEXT NOT NULL,              -- quantity, rise, fall, change, rank, age
    whole REAL,                      -- 12 in "5 of 12"
    counted_text TEXT,               -- the words for what is counted
    counted_start INTEGER,
    counted_end INTEGER,
    period_text TEXT,                -- over which time
    period_start INTEGER,
    period_end INTEGER,
    place_text TEXT,                 -- and where
    place_start INTEGER,
    place_end INTEGER,
    PRIMARY KEY (report, mention, position)
) WITHOUT ROWID;

INSERT INTO figure_as_told (report, mention, position, low, high, bound, unit, start, end, kind)
SELECT
    report, mention, position,
    CASE bound WHEN 'under' THEN NULL ELSE low END,
    CASE bound WHEN 'over' THEN NULL ELSE high END,
    -- Versions before this one did not tell "at least" from "over".
    CASE bound WHEN 'over' THEN 'at least' WHEN 'under' THEN 'at most' ELSE bound END,
    unit, start, end, 'quantity'
FROM figure;

DROP TABLE figure;
ALTER TABLE figure_as_told RENAME TO figure;
