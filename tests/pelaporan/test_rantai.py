"""A report from the order to write it to the frozen file, its texts on the way, and its opening again."""

import hashlib
import io
import json

import pytest
from django.db import IntegrityError, transaction
from docx import Document
from PIL import Image
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

from kinerja.akses.pemisahan import OrangSama
from kinerja.akses.queries import AksesDitolak
from kinerja.alur.tugas import list_tugas
from kinerja.jejak.models import Jejak
from kinerja.pelaporan.halangan import compose_laporan
from kinerja.pelaporan.models import LaporanFinal, Narasi, Putusan
from kinerja.pelaporan.naskah_kerja import make_naskah, read_naskah
from kinerja.pelaporan.operations.final import LaporanTerhalang, Penerimaan
from kinerja.pelaporan.operations.langkah import Jawaban, LangkahDitolak, finish_langkah, start_perjalanan
from kinerja.pelaporan.operations.penulisan import (
    NarasiDitolak,
    NarasiTidakAda,
    VersiLama,
    add_gambar,
    add_komentar,
    approve_narasi,
    assign_penulisan,
    close_komentar,
    compute_sidik_teks,
    open_penulisan,
    return_narasi,
    submit_narasi,
    write_narasi,
)
from kinerja.pelaporan.operations.revisi import (
    RevisiDitolak,
    approve_revisi,
    close_revisi,
    reject_revisi,
    request_revisi,
)
from kinerja.pelaporan.pengesahan import (
    check_final,
    find_berkas,
    find_kode,
    is_beku,
)
from kinerja.pelaporan.penulisan import compare_teks, list_komentar, list_penulisan, list_versi, sum_per_unit
from kinerja.pelaporan.perjalanan import read_letak
from kinerja.pelaporan.queries import get_data_laporan
from kinerja.pengukuran.berkas import Unggahan
from kinerja.pengukuran.models import Realisasi

pytestmark = pytest.mark.django_db
KOSONG = compute_sidik_teks("")


@pytest.fixture(autouse=True)
def _gudang(settings, tmp_path):
    gudang = dict(settings.STORAGES)
    gudang["bukti"] = gudang["bukti"] | {"OPTIONS": {"location": tmp_path / "bukti"}}
    settings.STORAGES = gudang


@pytest.fixture
def kantor(dunia):
    return make_kantor(dunia)


@pytest.fixture
def terbuka(kantor):
    open_penulisan(satker=kantor.satker, tahun=TAHUN, tenggat=PADA.date(), oleh=kantor["kasubbag"], pada=PADA)
    return kantor


def tulis(kantor, siapa: str, bagian: str, isi: str, dilihat: str = KOSONG):
    return write_narasi(pk=cari(bagian).pk, isi=isi, dilihat=dilihat, oleh=kantor[siapa], pada=PADA)


def test_narasi_dibagi_kepada_pemiliknya(terbuka):
    rekap = {
        r.pemilik: r for r in sum_per_unit(list_penulisan(terbuka["kadiv"], terbuka.satker, TAHUN, PADA))
    }
    assert (rekap["Divisi Lain"].semua, rekap["tim penyusun laporan"].semua) == (4, 21)
    hasil = open_penulisan(satker=terbuka.satker, tahun=TAHUN, tenggat=None, oleh=terbuka["staf"], pada=PADA)
    assert (hasil.baru, hasil.semua) == (0, 25)
    with pytest.raises(AksesDitolak):
        open_penulisan(satker=terbuka.satker, tahun=TAHUN, tenggat=None, oleh=terbuka["kadiv"], pada=PADA)


def test_penulis_divisi_menulis_hanya_miliknya(terbuka):
    assert tulis(terbuka, "penulis", "penyebab", "Karena **hujan**.\r\n").isi == "Karena **hujan**."
    with pytest.raises(AksesDitolak):
        tulis(terbuka, "penulis", "kesimpulan", "x")
    with pytest.raises(NarasiTidakAda):
        tulis(terbuka, "asing", "penyebab", "x")
    with pytest.raises(NarasiTidakAda):
        write_narasi(pk=0, isi="", dilihat="", oleh=terbuka["staf"], pada=PADA)


