"""What plan and budget propose for a new agreement: budget lines by programme, the DIPA it rests on."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Sum

from kinerja.anggaran.models import AnggaranSasaran, PaguSatker, RevisiDipa
from kinerja.organisasi.models import Satker
from kinerja.perencanaan.models import PerjanjianKinerja
from kinerja.perencanaan.perjanjian.isi import AnggaranJanji, DipaJanji


def propose_anggaran(
    satker: Satker, tahun: int, unit: str, lingkup: Collection[str] = ()
) -> tuple[AnggaranJanji, ...]:
    """One line per sasaran of the unit that has a budget: its programme, its own words as activity, its pagu awal.

    Somebody replaces the words by the activity of the DIPA; the money is that of the budget.
    """
    baris = AnggaranSasaran.objects.filter(satker=satker, tahun=tahun, sasaran__unit__kode=unit)
    baris = baris.select_related("sasaran").order_by("sasaran__urutan")
    return tuple(
        AnggaranJanji(b.sasaran.program.split(";")[0].strip() or "–", b.sasaran.teks, b.pagu_awal or b.pagu)
        for b in baris
        if not lingkup or b.sasaran.kode in lingkup
    )


def propose_dipa(perjanjian: PerjanjianKinerja) -> DipaJanji:
    """The newest DIPA of the office in that year, with its pagu; empty where none was recorded."""
    satker, tahun = perjanjian.satker, perjanjian.tahun
    revisi = RevisiDipa.objects.filter(satker=satker, tahun=tahun).order_by("nomor").last()
    if revisi is None:
        pagu = PaguSatker.objects.filter(satker=satker, tahun=tahun).values_list("pagu", flat=True).first()
        return DipaJanji(pagu=pagu)
    pagu = revisi.pagu.aggregate(n=Sum("pagu"))["n"]
    return DipaJanji(f"DIPA revisi {revisi.nomor}" if revisi.nomor else "DIPA", revisi.tanggal, pagu)
