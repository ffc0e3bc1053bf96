"""Sheets hang together, move by the table, wait for those beneath, and open only officially."""

import pytest
from django.db import IntegrityError, transaction
from tests.pengukuran.kantor import JAM, PADA, TAHUN, buka_bulan, make_kantor, nilai, pasangan

from kinerja.akses.queries import AksesDitolak
from kinerja.alur.tugas import list_tugas
from kinerja.aturan.peralihan import Status, Tindakan
from kinerja.jejak.models import Jejak
from kinerja.pelaporan.models import CakupanLaporan
from kinerja.pengukuran.beku import TahunBeku
from kinerja.pengukuran.models import LembarPengukuran, PembukaanKunci
from kinerja.pengukuran.operations.lembar import (
    IsiCatatan,
    LembarTidakAda,
    get_lembar_untuk,
    open_lembar,
    save_catatan,
    set_pelapor,
)
from kinerja.pengukuran.operations.peralihan import (
    Keinginan,
    approve_pembukaan,
    close_pembukaan,
    move_banyak,
    reject_pembukaan,
    request_pembukaan,
)
from kinerja.pengukuran.operations.sel import Nasib

AJUKAN, VERIFIKASI, SETUJUI, KUNCI, KEMBALIKAN = (
    Tindakan.AJUKAN,
    Tindakan.VERIFIKASI,
    Tindakan.SETUJUI,
    Tindakan.KUNCI,
    Tindakan.KEMBALIKAN,
)


@pytest.fixture
def k(db):
    return make_kantor()


def kode(hasil):
    return [t.kode for t in hasil.temuan]


def test_satker_di_bawah_divisi_di_bawah_kantor(k):
    assert LembarPengukuran.objects.filter(bulan=1).count() == 4
    kantor, divisi = k.lembar(k.kanwil), k.lembar(k.kanwil, unit=k.divisi)
    assert (kantor.induk, divisi.induk) == (None, kantor)
    assert {b.satker for b in divisi.bawahan.all()} == {k.lapas_a, k.lapas_b}
    buka_bulan(k)
    assert LembarPengukuran.objects.count() == 8


def test_hanya_penyusun_membuka_dan_hanya_di_kantornya(k):
    siapa = {"kantor": k.kanwil, "tahun": TAHUN, "pada": PADA}
    with pytest.raises(AksesDitolak):
        open_lembar(bulan=[3], oleh=k.orang["operator-a"], **siapa)
    with pytest.raises(AksesDitolak):
        set_pelapor(pelapor={k.rasio.indikator_id: [10**9]}, oleh=k.orang["penyusun"], **siapa)
    # Taken off the list, but it already has sheets of that year.
    set_pelapor(pelapor={k.rasio.indikator_id: [k.lapas_a.pk]}, oleh=k.orang["penyusun"], **siapa)
    assert k.rasio.indikator.pelapor.count() == 2


def test_dari_draf_sampai_dikunci(k):
    lembar = k.lembar(k.lapas_a)
    assert kode(k.pindah("operator-a", AJUKAN, lembar)) == ["belum_diisi"]
    k.naikkan(lembar, Status.DIKUNCI)
    lembar.refresh_from_db()
    assert (lembar.status, lembar.versi, len(lembar.sidik)) == ("dikunci", 5, 64)
    assert [
        o.nama_akun
        for o in (lembar.diajukan_oleh, lembar.diverifikasi_oleh, lembar.disetujui_oleh, lembar.dikunci_oleh)
    ] == ["operator-a", "kepala-a", "kadiv", "penyusun"]
    langkah = Jejak.objects.filter(tindakan__startswith="lembar.", rantai="lapas-a").order_by("nomor")
    assert [j.tindakan for j in langkah] == [
        "lembar.ajukan",
        "lembar.verifikasi",
        "lembar.setujui",
        "lembar.kunci",
    ]
    assert langkah[1].oleh == "kepala-a (verifikator)"


