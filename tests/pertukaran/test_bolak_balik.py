"""The sample office goes through its own workbook: everything in, the second time nothing, on both engines."""

import datetime
import hashlib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.pertukaran.kantor import JUMLAH_BARIS, PADA, impor, make_kantor, potret, tulis

from kinerja.basisdata.angka import TERBESAR
from kinerja.basisdata.simpan import Perubahan
from kinerja.jejak.models import Impor
from kinerja.organisasi.models import RiwayatSatker, Satker, UnitKerja
from kinerja.pengukuran.models import Realisasi
from kinerja.perencanaan.models import Indikator, Target
from kinerja.pertukaran.baca import baca_buku
from kinerja.pertukaran.folder import baca_folder
from kinerja.pertukaran.lembar import BUKU, INDIKATOR, NARASI, TABEL_PENDUKUNG
from kinerja.pertukaran.petunjuk import BAGIAN_INDIKATOR, BAGIAN_LAPORAN, ISTILAH
from kinerja.pertukaran.templat import BARIS_PILIHAN, render_templat, write_templat
from kinerja.pertukaran.temuan import Tingkat

CONTOH = Path(__file__).resolve().parents[2] / "contoh" / "sumsel-2023"


@pytest.fixture(scope="module")
def contoh(tmp_path_factory) -> Path:
    """The workbook of the sample office."""
    berkas = tmp_path_factory.mktemp("contoh") / "baru" / "contoh.xlsx"
    write_templat(berkas, baca_folder(CONTOH, satker="kanwil-sumsel", tahun=2023))
    return berkas


@pytest.mark.django_db
def test_semua_baris_masuk(contoh):
    isi, temuan = baca_buku(contoh)
    assert not temuan
    hasil = impor(contoh)
    assert hasil.disimpan
    assert [t for t in hasil.temuan if t.tingkat is Tingkat.GALAT] == []
    for nama, lembar in isi.items():
        jumlah = 20 if nama == "Tabel Pendukung" else len(lembar.baris)
        assert hasil.perubahan[nama] == Perubahan(baru=jumlah)
    satu = Realisasi.objects.get(komponen__indikator__kode="SETJEN-1.1", tahun=2021)
    assert (satu.nilai, satu.mentah, satu.satker.kunci) == (Decimal("3.93"), "3.93", "kanwil-sumsel")
    asal = isi["Realisasi"].baris[0]
    assert (satu.asal_baris, asal.isi["indikator"], asal.isi["tahun"]) == (asal.nomor, "SETJEN-1.1", 2021)


@pytest.mark.django_db
def test_kedua_kali_tidak_mengubah_apa_pun(contoh):
    pertama = impor(contoh)
    sebelum = potret()
    (asal,) = Impor.objects.all()
    assert (asal.berkas, asal.pada) == ("contoh.xlsx", PADA)
    assert asal.sha256 == hashlib.sha256(contoh.read_bytes()).hexdigest()
    assert asal.ringkasan["Misi"] == [7, 0, 0]
    kedua = impor(contoh)
    assert kedua.disimpan
    assert kedua.jumlah == Perubahan(sama=pertama.jumlah.baru)
    assert potret() == sebelum


@pytest.mark.django_db
def test_diperiksa_saja(contoh):
    sebelum = potret()
    hasil = impor(contoh, dry_run=True)
    assert (hasil.disimpan, hasil.ditolak) == (False, False)
    assert hasil.jumlah.baru == impor(contoh).jumlah.baru > 1850
    assert potret() != sebelum
    sesudah = potret()
    impor(contoh, dry_run=True)
    assert potret() == sesudah


_BUKAN_LEMBAR = {"Impor", "Jabatan", "Jejak", "KepalaRantai", "Satker", "RealisasiSurvei"}
_DARI_SURVEI = 65
"""Realisasi that the surveys of the sample give; they stand on the sheet of surveys."""
_UNSUR_SKM = 18
"""The nine unsur of two instruments, which the law names and no sheet."""


@pytest.mark.django_db
def test_satu_sel_mengubah_satu_baris(contoh, tmp_path):
    impor(contoh)
    sebelum = potret()
    buku = load_workbook(contoh)
    buku["Realisasi"]["I2"] = 3.94
    buku.save(tmp_path / "baru.xlsx")
    hasil = impor(tmp_path / "baru.xlsx")
    # The import and its trail are rows, and a satker is kept in two tables.
    baris = sum(len(isi) for nama, isi in sebelum.items() if nama not in _BUKAN_LEMBAR)
    assert hasil.jumlah == Perubahan(berubah=1, sama=baris - 1 - _DARI_SURVEI - _UNSUR_SKM)
    assert hasil.perubahan["Realisasi"].berubah == 1
    sesudah = potret()
    beda = {n: [(a, b) for a, b in zip(sebelum[n], sesudah[n], strict=False) if a != b] for n in sebelum}
    ((lama, baru),) = beda.pop("Realisasi")
    assert (lama["nilai"], baru["nilai"], lama["id"]) == (Decimal("3.93"), Decimal("3.94"), baru["id"])
    assert baru["asal_id"] != lama["asal_id"]
    assert not any(isi for nama, isi in beda.items() if nama != "KepalaRantai")


