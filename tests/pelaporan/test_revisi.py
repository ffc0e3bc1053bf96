"""A report that is opened again: until its moment, and not a second longer; and the months that stand in its way."""

import io
from datetime import timedelta

import pytest
from django.db import transaction
from tests.pelaporan.rantai import (
    JAM,
    PADA,
    TAHUN,
    cari,
    make_kantor,
    naik,
    naik_lagi,
    tanda_tangani,
    terima,
)

from kinerja.alur.tugas import list_tugas
from kinerja.jejak.models import Jejak
from kinerja.pelaporan.halangan import list_halangan, list_lampiran_lain
from kinerja.pelaporan.models import LaporanFinal, Narasi, Putusan
from kinerja.pelaporan.operations.final import LaporanTerhalang, Penerimaan
from kinerja.pelaporan.operations.langkah import Jawaban, LangkahDitolak, finish_langkah, start_perjalanan
from kinerja.pelaporan.operations.penulisan import (
    NarasiDitolak,
    add_gambar,
    assign_penulisan,
    compute_sidik_teks,
    open_penulisan,
    write_narasi,
)
from kinerja.pelaporan.operations.revisi import approve_revisi, request_revisi
from kinerja.pelaporan.pengesahan import is_beku, list_beku, open_berkas_beku
from kinerja.pelaporan.penulisan import list_penulisan
from kinerja.pelaporan.perjalanan import read_letak
from kinerja.pengukuran.berkas import Unggahan, open_berkas
from kinerja.pengukuran.models import LembarPengukuran

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _gudang(settings, tmp_path):
    gudang = dict(settings.STORAGES)
    gudang["bukti"] = gudang["bukti"] | {"OPTIONS": {"location": tmp_path / "bukti"}}
    settings.STORAGES = gudang


@pytest.fixture
def kantor(dunia):
    return make_kantor(dunia)


@pytest.fixture
def direvisi(kantor):
    """Signed, and opened again until PADA + 30 hours."""
    open_penulisan(satker=kantor.satker, tahun=TAHUN, tenggat=PADA.date(), oleh=kantor["kasubbag"], pada=PADA)
    start_perjalanan(satker=kantor.satker, tahun=TAHUN, oleh=kantor["kasubbag"], pada=PADA)
    naik(kantor)
    tanda_tangani(kantor)
    isi = {"satker": kantor.satker, "tahun": TAHUN, "alasan": "a", "oleh": kantor["kasubbag"]}
    revisi = request_revisi(**isi, sampai=PADA + 30 * JAM, pada=PADA + 20 * JAM)
    approve_revisi(revisi_id=revisi.pk, oleh=kantor["kakanwil"], pada=PADA + 21 * JAM)
    return kantor


def _coba_semua(kantor, pada) -> set[str]:
    """What of the chain can be written at that moment: names of what went in."""
    pk, siapa = cari("penyebab").pk, {"oleh": kantor["penulis"], "pada": pada}
    cara = {
        "narasi": lambda: write_narasi(pk=pk, isi=f"Isi {pada}", dilihat=_lihat(pk), **siapa),
        "tugaskan": lambda: assign_penulisan(
            pk=pk, unit_kerja=None, tenggat=None, oleh=kantor["kasubbag"], pada=pada
        ),
        "bagikan": lambda: open_penulisan(
            satker=kantor.satker, tahun=TAHUN, tenggat=None, oleh=kantor["kasubbag"], pada=pada
        ),
        "gambar": lambda: add_gambar(pk=pk, unggahan=Unggahan("a.png", io.BytesIO(b"x")), **siapa),
        "langkah": lambda: finish_langkah(
            satker=kantor.satker,
            tahun=TAHUN,
            jawaban=Jawaban(5, Putusan.LANJUT),
            oleh=kantor["staf"],
            pada=pada,
        ),
    }
    berhasil = set()
    for nama, jalan in cara.items():
        titik = transaction.savepoint()
        try:
            jalan()
        except (NarasiDitolak, LangkahDitolak):
            continue
        finally:
            transaction.savepoint_rollback(titik)
        berhasil.add(nama)
    return berhasil


def _lihat(pk: int) -> str:
    return compute_sidik_teks(Narasi.objects.get(penulisan=pk).isi)