def test_yang_tidak_berhak_tidak_tahu_lembar_itu_ada(k):
    lembar = k.lembar(k.lapas_a)
    for siapa in ("operator-b", "kepala-b", "operator-divisi", "kepala-bidang"):
        with pytest.raises(LembarTidakAda):
            k.pindah(siapa, AJUKAN, lembar)
    with pytest.raises(LembarTidakAda):
        get_lembar_untuk(k.orang["operator-a"], 10**9, PADA)
    assert kode(k.pindah("kepala-a", AJUKAN, lembar))[0] == "bukan_wewenang"


def test_dikembalikan_dengan_alasan_lalu_diperbaiki(k):
    lembar = k.lembar(k.lapas_a)
    k.naikkan(lembar, Status.DIVERIFIKASI)
    assert kode(k.pindah("kadiv", KEMBALIKAN, lembar)) == ["alasan_wajib"]
    hasil = k.pindah("kadiv", KEMBALIKAN, lembar, alasan="angka tertukar")
    assert (hasil.status, hasil.temuan) == (Status.DRAF, ())
    lembar.refresh_from_db()
    assert (lembar.alasan, lembar.diajukan_oleh, lembar.diverifikasi_oleh) == ("angka tertukar", None, None)
    assert k.ketik("operator-a", k.kunci(k.cacah, k.lapas_a), nilai(3)).nasib is Nasib.TERSIMPAN


def test_yang_mengisi_tidak_memeriksa(k):
    orang = k.orang["operator-a2"]
    orang.penugasan.create(peran="verifikator", satker=k.lapas_a, berlaku_dari=PADA.date())
    lembar = k.lembar(k.lapas_a)
    k.penuhi("operator-a", lembar)
    k.ketik("operator-a2", k.kunci(k.cacah, k.lapas_a), nilai(3))
    assert k.pindah("operator-a", AJUKAN, lembar).temuan == ()
    assert kode(k.pindah("operator-a2", VERIFIKASI, lembar)) == ["memeriksa_sendiri"]
    with pytest.raises(IntegrityError, match="yang mengisi angka"), transaction.atomic():
        LembarPengukuran.objects.filter(pk=lembar.pk).update(status="diverifikasi", diverifikasi_oleh=orang)
    assert k.pindah("kepala-a", VERIFIKASI, lembar).temuan == ()


def test_dua_pemeriksa_sekaligus(k):
    lembar = k.lembar(k.lapas_a)
    k.naikkan(lembar, Status.DIAJUKAN)
    lembar.refresh_from_db()
    assert k.pindah("kepala-a", VERIFIKASI, lembar, versi=lembar.versi).temuan == ()
    assert kode(k.pindah("kepala-a2", KEMBALIKAN, lembar, versi=lembar.versi, alasan="x")) == ["bentrok"]
    assert kode(k.pindah("kepala-a2", VERIFIKASI, lembar)) == ["peralihan_tidak_ada"]


def verifikasi_divisi(k):
    divisi = k.lembar(k.kanwil, unit=k.divisi)
    k.penuhi("operator-divisi", divisi)
    assert k.pindah("operator-divisi", AJUKAN, divisi).temuan == ()
    assert k.pindah("kepala-bidang", VERIFIKASI, divisi).temuan == ()
    return divisi


def test_divisi_menunggu_satkernya_atau_menyebut_yang_kurang(k):
    divisi = verifikasi_divisi(k)
    k.naikkan(k.lembar(k.lapas_a), Status.DISETUJUI)
    (temuan,) = k.pindah("kadiv", SETUJUI, divisi).temuan
    assert (temuan.kode, "lapas-b" in temuan.pesan, "lapas-a" in temuan.pesan) == (
        "bawahan_belum",
        True,
        False,
    )
    hasil = k.pindah("kadiv", SETUJUI, divisi, alasan="banjir", disebut=frozenset({"lapas-b"}))
    assert hasil.status is Status.DISETUJUI
    divisi.refresh_from_db()
    assert divisi.bawahan_dilewati == ["lapas-b"]
    # What the division relied on is not pulled away beneath it.
    assert kode(k.pindah("penyusun", KEMBALIKAN, k.lembar(k.lapas_a), alasan="x")) == ["induk_disetujui"]


