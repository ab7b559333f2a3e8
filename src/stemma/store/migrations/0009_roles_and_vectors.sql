-- What a mention says happened, who did it and to whom (stems, JSON lists), and its sentence vector, a byte a dimension.
ALTER TABLE mention ADD COLUMN event TEXT NOT NULL DEFAULT '[]';
ALTER TABLE mention ADD COLUMN agents TEXT NOT NULL DEFAULT '[]';
ALTER TABLE mention ADD COLUMN patients TEXT NOT NULL DEFAULT '[]';
ALTER TABLE mention ADD COLUMN vector BLOB NOT NULL DEFAULT x'';
-- The chance that both mentions of a link tell of one event.
ALTER TABLE link ADD COLUMN event REAL NOT NULL DEFAULT 1.0;
