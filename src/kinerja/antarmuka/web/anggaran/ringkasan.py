"""The office's money in a year: pagu, months, jenis belanja, sasaran; and ours beside theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.anggaran.bulanan import Arus, BarisRevisi, SatkerKantor, get_arus, list_revisi
from kinerja.anggaran.queries import (
    Serapan,
    SerapanBelanja,
    SerapanSasaran,
    list_anggaran_belanja,
    list_anggaran_sasaran,
    sum_serapan,
)
from kinerja.anggaran.rekonsiliasi import Banding, Sebab, list_banding
from kinerja.antarmuka.web.anggaran.bagian import KepalaAnggaran, buka_anggaran, list_pilihan
from kinerja.antarmuka.web.bahasa import dalam_bahasa_laporan
from kinerja.antarmuka.web.sajian.berkas_papan import BerkasPapan, jawab_berkas
from kinerja.antarmuka.web.sajian.lukisan import Lukisan
from kinerja.dasar.cetak import cetak_tanggal
from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.buku import KolomBuku, LembarBuku
from kinerja.dokumen.model import BaganBatang
from kinerja.pelaporan.lkjip.anggaran_bulanan import draw_bulanan


@dataclass(frozen=True, slots=True)
class RingkasanAnggaran:
    """What the page shows; `terpilih` is the one satker it is narrowed to."""

    arus: Arus
    revisi: tuple[BarisRevisi, ...]
    belanja: tuple[SerapanBelanja, ...]
    sasaran: tuple[SerapanSasaran, ...]
    jumlah: Serapan | None
    jumlah_sasaran: Serapan | None
    terpilih: SatkerKantor | None
    lukisan: Lukisan | None


def _sajikan(kepala: KepalaAnggaran, kunci: str) -> RingkasanAnggaran:
    terpilih = kepala.cari(kunci) if kunci else None
    satker = [terpilih] if terpilih else kepala.bawahan
    arus = get_arus(satker, kepala.kepala.tahun)
    milik = terpilih.satker if terpilih else kepala.kepala.kantor.satker
    belanja = list_anggaran_belanja(milik, kepala.kepala.tahun)
    sasaran = list_anggaran_sasaran(milik, kepala.kepala.tahun)
    return RingkasanAnggaran(
        arus,
        list_revisi(satker, kepala.kepala.tahun),
        belanja,
        sasaran,
        sum_serapan(b.kini for b in belanja),
        sum_serapan(s.anggaran for s in sasaran),
        terpilih,
        _lukis(arus) if arus.berdata else None,
    )


def _lukis(arus: Arus) -> Lukisan:
    gambar = draw_bulanan(arus)
    assert isinstance(gambar.bagan, BaganBatang)
    return Lukisan(gambar.id, gambar.judul, gambar.alt, gambar.bagan)


@require_safe
def ringkasan(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """The year's money of the office, or of one of its satker."""
    kepala = buka_anggaran(request, satker, tahun)
    isi = _sajikan(kepala, request.GET.get("satker", ""))
    konteks = {
        "kepala": kepala.kepala,
        "tab": "anggaran",
        "laman": "ringkasan",
        "d": isi,
        "pilihan": list_pilihan(kepala.bawahan),
        "bulan": [(nama_bulan(b.bulan), b) for b in isi.arus.bulan],
    }
    return render(request, "web/anggaran/ringkasan.html", konteks)


@require_safe
def unduh(request: HttpRequest, satker: str, tahun: int, format: str) -> HttpResponse:
    """The same as a file."""
    kepala = buka_anggaran(request, satker, tahun)
    return jawab_berkas(_susun_berkas(kepala, _sajikan(kepala, request.GET.get("satker", ""))), format)


@dalam_bahasa_laporan
def _susun_berkas(kepala: KepalaAnggaran, d: RingkasanAnggaran) -> BerkasPapan:
    nama = d.terpilih.nama_singkat if d.terpilih else kepala.kepala.kantor.nama
    kunci = d.terpilih.satker.kunci if d.terpilih else kepala.kepala.kunci
    return BerkasPapan(
        judul=f"Anggaran {nama}",
        keterangan="Rupiah penuh. Angka bulanan adalah angka bulan itu saja.",
        nama=f"anggaran-{kunci}-{kepala.kepala.tahun}",
        tahun=kepala.kepala.tahun,
        lukisan=(d.lukisan,) if d.lukisan else (),
        lembar=(
            _lembar_bulan(d.arus),
            _lembar_belanja(d.belanja),
            _lembar_sasaran(d.sasaran),
            _lembar_revisi(d.revisi),
        ),
    )


def _lembar_bulan(arus: Arus) -> LembarBuku:
    kolom = (
        KolomBuku("Bulan", 14),
        KolomBuku("RPD", 20, "rupiah"),
        KolomBuku("Realisasi", 20, "rupiah"),
        KolomBuku("Deviasi", 12, "persen"),
        KolomBuku("RPD kumulatif", 20, "rupiah"),
        KolomBuku("Realisasi kumulatif", 20, "rupiah"),
    )
    baris = tuple(
        (nama_bulan(b.bulan), b.rpd, b.realisasi, b.deviasi, b.rpd_kumulatif, b.realisasi_kumulatif)
        for b in arus.bulan
    )
    return LembarBuku("Bulanan", "RPD dan realisasi tiap bulan", kolom, baris)


