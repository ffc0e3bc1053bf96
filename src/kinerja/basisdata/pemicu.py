"""Triggers for the invariants that no CHECK can express, written for SQLite and PostgreSQL alike."""

from collections.abc import Sequence
from typing import Any, Literal

from django.db.migrations.operations.base import Operation

Saat = Literal["INSERT", "UPDATE", "DELETE"]


class TolakBila(Operation):
    """A migration step: refuse those changes of `tabel` while `syarat` holds.

    `syarat` is one SQL condition that both engines understand; the row being written is `NEW`, the one that is
    there `OLD`. The error reaches Django as IntegrityError with `pesan`. Where DELETE is refused, so is TRUNCATE.
    It asks no model, so that Django need not build all of them anew for every trigger.
    """

    reduces_to_sql = True
    reversible = True

    def __init__(
        self, tabel: str, nama: str, syarat: str, pesan: str, *, saat: Sequence[Saat] = ("INSERT", "UPDATE")
    ) -> None:
        self.tabel, self.nama, self.syarat, self.pesan, self.saat = tabel, nama, syarat, pesan, saat

    def state_forwards(self, _label: str, _keadaan: Any) -> None:
        """Triggers are no part of a model."""

    def database_forwards(self, _label: str, schema_editor: Any, *_keadaan: Any) -> None:
        """Create the trigger."""
        _jalankan(schema_editor, _buat(self.tabel, self.nama, self.syarat, self.pesan, self.saat))

    def database_backwards(self, _label: str, schema_editor: Any, *_keadaan: Any) -> None:
        """Drop it."""
        _jalankan(schema_editor, _hapus(self.tabel, self.nama, self.saat))

    def describe(self) -> str:
        """What `migrate` prints."""
        return f"Refuse in {self.tabel}: {self.nama}"


tolak_bila = TolakBila


def _jalankan(penyunting: Any, perintah: dict[str, list[str]]) -> None:
    for sql in perintah[penyunting.connection.vendor]:
        penyunting.execute(sql, params=None)


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
