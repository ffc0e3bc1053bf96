"""Triggers for the invariants that no CHECK can express, written for SQLite and PostgreSQL alike."""

from collections.abc import Callable
from typing import Any

from django.db.migrations import RunPython


def tolak_bila(tabel: str, nama: str, syarat: str, pesan: str) -> RunPython:
    """A migration step: refuse INSERT and UPDATE on `tabel` while `syarat` holds.

    `syarat` is one SQL condition that both engines understand; the row being written is `NEW`. The error
    reaches Django as IntegrityError with `pesan`.
    """
    return RunPython(_jalankan(_buat(tabel, nama, syarat, pesan)), _jalankan(_hapus(tabel, nama)))


def _jalankan(perintah: dict[str, list[str]]) -> Callable[[Any, Any], None]:
    def langkah(_apps: Any, penyunting: Any) -> None:
        for sql in perintah[penyunting.connection.vendor]:
            penyunting.execute(sql, params=None)

    return langkah


def _buat(tabel: str, nama: str, syarat: str, pesan: str) -> dict[str, list[str]]:
    pesan = pesan.replace("'", "''")
    sqlite = [
        f"CREATE TRIGGER {nama}_{saat.lower()} BEFORE {saat} ON {tabel} FOR EACH ROW WHEN {syarat} "
        f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END"
        for saat in ("INSERT", "UPDATE")
    ]
    # PostgreSQL forbids a subquery in WHEN, so the condition is asked inside the function.
    postgresql = [
        f"CREATE FUNCTION {nama}() RETURNS trigger AS $$ BEGIN IF {syarat} THEN "
        f"RAISE EXCEPTION USING MESSAGE = '{pesan}', ERRCODE = 'integrity_constraint_violation'; END IF; "
        "RETURN NEW; END $$ LANGUAGE plpgsql",
        f"CREATE TRIGGER {nama} BEFORE INSERT OR UPDATE ON {tabel} FOR EACH ROW EXECUTE FUNCTION {nama}()",
    ]
    return {"sqlite": sqlite, "postgresql": postgresql}


def _hapus(tabel: str, nama: str) -> dict[str, list[str]]:
    return {
        "sqlite": [f"DROP TRIGGER {nama}_insert", f"DROP TRIGGER {nama}_update"],
        "postgresql": [f"DROP TRIGGER {nama} ON {tabel}", f"DROP FUNCTION {nama}()"],
    }
