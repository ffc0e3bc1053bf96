"""The pages about money as their readers meet them: import to picture, every state, nothing stored by what if."""

import datetime
import re
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.anggaran.ekspor import make_csv, make_omspan
from tests.anggaran.kantor_bulanan import fill_bulan, fill_semua, list_kantor
from tests.basisdata.dunia import AWAL, make_belanja, make_riwayat, make_satker, make_skor, make_target
from tests.web.orang import login, make_orang

from kinerja.akses.izin import Peran
from kinerja.akses.operations import Tugas
from kinerja.anggaran.bulanan import get_arus
from kinerja.anggaran.models import AnggaranBulanan, PaguSatker, PemetaanSumber, SkorAnggaran, UnggahanSumber
from kinerja.dokumen.baca.xlsx import baca_xlsx
from kinerja.pelaporan.lkjip.anggaran_bulanan import compose_bulanan
from kinerja.pelaporan.models import CakupanLaporan

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]
ANGGARAN = "/kanwil-contoh/2023/anggaran/"


@pytest.fixture
def kantor(dunia):
    make_target(dunia)
    return dunia


@pytest.fixture
def penyusun(kantor) -> Client:
    klien = Client()
    login(klien, make_orang("penyusun", Tugas(Peran.PENYUSUN, kantor.satker)))
    return klien


def baca(klien: Client, alamat: str, **isi) -> str:
    jawaban = klien.get(ANGGARAN + alamat, isi)
    assert jawaban.status_code == 200
    return re.sub(r"\s+", " ", jawaban.content.decode())


def unggah(klien: Client, isi: bytes, jenis: str = "bulanan", nama: str = "ekspor.xlsx") -> str:
    berkas = SimpleUploadedFile(nama, isi)
    jawaban = klien.post(f"{ANGGARAN}impor/", {"berkas": berkas, "jenis": jenis, "sumber": "OM-SPAN"})
    assert jawaban.status_code == 302, jawaban.content.decode()
    return jawaban["Location"]


def test_tanpa_data_setiap_halaman_mengatakan_yang_kurang(penyusun):
    assert "Belum ada RPD dan realisasi bulanan" in baca(penyusun, "")
    assert "Belum ada skor SMART atau IKPA" in baca(penyusun, "skor/")
    assert "Tidak ada unsur maupun fakta" in baca(penyusun, "skor/kanwil-contoh/")
    assert "Tidak ada fakta atau unsur" in baca(penyusun, "andaian/kanwil-contoh/")
    assert "Belum ada angka yang tercatat dua kali" in baca(penyusun, "rekonsiliasi/")
    assert penyusun.get(f"{ANGGARAN}skor/entah/").status_code == 404
    assert penyusun.get(f"{ANGGARAN}?satker=entah").status_code == 404


def test_angka_setahun_tetap_tampak_tanpa_bulanan(kantor, penyusun):
    make_belanja(kantor, pagu=1_000_000, realisasi=900_000)
    halaman = baca(penyusun, "")
    assert "Rp900.000" in halaman
    assert "angka setahun" in halaman


def test_dari_berkas_sampai_grafik(penyusun):
    alamat = unggah(penyusun, make_omspan())
    halaman = re.sub(r"\s+", " ", penyusun.get(alamat).content.decode())
    assert "3 baris dibaca, 1 baris jumlah dilewati" in halaman
    assert "Realisasi negatif: dibaca sebagai koreksi" in halaman
    assert not AnggaranBulanan.objects.exists()
    jawaban = penyusun.post(alamat, {"aksi": "simpan"}, follow=True)
    assert "Tersimpan: 8 baru" in jawaban.content.decode()
    halaman = baca(penyusun, "", satker="kanwil-contoh")
    assert "−Rp300" in halaman
    assert "<svg" in halaman
    assert penyusun.get(alamat).status_code == 404


