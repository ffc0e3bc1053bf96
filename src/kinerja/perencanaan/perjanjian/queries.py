"""Reading agreements: those of an office, their versions, what the rules say of them, two versions side by side."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from decimal import Decimal
from itertools import count

from django.db.models import QuerySet

from kinerja.aturan.perjanjian import (
    TemuanPerjanjian,
    check_perjanjian,
    list_dasar_perubahan,
    strip_pelaksana,
)
from kinerja.dasar.cetak import cetak_angka, cetak_rupiah, cetak_tanggal
from kinerja.organisasi.models import Satker, UnitEselonI
from kinerja.perencanaan.models import (
    GarisJabatan,
    Jabatan,
    JenisTarget,
    PemangkuJabatan,
    PerjanjianKinerja,
    PilihanStatus,
    Sasaran,
    Target,
    VersiPerjanjian,
)
from kinerja.perencanaan.perjanjian.isi import (
    IsiPerjanjian,
    PihakJanji,
    TargetJanji,
    make_bahan,
    parse_isi,
    read_isi,
)


@dataclass(frozen=True, slots=True)
class RingkasanPerjanjian:
    """An agreement with its newest version (None: none begun) and the signed one in force."""

    perjanjian: PerjanjianKinerja
    terbaru: VersiPerjanjian | None
    berlaku: VersiPerjanjian | None


def list_perjanjian(satker: Satker, tahun: int) -> tuple[RingkasanPerjanjian, ...]:
    """Every agreement of the office in that year, in the order of the units."""
    semua = PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun).select_related("unit", "satker")
    return tuple(map(_ringkas, semua.prefetch_related("versi", "anggaran")))


def _ringkas(perjanjian: PerjanjianKinerja) -> RingkasanPerjanjian:
    versi = sorted(perjanjian.versi.all(), key=lambda v: v.nomor)
    beku = [v for v in versi if v.beku]
    return RingkasanPerjanjian(perjanjian, versi[-1] if versi else None, beku[-1] if beku else None)


def get_perjanjian(satker: Satker, tahun: int, kode: str) -> PerjanjianKinerja | None:
    """The agreement with that kode, or None."""
    semua = PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun, kode=kode)
    return semua.select_related("unit", "satker").prefetch_related("anggaran").first()


def list_versi(perjanjian: PerjanjianKinerja) -> list[VersiPerjanjian]:
    """All its versions, newest first."""
    semua = perjanjian.versi.select_related("pembuat", "pemaraf", "perjanjian__satker", "perjanjian__unit")
    return list(semua.prefetch_related("tanda_tangan__oleh").order_by("-nomor"))


def get_versi(perjanjian: PerjanjianKinerja, nomor: int) -> VersiPerjanjian | None:
    """One version, or None."""
    return next((v for v in list_versi(perjanjian) if v.nomor == nomor), None)


def get_versi_berlaku(perjanjian: PerjanjianKinerja) -> VersiPerjanjian | None:
    """The signed version in force: the newest one, also while the next is being prepared."""
    return perjanjian.versi.filter(status=PilihanStatus.DITANDATANGANI).order_by("-nomor").first()


def read_isi_berlaku(perjanjian: PerjanjianKinerja) -> IsiPerjanjian:
    """What the report prints: the signed version in force, else what plan and budget say now."""
    versi = get_versi_berlaku(perjanjian)
    return read_isi(perjanjian, versi)


@dataclass(frozen=True, slots=True)
class PerjanjianBeku:
    """A signed version as the report prints it."""

    isi: IsiPerjanjian
    kode: str


def list_perjanjian_beku(satker: Satker, tahun: int) -> dict[int, PerjanjianBeku]:
    """perjanjian id -> its signed version in force; in one query."""
    versi = VersiPerjanjian.objects.filter(
        perjanjian__satker=satker, perjanjian__tahun=tahun, status=PilihanStatus.DITANDATANGANI
    )
    # Ordered by number: the last one of an agreement stays.
    return {v.perjanjian_id: PerjanjianBeku(parse_isi(v.isi), v.kode) for v in versi.order_by("nomor")}


def list_atasan(jabatan: str, pada: datetime.date) -> tuple[str, ...] | None:
    """The direct superiors of a jabatan on that day; None when nobody recorded any line for it."""
    garis = GarisJabatan.objects.filter(bawahan__nama__iexact=strip_pelaksana(jabatan))
    if not garis.exists():
        return None
    return tuple(garis.pada(pada).values_list("atasan__nama", flat=True))


def get_pihak(jabatan: str, pada: datetime.date) -> PihakJanji:
    """The party that holds `jabatan` on that day: "Plt. …" where somebody acts; as written when nobody is known."""
    pemangku = (
        PemangkuJabatan.objects.filter(jabatan__nama__iexact=strip_pelaksana(jabatan))
        .pada(pada)
        .select_related("jabatan")
        .last()
    )
    return PihakJanji(pemangku.sebutan, pemangku.nama) if pemangku else PihakJanji(jabatan)


_BERTARGET = (JenisTarget.PK, JenisTarget.RENSTRA)


def list_unit_bersasaran(satker: Satker, tahun: int) -> list[UnitEselonI]:
    """The units whose indicators have a target in that office and year, promised or planned, in their order."""
    janji = Target.objects.filter(satker=satker, tahun=tahun, jenis__in=_BERTARGET)
    return list(UnitEselonI.objects.filter(pk__in=janji.values("indikator__sasaran__unit")))


@dataclass(frozen=True, slots=True)
class UsulanPerjanjian:
    """What the form of a new agreement offers: the next kode, the place used last, jabatan, sasaran with targets.

    `dari_renstra`: nothing is promised yet that year, so the targets can only come from the plan.
    """

    kode: str
    tempat: str
    jabatan: tuple[str, ...]
    sasaran: tuple[Sasaran, ...]
    dari_renstra: bool


def propose_perjanjian(satker: Satker, tahun: int) -> UsulanPerjanjian:
    """From the agreements and the plan of the office; nothing of it is stored."""
    semua = PerjanjianKinerja.objects.filter(satker=satker)
    terpakai = set(semua.filter(tahun=tahun).values_list("kode", flat=True))
    kode = next(k for n in count(1) if (k := f"PK-{n:02}") not in terpakai)
    tempat = semua.order_by("tahun", "pk").values_list("tempat", flat=True).last() or ""
    janji = Target.objects.filter(satker=satker, tahun=tahun, jenis__in=_BERTARGET)
    sasaran = Sasaran.objects.filter(pk__in=janji.values("indikator__sasaran")).select_related("unit")
    dari_renstra = not janji.filter(jenis=JenisTarget.PK).exists()
    return UsulanPerjanjian(kode, tempat, _list_sebutan(semua), tuple(sasaran), dari_renstra)


def get_unit(kode: str) -> UnitEselonI:
    """The unit with that kode. Raises UnitEselonI.DoesNotExist."""
    return UnitEselonI.objects.get(kode=kode)


def find_perjanjian_id(pk: int) -> tuple[str, int, str] | None:
    """Key of the office, year and kode of an agreement, None when there is none."""
    return PerjanjianKinerja.objects.filter(pk=pk).values_list("satker__kunci", "tahun", "kode").first()


def list_perubahan(pada: datetime.date) -> list[tuple[str, str]]:
    """The lawful grounds of a change as choices."""
    return list(list_dasar_perubahan(pada).items())


def _list_sebutan(perjanjian: QuerySet[PerjanjianKinerja]) -> tuple[str, ...]:
    janji = perjanjian.values_list("pihak_pertama", "pihak_kedua")
    dikenal = {*Jabatan.objects.values_list("nama", flat=True), *(j for pihak in janji for j in pihak)}
    return tuple(sorted({strip_pelaksana(j) for j in dikenal} - {""}))


def list_jabatan() -> list[Jabatan]:
    """Every jabatan with its lines and holders."""
    semua = Jabatan.objects.prefetch_related("garis_atasan__atasan", "pemangku")
    return list(semua)


def check_isi(isi: IsiPerjanjian) -> tuple[TemuanPerjanjian, ...]:
    """What the rules say of a version on its day (the last of its year while it has none)."""
    hari = isi.tanggal or datetime.date(isi.tahun, 12, 31)
    return check_perjanjian(make_bahan(isi, list_atasan(isi.pertama.jabatan, hari)))


def is_utuh(versi: VersiPerjanjian) -> bool:
    """Whether what is stored still has the hash it was initialled with."""
    return not versi.sidik or hashlib.sha256(versi.isi.encode()).hexdigest() == versi.sidik


@dataclass(frozen=True, slots=True)
class Beda:
    """One difference between two versions; "" where a side has nothing."""

    hal: str
    lama: str
    baru: str


def compare_isi(lama: IsiPerjanjian, baru: IsiPerjanjian) -> tuple[Beda, ...]:
    """Everything that differs: parties and day, sasaran, indicators with their targets, budget lines."""
    return (
        *_beda_kepala(lama, baru),
        *_beda_peta(
            "Sasaran", {s.kode: s.teks for s in lama.sasaran}, {s.kode: s.teks for s in baru.sasaran}
        ),
        *_beda_peta("Indikator", _indikator(lama), _indikator(baru)),
        *_beda_peta("Anggaran", _anggaran(lama), _anggaran(baru)),
    )


def _beda_kepala(lama: IsiPerjanjian, baru: IsiPerjanjian) -> list[Beda]:
    return [
        Beda(hal, satu, dua)
        for hal, satu, dua in (
            ("Pihak pertama", _pihak(lama.pertama), _pihak(baru.pertama)),
            ("Pihak kedua", _pihak(lama.kedua), _pihak(baru.kedua)),
            ("Tempat", lama.tempat, baru.tempat),
            ("Tanggal", _hari(lama.tanggal), _hari(baru.tanggal)),
            ("Nomor DIPA", lama.dipa.nomor, baru.dipa.nomor),
            ("Tanggal DIPA", _hari(lama.dipa.tanggal), _hari(baru.dipa.tanggal)),
            ("Pagu DIPA", _rupiah(lama.dipa.pagu), _rupiah(baru.dipa.pagu)),
        )
        if satu != dua
    ]


def _beda_peta(hal: str, lama: dict[str, str], baru: dict[str, str]) -> list[Beda]:
    kunci = dict.fromkeys([*lama, *baru])
    return [Beda(f"{hal} {k}", lama.get(k, ""), baru.get(k, "")) for k in kunci if lama.get(k) != baru.get(k)]


def _pihak(pihak: PihakJanji | None) -> str:
    return f"{pihak.jabatan} ({pihak.nama})" if pihak and pihak.nama else pihak.jabatan if pihak else ""


def _indikator(isi: IsiPerjanjian) -> dict[str, str]:
    return {i.kode: f"{i.nama}: {_target(i)} {i.satuan}" for i in isi.indikator}


def _target(i: TargetJanji) -> str:
    return "–".join(_angka(a) for a in (i.nilai, i.bawah, i.atas) if a is not None)


def _angka(nilai: Decimal | int | None) -> str:
    return "" if nilai is None else cetak_angka(nilai)


def _hari(tanggal: datetime.date | None) -> str:
    return cetak_tanggal(tanggal) if tanggal else ""


def _rupiah(nilai: int | None) -> str:
    return "" if nilai is None else cetak_rupiah(nilai)


def _anggaran(isi: IsiPerjanjian) -> dict[str, str]:
    return {f"{a.program} / {a.kegiatan}": _rupiah(a.nilai) for a in isi.anggaran}
