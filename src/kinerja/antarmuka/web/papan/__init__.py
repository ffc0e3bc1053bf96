"""Boards of people and offices, and the target kinerja of the divisions."""
