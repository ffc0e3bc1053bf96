"""Roll-up over months and satker, in the database where the rule allows it.

A komponen that is summed over months and over satker (Σv/Σd, counts) is one GROUP BY; so is one that takes the last
month, over the facts a window has picked, and a mean of means, over satker with equally many figures. The others
arrive as one row per satker; only pairs under a mean or a maximum are read fact by fact, for quotients of unlike
denominators are beyond SQL. What arrives is joined by the pure functions of `aturan.agregasi`, the same ones the
property tests hold against any tree.

One case is wider than the pure functions: a percentage that is known without its numerator and denominator
(years that were published as such) stands for itself under Σv/Σd, as long as it is the only figure there is.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import Q, QuerySet

from kinerja.aturan.agregasi import (
    AgregasiBulan,
    AgregasiSatker,
    Cacah,
    DasarRata,
    Lintas,
    Ukuran,
    UkuranTidakSeragam,
    compute_keadaan,
    rollup_bulan,
    rollup_satker,
)
from kinerja.aturan.capaian import Keadaan
from kinerja.aturan.pecahan import to_desimal, to_pecahan
from kinerja.organisasi.models import Satker
from kinerja.pengukuran.jumlah import (
    Jumlah,
    Kunci,
    list_daun,
    list_jumlah,
    list_jumlah_bulan,
    list_jumlah_satker,
    list_jumlah_sebanyak,
    list_jumlah_terakhir,
    list_terakhir,
)
from kinerja.pengukuran.models import SETAHUN, Realisasi
from kinerja.perencanaan.models import Komponen

_SATKER_DISEBUT = 200
"""Up to so many are simply named."""
_DIJUMLAHKAN = (AgregasiSatker.SIGMA, AgregasiSatker.JUMLAH)


@dataclass(frozen=True, slots=True)
class _Cara:
    """How one komponen adds up."""

    bulan: AgregasiBulan
    satker: AgregasiSatker

    @property
    def dijumlahkan(self) -> bool:
        """May the database simply sum it?"""
        return self.bulan is AgregasiBulan.JUMLAH and self.satker in _DIJUMLAHKAN

    @property
    def terakhir(self) -> bool:
        """Does the last month of each satker count alone?"""
        return self.bulan is AgregasiBulan.TERAKHIR

    @property
    def rata_rata(self) -> bool:
        """Is it a mean over satker of means over months?"""
        return self.bulan is AgregasiBulan.RATA_RATA and self.satker is AgregasiSatker.RATA_RATA

    @property
    def sisa(self) -> bool:
        """Is it none of these, so that every satker must be looked at?"""
        return not (self.dijumlahkan or self.terakhir or self.rata_rata)

    @property
    def lintas_bulan(self) -> AgregasiSatker:
        """The rule that joins months which are not simply the last; a sum asks whether its pairs may be divided."""
        return self.satker if self.dijumlahkan else AgregasiSatker(self.bulan.value)


@dataclass(frozen=True, slots=True)
class _Fakta:
    """The facts asked for, and how their komponen add up."""

    semua: QuerySet[Realisasi]
    cara: Mapping[int, _Cara]

    def pilih(self, syarat: Callable[[_Cara], bool]) -> QuerySet[Realisasi]:
        """Those of the komponen that add up in such a way."""
        return self.semua.filter(komponen__in=[k for k, c in self.cara.items() if syarat(c)])


@dataclass(slots=True)
class _TiapSatker:
    """(komponen, tahun) -> satker -> its months joined.

    `tercampur` names those of which some satker's months do not belong together, `daun` keeps the facts of those
    that had to be read one by one.
    """

    ukuran: dict[Kunci, dict[int, Ukuran]]
    tercampur: set[Kunci]
    daun: dict[Kunci, list[Ukuran]]

    def gabung(self, kunci: Kunci, cara: AgregasiSatker) -> Ukuran:
        """All satker as one."""
        daftar = list(self.ukuran[kunci].values())
        daun = self.daun.get(kunci, daftar)
        return _tidak_terhitung(daun) if kunci in self.tercampur else _gabung(daftar, cara, daun)


def rollup(
    *, tahun: Collection[int], satker: Collection[int], komponen: Collection[int] | None = None
) -> dict[Kunci, Ukuran]:
    """The rolled-up numbers of every komponen in those years over those satker.

    A komponen without any fact is absent from the result.
    """
    fakta = _pilih(tahun, satker, komponen)
    hasil = _rollup_jumlah(fakta) | _rollup_rata(fakta)
    rumit = {k for (k, _), ukuran in hasil.items() if ukuran is None}
    per_satker = _baca_tiap_satker(
        _Fakta(fakta.semua, {k: c for k, c in fakta.cara.items() if c.sisa or k in rumit})
    )
    jadi = {kunci: ukuran for kunci, ukuran in hasil.items() if ukuran is not None}
    return jadi | {
        kunci: per_satker.gabung(kunci, fakta.cara[kunci[0]].satker) for kunci in per_satker.ukuran
    }


def rollup_tiap_satker(
    *, tahun: Collection[int], satker: Collection[int], komponen: Collection[int] | None = None
) -> dict[Kunci, dict[int, Ukuran]]:
    """The numbers of every komponen at each satker by itself (its months joined)."""
    return _baca_tiap_satker(_pilih(tahun, satker, komponen)).ukuran


def rollup_tiap_bulan(
    *, tahun: int, satker: Collection[int], komponen: Collection[int] | None = None
) -> dict[int, dict[int, Ukuran]]:
    """The numbers of every komponen in each month over those satker: komponen id -> bulan -> numbers.

    A komponen that is known only for the whole year is absent.
    """
    fakta = _pilih((tahun,), satker, komponen)
    bulanan = fakta.semua.filter(bulan__gt=SETAHUN)
    hasil: dict[int, dict[int, Ukuran]] = defaultdict(dict)
    rumit = set()
    for (k, bulan), jumlah in list_jumlah_bulan(bulanan):
        cara = fakta.cara[k].satker
        rumit |= {k} if _is_rumit(jumlah, cara) else set()
        hasil[k][bulan] = _dari_kelompok(jumlah, cara, "satker")
    for (k, bulan), daun in list_daun(bulanan.filter(komponen__in=rumit), "bulan"):
        daftar = [u for _, u in daun]
        hasil[k][bulan] = _gabung(daftar, fakta.cara[k].satker, daftar)
    return {k: dict(sorted(per_bulan.items())) for k, per_bulan in hasil.items()}


def list_bulan_terisi(
    *, tahun: int, satker: Collection[int], komponen: Collection[int]
) -> dict[int, frozenset[int]]:
    """komponen id -> the months that have an answer; absent when the year is known as a whole only."""
    bulanan = _select((tahun,), satker, komponen).filter(bulan__gt=SETAHUN)
    keadaan: dict[tuple[int, int], set[str]] = defaultdict(set)
    for k, bulan, satu in bulanan.values_list("komponen_id", "bulan", "keadaan").distinct():
        keadaan[k, bulan].add(satu)
    hasil: dict[int, set[int]] = defaultdict(set)
    for (k, bulan), ada in keadaan.items():
        # As in the roll-up: what is missing outweighs "no object".
        hasil[k] |= {bulan} if Keadaan.TERISI in ada or Keadaan.BELUM_ADA not in ada else set()
    return {k: frozenset(bulan) for k, bulan in hasil.items()}


def list_belum_ada(
    *, tahun: int, satker: Collection[int], komponen: Collection[int]
) -> dict[int, frozenset[int]]:
    """komponen id -> the satker that owe a number of that year."""
    fakta = _select((tahun,), satker, komponen).filter(keadaan=Keadaan.BELUM_ADA)
    hasil: dict[int, set[int]] = defaultdict(set)
    for k, s in fakta.values_list("komponen_id", "satker_id").distinct():
        hasil[k].add(s)
    return {k: frozenset(s) for k, s in hasil.items()}


def _select(
    tahun: Collection[int], satker: Collection[int], komponen: Collection[int]
) -> QuerySet[Realisasi]:
    return Realisasi.objects.filter(_sebut(satker), tahun__in=tahun, komponen__in=komponen).order_by()


def _sebut(satker: Collection[int]) -> Q:
    """Those satker, by the shorter list: a ministry's thousand, each looked up in turn, cost a third more."""
    if len(satker) <= _SATKER_DISEBUT:
        return Q(satker__in=satker)
    luar = set(Satker.objects.values_list("pk", flat=True)) - set(satker)
    return Q(satker__in=satker) if len(satker) <= len(luar) else ~Q(satker__in=luar)


