"""Drawings that stand on a page and in a document alike: one description, two renderings.

Like all drawings they stay Indonesian; the table beside them says the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe

from kinerja.anggaran.queries import SerapanSasaran
from kinerja.dasar.cetak import cetak_persen
from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.grafik import gambar_svg
from kinerja.dokumen.model import BaganBatang, Deret, Gambar
from kinerja.pengukuran.cetak import TIDAK_ADA
from kinerja.pengukuran.papan import BarisPapan
from kinerja.pengukuran.perjalanan import BulanKantor
from kinerja.pengukuran.queries import HasilSasaran
from kinerja.pengukuran.target_kinerja import KemajuanDivisi

SERATUS = Decimal(100)
_BULAN = range(1, 13)


@dataclass(frozen=True, slots=True)
class Lukisan:
    """One chart with its title and full text alternative."""

    id: str
    judul: str
    alt: str
    bagan: BaganBatang

    def svg(self) -> SafeString:
        """For a page. The writer escapes every text it is given; the result holds no style and no script."""
        return mark_safe(gambar_svg(self.bagan, judul=self.judul, alt=self.alt))

    def blok(self) -> Gambar:
        """For a document."""
        return Gambar(self.id, self.judul, self.alt, self.bagan)


def lukis_tren(bulan: Sequence[BulanKantor]) -> Lukisan:
    """Mean capaian from January to each month against the targets of the whole year."""
    nilai = tuple(b.rata.nilai for b in bulan)
    return _lukis(
        "tren",
        "Rata-rata capaian sampai dengan tiap bulan",
        tuple(nama_bulan(b.bulan)[:3] for b in bulan),
        (Deret("Rata-rata capaian", nilai),),
        mendatar=False,
    )


def lukis_anggaran(pasangan: Sequence[tuple[HasilSasaran, SerapanSasaran | None]]) -> Lukisan:
    """Capaian beside absorption of every sasaran."""
    return _lukis(
        "anggaran-kinerja",
        "Capaian dan serapan anggaran tiap sasaran",
        tuple(h.sasaran.kode for h, _ in pasangan),
        (
            Deret("Capaian", tuple(h.capaian.nilai for h, _ in pasangan)),
            Deret("Serapan", tuple(a.anggaran.persen if a else None for _, a in pasangan)),
        ),
        mendatar=True,
    )


def lukis_pengisian(baris: Sequence[BarisPapan]) -> Lukisan:
    """Share of filled cells in every month that has a sheet."""
    persen: dict[int, Decimal | None] = {}
    for bulan in _BULAN:
        sel = [b.baris.bulan[bulan] for b in baris if bulan in b.baris.bulan]
        seharusnya = sum(s.seharusnya for s in sel)
        if sel:
            terisi = sum(s.terisi for s in sel)
            persen[bulan] = Decimal(terisi * 100) / seharusnya if seharusnya else None
    return _lukis(
        "pengisian",
        "Sel terisi tiap bulan",
        tuple(nama_bulan(b)[:3] for b in persen),
        (Deret("Sel terisi", tuple(persen.values())),),
        mendatar=False,
    )


def lukis_target(divisi: Sequence[KemajuanDivisi]) -> Lukisan:
    """Evidence given, and the newest verified assessment, of every division."""
    bukti = tuple(Decimal(d.bukti * 100) / d.bukti_seharusnya if d.bukti_seharusnya else None for d in divisi)
    nilai = tuple(d.rata_verifikasi[max(d.rata_verifikasi)] if d.rata_verifikasi else None for d in divisi)
    return _lukis(
        "target-kinerja",
        "Kemajuan target kinerja tiap divisi",
        tuple(d.unit_kerja.nama for d in divisi),
        (Deret("Bukti bulanan", bukti), Deret("Penilaian terverifikasi", nilai)),
        mendatar=True,
    )


def _lukis(
    id_: str, judul: str, kategori: tuple[str, ...], deret: tuple[Deret, ...], *, mendatar: bool
) -> Lukisan:
    label = tuple(tuple(TIDAK_ADA if n is None else cetak_persen(n) for n in d.nilai) for d in deret)
    rincian = "; ".join(
        f"{nama} " + ", ".join(f"{d.nama.lower()} {teks[i]}" for d, teks in zip(deret, label, strict=True))
        for i, nama in enumerate(kategori)
    )
    bagan = BaganBatang(
        kategori=kategori,
        deret=deret,
        label=label,
        satuan="%",
        garis_acuan=SERATUS,
        label_acuan="100%",
        mendatar=mendatar,
    )
    return Lukisan(id_, judul, rincian or judul, bagan)
