"""A table with cells → rows and columns, by the words of its header rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kinerja.aturan.telaah.fakta import Tempat
from kinerja.dokumen.baca.naskah import SelBaca, TabelBaca
from kinerja.telaah.alir import jenis_baris
from kinerja.telaah.angka import baca_cetakan, bulat
from kinerja.telaah.kepala import kenali_jenis, kenali_kolom, kolom_angka, tahun_kepala
from kinerja.telaah.tabel import Baris, JenisBaris, Kolom, Sel, TabelUrai

_CATATAN = re.compile(r"([-−–]?\d[^()]*?)\s*\(([^()]*\d[^()]*)\)")
_PERSEN = ("%", "persen")


def urai_kisi(tabel: TabelBaca, ke: int) -> TabelUrai | None:
    """The rows of a table whose cells are known; None without a row or a column that means anything."""
    lebar = max(
        (sum(sel.bentang_kolom for sel in baris) for baris in (*tabel.kepala, *tabel.baris)), default=0
    )
    judul_kolom = judul_kolom_sel(tabel.kepala, lebar)
    kolom = [_kolom(judul) for judul in judul_kolom]
    if not tabel.baris or not kolom:
        return None
    teks_kepala = " ".join(dict.fromkeys(" ".join(judul_kolom).split("  ")))
    judul = "" if tabel.keterangan is None else tabel.keterangan.judul
    angka = [i for i, satu in enumerate(kolom) if kolom_angka([satu])]
    isi = _isi(tabel.baris, lebar)
    baris = tuple(_baris(tabel, satu, kolom, angka, ke) for satu in isi)
    tempat = _tempat(tabel, tabel.baris[0][0], ke)
    return TabelUrai(
        kenali_jenis([k for k in kolom if k.peran], judul, teks_kepala),
        judul,
        tuple(kolom[i] for i in angka),
        baris,
        tempat,
        teks_kepala,
        tuple(satu.peran for satu in kolom),
    )


def judul_kolom_sel(kepala: Sequence[Sequence[SelBaca]], lebar: int) -> list[str]:
    """All header words above each column; a merged cell stands above every column it spans."""
    judul: list[list[str]] = [[] for _ in range(lebar)]
    for r, baris in enumerate(rentangkan_sel(kepala, lebar)):
        for i, sel in enumerate(baris):
            if sel is not None and sel.teks and (not judul[i] or judul[i][-1] != sel.teks or r == 0):
                judul[i].append(" ".join(sel.teks.split()))
    return [" ".join(satu) for satu in judul]


def rentangkan_sel(kepala: Sequence[Sequence[SelBaca]], lebar: int) -> list[list[SelBaca | None]]:
    """A rectangular grid; cells merged over rows come again in the rows below."""
    kisi: list[list[SelBaca | None]] = [[None] * lebar for _ in kepala]
    for r, baris in enumerate(kepala):
        posisi = 0
        for sel in baris:
            while posisi < lebar and kisi[r][posisi] is not None:
                posisi += 1
            for dr in range(min(sel.bentang_baris, len(kepala) - r)):
                for dk in range(min(sel.bentang_kolom, lebar - posisi)):
                    kisi[r + dr][posisi + dk] = sel
            posisi += sel.bentang_kolom
    return kisi


def _isi(baris: Sequence[Sequence[SelBaca]], lebar: int) -> list[list[SelBaca | None]]:
    return rentangkan_sel(baris, lebar)


def _kolom(judul: str) -> Kolom:
    """The meaning of one column: the last phrase of its header, and the year above it."""
    dikenali = kenali_kolom(judul)
    tahun = tahun_kepala(judul)
    peran = _peran_terkhusus(dikenali) or ("persen" if judul.casefold().strip(" ()") in _PERSEN else "")
    return Kolom(peran, judul, tahun[0] if len(tahun) == 1 else None)


def _peran_terkhusus(dikenali: Sequence[Kolom]) -> str:
    peran = [satu.peran for satu in dikenali if satu.peran != "kelompok"]
    for utama in ("capaian_renstra", "capaian", "target_renstra"):
        if utama in peran:
            return utama
    return peran[-1] if peran else ""


def _baris(
    tabel: TabelBaca, sel: Sequence[SelBaca | None], kolom: Sequence[Kolom], angka: Sequence[int], ke: int
) -> Baris:
    kata: dict[str, str] = {}
    for satu, satu_kolom in zip(sel, kolom, strict=False):
        if satu is not None and satu_kolom.peran and satu_kolom.peran not in kata and satu.teks:
            kata[satu_kolom.peran] = " ".join(satu.teks.split())
    sel_angka = tuple(_sel(tabel, sel[i] if i < len(sel) else None, ke) for i in angka)
    teks = tuple(
        dict.fromkeys(" ".join(satu.teks.split()) for satu in sel if satu is not None and _is_kata(satu))
    )
    pertama = next((satu for satu in sel if satu is not None), None)
    tempat = _tempat(tabel, pertama, ke)
    if not any(sel_angka):
        return Baris(JenisBaris.KELOMPOK, None, teks, (), tempat, {})
    nomor = bulat(kata.get("nomor", ""))
    return Baris(jenis_baris(teks), nomor, teks, sel_angka, tempat, kata)


def _is_kata(sel: SelBaca) -> bool:
    """Whether a cell holds words, not a number with its unit and remark."""
    teks = sel.teks.strip()
    return any(huruf.isalpha() for huruf in teks) and _pisah_catatan(" ".join(teks.split()))[0][:1].isalpha()


def _sel(tabel: TabelBaca, sel: SelBaca | None, ke: int) -> Sel | None:
    if sel is None or not sel.teks.strip():
        return None
    inti, catatan = _pisah_catatan(" ".join(sel.teks.split()))
    dibaca = baca_cetakan(inti)
    if dibaca is None:
        return None
    satuan = dibaca[1] or _satuan(inti)
    return Sel(inti, dibaca[0], satuan, _tempat(tabel, sel, ke), catatan)


def _pisah_catatan(teks: str) -> tuple[str, str]:
    """A number and the remark in brackets after it: "97,43% (2.500/2.566)"."""
    cocok = _CATATAN.fullmatch(teks)
    return (teks, "") if cocok is None else (cocok[1], cocok[2])


def _satuan(teks: str) -> str:
    return " ".join(kata for kata in teks.split() if kata[:1].isalpha())


def _tempat(tabel: TabelBaca, sel: SelBaca | None, ke: int) -> Tempat:
    letak = tabel.letak if sel is None else sel.letak
    nomor = "" if tabel.keterangan is None else tabel.keterangan.nomor
    dasar = Tempat(
        nomor, letak.halaman, letak.baris, ke, letak.baris_tabel, letak.kolom, letak.sel, letak.kotak
    )
    return dasar if dasar.halaman is not None else replace(dasar, halaman=tabel.letak.halaman)
