"""The board of one person: the sheets he fills, what is missing on them, and the sheets of those beneath him."""

import datetime
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from kinerja.akses.izin import Peran
from kinerja.akses.models import Pengguna, Penugasan
from kinerja.akses.queries import get_hari, is_mencakup, list_penugasan, read_pohon
from kinerja.alur.wewenang import Letak, Pembaca, Tempat
from kinerja.aturan.peralihan import Jenjang, Status
from kinerja.pengukuran.kepatuhan import BarisKepatuhan, Ketepatan, SelKepatuhan, list_kepatuhan
from kinerja.pengukuran.letak import PetaPelapor
from kinerja.pengukuran.models import LembarPengukuran, Realisasi
from kinerja.perencanaan.models import Komponen

_DIMINTA = (Ketepatan.DITUNGGU, Ketepatan.TERTUNGGAK)
_LANGKAH = {
    Status.DIAJUKAN: Jenjang.KEPALA_SATKER,
    Status.DIVERIFIKASI: Jenjang.KEPALA_DIVISI,
    Status.DISETUJUI: Jenjang.PENYUSUN,
}
"""Whose turn it is once a sheet was submitted."""


@dataclass(frozen=True, slots=True)
class SelKosong:
    """An indikator of a sheet with komponen nobody has chosen anything for."""

    kode: str
    nama: str
    banyak: int


@dataclass(frozen=True, slots=True)
class BarisPapan:
    """One satker or division on the board; `jenjang` are the rungs on which the reader stands for it."""

    baris: BarisKepatuhan
    jenjang: frozenset[Jenjang]

    @property
    def sel(self) -> tuple[SelKepatuhan, ...]:
        """Its sheets in order of time."""
        return tuple(self.baris.bulan.values())

    @property
    def diminta(self) -> tuple[SelKepatuhan, ...]:
        """Sheets of months that are over and not submitted."""
        return tuple(s for s in self.sel if s.ketepatan in _DIMINTA)

    @property
    def tertunggak(self) -> tuple[SelKepatuhan, ...]:
        """Those of them past their deadline."""
        return tuple(s for s in self.sel if s.ketepatan is Ketepatan.TERTUNGGAK)

    @property
    def terlambat(self) -> int:
        """Sheets that were submitted after their deadline."""
        return sum(s.ketepatan is Ketepatan.TERLAMBAT for s in self.sel)

    @property
    def menunggu_saya(self) -> tuple[SelKepatuhan, ...]:
        """Submitted sheets whose next step is the reader's."""
        return tuple(s for s in self.sel if _LANGKAH.get(s.status) in self.jenjang)

    @property
    def terisi(self) -> tuple[int, int]:
        """Cells filled, of cells owed, in the months that have begun."""
        mulai = [s for s in self.sel if s.ketepatan is not Ketepatan.BELUM_WAKTUNYA]
        return sum(s.terisi for s in mulai), sum(s.seharusnya for s in mulai)


@dataclass(frozen=True, slots=True)
class Papan:
    """The board of a year; `kosong` by sheet id for what the reader himself still owes.

    `binaan` are the others he may see, who is latest first. Whoever is assigned to the whole instansi has none: he
    looks at one office at a time.
    """

    tahun: int
    tahun_lain: tuple[int, ...]
    peran: tuple[str, ...]
    saya: tuple[BarisPapan, ...]
    binaan: tuple[BarisPapan, ...]
    kosong: dict[int, tuple[SelKosong, ...]]


def get_papan(oleh: Pengguna, tahun: int | None, pada: datetime.datetime) -> Papan:
    """The board of that person in that year (None: the newest with sheets, at most this one)."""
    hari = get_hari(pada)
    semua = list_penugasan(oleh, pada=hari)
    ada = _list_tahun(semua, hari)
    dipilih = tahun or max((t for t in ada if t <= hari.year), default=hari.year)
    penugasan = [p for p in semua if p.tahun in (None, dipilih)]
    baris = _list_baris(oleh, penugasan, dipilih, pada)
    saya = tuple(b for b in baris if Jenjang.OPERATOR in b.jenjang)
    return Papan(
        tahun=dipilih,
        tahun_lain=tuple(sorted({*ada, dipilih})),
        peran=tuple(dict.fromkeys(_sebut(p) for p in penugasan)),
        saya=saya,
        binaan=tuple(sorted((b for b in baris if Jenjang.OPERATOR not in b.jenjang), key=_urut)),
        kosong=list_kosong([s for b in saya for s in b.diminta], [b.baris for b in saya], dipilih),
    )


