"""What is signed stays as it is, also against a workbook: rows of such a year may only say what is stored already."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kinerja.basisdata.simpan import hold_back
from kinerja.pertukaran.baca import IsiLembar
from kinerja.pertukaran.konteks import Konteks
from kinerja.pertukaran.lembar import NARASI, TABEL_PENDUKUNG

_TULISAN = (NARASI, TABEL_PENDUKUNG)
"""Texts stand in the report of their own office only; everything else of a satker in that of the office above, too."""
_CARA = "Hapus baris ini, atau minta penyusun membuka laporannya kembali sebagai revisi."

Cakupan = frozenset[tuple[str, int, bool]]
"""As `pelaporan.pengesahan.list_cakupan_beku` gives it."""


@contextmanager
def refuse_beku(konteks: Konteks, isi: IsiLembar, cakupan: Cakupan) -> Iterator[None]:
    """While it lasts, record a problem for each row that would add or change something of a signed year.

    It concerns every sheet that names satker and year.
    """
    berlaku = {"satker", "tahun"} <= {k.kunci for k in isi.lembar.kolom}
    hanya_milik = isi.lembar in _TULISAN
    konteks.beku = frozenset(
        (satker, tahun) for satker, tahun, milik in cakupan if berlaku and (milik or not hanya_milik)
    )
    if not konteks.beku:
        yield
        return

    def tahan(objek: Any) -> bool:
        if (ada := konteks.tertahan.get(id(objek))) is None:
            return False
        _objek, baris = ada
        aturan = f"Laporan {baris.isi['satker']} tahun {baris.isi['tahun']} sudah ditandatangani; datanya dibekukan."
        konteks.tolak(isi, baris, "tahun", aturan, _CARA)
        return True

    with hold_back(tahan):
        yield
    konteks.tertahan.clear()
