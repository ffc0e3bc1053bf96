"""The index of a workbook: which part of the archive holds which sheet, and which styles show percent."""

import re
import zipfile
from dataclasses import dataclass
from posixpath import join, normpath

from kinerja.dokumen.baca.arsip import alirkan
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.dokumen.baca.tag import buat_pengurai, tanpa_awalan, umpankan

_FOLDER = "/xl"
_PERSEN_BAWAAN = {"9", "10"}
_BUKAN_TANDA = re.compile(r'"[^"]*"|\\.')
_TAG_TERBANYAK = 100_000

_Tag = tuple[str, dict[str, str]]


@dataclass(frozen=True, slots=True)
class IsiBuku:
    """`lembar`: sheet name -> part; `gaya_persen`: the `s` attributes of cells that are shown as percent."""

    lembar: dict[str, str]
    gaya_persen: frozenset[str]


def baca_isi_buku(nama: str, arsip: zipfile.ZipFile) -> IsiBuku:
    """Read the index; `nama` is the file, for messages. A sheet or style that leads nowhere is left out.

    Raises BerkasDitolak.
    """
    hubungan = [h for _, h in _list_tag(nama, arsip, "xl/_rels/workbook.xml.rels", {"Relationship"})]
    tujuan = {h.get("Id", ""): normpath(join(_FOLDER, h.get("Target", "")))[1:] for h in hubungan}
    lembar = {
        s.get("name", ""): tujuan.get(s.get("id", ""), "")
        for _, s in _list_tag(nama, arsip, "xl/workbook.xml", {"sheet"})
    }
    gaya = next(
        (tujuan[h["Id"]] for h in hubungan if h.get("Type", "").endswith("/styles") and "Id" in h), ""
    )
    ada = set(arsip.namelist())
    persen = _baca_gaya_persen(_list_tag(nama, arsip, gaya, {"numFmt", "cellStyleXfs", "cellXfs", "xf"}))
    return IsiBuku({n: b for n, b in lembar.items() if b in ada}, persen)


def list_tersembunyi(nama: str, arsip: zipfile.ZipFile) -> list[str]:
    """The names of the sheets that the workbook does not show; `nama` is the file, for messages.

    Raises BerkasDitolak.
    """
    semua = _list_tag(nama, arsip, "xl/workbook.xml", {"sheet"})
    return [s.get("name", "") for _, s in semua if s.get("state", "visible") != "visible"]


def _baca_gaya_persen(tag: list[_Tag]) -> frozenset[str]:
    persen = set(_PERSEN_BAWAAN)
    gaya: list[str] = []
    dipakai_sel = False
    for nama, atribut in tag:
        if nama == "numFmt":
            if "%" in _BUKAN_TANDA.sub("", atribut.get("formatCode", "")):
                persen.add(atribut.get("numFmtId", ""))
        elif nama == "xf":
            if dipakai_sel:
                gaya.append(atribut.get("numFmtId", "0"))
        else:
            dipakai_sel = nama == "cellXfs"
    return frozenset(str(n) for n, format_ in enumerate(gaya) if format_ in persen)


def _list_tag(nama: str, arsip: zipfile.ZipFile, bagian: str, dicari: set[str]) -> list[_Tag]:
    """The opened tags of those names, in order, with their attributes; names without prefixes."""
    hasil: list[_Tag] = []

    def mulai(lengkap: str, atribut: list[str]) -> None:
        lokal = tanpa_awalan(lengkap)
        if lokal not in dicari:
            return
        if len(hasil) >= _TAG_TERBANYAK:
            raise BerkasDitolak(f"{nama} memuat terlalu banyak lembar atau gaya. Simpan ulang sebagai .xlsx.")
        kunci = map(tanpa_awalan, atribut[::2])
        hasil.append((lokal, dict(zip(kunci, atribut[1::2], strict=True))))

    if bagian in arsip.namelist():
        umpankan(nama, buat_pengurai(mulai), alirkan(arsip, bagian))
    return hasil
