"""Pages of the Perjanjian Kinerja, of signatures and of the papers of the office."""
