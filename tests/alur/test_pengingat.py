"""Deadlines of an office, tasks of a person, digests, the message for the group, the calendar feed."""

import datetime

import pytest
from django.core import mail
from icalendar import Calendar
from tests.akses.kantor import make_orang
from tests.pengukuran.kantor import PADA, TAHUN, make_kantor

from kinerja.akses.izin import Peran
from kinerja.akses.operations import Tugas as Penugasan
from kinerja.akses.pelaku import Sistem
from kinerja.akses.queries import AksesDitolak
from kinerja.alur.models import Pengingat, TenggatKhusus
from kinerja.alur.operations import (
    HasilPengingat,
    IsiTenggat,
    TenggatDitolak,
    fulfil_tenggat,
    make_langganan,
    save_tenggat_khusus,
    send_pengingat,
)
from kinerja.alur.pengingat import cetak_waktu, compose_kalender, compose_ringkasan, compose_whatsapp
from kinerja.alur.queries import PembacaTenggat, get_pengguna_kalender
from kinerja.alur.tugas import Tugas, list_tugas
from kinerja.aturan.peralihan import Status, Tindakan
from kinerja.aturan.tenggat import WIB, BatasTidakDikenal, TenggatTidakDikenal
from kinerja.dasar.periode import Bulan

SISTEM = Sistem()
TENGGAT = datetime.datetime(2024, 2, 10, 23, 59, 59, tzinfo=WIB)


@pytest.fixture
def k(db):
    return make_kantor()


def saat(hari, jam=9):
    return datetime.datetime(2024, 2, hari, jam, tzinfo=WIB)


def tugas(**lain):
    isi = {"kunci": "lembar/1", "jenis": "lembar", "objek": 1, "judul": "Isi Januari", "uraian": "0 dari 3"}
    return Tugas(**(isi | {"tenggat": TENGGAT} | lain))


def judul(k, siapa, pada=PADA):
    return [t.judul for t in list_tugas(k.orang[siapa], pada)]


def test_setiap_jenjang_melihat_gilirannya(k):
    lembar = k.lembar(k.lapas_a)
    semua = {
        s: f"{kata} pengukuran Januari 2024: lapas-a"
        for s, kata in [
            ("operator-a", "Isi dan ajukan"),
            ("kepala-a", "Periksa"),
            ("kadiv", "Setujui"),
            ("penyusun", "Kunci"),
        ]
    }
    giliran = [
        ("operator-a", Tindakan.AJUKAN),
        ("kepala-a", Tindakan.VERIFIKASI),
        ("kadiv", Tindakan.SETUJUI),
        ("penyusun", Tindakan.KUNCI),
    ]
    k.penuhi("operator-a", lembar)
    for siapa, tindakan in giliran:
        assert {s for s in semua if semua[s] in judul(k, s)} == {siapa}
        assert k.pindah(siapa, tindakan, lembar).temuan == ()
    assert not any(semua[s] in judul(k, s) for s in semua)


def test_tugas_menyebut_tenggat_isi_dan_sebab_dikembalikan(k):
    (satu,) = [t for t in list_tugas(k.orang["operator-a"], PADA) if t.objek == k.lembar(k.lapas_a).pk]
    assert (satu.tenggat, satu.uraian) == (TENGGAT, "0 dari 2 sel terisi")
    assert "E-Performance" in satu.dasar
    k.naikkan(k.lembar(k.lapas_a), Status.DIAJUKAN)
    k.pindah("kepala-a", Tindakan.KEMBALIKAN, k.lembar(k.lapas_a), alasan="tertukar")
    (satu,) = [t for t in list_tugas(k.orang["operator-a"], PADA) if t.objek == k.lembar(k.lapas_a).pk]
    assert satu.uraian == "2 dari 2 sel terisi · dikembalikan: tertukar"


def test_yang_terlambat_tidak_pernah_hilang(k):
    bertahun_kemudian = PADA + datetime.timedelta(days=900)
    terlambat = list_tugas(k.orang["operator-a"], bertahun_kemudian)
    assert [t.judul[-21:] for t in terlambat] == ["Januari 2024: lapas-a", "ebruari 2024: lapas-a"]
    assert all(t.is_terlambat(bertahun_kemudian) for t in terlambat)


def test_bulan_yang_belum_mulai_belum_menjadi_tugas(k):
    assert len(judul(k, "operator-a", PADA - datetime.timedelta(days=10))) == 1


