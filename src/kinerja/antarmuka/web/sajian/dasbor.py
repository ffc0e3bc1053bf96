"""The first page of an office: where it stands, what fails, what it spent, what is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString

from kinerja.anggaran.queries import (
    NkaKantor,
    Serapan,
    SerapanBelanja,
    SerapanSasaran,
    SkorSatker,
    compute_nka_kantor,
    list_anggaran_belanja,
    list_anggaran_sasaran,
    list_skor,
    sum_serapan,
)
from kinerja.antarmuka.web.bahasa import terjemahkan
from kinerja.antarmuka.web.kepala import Kepala
from kinerja.antarmuka.web.sajian import kelengkapan
from kinerja.antarmuka.web.sajian.bagan import gambar_belanja, gambar_sasaran
from kinerja.antarmuka.web.sajian.lukisan import Lukisan, lukis_anggaran, lukis_tren
from kinerja.aturan.capaian import CapaianSasaran, compute_capaian_sasaran
from kinerja.aturan.pengaturan import Pengaturan
from kinerja.aturan.perkiraan import RUMUS
from kinerja.dasar.periode import nama_bulan
from kinerja.organisasi.pengaturan import PembacaPengaturan, PengaturanBerlaku
from kinerja.organisasi.queries import get_akhir_tahun, list_bawahan
from kinerja.pengukuran.perjalanan import BulanKantor, Perjalanan, Ramalan, list_perjalanan
from kinerja.pengukuran.queries import RINGKAS, HasilIndikator, HasilSasaran, compute_kinerja


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit, or a sasaran, the page can be narrowed to."""

    kode: str
    nama: str


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """How the indicators shown divide, and the mean of their capaian with its rule."""

    jumlah: int
    tercapai: int
    gagal: int
    tanpa_nilai: int
    rata: CapaianSasaran
    sasaran: int
    sasaran_tercapai: int
    sasaran_semu: int
    """Sasaran whose mean reaches 100 % although one of their indicators fails."""


@dataclass(frozen=True, slots=True)
class BarisSasaran:
    """A sasaran with its capaian and its budget."""

    hasil: HasilSasaran
    gagal: tuple[HasilIndikator, ...]
    anggaran: SerapanSasaran | None

    @property
    def tercapai(self) -> bool | None:
        """Whether the mean reaches 100 %; None without a value."""
        return self.hasil.capaian.tercapai


@dataclass(frozen=True, slots=True)
class Anggaran:
    """Budget of the office: by jenis belanja in two years, the totals, the NKA."""

    belanja: tuple[SerapanBelanja, ...]
    kini: Serapan | None
    lalu: Serapan | None
    sasaran: Serapan | None
    bagan: SafeString
    nka: NkaKantor | None

    @property
    def serapan(self) -> Serapan | None:
        """The total by jenis belanja, or by sasaran where only that is known."""
        return self.kini or self.sasaran


@dataclass(frozen=True, slots=True)
class Arah:
    """The year month by month with its picture, and where it ends at this pace."""

    perjalanan: Perjalanan
    lukisan: Lukisan | None

    @property
    def ramalan(self) -> tuple[tuple[bool, tuple[Ramalan, ...]], ...]:
        """The estimates that miss the target (True), lowest first, then the others; a group without any is absent."""
        urut = sorted(
            self.perjalanan.ramalan, key=lambda r: (r.capaian.nilai is None, r.capaian.nilai or Decimal())
        )
        gagal = tuple(r for r in urut if r.capaian.tercapai is False)
        lain = tuple(r for r in urut if r.capaian.tercapai is not False)
        return tuple((ya, isi) for ya, isi in ((True, gagal), (False, lain)) if isi)

    @property
    def bulan(self) -> tuple[tuple[str, BulanKantor], ...]:
        """Every month with its name."""
        return tuple((terjemahkan(nama_bulan(b.bulan)), b) for b in self.perjalanan.bulan)


@dataclass(frozen=True, slots=True)
class Dasbor:
    """Everything on the page; `terbatas`: the reader sees his own division's indikator alone."""

    unit: tuple[Unit, ...]
    unit_dipilih: Unit | None
    sasaran_ada: tuple[Unit, ...]
    sasaran_dipilih: Unit | None
    terbatas: bool
    arah: Arah
    bagan_anggaran: Lukisan | None
    rumus: tuple[str, ...]
    """How the estimates are made."""
    ringkasan: Ringkasan
    gagal: tuple[HasilIndikator, ...]
    tanpa_nilai: tuple[HasilIndikator, ...]
    sasaran: tuple[BarisSasaran, ...]
    bagan_sasaran: SafeString
    anggaran: Anggaran
    kelengkapan: kelengkapan.Ringkasan


