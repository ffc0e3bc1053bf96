"""The Perjanjian Kinerja in the two-part form of PermenPANRB 53/2014 Lampiran I, and the comparison of two versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kinerja.aturan.perjanjian import list_dasar_perubahan
from kinerja.dasar.cetak import cetak_rupiah, cetak_tanggal
from kinerja.dokumen.model import (
    Bagian,
    Baris,
    Blok,
    Dokumen,
    Kolom,
    Paragraf,
    Pasangan,
    Pengesahan,
    Tabel,
    catatan,
    paragraf,
    teks,
)
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pengukuran.cetak import cetak_target
from kinerja.perencanaan.models import TingkatSasaran
from kinerja.perencanaan.perjanjian.isi import IsiPerjanjian, PihakJanji, SasaranJanji, TargetJanji
from kinerja.perencanaan.perjanjian.queries import Beda

_TITIK = "…" * 12
_PEMBUKA = (
    "Dalam rangka mewujudkan manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi pada "
    "hasil, {siapa} yang bertanda tangan di bawah ini:"
)
_JANJI = (
    "{siapa} berjanji akan mewujudkan target kinerja yang seharusnya sesuai lampiran perjanjian ini, dalam rangka "
    "mencapai target kinerja jangka menengah seperti yang telah ditetapkan dalam dokumen perencanaan."
)
_TANGGUNG = "Keberhasilan dan kegagalan pencapaian target kinerja tersebut menjadi tanggung jawab kami."
_KEDUA = (
    "Pihak kedua akan melakukan supervisi yang diperlukan serta akan melakukan evaluasi terhadap capaian kinerja dari "
    "perjanjian ini dan mengambil tindakan yang diperlukan dalam rangka pemberian penghargaan dan sanksi."
)
JUDUL = "Perjanjian Kinerja"


def compose_perjanjian(isi: IsiPerjanjian, kode: str = "", *, verifikasi: str = "") -> Dokumen:
    """The statement and its annex; without `kode` it is marked as a draft. `verifikasi` is where its QR leads."""
    judul = f"{JUDUL} Tahun {isi.tahun}"
    pernyataan = Bagian(
        "pernyataan", f"{judul}\n{isi.pertama.jabatan}", tuple(_pernyataan(isi, kode, verifikasi))
    )
    dengan = f" dengan {isi.dengan}" if isi.dengan else ""
    lampiran = Bagian("lampiran", f"Lampiran {judul}\n{isi.pertama.jabatan}{dengan}", tuple(_lampiran(isi)))
    return Dokumen(
        judul=JUDUL,
        subjudul=isi.pertama.jabatan,
        instansi=isi.kantor,
        tahun=isi.tahun,
        tempat_tanggal=_tempat_tanggal(isi),
        kode=kode,
        bab=(pernyataan, replace(lampiran, halaman_baru=True)),
        rupa="surat",
    )


def _pernyataan(isi: IsiPerjanjian, kode: str, verifikasi: str) -> Iterator[Blok]:
    if not kode:
        yield catatan("perhatian", "Konsep: perjanjian ini belum diparaf dan isinya masih dapat berubah.")
    if isi.nomor > 1:
        yield from describe_perubahan(isi)
    yield paragraf(_PEMBUKA.format(siapa="kami" if isi.kedua else "saya"))
    yield _identitas(isi.pertama)
    if isi.kedua:
        yield paragraf("selanjutnya disebut ", teks("pihak pertama", tebal=True), ", dan")
        yield _identitas(isi.kedua)
        yield paragraf(
            "selaku atasan pihak pertama, selanjutnya disebut ", teks("pihak kedua", tebal=True), "."
        )
    yield paragraf(_JANJI.format(siapa="Pihak pertama" if isi.kedua else "Saya"))
    yield paragraf(_TANGGUNG)
    if isi.kedua and isi.paragraf_kedua:
        yield paragraf(_KEDUA)
    yield make_pengesahan(isi, verifikasi)


def describe_perubahan(isi: IsiPerjanjian) -> Iterator[Paragraf]:
    """Which version this is, on which lawful ground, and why."""
    bunyi = list_dasar_perubahan(get_akhir_tahun(isi.tahun)).get(isi.dasar_perubahan, "")
    yield paragraf(
        teks(f"Perubahan ke-{isi.nomor - 1}. ", tebal=True),
        f"Dasar perubahan: {bunyi or 'belum dipilih'}. {isi.alasan}".rstrip(),
    )


def _identitas(pihak: PihakJanji) -> Pasangan:
    return Pasangan((("Nama", pihak.nama or _TITIK), ("Jabatan", pihak.jabatan)))


def _tempat_tanggal(isi: IsiPerjanjian) -> str:
    return f"{isi.tempat}, {cetak_tanggal(isi.tanggal) if isi.tanggal else _TITIK}"


def make_pengesahan(isi: IsiPerjanjian, verifikasi: str = "") -> Pengesahan:
    """The two parties side by side, the first on the right under place and day; a minister alone."""
    pertama = Pengesahan(_tempat_tanggal(isi), isi.pertama.jabatan, isi.pertama.nama, verifikasi=verifikasi)
    if isi.kedua is None:
        return pertama
    kedua = Pengesahan("", isi.kedua.jabatan, isi.kedua.nama, "Pihak Kedua")
    return replace(pertama, peran="Pihak Pertama", pendamping=kedua)


def _lampiran(isi: IsiPerjanjian) -> Iterator[Blok]:
    yield from list_tabel_janji(isi)
    yield make_tabel_anggaran(isi, "tabel-anggaran")
    yield make_pengesahan(isi)


def list_tabel_janji(isi: IsiPerjanjian, awalan: str = "tabel-janji") -> Iterator[Tabel | Paragraf]:
    """One table per level, sasaran strategis first: number, sasaran, indicator, target."""
    for tingkat in TingkatSasaran:
        milik = [s for s in isi.sasaran if s.tingkat == tingkat.value]
        if milik:
            yield Tabel(
                f"{awalan}-{tingkat.value}",
                f"{tingkat.label}, indikator kinerja, dan target",
                (
                    Kolom("No.", 6, "tengah"),
                    Kolom(tingkat.label, 44),
                    Kolom("Indikator Kinerja", 54),
                    Kolom("Target", 20, "kanan"),
                ),
                tuple(_baris_janji(milik)),
            )
    if not isi.sasaran:
        yield paragraf("Perjanjian ini belum memuat sasaran.")


def _baris_janji(sasaran: Sequence[SasaranJanji]) -> Iterator[Baris]:
    for nomor, satu in enumerate(sasaran, 1):
        for n, indikator in enumerate(satu.indikator):
            kepala = (f"{nomor}.", satu.teks) if n == 0 else ("", "")
            yield Baris((*kepala, indikator.nama, print_target(indikator)))
        if not satu.indikator:
            yield Baris((f"{nomor}.", satu.teks, "–", "–"))


def print_target(satu: TargetJanji) -> str:
    """The promised number with its unit: "80 indeks", "85%"; a dash while nothing is promised."""
    return cetak_target(satu, satu.satuan) if satu.bertarget else "–"


def make_tabel_anggaran(isi: IsiPerjanjian, id_: str) -> Tabel:
    """Programmes with their total, the activities beneath them, the sum at the end."""
    baris: list[Baris] = []
    for n, program in enumerate(dict.fromkeys(a.program for a in isi.anggaran), 1):
        milik = [a for a in isi.anggaran if a.program == program]
        baris.append(Baris((f"{n}.", program, cetak_rupiah(sum(a.nilai for a in milik))), "jumlah"))
        baris += (Baris(("", a.kegiatan, cetak_rupiah(a.nilai))) for a in milik)
    baris.append(Baris(("", "Jumlah", cetak_rupiah(isi.jumlah)), "jumlah"))
    kolom = (Kolom("No.", 6, "tengah"), Kolom("Program/Kegiatan", 84), Kolom("Anggaran", 34, "kanan"))
    return Tabel(id_, "Program, kegiatan, dan anggaran", kolom, tuple(baris))


def compose_perbandingan(lama: IsiPerjanjian, baru: IsiPerjanjian, beda: Sequence[Beda]) -> Dokumen:
    """Two versions of one agreement side by side, for whoever signs the newer one."""
    isi: list[Blok] = [
        Pasangan(
            (("Perjanjian", f"{baru.kode}, {baru.pertama.jabatan}"), ("Pihak kedua", baru.dengan or "–"))
        ),
        *(describe_perubahan(baru) if baru.nomor > 1 else ()),
        _tabel_beda(lama, baru, beda) if beda else paragraf("Kedua versi sama."),
    ]
    judul = f"Perbandingan {JUDUL} Tahun {baru.tahun}"
    return Dokumen(
        judul=f"Perbandingan {JUDUL}",
        subjudul=baru.pertama.jabatan,
        instansi=baru.kantor,
        tahun=baru.tahun,
        tempat_tanggal=_tempat_tanggal(baru),
        kode="",
        bab=(Bagian("perbandingan", judul, tuple(isi)),),
        rupa="surat",
    )


def _tabel_beda(lama: IsiPerjanjian, baru: IsiPerjanjian, beda: Sequence[Beda]) -> Tabel:
    return Tabel(
        "tabel-beda",
        f"Yang berbeda antara versi {lama.nomor} dan versi {baru.nomor}",
        (Kolom("Hal", 30), Kolom(f"Versi {lama.nomor}", 46), Kolom(f"Versi {baru.nomor}", 46)),
        tuple(Baris((b.hal, b.lama or "tidak ada", b.baru or "tidak ada")) for b in beda),
    )
