"""The trail: entries link, offices do not wait for each other, and whoever tampers is caught."""

import datetime
import os
import subprocess
import sys
import threading
from decimal import Decimal

import pytest
from django.db import connection, transaction
from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.basisdata.pemicu_uji import tanpa_pemicu

from kinerja.jejak.models import Jejak, KepalaRantai
from kinerja.jejak.operations import DiLuarTransaksi, Peristiwa, record
from kinerja.jejak.queries import (
    DITANDATANGANI,
    HalamanRiwayat,
    Jendela,
    SaringanRiwayat,
    iterate_riwayat,
    list_riwayat,
    read_halaman,
    sebut_objek,
    verify_jejak,
)
from kinerja.jejak.tanda import KunciJejakTidakAda
from kinerja.organisasi.models import Satker

PADA = datetime.datetime(2024, 1, 15, 8, tzinfo=datetime.UTC)
SEHARI = datetime.timedelta(days=1)
SETEMPAT = datetime.timezone(datetime.timedelta(hours=7))
OBJEK = "organisasi.Satker:a"


def catat(*rantai: str, **lain) -> list[Jejak]:
    peristiwa = [Peristiwa("satker.ubah", OBJEK, rantai=r, **lain) for r in rantai]
    return record(*peristiwa, oleh="budi (operator)", pada=PADA)


@pytest.fixture
def tiga_rantai(db) -> None:
    """Two offices and the instansi, a few entries each."""
    for n in range(4):
        catat("lapas-a", "lapas-b", dari={"nama": "Lama"}, menjadi={"nama": f"Baru {n}"})
    catat("", alasan="sebab")


@pytest.mark.usefixtures("tiga_rantai")
class TestUtuh:
    def test_rantai_bernomor_dan_menyambung(self):
        baris = list(Jejak.objects.filter(rantai="lapas-a"))
        assert [b.nomor for b in baris] == [1, 2, 3, 4]
        assert [b.sidik_sebelum for b in baris] == ["", *(b.sidik for b in baris[:-1])]
        assert len({b.sidik for b in baris}) == 4

    def test_pemeriksaan_lulus_dan_menyebut_jumlah(self):
        hasil = verify_jejak()
        assert (hasil.utuh, hasil.kerusakan) == (True, ())
        # Two offices of four entries; the instansi has its own entry and the opening of both chains.
        assert hasil.jumlah == 11
        assert {r: n for r, (n, _) in hasil.ujung.items()} == {"": 3, "lapas-a": 4, "lapas-b": 4}

    def test_isi_kanonik(self):
        (baris,) = catat("lapas-a", menjadi={"z": Decimal("1.50"), "a": datetime.date(2024, 1, 2)})
        assert baris.menjadi == '{"a":"2024-01-02","z":"1.50"}'

    def test_waktu_setempat_dan_utc_sama(self):
        with transaction.atomic():
            record(Peristiwa("x.y", "o"), oleh="a", pada=PADA.astimezone(SETEMPAT))
        assert verify_jejak().utuh


UBAHAN = {
    "rantai": "lapas-c",
    "nomor": 9,
    "pada": PADA + datetime.timedelta(microseconds=1),
    "oleh": "ani (operator)",
    "tindakan": "satker.hapus",
    "objek": "organisasi.Satker:b",
    "dari": '{"nama":"Palsu"}',
    "menjadi": '{"nama":"Palsu"}',
    "alasan": "palsu",
    "sidik_sebelum": "0" * 64,
    "sidik": "0" * 64,
}


def test_setiap_kolom_dirusak_dalam_uji():
    kolom = {f.attname for f in Jejak._meta.concrete_fields} - {"id"}
    assert kolom == set(UBAHAN) == {*DITANDATANGANI, "sidik"}


