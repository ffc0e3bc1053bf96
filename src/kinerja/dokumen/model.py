"""The document model: one typed, frozen tree that every renderer and reader shares.

The tree holds text that is already printed (numbers were formatted by `dasar.cetak`), so PDF, DOCX and
HTML cannot disagree about a figure. Numbers of chapters, tables and figures are not in the tree: they are
assigned once by `dokumen.penomoran` and looked up by `id`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Perataan = Literal["kiri", "tengah", "kanan"]
JenisBaris = Literal["data", "jumlah", "kelompok"]
JenisCatatan = Literal["kosong", "perhatian", "info"]
Status = Literal["tercapai", "tidak_tercapai", "tanpa_nilai"]
Rupa = Literal["laporan", "surat"]


@dataclass(frozen=True, slots=True)
class Teks:
    """A run of text inside a paragraph."""

    isi: str
    tebal: bool = False
    miring: bool = False


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A cross-reference; printed as the label of the part with that `id` ("Tabel 3.12")."""

    ke: str


Sebaris = Teks | Rujukan


@dataclass(frozen=True, slots=True)
class Paragraf:
    isi: tuple[Sebaris, ...]


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list; each item is one paragraph."""

    butir: tuple[Paragraf, ...]
    bernomor: bool = False


@dataclass(frozen=True, slots=True)
class Catatan:
    """A visible call-out: a gap ("kosong"), a doubt about the data ("perhatian") or a remark ("info")."""

    jenis: JenisCatatan
    isi: tuple[Sebaris, ...]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: `lebar` is relative to its neighbours; adjacent equal `kelompok` share a header above."""

    judul: str
    lebar: int = 10
    rata: Perataan = "kiri"
    kelompok: str = ""


@dataclass(frozen=True, slots=True)
class Baris:
    """A row: as many cells as the table has columns; a "kelompok" row has one cell that spans them all."""

    sel: tuple[str, ...]
    jenis: JenisBaris = "data"


@dataclass(frozen=True, slots=True)
class Tabel:
    """A captioned table. `mendatar` puts it on landscape pages; `catatan` is printed beneath it."""

    id: str
    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    mendatar: bool = False
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Deret:
    """One series of a bar chart; None is a gap, never a zero."""

    nama: str
    nilai: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class BaganBatang:
    """Bars, one group per `kategori`; `label` holds the printed value of each bar, parallel to `deret`."""

    kategori: tuple[str, ...]
    deret: tuple[Deret, ...]
    label: tuple[tuple[str, ...], ...]
    satuan: str = ""
    garis_acuan: Decimal | None = None
    label_acuan: str = ""
    mendatar: bool = False
    status: tuple[Status, ...] = ()
    """Optional, one per `kategori`: colours the bars and adds a sign, never colour alone."""


@dataclass(frozen=True, slots=True)
class Simpul:
    """A node of a tree drawing; `keterangan` is a second, smaller line."""

    teks: str
    keterangan: str = ""
    status: Status | None = None
    anak: tuple[Simpul, ...] = ()


@dataclass(frozen=True, slots=True)
class BaganPohon:
    """A tree (organisation, sasaran -> indikator), drawn left to right."""

    akar: Simpul


@dataclass(frozen=True, slots=True)
class Citra:
    """A picture people uploaded: base64 of a PNG or JPEG, and its size in pixels."""

    isi: str
    jenis: Literal["image/png", "image/jpeg"]
    lebar: int
    tinggi: int


Bagan = BaganBatang | BaganPohon | Citra


