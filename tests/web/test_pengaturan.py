"""The choices of an instansi on their pages: who sees and changes them, and that a change reaches the other pages."""

import re

import pytest
from django.test import Client
from tests.anggaran.kantor_bulanan import fill_semua
from tests.basisdata.dunia import AWAL, make_pilihan, make_realisasi, make_riwayat, make_satker, make_target
from tests.web.orang import login, make_orang

from kinerja.akses.izin import Peran
from kinerja.akses.operations import Tugas
from kinerja.organisasi.models import PilihanInstansi
from kinerja.pelaporan.models import CakupanLaporan

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]
TAHUN = 2023
BATAS = f"/aturan/kanwil-contoh/batas_atas_capaian/?tahun={TAHUN}"
PILIH = f"/aturan/kanwil-contoh/batas_atas_capaian/pilih/?tahun={TAHUN}"
ISI = {"pilihan": "angka", "angka": "120", "tahun": str(TAHUN), "alasan": "Nota dinas 7/2023"}


@pytest.fixture
def admin(dunia) -> Client:
    return masuk(Tugas(Peran.ADMIN))


def masuk(*tugas: Tugas) -> Client:
    klien = Client()
    login(klien, make_orang(f"orang-{tugas[0].peran}", *tugas))
    return klien


def baca(klien: Client, alamat: str) -> str:
    jawaban = klien.get(alamat)
    assert jawaban.status_code == 200, alamat
    return polos(jawaban.content.decode())


def polos(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_pilihan_di_layar_sampai_ke_halaman_kantor(dunia, admin):
    """From the form to the database to the first page, the indikator and the page of rules."""
    make_target(dunia)
    make_realisasi(dunia, nilai=50_000)
    alamat = f"/{dunia.satker.kunci}/{TAHUN}/"
    semula = baca(admin, alamat)
    jawaban = admin.post(PILIH, ISI, follow=True)
    assert jawaban.redirect_chain == [(BATAS, 302)]
    teks = polos(jawaban.content.decode())
    for kata in ("kini dihitung menurut pilihan ini", "120% . Instansi memilih lain", "Nota dinas 7/2023"):
        assert kata in teks
    assert "120,00%" not in semula
    assert "120,00%" in baca(admin, alamat)
    aturan = baca(admin, f"/aturan/?tahun={TAHUN}")
    assert "Pilihan instansi sejak 2023. Bawaan: tanpa batas. Nota dinas 7/2023" in aturan
    assert "Pilihan instansi sejak 2023." not in baca(admin, f"/aturan/?tahun={TAHUN - 1}")


def test_kategori_pada_halaman_indikator(dunia, admin):
    make_target(dunia)
    make_realisasi(dunia, nilai=50_000)
    alamat = f"/{dunia.satker.kunci}/{TAHUN}/indikator/SK.1.1/"
    assert "kategorinya" not in baca(admin, alamat)
    make_pilihan(dunia, kode="skala_kategori", nilai="skala_permendagri_86_2017")
    assert "Permendagri 86/2017, kategorinya Sangat Tinggi." in baca(admin, alamat)


def test_pilihan_skor_sampai_ke_uraiannya(dunia, admin):
    make_target(dunia)
    fill_semua(dunia)
    alamat = f"/{dunia.satker.kunci}/{TAHUN}/anggaran/skor/{dunia.satker.kunci}/"
    semula = baca(admin, alamat)
    make_pilihan(dunia, kode="revisi_dipa_nol", nilai="seratus_sepuluh")
    assert baca(admin, alamat) != semula


def test_kembalikan_ke_yang_semula(dunia, admin):
    admin.post(PILIH, ISI)
    html = admin.get(BATAS).content.decode()
    (tautan,) = re.findall(r'href="(\?tahun=2023&amp;nilai=[^"#]+)#ubah"', html)
    formulir = admin.get(BATAS.partition("?")[0] + tautan.replace("&amp;", "&")).content.decode()
    assert re.search(r'value="tanpa"[^>]* checked', formulir)
    admin.post(PILIH, ISI | {"pilihan": "tanpa", "angka": "", "alasan": "Kembali ke bawaan"})
    assert PilihanInstansi.objects.get().nilai == "tanpa"
    assert "Sama dengan bawaan, ditegaskan instansi sejak 2023." in baca(admin, f"/aturan/?tahun={TAHUN}")


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"angka": "90"}, "“90” bukan pilihan untuk pengaturan “Batas atas capaian”."),
        ({"angka": ""}, "Pilih “tanpa batas”, atau angka dari 100 sampai 1.000."),
        ({"alasan": ""}, "Belum dapat diterima"),
        ({"pilihan": "lain"}, "Belum dapat diterima"),
        ({"tahun": "1999"}, "Belum dapat diterima"),
    ],
)
def test_yang_ditolak_tetap_tertulis(admin, isian, pesan):
    jawaban = admin.post(PILIH, ISI | isian)
    teks = polos(jawaban.content.decode())
    assert jawaban.status_code == 422
    assert pesan in teks
    assert not PilihanInstansi.objects.exists()


