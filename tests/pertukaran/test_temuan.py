"""Each kind of mistake gives exactly one problem, at its cell, and nothing is stored."""

import datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.pertukaran.kantor import AWAL, RENSTRA, Kantor, impor, make_kantor, potret, tulis
from tests.pertukaran.kasus import SEMUA as BIASA
from tests.pertukaran.kasus import R, S, T, isi, satker, semua, tambah
from tests.pertukaran.kasus_rencana import RENCANA

from kinerja.basisdata.simpan import Perubahan
from kinerja.perencanaan.models import GarisJabatan, Jabatan, Sasaran
from kinerja.pertukaran.temuan import Temuan, Tingkat, susun

pytestmark = pytest.mark.django_db
SEMUA = BIASA | {f"rencana: {nama}": kasus for nama, kasus in RENCANA.items()}


def list_galat(hasil) -> list[Temuan]:
    return [t for t in hasil.temuan if t.tingkat is Tingkat.GALAT]


def periksa(berkas: Path, tempat: str, terbaca: str, aturan: str, cara: str = "") -> None:
    """The file gives that one problem, and leaves every table as it was."""
    sebelum = potret()
    hasil = impor(berkas)
    galat = list_galat(hasil)
    assert [(t.tempat, t.terbaca) for t in galat] == [(tempat, terbaca)], galat
    assert aturan in galat[0].aturan
    assert galat[0].cara
    assert cara in galat[0].cara
    assert (hasil.ditolak, hasil.disimpan) == (True, False)
    assert potret() == sebelum


@pytest.mark.parametrize("nama", SEMUA)
def test_satu_kesalahan_satu_temuan(tmp_path, nama):
    kantor, kasus = make_kantor(), SEMUA[nama]
    kasus.ubah(kantor)
    periksa(tulis(tmp_path / "a.xlsx", kantor), kasus.tempat, kasus.terbaca, kasus.aturan, kasus.cara)


@pytest.mark.parametrize(
    ("rentang", "tempat"),
    [("C2:C3", "C2:C3"), ("A3:I4", "A3:I4"), ("G5:H900", "G5:H900")],
)
def test_sel_gabungan_di_dalam_data(tmp_path, rentang, tempat):
    berkas = tulis(tmp_path / "a.xlsx", make_kantor(), {R: rentang})
    periksa(berkas, f"{R}!{tempat}", "", "Sel digabung di dalam data", "Pisahkan sel")


def test_sel_gabungan_di_luar_data_tidak_apa(tmp_path):
    kantor = make_kantor()
    kantor[R] = [["Realisasi"], *kantor[R]]
    assert not impor(tulis(tmp_path / "a.xlsx", kantor, {R: "A1:I1"})).temuan
    assert not impor(tulis(tmp_path / "b.xlsx", make_kantor(), {T: "L2:M3"})).ditolak


def test_rumus_yang_belum_dihitung(tmp_path):
    # openpyxl writes formulas without a result.
    berkas = tulis(tmp_path / "a.xlsx", make_kantor())
    buku = load_workbook(berkas)
    buku[T]["E2"] = "=45*2"
    buku.save(berkas)
    periksa(berkas, f"{T}!E2", "", "belum dihitung", "simpan ulang")


def test_baris_yang_gugur_tidak_menyeret_yang_lain(tmp_path):
    # Everything hangs on the first satker; nothing but its own cell may be reported.
    kantor = make_kantor()
    isi(S, 2, "Jenis", "kantor")(kantor)
    periksa(tulis(tmp_path / "a.xlsx", kantor), f"{S}!C2", "kantor", "tidak mengenal")


def test_beberapa_kesalahan_dilaporkan_sekaligus(tmp_path):
    kantor = make_kantor()
    semua(isi(R, 2, "Tahun", 1999), isi(R, 2, "Bulan", "x"), isi(T, 2, "Satker", "q"))(kantor)
    hasil = impor(tulis(tmp_path / "a.xlsx", kantor))
    assert [t.tempat for t in hasil.temuan] == [f"{T}!B2", f"{R}!D2", f"{R}!E2"]


