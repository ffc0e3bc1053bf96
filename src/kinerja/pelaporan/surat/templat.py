"""A Word file of the office with fields: looked at before it is kept, filled without running anything in it."""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from docx.oxml.ns import qn

from kinerja.aturan.temuan import Temuan
from kinerja.dokumen.baca.arsip import Batas, alirkan, buka_arsip, is_bermakro
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.dokumen.baca.word.terbuka import open_docx
from kinerja.pelaporan.surat.naskah import BANYAK_BARIS, LABEL, MEDAN

TERBESAR = 2 * 2**20
_BATAS = Batas(berkas=TERBESAR, terurai=30 * 2**20, bagian=300)
_SEBUTAN = "Templat"
_LUAR = b'TargetMode="External"'


def check_templat(isi: bytes, dikenal: tuple[str, ...]) -> tuple[Temuan, ...]:
    """Why a file may not become a template: kind, size, macros, links outwards, fields nobody knows or none at all."""
    if len(isi) > TERBESAR:
        return (Temuan("templat_besar", _("Templat lebih besar dari 2 MB."), _("Perkecil gambarnya.")),)
    try:
        medan = find_medan(isi)
        bagian = _read_bagian(isi)
    except BerkasDitolak:
        pesan = _("Berkas ini bukan dokumen Word (.docx) yang utuh.")
        return (Temuan("templat_rusak", pesan, _("Simpan ulang sebagai .docx.")),)
    return tuple(_check_isi(bagian, medan, dikenal))


def _read_bagian(isi: bytes) -> Mapping[str, bytes]:
    """Names, and the bytes of the relationship files. Raises BerkasDitolak."""
    with buka_arsip(_SEBUTAN, isi) as arsip:
        return {n: b"".join(alirkan(arsip, n)) if n.endswith(".rels") else b"" for n in arsip.namelist()}


def _check_isi(
    bagian: Mapping[str, bytes], medan: tuple[str, ...], dikenal: tuple[str, ...]
) -> Iterator[Temuan]:
    if is_bermakro(bagian):
        yield Temuan(
            "templat_makro", _("Templat memuat makro."), _("Simpan ulang sebagai .docx tanpa makro.")
        )
    if any(_LUAR in r and b"/hyperlink" not in r for r in bagian.values()):
        yield Temuan("templat_luar", _("Templat memanggil berkas di luar dirinya."), _("Sematkan gambarnya."))
    if asing := [m for m in medan if m not in LABEL]:
        pesan = _("Medan tidak dikenal: %(medan)s.") % {"medan": ", ".join(asing)}
        cara = _("Pakai medan ini: %(medan)s.") % {"medan": ", ".join(dikenal)}
        yield Temuan("templat_medan", pesan, cara)
    if not medan:
        pesan = _("Templat tidak memuat satu medan pun.")
        yield Temuan("templat_kosong", pesan, _("Tulis medan seperti {{nomor}} di tempatnya."))


def find_medan(isi: bytes) -> tuple[str, ...]:
    """The names of all fields in a Word file, in order of appearance, each once. Raises BerkasDitolak."""
    teks = (_teks(p) for p in _list_alinea(open_docx(_SEBUTAN, isi, _BATAS)))
    return tuple(dict.fromkeys(m for satu in teks for m in MEDAN.findall(satu)))


def fill_templat(isi: bytes, nilai: Mapping[str, str]) -> bytes:
    """The Word file with every field replaced; the letters keep the look of the field's first letter.

    A paragraph that is nothing but a field of many lines becomes one paragraph a line. Raises BerkasDitolak.
    """
    wadah = open_docx(_SEBUTAN, isi, _BATAS)
    for alinea in list(_list_alinea(wadah)):
        teks = _teks(alinea).strip()
        cocok = MEDAN.fullmatch(teks)
        if cocok and cocok[1] in BANYAK_BARIS:
            _gandakan(alinea, [b for b in nilai.get(cocok[1], "").splitlines() if b.strip()] or ["…"])
        else:
            _isi_alinea(alinea, nilai)
    hasil = io.BytesIO()
    wadah.save(hasil)
    return hasil.getvalue()


def _list_alinea(wadah: Any) -> Iterator[Any]:
    """Every w:p of the body, of headers and of footers, tables included."""
    akar = [wadah.element.body]
    for seksi in wadah.sections:
        akar += [seksi.header._element, seksi.footer._element]
    for satu in akar:
        yield from satu.iter(qn("w:p"))


def _list_teks(alinea: Any) -> list[Any]:
    return list(alinea.iter(qn("w:t")))


def _teks(alinea: Any) -> str:
    return "".join(t.text or "" for t in _list_teks(alinea))


def _isi_alinea(alinea: Any, nilai: Mapping[str, str]) -> None:
    """Replace from the last field to the first, so that places found earlier stay right."""
    for cocok in reversed(list(MEDAN.finditer(_teks(alinea)))):
        _ganti(_list_teks(alinea), cocok.start(), cocok.end(), nilai.get(cocok[1], "") or "…")


def _ganti(simpul: list[Any], awal: int, akhir: int, ganti: str) -> None:
    """Put `ganti` where the letters from `awal` to `akhir` stand, over however many runs Word spread them."""
    letak = 0
    for t in simpul:
        teks = t.text or ""
        dari, sampai = max(awal - letak, 0), min(akhir - letak, len(teks))
        if dari < sampai:
            t.text = teks[:dari] + (ganti if letak + dari == awal else "") + teks[sampai:]
            t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        letak += len(teks)


def _gandakan(alinea: Any, baris: list[str]) -> None:
    for satu in baris:
        salinan = copy.deepcopy(alinea)
        pertama, *sisa = _list_teks(salinan)
        pertama.text = satu
        for t in sisa:
            t.text = ""
        alinea.addprevious(salinan)
    alinea.getparent().remove(alinea)