def test_pemetaan_diperbaiki_diperiksa_lalu_diingat(penyusun):
    isi = make_csv("Kode Satker;Akun;Periode Laporan;Terpakai", "100001;511111;2;9")
    alamat = unggah(penyusun, isi, nama="ekspor.csv")
    assert penyusun.post(alamat, {"aksi": "simpan"}).status_code == 422
    pilihan = {"kolom-2": "bulan", "kolom-3": "nilai", "ukuran": "rpd", "pengali": "1000", "kolom-0": "entah"}
    assert "Tidak ada kolom satker" in penyusun.post(alamat, pilihan | {"aksi": "periksa"}).content.decode()
    pilihan |= {"kolom-0": "satker", "aksi": "simpan", "pengali": "12"}
    assert penyusun.post(alamat, pilihan).status_code == 302
    baris = AnggaranBulanan.objects.get()
    assert (baris.bulan, baris.ukuran, baris.nilai) == (2, "rpd", 9)
    alamat = unggah(penyusun, isi.replace(b";9", b";10"), nama="ekspor.csv")
    assert penyusun.post(alamat, {"aksi": "simpan"}).status_code == 302
    assert AnggaranBulanan.objects.get().nilai == 10
    assert PemetaanSumber.objects.count() == 1
    assert "OM-SPAN" in baca(penyusun, "impor/")


def test_tabel_skor_bertanggal_dan_berkas_dibuang(penyusun):
    isi = make_csv("Kode Satker;Revisi DIPA;Nilai", "100001;10;97,4")
    alamat = unggah(penyusun, isi, "ikpa", "ikpa.csv")
    penyusun.post(alamat, {"aksi": "simpan", "per_tanggal": "2024-01-31"})
    assert SkorAnggaran.objects.get(unsur="nilai").per_tanggal == datetime.date(2024, 1, 31)
    alamat = unggah(penyusun, isi, "ikpa", "ikpa.csv")
    assert penyusun.post(alamat, {"aksi": "buang"}).status_code == 302
    assert not UnggahanSumber.objects.exists()


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        ({}, "Pilih berkasnya dahulu."),
        ({"berkas": b"%PDF-1.7 x", "jenis": "bulanan", "sumber": "A"}, "bukan XLSX atau CSV"),
        ({"berkas": b"x" * (20 * 2**20 + 1), "jenis": "bulanan", "sumber": "A"}, "lebih besar dari 20 MB"),
        ({"berkas": b"a;b", "jenis": "ramalan", "sumber": "A"}, "Isi nama sumber dan jenis isinya."),
    ],
)
def test_unggahan_yang_ditolak(penyusun, isi, pesan):
    if "berkas" in isi:
        isi = isi | {"berkas": SimpleUploadedFile("a.csv", isi["berkas"])}
    jawaban = penyusun.post(f"{ANGGARAN}impor/", isi)
    assert jawaban.status_code == 422
    assert pesan in jawaban.content.decode()


def test_laporan_yang_ditandatangani_tidak_diganti_dari_belakang(kantor, penyusun):
    CakupanLaporan.objects.create(satker=kantor.satker, induk=kantor.satker, tahun=2023, beku=True)
    jawaban = penyusun.post(unggah(penyusun, make_omspan()), {"aksi": "simpan"})
    assert jawaban.status_code == 422
    assert "sudah ditandatangani" in jawaban.content.decode()
    assert not AnggaranBulanan.objects.exists()


def test_uraian_menyebut_suku_bobot_dan_pasal(kantor, penyusun):
    fill_semua(kantor)
    make_skor(kantor, instrumen="smart", unsur="nilai", nilai=Decimal(90))
    halaman = baca(penyusun, "skor/kanwil-contoh/")
    for kata in (
        "Konsistensi terhadap RPD (K)",
        "18,20%",
        "PMK 22/PMK.02/2021",
        "PER-5/PB/2022",
        "Berselisih",
    ):
        assert kata in halaman
    assert "kanwil-contoh" in baca(penyusun, "skor/")
    assert "Nilai SMART DJA dari fakta" in baca(penyusun, "rekonsiliasi/", semua="1")