def _pilih(tahun: Collection[int], satker: Collection[int], komponen: Collection[int] | None) -> _Fakta:
    dipilih = Komponen.objects.all() if komponen is None else Komponen.objects.filter(pk__in=komponen)
    medan = ("id", "indikator__agregasi_bulan", "indikator__agregasi_satker")
    cara = {k: _Cara(AgregasiBulan(b), AgregasiSatker(s)) for k, b, s in dipilih.values_list(*medan)}
    return _Fakta(_select(tahun, satker, cara), cara)


def _rollup_jumlah(fakta: _Fakta) -> dict[Kunci, Ukuran | None]:
    """What is summed over all months or over the last ones; None where the facts themselves are needed."""
    terakhir = dict(list_jumlah_terakhir(fakta.pilih(lambda c: c.terakhir)))
    hasil: dict[Kunci, Ukuran | None] = {}
    for kunci, jumlah in list_jumlah(fakta.pilih(lambda c: c.dijumlahkan or c.terakhir)):
        cara = fakta.cara[kunci[0]].satker
        if kunci not in terakhir:
            hasil[kunci] = _dari_jumlah(jumlah, cara)
        elif _is_rumit(terakhir[kunci], cara):
            hasil[kunci] = None
        else:
            hasil[kunci] = replace(_dari_kelompok(terakhir[kunci], cara, "satker"), cacah=jumlah.cacah)
    return hasil


