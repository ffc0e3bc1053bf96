"""A ministry's year for the roll-up: satker × indikator × 12 months, loaded as fast as the engine allows."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterator

from django.core.management import call_command
from django.db import connection

from kinerja.organisasi.models import RiwayatSatker, Satker, UnitEselonI
from kinerja.perencanaan.models import Indikator, JenisTarget, Komponen, Renstra, Sasaran, Target

TAHUN = 2023
KOLOM = "komponen_id, satker_id, tahun, bulan, keadaan, pembilang, penyebut, nilai, mentah, versi"
SKALA = 10_000
"""Numbers are stored as ten-thousandths."""

CAMPURAN = (
    *[("rasio", "jumlah", "sigma")] * 47,
    *[("nilai", "jumlah", "jumlah")] * 7,
    *[("nilai", "terakhir", "jumlah")] * 4,
    *[("nilai", "rata_rata", "rata_rata")] * 2,
)
"""cara_hitung, agregasi_bulan and agregasi_satker in the shares of the sample office's 60 indikator."""

DIJUMLAHKAN = (("rasio", "jumlah", "sigma"),)
"""All added up in the database: the pure case of the bar."""


def isi_rencana(banyak_satker: int, banyak_indikator: int, cara: tuple[tuple[str, str, str], ...]) -> None:
    """An empty database gets one office with so many satker beneath it and so many promised indikator."""
    call_command("migrate", verbosity=0)
    unit = UnitEselonI.objects.create(kode="U", nama="Unit")
    satker = Satker.objects.bulk_create(
        Satker(kunci=f"satker-{n:04}", jenis="kanwil" if n == 0 else "lapas") for n in range(banyak_satker)
    )
    RiwayatSatker.objects.bulk_create(
        RiwayatSatker(
            satker=s,
            nama=s.kunci,
            nama_singkat=s.kunci,
            induk=satker[0] if n else None,
            unit=unit,
            berlaku_dari=datetime.date(2020, 1, 1),
        )
        for n, s in enumerate(satker)
    )
    renstra = Renstra.objects.create(
        nama="Renstra", tahun_awal=2020, tahun_akhir=2024, dasar_hukum="-", visi="-"
    )
    sasaran = Sasaran.objects.create(
        renstra=renstra, kode="S", tingkat="kegiatan", unit=unit, urutan=1, teks="S"
    )
    indikator = Indikator.objects.bulk_create(
        _buat_indikator(sasaran, n, cara[n % len(cara)]) for n in range(banyak_indikator)
    )
    Komponen.objects.bulk_create(Komponen(indikator=i) for i in indikator)
    Target.objects.bulk_create(
        Target(indikator=i, satker=satker[0], tahun=TAHUN, jenis=JenisTarget.PK, nilai=90) for i in indikator
    )


def _buat_indikator(sasaran: Sasaran, n: int, cara: tuple[str, str, str]) -> Indikator:
    hitung, bulan, satker = cara
    return Indikator(
        sasaran=sasaran,
        kode=f"S.{n:03}",
        urutan=n,
        nama=f"Indikator {n}",
        satuan="%" if hitung == "rasio" else "orang",
        polaritas="naik",
        cara_hitung=hitung,
        agregasi_bulan=bulan,
        agregasi_satker=satker,
    )


def isi_realisasi() -> int:
    """A fact for every komponen, satker and month; returns how many."""
    komponen = list(Komponen.objects.order_by("id").values_list("id", "indikator__cara_hitung"))
    satker = list(Satker.objects.order_by("id").values_list("id", flat=True))
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            # Without the foreign key triggers: loading is not what is measured.
            kursor.execute("SET session_replication_role = replica")
            with kursor.copy(f"COPY pengukuran_realisasi ({KOLOM}) FROM STDIN") as salinan:
                for baris in _buat_baris(komponen, satker):
                    salinan.write_row(baris)
            kursor.execute("SET session_replication_role = DEFAULT")
            # As a server in use does by itself; without it no index can be read alone.
            kursor.execute("VACUUM")
        else:
            _isi_sqlite(kursor.connection, _buat_baris(komponen, satker))
        kursor.execute("ANALYZE")
    return len(komponen) * len(satker) * 12


def _isi_sqlite(sambungan: sqlite3.Connection, baris: Iterator[tuple[object, ...]]) -> None:
    sambungan.execute("PRAGMA foreign_keys = OFF")
    sambungan.execute("BEGIN")
    sambungan.executemany(
        f"INSERT INTO pengukuran_realisasi ({KOLOM}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", baris
    )
    sambungan.execute("COMMIT")
    sambungan.execute("PRAGMA foreign_keys = ON")


def _buat_baris(komponen: list[tuple[int, str]], satker: list[int]) -> Iterator[tuple[object, ...]]:
    """Month by month and satker by satker, as an office types them."""
    for bulan in range(1, 13):
        for s in satker:
            for k, hitung in komponen:
                penyebut = 100 + (k * 31 + s * 7919 + bulan * 13) % 900
                pembilang = penyebut - (k + s + bulan) % 100
                besaran = (
                    (pembilang * SKALA, penyebut * SKALA, None)
                    if hitung == "rasio"
                    else (None, None, penyebut * SKALA)
                )
                yield (k, s, TAHUN, bulan, "terisi", *besaran, "", 1)