def test_dua_tab_tidak_saling_menimpa(terbuka):
    tulis(terbuka, "penulis", "penyebab", "tab satu")
    with pytest.raises(VersiLama) as galat:
        tulis(terbuka, "penulis", "penyebab", "tab dua")
    assert galat.value.kini == "tab satu"
    assert Narasi.objects.get(bagian="penyebab").isi == "tab satu"
    assert tulis(terbuka, "penulis", "penyebab", "tab satu") is None


def test_teks_impor_disimpan_sebagai_versi_sebelum_ditimpa(terbuka):
    Narasi.objects.filter(bagian="penyebab").update(isi="dari buku")
    tulis(terbuka, "penulis", "penyebab", "baru", compute_sidik_teks("dari buku"))
    assert [(v.nomor, v.cara, v.isi) for v in list_versi(cari("penyebab"))] == [
        (2, "tulis", "baru"), (1, "impor", "dari buku"),
    ]  # fmt: skip


def test_naik_turun_dan_pemisahan_tugas(terbuka):
    tulis(terbuka, "penulis", "penyebab", "isi")
    pk = cari("penyebab").pk
    submit_narasi(pk=pk, oleh=terbuka["penulis"], pada=PADA)
    with pytest.raises(NarasiDitolak):
        tulis(terbuka, "penulis", "penyebab", "diubah", compute_sidik_teks("isi"))
    with pytest.raises(AksesDitolak):
        approve_narasi(pk=pk, oleh=terbuka["penulis"], pada=PADA)
    with pytest.raises(NarasiDitolak, match="Alasan"):
        return_narasi(pk=pk, alasan=" ", oleh=terbuka["kadiv"], pada=PADA)
    return_narasi(pk=pk, alasan="kurang jelas", oleh=terbuka["kadiv"], pada=PADA)
    assert any("kurang jelas" in t.uraian for t in list_tugas(terbuka["penulis"], PADA))
    submit_narasi(pk=pk, oleh=terbuka["penulis"], pada=PADA)
    assert approve_narasi(pk=pk, oleh=terbuka["kadiv"], pada=PADA).status == "disetujui"
    tulis(terbuka, "staf", "kesimpulan", "k")
    submit_narasi(pk=cari("kesimpulan").pk, oleh=terbuka["kasubbag"], pada=PADA)
    with pytest.raises(OrangSama):
        approve_narasi(pk=cari("kesimpulan").pk, oleh=terbuka["staf"], pada=PADA)


def test_yang_kosong_atau_tidak_lengkap_tidak_diajukan(terbuka):
    pk = cari("penyebab").pk
    with pytest.raises(NarasiDitolak, match="kosong"):
        submit_narasi(pk=pk, oleh=terbuka["penulis"], pada=PADA)
    tulis(terbuka, "penulis", "penyebab", "| A | B |\n|---|---|\n| 1 | 2 |")
    with pytest.raises(NarasiDitolak) as galat:
        submit_narasi(pk=pk, oleh=terbuka["penulis"], pada=PADA)
    assert [t.kode for t in galat.value.temuan] == ["tabel_tanpa_judul"]


def test_komentar_melekat_pada_kutipan(terbuka):
    tulis(terbuka, "penulis", "penyebab", "Naik karena pelatihan.")
    pk = cari("penyebab").pk
    with pytest.raises(NarasiDitolak, match="Kutipan"):
        add_komentar(pk=pk, isi="?", kutipan="tidak ada", oleh=terbuka["kadiv"], pada=PADA)
    satu = add_komentar(
        pk=pk, isi="Pelatihan apa?", kutipan="karena pelatihan", oleh=terbuka["kadiv"], pada=PADA
    )
    close_komentar(pk=pk, komentar_id=satu.pk, oleh=terbuka["penulis"], pada=PADA)
    assert [k.selesai_oleh.nama_akun for k in list_komentar(cari("penyebab"))] == ["penulis"]


