"""The drawings of the pages, made by the same code as those of the report.

That code words legends, axes and footnotes in Indonesian, so a drawing stays Indonesian as a whole, whatever the
language of its page; the table beside it says the same.
"""

from collections.abc import Sequence
from decimal import Decimal

from django.utils.safestring import SafeString, mark_safe

from kinerja.anggaran.queries import Serapan, SerapanBelanja
from kinerja.dasar.cetak import cetak_persen, cetak_rupiah_ringkas
from kinerja.dokumen.grafik import gambar_svg
from kinerja.dokumen.model import BaganBatang, Deret
from kinerja.pengukuran.cetak import TIDAK_ADA, beri_satuan, cetak_nilai, cetak_target, tandai_sasaran
from kinerja.pengukuran.queries import HasilSasaran, HasilTahun

SERATUS = Decimal(100)


def gambar_sasaran(hasil: Sequence[HasilSasaran]) -> SafeString:
    """Mean capaian of every sasaran as bars, coloured by whether it reaches 100 %."""
    nilai = tuple(h.capaian.nilai for h in hasil)
    label = tuple(TIDAK_ADA if n is None else cetak_persen(n) for n in nilai)
    bagan = BaganBatang(
        kategori=tuple(h.sasaran.kode for h in hasil),
        deret=(Deret("Rata-rata capaian", nilai),),
        label=(label,),
        satuan="%",
        garis_acuan=SERATUS,
        label_acuan="100%",
        mendatar=True,
        status=tuple(tandai_sasaran(h.capaian).kode for h in hasil),
    )
    rincian = "; ".join(f"{h.sasaran.kode} {teks}" for h, teks in zip(hasil, label, strict=True))
    return _gambar(bagan, "Rata-rata capaian tiap sasaran", rincian)


def gambar_belanja(belanja: Sequence[SerapanBelanja], tahun: int) -> SafeString:
    """Spending by jenis belanja in two years."""
    deret = (
        Deret(str(tahun - 1), tuple(_rupiah(b.lalu) for b in belanja)),
        Deret(str(tahun), tuple(_rupiah(b.kini) for b in belanja)),
    )
    label = tuple(tuple(TIDAK_ADA if n is None else cetak_rupiah_ringkas(n) for n in d.nilai) for d in deret)
    bagan = BaganBatang(kategori=tuple(b.nama for b in belanja), deret=deret, label=label, satuan="rupiah")
    rincian = "; ".join(
        f"{b.nama} {tahun - 1} {lalu}, {tahun} {kini}" for b, lalu, kini in zip(belanja, *label, strict=True)
    )
    return _gambar(bagan, "Realisasi belanja menurut jenis", rincian)


def _rupiah(serapan: Serapan | None) -> Decimal | None:
    return None if serapan is None else Decimal(serapan.realisasi)


def gambar_deret(tahun: Sequence[HasilTahun], satuan: str) -> SafeString:
    """Target and realisasi of one indikator over the years."""
    target = tuple(t.target.nilai if t.target else None for t in tahun)
    realisasi = tuple(t.realisasi for t in tahun)
    label = (
        tuple(cetak_target(t.target, satuan) for t in tahun),
        tuple(cetak_nilai(r, satuan) for r in realisasi),
    )
    bagan = BaganBatang(
        kategori=tuple(str(t.tahun) for t in tahun),
        deret=(Deret("Target", target), Deret("Realisasi", realisasi)),
        label=tuple(tuple(teks.removesuffix(beri_satuan("", satuan)) for teks in d) for d in label)
        if satuan != "%"
        else label,
        satuan=satuan,
    )
    rincian = "; ".join(f"{t.tahun} target {a} realisasi {b}" for t, a, b in zip(tahun, *label, strict=True))
    return _gambar(bagan, "Target dan realisasi per tahun", rincian)


def _gambar(bagan: BaganBatang, judul: str, alt: str) -> SafeString:
    # The writer escapes every text it is given; the result holds no style and no script.
    return mark_safe(gambar_svg(bagan, judul=judul, alt=alt))
