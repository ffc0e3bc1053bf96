"""The budget scores of many offices: SMART, IKPA and NKA of a year, from stored facts and from facts in memory."""

from __future__ import annotations

import statistics

from benchmarks.bagian import main, wadah_data
from benchmarks.tabel import KEPALA_WAKTU, Tabel, bar, cpu, waktu
from benchmarks.ukur import Ukuran, python

BAR = 2.0
_JUDUL = {
    "pertama": "all scores, first time (rules read, caches empty)",
    "hangat": "all scores, again",
    "telanjang": "bare arithmetic on binary numbers",
    "basis": "all scores from stored facts (SQLite): read, computed, explained",
    "baca": "of that: reading the facts",
}
_TANPA_BAR = ("telanjang", "baca")


def ukur_skor(cepat: bool) -> list[Tabel]:
    """Seconds for all scores of 1,000 offices, beside the bare arithmetic."""
    kantor = 200 if cepat else 1_000
    hasil = python("skor", "3" if cepat else "7", str(kantor)).baca_json()
    with wadah_data() as (_, lingkungan):
        tersimpan = python("skor_basis", "3", str(kantor), **lingkungan).baca_json()
    baris = []
    for nama, judul in _JUDUL.items():
        dinding, prosesor = zip(*(hasil | tersimpan)[nama], strict=True)
        ukuran = Ukuran(dinding, statistics.median(prosesor))
        batas = "–" if nama in _TANPA_BAR else bar(ukuran.cpu, BAR)
        baris.append((judul, *waktu(ukuran), cpu(ukuran), f"{kantor / ukuran.cpu:,.0f}", batas))
    catatan = (
        f"{hasil['skor']:,} scores of one year in one process, from facts in memory and from a database. Each office "
        "has 12 months of plan and spending of up to four kinds, revisions, contracts, SPM, cash advances and the "
        "monthly reports of up to three outputs. Bare arithmetic does the divisions of plan, spending and outputs "
        "only: nothing exact, rounded, explained or checked. One process that only computes: the bar is held "
        "against its CPU seconds, wall seconds are those plus whatever else the machine did."
    )
    kepala = (f"{kantor:,} offices", *KEPALA_WAKTU, "CPU s", "offices/CPU s", "bar CPU s")
    return [Tabel("SMART, IKPA and NKA from raw facts", kepala, tuple(baris), catatan)]


if __name__ == "__main__":
    main(ukur_skor)