def _sebut(penugasan: Penugasan) -> str:
    """The peran with its place: "Verifikator, Divisi Pemasyarakatan"."""
    tempat = penugasan.unit_kerja.nama if penugasan.unit_kerja else ""
    return ", ".join(filter(None, [Peran(penugasan.peran).label, tempat]))


def _list_tahun(penugasan: Collection[Penugasan], hari: datetime.date) -> list[int]:
    akar = {p.satker_id for p in penugasan if p.satker_id}
    pohon = read_pohon(hari.year) if akar else {}
    satker = {s for s in {*pohon, *akar} if any(p.satker_id and is_mencakup(p, s, pohon) for p in penugasan)}
    lembar = LembarPengukuran.objects.filter(satker__in=satker).order_by()
    return list(lembar.values_list("tahun", flat=True).distinct())


def _list_baris(
    oleh: Pengguna, penugasan: Sequence[Penugasan], tahun: int, pada: datetime.datetime
) -> list[BarisPapan]:
    milik = [p for p in penugasan if p.satker_id]
    if not milik:
        return []
    pohon = read_pohon(tahun)
    akar = {p.satker_id for p in milik if p.satker_id}
    satker = {s for s in {*pohon, *akar} if any(is_mencakup(p, s, pohon) for p in milik)}
    pembaca = Pembaca(oleh, pada)
    hasil = []
    for satu in list_kepatuhan(satker, tahun, pada):
        tempat = Tempat.SATKER if satu.unit_kerja_id is None else Tempat.DIVISI
        letak = Letak(tempat, satu.satker_id, tahun, satu.unit_kerja_id)
        if pembaca.is_melihat(letak):
            hasil.append(BarisPapan(satu, pembaca.list_jenjang(letak)))
    return hasil


def _urut(baris: BarisPapan) -> tuple[int, int, str]:
    return -len(baris.tertunggak), -len(baris.diminta), baris.baris.nama


def list_kosong(
    sel: Sequence[SelKepatuhan], baris: Sequence[BarisKepatuhan], tahun: int
) -> dict[int, tuple[SelKosong, ...]]:
    """sheet id -> the indikator with empty cells, in order of the plan; of those `baris`, in four queries."""
    dicari = {s.lembar_id: s for s in sel if s.terisi < s.seharusnya}
    if not dicari:
        return {}
    satker = {b.satker_id for b in baris}
    peta = PetaPelapor(tahun, satker)
    komponen: dict[int, list[Komponen]] = defaultdict(list)
    dipakai = {i for _, i in peta.pasangan}
    for satu in Komponen.objects.filter(indikator__in=dipakai).select_related("indikator"):
        komponen[satu.indikator_id].append(satu)
    fakta = Realisasi.objects.filter(satker__in=satker, tahun=tahun, bulan__in={s.bulan for s in sel})
    ada = set(fakta.order_by().values_list("satker_id", "bulan", "komponen_id"))
    hasil: dict[int, tuple[SelKosong, ...]] = {}
    for b in baris:
        indikator = peta.list_indikator(b.satker_id, b.unit_kerja_id)
        for bulan, satu_sel in b.bulan.items():
            if satu_sel.lembar_id in dicari:
                kosong = {
                    i: [k for k in komponen[i] if (b.satker_id, bulan, k.pk) not in ada] for i in indikator
                }
                hasil[satu_sel.lembar_id] = tuple(
                    SelKosong(k[0].indikator.kode, k[0].indikator.nama, len(k)) for k in kosong.values() if k
                )
    return hasil
