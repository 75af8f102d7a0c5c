-- Entries of bibliographies that say the same of their work are one of `alike`, under the first of their ids.
CREATE OR REPLACE TABLE scratch.alike AS
SELECT class, min(source_id) AS key, count(*) AS entries, any_value(by_doi) AS doi, any_value(by_place) AS place, any_value(by_title) AS title,
       any_value(by_name) AS name, any_value(by_words) AS words
FROM scratch.entries GROUP BY class;

-- What entries of one work have in common; `homes` are those that are joined by their place.
CREATE OR REPLACE TABLE scratch.links AS
SELECT key, 'doi:' || doi AS trait FROM scratch.alike WHERE doi IS NOT NULL
UNION ALL SELECT key, title FROM scratch.alike WHERE title IS NOT NULL
UNION ALL SELECT key, name FROM scratch.alike WHERE doi IS NULL AND title IS NULL AND place IS NULL
UNION ALL SELECT key, 'home:' || home FROM scratch.homes
UNION ALL SELECT home, 'home:' || home FROM scratch.homes
UNION ALL SELECT key, 'key:' || key FROM scratch.alike;
CREATE OR REPLACE TABLE scratch.labels AS SELECT key, key AS label FROM scratch.alike;
