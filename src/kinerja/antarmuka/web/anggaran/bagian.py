"""What the pages about money share: which satker of the office, and how a term of a score is printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from kinerja.anggaran.bulanan import SatkerKantor
from kinerja.antarmuka.web.kepala import Kepala, TidakAda, buka_kepala
from kinerja.aturan.parameter import RujukanAturan
from kinerja.aturan.skor.uraian import HasilSkor, Suku
from kinerja.dasar.cetak import cetak_angka, cetak_persen, cetak_rupiah
from kinerja.organisasi.queries import get_akhir_tahun, list_bawahan
from kinerja.pengukuran.cetak import TIDAK_ADA


@dataclass(frozen=True, slots=True)
class KepalaAnggaran:
    """The head of a page about money, and the satker of the office in the order of its tree."""

    kepala: Kepala
    bawahan: tuple[SatkerKantor, ...]

    def cari(self, kunci: str) -> SatkerKantor:
        """The satker of this office with that key. Raises TidakAda."""
        for satu in self.bawahan:
            if satu.satker.kunci == kunci:
                return satu
        kembali = reverse("anggaran", args=[self.kepala.kunci, self.kepala.tahun])
        raise TidakAda(_("Satuan kerja itu tidak ada di kantor ini."), (kembali, _("Lihat anggaran kantor")))


def buka_anggaran(request: HttpRequest, satker: str, tahun: int) -> KepalaAnggaran:
    """The office of a page for a reader who may see it. Raises TidakAda."""
    kepala = buka_kepala(request, satker, tahun)
    return KepalaAnggaran(kepala, tuple(list_bawahan(kepala.kantor.satker, get_akhir_tahun(tahun))))


@dataclass(frozen=True, slots=True)
class SukuCetak:
    """One term of a score, printed; `rincian` are the terms it was made of."""

    label: str
    nilai: str
    bobot: str
    sumbangan: str
    catatan: str
    aturan: RujukanAturan | None
    rincian: tuple[SukuCetak, ...]


def cetak_suku(suku: Suku, induk: RujukanAturan | None = None) -> SukuCetak:
    """The printed tree; a rule is named where it differs from that of the term above."""
    return SukuCetak(
        suku.label,
        cetak_nilai(suku.nilai, suku.satuan),
        TIDAK_ADA if suku.bobot is None else cetak_persen(suku.bobot),
        TIDAK_ADA if suku.sumbangan is None else cetak_angka(suku.sumbangan, 2),
        suku.catatan,
        suku.aturan if suku.aturan != induk else None,
        tuple(cetak_suku(s, suku.aturan or induk) for s in suku.rincian),
    )


def cetak_nilai(nilai: Decimal | None, satuan: str = "") -> str:
    """A value in its unit; a dash where there is none."""
    if nilai is None:
        return TIDAK_ADA
    if satuan == "rupiah":
        return cetak_rupiah(nilai)
    if satuan == "%":
        return cetak_persen(nilai)
    angka = cetak_angka(nilai, 2) if nilai != nilai.to_integral_value() else cetak_angka(nilai)
    return f"{angka} {satuan}".rstrip()


@dataclass(frozen=True, slots=True)
class SkorCetak:
    """A computed score, printed, with its tree and what was odd about its inputs."""

    nilai: str
    predikat: str
    suku: SukuCetak
    temuan: tuple[str, ...]


def cetak_hasil(hasil: HasilSkor | None) -> SkorCetak | None:
    """The printed score; None stays None."""
    if hasil is None:
        return None
    return SkorCetak(
        cetak_nilai(hasil.nilai),
        hasil.predikat.nama if hasil.predikat else "",
        cetak_suku(hasil.uraian),
        tuple(f"{t.pesan} {t.cara}".strip() for t in hasil.temuan),
    )


def list_pilihan(bawahan: Sequence[SatkerKantor]) -> list[tuple[str, str]]:
    """(key, name) for a list to choose from."""
    return [(b.satker.kunci, b.nama_singkat) for b in bawahan]