def test_temuan_menurut_lembar_dan_baris(tmp_path):
    kantor = make_kantor()
    semua(
        isi(R, 3, "Tahun", 1999),
        isi(R, 2, "Nilai", 5),
        isi(R, 2, "Tahun", 1999),
        isi(S, 4, "Jenis", "x"),
        isi("Anggaran Sasaran", 2, "Realisasi Anggaran", 1_000_001),
        isi("Narasi", 2, "Bagian", "x"),
        lambda k: k.__setitem__("Sasaran Lama", k.pop("Sasaran")),
    )(kantor)
    hasil = impor(tulis(tmp_path / "a.xlsx", kantor))
    tempat = ["Sasaran Lama", f"{S}!C4", f"{R}!D2", f"{R}!D3", "Narasi!C2"]
    assert [t.tempat for t in hasil.temuan] == tempat
    urut = [Temuan(R, sel, "", "", "") for sel in ("", "3", "A9", "Z9", "AA9", "B10:C11")]
    assert sorted([urut[n] for n in (5, 3, 4, 0, 2, 1)], key=susun) == urut
    ringan = Temuan("", "", "", "", "", Tingkat.PERINGATAN)
    assert sorted([ringan, *urut], key=susun)[-1] == ringan


def test_lembar_berjudul_sama_yang_bukan_pengganti(tmp_path):
    kantor = make_kantor()
    kantor |= {"Realisasi (2)": kantor[R], "Kosong": kantor["Misi"][:1]}
    temuan = impor(tulis(tmp_path / "a.xlsx", kantor)).temuan
    assert [(t.tempat, t.tingkat) for t in temuan] == [
        ("Realisasi (2)", Tingkat.PERINGATAN),
        ("Kosong", Tingkat.PERINGATAN),
    ]
    # A header alone says nothing.
    kantor.pop("Misi")
    assert impor(tulis(tmp_path / "b.xlsx", kantor)).disimpan


def test_nama_bulan_sama_dengan_nomornya(tmp_path):
    kantor = make_kantor()
    kantor[R][1][4], kantor[R][2][4] = "Januari", "jan"
    assert not impor(tulis(tmp_path / "a.xlsx", kantor)).temuan
    assert impor(tulis(tmp_path / "b.xlsx", make_kantor())).jumlah.berubah == 0


def test_saran_tidak_dicari_tanpa_akhir(tmp_path):
    kantor = make_kantor()
    for n in range(60):
        tambah(R, "I-1", "utama", f"lapas-{n:02}", 2023, 1, None, 1, 2)(kantor)
    galat = list_galat(impor(tulis(tmp_path / "a.xlsx", kantor)))
    assert len(galat) == 60
    assert "Mungkin maksudnya" in galat[0].cara
    assert galat[-1].cara == "Perbaiki ejaannya, atau tambahkan dulu di lembar Satker."


# Doubts that let the file in

PERINGATAN = {
    "pemangku jabatan yang tidak dikenal": (
        isi("Pemangku Jabatan", 2, "Jabatan", "Dirjen PSA"),
        "Pemangku Jabatan!A2",
        "dicatat sebagai jabatan baru",
        "ejaannya",
    ),
    "bagian melebihi keseluruhan": (
        isi(R, 2, "Pembilang", 11),
        f"{R}!G2",
        "Pembilang melebihi penyebut",
        "tertukar",
    ),
    "realisasi sasaran melebihi pagu": (
        isi("Anggaran Sasaran", 2, "Realisasi Anggaran", 1_000_001),
        "Anggaran Sasaran!F2",
        "Realisasi melebihi pagu",
        "Periksa",
    ),
    "realisasi belanja melebihi pagu": (
        isi("Anggaran Belanja", 2, "Realisasi Anggaran", 1_000_001),
        "Anggaran Belanja!E2",
        "Realisasi melebihi pagu",
        "Periksa",
    ),
    "persen sebagai pecahan": (isi(T, 2, "Target", 0.974), f"{T}!E2", "Di bawah satu persen", "97,40%"),
    "persen sebagai pecahan dalam realisasi": (
        semua(isi(R, 5, "Keadaan", None), isi(R, 5, "Nilai", 0.8)),
        f"{R}!I5",
        "Di bawah satu persen",
        "80,00%",
    ),
    "nilai di antara pasangan": (
        semua(isi(R, 3, "Pembilang", None), isi(R, 3, "Penyebut", None), isi(R, 3, "Nilai", 90)),
        f"{R}!I3",
        "Di sini nilai, di baris 2 pembilang dan penyebut; keduanya tidak dapat digabung",
        "cara yang sama",
    ),
    "pasangan sesudah nilai": (
        semua(
            isi(R, 2, "Pembilang", None),
            isi(R, 2, "Penyebut", None),
            isi(R, 2, "Nilai", 90),
            tambah(R, "I-1", "utama", "lapas-b", 2023, 2, None, 1, 2),
        ),
        f"{R}!I3",
        "Di sini pembilang dan penyebut, di baris 2 nilai",
        "cara yang sama",
    ),
    "lembar asing": (
        lambda k: k.__setitem__("Catatan", [["x"]]),
        "Catatan",
        "tidak dikenal",
        "Unit Eselon I",
    ),
    "kolom salah eja": (
        semua(
            isi("Komponen", 1, "Label Penyebut", "Label Penyebit"), isi("Komponen", 2, "Label Penyebit", "x")
        ),
        "Komponen!D1",
        "Kolom ini tidak dikenal",
        "Mungkin maksudnya Label Penyebut",
    ),
    "kolom catatan sendiri": (
        lambda k: [b.append("Zzz" if n == 0 else "x") for n, b in enumerate(k["Misi"])],
        "Misi!D1",
        "Kolom ini tidak dikenal",
        "catatan sendiri",
    ),
}


