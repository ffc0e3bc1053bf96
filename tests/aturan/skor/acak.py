"""Random offices for the scores: the same number gives the same office on every machine."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from kinerja.aturan.skor.ikpa.masukan import (
    BelanjaBulan,
    BelanjaKkp,
    Dispensasi,
    JenisBelanja,
    JenisPertanggungjawaban,
    Keluaran,
    Kontrak,
    LaporanKeluaran,
    MasukanIkpa,
    PaguBelanja,
    Pertanggungjawaban,
    RevisiDipa,
    SpmKontraktual,
    UpTup,
)
from kinerja.aturan.skor.masukan import (
    BulanAnggaran,
    CapaianKeluaran,
    KomponenPerencanaan,
    MasukanSmart,
)

KODE_REVISI = ("201", "213", "221", "236", "301", "101")
JUTA = 10**6


@dataclass(frozen=True, slots=True)
class Kantor:
    """One satker's facts of a year, seen on the last day of the year."""

    nomor: int
    smart: MasukanSmart
    perencanaan: KomponenPerencanaan
    ikpa: MasukanIkpa


def make_kantor(nomor: int, tahun: int) -> Kantor:
    """Office `nomor` of a year; about one in eight has no contract, no UP or no capital spending."""
    acak = random.Random(f"kantor {nomor} {tahun}")
    pagu = {jenis: acak.randint(200, 9_000) * JUTA for jenis in JenisBelanja if acak.random() < 0.8} or {
        JenisBelanja.BARANG: 777 * JUTA
    }
    belanja = tuple(_make_belanja(acak, pagu))
    ikpa = MasukanIkpa(
        per=date(tahun, 12, 31),
        pagu=tuple(_make_pagu(acak, pagu, tahun)),
        belanja=belanja,
        revisi=tuple(_make_revisi(acak, tahun)),
        kontrak=tuple(_make_kontrak(acak, n, tahun) for n in range(acak.choice((0, 1, 2, 4)))),
        spm=tuple(_make_spm(acak, n, tahun) for n in range(acak.choice((0, 1, 3, 5)))),
        up_tup=_make_up(acak, tahun) if acak.random() < 0.85 else None,
        dispensasi=Dispensasi(acak.choice((0, 0, 1, 2, 9)), acak.randint(9, 6_000)),
        keluaran=tuple(_make_keluaran(acak, n, tahun) for n in range(acak.randint(1, 3))),
    )
    perencanaan = KomponenPerencanaan(*(Decimal(acak.randint(0, 10_000)) / 100 for _ in range(2)))
    return Kantor(nomor, _make_smart(acak, pagu, belanja), perencanaan, ikpa)


def _hari(acak: random.Random, tahun: int, dari: int = 0, sampai: int = 330) -> date:
    return date(tahun, 1, 1) + timedelta(days=acak.randint(dari, sampai))


