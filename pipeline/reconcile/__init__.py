"""How records compare with hand-annotated documents: figures, and every case where they differ."""
