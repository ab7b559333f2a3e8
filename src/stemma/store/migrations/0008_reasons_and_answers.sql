-- Why a source is not named, in the report's words.
ALTER TABLE attribution ADD COLUMN source_reason_start INTEGER;
ALTER TABLE attribution ADD COLUMN source_reason_end INTEGER;
ALTER TABLE attribution_cite ADD COLUMN reason_start INTEGER;
ALTER TABLE attribution_cite ADD COLUMN reason_end INTEGER;
ALTER TABLE hop ADD COLUMN reason_start INTEGER;
ALTER TABLE hop ADD COLUMN reason_end INTEGER;
-- What was said before and is confirmed or denied as a whole. JSON: [[start, end], ...]
ALTER TABLE attribution ADD COLUMN about TEXT NOT NULL DEFAULT '[]';