@dataclass(frozen=True, slots=True)
class Gambar:
    """A captioned figure, drawn from data or uploaded. `alt` is the full text alternative and is mandatory."""

    id: str
    judul: str
    alt: str
    bagan: Bagan
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Pasangan:
    """Labels with what stands behind them ("Nama : …"), one line each; the head of a letter, the parties of a PK."""

    isi: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Pengesahan:
    """Place and date, jabatan and room for a signature, on the right; an empty `nama` leaves a line to write on.

    `peran` stands above the jabatan ("Pihak Pertama"). `pendamping` signs beside it, on the left. `verifikasi` is
    the address that a QR code in the room of the signature leads to (PDF; the other formats print it).
    """

    tempat_tanggal: str
    jabatan: str
    nama: str = ""
    peran: str = ""
    verifikasi: str = ""
    pendamping: Pengesahan | None = None

    def baris(self) -> tuple[str, ...]:
        """The printed lines; the signature goes between the last two."""
        atas = (self.tempat_tanggal, f"{self.peran}," if self.peran else "", f"{self.jabatan},")
        return *(b for b in atas if b), self.nama or "…" * 24

    def berjajar(self) -> tuple[Pengesahan, ...]:
        """Those who sign, from left to right."""
        return (self.pendamping, self) if self.pendamping else (self,)


Blok = Paragraf | Daftar | Catatan | Tabel | Gambar | Pasangan | Pengesahan


@dataclass(frozen=True, slots=True)
class Bagian:
    """A chapter or a part of one; the depth in the tree gives the heading level.

    `bernomor=False` prints the title without a number (kata pengantar, the seven analyses).
    `dalam_daftar=False` keeps it out of the table of contents.
    `halaman_baru` starts it on a new page (chapters always do).
    """

    id: str
    judul: str
    isi: tuple[Blok, ...] = ()
    anak: tuple[Bagian, ...] = ()
    bernomor: bool = True
    dalam_daftar: bool = True
    halaman_baru: bool = False

    def telusuri(self) -> Iterator[Bagian]:
        """This part and all parts beneath it, in reading order."""
        yield self
        for anak in self.anak:
            yield from anak.telusuri()


@dataclass(frozen=True, slots=True)
class Dokumen:
    """A whole report: cover facts, front matter (roman pages), chapters, annexes.

    A "surat" has no cover, no lists and no running head, and the titles of its chapters carry no number.
    """

    judul: str
    subjudul: str
    instansi: str
    tahun: int
    tempat_tanggal: str
    kode: str
    """Short code of the hash over the facts; printed in the footer."""
    depan: tuple[Bagian, ...] = ()
    bab: tuple[Bagian, ...] = ()
    lampiran: tuple[Bagian, ...] = ()
    bahasa: str = "id"
    rupa: Rupa = "laporan"

    @property
    def kaki(self) -> tuple[str, str]:
        """The foot of a page, left and middle; a working paper without a code has its title only."""
        return (
            (f"{self.judul} {self.tahun}", f"Kode verifikasi {self.kode}") if self.kode else (self.judul, "")
        )

    def bagian(self) -> Iterator[Bagian]:
        """Every part of the document in reading order."""
        for puncak in (*self.depan, *self.bab, *self.lampiran):
            yield from puncak.telusuri()

    def blok(self) -> Iterator[Blok]:
        """Every block of the document in reading order."""
        for bagian in self.bagian():
            yield from bagian.isi


def teks(isi: str, *, tebal: bool = False, miring: bool = False) -> Teks:
    """Shorthand for a run of text."""
    return Teks(isi, tebal, miring)


def paragraf(*isi: str | Sebaris) -> Paragraf:
    """A paragraph from plain strings and runs."""
    return Paragraf(tuple(Teks(s) if isinstance(s, str) else s for s in isi))


def daftar(*butir: str | Paragraf, bernomor: bool = False) -> Daftar:
    """A list from plain strings and paragraphs."""
    return Daftar(tuple(paragraf(b) if isinstance(b, str) else b for b in butir), bernomor)


def catatan(jenis: JenisCatatan, *isi: str | Sebaris) -> Catatan:
    """A call-out from plain strings and runs."""
    return Catatan(jenis, paragraf(*isi).isi)
