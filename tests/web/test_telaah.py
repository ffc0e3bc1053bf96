"""The pages of the telaah and of the reviu: a dropped file, our own report, 23 criteria up to the signature."""

import datetime
import hashlib
import io
import json
import tempfile
import zipfile
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.telaah.berkas_jahat import BERKAS_JAHAT
from tests.web.kantor_contoh import ALAMAT, KUNCI, load_contoh
from tests.web.layar import LAYAR, find_pelanggaran, hitung_luapan
from tests.web.orang import login, make_orang

from kinerja.akses.izin import Peran
from kinerja.akses.models import Pengguna
from kinerja.akses.operations import Tugas
from kinerja.antarmuka.web.telaah import bukti
from kinerja.antarmuka.web.telaah.berkas import ALIRAN
from kinerja.dokumen.model import Bagian, Baris, Dokumen, Kolom, Tabel, paragraf
from kinerja.dokumen.pdf import render_pdf
from kinerja.organisasi.models import Satker
from kinerja.telaah.models import PengecualianTemuan, Reviu, TelaahTersimpan, TemuanLaporan

LAPORAN = """BAB III AKUNTABILITAS KINERJA

Tabel 1. Capaian Kinerja Tahun 2023
No Sasaran Indikator Target Realisasi Capaian
1 Persentase permohonan yang selesai tepat waktu 80% 60% 85%
2 Persentase pengaduan yang ditindaklanjuti 50% 50% 100%
"""
REVIU = f"{ALAMAT}reviu/"
PENUGASAN = {
    "surat_tugas": "ST-1", "tanggal_surat_tugas": "2024-01-10", "mulai": "2024-01-11", "selesai": "2024-01-12",
    "ketua": "Auditor Madya", "anggota": "Auditor Muda", "tempat": "Jakarta", "penandatangan": "Inspektur",
}  # fmt: skip


def masuk(nama: str, peran: Peran, satker: Satker | None = None) -> Client:
    client = Client()
    login(client, make_orang(nama, Tugas(peran, satker)))
    return client


def unggah(client: Client, isi: bytes = LAPORAN.encode(), nama: str = "laporan uji.txt", **lain: str):
    berkas = SimpleUploadedFile(nama, isi)
    return client.post("/telaah/", {"berkas": berkas, "keluaran": "halaman"} | lain)