def sajikan_dasbor(kepala: Kepala, kode_unit: str, kode_sasaran: str = "") -> Dasbor:
    """The page of an office and year, narrowed to one unit or one sasaran; an unknown kode narrows nothing."""
    bawahan = list_bawahan(kepala.kantor.satker, get_akhir_tahun(kepala.tahun))
    permintaan = kepala.batasi(RINGKAS)
    pembaca = PembacaPengaturan(kepala.kantor.satker.pk)
    semua = compute_kinerja(
        kepala.kantor.satker, kepala.tahun, permintaan, pengaturan=pembaca, bawahan=bawahan
    )
    berlaku = pembaca.pada(kepala.tahun)
    unit = list_unit(semua)
    dipilih = next((u for u in unit if u.kode == kode_unit), None)
    sasaran_ada = tuple(Unit(h.sasaran.kode, h.sasaran.teks) for h in semua)
    sasaran = next((s for s in sasaran_ada if s.kode == kode_sasaran), None)
    kinerja = [
        h
        for h in semua
        if (dipilih is None or h.sasaran.unit.kode == dipilih.kode)
        and (sasaran is None or h.sasaran.kode == sasaran.kode)
    ]
    anggaran = list_anggaran_sasaran(kepala.kantor.satker, kepala.tahun)
    baris = _susun_sasaran(kinerja, anggaran)
    hasil = [h for s in kinerja for h in s.indikator]
    return Dasbor(
        unit=unit,
        unit_dipilih=dipilih,
        sasaran_ada=sasaran_ada,
        sasaran_dipilih=sasaran,
        terbatas=kepala.unit_kerja is not None,
        arah=_sajikan_arah(kinerja, [r.satker_id for r in bawahan], kepala.tahun, berlaku.kinerja),
        bagan_anggaran=lukis_anggaran([(b.hasil, b.anggaran) for b in baris]) if anggaran and baris else None,
        rumus=tuple(RUMUS.values()),
        ringkasan=_ringkas(hasil, baris, kepala.tahun, berlaku.kinerja),
        gagal=urutkan_terburuk([h for h in hasil if h.kini.capaian.tercapai is False]),
        tanpa_nilai=tuple(h for h in hasil if h.kini.capaian.tercapai is None),
        sasaran=baris,
        bagan_sasaran=gambar_sasaran(kinerja),
        anggaran=_sajikan_anggaran(kepala, anggaran, list_skor(bawahan, kepala.tahun, berlaku), berlaku),
        kelengkapan=kelengkapan.ringkas_kelengkapan(kepala, kinerja),
    )


def _sajikan_arah(
    kinerja: Sequence[HasilSasaran], satker: Sequence[int], tahun: int, pengaturan: Pengaturan
) -> Arah:
    perjalanan = list_perjalanan(kinerja, satker, tahun, pengaturan)
    return Arah(perjalanan, lukis_tren(perjalanan.bulan) if perjalanan.bulan else None)


def list_unit(kinerja: Sequence[HasilSasaran]) -> tuple[Unit, ...]:
    """The units that have a sasaran, in the order of the plan."""
    return tuple(dict.fromkeys(Unit(h.sasaran.unit.kode, h.sasaran.unit.nama) for h in kinerja))


def urutkan_terburuk(hasil: Sequence[HasilIndikator]) -> tuple[HasilIndikator, ...]:
    """Lowest capaian first; what has none comes last."""
    return tuple(
        sorted(hasil, key=lambda h: (h.kini.capaian.nilai is None, h.kini.capaian.nilai or Decimal()))
    )


def _ringkas(
    hasil: Sequence[HasilIndikator], baris: Sequence[BarisSasaran], tahun: int, pengaturan: Pengaturan
) -> Ringkasan:
    capaian = [h.kini.capaian for h in hasil]
    putusan = [c.tercapai for c in capaian]
    return Ringkasan(
        jumlah=len(hasil),
        tercapai=putusan.count(True),
        gagal=putusan.count(False),
        tanpa_nilai=putusan.count(None),
        rata=compute_capaian_sasaran(capaian, pengaturan=pengaturan, pada=get_akhir_tahun(tahun)),
        sasaran=len(baris),
        sasaran_tercapai=sum(b.tercapai is True for b in baris),
        sasaran_semu=sum(b.tercapai is True and bool(b.gagal) for b in baris),
    )


def _susun_sasaran(
    kinerja: Sequence[HasilSasaran], anggaran: Sequence[SerapanSasaran]
) -> tuple[BarisSasaran, ...]:
    per_sasaran = {a.sasaran.pk: a for a in anggaran}
    return tuple(
        BarisSasaran(
            hasil=h,
            gagal=tuple(h.indikator[i] for i in h.capaian.gagal),
            anggaran=per_sasaran.get(h.sasaran.pk),
        )
        for h in kinerja
    )


def _sajikan_anggaran(
    kepala: Kepala,
    sasaran: Sequence[SerapanSasaran],
    skor: Sequence[SkorSatker],
    pengaturan: PengaturanBerlaku,
) -> Anggaran:
    satker, tahun = kepala.kantor.satker, kepala.tahun
    belanja = list_anggaran_belanja(satker, tahun)
    return Anggaran(
        belanja=belanja,
        kini=sum_serapan(b.kini for b in belanja),
        lalu=sum_serapan(b.lalu for b in belanja),
        sasaran=sum_serapan(s.anggaran for s in sasaran),
        bagan=gambar_belanja(belanja, tahun),
        nka=compute_nka_kantor(satker, skor, tahun, pengaturan),
    )
