"""IKPA as a whole: eight indicators, conversion of weights, category."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kinerja.aturan.kategori import classify
from kinerja.aturan.parameter import as_angka
from kinerja.aturan.skor.ikpa.dispensasi import compute_dispensasi
from kinerja.aturan.skor.ikpa.hasil import NAMA, HasilIndikator, bulat2
from kinerja.aturan.skor.ikpa.kontraktual import compute_kontraktual
from kinerja.aturan.skor.ikpa.masukan import Indikator, MasukanIkpa
from kinerja.aturan.skor.ikpa.output import compute_output
from kinerja.aturan.skor.ikpa.penyerapan import compute_penyerapan
from kinerja.aturan.skor.ikpa.rencana import compute_deviasi, compute_revisi
from kinerja.aturan.skor.ikpa.tagihan import compute_tagihan
from kinerja.aturan.skor.ikpa.up_tup import compute_up_tup
from kinerja.aturan.skor.pengaturan import PENGATURAN_SKOR_BAWAAN, PengaturanSkor
from kinerja.aturan.skor.uraian import NOL, HasilSkor, Suku, get_nilai, jepit, rujuk
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.cetak import cetak_angka

_BOBOT = "bobot_ikpa"
_KATEGORI = "kategori_ikpa"


@dataclass(frozen=True, slots=True)
class KomponenIkpa:
    """Published columns: what each indicator adds to the total (value × weight), None without object.

    `pengurang` is the deduction for dispensasi SPM since TA 2024.
    """

    sumbangan: Mapping[Indikator, Decimal | None]
    pengurang: Decimal = NOL


def get_bobot(pada: date) -> dict[Indikator, Decimal]:
    """Weights in percent points of the indicators of that budget year; BelumBerlaku before TA 2022."""
    peta = get_nilai(_BOBOT, pada).peta
    return {i: as_angka(peta[i.value]) for i in Indikator if i.value in peta}


def compute_ikpa(masukan: MasukanIkpa, pengaturan: PengaturanSkor = PENGATURAN_SKOR_BAWAAN) -> HasilSkor:
    """IKPA of a satker on the day `masukan.per` from raw facts, every step explained.

    An indicator without object leaves the calculation with its weight; one that cannot be computed because the plan
    is unknown leaves no score. BelumBerlaku before TA 2022,
    KalenderBelumAda for unknown holidays.
    """
    bobot = get_bobot(masukan.per)
    nilai_dispensasi, suku_dispensasi, temuan_dispensasi = compute_dispensasi(masukan)
    hasil = {
        Indikator.REVISI_DIPA: compute_revisi(masukan, pengaturan),
        Indikator.DEVIASI: compute_deviasi(masukan),
        Indikator.PENYERAPAN: compute_penyerapan(masukan),
        Indikator.KONTRAKTUAL: compute_kontraktual(masukan, pengaturan),
        Indikator.TAGIHAN: compute_tagihan(masukan),
        Indikator.UP_TUP: compute_up_tup(masukan, pengaturan),
        Indikator.DISPENSASI: HasilIndikator(nilai_dispensasi, suku_dispensasi, temuan_dispensasi),
        Indikator.CAPAIAN_OUTPUT: compute_output(masukan, pengaturan),
    }
    pengurang = NOL if Indikator.DISPENSASI in bobot else nilai_dispensasi
    rincian = [_timbang(hasil[i], bobot[i]) for i in bobot]
    if Indikator.DISPENSASI not in bobot:
        rincian.append(suku_dispensasi._replace(label="Pengurang dispensasi SPM", sumbangan=-pengurang))
    temuan = tuple(t for i in Indikator for t in hasil[i].temuan)
    return _gabung(rincian, pengurang, masukan.per, temuan, sah=masukan.berencana)


def make_tanpa_nilai(pada: date, temuan: Temuan) -> HasilSkor:
    """An IKPA that cannot be computed for the reason given; BelumBerlaku before TA 2022."""
    aturan = rujuk(_BOBOT, pada)
    return HasilSkor(None, None, aturan, Suku("Nilai IKPA", aturan=aturan, catatan=temuan.pesan), (temuan,))


def compute_ikpa_komponen(komponen: KomponenIkpa, *, pada: date) -> HasilSkor:
    """IKPA from published columns; one above its weight or below zero leaves no score and a temuan.

    BelumBerlaku before TA 2022.
    """
    aturan = rujuk(_BOBOT, pada)
    temuan = []
    rincian = []
    for indikator, bobot in get_bobot(pada).items():
        sumbangan = komponen.sumbangan.get(indikator)
        nilai = None if sumbangan is None else sumbangan * 100 / bobot
        catatan = "Tanpa objek." if sumbangan is None else ""
        rincian.append(Suku(NAMA[indikator], nilai, "", bobot, sumbangan, aturan, catatan))
        if sumbangan is not None and not NOL <= sumbangan <= bobot:
            pesan = f"{NAMA[indikator]} {cetak_angka(sumbangan)} di luar 0 sampai {cetak_angka(bobot)}."
            temuan.append(Temuan("ikpa-di-luar-batas", pesan, "Periksa angkanya pada aplikasi IKPA."))
    if komponen.pengurang:
        rincian.append(
            Suku("Pengurang dispensasi SPM", komponen.pengurang, sumbangan=-komponen.pengurang, aturan=aturan)
        )
    return _gabung(rincian, komponen.pengurang, pada, tuple(temuan), sah=not temuan)


def _timbang(hasil: HasilIndikator, bobot: Decimal) -> Suku:
    sumbangan = None if hasil.nilai is None else hasil.nilai * bobot / 100
    return hasil.uraian._replace(bobot=bobot, sumbangan=sumbangan)


def _gabung(
    rincian: list[Suku], pengurang: Decimal, pada: date, temuan: tuple[Temuan, ...], *, sah: bool = True
) -> HasilSkor:
    """Σ(value × weight) over the weights that apply, less the deduction, rounded and kept within 0–100."""
    aturan = rujuk(_BOBOT, pada)
    berlaku = [(s.sumbangan, s.bobot) for s in rincian if s.sumbangan is not None and s.bobot is not None]
    total, konversi = (sum(satu, NOL) for satu in zip(*berlaku, strict=True)) if berlaku else (NOL, NOL)
    if not konversi:
        temuan += (Temuan("ikpa-kosong", "Tidak ada indikator yang berobjek.", "Lengkapi datanya."),)
    nilai = jepit(bulat2(total * 100 / konversi - pengurang)) if sah and konversi else None
    ringkas = (Suku("Nilai total", total), Suku("Konversi bobot", konversi, "%"))
    pohon = Suku("Nilai IKPA", nilai, aturan=aturan, rincian=(*rincian, *ringkas))
    return HasilSkor(nilai, classify(nilai, _KATEGORI, pada), aturan, pohon, temuan)