@pytest.mark.django_db
class TestBerkas:
    def test_perlu_masuk_dan_peran(self, tamu):
        assert tamu.get("/telaah/").status_code == 302
        tanpa_peran = Client()
        login(tanpa_peran, make_orang("tanpa"))
        assert tanpa_peran.get("/telaah/").status_code == 403
        assert unggah(tanpa_peran).status_code == 403

    def test_hasil_dapat_disaring_dan_diunduh_tanpa_ada_yang_disimpan(self, client, settings):
        sebelum = set(settings.DATA.rglob("*"))
        jawaban = unggah(client)
        assert jawaban.status_code == 200
        teks = jawaban.content.decode()
        assert "Telaah laporan_uji.txt" in teks
        temuan = jawaban.context["isi"]["temuan"]
        assert any(t["kode"].startswith("hitung") for t in temuan), temuan
        paket = {"isi": jawaban.context["paket"]}
        saring = client.post("/telaah/hasil/", paket | {"keluarga": "hitung"})
        assert {t["keluarga"] for t in saring.context["temuan"]} == {"hitung"}
        unduh = {
            f: client.post("/telaah/hasil/", paket | {"unduh": f}) for f in ("json", "sarif", "xlsx", "docx")
        }
        assert json.loads(unduh["json"].content)["temuan"] == temuan
        sarif = json.loads(unduh["sarif"].content)
        assert sarif["version"] == "2.1.0"
        assert len(sarif["runs"][0]["results"]) == len(temuan)
        assert "/tmp" not in unduh["sarif"].content.decode()
        assert openpyxl.load_workbook(io.BytesIO(unduh["xlsx"].content)).active.max_row > 3
        assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(unduh["docx"].content)).namelist()
        assert 'filename="telaah-laporan_uji.docx"' in unduh["docx"]["Content-Disposition"]
        assert set(settings.DATA.rglob("*")) == sebelum

    def test_hasil_yang_diubah_ditolak(self, client):
        assert client.post("/telaah/hasil/", {"isi": "palsu", "unduh": "json"}).status_code == 302

    @pytest.mark.parametrize(
        ("isi", "pesan"), [(b"halo dunia\n", "Tidak ada satu pun angka"), (b"\x00\x01\x02biner", "Berkas")]
    )
    def test_yang_tidak_terbaca_dijelaskan_di_isiannya(self, client, isi, pesan):
        jawaban = unggah(client, isi)
        assert pesan in jawaban.content.decode()
        assert "Belum dapat diterima" in jawaban.content.decode()

    @pytest.mark.parametrize("jahat", BERKAS_JAHAT, ids=lambda j: j.nama)
    def test_berkas_buruk_dijelaskan_di_isiannya(self, client, jahat):
        jawaban = unggah(client, jahat.buat(), jahat.nama)
        assert jahat.pesan in jawaban.content.decode()
        assert jawaban.context["form"].errors["berkas"]

    def test_teks_tidak_dapat_ditandai_tetapi_temuannya_tetap_tampil(self, client):
        jawaban = unggah(client, keluaran="salinan")
        assert "Salinan bertanda hanya dapat dibuat dari PDF dan DOCX" in jawaban.content.decode()
        assert jawaban.context["temuan"]

    def test_aliran_menyebut_kemajuan_lalu_membawa_halaman_yang_sama(self, client):
        berkas = SimpleUploadedFile("a.txt", LAPORAN.encode())
        isi = {"berkas": berkas, "keluaran": "halaman"}
        jawaban = client.post("/telaah/", isi, headers={"accept": ALIRAN})
        assert jawaban["Content-Encoding"] == "identity"
        baris = b"".join(jawaban.streaming_content).split(b"\n")
        kepala = next(n for n, b in enumerate(baris) if b.startswith(b'{"jenis"'))
        kabar = [json.loads(b) for b in baris[:kepala]]
        assert list(dict.fromkeys(k["tahap"] for k in kabar)) == [
            "Membaca laporan", "Mengenali fakta", "Memeriksa",
        ]  # fmt: skip
        assert kabar[-1]["selesai"] == kabar[-1]["semua"]
        assert json.loads(baris[kepala]) == {"jenis": "text/html; charset=utf-8", "ke": "", "nama": ""}
        assert "<h1>Telaah a.txt</h1>" in b"\n".join(baris[kepala + 1 :]).decode()

    def test_pembaca_yang_pergi_menghentikan_pembacaan(self, client):
        jawaban = client.post(
            "/telaah/", {"berkas": SimpleUploadedFile("a.txt", LAPORAN.encode()), "keluaran": "halaman"},
            headers={"accept": ALIRAN},
        )  # fmt: skip
        aliran = iter(jawaban)
        next(aliran)
        jawaban.close()
        assert list(Path(tempfile.gettempdir()).glob("telaah-*/kini/a.txt")) == []


