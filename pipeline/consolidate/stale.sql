-- What the measurements and conflicts of a material are made of, and of which materials it is not what it was.
CREATE OR REPLACE VIEW scratch.comparable AS
SELECT record_id, document_id, article_id, kind, property, origin, material_id, material, formula, form, phase,
       temperature_k, value_low, value_high, comparator, source_ids, said, start, block, sample_id, confidence, trusted,
       value_uncertainty, offered, offered_id, treatment_method, treatment_c
FROM scratch.stated LEFT JOIN scratch.treatments USING (sample_id)
WHERE subject_kind = 'specific' AND material_id IS NOT NULL;

CREATE OR REPLACE TABLE scratch.present_marks AS
SELECT material_id, bit_xor(hash(hash(told))) AS mark FROM scratch.comparable AS told GROUP BY material_id;
DELETE FROM kept.marks AS known WHERE NOT EXISTS (
    FROM scratch.present_marks AS now WHERE now.material_id = known.material_id AND now.mark = known.mark);
CREATE OR REPLACE TABLE scratch.stale AS FROM scratch.present_marks ANTI JOIN kept.marks USING (material_id);
