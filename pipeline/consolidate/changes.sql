-- What is new, gone and changed: views before_documents and before_stated hold what is published, now_... what the run has.
-- A record is the same when it tells of the same material and property at the same place of the same document. Of a
-- document that is new or gone only the document is told.

CREATE OR REPLACE TEMP MACRO value_of(material, low, high, temperature) AS
    coalesce(material, 'no material') || ': '
    || CASE WHEN low = high THEN low::VARCHAR ELSE low || ' to ' || high END
    || coalesce(' at ' || temperature || ' K', '');

INSERT INTO changes BY NAME
SELECT CASE WHEN b.document_id IS NULL THEN 'new' WHEN n.document_id IS NULL THEN 'gone' ELSE 'changed' END AS change,
       'document' AS subject,
       coalesce(n.document_id, b.document_id) AS document_id,
       coalesce(n.file, b.file) AS file,
       b.status || ', ' || b.records || ' records' AS before,
       n.status || ', ' || n.records || ' records' AS after
FROM now_documents AS n FULL JOIN before_documents AS b ON n.document_id = b.document_id
WHERE b.document_id IS NULL OR n.document_id IS NULL OR n.sha256 <> b.sha256 OR n.status <> b.status
ORDER BY change, document_id;

INSERT INTO changes BY NAME
WITH n_told AS (
    SELECT document_id, bit_xor(hash(hash(record_id, kind, property, start, "end", material, value_low, value_high, temperature_k))) AS told
    FROM now_stated GROUP BY document_id
), b_told AS (
    SELECT document_id, bit_xor(hash(hash(record_id, kind, property, start, "end", material, value_low, value_high, temperature_k))) AS told
    FROM before_stated GROUP BY document_id
), common AS MATERIALIZED (  -- the documents that are in both and do not tell the very same
    SELECT document_id FROM now_documents SEMI JOIN before_documents USING (document_id)
    LEFT JOIN n_told USING (document_id) LEFT JOIN b_told USING (document_id)
    WHERE n_told.told IS DISTINCT FROM b_told.told
), n AS (
    SELECT *, row_number() OVER (PARTITION BY document_id, kind, property, start, "end", material ORDER BY record_id)
              AS place
    FROM now_stated WHERE document_id IN (FROM common)
), b AS (
    SELECT *, row_number() OVER (PARTITION BY document_id, kind, property, start, "end", material ORDER BY record_id)
              AS place
    FROM before_stated WHERE document_id IN (FROM common)
)
SELECT CASE WHEN b.record_id IS NULL THEN 'new' WHEN n.record_id IS NULL THEN 'gone' ELSE 'changed' END AS change,
       coalesce(n.kind, b.kind) AS subject,
       coalesce(n.document_id, b.document_id) AS document_id,
       n.record_id AS record_id,
       coalesce(n.start, b.start) AS start,
       coalesce(n."end", b."end") AS "end",
       value_of(b.material, b.value_low, b.value_high, b.temperature_k) AS before,
       value_of(n.material, n.value_low, n.value_high, n.temperature_k) AS after
FROM n FULL JOIN b
  ON n.document_id = b.document_id AND n.kind = b.kind AND n.property = b.property AND n.start = b.start
 AND n."end" = b."end" AND n.material IS NOT DISTINCT FROM b.material AND n.place = b.place
WHERE n.record_id IS NULL OR b.record_id IS NULL
   OR (n.value_low, n.value_high) <> (b.value_low, b.value_high)
   OR n.temperature_k IS DISTINCT FROM b.temperature_k
ORDER BY document_id, start, change, before, after;

DROP VIEW now_documents;
DROP VIEW now_stated;
DROP VIEW before_documents;
DROP VIEW before_stated;