def test_kantor_disusun_penyusun_dan_disetujui_pimpinan(k):
    for satker in (k.lapas_a, k.lapas_b):
        k.naikkan(k.lembar(satker), Status.DISETUJUI)
    divisi, kantor = verifikasi_divisi(k), k.lembar(k.kanwil)
    assert k.pindah("penyusun", AJUKAN, kantor).temuan == ()
    assert k.pindah("sekretaris", VERIFIKASI, kantor).temuan == ()
    assert kode(k.pindah("pimpinan", SETUJUI, kantor)) == ["bawahan_belum"]
    assert k.pindah("kadiv", SETUJUI, divisi).temuan == ()
    assert k.pindah("pimpinan", SETUJUI, kantor).status is Status.DISETUJUI


def test_borongan_hanya_yang_tanpa_peringatan(k):
    for huruf, satker in (("a", k.lapas_a), ("b", k.lapas_b)):
        k.naikkan(k.lembar(satker, 1), Status.DIAJUKAN)
        lembar = k.lembar(satker, 2)
        k.penuhi(f"operator-{huruf}", lembar)
        k.ketik(f"operator-{huruf}", k.kunci(k.rasio, satker, 2), pasangan(11, 10))
        assert k.pindah(f"operator-{huruf}", AJUKAN, lembar).temuan == ()
    pk = [k.lembar(k.lapas_a, b).pk for b in (1, 2)]
    hasil = move_banyak(lembar_id=pk, keinginan=Keinginan(VERIFIKASI), oleh=k.orang["kepala-a"], pada=PADA)
    assert [kode(h) for h in hasil] == [[], ["peringatan_terbuka"]]
    assert k.pindah("kepala-a", VERIFIKASI, k.lembar(k.lapas_a, 2)).temuan == ()


def minta(k, lembar, siapa="penyusun", alasan="ralat", sampai=PADA + JAM, pada=PADA):
    return request_pembukaan(
        lembar_id=lembar.pk, alasan=alasan, sampai=sampai, oleh=k.orang[siapa], pada=pada
    )


def test_kunci_dibuka_orang_lain_lalu_terkunci_lagi(k):
    lembar = k.lembar(k.lapas_a)
    k.naikkan(lembar, Status.DIKUNCI)
    pembukaan, temuan = minta(k, lembar)
    assert temuan == ()
    assert [t.kode for t in minta(k, lembar)[1]] == ["sudah_diminta"]
    buka = {"pembukaan_id": pembukaan.pk, "pada": PADA}
    assert kode(approve_pembukaan(oleh=k.orang["penyusun"], **buka)) == ["menyetujui_sendiri"]
    assert kode(approve_pembukaan(oleh=k.orang["kadiv"], **buka)) == ["bukan_wewenang"]
    assert approve_pembukaan(oleh=k.orang["penyusun2"], **buka).status is Status.DRAF
    kunci = k.kunci(k.cacah, k.lapas_a)
    assert k.ketik("operator-a", kunci, nilai(4), pada=PADA + JAM / 2).nasib is Nasib.TERSIMPAN
    assert kode(k.ketik("operator-a", kunci, nilai(5), pada=PADA + JAM)) == ["terkunci"]
    assert close_pembukaan(pada=PADA + JAM / 2) == []
    (hasil,) = close_pembukaan(pada=PADA + JAM)
    assert hasil.status is Status.DIKUNCI
    assert close_pembukaan(pada=PADA + JAM) == []
    tersimpan = PembukaanKunci.objects.get()
    assert (tersimpan.status_saat_ditutup, tersimpan.disetujui_oleh) == ("draf", k.orang["penyusun2"])