@pytest.mark.parametrize("nama", PERINGATAN)
def test_peringatan_tidak_menahan(tmp_path, nama):
    ubah, tempat, aturan, cara = PERINGATAN[nama]
    kantor = make_kantor()
    ubah(kantor)
    hasil = impor(tulis(tmp_path / "a.xlsx", kantor))
    (satu,) = hasil.temuan
    assert (satu.tingkat, satu.tempat) == (Tingkat.PERINGATAN, tempat)
    assert aturan in satu.aturan
    assert cara in satu.cara
    assert (hasil.ditolak, hasil.disimpan) == (False, True)


def test_kolom_kosong_dan_lembar_kosong_tidak_disebut(tmp_path):
    kantor = make_kantor()
    kantor["Misi"][0].append("Catatan")
    kantor["Misi"].insert(1, [None] * 4)
    kantor |= {"Sheet1": [], "Petunjuk": [["Isi apa saja"]], "Narasi": []}
    assert not impor(tulis(tmp_path / "a.xlsx", kantor)).temuan


# What the database already holds counts too


@pytest.fixture
def kantor_tersimpan(tmp_path) -> None:
    assert impor(tulis(tmp_path / "awal.xlsx", make_kantor())).disimpan


def make_sebagian(*lembar: str) -> Kantor:
    """Only these sheets, without rows."""
    return {nama: baris[:1] for nama, baris in make_kantor().items() if nama in lembar}


@pytest.mark.usefixtures("kantor_tersimpan")
def test_lingkaran_dengan_yang_tersimpan(tmp_path):
    for lembar, baris, tempat, jalur in (
        ("Sasaran", [RENSTRA, "SP-1", "program", "PAS", "S", None, "SK-1"], "G2", "SP-1 → SK-1 → SP-1"),
        ("Unit Kerja", ["kanwil-a", "bagian-umum", "B", "bagian", "subbagian-tu"], "E2", "bagian-umum → "),
    ):
        kantor = make_sebagian(lembar)
        tambah(lembar, *baris)(kantor)
        periksa(tulis(tmp_path / "a.xlsx", kantor), f"{lembar}!{tempat}", baris[-1], jalur)
    kantor = make_sebagian(S)
    satker("kanwil-a", kode="100001", jenis="kanwil", induk="lapas-a")(kantor)
    periksa(tulis(tmp_path / "a.xlsx", kantor), f"{S}!G2", "lapas-a", "kanwil-a → lapas-a → kanwil-a")


@pytest.mark.usefixtures("kantor_tersimpan")
def test_lingkaran_pada_hari_yang_berbeda_bukan_lingkaran(tmp_path):
    kantor = make_sebagian(S)
    tutup, buka = datetime.date(2022, 12, 31), datetime.date(2023, 1, 1)
    satker("lapas-a", kode="100002", induk="kanwil-a", sampai=tutup)(kantor)
    satker("lapas-a", kode="100002", induk=None, dari=buka)(kantor)
    satker("kanwil-a", kode="100001", jenis="kanwil", induk=None, sampai=tutup)(kantor)
    satker("kanwil-a", kode="100001", jenis="kanwil", induk="lapas-a", dari=buka)(kantor)
    assert not impor(tulis(tmp_path / "a.xlsx", kantor)).temuan
    kantor[S][-1][6], kantor[S][-3][6] = None, "kanwil-a"
    assert not impor(tulis(tmp_path / "b.xlsx", kantor)).temuan


@pytest.mark.usefixtures("kantor_tersimpan")
def test_masa_bertumpang_dengan_yang_tersimpan(tmp_path):
    kantor = make_sebagian(S)
    satker("lapas-b", dari=datetime.date(2021, 1, 1))(kantor)
    periksa(tulis(tmp_path / "a.xlsx", kantor), f"{S}!I2", "2021-01-01", "mulai 1 Januari 2020")
    kantor = make_sebagian(S)
    satker("lapas-b", dari=datetime.date(2019, 1, 1))(kantor)
    periksa(tulis(tmp_path / "a.xlsx", kantor), f"{S}!J2", "", "mulai 1 Januari 2020")