@pytest.mark.basisdata
@pytest.mark.django_db
class TestSimpan:
    def test_disimpan_hanya_bila_diminta_lalu_dibuka_dan_dihapus(self, kantor):
        penyusun = masuk("penyusun", Peran.PENYUSUN, kantor)
        unggah(penyusun)
        assert not TelaahTersimpan.objects.exists()
        jawaban = unggah(penyusun, simpan=KUNCI)
        satu = TelaahTersimpan.objects.get()
        assert jawaban["Location"] == f"/telaah/simpanan/{satu.pk}/"
        assert satu.sidik == hashlib.sha256(LAPORAN.encode()).hexdigest()
        assert satu.nama_berkas == "laporan_uji.txt"
        apip = masuk("auditor", Peran.APIP, kantor)
        assert satu.sidik in apip.get(f"/telaah/simpanan/{satu.pk}/").content.decode()
        assert "laporan_uji.txt" in apip.get("/telaah/").content.decode()
        unggah(apip, simpan=KUNCI)
        assert TelaahTersimpan.objects.count() == 1
        apip.post(f"/telaah/simpanan/{satu.pk}/hapus/")
        assert not TelaahTersimpan.objects.exists()
        assert apip.get(f"/telaah/simpanan/{satu.pk}/").status_code == 404

    def test_hanya_untuk_penyusun_dan_apip_kantor_itu(self, kantor):
        unggah(masuk("penyusun", Peran.PENYUSUN, kantor), simpan=KUNCI)
        satu = TelaahTersimpan.objects.get()
        operator = masuk("operator", Peran.OPERATOR, kantor)
        assert "simpan" not in operator.get("/telaah/").context["form"].fields
        assert operator.get(f"/telaah/simpanan/{satu.pk}/").status_code == 403
        assert operator.post(f"/telaah/simpanan/{satu.pk}/hapus/").status_code == 403
        lain = Satker.objects.exclude(pk=kantor.pk).exclude(jenis="kanwil").first()
        asing = masuk("asing", Peran.APIP, lain)
        assert asing.get(f"/telaah/simpanan/{satu.pk}/").status_code == 404
        assert "laporan_uji" not in asing.get("/telaah/").content.decode()
        unggah(asing, simpan=KUNCI)
        assert TelaahTersimpan.objects.get().disimpan_oleh.nama_akun == "penyusun"


@pytest.fixture
def kantor(db) -> Satker:
    load_contoh()
    return Satker.objects.get(kunci=KUNCI)


def isi_semua(reviu: Reviu) -> dict[str, str]:
    bersyarat = {"III.3", "III.6", "III.9"}
    kode = [f"{r}.{n}" for r, j in (("I", 6), ("II", 7), ("III", 10)) for n in range(1, j + 1)]
    return {f"jawaban-{k}": "tidak_berlaku" if k in bersyarat else "ya" for k in kode}


def test_reviu_dari_pembukaan_sampai_tanda_tangan(kantor):
    apip = masuk("auditor", Peran.APIP, kantor)
    jawaban = apip.post(REVIU, PENUGASAN, follow=True)
    assert "60 dari 60 indikator" in jawaban.content.decode()
    alamat = f"{REVIU}1/"
    assert "23 hal belum selesai" in jawaban.content.decode()
    konsep = apip.get(f"{alamat}catatan-hasil-reviu.pdf")
    assert konsep.content.startswith(b"%PDF")
    apip.post(
        f"{alamat}rekomendasi/",
        {"r-uraian": "Lengkapi", "r-penanggung_jawab": "Kabag", "r-tenggat": "2024-02-01"},
    )
    apip.post(alamat, isi_semua(Reviu.objects.get()))
    assert "Tandatangani reviu" in apip.get(alamat).content.decode()
    apip.post(f"{alamat}tanda-tangan/")
    reviu = Reviu.objects.get()
    assert reviu.ditandatangani
    teks = apip.get(alamat).content.decode()
    assert reviu.sidik[:4] in teks
    assert "<textarea" not in teks
    for dokumen in ("catatan-hasil-reviu", "pernyataan-telah-direviu"):
        assert apip.get(f"{alamat}{dokumen}.docx").content.startswith(b"PK")
    assert apip.get(f"{alamat}lain.pdf").status_code == 404
    penyusun = masuk("penyusun", Peran.PENYUSUN, kantor)
    lanjut = f"{alamat}rekomendasi/1/"
    penyusun.post(lanjut, {"keadaan": "dilaporkan", "uraian": "Sudah dilengkapi."})
    apip.post(lanjut, {"keadaan": "sesuai", "uraian": "Diperiksa."})
    assert "Sudah dilengkapi." in apip.get(alamat).content.decode()
    assert penyusun.post(alamat, {"jawaban-I.1": "tidak"}).status_code == 403


