"""Triggers refuse on both engines, on INSERT and on UPDATE, and can be taken away again."""

import pytest
from django.db import IntegrityError, connection, transaction

from kinerja.basisdata.pemicu import tolak_bila

TABEL = "uji_pemicu"
PEMICU = tolak_bila(TABEL, "uji_genap", "EXISTS (SELECT 1 WHERE NEW.isi % 2 = 0)", "isi tidak boleh genap")


def _run(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(sql)


def _apply(langkah) -> None:
    with connection.schema_editor() as penyunting:
        langkah(None, penyunting)


@pytest.fixture
def tabel(transactional_db):
    _run(f"CREATE TABLE {TABEL} (id integer PRIMARY KEY, isi integer)")
    yield
    _run(f"DROP TABLE {TABEL}")


@pytest.mark.usefixtures("tabel")
def test_menolak_lalu_dicabut():
    _apply(PEMICU.code)
    _run(f"INSERT INTO {TABEL} VALUES (1, 1)")
    for perintah in (f"INSERT INTO {TABEL} VALUES (2, 2)", f"UPDATE {TABEL} SET isi = 4"):
        with pytest.raises(IntegrityError, match="isi tidak boleh genap"):
            _run(perintah)
    _run(f"UPDATE {TABEL} SET isi = 3")
    _apply(PEMICU.reverse_code)
    _run(f"INSERT INTO {TABEL} VALUES (2, 2)")
    _apply(PEMICU.code)
    _apply(PEMICU.reverse_code)


HANYA_TAMBAH = tolak_bila(TABEL, "uji_tetap", "1 = 1", "tidak boleh diubah", saat=("UPDATE", "DELETE"))


@pytest.mark.usefixtures("tabel")
def test_hanya_boleh_menambah():
    _apply(HANYA_TAMBAH.code)
    _run(f"INSERT INTO {TABEL} VALUES (1, 1)")
    truncate = [f"TRUNCATE {TABEL}"] if connection.vendor == "postgresql" else []
    for perintah in (f"UPDATE {TABEL} SET isi = 4", f"DELETE FROM {TABEL}", *truncate):
        with pytest.raises(IntegrityError, match="tidak boleh diubah"):
            _run(perintah)
    _apply(HANYA_TAMBAH.reverse_code)
    _run(f"DELETE FROM {TABEL}")


HANYA_NAIK = tolak_bila(TABEL, "uji_naik", "NEW.isi <= OLD.isi", "harus naik", saat=("UPDATE",))


@pytest.mark.usefixtures("tabel")
def test_nilai_lama_dan_baru_dibandingkan():
    _apply(HANYA_NAIK.code)
    _run(f"INSERT INTO {TABEL} VALUES (1, 1)")
    _run(f"UPDATE {TABEL} SET isi = 2")
    with pytest.raises(IntegrityError, match="harus naik"):
        _run(f"UPDATE {TABEL} SET isi = 2")
    _run(f"DELETE FROM {TABEL}")
    _apply(HANYA_NAIK.reverse_code)
