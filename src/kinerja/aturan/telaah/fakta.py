"""What a document, or our own database, states: facts, the calculations it shows, and how it is built.

A fact is (apa, siapa, kapan, jenis, cetakan, satuan, tempat). A `Kaitan` is a calculation the document claims:
printed inputs and the printed result. Checks see nothing but a `Bahan`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import SupportsFloat

from kinerja.aturan.telaah.selang import Cetakan


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where something is printed; every number counts from 1, None or "" where the format does not know.

    `tabel` the printed number of the table ("133"); `tabel_ke` its ordinal in the document; `baris` line of a text
    file; `baris_tabel`, `kolom` inside the table; `sel` a cell of a workbook; `kotak` left, bottom, right, top in
    points on the page.
    """

    tabel: str = ""
    halaman: int | None = None
    baris: int | None = None
    tabel_ke: int | None = None
    baris_tabel: int | None = None
    kolom: int | None = None
    sel: str = ""
    kotak: tuple[SupportsFloat, SupportsFloat, SupportsFloat, SupportsFloat] | None = None


class Jenis(StrEnum):
    """What kind of number a fact is."""

    TARGET = "target"
    TARGET_PERJANJIAN = "target perjanjian kinerja"
    TARGET_RENSTRA = "target renstra"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    CAPAIAN_RENSTRA = "capaian terhadap Renstra"
    PEMBILANG = "pembilang"
    PENYEBUT = "penyebut"
    ANGGARAN = "anggaran perjanjian kinerja"
    PAGU = "pagu"
    REALISASI_ANGGARAN = "realisasi anggaran"
    SISA = "sisa"
    SERAPAN = "serapan"
    BOBOT = "bobot"
    NILAI = "nilai"
    JUMLAH = "jumlah"
    RATA_RATA = "rata-rata"
    PERTUMBUHAN = "pertumbuhan"


class Sifat(StrEnum):
    """What the name of an indicator says it measures."""

    BAGIAN = "bagian"
    PERUBAHAN = "perubahan"
    INDEKS = "indeks"
    HITUNGAN = "hitungan"
    LAIN = "lain"


class Lingkup(StrEnum):
    """What a fact is about."""

    INDIKATOR = "indikator"
    SASARAN = "sasaran"
    SATKER = "satker"
    BELANJA = "belanja"
    LAIN = "lain"


@dataclass(frozen=True, slots=True)
class Pokok:
    """What is measured: `kunci` is the same wherever the same thing is meant, `teks` is how it is printed best.

    `sifat` what its name says it is: a share of a whole, a change, an index or a count.
    """

    kunci: str
    teks: str
    lingkup: Lingkup = Lingkup.LAIN
    sifat: Sifat = Sifat.LAIN


@dataclass(frozen=True, slots=True)
class Fakta:
    """One printed number and all that is known of it.

    `siapa` the office or unit, "" for the whole report; `tahun`, `bulan` the period measured; `satuan` as printed
    ("%", "indeks", "Rp", ""); `keyakinan` between 0 and 1: how surely `apa` is the thing meant.
    """

    apa: Pokok
    jenis: Jenis
    cetakan: Cetakan
    tempat: Tempat
    siapa: str = ""
    tahun: int | None = None
    bulan: int | None = None
    satuan: str = ""
    keyakinan: Decimal = Decimal(1)


class Rumus(StrEnum):
    """A calculation a document can claim. Inputs in this order:

        CAPAIAN target, realisasi. RASIO pembilang, penyebut, in percent. SERAPAN, SISA pagu, realisasi. TUMBUH
    earlier, later, in percent; `tetapan` holds the shares (absorption) of both years when they are known.
    JUMLAH, RATA_RATA all parts. KONVERSI the score; `tetapan` holds the divisor. BERBOBOT all parts; `tetapan`
    holds their weights as fractions of one.
    """

    CAPAIAN = "capaian"
    RASIO = "rasio"
    SERAPAN = "serapan"
    SISA = "sisa"
    TUMBUH = "pertumbuhan"
    JUMLAH = "jumlah"
    RATA_RATA = "rata-rata"
    KONVERSI = "konversi"
    BERBOBOT = "nilai berbobot"


