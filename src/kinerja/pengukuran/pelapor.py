"""Who should report what: a proposal from what is known, for a person to accept."""

from collections import defaultdict

from kinerja.organisasi.models import Satker
from kinerja.organisasi.queries import get_akhir_tahun, list_bawahan
from kinerja.pengukuran.models import Realisasi
from kinerja.perencanaan.models import JenisTarget, Target, TingkatSasaran


def suggest_pelapor(kantor: Satker, tahun: int) -> dict[int, tuple[int, ...]]:
    """indikator id -> satker ids: those that had figures in the newest year before, else the office itself.

    Only indikator kegiatan the office promised for `tahun`. Nothing is stored (see `set_pelapor`).
    """
    dijanjikan = Target.objects.filter(
        satker=kantor, tahun=tahun, jenis=JenisTarget.PK, indikator__sasaran__tingkat=TingkatSasaran.KEGIATAN
    ).values_list("indikator_id", flat=True)
    bawahan = [r.satker_id for r in list_bawahan(kantor, get_akhir_tahun(tahun))]
    pernah: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    fakta = Realisasi.objects.filter(
        satker__in=bawahan, tahun__lte=tahun, komponen__indikator__in=list(dijanjikan)
    ).order_by()
    for indikator_id, t, satker_id in fakta.values_list(
        "komponen__indikator_id", "tahun", "satker_id"
    ).distinct():
        pernah[indikator_id][t].add(satker_id)
    return {i: _terbaru(pernah[i]) or (kantor.pk,) for i in dijanjikan}


def _terbaru(per_tahun: dict[int, set[int]]) -> tuple[int, ...]:
    return tuple(sorted(per_tahun[max(per_tahun)])) if per_tahun else ()