def _rollup_rata(fakta: _Fakta) -> dict[Kunci, Ukuran | None]:
    """The means of means; None where the facts themselves are needed."""
    kelompok: dict[Kunci, list[Ukuran | None]] = defaultdict(list)
    for kunci, satker, banyak, jumlah in list_jumlah_sebanyak(fakta.pilih(lambda c: c.rata_rata)):
        kelompok[kunci].append(None if jumlah.berpasangan else _dari_sebanyak(satker, banyak, jumlah))
    return {
        kunci: None if None in daftar else rollup_satker([u for u in daftar if u], AgregasiSatker.RATA_RATA)
        for kunci, daftar in kelompok.items()
    }


def _dari_sebanyak(satker: int, banyak: int, jumlah: Jumlah) -> Ukuran:
    """The mean of so many satker, each of which is the mean of so many values."""
    if jumlah.nilai is None:
        return _hampa(jumlah.cacah)
    rata = DasarRata(to_pecahan(jumlah.nilai) / banyak, satker, "satker")
    return Ukuran(nilai=to_desimal(rata.total / satker), cacah=jumlah.cacah, rata=rata)


def _dari_kelompok(j: Jumlah, cara: AgregasiSatker, lintas: Lintas) -> Ukuran:
    """What the pure roll-up makes of the facts behind `j`, unless they are `_is_rumit`."""
    if cara in _DIJUMLAHKAN:
        return _dari_jumlah(j, cara)
    if j.nilai is None:
        return _hampa(j.cacah)
    if cara is AgregasiSatker.MAKS:
        return Ukuran(nilai=j.nilai_tertinggi, cacah=j.cacah)
    rata = DasarRata(to_pecahan(j.nilai), j.banyak_nilai, lintas)
    return Ukuran(nilai=to_desimal(rata.total / rata.banyak), cacah=j.cacah, rata=rata)


def _is_rumit(j: Jumlah, cara: AgregasiSatker) -> bool:
    """Whether pairs stand under a mean or a maximum, which compare quotients."""
    return cara not in _DIJUMLAHKAN and j.berpasangan


