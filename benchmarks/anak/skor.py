"""`skor KALI KANTOR`: all scores of a year from raw facts, and the bare arithmetic beside; the last line is JSON."""

import json
import sys
import time
from collections.abc import Callable, Sequence

from tests.aturan.skor.acak import Kantor, make_kantor

from kinerja.aturan.skor.ikpa.nilai import compute_ikpa
from kinerja.aturan.skor.nka import explain_nka
from kinerja.aturan.skor.smart import compute_smart_mentah

TAHUN = 2023
TARGET = {"51": (20, 50, 75, 95), "52": (15, 50, 70, 90), "53": (10, 40, 70, 90), "57": (25, 50, 75, 95)}


def ukur(kali: int, kerja: Callable[[], object]) -> list[tuple[float, float]]:
    """Seconds of each run: on the wall and of the processor."""
    hasil = []
    for _ in range(kali):
        mulai, cpu = time.perf_counter(), time.process_time()
        kerja()
        hasil.append((time.perf_counter() - mulai, time.process_time() - cpu))
    return hasil


def score_semua(kantor: Sequence[Kantor]) -> int:
    """SMART, IKPA and NKA of every office, with every term explained; how many scores."""
    banyak = 0
    for satu in kantor:
        pada = satu.ikpa.per
        smart, ikpa = compute_smart_mentah(satu.smart, pada=pada), compute_ikpa(satu.ikpa)
        if smart.nilai is not None and ikpa.nilai is not None:
            explain_nka(smart.nilai, ikpa.nilai, pada=pada)
            banyak += 3
    return banyak


def sum_telanjang(kantor: Sequence[Kantor]) -> float:
    """The same divisions on the same facts in binary numbers: nothing exact, rounded, explained or checked.

    Contracts, bills and cash advances are left out; they are a tenth of the work.
    """
    jumlah = 0.0
    for satu in kantor:
        rencana = realisasi = 0
        for bulan in satu.smart.bulan:
            rencana, realisasi = rencana + bulan.rencana, realisasi + bulan.realisasi
            jumlah += max(0.0, 1 - abs(rencana - realisasi) / rencana) if rencana else 0.0
        for keluaran in satu.smart.keluaran:
            jumlah += min(1.0, float(keluaran.realisasi / keluaran.target)) * keluaran.pagu - keluaran.belanja
        kumulatif = dict.fromkeys(TARGET, 0)
        for baris in sorted(satu.ikpa.belanja, key=lambda b: b.bulan):
            jumlah += (
                min(100.0, abs(baris.realisasi - baris.rencana) / baris.rencana * 100) if baris.rencana else 0
            )
            kumulatif[baris.jenis] += baris.realisasi
            if baris.bulan % 3 == 0:
                pagu = next(p.netto for p in satu.ikpa.pagu if p.jenis is baris.jenis)
                jumlah += min(
                    100.0, kumulatif[baris.jenis] / pagu / TARGET[baris.jenis][baris.bulan // 3 - 1]
                )
        jumlah += sum(s.dilaporkan is not None for k in satu.ikpa.keluaran for s in k.laporan)
    return jumlah


def main(kali: int, banyak: int) -> None:
    kantor = [make_kantor(nomor, TAHUN) for nomor in range(banyak)]
    hasil = {
        "pertama": ukur(1, lambda: score_semua(kantor)),
        "hangat": ukur(kali, lambda: score_semua(kantor)),
        "telanjang": ukur(kali, lambda: sum_telanjang(kantor)),
        "skor": score_semua(kantor),
    }
    sys.stdout.write(json.dumps(hasil) + "\n")


main(int(sys.argv[1]), int(sys.argv[2]))
