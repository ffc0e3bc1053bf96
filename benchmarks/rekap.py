"""12 months × 1,000 satker × 200 indicators rolled up, on SQLite and on PostgreSQL, against the bare SQL."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.bagian import main, wadah_data
from benchmarks.tabel import Tabel, bar, mib, waktu
from benchmarks.ukur import AKAR, Ukuran, python

BATAS, BATAS_KALI, BATAS_SATU = 2.0, 1.5, 0.2
_BERBANDING = ("tersedikit", "rollup", "tiap_satker")
_JUDUL = {
    "tersedikit": "bare SQL, Σv and Σd only",
    "telanjang": "bare SQL, same columns",
    "rollup": "rekap.rollup",
    "satu": "one indicator after one change",
    "tiap_satker": "rekap.rollup_tiap_satker",
    "kinerja": "compute_kinerja of the whole",
}
_CORAK = {"dijumlahkan": "all of them Σv/Σd", "campuran": "in the mix of the sample office"}
_CATATAN = {
    "dijumlahkan": (
        "In one process, after one unmeasured run. `bare SQL` is the GROUP BY through a raw cursor, rows fetched; "
        "its columns are the sums and the counts that tell empty, zero and no object apart. `one indicator after "
        "one change`: one month of one satker is mended and that indicator computed afresh from its facts. "
        "PostgreSQL is a temporary server with its default memory and fsync off."
    ),
    "campuran": (
        "Of 60 indicators 54 are summed, 4 take the last month, 2 are averaged over months and satker. Two more "
        "rows, run once: every satker by itself; and all targets, realisasi and capaian of the office above them."
    ),
}


def ukur_rekap(cepat: bool) -> list[Tabel]:
    """Roll-up of a ministry's year."""
    satker, kali = (50, 3) if cepat else (1000, 3)
    argumen = (str(satker), "200", str(kali))
    hasil = [(mesin, corak, h) for corak in _CORAK for mesin, h in _ukur_mesin(*argumen, corak)]
    return [
        Tabel(
            f"{satker:,} satker × 200 indicators × 12 months, {sebutan}",
            ("engine, what", "min s", "median s", "max s", "× bare", "MiB", "bar"),
            tuple(baris for mesin, c, h in hasil if c == corak for baris in _susun(mesin, h)),
            _CATATAN[corak],
        )
        for corak, sebutan in _CORAK.items()
    ]


def _ukur_mesin(*argumen: str) -> Iterator[tuple[str, dict[str, Any]]]:
    with wadah_data() as (_, lingkungan):
        yield "SQLite", python("rekap", *argumen, **lingkungan).baca_json()
    if server := buka_postgresql():
        with server as alamat, wadah_data() as (_, lingkungan):
            lingkungan["KINERJA_BASIS_DATA"] = alamat
            yield "PostgreSQL", python("rekap", *argumen, **lingkungan).baca_json()


def _susun(mesin: str, hasil: dict[str, Any]) -> list[tuple[str, ...]]:
    detik = {nama: Ukuran(tuple(d)) for nama, d in hasil["detik"].items()}
    telanjang = detik["telanjang"].median
    return [
        (
            f"{mesin}: {_JUDUL[nama]}",
            *waktu(u),
            f"{u.median / telanjang:.2f}" if nama in _BERBANDING else "–",
            mib(hasil["mib"]) if nama == "kinerja" else "–",
            _nilai(nama, u, telanjang),
        )
        for nama, u in detik.items()
    ]


def _nilai(nama: str, u: Ukuran, telanjang: float) -> str:
    if nama == "satu":
        return bar(u.median, BATAS_SATU)
    if nama != "rollup":
        return "–"
    return f"{bar(u.median, BATAS)}; × {bar(u.median / telanjang, BATAS_KALI)}"


def buka_postgresql() -> AbstractContextManager[str] | None:
    """A temporary server as the tests use it; None where PostgreSQL is not installed."""
    modul = _muat(AKAR / "perkakas" / "postgresql.py")
    bin_ = modul.find_bin()
    return modul.serve(bin_) if bin_ else None


def _muat(berkas: Path) -> ModuleType:
    spesifikasi = importlib.util.spec_from_file_location(berkas.stem, berkas)
    assert spesifikasi is not None
    assert spesifikasi.loader is not None
    modul = importlib.util.module_from_spec(spesifikasi)
    spesifikasi.loader.exec_module(modul)
    return modul


if __name__ == "__main__":
    main(ukur_rekap)
