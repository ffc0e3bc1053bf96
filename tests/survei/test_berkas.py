"""Files: the template and what is read back cell by cell, the export, the tables of the command line, the sample."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook
from perkakas.survei_sampel import TUJUAN, list_banding, render
from tests.pengukuran.kantor import PADA
from tests.survei.kantor import agregat, buka, jawab, make_kantor_survei

from kinerja.antarmuka.cli import main
from kinerja.aturan.parameter import BelumBerlaku
from kinerja.pertukaran.skor_skm import score_skm
from kinerja.survei.berkas import make_ekspor, make_templat, parse_nilai, read_jawaban
from kinerja.survei.models import Survei
from kinerja.survei.operations.survei import save_agregat
from kinerja.survei.queries import get_hasil, list_deret

UNSUR = ",".join(f"U{n}" for n in range(1, 10))
AKHIR = date(2023, 12, 31)


def test_dokumen_sampel_mutakhir():
    """`python -m perkakas.survei_sampel` writes it anew."""
    assert TUJUAN.read_text(encoding="utf-8") == render()


def test_putusan_atas_tabel_sampel():
    beda = [(b.tabel, b.hal) for b in list_banding() if b.putusan == "tidak cocok"]
    assert beda == [
        (6, "Konversi Mei"),
        (6, "Konversi Juli"),
        (123, "Rata-rata kanim-palembang"),
        (123, "IKM layanan keimigrasian"),
    ]
    assert {b.putusan for b in list_banding() if b.tabel in (13, 127)} == {"cocok"}


@pytest.mark.parametrize(
    ("isi", "nilai"),
    [("4", 4), (" 3 ", 3), (2.0, 2), ("1,0", 1), ("5", None), ("0", None), ("A", None), (2.5, None)],
)
def test_nilai_yang_diketik(isi, nilai):
    assert parse_nilai(isi) == nilai


@pytest.mark.django_db
@pytest.mark.satu_mesin
def test_templat_diisi_lalu_dibaca(tmp_path):
    survei = buka(make_kantor_survei())
    buku = load_workbook(BytesIO(make_templat(survei)))
    lembar = buku.active
    lembar.append([4, 3, 4, 4, 4, 4, 4, 4, None])
    lembar.append([1, 2, 3, 4, 4, 4, 4, 4, 4])
    buku.save(tmp_path / "isi.xlsx")
    isian, temuan = read_jawaban(tmp_path / "isi.xlsx", survei)
    assert (len(isian), len(isian[0]), temuan) == (2, 8, ())
    lembar["C5"] = 7
    buku.save(tmp_path / "salah.xlsx")
    (satu,) = read_jawaban(tmp_path / "salah.xlsx", survei)[1]
    assert (satu.tempat, satu.terbaca) == (f"{lembar.title}!C5", "7.0")
    lembar["A3"] = "lain"
    buku.save(tmp_path / "kepala.xlsx")
    assert "baris judul" in read_jawaban(tmp_path / "kepala.xlsx", survei)[1][0].pesan


@pytest.mark.django_db
@pytest.mark.satu_mesin
def test_ekspor_memuat_hasil_bukan_jawaban():
    kantor = make_kantor_survei()
    survei = buka(kantor, populasi=10)
    jawab(kantor, survei, 4, 3)
    satu = Survei.objects.get()
    buku = load_workbook(BytesIO(make_ekspor(get_hasil(satu), list_deret(satu))))
    isi = [sel for lembar in buku for baris in lembar.iter_rows(values_only=True) for sel in baris]
    assert {"Persyaratan", 87.5, 2, 10} <= set(isi)
    assert "kertas" not in isi


def tulis(tmp_path, *baris):
    berkas = tmp_path / "skm.csv"
    berkas.write_text("\n".join(baris) + "\n", encoding="utf-8")
    return berkas


def test_tabel_agregat_dengan_nilai_tercetak(tmp_path):
    berkas = tulis(
        tmp_path,
        f"Satker,{UNSUR},Responden,Populasi,IKM",
        'A,"3,2","3,1",3,"3,9","3,3","3,4","3,5","3,6","3,1",40,120,"83,61"',
        'B,4,4,4,4,4,4,4,4,4,1,,"99,00"',
        "C,5,4,4,4,4,4,4,4,4,9,8,",
        "D,4,4,4,4,4,4,4,4,,9,,",
    )
    hasil = score_skm(berkas, AKHIR)
    assert [(b.satker, b.putusan.value) for b in hasil.baris] == [("A", "cocok"), ("B", "tidak cocok")]
    assert hasil.baris[0].hasil.predikat.nama == "B (Baik)"
    assert {t.sel for t in hasil.temuan} == {"B4", "L4", "J5"}
    suku = {s.label: s for _, s in hasil.baris[0].hasil.uraian.telusuri()}
    assert suku["Sampel minimum"].nilai == 92
    with pytest.raises(BelumBerlaku):
        score_skm(berkas, date(2016, 12, 31))


def test_tabel_jawaban_mentah(tmp_path):
    berkas = tulis(tmp_path, UNSUR, "4,3,3,4,4,4,3,3,4", "3,3,3,3,4,4,3,3,", "")
    (satu,) = score_skm(berkas, AKHIR).baris
    assert round(satu.hasil.nilai, 4) == Decimal("86.1111")
    per_satker = tulis(tmp_path, f"Satker,{UNSUR}", "A,4,4,4,4,4,4,4,4,4", "B,1,1,1,1,1,1,1,1,1")
    assert [b.hasil.nilai for b in score_skm(per_satker, AKHIR).baris] == [100, 25]
    assert score_skm(tulis(tmp_path, UNSUR, ",,,,,,,,"), AKHIR).temuan
    (kosong,) = score_skm(tulis(tmp_path, UNSUR, "4,4,4,4,4,4,4,4,", "3,4,4,4,4,4,4,4,"), AKHIR).temuan
    assert (kosong.sel, kosong.cara) == ("I2", "Lengkapi jawabannya.")
    assert "U9 tidak dijawab seorang pun" in kosong.aturan
    assert "U9" in score_skm(tulis(tmp_path, UNSUR.removesuffix(",U9"), "4"), AKHIR).temuan[0].aturan


def test_perintah_skor_skm(tmp_path, capsys):
    berkas = tulis(tmp_path, UNSUR, "4,4,4,4,4,4,4,4,4")
    assert main(["skor", "skm", str(berkas), "--tahun", "2023"]) == 0
    assert "100,00 (A (Sangat baik))" in capsys.readouterr().out
    assert main(["skor", "skm", str(berkas), "--tahun", "2015"]) == 1


@pytest.mark.django_db
@pytest.mark.satu_mesin
def test_agregat_tanpa_responden_tidak_kecil():
    """Nobody knows how many: then it is not a small group, and the page says that the number is missing."""
    kantor = make_kantor_survei()
    survei = buka(kantor)
    assert (
        save_agregat(survei=survei, isi=agregat("97.32", None), oleh=kantor.orang["operator-a"], pada=PADA)
        == ()
    )
    hasil = get_hasil(Survei.objects.get())
    assert (hasil.kecil, hasil.responden, hasil.sampel) == (False, None, None)


def test_nilai_tercetak_berbobot_0111_disebut(tmp_path):
    """The means agree within their rounding, but nobody can reach 100 with 0.111."""
    kepala, unsur = f"Satker,{UNSUR},Responden,IKM", ",".join(["4.00"] * 9)
    hasil = score_skm(tulis(tmp_path, kepala, f"A,{unsur},40,99.90", f"B,{unsur},40,100"), AKHIR)
    (temuan,) = hasil.temuan
    assert (temuan.sel, temuan.tingkat, temuan.cara) == ("L2", "peringatan", "Tulis 100,00.")
    assert "1/9" in temuan.aturan
    assert len(hasil.baris) == 2
