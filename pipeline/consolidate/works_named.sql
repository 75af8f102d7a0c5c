-- The id of a work is its DOI where an entry has it (of several that which most entries give), else its place, else its
-- title. Of two works with one id the later one has the first word of its entry behind it.
CREATE OR REPLACE TABLE scratch.works AS
WITH best AS (
    SELECT label, first(name ORDER BY doi IS NULL, place IS NULL, given DESC, name) AS name
    FROM (SELECT label, name, doi, place, sum(entries) OVER (PARTITION BY label, name) AS given
          FROM scratch.alike JOIN scratch.labels USING (key)) GROUP BY label
), named AS (
    SELECT best.label, CASE WHEN label = min(label) OVER (PARTITION BY best.name) THEN best.name
           ELSE best.name || ':' || coalesce(split_part(first.words, ' ', 1), '') END AS name
    FROM best JOIN scratch.alike AS first ON first.key = best.label
)
SELECT entries.source_id AS key, named.name AS source_id
FROM scratch.entries JOIN scratch.alike USING (class) JOIN scratch.labels ON labels.key = alike.key JOIN named USING (label);
DROP TABLE scratch.alike;
DROP TABLE scratch.links;
DROP TABLE scratch.labels;
DROP TABLE scratch.homes;