def test_masa_revisi_berakhir_pada_saatnya_tanpa_menunggu_siapa_pun(direvisi):
    kantor, batas = direvisi, PADA + 30 * JAM
    sedetik = timedelta(seconds=1)
    assert _coba_semua(kantor, batas - sedetik) == {"narasi", "tugaskan", "bagikan", "gambar", "langkah"}
    assert _coba_semua(kantor, batas) == set()
    for pada, beku in ((batas - sedetik, False), (batas, True)):
        letak = read_letak(kantor["staf"], kantor.satker, TAHUN, pada)
        assert (letak.beku, letak.kini is None, letak.giliran_saya) == (beku, beku, not beku)
        assert (letak.revisi is None) is beku
        assert is_beku(kantor.satker, TAHUN, pada) is beku
        assert list_beku({(kantor.satker.pk, TAHUN)}, pada) == (
            {(kantor.satker.pk, TAHUN)} if beku else set()
        )
        assert any(t.jenis == "laporan" for t in list_tugas(kantor["staf"], pada)) is not beku
        assert any(t.jenis == "narasi" for t in list_tugas(kantor["penulis"], pada)) is not beku
        baris = list_penulisan(kantor["penulis"], kantor.satker, TAHUN, pada)
        assert any(b.menulis for b in baris) is not beku
        berkas = open_berkas_beku(kantor.satker, TAHUN, "html", pada)
        assert (berkas is not None) is beku
        if berkas:
            berkas.close()
    # The next wish finds the old one closed, and the report still as it was signed.
    baru = {"satker": kantor.satker, "tahun": TAHUN, "alasan": "b", "oleh": kantor["kasubbag"]}
    lagi = request_revisi(**baru, sampai=batas + 5 * JAM, pada=batas)
    assert Jejak.objects.filter(tindakan="laporan.tutup").count() == 1
    # Nobody answers it: it lapses, and does not stand in the way of another.
    request_revisi(**baru, sampai=batas + 9 * JAM, pada=batas + 5 * JAM)
    lagi.refresh_from_db()
    assert (lagi.ditutup_pada, lagi.disetujui_oleh) == (batas + 5 * JAM, None)
    assert not any(t.jenis == "revisi" for t in list_tugas(kantor["kakanwil"], batas + 9 * JAM))


def test_sesudah_masa_revisi_tidak_dapat_ditandatangani(direvisi):
    kantor = direvisi
    naik_lagi(kantor, jam=17)
    with pytest.raises(LangkahDitolak, match="berakhir"):
        tanda_tangani(kantor, pada=PADA + 30 * JAM)
    assert LaporanFinal.objects.count() == 1


def test_bulan_yang_dibuka_dan_belum_dikunci_menghalangi(kantor):
    assert not any(h.jenis == "lembar" for h in list_halangan(kantor.satker, TAHUN, PADA))
    assert list_lampiran_lain(kantor.satker, TAHUN, PADA) == ()
    satker, unit = kantor.satker, kantor.satker.unit_kerja.get(kunci="divisi-lain")
    siapa = {"diajukan_oleh": kantor["penulis"]}
    for unit_kerja, bulan, lain in (
        (None, 1, {"status": "dikunci", "sidik": "x"}),
        (None, 3, {}),
        (None, 2, {"status": "diajukan", **siapa}),
        (unit, 12, {}),
    ):
        LembarPengukuran.objects.create(
            satker=satker, unit_kerja=unit_kerja, tahun=TAHUN, bulan=bulan, **lain
        )
    LembarPengukuran.objects.create(satker=satker, tahun=TAHUN + 1, bulan=5)
    ada = [h for h in list_halangan(satker, TAHUN, PADA) if h.jenis == "lembar"]
    assert [(h.oleh, h.apa) for h in ada] == [
        ("Divisi Lain", "Lembar pengukuran belum dikunci: Desember (draf)"),
        ("Kanwil Contoh", "Lembar pengukuran belum dikunci: Februari (diajukan), Maret (draf)"),
    ]
    start_perjalanan(satker=satker, tahun=TAHUN, oleh=kantor["kasubbag"], pada=PADA)
    naik(kantor)
    tanpa_lembar = terima(kantor).kunci - {h.kunci for h in ada}
    with pytest.raises(LaporanTerhalang) as galat:
        tanda_tangani(kantor, Penerimaan(tanpa_lembar, "alasan"))
    assert set(galat.value.halangan) == set(ada)
    # Accepted by name and with a reason, it is signed, and named for good.
    final = tanda_tangani(kantor)
    assert ["Pengukuran bulanan 2023", ada[0].apa, "Divisi Lain"] in final.kurang
    # The report says so itself, in an annex.
    html = final.berkas.get(format="html")
    with open_berkas(html.sha256) as aliran:
        isi = aliran.read().decode()
    assert "Pengukuran yang Belum Dikunci" in isi
    assert "Februari (diajukan), Maret (draf)" in isi
