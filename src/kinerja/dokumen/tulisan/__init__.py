"""What people write for a report: a small, safe part of Markdown, read, written back and turned into blocks."""

from kinerja.dokumen.tulisan.baca import count_kata, read_tulisan
from kinerja.dokumen.tulisan.blok import convert_tulisan, raise_subjudul
from kinerja.dokumen.tulisan.periksa import check_tulisan
from kinerja.dokumen.tulisan.tulis import write_tulisan
from kinerja.dokumen.tulisan.unsur import GambarTulisan, Subjudul, TabelTulisan, Unsur

__all__ = [
    "GambarTulisan",
    "Subjudul",
    "TabelTulisan",
    "Unsur",
    "check_tulisan",
    "convert_tulisan",
    "count_kata",
    "raise_subjudul",
    "read_tulisan",
    "write_tulisan",
]
