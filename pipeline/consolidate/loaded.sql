-- What was read of single documents made one over all: sources by their works, families by material.

CREATE OR REPLACE TEMP TABLE cites AS
SELECT record_id, list_sort(list(DISTINCT coalesce(works.source_id, cite.key))) AS source_ids
FROM (SELECT record_id, unnest(source_ids) AS key FROM stated
      UNION ALL SELECT record_id, unnest(source_ids) FROM synthesis_stated) AS cite
LEFT JOIN works USING (key)
GROUP BY record_id;
UPDATE stated SET source_ids = cites.source_ids FROM cites WHERE cites.record_id = stated.record_id;
UPDATE synthesis_stated SET source_ids = cites.source_ids FROM cites WHERE cites.record_id = synthesis_stated.record_id;
UPDATE cited SET source_id = works.source_id FROM works WHERE works.key = cited.source_id;
DROP TABLE cites;
DROP TABLE works;

CREATE OR REPLACE TEMP TABLE families AS
SELECT material_id, mode(family ORDER BY family) AS family, mode(mobile_ion ORDER BY mobile_ion) AS mobile_ion
FROM (SELECT material_id, family, mobile_ion FROM stated UNION ALL SELECT material_id, family, mobile_ion FROM synthesis_stated)
WHERE material_id IS NOT NULL GROUP BY material_id;
UPDATE stated SET family = families.family, mobile_ion = families.mobile_ion
FROM families WHERE families.material_id = stated.material_id AND subject_kind = 'specific';
UPDATE synthesis_stated SET family = families.family, mobile_ion = families.mobile_ion
FROM families WHERE families.material_id = synthesis_stated.material_id AND subject_kind = 'specific';
DROP TABLE families;

-- How each sample was made: the method of its route, and the hottest step of it.
CREATE OR REPLACE TABLE treatments AS
SELECT sample_id, mode(method ORDER BY method) AS treatment_method,
       max(temperature_high_c) FILTER (op = 'heat') AS treatment_c,
       arg_max(duration_high_h, temperature_high_c) FILTER (op = 'heat') AS treatment_h,
       list_sort(list(DISTINCT synthesis_stated.record_id)) AS route_ids
FROM synthesis_stated LEFT JOIN synthesis_steps AS step ON step.record_id = synthesis_stated.record_id
WHERE sample_id IS NOT NULL GROUP BY sample_id;
