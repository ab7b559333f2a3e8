-- Why a source is not named, in the report's words.
ALTER TABLE attribution ADD COLUMN source_reason_start INTEGER;
ALTER TABLE attribution ADD COLUMN source_reason_end INTEGER;
ALTER TABLE attribution_cite ADD COLUMN reason_start INTEGER;
ALTER TABLE attribution_cite ADD COLUMN reason_end INTEGER;
ALTER TABLE hop ADD COLUMN reason_start INTEGER;
ALTER TABLE hop ADD COLUMN reason_end INTEGER;
