-- Expressions of time that are no days: hours, durations and sets; and the value that TIMEX3 writes.

ALTER TABLE date ADD COLUMN kind TEXT NOT NULL DEFAULT 'date'; -- date, time, duration, set
ALTER TABLE date ADD COLUMN value TEXT NOT NULL DEFAULT '';    -- '1998-W12', 'P3W', 'XXXX-WXX-1'; '' is unknown
