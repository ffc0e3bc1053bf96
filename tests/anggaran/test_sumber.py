"""Exports of ministry applications: columns by meaning, all or nothing, the same file twice, every problem told."""

import datetime
from decimal import Decimal

import pytest
from tests.anggaran.ekspor import make_csv, make_omspan, make_xlsx
from tests.basisdata.dunia import AWAL, PADA, make_pengguna, make_riwayat, make_satker
from tests.basisdata.pelanggaran_anggaran import make_bulanan

from kinerja.akses.pelaku import BARIS_PERINTAH
from kinerja.akses.queries import AksesDitolak
from kinerja.anggaran.models import AnggaranBulanan, PemetaanSumber, SkorAnggaran, UnggahanSumber
from kinerja.anggaran.rekonsiliasi import Sebab
from kinerja.anggaran.unsur import get_batas_unsur
from kinerja.basisdata.simpan import Perubahan
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.jejak.models import Jejak
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pertukaran.kementerian.impor import (
    Berkas,
    HasilSumber,
    UnggahanTidakAda,
    discard_unggahan,
    get_cara,
    get_unggahan,
    import_sumber,
    list_sumber,
    list_unggahan,
    preview_sumber,
    upload_sumber,
)
from kinerja.pertukaran.kementerian.medan import suggest_medan
from kinerja.pertukaran.kementerian.mentah import read_mentah
from kinerja.pertukaran.kementerian.tafsir import Bacaan, Cara, interpret_lembar

SATKER = {"100001": 1, "kanwil contoh": 1, "100002": 2}
SIAPA = {"oleh": BARIS_PERINTAH, "pada": PADA}


def baca(isi: bytes, jenis: str = "bulanan", **lain) -> Bacaan:
    return interpret_lembar(read_mentah("ekspor.xlsx", isi), Cara(jenis, 2023, **lain), SATKER)


def unggah(dunia, isi: bytes, jenis: str = "bulanan", nama: str = "ekspor.xlsx") -> UnggahanSumber:
    berkas = Berkas(nama, isi, "OM-SPAN", jenis)
    return upload_sumber(berkas=berkas, satker=dunia.satker, tahun=2023, **SIAPA)


def impor(dunia, isi: bytes, jenis: str = "bulanan", **lain) -> HasilSumber:
    unggahan = unggah(dunia, isi, jenis)
    return import_sumber(unggahan=unggahan, cara=get_cara(unggahan), **lain, **SIAPA)


@pytest.mark.parametrize(
    ("judul", "jenis", "medan"),
    [
        ("Kode Satker", "bulanan", "satker"),
        ("KDSATKER", "bulanan", "satker"),
        ("Realisasi (Rp)", "bulanan", "realisasi"),
        ("Rencana Penarikan Dana", "bulanan", "rpd"),
        ("Agustus", "bulanan", "nilai_8"),
        ("Mei RPD", "bulanan", "rpd_5"),
        ("Realisasi Des", "bulanan", "realisasi_12"),
        ("Mei sekali", "bulanan", ""),
        ("Keterangan", "bulanan", ""),
        ("Nilai Akhir (Nilai Total/Konversi Bobot)", "ikpa", "nilai"),
        ("Deviasi Hal. III DIPA", "ikpa", "Deviasi Halaman III DIPA"),
        ("Konsistensi RPD Akhir", "smart", "Konsistensi RPD"),
        ("Bulan", "smart", ""),
    ],
)
def test_arti_judul(judul, jenis, medan):
    assert suggest_medan(judul, jenis) == medan


def test_judul_gabungan_dua_baris_dan_akun_dijumlah():
    bacaan = baca(make_omspan())
    assert [t.tingkat for t in bacaan.temuan] == ["peringatan"]
    assert bacaan.temuan[0].tempat == "Sheet1!G8"
    assert (bacaan.baris, bacaan.dilewati) == (3, 1)
    assert bacaan.bulanan == {
        (1, 1, "rpd", "51", ""): 101,
        (1, 1, "realisasi", "51", ""): 91,
        (1, 2, "rpd", "51", ""): 201,
        (1, 2, "realisasi", "51", ""): 211,
        (1, 1, "rpd", "52", ""): 5_000,
        (1, 1, "realisasi", "52", ""): 4_000,
        (1, 2, "rpd", "52", ""): 5_000,
        (1, 2, "realisasi", "52", ""): -300,
    }