@pytest.mark.usefixtures("tiga_rantai")
class TestRusak:
    @pytest.mark.parametrize("kolom", UBAHAN)
    def test_setiap_kolom_yang_diubah_ketahuan(self, kolom):
        with tanpa_pemicu():
            Jejak.objects.filter(rantai="lapas-a", nomor=2).update(**{kolom: UBAHAN[kolom]})
        kerusakan = verify_jejak().kerusakan
        assert (kerusakan[0].rantai, kerusakan[0].nomor) == ("lapas-a", 2)

    @pytest.mark.parametrize("nomor", [1, 2, 4])
    def test_baris_yang_dihapus_ketahuan(self, nomor):
        with tanpa_pemicu():
            Jejak.objects.filter(rantai="lapas-a", nomor=nomor).delete()
        (satu,) = verify_jejak().kerusakan
        assert (satu.rantai, satu.nomor) == ("lapas-a", nomor)
        assert "hilang" in satu.masalah

    def test_baris_yang_ditukar_ketahuan(self):
        with tanpa_pemicu():
            for lama, baru in ((2, 99), (3, 2), (99, 3)):
                Jejak.objects.filter(rantai="lapas-a", nomor=lama).update(nomor=baru)
        (satu,) = verify_jejak().kerusakan
        assert (satu.nomor, satu.masalah) == (2, "tidak menyambung ke baris sebelumnya")

    def test_ujung_yang_ikut_dimundurkan_ketahuan(self):
        tiga = Jejak.objects.get(rantai="lapas-a", nomor=3)
        with tanpa_pemicu():
            Jejak.objects.filter(rantai="lapas-a", nomor=4).delete()
            KepalaRantai.objects.filter(rantai="lapas-a").update(nomor=3, sidik=tiga.sidik)
        (satu,) = verify_jejak().kerusakan
        assert satu.masalah == "ujung rantai diubah"

    def test_rantai_yang_hilang_seluruhnya_ketahuan(self):
        with tanpa_pemicu():
            Jejak.objects.filter(rantai="lapas-a").delete()
            KepalaRantai.objects.filter(rantai="lapas-a").delete()
        (satu,) = verify_jejak().kerusakan
        assert (satu.rantai, satu.masalah) == ("lapas-a", "seluruh rantai hilang")

    def test_ujung_yang_hilang_ketahuan(self):
        with tanpa_pemicu():
            KepalaRantai.objects.filter(rantai="lapas-a").delete()
        (satu,) = verify_jejak().kerusakan
        assert satu.masalah == "ujung rantai tidak ada"

    def test_baris_sisipan_tanpa_kunci_ketahuan(self):
        akhir = Jejak.objects.get(rantai="lapas-a", nomor=4)
        Jejak.objects.create(
            rantai="lapas-a", nomor=5, pada=PADA, oleh="x", tindakan="x.y", objek="o", dari="{}", menjadi="{}",
            sidik_sebelum=akhir.sidik, sidik="f" * 64,
        )  # fmt: skip
        (satu,) = verify_jejak().kerusakan
        assert (satu.nomor, satu.masalah) == (5, "isi baris diubah")

    def test_kunci_lain_bukan_kunci_ini(self):
        with override_settings(KUNCI_JEJAK="k" * 40):
            assert {k.rantai for k in verify_jejak().kerusakan} == {"", "lapas-a", "lapas-b"}


@pytest.mark.django_db
def test_tanpa_satu_baris_pun_bukan_lulus():
    hasil = verify_jejak()
    assert (hasil.utuh, hasil.jumlah) == (False, 0)


@pytest.mark.parametrize("kunci", ["", "   ", "k" * 31])
@pytest.mark.django_db
def test_kunci_kosong_atau_pendek_ditolak(kunci):
    with override_settings(KUNCI_JEJAK=kunci), pytest.raises(KunciJejakTidakAda, match="KINERJA_KUNCI_JEJAK"):
        catat("lapas-a")


@pytest.mark.django_db(transaction=True)
def test_hanya_di_dalam_transaksi():
    with pytest.raises(DiLuarTransaksi):
        catat("lapas-a")
    with transaction.atomic():
        catat("lapas-a")
        transaction.set_rollback(True)
    assert not Jejak.objects.exists()


