"""Kinerja: the performance-accountability system (SAKIP) of Indonesian government offices."""
