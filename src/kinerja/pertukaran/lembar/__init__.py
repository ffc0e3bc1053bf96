"""The official workbook, declared once: the template writer and the reader both follow these sheets."""

from collections.abc import Iterator

from kinerja.pertukaran.lembar.aksi import RENCANA_AKSI, TAHAP_AKSI
from kinerja.pertukaran.lembar.anggaran import (
    ANGGARAN_BULANAN,
    CAPAIAN_OUTPUT,
    KONTRAK,
    REVISI_DIPA,
    RINCIAN_OUTPUT,
    SPM,
    UANG_PERSEDIAAN,
)
from kinerja.pertukaran.lembar.hasil import (
    ANGGARAN_BELANJA,
    ANGGARAN_SASARAN,
    NARASI,
    PAGU_SATKER,
    REALISASI,
    SKOR_ANGGARAN,
    TABEL_PENDUKUNG,
)
from kinerja.pertukaran.lembar.iku import LEMBAR_IKU, PENANGGUNG_JAWAB
from kinerja.pertukaran.lembar.jabatan import JABATAN, PEMANGKU_JABATAN
from kinerja.pertukaran.lembar.kolom import Jenis, Kolom, Lembar
from kinerja.pertukaran.lembar.organisasi import PEGAWAI, SATKER, UNIT, UNIT_KERJA
from kinerja.pertukaran.lembar.rencana import (
    ANGGARAN_PERJANJIAN,
    INDIKATOR,
    KAITAN_LINTAS,
    KOMPONEN,
    MISI,
    PERJANJIAN,
    RENSTRA,
    SASARAN,
    TARGET,
    TUJUAN,
)
from kinerja.pertukaran.lembar.survei import HASIL_SURVEI, HASIL_UNSUR, INSTRUMEN_SURVEI, UNSUR_SURVEI

__all__ = [
    "ANGGARAN_BELANJA",
    "ANGGARAN_BULANAN",
    "ANGGARAN_PERJANJIAN",
    "ANGGARAN_SASARAN",
    "BUKU",
    "CAPAIAN_OUTPUT",
    "HASIL_SURVEI",
    "HASIL_UNSUR",
    "INDIKATOR",
    "INSTRUMEN_SURVEI",
    "JABATAN",
    "KAITAN_LINTAS",
    "KOMPONEN",
    "KONTRAK",
    "LEMBAR_IKU",
    "MISI",
    "NARASI",
    "PAGU_SATKER",
    "PEGAWAI",
    "PEMANGKU_JABATAN",
    "PENANGGUNG_JAWAB",
    "PERJANJIAN",
    "REALISASI",
    "RENCANA_AKSI",
    "RENSTRA",
    "REVISI_DIPA",
    "RINCIAN_OUTPUT",
    "SASARAN",
    "SATKER",
    "SKOR_ANGGARAN",
    "SPM",
    "TABEL_PENDUKUNG",
    "TAHAP_AKSI",
    "TARGET",
    "TUJUAN",
    "UANG_PERSEDIAAN",
    "UNIT",
    "UNIT_KERJA",
    "UNSUR_SURVEI",
    "Jenis",
    "Kolom",
    "Lembar",
    "cari_lembar",
    "list_judul",
]

BUKU = (
    UNIT,
    SATKER,
    UNIT_KERJA,
    PEGAWAI,
    JABATAN,
    PEMANGKU_JABATAN,
    RENSTRA,
    MISI,
    TUJUAN,
    SASARAN,
    KAITAN_LINTAS,
    INDIKATOR,
    LEMBAR_IKU,
    PENANGGUNG_JAWAB,
    KOMPONEN,
    TARGET,
    RENCANA_AKSI,
    TAHAP_AKSI,
    REALISASI,
    ANGGARAN_SASARAN,
    ANGGARAN_BELANJA,
    PAGU_SATKER,
    SKOR_ANGGARAN,
    REVISI_DIPA,
    ANGGARAN_BULANAN,
    RINCIAN_OUTPUT,
    CAPAIAN_OUTPUT,
    KONTRAK,
    SPM,
    UANG_PERSEDIAAN,
    INSTRUMEN_SURVEI,
    UNSUR_SURVEI,
    HASIL_SURVEI,
    HASIL_UNSUR,
    PERJANJIAN,
    ANGGARAN_PERJANJIAN,
    NARASI,
    TABEL_PENDUKUNG,
)
"""Every sheet in the order of import: what is referred to comes before what refers to it."""


def cari_lembar(nama: str) -> Lembar | None:
    """The declared sheet of that name, ignoring case and outer blanks."""
    dicari = nama.strip().casefold()
    return next((lembar for lembar in BUKU if lembar.nama.casefold() == dicari), None)


def list_judul(kolom: Kolom) -> Iterator[str]:
    """Every header text by which `kolom` is recognised."""
    yield kolom.judul
    yield from kolom.sinonim
