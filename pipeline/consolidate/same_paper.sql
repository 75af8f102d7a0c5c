-- Pairs of documents that tell the same facts, and what each of them has of its own. Facts that many documents tell say
-- nothing about two of them.
WITH facts AS (
    SELECT DISTINCT document_id, kind, material_id, value_low, value_high FROM kept.stated WHERE material_id IS NOT NULL
), rare AS (
    SELECT kind, material_id, value_low, value_high, list(document_id) AS told_by FROM facts
    GROUP BY kind, material_id, value_low, value_high HAVING count(*) BETWEEN 2 AND 20
), pairs AS (
    SELECT a, b, count(*) AS shared
    FROM (SELECT unnest(told_by) AS a, told_by FROM rare), unnest(told_by) AS t(b) WHERE a < b GROUP BY a, b
), totals AS (
    SELECT document_id, count(*) AS facts FROM facts GROUP BY document_id
)
SELECT a, b FROM pairs JOIN totals AS one ON one.document_id = a JOIN totals AS other ON other.document_id = b
WHERE shared >= {least_facts} AND shared >= {least_share} * (one.facts + other.facts - shared)
ORDER BY a, b
