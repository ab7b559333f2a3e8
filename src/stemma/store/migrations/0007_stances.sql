-- Which mentions make a claim, and which say again what their report says elsewhere.

ALTER TABLE mention ADD COLUMN stance TEXT NOT NULL DEFAULT 'claim'; -- claim, opinion, question
ALTER TABLE mention ADD COLUMN repeats TEXT;                         -- mention.id of the same report; the fullest one
