"""Deadlines as they hold for one office, and what it owes to systems outside this program."""

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from kinerja.akses.izin import Izin
from kinerja.akses.queries import Pohon, get_hari, list_penugasan, read_pohon
from kinerja.alur.models import LanggananKalender, PemenuhanTenggat, TenggatKhusus
from kinerja.alur.tugas import Tugas
from kinerja.aturan.tenggat import (
    AturanTenggat,
    Tenggat,
    compute_tenggat,
    get_aturan_tenggat,
    list_kode_tenggat,
    list_periode,
)
from kinerja.dasar.periode import Periode
from kinerja.organisasi.models import RiwayatSatker

TENGGAT_LUAR = ("emonev", "smart_bulanan", "smart_semester")
"""Deadlines of systems outside this program: the office says itself that it has reported."""


class PembacaTenggat:
    """Answers many questions about deadlines with two queries, and one more for every year."""

    def __init__(self) -> None:
        self._khusus = list(TenggatKhusus.objects.order_by("berlaku_dari"))
        self._pohon: dict[int, Pohon] = {}
        self._hasil: dict[tuple[str, Periode, int], Tenggat | None] = {}

    def get(self, kode: str, periode: Periode, satker_id: int) -> Tenggat | None:
        """When `periode` is due for that satker; None while no rule is in force. Raises TenggatTidakDikenal."""
        kunci = (kode, periode, satker_id)
        if kunci not in self._hasil:
            aturan = get_aturan_tenggat(kode, periode.akhir)
            self._hasil[kunci] = aturan and compute_tenggat(self._ganti(aturan, satker_id, periode), periode)
        return self._hasil[kunci]

    def list_setahun(self, satker_id: int, tahun: int) -> list[Tenggat]:
        """Every deadline of a year for that satker, soonest first."""
        hasil = [
            self.get(kode, periode, satker_id)
            for kode in list_kode_tenggat()
            if (aturan := get_aturan_tenggat(kode, datetime.date(tahun, 12, 31)))
            for periode in list_periode(aturan, tahun)
        ]
        return sorted((t for t in hasil if t), key=lambda t: (t.batas, t.aturan.kode))

    def _ganti(self, aturan: AturanTenggat, satker_id: int, periode: Periode) -> AturanTenggat:
        """The rule with the change of the nearest office that made one."""
        terakhir = {
            k.satker_id: k for k in self._khusus if k.kode == aturan.kode and k.berlaku_dari <= periode.akhir
        }
        for atasan in self._list_atasan(satker_id, periode.tahun) if terakhir else ():
            if ganti := terakhir.get(atasan):
                return replace(aturan, mulai=ganti.mulai, batas=ganti.batas, dasar_hukum=ganti.dasar)
        return aturan

    def _list_atasan(self, satker_id: int, tahun: int) -> list[int]:
        """The satker itself, then what is above it, nearest first."""
        if tahun not in self._pohon:
            self._pohon[tahun] = read_pohon(tahun)
        pohon = self._pohon[tahun]
        jalan: list[int] = []
        kini: int | None = satker_id
        while kini is not None and kini not in jalan:
            jalan.append(kini)
            kini = pohon[kini].induk if kini in pohon else None
        return jalan


def list_tugas_luar(pengguna: Any, pada: datetime.datetime) -> Iterator[Tugas]:
    """What the compiler of an office must still report to systems outside, this year's and last year's periods.

    A period appears on its last day; it stays until somebody says that it was reported.
    """
    hari, pembaca = get_hari(pada), PembacaTenggat()
    for tahun in (hari.year - 1, hari.year):
        kantor = {
            p.satker_id
            for p in list_penugasan(pengguna, izin=Izin.SUSUN, tahun=tahun, pada=hari)
            if p.satker_id and p.berlaku_dari.year <= tahun
        }
        nama = _baca_nama(kantor, datetime.date(tahun, 12, 31))
        selesai = set(
            PemenuhanTenggat.objects.filter(satker__in=kantor, tahun=tahun).values_list(
                "satker_id", "kode", "nomor"
            )
        )
        for satker_id in sorted(kantor):
            for tenggat in pembaca.list_setahun(satker_id, tahun):
                aturan, periode = tenggat.aturan, tenggat.periode
                belum = (satker_id, aturan.kode, periode.nomor) not in selesai
                if aturan.kode in TENGGAT_LUAR and belum and periode.akhir <= hari:
                    yield _ke_tugas(tenggat, satker_id, nama.get(satker_id, ""))


def _baca_nama(satker: set[int], pada: datetime.date) -> dict[int, str]:
    baris = RiwayatSatker.objects.pada(pada).filter(satker__in=satker)
    return dict(baris.values_list("satker_id", "nama_singkat"))


def _ke_tugas(tenggat: Tenggat, satker_id: int, nama: str) -> Tugas:
    aturan, periode = tenggat.aturan, tenggat.periode
    return Tugas(
        kunci=f"luar/{satker_id}/{aturan.kode}/{periode.tahun}/{periode.nomor}",
        jenis="tenggat_luar",
        objek=satker_id,
        judul=f"{aturan.kegiatan}: {periode}",
        uraian=f"{aturan.sistem} · {nama}",
        tenggat=tenggat.batas,
        mulai=tenggat.mulai,
        dasar=aturan.dasar_hukum,
    )


def get_pengguna_kalender(rahasia: str) -> Any | None:
    """Whose calendar feed that secret opens; None for an unknown one or a closed account."""
    sidik = hashlib.sha256(rahasia.encode()).hexdigest()
    langganan = LanggananKalender.objects.filter(rahasia_sha256=sidik).select_related("pengguna").first()
    return langganan.pengguna if langganan and langganan.pengguna.is_active else None


def get_langganan(pengguna: Any) -> LanggananKalender | None:
    """The calendar feed of that person, if there is one; its secret is not kept."""
    return LanggananKalender.objects.filter(pengguna=pengguna).first()