@pytest.mark.django_db
def test_kemajuan_dilaporkan(tmp_path):
    langkah = []
    impor(tulis(tmp_path / "a.xlsx", make_kantor()), lapor=lambda *satu: langkah.append(satu))
    assert langkah[0] == ("membaca", 0, len(BUKU) + 1)
    assert langkah[-1] == ("selesai", len(BUKU) + 1, len(BUKU) + 1)
    assert [n for _, n, _ in langkah] == list(range(len(BUKU) + 2))


# The workbook as other programs see it


def test_buku_kerja_menurut_openpyxl(contoh):
    buku = load_workbook(contoh)
    assert buku.sheetnames == ["Petunjuk", *(lembar.nama for lembar in BUKU)]
    for lembar in BUKU:
        kertas = buku[lembar.nama]
        assert kertas.freeze_panes == "B2"
        assert kertas.auto_filter.ref.startswith("A1:")
        for sel, kolom in zip(kertas[1], lembar.kolom, strict=True):
            assert sel.value == kolom.judul + (" *" if kolom.wajib else "")
            assert str(kolom.jenis) in sel.comment.text
            assert kolom.catatan in sel.comment.text
        assert len(kertas.data_validations.dataValidation) == sum(bool(k.pilihan) for k in lembar.kolom)
    (satu,) = (v for v in buku["Indikator"].data_validations.dataValidation if "E2" in v.sqref)
    assert (satu.formula1, str(satu.sqref)) == ('"naik,turun,stabil,rentang"', f"E2:E{BARIS_PILIHAN + 1}")
    assert buku["Pagu Satker"]["C2"].number_format == "#,##0"
    assert buku["Satker"]["I2"].number_format == "dd/mm/yyyy"
    assert buku["Realisasi"]["D2"].number_format == "0"
    assert [k.value for k in buku["Petunjuk"]["A"] if k.hyperlink] == [lembar.nama for lembar in BUKU]


def test_pilihan_yang_panjang_dibaca_dari_petunjuk(contoh):
    buku = load_workbook(contoh)
    (satu,) = buku["Narasi"].data_validations.dataValidation
    sel = buku["Petunjuk"][satu.formula1.removeprefix("Petunjuk!").replace("$", "")]
    assert [s.value for (s,) in sel] == [*BAGIAN_LAPORAN, *BAGIAN_INDIKATOR]


def test_petunjuk_menjelaskan_setiap_pilihan(contoh):
    arti = {a.value: b.value for a, b in load_workbook(contoh)["Petunjuk"].iter_rows(max_col=2)}
    bagian = [k for lembar in (NARASI, TABEL_PENDUKUNG) for k in lembar.kolom if k.kunci == "bagian"]
    istilah = [k for k in INDIKATOR.kolom if k.judul in ISTILAH]
    assert len(bagian) == 2
    assert {k.judul: list(k.pilihan) for k in istilah} == {j: list(a) for j, a in ISTILAH.items()}
    for kolom in (*bagian, *istilah):
        assert not [p for p in kolom.pilihan if len(arti[p]) < 15]


def test_pilihan_menjangkau_baris_terakhir(tmp_path):
    baris = [{"kunci": f"s-{n}", "jenis": "lapas"} for n in range(BARIS_PILIHAN + 5)]
    write_templat(tmp_path / "a.xlsx", {"Satker": baris})
    validasi = load_workbook(tmp_path / "a.xlsx")["Satker"].data_validations.dataValidation
    assert str(validasi[0].sqref) == f"C2:C{BARIS_PILIHAN + 6}"


def test_isi_sama_bita_sama():
    isi = {"Misi": [{"renstra": "R", "urutan": 1, "teks": "M"}]}
    assert render_templat(isi) == render_templat(isi)
    assert render_templat(isi) != render_templat()


def test_teks_yang_mirip_rumus_tetap_teks(tmp_path):
    teks = ["=1+1", "=HYPERLINK(1)", "+62", "@a", "http://contoh.id", "0012", "1e5", "  "]
    write_templat(tmp_path / "a.xlsx", {"Misi": [{"renstra": "R", "urutan": 1, "teks": t} for t in teks]})
    kertas = load_workbook(tmp_path / "a.xlsx")["Misi"]
    assert [(sel.value, sel.data_type) for sel in kertas["C"][1:]] == [(t, "s") for t in teks]
    isi, _ = baca_buku(tmp_path / "a.xlsx")
    assert [b.isi["teks"] for b in isi["Misi"].baris] == teks[:-1]


