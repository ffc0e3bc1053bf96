"""How the choices of an instansi came about: the trail of one of them, for who may read it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import AksesDitolak, iterate_riwayat_untuk
from kinerja.aturan.pilihan import describe_nilai
from kinerja.jejak.queries import EntriRiwayat, SaringanRiwayat, sebut_objek
from kinerja.organisasi.models import PilihanInstansi, Satker
from kinerja.pelaporan.operations.pengaturan import TINDAKAN


@dataclass(frozen=True, slots=True)
class PerubahanPilihan:
    """One choice that was made: from `tahun` on, instead of `dari`; keys and their wording."""

    pada: datetime.datetime
    oleh: str
    tahun: int
    dari: str
    dari_cetak: str
    menjadi_cetak: str
    alasan: str


def list_perubahan_pilihan(
    oleh: Pelaku, instansi: Satker, kode: str, pada: datetime.datetime
) -> tuple[PerubahanPilihan, ...]:
    """Every choice of that kode, newest first; nothing for who may not read the trail of the instansi."""
    awalan = sebut_objek(PilihanInstansi, instansi.kunci, kode, "")
    saringan = SaringanRiwayat(tindakan=TINDAKAN, objek=awalan)
    try:
        entri = iterate_riwayat_untuk(oleh, instansi, saringan, pada=pada)
    except AksesDitolak:
        return ()
    return tuple(_baca(kode, e) for e in entri)


def _baca(kode: str, entri: EntriRiwayat) -> PerubahanPilihan:
    perubahan = {p.medan: p for p in entri.perubahan}
    # Confirming a default changes no value.
    dari = perubahan["nilai"].dari if "nilai" in perubahan else ""
    menjadi = perubahan["nilai"].menjadi if "nilai" in perubahan else ""
    return PerubahanPilihan(
        pada=entri.pada,
        oleh=entri.oleh,
        tahun=int(entri.objek.rpartition("/")[2]),
        dari=dari,
        dari_cetak=describe_nilai(kode, dari) if dari else "",
        menjadi_cetak=describe_nilai(kode, menjadi) if menjadi else "",
        alasan=entri.alasan,
    )
