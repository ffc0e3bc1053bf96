"""Everything the report of one office and year is made of, read once."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import prefetch_related_objects

from kinerja.anggaran.bulanan import Arus, list_arus
from kinerja.anggaran.queries import (
    NkaKantor,
    SerapanBelanja,
    SerapanSasaran,
    SkorSatker,
    compute_nka_kantor,
    list_anggaran_belanja,
    list_anggaran_sasaran,
    list_skor,
)
from kinerja.anggaran.uraian import UraianSatker, list_uraian
from kinerja.dokumen.model import Citra
from kinerja.organisasi.models import RiwayatSatker, Satker, UnitKerja
from kinerja.organisasi.pengaturan import PembacaPengaturan, PengaturanBerlaku
from kinerja.organisasi.queries import get_akhir_tahun, get_nama, list_bawahan, sum_pegawai
from kinerja.pelaporan.gambar import GudangGambar
from kinerja.pelaporan.models import Narasi, TabelPendukung
from kinerja.pelaporan.riwayat import RevisiCetak, list_revisi_cetak
from kinerja.pengukuran.queries import LENGKAP, HasilSasaran, Permintaan, compute_kinerja
from kinerja.perencanaan.models import JenisTarget, PerjanjianKinerja, Renstra, Target, TingkatSasaran
from kinerja.perencanaan.perjanjian.queries import PerjanjianBeku, list_perjanjian_beku
from kinerja.perencanaan.rencana import read_jabatan
from kinerja.survei.queries import HasilSurvei, list_survei_kantor

STANDAR_NASIONAL = "standar_nasional"
TIDAK_ADA_STANDAR = "tidak_ada"
NARASI_INDIKATOR = {
    STANDAR_NASIONAL: "Perbandingan dengan standar nasional",
    "penyebab": "Analisis penyebab",
    "efisiensi": "Analisis efisiensi penggunaan sumber daya",
    "program": "Analisis program/kegiatan penunjang",
}
"""What must be written for every indikator (PermenPANRB 53/2014 Lampiran II), by `Narasi.bagian`."""


class TidakAdaKinerja(LookupError):
    """The office promised nothing in that year, so there is nothing to report."""


@dataclass(frozen=True, slots=True)
class DataLaporan:
    """All facts and texts of one report."""

    satker: Satker
    tahun: int
    nama: str
    pengaturan: PengaturanBerlaku
    kinerja: tuple[HasilSasaran, ...]
    bawahan: tuple[RiwayatSatker, ...]
    pegawai: Mapping[str, Mapping[int, Mapping[str, int]]]
    unit_kerja: tuple[UnitKerja, ...]
    renstra: Renstra
    perjanjian: tuple[PerjanjianKinerja, ...]
    janji: tuple[Target, ...]
    anggaran: tuple[SerapanSasaran, ...]
    belanja: tuple[SerapanBelanja, ...]
    skor: tuple[SkorSatker, ...]
    nka: NkaKantor | None
    narasi: Mapping[tuple[str, int | None], str]
    tabel: Mapping[str | int, tuple[TabelPendukung, ...]]
    gambar: Mapping[str, Citra] = field(default_factory=dict)
    revisi: tuple[RevisiCetak, ...] = ()
    arus: Arus | None = None
    uraian: tuple[UraianSatker, ...] = ()
    perjanjian_beku: Mapping[int, PerjanjianBeku] = field(default_factory=dict)
    """perjanjian id -> its signed version in force; what is not there is printed as it was entered."""
    survei: Mapping[int, tuple[HasilSurvei, ...]] = field(default_factory=dict)
    jabatan: Mapping[int, str] = field(default_factory=dict)
    """indikator id -> the jabatan that answers for it at the end of the year, where one was named."""

    def ambil_narasi(self, bagian: str, indikator: int | None = None) -> str:
        """The text people wrote; "" for a gap."""
        return self.narasi.get((bagian, indikator), "")


def get_data_laporan(satker: Satker, tahun: int, permintaan: Permintaan = LENGKAP) -> DataLaporan:
    """Read everything the LKjIP of `satker` in `tahun` needs, or as much of its kinerja as is asked for.

    Raises TidakAdaKinerja.
    """
    akhir = get_akhir_tahun(tahun)
    bawahan = tuple(list_bawahan(satker, akhir))
    pembaca = PembacaPengaturan(satker.pk)
    kinerja = compute_kinerja(satker, tahun, permintaan, pengaturan=pembaca, bawahan=bawahan)
    nama = get_nama(satker, akhir)
    if not kinerja:
        raise TidakAdaKinerja(
            f"{nama} belum mempunyai target Perjanjian Kinerja tahun {tahun}. Isi lembar Target, lalu impor."
        )
    pengaturan = pembaca.pada(tahun)
    skor = list_skor(bawahan, tahun, pengaturan)
    arus = list_arus(satker, (tahun - 1, tahun))
    renstra = kinerja[0].sasaran.renstra
    prefetch_related_objects([renstra], "misi")
    return DataLaporan(
        satker=satker,
        tahun=tahun,
        nama=nama,
        pengaturan=pengaturan,
        kinerja=kinerja,
        bawahan=bawahan,
        pegawai=sum_pegawai(bawahan, tahun),
        unit_kerja=tuple(satker.unit_kerja.all()),
        renstra=renstra,
        perjanjian=tuple(_list_perjanjian(satker, tahun)),
        janji=tuple(_list_janji(satker, tahun)),
        anggaran=list_anggaran_sasaran(satker, tahun),
        belanja=list_anggaran_belanja(satker, tahun, arus),
        skor=skor,
        nka=compute_nka_kantor(satker, skor, tahun, pengaturan),
        narasi=_baca_narasi(satker, tahun),
        tabel=_baca_tabel(satker, tahun),
        gambar=GudangGambar(satker, tahun),
        revisi=list_revisi_cetak(satker, tahun),
        arus=arus.get(tahun),
        uraian=list_uraian(skor, tahun, berbulan=tahun in arus, pengaturan=pengaturan),
        perjanjian_beku=list_perjanjian_beku(satker, tahun),
        survei=list_survei_kantor([b.satker_id for b in bawahan], tahun),
        jabatan=read_jabatan(satker, akhir),
    )


def list_narasi_terisi(satker: Satker, tahun: int) -> set[tuple[int, str]]:
    """(indikator id, bagian) of every text about an indikator that is not empty."""
    narasi = Narasi.objects.filter(satker=satker, tahun=tahun, indikator__isnull=False)
    return {(i, b) for i, b, isi in narasi.values_list("indikator_id", "bagian", "isi") if isi.strip()}


def _list_perjanjian(satker: Satker, tahun: int) -> list[PerjanjianKinerja]:
    perjanjian = PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun)
    return list(perjanjian.select_related("unit").prefetch_related("anggaran"))


def _list_janji(satker: Satker, tahun: int) -> list[Target]:
    """Every PK target, from sasaran strategis down to kegiatan, in the order of the plan."""
    janji = Target.objects.filter(satker=satker, tahun=tahun, jenis=JenisTarget.PK)
    urutan = {tingkat: n for n, tingkat in enumerate(TingkatSasaran.values)}
    return sorted(
        janji.select_related("indikator__sasaran__unit", "indikator__penanggung_jawab"),
        key=lambda t: (urutan[t.indikator.sasaran.tingkat], t.indikator.sasaran.urutan, t.indikator.urutan),
    )


def _baca_narasi(satker: Satker, tahun: int) -> dict[tuple[str, int | None], str]:
    medan = ("bagian", "indikator_id", "isi")
    baris = Narasi.objects.filter(satker=satker, tahun=tahun).values_list(*medan)
    return {(bagian, indikator): isi.strip() for bagian, indikator, isi in baris}


def _baca_tabel(satker: Satker, tahun: int) -> dict[str | int, tuple[TabelPendukung, ...]]:
    hasil: dict[str | int, list[TabelPendukung]] = defaultdict(list)
    for tabel in TabelPendukung.objects.filter(satker=satker, tahun=tahun):
        hasil[tabel.indikator_id or tabel.bagian].append(tabel)
    return {tempat: tuple(daftar) for tempat, daftar in hasil.items()}
