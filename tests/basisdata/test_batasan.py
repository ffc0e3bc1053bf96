"""Integrity lives in the database: every declared constraint and trigger is there, and refuses its breach."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from tests.basisdata.dunia import PELANGGARAN

SUMBER = Path(__file__).resolve().parents[2] / "src" / "kinerja"


def list_model() -> list[type[models.Model]]:
    return [m for m in apps.get_models() if m.__module__.startswith("kinerja.")]


def find_batasan() -> dict[str, models.BaseConstraint]:
    """Name -> constraint, as the models declare them."""
    return {b.name: b for m in list_model() for b in m._meta.constraints}


def find_pemicu() -> dict[str, str]:
    """Name -> message of every trigger that a migration makes."""
    panggilan = [
        simpul
        for berkas in SUMBER.glob("*/migrations/*.py")
        for simpul in ast.walk(ast.parse(berkas.read_text()))
        if isinstance(simpul, ast.Call) and getattr(simpul.func, "id", "") == "tolak_bila"
    ]
    return {ast.literal_eval(p.args[1]): ast.literal_eval(p.args[3]) for p in panggilan}


def read_batasan_tersimpan() -> set[str]:
    """Names of constraints and indexes in the catalogue of the database."""
    with connection.cursor() as kursor:
        tabel = [m._meta.db_table for m in list_model()]
        return {nama for t in tabel for nama in connection.introspection.get_constraints(kursor, t)}


def read_pemicu_tersimpan() -> set[str]:
    """Names of triggers in the catalogue; SQLite keeps one for INSERT and one for UPDATE."""
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
    saat = {"sqlite": ("_insert", "_update"), "postgresql": ("",)}[connection.vendor]
    assert read_pemicu_tersimpan() == {nama + akhir for nama in find_pemicu() for akhir in saat}


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
