"""The declared sheets fit the tables behind them."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from kinerja.anggaran.models import (
    AnggaranBelanja,
    AnggaranBulanan,
    AnggaranSasaran,
    CapaianOutput,
    Kontrak,
    PaguBelanja,
    PaguSatker,
    RevisiDipa,
    RincianOutput,
    SkorAnggaran,
    Spm,
    UangPersediaan,
)
from kinerja.organisasi.models import JumlahPegawai, RiwayatSatker, Satker, UnitEselonI, UnitKerja
from kinerja.pelaporan import queries
from kinerja.pelaporan.kelengkapan import NARASI_BAGIAN
from kinerja.pelaporan.models import Narasi, TabelPendukung
from kinerja.pelaporan.queries import NARASI_INDIKATOR
from kinerja.pengukuran.models import Realisasi
from kinerja.perencanaan.models import (
    AnggaranPerjanjian,
    GarisJabatan,
    Indikator,
    Jabatan,
    KaitanLintas,
    Komponen,
    LembarIku,
    Misi,
    PemangkuJabatan,
    PenanggungJawab,
    PerjanjianKinerja,
    RencanaAksi,
    Renstra,
    Sasaran,
    TahapAksi,
    Target,
    Tujuan,
)
from kinerja.pertukaran.lembar import BUKU, LEMBAR_IKU, Jenis, Kolom, Lembar, cari_lembar
from kinerja.pertukaran.operations import _PENERJEMAH
from kinerja.pertukaran.petunjuk import BAGIAN_INDIKATOR, BAGIAN_LAPORAN, BAGIAN_TABEL
from kinerja.pertukaran.rujukan import LEMBAR_RUJUKAN, Rujukan
from kinerja.pertukaran.templat import _FORMAT_ANGKA
from kinerja.survei.models import HasilUnsur, InstrumenSurvei, Survei, UnsurSurvei

MODEL: dict[str, tuple[type[models.Model], ...]] = {
    "Unit Eselon I": (UnitEselonI,),
    "Satker": (Satker, RiwayatSatker),
    "Unit Kerja": (UnitKerja,),
    "Pegawai": (JumlahPegawai,),
    "Jabatan": (Jabatan, GarisJabatan),
    "Pemangku Jabatan": (PemangkuJabatan,),
    "Renstra": (Renstra,),
    "Misi": (Misi,),
    "Tujuan": (Tujuan,),
    "Sasaran": (Sasaran,),
    "Kaitan Lintas": (KaitanLintas,),
    "Indikator": (Indikator,),
    "Lembar IKU": (LembarIku,),
    "Penanggung Jawab": (PenanggungJawab,),
    "Komponen": (Komponen,),
    "Target": (Target,),
    "Rencana Aksi": (RencanaAksi,),
    "Tahap Aksi": (TahapAksi,),
    "Realisasi": (Realisasi,),
    "Anggaran Sasaran": (AnggaranSasaran,),
    "Anggaran Belanja": (AnggaranBelanja,),
    "Pagu Satker": (PaguSatker,),
    "Skor Anggaran": (SkorAnggaran,),
    "Revisi DIPA": (RevisiDipa, PaguBelanja),
    "Anggaran Bulanan": (AnggaranBulanan,),
    "Rincian Output": (RincianOutput,),
    "Capaian Output": (CapaianOutput,),
    "Kontrak": (Kontrak,),
    "SPM": (Spm,),
    "Uang Persediaan": (UangPersediaan,),
    "Instrumen Survei": (InstrumenSurvei,),
    "Unsur Survei": (UnsurSurvei,),
    "Hasil Survei": (Survei,),
    "Hasil Unsur": (HasilUnsur,),
    "Perjanjian": (PerjanjianKinerja,),
    "Anggaran Perjanjian": (AnggaranPerjanjian,),
    "Narasi": (Narasi,),
    "Tabel Pendukung": (TabelPendukung,),
}
SEMUA = [pytest.param(lembar, id=lembar.nama) for lembar in BUKU]
TERBESAR = {models.PositiveSmallIntegerField: 2**15 - 1, models.PositiveIntegerField: 2**31 - 1}


def find_medan(lembar: Lembar, kolom: Kolom) -> models.Field | None:
    for model in MODEL[lembar.nama]:
        try:
            return model._meta.get_field(kolom.kunci)
        except FieldDoesNotExist:
            continue
    return None


def test_setiap_lembar_punya_penerjemah_dan_tabel():
    assert list(_PENERJEMAH) == list(BUKU)
    assert list(MODEL) == [lembar.nama for lembar in BUKU]


@pytest.mark.parametrize("lembar", SEMUA)
def test_yang_terbaca_muat_di_tabelnya(lembar):
    for kolom in lembar.kolom:
        medan = find_medan(lembar, kolom)
        if isinstance(medan, models.CharField) and kolom.jenis is not Jenis.PILIHAN:
            assert kolom.panjang <= medan.max_length, kolom.judul
        if type(medan) in TERBESAR and kolom.jenis is Jenis.BULAT:
            assert kolom.terbesar <= TERBESAR[type(medan)], kolom.judul
        if isinstance(medan, models.CharField) and kolom.jenis is Jenis.PILIHAN:
            assert max(map(len, kolom.pilihan)) <= medan.max_length, kolom.judul
            assert not medan.choices or set(kolom.pilihan) <= {nilai for nilai, _ in medan.choices}


@pytest.mark.parametrize("lembar", SEMUA)
def test_kolom_dinyatakan_dengan_benar(lembar):
    kunci = [k.kunci for k in lembar.kolom]
    assert len(set(kunci)) == len(kunci)
    # One alone is no sign of the sheet; `baca` then looks for most of the others.
    assert sum(k.wajib for k in lembar.kolom) >= (1 if lembar is LEMBAR_IKU else 2)
    assert {*lembar.tunggal, *(k for nama in lembar.sebutan for k in nama)} <= set(kunci)
    for kolom in lembar.kolom:
        assert bool(kolom.pilihan) == (kolom.jenis is Jenis.PILIHAN)
        assert not (kolom.wajib and kolom.bawaan)


def test_bagian_narasi_ialah_yang_dicetak_laporan():
    wajib = {*NARASI_BAGIAN, *NARASI_INDIKATOR}
    naskah = "".join(b.read_text() for b in Path(queries.__file__).parent.rglob("*.py"))
    diambil = set(
        re.findall(
            r"(?:convert_narasi\(self\.data, |ambil_narasi\(|tulis_narasi\(data, |\._narasi\()\"([a-z_]+)\"",
            naskah,
        )
    )
    assert len(diambil) > 15
    assert {*BAGIAN_LAPORAN, *BAGIAN_INDIKATOR} == wajib | diambil
    assert set(NARASI_BAGIAN) <= set(BAGIAN_LAPORAN)
    assert set(NARASI_INDIKATOR) <= set(BAGIAN_INDIKATOR)


def test_bagian_tabel_ialah_yang_dicetak_laporan():
    naskah = "".join(b.read_text() for b in Path(queries.__file__).parent.rglob("*.py"))
    diambil = set(re.findall(r"list_tabel_pendukung\(data, \"([a-z_]+)\"", naskah))
    assert diambil <= set(BAGIAN_TABEL) <= diambil | set(BAGIAN_LAPORAN)


def test_setiap_rujukan_tahu_lembarnya():
    peta = {nama for nama in vars(Rujukan) if not nama.startswith("_")} - {"lupakan", "kunci_satker"}
    assert set(LEMBAR_RUJUKAN) == peta


@pytest.mark.parametrize("lembar", SEMUA)
def test_rujukan_sampai_ke_nama_yang_mungkin(lembar):
    """A reference is as long as the longest name it may hold; a shorter one would never be found."""
    panjang = {"satker": 60, "unit": 20, "renstra": 250, "sasaran": 30, "indikator": 30, "induk": 80}
    for kolom in lembar.kolom:
        if kolom.jenis is Jenis.RUJUKAN:
            assert kolom.panjang >= panjang.get(kolom.kunci, 30)
            assert kolom.kunci in ("induk", "dari", "ke") or hasattr(Rujukan, kolom.kunci)


def test_format_angka_untuk_setiap_jenis_berangka():
    assert set(_FORMAT_ANGKA) == set(Jenis) - {
        Jenis.TEKS, Jenis.KUNCI, Jenis.KODE, Jenis.RUJUKAN, Jenis.PILIHAN
    }  # fmt: skip


@pytest.mark.parametrize("nama", ["Realisasi", " realisasi ", "REALISASI"])
def test_nama_lembar_dikenali(nama):
    assert cari_lembar(nama).nama == "Realisasi"
    assert cari_lembar("Realisasi 2023") is None
