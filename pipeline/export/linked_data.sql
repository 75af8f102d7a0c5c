-- Measurements, and the documents that tell and the works that are cited for each, in one order: read side by side, so
-- that no list over all of them is in memory. `{among}` is a condition on their place.

-- measured: the measurements
SELECT *, rowid AS number FROM measurements WHERE {among}

-- told: the documents that tell them
SELECT number, place, document_id AS name, title, doi FROM (
    SELECT number, document_id, min(place) AS place FROM (
        SELECT rowid AS number, regexp_replace(unnest(record_ids), '#[0-9]+$', '') AS document_id,
               generate_subscripts(record_ids, 1) AS place
        FROM measurements WHERE {among}
    ) GROUP BY number, document_id
) LEFT JOIN documents USING (document_id)

-- cited: the works that are cited for them
SELECT number, place, text, doi FROM (
    SELECT rowid AS number, unnest(source_ids) AS source_id, generate_subscripts(source_ids, 1) AS place
    FROM measurements WHERE {among}
) JOIN sources USING (source_id)

-- marked: a hash of all that is written of each
SELECT number, hash(measured.mark, told.mark, cited.mark, number = 0) AS mark
FROM (SELECT rowid AS number, hash(measurements) AS mark FROM measurements) AS measured
LEFT JOIN (SELECT number, bit_xor(hash(hash(place, name, title, doi))) AS mark FROM ({told}) GROUP BY number) AS told
    USING (number)
LEFT JOIN (SELECT number, bit_xor(hash(hash(place, text, doi))) AS mark FROM ({cited}) GROUP BY number) AS cited
    USING (number)
