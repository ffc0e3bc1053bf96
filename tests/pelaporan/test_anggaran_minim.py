"""Budgets, scores and efficiency of an office that has only some of them."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.basisdata.dunia import (
    make_belanja,
    make_pilihan,
    make_realisasi,
    make_skor,
)
from tests.pelaporan.test_kantor_minim import susun
from tests.pelaporan.test_susunan import baca, bagian, isi, tabel

from kinerja.anggaran.models import AnggaranSasaran
from kinerja.aturan.efisiensi import RumusEfisiensi
from kinerja.pelaporan.queries import get_data_laporan

pytestmark = pytest.mark.django_db


def test_realisasi_melebihi_pagu_diberi_catatan(dunia):
    AnggaranSasaran.objects.create(
        sasaran=dunia.sasaran, satker=dunia.satker, tahun=2023, pagu=100, realisasi=101
    )
    make_realisasi(dunia, nilai=Decimal(90))
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    t = tabel(dokumen, "tabel-anggaran-sasaran")
    assert t.catatan.startswith("Realisasi melebihi pagu pada SK.1;")
    assert isi(t)[0][1:] == ("Rp100", "Rp101", "101,00%", "−Rp1")


@pytest.mark.parametrize(
    ("pagu", "kalimat"),
    [
        (100, None),
        (
            130,
            "Jumlah menurut jenis belanja ini tidak sama dengan jumlah menurut sasaran kegiatan (pagu Rp100, realisasi "
            "Rp90): pagunya Rp30 lebih besar dan realisasinya sama besar.",
        ),
        (
            95,
            "Jumlah menurut jenis belanja ini tidak sama dengan jumlah menurut sasaran kegiatan (pagu Rp100, realisasi "
            "Rp90): pagunya Rp5 lebih kecil dan realisasinya sama besar.",
        ),
    ],
)
def test_dua_jumlah_anggaran_dibandingkan(dunia, pagu, kalimat):
    AnggaranSasaran.objects.create(
        sasaran=dunia.sasaran, satker=dunia.satker, tahun=2023, pagu=100, realisasi=90
    )
    make_belanja(dunia, pagu=pagu, realisasi=90)
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    teks = [baca(b) for b in bagian(dokumen, "anggaran-belanja").isi]
    tidak_sama = [t for t in teks if "tidak sama" in t]
    lihat = " Lihat <tabel-anggaran-sasaran>."
    assert tidak_sama == ([] if kalimat is None else [f"{kalimat}{lihat}"])
    ikhtisar = "".join(map(baca, bagian(dokumen, "ikhtisar").isi))
    assert ("tidak sama" in ikhtisar) is (kalimat is not None)
    assert kalimat is None or kalimat in ikhtisar


def test_belanja_hanya_tahun_lalu(dunia):
    make_belanja(dunia, tahun=2022, pagu=100, realisasi=90)
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    assert "90,00%" in {sel for b in tabel(dokumen, "tabel-anggaran-belanja").baris for sel in b.sel}


def test_arah_serapan(dunia):
    for tahun, jenis, realisasi in (
        (2022, "51", 90),
        (2023, "51", 91),
        (2022, "52", 90),
        (2023, "52", 89),
        (2022, "53", 90),
        (2023, "53", 90),
    ):
        make_belanja(dunia, tahun=tahun, jenis=jenis, pagu=100, realisasi=realisasi)
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    teks = [baca(b) for b in bagian(dokumen, "anggaran-belanja").isi]
    assert "Serapan belanja pegawai naik 1,00 poin, dari 90,00% menjadi 91,00%." in teks
    assert "Serapan belanja barang turun 1,00 poin, dari 90,00% menjadi 89,00%." in teks
    assert "Serapan belanja modal tetap 90,00%." in teks


def test_skor_kantor_sendiri_tanpa_rata_rata(dunia):
    for instrumen in ("smart", "ikpa"):
        make_skor(dunia, instrumen=instrumen, nilai=Decimal(95))
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    kalimat = baca(bagian(dokumen, "nka").isi[0])
    assert kalimat == (
        "Nilai Kinerja Anggaran Kantor Wilayah Contoh tahun 2023 adalah 95,00 dengan predikat Sangat Baik."
    )


@pytest.mark.parametrize(
    ("rumus", "efisiensi"),
    [(RumusEfisiensi.PMK, "10,00%"), (RumusEfisiensi.SELISIH, "10,00 poin"), (RumusEfisiensi.RASIO, "0,90")],
)
def test_rumus_efisiensi_pilihan_instansi(dunia, rumus, efisiensi):
    AnggaranSasaran.objects.create(
        sasaran=dunia.sasaran, satker=dunia.satker, tahun=2023, pagu=100, realisasi=90
    )
    make_realisasi(dunia, nilai=Decimal(80))
    make_pilihan(dunia, kode="rumus_efisiensi", nilai=rumus)
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    assert isi(tabel(dokumen, "tabel-efisiensi"))[0][-1] == efisiensi
    kalimat = baca(bagian(dokumen, "ikk-sk-1-1-6").isi[0])
    assert (
        f"terserap 90,00% untuk capaian 100,00%, sehingga efisiensinya {efisiensi} menurut rumus " in kalimat
    )


def test_capaian_negatif_tanpa_efisiensi(dunia):
    AnggaranSasaran.objects.create(
        sasaran=dunia.sasaran, satker=dunia.satker, tahun=2023, pagu=100, realisasi=90
    )
    make_realisasi(dunia, nilai=Decimal(-80))
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    assert baca(bagian(dokumen, "ikk-sk-1-1-6").isi[0]) == (
        "Anggaran sasaran indikator ini terserap 90,00%. Capaian nol atau negatif: efisiensi tidak terhitung. "
        "Lihat <tabel-efisiensi>."
    )
    assert "AHU" not in tabel(dokumen, "tabel-capaian-sasaran").catatan
    assert "SK.1.1: Capaian negatif: dihitung 0%" in tabel(dokumen, "tabel-capaian-sasaran").catatan


def test_predikat_nka_tanpa_skala(data_contoh):
    nka = replace(data_contoh.nka, predikat=None)
    dokumen, _ = susun(replace(data_contoh, nka=nka))
    assert " dengan predikat " not in baca(bagian(dokumen, "nka").isi[0])
    assert "Predikat nilai kinerja anggaran PMK 62/2023" not in {
        b[0] for b in isi(tabel(dokumen, "tabel-aturan"))
    }
