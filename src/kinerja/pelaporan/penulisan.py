"""Read the writing of a report: who owes which text, how far it is, its versions side by side."""

from __future__ import annotations

import datetime
import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import AksesDitolak
from kinerja.dokumen.tulisan import count_kata
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.halangan import sebut_narasi
from kinerja.pelaporan.kelengkapan import NARASI_BAGIAN, PENYUSUN
from kinerja.pelaporan.models import KomentarNarasi, PenulisanNarasi, StatusNarasi, VersiNarasi
from kinerja.pelaporan.pengesahan import is_beku
from kinerja.pelaporan.queries import NARASI_INDIKATOR
from kinerja.pelaporan.wewenang import Wewenang

_KATA = re.compile(r"\s+|[^\s]+")
_BAGIAN = (*NARASI_BAGIAN, *NARASI_INDIKATOR)


@dataclass(frozen=True, slots=True)
class BarisPenulisan:
    """One text in a list: what the reader may do with it (nothing once the report is frozen), and how long it is."""

    penulisan: PenulisanNarasi
    nama: str
    pemilik: str
    kata: int
    komentar: int
    menulis: bool
    memeriksa: bool

    @property
    def terisi(self) -> bool:
        """Whether anybody wrote it."""
        return bool(self.penulisan.narasi.isi)

    def is_terlambat(self, hari: datetime.date) -> bool:
        """Whether its deadline has passed and it is not approved."""
        tenggat = self.penulisan.tenggat
        return tenggat is not None and tenggat < hari and self.penulisan.status != StatusNarasi.DISETUJUI


@dataclass(frozen=True, slots=True)
class RekapUnit:
    """How far the texts of one owner are: filled, submitted, approved of all."""

    pemilik: str
    semua: int
    terisi: int
    diajukan: int
    disetujui: int


def list_penulisan(
    oleh: Pelaku, satker: Satker, tahun: int, pada: datetime.datetime
) -> tuple[BarisPenulisan, ...]:
    """Every text of a report in reading order, for somebody who may see the office. Raises AksesDitolak."""
    wewenang = Wewenang(oleh, satker, tahun, pada)
    if not wewenang.is_berizin(Izin.LIHAT):
        raise AksesDitolak("Laporan tidak dikenal.", asing=True)
    semua = (
        PenulisanNarasi.objects.filter(narasi__satker=satker, narasi__tahun=tahun)
        .select_related("narasi__indikator__sasaran", "unit_kerja")
        .prefetch_related("narasi__komentar")
    )
    beku = is_beku(satker, tahun, pada)
    return tuple(_ke_baris(p, wewenang, beku=beku) for p in sorted(semua, key=_urutan))


def _urutan(penulisan: PenulisanNarasi) -> tuple[bool, int, int, str, int]:
    narasi = penulisan.narasi
    indikator = narasi.indikator
    urutan = _BAGIAN.index(narasi.bagian) if narasi.bagian in _BAGIAN else len(_BAGIAN)
    if indikator is None:
        return False, 0, 0, "", urutan
    return True, indikator.sasaran.urutan, indikator.sasaran_id, indikator.kode, urutan


def _ke_baris(penulisan: PenulisanNarasi, wewenang: Wewenang, *, beku: bool) -> BarisPenulisan:
    return BarisPenulisan(
        penulisan,
        sebut_narasi(penulisan),
        penulisan.unit_kerja.nama if penulisan.unit_kerja else PENYUSUN,
        count_kata(penulisan.narasi.isi),
        sum(k.selesai_pada is None for k in penulisan.narasi.komentar.all()),
        not beku and wewenang.is_menulis(penulisan),
        not beku and wewenang.is_memeriksa(penulisan),
    )


def sum_per_unit(baris: Sequence[BarisPenulisan]) -> tuple[RekapUnit, ...]:
    """The same by owner, in the order in which they first occur."""
    pemilik = list(dict.fromkeys(b.pemilik for b in baris))
    return tuple(_rekap(nama, [b for b in baris if b.pemilik == nama]) for nama in pemilik)


def _rekap(nama: str, baris: Sequence[BarisPenulisan]) -> RekapUnit:
    status = [b.penulisan.status for b in baris]
    return RekapUnit(
        nama,
        len(baris),
        sum(b.terisi for b in baris),
        status.count(StatusNarasi.DIAJUKAN),
        status.count(StatusNarasi.DISETUJUI),
    )


def list_versi(penulisan: PenulisanNarasi) -> list[VersiNarasi]:
    """Every version of a text, newest first."""
    return list(penulisan.narasi.versi.select_related("oleh").order_by("-nomor"))


def list_komentar(penulisan: PenulisanNarasi) -> list[KomentarNarasi]:
    """Every remark on a text, open ones first."""
    semua = penulisan.narasi.komentar.select_related("oleh", "selesai_oleh")
    return sorted(semua, key=lambda k: (k.selesai_pada is not None, k.pk))


@dataclass(frozen=True, slots=True)
class Potongan:
    """A stretch of words that stayed ("sama"), came ("tambah") or went ("hapus")."""

    jenis: str
    teks: str


def compare_teks(lama: str, baru: str) -> tuple[Potongan, ...]:
    """What changed from one text to the other, word by word; spaces belong to the word before them."""
    return tuple(_banding(_belah(lama), _belah(baru)))


def _belah(teks: str) -> list[str]:
    return _KATA.findall(teks)


def _banding(lama: list[str], baru: list[str]) -> Iterator[Potongan]:
    # Long texts repeat spaces and "dan": treated as junk they would tear words apart.
    pembanding = difflib.SequenceMatcher(None, lama, baru, autojunk=False)
    for jenis, a, b, c, d in pembanding.get_opcodes():
        if jenis == "equal":
            yield Potongan("sama", "".join(lama[a:b]))
            continue
        if hapus := "".join(lama[a:b]):
            yield Potongan("hapus", hapus)
        if tambah := "".join(baru[c:d]):
            yield Potongan("tambah", tambah)