def test_tahun_yang_ditandatangani_ditolak_dengan_sebabnya(dunia, admin):
    CakupanLaporan.objects.create(induk=dunia.satker, satker=dunia.satker, tahun=TAHUN)
    jawaban = admin.post(PILIH, ISI)
    assert jawaban.status_code == 422
    assert "Laporan tahun 2023 sudah ditandatangani" in polos(jawaban.content.decode())


def test_orang_satker_membaca_pilihan_instansinya(dunia, admin):
    lapas = make_satker(kunci="lapas-a")
    make_riwayat(dunia, satker=lapas, induk=dunia.satker, berlaku_dari=AWAL)
    admin.post(PILIH, ISI)
    operator = masuk(Tugas(Peran.OPERATOR, lapas))
    teks = baca(operator, BATAS)
    assert "120% . Instansi memilih lain" in teks
    assert "Hanya Admin instansi yang dapat mengubah pilihan ini." in teks
    assert "Ubah pilihan" not in teks
    assert "Riwayat perubahan" not in teks
    assert "Hanya Admin instansi yang dapat mengubahnya." in baca(operator, f"/aturan/?tahun={TAHUN}")


def test_yang_tanpa_peran_melihat_bawaan(dunia):
    make_pilihan(dunia)
    klien = Client()
    login(klien, make_orang("tanpa-peran"))
    teks = baca(klien, f"/aturan/?tahun={TAHUN}")
    assert "yang ditampilkan adalah bawaan program" in teks
    assert "Pilihan instansi sejak" not in teks


def test_beberapa_instansi_dipilih_pembacanya(dunia, admin):
    lain = make_satker(kunci="kanwil-lain", jenis="kanwil")
    make_riwayat(dunia, satker=lain, nama="Kantor Lain", berlaku_dari=AWAL)
    make_pilihan(dunia, satker=lain)
    teks = baca(admin, f"/aturan/?tahun={TAHUN}&instansi=kanwil-lain")
    assert "Yang berlaku untuk Kantor Lain" in teks
    assert "Pilihan instansi sejak 2023." in teks
    make_pilihan(dunia, satker=lain, kode="usang")
    assert "Pengaturan “usang” tidak dikenal." in baca(admin, f"/aturan/?tahun={TAHUN}&instansi=kanwil-lain")
    assert baca(admin, "/aturan/?tahun=dua&instansi=entah").count("Yang berlaku untuk") == 1


@pytest.mark.parametrize("alamat", ["/aturan/kanwil-contoh/gaji/", "/aturan/kantor-entah/lantai_nol/"])
def test_yang_tidak_dikenal_tidak_ada(admin, alamat):
    assert admin.get(alamat).status_code == 404