@pytest.mark.django_db
def test_pemisah_tidak_dapat_disamarkan():
    # The values could be joined to the same text; the field names keep them apart.
    satu, dua = (catat("lapas-a", dari=d, menjadi=m)[0] for d, m in (({"a": "1"}, {}), ({}, {"a": "1"})))
    assert satu.dari + satu.menjadi != dua.dari + dua.menjadi
    assert sebut_objek(Satker, "a/b", "c") != sebut_objek(Satker, "a", "b/c")
    assert sebut_objek(Satker, "lapas-a") == "organisasi.Satker:lapas-a"


def run_bersamaan(*tugas) -> list[Exception]:
    """Run each in a thread with a connection of its own; what went wrong."""
    galat: list[Exception] = []

    def jalankan(satu) -> None:
        try:
            satu()
        except Exception as masalah:
            galat.append(masalah)
        finally:
            connection.close()

    utas = [threading.Thread(target=jalankan, args=(t,)) for t in tugas]
    for u in utas:
        u.start()
    for u in utas:
        u.join(60)
    return galat


@pytest.mark.django_db(transaction=True)
def test_banyak_penulis_tidak_merusak_rantai():
    if connection.vendor == "sqlite":
        pytest.skip("the test database is in memory; see test_banyak_proses_pada_sqlite")

    def tulis(rantai: str) -> None:
        for _ in range(10):
            with transaction.atomic():
                catat(rantai)

    galat = run_bersamaan(*(lambda r=r: tulis(r) for r in ("", "lapas-a", "lapas-a", "lapas-b")))
    assert galat == []
    hasil = verify_jejak()
    assert hasil.kerusakan == ()
    assert {r: n for r, (n, _) in hasil.ujung.items()} == {"": 12, "lapas-a": 20, "lapas-b": 10}


PENULIS = """
import sys, django
django.setup()
from django.db import transaction
from django.utils import timezone
from kinerja.jejak.operations import Peristiwa, record
for n in range(10):
    with transaction.atomic():
        record(Peristiwa("uji.tulis", f"uji.Uji:{n}", rantai=sys.argv[1]), oleh="uji", pada=timezone.now())
"""
PEMERIKSA = """
import django
django.setup()
from kinerja.jejak.queries import verify_jejak
hasil = verify_jejak()
print(hasil.utuh, hasil.jumlah)
"""


@pytest.mark.satu_mesin
def test_banyak_proses_pada_sqlite(tmp_path):
    lingkungan = {**os.environ, "KINERJA_DATA": str(tmp_path), "KINERJA_BASIS_DATA": ""}

    def buka(*argumen: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, *argumen], env=lingkungan, stdout=subprocess.PIPE, text=True, cwd=tmp_path
        )

    assert buka("-m", "django", "migrate", "jejak", "-v0").wait(60) == 0
    penulis = [buka("-c", PENULIS, rantai) for rantai in ("lapas-a", "lapas-a", "lapas-b")]
    assert [p.wait(60) for p in penulis] == [0, 0, 0]
    # Thirty entries, and the opening of two chains.
    assert buka("-c", PEMERIKSA).communicate(timeout=60)[0] == "True 32\n"


@pytest.mark.django_db(transaction=True)
def test_kantor_tidak_saling_menunggu():
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets one writer at a time into the whole database")
    with transaction.atomic():
        catat("lapas-a", "lapas-b")
    selesai = threading.Event()

    def tulis_b() -> None:
        with transaction.atomic():
            catat("lapas-b")
        selesai.set()

    with transaction.atomic():
        catat("lapas-a")
        assert run_bersamaan(tulis_b) == []
        assert selesai.is_set()
    assert verify_jejak().utuh


TEKS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
TULISAN = st.lists(st.tuples(st.sampled_from(["", "a", "b"]), TEKS), min_size=1, max_size=8)