def test_peran_lain_membaca_tetapi_tidak_menulis_reviu(kantor):
    masuk("auditor", Peran.APIP, kantor).post(REVIU, PENUGASAN)
    pimpinan = masuk("kepala", Peran.PIMPINAN, kantor)
    teks = pimpinan.get(f"{REVIU}1/").content.decode()
    assert "60 dari 60 indikator" in teks
    assert "<textarea" not in teks
    assert pimpinan.post(f"{REVIU}1/", {"jawaban-I.1": "ya"}).status_code == 403
    assert pimpinan.post(REVIU, PENUGASAN).status_code == 403
    asing = masuk("asing", Peran.APIP, Satker.objects.exclude(pk=kantor.pk).exclude(jenis="kanwil").first())
    assert asing.get(f"{REVIU}1/").status_code == 404


def test_temuan_sendiri_diminta_dikecualikan_lalu_dicetak(kantor):
    kini = timezone.now()
    penyusun, pimpinan = masuk("penyusun", Peran.PENYUSUN, kantor), masuk("kepala", Peran.PIMPINAN, kantor)
    assert "fakta diperiksa" in penyusun.post(f"{ALAMAT}temuan/", follow=True).content.decode()
    TemuanLaporan.objects.create(
        satker=kantor, tahun=2023, kunci="k", kode="hitung-uji", tingkat="fatal", kepastian="pasti",
        judul_bagian="Bagian uji", uraian="Salah hitung.", saran="Hitung ulang.", dasar_hukum="-",
        ditemukan_pada=kini, terakhir_pada=kini,
    )  # fmt: skip
    pk = TemuanLaporan.objects.get(kunci="k").pk
    alamat = f"{ALAMAT}temuan/{pk}/"
    sampai = (kini.date().replace(day=1)).replace(year=kini.year + 1).isoformat()
    penyusun.post(alamat, {"alasan": "Angka resmi pusat.", "berlaku_sampai": sampai})
    assert PengecualianTemuan.objects.get().putusan == ""
    pimpinan.post(f"{alamat}putus/", {"putusan": "setuju"})
    assert "Dikecualikan oleh kepala" in penyusun.get(f"{ALAMAT}temuan/?semua=1").content.decode()
    assert "Pengecualian atas Temuan Telaah" in penyusun.get(f"{ALAMAT}laporan/").content.decode()


def make_temuan(kantor: Satker, nomor: int, **lain: str) -> TemuanLaporan:
    isi = {
        "kode": "hitung-capaian", "tingkat": "besar", "kepastian": "pasti", "indikator": f"Indikator {nomor % 3}",
        "bagian": f"bagian-{nomor % 2}", "judul_bagian": f"Bagian {nomor % 2}", "uraian": f"Uraian {nomor}.",
        "saran": "Hitung ulang.", "dasar_hukum": "-",
    }  # fmt: skip
    kini = timezone.now()
    return TemuanLaporan.objects.create(
        satker=kantor, tahun=2023, kunci=str(nomor), ditemukan_pada=kini, terakhir_pada=kini, **(isi | lain)
    )