ANGKA = st.decimals(min_value=-TERBESAR, max_value=TERBESAR, places=4)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(ANGKA, st.integers(0, 10**15)), min_size=1, max_size=12))
def test_angka_kembali_persis(tmp_path_factory, pasangan):
    berkas = tmp_path_factory.mktemp("angka") / "a.xlsx"
    belanja = [
        {"satker": "a", "tahun": 2023, "jenis": "51", "pagu": p, "realisasi": 0, "target_serapan": a}
        for a, p in pasangan
    ]
    write_templat(berkas, {"Anggaran Belanja": belanja})
    isi, temuan = baca_buku(berkas)
    assert not temuan
    assert [(b.isi["target_serapan"], b.isi["pagu"]) for b in isi["Anggaran Belanja"].baris] == pasangan


# What people do to the sheets


@pytest.mark.django_db
def test_tata_letak_lain_terbaca_sama(tmp_path):
    impor(tulis(tmp_path / "a.xlsx", make_kantor()))
    kantor = make_kantor()
    for nama, baris in kantor.items():
        judul = [f" {j.upper()} (isian)* " for j in baris[0]]
        terbalik = [[*sel[::-1]] for sel in [judul, *baris[1:]]]
        kantor[nama] = [[None], ["Diisi oleh satker"], *terbalik, [None], []]
    kantor["Realisasi"][2] = [j.replace("TAHUN", "Tahun Anggaran") for j in kantor["Realisasi"][2]]
    hasil = impor(tulis(tmp_path / "b.xlsx", {n.upper(): b for n, b in kantor.items()}))
    assert not hasil.temuan
    assert hasil.jumlah == Perubahan(sama=JUMLAH_BARIS)


@pytest.mark.django_db
def test_kolom_boleh_kosong_boleh_tiada(tmp_path):
    kantor = make_kantor()
    for nama, wajib in (("Realisasi", 4), ("Komponen", 2)):
        kantor[nama] = [b[:wajib] for b in kantor[nama]]
    kantor["Realisasi"] = [[*b, "Nilai" if n == 0 else 5] for n, b in enumerate(kantor["Realisasi"])]
    hasil = impor(tulis(tmp_path / "a.xlsx", kantor))
    assert hasil.disimpan
    assert set(Realisasi.objects.values_list("bulan", "nilai", "mentah")) == {(0, Decimal(5), "5")}


@pytest.mark.django_db
def test_cara_lain_menulis_nilai(tmp_path):
    kantor = make_kantor()
    kantor["Target"][1][4] = "90,5 %"
    kantor["Target"][2][4] = "3.5"
    kantor["Realisasi"][3][8] = "3,61"
    kantor["Satker"][3][8] = "1 Januari 2020"
    kantor["Satker"][2][8] = "1/1/2020"
    kantor["Satker"][1][8] = datetime.datetime(2020, 1, 1)  # noqa: DTZ001
    kantor["Indikator"][1][4] = "NAIK"
    kantor["Realisasi"][4][5] = "Tidak ada objek"
    kantor["Realisasi"][4][6:9] = [0, 0, None]
    kantor["Anggaran Belanja"][1][2] = 51
    kantor["Narasi"][1][4] = "Satu.\r\n\r\nDua."
    assert not impor(tulis(tmp_path / "a.xlsx", kantor)).temuan
    nilai = Target.objects.filter(nilai__isnull=False).order_by("indikator__kode")
    assert list(nilai.values_list("nilai", flat=True)) == [Decimal("90.5"), Decimal("3.5")]
    assert set(RiwayatSatker.objects.values_list("berlaku_dari", flat=True)) == {datetime.date(2020, 1, 1)}
    kosong = Realisasi.objects.get(keadaan="tidak_ada_objek")
    assert (kosong.pembilang, kosong.penyebut, kosong.nilai) == (None, None, None)
    # The same facts in plain form are the same facts.
    assert impor(tulis(tmp_path / "b.xlsx", make_kantor())).jumlah.berubah == 1


@pytest.mark.django_db
def test_persen_bergaya_excel(tmp_path):
    berkas = tulis(tmp_path / "a.xlsx", make_kantor())
    buku = load_workbook(berkas)
    buku["Target"]["E2"] = 0.974
    buku["Target"]["E2"].number_format = "0.0%"
    buku.save(berkas)
    assert not impor(berkas).temuan
    assert Target.objects.get(indikator__kode="I-1").nilai == Decimal("97.4")
    buku["Pagu Satker"]["C2"].number_format = "0%"
    buku.save(berkas)
    (galat,) = impor(berkas).temuan
    assert (galat.tempat, galat.aturan) == ("Pagu Satker!C2", "Pagu bukan persentase.")


