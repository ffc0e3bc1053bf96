"""Target kinerja of a division: taken in, evidenced, assessed, verified by somebody else."""

import datetime
import io
from decimal import Decimal

import pytest
from tests.pengukuran.kantor import PADA, TAHUN, make_kantor

from kinerja.akses.pelaku import Sistem
from kinerja.alur.tugas import list_tugas
from kinerja.aturan.tenggat import WIB
from kinerja.pengukuran.berkas import Unggahan
from kinerja.pengukuran.models import BulanTargetKinerja, TargetKinerja
from kinerja.pengukuran.operations.data_dukung import add_bukti_target, open_data_dukung, withdraw_data_dukung
from kinerja.pengukuran.operations.target_kinerja import (
    BerkasTargetCacat,
    TargetTidakAda,
    import_target_kinerja,
    save_bulan_target,
    save_penilaian,
    verify_penilaian,
)
from kinerja.pengukuran.target_kinerja import list_kemajuan

APRIL = datetime.datetime(2024, 4, 8, 9, tzinfo=WIB)
JUDUL = "Unit Kerja,Nomor,Target Kinerja\n"


@pytest.fixture
def k(db):
    return make_kantor()


def impor(k, tmp_path, isi):
    berkas = tmp_path / "target.csv"
    berkas.write_text(JUDUL + isi)
    return import_target_kinerja(berkas=berkas, kantor=k.kanwil, tahun=TAHUN, oleh=Sistem(), pada=PADA)


@pytest.fixture
def target(k, tmp_path):
    impor(k, tmp_path, "pas,1,Percepatan layanan\npas,2,Rehabilitasi\n")
    return TargetKinerja.objects.get(nomor=1)


def kode(hasil):
    return [t.kode for t in hasil[1]]


def test_impor_dua_kali_tidak_menambah(k, target, tmp_path):
    hasil = impor(k, tmp_path, "pas,1,Percepatan layanan\npas,2,Rehabilitasi lebih baik\n")
    assert (hasil.baru, hasil.berubah, hasil.sama) == (0, 1, 1)


@pytest.mark.parametrize("isi", ["entah,1,X\n", "pas,satu,X\n", "pas,1\n"])
def test_berkas_yang_cacat_disebut_barisnya(k, tmp_path, isi):
    with pytest.raises(BerkasTargetCacat, match="baris 2"):
        impor(k, tmp_path, isi)
    assert not TargetKinerja.objects.exists()


def unggah(k, target, bulan=1, siapa="operator-divisi", isi=b"%PDF-1.7 x"):
    return add_bukti_target(
        target_id=target.pk,
        bulan=bulan,
        unggahan=Unggahan("b.pdf", io.BytesIO(isi)),
        oleh=k.orang[siapa],
        pada=PADA,
    )


def tulis(k, target, uraian, versi, siapa="operator-divisi"):
    return save_bulan_target(
        target_id=target.pk, bulan=1, uraian=uraian, versi=versi, oleh=k.orang[siapa], pada=PADA
    )


def test_bukti_bulanan_menyelesaikan_tugas_bulan_itu(k, target):
    def bulan_ditunggu():
        return {t.kunci for t in list_tugas(k.orang["operator-divisi"], PADA) if t.jenis == "target_kinerja"}

    assert f"target/{target.pk}/1" in bulan_ditunggu()
    assert kode(tulis(k, target, "sosialisasi", 0)) == []
    assert f"target/{target.pk}/1" in bulan_ditunggu()
    data_dukung, _ = unggah(k, target)
    assert f"target/{target.pk}/1" not in bulan_ditunggu()
    (divisi,) = list_kemajuan(k.kanwil.pk, TAHUN, PADA)
    assert (divisi.bukti, divisi.bukti_seharusnya) == (1, 2)
    assert (
        open_data_dukung(data_dukung_id=data_dukung.pk, oleh=k.orang["penyusun"], pada=PADA)[1].read()[:4]
        == b"%PDF"
    )
    for siapa, hasil in (("kadiv", ["bukan_wewenang"]), ("operator-divisi", [])):
        temuan = withdraw_data_dukung(
            data_dukung_id=data_dukung.pk, alasan="salah", oleh=k.orang[siapa], pada=PADA
        )
        assert [t.kode for t in temuan] == hasil
    assert f"target/{target.pk}/1" in bulan_ditunggu()


