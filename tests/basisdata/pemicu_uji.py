"""Take the triggers of the test database away for a while: to throw away what a test wrote, or to tamper."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def tanpa_pemicu() -> Iterator[None]:
    """Within the block the tables that refuse to be emptied are like any other."""
    cabut, pasang = _susun_sqlite() if connection.vendor == "sqlite" else _susun_postgresql()
    _jalankan(cabut)
    yield
    _jalankan(pasang)


def _susun_sqlite() -> tuple[list[str], list[str]]:
    with connection.cursor() as kursor:
        pemicu = kursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    return [f"DROP TRIGGER {nama}" for nama, _ in pemicu], [sql for _, sql in pemicu]


def _susun_postgresql() -> tuple[list[str], list[str]]:
    with connection.cursor() as kursor:
        kursor.execute("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal")
        tabel = sorted(nama for (nama,) in kursor.fetchall())
    kerja = [[f"ALTER TABLE {t} {k} TRIGGER USER" for t in tabel] for k in ("DISABLE", "ENABLE")]
    return kerja[0], kerja[1]


def _jalankan(perintah: list[str]) -> None:
    with connection.cursor() as kursor:
        for sql in perintah:
            kursor.execute(sql)
