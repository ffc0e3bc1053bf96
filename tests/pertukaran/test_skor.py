"""Tables of scores in files of their own: headers of exports and of print, verdicts, mistakes by file and cell."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
import xlsxwriter
from perkakas.skor_sampel import DOKUMEN, FOLDER, make_dokumen

from kinerja.aturan.parameter import BelumBerlaku
from kinerja.aturan.telaah.selang import Putusan
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.pertukaran.skor import INSTRUMEN, score_tabel
from kinerja.pertukaran.temuan import Tingkat

TA_2023, TA_2024 = date(2023, 12, 31), date(2024, 12, 31)
SMART = "satker,realisasi_anggaran,konsistensi_rpd_akhir,capaian_keluaran_kegiatan,efisiensi,nilai"
IKPA = (
    "nama_satker,revisi_dipa,deviasi_hal_iii_dipa,penyerapan_anggaran,belanja_kontraktual,penyelesaian_tagihan,"
    "pengelolaan_up_tup,dispensasi_spm,capaian_output,nilai_total,konversi_bobot_persen,nilai_akhir"
)
NKA = "satker,nilai_smart,nilai_ikpa,nilai_kinerja_anggaran"


def nilai(tmp_path, kunci, kepala, *baris, pada=TA_2023):
    berkas = tmp_path / f"{kunci}.csv"
    berkas.write_text("\n".join((kepala, *baris)) + "\n", encoding="utf-8")
    return score_tabel(berkas, kunci, pada)


def tulis_xlsx(berkas, baris, gabungan=()):
    buku = xlsxwriter.Workbook(str(berkas))
    lembar = buku.add_worksheet("Tabel")
    for nomor, isi in enumerate(baris):
        lembar.write_row(nomor, 0, isi)
    for rentang, teks in gabungan:
        lembar.merge_range(rentang, teks)
    buku.close()
    return berkas


@pytest.mark.parametrize("kunci", INSTRUMEN)
def test_contoh_cocok_seluruhnya(kunci):
    hasil = score_tabel(FOLDER / f"{kunci}.csv", kunci, TA_2023)
    assert Counter(b.putusan for b in hasil.baris) == {Putusan.COCOK: 37}
    assert hasil.temuan == ()
    assert [d.startswith("RATA - RATA") for d in hasil.dilewati] == [True] * (kunci == "ikpa")


def test_dokumen_nilai_terbit_mutakhir():
    """`python -m perkakas.skor_sampel` writes it anew."""
    assert DOKUMEN.read_text(encoding="utf-8") == make_dokumen()


def test_xlsx_berjudul_dua_baris_seperti_tercetak(tmp_path):
    """Tabel 209 as a spreadsheet: names over two rows, a group over several columns, percent, a row of the mean."""
    bawah = ["Revisi DIPA", "Deviasi Hal. III DIPA", "Penyerapan Anggaran", "Belanja Kontraktual"]
    bawah += ["Penyelesaian Tagihan", "Pengelolaan UP/TUP", "Dispensasi SPM", "Capaian Output"]
    angka = [10, 8.83, 20, 0, 0, 9.95, 5, 25, 78.78, "80%", 98.48]
    baris = [
        ["Tabel 209. Rekapitulasi Nilai IKPA"],
        [],
        ["", "", "", "", "Kualitas Perencanaan"],
        ["", "", "", "", *bawah],
        [1, 408816, "KANWIL DITJEN PP", 355000000, *angka],
        ["", "", "RATA - RATA", "", *[""] * 10, 98.06],
    ]
    tegak = ("A3:A4", "No"), ("B3:B4", "Kode Satker"), ("C3:C4", "Nama Satker"), ("D3:D4", "Pagu")
    kanan = ("M3:M4", "Nilai Total"), ("N3:N4", "Konversi Bobot"), ("O3:O4", "Nilai Akhir")
    hasil = score_tabel(tulis_xlsx(tmp_path / "ikpa.xlsx", baris, (*tegak, *kanan)), "ikpa", TA_2023)
    assert [(b.satker, b.baris, b.hasil.nilai, b.putusan) for b in hasil.baris] == [
        ("KANWIL DITJEN PP", 5, Decimal("98.48"), Putusan.COCOK)
    ]
    assert (hasil.dilewati, hasil.temuan) == (("RATA - RATA",), ())


def test_xlsx_dengan_judul_kelompok(tmp_path):
    """Tabel 210: headings of groups between the offices, numbers without their last zero."""
    baris = [
        ["No", "SATKER", "Nilai SMART", "Nilai IKPA", "Nilai Kinerja Anggaran"],
        ["", "KANWIL"],
        [1, "Setjen", 89.14, 98.01, 92.688],
        [2, "Pemasyarakatan", 81.38, 100, 88.828],
        [3, "Keliru", 89.5, 98.7, 93.19],
    ]
    hasil = score_tabel(tulis_xlsx(tmp_path / "nka.xlsx", baris), "nka", TA_2023)
    assert [b.putusan for b in hasil.baris] == [Putusan.COCOK, Putusan.COCOK, Putusan.TIDAK]
    assert hasil.baris[2].selisih == Decimal("-0.01")
    assert hasil.dilewati == ("KANWIL",)


def test_csv_bertitik_koma_dan_koma_desimal(tmp_path):
    kepala = "Satuan Kerja;Penyerapan;Konsistensi RPD;CRO;Efisiensi;Nilai SMART"
    hasil = nilai(tmp_path, "smart", kepala, "Setjen;57,53;97,39;93,18;20,00;92,44")
    assert [(b.hasil.nilai, b.putusan) for b in hasil.baris] == [(Decimal("92.43869"), Putusan.COCOK)]
    dipotong = nilai(tmp_path, "smart", kepala, "Setjen;57,53;97,39;93,18;20,00;92,43")
    assert dipotong.baris[0].putusan is Putusan.DIPOTONG
    # More commas than semicolons: the header, which has no decimals, tells what separates.
    bernama = [f"Lapas A, Kelas {n};57,53;97,39;93,18;20,00;92,44" for n in range(40)]
    assert len(nilai(tmp_path, "smart", kepala, *bernama).baris) == 40
    tanpa = nilai(tmp_path, "smart", kepala.rpartition(";")[0], "Setjen;57,53;97,39;93,18;20,00")
    assert (tanpa.baris[0].putusan, tanpa.baris[0].selisih) == (None, None)


def test_tahun_menentukan_rezim(tmp_path):
    baru = nilai(tmp_path, "smart", "satker,efektivitas,efisiensi,nilai", "A,90.00,60.00,82.50", pada=TA_2024)
    assert [(b.hasil.nilai, b.putusan) for b in baru.baris] == [(Decimal("82.5"), Putusan.COCOK)]
    lama = nilai(tmp_path, "smart", SMART, "A,57.53,97.39,93.18,20,92.44", pada=TA_2024)
    assert "Efektivitas" in lama.temuan[0].aturan
    kepala = IKPA.replace("dispensasi_spm", "pengurang")
    ikpa = nilai(tmp_path, "ikpa", kepala, "A,10,15,20,10,10,10,0.75,25,100,100,99.25", pada=TA_2024)
    assert [(b.hasil.nilai, b.putusan) for b in ikpa.baris] == [(Decimal("99.25"), Putusan.COCOK)]
    for kunci, tahun in (("smart", 2020), ("ikpa", 2021), ("nka", 2021)):
        with pytest.raises(BelumBerlaku):
            score_tabel(FOLDER / f"{kunci}.csv", kunci, date(tahun, 12, 31))


def test_ikpa_tanpa_konversi_memakai_sel_kosong(tmp_path):
    kepala = IKPA.replace("konversi_bobot_persen,", "")
    hasil = nilai(
        tmp_path,
        "ikpa",
        kepala,
        "A,10,8.83,20,,,9.95,5,25,78.78,98.48",
        "B,10,8.83,20,0,0,9.95,5,25,78.78,78.78",
    )
    assert [b.putusan for b in hasil.baris] == [Putusan.COCOK, Putusan.COCOK]


@pytest.mark.parametrize(
    ("kunci", "kepala", "baris", "tempat", "aturan"),
    [
        ("smart", SMART, ",57.53,97.39,93.18,20,92.44", "smart!A2", "Nama satker kosong."),
        ("smart", SMART, "A,157.53,97.39,93.18,20,92.44", "smart!B2", "harus antara 0 dan 100"),
        ("smart", SMART, "A,57.53,-1.50,93.18,20,92.44", "smart!C2", "harus antara 0 dan 100"),
        ("smart", SMART, "A,57.53,97.39,93.18,20.50,92.44", "smart!E2", "harus antara −20 dan 20"),
        ("smart", SMART, "A,57.53,,93.18,20,92.44", "smart!C2", "kosong"),
        ("smart", SMART, "A,57.53,97.39,93.18,20,192.44", "smart!F2", "harus antara 0 dan 100"),
        ("smart", SMART, "A,lima,97.39,93.18,20,92.44", "smart!B2", "tidak terbaca sebagai angka"),
        ("smart", SMART, "A,57,53,97,39,93,18,20,92,44", "smart!G2", "lebih panjang daripada baris judul"),
        ("smart", "satker,a,b", "A,1,2", "smart", "Kolom tidak ditemukan"),
        ("smart", SMART, "", "smart", "Tidak ada satu pun baris"),
        ("ikpa", IKPA, "A,10.01,8.83,20,0,0,9.95,5,25,78.78,80,98.48", "ikpa!B2", "harus antara 0 dan 10"),
        ("ikpa", IKPA, "A,10,8.83,20,0,0,9.95,5,25,78.78,85,98.48", "ikpa!K2", "Konversi bobot"),
        ("ikpa", IKPA, "A,0,0,0,0,0,0,0,0,0,0,0", "ikpa!K2", "Konversi bobot"),
        ("nka", NKA, "A,101.5,98.01,92.68", "nka!B2", "harus antara 0 dan 100"),
    ],
)
def test_kesalahan_menyebut_sel_dan_perbaikannya(tmp_path, kunci, kepala, baris, tempat, aturan):
    hasil = nilai(tmp_path, kunci, kepala, baris)
    galat = [t for t in hasil.temuan if t.tingkat is Tingkat.GALAT]
    assert tempat in [t.tempat for t in galat]
    satu = next(t for t in galat if t.tempat == tempat)
    assert aturan in satu.aturan
    assert satu.cara


def test_baris_baik_tetap_dinilai_di_samping_yang_salah(tmp_path):
    hasil = nilai(tmp_path, "nka", NKA, "A,89.14,98.01,92.69", "B,189.14,98.01,92.69", "A,89.14,98.01,92.69")
    assert [b.satker for b in hasil.baris] == ["A", "A"]
    assert [(t.tempat, t.tingkat) for t in hasil.temuan] == [
        ("nka!B3", Tingkat.GALAT),
        ("nka!2", Tingkat.PERINGATAN),
        ("nka!4", Tingkat.PERINGATAN),
    ]


def test_jumlah_tercetak_yang_janggal_diperingatkan(tmp_path):
    hasil = nilai(tmp_path, "ikpa", IKPA, "A,10.00,8.83,20.00,0.00,0.00,9.95,5.00,25.00,79.78,80,98.48")
    assert [(t.tempat, t.tingkat) for t in hasil.temuan] == [("ikpa!J2", Tingkat.PERINGATAN)]
    assert len(hasil.baris) == 1


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [
        (b"", "kosong"),
        (b"PK\x03\x04 rusak", "tidak utuh"),
        (b"%PDF-1.7", "bukan XLSX atau CSV"),
        (b'satker,nilai\n"A,1\n', "bukan CSV yang utuh"),
        (b"\x00\x01\x02\x03" * 50, "tidak dikenali"),
    ],
)
def test_berkas_yang_bukan_tabel_ditolak(tmp_path, isi, pesan):
    berkas = tmp_path / "smart.csv"
    berkas.write_bytes(isi)
    with pytest.raises(BerkasDitolak, match=pesan):
        score_tabel(berkas, "smart", TA_2023)


def test_bukan_berkas_ditolak(tmp_path):
    for alamat in (tmp_path, tmp_path / "tidak-ada.csv"):
        with pytest.raises(BerkasDitolak, match="bukan berkas"):
            score_tabel(alamat, "smart", TA_2023)
