"""What is read: document model, readers, repair of damaged text, structure, tables, sample review and gold."""
