"""Every object is reached through here: these functions know who asks."""

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone

from kinerja.akses.izin import Izin, Peran, list_peran
from kinerja.akses.models import Pengguna, Penugasan
from kinerja.akses.pelaku import Pelaku, Sistem, sebut_pelaku
from kinerja.jejak.queries import (
    EntriRiwayat,
    HalamanRiwayat,
    Jendela,
    SaringanRiwayat,
    iterate_riwayat,
    list_riwayat,
    read_halaman,
    sebut_objek,
)
from kinerja.organisasi.models import RiwayatSatker, Satker, UnitEselonI, UnitKerja
from kinerja.organisasi.queries import get_akhir_tahun

RIWAYAT_AKUN = 50
"""How many of its last entries the page of an account shows."""


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


def _read_pohon_banyak(calon: Mapping[int, Collection[int]]) -> dict[int, Pohon]:
    """The trees of all those years, in one query."""
    baris = list(
        RiwayatSatker.objects.order_by().values_list(
            "satker_id", "induk_id", "unit_id", "berlaku_dari", "berlaku_sampai"
        )
    )
    hasil: dict[int, Pohon] = {}
    for tahun in {t for semua in calon.values() for t in semua}:
        hari = get_akhir_tahun(tahun)
        hasil[tahun] = {
            satker: Simpul(induk, unit)
            for satker, induk, unit, dari, sampai in baris
            if dari <= hari and (sampai is None or sampai >= hari)
        }
    return hasil


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


def list_tahun_terjangkau(
    pengguna: Pengguna, izin: Izin, calon: Mapping[int, Collection[int]], *, pada: datetime.date
) -> dict[int, tuple[int, ...]]:
    """Of the years of each satker (id -> years) those for which that person has `izin`; in two queries.

    A satker without such a year is left out.
    """
    penugasan = list_penugasan(pengguna, izin=izin, pada=pada)
    akar = {p.satker_id for p in penugasan}
    # Nothing to look up where every candidate is itself assigned, or everything is.
    pohon = {} if None in akar or akar >= set(calon) else _read_pohon_banyak(calon)
    hasil = {
        s: tuple(
            t
            for t in tahun
            if any(_is_tahun(p, t) and is_mencakup(p, s, pohon.get(t, {})) for p in penugasan)
        )
        for s, tahun in calon.items()
    }
    return {s: tahun for s, tahun in hasil.items() if tahun}


def _is_tahun(penugasan: Penugasan, tahun: int) -> bool:
    return penugasan.tahun is None or penugasan.tahun == tahun


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
    semua = list_penugasan(pengguna, izin=izin, tahun=tahun, pada=pada)
    if any(p.satker_id in (None, satker.pk) and p.unit_kerja_id is None for p in semua):
        return None
    pohon = read_pohon(tahun)
    penugasan = [p for p in semua if is_mencakup(p, satker.pk, pohon)]
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


def list_satker_kelola(oleh: Pelaku, pada: datetime.datetime) -> frozenset[int]:
    """Ids of the satker whose accounts `oleh` manages; of all for the command line."""
    if isinstance(oleh, Sistem):
        return frozenset(Satker.objects.values_list("pk", flat=True))
    hari = get_hari(pada)
    return list_satker_terjangkau(oleh, Izin.KELOLA_AKUN, tahun=hari.year, pada=hari)


def is_pengelola(oleh: Pelaku, pada: datetime.datetime, *, seinstansi: bool = False) -> bool:
    """Whether `oleh` manages any accounts (`seinstansi`: those of the whole instansi)."""
    if isinstance(oleh, Sistem):
        return True
    milik = oleh.penugasan.berlaku(get_hari(pada)).filter(peran__in=list_peran(Izin.KELOLA_AKUN))
    return milik.filter(satker__isnull=True).exists() if seinstansi else milik.exists()


def list_pengguna_untuk(oleh: Pelaku, pada: datetime.datetime) -> list[Pengguna]:
    """The accounts `oleh` may see: all, or those assigned within his satker or nowhere yet. Raises AksesDitolak."""
    if not is_pengelola(oleh, pada):
        raise AksesDitolak("Anda tidak berwenang mengelola akun.", asing=False)
    semua = Pengguna.objects.prefetch_related(
        "penugasan__satker", "penugasan__unit_kerja", "penugasan__unit"
    ).order_by("nama_akun")
    if is_pengelola(oleh, pada, seinstansi=True):
        return list(semua)
    milik = list_satker_kelola(oleh, pada)
    return list(semua.filter(Q(penugasan__satker__in=milik) | Q(penugasan__isnull=True)).distinct())