def test_kata_jumlah_di_kolom_kode_dan_satker_bernama_saja():
    kepala = ["Kode Satker", "Nama Satker", "Akun", "Realisasi Januari"]
    isi = [["", "Kanwil Contoh", 511111, 5], ["Jumlah", "", "", 5], ["", "Kantor Asing", 511111, 5]]
    bacaan = baca(make_csv(*(";".join(map(str, b)) for b in (kepala, *isi))))
    assert (bacaan.baris, bacaan.dilewati) == (2, 1)
    assert [(t.sel, t.terbaca) for t in bacaan.temuan] == [("B4", "Kantor Asing")]


def test_judul_berkas_yang_menyebut_tahun_lain():
    tabel = ("Kode Satker;Akun;Realisasi Januari", "100001;511111;5")
    for judul in ("Realisasi Belanja Tahun Anggaran 2022;;", "REALISASI TA. 2022;;"):
        (temuan,) = baca(make_csv(judul, *tabel)).temuan
        assert (temuan.sel, temuan.tingkat) == ("A1", "galat")
        assert "menyebut tahun 2022" in temuan.aturan
    assert baca(make_csv("Realisasi Tahun 2022 dan Tahun 2023;;", *tabel)).temuan == []
    assert baca(make_csv("Dicetak 5 Januari 2024;;", *tabel)).temuan == []


def test_csv_berkode_dan_dalam_ribuan():
    isi = make_csv(
        "Tahun;Kode Satker;Program;Kegiatan;Akun;Bulan;Jumlah",
        "2023;015.05.100001;WA;6231;521111;Maret;1.500",
        "2023;100001;WA;6231;512111;3;7",
    )
    bacaan = baca(isi, pengali=1_000)
    assert bacaan.temuan == []
    assert bacaan.bulanan == {
        (1, 3, "realisasi", "52", "WA.6231"): 1_500_000,
        (1, 3, "realisasi", "51", "WA.6231"): 7_000,
    }
    assert set(baca(isi, ukuran="rpd").bulanan) == {
        (1, 3, "rpd", "52", "WA.6231"),
        (1, 3, "rpd", "51", "WA.6231"),
    }


KEPALA = "Tahun;Kode Satker;Akun;Kode;Bulan;RPD;Realisasi"
BURUK = {
    "satker asing": ("2023;999999;511111;WA;1;1;1", "B2", "Satker ini tidak dikenal"),
    "tahun lain": ("2022;100001;511111;WA;1;1;1", "A2", "Baris ini tahun 2022"),
    "tahun kosong": (";100001;511111;WA;1;1;1", "A2", "wajib diisi"),
    "bulan 13": ("2023;100001;511111;WA;13;1;1", "E2", "Bulan antara 1 dan 12"),
    "akun pendapatan": ("2023;100001;425111;WA;1;1;1", "C2", "Bukan akun atau jenis belanja"),
    "kode berspasi": ("2023;100001;511111;WA 6231;1;1;1", "D2", "Kode ini tidak dapat dibaca"),
    "rpd negatif": ("2023;100001;511111;WA;1;-1;1", "F2", "Rencana penarikan dana tidak negatif"),
    "terlalu besar": ("2023;100001;511111;WA;1;1;1000000000000001", "G2", "terlalu besar"),
    "pecahan rupiah": ("2023;100001;511111;WA;1;1;1,5", "G2", "harus bilangan bulat"),
    "bukan angka": ("2023;100001;511111;WA;1;1;nihil sekali", "G2", "tidak terbaca sebagai angka"),
}


