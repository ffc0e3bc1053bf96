"""The way of an agreement from the plan to the signature, and every wrong way."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from tests.basisdata.dunia import Dunia, make_indikator, make_sasaran, make_target
from tests.perencanaan.pejabat import ATASAN, KEPALA, PADA, Pejabat, make_pejabat

from kinerja.akses.queries import AksesDitolak
from kinerja.jejak.models import Jejak
from kinerja.perencanaan.models import (
    AnggaranPerjanjian,
    PemangkuJabatan,
    PerjanjianKinerja,
    Target,
    VersiPerjanjian,
)
from kinerja.perencanaan.perjanjian.isi import AnggaranJanji, parse_isi, read_isi, write_isi
from kinerja.perencanaan.perjanjian.operations import (
    DataJabatan,
    DataPerjanjian,
    DataTandaTangan,
    DataVersi,
    PerjanjianDitolak,
    approve_versi,
    make_perjanjian,
    make_versi,
    return_versi,
    save_jabatan,
    sign_versi,
    update_versi,
)
from kinerja.perencanaan.perjanjian.queries import (
    check_isi,
    compare_isi,
    get_perjanjian,
    get_pihak,
    get_versi,
    get_versi_berlaku,
    is_utuh,
    list_atasan,
    list_perjanjian,
    propose_perjanjian,
    read_isi_berlaku,
)
from kinerja.perencanaan.perjanjian.target import adopt_target

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]
HARI = datetime.date(2023, 1, 9)
DATA = DataVersi(
    KEPALA, "", ATASAN, "", "Palembang", HARI, "SP DIPA-013.01", datetime.date(2022, 12, 12), 5_000
)
BARIS = (
    AnggaranJanji("Program Dukungan Manajemen", "Kegiatan A", 2_000),
    AnggaranJanji("Program Dukungan Manajemen", "Kegiatan B", 3_000),
)


@pytest.fixture
def orang(dunia: Dunia) -> Pejabat:
    make_target(dunia)
    return make_pejabat(dunia)


def buat_draf(d: Dunia, orang: Pejabat, **lain) -> VersiPerjanjian:
    versi = make_versi(perjanjian=d.perjanjian, oleh=orang.perencana, pada=PADA)
    return update_versi(
        versi=versi, data=replace(DATA, **lain), anggaran=BARIS, oleh=orang.perencana, pada=PADA
    )


def tandatangani(d: Dunia, orang: Pejabat) -> VersiPerjanjian:
    versi = approve_versi(versi=buat_draf(d, orang), oleh=orang.pemaraf, pada=PADA)
    sign_versi(versi=versi, data=DataTandaTangan("pertama"), oleh=orang.kepala, pada=PADA)
    return sign_versi(versi=versi, data=DataTandaTangan("kedua"), oleh=orang.atasan, pada=PADA)


def tolak(kode: str, tindakan, **isi) -> None:
    with pytest.raises(PerjanjianDitolak) as galat:
        tindakan(**isi, pada=PADA)
    assert kode in {t.kode for t in galat.value.temuan}


def test_dari_rencana_sampai_ditandatangani(dunia, orang):
    versi = approve_versi(versi=buat_draf(dunia, orang), oleh=orang.pemaraf, pada=PADA)
    assert versi.status == "diparaf"
    assert len(versi.kode) == 14
    versi = sign_versi(versi=versi, data=DataTandaTangan("pertama"), oleh=orang.kepala, pada=PADA)
    assert versi.status == "diparaf", "one party is not enough"
    versi = sign_versi(versi=versi, data=DataTandaTangan("kedua"), oleh=orang.atasan, pada=PADA)
    assert (versi.status, versi.beku, is_utuh(versi)) == ("ditandatangani", True, True)
    isi = read_isi(dunia.perjanjian, versi)
    assert (isi.jumlah, isi.dipa.pagu, isi.indikator[0].nilai) == (5_000, 5_000, Decimal("1.5"))
    assert write_isi(isi) == (versi.isi, versi.sidik)
    (ringkas,) = list_perjanjian(dunia.satker, 2023)
    assert ringkas.berlaku == ringkas.terbaru == versi
    tindakan = [j.tindakan for j in Jejak.objects.filter(tindakan__startswith="perjanjian.")]
    assert (
        tindakan
        == ["perjanjian.versi", "perjanjian.ubah", "perjanjian.paraf"] + ["perjanjian.tanda_tangan"] * 2
    )


def test_yang_ditandatangani_beku_dan_dipakai_laporan(dunia, orang):
    versi = tandatangani(dunia, orang)
    for ubah in (
        lambda: Target.objects.update(nilai=9),
        lambda: AnggaranPerjanjian.objects.update(nilai=9),
        lambda: PerjanjianKinerja.objects.update(tempat="Jakarta"),
        lambda: VersiPerjanjian.objects.filter(pk=versi.pk).update(isi="{}"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            ubah()
    tolak("peralihan_tidak_ada", sign_versi, versi=versi, data=DataTandaTangan("pertama"), oleh=orang.kepala)
    tolak("peralihan_tidak_ada", return_versi, versi=versi, alasan="x", oleh=orang.kepala)
    assert read_isi_berlaku(dunia.perjanjian) == parse_isi(versi.isi)


def test_perubahan_hanya_dengan_dasar_dan_versi_lama_tetap_terbaca(dunia, orang):
    pertama = tandatangani(dunia, orang)
    for dasar, alasan in (("", "pagu berubah"), ("perubahan_strategi", " "), ("iseng", "a")):
        tolak(
            "pk_dasar_perubahan",
            make_versi,
            perjanjian=dunia.perjanjian,
            dasar=dasar,
            alasan=alasan,
            oleh=orang.perencana,
        )
    kedua = make_versi(
        perjanjian=dunia.perjanjian,
        dasar="perubahan_strategi",
        alasan="Revisi DIPA",
        oleh=orang.perencana,
        pada=PADA,
    )
    tolak(
        "versi_berjalan",
        make_versi,
        perjanjian=dunia.perjanjian,
        dasar="perubahan_strategi",
        alasan="a",
        oleh=orang.perencana,
    )
    Target.objects.update(nilai=2)
    baru = (AnggaranJanji("Program Dukungan Manajemen", "Kegiatan A", 6_000),)
    data = replace(DATA, tanggal=datetime.date(2023, 7, 3), dipa_pagu=6_000, pihak_pertama=f"Plt. {KEPALA}")
    kedua = update_versi(versi=kedua, data=data, anggaran=baru, oleh=orang.perencana, pada=PADA)
    assert get_versi_berlaku(dunia.perjanjian) == pertama
    assert read_isi_berlaku(dunia.perjanjian).jumlah == 5_000
    beda = {
        b.hal: (b.lama, b.baru)
        for b in compare_isi(parse_isi(pertama.isi), read_isi(kedua.perjanjian, kedua))
    }
    assert beda["Pagu DIPA"] == ("Rp5.000", "Rp6.000")
    assert beda["Pihak pertama"] == (KEPALA, f"Plt. {KEPALA}")
    assert beda["Indikator SK.1.1"] == ("Persentase contoh: 1,5 %", "Persentase contoh: 2 %")
    assert beda["Anggaran Program Dukungan Manajemen / Kegiatan B"] == ("Rp3.000", "")
    assert "Tempat" not in beda
    assert [v.nomor for v in (get_versi(dunia.perjanjian, n) for n in (1, 2)) if v] == [1, 2]


def test_anggaran_yang_berbeda_dari_dipa_tidak_dapat_diparaf(dunia, orang):
    tolak(
        "pk_jumlah_anggaran",
        approve_versi,
        versi=buat_draf(dunia, orang, dipa_pagu=4_999),
        oleh=orang.pemaraf,
    )


def test_pemisahan_tugas(dunia, orang):
    draf = buat_draf(dunia, orang)
    with pytest.raises(AksesDitolak):
        approve_versi(versi=draf, oleh=orang.perencana, pada=PADA)
    with pytest.raises(AksesDitolak):
        update_versi(versi=draf, data=DATA, oleh=orang.kepala, pada=PADA)
    versi = approve_versi(versi=draf, oleh=orang.pemaraf, pada=PADA)
    with pytest.raises(AksesDitolak):
        sign_versi(versi=versi, data=DataTandaTangan("pertama"), oleh=orang.operator, pada=PADA)
    tolak("pihak_keliru", sign_versi, versi=versi, data=DataTandaTangan("kedua"), oleh=orang.kepala)
    tolak("pihak_keliru", sign_versi, versi=versi, data=DataTandaTangan("ketiga"), oleh=orang.kepala)
    sign_versi(versi=versi, data=DataTandaTangan("pertama"), oleh=orang.kepala, pada=PADA)
    tolak("sudah_ditandatangani", sign_versi, versi=versi, data=DataTandaTangan("pertama"), oleh=orang.kepala)
    tolak("bukan_draf", update_versi, versi=versi, data=DATA, oleh=orang.perencana)


def test_target_yang_berubah_sesudah_paraf_menghalangi_tanda_tangan(dunia, orang):
    versi = approve_versi(versi=buat_draf(dunia, orang), oleh=orang.pemaraf, pada=PADA)
    Target.objects.update(nilai=7)
    tolak("berubah_sejak_paraf", sign_versi, versi=versi, data=DataTandaTangan("pertama"), oleh=orang.kepala)
    tolak("alasan_wajib", return_versi, versi=versi, alasan=" ", oleh=orang.kepala)
    draf = return_versi(versi=versi, alasan="target keliru", oleh=orang.kepala, pada=PADA)
    assert (draf.status, draf.sidik, draf.catatan, draf.butir.count()) == ("draf", "", "target keliru", 0)
    assert approve_versi(versi=draf, oleh=orang.pemaraf, pada=PADA).sidik != versi.sidik


def test_tanda_tangan_basah_dicatat_bukan_dipalsukan(dunia, orang):
    versi = approve_versi(versi=buat_draf(dunia, orang), oleh=orang.pemaraf, pada=PADA)
    tolak("keterangan", sign_versi, versi=versi, data=DataTandaTangan("kedua", "basah"), oleh=orang.perencana)
    sign_versi(versi=versi, data=DataTandaTangan("pertama"), oleh=orang.kepala, pada=PADA)
    basah = DataTandaTangan("kedua", "basah", "Naskah asli pada arsip Bagian Program")
    versi = sign_versi(versi=versi, data=basah, oleh=orang.perencana, pada=PADA)
    assert versi.beku
    assert [t.get_cara_display() for t in versi.tanda_tangan.all()] == [
        "disetujui dengan akun",
        "tanda tangan basah di luar aplikasi",
    ]


def test_menteri_menandatangani_sendiri(dunia, orang):
    versi = approve_versi(versi=buat_draf(dunia, orang, pihak_kedua=""), oleh=orang.pemaraf, pada=PADA)
    assert sign_versi(versi=versi, data=DataTandaTangan("pertama"), oleh=orang.kepala, pada=PADA).beku


def test_pihak_menurut_jabatan_pada_harinya(dunia, orang):
    siapa = {"satker": dunia.satker, "oleh": orang.perencana, "pada": PADA}
    save_jabatan(
        data=DataJabatan(KEPALA, ATASAN, "Nama Satu", berlaku_dari=datetime.date(2022, 1, 1)), **siapa
    )
    save_jabatan(data=DataJabatan(KEPALA, pelaksana="Plt.", berlaku_dari=datetime.date(2023, 7, 1)), **siapa)
    assert (get_pihak(KEPALA, HARI).jabatan, get_pihak(KEPALA, HARI).nama) == (KEPALA, "Nama Satu")
    assert get_pihak(f"Plh. {KEPALA}", datetime.date(2023, 8, 1)).jabatan == f"Plt. {KEPALA}"
    assert get_pihak("Kepala Bagian", HARI).jabatan == "Kepala Bagian"
    assert PemangkuJabatan.objects.first().berlaku_sampai == datetime.date(2023, 6, 30)
    assert list_atasan(KEPALA, HARI) == (ATASAN,)
    assert list_atasan(KEPALA, datetime.date(2021, 1, 1)) == ()
    assert list_atasan("Kepala Bagian", HARI) is None
    isi = read_isi(dunia.perjanjian)
    assert "pk_pihak_kedua" not in {t.temuan.kode for t in check_isi(isi)}
    for data in (
        DataJabatan(" "),
        DataJabatan("A", "a"),
        DataJabatan("A", berlaku_sampai=datetime.date(1999, 1, 1)),
    ):
        with pytest.raises(PerjanjianDitolak):
            save_jabatan(data=data, **siapa)


def test_perjanjian_baru_untuk_jabatan_mana_pun(dunia, orang):
    siapa = {"satker": dunia.satker, "tahun": 2023, "oleh": orang.perencana}
    data = DataPerjanjian(
        "PK.2", dunia.unit, "Kepala Bagian Program", KEPALA, "Palembang", HARI, ("SK.1",), BARIS
    )
    baru = make_perjanjian(data=data, pada=PADA, **siapa)
    assert get_perjanjian(dunia.satker, 2023, "PK.2") == baru
    assert [s.kode for s in read_isi(baru).sasaran] == ["SK.1"]
    assert read_isi(baru).jumlah == 5_000
    tolak("kode", make_perjanjian, data=data, **siapa)
    tolak("lingkup", make_perjanjian, data=replace(data, kode="PK.3", lingkup=("X",)), **siapa)
    tolak("wajib", make_perjanjian, data=replace(data, kode=" "), **siapa)
    with pytest.raises(AksesDitolak):
        make_perjanjian(data=replace(data, kode="PK.4"), pada=PADA, **(siapa | {"oleh": orang.kepala}))


def test_target_tahun_berikutnya_diambil_dari_renstra(dunia, orang):
    lain = make_sasaran(dunia, kode="SK.8")
    siapa = {"satker": dunia.satker, "tahun": 2024, "oleh": orang.perencana}
    data = DataPerjanjian("PK.1", dunia.unit, "Kepala Bagian Program", KEPALA, "Palembang", dari_renstra=True)
    for indikator, nilai in ((dunia.indikator, 95), (make_indikator(lain, kode="SK.8.1"), 7)):
        make_target(dunia, indikator=indikator, tahun=2024, jenis="renstra", nilai=Decimal(nilai))
    usul = propose_perjanjian(dunia.satker, 2024)
    assert (usul.kode, usul.dari_renstra, len(usul.sasaran)) == ("PK-01", True, 2)
    tanpa = make_perjanjian(data=replace(data, kode="PK.0", dari_renstra=False), pada=PADA, **siapa)
    assert read_isi(tanpa).sasaran == ()
    satu = make_perjanjian(data=replace(data, lingkup=("SK.1",)), pada=PADA, **siapa)
    assert [(i.kode, i.nilai) for i in read_isi(satu).indikator] == [("SK.1.1", Decimal(95))]
    # What is promised stays as it is; only what is not promised yet is taken.
    Target.objects.filter(jenis="pk", tahun=2024).update(nilai=96)
    dua = make_perjanjian(data=replace(data, kode="PK.2"), pada=PADA, **siapa)
    assert {i.kode: i.nilai for i in read_isi(dua).indikator} == {"SK.1.1": 96, "SK.8.1": 7}
    assert (
        Jejak.objects.filter(tindakan="perjanjian.buat").order_by("-nomor").first().menjadi.count("renstra")
    )
    assert not propose_perjanjian(dunia.satker, 2024).dari_renstra
    assert adopt_target(dua) == 0


def test_sasaran_yang_sudah_ditandatangani_tidak_mendapat_target_baru(dunia, orang):
    tandatangani(dunia, orang)
    make_target(dunia, indikator=make_indikator(dunia.sasaran, kode="SK.1.2"), jenis="renstra")
    assert adopt_target(dunia.perjanjian) == 0


def test_sasaran_tanpa_janji_disebut(dunia, orang):
    Target.objects.all().delete()
    dunia.perjanjian.lingkup = "SK.1"
    isi = read_isi(dunia.perjanjian)
    assert isi.sasaran[0].indikator == ()
    assert "pk_berindikator" in {t.temuan.kode for t in check_isi(isi)}