@pytest.mark.usefixtures("kantor_tersimpan")
def test_kode_milik_satker_yang_tersimpan(tmp_path):
    kantor = make_sebagian(S)
    satker("lapas-c", kode="100002")(kantor)
    periksa(tulis(tmp_path / "a.xlsx", kantor), f"{S}!B2", "100002", "sudah dipakai lapas-a")


@pytest.mark.usefixtures("kantor_tersimpan")
def test_yang_hanya_diketahui_basis_data(tmp_path):
    # Two codes change places: right at the end, wrong in between, so the database refuses.
    kantor = make_sebagian(S, "Misi")
    satker("lapas-b", kode="100002")(kantor)
    satker("lapas-a", kode=None)(kantor)
    periksa(tulis(tmp_path / "a.xlsx", kantor), "Buku kerja", "", "Basis data menolak")
    # Beside a mistake that was found the refusal says nothing new.
    tambah("Misi", RENSTRA, "x", "Misi")(kantor)
    periksa(tulis(tmp_path / "b.xlsx", kantor), "Misi!B2", "x", "tidak terbaca")


@pytest.mark.usefixtures("kantor_tersimpan")
def test_bulanan_di_samping_setahun_yang_tersimpan(tmp_path):
    kantor = make_sebagian(R)
    for bulan in (1, 2):
        tambah(R, "I-2", "utama", 100001, 2023, bulan, None, None, None, 3.5)(kantor)
    periksa(tulis(tmp_path / "a.xlsx", kantor), f"{R}!E2", "1", "keduanya akan terhitung")


@pytest.mark.usefixtures("kantor_tersimpan")
def test_rencana_dengan_yang_tersimpan(tmp_path):
    for lembar, baris, tempat, terbaca, aturan in (
        (
            "Jabatan",
            ["Dirjen PAS", "Kepala Divisi A", AWAL],
            "B2",
            "Kepala Divisi A",
            "Dirjen PAS → Kepala Divisi A →",
        ),
        (
            "Penanggung Jawab",
            ["I-1", "kanwil-a", "X", None, datetime.date(2019, 1, 1)],
            "F2",
            "",
            "bertumpang",
        ),
        (
            "Rencana Aksi",
            ["I-1", "kanwil-a", 2023, 2, "L", "d", "triwulan"],
            "G2",
            "triwulan",
            "bertarget pada bulan 1, 2",
        ),
    ):
        kantor = make_sebagian(lembar)
        tambah(lembar, *baris)(kantor)
        periksa(tulis(tmp_path / "a.xlsx", kantor), f"{lembar}!{tempat}", terbaca, aturan)


@pytest.mark.usefixtures("kantor_tersimpan")
def test_lingkaran_jabatan_yang_sudah_tersimpan_bukan_kesalahan_berkas(tmp_path):
    # The pages let a circle be made; a file that says nothing about it is not to blame.
    jabatan = dict(Jabatan.objects.values_list("nama", "pk"))
    GarisJabatan.objects.create(
        bawahan_id=jabatan["Sekretaris Jenderal"], atasan_id=jabatan["Kepala Kanwil A"], berlaku_dari=AWAL
    )
    kantor = make_sebagian("Jabatan")
    tambah("Jabatan", "Kepala Seksi", "Kepala Divisi A", AWAL)(kantor)
    assert impor(tulis(tmp_path / "a.xlsx", kantor)).disimpan


@pytest.mark.usefixtures("kantor_tersimpan")
def test_tujuan_sasaran_tetap_bila_kolomnya_tidak_ada(tmp_path):
    kantor = make_sebagian("Sasaran")
    kantor["Sasaran"] = [b[:7] for b in make_kantor()["Sasaran"]]
    assert impor(tulis(tmp_path / "a.xlsx", kantor)).jumlah == Perubahan(sama=2)
    # An empty cell under the header says that it serves none.
    kantor["Sasaran"] = make_kantor()["Sasaran"]
    kantor["Sasaran"][1][7] = None
    assert impor(tulis(tmp_path / "b.xlsx", kantor)).jumlah == Perubahan(berubah=1, sama=1)
    assert not Sasaran.objects.filter(tujuan__isnull=False).exists()


def test_temuan_sebagai_kalimat():
    satu = Temuan("Realisasi", "F12", "5,050", "Tidak terbaca.", "Tulis 5050.")
    assert str(satu) == 'Realisasi!F12: terbaca "5,050". Tidak terbaca. Tulis 5050.'
    assert str(Temuan("", "", "", "Kosong.", "Isi.")) == "Buku kerja: Kosong. Isi."
