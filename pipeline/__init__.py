"""What becomes of the records: checks, store, consolidation, reconciliation with gold, export and report."""
