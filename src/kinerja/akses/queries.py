"""Every object is reached through here: these functions know who asks."""

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils import timezone

from kinerja.akses.izin import Izin, list_peran
from kinerja.akses.models import Pengguna, Penugasan
from kinerja.akses.pelaku import Pelaku, Sistem, sebut_pelaku
from kinerja.organisasi.models import RiwayatSatker, Satker, UnitKerja
from kinerja.organisasi.queries import get_akhir_tahun


class AksesDitolak(PermissionError):
    """The asker may not do that. `asing`: he may not even know that the object exists (404), else 403."""

    def __init__(self, pesan: str, *, asing: bool) -> None:
        super().__init__(pesan)
        self.asing = asing


@dataclass(frozen=True, slots=True)
class Simpul:
    """Where a satker stands in the tree: its superior and its unit Eselon I."""

    induk: int | None
    unit: int | None


Pohon = dict[int, Simpul]


def read_pohon(tahun: int) -> Pohon:
    """The tree of that year (its last day) in one query: satker id -> where it stands."""
    baris = RiwayatSatker.objects.pada(get_akhir_tahun(tahun)).order_by()
    return {
        s: Simpul(induk, unit) for s, induk, unit in baris.values_list("satker_id", "induk_id", "unit_id")
    }


def list_penugasan(
    pengguna: Pengguna, *, izin: Izin | None = None, tahun: int | None = None, pada: datetime.date
) -> list[Penugasan]:
    """The assignments in force on that day that give `izin` for the data of `tahun`."""
    semua = pengguna.penugasan.berlaku(pada, tahun).select_related("satker", "unit_kerja", "unit")
    return list(semua if izin is None else semua.filter(peran__in=list_peran(izin)))


def is_mencakup(penugasan: Penugasan, satker_id: int, pohon: Pohon) -> bool:
    """Whether the satker is in the assignment's subtree; with a unit, only its satker and the root itself."""
    akar = penugasan.satker_id
    if akar is None or satker_id == akar:
        return True
    if satker_id not in pohon:
        return False
    if penugasan.unit_id is not None and pohon[satker_id].unit != penugasan.unit_id:
        return False
    if penugasan.unit_id is None and penugasan.unit_kerja_id is not None:
        # A division without a unit of its own has no satker beneath it.
        return False
    return akar in _list_atasan(satker_id, pohon)


def _list_atasan(satker_id: int, pohon: Pohon) -> Iterable[int]:
    dilalui: set[int] = set()
    kini: int | None = satker_id
    while kini is not None and kini not in dilalui:
        dilalui.add(kini)
        kini = pohon[kini].induk if kini in pohon else None
    return dilalui


def list_satker_terjangkau(
    pengguna: Pengguna, izin: Izin, *, tahun: int, pada: datetime.date
) -> frozenset[int]:
    """Ids of all satker for which that person has `izin`; empty for nobody."""
    penugasan = list_penugasan(pengguna, izin=izin, tahun=tahun, pada=pada)
    if any(p.satker_id is None for p in penugasan):
        return frozenset(Satker.objects.values_list("pk", flat=True))
    pohon = read_pohon(tahun) if penugasan else {}
    akar = {p.satker_id for p in penugasan}
    return frozenset(s for s in {*pohon, *akar} if any(is_mencakup(p, s, pohon) for p in penugasan))


def authorize(
    oleh: Pelaku, izin: Izin, satker: Satker | None, *, tahun: int | None = None, pada: datetime.datetime
) -> str:
    """Check that `oleh` has `izin` for the satker (None: for the whole instansi); how the trail names the actor.

    `tahun` is the year of the data (None: of `pada`). Raises AksesDitolak: `asing` when nobody gave that person
    anything at the satker, otherwise only this izin is missing.
    """
    if isinstance(oleh, Sistem):
        return oleh.sebutan
    hari = get_hari(pada)
    pengguna, tahun = oleh, tahun or hari.year
    semua = list_penugasan(pengguna, tahun=tahun, pada=hari)
    pohon = read_pohon(tahun) if satker and any(p.satker_id for p in semua) else {}
    milik = [p for p in semua if _is_di(p, satker, pohon)]
    peran = list_peran(izin)
    for satu in sorted(milik, key=lambda p: p.satker_id is None):
        if satu.peran in peran:
            return sebut_pelaku(pengguna, satu.peran)
    raise AksesDitolak("Anda tidak berwenang untuk tindakan ini.", asing=satker is not None and not milik)


def _is_di(penugasan: Penugasan, satker: Satker | None, pohon: Pohon) -> bool:
    if satker is None:
        return penugasan.satker_id is None
    return is_mencakup(penugasan, satker.pk, pohon)


def get_satker_untuk(
    oleh: Pelaku, sebutan: str, *, izin: Izin, tahun: int | None = None, pada: datetime.datetime
) -> Satker:
    """The satker named by key or kode, for somebody who has `izin` there.

    Raises AksesDitolak, the same for a foreign satker as for one that does not exist.
    """
    satker = Satker.objects.cari(sebutan)
    if satker is None:
        raise AksesDitolak("Satker tidak dikenal.", asing=True)
    authorize(oleh, izin, satker, tahun=tahun, pada=pada)
    return satker


def list_unit_kerja_terjangkau(
    pengguna: Pengguna, satker: Satker, izin: Izin, *, tahun: int, pada: datetime.date
) -> frozenset[int] | None:
    """The divisions of the satker (with what is beneath them) for which that person has `izin`; None: all."""
    pohon = read_pohon(tahun)
    penugasan = [
        p
        for p in list_penugasan(pengguna, izin=izin, tahun=tahun, pada=pada)
        if is_mencakup(p, satker.pk, pohon)
    ]
    # The division limits what one sees of its own satker; a satker beneath is seen whole.
    terbatas = [p.unit_kerja_id for p in penugasan if p.unit_kerja_id and p.satker_id == satker.pk]
    return None if len(terbatas) < len(penugasan) else _list_unit_kerja_bawahan(terbatas, satker)


def _list_unit_kerja_bawahan(akar: Collection[int | None], satker: Satker) -> frozenset[int]:
    hasil = {a for a in akar if a is not None}
    induk = list(UnitKerja.objects.filter(satker=satker).values_list("pk", "induk_id"))
    while tambahan := {pk for pk, i in induk if i in hasil} - hasil:
        hasil |= tambahan
    return frozenset(hasil)


def get_hari(pada: datetime.datetime) -> datetime.date:
    """The day at the office: an assignment ends at its midnight, not at that of Greenwich."""
    return timezone.localtime(pada, timezone.get_default_timezone()).date()


def is_ada_admin(pada: datetime.date) -> bool:
    """Whether anybody can manage accounts of the whole instansi."""
    return Penugasan.objects.berlaku(pada).filter(peran="admin", satker__isnull=True).exists()


def is_ada_peraga() -> bool:
    """Whether demo accounts can log in."""
    return Pengguna.objects.filter(peraga=True, aktif=True).exists()


def get_pengguna(nama_akun: str) -> Pengguna | None:
    """The account of that name, or None."""
    return Pengguna.objects.filter(nama_akun=nama_akun.strip().lower()).first()


def list_pengguna() -> list[Pengguna]:
    """Every account with its assignments."""
    return list(Pengguna.objects.prefetch_related("penugasan__satker", "penugasan__unit_kerja"))
