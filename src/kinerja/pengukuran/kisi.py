"""The entry screens: the cells of one sheet, or of one indikator at many satker, each with what stands beside it."""

import datetime
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.queries import Pohon, get_hari, get_satker_untuk, list_satker_terjangkau, read_pohon
from kinerja.alur.wewenang import Letak, Pembaca, Tempat
from kinerja.aturan import capaian as aturan_capaian
from kinerja.aturan.agregasi import AgregasiBulan, AgregasiSatker, Ukuran, rollup_bulan
from kinerja.aturan.capaian import Capaian, Keadaan, Polaritas
from kinerja.aturan.peralihan import Jenjang, Status, Tindakan, list_tindakan
from kinerja.aturan.peringatan import Isian
from kinerja.organisasi.models import RiwayatSatker
from kinerja.organisasi.pengaturan import PembacaPengaturan
from kinerja.organisasi.queries import get_akhir_tahun, get_nama, list_bawahan
from kinerja.pengukuran.beku import list_beku
from kinerja.pengukuran.kepatuhan import BarisKepatuhan, list_kepatuhan
from kinerja.pengukuran.letak import PetaPelapor, get_letak, sebut_lembar
from kinerja.pengukuran.models import (
    CatatanPengukuran,
    DataDukung,
    LembarPengukuran,
    PelaporIndikator,
    PembukaanKunci,
    Realisasi,
)
from kinerja.pengukuran.operations.lembar import LembarTidakAda, get_lembar_untuk
from kinerja.pengukuran.queries import UkuranKomponen, compute_realisasi, compute_ukuran
from kinerja.pengukuran.sel import KunciSel, PembacaTerbuka, Sel, list_kunci_lembar, read_isian
from kinerja.perencanaan.models import CaraHitung, Indikator, Komponen, Target


@dataclass(frozen=True, slots=True)
class Berjalan:
    """One indikator at one satker from January to the month of the grid.

    `target` is the satker's own of the year; for shares and indices, which may be compared, else the nearest
    office's above it (`target_atasan`).
    """

    komponen: tuple[UkuranKomponen, ...]
    keadaan: Keadaan
    realisasi: Decimal | None
    target: Target | None
    target_atasan: bool
    capaian: Capaian


@dataclass(frozen=True, slots=True)
class BarisKisi:
    """One cell with what stands beside it; `bulan` holds the other months of the year, 0 the last December.

    `boleh`: the asker may write now. `berkomentar`: something is written or filed beside the indikator.
    `bulan_ini` is the cell's own ratio or value. `berjalan` stands on the first komponen of an indikator only.
    """

    sel: Sel
    indikator: Indikator
    komponen: Komponen
    satker: str
    lembar_id: int | None
    boleh: bool
    berkomentar: bool
    bulan_ini: Decimal | None
    bulan: Mapping[int, UkuranKomponen]
    berjalan: Berjalan | None

    @property
    def berpasangan(self) -> bool:
        """Whether the cell takes numerator and denominator."""
        return self.indikator.cara_hitung != CaraHitung.NILAI


@dataclass(frozen=True, slots=True)
class KisiLembar:
    """One sheet: its rows, what the asker may do with it now, and what is written and filed beside the numbers.

    `beku`: the report of its year is signed, so nothing here changes any more.
    """

    lembar: LembarPengukuran
    nama: str
    jenjang: frozenset[Jenjang]
    tindakan: tuple[Tindakan, ...]
    baris: tuple[BarisKisi, ...]
    catatan: Mapping[int, CatatanPengukuran]
    bukti: Mapping[int, tuple[DataDukung, ...]]
    bawahan: tuple[tuple[str, LembarPengukuran], ...]
    pembukaan: tuple[PembukaanKunci, ...]
    beku: bool


@dataclass(frozen=True, slots=True)
class KisiIndikator:
    """One indikator in one month at every satker the asker may see."""

    indikator: Indikator
    tahun: int
    bulan: int
    baris: tuple[BarisKisi, ...]


