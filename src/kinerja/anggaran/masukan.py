"""From stored facts to what the rules of the scores take; nothing is computed here."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.anggaran.models import (
    AnggaranBulanan,
    JenisSpm,
    JenisUangPersediaan,
    Kontrak,
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
    """All rows of one satker."""

    bulan: list[AnggaranBulanan] = field(default_factory=list)
    revisi: list[RevisiDipa] = field(default_factory=list)
    rincian: list[RincianOutput] = field(default_factory=list)
    kontrak: list[Kontrak] = field(default_factory=list)
    spm: list[Spm] = field(default_factory=list)
    up: list[UangPersediaan] = field(default_factory=list)
    pagu: int = 0

    @property
    def berencana(self) -> bool:
        """Whether any RPD is known: none at all is not a plan of zero."""
        return any(b.ukuran == Ukuran.RPD for b in self.bulan)


def read_masukan(satker: Iterable[int], tahun: int) -> dict[int, MasukanSkor]:
    """Raw facts of those satker, each kind read in one query; only satker that have any are there."""
    nomor = list(satker)
    fakta: dict[int, _Fakta] = defaultdict(_Fakta)
    milik = {"satker__in": nomor, "tahun": tahun}
    for bulan in AnggaranBulanan.objects.filter(**milik):
        fakta[bulan.satker_id].bulan.append(bulan)
    for revisi in RevisiDipa.objects.filter(**milik).prefetch_related("pagu"):
        fakta[revisi.satker_id].revisi.append(revisi)
    for rincian in RincianOutput.objects.filter(**milik).prefetch_related("capaian"):
        fakta[rincian.satker_id].rincian.append(rincian)
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


def _susun(f: _Fakta, tahun: int) -> MasukanSkor:
    return MasukanSkor(_susun_smart(f), _susun_ikpa(f, _cari_hari(f, tahun)), tuple(_list_kurang(f)))


def _cari_hari(f: _Fakta, tahun: int) -> datetime.date:
    """The day the facts speak of: the end of the last month with spending, or of the year."""
    bulan = max((b.bulan for b in f.bulan if b.ukuran == Ukuran.REALISASI), default=12)
    return Bulan(tahun, bulan).akhir


def _list_kurang(f: _Fakta) -> Iterable[str]:
    ukuran = {b.ukuran for b in f.bulan}
    wajib = (
        (Ukuran.REALISASI in ukuran, "realisasi bulanan"),
        (Ukuran.RPD in ukuran, "RPD bulanan"),
        (f.revisi, "DIPA dan revisinya"),
        (f.rincian, "rincian output"),
        (f.kontrak, "kontrak"),
        (f.spm, "SPM"),
        (f.up, "uang persediaan"),
    )
    return (nama for ada, nama in wajib if not ada)


def _susun_smart(f: _Fakta) -> MasukanSmart:
    per: dict[int, dict[str, int]] = defaultdict(lambda: dict.fromkeys(Ukuran.values, 0))
    akhir = max((b.bulan for b in f.bulan if b.ukuran == Ukuran.REALISASI), default=0)
    for b in f.bulan:
        per[b.bulan][b.ukuran] += b.nilai
    pagu = sum(p.pagu for p in f.revisi[-1].pagu.all()) if f.revisi else f.pagu
    bulan = tuple(BulanAnggaran(n, per[n][Ukuran.RPD], per[n][Ukuran.REALISASI]) for n in range(1, akhir + 1))
    keluaran = tuple(_susun_keluaran(r, f.bulan) for r in f.rincian)
    return MasukanSmart(pagu, bulan, keluaran, berencana=f.berencana)


def _susun_keluaran(rincian: RincianOutput, bulan: Sequence[AnggaranBulanan]) -> CapaianKeluaran:
    """Volume of the newest report; spending of the code path and all beneath it."""
    capaian = list(rincian.capaian.all())
    belanja = sum(
        b.nilai for b in bulan if b.ukuran == Ukuran.REALISASI and f"{b.kode}.".startswith(f"{rincian.kode}.")
    )
    volume = capaian[-1].volume if capaian else Decimal(0)
    return CapaianKeluaran(rincian.kode, rincian.volume, volume, rincian.pagu or 0, belanja)


def _susun_ikpa(f: _Fakta, per: datetime.date) -> ikpa.MasukanIkpa:
    return ikpa.MasukanIkpa(
        per=per,
        pagu=tuple(_list_pagu(f.revisi)),
        belanja=tuple(_list_belanja(f.bulan)),
        revisi=tuple(_list_revisi(f.revisi)),
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
        keluaran=tuple(_ke_keluaran(r) for r in f.rincian),
        dipa=next((r.tanggal for r in f.revisi if r.nomor == 0), None),
        berencana=f.berencana,
    )


def _list_pagu(revisi: Sequence[RevisiDipa]) -> Iterable[ikpa.PaguBelanja]:
    for r in revisi:
        for p in r.pagu.all():
            yield ikpa.PaguBelanja(r.tanggal, ikpa.JenisBelanja(p.jenis), p.pagu, p.blokir)


def _list_revisi(revisi: Sequence[RevisiDipa]) -> Iterable[ikpa.RevisiDipa]:
    pagu = [sum(p.pagu for p in r.pagu.all()) for r in revisi]
    for r, sebelum, menjadi in zip(revisi[1:], pagu, pagu[1:], strict=False):
        yield ikpa.RevisiDipa(r.tanggal, r.kode, sebelum, menjadi)


def _list_belanja(bulan: Sequence[AnggaranBulanan]) -> Iterable[ikpa.BelanjaBulan]:
    per: dict[tuple[int, str], dict[str, int]] = defaultdict(lambda: dict.fromkeys(Ukuran.values, 0))
    for b in bulan:
        per[b.bulan, b.jenis][b.ukuran] += b.nilai
    for (nomor, jenis), isi in sorted(per.items()):
        yield ikpa.BelanjaBulan(nomor, ikpa.JenisBelanja(jenis), isi[Ukuran.RPD], isi[Ukuran.REALISASI])


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


def _ke_keluaran(rincian: RincianOutput) -> ikpa.Keluaran:
    return ikpa.Keluaran(
        rincian.kode,
        rincian.volume,
        tuple(
            ikpa.LaporanKeluaran(
                c.bulan,
                c.dilaporkan,
                c.progres,
                Decimal(0) if c.target_progres is None else c.target_progres,
                c.volume,
                c.terkonfirmasi,
            )
            for c in rincian.capaian.all()
        ),
    )
