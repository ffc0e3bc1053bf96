"""Measures and colours that the styles, the sections and the tables share; the PDF has the same ones.

Lengths are twips (1/20 pt, 567 to the centimetre).
"""

LEBAR_KERTAS = 11906
TINGGI_KERTAS = 16838
TEPI_ATAS, TEPI_KANAN, TEPI_BAWAH, TEPI_KIRI = 1644, 1248, 1474, 1587
LEBAR_TEGAK = LEBAR_KERTAS - TEPI_KIRI - TEPI_KANAN
LEBAR_MENDATAR = TINGGI_KERTAS - TEPI_KIRI - TEPI_KANAN
TINGGI_GAMBAR = 10800
"""Highest picture that leaves room for its caption and a line of text on a portrait page."""

HURUF = "Calibri"
TINTA = "12324F"
EMAS = "7D5B18"
"""Dark enough for small letters on white (6:1)."""
ABU = "595959"
GARIS = "B7B7B7"
ALAS = "E9EEF3"
ALAS_KELOMPOK = "F2F2F2"
PUTIH = "FFFFFF"
CATATAN = {"kosong": ("404040", "FFFFFF"), "perhatian": ("000000", "F0F0F0"), "info": (TINTA, ALAS)}
"""Border and background of a call-out."""
TINGKAT_JUDUL = 5
"""Deepest heading style; a deeper part looks like one of this level."""
