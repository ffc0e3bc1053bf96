"""The year by month in the report: plan against spending as a table and a drawing, and the negative months."""

from collections.abc import Iterator
from decimal import Decimal

from kinerja.anggaran.bulanan import Arus, BulanArus
from kinerja.aturan.anggaran import compute_serapan
from kinerja.dasar.cetak import cetak_persen, cetak_rupiah
from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.model import BaganBatang, Baris, Blok, Deret, Gambar, Kolom, Tabel, catatan, paragraf
from kinerja.pelaporan.lkjip.blok import gabung_kata
from kinerja.pengukuran.cetak import TIDAK_ADA

_DISEBUT = 5


def compose_bulanan(arus: Arus) -> Iterator[Blok]:
    """RPD against realisasi by month; nothing without months."""
    if not arus.berdata:
        return
    yield paragraf(describe_bulanan(arus))
    yield tabulate_bulanan(arus)
    yield draw_bulanan(arus)
    if arus.tanpa_bulanan:
        nama = [s.nama_singkat for s in arus.tanpa_bulanan]
        yield catatan("perhatian", f"Tanpa angka bulanan, jadi tidak ikut dijumlah: {gabung_kata(nama)}.")
    if arus.negatif:
        yield paragraf(_sebut_negatif(arus))


def describe_bulanan(arus: Arus) -> str:
    """How far spending is behind or ahead of its plan, in one sentence."""
    akhir = arus.bulan[arus.sampai - 1]
    awal = f"Sampai dengan {nama_bulan(akhir.bulan)} {arus.tahun} {len(arus.berdata)} satuan kerja merealisasikan"
    kalimat = f"{awal} {cetak_rupiah(akhir.realisasi_kumulatif or 0)}"
    if not akhir.rpd_kumulatif:
        return f"{kalimat}; rencana penarikan dananya belum dicatat."
    return f"{kalimat} dari rencana penarikan dana {cetak_rupiah(akhir.rpd_kumulatif)}."


def tabulate_bulanan(arus: Arus) -> Tabel:
    """One row per month: plan, spending, deviation, and both from January on."""
    return Tabel(
        "tabel-anggaran-bulanan",
        f"Rencana penarikan dana dan realisasi tiap bulan tahun {arus.tahun}",
        (
            Kolom("Bulan", 14),
            Kolom("RPD", 20, "kanan", "Bulan itu"),
            Kolom("Realisasi", 20, "kanan", "Bulan itu"),
            Kolom("Deviasi", 12, "kanan", "Bulan itu"),
            Kolom("RPD", 20, "kanan", "Kumulatif"),
            Kolom("Realisasi", 20, "kanan", "Kumulatif"),
        ),
        tuple(_baris(b) for b in arus.bulan),
        catatan="Deviasi adalah selisih mutlak realisasi dari RPD dibagi RPD bulan itu, seluruh jenis belanja bersama.",
    )


def _baris(b: BulanArus) -> Baris:
    uang = [b.rpd, b.realisasi, b.rpd_kumulatif, b.realisasi_kumulatif]
    sel = [TIDAK_ADA if n is None else cetak_rupiah(n) for n in uang]
    deviasi = TIDAK_ADA if b.deviasi is None else cetak_persen(b.deviasi)
    return Baris((nama_bulan(b.bulan), sel[0], sel[1], deviasi, sel[2], sel[3]))


def draw_bulanan(arus: Arus) -> Gambar:
    """Plan and spending from January on, in percent of the pagu; of the year's plan where no pagu is known."""
    dasar = (
        arus.pagu_berdata
        or next((b.rpd_kumulatif for b in reversed(arus.bulan) if b.rpd_kumulatif), None)
        or 0
    )
    deret = (
        Deret("RPD kumulatif", tuple(_bagian(b.rpd_kumulatif, dasar) for b in arus.bulan)),
        Deret("Realisasi kumulatif", tuple(_bagian(b.realisasi_kumulatif, dasar) for b in arus.bulan)),
    )
    label = tuple(tuple(TIDAK_ADA if n is None else cetak_persen(n, 0) for n in d.nilai) for d in deret)
    kategori = tuple(nama_bulan(b.bulan)[:3] for b in arus.bulan)
    terhadap = "pagu" if arus.pagu_berdata else "rencana setahun"
    isi = "; ".join(f"{k} RPD {r}, realisasi {n}" for k, r, n in zip(kategori, *label, strict=True))
    return Gambar(
        "gambar-anggaran-bulanan",
        f"Rencana penarikan dana dan realisasi kumulatif terhadap {terhadap} tahun {arus.tahun}",
        f"Diagram batang persen dari {terhadap} tiap bulan: {isi}.",
        BaganBatang(kategori, deret, label, "%"),
    )


def _bagian(nilai: int | None, dasar: int) -> Decimal | None:
    return None if nilai is None else compute_serapan(dasar, nilai)


def _sebut_negatif(arus: Arus) -> str:
    sebut = [
        f"{satker.nama_singkat} {nama_bulan(bulan)} akun {jenis} {cetak_rupiah(nilai)}"
        for satker, bulan, jenis, nilai in arus.negatif[:_DISEBUT]
    ]
    lain = len(arus.negatif) - _DISEBUT
    tambahan = f", dan {lain} lainnya" if lain > 0 else ""
    return f"Realisasi negatif adalah koreksi belanja: {'; '.join(sebut)}{tambahan}."