def get_kisi_lembar(oleh: Pengguna, lembar_id: int, pada: datetime.datetime) -> KisiLembar:
    """The grid of one sheet. Raises LembarTidakAda, for a foreign sheet too."""
    lembar, jenjang, pembaca = get_lembar_untuk(oleh, lembar_id, pada)
    bawahan = list(lembar.bawahan.select_related("satker", "unit_kerja"))
    nama = sebut_lembar([lembar, *bawahan])
    beku = list_beku({(lembar.satker_id, lembar.tahun)}, pada)
    kunci = list_kunci_lembar(lembar)
    bacaan = PembacaTerbuka(kunci, pada, beku=beku)
    terbuka = () if beku else list_tindakan(Status(lembar.status), jenjang)
    return KisiLembar(
        lembar=lembar,
        nama=nama[lembar.pk],
        jenjang=jenjang,
        tindakan=tuple(dict.fromkeys(p.tindakan for p in terbuka)),
        baris=tuple(_Penyusun(kunci, pembaca, bacaan).susun()),
        catatan={c.indikator_id: c for c in lembar.catatan.select_related("oleh")},
        bukti=_kelompokkan_bukti(lembar),
        bawahan=tuple(sorted(((nama[b.pk], b) for b in bawahan), key=lambda p: p[0])),
        pembukaan=tuple(lembar.pembukaan.select_related("diminta_oleh", "disetujui_oleh")),
        beku=bool(beku),
    )


@dataclass(frozen=True, slots=True)
class SelKetik:
    """What must be known of a cell to read what is typed into it."""

    kunci: KunciSel
    indikator: Indikator
    isian: Isian | None
    lembar_id: int | None = None

    @property
    def berpasangan(self) -> bool:
        """Whether the cell takes numerator and denominator."""
        return self.indikator.cara_hitung != CaraHitung.NILAI


class PembacaLembar:
    """One sheet for one request: who asks is looked up once, the cells whenever they are asked for.

    Raises LembarTidakAda, for a foreign sheet too.
    """

    def __init__(self, oleh: Pengguna, lembar_id: int, pada: datetime.datetime) -> None:
        self.pada = pada
        self.lembar, _jenjang, self.pembaca = get_lembar_untuk(oleh, lembar_id, pada)
        self.peta = PetaPelapor(self.lembar.tahun, {self.lembar.satker_id})

    def list_ketik(self, satu: Collection[tuple[int, int]] | None) -> list[SelKetik]:
        """The cells with those (komponen, satker), None for all, as they are stored; others are left out."""
        if satu is None:
            dipilih = list_kunci_lembar(self.lembar, self.peta)
        else:
            dipilih = [self._sebut(k) for k, satker in satu if satker == self.lembar.satker_id]
        return [
            s for s in _list_ketik(dipilih, dict.fromkeys(dipilih, self.lembar.pk)) if self._is_di_sini(s)
        ]

    def list_baris(
        self, satu: Collection[tuple[int, int]], bacaan: PembacaTerbuka | None = None
    ) -> list[BarisKisi]:
        """The rows of such cells, with those of the same indikator: their result hangs together.

        `bacaan`: what is read of them already, if somebody has just done so.
        """
        bacaan = bacaan or PembacaTerbuka([self._sebut(k) for k, _satker in satu], self.pada)
        return list(
            _Penyusun([self._sebut(k) for k in bacaan.komponen], self.pembaca, bacaan, lengkap=False).susun()
        )

    def _sebut(self, komponen_id: int) -> KunciSel:
        return KunciSel(komponen_id, self.lembar.satker_id, self.lembar.tahun, self.lembar.bulan)

    def _is_di_sini(self, sel: SelKetik) -> bool:
        """Whether that satker reports the indikator, and on this of its sheets."""
        letak = (self.lembar.satker_id, sel.indikator.pk)
        return self.peta.is_pelapor(*letak) and self.peta.get_unit(*letak) == self.lembar.unit_kerja_id


