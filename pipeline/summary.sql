-- agreement: with gold and with people, over all documents
SELECT * FROM reconciliation WHERE document_id IN ('ALL', 'VERIFIED') AND block_group = 'all'

-- failed: documents that gave nothing
SELECT document_id, last(p.file) AS file, last(p.code) AS code, last(p.message) AS message
FROM problems AS p JOIN documents AS d USING (document_id)
WHERE d.status IN ('failure', 'no_article') GROUP BY document_id ORDER BY document_id

-- not_entered: folders that could not be looked into
SELECT document_id, file, code, message FROM problems WHERE code = 'not_entered' ORDER BY file

-- gone: documents that were published and are no longer there
SELECT file, ? AS message FROM changes WHERE change = 'gone' AND subject = 'document' ORDER BY file

-- left_out: what of manifests and of the log of decisions is not as it must be
SELECT file, message FROM problems
WHERE code = 'manifest' OR (code = 'correction' AND document_id IS NULL) ORDER BY ALL

-- read_badly: documents below a reading quality, the worst first
SELECT document_id, reading_quality, remedy FROM documents
WHERE status IN ('success', 'partial') AND reading_quality < ? ORDER BY reading_quality, document_id LIMIT ?