def get_pengguna_untuk(oleh: Pelaku, nama_akun: str, pada: datetime.datetime) -> Pengguna:
    """One account `oleh` may see. Raises AksesDitolak, the same for a foreign one as for none."""
    for satu in list_pengguna_untuk(oleh, pada):
        if satu.nama_akun == nama_akun:
            return satu
    raise AksesDitolak("Akun tidak dikenal.", asing=True)


def get_unit_kerja(satker: Satker, kunci: str) -> UnitKerja:
    """A division or section of a satker by key. Raises AksesDitolak."""
    unit = UnitKerja.objects.filter(satker=satker, kunci=kunci).first()
    if unit is None:
        raise AksesDitolak("Unit kerja tidak dikenal.", asing=True)
    return unit


def get_unit(kode: str) -> UnitEselonI:
    """A unit Eselon I by kode. Raises AksesDitolak."""
    unit = UnitEselonI.objects.filter(kode=kode).first()
    if unit is None:
        raise AksesDitolak("Unit Eselon I tidak dikenal.", asing=True)
    return unit


@dataclass(frozen=True, slots=True)
class PilihanLingkup:
    """What an admin may choose from: (value, label) of satker, of "satker/unit kerja", and of unit Eselon I."""

    satker: tuple[tuple[str, str], ...]
    unit_kerja: tuple[tuple[str, str], ...]
    unit: tuple[tuple[str, str], ...]


def list_pilihan_lingkup(oleh: Pelaku, pada: datetime.datetime) -> PilihanLingkup:
    """The scopes `oleh` may give to others."""
    milik = list_satker_kelola(oleh, pada)
    riwayat = RiwayatSatker.objects.pada(get_hari(pada)).filter(satker__in=milik).select_related("satker")
    nama = {r.satker_id: (r.satker.kunci, r.nama) for r in riwayat}
    unit_kerja = UnitKerja.objects.filter(satker__in=nama).order_by("satker", "urutan", "id")
    return PilihanLingkup(
        tuple(sorted(nama.values(), key=lambda p: p[1])),
        tuple(
            (f"{nama[u.satker_id][0]}/{u.kunci}", f"{u.nama} ({nama[u.satker_id][1]})") for u in unit_kerja
        ),
        tuple(UnitEselonI.objects.values_list("kode", "nama")),
    )


def list_riwayat_pengguna(pengguna: Pengguna) -> list[EntriRiwayat]:
    """What happened last to an account, for somebody who was allowed to see it (`get_pengguna_untuk`)."""
    rantai = {"", *(p.satker.kunci for p in pengguna.penugasan.select_related("satker") if p.satker)}
    return list_riwayat(sebut_objek(Pengguna, pengguna.nama_akun), rantai=rantai, batas=RIWAYAT_AKUN)


def read_riwayat_untuk(
    oleh: Pelaku,
    satker: Satker,
    isi: tuple[SaringanRiwayat, Jendela],
    *,
    tahun: int | None = None,
    pada: datetime.datetime,
) -> HalamanRiwayat:
    """One page of the history on the chain of a satker. Raises AksesDitolak."""
    authorize(oleh, Izin.LIHAT_JEJAK, satker, tahun=tahun, pada=pada)
    return read_halaman(satker.kunci, *isi)


def iterate_riwayat_untuk(
    oleh: Pelaku,
    satker: Satker,
    saringan: SaringanRiwayat,
    *,
    tahun: int | None = None,
    pada: datetime.datetime,
) -> Iterator[EntriRiwayat]:
    """All of it that matches, newest first. Raises AksesDitolak at once, not when it is read."""
    authorize(oleh, Izin.LIHAT_JEJAK, satker, tahun=tahun, pada=pada)
    return iterate_riwayat(satker.kunci, saringan)


def list_sebutan(nama_akun: str) -> tuple[str, ...]:
    """Every way in which the trail may name that account (or what is spelt out in full already)."""
    return (nama_akun, *(f"{nama_akun} ({peran})" for peran in Peran))