@pytest.mark.parametrize("nama", BURUK)
def test_setiap_masalah_menyebut_sel_aturan_dan_cara(nama):
    baris, sel, aturan = BURUK[nama]
    bacaan = baca(make_csv(KEPALA, baris))
    galat = [t for t in bacaan.temuan if t.tingkat == "galat"]
    assert galat[0].sel == sel
    assert aturan in galat[0].aturan
    assert galat[0].cara
    assert bacaan.ditolak


@pytest.mark.parametrize(
    ("jenis", "kepala", "baris", "sel", "aturan"),
    [
        (
            "smart",
            "Kode Satker;Penyerapan Anggaran;Efisiensi;Nilai",
            "100001;-5;20;90",
            "B2",
            "antara 0 dan 100",
        ),
        (
            "smart",
            "Kode Satker;Penyerapan Anggaran;Efisiensi;Nilai",
            "100001;5;20,5;90",
            "C2",
            "antara −20 dan 20",
        ),
        (
            "smart",
            "Kode Satker;Penyerapan Anggaran;Efisiensi;Nilai",
            "100001;5;20;101",
            "D2",
            "Nilai akhir harus",
        ),
        ("ikpa", "Kode Satker;Revisi DIPA;Nilai Akhir", "100001;100;98", "B2", "antara 0 dan 10."),
        ("ikpa", "Kode Satker;Revisi DIPA;Nilai Akhir", "100001;10;1.234,5", "C2", "antara 0 dan 100"),
    ],
)
def test_nilai_terbit_yang_mustahil_ditolak(jenis, kepala, baris, sel, aturan):
    (temuan,) = baca(make_csv(kepala, baris), jenis).temuan
    assert (temuan.sel, temuan.tingkat) == (sel, "galat")
    assert aturan in temuan.aturan
    assert "Kementerian Keuangan" in temuan.cara


@pytest.mark.parametrize(
    ("instrumen", "unsur", "tahun", "ada"),
    [
        ("smart", "Efisiensi", 2023, True), ("smart", "Efisiensi", 2024, False), ("smart", "Efisiensi", 2020, False),
        ("smart", "Efisiensi SBK", 2024, True), ("smart", "Unsur baru", 2023, False), ("ikpa", "nilai", 2020, True),
        ("ikpa", "Dispensasi SPM", 2023, True), ("ikpa", "Dispensasi SPM", 2024, False),
        ("ikpa", "Revisi DIPA", 2020, False), ("ikpa", "Unsur baru", 2023, False),
    ],
)  # fmt: skip
def test_batas_unsur_menurut_tahunnya(instrumen, unsur, tahun, ada):
    assert (get_batas_unsur(instrumen, unsur, get_akhir_tahun(tahun)) is not None) is ada


def test_pengali_yang_keliru_ketahuan():
    bacaan = baca(make_csv(KEPALA, "2023;100001;511111;WA;1;0;2000000000"), pengali=1_000_000)
    assert [(t.sel, t.aturan) for t in bacaan.temuan] == [("G2", "Terlalu besar.")]


def test_baris_yang_sama_dua_kali():
    baris = "2023;100001;511111;WA;1;1;1"
    bacaan = baca(make_csv(KEPALA, baris, baris))
    assert {(t.sel, t.aturan) for t in bacaan.temuan} == {
        ("F3", "Sudah ada di baris 2."),
        ("G3", "Sudah ada di baris 2."),
    }


@pytest.mark.parametrize(
    ("kepala", "aturan"),
    [
        ("a;b", "Baris judul tidak ditemukan"),
        ("Akun;Bulan;RPD", "Tidak ada kolom satker"),
        ("Kode Satker;Bulan;RPD", "Tidak ada kolom akun atau jenis belanja"),
        ("Kode Satker;Akun", "Tidak ada kolom angka"),
        ("Kode Satker;Akun;RPD", "Angka tanpa kolom bulan"),
        ("Kode Satker;Akun;Bulan;RPD;Rencana", "Dua kolom berarti"),
        (KEPALA, "Tidak ada satu angka pun"),
    ],
)
def test_judul_yang_kurang(kepala, aturan):
    assert aturan in baca(make_csv(kepala)).temuan[0].aturan


