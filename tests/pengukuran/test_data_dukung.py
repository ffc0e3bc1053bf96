"""Evidence: what a file is, not what it says it is; who may have it; nothing vanishes."""

import io
import zipfile
from pathlib import Path

import pytest
from django.core.files.storage import storages
from django.db import IntegrityError, transaction
from tests.pengukuran.kantor import PADA, make_kantor

from kinerja.aturan.peralihan import Status, Tindakan
from kinerja.jejak.models import Jejak
from kinerja.pengukuran.berkas import GUDANG, Unggahan, clean_nama, get_nama_gudang
from kinerja.pengukuran.models import DataDukung
from kinerja.pengukuran.operations.data_dukung import (
    DataDukungTidakAda,
    add_data_dukung,
    open_data_dukung,
    withdraw_data_dukung,
)
from kinerja.pengukuran.operations.lembar import LembarTidakAda

PDF = b"%PDF-1.7\n" + b"isi " * 30
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 20


def make_zip(*nama):
    isi = io.BytesIO()
    with zipfile.ZipFile(isi, "w") as arsip:
        for satu in nama:
            arsip.writestr(satu, "x")
    return isi.getvalue()


XLSX = make_zip("[Content_Types].xml", "xl/workbook.xml")


def pemindai_curiga(letak):
    return "Uji.Virus" if b"EICAR" in letak.read_bytes() else ""


@pytest.fixture
def k(db, settings, tmp_path):
    lokasi = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": tmp_path, "file_permissions_mode": 0o600},
    }
    settings.STORAGES = settings.STORAGES | {GUDANG: lokasi}
    return make_kantor()


def unggah(k, isi, nama="bukti.pdf", siapa="operator-a"):
    return add_data_dukung(
        lembar_id=k.lembar(k.lapas_a).pk,
        indikator_id=k.rasio.indikator_id,
        unggahan=Unggahan(nama, io.BytesIO(isi)),
        oleh=k.orang[siapa],
        pada=PADA,
    )


@pytest.mark.parametrize(
    ("nama", "bersih"),
    [
        ("../../x", "x"),
        ("..\\..\\etc\\passwd", "passwd"),
        ("laporan  akhir\n.pdf", "laporan akhir.pdf"),
        ("fdp\u202e.exe", "fdp.exe"),
        ("...", "berkas"),
        ("", "berkas"),
        ("a" * 300 + ".pdf", "a" * 116 + ".pdf"),
        ('<script>"x".pdf', "scriptx.pdf"),
    ],
)
def test_nama_dibersihkan(nama, bersih):
    assert clean_nama(nama) == bersih


@pytest.mark.parametrize(
    ("isi", "nama", "tersimpan"),
    [
        (PDF, "../../x", "x.pdf"),
        (PNG, "foto.pdf", "foto.pdf.png"),
        (JPEG, "Foto.JPEG", "Foto.JPEG"),
        (XLSX, "data.xlsx", "data.xlsx"),
    ],
)
def test_jenis_menurut_isinya(k, isi, nama, tersimpan):
    data_dukung, temuan = unggah(k, isi, nama)
    assert (temuan, data_dukung.nama, data_dukung.ukuran) == ((), tersimpan, len(isi))
    with storages[GUDANG].open(get_nama_gudang(data_dukung.sha256)) as berkas:
        assert berkas.read() == isi


