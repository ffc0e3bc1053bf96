"""Table of contents and lists of tables and figures as links."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.dokumen.html.konteks import Konteks
from kinerja.dokumen.html.unsur import Elemen, sisip, tulis
from kinerja.dokumen.penomoran import Butir


def tulis_navigasi(k: Konteks, induk: Elemen) -> None:
    """The <nav> of the report; the two long lists stay folded until asked for."""
    if not k.nomor.daftar_isi:
        return
    nav = sisip(induk, "nav", "lkjip-navigasi", aria_labelledby="lkjip-navigasi-judul")
    tulis(sisip(nav, "h2", id="lkjip-navigasi-judul"), "Daftar Isi")
    _tulis_bersusun(k, nav, k.nomor.daftar_isi)
    for judul, daftar in (("Daftar Tabel", k.nomor.daftar_tabel), ("Daftar Gambar", k.nomor.daftar_gambar)):
        if daftar:
            lipat = sisip(nav, "details")
            tulis(sisip(lipat, "summary"), f"{judul} ({len(daftar)})")
            ul = sisip(lipat, "ul")
            for butir in daftar:
                _tulis_butir(k, sisip(ul, "li"), butir)


def _tulis_bersusun(k: Konteks, nav: Elemen, daftar: Sequence[Butir]) -> None:
    """Nested lists after the levels; a part whose parent is not listed goes under the last one that is."""
    susun: list[tuple[int, Elemen]] = [(0, nav)]
    for butir in daftar:
        while susun[-1][0] >= butir.tingkat:
            susun.pop()
        _, induk = susun[-1]
        ul = next((anak for anak in induk if anak.tag == "ul"), None)
        li = sisip(sisip(induk, "ul") if ul is None else ul, "li")
        _tulis_butir(k, li, butir)
        susun.append((butir.tingkat, li))


def _tulis_butir(k: Konteks, li: Elemen, butir: Butir) -> None:
    a = sisip(li, "a", href=f"#{k.jangkar[butir.id]}")
    if butir.label:
        tulis(sisip(a, "span", "lkjip-label"), butir.label)
        tulis(a, " ")
    tulis(a, butir.judul)
