"""Kept temuan of our own report: their history, who lets one stand, what stops finalising, what is printed."""

import datetime

import pytest
from tests.akses.kantor import HARI, PADA, TAHUN, Instansi, make_instansi, make_orang

from kinerja.akses.izin import Izin, Peran
from kinerja.akses.operations import Tugas
from kinerja.akses.pelaku import Sistem
from kinerja.akses.pemisahan import OrangSama
from kinerja.akses.queries import AksesDitolak
from kinerja.aturan.telaah.fakta import Tempat
from kinerja.aturan.telaah.temuan import Kepastian, TempatTemuan, Temuan, Tingkat
from kinerja.telaah.lampiran import compose_lampiran_pengecualian
from kinerja.telaah.laporan import TemuanBagian
from kinerja.telaah.models import Putusan, TemuanLaporan
from kinerja.telaah.operations import temuan as op
from kinerja.telaah.queries import (
    AdaPenghalang,
    get_temuan_untuk,
    list_temuan_terbuka,
    require_tanpa_penghalang,
)

pytestmark = pytest.mark.django_db

BESOK = PADA + datetime.timedelta(days=1)
SEBULAN = HARI + datetime.timedelta(days=30)


def make_temuan(
    kode: str = "hitung-capaian",
    tercetak: str = "-3,62",
    tingkat: Tingkat = Tingkat.FATAL,
    kepastian: Kepastian = Kepastian.PASTI,
    baris: int = 10,
) -> TemuanBagian:
    tempat = (TempatTemuan(Tempat(tabel="3.1", baris=baris), tercetak, "−362,40"),)
    isi = Temuan(
        kode, kepastian, tempat, "Capaian salah hitung.", "Hitung ulang.", tingkat, "PermenPANRB 53/2014"
    )
    return TemuanBagian(isi, "ind-1", "Persentase penghuni")


@pytest.fixture
def kantor() -> Instansi:
    return make_instansi()


@pytest.fixture
def penyusun(kantor):
    return make_orang("penyusun", Tugas(Peran.PENYUSUN, kantor.kanwil))


@pytest.fixture
def pimpinan(kantor):
    return make_orang("pimpinan", Tugas(Peran.PIMPINAN, kantor.kanwil))


def simpan(kantor, *temuan: TemuanBagian, pada=PADA):
    return op.save_temuan(satker=kantor.kanwil, tahun=TAHUN, temuan=temuan, oleh=Sistem(), pada=pada)


def terbuka(kantor, pada=PADA):
    return list_temuan_terbuka(kantor.kanwil, TAHUN, pada)


def minta(penyusun, *, sampai=SEBULAN, alasan="Angka resmi aplikasi pusat."):
    temuan = TemuanLaporan.objects.get()
    return op.ask_pengecualian(temuan=temuan, alasan=alasan, berlaku_sampai=sampai, oleh=penyusun, pada=PADA)


def putus(pengecualian, oleh, putusan=Putusan.SETUJU, catatan=""):
    return op.decide_pengecualian(
        pengecualian=pengecualian, putusan=putusan, catatan=catatan, oleh=oleh, pada=PADA
    )


def test_temuan_disimpan_sekali_selesai_bila_hilang_dan_dibuka_lagi_bila_kembali(kantor):
    satu, dua = make_temuan(), make_temuan("sama-nilai")
    assert simpan(kantor, satu, dua) == op.RekapTelaah(2, 0, 0)
    assert simpan(kantor, satu, pada=BESOK) == op.RekapTelaah(0, 1, 1)
    assert [t.temuan.kode for t in terbuka(kantor)] == ["hitung-capaian"]
    lusa = BESOK + datetime.timedelta(days=1)
    assert simpan(kantor, satu, dua, pada=lusa) == op.RekapTelaah(1, 1, 0)
    kembali = TemuanLaporan.objects.get(kode="sama-nilai")
    assert (kembali.ditemukan_pada, kembali.terakhir_pada, kembali.selesai_pada) == (PADA, lusa, None)


def test_letak_yang_bergeser_tetap_temuan_yang_sama_angka_lain_tidak(kantor):
    simpan(kantor, make_temuan(baris=10))
    assert simpan(kantor, make_temuan(baris=99)).tetap == 1
    assert simpan(kantor, make_temuan(tercetak="-3,63")) == op.RekapTelaah(1, 0, 1)


