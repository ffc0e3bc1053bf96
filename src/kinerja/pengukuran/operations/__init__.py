"""Writes of this room."""

from kinerja.pengukuran.operations.impor import save_realisasi

__all__ = ["save_realisasi"]