@dataclass(frozen=True, slots=True)
class Kaitan:
    """A calculation the document claims.

    `lengkap` is False when an input may be missing or misread. `selain` are other readings of the same print
    (digits that ran together can be parted in several ways); any of them may make the claim right. `label` names
    the inputs, in small letters with abbreviations written out, where the document does.
    """

    rumus: Rumus
    masukan: tuple[Fakta, ...]
    hasil: Fakta
    tetapan: tuple[Decimal, ...] = ()
    lengkap: bool = True
    selain: tuple[tuple[Fakta, ...], ...] = ()
    label: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HimpunanBobot:
    """Weights a document states, and the rows of scores they are said to make.

    `nama` what they weigh ("SMART", "IKPA", "NKA" or ""); `bobot` one fact per part in percent points, its key
    "bobot:<part>"; `resmi` the official weight per part of the budget year; `baris` the scores with the official
    weights, parts in the order of `resmi`.
    """

    nama: str
    bobot: tuple[Fakta, ...]
    resmi: tuple[tuple[str, Decimal], ...] = ()
    baris: tuple[Kaitan, ...] = ()


@dataclass(frozen=True, slots=True)
class Keterangan:
    """The caption of a table or figure, in reading order. `jenis` "tabel" or "gambar"."""

    jenis: str
    nomor: str
    judul: str
    tempat: Tempat


@dataclass(frozen=True, slots=True)
class Bagian:
    """A heading and what stands under it up to the next heading.

    `makna` which mandated part it is (a key of `ANALISIS` or `BAB`), "" for any other; `isi` its prose;
    `bertabel` a table or figure stands there; `induk` headings of a deeper level follow; `indikator` the key of
    the indicator in whose section it stands, the section's own heading included.
    """

    judul: str
    tempat: Tempat
    tingkat: int | None = None
    makna: str = ""
    isi: str = ""
    bertabel: bool = False
    induk: bool = False
    indikator: str = ""


ANALISIS = ("target", "riwayat", "renstra", "nasional", "penyebab", "efisiensi", "program")
"""The seven analyses owed per indicator, in the order of the regulation."""
BAB = ("pendahuluan", "perencanaan", "akuntabilitas", "penutup")
"""The mandated chapters."""


@dataclass(frozen=True, slots=True)
class KepalaTabel:
    """The header words of a table and how many rows it has."""

    teks: str
    tempat: Tempat
    baris: int


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list of items; `klaim` how many the sentence before it announces, None when it does not say.

    `nomor` the printed numbers of its items, None for items without one.
    """

    teks: str
    tempat: Tempat
    klaim: int | None
    nomor: tuple[int | None, ...]
    tempat_butir: tuple[Tempat, ...] = ()


@dataclass(frozen=True, slots=True)
class Kalimat:
    """A sentence of the prose and the indicator whose section it stands in, "" outside of any."""

    teks: str
    tempat: Tempat
    indikator: str = ""
    tabel: str = ""


@dataclass(frozen=True, slots=True)
class Bahan:
    """All that the checks may look at. `pokok` names every key; `lalu` is last year's report, when given."""

    tahun: int | None = None
    fakta: tuple[Fakta, ...] = ()
    kaitan: tuple[Kaitan, ...] = ()
    bobot: tuple[HimpunanBobot, ...] = ()
    keterangan: tuple[Keterangan, ...] = ()
    bagian: tuple[Bagian, ...] = ()
    kalimat: tuple[Kalimat, ...] = ()
    daftar: tuple[Daftar, ...] = ()
    rujukan: tuple[Keterangan, ...] = ()
    kepala: tuple[KepalaTabel, ...] = ()
    halaman_tak_terbaca: tuple[int, ...] = ()
    lalu: Bahan | None = field(default=None, repr=False)
