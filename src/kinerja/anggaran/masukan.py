"""From stored facts to what the rules of the scores take; nothing is computed here."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db.models import Q, Sum

from kinerja.anggaran.models import (
    AnggaranBulanan,
    CapaianOutput,
    JenisSpm,
    JenisUangPersediaan,
    Kontrak,
    PaguBelanja,
    PaguSatker,
    RevisiDipa,
    RincianOutput,
    Spm,
    UangPersediaan,
    Ukuran,
)
from kinerja.aturan.skor.ikpa import masukan as ikpa
from kinerja.aturan.skor.masukan import BulanAnggaran, CapaianKeluaran, MasukanSmart
from kinerja.dasar.periode import Bulan

_TRIWULAN_IV = 10
_NOL = Decimal(0)
_JENIS = {jenis.value: jenis for jenis in ikpa.JenisBelanja}


@dataclass(frozen=True, slots=True)
class MasukanSkor:
    """The raw facts of one satker in a year; `kurang` names the kinds of facts of which there are none."""

    smart: MasukanSmart
    ikpa: ikpa.MasukanIkpa
    kurang: tuple[str, ...] = ()

    @property
    def ada(self) -> bool:
        """Whether spending by month is there, without which no score can be computed."""
        return bool(self.smart.bulan)


@dataclass(slots=True)
class _Fakta:
    """All facts of one satker; tuples instead of models, because a ministry has a hundred thousand of them."""

    belanja: list[tuple[int, str, int | None, int | None]] = field(default_factory=list)
    """(month, jenis belanja, planned, spent), in this order"""
    belanja_kode: list[tuple[str, int]] = field(default_factory=list)
    """(code path, realisasi of the year)"""
    revisi: list[RevisiDipa] = field(default_factory=list)
    pagu_revisi: dict[int, list[ikpa.PaguBelanja]] = field(default_factory=dict)
    rincian: list[RincianOutput] = field(default_factory=list)
    laporan: dict[int, list[ikpa.LaporanKeluaran]] = field(default_factory=dict)
    kontrak: list[Kontrak] = field(default_factory=list)
    spm: list[Spm] = field(default_factory=list)
    up: list[UangPersediaan] = field(default_factory=list)
    pagu: int = 0

    @property
    def berencana(self) -> bool:
        """Whether any RPD is known: none at all is not a plan of zero."""
        return any(rencana is not None for _, _, rencana, _ in self.belanja)

    @property
    def bulan_terakhir(self) -> int:
        """The last month with spending, 0 without any."""
        return max((bulan for bulan, _, _, realisasi in self.belanja if realisasi is not None), default=0)


def read_masukan(satker: Iterable[int], tahun: int) -> dict[int, MasukanSkor]:
    """Raw facts of those satker, each kind read in one query; only satker that have any are there."""
    milik = {"satker__in": list(satker), "tahun": tahun}
    fakta: dict[int, _Fakta] = defaultdict(_Fakta)
    _read_belanja(fakta, milik)
    _read_revisi(fakta, milik)
    _read_keluaran(fakta, milik)
    for kontrak in Kontrak.objects.filter(**milik):
        fakta[kontrak.satker_id].kontrak.append(kontrak)
    for spm in Spm.objects.filter(**milik):
        fakta[spm.satker_id].spm.append(spm)
    for up in UangPersediaan.objects.filter(**milik):
        fakta[up.satker_id].up.append(up)
    for s, pagu in PaguSatker.objects.filter(**milik).values_list("satker_id", "pagu"):
        if s in fakta:
            fakta[s].pagu = pagu
    return {s: _susun(f, tahun) for s, f in fakta.items()}


def _read_belanja(fakta: dict[int, _Fakta], milik: dict[str, Any]) -> None:
    semua = AnggaranBulanan.objects.filter(**milik).order_by()
    jumlah = {u: Sum("nilai", filter=Q(ukuran=u)) for u in (Ukuran.RPD.value, Ukuran.REALISASI.value)}
    per_bulan = semua.values_list("satker_id", "bulan", "jenis").annotate(**jumlah)
    for s, *isi in per_bulan.order_by("satker_id", "bulan", "jenis"):
        fakta[s].belanja.append(tuple(isi))
    berkode = semua.filter(ukuran=Ukuran.REALISASI).exclude(kode="")
    for s, kode, nilai in berkode.values_list("satker_id", "kode").annotate(Sum("nilai")):
        fakta[s].belanja_kode.append((kode, nilai))


def _read_revisi(fakta: dict[int, _Fakta], milik: dict[str, Any]) -> None:
    pagu: dict[int, list[ikpa.PaguBelanja]] = defaultdict(list)
    semua = {f"revisi__{k}": v for k, v in milik.items()}
    medan = ("revisi_id", "revisi__tanggal", "jenis", "pagu", "blokir")
    for nomor, tanggal, jenis, *isi in PaguBelanja.objects.filter(**semua).values_list(*medan):
        pagu[nomor].append(ikpa.PaguBelanja(tanggal, _JENIS[jenis], *isi))
    for revisi in RevisiDipa.objects.filter(**milik):
        fakta[revisi.satker_id].revisi.append(revisi)
        fakta[revisi.satker_id].pagu_revisi[revisi.pk] = pagu[revisi.pk]


def _read_keluaran(fakta: dict[int, _Fakta], milik: dict[str, Any]) -> None:
    laporan: dict[int, list[ikpa.LaporanKeluaran]] = defaultdict(list)
    semua = {f"rincian__{k}": v for k, v in milik.items()}
    medan = ("rincian_id", "bulan", "dilaporkan", "progres", "target_progres", "volume", "terkonfirmasi")
    for nomor, bulan, dilaporkan, progres, target, *isi in (
        CapaianOutput.objects.filter(**semua).order_by("bulan").values_list(*medan)
    ):
        tpcro = _NOL if target is None else target
        laporan[nomor].append(ikpa.LaporanKeluaran(bulan, dilaporkan, progres, tpcro, *isi))
    for rincian in RincianOutput.objects.filter(**milik):
        fakta[rincian.satker_id].rincian.append(rincian)
        fakta[rincian.satker_id].laporan[rincian.pk] = laporan[rincian.pk]


def _susun(f: _Fakta, tahun: int) -> MasukanSkor:
    return MasukanSkor(_susun_smart(f), _susun_ikpa(f, _cari_hari(f, tahun)), tuple(_list_kurang(f)))


def _cari_hari(f: _Fakta, tahun: int) -> datetime.date:
    """The day the facts speak of: the end of the last month with spending, or of the year."""
    bulan = f.bulan_terakhir or 12
    return Bulan(tahun, bulan).akhir


def _list_kurang(f: _Fakta) -> Iterable[str]:
    wajib = (
        (f.bulan_terakhir, "realisasi bulanan"),
        (f.berencana, "RPD bulanan"),
        (f.revisi, "DIPA dan revisinya"),
        (f.rincian, "rincian output"),
        (f.kontrak, "kontrak"),
        (f.spm, "SPM"),
        (f.up, "uang persediaan"),
    )
    return (nama for ada, nama in wajib if not ada)


def _susun_smart(f: _Fakta) -> MasukanSmart:
    per = {n: [0, 0] for n in range(1, 13)}
    for bulan, _, rencana, realisasi in f.belanja:
        per[bulan][0] += rencana or 0
        per[bulan][1] += realisasi or 0
    pagu = sum(p.pagu for p in f.pagu_revisi[f.revisi[-1].pk]) if f.revisi else f.pagu
    setahun = tuple(BulanAnggaran(n, *per[n]) for n in range(1, f.bulan_terakhir + 1))
    keluaran = tuple(_susun_keluaran(r, f) for r in f.rincian)
    return MasukanSmart(pagu, setahun, keluaran, berencana=f.berencana)


def _susun_keluaran(rincian: RincianOutput, f: _Fakta) -> CapaianKeluaran:
    """Volume of the newest report; spending of the code path and all beneath it."""
    laporan = f.laporan[rincian.pk]
    belanja = sum(n for kode, n in f.belanja_kode if f"{kode}.".startswith(f"{rincian.kode}."))
    volume = laporan[-1].rvro if laporan else _NOL
    return CapaianKeluaran(rincian.kode, rincian.volume, volume, rincian.pagu or 0, belanja)


def _susun_ikpa(f: _Fakta, per: datetime.date) -> ikpa.MasukanIkpa:
    return ikpa.MasukanIkpa(
        per=per,
        pagu=tuple(p for r in f.revisi for p in f.pagu_revisi[r.pk]),
        belanja=tuple(
            ikpa.BelanjaBulan(bulan, _JENIS[jenis], rencana or 0, realisasi or 0)
            for bulan, jenis, rencana, realisasi in f.belanja
        ),
        revisi=tuple(_list_revisi(f)),
        kontrak=tuple(_ke_kontrak(k) for k in f.kontrak),
        spm=tuple(
            ikpa.SpmKontraktual(s.nomor, ikpa.JenisBelanja(s.belanja), s.bast, s.diterima)
            for s in f.spm
            if s.jenis == JenisSpm.LS_KONTRAKTUAL and s.bast is not None
        ),
        up_tup=_susun_up(f.up),
        dispensasi=ikpa.Dispensasi(
            sum(s.dispensasi for s in f.spm), sum(s.diterima.month >= _TRIWULAN_IV for s in f.spm)
        ),
        keluaran=tuple(ikpa.Keluaran(r.kode, r.volume, tuple(f.laporan[r.pk])) for r in f.rincian),
        dipa=next((r.tanggal for r in f.revisi if r.nomor == 0), None),
        berencana=f.berencana,
    )


def _list_revisi(f: _Fakta) -> Iterable[ikpa.RevisiDipa]:
    pagu = [sum(p.pagu for p in f.pagu_revisi[r.pk]) for r in f.revisi]
    for r, sebelum, menjadi in zip(f.revisi[1:], pagu, pagu[1:], strict=False):
        yield ikpa.RevisiDipa(r.tanggal, r.kode, sebelum, menjadi)


def _ke_kontrak(k: Kontrak) -> ikpa.Kontrak:
    return ikpa.Kontrak(
        k.nomor,
        ikpa.JenisBelanja(k.jenis),
        k.nilai,
        k.tanggal,
        k.didaftarkan,
        k.dibayar,
        sekaligus=k.dibayar is not None,
    )


def _susun_up(mutasi: Sequence[UangPersediaan]) -> ikpa.UpTup | None:
    """None without any movement: then there is no object."""
    if not mutasi:
        return None
    jenis = JenisUangPersediaan
    jawab = {jenis.GUP: ikpa.JenisPertanggungjawaban.GUP, jenis.PTUP: ikpa.JenisPertanggungjawaban.PTUP}
    batas_kkp = [m.nilai for m in mutasi if m.jenis == jenis.UP_KKP]
    return ikpa.UpTup(
        up=_jumlahkan(mutasi, jenis.UP),
        pertanggungjawaban=tuple(
            ikpa.Pertanggungjawaban(m.nomor, jawab[jenis(m.jenis)], m.mulai, m.tanggal, m.nilai)
            for m in mutasi
            if m.jenis in jawab and m.mulai is not None
        ),
        tup=_jumlahkan(mutasi, jenis.TUP),
        setoran_tup=_jumlahkan(mutasi, jenis.SETORAN_TUP),
        up_kkp_bulanan=batas_kkp[-1] if batas_kkp else None,
        kkp=tuple(ikpa.BelanjaKkp(m.tanggal, m.nilai) for m in mutasi if m.jenis == jenis.GUP_KKP),
    )


def _jumlahkan(mutasi: Sequence[UangPersediaan], jenis: str) -> int:
    return sum(m.nilai for m in mutasi if m.jenis == jenis)
