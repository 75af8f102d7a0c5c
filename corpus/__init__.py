"""What is read: the document model, readers, repair of damaged text, structure and tables, the sample review and gold."""
