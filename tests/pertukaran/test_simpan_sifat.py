"""Whatever is stored twice in a row: the second wins for its keys, the rest stays, the counts tell."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.basisdata.dunia import make_dunia, make_indikator, make_satker

from kinerja.basisdata.simpan import Perubahan, pembuat, upsert
from kinerja.pelaporan.models import Narasi, TabelPendukung
from kinerja.pengukuran.models import Realisasi
from kinerja.perencanaan.models import Komponen

KUNCI = ("tahun", "komponen_id", "satker_id", "bulan")
MEDAN = (
    "komponen_id",
    "satker_id",
    "tahun",
    "bulan",
    "keadaan",
    "nilai",
    "mentah",
    "pembilang",
    "penyebut",
    "asal_id",
    "asal_baris",
)

NILAI = st.tuples(st.decimals(-1000, 1000, places=2), st.sampled_from(["", "a", "b"]))
ISI = st.dictionaries(
    st.tuples(st.integers(2020, 2023), st.integers(0, 1), st.integers(0, 1), st.integers(0, 12)),
    NILAI,
    max_size=9,
)


@pytest.fixture
def tempat(db):
    """Two komponen and two satker."""
    dunia = make_dunia()
    lain = Komponen.objects.create(indikator=make_indikator(dunia.sasaran, "X"), kode="utama")
    return (dunia.komponen.pk, lain.pk), (dunia.satker.pk, make_satker().pk)


def simpan(tempat, isi) -> Perubahan:
    komponen, satker = tempat
    buat = pembuat(Realisasi, MEDAN)
    baris = [
        buat(komponen[k], satker[s], tahun, bulan, "terisi", nilai, mentah, None, None, None, n)
        for n, ((tahun, k, s, bulan), (nilai, mentah)) in enumerate(isi.items())
    ]
    return upsert(
        Realisasi.objects.all(),
        baris,
        kunci=KUNCI,
        abaikan=("mentah", "asal_id", "asal_baris"),
        turunan={"versi": lambda _: 1, "diisi_oleh_id": lambda _: None, "diisi_pada": lambda _: None},
    )


def muat(tempat):
    komponen, satker = tempat
    medan = ("tahun", "komponen_id", "satker_id", "bulan", "nilai", "mentah")
    return {
        (t, komponen.index(k), satker.index(s), b): (nilai, mentah)
        for t, k, s, b, nilai, mentah in Realisasi.objects.values_list(*medan)
    }


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ISI, ISI)
def test_dua_kali_berturut_turut(tempat, pertama, kedua):
    Realisasi.objects.all().delete()
    assert simpan(tempat, pertama) == Perubahan(baru=len(pertama))
    assert muat(tempat) == pertama
    lama = dict(Realisasi.objects.values_list("pk", "bulan"))
    sama = {k for k in kedua if k in pertama and kedua[k][0] == pertama[k][0]}
    berubah = kedua.keys() & pertama.keys() - sama
    hasil = simpan(tempat, kedua)
    assert hasil == Perubahan(len(kedua.keys() - pertama.keys()), len(berubah), len(sama))
    # Where it came from alone is no change, so an equal row keeps its first source.
    assert muat(tempat) == pertama | {k: v for k, v in kedua.items() if k not in sama}
    assert lama.items() <= dict(Realisasi.objects.values_list("pk", "bulan")).items()
    assert simpan(tempat, kedua) == Perubahan(sama=len(kedua))


@pytest.mark.django_db
def test_kolom_kosong_json_dan_enum(tempat):
    satker = tempat[1][0]
    for judul, hasil in (("a", Perubahan(baru=1)), ("a", Perubahan(sama=1)), ("b", Perubahan(berubah=1))):
        tabel = TabelPendukung(
            satker_id=satker,
            tahun=2023,
            kunci="t",
            judul=judul,
            bagian="saran",
            kolom=[{"judul": "é"}],
            baris=[["1"]],
        )
        assert upsert(TabelPendukung.objects.all(), [tabel], kunci=["satker_id", "tahun", "kunci"]) == hasil
    tersimpan = TabelPendukung.objects.get()
    assert (tersimpan.judul, tersimpan.kolom, tersimpan.baris) == ("b", [{"judul": "é"}], [["1"]])
    # The default of keadaan is an enum; its value must be stored, not its name.
    baris = Realisasi(komponen_id=tempat[0][0], satker_id=satker, tahun=2023, nilai=Decimal(1))
    upsert(Realisasi.objects.all(), [baris], kunci=KUNCI)
    assert Realisasi.objects.get().keadaan == "terisi"


@pytest.mark.django_db
def test_kunci_yang_kosong_dan_isi_yang_hampa(tempat):
    kunci = ["satker_id", "tahun", "bagian", "indikator_id"]
    narasi = [Narasi(satker_id=tempat[1][0], tahun=2023, bagian="saran", isi="a")]
    assert upsert(Narasi.objects.all(), narasi, kunci=kunci) == Perubahan(baru=1)
    assert upsert(Narasi.objects.all(), narasi, kunci=kunci) == Perubahan(sama=1)
    assert upsert(Narasi.objects.all(), [], kunci=kunci) == Perubahan()


@pytest.mark.django_db
def test_hanya_yang_mungkin_bertemu_ditanyakan(tempat):
    simpan(tempat, {(2023, 0, 0, b): (Decimal(b), "") for b in range(13)})
    with CaptureQueriesContext(connection) as tanya:
        simpan(tempat, {(2023, 0, 0, 5): (Decimal(5), "")})
    (satu,) = tanya
    assert satu["sql"].count(" IN (") == len(KUNCI)
    assert "ORDER BY" not in satu["sql"]