def test_pemetaan_mengalahkan_dugaan():
    isi = make_csv("Kode Satker;Akun;Periode Laporan;Terpakai", "100001;511111;2;9")
    assert baca(isi).ditolak
    bacaan = baca(isi, kolom={"periode laporan": "bulan", "terpakai": "realisasi"})
    assert bacaan.bulanan == {(1, 2, "realisasi", "51", ""): 9}
    assert baca(make_csv(KEPALA, "2023;100001;511111;WA;1;1;1"), kolom={"rpd": ""}).bulanan == {
        (1, 1, "realisasi", "51", "WA"): 1
    }


def test_tabel_ikpa_dan_satker_dua_kali():
    kepala = [
        "No",
        "Kode Satker",
        "Nama Satker",
        "Revisi DIPA",
        "Penyerapan Anggaran",
        "Konversi Bobot",
        "Nilai Akhir",
        "Dispensasi SPM",
    ]
    isi = [
        kepala,
        [1, 100001, "Kanwil", 10, 19.98, 100, 99.77],
        [None] * 7,
        [None, None, "RATA-RATA", None, None, None, 98.06],
    ]
    bacaan = baca(make_xlsx(isi), "ikpa")
    assert bacaan.temuan == []
    assert bacaan.skor == {
        (1, "Revisi DIPA"): Decimal(10),
        (1, "Penyerapan Anggaran"): Decimal("19.98"),
        (1, "Konversi Bobot"): Decimal(100),
        (1, "nilai"): Decimal("99.77"),
    }
    ganda = baca(make_xlsx([*isi[:2], isi[1]]), "ikpa")
    assert {t.aturan for t in ganda.temuan} == {"Satker ini sudah ada di atas."}
    assert (
        baca(make_xlsx([["Kode Satker", "Nama Satker"]]), "ikpa").temuan[0].aturan == "Tidak ada kolom nilai."
    )


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "kosong"),
        (b"%PDF-1.7 x", "bukan XLSX atau CSV"),
        (b"PK\x03\x04rusak", "tidak utuh"),
        (b"a\x00;b" * 40, "Jenis berkas tidak dikenali"),
        (b"a;b\n" * 60_002, "lebih dari"),
        (b'a;"b\n', "bukan CSV yang utuh"),
        (b"x" * 3_000, "bukan tabel angka"),
        (b"x" * (20 * 2**20 + 1), "lebih besar"),
    ],
)
def test_berkas_yang_ditolak(isi, pesan):
    with pytest.raises(BerkasDitolak, match=pesan):
        read_mentah("ekspor.csv", isi)


def test_impor_sekali_dua_kali_dan_berubah(dunia):
    hasil = impor(dunia, make_omspan())
    assert (hasil.perubahan, hasil.dihapus) == (Perubahan(baru=8), 0)
    jejak = Jejak.objects.filter(tindakan="anggaran.impor")
    assert (jejak.count(), jejak[0].rantai) == (1, "kanwil-contoh")
    assert impor(dunia, make_omspan()).perubahan == Perubahan(sama=8)
    assert jejak.count() == 1
    assert impor(dunia, make_omspan((100, 90, 200, 211))).perubahan == Perubahan(berubah=1, sama=7)
    assert not UnggahanSumber.objects.exists()
    pemetaan = list_sumber(dunia.satker)[0]
    assert (pemetaan.sumber, pemetaan.kolom["januari rpd"], str(pemetaan)) == (
        "OM-SPAN",
        "rpd_1",
        "kanwil-contoh OM-SPAN",
    )


