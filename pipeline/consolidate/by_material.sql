SELECT stated.*, treatment_method, treatment_c
FROM stated LEFT JOIN treatments USING (sample_id)
WHERE subject_kind = 'specific' AND material_id IS NOT NULL
ORDER BY material_id, document_id, record_id
