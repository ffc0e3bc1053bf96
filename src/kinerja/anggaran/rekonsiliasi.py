"""Ours beside theirs: every figure we hold twice, the difference, and what would explain it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kinerja.anggaran.bulanan import Arus, BarisRevisi, get_arus, list_revisi
from kinerja.anggaran.models import AnggaranBelanja, AnggaranSasaran, JenisBelanja, PaguSatker
from kinerja.anggaran.queries import list_skor
from kinerja.anggaran.uraian import UraianSatker, UraianSkor, list_uraian
from kinerja.dasar.cetak import bulatkan, cetak_rupiah, cetak_tanggal
from kinerja.dasar.periode import nama_bulan
from kinerja.organisasi.models import RiwayatSatker, Satker

_SATUAN = {1_000: "ribu", 1_000_000: "juta"}


class Sebab(StrEnum):
    """What would explain a difference."""

    SAMA = "sama"
    PEMBULATAN = "pembulatan"
    SKALA = "skala"
    BULAN = "bulan"
    REVISI = "revisi"
    TANPA_KITA = "tanpa_kita"
    TANPA_MEREKA = "tanpa_mereka"
    UNSUR = "unsur"
    LAIN = "lain"


@dataclass(frozen=True, slots=True)
class Banding:
    """One figure of `satker`: `kita` computed from our facts, `mereka` as published; rupiah, or a score."""

    satker: str
    apa: str
    rupiah: bool
    kita: Decimal | None
    mereka: Decimal | None
    sebab: Sebab
    penjelasan: str

    @property
    def selisih(self) -> Decimal | None:
        """Ours less theirs; None where one is missing."""
        return None if self.kita is None or self.mereka is None else self.kita - self.mereka


def explain_selisih(
    kita: int | None,
    mereka: int | None,
    *,
    bulan: Mapping[int, int] | None = None,
    revisi: Sequence[tuple[str, int]] = (),
) -> tuple[Sebab, str]:
    """What would explain the difference of two amounts of rupiah, in Indonesian; a guess is worded as one.

    `bulan` are our amounts by month, `revisi` earlier versions of a pagu (name, rupiah).
    """
    if kita is None or mereka is None:
        return _jelaskan_hilang(kita, mereka)
    if kita == mereka:
        return Sebab.SAMA, "Sama."
    return (
        _tebak_skala(kita, mereka)
        or _tebak_pembulatan(kita, mereka)
        or _tebak_bulan(kita, mereka, bulan or {})
        or _tebak_revisi(mereka, revisi)
        or (Sebab.LAIN, "Belum terjelaskan; telusuri pada kedua sumber.")
    )


def _tebak_skala(kita: int, mereka: int) -> tuple[Sebab, str] | None:
    besar, kecil = sorted((abs(kita), abs(mereka)), reverse=True)
    skala = next((n for n in _SATUAN if kecil and besar == kecil * n), 0)
    if not skala:
        return None
    return (
        Sebab.SKALA,
        f"Berbeda se{_SATUAN[skala]} kali: salah satunya ditulis dalam {_SATUAN[skala]}an rupiah.",
    )


def _tebak_pembulatan(kita: int, mereka: int) -> tuple[Sebab, str] | None:
    for satuan, nama in reversed(_SATUAN.items()):
        # Rounded to a unit: at most half of it away, and itself a whole number of them.
        if abs(kita - mereka) * 2 <= satuan and any(n and n % satuan == 0 for n in (kita, mereka)):
            return Sebab.PEMBULATAN, f"Salah satunya dibulatkan ke {nama} rupiah."
    return None


def _tebak_bulan(kita: int, mereka: int, bulan: Mapping[int, int]) -> tuple[Sebab, str] | None:
    for nomor, nilai in bulan.items():
        if nilai and kita - mereka == nilai:
            return Sebab.BULAN, f"Sebesar {nama_bulan(nomor)} kita: bulan itu belum ada pada angka mereka."
        if nilai and mereka - kita == nilai:
            return Sebab.BULAN, f"Sebesar {nama_bulan(nomor)} kita: bulan itu terhitung dua kali pada mereka."
    return None


def _tebak_revisi(mereka: int, revisi: Sequence[tuple[str, int]]) -> tuple[Sebab, str] | None:
    nama = next((nama for nama, nilai in revisi if nilai == mereka), "")
    return (Sebab.REVISI, f"Angka mereka adalah pagu {nama}.") if nama else None


def _jelaskan_hilang(kita: int | None, mereka: int | None) -> tuple[Sebab, str]:
    if kita is not None:
        return Sebab.TANPA_MEREKA, "Tidak ada pada angka mereka."
    return (Sebab.TANPA_KITA, "Tidak ada pada angka kita.") if mereka is not None else (Sebab.SAMA, "")


def list_banding(bawahan: Sequence[RiwayatSatker], satker: Satker, tahun: int) -> tuple[Banding, ...]:
    """Everything of an office that is there twice: pagu, the year against its months, scores against their terms."""
    arus = get_arus(bawahan, tahun)
    return (
        *_banding_pagu(bawahan, tahun),
        *_banding_belanja(satker, tahun, arus),
        *_banding_sasaran(satker, tahun),
        *_banding_skor(bawahan, tahun),
    )


def _banding_pagu(bawahan: Sequence[RiwayatSatker], tahun: int) -> Iterator[Banding]:
    terbit = dict(
        PaguSatker.objects.filter(tahun=tahun, satker__in=[b.satker_id for b in bawahan]).values_list(
            "satker_id", "pagu"
        )
    )
    versi: dict[int, list[BarisRevisi]] = defaultdict(list)
    for revisi in list_revisi(bawahan, tahun):
        versi[revisi.satker.satker_id].append(revisi)
    for b in bawahan:
        if not (punya := versi[b.satker_id]):
            continue
        sebab, penjelasan = explain_selisih(
            punya[-1].pagu, terbit.get(b.satker_id), revisi=[(_sebut(r), r.pagu) for r in punya[:-1]]
        )
        yield _rupiah(
            b.nama_singkat, "Pagu DIPA", (punya[-1].pagu, terbit.get(b.satker_id)), sebab, penjelasan
        )


def _sebut(revisi: BarisRevisi) -> str:
    nama = f"revisi {revisi.nomor}" if revisi.nomor else "DIPA awal"
    return f"{nama} ({cetak_tanggal(revisi.tanggal)})"


def _rupiah(
    satker: str, apa: str, angka: tuple[int | None, int | None], sebab: Sebab, penjelasan: str
) -> Banding:
    kita, mereka = (None if n is None else Decimal(n) for n in angka)
    return Banding(satker, apa, True, kita, mereka, sebab, penjelasan)


def _banding_belanja(satker: Satker, tahun: int, arus: Arus) -> Iterator[Banding]:
    """The year's published spending against the sum of its months."""
    terbit = {b.jenis: b for b in AnggaranBelanja.objects.filter(satker=satker, tahun=tahun)}
    if not arus.berdata:
        return
    kita = {b.jenis: b for b in arus.belanja}
    for jenis, nama in JenisBelanja.choices:
        punya, mereka = kita.get(jenis), terbit.get(jenis)
        if punya is None and mereka is None:
            continue
        realisasi = punya.realisasi if punya else None
        sebab, penjelasan = explain_selisih(realisasi, mereka.realisasi if mereka else None)
        if not arus.lengkap and sebab is Sebab.LAIN:
            sebab, penjelasan = Sebab.BULAN, _sebut_kurang(arus)
        yield _rupiah(
            "",
            f"Realisasi {nama.lower()}",
            (realisasi, mereka.realisasi if mereka else None),
            sebab,
            penjelasan,
        )


