"""Cells are stored against the version that was seen; nothing is lost silently, nothing is guessed."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from tests.akses.kantor import make_satker
from tests.pengukuran.kantor import BELUM, PADA, TAHUN, TANPA_OBJEK, make_kantor, nilai, pasangan

from kinerja.akses.operations import make_admin_pertama
from kinerja.aturan.capaian import Keadaan
from kinerja.aturan.peralihan import Status
from kinerja.jejak.models import Impor, Jejak
from kinerja.jejak.queries import verify_jejak
from kinerja.pengukuran.models import KonfirmasiPeringatan, Realisasi
from kinerja.pengukuran.operations import save_realisasi
from kinerja.pengukuran.operations.sel import (
    Nasib,
    UbahanSel,
    confirm_peringatan,
    preview_tempelan,
    save_sel,
    save_tempelan,
)
from kinerja.pengukuran.sel import KeadaanSel, KunciSel, list_sel


@pytest.fixture
def k(db):
    return make_kantor()


def baca(kunci):
    return list_sel([kunci])[kunci]


def kode(hasil):
    return [t.kode for t in hasil.temuan]


def test_tersimpan_dengan_pengisi_dan_versinya(k):
    kunci = k.kunci(k.rasio, k.lapas_a)
    assert (baca(kunci).keadaan, baca(kunci).versi, baca(kunci).isian) == (KeadaanSel.KOSONG, 0, None)
    hasil = k.ketik("operator-a", kunci, pasangan(9, 10))
    assert (hasil.nasib, hasil.kini.versi, hasil.kini.isian) == (Nasib.TERSIMPAN, 1, pasangan(9, 10))
    assert (hasil.kini.oleh, hasil.kini.pada) == ("operator-a", PADA)
    k.ketik("operator-a2", kunci, pasangan(8, 10))
    fakta = Realisasi.objects.get()
    assert (fakta.versi, fakta.diisi_oleh, fakta.pembilang) == (2, k.orang["operator-a2"], Decimal(8))


@pytest.mark.parametrize("isian", [BELUM, TANPA_OBJEK])
def test_tanpa_angka_adalah_pilihan(k, isian):
    kunci = k.kunci(k.rasio, k.lapas_a)
    k.ketik("operator-a", kunci, pasangan(9, 10))
    hasil = k.ketik("operator-a", kunci, isian)
    assert hasil.kini.isian == isian
    assert baca(kunci).keadaan is KeadaanSel.TERSIMPAN


def test_yang_kedua_diberi_tahu_dan_nilai_pertama_tetap(k):
    kunci = k.kunci(k.rasio, k.lapas_a)
    k.ketik("operator-a", kunci, pasangan(9, 10), versi=0)
    hasil = k.ketik("operator-a2", kunci, pasangan(5, 10), versi=0)
    assert (hasil.nasib, hasil.kini.isian, hasil.kini.oleh) == (Nasib.BENTROK, pasangan(9, 10), "operator-a")
    assert Realisasi.objects.get().pembilang == Decimal(9)
    assert k.ketik("operator-a2", kunci, pasangan(5, 10), versi=1).nasib is Nasib.TERSIMPAN


def test_kiriman_yang_diulang_tidak_menulis_dua_kali(k):
    kunci = k.kunci(k.rasio, k.lapas_a)
    k.ketik("operator-a", kunci, pasangan(9, 10), versi=0)
    jejak = Jejak.objects.count()
    hasil = k.ketik("operator-a", kunci, pasangan(9, 10), versi=0)
    assert (hasil.nasib, hasil.kini.versi) == (Nasib.TERSIMPAN, 1)
    assert Jejak.objects.count() == jejak


def test_impor_di_antaranya_ketahuan(k):
    kunci = k.kunci(k.cacah, k.lapas_a)
    for versi in (0, 1, 2):
        k.ketik("operator-a", kunci, nilai(10 + versi), versi=versi)
    dilihat = baca(kunci).versi
    for nama in ("satu.xlsx", "dua.xlsx"):
        impor = Impor.objects.create(berkas=nama, sha256="0" * 64, pada=PADA)
        save_realisasi([Realisasi(**kunci._asdict(), nilai=Decimal(50 + impor.pk), asal=impor)])
        assert baca(kunci).versi > dilihat
        hasil = k.ketik("operator-a", kunci, nilai(13), versi=dilihat)
        assert (hasil.nasib, hasil.kini.isian) == (Nasib.BENTROK, nilai(50 + impor.pk))
        dilihat = hasil.kini.versi
    assert Realisasi.objects.get().diisi_oleh is None


def test_tanpa_wewenang_tanpa_pelapor_tanpa_lembar(k):
    kunci = k.kunci(k.rasio, k.lapas_a)
    for siapa in ("operator-b", "kepala-a", "kadiv", "penyusun", "operator-divisi"):
        assert kode(k.ketik(siapa, kunci, pasangan(1, 2))) == ["bukan_wewenang"]
    asing = make_satker("asing")
    for lain in (
        k.kunci(k.divisi_punya, k.lapas_a),
        k.kunci(k.rasio, asing),
        k.kunci(k.rasio, k.lapas_a, bulan=7),
    ):
        assert kode(k.ketik("operator-a", lain, pasangan(1, 2))) == ["tanpa_lembar"]
    hantu = KunciSel(10**9, k.lapas_a.pk, TAHUN, 1)
    (hasil,) = save_sel(isi=[UbahanSel(hantu, 0, nilai(1))], oleh=k.orang["operator-a"], pada=PADA)
    assert kode(hasil) == ["tanpa_lembar"]
    assert not Realisasi.objects.exists()


def test_operator_divisi_mengisi_lembar_divisinya(k):
    hasil = k.ketik("operator-divisi", k.kunci(k.divisi_punya, k.kanwil), nilai("3.9"))
    assert hasil.nasib is Nasib.TERSIMPAN


@pytest.mark.parametrize(
    ("isian", "ditolak"),
    [
        (pasangan(0, 0), "penyebut_nol"),
        (pasangan("1.00001", 2), "angka"),
        (pasangan(10**15, 10**16), "angka"),
        (nilai(3), "bentuk_pasangan"),
        (pasangan(-1, 2), "negatif"),
    ],
)
def test_yang_tidak_mungkin_ditolak(k, isian, ditolak):
    hasil = k.ketik("operator-a", k.kunci(k.rasio, k.lapas_a), isian)
    assert (hasil.nasib, kode(hasil)) == (Nasib.DITOLAK, [ditolak])
    assert not Realisasi.objects.exists()


def test_angka_bulanan_di_samping_angka_setahun_ditolak(k):
    Realisasi.objects.create(**k.kunci(k.cacah, k.lapas_a)._replace(bulan=0)._asdict(), nilai=Decimal(9))
    assert kode(k.ketik("operator-a", k.kunci(k.cacah, k.lapas_a), nilai(1))) == ["setahun"]


def test_sel_lain_dalam_kiriman_yang_sama_tetap_tersimpan(k):
    baik, buruk = k.kunci(k.rasio, k.lapas_a), k.kunci(k.cacah, k.lapas_a)
    isi = [
        UbahanSel(baik, 0, pasangan(1, 2)),
        UbahanSel(buruk, 0, pasangan(1, 2)),
        UbahanSel(baik, 0, pasangan(2, 2)),
    ]
    hasil = save_sel(isi=isi, oleh=k.orang["operator-a"], pada=PADA)
    assert [h.nasib for h in hasil] == [Nasib.TERSIMPAN, Nasib.DITOLAK, Nasib.DITOLAK]
    assert kode(hasil[2]) == ["ganda"]
    assert Realisasi.objects.get().pembilang == Decimal(1)


def test_tempelan_semua_atau_tidak_sama_sekali(k):
    oleh = k.orang["operator-a"]
    kunci = [k.kunci(k.cacah, k.lapas_a, b) for b in (1, 2)]
    isi = [UbahanSel(kunci[0], 0, nilai(5)), UbahanSel(kunci[1], 0, pasangan(1, 2))]
    pratinjau = preview_tempelan(isi=isi, oleh=oleh, pada=PADA)
    assert [h.nasib for h in pratinjau.sel] == [Nasib.TERSIMPAN, Nasib.DITOLAK]
    assert save_tempelan(isi=isi, oleh=oleh, pada=PADA).disimpan is False
    assert not Realisasi.objects.exists()
    isi[1] = UbahanSel(kunci[1], 0, nilai(6))
    hasil = save_tempelan(isi=isi, oleh=oleh, pada=PADA)
    assert (hasil.disimpan, [h.kini.isian for h in hasil.sel]) == (True, [nilai(5), nilai(6)])


def test_pratinjau_menunjukkan_nilai_lama(k):
    kunci = k.kunci(k.cacah, k.lapas_a)
    k.ketik("operator-a", kunci, nilai(5))
    (sel,) = preview_tempelan(
        isi=[UbahanSel(kunci, 1, nilai(500))], oleh=k.orang["operator-a"], pada=PADA
    ).sel
    assert (sel.kini.isian, sel.ubahan.isian, sel.nasib) == (nilai(5), nilai(500), Nasib.TERSIMPAN)
    assert Realisasi.objects.get().nilai == Decimal(5)


def test_peringatan_dikonfirmasi_untuk_versi_itu_saja(k):
    kunci = k.kunci(k.rasio, k.lapas_a)
    hasil = k.ketik("operator-a", kunci, pasangan(11, 10))
    assert kode(hasil) == ["pembilang_melebihi_penyebut"]
    assert [t.kode for t in baca(kunci).peringatan_terbuka] == ["pembilang_melebihi_penyebut"]
    siapa = {"kunci": kunci, "oleh": k.orang["operator-a"], "pada": PADA}
    assert [t.kode for t in confirm_peringatan(kode="lonjakan", alasan="x", **siapa)] == [
        "peringatan_tidak_ada"
    ]
    kode_ini = "pembilang_melebihi_penyebut"
    assert [t.kode for t in confirm_peringatan(kode=kode_ini, alasan=" ", **siapa)] == ["alasan_wajib"]
    assert confirm_peringatan(kode=kode_ini, alasan="dua bulan digabung", **siapa) == ()
    assert baca(kunci).peringatan_terbuka == ()
    assert baca(kunci).dikonfirmasi == {kode_ini: "dua bulan digabung"}
    k.ketik("operator-a", kunci, pasangan(12, 10))
    assert baca(kunci).peringatan_terbuka != ()
    assert KonfirmasiPeringatan.objects.count() == 1


def test_peringatan_terhadap_bulan_lalu_juga_desember(k):
    Realisasi.objects.create(komponen=k.cacah, satker=k.lapas_a, tahun=TAHUN - 1, bulan=12, nilai=Decimal(10))
    assert kode(k.ketik("operator-a", k.kunci(k.cacah, k.lapas_a), nilai(1000))) == ["satuan", "lonjakan"]
    assert kode(k.ketik("operator-a", k.kunci(k.cacah, k.lapas_a, 2), nilai(1100))) == []


def test_lembar_yang_diajukan_menolak_dan_basis_data_juga(k):
    lembar, kunci = k.lembar(k.lapas_a), k.kunci(k.cacah, k.lapas_a)
    k.naikkan(lembar, Status.DIAJUKAN)
    hasil = k.ketik("operator-a", kunci, nilai(7))
    assert (kode(hasil), hasil.kini.keadaan) == (["terkunci"], KeadaanSel.TERKUNCI)
    fakta = Realisasi.objects.filter(**kunci._asdict())
    for langgar in (
        lambda: fakta.update(nilai=Decimal(7), keadaan="terisi"),
        lambda: fakta.update(bulan=7),
        fakta.delete,
        lambda: save_realisasi([Realisasi(**kunci._asdict(), nilai=Decimal(7))]),
    ):
        with pytest.raises(IntegrityError, match="tidak berstatus draf"), transaction.atomic():
            langgar()
    assert k.ketik("operator-b", k.kunci(k.cacah, k.lapas_b), nilai(7)).nasib is Nasib.TERSIMPAN
    assert k.ketik("operator-a", k.kunci(k.cacah, k.lapas_a, 2), nilai(7)).nasib is Nasib.TERSIMPAN


def test_semua_tulisan_berjejak_dan_rantainya_utuh(k):
    kunci = k.kunci(k.rasio, k.lapas_a)
    k.ketik("operator-a", kunci, pasangan(9, 10))
    k.ketik("operator-a", kunci, BELUM)
    jejak = Jejak.objects.filter(tindakan="realisasi.isi").order_by("nomor")
    assert [j.oleh for j in jejak] == ["operator-a (operator)"] * 2
    assert {j.rantai for j in jejak} == {"lapas-a"}
    assert "PAS-1.1/utama/lapas-a/2024/1" in jejak[0].objek
    assert '"pembilang":"9' in jejak[1].dari
    assert Keadaan.BELUM_ADA.value in jejak[1].menjadi
    make_admin_pertama(pada=PADA)
    assert verify_jejak().utuh
