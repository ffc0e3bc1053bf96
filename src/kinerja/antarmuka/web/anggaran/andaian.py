"""What if: a form with the facts that matter, the scores before and after; nothing is stored."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kinerja.anggaran.andaian import Andaian, HasilAndaian, simulate_skor
from kinerja.anggaran.masukan import MasukanSkor, read_masukan
from kinerja.anggaran.queries import SkorSatker
from kinerja.anggaran.unsur import UNSUR_IKPA, UNSUR_PERENCANAAN, UNSUR_SMART
from kinerja.antarmuka.web.anggaran.bagian import SkorCetak, buka_anggaran, cetak_hasil, cetak_nilai
from kinerja.antarmuka.web.anggaran.skor import cari_skor
from kinerja.aturan.parameter import BelumBerlaku
from kinerja.aturan.skor.ikpa.nilai import get_bobot
from kinerja.dasar.angka import Kebiasaan, baca_angka
from kinerja.dasar.cetak import cetak_angka, cetak_rupiah, cetak_tanggal
from kinerja.dasar.periode import nama_bulan
from kinerja.organisasi.queries import get_akhir_tahun

_TERBANYAK = 30
"""So many contracts, SPM and outputs are offered to be changed: the latest ones, which cost most."""
_PANJANG = 40


@dataclass(frozen=True, slots=True)
class Isian:
    """One field of the form: its name, label, what stands in it, what is stored, its kind."""

    nama: str
    label: str
    isi: str
    semula: str
    jenis: str = "text"
    pilihan: tuple[str, ...] = ()
    batas: Decimal | None = None
    """What the number may be at most, 0 at least; None where nothing bounds it."""

    @property
    def berubah(self) -> bool:
        """Whether somebody changed it."""
        return self.isi != self.semula


@dataclass(frozen=True, slots=True)
class Kelompok:
    """Fields that belong together."""

    judul: str
    petunjuk: str
    isian: tuple[Isian, ...]


@dataclass(slots=True)
class Bacaan:
    """What was typed: the changes, and what could not be read."""

    kontrak: dict[str, datetime.date] = field(default_factory=dict)
    spm: dict[str, datetime.date] = field(default_factory=dict)
    rpd: dict[tuple[int, str], int] = field(default_factory=dict)
    realisasi: dict[tuple[int, str], int] = field(default_factory=dict)
    revisi: set[int] = field(default_factory=set)
    keluaran: dict[str, Decimal] = field(default_factory=dict)
    smart: dict[str, Decimal] = field(default_factory=dict)
    ikpa: dict[str, Decimal] = field(default_factory=dict)
    salah: list[tuple[str, str]] = field(default_factory=list)

    def susun(self) -> Andaian:
        """As the simulation takes it."""
        return Andaian(
            self.kontrak, self.spm, self.rpd, self.realisasi, frozenset(self.revisi), self.keluaran,
            self.smart, self.ikpa,
        )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def andaian(request: HttpRequest, satker: str, tahun: int, bawahan: str) -> HttpResponse:
    """The form; POST shows the scores with the changes. GET and POST both leave everything as it is."""
    kepala = buka_anggaran(request, satker, tahun)
    skor = cari_skor(kepala, bawahan)
    masukan = read_masukan([skor.satker.satker_id], tahun).get(skor.satker.satker_id)
    kelompok = [k for k in _susun(skor, masukan, request.POST, tahun) if k.isian]
    bacaan = _baca(kelompok)
    hasil = simulate_skor(skor, tahun, masukan, bacaan.susun())
    berubah = sum(i.berubah for k in kelompok for i in k.isian)
    konteks = {
        "kepala": kepala.kepala,
        "tab": "anggaran",
        "laman": "skor",
        "satker": skor.satker,
        "kelompok": kelompok,
        "salah": bacaan.salah,
        "berubah": berubah,
        "banding": list(_bandingkan(hasil)) if berubah else [],
        "sesudah": [s for s in _cetak(hasil) if s] if berubah else [],
    }
    return render(request, "web/anggaran/andaian.html", konteks, status=422 if bacaan.salah else 200)


def _susun(
    skor: SkorSatker, masukan: MasukanSkor | None, ketikan: Mapping[str, str], tahun: int
) -> Iterator[Kelompok]:
    """Facts where there are any, else the published elements."""
    if masukan is not None and masukan.ada:
        yield from _susun_fakta(masukan, ketikan)
        return
    petunjuk = _("Sebagaimana diterbitkan; 0 pada unsur tanpa objek dapat diisi.")
    yield Kelompok(_("Unsur nilai perencanaan (SMART)"), petunjuk, tuple(_isian_smart(skor.smart, ketikan)))
    petunjuk_ikpa = _("Setiap isian adalah nilai × bobot, jadi paling besar bobotnya.")
    isian_ikpa = tuple(_isian_ikpa(skor.ikpa, ketikan, tahun))
    yield Kelompok(_("Unsur IKPA"), f"{petunjuk} {petunjuk_ikpa}", isian_ikpa)


def _isian_smart(unsur: Mapping[str, Decimal], ketikan: Mapping[str, str]) -> Iterator[Isian]:
    for nama in (*UNSUR_SMART, *UNSUR_PERENCANAAN):
        if nama in unsur:
            yield _isi(f"smart:{nama}", nama, cetak_angka(unsur[nama]), ketikan)


def _isian_ikpa(unsur: Mapping[str, Decimal], ketikan: Mapping[str, str], tahun: int) -> Iterator[Isian]:
    """What is published of IKPA is already multiplied by its weight: the weight is the most it can be."""
    try:
        bobot = get_bobot(get_akhir_tahun(tahun))
    except BelumBerlaku:
        bobot = {}
    for nama, indikator in UNSUR_IKPA.items():
        if nama in unsur:
            batas = bobot.get(indikator)
            label = nama if batas is None else _("%(nama)s (0 sampai %(bobot)s)") % {
                "nama": nama, "bobot": cetak_angka(batas)
            }  # fmt: skip
            yield replace(_isi(f"ikpa:{nama}", label, cetak_angka(unsur[nama]), ketikan), batas=batas)


def _susun_fakta(masukan: MasukanSkor, ketikan: Mapping[str, str]) -> Iterator[Kelompok]:
    ikpa = masukan.ikpa
    yield Kelompok(
        _("Tanggal kontrak"),
        _("Andaikan kontrak ditandatangani lebih awal, misalnya sebelum April."),
        tuple(
            _isi(
                f"kontrak:{k.nomor}",
                f"{k.nomor} ({k.jenis}, {cetak_rupiah(k.nilai)})",
                k.ditandatangani.isoformat(),
                ketikan,
                "date",
            )
            for k in sorted(ikpa.kontrak, key=lambda k: k.ditandatangani, reverse=True)[:_TERBANYAK]
        ),
    )
    yield Kelompok(
        _("Tanggal SPM diterima KPPN"),
        _("Yang paling lama sejak BAST lebih dahulu."),
        tuple(
            _isi(
                f"spm:{s.nomor}",
                _("%(nomor)s, BAST %(bast)s") % {"nomor": s.nomor, "bast": cetak_tanggal(s.selesai)},
                s.diterima.isoformat(),
                ketikan,
                "date",
            )
            for s in sorted(ikpa.spm, key=lambda s: s.diterima - s.selesai, reverse=True)[:_TERBANYAK]
        ),
    )
    yield Kelompok(
        _("Revisi DIPA"),
        _("Andaikan revisi itu tidak dilakukan."),
        tuple(
            _isi_pilihan(f"revisi:{n}", f"{cetak_tanggal(r.tanggal)} ({r.kode})", ketikan)
            for n, r in enumerate(ikpa.revisi)
        ),
    )
    yield from _susun_bulan(masukan, ketikan)
    yield Kelompok(
        _("Realisasi volume rincian output"),
        "",
        tuple(
            _isi(
                f"keluaran:{k.kode}", f"{k.kode} / {cetak_angka(k.target)}", cetak_angka(k.realisasi), ketikan
            )
            for k in masukan.smart.keluaran[:_TERBANYAK]
        ),
    )


def _susun_bulan(masukan: MasukanSkor, ketikan: Mapping[str, str]) -> Iterator[Kelompok]:
    for awalan, judul in (("rpd", _("Rencana penarikan dana")), ("realisasi", _("Realisasi"))):
        isian = tuple(
            _isi(
                f"{awalan}:{b.bulan}:{b.jenis}",
                f"{nama_bulan(b.bulan)} {b.jenis}",
                cetak_angka(b.rencana if awalan == "rpd" else b.realisasi),
                ketikan,
            )
            for b in masukan.ikpa.belanja
        )
        yield Kelompok(judul, _("Rupiah bulan itu, per jenis belanja."), isian)


def _isi(nama: str, label: str, semula: str, ketikan: Mapping[str, str], jenis: str = "text") -> Isian:
    return Isian(nama, label, ketikan.get(nama, semula).strip()[:_PANJANG], semula, jenis)


def _isi_pilihan(nama: str, label: str, ketikan: Mapping[str, str]) -> Isian:
    pilihan = (_("dilakukan"), _("tidak dilakukan"))
    terpilih = ketikan.get(nama, pilihan[0])
    return Isian(nama, label, terpilih if terpilih in pilihan else pilihan[0], pilihan[0], pilihan=pilihan)


def _baca(kelompok: list[Kelompok]) -> Bacaan:
    bacaan = Bacaan()
    for isian in (i for k in kelompok for i in k.isian if i.berubah):
        try:
            _baca_satu(isian, bacaan)
        except ValueError as galat:
            bacaan.salah.append((isian.nama, f"{isian.label}: {galat}"))
    return bacaan


def _baca_satu(isian: Isian, bacaan: Bacaan) -> None:
    """Raises ValueError with the reason for what cannot be read."""
    apa, kunci = isian.nama.split(":", 1)
    if apa in {"kontrak", "spm"}:
        getattr(bacaan, apa)[kunci] = _baca_tanggal(isian.isi)
    elif apa == "revisi":
        bacaan.revisi.add(int(kunci))
    elif apa in {"rpd", "realisasi"}:
        bulan, jenis = kunci.split(":")
        getattr(bacaan, apa)[int(bulan), jenis] = _baca_rupiah(isian.isi)
    else:
        getattr(bacaan, apa)[kunci] = _baca_angka(isian.isi, isian.batas)


def _baca_tanggal(teks: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(teks)
    except ValueError:
        raise ValueError(_("bukan tanggal.")) from None


def _baca_rupiah(teks: str) -> int:
    # Whole rupiah have no decimals, so "1.500" can only mean thousands.
    bacaan = baca_angka(teks, kebiasaan=Kebiasaan.KOMA)
    if bacaan.nilai is None or bacaan.nilai != bacaan.nilai.to_integral_value():
        raise ValueError(bacaan.masalah or _("bukan rupiah bulat."))
    return int(bacaan.nilai)


def _baca_angka(teks: str, batas: Decimal | None) -> Decimal:
    bacaan = baca_angka(teks)
    if bacaan.nilai is None:
        raise ValueError(bacaan.masalah or _("bukan angka."))
    if batas is not None and not 0 <= bacaan.nilai <= batas:
        raise ValueError(
            _("%(teks)s di luar 0 sampai %(batas)s.") % {"teks": teks, "batas": cetak_angka(batas)}
        )
    return bacaan.nilai


@dataclass(frozen=True, slots=True)
class BarisBanding:
    """One score or element before and after."""

    label: str
    semula: str
    menjadi: str
    selisih: str
    utama: bool


def _bandingkan(hasil: HasilAndaian) -> Iterator[BarisBanding]:
    for nama in ("smart", "ikpa"):
        lama, baru = getattr(hasil.semula, nama), getattr(hasil.menjadi, nama)
        dari, ke = (lama.fakta, baru.fakta) if baru.fakta else (lama.unsur, baru.unsur)
        if dari is None or ke is None:
            continue
        yield _baris(ke.uraian.label, dari.nilai, ke.nilai, utama=True)
        semula = {s.label: s.nilai for s in dari.uraian.rincian}
        for suku in ke.uraian.rincian:
            yield _baris(suku.label, semula.get(suku.label), suku.nilai, utama=False)


def _baris(label: str, semula: Decimal | None, menjadi: Decimal | None, *, utama: bool) -> BarisBanding:
    selisih = "" if semula is None or menjadi is None else cetak_angka(menjadi - semula, 2)
    if selisih and menjadi is not None and semula is not None and menjadi > semula:
        selisih = f"+{selisih}"
    return BarisBanding(label, cetak_nilai(semula), cetak_nilai(menjadi), selisih, utama)


def _cetak(hasil: HasilAndaian) -> Iterator[SkorCetak | None]:
    for satu in (hasil.menjadi.smart, hasil.menjadi.ikpa):
        yield cetak_hasil(satu.fakta or satu.unsur)
