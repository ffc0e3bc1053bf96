"""Readers of untrusted files; each refuses what it cannot read safely before reading it."""
