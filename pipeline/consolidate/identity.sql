UPDATE materials SET host_id = known.host_id, filler_family = known.filler_family
FROM kept.identities AS known
WHERE known.material_id = materials.material_id AND known.host_id IS DISTINCT FROM materials.material_id
  AND (known.host_id IS NOT NULL OR known.filler_family IS NOT NULL);
