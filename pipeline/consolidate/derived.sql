-- Tables made of other tables. Every list is sorted and every table ordered, so that equal input gives equal files.

CREATE OR REPLACE TABLE conductivity AS
SELECT * EXCLUDE (article_id) REPLACE (m.measurement_id AS measurement_id)
FROM stated LEFT JOIN members AS m USING (record_id)
WHERE kind = 'conductivity' ORDER BY record_id;

CREATE OR REPLACE TABLE activation_energy AS
SELECT * EXCLUDE (article_id) REPLACE (m.measurement_id AS measurement_id)
FROM stated LEFT JOIN members AS m USING (record_id)
WHERE kind = 'activation_energy' ORDER BY record_id;

CREATE OR REPLACE TABLE synthesis AS SELECT * EXCLUDE (article_id) FROM synthesis_stated ORDER BY record_id;

CREATE OR REPLACE TEMP VIEW heads AS
SELECT record_id, document_id, kind, property, origin, subject_kind, material, formula, material_id, family, mobile_ion,
       form, temperature_k, source_ids,
       comparator IN ('=', '~', 'range') AND value_low > 0 AND origin = 'experimental' AS comparable,
       CASE WHEN kind = 'conductivity' AND value_low > 0 THEN sqrt(value_low * value_high)
            ELSE (value_low + value_high) / 2 END AS centre
FROM stated
UNION ALL
SELECT record_id, document_id, kind, NULL, NULL, subject_kind, material, formula, material_id, family, mobile_ion,
       form, NULL, source_ids, false, NULL
FROM synthesis_stated;

CREATE OR REPLACE TABLE sources AS
WITH used AS (
    SELECT unnest(source_ids) AS source_id, document_id, record_id FROM heads
), counted AS (
    SELECT source_id, list_sort(list(DISTINCT document_id)) AS cited_by, count(DISTINCT document_id) AS documents,
           count(DISTINCT record_id) AS records
    FROM used GROUP BY source_id
), told AS (  -- the fullest entry of those that name the work
    SELECT DISTINCT ON (source_id) * FROM cited ORDER BY source_id, length(text) DESC, document_id, number
)
SELECT source_id, text, authors, title, journal, year, doi, cited_by, documents, records
FROM counted LEFT JOIN told USING (source_id)
ORDER BY documents DESC, records DESC, source_id;

CREATE OR REPLACE TABLE materials AS
SELECT material_id,
       mode(material ORDER BY material) AS material,
       mode(formula ORDER BY formula) AS formula,
       list_sort(list(DISTINCT material)) AS names,
       mode(family ORDER BY family) AS family,
       mode(mobile_ion ORDER BY mobile_ion) AS mobile_ion,
       coalesce(list_sort(list(DISTINCT form) FILTER (form IS NOT NULL)), []) AS forms,
       count(DISTINCT document_id) AS documents,
       count(*) FILTER (kind = 'conductivity') AS conductivities,
       count(*) FILTER (kind = 'activation_energy') AS activation_energies,
       count(*) FILTER (kind = 'synthesis') AS syntheses,
       median(centre) FILTER (
           kind = 'conductivity' AND comparable AND property NOT IN ('electronic', 'grain_boundary')
           AND abs(coalesce(temperature_k, 298.15) - 298.15) <= 10
       ) AS conductivity_median,
       median(centre) FILTER (kind = 'activation_energy' AND comparable AND property = 'activation_energy')
           AS activation_energy_median
FROM heads
WHERE subject_kind = 'specific' AND material_id IS NOT NULL
GROUP BY material_id
ORDER BY documents DESC, conductivities + activation_energies + syntheses DESC, material_id;

-- A temperature within 6 K of room temperature, or none given, counts as room temperature; others go to the nearest
-- 5 K. Energies have no temperature.
CREATE OR REPLACE TABLE consensus AS
WITH shelved AS (
    SELECT *, CASE WHEN kind = 'conductivity' THEN sqrt(value_low * value_high)
                   ELSE (value_low + value_high) / 2 END AS centre,
           CASE WHEN kind = 'activation_energy' THEN NULL
                WHEN abs(coalesce(temperature_k, 298.15) - 298.15) <= 6 THEN 298.15
                ELSE round(temperature_k / 5) * 5 END AS shelf,
           CASE WHEN property IN ('ionic', 'total', 'bulk') THEN 'ionic' ELSE property END AS property_class
    FROM measurements_stated WHERE comparator IN ('=', '~', 'range') AND value_low > 0
)
SELECT material_id, mode(material ORDER BY material) AS material, mode(formula ORDER BY formula) AS formula,
       mode(family ORDER BY family) AS family, mode(mobile_ion ORDER BY mobile_ion) AS mobile_ion, form, kind,
       property_class AS property, origin, shelf AS temperature_k, count(*) AS measurements,
       median(centre) AS value_median, min(value_low) AS value_minimum, max(value_high) AS value_maximum,
       mad(CASE WHEN kind = 'conductivity' THEN log10(centre) ELSE centre END) AS spread,
       len(list_distinct(flatten(list(independent)))) AS independent_sources,
       len(list_distinct(flatten(list(document_ids)))) AS documents,
       list_sort(list(measurement_id)) AS measurement_ids
FROM shelved
GROUP BY material_id, form, kind, property_class, origin, shelf
ORDER BY measurements DESC, material_id, kind, property, origin, form NULLS FIRST, shelf NULLS FIRST;

CREATE OR REPLACE TABLE measurements AS
SELECT * EXCLUDE (document_ids, independent) FROM measurements_stated
ORDER BY material_id, kind, property, origin, value_low, measurement_id;

DROP VIEW heads;
DROP TABLE measurements_stated;
DROP TABLE members;
DROP TABLE cited;
DROP TABLE stated;
DROP TABLE synthesis_stated;
