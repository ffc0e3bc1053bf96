"""The target kinerja of an office by division, and one of them for who works on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from kinerja.alur.pengingat import cetak_waktu
from kinerja.antarmuka.web.bahasa import dalam_bahasa_laporan, terjemahkan, terjemahkan_kata
from kinerja.antarmuka.web.kepala import Kepala
from kinerja.antarmuka.web.sajian.berkas_papan import BerkasPapan
from kinerja.antarmuka.web.sajian.lukisan import Lukisan, lukis_target
from kinerja.dasar.cetak import cetak_persen
from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.buku import Isi, KolomBuku, LembarBuku
from kinerja.pengukuran.target_kinerja import (
    BulanRinci,
    KemajuanDivisi,
    KemajuanTarget,
    RincianTarget,
    TriwulanRinci,
)

TRIWULAN = ("B03", "B06", "B09", "B12")
"""How offices call the quarters: by their last month."""


@dataclass(frozen=True, slots=True)
class BarisTarget:
    """One target of the list; `triwulan` are four of "80 / 75" or "–"."""

    id: int
    nomor: int
    teks: str
    berbukti: int
    belum: str
    """The months without evidence, neighbours joined: "Januari–Maret, Mei"."""
    triwulan: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Divisi:
    """One division with its targets and sums."""

    kunci: str
    nama: str
    target: tuple[BarisTarget, ...]
    bukti: int
    bukti_seharusnya: int
    rata: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DaftarTarget:
    """The page of an office; `pilihan` are the divisions it can be narrowed to."""

    divisi: tuple[Divisi, ...]
    pilihan: tuple[tuple[str, str], ...]
    dipilih: str
    jumlah: int
    lukisan: Lukisan | None


def sajikan_daftar_target(kemajuan: Sequence[KemajuanDivisi], dipilih: str, lewat: int) -> DaftarTarget:
    """Divisions in their order; `lewat` months of the year are over, their evidence is owed."""
    pilihan = tuple((k.unit_kerja.kunci, k.unit_kerja.nama) for k in kemajuan)
    dipilih = dipilih if dipilih in dict(pilihan) else ""
    tampil = [k for k in kemajuan if dipilih in ("", k.unit_kerja.kunci)]
    divisi = tuple(_sajikan_divisi(k, lewat) for k in tampil)
    return DaftarTarget(
        divisi, pilihan, dipilih, sum(len(d.target) for d in divisi), lukis_target(tampil) if tampil else None
    )


def _sajikan_divisi(k: KemajuanDivisi, lewat: int) -> Divisi:
    return Divisi(
        kunci=k.unit_kerja.kunci,
        nama=k.unit_kerja.nama,
        target=tuple(_sajikan_target(t, lewat) for t in k.target),
        bukti=k.bukti,
        bukti_seharusnya=k.bukti_seharusnya,
        rata=tuple((kode, _persen(k.rata_verifikasi.get(n))) for n, kode in enumerate(TRIWULAN, 1)),
    )


def _sajikan_target(t: KemajuanTarget, lewat: int) -> BarisTarget:
    belum = [n for n in range(1, lewat + 1) if n not in t.berbukti]
    return BarisTarget(
        id=t.target.pk,
        nomor=t.target.nomor,
        teks=t.target.teks,
        berbukti=lewat - len(belum),
        belum=_sebut_bulan(belum),
        triwulan=tuple((kode, _sebut_penilaian(t.penilaian.get(n))) for n, kode in enumerate(TRIWULAN, 1)),
    )


def _sebut_bulan(bulan: Sequence[int]) -> str:
    rentang: list[list[int]] = []
    for n in bulan:
        if rentang and rentang[-1][-1] == n - 1:
            rentang[-1].append(n)
        else:
            rentang.append([n])
    return ", ".join(
        "–".join(terjemahkan(nama_bulan(n)) for n in dict.fromkeys((r[0], r[-1]))) for r in rentang
    )


def _sebut_penilaian(nilai: tuple[Decimal, Decimal | None] | None) -> str:
    if nilai is None:
        return "–"
    mandiri, verifikasi = nilai
    if verifikasi is None:
        return _("%(nilai)s, menunggu verifikasi") % {"nilai": _persen(mandiri)}
    return _("%(nilai)s, terverifikasi %(verifikasi)s") % {
        "nilai": _persen(mandiri),
        "verifikasi": _persen(verifikasi),
    }


def _persen(nilai: Decimal | None) -> str:
    return "–" if nilai is None else cetak_persen(nilai)


@dataclass(frozen=True, slots=True)
class SajianBulan:
    """One month of the page of a target."""

    nomor: int
    nama: str
    rinci: BulanRinci
    tenggat: str
    uraian: str
    versi: int


@dataclass(frozen=True, slots=True)
class SajianTriwulan:
    """One quarter of the page of a target."""

    nomor: int
    kode: str
    nama: str
    rinci: TriwulanRinci
    dibuka: str
    tenggat: str
    bisa_dinilai: bool
    bisa_diverifikasi: bool


@dataclass(frozen=True, slots=True)
class SajianTarget:
    """The page of one target: months that have begun, quarters."""

    rincian: RincianTarget
    bulan: tuple[SajianBulan, ...]
    triwulan: tuple[SajianTriwulan, ...]
    berbukti: int


def sajikan_target(rincian: RincianTarget, pembaca_id: int) -> SajianTarget:
    """What this reader can look at and do; nobody verifies what he assessed himself."""
    return SajianTarget(
        rincian,
        tuple(_sajikan_bulan(b) for b in rincian.bulan if b.dimulai),
        tuple(_sajikan_triwulan(t, rincian, pembaca_id) for t in rincian.triwulan),
        sum(b.berbukti for b in rincian.bulan),
    )


def _sajikan_bulan(rinci: BulanRinci) -> SajianBulan:
    return SajianBulan(
        rinci.bulan.nomor,
        terjemahkan_kata(str(rinci.bulan)),
        rinci,
        cetak_waktu(rinci.tenggat.batas) if rinci.tenggat else "",
        rinci.isi.uraian if rinci.isi else "",
        rinci.isi.versi if rinci.isi else 0,
    )


def _sajikan_triwulan(rinci: TriwulanRinci, rincian: RincianTarget, pembaca_id: int) -> SajianTriwulan:
    penilaian = rinci.penilaian
    return SajianTriwulan(
        nomor=rinci.triwulan.nomor,
        kode=TRIWULAN[rinci.triwulan.nomor - 1],
        nama=terjemahkan_kata(str(rinci.triwulan)),
        rinci=rinci,
        dibuka=cetak_waktu(rinci.dibuka),
        tenggat=cetak_waktu(rinci.tenggat.batas) if rinci.tenggat else "",
        bisa_dinilai=rinci.terbuka and rincian.mengisi,
        bisa_diverifikasi=penilaian is not None
        and rincian.memeriksa
        and penilaian.dinilai_oleh_id != pembaca_id,
    )


@dalam_bahasa_laporan
def susun_berkas_target(
    kepala: Kepala, daftar: DaftarTarget, kemajuan: Sequence[KemajuanDivisi]
) -> BerkasPapan:
    """The list to take away: one row per target, and one per division."""
    tampil = [k for k in kemajuan if daftar.dipilih in ("", k.unit_kerja.kunci)]
    return BerkasPapan(
        judul=f"Target Kinerja {kepala.kantor.nama}",
        keterangan=f"{daftar.jumlah} target kinerja di {len(daftar.divisi)} divisi.",
        nama=f"target-kinerja-{kepala.kunci}-{kepala.tahun}",
        tahun=kepala.tahun,
        lukisan=(daftar.lukisan,) if daftar.lukisan else (),
        lembar=(_ke_lembar_divisi(tampil), _ke_lembar_target(tampil)),
    )


def _ke_lembar_divisi(kemajuan: Sequence[KemajuanDivisi]) -> LembarBuku:
    kolom = (
        KolomBuku("Divisi", 34),
        KolomBuku("Target", 10, "angka"),
        KolomBuku("Bukti bulanan", 12, "angka"),
        KolomBuku("Seharusnya", 12, "angka"),
        *(KolomBuku(f"Rata-rata {kode}", 12, "persen") for kode in TRIWULAN),
    )
    isi: tuple[tuple[Isi, ...], ...] = tuple(
        (
            k.unit_kerja.nama,
            len(k.target),
            k.bukti,
            k.bukti_seharusnya,
            *(k.rata_verifikasi.get(n) for n in range(1, 5)),
        )
        for k in kemajuan
    )
    catatan = "Rata-rata penilaian yang terverifikasi; yang belum terverifikasi tidak dihitung nol."
    return LembarBuku("Kemajuan divisi", "Kemajuan target kinerja tiap divisi", kolom, isi, catatan)


def _ke_lembar_target(kemajuan: Sequence[KemajuanDivisi]) -> LembarBuku:
    kolom = (
        KolomBuku("Divisi", 30),
        KolomBuku("Nomor", 8, "angka"),
        KolomBuku("Target kinerja", 60),
        KolomBuku("Bulan berbukti", 10, "angka"),
        *(
            KolomBuku(f"{kode} {siapa}", 12, "persen")
            for kode in TRIWULAN
            for siapa in ("mandiri", "terverifikasi")
        ),
    )
    isi = tuple(
        (k.unit_kerja.nama, t.target.nomor, t.target.teks, len(t.berbukti), *_list_penilaian(t))
        for k in kemajuan
        for t in k.target
    )
    return LembarBuku("Target kinerja", "Target kinerja dan penilaiannya", kolom, isi)


def _list_penilaian(t: KemajuanTarget) -> list[Decimal | None]:
    kosong: tuple[Decimal | None, Decimal | None] = (None, None)
    return [nilai for n in range(1, 5) for nilai in t.penilaian.get(n, kosong)]
