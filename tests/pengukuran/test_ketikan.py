"""What is typed into a cell: numbers, words, halves, and what has two meanings."""

from decimal import Decimal

import pytest

from kinerja.aturan.capaian import Keadaan
from kinerja.aturan.peringatan import Isian
from kinerja.dasar.angka import Kebiasaan
from kinerja.pengukuran.ketikan import Ketikan, cetak_isian, cetak_ketikan, read_kebiasaan, read_ketikan
from kinerja.pengukuran.kisi import SelKetik
from kinerja.pengukuran.sel import KunciSel
from kinerja.perencanaan.models import Indikator

KUNCI = KunciSel(1, 2, 2024, 1)
PASANGAN = SelKetik(KUNCI, Indikator(satuan="%", cara_hitung="rasio"), None)
NILAI = SelKetik(KUNCI, Indikator(satuan="layanan", cara_hitung="nilai"), None)
PERSEN = SelKetik(KUNCI, Indikator(satuan="%", cara_hitung="nilai"), None)
TERISI = SelKetik(KUNCI, PASANGAN.indikator, Isian(pembilang=Decimal(3), penyebut=Decimal(4)))


def kode(sel, *teks, **lain):
    hasil = read_ketikan(Ketikan(*teks), sel, **lain)
    assert hasil.isian is None
    return tuple(t.kode for t in hasil.temuan)


@pytest.mark.parametrize(
    ("sel", "teks", "isian"),
    [
        (PASANGAN, ("60", "80"), Isian(pembilang=Decimal(60), penyebut=Decimal(80))),
        (
            PASANGAN,
            ("1.234.567", "2.000.000,5"),
            Isian(pembilang=Decimal(1234567), penyebut=Decimal("2000000.5")),
        ),
        (NILAI, ("33 layanan", None), Isian(nilai=Decimal(33))),
        (PERSEN, ("97,4%", None), Isian(nilai=Decimal("97.4"))),
        # Only one part was touched: the other stands as it is stored.
        (TERISI, ("5", None), Isian(pembilang=Decimal(5), penyebut=Decimal(4))),
        (TERISI, (None, "9"), Isian(pembilang=Decimal(3), penyebut=Decimal(9))),
        (TERISI, ("t", None), Isian(Keadaan.TIDAK_ADA_OBJEK)),
        (PASANGAN, ("Belum  ada data", ""), Isian(Keadaan.BELUM_ADA)),
        (PASANGAN, (None, "B"), Isian(Keadaan.BELUM_ADA)),
    ],
)
def test_yang_dapat_disimpan(sel, teks, isian):
    hasil = read_ketikan(Ketikan(*teks), sel)
    assert (hasil.isian, hasil.temuan) == (isian, ())


@pytest.mark.parametrize(
    ("sel", "teks", "temuan"),
    [
        (NILAI, ("5,050", None), ("angka_ganda",)),
        (NILAI, ("3.000", None), ("angka_ganda",)),
        (PASANGAN, ("3.000", "4.000"), ("angka_ganda", "angka_ganda")),
        (PASANGAN, ("enam", "8"), ("angka",)),
        (PASANGAN, ("60%", "80"), ("satuan_ketikan",)),
        (NILAI, ("50%", None), ("satuan_ketikan",)),
        (NILAI, ("Rp5", None), ("satuan_ketikan",)),
        (NILAI, ("5", "6"), ("bentuk_nilai",)),
        (PASANGAN, ("60", None), ("belum_lengkap",)),
        (PASANGAN, ("", "80"), ("belum_lengkap",)),
        (TERISI, ("", ""), ("kosong",)),
        (PASANGAN, ("t", "5"), ("hampa_berangka",)),
        (PASANGAN, ("", ""), ()),
        (NILAI, ("-", None), ()),
    ],
)
def test_yang_ditolak_atau_belum_apa_apa(sel, teks, temuan):
    assert kode(sel, *teks) == temuan


def test_pilihan_dari_menu():
    assert read_ketikan(Ketikan("", "", Keadaan.TIDAK_ADA_OBJEK), TERISI).isian == Isian(
        Keadaan.TIDAK_ADA_OBJEK
    )
    assert kode(TERISI, "5", None, Keadaan.BELUM_ADA) == ("hampa_berangka",)


def test_kolom_blok_memutuskan_tanda_desimal():
    """475,962 among 12.5 is thousands; among 12,5 three decimals; alone it is asked about."""
    for lain, harapan in (("12.5", Decimal(475962)), ("12,5", Decimal("475.962"))):
        kebiasaan = read_kebiasaan([Ketikan("475,962"), Ketikan(lain)])
        assert read_ketikan(Ketikan("475,962"), NILAI, kebiasaan).isian == Isian(nilai=harapan)
    assert read_kebiasaan([Ketikan("475,962"), Ketikan("7")]) == (None, None)
    assert kode(NILAI, "475,962", kebiasaan=(None, None)) == ("angka_ganda",)
    assert kode(NILAI, "12.5", kebiasaan=(Kebiasaan.KOMA, None)) == ("angka",)


@pytest.mark.parametrize(
    "angka", ["0", "7", "1234", "1234567", "0.5", "12.345", "1234.5678", "-3.25", "100.000"]
)
def test_yang_tercetak_di_kotak_terbaca_sama(angka):
    nilai = Decimal(angka)
    hasil = read_ketikan(Ketikan(cetak_ketikan(nilai)), NILAI)
    assert hasil.isian == Isian(nilai=nilai)


def test_isi_kotak():
    assert cetak_isian(None) == ("", "")
    assert cetak_isian(TERISI.isian) == ("3", "4")
    assert cetak_isian(Isian(nilai=Decimal("2.5000"))) == ("2,5", "")