def test_bulan_yang_disebut_berkas_diganti_seluruhnya(dunia):
    make_bulanan(dunia, kode="", jenis="53", nilai=7)
    lain = make_bulanan(dunia, kode="", jenis="53", bulan=9, nilai=7)
    hasil = impor(dunia, make_omspan())
    assert hasil.dihapus == 1
    assert AnggaranBulanan.objects.filter(jenis="53").get() == lain


def test_pratinjau_membandingkan_tanpa_menyimpan(dunia):
    impor(dunia, make_omspan())
    banyak = AnggaranBulanan.objects.count()
    unggahan = unggah(dunia, make_omspan((100, 90, 200, 999)))
    banding = {b.apa: b for b in preview_sumber(unggahan, get_cara(unggahan)).banding}
    assert banding["RPD"].sebab is Sebab.SAMA
    assert "Bulan yang berbeda: Februari." in banding["Realisasi"].penjelasan
    assert AnggaranBulanan.objects.count() == banyak
    assert [u.pk for u in list_unggahan(dunia.satker, 2023)] == [unggahan.pk]
    discard_unggahan(unggahan=unggahan, **SIAPA)
    with pytest.raises(UnggahanTidakAda):
        get_unggahan(1, dunia.satker, 2023, BARIS_PERINTAH, PADA)


def test_satu_masalah_menolak_semuanya(dunia):
    isi = make_csv(KEPALA, "2023;100001;511111;WA;1;1;1", "2023;100001;511111;WA.1;1;1;1")
    hasil = impor(dunia, isi)
    assert [t.terbaca for t in hasil.temuan] == ["WA.1", "WA.1"]
    assert not AnggaranBulanan.objects.exists()
    assert not PemetaanSumber.objects.exists()
    assert UnggahanSumber.objects.count() == 1


def test_skor_terbit_dengan_tanggalnya(dunia):
    isi = make_csv("Kode Satker;Revisi DIPA;Nilai", "100001;10;97,4")
    hari = datetime.date(2024, 1, 31)
    assert impor(dunia, isi, "ikpa", per_tanggal=hari).perubahan == Perubahan(baru=2)
    assert set(SkorAnggaran.objects.values_list("unsur", "nilai", "per_tanggal")) == {
        ("Revisi DIPA", Decimal(10), hari),
        ("nilai", Decimal("97.4"), hari),
    }
    unggahan = unggah(
        dunia, make_csv("Kode Satker;Revisi DIPA;Nilai;Konversi Bobot", "100001;10;98;100"), "ikpa"
    )
    sebab = {b.apa: b.sebab for b in preview_sumber(unggahan, get_cara(unggahan)).banding}
    assert sebab == {"Revisi DIPA": Sebab.SAMA, "nilai": Sebab.LAIN, "Konversi Bobot": Sebab.TANPA_KITA}


def test_satker_menurut_nama_bila_hanya_satu_yang_bernama_begitu(dunia):
    isi = make_csv("Nama Satker;Akun;Bulan;RPD", "kanwil CONTOH;511111;1;5")
    assert impor(dunia, isi).perubahan == Perubahan(baru=1)
    make_riwayat(
        dunia, satker=make_satker(), induk=dunia.satker, berlaku_dari=AWAL, nama_singkat="Kanwil Contoh"
    )
    assert "tidak dikenal" in impor(dunia, isi).temuan[0].aturan
    assert str(UnggahanSumber.objects.get()) == "ekspor.xlsx (kanwil-contoh 2023)"


@pytest.mark.satu_mesin
def test_tanpa_izin_tidak_ada_yang_terjadi(dunia):
    orang = make_pengguna("orang")
    berkas = Berkas("a.xlsx", make_omspan(), "OM-SPAN", "bulanan")
    with pytest.raises(AksesDitolak):
        upload_sumber(berkas=berkas, satker=dunia.satker, tahun=2023, oleh=orang, pada=PADA)
    unggahan = unggah(dunia, make_omspan())
    with pytest.raises(AksesDitolak):
        import_sumber(unggahan=unggahan, cara=get_cara(unggahan), oleh=orang, pada=PADA)
    assert not AnggaranBulanan.objects.exists()
