"""What the conformance pack of documents does not reach: readings that no text reader yields."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.aturan.telaah.buat import POKOK, fakta, kaitan

from kinerja.aturan.telaah.bobot import periksa_bobot
from kinerja.aturan.telaah.fakta import (
    Bagian,
    Bahan,
    Daftar,
    HimpunanBobot,
    Jenis,
    Keterangan,
    Lingkup,
    Pokok,
    Rumus,
    Tempat,
)
from kinerja.aturan.telaah.hitung import periksa_hitung
from kinerja.aturan.telaah.periksa import periksa
from kinerja.aturan.telaah.registri import list_pemeriksa
from kinerja.aturan.telaah.sama import periksa_anggaran, periksa_nilai
from kinerja.aturan.telaah.susunan import periksa_daftar, periksa_halaman, periksa_kegagalan, periksa_nomor
from kinerja.aturan.telaah.target import periksa_tahun_seragam, periksa_target
from kinerja.aturan.telaah.temuan import Kepastian, Temuan


def satu(semua: tuple[Temuan, ...]) -> Temuan:
    assert len(semua) == 1, [temuan.uraian for temuan in semua]
    return semua[0]


def test_capaian_makin_rendah_makin_baik_dengan_salah_ketik():
    salah = kaitan(Rumus.CAPAIAN, ["10", "8"], "102", Jenis.CAPAIAN)
    temuan = satu(periksa_hitung(Bahan(kaitan=(salah,))).temuan)
    assert "makin rendah makin baik: Dua angka tertukar" in temuan.uraian


def test_capaian_target_nol_tidak_dinilai():
    nol = kaitan(Rumus.CAPAIAN, ["0", "8"], "102", Jenis.CAPAIAN)
    assert periksa_hitung(Bahan(kaitan=(nol,))).diperiksa == 0


def test_capaian_salah_tanpa_petunjuk():
    salah = kaitan(Rumus.CAPAIAN, ["7", "3"], "987,65", Jenis.CAPAIAN)
    temuan = satu(periksa_hitung(Bahan(kaitan=(salah,))).temuan)
    assert temuan.kode == "hitung-capaian"
    assert temuan.uraian.endswith("(987,645–987,655), terhitung 42,8571.")


def test_rata_rata_dari_satu_capaian_yang_salah_ikut_sebabnya():
    """A sasaran of one indicator repeats its wrong capaian: one cause, two places."""
    salah = kaitan(Rumus.CAPAIAN, ["10", "7"], "98,13", Jenis.CAPAIAN)
    rata = replace(
        salah, rumus=Rumus.RATA_RATA, masukan=(salah.hasil,), hasil=fakta("98,13", Jenis.RATA_RATA, baris=20)
    )
    asing = replace(rata, masukan=(fakta("55,00"), fakta("57,00")), hasil=fakta("56,00", baris=21))
    temuan = satu(periksa_hitung(Bahan(kaitan=(salah, rata, asing))).temuan)
    assert [tempat.tempat.baris for tempat in temuan.tempat] == [9, 20]


def test_bagian_yang_salah_ketik_disebut():
    salah = kaitan(Rumus.JUMLAH, ["120", "345", "678"], "1.233")
    temuan = satu(periksa_hitung(Bahan(kaitan=(salah,))).temuan)
    assert "Selisih 90" in temuan.uraian or "Pada bagian" in temuan.uraian


def test_jumlah_tanpa_petunjuk_menyebut_selisih():
    salah = kaitan(Rumus.JUMLAH, ["1.205", "3.457"], "6.989")
    temuan = satu(periksa_hitung(Bahan(kaitan=(salah,))).temuan)
    assert temuan.uraian.endswith("Selisih 2.327.")


def test_keyakinan_rendah_hanya_mungkin():
    salah = kaitan(Rumus.CAPAIAN, ["10", "7"], "98,13", Jenis.CAPAIAN)
    ragu = replace(salah, hasil=replace(salah.hasil, keyakinan=Decimal("0.5")))
    assert satu(periksa_hitung(Bahan(kaitan=(ragu,))).temuan).kepastian is Kepastian.MUNGKIN


def _bobot(*nilai: str, nama: str = "NKA", **lain: object) -> HimpunanBobot:
    bagian = ("smart", "ikpa", "lain")
    semua = tuple(fakta(n, Jenis.BOBOT, Pokok(f"bobot:{b}", b)) for n, b in zip(nilai, bagian, strict=False))
    resmi = (("smart", Decimal(60)), ("ikpa", Decimal(40)))
    return replace(HimpunanBobot(nama, semua, resmi), **lain)


@pytest.mark.parametrize(
    ("himpunan", "kode"),
    [
        (_bobot("60"), []),
        (_bobot("60", "40"), []),
        (_bobot("40", "60"), ["bobot-tukar"]),
        (_bobot("60", "50"), ["bobot-jumlah"]),
        (_bobot("60", "30", nama=""), []),
        (_bobot("50", "50", nama=""), []),
        (_bobot("60", "40", "10"), ["bobot-jumlah"]),
    ],
)
def test_bobot(himpunan: HimpunanBobot, kode: list[str]):
    assert [temuan.kode for temuan in periksa_bobot(Bahan(bobot=(himpunan,))).temuan] == kode


def test_bobot_lain_yang_membentuk_barisnya_diterima():
    """The rows decide: an office may have agreed on weights of its own."""
    baris = kaitan(Rumus.BERBOBOT, ["80", "90"], "85", tetapan=("0.6", "0.4"))
    assert not periksa_bobot(Bahan(bobot=(_bobot("50", "50", baris=(baris,)),))).temuan


def test_anggaran_dengan_dua_nilai():
    sasaran = Pokok("sasaran:x", "Terwujudnya layanan", Lingkup.SASARAN)
    dua = tuple(fakta(n, Jenis.PAGU, sasaran, baris=i) for i, n in enumerate(("1.000.000", "1.200.000"), 1))
    temuan = satu(periksa_anggaran(Bahan(tahun=2023, fakta=dua)).temuan)
    assert (temuan.kode, temuan.kepastian) == ("sama-anggaran", Kepastian.MUNGKIN)


def test_nilai_seri_tidak_memilih():
    dua = tuple(fakta(n, Jenis.REALISASI, baris=i) for i, n in enumerate(("90,14", "91,14"), 1))
    temuan = satu(periksa_nilai(Bahan(tahun=2023, fakta=dua)).temuan)
    assert {tempat.seharusnya for tempat in temuan.tempat} == {""}


def test_halaman_tak_terbaca():
    assert not periksa_halaman(Bahan()).temuan
    temuan = satu(periksa_halaman(Bahan(halaman_tak_terbaca=(3, 4))).temuan)
    assert [tempat.tempat.halaman for tempat in temuan.tempat] == [3, 4]


def test_kegagalan_tanpa_tahun():
    """Without a year of the report no capaian can be said to be this year's."""
    bagian = Bagian("Penyebab Keberhasilan", Tempat(baris=5), makna="penyebab", indikator=POKOK.kunci)
    bahan = Bahan(tahun=2023, fakta=(fakta("80", Jenis.CAPAIAN),), bagian=(bagian,))
    assert satu(periksa_kegagalan(bahan).temuan).kode == "susunan-kegagalan"
    assert not periksa_kegagalan(replace(bahan, tahun=None)).temuan