def test_penyusun_melaporkan_ke_luar_sampai_dikatakan_selesai(k):
    siapa = k.orang["penyusun"]

    def luar():
        return [t.kunci.split("/", 2)[2] for t in list_tugas(siapa, PADA) if t.jenis == "tenggat_luar"]

    assert {"emonev/2024/1", "smart_bulanan/2024/1", "emonev/2023/12"} <= set(luar())
    assert "emonev/2024/2" not in luar()
    satu = {"satker": k.kanwil, "kode": "emonev", "periode": Bulan(TAHUN, 1), "pada": PADA}
    with pytest.raises(AksesDitolak):
        fulfil_tenggat(oleh=k.orang["operator-a"], **satu)
    assert fulfil_tenggat(oleh=siapa, **satu) == fulfil_tenggat(oleh=siapa, **satu)
    assert "emonev/2024/1" not in luar()
    with pytest.raises(TenggatTidakDikenal):
        fulfil_tenggat(oleh=siapa, **(satu | {"kode": "kinerja_bulanan"}))
    assert not [t for t in list_tugas(k.orang["operator-a"], PADA) if t.jenis == "tenggat_luar"]


def test_kantor_mengubah_tenggatnya_bagi_yang_di_bawahnya(k):
    def batas(satker, bulan=1):
        return PembacaTenggat().get("kinerja_bulanan", Bulan(TAHUN, bulan), satker.pk).batas.day

    assert batas(k.lapas_a) == 10
    isi = IsiTenggat("kinerja_bulanan", "tanggal 5 bulan berikutnya", "Surat 1", datetime.date(2024, 1, 1))
    siapa = {"oleh": k.orang["penyusun"], "pada": PADA}
    save_tenggat_khusus(satker=k.kanwil, isi=isi, **siapa)
    assert (batas(k.lapas_a), batas(k.kanwil)) == (5, 5)
    khusus = IsiTenggat(
        "kinerja_bulanan", "hari kerja ke-2 bulan berikutnya", "Surat 2", datetime.date(2024, 2, 1)
    )
    save_tenggat_khusus(satker=k.lapas_a, isi=khusus, **siapa)
    assert (batas(k.lapas_a), batas(k.lapas_a, 2), batas(k.lapas_b, 2)) == (5, 4, 5)
    lain = IsiTenggat("kinerja_bulanan", "tanggal 7 bulan berikutnya", "Surat 3", datetime.date(2024, 1, 1))
    save_tenggat_khusus(satker=k.kanwil, isi=lain, **siapa)
    assert (TenggatKhusus.objects.count(), batas(k.lapas_b)) == (2, 7)
    assert PembacaTenggat().get("kinerja_bulanan", Bulan(2022, 1), k.lapas_a.pk) is None


@pytest.mark.parametrize(
    ("lain", "galat"),
    [
        ({"batas": "secepatnya"}, BatasTidakDikenal),
        ({"mulai": "kapan-kapan"}, BatasTidakDikenal),
        ({"kode": "entah"}, TenggatTidakDikenal),
        ({"batas": ""}, TenggatDitolak),
        ({"dasar": " "}, TenggatDitolak),
    ],
)
def test_tenggat_yang_salah_ditolak(k, lain, galat):
    isi = {"kode": "emonev", "batas": "tanggal 5 bulan ini", "dasar": "Surat", "berlaku_dari": PADA.date()}
    with pytest.raises(galat):
        save_tenggat_khusus(
            satker=k.kanwil, isi=IsiTenggat(**(isi | lain)), oleh=k.orang["penyusun"], pada=PADA
        )


def test_hanya_penyusun_mengubah_tenggat(k):
    isi = IsiTenggat("emonev", "tanggal 5 bulan ini", "Surat", PADA.date())
    with pytest.raises(AksesDitolak):
        save_tenggat_khusus(satker=k.kanwil, isi=isi, oleh=k.orang["kadiv"], pada=PADA)


def test_daftar_tenggat_setahun_urut(k):
    setahun = PembacaTenggat().list_setahun(k.kanwil.pk, 2023)
    assert [t.batas for t in setahun] == sorted(t.batas for t in setahun)
    assert len(setahun) == 4 * 12 + 2 + 4 + 3


@pytest.mark.parametrize(
    ("hari", "ada"), [(2, False), (3, True), (4, False), (8, True), (10, False), (11, True), (12, False)]
)
def test_ringkasan_hanya_pada_harinya(hari, ada):
    assert bool(compose_ringkasan("Ani", [tugas()], saat(hari))) is ada