@pytest.mark.django_db(transaction=True)
@settings(max_examples=15, deadline=None)
@given(TULISAN, st.data())
def test_satu_ubahan_di_mana_pun_ketahuan(tulisan, data):
    with transaction.atomic():
        for rantai, alasan in tulisan:
            catat(rantai, alasan=alasan, menjadi={"isi": alasan})
        assert verify_jejak().utuh
        korban = data.draw(st.sampled_from(list(Jejak.objects.all())))
        kolom = data.draw(st.sampled_from(sorted(UBAHAN)))
        with tanpa_pemicu():
            Jejak.objects.filter(pk=korban.pk).update(**{kolom: UBAHAN[kolom]})
        assert not verify_jejak().utuh
        transaction.set_rollback(True)


@pytest.mark.django_db
class TestRiwayat:
    def test_terbaru_dahulu_dan_hanya_medan_yang_berubah(self):
        catat(
            "lapas-a", dari={"nama": "A", "kelas": "I"}, menjadi={"nama": "B", "kelas": "I"}, alasan="salah"
        )
        catat("lapas-a", menjadi={"nilai": 3, "kosong": None})
        baru, lama = list_riwayat(OBJEK, rantai=["lapas-a"])
        assert [(p.medan, p.dari, p.menjadi) for p in lama.perubahan] == [("nama", "A", "B")]
        assert [(p.medan, p.dari, p.menjadi) for p in baru.perubahan] == [("nilai", "", "3")]
        assert lama.alasan == "salah"

    def test_rantai_orang_lain_tidak_terbaca(self):
        catat("lapas-a", "lapas-b")
        assert [e.rantai for e in list_riwayat(OBJEK, rantai=["lapas-b"])] == ["lapas-b"]
        assert list_riwayat(OBJEK, rantai=[]) == []

    def test_halaman_demi_halaman_ke_dua_arah_tanpa_celah_dan_tanpa_ganda(self):
        catat(*["lapas-a"] * 7, "lapas-b")
        kosong, jendela = SaringanRiwayat(), Jendela(banyak=3)
        dibaca, turun = [], []
        while True:
            halaman = read_halaman("lapas-a", kosong, jendela)
            turun.append(halaman)
            dibaca += [e.nomor for e in halaman.entri]
            if halaman.lebih_lama is None:
                break
            jendela = Jendela(sebelum=halaman.lebih_lama, banyak=3)
        assert dibaca == list(range(dibaca[0], 0, -1))
        assert len(dibaca) == KepalaRantai.objects.get(rantai="lapas-a").nomor
        assert [h.lebih_baru is None for h in turun] == [True, False, False]
        for bawah, atas in zip(turun[:0:-1], turun[-2::-1], strict=True):
            kembali = read_halaman("lapas-a", kosong, Jendela(sesudah=bawah.lebih_baru, banyak=3))
            assert kembali == atas
        assert read_halaman("lapas-c", kosong, Jendela()) == HalamanRiwayat((), None, None)
        assert read_halaman("lapas-a", kosong, Jendela(sebelum=1)) == HalamanRiwayat((), None, None)

    @pytest.mark.parametrize(
        ("saringan", "cocok"),
        [
            (SaringanRiwayat(oleh=("a", "b")), {"x.satu", "x.dua"}),
            (SaringanRiwayat(oleh=("b",), tindakan="x.satu"), set()),
            (SaringanRiwayat(tindakan="x.tiga"), {"x.tiga"}),
            (SaringanRiwayat(objek="2023"), {"x.satu"}),
            (SaringanRiwayat(sejak=PADA + SEHARI), {"x.dua", "x.tiga"}),
            (SaringanRiwayat(sejak=PADA, hingga=PADA + SEHARI), {"x.satu"}),
        ],
    )
    def test_disaring_di_basis_data(self, saringan, cocok):
        for nomor, (nama, oleh, objek) in enumerate(
            [("x.satu", "a", f"{OBJEK}/2023"), ("x.dua", "b", OBJEK), ("x.tiga", "c (operator)", OBJEK)]
        ):
            record(Peristiwa(nama, objek, rantai="lapas-a"), oleh=oleh, pada=PADA + nomor * SEHARI)
        assert {e.tindakan for e in iterate_riwayat("lapas-a", saringan)} == cocok
        assert {e.tindakan for e in read_halaman("lapas-a", saringan, Jendela()).entri} == cocok
