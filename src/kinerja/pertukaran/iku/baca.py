"""A file with a table of indicators → its rows; columns by what their headers mean, whatever their place."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from kinerja.dasar.angka import baca_angka
from kinerja.dokumen.baca.jenis import baca_sandi_huruf
from kinerja.dokumen.baca.naskah import JudulBaca, Naskah, ParagrafBaca, TabelBaca
from kinerja.dokumen.baca.terpisah import read_terpisah
from kinerja.telaah.kisi import judul_kolom_sel, rentangkan_sel
from kinerja.telaah.kosakata import load_kosakata, rapikan

_SENDIRI = {"divisi": ("divisi", "bagian", "unit kerja"), "satuan": ("satuan",)}
"""Columns that no report has."""
_PERAN = ("sasaran", "indikator", "target")
_NOMOR = re.compile(r"(?:^|\s)\d{1,2}\s*[.)]\s+(?=\D)")
_SATU_TARGET = re.compile(r"\d[\d.,]*\s*(?:%|\([^)]*\)|[^\W\d][^\d%(]*)?")
_ANGKA_SATUAN = re.compile(r"([-−]?\d[\d.,]*)\s*(%|\(?\s*[^\W\d][^\d()]*\)?)?")
_DIVISI = re.compile(
    r"(?i)^\W*(?:\d+|[A-Z]|[IVX]+)?\s*[.)]?\s*"
    r"((?:divisi|bagian|bidang|biro|direktorat|sekretariat)\b.{0,80})$"
)
_TERBANYAK = 2000


@dataclass(frozen=True, slots=True)
class BarisIku:
    """A row as it stands in the file: `tempat` says where; `target` is None where `masalah` says why."""

    tempat: str
    divisi: str
    sasaran: str
    indikator: str
    target_teks: str
    satuan: str
    target: Decimal | None
    masalah: str = ""


def read_iku(berkas: Path, nama: str) -> tuple[tuple[BarisIku, ...], tuple[str, ...]]:
    """The rows of the file and what stood in the way of reading it, as sentences; `nama` is what people call it.

    The file comes from anybody: all but CSV is read in a process of its own.
    """
    if nama.casefold().endswith((".csv", ".tsv")):
        teks, kendala = baca_sandi_huruf(berkas.read_bytes())
        if kendala is not None and kendala.fatal:
            return (), (kendala.pesan,)
        baris = tuple(_baca_csv(teks))
        pesan: tuple[str, ...] = ()
    else:
        naskah, semua = read_terpisah(berkas)
        pesan = tuple(k.pesan for k in semua)
        baris = () if naskah is None else tuple(_baca_naskah(naskah))
    if not baris and not pesan:
        pesan = ("Tidak ada tabel dengan kolom Indikator dan Target.",)
    return baris[:_TERBANYAK], pesan


def _baca_csv(teks: str) -> Iterator[BarisIku]:
    """The separator is the one by which most columns are recognised: a decimal comma fools every guess by counting."""
    semua = [
        [[sel.strip() for sel in baris] for baris in csv.reader(teks.splitlines(), delimiter=pemisah)]
        for pemisah in ",;\t"
    ]
    terbaik = max(semua, key=lambda isi: max((len(_kenali(baris)) for baris in isi), default=0))
    yield from _baca_kisi(terbaik, "", "baris {}")


def _baca_naskah(naskah: Naskah) -> Iterator[BarisIku]:
    divisi = ""
    for blok in naskah.blok:
        if isinstance(blok, JudulBaca | ParagrafBaca):
            if cocok := _DIVISI.match(blok.teks.strip()):
                divisi = cocok[1].strip().title()
        elif isinstance(blok, TabelBaca):
            semua = [*blok.kepala, *blok.baris]
            lebar = max((sum(s.bentang_kolom for s in baris) for baris in semua), default=0)
            judul = judul_kolom_sel(blok.kepala, lebar)
            isi = [
                ["" if sel is None else sel.teks for sel in baris]
                for baris in rentangkan_sel(blok.baris, lebar)
            ]
            nomor = blok.letak.tabel or 1
            yield from _baca_kisi([judul, *isi], divisi, f"tabel {nomor} baris {{}}")


def _baca_kisi(isi: Sequence[Sequence[str]], divisi: str, tempat: str) -> Iterator[BarisIku]:
    """The rows below the first one that names an indikator and a target."""
    semua = ((n, _kenali(baris)) for n, baris in enumerate(isi))
    mulai, kolom = next(((n, k) for n, k in semua if {"indikator", "target"} <= set(k)), (len(isi), {}))
    sasaran = ""
    for nomor, baris in enumerate(isi[mulai + 1 :], mulai + 2):
        sel = {peran: baris[n].strip() if n < len(baris) else "" for peran, n in kolom.items()}
        if not sel["indikator"] or _is_penomor(baris):
            continue
        sasaran = " ".join(sel.get("sasaran", "").split()) or sasaran
        milik = sel.get("divisi") or divisi
        yield from _pecah(sel, milik, sasaran, tempat.format(nomor))


def _kenali(baris: Sequence[str]) -> dict[str, int]:
    """role -> column; a header that is the very word beats one that only holds it, the first beats the later."""
    frasa = {peran: [" ".join(f) for f, p in load_kosakata().kolom if p == peran] for peran in _PERAN}
    frasa |= {peran: list(semua) for peran, semua in _SENDIRI.items()}
    hasil: dict[str, tuple[int, int]] = {}
    for n, judul in enumerate(baris):
        rapi = re.sub(r"(?: \d+)+$", "", rapikan(judul))
        for peran, semua in frasa.items():
            mutu = 2 if rapi in semua else int(any(rapi.startswith(f"{f} ") for f in semua))
            if mutu > hasil.get(peran, (0, 0))[0]:
                hasil[peran] = (mutu, n)
    return {peran: n for peran, (_, n) in hasil.items()}


def _is_penomor(baris: Sequence[str]) -> bool:
    """ "(1) (2) (3) (4)" only numbers the columns."""
    isi = [sel.strip() for sel in baris if sel.strip()]
    return bool(isi) and all(re.fullmatch(r"\(?\d{1,2}\)?", sel) for sel in isi)


def _pecah(sel: dict[str, str], divisi: str, sasaran: str, tempat: str) -> Iterator[BarisIku]:
    """One row per indikator: a cell may hold a numbered list, and its neighbour the targets in the same order."""
    nama = [" ".join(n.split()) for n in _NOMOR.split(sel["indikator"]) if n.strip()]
    target = [sel["target"]] if len(nama) == 1 else _SATU_TARGET.findall(sel["target"])
    if len(target) != len(nama):
        alasan = f"{len(nama)} indikator dalam satu sel, tetapi {len(target)} target."
        for satu in nama:
            teks = " ".join(sel["target"].split())
            yield BarisIku(tempat, divisi, sasaran, satu, teks, "", None, alasan)
        return
    for satu, teks in zip(nama, target, strict=True):
        angka, satuan, masalah = _baca_target(teks, sel.get("satuan", ""))
        yield BarisIku(tempat, divisi, sasaran, satu, " ".join(teks.split()), satuan, angka, masalah)


def _baca_target(teks: str, satuan: str) -> tuple[Decimal | None, str, str]:
    """Value, unit, and what is wrong with it."""
    cocok = _ANGKA_SATUAN.fullmatch(" ".join(teks.split()))
    if cocok is None:
        return None, satuan, "Target bukan satu angka." if teks.strip() else "Target kosong."
    bacaan = baca_angka(cocok[1])
    unit = satuan or (cocok[2] or "").strip(" ()")
    baku = load_kosakata().setarakan_satuan(unit) if unit in {"%", "persen", "Persen"} else unit
    return bacaan.nilai, baku, bacaan.masalah if bacaan.nilai is None else ""
