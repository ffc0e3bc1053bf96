"""Who promised what, and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

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


def _list_nama(tahun: Mapping[int, list[int]]) -> dict[int, str]:
    riwayat = RiwayatSatker.objects.filter(satker__in=tahun).order_by("berlaku_dari")
    # Sorted by start, the last name that began within the newest year wins.
    return {r.satker_id: r.nama for r in riwayat if r.berlaku_dari <= get_akhir_tahun(tahun[r.satker_id][0])}
