"""Which sheet a cell belongs to, and how sheets hang together: satker, division, office."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from kinerja.alur.wewenang import Letak, Tempat
from kinerja.aturan.peralihan import Status
from kinerja.organisasi.models import RiwayatSatker, TingkatUnitKerja, UnitKerja
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pengukuran.models import LembarPengukuran, PelaporIndikator
from kinerja.perencanaan.models import Komponen


@dataclass(frozen=True, slots=True)
class KunciLembar:
    """The natural key of a sheet."""

    satker_id: int
    unit_kerja_id: int | None
    tahun: int
    bulan: int


def get_letak(lembar: LembarPengukuran) -> Letak:
    """Where a stored sheet lies."""
    if lembar.unit_kerja_id is not None:
        tempat = Tempat.DIVISI
    else:
        # Only the office's own sheet has nothing above it.
        tempat = Tempat.SATKER if lembar.induk_id is not None else Tempat.KANTOR
    return Letak(tempat, lembar.satker_id, lembar.tahun, lembar.unit_kerja_id)


class PetaPelapor:
    """Who reports what in one year, and to which division and office."""

    def __init__(self, tahun: int, satker: Collection[int] | None = None) -> None:
        self.tahun = tahun
        baris = PelaporIndikator.objects.filter(tahun=tahun)
        if satker is not None:
            baris = baris.filter(satker__in=satker)
        pj = "indikator__penanggung_jawab"
        semua = baris.values_list("satker_id", "indikator_id", f"{pj}_id", f"{pj}__satker_id").order_by(
            "satker_id", "indikator__sasaran__unit__urutan", "indikator__urutan", "indikator_id"
        )
        self.pasangan: dict[tuple[int, int], int | None] = {}
        self._milik_sendiri: dict[tuple[int, int], int] = {}
        for satker_id, indikator_id, unit, satker_unit in semua:
            self.pasangan[satker_id, indikator_id] = unit
            if unit is not None and satker_unit == satker_id:
                self._milik_sendiri[satker_id, indikator_id] = unit

    @cached_property
    def _unit(self) -> dict[int, UnitKerja]:
        return {u.pk: u for u in UnitKerja.objects.all()}

    @cached_property
    def komponen(self) -> dict[int, list[int]]:
        """indikator id -> its komponen (ids) in order, read once for all sheets."""
        baris = Komponen.objects.filter(indikator__in={i for _, i in self.pasangan}).order_by("urutan", "pk")
        hasil: dict[int, list[int]] = {}
        for indikator_id, pk in baris.values_list("indikator_id", "pk"):
            hasil.setdefault(indikator_id, []).append(pk)
        return hasil

    def is_pelapor(self, satker_id: int, indikator_id: int) -> bool:
        return (satker_id, indikator_id) in self.pasangan

    def get_unit(self, satker_id: int, indikator_id: int) -> int | None:
        """The division whose sheet holds that indikator at that satker; None: the satker's one sheet."""
        return self._milik_sendiri.get((satker_id, indikator_id))

    def list_indikator(self, satker_id: int, unit_kerja_id: int | None) -> list[int]:
        """The indikator on one sheet, in order of the plan."""
        return [i for s, i in self.pasangan if s == satker_id and self.get_unit(s, i) == unit_kerja_id]

    def list_sumber(self) -> list[tuple[int, int | None]]:
        """Every (satker, division) that owes a sheet."""
        return list(dict.fromkeys((s, self.get_unit(s, i)) for s, i in self.pasangan))

    def get_divisi(self, satker_id: int) -> UnitKerja | None:
        """The division another satker reports to: the one that answers for most of its indikator."""
        divisi = Counter(
            puncak.pk
            for (s, _), pj in self.pasangan.items()
            if s == satker_id and pj and (puncak := self._puncak(pj)).satker_id != satker_id
        )
        return self._unit[divisi.most_common(1)[0][0]] if divisi else None

    def get_divisi_di_atas(self, unit_kerja_id: int) -> int | None:
        """The division above a section of the same satker, None for a division itself."""
        puncak = self._puncak(unit_kerja_id)
        return None if puncak.pk == unit_kerja_id else puncak.pk

    def _puncak(self, unit_id: int) -> UnitKerja:
        unit = self._unit[unit_id]
        while unit.tingkat != TingkatUnitKerja.DIVISI and unit.induk_id is not None:
            unit = self._unit[unit.induk_id]
        return unit


@dataclass(frozen=True, slots=True)
class LembarTerbuka:
    """The months of one satker or division that were opened and are not locked: (month, status), in order."""

    nama: str
    bulan: tuple[tuple[int, str], ...]


def list_belum_terkunci(satker: Collection[int], tahun: int) -> list[LembarTerbuka]:
    """Every satker (id) or division with such months in that year, by name."""
    baris = LembarPengukuran.objects.filter(satker__in=satker, tahun=tahun).exclude(status=Status.DIKUNCI)
    semua = list(baris.select_related("satker", "unit_kerja").order_by("bulan"))
    nama = sebut_lembar(semua)
    bulan: dict[tuple[str, int, int | None], list[tuple[int, str]]] = {}
    for satu in semua:
        kunci = (nama[satu.pk], satu.satker_id, satu.unit_kerja_id)
        bulan.setdefault(kunci, []).append((satu.bulan, satu.status))
    return [
        LembarTerbuka(kunci[0], tuple(isi)) for kunci, isi in sorted(bulan.items(), key=lambda p: p[0][0])
    ]


def sebut_lembar(lembar: Iterable[LembarPengukuran]) -> dict[int, str]:
    """How people call each sheet: the division or the satker by its short name in that year."""
    semua = list(lembar)
    nama = _baca_nama({(s.satker_id, s.tahun) for s in semua})
    return {
        s.pk: s.unit_kerja.nama if s.unit_kerja else nama.get((s.satker_id, s.tahun), str(s.satker))
        for s in semua
    }


def _baca_nama(kunci: Collection[tuple[int, int]]) -> dict[tuple[int, int], str]:
    satker = {s for s, _ in kunci}
    return {
        (r.satker_id, tahun): r.nama_singkat
        for tahun in {t for _, t in kunci}
        for r in RiwayatSatker.objects.pada(get_akhir_tahun(tahun)).filter(satker__in=satker)
    }