def _make_belanja(acak: random.Random, pagu: dict[JenisBelanja, int]) -> list[BelanjaBulan]:
    """Plans of zero, spending without plan and corrections below zero included."""
    baris = []
    for jenis, setahun in pagu.items():
        for bulan in range(1, 13):
            rencana = 0 if acak.random() < 0.1 else setahun // 12 + acak.randint(-20, 20) * setahun // 400
            realisasi = rencana * acak.randint(70, 115) // 100
            if acak.random() < 0.06:
                realisasi = acak.choice((0, -rencana // 10, 3 * JUTA))
            baris.append(BelanjaBulan(bulan, jenis, rencana, realisasi))
    return baris


def _make_pagu(acak: random.Random, pagu: dict[JenisBelanja, int], tahun: int) -> list[PaguBelanja]:
    baris = []
    for jenis, setahun in pagu.items():
        blokir = setahun // 10 if acak.random() < 0.2 else 0
        baris.append(PaguBelanja(date(tahun, 1, 1), jenis, setahun, blokir))
        if acak.random() < 0.3:
            baris.append(PaguBelanja(_hari(acak, tahun, 20), jenis, setahun + acak.randint(-50, 90) * JUTA))
    return baris


def _make_revisi(acak: random.Random, tahun: int) -> list[RevisiDipa]:
    baris = []
    for _ in range(acak.randint(0, 6)):
        sebelum = acak.randint(1, 9) * 1_000 * JUTA
        menjadi = sebelum if acak.random() < 0.8 else sebelum + JUTA
        tanggal = _hari(acak, tahun, 0, 380)
        baris.append(RevisiDipa(tanggal, acak.choice(KODE_REVISI), sebelum, menjadi))
    return baris


def _make_kontrak(acak: random.Random, nomor: int, tahun: int) -> Kontrak:
    ditandatangani = _hari(acak, tahun, -25)
    jenis = acak.choice((JenisBelanja.BARANG, JenisBelanja.MODAL, JenisBelanja.MODAL, JenisBelanja.PEGAWAI))
    didaftarkan = ditandatangani + timedelta(days=acak.randint(1, 12)) if acak.random() < 0.9 else None
    sp2d = ditandatangani + timedelta(days=acak.randint(20, 200)) if acak.random() < 0.8 else None
    nilai = acak.choice((49, 50, 51, 120, 200, 201, 900)) * JUTA
    return Kontrak(f"K-{nomor}", jenis, nilai, ditandatangani, didaftarkan, sp2d, acak.random() < 0.7)


def _make_spm(acak: random.Random, nomor: int, tahun: int) -> SpmKontraktual:
    selesai = _hari(acak, tahun)
    jenis = acak.choice((JenisBelanja.BARANG, JenisBelanja.MODAL, JenisBelanja.PEGAWAI))
    return SpmKontraktual(f"S-{nomor}", jenis, selesai, selesai + timedelta(days=acak.randint(5, 34)))


def _make_up(acak: random.Random, tahun: int) -> UpTup:
    up = acak.randint(20, 500) * JUTA
    semua = []
    for nomor in range(acak.randint(0, 4)):
        mulai = _hari(acak, tahun, 0, 300)
        jenis = acak.choice(tuple(JenisPertanggungjawaban))
        nilai = up * acak.randint(40, 110) // 100
        selesai = mulai + timedelta(days=acak.randint(10, 45))
        semua.append(Pertanggungjawaban(f"P-{nomor}", jenis, mulai, selesai, nilai))
    tup = acak.choice((0, 0, 150, 400)) * JUTA
    kartu = acak.choice((None, 5 * JUTA, 40 * JUTA))
    kkp = tuple(BelanjaKkp(_hari(acak, tahun), acak.randint(1, 20) * JUTA) for _ in range(acak.randint(0, 3)))
    return UpTup(up, tuple(semua), tup, tup * acak.randint(0, 60) // 100, kartu, kkp if kartu else ())


def _make_keluaran(acak: random.Random, nomor: int, tahun: int) -> Keluaran:
    volume = Decimal(acak.randint(1, 400))
    laporan = []
    for bulan in range(1, 13):
        awal = date(tahun + bulan // 12, bulan % 12 + 1, 1)
        dilaporkan = (
            awal + timedelta(days=acak.choice((1, 3, 4, 5, 6, 8, 9))) if acak.random() < 0.95 else None
        )
        pcro, tpcro = Decimal(min(100, bulan * 9)), Decimal(min(100, bulan * 8 + 3))
        rvro = volume * acak.randint(50, 110) / 100
        laporan.append(LaporanKeluaran(bulan, dilaporkan, pcro, tpcro, rvro, acak.random() < 0.93))
    return Keluaran(f"RO-{nomor}", volume, tuple(laporan))


def _make_smart(
    acak: random.Random, pagu: dict[JenisBelanja, int], belanja: tuple[BelanjaBulan, ...]
) -> MasukanSmart:
    bulan = tuple(
        BulanAnggaran(
            nomor,
            sum(b.rencana for b in belanja if b.bulan == nomor),
            sum(b.realisasi for b in belanja if b.bulan == nomor),
        )
        for nomor in range(1, 13)
    )
    semua, habis = sum(pagu.values()), sum(b.realisasi for b in belanja)
    banyak = acak.randint(1, 4)
    keluaran = []
    for nomor in range(banyak):
        target = Decimal(acak.randint(1, 90))
        realisasi = target * acak.randint(30, 120) / 100
        keluaran.append(CapaianKeluaran(f"RO-{nomor}", target, realisasi, semua // banyak, habis // banyak))
    return MasukanSmart(semua, bulan, tuple(keluaran))