class PembacaIndikator:
    """One indikator in (year, month) at the satker of an office, for one request.

    Raises AksesDitolak for a foreign office, LembarTidakAda when nobody there reports the indikator to the asker.
    """

    def __init__(
        self, oleh: Pengguna, kantor: str, kode: str, masa: tuple[int, int], pada: datetime.datetime
    ) -> None:
        self.pada, (tahun, bulan) = pada, masa
        satker = get_satker_untuk(oleh, kantor, izin=Izin.LIHAT, tahun=tahun, pada=pada)
        indikator = Indikator.objects.filter(kode=kode).prefetch_related("komponen").first()
        self.pembaca = Pembaca(oleh, pada)
        self.kunci: list[KunciSel] = []
        if indikator is not None:
            bawahan = [r.satker_id for r in list_bawahan(satker, get_akhir_tahun(tahun))]
            peta = PetaPelapor(tahun, bawahan)
            self.kunci = [
                KunciSel(k.pk, s, tahun, bulan)
                for s in bawahan
                if peta.is_pelapor(s, indikator.pk) and self.pembaca.is_melihat(_letak(peta, s, indikator.pk))
                for k in indikator.komponen.all()
            ]
        if indikator is None or not self.kunci:
            raise LembarTidakAda(kode)
        self.indikator = indikator

    def list_ketik(self, satu: Collection[tuple[int, int]] | None) -> list[SelKetik]:
        """The cells with those (komponen, satker), None for all, as they are stored; others are left out."""
        return _list_ketik(
            [k for k in self.kunci if satu is None or (k.komponen_id, k.satker_id) in satu], {}
        )

    def list_baris(
        self, satu: Collection[tuple[int, int]] | None = None, bacaan: PembacaTerbuka | None = None
    ) -> list[BarisKisi]:
        """Their rows, with those of the same satker; `bacaan` as with a sheet."""
        satker = None if satu is None else {s for _komponen, s in satu}
        dipilih = [k for k in self.kunci if satker is None or k.satker_id in satker]
        return list(_Penyusun(dipilih, self.pembaca, bacaan or PembacaTerbuka(dipilih, self.pada)).susun())


def _list_ketik(kunci: Sequence[KunciSel], lembar: Mapping[KunciSel, int]) -> list[SelKetik]:
    if not kunci:
        return []
    komponen = (
        Komponen.objects.filter(pk__in={k.komponen_id for k in kunci}).select_related("indikator").in_bulk()
    )
    fakta = Realisasi.objects.filter(
        komponen__in=komponen,
        satker__in={k.satker_id for k in kunci},
        tahun=kunci[0].tahun,
        bulan=kunci[0].bulan,
    ).order_by()
    ada = {KunciSel(r.komponen_id, r.satker_id, r.tahun, r.bulan): read_isian(r) for r in fakta}
    return [
        SelKetik(k, komponen[k.komponen_id].indikator, ada.get(k), lembar.get(k))
        for k in kunci
        if k.komponen_id in komponen
    ]


def get_kisi_indikator(
    oleh: Pengguna, kantor: str, kode: str, masa: tuple[int, int], pada: datetime.datetime
) -> KisiIndikator:
    """One indikator in (year, month) at every satker of `kantor` that reports it and that the asker may see.

    Raises as PembacaIndikator does.
    """
    pembaca = PembacaIndikator(oleh, kantor, kode, masa, pada)
    return KisiIndikator(pembaca.indikator, *masa, tuple(pembaca.list_baris()))


def _letak(peta: PetaPelapor, satker_id: int, indikator_id: int) -> Letak:
    """Where the sheet of that cell lies, whether its month is opened or not."""
    unit = peta.get_unit(satker_id, indikator_id)
    return Letak(Tempat.SATKER if unit is None else Tempat.DIVISI, satker_id, peta.tahun, unit)


def _kelompokkan_bukti(lembar: LembarPengukuran) -> dict[int, tuple[DataDukung, ...]]:
    hasil: dict[int, tuple[DataDukung, ...]] = {}
    for satu in lembar.data_dukung.select_related("oleh", "dicabut_oleh"):
        hasil[satu.indikator_id] = (*hasil.get(satu.indikator_id, ()), satu)
    return hasil