def test_target_tahun_lain_saja():
    """Nothing is unchanged in a year that has no target."""
    bahan = Bahan(
        tahun=2023,
        fakta=(fakta("80", Jenis.TARGET, tahun=2022), fakta("82", Jenis.REALISASI, tahun=2022)),
    )
    assert not [temuan for temuan in periksa_target(bahan).temuan if temuan.kode == "target-tetap"]


def _tabel(nomor: str, judul: str, baris: int) -> Keterangan:
    return Keterangan("tabel", nomor, judul, Tempat(baris=baris))


def test_tabel_lanjutan_bukan_nomor_ganda():
    """The second half of a table bears its number again."""
    semua = (_tabel("1", "Capaian", 1), _tabel("1", "Capaian (lanjutan)", 9), _tabel("2", "Pagu", 20))
    assert not periksa_nomor(Bahan(keterangan=semua)).temuan
    ganda = (_tabel("1", "Capaian", 1), _tabel("1", "Pagu", 9))
    assert satu(periksa_nomor(Bahan(keterangan=ganda)).temuan).kode == "susunan-nomor-ganda"


@pytest.mark.parametrize(
    ("nomor", "baris", "banyak"),
    [
        ((1, 2, 3), (), 0),
        ((1, 2, 2), (1, 2, 3), 1),
        ((1, 2, 2), (1, 2, 400), 0),
        ((1, 2, 4), (), 1),
        ((1, 2, 1), (1, 2, 3), 0),
        ((1, None, 4), (), 0),
    ],
)
def test_nomor_butir(nomor: tuple[int | None, ...], baris: tuple[int, ...], banyak: int):
    """A number twice far below is another list whose first item was lost."""
    tempat = tuple(Tempat(baris=satu) for satu in baris)
    daftar = Daftar("langkah", Tempat(baris=1), None, nomor, tempat)
    assert len(periksa_daftar(Bahan(daftar=(daftar,))).temuan) == banyak


def test_kemajuan_diberitahukan():
    kemajuan: list[tuple[object, ...]] = []
    periksa(Bahan(fakta=(fakta("1"),)), lambda *langkah: kemajuan.append(langkah))
    assert len(kemajuan) == len(list(list_pemeriksa()))


def test_tahun_tanpa_realisasi_tidak_dinilai_seragam():
    assert periksa_tahun_seragam(Bahan(tahun=2023, fakta=(fakta("80", Jenis.TARGET),))).diperiksa == 0
