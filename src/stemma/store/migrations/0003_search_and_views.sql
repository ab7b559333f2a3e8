-- Full text, and the joins that a reader of this file wants first.

CREATE VIRTUAL TABLE report_search USING fts5 (
    text,
    content = 'report',
    content_rowid = 'number',
    tokenize = 'porter unicode61 remove_diacritics 2'
);

INSERT INTO report_search (report_search) VALUES ('rebuild'); -- reports from before this migration

CREATE TRIGGER report_search_insert AFTER INSERT ON report
BEGIN
    INSERT INTO report_search (rowid, text) VALUES (new.number, new.text);
END;

-- Each mention's chain as text, from the nearest hop to the farthest; empty for the report's own voice.
CREATE VIEW chain AS
SELECT
    mention.id AS mention,
    coalesce((
        SELECT group_concat(name, ' > ')
        FROM (SELECT name FROM hop WHERE hop.report = mention.report AND hop.mention = mention.id ORDER BY position)
    ), '') AS chain
FROM mention;

-- Each mention with its exact words.
CREATE VIEW mention_text AS
SELECT
    mention.id AS mention,
    mention.report,
    report.outlet,
    substr(report.text, mention.start + 1, mention.end - mention.start) AS words,
    chain.chain,
    mention.strength,
    mention.commitment
FROM mention
JOIN report ON report.id = mention.report
JOIN chain ON chain.mention = mention.id;

-- Each claim with its statement, its count, and how many reports and mentions state it.
CREATE VIEW claim_overview AS
SELECT
    claim.id,
    substr(report.text, statement_start + 1, statement_end - statement_start) AS statement,
    independent_min AS min,
    independent_max AS max,
    count(DISTINCT mention.report) AS reports,
    count(mention.id) AS mentions,
    claim.weight
FROM claim
JOIN report ON report.id = claim.statement_report
LEFT JOIN claim_mention ON claim_mention.claim = claim.id
LEFT JOIN mention ON mention.id = claim_mention.mention
GROUP BY claim.id
ORDER BY claim.position;

-- Each piece of evidence for or against each link.
CREATE VIEW link_feature AS
SELECT
    link.position AS link,
    link.left,
    link.right,
    json_extract(feature.value, '$[0]') AS name,
    json_extract(feature.value, '$[1]') AS value,
    json_extract(feature.value, '$[2]') AS weight,
    json_extract(feature.value, '$[3]') AS reason
FROM link, json_each(link.features) AS feature;

-- Each side of each disagreement with its exact words.
CREATE VIEW disagreement_text AS
SELECT
    disagreement.position AS disagreement,
    disagreement.kind,
    disagreement.conflict,
    report.outlet,
    substr(report.text, side.start + 1, side.end - side.start) AS words,
    disagreement.reason
FROM disagreement
JOIN side ON side.disagreement = disagreement.position
JOIN report ON report.id = side.report
ORDER BY disagreement.position, side.position;
