"""upsert adds, mends and leaves alone, and a second time changes nothing."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kinerja.basisdata import simpan
from kinerja.basisdata.simpan import Perubahan, pembuat, upsert
from kinerja.jejak.models import Impor
from kinerja.pengukuran.models import Realisasi

PADA = datetime.datetime(2024, 1, 5, tzinfo=datetime.UTC)
KUNCI = ("komponen_id", "satker_id", "tahun", "bulan")


def _baris(dunia, bulan, nilai, **lain):
    isi = {"komponen": dunia.komponen, "satker": dunia.satker, "tahun": 2023}
    return Realisasi(**isi, bulan=bulan, nilai=Decimal(nilai), **lain)


def _upsert(baris, **lain):
    return upsert(Realisasi.objects.filter(tahun=2023), baris, kunci=KUNCI, **lain)


def _isi():
    return dict(Realisasi.objects.values_list("bulan", "nilai"))


def test_baru_berubah_sama(dunia):
    assert _upsert([_baris(dunia, 1, "1.5"), _baris(dunia, 2, "2")]) == Perubahan(baru=2)
    lama = dict(Realisasi.objects.values_list("bulan", "pk"))
    hasil = _upsert([_baris(dunia, 1, "1.50"), _baris(dunia, 2, "2.0001"), _baris(dunia, 3, "3")])
    assert hasil == Perubahan(baru=1, berubah=1, sama=1)
    assert _isi() == {1: Decimal("1.5"), 2: Decimal("2.0001"), 3: Decimal(3)}
    assert dict(Realisasi.objects.filter(bulan__lt=3).values_list("bulan", "pk")) == lama


def test_kedua_kali_tidak_mengubah_dan_tidak_menulis(dunia):
    def isi():
        return [_baris(dunia, b, b) for b in range(1, 13)]

    _upsert(isi())
    with CaptureQueriesContext(connection) as tanya:
        assert _upsert(isi()) == Perubahan(sama=12)
    assert [q["sql"][:6] for q in tanya] == ["SELECT"]


def test_baris_lain_tidak_tersentuh(dunia):
    _upsert([_baris(dunia, 1, "1"), _baris(dunia, 2, "2")])
    _upsert([_baris(dunia, 2, "5")])
    assert _isi() == {1: Decimal(1), 2: Decimal(5)}


def test_yang_diabaikan_tidak_membuat_berubah(dunia):
    impor = Impor.objects.create(berkas="a.xlsx", sha256="0" * 64, pada=PADA)
    _upsert([_baris(dunia, 1, "1")], abaikan=("asal_id", "asal_baris"))
    assert _upsert([_baris(dunia, 1, "1", asal=impor)], abaikan=("asal_id", "asal_baris")) == Perubahan(
        sama=1
    )
    assert Realisasi.objects.get().asal is None
    assert _upsert([_baris(dunia, 1, "2", asal=impor)], abaikan=("asal_id", "asal_baris")) == Perubahan(
        berubah=1
    )
    assert Realisasi.objects.get().asal == impor


def test_lebih_dari_satu_kelompok(dunia, monkeypatch):
    monkeypatch.setattr(simpan, "UKURAN_KELOMPOK", 5)
    assert _upsert([_baris(dunia, b, b) for b in range(1, 13)]) == Perubahan(baru=12)
    assert len(_isi()) == 12


@pytest.mark.parametrize(("sepernyataan", "kelompok"), [(1, 12), (5, 12), (12, 12), (200, 12), (3, 4)])
def test_setiap_baris_masuk_sekali_berapa_pun_besarnya_pernyataan(dunia, monkeypatch, sepernyataan, kelompok):
    monkeypatch.setattr(simpan, "SEPERNYATAAN", sepernyataan)
    monkeypatch.setattr(simpan, "UKURAN_KELOMPOK", kelompok)
    assert _upsert([_baris(dunia, b, b) for b in range(13)]) == Perubahan(baru=13)
    assert _isi() == {b: Decimal(b) for b in range(13)}


def test_yang_berubah_menimpa_barisnya_sendiri_lintas_kelompok(dunia, monkeypatch):
    monkeypatch.setattr(simpan, "UKURAN_KELOMPOK", 5)
    _upsert([_baris(dunia, b, b) for b in range(1, 13)])
    assert _upsert([_baris(dunia, b, 100 - b) for b in range(12, 0, -1)]) == Perubahan(berubah=12)
    assert _isi() == {b: Decimal(100 - b) for b in range(1, 13)}


def test_baris_pembuat_sama_dengan_objek_model(dunia):
    medan = [f.attname for f in Realisasi._meta.concrete_fields if not f.primary_key]
    objek = [_baris(dunia, b, b) for b in range(1, 4)]
    buat = pembuat(Realisasi, medan)
    baris = [buat(*(getattr(o, m) for m in medan)) for o in objek]
    assert _upsert(baris) == Perubahan(baru=3)
    assert _upsert(objek) == Perubahan(sama=3)
    assert _upsert([baris[0]._replace(nilai=Decimal(9))]) == Perubahan(berubah=1)
    assert _isi() == {1: Decimal(9), 2: Decimal(2), 3: Decimal(3)}


def test_turunan_ditulis_tetapi_tidak_membuat_berubah(dunia):
    medan = [f.attname for f in Realisasi._meta.concrete_fields if f.attname not in {"id", "versi"}]
    buat = pembuat(Realisasi, medan)
    asal = _baris(dunia, 1, "1")
    tanpa_versi = buat(*(getattr(asal, m) for m in medan))
    assert _upsert([tanpa_versi], turunan={"versi": lambda b: b.tahun}) == Perubahan(baru=1)
    assert _upsert([tanpa_versi], turunan={"versi": lambda _: 7}) == Perubahan(sama=1)
    assert Realisasi.objects.get().versi == 2023
    lain = tanpa_versi._replace(nilai=Decimal(2))
    assert _upsert([lain], turunan={"versi": lambda _: 7}) == Perubahan(berubah=1)
    assert Realisasi.objects.get().versi == 7


def test_kunci_ganda_dalam_satu_isi_ditolak(dunia):
    with pytest.raises(IntegrityError), transaction.atomic():
        _upsert([_baris(dunia, 1, "1"), _baris(dunia, 1, "2")])
    assert _isi() == {}


def test_perubahan_dijumlahkan():
    assert Perubahan(1, 2, 3) + Perubahan(10, 20, 30) == Perubahan(11, 22, 33)
