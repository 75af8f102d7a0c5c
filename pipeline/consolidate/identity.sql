UPDATE materials SET host_id = identities.host_id, filler_family = identities.filler_family
FROM identities WHERE identities.material_id = materials.material_id AND identities.host_id IS DISTINCT FROM materials.material_id;
DROP TABLE identities;
