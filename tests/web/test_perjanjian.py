"""The pages of agreements from the first version to the verified signature, and the papers of the office."""

from __future__ import annotations

import datetime
import hashlib
import io
import zipfile

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.basisdata.dunia import Dunia, make_target
from tests.basisdata.pelanggaran_laporan import make_berkas, make_final
from tests.dokumen.tanda_tangan.peladen import NIK, jalankan_peladen, jawab_bsre
from tests.dokumen.tanda_tangan.sertifikat import SANDI, get_akar, get_kedaluwarsa, get_penanda
from tests.perencanaan.pejabat import ATASAN, KEPALA, Pejabat, make_pejabat
from tests.web.orang import login, make_orang

from kinerja.akses.izin import Peran
from kinerja.akses.operations import Tugas
from kinerja.alur.tugas import list_tugas
from kinerja.anggaran.models import AnggaranSasaran, RevisiDipa
from kinerja.dokumen.model import Bagian, Dokumen, paragraf
from kinerja.dokumen.pdf import render_pdf
from kinerja.pelaporan.models import TandaTanganElektronik
from kinerja.pelaporan.surat.naskah import list_naskah
from kinerja.perencanaan.models import GarisJabatan, PerjanjianKinerja, VersiPerjanjian

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]
KANTOR = "/kanwil-contoh/2023/perjanjian/"
SATU = f"{KANTOR}pk/PK.1/"
DRAF = {
    "pihak_pertama": KEPALA, "pihak_kedua": ATASAN, "tempat": "Palembang", "tanggal": "2023-01-09",
    "dipa_nomor": "DIPA-1", "dipa_tanggal": "2022-12-12", "dipa_pagu": "5.000.000",
    "anggaran": "Program A | Kegiatan A | 2.000.000\nProgram A | Kegiatan B | Rp3.000.000",
}  # fmt: skip
PADA = datetime.datetime(2023, 1, 20, tzinfo=datetime.UTC)


@pytest.fixture
def gudang(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "bukti": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path}}
    }
    return settings


@pytest.fixture
def orang(dunia: Dunia, gudang) -> Pejabat:
    make_target(dunia)
    return make_pejabat(dunia)


def sebagai(orang) -> Client:
    klien = Client()
    login(klien, orang)
    return klien


def baca(jawaban) -> str:
    return jawaban.content.decode()


def kirim(klien: Client, alamat: str, isi: dict | None = None) -> str:
    return baca(klien.post(alamat, isi or {}, follow=True))


def paraf(orang: Pejabat, **lain) -> VersiPerjanjian:
    perencana = sebagai(orang.perencana)
    kirim(perencana, f"{SATU}versi/")
    kirim(perencana, f"{SATU}ubah/", DRAF | lain)
    kirim(sebagai(orang.pemaraf), f"{SATU}langkah/", {"tindakan": "paraf"})
    return VersiPerjanjian.objects.get()


