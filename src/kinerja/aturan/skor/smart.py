"""SMART (PMK 22/PMK.02/2021, TA 2021–2023): four variables from raw facts, and the score from the four variables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kinerja.aturan.anggaran import compute_predikat_nka
from kinerja.aturan.kategori import Kategori
from kinerja.aturan.parameter import BelumBerlaku, as_angka, load_parameter
from kinerja.aturan.pecahan import to_desimal, to_pecahan
from kinerja.aturan.skor.masukan import BulanAnggaran, CapaianKeluaran, KomponenSmart, MasukanSmart
from kinerja.aturan.skor.pengaturan import (
    PENGATURAN_SKOR_BAWAAN,
    AgregasiKeluaran,
    PengaturanSkor,
    RpdNol,
    RumusKonsistensi,
)
from kinerja.aturan.skor.uraian import NOL, SERATUS, HasilSkor, Suku, get_nilai, jepit, jepit_persen, rujuk
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.cetak import cetak_angka
from kinerja.dasar.periode import nama_bulan

NAMA = {
    "penyerapan": "Penyerapan anggaran (P)",
    "konsistensi": "Konsistensi terhadap RPD (K)",
    "capaian_keluaran": "Capaian rincian output (CRO)",
    "efisiensi": "Efisiensi (E)",
}
_BOBOT = "skor_perencanaan"
_SATU = Fraction(1)


class RezimLain(LookupError):
    """In that budget year another rule gives this score."""


@dataclass(frozen=True, slots=True)
class UraianKomponen:
    """The four variables from raw facts: their values, their explanations by name, what was odd."""

    komponen: KomponenSmart
    uraian: dict[str, Suku]
    temuan: tuple[Temuan, ...]


def is_smart(pada: date) -> bool:
    """Whether the planning score of that budget year is SMART; BelumBerlaku before TA 2021."""
    return "penyerapan" in get_nilai(_BOBOT, pada).peta


def get_batas_smart(pada: date) -> dict[str, tuple[Decimal, Decimal]]:
    """Lowest and highest value of each variable as the application prints it."""
    efisiensi = get_nilai("efisiensi_smart", pada).peta
    batas = dict.fromkeys(NAMA, (NOL, SERATUS))
    batas["efisiensi"] = (as_angka(efisiensi["terendah"]), as_angka(efisiensi["tertinggi"]))
    return batas


def compute_smart(komponen: KomponenSmart, *, pada: date, uraian: dict[str, Suku] | None = None) -> HasilSkor:
    """Score from the four variables; `uraian` explains where they came from.

    `pada` is a day of the budget year. A variable that is missing or out of its bounds leaves no score and a
    temuan. RezimLain since TA 2024, BelumBerlaku before TA 2021.
    """
    if not is_smart(pada):
        raise RezimLain(f"Sejak TA 2024 nilai perencanaan tidak lagi SMART (TA {pada.year})")
    aturan = rujuk(_BOBOT, pada)
    suku = [_timbang(kunci, getattr(komponen, kunci), pada, (uraian or {}).get(kunci)) for kunci in NAMA]
    temuan = tuple(_periksa(komponen, pada))
    nilai = None if temuan else to_desimal(sum((_sumbangan(s) for s in suku), Fraction(0)))
    pohon = Suku("Nilai SMART", nilai, aturan=aturan, rincian=tuple(suku))
    return HasilSkor(nilai, classify_skor(nilai, pada), aturan, pohon, temuan)


def classify_skor(nilai: Decimal | None, pada: date) -> Kategori | None:
    """Predicate of an unrounded score; the bands are those of NKA, None before they were set."""
    try:
        return None if nilai is None else compute_predikat_nka(nilai, pada=pada)
    except BelumBerlaku:
        return None


def compute_smart_mentah(
    masukan: MasukanSmart, *, pada: date, pengaturan: PengaturanSkor = PENGATURAN_SKOR_BAWAAN
) -> HasilSkor:
    """Score from raw facts, every step explained; errors as `compute_smart`."""
    rinci = compute_komponen_smart(masukan, pada=pada, pengaturan=pengaturan)
    hasil = compute_smart(rinci.komponen, pada=pada, uraian=rinci.uraian)
    return replace(hasil, temuan=(*rinci.temuan, *hasil.temuan))


def compute_komponen_smart(
    masukan: MasukanSmart, *, pada: date, pengaturan: PengaturanSkor = PENGATURAN_SKOR_BAWAAN
) -> UraianKomponen:
    """The four variables of a satker, unrounded, up to the last month given."""
    per_bulan = _jumlahkan(masukan.bulan)
    uraian = {
        "penyerapan": _serap(masukan.pagu, per_bulan, pada),
        "konsistensi": _konsisten(per_bulan if masukan.berencana else (), pengaturan, pada),
        "capaian_keluaran": _capai(masukan.keluaran, pengaturan, pada),
        "efisiensi": _efisien(masukan.keluaran, pengaturan, pada),
    }
    komponen = KomponenSmart(**{kunci: suku.nilai for kunci, suku in uraian.items()})
    return UraianKomponen(komponen, uraian, tuple(_periksa_mentah(masukan)))


def _jumlahkan(bulan: Iterable[BulanAnggaran]) -> list[tuple[int, int, int]]:
    """(month, planned, spent) from January to the last month given; rows of one month add up."""
    jumlah: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
    for satu in bulan:
        jumlah[satu.bulan][0] += satu.rencana
        jumlah[satu.bulan][1] += satu.realisasi
    return [(nomor, *jumlah[nomor]) for nomor in range(1, max(jumlah, default=0) + 1)]  # type: ignore[misc]


def _serap(pagu: int, per_bulan: Sequence[tuple[int, int, int]], pada: date) -> Suku:
    realisasi = sum(satu[2] for satu in per_bulan)
    rincian = (Suku("Realisasi", Decimal(realisasi), "rupiah"), Suku("Pagu", Decimal(pagu), "rupiah"))
    nilai, catatan = None, "Pagu nol: penyerapan tidak terhitung."
    if pagu > 0:
        mentah = Fraction(realisasi, pagu) * 100
        nilai = to_desimal(jepit_persen(mentah))
        catatan = "" if 0 <= mentah <= 100 else "Dibatasi 0 sampai 100."
    return Suku(
        NAMA["penyerapan"],
        nilai,
        "%",
        aturan=rujuk("penyerapan_smart", pada),
        catatan=catatan,
        rincian=rincian,
    )


def _konsisten(per_bulan: Sequence[tuple[int, int, int]], pengaturan: PengaturanSkor, pada: date) -> Suku:
    rumus = load_parameter("rumus_konsistensi").pilihan[pengaturan.rumus_konsistensi]
    aturan = rujuk("rumus_konsistensi", pada, rumus)
    kumulatif = pengaturan.rumus_konsistensi is RumusKonsistensi.KUMULATIF
    rencana = realisasi = 0
    nilai: list[Fraction] = []
    rincian: list[Suku] = []
    for bulan, rpd, belanja in per_bulan:
        rencana, realisasi = (rencana + rpd, realisasi + belanja) if kumulatif else (rpd, belanja)
        satu = _dekat(rencana, realisasi, pengaturan)
        rincian.append(_uraikan_bulan(bulan, rencana, realisasi, satu))
        nilai += [] if satu is None else [satu]
    label = NAMA["konsistensi"]
    if not nilai:
        return Suku(
            label,
            None,
            "%",
            aturan=aturan,
            catatan="Tidak ada bulan yang dapat dinilai.",
            rincian=tuple(rincian),
        )
    return Suku(
        label, to_desimal(sum(nilai, Fraction(0)) / len(nilai)), "%", aturan=aturan, rincian=tuple(rincian)
    )


def _dekat(rencana: int, realisasi: int, pengaturan: PengaturanSkor) -> Fraction | None:
    """How near spending is to its plan, 0–100; None for a month that does not count."""
    if rencana > 0:
        return Fraction(100 * max(rencana - abs(rencana - realisasi), 0), rencana)
    if pengaturan.rpd_nol is RpdNol.LEWATI:
        return None
    return Fraction(100) if rencana == realisasi == 0 else Fraction(0)


def _uraikan_bulan(bulan: int, rencana: int, realisasi: int, nilai: Fraction | None) -> Suku:
    catatan = "" if rencana > 0 else "RPD nol."
    angka = (Suku("RPD", Decimal(rencana), "rupiah"), Suku("Realisasi", Decimal(realisasi), "rupiah"))
    return Suku(
        nama_bulan(bulan), None if nilai is None else to_desimal(nilai), "%", catatan=catatan, rincian=angka
    )


def _bagian(satu: CapaianKeluaran, pengaturan: PengaturanSkor) -> Fraction | None:
    """Achievement of one output as a fraction; None without a target."""
    if satu.target <= 0:
        return None
    capaian = max(to_pecahan(satu.realisasi) / to_pecahan(satu.target), Fraction(0))
    return min(capaian, _SATU) if pengaturan.batasi_keluaran else capaian


def _capai(keluaran: Sequence[CapaianKeluaran], pengaturan: PengaturanSkor, pada: date) -> Suku:
    cara = load_parameter("agregasi_keluaran").pilihan[pengaturan.agregasi_keluaran]
    aturan = rujuk("agregasi_keluaran", pada, cara)
    pasangan = [(satu, _bagian(satu, pengaturan)) for satu in keluaran]
    rincian = tuple(
        Suku(
            satu.kode,
            None if c is None else to_desimal(c * 100),
            "%",
            catatan="" if c is not None else "Target nol.",
        )
        for satu, c in pasangan
    )
    pagu = pengaturan.agregasi_keluaran is AgregasiKeluaran.PAGU
    butir = [(c, satu.pagu if pagu else 1) for satu, c in pasangan if c is not None]
    timbangan = sum(t for _, t in butir)
    if timbangan <= 0:
        catatan = "Tidak ada rincian output yang bertarget."
        return Suku(NAMA["capaian_keluaran"], None, "%", aturan=aturan, catatan=catatan, rincian=rincian)
    nilai = min(sum((c * t for c, t in butir), Fraction(0)) / timbangan * 100, Fraction(100))
    return Suku(NAMA["capaian_keluaran"], to_desimal(nilai), "%", aturan=aturan, rincian=rincian)


def _efisien(keluaran: Sequence[CapaianKeluaran], pengaturan: PengaturanSkor, pada: date) -> Suku:
    """Savings against what the reached outputs were worth, within its bounds."""
    bawah, atas = get_batas_smart(pada)["efisiensi"]
    aturan = rujuk("efisiensi_smart", pada)
    butir = [(satu, _bagian(satu, pengaturan)) for satu in keluaran]
    layak = sum((satu.pagu * c for satu, c in butir if c is not None), Fraction(0))
    belanja = sum(satu.belanja for satu, c in butir if c is not None)
    rincian = (
        Suku("Σ pagu × capaian", to_desimal(layak), "rupiah"),
        Suku("Σ realisasi", Decimal(belanja), "rupiah"),
    )
    nilai, catatan = None, "Tidak ada keluaran dan tidak ada belanja: efisiensi tidak terhitung."
    if layak > 0:
        mentah = to_desimal((layak - belanja) / layak * 100)
        nilai = jepit(mentah, bawah, atas)
        catatan = "" if nilai == mentah else f"Sebelum dibatasi {cetak_angka(mentah, 2)}."
    elif belanja > 0:
        nilai, catatan = bawah, "Belanja tanpa keluaran: nilai terendah."
    return Suku(NAMA["efisiensi"], nilai, "%", aturan=aturan, catatan=catatan, rincian=rincian)


def _timbang(kunci: str, nilai: Decimal | None, pada: date, asal: Suku | None) -> Suku:
    """The term of one variable with its weight; efficiency is converted to 0–100 first."""
    bobot = as_angka(get_nilai(_BOBOT, pada).peta[kunci])
    suku = asal or Suku(NAMA[kunci], nilai, "%", aturan=rujuk(_BOBOT, pada))
    if nilai is None:
        return suku._replace(bobot=bobot)
    if kunci == "efisiensi":
        konversi = rujuk("efisiensi_smart", pada)
        nilai = convert_efisiensi(nilai, pada=pada)
        suku = Suku("Nilai efisiensi (NE)", nilai, aturan=konversi, rincian=(suku,))
    sumbangan = to_desimal(to_pecahan(nilai) * to_pecahan(bobot) / 100)
    return suku._replace(bobot=bobot, sumbangan=sumbangan)


def convert_efisiensi(efisiensi: Decimal, *, pada: date) -> Decimal:
    """From −20 … +20 to 0 … 100; what lies outside counts as the bound."""
    peta = get_nilai("efisiensi_smart", pada).peta
    bawah, atas, tengah = (as_angka(peta[k]) for k in ("terendah", "tertinggi", "tengah"))
    bagian = to_pecahan(jepit(efisiensi, bawah, atas)) / to_pecahan(atas)
    return to_desimal(to_pecahan(tengah) + bagian * to_pecahan(SERATUS - tengah))


def _sumbangan(suku: Suku) -> Fraction:
    return (
        Fraction(0)
        if suku.nilai is None or suku.bobot is None
        else to_pecahan(suku.nilai) * to_pecahan(suku.bobot) / 100
    )


def _periksa(komponen: KomponenSmart, pada: date) -> Iterable[Temuan]:
    for kunci, (bawah, atas) in get_batas_smart(pada).items():
        nilai: Decimal | None = getattr(komponen, kunci)
        if nilai is None:
            yield Temuan("smart-kosong", f"{NAMA[kunci]} tidak terhitung.", "Lengkapi datanya.")
        elif not bawah <= nilai <= atas:
            pesan = (
                f"{NAMA[kunci]} {cetak_angka(nilai)} di luar {cetak_angka(bawah)} sampai {cetak_angka(atas)}."
            )
            yield Temuan("smart-di-luar-batas", pesan, "Periksa angkanya pada aplikasi SMART.")


def _periksa_mentah(masukan: MasukanSmart) -> Iterable[Temuan]:
    if not masukan.berencana:
        pesan = "RPD belum ada: konsistensi tidak terhitung."
        yield Temuan("tanpa-rpd", pesan, "Impor RPD bulanan dari halaman III DIPA.")
    for satu in masukan.bulan:
        if satu.rencana < 0:
            pesan = f"RPD {nama_bulan(satu.bulan)} negatif."
            yield Temuan("rpd-negatif", pesan, "Pakai RPD yang terakhir ditetapkan; RPD tidak dapat negatif.")
        if satu.realisasi < 0:
            pesan = f"Realisasi {nama_bulan(satu.bulan)} negatif: dihitung sebagai koreksi belanja."
            yield Temuan("realisasi-negatif", pesan, "Pastikan ini pengembalian belanja, bukan salah ketik.")
    if (realisasi := sum(satu.realisasi for satu in masukan.bulan)) > masukan.pagu > 0:
        pesan = f"Realisasi Rp{cetak_angka(realisasi)} melebihi pagu Rp{cetak_angka(masukan.pagu)}."
        yield Temuan("pagu-minus", pesan, "Periksa pagu sesudah revisi terakhir.")