def test_pembukaan_yang_disetujui_ulang_dikunci_biasa(k):
    lembar = k.lembar(k.lapas_a)
    k.naikkan(lembar, Status.DIKUNCI)
    sidik = k.lembar(k.lapas_a).sidik
    pembukaan, _ = minta(k, lembar)
    approve_pembukaan(pembukaan_id=pembukaan.pk, oleh=k.orang["penyusun2"], pada=PADA)
    k.ketik("operator-a", k.kunci(k.cacah, k.lapas_a), nilai(4))
    for siapa, tindakan in (
        ("operator-a", AJUKAN),
        ("kepala-a", VERIFIKASI),
        ("kadiv", SETUJUI),
        ("penyusun", KUNCI),
    ):
        assert k.pindah(siapa, tindakan, lembar).temuan == ()
    pembukaan.refresh_from_db()
    assert (pembukaan.ditutup_pada, pembukaan.status_saat_ditutup) == (PADA, "disetujui")
    assert k.lembar(k.lapas_a).sidik not in ("", sidik)


def test_lewat_batas_tindakan_apa_pun_menemukannya_terkunci(k):
    lembar = k.lembar(k.lapas_a)
    k.naikkan(lembar, Status.DIKUNCI)
    pembukaan, _ = minta(k, lembar)
    approve_pembukaan(pembukaan_id=pembukaan.pk, oleh=k.orang["penyusun2"], pada=PADA)
    hasil = k.pindah("operator-a", AJUKAN, lembar, pada=PADA + 2 * JAM)
    assert (hasil.status, kode(hasil)) == (Status.DIKUNCI, ["peralihan_tidak_ada"])


def test_permintaan_yang_ditolak_atau_kedaluwarsa(k):
    lembar = k.lembar(k.lapas_a)
    assert [t.kode for t in minta(k, lembar)[1]] == ["tidak_terkunci"]
    k.naikkan(lembar, Status.DIKUNCI)
    assert [t.kode for t in minta(k, lembar, alasan=" ")[1]] == ["alasan_wajib"]
    assert [t.kode for t in minta(k, lembar, sampai=PADA)[1]] == ["batas_akhir"]
    pembukaan, _ = minta(k, lembar, siapa="operator-a")
    tolak = {"pembukaan_id": pembukaan.pk, "pada": PADA}
    assert reject_pembukaan(alasan="x", oleh=k.orang["kepala-a"], **tolak)[0].kode == "bukan_wewenang"
    assert reject_pembukaan(alasan="", oleh=k.orang["penyusun"], **tolak)[0].kode == "alasan_wajib"
    assert reject_pembukaan(alasan="tidak perlu", oleh=k.orang["penyusun"], **tolak) == ()
    with pytest.raises(LembarTidakAda):
        approve_pembukaan(pembukaan_id=10**9, oleh=k.orang["penyusun"], pada=PADA)
    assert minta(k, lembar)[1] == ()
    # Nobody answered in time: the request lapses and a new one may be made.
    assert minta(k, lembar, sampai=PADA + 3 * JAM, pada=PADA + 2 * JAM)[1] == ()


def test_tidak_ada_jalan_belakang_membuka_kunci(k):
    lembar = k.lembar(k.lapas_a)
    k.naikkan(lembar, Status.DIKUNCI)
    assert "bukan_wewenang" in kode(k.pindah("penyusun", Tindakan.BUKA, lembar, alasan="x"))
    assert kode(k.pindah("penyusun", Tindakan.TUTUP, lembar)) == ["peralihan_tidak_ada"]
    assert k.lembar(k.lapas_a).status == "dikunci"
    with pytest.raises(IntegrityError, match="kunci hanya dibuka"), transaction.atomic():
        LembarPengukuran.objects.filter(pk=lembar.pk).update(status="draf")


