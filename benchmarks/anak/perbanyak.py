"""Larger offices and full workbooks, made from the sample: the same structure, deterministic numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, product
from pathlib import Path
from typing import Any

import django

django.setup()

from kinerja.pertukaran.folder import baca_folder  # noqa: E402 models need a configured Django
from kinerja.pertukaran.templat import Isi, write_templat  # noqa: E402

CONTOH = Path("contoh/sumsel-2023")
KANTOR, TAHUN = "kanwil-sumsel", 2023
Baris = dict[str, Any]
_SASARAN = {"Sasaran": "kode", "Anggaran Sasaran": "sasaran"}
_INDIKATOR = {
    "Indikator": "kode",
    "Komponen": "indikator",
    "Target": "indikator",
    "Realisasi": "indikator",
    "Narasi": "indikator",
    "Tabel Pendukung": "indikator",
}
"""By which column the rows of a sheet belong to a sasaran or an indikator."""


def baca_contoh() -> dict[str, list[Baris]]:
    """The sheets of the sample office."""
    isi = baca_folder(CONTOH, satker=KANTOR, tahun=TAHUN)
    return {nama: [dict(b) for b in baris] for nama, baris in isi.items()}


def perbanyak_indikator(isi: dict[str, list[Baris]], banyak: int) -> Isi:
    """The office with `banyak` indikator kegiatan: whole copies of the plan, the last one cut short.

    Copy n keeps every ratio (both components times n) and every text; codes get the suffix Kn.
    """
    sasaran = {b["kode"] for b in isi["Sasaran"] if b["tingkat"] == "kegiatan"}
    asli = [b["kode"] for b in isi["Indikator"] if b["sasaran"] in sasaran]
    hasil = {nama: list(baris) for nama, baris in isi.items()}
    for salinan in range(2, -(-banyak // len(asli)) + 1):
        dipakai = set(asli[: banyak - (salinan - 1) * len(asli)])
        for nama, baris in _salin(isi, salinan, sasaran, dipakai):
            hasil[nama].append(baris)
    return hasil


def _salin(
    isi: dict[str, list[Baris]], salinan: int, sasaran: set[str], dipakai: set[str]
) -> Iterator[tuple[str, Baris]]:
    akhiran = f"K{salinan}"
    berisi = {b["sasaran"] for b in isi["Indikator"] if b["kode"] in dipakai} & sasaran
    for nama, b in _pilih(isi, _SASARAN, berisi):
        yield nama, {**b, _SASARAN[nama]: b[_SASARAN[nama]] + akhiran}
    for nama, b in _pilih(isi, _INDIKATOR, dipakai):
        baru = _kalikan(b, salinan) | {_INDIKATOR[nama]: b[_INDIKATOR[nama]] + akhiran}
        if nama == "Indikator":
            baru["sasaran"] += akhiran
        if nama == "Tabel Pendukung":
            baru["kunci"] += f"-{salinan}"
        yield nama, baru


def _pilih(
    isi: dict[str, list[Baris]], lembar: dict[str, str], kode: set[str]
) -> Iterator[tuple[str, Baris]]:
    """The rows of these sheets that belong to one of `kode`."""
    return ((nama, b) for nama, kolom in lembar.items() for b in isi[nama] if b.get(kolom) in kode)


def _kalikan(baris: Baris, kali: int) -> Baris:
    return baris | {k: baris[k] * kali for k in ("pembilang", "penyebut") if baris.get(k) is not None}


def perbanyak_satker(isi: dict[str, list[Baris]], banyak: int) -> Isi:
    """The office with `banyak` more satker, twins of the first one beneath it."""
    kembar = next(b for b in isi["Satker"] if b["induk"] == KANTOR)
    baru = [
        {**kembar, "kunci": f"satker-{n:04}", "kode": None, "nama": f"{kembar['nama']} {n}"}
        for n in range(1, banyak + 1)
    ]
    return {**isi, "Satker": isi["Satker"] + baru}


def list_realisasi(isi: dict[str, list[Baris]], banyak: int, tahun: int) -> list[Baris]:
    """`banyak` monthly facts of the indikator kegiatan, satker by satker and month by month."""
    langsung = {b["kode"]: b["cara_hitung"] == "nilai" for b in isi["Indikator"]}
    satker = (f"satker-{n:04}" for n in range(1, count_satker(isi, banyak) + 1))
    tempat = product(satker, range(1, 13), _list_komponen(isi))
    return [
        {
            "indikator": indikator,
            "komponen": kode,
            "satker": kunci,
            "tahun": tahun,
            "bulan": bulan,
            **_besaran(n, langsung=langsung[indikator]),
        }
        for n, (kunci, bulan, (indikator, kode)) in enumerate(islice(tempat, banyak))
    ]


def count_satker(isi: dict[str, list[Baris]], banyak: int) -> int:
    """How many satker `banyak` monthly facts need."""
    return -(-banyak // (12 * len(_list_komponen(isi))))


def _list_komponen(isi: dict[str, list[Baris]]) -> list[tuple[str, str]]:
    sasaran = {b["kode"] for b in isi["Sasaran"] if b["tingkat"] == "kegiatan"}
    indikator = {b["kode"] for b in isi["Indikator"] if b["sasaran"] in sasaran}
    return [(b["indikator"], b["kode"]) for b in isi["Komponen"] if b["indikator"] in indikator]


def _besaran(n: int, *, langsung: bool) -> Baris:
    penyebut = 100 + n * 7919 % 900
    return {"nilai": penyebut} if langsung else {"pembilang": penyebut - n * 31 % 100, "penyebut": penyebut}


def tulis_kantor(tujuan: Path, indikator: int) -> None:
    """Write the workbook of an office with that many indikator kegiatan."""
    write_templat(tujuan, perbanyak_indikator(baca_contoh(), indikator))


def tulis_realisasi(kantor: Path, tujuan: list[tuple[Path, int]], tahun: int) -> None:
    """Write the workbook of an office with many satker, and workbooks of their monthly facts alone."""
    isi = baca_contoh()
    write_templat(kantor, perbanyak_satker(isi, count_satker(isi, max(n for _, n in tujuan))))
    for berkas, banyak in tujuan:
        write_templat(berkas, {"Realisasi": list_realisasi(isi, banyak, tahun)})
