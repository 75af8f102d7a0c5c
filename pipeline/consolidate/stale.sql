-- What is compared of a material, and the materials of which not the same is told as was.
CREATE OR REPLACE VIEW scratch.comparable AS
SELECT record_id, document_id, article_id, kind, property, origin, material_id, material, formula, form, phase,
       temperature_k, value_low, value_high, comparator, source_ids, said, start, block, sample_id, confidence, trusted,
       value_uncertainty, offered, offered_id, treatment_method, treatment_c
FROM scratch.stated LEFT JOIN scratch.treatments USING (sample_id)
WHERE subject_kind = 'specific' AND material_id IS NOT NULL;

CREATE OR REPLACE TABLE scratch.present_marks AS
SELECT material_id, bit_xor(hash(mark)) AS mark FROM (
    SELECT material_id, hash(told, treatment_method, treatment_c) AS mark
    FROM scratch.stated AS told LEFT JOIN scratch.treatments USING (sample_id) WHERE subject_kind = 'specific'
    UNION ALL
    SELECT material_id, hash(told) FROM scratch.synthesis_stated AS told WHERE subject_kind = 'specific'
) WHERE material_id IS NOT NULL GROUP BY material_id;
DELETE FROM kept.marks AS known WHERE NOT EXISTS (
    FROM scratch.present_marks AS now WHERE now.material_id = known.material_id AND now.mark = known.mark);
CREATE OR REPLACE TABLE scratch.stale AS FROM scratch.present_marks ANTI JOIN kept.marks USING (material_id);
