-- σ near room temperature against the hottest step of the route that made the sample. A value takes one route: of those of
-- its sample in its document the one told nearest to it.
WITH hottest AS (
  SELECT record_id, max(temperature_high_c) AS treatment_c,
         arg_max(duration_high_h, temperature_high_c) AS duration_h,
         arg_max(temperature_low_c, temperature_high_c) AS lowest_c
  FROM synthesis_steps
  WHERE op = $operation AND temperature_high_c IS NOT NULL
  GROUP BY record_id
), nearest AS (
  SELECT told.sample_id, told.material, told.family, route.method, told.value_high AS conductivity_s_cm, treatment_c,
         hottest.duration_h, told.document_id, told."references", told.record_id, route.record_id AS route_record_id
  FROM conductivity AS told
  JOIN synthesis AS route ON route.sample_id = told.sample_id AND route.document_id = told.document_id
  JOIN hottest ON hottest.record_id = route.record_id
  WHERE told.property IN ('ionic', 'total') AND lowest_c = treatment_c
    AND (told.temperature_k IS NULL OR told.temperature_k BETWEEN $low AND $high)
  QUALIFY row_number() OVER (PARTITION BY told.record_id ORDER BY abs(told.start - route.start), route.record_id) = 1
)
SELECT sample_id, material, family, method, conductivity_s_cm, treatment_c, any_value(duration_h) AS duration_h,
       min(document_id) AS document_id, min("references") AS "references",
       list_sort(list(record_id)) AS record_ids, min(route_record_id) AS route_record_id
FROM nearest
GROUP BY sample_id, material, family, method, conductivity_s_cm, treatment_c
ORDER BY family, treatment_c, conductivity_s_cm
