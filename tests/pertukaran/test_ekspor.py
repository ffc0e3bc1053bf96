"""What the program writes out it reads back: the same rows, and nothing changed."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.pertukaran.kantor import impor, make_kantor, potret, tulis

from kinerja.basisdata.simpan import Perubahan
from kinerja.pelaporan.models import Narasi
from kinerja.pertukaran.baca import baca_buku
from kinerja.pertukaran.ekspor import read_tersimpan
from kinerja.pertukaran.lembar import BUKU
from kinerja.pertukaran.templat import write_templat
from kinerja.pertukaran.temuan import Tingkat

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]
LENGKAP = {
    "Indikator": {"penanggung_jawab": lambda kunci: kunci and f"kanwil-a/{kunci}"},
    "Revisi DIPA": {"blokir": lambda rupiah: rupiah or 0},
}
"""What may be written shorter than it is kept: a unit kerja without its office, no blokir at all."""


def test_yang_ditulis_terbaca_lagi_tanpa_perubahan(tmp_path):
    asal = tulis(tmp_path / "asal.xlsx", make_kantor())
    pertama = impor(asal)
    assert pertama.disimpan
    sebelum = potret()
    with CaptureQueriesContext(connection) as kueri:
        isi, temuan = read_tersimpan()
    assert temuan == []
    assert len(kueri) == len(BUKU)
    write_templat(tmp_path / "tulis.xlsx", isi)
    kedua = impor(tmp_path / "tulis.xlsx")
    assert kedua.temuan == []
    assert kedua.jumlah == Perubahan(sama=pertama.jumlah.baru)
    assert {n: p.sama for n, p in kedua.perubahan.items()} == {
        n: p.baru for n, p in pertama.perubahan.items()
    }
    assert potret() == sebelum


def test_setiap_sel_sama_dengan_yang_diimpor(tmp_path):
    asal = tulis(tmp_path / "asal.xlsx", make_kantor())
    impor(asal)
    terbaca, _ = baca_buku(asal)
    ditulis, _ = read_tersimpan()
    for nama, satu in terbaca.items():
        harus = {
            frozenset((b.isi | {k: f(b.isi[k]) for k, f in LENGKAP.get(nama, {}).items()}).items())
            for b in satu.baris
        }
        # A table has a cell for each row and column, also where nothing was written.
        ada = (b for b in ditulis[nama] if nama != "Tabel Pendukung" or b["isi"])
        assert harus == {frozenset(b.items()) for b in ada}, nama


def test_teks_yang_tidak_muat_di_sel_disebut_dan_tidak_dipotong(tmp_path):
    impor(tulis(tmp_path / "asal.xlsx", make_kantor()))
    # The page takes up to 60,000 letters; a spreadsheet would drop such a cell without a word.
    Narasi.objects.filter(bagian="penyebab").update(isi="x" * 40_000)
    isi, (temuan,) = read_tersimpan()
    assert [b["bagian"] for b in isi["Narasi"]] == ["kata_pengantar"]
    assert (temuan.lembar, temuan.tingkat) == ("Narasi", Tingkat.PERINGATAN)
    assert "kanwil-a 2023 penyebab I-1: Isi lebih dari 20.000 huruf" in temuan.aturan
    write_templat(tmp_path / "tulis.xlsx", isi)
    assert impor(tmp_path / "tulis.xlsx").disimpan
    assert len(Narasi.objects.get(bagian="penyebab").isi) == 40_000
