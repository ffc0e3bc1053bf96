"""What is signed stays as it is, also against a workbook; the same rows once more are no change."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.pertukaran.kantor import impor, make_kantor, potret, tulis

from kinerja.organisasi.models import Satker
from kinerja.pelaporan.models import CakupanLaporan
from kinerja.pertukaran.lembar import BUKU, cari_lembar

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]
BERTAHUN = [s.nama for s in BUKU if {"satker", "tahun"} <= {k.kunci for k in s.kolom}]
BERTEKS = {"Rencana Aksi": 4, "Perjanjian": 4, "Narasi": 4, "Tabel Pendukung": 9}
"""The column to change in sheets without a number that is no key."""


def ubah(nama: str, baris: list[object]) -> None:
    """Change one value of a row that is no part of its key."""
    if nama in BERTEKS:
        baris[BERTEKS[nama]] = "Lain."
        return
    lembar = cari_lembar(nama)
    kolom = next(
        n
        for n, (k, isi) in enumerate(zip(lembar.kolom, baris, strict=True))
        if k.kunci not in lembar.tunggal and isinstance(isi, int | float)
    )
    baris[kolom] += 1


@pytest.fixture
def tersimpan(tmp_path):
    kantor = make_kantor()
    assert impor(tulis(tmp_path / "awal.xlsx", kantor)).disimpan
    return kantor


def bekukan(*pasangan: tuple[str, str], **lain) -> None:
    for induk, satker in pasangan:
        CakupanLaporan.objects.create(
            induk=Satker.objects.get(kunci=induk), satker=Satker.objects.get(kunci=satker), tahun=2023, **lain
        )


def test_isi_tahun_yang_dibekukan_ditolak_di_selnya(tersimpan, tmp_path):
    bekukan(("kanwil-a", "kanwil-a"), ("kanwil-a", "lapas-a"), ("kanwil-a", "lapas-b"))
    semula = potret()
    for nama in BERTAHUN:
        ubah(nama, tersimpan[nama][1])
    # New, of a satker and year that are frozen; and of a year that is not.
    tersimpan["Pagu Satker"].append(["lapas-b", 2023, 7])
    tersimpan["Pagu Satker"].append(["lapas-b", 2022, 7])
    hasil = impor(tulis(tmp_path / "ubah.xlsx", tersimpan))
    assert not hasil.disimpan
    letak = {
        s.nama: chr(ord("A") + [k.kunci for k in s.kolom].index("tahun")) for s in BUKU if s.nama in BERTAHUN
    }
    assert {t.tempat for t in hasil.temuan} == {f"{n}!{k}2" for n, k in letak.items()} | {"Pagu Satker!B3"}
    assert "revisi" in hasil.temuan[0].cara
    assert "kanwil-a tahun 2023" in hasil.temuan[0].aturan
    assert potret() == semula


def test_isi_yang_sama_tetap_bukan_peristiwa_dengan_satu_kueri(tersimpan, tmp_path):
    berkas = tulis(tmp_path / "sama.xlsx", tersimpan)
    bekukan(("kanwil-a", "kanwil-a"), ("kanwil-a", "lapas-a"))
    semula = potret()
    with CaptureQueriesContext(connection) as kueri:
        hasil = impor(berkas)
    assert hasil.disimpan
    assert (hasil.jumlah.baru, hasil.jumlah.berubah, hasil.temuan) == (0, 0, [])
    assert sum("cakupanlaporan" in q["sql"] for q in kueri.captured_queries) == 1
    assert potret() == semula


def test_tulisan_satker_hanya_dibekukan_laporannya_sendiri(tersimpan, tmp_path):
    tersimpan["Narasi"].append(["lapas-a", 2023, "kesimpulan", None, "Semula."])
    assert impor(tulis(tmp_path / "satu.xlsx", tersimpan)).disimpan
    bekukan(("kanwil-a", "lapas-a"))
    tersimpan["Narasi"][-1][-1] = "Diubah."
    assert impor(tulis(tmp_path / "dua.xlsx", tersimpan)).disimpan
    bekukan(("lapas-a", "lapas-a"))
    tersimpan["Narasi"][-1][-1] = "Diubah lagi."
    assert [t.tempat for t in impor(tulis(tmp_path / "tiga.xlsx", tersimpan)).temuan] == ["Narasi!B4"]


def test_revisi_membukanya(tersimpan, tmp_path):
    bekukan(("kanwil-a", "lapas-a"), beku=False)
    tersimpan["Pagu Satker"][1][2] = 1
    hasil = impor(tulis(tmp_path / "ubah.xlsx", tersimpan))
    assert (hasil.disimpan, hasil.jumlah.berubah) == (True, 1)
