"""`rekap SATKER INDIKATOR KALI {dijumlahkan|campuran}`: the roll-up against the bare SQL; the last line is JSON."""

import json
import resource
import sys
import time
from collections.abc import Callable

import django

django.setup()

from django.db import connection  # noqa: E402 models need a configured Django

from benchmarks.anak.isi_rekap import CAMPURAN, DIJUMLAHKAN, TAHUN, isi_realisasi, isi_rencana  # noqa: E402
from kinerja.organisasi.models import Satker  # noqa: E402
from kinerja.pengukuran import rekap  # noqa: E402
from kinerja.pengukuran.models import Realisasi  # noqa: E402
from kinerja.pengukuran.queries import compute_kinerja  # noqa: E402
from kinerja.perencanaan.models import Komponen  # noqa: E402

TELANJANG = """
    SELECT komponen_id, tahun, SUM(pembilang), SUM(penyebut), SUM(nilai), COUNT(nilai),
           COUNT(*) FILTER (WHERE keadaan = 'terisi'), COUNT(*) FILTER (WHERE keadaan = 'tidak_ada_objek'),
           COUNT(*)
    FROM pengukuran_realisasi WHERE tahun = %s GROUP BY komponen_id, tahun
"""
TERSEDIKIT = """
    SELECT komponen_id, SUM(pembilang), SUM(penyebut)
    FROM pengukuran_realisasi WHERE tahun = %s GROUP BY komponen_id
"""


def ulangi(kali: int, kerja: Callable[[], object]) -> list[float]:
    """Seconds of each run, after one to warm the caches."""
    kerja()
    hasil = []
    for _ in range(kali):
        mulai = time.perf_counter()
        kerja()
        hasil.append(time.perf_counter() - mulai)
    return hasil


def sekali(kerja: Callable[[], object]) -> list[float]:
    """Seconds of one run; the caches are warm from what was measured before."""
    mulai = time.perf_counter()
    kerja()
    return [time.perf_counter() - mulai]


def tanya(sql: str) -> list[tuple[object, ...]]:
    with connection.cursor() as kursor:
        kursor.execute(sql, [TAHUN])
        return kursor.fetchall()


def ubah_satu(komponen: int, satker: int, putaran: list[int]) -> None:
    """One satker mends one month; the indikator is computed afresh from all its facts."""
    putaran[0] += 1
    Realisasi.objects.filter(komponen=komponen, satker=satker, tahun=TAHUN, bulan=6).update(
        penyebut=1000 + putaran[0]
    )


def main(banyak_satker: str, banyak_indikator: str, kali: str, cara: str) -> None:
    mulai = time.perf_counter()
    isi_rencana(int(banyak_satker), int(banyak_indikator), CAMPURAN if cara == "campuran" else DIJUMLAHKAN)
    baris = isi_realisasi()
    muat = time.perf_counter() - mulai
    satker = list(Satker.objects.order_by("id").values_list("id", flat=True))
    komponen = list(Komponen.objects.order_by("id").values_list("id", flat=True))
    lingkup = {"tahun": (TAHUN,), "satker": satker}
    putaran = [0]

    def setelah_ubah() -> None:
        ubah_satu(komponen[0], satker[-1], putaran)
        rekap.rollup(**lingkup, komponen=komponen[:1])

    n = int(kali)
    induk = Satker.objects.get(pk=satker[0])
    hasil = {
        "tersedikit": ulangi(n, lambda: tanya(TERSEDIKIT)),
        "telanjang": ulangi(n, lambda: tanya(TELANJANG)),
        "rollup": ulangi(n, lambda: rekap.rollup(**lingkup, komponen=komponen)),
        "satu": ulangi(5 * n, setelah_ubah),
    }
    if cara == "campuran":
        hasil["tiap_satker"] = sekali(lambda: rekap.rollup_tiap_satker(**lingkup, komponen=komponen))
        hasil["kinerja"] = sekali(lambda: compute_kinerja(induk, TAHUN))
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"detik": hasil, "mib": puncak, "baris": baris, "muat": muat}) + "\n")


main(*sys.argv[1:])
