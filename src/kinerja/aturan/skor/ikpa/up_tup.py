"""Pengelolaan UP dan TUP: cash advances that come back in time, and the government credit card."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from kinerja.aturan.parameter import as_angka, as_daftar, as_peta
from kinerja.aturan.pecahan import to_desimal
from kinerja.aturan.skor.ikpa.hasil import (
    Bagian,
    HasilIndikator,
    make_hasil,
    pilih_tunggal,
    rata_bagian,
    timbang_bagian,
)
from kinerja.aturan.skor.ikpa.masukan import (
    Indikator,
    JenisPertanggungjawaban,
    MasukanIkpa,
    Pertanggungjawaban,
    UpTup,
)
from kinerja.aturan.skor.pengaturan import PengaturanSkor
from kinerja.aturan.skor.uraian import Suku, get_nilai, jepit_persen, rujuk
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.periode import Bulan, Triwulan, tambah_bulan

_UP_TUP = "up_tup_ikpa"


def compute_up_tup(masukan: MasukanIkpa, pengaturan: PengaturanSkor) -> HasilIndikator:
    """Cash part (timeliness, monthly turnover, unused TUP) and credit card; without card the cash part alone."""
    per, up = masukan.per, masukan.up_tup
    aturan = rujuk(_UP_TUP, per)
    isi = get_nilai(_UP_TUP, per).peta
    if up is None:
        return make_hasil(Indikator.UP_TUP, None, aturan, (), catatan="Satker tidak mengelola UP dan TUP.")
    semua, temuan = pilih_tunggal(
        up.pertanggungjawaban, lambda p: (p.jenis.value, p.nomor), "Pertanggungjawaban"
    )
    temuan += [_laporkan_terbalik(p) for p in semua if p.selesai < p.mulai]
    selesai = [p for p in semua if p.selesai <= per and p.mulai <= p.selesai]
    bobot = as_peta(isi["bobot"])
    bagian = [
        (_nilai_ketepatan(selesai), as_angka(bobot["ketepatan"])),
        (_nilai_gup(selesai, up.up), as_angka(bobot["gup_bulanan"])),
        (_nilai_setoran(up), as_angka(bobot["setoran_tup"])),
    ]
    tunai, rincian = timbang_bagian(bagian, pengaturan)
    bagian_tunai = Bagian("UP dan TUP tunai", tunai, rincian=rincian)
    kartu = _nilai_kkp(up, per)
    if tunai is None or kartu is None:
        # Without a card there is no weight to share: the cash part stands for the whole.
        pohon: tuple[Suku, ...] = (bagian_tunai.uraikan(),)
        catatan = "Tanpa kartu kredit pemerintah." if kartu is None else "Belum ada pengelolaan UP dan TUP."
        return make_hasil(Indikator.UP_TUP, tunai, aturan, pohon, catatan=catatan, temuan=temuan)
    berat = [(bagian_tunai, as_angka(isi["tunai"])), (kartu, as_angka(isi["kkp"]))]
    nilai, pohon = timbang_bagian(berat, pengaturan)
    return make_hasil(Indikator.UP_TUP, nilai, aturan, pohon, temuan=temuan)


def _nilai_ketepatan(selesai: Sequence[Pertanggungjawaban]) -> Bagian:
    nilai = [100 if p.selesai <= tambah_bulan(p.mulai, 1) else 0 for p in selesai]
    kosong = "Belum ada GUP atau PTUP."
    return rata_bagian("Ketepatan waktu GUP dan PTUP", nilai, kosong, "pertanggungjawaban")


def _nilai_gup(selesai: Sequence[Pertanggungjawaban], up: int) -> Bagian:
    """Each GUP as a share of UP, turned to a month of the length of the one it began in."""
    nilai = []
    for satu in selesai:
        if satu.jenis is JenisPertanggungjawaban.GUP and up > 0:
            sebulan = Bulan.memuat(satu.mulai).akhir.day
            hari = max((satu.selesai - satu.mulai).days, 1)
            nilai.append(jepit_persen(Fraction(satu.nilai * 100 * sebulan, up * hari)))
    return rata_bagian("GUP disebulankan", nilai, "Tidak ada GUP.", "GUP")


def _nilai_setoran(up: UpTup) -> Bagian:
    label = "Setoran TUP"
    if up.tup <= 0:
        return Bagian(label, None, "Tidak ada TUP.")
    return Bagian(label, jepit_persen(100 - Fraction(up.setoran_tup * 100, up.tup)))


def _nilai_kkp(up: UpTup, per: date) -> Bagian | None:
    """110 where spending by card reached the cumulative target of the quarter, else 100; None without a card."""
    if not up.up_kkp_bulanan or up.up_kkp_bulanan < 0:
        return None
    isi = get_nilai(_UP_TUP, per).peta
    target = as_angka(as_daftar(isi["target_kkp"])[Triwulan.memuat(per).nomor - 1])
    belanja = sum(k.nilai for k in up.kkp if k.tanggal <= per and k.tanggal.year == per.year)
    porsi = Fraction(belanja * 100, up.up_kkp_bulanan * 12)
    nilai = as_angka(isi["kkp_tercapai"] if porsi >= target else isi["kkp_belum"])
    rincian = (
        Suku("Belanja KKP terhadap UP KKP setahun", to_desimal(porsi), "%"),
        Suku("Target", target, "%"),
    )
    return Bagian("Kartu kredit pemerintah (KKP)", Fraction(nilai), rincian=rincian)


def _laporkan_terbalik(satu: Pertanggungjawaban) -> Temuan:
    pesan = f"{satu.jenis.value} {satu.nomor} selesai sebelum mulai; tidak dihitung."
    return Temuan("tanggal-terbalik", pesan, "Periksa kedua tanggalnya.")