@pytest.mark.parametrize(
    ("isi", "kode"),
    [
        (b"", "berkas_kosong"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "jenis_berkas"),
        (b"MZ\x90\0", "jenis_berkas"),
        (b"<html>%PDF-", "jenis_berkas"),
        (b"PK\x03\x04rusak", "jenis_berkas"),
        (make_zip("kamus.txt"), "jenis_berkas"),
        (make_zip("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "jenis_berkas"),
        (PDF + b"EICAR", "berkas_berbahaya"),
        (PDF + b"x" * 2**20, "berkas_besar"),
    ],
)
def test_berkas_yang_ditolak(k, settings, isi, kode):
    settings.BUKTI_TERBESAR = 2**20
    settings.PEMINDAI_VIRUS = "tests.pengukuran.test_data_dukung.pemindai_curiga"
    data_dukung, temuan = unggah(k, isi)
    assert (data_dukung, [t.kode for t in temuan]) == (None, [kode])
    assert not DataDukung.objects.exists()


def test_lima_puluh_megabita_berhenti_dibaca_di_batasnya(k, settings):
    settings.BUKTI_TERBESAR = 2**20
    aliran = io.BytesIO(PDF + b"x" * 50 * 2**20)
    _, temuan = add_data_dukung(
        lembar_id=k.lembar(k.lapas_a).pk,
        indikator_id=k.rasio.indikator_id,
        unggahan=Unggahan("besar.pdf", aliran),
        oleh=k.orang["operator-a"],
        pada=PADA,
    )
    assert temuan[0].kode == "berkas_besar"
    assert aliran.tell() < 2 * 2**20


def test_berkas_yang_sama_sekali_saja_dan_dibaca_pemiliknya_saja(k):
    satu, dua = unggah(k, PDF)[0], unggah(k, PDF, "lain.pdf")[0]
    assert satu == dua
    letak = storages[GUDANG].path(get_nama_gudang(satu.sha256))
    assert Path(letak).stat().st_mode & 0o077 == 0


def test_hanya_operator_dan_hanya_selagi_draf(k):
    assert unggah(k, PDF, siapa="kepala-a")[1][0].kode == "bukan_wewenang"
    with pytest.raises(LembarTidakAda):
        unggah(k, PDF, siapa="operator-b")
    data_dukung, _ = unggah(k, PDF)
    k.naikkan(k.lembar(k.lapas_a), Status.DIAJUKAN)
    assert unggah(k, PNG)[1][0].kode == "terkunci"
    with pytest.raises(IntegrityError, match="data dukungnya"), transaction.atomic():
        DataDukung.objects.filter(pk=data_dukung.pk).update(nama="lain.pdf")
    siapa = {"data_dukung_id": data_dukung.pk, "oleh": k.orang["operator-a"], "pada": PADA}
    assert withdraw_data_dukung(alasan="x", **siapa)[0].kode == "terkunci"
    k.pindah("kepala-a", Tindakan.KEMBALIKAN, k.lembar(k.lapas_a), alasan="x")
    assert withdraw_data_dukung(alasan=" ", **siapa)[0].kode == "alasan_wajib"
    assert withdraw_data_dukung(alasan="salah berkas", **siapa) == ()
    data_dukung.refresh_from_db()
    assert (data_dukung.dicabut_alasan, data_dukung.dicabut_pada) == ("salah berkas", PADA)
    assert unggah(k, PDF)[0].pk != data_dukung.pk


def test_indikator_yang_bukan_milik_lembar(k):
    _, temuan = add_data_dukung(
        lembar_id=k.lembar(k.lapas_a).pk,
        indikator_id=k.divisi_punya.indikator_id,
        unggahan=Unggahan("x.pdf", io.BytesIO(PDF)),
        oleh=k.orang["operator-a"],
        pada=PADA,
    )
    assert temuan[0].kode == "tanpa_lembar"


def test_unduhan_berizin_dan_berjejak(k):
    data_dukung, _ = unggah(k, PDF)
    buka = {"data_dukung_id": data_dukung.pk, "pada": PADA}
    baris, berkas = open_data_dukung(oleh=k.orang["kadiv"], **buka)
    with berkas:
        assert (baris, berkas.read()) == (data_dukung, PDF)
    jejak = Jejak.objects.get(tindakan="bukti.unduh")
    assert (jejak.oleh, jejak.rantai) == ("kadiv (verifikator)", "lapas-a")
    for siapa in ("operator-b", "operator-divisi"):
        with pytest.raises(DataDukungTidakAda):
            open_data_dukung(oleh=k.orang[siapa], **buka)
    with pytest.raises(DataDukungTidakAda):
        open_data_dukung(oleh=k.orang["kadiv"], data_dukung_id=10**9, pada=PADA)
