"""Several real connections at once: threads on PostgreSQL, and on SQLite on a file, as it is in production."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection

Kerja = Callable[[], Any]


@contextmanager
def sambungan_nyata(tempat: Path) -> Iterator[Callable[..., list[Any]]]:
    """Gives a function that runs each piece of work on a connection of its own, all starting together.

    It returns what each gave, in order, an exception as a value. On SQLite the test database lies in memory, which
    connections cannot share honestly; the work is done on a copy in a file.
    """
    nama = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        berkas = tempat / "serentak.sqlite3"
        with sqlite3.connect(berkas) as salinan:
            connection.connection.backup(salinan)
        connection.settings_dict["NAME"] = str(berkas)
    try:
        yield _jalankan
    finally:
        connection.settings_dict["NAME"] = nama


def _jalankan(*kerja: Kerja) -> list[Any]:
    hasil: list[Any] = [None] * len(kerja)
    mulai = threading.Barrier(len(kerja))

    def utas(nomor: int, satu: Kerja) -> None:
        try:
            connection.ensure_connection()
            mulai.wait(30)
            hasil[nomor] = satu()
        except Exception as galat:
            hasil[nomor] = galat
        finally:
            connection.close()

    semua = [threading.Thread(target=utas, args=pasangan) for pasangan in enumerate(kerja)]
    for satu in semua:
        satu.start()
    for satu in semua:
        satu.join(60)
    return hasil