def p12(isi: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile("kunci.p12", isi, "application/x-pkcs12")


def test_dari_versi_pertama_sampai_tanda_tangan_yang_diperiksa(dunia, orang):
    perencana = sebagai(orang.perencana)
    assert "belum diproses" in baca(perencana.get(KANTOR))
    assert "Mulai versi pertama" in baca(perencana.get(SATU))
    kirim(perencana, f"{SATU}versi/")
    assert "tidak berisi program | kegiatan | rupiah" in kirim(
        perencana, f"{SATU}ubah/", DRAF | {"anggaran": "A | B"}
    )
    assert "bukan rupiah bulat" in kirim(perencana, f"{SATU}ubah/", DRAF | {"dipa_pagu": "3.00"})
    assert "Draf disimpan" in kirim(perencana, f"{SATU}ubah/", DRAF | {"dipa_pagu": "4.000.000"})
    pemaraf = sebagai(orang.pemaraf)
    assert "selisih Rp1.000.000" in kirim(pemaraf, f"{SATU}langkah/", {"tindakan": "paraf"})
    kirim(perencana, f"{SATU}ubah/", DRAF)
    assert "siap ditandatangani" in kirim(pemaraf, f"{SATU}langkah/", {"tindakan": "paraf"})
    kepala, alamat = sebagai(orang.kepala), f"{SATU}tanda-tangan/pertama/"
    assert "akan ditolak" not in baca(kepala.get(alamat))
    assert "akan ditolak" in baca(sebagai(orang.atasan).get(alamat))
    for isi, kata in (
        ({"cara": "p12", "berkas_kunci": p12(get_penanda().p12()), "sandi": "bukan-itu"}, "sandi_salah"),
        (
            {"cara": "p12", "berkas_kunci": p12(get_kedaluwarsa().p12()), "sandi": SANDI},
            "sertifikat_tidak_berlaku",
        ),
        ({"cara": "p12", "berkas_kunci": p12(b"x" * 200_000), "sandi": SANDI}, "tidak sebesar itu"),
        ({"cara": "p12"}, "Wajib diisi untuk cara ini"),
        ({"cara": "bsre"}, "bsre"),
    ):
        jawaban = kepala.post(alamat, isi)
        assert jawaban.status_code == 422
        assert kata in baca(jawaban)
        assert SANDI not in baca(jawaban)
    isi = {"cara": "p12", "berkas_kunci": p12(get_penanda().p12()), "sandi": SANDI}
    assert "Tanda tangan dicatat" in kirim(kepala, alamat, isi)
    assert "sudah menandatangani" in baca(kepala.post(alamat, {"cara": "akun"}))
    assert "Tanda tangan dicatat" in kirim(
        sebagai(orang.atasan), f"{SATU}tanda-tangan/kedua/", {"cara": "akun"}
    )
    versi = VersiPerjanjian.objects.get()
    assert versi.beku
    halaman = baca(perencana.get(SATU))
    assert "Sertifikat Kepala Kantor Wilayah" in halaman
    assert "disetujui dengan akun" in halaman
    _periksa_pengesahan(versi, perencana.get(f"{SATU}versi/1/pdf/").content)


def _periksa_pengesahan(versi: VersiPerjanjian, pdf: bytes) -> None:
    tamu = Client()
    assert "Sah dan berlaku" in baca(tamu.get("/sahkan/", {"kode": versi.kode}))
    rusak = bytearray(pdf)
    rusak[pdf.index(b"stream") + 20] ^= 1
    for isi, kata in (
        (pdf, ("Utuh: isinya sama", "Sah dan berlaku", "Waktu menurut komputer", "belum dipasang")),
        (bytes(rusak), ("BERKAS DIUBAH", "Tidak ada naskah")),
        (b"%PDF-1.7 rusak /ByteRange", ("tidak dapat dibaca", "Tidak ada naskah")),
        (pdf + b"\n% sisipan\n", ("BERKAS DITAMBAHI", "Tidak ada naskah")),
        (b"\x89PNG pindaian", ("bukan PDF", "Tidak ada naskah")),
    ):
        hasil = baca(tamu.post("/sahkan/", {"berkas": SimpleUploadedFile("a.pdf", isi)}))
        assert [k for k in kata if k not in hasil] == []


def test_pdf_tanpa_tanda_tangan_dan_akar_yang_dipasang(gudang, tmp_path):
    bab = Bagian("p", "P", (paragraf("Isi."),))
    polos = render_pdf(Dokumen("P", "", "K", 2023, "Palembang", "", bab=(bab,), rupa="surat")).isi
    (tmp_path / "akar.pem").write_bytes(get_akar().pem)
    gudang.AKAR_SERTIFIKAT = str(tmp_path / "akar.pem")
    hasil = baca(Client().post("/sahkan/", {"berkas": SimpleUploadedFile("a.pdf", polos)}))
    assert "Gambar pindaian tanda tangan bukan tanda tangan elektronik" in hasil


def test_target_draf_diketik_ditolak_dan_diambil_dari_renstra(dunia, orang):
    make_target(dunia, nilai=90, jenis="renstra")
    perencana, kotak = sebagai(orang.perencana), f"target-{dunia.indikator.pk}"
    kirim(perencana, f"{SATU}versi/")
    assert f'name="{kotak}"' in baca(perencana.get(SATU))
    assert f'name="{kotak}"' not in baca(sebagai(orang.operator).get(SATU))
    assert "1 target berubah." in kirim(perencana, f"{SATU}target/", {kotak: "97,5"})
    jawaban = perencana.post(f"{SATU}target/", {kotak: "sembilan"})
    assert jawaban.status_code == 422
    assert f'href="#{kotak}"' in baca(jawaban)
    assert 'value="sembilan"' in baca(jawaban)
    assert "Tidak ada target yang berubah." in kirim(perencana, f"{SATU}target/", {})
    kirim(perencana, f"{SATU}target/", {kotak: "", "dari_renstra": "1"})
    assert dunia.indikator.target.get(jenis="pk").nilai == 90
    kirim(perencana, f"{SATU}ubah/", DRAF)
    kirim(sebagai(orang.pemaraf), f"{SATU}langkah/", {"tindakan": "paraf"})
    assert "Hanya draf yang dapat diubah." in kirim(perencana, f"{SATU}target/", {kotak: "1"})


def test_versi_perubahan_dan_perbandingannya(dunia, orang):
    paraf(orang)
    for pihak, siapa in (("pertama", orang.kepala), ("kedua", orang.atasan)):
        kirim(sebagai(siapa), f"{SATU}tanda-tangan/{pihak}/", {"cara": "akun"})
    perencana = sebagai(orang.perencana)
    assert "satu dari tiga dasar" in kirim(perencana, f"{SATU}versi/", {"dasar": "", "alasan": "pagu"})
    kirim(perencana, f"{SATU}versi/", {"dasar": "perubahan_strategi", "alasan": "Revisi DIPA"})
    kirim(perencana, f"{SATU}ubah/", DRAF | {"tempat": "Jakarta", "anggaran": "", "tanggal": ""})
    banding = f"{SATU}banding/1/2/"
    halaman = baca(perencana.get(banding))
    assert "Jakarta" in halaman
    assert "Anggaran Program A / Kegiatan B" in halaman
    assert perencana.get(banding, {"format": "pdf"}).content.startswith(b"%PDF")
    assert perencana.get(f"{SATU}banding/1/9/").status_code == 404
    assert "versi 1 tetap berlaku" in baca(perencana.get(KANTOR))
    assert perencana.get(f"{SATU}versi/1/pdf/").content.startswith(b"%PDF")
    assert perencana.get(f"{SATU}versi/2/docx/").content.startswith(b"PK")
    assert perencana.get(f"{SATU}versi/2/exe/").status_code == 404


def test_dikembalikan_dan_tanda_tangan_basah(dunia, orang):
    paraf(orang)
    kepala, perencana = sebagai(orang.kepala), sebagai(orang.perencana)
    assert "perlu alasan" in kirim(kepala, f"{SATU}langkah/", {"tindakan": "kembalikan"})
    assert "dikembalikan: keliru" in kirim(
        kepala, f"{SATU}langkah/", {"tindakan": "kembalikan", "alasan": "keliru"}
    )
    kirim(sebagai(orang.pemaraf), f"{SATU}langkah/", {"tindakan": "paraf"})
    basah = {"cara": "basah", "keterangan": "Naskah asli pada arsip"}
    assert "Naskah asli pada arsip" in kirim(perencana, f"{SATU}tanda-tangan/kedua/", basah)
    assert kepala.get(f"{SATU}tanda-tangan/ketiga/").status_code == 404
    kirim(kepala, f"{SATU}tanda-tangan/pertama/", {"cara": "akun"})
    assert "tanda tangan basah di luar aplikasi" in baca(kepala.get(SATU))
    assert not TandaTanganElektronik.objects.exists()


def test_perjanjian_baru_dari_anggaran_dan_jabatan(dunia, orang):
    AnggaranSasaran.objects.create(
        sasaran=dunia.sasaran, satker=dunia.satker, tahun=2023, pagu_awal=7, pagu=8, realisasi=0
    )
    perencana = sebagai(orang.perencana)
    assert "Belum ada jabatan" in baca(perencana.get(f"{KANTOR}jabatan/"))
    jabatan = {
        "nama": "Kepala Bagian Program",
        "atasan": KEPALA,
        "berlaku_dari": "2022-01-01",
        "pelaksana": "Plt.",
    }
    assert "Kepala Bagian Program" in kirim(perencana, f"{KANTOR}jabatan/", jabatan)
    assert "menjadi atasan dirinya" in kirim(
        perencana, f"{KANTOR}jabatan/", jabatan | {"atasan": jabatan["nama"]}
    )
    assert GarisJabatan.objects.count() == 1
    isi = {"kode": "PK-2", "unit": "setjen", "pihak_pertama": "Kepala Bagian Program", "pihak_kedua": KEPALA}
    isi |= {"tempat": "Palembang", "tanggal": "2023-01-09", "lingkup": "SK.1"}
    usul = baca(perencana.get(f"{KANTOR}baru/"))
    assert all(f'value="{v}"' in usul for v in ("PK-01", "Kepala Bagian Program", KEPALA))
    assert "SK.1</span>" in usul
    # A year in which nothing was promised yet is reached all the same.
    depan = KANTOR.replace("2023", "2030")
    assert "Belum ada Perjanjian Kinerja" in baca(perencana.get(depan))
    assert "Belum ada indikator yang bertarget" in baca(perencana.get(f"{depan}baru/"))
    assert "bukan milik unit" in kirim(perencana, f"{KANTOR}baru/", isi | {"lingkup": "X"})
    assert "Plt. Kepala Bagian Program" in kirim(perencana, f"{KANTOR}baru/", isi)
    baru = PerjanjianKinerja.objects.get(kode="PK-2")
    assert [(a.nilai, a.kegiatan) for a in baru.anggaran.all()] == [(7, "Sasaran")]
    assert perencana.get(f"{KANTOR}pk/TIDAK-ADA/").status_code == 404
    assert perencana.get(f"{KANTOR}pk/PK-2/versi/0/docx/").content.startswith(b"PK")
    assert perencana.post(f"{KANTOR}pk/PK-2/langkah/").status_code == 404


def test_tugas_tiap_pejabat(dunia, orang):
    RevisiDipa.objects.create(satker=dunia.satker, tahun=2023, nomor=0, tanggal=datetime.date(2022, 12, 12))

    def judul(siapa):
        return [(t.judul, t.tenggat) for t in list_tugas(siapa, PADA) if t.jenis == "perjanjian"]

    (belum,) = judul(orang.perencana)
    assert belum[0] == "Buat Perjanjian Kinerja PK.1"
    assert belum[1].date() == datetime.date(2023, 1, 12)
    kirim(sebagai(orang.perencana), f"{SATU}versi/")
    assert judul(orang.perencana) == [("Lengkapi Perjanjian Kinerja PK.1", None)]
    assert judul(orang.pemaraf) == [("Paraf Perjanjian Kinerja PK.1", None)]
    kirim(sebagai(orang.perencana), f"{SATU}ubah/", DRAF)
    kirim(sebagai(orang.pemaraf), f"{SATU}langkah/", {"tindakan": "paraf"})
    assert judul(orang.kepala) == [("Tanda tangani Perjanjian Kinerja PK.1", None)]
    assert judul(orang.operator) == judul(orang.pemaraf) == []
    alamat = f"/tugas/perjanjian/{dunia.perjanjian.pk}/"
    assert sebagai(orang.kepala).get(alamat)["Location"] == SATU
    assert sebagai(orang.kepala).get("/tugas/perjanjian/999999/").status_code == 404


def test_laporan_beku_ditandatangani_secara_elektronik(dunia, orang, gudang, tmp_path):
    kepala, alamat = sebagai(orang.kepala), "/kanwil-contoh/2023/susun/elektronik/"
    assert kepala.get(alamat).status_code == 404
    bab = Bagian("p", "Laporan", (paragraf("Isi."),))
    pdf = render_pdf(Dokumen("L", "", "K", 2023, "Palembang", "", bab=(bab,), rupa="surat")).isi
    sidik = hashlib.sha256(pdf).hexdigest()
    letak = tmp_path / sidik[:2] / sidik[2:4]
    letak.mkdir(parents=True)
    (letak / sidik).write_bytes(pdf)
    make_berkas(dunia, laporan=make_final(dunia, kode="aaaa-bbbb-cccc"), sha256=sidik)
    assert kepala.get(f"{alamat}berkas/").status_code == 404
    gudang.BSRE_PENGGUNA, gudang.BSRE_SANDI = "kinerja", "layanan"
    with jalankan_peladen(jawab_bsre) as gudang.BSRE_ALAMAT:
        salah = kepala.post(alamat, {"cara": "bsre", "nik": "0000000000000009", "sandi": SANDI})
        assert "nik_tidak_dikenal" in baca(salah)
        assert "ditandatangani secara elektronik" in kirim(
            kepala, alamat, {"cara": "bsre", "nik": NIK, "sandi": SANDI}
        )
        assert "sudah_ditandatangani" in baca(
            kepala.post(alamat, {"cara": "bsre", "nik": NIK, "sandi": SANDI})
        )
        ditolak = sebagai(orang.operator).post(alamat, {"cara": "bsre", "nik": NIK, "sandi": SANDI})
        assert ditolak.status_code == 403
    hasil = b"".join(kepala.get(f"{alamat}berkas/").streaming_content)
    assert hasil.startswith(pdf)
    sah = baca(Client().post("/sahkan/", {"berkas": SimpleUploadedFile("l.pdf", hasil)}))
    assert "Utuh" in sah
    assert "aaaa-bbbb-cccc" in sah


@pytest.mark.parametrize(
    "jenis", ["keputusan_iku", "surat_permintaan", "nota_dinas", "sk_tim", "surat_pengantar"]
)
def test_setiap_naskah_menjadi_pdf_dan_docx(dunia, orang, jenis):
    assert set(list_naskah()) >= {jenis}
    penyusun = sebagai(orang.perencana)
    alamat = f"{KANTOR}surat/{jenis}/"
    assert "memakai bentuk bawaan" in baca(penyusun.get(alamat))
    isi = {
        "nomor": "W.6-1 <b>",
        "tempat": "Palembang",
        "tanggal": "2 Februari 2023",
        "instansi": "Kantor",
        "tahun": "2023",
    }
    assert penyusun.post(alamat, isi | {"aksi": "pdf"}).content.startswith(b"%PDF")
    naskah = docx.Document(io.BytesIO(penyusun.post(alamat, isi | {"aksi": "docx"}).content))
    teks = "\n".join(p.text for p in naskah.paragraphs)
    assert "W.6-1 <b>" in teks
    assert "{{" not in teks
    assert "W.6-1 &lt;b&gt;" in baca(penyusun.post(alamat, isi))


def test_templat_kantor_dari_bawaan_lalu_diisi(dunia, orang):

    penyusun = sebagai(make_orang("pk-penyusun", Tugas(Peran.PENYUSUN, dunia.satker)))
    alamat = f"{KANTOR}surat/sk_tim/"
    bawaan = penyusun.get(f"{alamat}templat.docx").content
    naskah = docx.Document(io.BytesIO(bawaan))
    alinea = naskah.add_paragraph("Tembusan: ")
    alinea.add_run("{{ke").bold = True
    alinea.add_run("pada}} di tempat")
    naskah.add_table(1, 1).cell(0, 0).text = "No. {{ nomor }}"
    for isi, kata in (
        (simpan(naskah, "Kepada {{siapa_pun}}"), "Medan tidak dikenal: siapa_pun"),
        (b"bukan docx", "templat_rusak"),
        (bawaan.replace(b"PK\1\2", b"PK\1\3", 1), "templat_rusak"),
        (tanpa_penutup(bawaan), "templat_rusak"),
        (bermakro(bawaan), "templat_makro"),
        (simpan(docx.Document()), "templat_kosong"),
    ):
        assert kata in kirim(penyusun, f"{alamat}templat/", {"berkas": SimpleUploadedFile("t.docx", isi)})
    assert "tidak lebih besar dari 2 MB" in kirim(penyusun, f"{alamat}templat/")
    isi = simpan(naskah)
    assert "Templat kantor disimpan" in kirim(
        penyusun, f"{alamat}templat/", {"berkas": SimpleUploadedFile("sk.docx", isi)}
    )
    assert "memakai templat kantor" in baca(penyusun.get(f"{KANTOR}surat/"))
    nilai = {
        "aksi": "templat",
        "nomor": "W.6-9",
        "kepada": "Para Kepala",
        "susunan_tim": "Ketua: A\nAnggota: B",
    }
    hasil = docx.Document(io.BytesIO(penyusun.post(alamat, nilai).content))
    teks = [p.text for p in hasil.paragraphs]
    assert "Tembusan: Para Kepala di tempat" in teks
    assert [t for t in teks if t.startswith(("Ketua", "Anggota"))] == ["Ketua: A", "Anggota: B"]
    assert hasil.tables[0].cell(0, 0).text == "No. W.6-9"
    assert sebagai(orang.operator).post(f"{alamat}templat/", {"hapus": "1"}).status_code == 403
    assert "bentuk bawaan dipakai lagi" in kirim(penyusun, f"{alamat}templat/", {"hapus": "1"})
    assert penyusun.get(f"{KANTOR}surat/tidak_ada/").status_code == 404


def simpan(naskah, tambahan: str = "") -> bytes:
    if tambahan:
        naskah = docx.Document(io.BytesIO(simpan(naskah)))
        naskah.add_paragraph(tambahan)
    hasil = io.BytesIO()
    naskah.save(hasil)
    return hasil.getvalue()


def tanpa_penutup(isi: bytes) -> bytes:
    """The same Word file with half of its text: a whole archive, but no XML."""
    hasil = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as asal, zipfile.ZipFile(hasil, "w") as arsip:
        for nama in asal.namelist():
            bagian = asal.read(nama)
            arsip.writestr(nama, bagian[: len(bagian) // 2] if nama == "word/document.xml" else bagian)
    return hasil.getvalue()


def bermakro(isi: bytes) -> bytes:
    hasil = io.BytesIO(isi)
    with zipfile.ZipFile(hasil, "a") as arsip:
        arsip.writestr("word/vbaProject.bin", b"x")
    return hasil.getvalue()
