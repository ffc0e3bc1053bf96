"""Take the triggers of the test database away for a while: to throw away what a test wrote, or to tamper."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

TABEL = (
    "jejak_jejak",
    "jejak_kepalarantai",
    "pelaporan_berkasfinal",
    "pelaporan_cakupanlaporan",
    "pelaporan_langkahlaporan",
    "pelaporan_laporanfinal",
    "pelaporan_narasi",
    "pelaporan_tabelpendukung",
    "pelaporan_versinarasi",
    "pengukuran_catatanpengukuran",
    "pengukuran_datadukung",
    "pengukuran_konfirmasiperingatan",
    "pengukuran_realisasi",
    "telaah_reviu",
    "telaah_jawabanreviu",
    "telaah_rekomendasireviu",
    "telaah_tindaklanjutreviu",
)


@contextmanager
def tanpa_pemicu() -> Iterator[None]:
    """Within the block the tables that refuse to be emptied are like any other."""
    cabut, pasang = _susun_sqlite() if connection.vendor == "sqlite" else _susun_postgresql()
    _jalankan(cabut)
    yield
    _jalankan(pasang)


def _susun_sqlite() -> tuple[list[str], list[str]]:
    tempat = ", ".join(["%s"] * len(TABEL))
    tanya = f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ({tempat})"
    with connection.cursor() as kursor:
        pemicu = kursor.execute(tanya, TABEL).fetchall()
    return [f"DROP TRIGGER {nama}" for nama, _ in pemicu], [sql for _, sql in pemicu]


def _susun_postgresql() -> tuple[list[str], list[str]]:
    kerja = [[f"ALTER TABLE {t} {k} TRIGGER USER" for t in TABEL] for k in ("DISABLE", "ENABLE")]
    return kerja[0], kerja[1]


def _jalankan(perintah: list[str]) -> None:
    with connection.cursor() as kursor:
        for sql in perintah:
            kursor.execute(sql)