def test_urut_dari_yang_paling_berat(kantor):
    simpan(
        kantor,
        make_temuan("a-kecil", tingkat=Tingkat.KECIL),
        make_temuan("a-mungkin", kepastian=Kepastian.MUNGKIN),
        make_temuan("a-fatal"),
    )
    assert [t.temuan.kode for t in terbuka(kantor)] == ["a-fatal", "a-mungkin", "a-kecil"]
    assert [t.menghalangi for t in terbuka(kantor)] == [True, False, False]


def test_fatal_menghalangi_sampai_dikecualikan_orang_lain(kantor, penyusun, pimpinan):
    simpan(kantor, make_temuan())
    with pytest.raises(AdaPenghalang) as halangan:
        require_tanpa_penghalang(kantor.kanwil, TAHUN, PADA)
    assert len(halangan.value.temuan) == 1
    permintaan = minta(penyusun)
    with pytest.raises(OrangSama):
        putus(permintaan, penyusun)
    with pytest.raises(AdaPenghalang):
        require_tanpa_penghalang(kantor.kanwil, TAHUN, PADA)
    putus(permintaan, pimpinan)
    require_tanpa_penghalang(kantor.kanwil, TAHUN, PADA)
    setelah = datetime.datetime.combine(SEBULAN, datetime.time(12), datetime.UTC) + datetime.timedelta(days=1)
    with pytest.raises(AdaPenghalang):
        require_tanpa_penghalang(kantor.kanwil, TAHUN, setelah)


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"alasan": "  "}, "Alasan wajib"),
        ({"sampai": HARI - datetime.timedelta(days=1)}, "Masa berlaku"),
        ({"sampai": HARI + datetime.timedelta(days=400)}, "Masa berlaku"),
    ],
)
def test_permintaan_yang_tidak_lengkap_ditolak(kantor, penyusun, ganti, pesan):
    simpan(kantor, make_temuan())
    with pytest.raises(op.PengecualianDitolak, match=pesan):
        minta(penyusun, **ganti)


def test_satu_permintaan_terbuka_dan_putusan_sekali(kantor, penyusun, pimpinan):
    simpan(kantor, make_temuan())
    permintaan = minta(penyusun)
    assert terbuka(kantor)[0].diminta == permintaan
    with pytest.raises(op.PengecualianDitolak, match="menunggu putusan"):
        minta(penyusun)
    with pytest.raises(op.PengecualianDitolak, match="Alasan menolak"):
        putus(permintaan, pimpinan, Putusan.TOLAK)
    putus(permintaan, pimpinan, Putusan.TOLAK, "Perbaiki angkanya.")
    with pytest.raises(op.PengecualianDitolak, match="sudah diputus"):
        putus(permintaan, pimpinan)
    kedua = minta(penyusun)
    putus(kedua, pimpinan)
    putus(kedua, pimpinan, Putusan.CABUT, "Aplikasi pusat sudah diperbaiki.")
    assert terbuka(kantor)[0].menghalangi


def test_hanya_yang_berwenang(kantor, penyusun, pimpinan):
    simpan(kantor, make_temuan())
    asing = make_orang("asing", Tugas(Peran.PENYUSUN, kantor.lain), Tugas(Peran.OPERATOR, kantor.lain))
    for orang in (asing, pimpinan):
        with pytest.raises(AksesDitolak):
            minta(orang)
    permintaan = minta(penyusun)
    with pytest.raises(AksesDitolak):
        putus(permintaan, asing)
    temuan = TemuanLaporan.objects.get()
    assert get_temuan_untuk(penyusun, temuan.pk, Izin.SUSUN, PADA) == temuan
    assert get_temuan_untuk(penyusun, temuan.pk + 1, Izin.SUSUN, PADA) is None
    with pytest.raises(AksesDitolak):
        get_temuan_untuk(asing, temuan.pk, Izin.LIHAT, PADA)


def test_pengecualian_yang_berlaku_dicetak_di_lampiran(kantor, penyusun, pimpinan):
    simpan(kantor, make_temuan())
    assert compose_lampiran_pengecualian(kantor.kanwil, TAHUN, PADA) == ()
    putus(minta(penyusun), pimpinan)
    (bagian,) = compose_lampiran_pengecualian(kantor.kanwil, TAHUN, PADA)
    (baris,) = bagian.isi[1].baris
    assert baris.sel == (
        "1",
        "Persentase penghuni: Capaian salah hitung.",
        "Angka resmi aplikasi pusat.",
        "pimpinan, 15 Januari 2024",
        "14 Februari 2024",
    )


def test_temuan_yang_selesai_tidak_dapat_dikecualikan(kantor, penyusun):
    simpan(kantor, make_temuan())
    simpan(kantor, pada=BESOK)
    with pytest.raises(op.PengecualianDitolak, match="sudah selesai"):
        minta(penyusun)
