"""Triggers refuse on both engines, on INSERT and on UPDATE, and can be taken away again."""

import pytest
from django.db import IntegrityError, connection, transaction

from kinerja.basisdata.pemicu import TolakBila

TABEL = "uji_pemicu"
PEMICU = TolakBila(TABEL, "uji_genap", "EXISTS (SELECT 1 WHERE NEW.isi % 2 = 0)", "isi tidak boleh genap")


def _run(sql: str) -> None:
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(sql)


def _pasang(pemicu: TolakBila) -> None:
    with connection.schema_editor() as penyunting:
        pemicu.database_forwards("uji", penyunting, None, None)


def _cabut(pemicu: TolakBila) -> None:
    with connection.schema_editor() as penyunting:
        pemicu.database_backwards("uji", penyunting, None, None)


@pytest.fixture
def tabel(transactional_db):
    _run(f"CREATE TABLE {TABEL} (id integer PRIMARY KEY, isi integer)")
    yield
    _run(f"DROP TABLE {TABEL}")


@pytest.mark.usefixtures("tabel")
def test_menolak_lalu_dicabut():
    _pasang(PEMICU)
    _run(f"INSERT INTO {TABEL} VALUES (1, 1)")
    for perintah in (f"INSERT INTO {TABEL} VALUES (2, 2)", f"UPDATE {TABEL} SET isi = 4"):
        with pytest.raises(IntegrityError, match="isi tidak boleh genap"):
            _run(perintah)
    _run(f"UPDATE {TABEL} SET isi = 3")
    _cabut(PEMICU)
    _run(f"INSERT INTO {TABEL} VALUES (2, 2)")
    _pasang(PEMICU)
    _cabut(PEMICU)


HANYA_TAMBAH = TolakBila(TABEL, "uji_tetap", "1 = 1", "tidak boleh diubah", saat=("UPDATE", "DELETE"))


@pytest.mark.usefixtures("tabel")
def test_hanya_boleh_menambah():
    _pasang(HANYA_TAMBAH)
    _run(f"INSERT INTO {TABEL} VALUES (1, 1)")
    truncate = [f"TRUNCATE {TABEL}"] if connection.vendor == "postgresql" else []
    for perintah in (f"UPDATE {TABEL} SET isi = 4", f"DELETE FROM {TABEL}", *truncate):
        with pytest.raises(IntegrityError, match="tidak boleh diubah"):
            _run(perintah)
    _cabut(HANYA_TAMBAH)
    _run(f"DELETE FROM {TABEL}")


HANYA_NAIK = TolakBila(TABEL, "uji_naik", "NEW.isi <= OLD.isi", "harus naik", saat=("UPDATE",))


@pytest.mark.usefixtures("tabel")
def test_nilai_lama_dan_baru_dibandingkan():
    _pasang(HANYA_NAIK)
    _run(f"INSERT INTO {TABEL} VALUES (1, 1)")
    _run(f"UPDATE {TABEL} SET isi = 2")
    with pytest.raises(IntegrityError, match="harus naik"):
        _run(f"UPDATE {TABEL} SET isi = 2")
    _run(f"DELETE FROM {TABEL}")
    _cabut(HANYA_NAIK)