def test_pemilik_dan_tenggat_diganti(terbuka):
    hasil = assign_penulisan(
        pk=cari("kesimpulan").pk, unit_kerja=terbuka.dunia.indikator.penanggung_jawab, tenggat=None,
        oleh=terbuka["kasubbag"], pada=PADA,
    )  # fmt: skip
    assert hasil.unit_kerja.nama == "Divisi Lain"
    assert tulis(terbuka, "penulis", "kesimpulan", "boleh sekarang").nomor == 1


def gambar(lebar: int = 2000, format_: str = "JPEG") -> Unggahan:
    aliran = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "rahasia"
    Image.new("RGB", (lebar, 100), (10, 120, 10)).save(aliran, format_, exif=exif)
    aliran.seek(0)
    return Unggahan("foto../..jpg", aliran)


def test_gambar_dibersihkan_dan_masuk_laporan(terbuka):
    satu, temuan = add_gambar(pk=cari("penyebab").pk, unggahan=gambar(), oleh=terbuka["penulis"], pada=PADA)
    assert temuan == ()
    assert (satu.lebar, satu.tinggi) == (1600, 80)
    data = get_data_laporan(terbuka.satker, TAHUN)
    import base64  # noqa: PLC0415

    assert b"rahasia" not in base64.b64decode(data.gambar[satu.kode].isi)
    tulis(terbuka, "penulis", "penyebab", f'![Foto kegiatan](gambar:{satu.kode} "Kegiatan")')
    submit_narasi(pk=cari("penyebab").pk, oleh=terbuka["penulis"], pada=PADA)
    blok = compose_laporan(terbuka.satker, TAHUN, PADA).blok()
    gambar_ = [b for b in blok if getattr(b, "alt", "") == "Foto kegiatan"]
    assert len(gambar_) == 1


@pytest.mark.parametrize("isi", [b"<svg onload='x'/>", b"\x89PNG\r\n\x1a\nrusak", b"%PDF-1.7 bukan gambar"])
def test_yang_bukan_gambar_ditolak(terbuka, isi):
    satu, temuan = add_gambar(
        pk=cari("penyebab").pk,
        unggahan=Unggahan("a.png", io.BytesIO(isi)),
        oleh=terbuka["penulis"],
        pada=PADA,
    )
    assert satu is None
    assert temuan


def test_beda_versi_kata_demi_kata():
    hasil = compare_teks("Naik dua poin\n\nlagi", "Naik tiga poin\n\nlagi ya")
    assert [(p.jenis, p.teks.strip()) for p in hasil] == [
        ("sama", "Naik"), ("hapus", "dua"), ("tambah", "tiga"), ("sama", "poin\n\nlagi"), ("tambah", "ya"),
    ]  # fmt: skip


def test_naskah_word_pergi_dan_pulang(terbuka):
    tulis(terbuka, "penulis", "penyebab", "Semula **tebal**.\n\n- satu")
    tulis(terbuka, "staf", "kesimpulan", "Tetap.")
    baris = list_penulisan(terbuka["penulis"], terbuka.satker, TAHUN, PADA)
    isi = make_naskah(terbuka.satker, TAHUN, "Kantor", baris)
    utuh = read_naskah("a.docx", isi, baris)
    assert (utuh.usulan, utuh.sama, utuh.tak_dikenal, utuh.kendala) == ((), 25, (), ())
    dokumen, aliran = Document(io.BytesIO(isi)), io.BytesIO()
    next(p for p in dokumen.paragraphs if "Semula" in p.text).add_run(" Ditambah.")
    next(p for p in dokumen.paragraphs if "Tetap" in p.text).text = "Diubah."
    dokumen.save(aliran)
    usulan = {
        u.baris.penulisan.narasi.bagian: u for u in read_naskah("a.docx", aliran.getvalue(), baris).usulan
    }
    assert usulan["penyebab"].baru == "Semula **tebal**. Ditambah.\n\n- satu"
    assert usulan["penyebab"].sebab == ""
    assert "bukan tugas" in usulan["kesimpulan"].sebab
    assert Narasi.objects.get(bagian="penyebab").isi == "Semula **tebal**.\n\n- satu"


