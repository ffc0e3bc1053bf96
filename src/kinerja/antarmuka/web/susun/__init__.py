"""Pages of the report's own way: texts, steps, signature, Word files, verification."""