_SERAPAN = (
    KolomBuku("Pagu", 20, "rupiah"),
    KolomBuku("Realisasi", 20, "rupiah"),
    KolomBuku("Serapan", 12, "persen"),
)


def _lembar_belanja(belanja: Sequence[SerapanBelanja]) -> LembarBuku:
    baris = tuple((b.jenis, b.nama, b.kini.pagu, b.kini.realisasi, b.kini.persen) for b in belanja if b.kini)
    kolom = (KolomBuku("Kode", 8), KolomBuku("Jenis belanja", 30), *_SERAPAN)
    return LembarBuku("Jenis belanja", "Pagu dan realisasi menurut jenis belanja", kolom, baris)


def _lembar_sasaran(sasaran: Sequence[SerapanSasaran]) -> LembarBuku:
    baris = tuple(
        (s.sasaran.kode, s.sasaran.teks, s.anggaran.pagu, s.anggaran.realisasi, s.anggaran.persen)
        for s in sasaran
    )
    kolom = (KolomBuku("Kode", 12), KolomBuku("Sasaran", 60), *_SERAPAN)
    return LembarBuku("Sasaran", "Pagu dan realisasi menurut sasaran", kolom, baris)


def _lembar_revisi(revisi: Sequence[BarisRevisi]) -> LembarBuku:
    kolom = (
        KolomBuku("Satker", 34),
        KolomBuku("Revisi", 8, "angka"),
        KolomBuku("Tanggal", 20),
        KolomBuku("Kode", 8),
        KolomBuku("Pagu", 20, "rupiah"),
        KolomBuku("Perubahan", 20, "rupiah"),
        KolomBuku("Blokir", 20, "rupiah"),
    )
    baris = tuple(
        (r.satker.nama_singkat, r.nomor, cetak_tanggal(r.tanggal), r.kode, r.pagu, r.selisih, r.blokir)
        for r in revisi
    )
    return LembarBuku("Revisi DIPA", "DIPA dan revisinya", kolom, baris)


@require_safe
def rekonsiliasi(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Every figure held twice; by default only those that differ."""
    kepala = buka_anggaran(request, satker, tahun)
    semua = list_banding(kepala.bawahan, kepala.kepala.kantor.satker, tahun)
    beda = [b for b in semua if b.sebab is not Sebab.SAMA]
    konteks = {
        "kepala": kepala.kepala,
        "tab": "anggaran",
        "laman": "rekonsiliasi",
        "semua": "semua" in request.GET,
        "banding": semua if "semua" in request.GET else beda,
        "jumlah": len(semua),
        "beda": len(beda),
    }
    return render(request, "web/anggaran/rekonsiliasi.html", konteks)


@require_safe
def unduh_rekonsiliasi(request: HttpRequest, satker: str, tahun: int, format: str) -> HttpResponse:
    """The whole reconciliation as a file."""
    kepala = buka_anggaran(request, satker, tahun)
    semua = list_banding(kepala.bawahan, kepala.kepala.kantor.satker, tahun)
    return jawab_berkas(susun_rekonsiliasi(kepala, semua), format)


@dalam_bahasa_laporan
def susun_rekonsiliasi(kepala: KepalaAnggaran, semua: Sequence[Banding]) -> BerkasPapan:
    """Ours, theirs, difference and explanation as a workbook or PDF: rupiah and scores apart."""
    return BerkasPapan(
        judul=f"Rekonsiliasi anggaran {kepala.kepala.kantor.nama}",
        keterangan="Kita: dihitung dari fakta di program ini. Mereka: sebagaimana diterbitkan kementerian.",
        nama=f"rekonsiliasi-{kepala.kepala.kunci}-{kepala.kepala.tahun}",
        tahun=kepala.kepala.tahun,
        lukisan=(),
        lembar=(
            _lembar_banding("Rupiah", [b for b in semua if b.rupiah], rupiah=True),
            _lembar_banding("Skor", [b for b in semua if not b.rupiah], rupiah=False),
        ),
    )


def _lembar_banding(nama: str, banding: Sequence[Banding], *, rupiah: bool) -> LembarBuku:
    bentuk = "rupiah" if rupiah else "angka"
    kolom = (
        KolomBuku("Satker", 34),
        KolomBuku("Apa", 44),
        KolomBuku("Kita", 20, bentuk),
        KolomBuku("Mereka", 20, bentuk),
        KolomBuku("Selisih", 20, bentuk),
        KolomBuku("Penjelasan", 70),
    )
    baris = tuple((b.satker, b.apa, b.kita, b.mereka, b.selisih, b.penjelasan) for b in banding)
    return LembarBuku(nama, f"Rekonsiliasi: {nama.lower()}", kolom, baris)
