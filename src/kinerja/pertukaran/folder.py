"""The workbook as a folder of text files: CSV per sheet, YAML for what people write in sentences.

This is how example offices are kept under version control; a folder becomes the official workbook and goes
in through the same door as everybody else's.
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from kinerja.pertukaran.lembar import BUKU, NARASI, TABEL_PENDUKUNG, UNIT_KERJA, Lembar
from kinerja.pertukaran.sel import SelDitolak, baca_sel
from kinerja.pertukaran.templat import Isi, Nilai

_BUKAN_BAGIAN = ("visi", "misi", "standar_nasional")


class FolderCacat(ValueError):
    """A file of the folder does not fit the workbook; the message names file, line and column."""


def baca_folder(folder: Path, *, satker: str, tahun: int) -> Isi:
    """All sheets found in `folder`; texts and tables belong to `satker` and `tahun`.

    Raises FolderCacat.
    """
    isi = {lembar.nama: list(_baca_csv(lembar, folder)) for lembar in BUKU}
    milik: dict[str, Nilai] = {"satker": satker, "tahun": tahun}
    isi[UNIT_KERJA.nama] += [
        {"satker": satker, **b, "fungsi": "\n".join(b.get("fungsi") or [])}
        for b in _muat(folder / "unit_kerja.yaml")
    ]
    isi[NARASI.nama] += [{**milik, **b} for b in _baca_narasi(folder / "narasi")]
    isi[TABEL_PENDUKUNG.nama] += [{**milik, **b} for b in _baca_tabel(folder / "tabel_pendukung.yaml")]
    return isi


def _baca_csv(lembar: Lembar, folder: Path) -> Iterator[dict[str, Nilai]]:
    berkas = folder / (lembar.nama.lower().replace(" ", "_") + ".csv")
    if not berkas.exists():
        return
    judul = {k.judul: k for k in lembar.kolom}
    with berkas.open(encoding="utf-8", newline="") as aliran:
        for nomor, baris in enumerate(csv.DictReader(aliran), 2):
            satu: dict[str, Nilai] = {}
            for nama, teks in baris.items():
                if nama not in judul:
                    raise FolderCacat(f"{berkas.name}: kolom {nama!r} tidak dikenal.")
                try:
                    satu[judul[nama].kunci] = baca_sel(judul[nama], teks or "", None)
                except SelDitolak as masalah:
                    raise FolderCacat(f"{berkas.name} baris {nomor}, {nama}: {masalah} ({teks!r})") from None
            yield satu


def _baca_narasi(folder: Path) -> Iterator[dict[str, Nilai]]:
    for berkas in sorted(folder.glob("*.yaml")):
        for kunci, isi in _muat(berkas).items():
            if isinstance(isi, dict):
                yield from _baca_narasi_indikator(kunci, isi)
            elif kunci not in _BUKAN_BAGIAN:
                yield {"bagian": kunci, "isi": _ke_teks(isi)}


def _baca_narasi_indikator(kode: str, isi: dict[str, Any]) -> Iterator[dict[str, Nilai]]:
    for bagian, teks in isi.items():
        if bagian == "standar_nasional" and teks == "tidak_ada":
            yield {"indikator": kode, "bagian": bagian, "isi": "tidak_ada"}
        elif bagian == "standar_nasional":
            yield {"indikator": kode, "bagian": bagian, "isi": f"{teks['nilai']} ({teks['sumber']})"}
        else:
            yield {"indikator": kode, "bagian": bagian, "isi": (teks or "").strip()}


def _ke_teks(blok: list[str | dict[str, Any]]) -> str:
    """The plain form a Narasi is kept in: paragraphs apart by an empty line, list items marked."""
    bagian = []
    for satu in blok:
        if isinstance(satu, str):
            bagian.append(satu.strip())
        else:
            butir = enumerate(satu["daftar"], 1)
            bagian.append(
                "\n".join((f"{n}. " if satu.get("bernomor") else "- ") + b.strip() for n, b in butir)
            )
    return "\n\n".join(bagian)


def _baca_tabel(berkas: Path) -> Iterator[dict[str, Nilai]]:
    for tabel in _muat(berkas):
        for nomor, baris in enumerate(tabel["baris"], 1):
            for kolom, sel in zip(tabel["kolom"], baris, strict=True):
                yield {
                    **{k: tabel.get(k) for k in ("kunci", "judul", "bagian", "indikator", "sumber")},
                    "baris": nomor,
                    "kolom": kolom["judul"],
                    "jenis": kolom["jenis"],
                    "isi": str(sel),
                }


def _muat(berkas: Path) -> Any:
    return yaml.safe_load(berkas.read_text(encoding="utf-8")) if berkas.exists() else []
