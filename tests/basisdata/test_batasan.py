"""Integrity lives in the database: every declared constraint and trigger is there, and refuses its breach."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from tests.basisdata import dunia as dasar
from tests.basisdata.pelanggaran_anggaran import PELANGGARAN_ANGGARAN
from tests.basisdata.pelanggaran_laporan import PELANGGARAN_LAPORAN
from tests.basisdata.pelanggaran_pengukuran import PELANGGARAN_PENGUKURAN
from tests.basisdata.pelanggaran_perjanjian import PELANGGARAN_PERJANJIAN
from tests.basisdata.pelanggaran_rencana import PELANGGARAN_RENCANA
from tests.basisdata.pelanggaran_survei import PELANGGARAN_SURVEI
from tests.basisdata.pelanggaran_telaah import PELANGGARAN_TELAAH

PELANGGARAN = dasar.PELANGGARAN | PELANGGARAN_PENGUKURAN | PELANGGARAN_TELAAH | PELANGGARAN_LAPORAN
PELANGGARAN |= PELANGGARAN_ANGGARAN | PELANGGARAN_RENCANA | PELANGGARAN_PERJANJIAN | PELANGGARAN_SURVEI
SUMBER = Path(__file__).resolve().parents[2] / "src" / "kinerja"


def list_model() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("kinerja.")]


def find_batasan() -> dict[str, models.BaseConstraint]:
    """Name -> constraint, as the models declare them."""
    return {b.name: b for m in list_model() for b in m._meta.constraints}


SAAT_BAWAAN = ("INSERT", "UPDATE")


def find_panggilan() -> list[ast.Call]:
    """Every `tolak_bila` in a migration."""
    return [
        simpul
        for berkas in SUMBER.glob("*/migrations/*.py")
        for simpul in ast.walk(ast.parse(berkas.read_text()))
        if isinstance(simpul, ast.Call) and getattr(simpul.func, "id", "") == "tolak_bila"
    ]


def find_pemicu() -> dict[str, str]:
    """Name -> message of every trigger that a migration makes."""
    panggilan = find_panggilan()
    return {ast.literal_eval(p.args[1]): ast.literal_eval(p.args[3]) for p in panggilan}


def list_nama_pemicu(panggilan: ast.Call, vendor: str) -> set[str]:
    """The names in the catalogue: SQLite keeps one per event, PostgreSQL one and another for TRUNCATE."""
    nama = ast.literal_eval(panggilan.args[1])
    saat = next((ast.literal_eval(k.value) for k in panggilan.keywords if k.arg == "saat"), SAAT_BAWAAN)
    if vendor == "sqlite":
        return {f"{nama}_{s.lower()}" for s in saat}
    return {nama, f"{nama}_truncate"} if "DELETE" in saat else {nama}


def read_batasan_tersimpan() -> set[str]:
    """Names of constraints and indexes in the catalogue of the database."""
    with connection.cursor() as kursor:
        tabel = [m._meta.db_table for m in list_model()]
        return {nama for t in tabel for nama in connection.introspection.get_constraints(kursor, t)}


def read_pemicu_tersimpan() -> set[str]:
    """Names of triggers in the catalogue."""
    perintah = {
        "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
        "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
    }
    with connection.cursor() as kursor:
        kursor.execute(perintah[connection.vendor])
        return {nama for (nama,) in kursor.fetchall()}


def test_setiap_batasan_punya_contoh_pelanggaran():
    assert set(PELANGGARAN) == set(find_batasan()) | set(find_pemicu())


@pytest.mark.django_db
def test_setiap_batasan_ada_di_basis_data():
    assert set(find_batasan()) - read_batasan_tersimpan() == set()


@pytest.mark.django_db
def test_setiap_pemicu_ada_di_basis_data():
    harus = [list_nama_pemicu(p, connection.vendor) for p in find_panggilan()]
    assert read_pemicu_tersimpan() == set().union(*harus)


@pytest.mark.parametrize("nama", PELANGGARAN)
def test_pelanggaran_ditolak(dunia, nama):
    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        PELANGGARAN[nama](dunia)
    assert is_karena(nama, str(galat.value)), galat.value


def is_karena(nama: str, pesan: str) -> bool:
    """Did this very constraint speak? SQLite names the columns of a unique constraint instead of it."""
    if pemicu := find_pemicu().get(nama):
        return pemicu in pesan
    batasan = find_batasan()[nama]
    if nama in pesan or connection.vendor != "sqlite" or not isinstance(batasan, models.UniqueConstraint):
        return nama in pesan
    return sorted(s.rsplit(".")[-1].removesuffix("_id") for s in pesan.split(": ")[1].split(", ")) == sorted(
        batasan.fields
    )