def test_sembilan_langkah_oleh_yang_berwenang(kantor):
    start_perjalanan(satker=kantor.satker, tahun=TAHUN, oleh=kantor["kasubbag"], pada=PADA)
    with pytest.raises(AksesDitolak, match="Kepala Kantor Wilayah"):
        finish_langkah(
            satker=kantor.satker, tahun=TAHUN, jawaban=Jawaban(1, Putusan.LANJUT), oleh=kantor["kadivmin"], pada=PADA,
        )  # fmt: skip
    assert any(t.jenis == "laporan" for t in list_tugas(kantor["kakanwil"], PADA))
    assert not any(t.jenis == "laporan" for t in list_tugas(kantor["kadivmin"], PADA))
    naik(kantor)
    letak = read_letak(kantor["kakanwil"], kantor.satker, TAHUN, PADA)
    assert letak.menandatangani
    assert letak.giliran_saya
    with pytest.raises(LangkahDitolak):
        naik(kantor, 1)


def test_dikembalikan_dengan_alasan_dan_penyusun_tidak_memeriksa_sendiri(kantor):
    start_perjalanan(satker=kantor.satker, tahun=TAHUN, oleh=kantor["kakanwil"], pada=PADA)
    naik(kantor, 5)
    isi = {"satker": kantor.satker, "tahun": TAHUN, "pada": PADA + 6 * JAM}
    with pytest.raises(OrangSama):
        finish_langkah(**isi, jawaban=Jawaban(6, Putusan.LANJUT), oleh=kantor["staf"])
    with pytest.raises(LangkahDitolak, match="Alasan"):
        finish_langkah(**isi, jawaban=Jawaban(6, Putusan.KEMBALI), oleh=kantor["kasubbag"])
    hasil = finish_langkah(
        **isi, jawaban=Jawaban(6, Putusan.KEMBALI, "Bab II kurang"), oleh=kantor["kasubbag"]
    )
    assert (hasil.langkah, hasil.putaran) == (5, 2)


@pytest.fixture
def final(kantor):
    start_perjalanan(satker=kantor.satker, tahun=TAHUN, oleh=kantor["kasubbag"], pada=PADA)
    naik(kantor)
    return tanda_tangani(kantor)


def test_yang_kurang_menghalangi_dengan_daftar(kantor):
    start_perjalanan(satker=kantor.satker, tahun=TAHUN, oleh=kantor["kasubbag"], pada=PADA)
    naik(kantor)
    with pytest.raises(LaporanTerhalang) as galat:
        tanda_tangani(kantor, Penerimaan())
    assert {"Kesimpulan", "Analisis penyebab"} <= {h.apa for h in galat.value.halangan}
    assert "Divisi Lain" in {h.oleh for h in galat.value.halangan}
    assert not LaporanFinal.objects.exists()
    tanpa_alasan = Penerimaan(terima(kantor).kunci, " ")
    with pytest.raises(LaporanTerhalang):
        tanda_tangani(kantor, tanpa_alasan)


def test_temuan_fatal_tidak_dapat_sekadar_disebut(kantor, monkeypatch):
    from kinerja.telaah import penghalang  # noqa: PLC0415

    start_perjalanan(satker=kantor.satker, tahun=TAHUN, oleh=kantor["kasubbag"], pada=PADA)
    naik(kantor)
    monkeypatch.setattr(penghalang, "list_penghalang", lambda *_: [("Bab III", "salah hitung", "penyusun")])
    with pytest.raises(LaporanTerhalang) as galat:
        tanda_tangani(kantor)
    assert [h.apa for h in galat.value.halangan] == ["salah hitung"]


