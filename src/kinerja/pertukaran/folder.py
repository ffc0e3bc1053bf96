"""The workbook as a folder of text files: CSV per sheet, YAML for what people write in sentences.

This is how example offices are kept under version control; a folder becomes the official workbook and goes
in through the same door as everybody else's.
"""

import csv
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from kinerja.dasar.berkas_yaml import read_yaml
from kinerja.pertukaran.lembar import BUKU, NARASI, TABEL_PENDUKUNG, UNIT_KERJA, Lembar
from kinerja.pertukaran.sel import SelDitolak, baca_sel
from kinerja.pertukaran.templat import Isi, Nilai

Baris = dict[str, Nilai]
_BUKAN_BAGIAN = ("visi", "misi", "standar_nasional")


class FolderCacat(ValueError):
    """A file of the folder does not fit the workbook; the message names file, line and column."""


def baca_folder(folder: Path, *, satker: str, tahun: int) -> Isi:
    """All sheets found in `folder`; texts and tables belong to `satker` and `tahun`.

    Raises FolderCacat.
    """
    isi = {lembar.nama: list(_baca_csv(lembar, folder)) for lembar in BUKU}
    milik: dict[str, Nilai] = {"satker": satker, "tahun": tahun}
    isi[UNIT_KERJA.nama] += _urai(folder / "unit_kerja.yaml", _urai_unit_kerja, {"satker": satker})
    for berkas in sorted((folder / "narasi").glob("*.yaml")):
        isi[NARASI.nama] += _urai(berkas, _urai_narasi, milik)
    isi[TABEL_PENDUKUNG.nama] += _urai(folder / "tabel_pendukung.yaml", _urai_tabel, milik)
    return isi


def _baca_csv(lembar: Lembar, folder: Path) -> Iterator[Baris]:
    berkas = folder / (lembar.nama.lower().replace(" ", "_") + ".csv")
    if not berkas.exists():
        return
    try:
        with berkas.open(encoding="utf-8", newline="") as aliran:
            for nomor, baris in enumerate(csv.DictReader(aliran, strict=True), 2):
                yield dict(_baca_baris(lembar, f"{berkas.name} baris {nomor}", baris))
    except (csv.Error, UnicodeDecodeError) as galat:
        raise FolderCacat(f"{berkas.name} bukan CSV UTF-8 yang utuh ({galat}).") from galat


def _baca_baris(lembar: Lembar, tempat: str, baris: Mapping[Any, str | None]) -> Iterator[tuple[str, Nilai]]:
    judul = {k.judul: k for k in lembar.kolom}
    for nama, teks in baris.items():
        if nama not in judul:
            raise FolderCacat(f"{tempat}: kolom {nama!r} tidak dikenal.")
        try:
            nilai = baca_sel(judul[nama], teks or "", None)
        except SelDitolak as masalah:
            raise FolderCacat(f"{tempat}, {nama}: {masalah} ({teks!r})") from None
        yield judul[nama].kunci, nilai if teks else None


def _urai(berkas: Path, uraikan: Callable[[Any], Iterator[Baris]], milik: Baris) -> list[Baris]:
    """The rows of a YAML file, none when it is not there; each belongs to `milik`."""
    if not berkas.exists():
        return []
    try:
        isi = read_yaml(berkas.read_text(encoding="utf-8"))
        return [{**milik, **baris} for baris in uraikan(isi or [])]
    except (yaml.YAMLError, UnicodeDecodeError) as galat:
        raise FolderCacat(f"{berkas.name} bukan YAML UTF-8 yang utuh ({galat}).") from galat
    except (KeyError, TypeError, ValueError, AttributeError) as galat:
        raise FolderCacat(f"{berkas.name} tidak tersusun seperti kantor contoh ({galat!r}).") from galat


def _urai_unit_kerja(isi: list[dict[str, Any]]) -> Iterator[Baris]:
    for satu in isi:
        yield {**satu, "fungsi": "\n".join(satu.get("fungsi") or [])}


def _urai_narasi(isi: dict[str, Any]) -> Iterator[Baris]:
    for kunci, satu in isi.items():
        if isinstance(satu, dict):
            yield from _urai_narasi_indikator(kunci, satu)
        elif kunci not in _BUKAN_BAGIAN:
            yield {"bagian": kunci, "isi": _ke_teks(satu)}


def _urai_narasi_indikator(kode: str, isi: dict[str, Any]) -> Iterator[Baris]:
    for bagian, teks in isi.items():
        if bagian == "standar_nasional" and teks != "tidak_ada":
            teks = f"{teks['nilai']} ({teks['sumber']})"  # noqa: PLW2901
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


def _urai_tabel(isi: list[dict[str, Any]]) -> Iterator[Baris]:
    for tabel in isi:
        for nomor, baris in enumerate(tabel["baris"], 1):
            for kolom, sel in zip(tabel["kolom"], baris, strict=True):
                yield {
                    **{k: tabel.get(k) for k in ("kunci", "judul", "bagian", "indikator", "sumber")},
                    "baris": nomor,
                    "kolom": kolom["judul"],
                    "jenis": kolom["jenis"],
                    "isi": str(sel),
                }
