"""Papers of the office: the Perjanjian Kinerja in its prescribed form, decrees, letters, notes."""
