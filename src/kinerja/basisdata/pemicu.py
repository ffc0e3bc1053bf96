"""Triggers for the invariants that no CHECK can express, written for SQLite and PostgreSQL alike."""

from collections.abc import Callable, Sequence
from typing import Any, Literal

from django.db.migrations import RunPython

Saat = Literal["INSERT", "UPDATE", "DELETE"]


def tolak_bila(
    tabel: str, nama: str, syarat: str, pesan: str, *, saat: Sequence[Saat] = ("INSERT", "UPDATE")
) -> RunPython:
    """A migration step: refuse those changes of `tabel` while `syarat` holds.

    `syarat` is one SQL condition that both engines understand; the row being written is `NEW`, the one that is
    there `OLD`. The error reaches Django as IntegrityError with `pesan`. Where DELETE is refused, so is TRUNCATE.
    """
    return RunPython(_jalankan(_buat(tabel, nama, syarat, pesan, saat)), _jalankan(_hapus(tabel, nama, saat)))


def _jalankan(perintah: dict[str, list[str]]) -> Callable[[Any, Any], None]:
    def langkah(_apps: Any, penyunting: Any) -> None:
        for sql in perintah[penyunting.connection.vendor]:
            penyunting.execute(sql, params=None)

    return langkah


def _buat(tabel: str, nama: str, syarat: str, pesan: str, saat: Sequence[Saat]) -> dict[str, list[str]]:
    pesan = pesan.replace("'", "''")
    sqlite = [
        f"CREATE TRIGGER {nama}_{satu.lower()} BEFORE {satu} ON {tabel} FOR EACH ROW WHEN {syarat} "
        f"BEGIN SELECT RAISE(ABORT, '{pesan}'); END"
        for satu in saat
    ]
    tolak = f"RAISE EXCEPTION USING MESSAGE = '{pesan}', ERRCODE = 'integrity_constraint_violation'"
    # PostgreSQL forbids a subquery in WHEN, so the condition is asked inside the function.
    postgresql = [
        f"CREATE FUNCTION {nama}() RETURNS trigger AS $$ BEGIN IF TG_OP = 'TRUNCATE' THEN {tolak}; "
        f"ELSIF {syarat} THEN {tolak}; END IF; IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; "
        "RETURN NEW; END $$ LANGUAGE plpgsql",
        f"CREATE TRIGGER {nama} BEFORE {' OR '.join(saat)} ON {tabel} FOR EACH ROW EXECUTE FUNCTION {nama}()",
    ]
    if "DELETE" in saat:
        postgresql.append(
            f"CREATE TRIGGER {nama}_truncate BEFORE TRUNCATE ON {tabel} EXECUTE FUNCTION {nama}()"
        )
    return {"sqlite": sqlite, "postgresql": postgresql}


def _hapus(tabel: str, nama: str, saat: Sequence[Saat]) -> dict[str, list[str]]:
    truncate = [f"DROP TRIGGER {nama}_truncate ON {tabel}"] if "DELETE" in saat else []
    return {
        "sqlite": [f"DROP TRIGGER {nama}_{satu.lower()}" for satu in saat],
        "postgresql": [*truncate, f"DROP TRIGGER {nama} ON {tabel}", f"DROP FUNCTION {nama}()"],
    }
