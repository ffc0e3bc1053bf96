"""The rules of a Perjanjian Kinerja: days, grounds, parties, contents, and who leads it on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kinerja.aturan.parameter import BelumBerlaku
from kinerja.aturan.perjanjian import (
    BahanIndikator,
    BahanPerjanjian,
    LangkahPerjanjian,
    StatusPerjanjian,
    TindakanPerjanjian,
    Tingkat,
    check_perjanjian,
    compute_batas_perjanjian,
    decide_perjanjian,
    is_jabatan_sama,
    list_dasar_perubahan,
    strip_pelaksana,
)

D, P, T = StatusPerjanjian
INDIKATOR = BahanIndikator("I-1", "S-1", "%", True, "definisi")
SAH = BahanPerjanjian(
    tahun=2023,
    nomor=1,
    tanggal=date(2023, 1, 2),
    tanggal_dipa=date(2022, 12, 5),
    pagu_dipa=5_134_098_000,
    anggaran=5_134_098_000,
    pihak_kedua="Plt. Direktur Jenderal Imigrasi",
    atasan=("Sekretaris Jenderal", "Direktur Jenderal Imigrasi"),
    sasaran=("S-1",),
    indikator=(INDIKATOR,),
)


@pytest.mark.parametrize(
    ("dipa", "batas"),
    [
        (date(2022, 12, 5), date(2023, 1, 5)),
        (date(2023, 1, 31), date(2023, 2, 28)),
        (date(2024, 1, 31), date(2024, 2, 29)),
        (date(2023, 11, 30), date(2023, 12, 30)),
    ],
)
def test_batas_satu_bulan_sesudah_dipa(dipa, batas):
    hari, aturan = compute_batas_perjanjian(dipa)
    assert hari == batas
    assert "Pasal 12 ayat (3)" in aturan.dasar_hukum


def test_aturan_tidak_berlaku_sebelum_peraturannya():
    with pytest.raises(BelumBerlaku):
        compute_batas_perjanjian(date(2014, 1, 1))


def test_perjanjian_yang_sah_tanpa_temuan():
    assert check_perjanjian(SAH) == ()
    assert check_perjanjian(replace(SAH, pihak_kedua="", atasan=None)) == ()
    assert check_perjanjian(replace(SAH, tanggal=date(2023, 1, 5))) == ()


UBAHAN = {"nomor": 2, "dasar_perubahan": "perubahan_strategi", "alasan": "pagu berubah"}


@pytest.mark.parametrize(
    ("lain", "harus"),
    [
        ({"tanggal": None}, {("salah", "pk_bertanggal")}),
        (
            {"tanggal": None, "tanggal_dipa": None},
            {("salah", "pk_bertanggal"), ("perhatian", "pk_sesudah_dipa")},
        ),
        ({"tanggal_dipa": None}, {("perhatian", "pk_sesudah_dipa")}),
        ({"tanggal": date(2022, 12, 4)}, {("salah", "pk_sesudah_dipa")}),
        ({"tanggal": date(2023, 1, 6)}, {("perhatian", "pk_tepat_waktu")}),
        ({**UBAHAN, "tanggal": date(2023, 8, 1)}, set()),
        ({**UBAHAN, "dasar_perubahan": "iseng"}, {("salah", "pk_dasar_perubahan")}),
        (
            {**UBAHAN, "dasar_perubahan": "", "tanggal": None},
            {("salah", "pk_dasar_perubahan"), ("salah", "pk_bertanggal")},
        ),
        ({**UBAHAN, "alasan": " "}, {("salah", "pk_dasar_perubahan")}),
        ({"atasan": None}, {("perhatian", "pk_pihak_kedua")}),
        ({"atasan": ()}, {("salah", "pk_pihak_kedua")}),
        ({"atasan": ("Menteri",)}, {("salah", "pk_pihak_kedua")}),
        ({"sasaran": ("S-1", "S-2")}, {("salah", "pk_berindikator")}),
        ({"sasaran": (), "indikator": ()}, {("salah", "pk_berindikator")}),
        ({"indikator": (replace(INDIKATOR, bertarget=False),)}, {("salah", "pk_bertarget")}),
        ({"indikator": (replace(INDIKATOR, satuan=" "),)}, {("salah", "pk_bersatuan")}),
        ({"indikator": (replace(INDIKATOR, definisi=""),)}, {("perhatian", "pk_berdefinisi")}),
        ({"pagu_dipa": None}, {("perhatian", "pk_jumlah_anggaran")}),
        ({"anggaran": 5_028_378_000}, {("salah", "pk_jumlah_anggaran")}),
    ],
)
def test_setiap_syarat_dilanggar_satu_per_satu(lain, harus):
    temuan = check_perjanjian(replace(SAH, **lain))
    assert {(t.tingkat.value, t.temuan.kode) for t in temuan} == harus
    for satu in temuan:
        assert satu.temuan.pesan
        assert satu.temuan.cara
        assert "PermenPANRB 53/2014" in satu.aturan.dasar_hukum


def test_selisih_anggaran_disebut_dan_daftar_panjang_diringkas():
    (beda,) = check_perjanjian(replace(SAH, anggaran=5_028_378_000))
    assert "Rp5.028.378.000" in beda.temuan.pesan
    assert "105.720.000" in beda.temuan.pesan
    banyak = tuple(replace(INDIKATOR, kode=f"I-{n}", definisi="") for n in range(1, 12))
    (kurang,) = check_perjanjian(replace(SAH, indikator=banyak))
    assert kurang.tingkat is Tingkat.PERHATIAN
    assert kurang.temuan.pesan.endswith("I-8, dan 3 lainnya.")


def test_tiga_dasar_perubahan():
    assert list(list_dasar_perubahan(date(2023, 6, 1))) == [
        "pergantian_pejabat",
        "perubahan_strategi",
        "perubahan_prioritas",
    ]


@pytest.mark.parametrize(
    ("satu", "dua", "sama"),
    [
        ("Plt. Direktur Jenderal Imigrasi", "direktur jenderal  imigrasi", True),
        ("Plh. Kepala", "Pj. Kepala", True),
        ("Kepala Divisi", "Kepala Bagian", False),
        ("", "", False),
    ],
)
def test_jabatan_dikenali_tanpa_plt(satu, dua, sama):
    assert is_jabatan_sama(satu, dua) is sama


def test_kata_pertama_yang_bukan_plt_tetap():
    assert strip_pelaksana("  Kepala   Kantor ") == "Kepala Kantor"


def langkah(tindakan: str, **lain) -> LangkahPerjanjian:
    isi = {"pelaku": "b", "pembuat": "a", "jabatan": "Kepala", "jabatan_pelaku": "Plt. Kepala"} | lain
    return LangkahPerjanjian(TindakanPerjanjian(tindakan), **isi)


@pytest.mark.parametrize(
    ("status", "wish", "menjadi", "kode"),
    [
        (D, langkah("paraf"), P, []),
        (D, langkah("paraf", pelaku="a"), D, ["pembuat_sendiri"]),
        (D, langkah("tanda_tangani"), D, ["peralihan_tidak_ada"]),
        (P, langkah("kembalikan", alasan="salah pagu"), D, []),
        (P, langkah("kembalikan", pelaku="a", alasan="salah"), D, []),
        (P, langkah("kembalikan"), P, ["alasan_wajib"]),
        (P, langkah("tanda_tangani"), T, []),
        (P, langkah("tanda_tangani", pelaku="a"), P, ["pembuat_sendiri"]),
        (P, langkah("tanda_tangani", sudah=frozenset({"Kepala"})), P, ["sudah_ditandatangani"]),
        (P, langkah("tanda_tangani", jabatan_pelaku="Operator"), P, ["pihak_keliru"]),
        (P, langkah("tanda_tangani", jabatan_pelaku=""), P, ["pihak_keliru"]),
        (T, langkah("tanda_tangani"), T, ["peralihan_tidak_ada"]),
        (T, langkah("kembalikan", alasan="x"), T, ["peralihan_tidak_ada"]),
    ],
)
def test_tabel_keadaan(status, wish, menjadi, kode):
    hasil, temuan = decide_perjanjian(status, wish)
    assert (hasil, [t.kode for t in temuan]) == (menjadi, kode)
