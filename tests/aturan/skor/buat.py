"""Facts for the tests of IKPA, in few words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from kinerja.aturan.skor.ikpa.hasil import HasilIndikator
from kinerja.aturan.skor.ikpa.masukan import (
    BelanjaBulan,
    JenisBelanja,
    JenisPertanggungjawaban,
    Kontrak,
    LaporanKeluaran,
    PaguBelanja,
    Pertanggungjawaban,
    SpmKontraktual,
)
from kinerja.aturan.skor.pengaturan import (
    PENGATURAN_SKOR_BAWAAN,
    PengaturanSkor,
    TanpaObjek,
)

D = Decimal
PEGAWAI, BARANG, MODAL, BANSOS = JenisBelanja
GUP, PTUP = JenisPertanggungjawaban
AKHIR_23, AKHIR_24 = date(2023, 12, 31), date(2024, 12, 31)
JUTA = 10**6
BAWAAN = PENGATURAN_SKOR_BAWAAN
NOL = PengaturanSkor(tanpa_objek=TanpaObjek.NOL)


def periksa_nilai(hasil: HasilIndikator, nilai: str | None, kode: tuple[str, ...] = ()) -> None:
    assert hasil.nilai == (None if nilai is None else D(nilai))
    assert hasil.uraian.nilai == hasil.nilai
    assert hasil.uraian.aturan is not None
    assert hasil.uraian.aturan.dasar_hukum.startswith("PER-5/PB/20")
    assert tuple(t.kode for t in hasil.temuan) == kode


def pagu(*isi: tuple[JenisBelanja, int], tahun: int = 2023) -> tuple[PaguBelanja, ...]:
    return tuple(PaguBelanja(date(tahun, 1, 1), jenis, jumlah) for jenis, jumlah in isi)


def setahun(jenis: JenisBelanja, rencana: int, realisasi: int) -> tuple[BelanjaBulan, ...]:
    return tuple(BelanjaBulan(n, jenis, rencana, realisasi) for n in range(1, 13))


def ke_hari(teks: str) -> date:
    return date.fromisoformat(teks)


def kontrak(ttd: str, nilai: int = 100, jenis: JenisBelanja = MODAL, **lain: Any) -> Kontrak:
    return Kontrak(lain.pop("nomor", ttd), jenis, nilai * JUTA, date.fromisoformat(ttd), **lain)


def spm(nomor: str, selesai: str, diterima: str, jenis: JenisBelanja = BARANG) -> SpmKontraktual:
    return SpmKontraktual(nomor, jenis, ke_hari(selesai), ke_hari(diterima))


def gup(
    nomor: str, mulai: str, selesai: str, nilai: int, jenis: JenisPertanggungjawaban = GUP
) -> Pertanggungjawaban:
    return Pertanggungjawaban(nomor, jenis, ke_hari(mulai), ke_hari(selesai), nilai)


def lapor(
    bulan: int, hari: str | None, pcro: int = 50, tpcro: int = 50, rvro: int = 5, *, sah: bool = True
) -> LaporanKeluaran:
    return LaporanKeluaran(bulan, hari and ke_hari(hari), D(pcro), D(tpcro), D(rvro), sah)  # type: ignore[arg-type]