@pytest.mark.basisdata
class TestSaring:
    def test_menurut_indikator_dua_puluh_sehalaman_dan_yang_dikecualikan_terakhir(self, kantor):
        for nomor in range(25):
            make_temuan(kantor, nomor)
        berat = make_temuan(kantor, 25, tingkat="fatal", kode="sama-nilai")
        penyusun, pimpinan = (
            masuk("penyusun", Peran.PENYUSUN, kantor),
            masuk("kepala", Peran.PIMPINAN, kantor),
        )
        halaman = penyusun.get(f"{ALAMAT}temuan/").context
        assert halaman["kelompok"][0][0] == "Indikator 1"
        assert halaman["kelompok"][0][1][0].temuan == berat
        assert sum(len(isi) for _judul, isi in halaman["kelompok"]) == 20
        assert halaman["ringkas"] == [
            ("hitung", [("fatal", 0), ("besar", 25), ("kecil", 0)], 25),
            ("sama", [("fatal", 1), ("besar", 0), ("kecil", 0)], 1),
        ]
        kedua = penyusun.get(f"{ALAMAT}temuan/?hal=2").context
        assert len(kedua["halaman"].object_list) == 6
        assert len(penyusun.get(f"{ALAMAT}temuan/?semua=1").context["halaman"].object_list) == 26
        sampai = (timezone.now() + datetime.timedelta(days=7)).date().isoformat()
        minta = penyusun.post(
            f"{ALAMAT}temuan/{berat.pk}/?tingkat=fatal", {"alasan": "Resmi.", "berlaku_sampai": sampai}
        )
        assert minta["Location"] == f"{ALAMAT}temuan/?tingkat=fatal#temuan-{berat.pk}"
        pimpinan.post(f"{ALAMAT}temuan/{berat.pk}/putus/", {"putusan": "setuju"})
        akhir = penyusun.get(f"{ALAMAT}temuan/?semua=1").context
        assert akhir["halaman"].object_list[-1].temuan == berat
        assert akhir["kelompok"][-1][0] == "Indikator 1 (dikecualikan)"
        assert (akhir["menghalangi"], akhir["dikecualikan"]) == (0, 1)

    def test_peminta_tidak_ditawari_memutus_permintaannya_sendiri(self, kantor):
        temuan, hari = make_temuan(kantor, 0), timezone.localdate()
        satu, dua = masuk("kepala", Peran.PIMPINAN, kantor), masuk("kepala-2", Peran.PIMPINAN, kantor)
        halaman = f"{ALAMAT}temuan/"
        peminta = Pengguna.objects.get(nama_akun="kepala")
        PengecualianTemuan.objects.create(
            temuan=temuan, alasan="Resmi.", berlaku_sampai=hari, pemohon=peminta, diminta_pada=timezone.now()
        )
        for putusan, tombol in (("setuju", "Setujui</button>"), ("cabut", "Cabut pengecualian")):
            assert tombol not in (sendiri := satu.get(halaman).content.decode())
            assert "diputus orang lain" in sendiri
            assert tombol in dua.get(halaman).content.decode()
            dua.post(f"{halaman}{temuan.pk}/putus/", {"putusan": putusan, "catatan": "x"})
        batas = f'min="{hari}" max="{hari + datetime.timedelta(days=366)}"'
        assert batas in masuk("penyusun", Peran.PENYUSUN, kantor).get(halaman).content.decode()

    @pytest.mark.parametrize(
        ("kueri", "harus"),
        [("keluarga=sama", {2}), ("tingkat=besar", {0, 1}), ("kepastian=mungkin", {1}),
         ("bagian=bagian-1", {1}), ("keluarga=hitung&bagian=bagian-0", {0}), ("tingkat=gawat", set())],
    )  # fmt: skip
    def test_saringan(self, kantor, kueri, harus):
        make_temuan(kantor, 0)
        make_temuan(kantor, 1, kepastian="mungkin")
        make_temuan(kantor, 2, kode="sama-nilai", tingkat="kecil")
        halaman = masuk("penyusun", Peran.PENYUSUN, kantor).get(f"{ALAMAT}temuan/?{kueri}").context
        assert {int(t.temuan.kunci) for t in halaman["halaman"].object_list} == harus


@pytest.mark.basisdata
def test_bukti_dihitung_lagi_hanya_bila_fakta_berubah(kantor, monkeypatch):
    dihitung = []
    asli = bukti.compute_bukti_laporan
    monkeypatch.setattr(
        bukti, "compute_bukti_laporan", lambda kepala: dihitung.append(kepala.tahun) or asli(kepala)
    )
    apip = masuk("auditor", Peran.APIP, kantor)
    apip.post(REVIU, PENUGASAN)
    alamat = f"{REVIU}1/"
    assert "60 dari 60 indikator" in apip.get(alamat).content.decode()
    apip.post(alamat, {"jawaban-I.1": "ya"})
    apip.get(alamat)
    assert len(dihitung) == 1
    penyusun = masuk("penyusun", Peran.PENYUSUN, kantor)
    penyusun.post(f"{ALAMAT}temuan/")
    assert "Temuan pasti yang masih terbuka" in apip.get(alamat).content.decode()
    assert len(dihitung) == 2


