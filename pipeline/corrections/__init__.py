"""A person's word: decisions on records, kept in a log beside the corpus and applied in every run."""
