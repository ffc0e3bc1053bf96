"""Writes of this room: texts and their states, the way of the report, files."""

from kinerja.pelaporan.operations.berkas import (
    HasilLaporan,
    Lapor,
    make_lkjip,
    name_berkas,
    save_narasi,
    save_tabel_pendukung,
)

__all__ = ["HasilLaporan", "Lapor", "make_lkjip", "name_berkas", "save_narasi", "save_tabel_pendukung"]