@pytest.mark.satu_mesin
def test_halaman_memenuhi_wcag_dan_dapat_dipakai_tanpa_skrip(situs, lembar, peramban, tmp_path):
    kantor = Satker.objects.get(kunci=KUNCI)
    apip = masuk("auditor", Peran.APIP, kantor)
    apip.post(REVIU, PENUGASAN)
    masuk("penyusun", Peran.PENYUSUN, kantor).post(f"{ALAMAT}temuan/")
    berkas = tmp_path / "laporan.txt"
    berkas.write_text(LAPORAN)
    for nama, ukuran in LAYAR.items():
        satu = lembar(ukuran)
        satu.goto(f"{situs}/telaah/")
        assert find_pelanggaran(satu) == []
        satu.get_by_label("Laporan yang diperiksa").set_input_files(berkas)
        satu.get_by_role("button", name="Periksa", exact=True).press("Enter")
        satu.get_by_role("heading", name="Telaah laporan.txt").wait_for()
        assert find_pelanggaran(satu) == []
        assert hitung_luapan(satu) == 0
        satu.screenshot(path=tmp_path / f"hasil-{nama}.png", full_page=True)
    penyusun = masuk("penyusun", Peran.PENYUSUN, kantor)
    for alamat, client in ((REVIU, apip), (f"{REVIU}1/", apip), (f"{ALAMAT}temuan/", penyusun)):
        _lihat(peramban, situs + alamat, client, tmp_path)


def _lihat(peramban, alamat: str, client: Client, wadah: Path) -> None:
    """axe and width of one page on every screen, as somebody who is logged in."""
    nama = settings.SESSION_COOKIE_NAME
    for layar, ukuran in LAYAR.items():
        konteks = peramban.new_context(viewport=ukuran)
        konteks.add_cookies([{"name": nama, "value": client.cookies[nama].value, "url": alamat}])
        satu = konteks.new_page()
        satu.goto(alamat)
        assert find_pelanggaran(satu) == [], alamat
        assert hitung_luapan(satu) == 0, alamat
        berkas = alamat.split("/", 3)[-1].strip("/").replace("/", "-")
        satu.screenshot(path=wadah / f"{berkas}-{layar}.png", full_page=True)
        konteks.close()


@pytest.mark.satu_mesin
def test_memeriksa_tanpa_skrip(situs, lembar, tmp_path):
    berkas = tmp_path / "laporan.txt"
    berkas.write_text(LAPORAN)
    satu = lembar(LAYAR["genggam"], java_script_enabled=False)
    satu.goto(f"{situs}/telaah/")
    satu.get_by_label("Laporan yang diperiksa").set_input_files(berkas)
    satu.get_by_role("button", name="Periksa", exact=True).click()
    satu.get_by_label("Keluarga").select_option("hitung")
    satu.get_by_role("button", name="Terapkan").click()
    assert satu.locator("tbody tr").count() >= 1
    with satu.expect_download() as unduhan:
        satu.get_by_role("button", name="Unduh XLSX").click()
    assert unduhan.value.suggested_filename == "telaah-laporan.xlsx"


@pytest.mark.django_db
def test_salinan_bertanda_dari_pdf_memuat_temuan_pada_halamannya(client):
    baris = tuple(
        Baris((str(n), f"Persentase layanan {n} yang selesai tepat waktu", "80%", "60%", c))
        for n, c in ((1, "85%"), (2, "75%"))
    )
    kolom = tuple(Kolom(k) for k in ("No.", "Indikator Kinerja", "Target", "Realisasi", "Capaian"))
    tabel = Tabel("t", "Capaian Kinerja Tahun 2023", kolom, baris)
    bab = Bagian("b", "Akuntabilitas Kinerja", (paragraf("Capaian kinerja tahun 2023."), tabel))
    dokumen = Dokumen("Laporan Kinerja", "", "Kantor Uji", 2023, "", "kode", bab=(bab,), rupa="surat")
    jawaban = unggah(client, render_pdf(dokumen).isi, "laporan.pdf", keluaran="salinan")
    assert jawaban["Content-Type"] == "application/pdf", jawaban.context["form"].errors
    assert 'filename="laporan-bertanda.pdf"' in jawaban["Content-Disposition"]
    with pikepdf.open(io.BytesIO(jawaban.content)) as pdf:
        catatan = [str(a.Contents) for h in pdf.pages for a in h.get("/Annots", []) if "/Contents" in a]
    assert any("85" in c for c in catatan), catatan