@pytest.mark.django_db
def test_kebiasaan_kolom_memutuskan_yang_bermakna_dua(tmp_path):
    kantor = make_kantor()
    kantor["Realisasi"][1][6:8] = ["5,050", "6,5"]
    kantor["Realisasi"][2][6:8] = ["8,5", "1.250"]
    hasil = impor(tulis(tmp_path / "a.xlsx", kantor))
    assert not hasil.ditolak
    angka = Realisasi.objects.filter(bulan=1).order_by("id").values_list("pembilang", "penyebut", "mentah")
    assert list(angka) == [
        (Decimal("5.05"), Decimal("6.5"), "5,050; 6,5"),
        (Decimal("8.5"), Decimal(1250), "8,5; 1.250"),
    ]


# Names


@pytest.mark.django_db
def test_satker_disebut_dengan_kodenya(tmp_path):
    impor(tulis(tmp_path / "a.xlsx", make_kantor()))
    kantor = make_kantor()
    for nama, baris in kantor.items():
        for sel in baris[1:]:
            for kolom, judul in enumerate(baris[0]):
                if judul in ("Satker", "Induk") and nama not in ("Unit Kerja", "Sasaran"):
                    sel[kolom] = {"kanwil-a": 100001, "lapas-a": "100002"}.get(sel[kolom], sel[kolom])
    hasil = impor(tulis(tmp_path / "b.xlsx", kantor))
    assert not hasil.temuan
    assert hasil.jumlah == Perubahan(sama=JUMLAH_BARIS)


@pytest.mark.django_db
def test_kunci_mengalahkan_kode_yang_sama(tmp_path):
    kantor = make_kantor()
    kantor["Satker"][3][1] = "lapas-a"
    assert impor(tulis(tmp_path / "a.xlsx", kantor)).disimpan
    assert Realisasi.objects.filter(satker__kunci="lapas-a").count() == 1


@pytest.mark.django_db
def test_unit_kerja_senama_di_dua_satker(tmp_path):
    kantor = make_kantor()
    for baris in kantor["Unit Kerja"][1:3]:
        kantor["Unit Kerja"].append(["lapas-a", *baris[1:]])
    (galat,) = impor(tulis(tmp_path / "a.xlsx", kantor)).temuan
    assert galat.tempat == "Indikator!L2"
    assert "kanwil-a/bagian-umum" in galat.cara
    kantor["Indikator"][1][11] = "lapas-a/bagian-umum"
    assert impor(tulis(tmp_path / "b.xlsx", kantor)).disimpan
    assert UnitKerja.objects.count() == 4
    assert {str(u.induk.satker) == str(u.satker) for u in UnitKerja.objects.filter(induk__isnull=False)} == {
        True
    }
    assert Indikator.objects.get(kode="I-1").penanggung_jawab.satker.kunci == "lapas-a"


@pytest.mark.django_db
def test_satker_berganti_nama_dan_induk(tmp_path):
    impor(tulis(tmp_path / "a.xlsx", make_kantor()))
    kantor = {"Satker": make_kantor()["Satker"]}
    lama = kantor["Satker"][3]
    lama[9] = datetime.date(2023, 12, 31)
    kantor["Satker"].append([*lama[:3], "Lapas Baru", *lama[4:6], "lapas-a", *lama[7:8], "1/1/2024", None])
    hasil = impor(tulis(tmp_path / "b.xlsx", kantor))
    assert not hasil.temuan
    assert hasil.perubahan["Satker"] == Perubahan(baru=1, berubah=1, sama=2)
    riwayat = RiwayatSatker.objects.filter(satker=Satker.objects.cari("lapas-b")).order_by("berlaku_dari")
    assert [(r.nama, r.induk.kunci) for r in riwayat] == [("Lapas B", "kanwil-a"), ("Lapas Baru", "lapas-a")]


@pytest.mark.django_db
def test_satker_berganti_kode_terhitung_sebagai_barisnya(tmp_path):
    impor(tulis(tmp_path / "a.xlsx", make_kantor()))
    kantor = {"Satker": make_kantor()["Satker"]}
    kantor["Satker"][3][1] = "100009"
    hasil = impor(tulis(tmp_path / "b.xlsx", kantor))
    assert hasil.perubahan["Satker"] == Perubahan(berubah=1, sama=2)
    assert Satker.objects.get(kunci="lapas-b").kode == "100009"


@pytest.mark.django_db
def test_nama_berkas_yang_bukan_teks(tmp_path):
    berkas = tulis(tmp_path / "a.xlsx", make_kantor())
    aneh = berkas.rename(tmp_path / ("x" * 240 + "\udcff.xlsx"))
    assert impor(aneh).disimpan
    assert Impor.objects.get().berkas == "x" * 240 + "?.xlsx"