def test_yang_bukan_operator_divisi(k, target):
    assert kode(unggah(k, target, siapa="kadiv")) == ["bukan_wewenang"]
    assert kode(unggah(k, target, isi=b"MZ")) == ["jenis_berkas"]
    with pytest.raises(TargetTidakAda):
        unggah(k, target, siapa="operator-a")
    assert kode(tulis(k, target, "x", 0, siapa="kadiv")) == ["bukan_wewenang"]


def test_uraian_ditulis_di_atas_yang_dilihat(k, target):
    unggah(k, target)
    # Evidence alone is no text: who saw an empty field has seen what is there.
    assert kode(tulis(k, target, "satu", 0)) == []
    kini, temuan = tulis(k, target, "dua", 0)
    assert ([t.kode for t in temuan], kini.uraian, kini.versi) == (["bentrok"], "satu", 1)
    assert kode(tulis(k, target, "dua", 1)) == []
    # The same words once more are no change, whatever version was seen.
    assert kode(tulis(k, target, " dua ", 0)) == []
    assert BulanTargetKinerja.objects.values_list("uraian", "versi").get() == ("dua", 2)


def nilai(k, target, angka="80", siapa="operator-divisi", pada=APRIL):
    return save_penilaian(
        target_id=target.pk, triwulan=1, nilai=Decimal(angka), oleh=k.orang[siapa], pada=pada
    )


def verifikasi(k, target, angka="80", siapa="kadiv", alasan=""):
    return verify_penilaian(
        target_id=target.pk, triwulan=1, nilai=Decimal(angka), alasan=alasan, oleh=k.orang[siapa], pada=APRIL
    )


def test_penilaian_dalam_jendelanya_dan_verifikasi_orang_lain(k, target):
    awal_april = datetime.datetime(2024, 4, 5, 23, 59, tzinfo=WIB)
    assert kode(nilai(k, target, pada=awal_april)) == ["jendela"]
    assert kode(verifikasi(k, target)) == ["belum_dinilai"]
    assert [kode(nilai(k, target, a)) for a in ("101", "-1", "1.00001")] == [["nilai"]] * 3
    assert kode(nilai(k, target, siapa="kadiv")) == ["bukan_wewenang"]
    assert kode(nilai(k, target)) == []
    assert kode(verifikasi(k, target, siapa="operator-divisi")) == ["bukan_wewenang"]
    assert kode(verifikasi(k, target, "70")) == ["alasan_wajib"]
    assert kode(verifikasi(k, target, "70", alasan="bukti kurang")) == []
    (divisi,) = list_kemajuan(k.kanwil.pk, TAHUN, APRIL)
    assert divisi.rata_verifikasi == {1: Decimal(70)}
    assert divisi.target[0].penilaian == {1: (Decimal(80), Decimal(70))}
    nilai(k, target, "85")
    assert list_kemajuan(k.kanwil.pk, TAHUN, APRIL)[0].rata_verifikasi == {}


def test_menilai_dan_memverifikasi_oleh_orang_yang_sama(k, target):
    orang = k.orang["operator-divisi"]
    nilai(k, target)
    orang.penugasan.create(
        peran="verifikator", satker=k.kanwil, unit_kerja=k.divisi, berlaku_dari=PADA.date()
    )
    assert kode(verifikasi(k, target, siapa="operator-divisi")) == ["memeriksa_sendiri"]


def test_tugas_triwulanan(k, target):
    def jenis(siapa):
        return [t.judul for t in list_tugas(k.orang[siapa], APRIL) if t.kunci == f"penilaian/{target.pk}/1"]

    assert jenis("operator-divisi") == ["Nilai target kinerja 1, Triwulan I 2024"]
    assert jenis("kadiv") == []
    nilai(k, target)
    assert jenis("operator-divisi") == []
    assert jenis("kadiv") == ["Verifikasi penilaian target kinerja 1, Triwulan I 2024"]
    verifikasi(k, target)
    assert jenis("kadiv") == []
