"""Who promised what, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from kinerja.organisasi.models import RiwayatSatker, Satker
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.perencanaan.models import JenisTarget, Target, TingkatSasaran


@dataclass(frozen=True, slots=True)
class Kantor:
    """An office that promised something, with those years, newest first."""

    satker: Satker
    nama: str
    tahun: tuple[int, ...]


def list_kantor() -> tuple[Kantor, ...]:
    """Every satker that promised a sasaran kegiatan, by name in force in its newest year."""
    tahun: dict[int, list[int]] = defaultdict(list)
    for satker_id, satu in (
        Target.objects.filter(jenis=JenisTarget.PK, indikator__sasaran__tingkat=TingkatSasaran.KEGIATAN)
        .order_by("-tahun")
        .values_list("satker_id", "tahun")
        .distinct()
    ):
        tahun[satker_id].append(satu)
    satker = Satker.objects.filter(pk__in=tahun).in_bulk()
    nama = _list_nama(tahun)
    kantor = (Kantor(satker[s], nama.get(s, satker[s].kunci), tuple(t)) for s, t in tahun.items())
    return tuple(sorted(kantor, key=lambda k: k.nama))


def list_kantor_tanpa_janji(dicari: Collection[int], tahun: int) -> tuple[Kantor, ...]:
    """Satker without any PK target of a sasaran kegiatan: those of `dicari`, and all with a target in a Renstra."""
    berencana = Target.objects.filter(jenis=JenisTarget.RENSTRA).values("satker")
    janji = Target.objects.filter(jenis=JenisTarget.PK, indikator__sasaran__tingkat=TingkatSasaran.KEGIATAN)
    satker = Satker.objects.filter(Q(pk__in=dicari) | Q(pk__in=berencana)).exclude(
        pk__in=janji.values("satker")
    )
    semua = {s.pk: s for s in satker}
    nama = _list_nama(dict.fromkeys(semua, (tahun,)))
    kantor = (Kantor(s, nama.get(pk, s.kunci), (tahun,)) for pk, s in semua.items())
    return tuple(sorted(kantor, key=lambda k: k.nama))


def _list_nama(tahun: Mapping[int, Sequence[int]]) -> dict[int, str]:
    riwayat = RiwayatSatker.objects.filter(satker__in=tahun).order_by("berlaku_dari")
    # Sorted by start, the last name that began within the newest year wins.
    return {r.satker_id: r.nama for r in riwayat if r.berlaku_dari <= get_akhir_tahun(tahun[r.satker_id][0])}
