"""The nine agreements of the sample in the prescribed form; the signed one is what the report prints."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest
from tests.basisdata.dunia import TAHUN, Dunia
from tests.dokumen.tanda_tangan.peladen import NIK, jalankan_peladen, jawab_bsre
from tests.dokumen.tanda_tangan.sertifikat import KINI, SANDI, get_kedaluwarsa, get_penanda
from tests.perencanaan.pejabat import ATASAN, KEPALA, Pejabat, make_pejabat

from kinerja.dokumen.model import Dokumen, Pengesahan, Tabel
from kinerja.dokumen.tanda_tangan.bsre import LayananBsre, PenyediaBsre
from kinerja.dokumen.tanda_tangan.kunci import PenyediaPkcs12
from kinerja.dokumen.tanda_tangan.penyedia import SandiSalah, SertifikatTidakBerlaku
from kinerja.jejak.models import Jejak
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.lkjip.penutup import compose_lampiran
from kinerja.pelaporan.models import TandaTanganElektronik
from kinerja.pelaporan.operations.tanda_tangan import sign_perjanjian
from kinerja.pelaporan.queries import get_data_laporan
from kinerja.pelaporan.surat.perjanjian import compose_perbandingan, compose_perjanjian
from kinerja.pelaporan.tanda_tangan import check_pdf, find_perjanjian, list_tanda, read_pdf_perjanjian
from kinerja.perencanaan.models import Target, VersiPerjanjian
from kinerja.perencanaan.perjanjian.isi import (
    AnggaranJanji,
    DipaJanji,
    IsiPerjanjian,
    PihakJanji,
    parse_isi,
    read_isi,
)
from kinerja.perencanaan.perjanjian.operations import (
    DataVersi,
    PerjanjianDitolak,
    approve_versi,
    make_versi,
    update_versi,
)
from kinerja.perencanaan.perjanjian.queries import compare_isi, list_perjanjian

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]

TERBIT = {
    # kode: pihak kedua, sasaran per tingkat, indikator, anggaran (LKjIP 2023, lampiran)
    "PK-01": ("Direktur Jenderal Pemasyarakatan", (3, 3, 9), 53, 298_717_803_000),
    "PK-02": ("Plt. Direktur Jenderal Imigrasi", (2, 2, 1), 6, 5_134_098_000),
    "PK-03": ("Direktur Jenderal Administrasi Hukum Umum", (2, 2, 2), 6, 2_527_800_000),
    "PK-04": ("Plt. Direktur Jenderal Kekayaan Intelektual", (1, 1, 2), 7, 1_439_387_000),
    "PK-05": ("Plt. Direktur Jenderal Peraturan Perundang-undangan", (1, 1, 2), 6, 355_000_000),
    "PK-06": ("Kepala Badan Pembinaan Hukum Nasional", (2, 2, 2), 18, 1_641_197_000),
    "PK-07": ("Direktur Jenderal Hak Asasi Manusia", (1, 1, 2), 9, 216_210_000),
    "PK-08": ("Plt. Kepala Badan Penelitian dan Pengembangan Hukum dan HAM", (1, 1, 1), 5, 214_073_000),
    "PK-09": ("Kepala Kantor Wilayah Kementerian Hukum dan HAM Sumatera Selatan", (0, 0, 1), 8, 806_279_000),
}


def list_isi(satker: Satker) -> dict[str, IsiPerjanjian]:
    return {r.perjanjian.kode: read_isi(r.perjanjian) for r in list_perjanjian(satker, 2023)}


def test_sembilan_perjanjian_contoh_sama_dengan_yang_terbit(kantor_contoh):
    isi = list_isi(kantor_contoh)
    assert set(isi) == set(TERBIT)
    for kode, (kedua, sasaran, indikator, anggaran) in TERBIT.items():
        satu = isi[kode]
        tingkat = [s.tingkat for s in satu.sasaran]
        assert satu.kedua is not None
        assert satu.kedua.jabatan == kedua
        assert tuple(tingkat.count(t) for t in ("strategis", "program", "kegiatan")) == sasaran, kode
        assert (len(satu.indikator), satu.jumlah) == (indikator, anggaran), kode
        assert all(i.bertarget for i in satu.indikator)
        assert satu.tanggal == (None if kode == "PK-09" else datetime.date(2023, 1, 2))


def test_formulir_dua_bagian(kantor_contoh):
    naskah = compose_perjanjian(list_isi(kantor_contoh)["PK-02"])
    pernyataan, lampiran = naskah.bab
    assert pernyataan.judul.splitlines()[0] == "Perjanjian Kinerja Tahun 2023"
    assert lampiran.judul.endswith("dengan Direktur Jenderal Imigrasi")
    teks = print_teks(naskah)
    assert (
        "manajemen pemerintahan yang efektif, transparan dan akuntabel serta berorientasi pada hasil" in teks
    )
    assert "Pihak kedua akan melakukan supervisi" in teks
    assert "Konsep" in teks
    tabel = [b for b in naskah.blok() if isinstance(b, Tabel)]
    assert [t.kolom[1].judul for t in tabel] == [
        "Sasaran Strategis", "Sasaran Program", "Sasaran Kegiatan", "Program/Kegiatan",
    ]  # fmt: skip
    assert tabel[2].baris[0].sel[-1].replace("\xa0", " ") == "3,25 indeks"
    assert tabel[3].baris[-1].sel == ("", "Jumlah", "Rp5.134.098.000")
    sah = [b for b in naskah.blok() if isinstance(b, Pengesahan)]
    assert [(s.peran, s.pendamping.jabatan) for s in sah] == [
        ("Pihak Pertama", "Plt. Direktur Jenderal Imigrasi")
    ] * 2


def print_teks(naskah: Dokumen) -> str:
    return " ".join(
        getattr(s, "isi", "")
        for b in naskah.blok()
        for s in (getattr(b, "isi", ()) or ())
        if not isinstance(s, tuple)
    )


def test_menteri_sendiri_dan_perubahan_disebut():
    dasar = IsiPerjanjian(
        "k", "Kementerian", 2023, "PK.1", 1, "Unit", pertama=PihakJanji("Menteri"), kedua=None, tempat="Jakarta",
        tanggal=None, sasaran=(), anggaran=(),
    )  # fmt: skip
    sendiri = print_teks(compose_perjanjian(dasar, "7f3a-91c2-04be"))
    assert "saya yang bertanda tangan" in sendiri
    assert "Konsep" not in sendiri
    baru = replace(dasar, nomor=2, dasar_perubahan="pergantian_pejabat", alasan="Mutasi.")
    assert "Perubahan ke-1. " in print_teks(compose_perjanjian(baru))
    dipa = DipaJanji("DIPA", datetime.date(2022, 12, 12), 5_000)
    beda = compare_isi(dasar, replace(baru, tanggal=datetime.date(2023, 7, 10), dipa=dipa))
    assert [b.baru for b in beda] == ["10 Juli 2023", "DIPA", "12 Desember 2022", "Rp5.000"]
    beda = compare_isi(dasar, replace(baru, tempat="Bogor"))
    assert [b.hal for b in beda] == ["Tempat"]
    assert [
        b.sel for t in compose_perbandingan(dasar, baru, beda).blok() if isinstance(t, Tabel) for b in t.baris
    ] == [("Tempat", "Jakarta", "Bogor")]
    assert "Kedua versi sama." in print_teks(compose_perbandingan(dasar, dasar, ()))


@pytest.fixture
def orang(dunia: Dunia, settings, tmp_path) -> Pejabat:
    settings.STORAGES = settings.STORAGES | {
        "bukti": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    }
    return make_pejabat(dunia)


def siapkan(d: Dunia, orang: Pejabat) -> VersiPerjanjian:
    versi = make_versi(perjanjian=d.perjanjian, oleh=orang.perencana, pada=KINI)
    data = DataVersi(
        KEPALA, "", ATASAN, "", "Palembang", datetime.date(2023, 1, 9), "DIPA", datetime.date(2022, 12, 12), 5
    )
    baris = (AnggaranJanji("Program", "Kegiatan", 5),)
    update_versi(versi=versi, data=data, anggaran=baris, oleh=orang.perencana, pada=KINI)
    return approve_versi(versi=versi, oleh=orang.pemaraf, pada=KINI)


def test_tanda_tangan_elektronik_kedua_pihak(dunia, orang):
    versi = siapkan(dunia, orang)
    kunci = PenyediaPkcs12(get_penanda().p12(), SANDI)
    siapa = {"versi": versi, "pihak": "pertama", "oleh": orang.kepala, "pada": KINI}
    for penyedia, jenis in (
        (PenyediaPkcs12(get_penanda().p12(), "bukan-itu"), SandiSalah),
        (PenyediaPkcs12(get_kedaluwarsa().p12(), SANDI), SertifikatTidakBerlaku),
    ):
        with pytest.raises(jenis):
            sign_perjanjian(penyedia=penyedia, **siapa)
    with pytest.raises(PerjanjianDitolak, match="Yang menandatangani di sini"):
        sign_perjanjian(penyedia=kunci, **(siapa | {"oleh": orang.atasan}))
    assert TandaTanganElektronik.objects.count() == versi.tanda_tangan.count() == 0
    asal = read_pdf_perjanjian(versi)
    satu = sign_perjanjian(penyedia=kunci, **siapa)
    assert (satu.penyedia, satu.penanda_tangan) == ("berkas kunci", "Kepala Kantor Wilayah, Kantor Contoh")
    with jalankan_peladen(jawab_bsre) as alamat:
        bsre = PenyediaBsre(LayananBsre(alamat, "kinerja", "layanan"), NIK, SANDI)
        dua = sign_perjanjian(versi=versi, pihak="kedua", penyedia=bsre, oleh=orang.atasan, pada=KINI)
    versi.refresh_from_db()
    assert versi.beku
    assert [t.cara for t in versi.tanda_tangan.all()] == ["elektronik", "elektronik"]
    hasil = read_pdf_perjanjian(versi)
    assert hasil.startswith(asal)
    periksa = check_pdf(hasil, dua.sha256)
    assert [t.sah for t in periksa.tanda] == [True, True]
    assert periksa.milik == dua
    (sah,) = find_perjanjian(versi.kode.upper())
    assert (sah.terbaru, sah.utuh, len(sah.tanda), sah.isi.kode) == (True, True, 2, "PK.1")
    assert find_perjanjian("bukan kode") == ()
    assert check_pdf(b"x /ByteRange", "0" * 64).masalah
    assert not check_pdf(b"x", "0" * 64).masalah
    catatan = " ".join(f"{j.menjadi}{j.alasan}" for j in Jejak.objects.all())
    assert SANDI not in catatan
    assert NIK not in catatan
    with pytest.raises(PerjanjianDitolak):
        sign_perjanjian(penyedia=kunci, **siapa)


def test_laporan_memakai_perjanjian_yang_ditandatangani(dunia, orang):
    versi = siapkan(dunia, orang)
    kunci = PenyediaPkcs12(get_penanda().p12(), SANDI)
    for pihak, oleh in (("pertama", orang.kepala), ("kedua", orang.atasan)):
        sign_perjanjian(versi=versi, pihak=pihak, penyedia=kunci, oleh=oleh, pada=KINI)
    versi.refresh_from_db()
    assert len(list_tanda(versi)) == 2
    make_versi(
        perjanjian=dunia.perjanjian, dasar="perubahan_prioritas", alasan="a", oleh=orang.perencana, pada=KINI
    )
    Target.objects.filter(tahun=TAHUN).update(nilai=99)
    (perjanjian, *_) = compose_lampiran(get_data_laporan(dunia.satker, TAHUN))
    isi = str(perjanjian)
    assert f"kode verifikasi {versi.kode}" in isi
    assert "80%" in isi
    assert "99%" not in isi
    assert parse_isi(versi.isi).jumlah == 5