def test_ringkasan_memuat_yang_terlambat_juga():
    lama = tugas(kunci="lembar/2", judul="Isi November", tenggat=TENGGAT - datetime.timedelta(days=62))
    jauh = tugas(kunci="lembar/3", judul="Isi Maret", tenggat=TENGGAT + datetime.timedelta(days=60))
    ringkasan = compose_ringkasan(
        "Ani", [lama, tugas(), jauh, tugas(judul="Kapan saja", tenggat=None)], saat(8)
    )
    assert "1 terlambat, 1 segera" in ringkasan.perihal
    assert "Isi November — 0 dari 3: 10 Desember 2023 (terlambat 60 hari)" in ringkasan.isi
    assert "Isi Januari — 0 dari 3: 10 Februari 2024 (2 hari lagi)" in ringkasan.isi
    assert "Maret" not in ringkasan.isi
    assert "Kapan" not in ringkasan.isi


def test_surat_dikirim_sekali_sehari_dan_yang_gagal_diulang(k, settings):
    for nama, orang in k.orang.items():
        orang.surel = f"{nama}@contoh.id" if nama in ("operator-a", "kadiv") else ""
        orang.save()
    pada = saat(8)
    settings.EMAIL_BACKEND = "tests.alur.kantor_pos.Rusak"
    assert send_pengingat(oleh=SISTEM, pada=pada) == HasilPengingat(gagal=1)
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send_pengingat(oleh=SISTEM, pada=pada) == HasilPengingat(dikirim=1)
    assert send_pengingat(oleh=SISTEM, pada=saat(8, 17)) == HasilPengingat(sudah=1)
    (surat,) = mail.outbox
    assert surat.to == ["operator-a@contoh.id"]
    assert "Januari 2024: lapas-a" in surat.body
    assert "lapas-b" not in surat.body
    assert send_pengingat(oleh=SISTEM, pada=saat(9)) == HasilPengingat()
    assert send_pengingat(oleh=SISTEM, pada=saat(11)).dikirim == 1
    assert Pengingat.objects.filter(dikirim_pada__isnull=False).count() == 2


def test_orang_biasa_tidak_mengirim_pengingat(k):
    with pytest.raises(AksesDitolak):
        send_pengingat(oleh=k.orang["operator-a"], pada=PADA)


def test_pesan_whatsapp():
    teks = compose_whatsapp("Tenggat *10* Februari", [("Lapas_A", tugas()), ("Lapas B", tugas())], saat(11))
    baris = teks.split("\n")
    assert baris[0] == "*Tenggat  10  Februari*"
    assert baris[2] == "- *Lapas A*: Isi Januari (TERLAMBAT)"
    assert "2 hari lagi" in compose_whatsapp("x", [("A", tugas())], saat(8))
    assert "hari ini" in compose_whatsapp("x", [("A", tugas())], saat(10))
    assert "tanpa tenggat" in compose_whatsapp("x", [("A", tugas(tenggat=None))], saat(10))
    assert "sudah selesai" in compose_whatsapp("x", [], saat(10))


def test_terlambat_pada_hari_yang_sama():
    siang = tugas(tenggat=datetime.datetime(2024, 2, 10, 12, tzinfo=WIB))
    lain = tugas(tenggat=saat(12))
    isi = compose_ringkasan("Ani", [siang, lain], saat(10, 13)).isi
    assert "10 Februari 2024 pukul 12.00 WIB (terlambat hari ini)" in isi


def test_kalender_dapat_dibaca_kembali():
    isi = compose_kalender("Ani", [tugas(judul="Isi; Januari, " + "x" * 90), tugas(tenggat=None)], PADA)
    assert all(len(baris) <= 75 for baris in isi.split(b"\r\n"))
    (acara,) = Calendar.from_ical(isi).walk("VEVENT")
    assert str(acara["summary"]) == "Isi; Januari, " + "x" * 90
    assert acara.decoded("dtend") == TENGGAT.astimezone(datetime.UTC)
    assert str(acara["uid"]) == "lembar-1@kinerja"


def test_rahasia_kalender_per_orang(k):
    ani = k.orang["operator-a"]
    pertama = make_langganan(oleh=ani, pada=PADA)
    assert get_pengguna_kalender(pertama) == ani
    kedua = make_langganan(oleh=ani, pada=PADA)
    assert (get_pengguna_kalender(pertama), get_pengguna_kalender(kedua)) == (None, ani)
    ani.aktif = False
    ani.save()
    assert get_pengguna_kalender(kedua) is None


def test_waktu_dicetak_dengan_zonanya():
    assert cetak_waktu(TENGGAT) == "10 Februari 2024"
    assert (
        cetak_waktu(datetime.datetime(2024, 1, 2, 5, tzinfo=datetime.UTC)) == "2 Januari 2024 pukul 12.00 WIB"
    )


def test_tanpa_penugasan_tanpa_tugas(k):
    assert list_tugas(make_orang("tamu"), PADA) == []
    assert list_tugas(make_orang("apip", Penugasan(Peran.APIP)), PADA) == []
