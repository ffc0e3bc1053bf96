"""100 people type into the grid of the real server, on SQLite and on PostgreSQL: how long, and is anything lost."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from benchmarks.bagian import kinerja, main, wadah_data
from benchmarks.rekap import buka_postgresql
from benchmarks.tabel import Tabel, bar
from benchmarks.ukur import AKAR, Ukuran, jalankan, python

SATKER, INDIKATOR, PENGETIK, PROSES = 25, 200, 100, 2
BATAS_BUKA, BATAS_SIMPAN = 300.0, 100.0
_KEPALA = (
    "engine, seconds between cells",
    "saves",
    "saves/s",
    "open p50 ms",
    "open p95 ms",
    "bar",
    "save p50 ms",
    "save p95 ms",
    "save max ms",
    "bar",
    "conflicts shown",
    "failed",
    "lost",
)
JEDA = (12.0, 3.0)
"""Seconds between two cells of one person: about 8 and 33 saves a second; a real deadline day knows 5."""


def ukur_kisi(cepat: bool) -> list[Tabel]:
    """Opening and saving under load."""
    detik = 15 if cepat else 60
    hasil = [(mesin, jeda, h) for mesin, jeda, h in _ukur_mesin(detik)]
    return [
        Tabel(
            f"{PENGETIK} typists for {detik} s, sheets of {INDIKATOR} cells, {PROSES} processes",
            _KEPALA,
            tuple(_susun(*satu) for satu in hasil),
            f"The real server (`kinerja serve --proses {PROSES}`) on a loopback port, the typists beside it on the "
            "same two cores: four people share each sheet, so they do meet in cells. First everybody opens his sheet, "
            "two at a time; then all type. `conflicts shown` are cells somebody else had changed: both values come "
            "back and nothing is overwritten. `lost` are answers “tersimpan” that are not in the database: every cell "
            "must have as many versions as were acknowledged and hold the value of the last one. It must be 0. "
            "PostgreSQL is a temporary server with fsync off.",
        )
    ]


def _ukur_mesin(detik: int) -> Iterator[tuple[str, float, dict[str, Any]]]:
    for jeda in JEDA:
        with wadah_data() as (folder, lingkungan):
            yield "SQLite", jeda, _ukur_satu(folder, lingkungan, detik, jeda)
    for jeda in JEDA:
        if server := buka_postgresql():
            with server as alamat, wadah_data() as (folder, lingkungan):
                lingkungan["KINERJA_BASIS_DATA"] = alamat
                yield "PostgreSQL", jeda, _ukur_satu(folder, lingkungan, detik, jeda)


def _ukur_satu(folder: Path, lingkungan: dict[str, str], detik: int, jeda: float) -> dict[str, Any]:
    jalankan(kinerja("migrate"), **lingkungan)
    kantor = python("kantor_bulanan", str(SATKER), str(INDIKATOR), str(PENGETIK), **lingkungan).baca_json()
    berkas = folder / "orang.json"
    berkas.write_text(json.dumps(kantor))
    with layani(lingkungan) as port:
        hasil = python("pengetik", berkas, str(port), str(detik), str(jeda)).baca_json()
    tersimpan = python("kantor_bulanan", "periksa", **lingkungan).baca_json()
    for galat in sorted(set(hasil["galat"])):
        print(galat, file=sys.stderr)
    return {**hasil, "hilang": count_hilang(hasil["diterima"], tersimpan), "detik": detik}


def count_hilang(diterima: list[tuple[str, int, str]], tersimpan: dict[str, tuple[int, str]]) -> int:
    """Acknowledged writes that did not stay: two with the same version, a version without one, another value."""
    per_sel: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for sel, versi, nilai in diterima:
        per_sel[sel].append((versi, nilai))
    hilang = sum(sel not in per_sel for sel in tersimpan)
    for sel, daftar in per_sel.items():
        versi, nilai = tersimpan.get(sel, (0, ""))
        hilang += abs(versi - len(daftar)) + len(daftar) - len({v for v, _ in daftar})
        hilang += max(daftar) != (versi, nilai)
    return hilang


@contextmanager
def layani(lingkungan: dict[str, str]) -> Iterator[int]:
    """The real server on a free loopback port, until the block ends."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        port = soket.getsockname()[1]
    perintah = kinerja("serve", "--port", str(port), "--proses", str(PROSES))
    proses = subprocess.Popen(
        perintah, cwd=AKAR, env=os.environ | lingkungan, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _tunggu(f"http://127.0.0.1:{port}/sehat/", proses)
        yield port
    finally:
        proses.terminate()
        proses.wait(20)


def _tunggu(alamat: str, proses: subprocess.Popen[bytes]) -> None:
    for _ in range(120):
        try:
            with urlopen(alamat, timeout=5):
                return
        except OSError:
            if proses.poll() is not None:
                break
            time.sleep(0.5)
    raise RuntimeError(f"{alamat} does not answer")


def _susun(mesin: str, jeda: float, hasil: dict[str, Any]) -> tuple[str, ...]:
    buka, simpan = (Ukuran(tuple(d * 1000 for d in hasil[n])) for n in ("buka", "simpan"))
    return (
        f"{mesin}, {jeda:g} s",
        f"{len(simpan.detik):,}",
        f"{len(simpan.detik) / hasil['detik']:.1f}",
        f"{buka.median:.0f}",
        f"{buka.persentil(95):.0f}",
        bar(buka.persentil(95), BATAS_BUKA),
        f"{simpan.median:.0f}",
        f"{simpan.persentil(95):.0f}",
        f"{max(simpan.detik):.0f}",
        bar(simpan.persentil(95), BATAS_SIMPAN),
        str(hasil["bentrok"]),
        str(len(hasil["galat"])),
        str(hasil["hilang"]),
    )


if __name__ == "__main__":
    main(ukur_kisi)