def _dari_jumlah(j: Jumlah, cara: AgregasiSatker) -> Ukuran:
    if (j.banyak_nilai and j.berpasangan) or (cara is AgregasiSatker.SIGMA and j.banyak_nilai > 1):
        # Percentages without their numerator and denominator have no honest sum.
        return Ukuran(keadaan=Keadaan.TIDAK_TERHITUNG, cacah=j.cacah)
    jumlah = Ukuran(j.pembilang, j.penyebut, j.nilai)
    keadaan = compute_keadaan(jumlah) if j.berisi else _hampa(j.cacah).keadaan
    return replace(jumlah, keadaan=keadaan, cacah=j.cacah)


def _hampa(cacah: Cacah) -> Ukuran:
    # What is missing outweighs "no object": as long as one answer is owed, there may still be an object.
    lengkap = cacah.terisi == cacah.seharusnya
    return Ukuran(keadaan=Keadaan.TIDAK_ADA_OBJEK if lengkap else Keadaan.BELUM_ADA, cacah=cacah)


def _baca_tiap_satker(fakta: _Fakta) -> _TiapSatker:
    hasil = _TiapSatker(defaultdict(dict), set(), {})
    terakhir = {(k, s): u for k, s, u in list_terakhir(fakta.pilih(lambda c: c.terakhir))}
    rumit = set()
    for kunci, satker, jumlah in list_jumlah_satker(fakta.pilih(lambda _: True)):
        if daun := terakhir.get((kunci, satker)):
            hasil.ukuran[kunci][satker] = replace(daun, keadaan=compute_keadaan(daun), cacah=jumlah.cacah)
            continue
        cara = fakta.cara[kunci[0]].lintas_bulan
        rumit |= {kunci[0]} if _is_rumit(jumlah, cara) else set()
        ukuran = hasil.ukuran[kunci][satker] = _dari_kelompok(jumlah, cara, "bulan")
        if ukuran.keadaan is Keadaan.TIDAK_TERHITUNG and ukuran.pembilang is None:
            hasil.tercampur.add(kunci)
    _rinci(hasil, fakta.semua.filter(komponen__in=rumit), fakta.cara)
    return hasil


def _rinci(hasil: _TiapSatker, fakta: QuerySet[Realisasi], cara: Mapping[int, _Cara]) -> None:
    """Put into `hasil` what the pure functions make of facts that the database could not join."""
    for kunci, daftar in list_daun(fakta, "tahun"):
        hasil.daun[kunci] = [u for _, u in daftar]
        per_satker: dict[int, list[Ukuran]] = defaultdict(list)
        for satker, daun in daftar:
            per_satker[satker].append(daun)
        for satker, bulanan in per_satker.items():
            try:
                hasil.ukuran[kunci][satker] = rollup_bulan(bulanan, cara[kunci[0]].bulan)
            except UkuranTidakSeragam:
                hasil.ukuran[kunci][satker] = _tidak_terhitung(bulanan)
                hasil.tercampur.add(kunci)


def _gabung(daftar: Sequence[Ukuran], cara: AgregasiSatker, daun: Sequence[Ukuran]) -> Ukuran:
    """Satker into one; TIDAK_TERHITUNG when their figures do not belong together, counted by `daun`."""
    # A pair beside the only plain figure still does not belong: the sum of one figure keeps what it is.
    sendiri = cara is AgregasiSatker.SIGMA and sum(u.nilai is not None for u in daftar) == 1
    try:
        return rollup_satker(daftar, AgregasiSatker.JUMLAH if sendiri else cara)
    except UkuranTidakSeragam:
        return _tidak_terhitung(daun)


def _tidak_terhitung(daftar: Sequence[Ukuran]) -> Ukuran:
    cacah = Cacah(sum(u.jumlah_terisi for u in daftar), sum(u.jumlah_seharusnya for u in daftar))
    return Ukuran(keadaan=Keadaan.TIDAK_TERHITUNG, cacah=cacah)