def test_catatan_berversi(k):
    lembar = k.lembar(k.lapas_a)
    isi = IsiCatatan(k.rasio.indikator_id, 0, " banyak cuti ", "menambah petugas", "SDP")
    siapa = {"lembar_id": lembar.pk, "oleh": k.orang["operator-a"], "pada": PADA}
    catatan, temuan = save_catatan(isi=isi, **siapa)
    assert (catatan.kendala, catatan.versi, temuan) == ("banyak cuti", 1, ())
    _, temuan = save_catatan(isi=isi, **siapa)
    assert [t.kode for t in temuan] == ["bentrok"]
    _, temuan = save_catatan(isi=IsiCatatan(k.divisi_punya.indikator_id, 0, "x"), **siapa)
    assert [t.kode for t in temuan] == ["tanpa_lembar"]
    k.naikkan(lembar, Status.DIAJUKAN)
    _, temuan = save_catatan(isi=IsiCatatan(k.rasio.indikator_id, 1, "x"), **siapa)
    assert [t.kode for t in temuan] == ["terkunci"]
    _, temuan = save_catatan(isi=isi, **(siapa | {"oleh": k.orang["kepala-a"]}))
    assert [t.kode for t in temuan] == ["bukan_wewenang"]


def test_tahun_yang_dibekukan_tidak_bergerak(k):
    lembar, draf = k.lembar(k.lapas_a), k.lembar(k.lapas_b)
    k.naikkan(lembar, Status.DIKUNCI)
    pembukaan, _ = minta(k, lembar, siapa="operator-a")
    tugas = [t for t in list_tugas(k.orang["penyusun"], PADA) if t.jenis == "pembukaan"]
    assert tugas
    CakupanLaporan.objects.create(induk=k.kanwil, satker=k.lapas_a, tahun=TAHUN)
    CakupanLaporan.objects.create(induk=k.kanwil, satker=k.lapas_b, tahun=TAHUN)
    CakupanLaporan.objects.create(induk=k.kanwil, satker=k.kanwil, tahun=TAHUN)
    # Asked before the report was signed, answered after it: the lock stays.
    hasil = approve_pembukaan(pembukaan_id=pembukaan.pk, oleh=k.orang["penyusun"], pada=PADA)
    assert (hasil.status, kode(hasil)) == (Status.DIKUNCI, ["laporan_beku"])
    assert k.lembar(k.lapas_a).status == "dikunci"
    assert not [t for t in list_tugas(k.orang["penyusun"], PADA) if t.jenis in ("pembukaan", "lembar")]
    assert [t.kode for t in minta(k, k.lembar(k.lapas_a, 1), siapa="operator-a")[1]] == ["sudah_diminta"]
    assert kode(k.pindah("operator-b", AJUKAN, draf)) == ["laporan_beku"]
    isi = IsiCatatan(k.rasio.indikator_id, 0, "x")
    _, temuan = save_catatan(lembar_id=draf.pk, isi=isi, oleh=k.orang["operator-b"], pada=PADA)
    assert [t.kode for t in temuan] == ["laporan_beku"]
    with pytest.raises(TahunBeku, match="revisi"):
        open_lembar(kantor=k.kanwil, tahun=TAHUN, bulan=[5], oleh=k.orang["penyusun"], pada=PADA)
    tolak = {"pembukaan_id": pembukaan.pk, "alasan": "sudah ditandatangani", "pada": PADA}
    assert reject_pembukaan(oleh=k.orang["penyusun"], **tolak) == ()
    assert [t.kode for t in minta(k, lembar)[1]] == ["laporan_beku"]


def test_catatan_tidak_ditulis_sesudah_masa_pembukaan(k):
    lembar = k.lembar(k.lapas_a)
    k.naikkan(lembar, Status.DIKUNCI)
    pembukaan, _ = minta(k, lembar, siapa="operator-a")
    approve_pembukaan(pembukaan_id=pembukaan.pk, oleh=k.orang["penyusun"], pada=PADA)
    isi = IsiCatatan(k.rasio.indikator_id, 0, "x")
    siapa = {"lembar_id": lembar.pk, "isi": isi, "oleh": k.orang["operator-a"]}
    assert [t.kode for t in save_catatan(**siapa, pada=pembukaan.sampai)[1]] == ["terkunci"]
    assert save_catatan(**siapa, pada=PADA)[1] == ()