def _sebut_kurang(arus: Arus) -> str:
    if arus.tanpa_bulanan:
        nama = ", ".join(b.nama_singkat for b in arus.tanpa_bulanan[:3])
        lain = f" dan {len(arus.tanpa_bulanan) - 3} satker lain" if len(arus.tanpa_bulanan) > 3 else ""
        return f"Angka bulanan belum ada: {nama}{lain}."
    return f"Angka bulanan kita baru sampai {nama_bulan(arus.sampai)}."


def _banding_sasaran(satker: Satker, tahun: int) -> Iterator[Banding]:
    """Two published views of one budget."""
    jenis = list(AnggaranBelanja.objects.filter(satker=satker, tahun=tahun).values_list("pagu", "realisasi"))
    sasaran = list(
        AnggaranSasaran.objects.filter(satker=satker, tahun=tahun).values_list("pagu", "realisasi")
    )
    if not jenis or not sasaran:
        return
    for n, apa in enumerate(("Pagu", "Realisasi")):
        kita, mereka = sum(s[n] for s in sasaran), sum(j[n] for j in jenis)
        sebab, penjelasan = explain_selisih(kita, mereka)
        if sebab is Sebab.LAIN:
            penjelasan = f"Kedua jumlah berselisih {cetak_rupiah(abs(kita - mereka))}."
        yield _rupiah(
            "", f"{apa} menurut sasaran dibanding menurut jenis belanja", (kita, mereka), sebab, penjelasan
        )


def _banding_skor(bawahan: Sequence[RiwayatSatker], tahun: int) -> Iterator[Banding]:
    for uraian in list_uraian(list_skor(bawahan, tahun), tahun):
        for satu in (uraian.smart, uraian.ikpa):
            yield from _banding_satu_skor(uraian, satu)


def _banding_satu_skor(uraian: UraianSatker, satu: UraianSkor) -> Iterator[Banding]:
    kurang = f" Belum ada: {', '.join(uraian.kurang)}." if uraian.kurang else ""
    pasangan = (
        ("dari unsurnya", satu.unsur, "Nilai akhir dan unsurnya mungkin diambil pada hari yang berbeda."),
        (
            "dari fakta",
            satu.fakta,
            f"Fakta kita belum sama dengan yang dipakai aplikasi kementerian.{kurang}",
        ),
    )
    nama = uraian.skor.satker.nama_singkat
    for asal, hasil, beda in pasangan:
        if hasil is None or hasil.nilai is None:
            continue
        kita = bulatkan(hasil.nilai, 2)
        apa = f"Nilai {satu.instrumen.label} {asal}"
        if satu.terbit is None:
            yield Banding(nama, apa, False, kita, None, Sebab.TANPA_MEREKA, "Belum diterbitkan.")
            continue
        mereka = bulatkan(satu.terbit, 2)
        sama = kita == mereka
        sebab, penjelasan = (Sebab.SAMA, "Sama.") if sama else (Sebab.UNSUR, beda)
        yield Banding(nama, apa, False, kita, mereka, sebab, penjelasan)