def test_andaian_menghitung_dan_menolak_yang_tidak_terbaca(kantor, penyusun):
    fill_semua(kantor)
    alamat = f"{ANGGARAN}andaian/kanwil-contoh/"
    isi = {
        "kontrak:K-1": "2023-02-01",
        "rpd:1:51": "1.500",
        "revisi:0": "tidak dilakukan",
        "keluaran:WA.1": "0,5",
    }
    halaman = penyusun.post(alamat, isi).content.decode()
    assert "4 isian diubah" in halaman
    assert "semula 100" in halaman
    salah = penyusun.post(alamat, {"kontrak:K-1": "kemarin", "rpd:1:51": "1,5", "keluaran:WA.1": "banyak"})
    assert salah.status_code == 422
    assert re.findall(r'<a href="#([^"]+)">', salah.content.decode())[-3:] == [
        "kontrak:K-1",
        "rpd:1:51",
        "keluaran:WA.1",
    ]
    assert AnggaranBulanan.objects.get(bulan=1, ukuran="rpd", jenis="51").nilai == 100


def test_andaian_atas_unsur_yang_diterbitkan(kantor, penyusun):
    for unsur, nilai in (
        ("Penyerapan Anggaran", 50),
        ("Konsistensi RPD", 60),
        ("Capaian Keluaran", 70),
        ("Efisiensi", 0),
    ):
        make_skor(kantor, instrumen="smart", unsur=unsur, nilai=Decimal(nilai))
    halaman = penyusun.post(f"{ANGGARAN}andaian/kanwil-contoh/", {"smart:Efisiensi": "20"}).content.decode()
    assert "+14,30" in halaman
    make_skor(kantor, instrumen="ikpa", unsur="Revisi DIPA", nilai=Decimal(10))
    salah = penyusun.post(f"{ANGGARAN}andaian/kanwil-contoh/", {"ikpa:Revisi DIPA": "90"})
    assert salah.status_code == 422
    assert "Revisi DIPA (0 sampai 10): 90 di luar 0 sampai 10." in salah.content.decode()


@pytest.mark.parametrize("alamat", ["unduh/xlsx/", "rekonsiliasi/unduh/xlsx/"])
def test_unduhan_memuat_angka_halaman(kantor, penyusun, tmp_path, alamat):
    fill_semua(kantor)
    make_belanja(kantor, pagu=1_500, realisasi=1_081)
    isi = b"".join(penyusun.get(ANGGARAN + alamat))
    (tmp_path / "a.xlsx").write_bytes(isi)
    angka = {sel for lembar in baca_xlsx(tmp_path / "a.xlsx") for baris in lembar.baris for sel in baris}
    assert 1_080.0 in angka


def test_laporan_mencetak_bulan_dan_yang_tidak_ikut(kantor):
    bawahan = list_kantor(kantor)
    assert list(compose_bulanan(get_arus(bawahan, 2023))) == []
    fill_bulan(kantor, range(1, 3), realisasi=-5)
    kalimat, tabel, gambar, negatif = compose_bulanan(get_arus(bawahan, 2023))
    assert (
        "Februari 2023 1 satuan kerja merealisasikan −Rp20 dari rencana penarikan dana Rp400"
        in kalimat.isi[0].isi
    )
    assert tabel.baris[1].sel == ("Februari", "Rp200", "−Rp10", "105,00%", "Rp400", "−Rp20")
    assert "rencana setahun" in gambar.judul
    assert "Realisasi negatif adalah koreksi belanja" in negatif.isi[0].isi
    AnggaranBulanan.objects.exclude(ukuran="realisasi", bulan=1).delete()
    AnggaranBulanan.objects.update(nilai=5)
    lain = make_satker()
    make_riwayat(kantor, satker=lain, induk=kantor.satker, berlaku_dari=AWAL, nama_singkat="Lapas B")
    PaguSatker.objects.create(satker=lain, tahun=2023, pagu=5)
    kalimat, _, _, tanpa = compose_bulanan(get_arus(list_kantor(kantor), 2023))
    assert "rencana penarikan dananya belum dicatat" in kalimat.isi[0].isi
    assert "Tanpa angka bulanan, jadi tidak ikut dijumlah: Lapas B." in tanpa.isi[0].isi


def test_berkas_unggahan_dibaca_sebagai_bita(penyusun):
    """What was kept is what was sent, byte by byte."""
    isi = make_omspan()
    unggah(penyusun, isi)
    assert bytes(UnggahanSumber.objects.get().isi) == isi
