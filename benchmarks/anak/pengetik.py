"""`pengetik BERKAS PORT DETIK JEDA`: many people type into the grid of a running server; the last line is JSON.

Only the standard library: one thread and one connection per person. A typist looks at his sheet once, then
changes one cell after the other, against the version he saw, and takes what the server answers for the truth.
"""

import json
import random
import sys
import threading
import time
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

PINTU = threading.Semaphore(2)
"""How many open their sheet at the same time; typing starts when all have."""
SEMUA_DUDUK = threading.Barrier(1)


class Pengetik(threading.Thread):
    """One person. `diterima` is every (cell, version, value) the server said it stored."""

    def __init__(self, orang: dict[str, Any], port: int, lama: float, jeda: float) -> None:
        super().__init__(daemon=True)
        self.orang, self.port, self.lama, self.jeda = orang, port, lama, jeda
        self.acak = random.Random(orang["akun"])
        self.versi = dict.fromkeys(orang["sel"], 0)
        self.buka: list[float] = []
        self.simpan: list[float] = []
        self.diterima: list[tuple[str, int, str]] = []
        self.bentrok = 0
        self.galat: list[str] = []

    def run(self) -> None:
        try:
            self.kerja()
        except Exception as galat:
            self.galat.append(repr(galat))
            SEMUA_DUDUK.abort()

    def kerja(self) -> None:
        self.sambungan = HTTPConnection("127.0.0.1", self.port, timeout=60)
        with PINTU:
            _isi, detik = self.minta("GET", self.orang["alamat"])
        self.buka.append(detik)
        SEMUA_DUDUK.wait()
        berakhir = time.time() + self.lama
        time.sleep(self.jeda * self.acak.random())
        while time.time() < berakhir:
            self.ketik()
            time.sleep(self.jeda * self.acak.uniform(0.5, 1.5))

    def ketik(self) -> None:
        sel, nilai = self.acak.choice(self.orang["sel"]), str(self.acak.randint(1, 900))
        badan = {
            "siapa": self.orang["akun"],
            "sel": [{"id": sel, "versi": self.versi[sel], "satu": nilai, "dua": "1000"}],
        }
        isi, detik = self.minta("POST", self.orang["alamat"] + "sel/", json.dumps(badan))
        self.simpan.append(detik)
        for jawaban in json.loads(isi)["sel"] if isi else ():
            lama = self.versi[jawaban["id"]]
            self.versi[jawaban["id"]] = jawaban["versi"]
            if jawaban["nasib"] == "bentrok":
                self.bentrok += 1
            # The same value again is no write: the version stays.
            elif jawaban["nasib"] == "tersimpan" and jawaban["versi"] == lama + 1:
                self.diterima.append((jawaban["id"], jawaban["versi"], nilai))

    def minta(self, cara: str, alamat: str, badan: str | None = None) -> tuple[bytes, float]:
        (sesi, kunci), (csrf, rahasia) = self.orang["sesi"], self.orang["csrf"]
        kepala = {"Cookie": f"{sesi}={kunci}; {csrf}={rahasia}"}
        if badan is not None:
            kepala |= {
                "Content-Type": "application/json",
                "X-CSRFToken": rahasia,
                "X-Requested-With": "fetch",
            }
        mulai = time.perf_counter()
        try:
            jawaban, isi = self.kirim(cara, alamat, badan, kepala)
        except OSError:
            # An idle connection was closed; a browser sends again, too. Nothing is stored twice.
            jawaban, isi = self.kirim(cara, alamat, badan, kepala)
        detik = time.perf_counter() - mulai
        if jawaban.status != 200:
            self.galat.append(f"{cara} {alamat}: {jawaban.status}")
            return b"", detik
        return isi, detik

    def kirim(self, cara: str, alamat: str, badan: str | None, kepala: dict[str, str]) -> tuple[Any, bytes]:
        try:
            self.sambungan.request(cara, alamat, badan, kepala)
            jawaban = self.sambungan.getresponse()
            return jawaban, jawaban.read()
        except OSError:
            self.sambungan.close()
            raise


def main(berkas: Path, port: int, lama: float, jeda: float) -> None:
    orang = json.loads(berkas.read_text())["orang"]
    global SEMUA_DUDUK  # noqa: PLW0603 known only now
    SEMUA_DUDUK = threading.Barrier(len(orang))
    pengetik = [Pengetik(o, port, lama, jeda) for o in orang]
    for satu in pengetik:
        satu.start()
    for satu in pengetik:
        satu.join()
    hasil = {
        "buka": [d for p in pengetik for d in p.buka],
        "simpan": [d for p in pengetik for d in p.simpan],
        "diterima": [d for p in pengetik for d in p.diterima],
        "bentrok": sum(p.bentrok for p in pengetik),
        "galat": [g for p in pengetik for g in p.galat],
    }
    print(json.dumps(hasil))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4]))