class _Penyusun:
    """Puts rows together from what was read of their cells.

    Without `lengkap` names and comments, which a script has on the page already, are left out.
    """

    def __init__(
        self, kunci: Sequence[KunciSel], pembaca: Pembaca, sel: PembacaTerbuka, *, lengkap: bool = True
    ) -> None:
        self.kunci, self.pembaca, self.sel, self.lengkap = kunci, pembaca, sel, lengkap
        self.tahun = {k.tahun for k in kunci}

    @cached_property
    def nama(self) -> dict[int, str]:
        """satker id -> its short name."""
        satker = {k.satker_id for k in self.kunci}
        return {
            r.satker_id: r.nama_singkat
            for t in self.tahun
            for r in RiwayatSatker.objects.pada(get_akhir_tahun(t)).filter(satker__in=satker)
        }

    @cached_property
    def pohon(self) -> dict[int, Pohon]:
        """The tree of each year; most cells have a target of their own and never ask."""
        return {t: read_pohon(t) for t in self.tahun}

    @cached_property
    def pengaturan(self) -> PembacaPengaturan:
        """The settings of the instansi, which is one for all cells of a grid."""
        return PembacaPengaturan(self.kunci[0].satker_id)

    @cached_property
    def komentar(self) -> set[tuple[int, int]]:
        """(lembar, indikator) beside which something is written or filed."""
        lembar = [s.pk for s in self.sel.lembar.values()]
        catatan = CatatanPengukuran.objects.filter(lembar__in=lembar).order_by()
        bukti = DataDukung.objects.filter(lembar__in=lembar, dicabut_pada__isnull=True).order_by()
        kolom = ("lembar_id", "indikator_id")
        return set(catatan.values_list(*kolom).union(bukti.values_list(*kolom)))

    def susun(self) -> Iterator[BarisKisi]:
        saudara: dict[tuple[int, int], list[KunciSel]] = {}
        for kunci in self.kunci:
            saudara.setdefault(
                (self.sel.komponen[kunci.komponen_id].indikator_id, kunci.satker_id), []
            ).append(kunci)
        for kelompok in saudara.values():
            for nomor, kunci in enumerate(kelompok):
                yield self._susun_satu(kunci, self._hitung(kelompok) if nomor == 0 else None)

    def _susun_satu(self, kunci: KunciSel, berjalan: Berjalan | None) -> BarisKisi:
        sel, komponen = self.sel.get_sel(kunci), self.sel.komponen[kunci.komponen_id]
        lembar = self.sel.get_lembar(kunci)
        boleh = (
            lembar is not None
            and lembar.status == Status.DRAF
            and lembar.pk not in self.sel.lewat
            and (kunci.satker_id, kunci.tahun) not in self.sel.beku
            and Jenjang.OPERATOR in self.pembaca.list_jenjang(get_letak(lembar))
        )
        ini = self._ukur(komponen, to_ukuran(sel.isian)) if sel.isian else None
        return BarisKisi(
            sel=sel,
            indikator=komponen.indikator,
            komponen=komponen,
            satker=self.nama.get(kunci.satker_id, "") if self.lengkap else "",
            lembar_id=lembar.pk if lembar else None,
            boleh=boleh,
            berkomentar=self.lengkap
            and lembar is not None
            and (lembar.pk, komponen.indikator_id) in self.komentar,
            bulan_ini=ini.nilai if ini else None,
            bulan=dict(self._list_bulan(kunci, komponen)),
            berjalan=berjalan,
        )

    def _list_bulan(self, kunci: KunciSel, komponen: Komponen) -> Iterator[tuple[int, UkuranKomponen]]:
        letak = [(0, kunci._replace(tahun=kunci.tahun - 1, bulan=12))]
        letak += [(b, kunci._replace(bulan=b)) for b in range(1, 13) if b != kunci.bulan]
        for bulan, satu in letak:
            if fakta := self.sel.fakta.get(satu):
                yield bulan, self._ukur(komponen, to_ukuran(read_isian(fakta)))

    def _ukur(self, komponen: Komponen, ukuran: Ukuran) -> UkuranKomponen:
        return compute_ukuran(komponen.indikator, komponen, ukuran)

    def _hitung(self, kelompok: Sequence[KunciSel]) -> Berjalan:
        indikator = self.sel.komponen[kelompok[0].komponen_id].indikator
        komponen = tuple(filter(None, map(self._jumlahkan, kelompok)))
        keadaan, realisasi = compute_realisasi(indikator, komponen)
        target, atasan = self._cari_target(indikator, kelompok[0])
        capaian = aturan_capaian.compute_capaian(
            aturan_capaian.Target(target.nilai, target.bawah, target.atas) if target else None,
            realisasi,
            Polaritas(indikator.polaritas),
            keadaan=keadaan,
            pengaturan=self.pengaturan.pada(kelompok[0].tahun).kinerja,
            pada=get_akhir_tahun(kelompok[0].tahun),
        )
        return Berjalan(komponen, keadaan, realisasi, target, atasan, capaian)

    def _jumlahkan(self, kunci: KunciSel) -> UkuranKomponen | None:
        """January to this month; None while nothing was entered."""
        komponen = self.sel.komponen[kunci.komponen_id]
        fakta = [self.sel.fakta.get(kunci._replace(bulan=b)) for b in range(1, kunci.bulan + 1)]
        ada = [to_ukuran(read_isian(f)) for f in fakta if f]
        if not ada:
            return None
        return self._ukur(komponen, rollup_bulan(ada, AgregasiBulan(komponen.indikator.agregasi_bulan)))

    def _cari_target(self, indikator: Indikator, kunci: KunciSel) -> tuple[Target | None, bool]:
        milik = self.sel.target.get((indikator.pk, kunci.satker_id, kunci.tahun))
        # A count of the office is no measure for one of its satker.
        if milik is not None or indikator.agregasi_satker == AgregasiSatker.JUMLAH:
            return milik, False
        calon = {s for i, s, t in self.sel.target if (i, t) == (indikator.pk, kunci.tahun)}
        pohon = self.pohon[kunci.tahun] if calon else {}
        dilalui: set[int] = set()
        kini = pohon[kunci.satker_id].induk if kunci.satker_id in pohon else None
        while kini is not None and kini not in dilalui:
            dilalui.add(kini)
            if target := self.sel.target.get((indikator.pk, kini, kunci.tahun)):
                return target, True
            kini = pohon[kini].induk if kini in pohon else None
        return None, False