def test_yang_dibekukan_membawa_fakta_dan_berkasnya(kantor, final):
    isi = json.loads(final.isi)
    assert hashlib.sha256(final.isi.encode()).hexdigest() == final.sidik
    assert isi["laporan"]["kode"] == final.kode
    assert len(isi["fakta"]["realisasi"]["baris"]) == 1
    assert {b.format for b in final.berkas.all()} == {"pdf", "docx", "html"}
    assert check_final(final) == ()
    (sah,) = find_kode(final.kode.upper().replace("-", " "))
    assert (sah.laporan.pk, sah.terbaru, sah.rusak) == (final.pk, True, ())
    assert find_berkas(final.berkas.get(format="pdf").sha256).berkas.format == "pdf"
    assert (find_kode("bukan kode"), find_berkas("0" * 64)) == ((), None)
    assert Jejak.objects.filter(tindakan="laporan.bekukan").count() == 1


def test_sesudah_beku_tidak_ada_yang_berubah(kantor, final):
    for ubah in (
        lambda: Realisasi.objects.update(nilai=5),
        lambda: Narasi.objects.create(satker=kantor.satker, tahun=TAHUN, bagian="saran", isi="x"),
        lambda: LaporanFinal.objects.update(isi="{}"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            ubah()
    Realisasi.objects.create(komponen=kantor.dunia.komponen, satker=kantor.satker, tahun=2024, nilai=1)


def test_berkas_yang_diganti_ketahuan(final, settings):
    berkas = final.berkas.get(format="pdf")
    letak = settings.STORAGES["bukti"]["OPTIONS"]["location"]
    (letak / berkas.sha256[:2] / berkas.sha256[2:4] / berkas.sha256).write_bytes(b"lain")
    (letak / (html := final.berkas.get(format="html").sha256)[:2] / html[2:4] / html).unlink()
    assert check_final(final) == ("pdf", "html")


def test_revisi_bernomor_oleh_orang_lain(kantor, final):
    isi = {"satker": kantor.satker, "tahun": TAHUN, "sampai": PADA + 100 * JAM, "pada": PADA + 20 * JAM}
    with pytest.raises(RevisiDitolak):
        request_revisi(**isi, alasan="", oleh=kantor["kasubbag"])
    revisi = request_revisi(**isi, alasan="Angka salah kutip", oleh=kantor["kasubbag"])
    with pytest.raises(OrangSama):
        approve_revisi(revisi_id=revisi.pk, oleh=kantor["kasubbag"], pada=PADA + 21 * JAM)
    assert any(t.jenis == "revisi" for t in list_tugas(kantor["kakanwil"], PADA + 21 * JAM))
    approve_revisi(revisi_id=revisi.pk, oleh=kantor["kakanwil"], pada=PADA + 21 * JAM)
    assert not is_beku(kantor.satker, TAHUN, PADA + 22 * JAM)
    Realisasi.objects.filter(tahun=TAHUN).update(nilai=2)
    naik_lagi(kantor)
    kedua = tanda_tangani(kantor, pada=PADA + 40 * JAM)
    assert kedua.revisi == 1
    assert is_beku(kantor.satker, TAHUN, PADA + 40 * JAM)
    assert "Angka salah kutip" in kedua.isi
    assert [p.terbaru for p in find_kode(final.kode)] == [False]


def test_revisi_yang_lewat_ditutup_dan_yang_ditolak_tetap_beku(kantor, final):
    isi = {"satker": kantor.satker, "tahun": TAHUN, "alasan": "a", "oleh": kantor["kasubbag"]}
    satu = request_revisi(**isi, sampai=PADA + 30 * JAM, pada=PADA + 20 * JAM)
    reject_revisi(revisi_id=satu.pk, catatan="tidak perlu", oleh=kantor["kakanwil"], pada=PADA + 21 * JAM)
    assert is_beku(kantor.satker, TAHUN, PADA + 21 * JAM)
    dua = request_revisi(**isi, sampai=PADA + 30 * JAM, pada=PADA + 22 * JAM)
    approve_revisi(revisi_id=dua.pk, oleh=kantor["kakanwil"], pada=PADA + 23 * JAM)
    assert close_revisi(pada=PADA + 29 * JAM) == 0
    assert close_revisi(pada=PADA + 30 * JAM) == 1
    assert is_beku(kantor.satker, TAHUN, PADA + 29 * JAM)
    assert read_letak(kantor["kakanwil"], kantor.satker, TAHUN, PADA).kini is None
