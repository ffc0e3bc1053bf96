"""What a Perjanjian Kinerja promises, as one frozen record: read from the plan, or from a signed version."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kinerja.aturan.perjanjian import BahanIndikator, BahanPerjanjian, strip_pelaksana
from kinerja.dokumen.sidik import write_kanonik
from kinerja.organisasi.pengaturan import read_pengaturan
from kinerja.organisasi.queries import get_akhir_tahun, get_nama
from kinerja.perencanaan.models import (
    Indikator,
    JenisTarget,
    PerjanjianKinerja,
    Target,
    TingkatSasaran,
    VersiPerjanjian,
)


@dataclass(frozen=True, slots=True)
class PihakJanji:
    """One party: its jabatan as printed ("Plt. …") and who holds it ("" leaves a line)."""

    jabatan: str
    nama: str = ""


@dataclass(frozen=True, slots=True)
class TargetJanji:
    """A promised indicator; either `nilai`, or both ends of a range, or nothing yet."""

    kode: str
    nama: str
    satuan: str
    definisi: str
    nilai: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None

    @property
    def bertarget(self) -> bool:
        """Whether anything is promised in numbers."""
        return self.nilai is not None or self.bawah is not None


@dataclass(frozen=True, slots=True)
class SasaranJanji:
    """A sasaran with its promised indicators; `tingkat` as in `TingkatSasaran`."""

    kode: str
    tingkat: str
    teks: str
    indikator: tuple[TargetJanji, ...]


@dataclass(frozen=True, slots=True)
class AnggaranJanji:
    """A line of the second annex table, in whole rupiah."""

    program: str
    kegiatan: str
    nilai: int


@dataclass(frozen=True, slots=True)
class DipaJanji:
    """The budget document the agreement rests on."""

    nomor: str = ""
    tanggal: datetime.date | None = None
    pagu: int | None = None


@dataclass(frozen=True, slots=True)
class IsiPerjanjian:
    """All that stands in one version; `dengan` is the second party without Plt. ("" for a minister)."""

    satker: str
    kantor: str
    tahun: int
    kode: str
    nomor: int
    unit: str
    pertama: PihakJanji
    kedua: PihakJanji | None
    tempat: str
    tanggal: datetime.date | None
    sasaran: tuple[SasaranJanji, ...]
    anggaran: tuple[AnggaranJanji, ...]
    dipa: DipaJanji = DipaJanji()
    dasar_perubahan: str = ""
    alasan: str = ""
    paragraf_kedua: bool = True

    @property
    def dengan(self) -> str:
        """The jabatan of the second party, whoever acts for it."""
        return strip_pelaksana(self.kedua.jabatan) if self.kedua else ""

    @property
    def jumlah(self) -> int:
        """The budget of all lines, in rupiah."""
        return sum(a.nilai for a in self.anggaran)

    @property
    def indikator(self) -> tuple[TargetJanji, ...]:
        """Every promised indicator in reading order."""
        return tuple(i for s in self.sasaran for i in s.indikator)


def read_isi(perjanjian: PerjanjianKinerja, versi: VersiPerjanjian | None = None) -> IsiPerjanjian:
    """What the version promises: as it was signed or initialled, else what plan and budget say now.

    Without a version: the agreement as it was entered.
    """
    if versi is not None and versi.isi:
        return parse_isi(versi.isi)
    asal: Any = versi or perjanjian
    pengaturan = read_pengaturan(perjanjian.satker_id, perjanjian.tahun).kinerja
    return IsiPerjanjian(
        satker=perjanjian.satker.kunci,
        kantor=get_nama(perjanjian.satker, get_akhir_tahun(perjanjian.tahun)),
        tahun=perjanjian.tahun,
        kode=perjanjian.kode,
        nomor=versi.nomor if versi else 1,
        unit=perjanjian.unit.nama,
        pertama=PihakJanji(asal.pihak_pertama, versi.nama_pertama if versi else ""),
        kedua=PihakJanji(asal.pihak_kedua, versi.nama_kedua if versi else "") if asal.pihak_kedua else None,
        tempat=asal.tempat,
        tanggal=asal.tanggal,
        sasaran=_baca_sasaran(perjanjian),
        anggaran=tuple(AnggaranJanji(a.program, a.kegiatan, a.nilai) for a in perjanjian.anggaran.all()),
        dipa=DipaJanji(versi.dipa_nomor, versi.dipa_tanggal, versi.dipa_pagu) if versi else DipaJanji(),
        dasar_perubahan=versi.dasar_perubahan if versi else "",
        alasan=versi.alasan if versi else "",
        paragraf_kedua=pengaturan.paragraf_pihak_kedua,
    )


def _baca_sasaran(perjanjian: PerjanjianKinerja) -> tuple[SasaranJanji, ...]:
    """Every sasaran of the agreement with what is promised, from strategis down to kegiatan."""
    target = {
        t.indikator_id: t
        for t in Target.objects.filter(
            satker=perjanjian.satker,
            tahun=perjanjian.tahun,
            jenis=JenisTarget.PK,
            indikator__sasaran__unit=perjanjian.unit,
        )
    }
    tingkat = {nama: n for n, nama in enumerate(TingkatSasaran.values)}
    sasaran = [s for s in perjanjian.unit.sasaran.prefetch_related("indikator") if perjanjian.memuat(s)]
    hasil = []
    for satu in sorted(sasaran, key=lambda s: (tingkat[s.tingkat], s.urutan, s.pk)):
        # An indicator without a target is one of other years, unless nothing is promised for this sasaran at all.
        janji = [i for i in satu.indikator.all() if i.pk in target]
        if janji:
            isi = tuple(_ke_janji(i, target[i.pk]) for i in sorted(janji, key=lambda i: (i.urutan, i.pk)))
            hasil.append(SasaranJanji(satu.kode, satu.tingkat, satu.teks, isi))
        elif satu.kode in perjanjian.daftar_lingkup:
            hasil.append(SasaranJanji(satu.kode, satu.tingkat, satu.teks, ()))
    return tuple(hasil)


def _ke_janji(i: Indikator, t: Target) -> TargetJanji:
    return TargetJanji(i.kode, i.nama, i.satuan, i.definisi, t.nilai, t.bawah, t.atas)


def write_isi(isi: IsiPerjanjian) -> tuple[str, str]:
    """The canonical JSON of a version and its SHA-256."""
    teks = write_kanonik(isi)
    return teks, hashlib.sha256(teks.encode()).hexdigest()


def parse_isi(teks: str) -> IsiPerjanjian:
    """What `write_isi` wrote, read back."""
    d: Mapping[str, Any] = json.loads(teks)
    lain = (
        "satker",
        "kantor",
        "tahun",
        "kode",
        "nomor",
        "unit",
        "tempat",
        "dasar_perubahan",
        "alasan",
        "paragraf_kedua",
    )
    return IsiPerjanjian(
        **{k: d[k] for k in lain},
        pertama=_pihak(d["pertama"]),
        kedua=_pihak(d["kedua"]) if d["kedua"] else None,
        tanggal=_tanggal(d["tanggal"]),
        sasaran=tuple(
            SasaranJanji(s["kode"], s["tingkat"], s["teks"], tuple(map(_target, s["indikator"])))
            for s in d["sasaran"]
        ),
        anggaran=tuple(AnggaranJanji(a["program"], a["kegiatan"], a["nilai"]) for a in d["anggaran"]),
        dipa=DipaJanji(d["dipa"]["nomor"], _tanggal(d["dipa"]["tanggal"]), d["dipa"]["pagu"]),
    )


def _pihak(d: Mapping[str, str]) -> PihakJanji:
    return PihakJanji(d["jabatan"], d["nama"])


def _tanggal(teks: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(teks) if teks else None


def _target(d: Mapping[str, Any]) -> TargetJanji:
    angka = {k: Decimal(d[k]) if d[k] is not None else None for k in ("nilai", "bawah", "atas")}
    return TargetJanji(d["kode"], d["nama"], d["satuan"], d["definisi"], **angka)


def make_bahan(isi: IsiPerjanjian, atasan: Iterable[str] | None) -> BahanPerjanjian:
    """What the rules look at; `atasan` as `list_atasan` found them."""
    return BahanPerjanjian(
        tahun=isi.tahun,
        nomor=isi.nomor,
        tanggal=isi.tanggal,
        tanggal_dipa=isi.dipa.tanggal,
        pagu_dipa=isi.dipa.pagu,
        anggaran=isi.jumlah,
        pihak_kedua=isi.kedua.jabatan if isi.kedua else "",
        atasan=None if atasan is None else tuple(atasan),
        sasaran=tuple(s.kode for s in isi.sasaran),
        indikator=tuple(
            BahanIndikator(i.kode, s.kode, i.satuan, i.bertarget, i.definisi)
            for s in isi.sasaran
            for i in s.indikator
        ),
        dasar_perubahan=isi.dasar_perubahan,
        alasan=isi.alasan,
    )