def to_ukuran(isian: Isian) -> Ukuran:
    """The content of a cell as the roll-up takes it."""
    return Ukuran(isian.pembilang, isian.penyebut, isian.nilai, isian.keadaan)


def get_lembar_pembukaan(oleh: Pengguna, pembukaan_id: int, pada: datetime.datetime) -> int:
    """The id of the sheet a request to open is about. Raises LembarTidakAda."""
    pembukaan = PembukaanKunci.objects.filter(pk=pembukaan_id).first()
    lembar, _jenjang, _pembaca = get_lembar_untuk(oleh, pembukaan.lembar_id if pembukaan else 0, pada)
    return lembar.pk


@dataclass(frozen=True, slots=True)
class DaftarPengisian:
    """The heat map of an office as one reader may see it, with the indikator reported there and the years there are.

    `menyusun`: the asker may open months, unless the report of that year is signed (`beku`).
    """

    kunci: str
    nama: str
    satker: frozenset[int]
    baris: tuple[BarisKepatuhan, ...]
    indikator: tuple[Indikator, ...]
    tahun_lain: tuple[int, ...]
    menyusun: bool
    beku: bool


def list_pengisian(oleh: Pengguna, kantor: str, tahun: int, pada: datetime.datetime) -> DaftarPengisian:
    """Who has filled what beneath that office; rows the asker may not see are left out. Raises AksesDitolak."""
    satker = get_satker_untuk(oleh, kantor, izin=Izin.LIHAT, tahun=tahun, pada=pada)
    pembaca = Pembaca(oleh, pada)
    bawahan = frozenset(r.satker_id for r in list_bawahan(satker, get_akhir_tahun(tahun)))
    baris = [
        b
        for b in list_kepatuhan(bawahan, tahun, pada)
        if pembaca.is_melihat(
            Letak(
                Tempat.SATKER if b.unit_kerja_id is None else Tempat.DIVISI,
                b.satker_id,
                tahun,
                b.unit_kerja_id,
            )
        )
    ]
    dilihat = frozenset(b.satker_id for b in baris)
    pelapor = PelaporIndikator.objects.filter(tahun=tahun, satker__in=dilihat)
    tahun_ada = LembarPengukuran.objects.filter(satker__in=bawahan).order_by().values_list("tahun", flat=True)
    return DaftarPengisian(
        kunci=satker.kunci,
        nama=get_nama(satker, get_akhir_tahun(tahun)),
        satker=dilihat,
        baris=tuple(baris),
        indikator=tuple(Indikator.objects.filter(pk__in=pelapor.values("indikator"))),
        tahun_lain=tuple(sorted({tahun, *tahun_ada.distinct()})),
        beku=bool(list_beku({(satker.pk, tahun)}, pada)),
        menyusun=satker.pk in list_satker_terjangkau(oleh, Izin.SUSUN, tahun=tahun, pada=get_hari(pada)),
    )
