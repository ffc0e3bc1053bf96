"""The plan on the web: read, edited, taken back, drawn, printed, imported; and what nobody should send."""

import io
import itertools
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from decimal import Decimal

import pypdfium2
import pytest
from django.test import Client
from tests.basisdata.dunia import make_indikator, make_sasaran, make_target
from tests.web.orang import login, make_orang

from kinerja.akses.izin import Peran
from kinerja.akses.operations import Tugas
from kinerja.organisasi.models import RiwayatSatker, Satker
from kinerja.perencanaan.models import (
    Indikator,
    KaitanLintas,
    PenanggungJawab,
    RencanaAksi,
    Renstra,
    Sasaran,
    Target,
    Tujuan,
    VersiRencana,
)

pytestmark = pytest.mark.satu_mesin
AKAR = "/kanwil-contoh/2023/rencana/"
INDIKATOR = {
    "nama": "Persentase contoh",
    "satuan": "%",
    "polaritas": "naik",
    "cara_hitung": "rasio",
    "agregasi_bulan": "jumlah",
    "agregasi_satker": "sigma",
    "penanggung_jawab": "bagian",
    "definisi": "Yang dihitung menurut contoh.",
    "periode": "bulanan",
}


RENSTRA = {
    "nama": "Renstra Baru",
    "tahun_awal": 2020,
    "tahun_akhir": 2024,
    "dasar_hukum": "Dasar",
    "visi": "Visi",
    "misi": "Satu",
}


@pytest.fixture
def perencana(dunia) -> Client:
    """A browser of the planner of an office that promised something."""
    make_target(dunia)
    klien = Client()
    login(klien, make_orang("perencana", Tugas(Peran.PERENCANA, dunia.satker)))
    return klien


def kirim(klien: Client, alamat: str, status: int = 302, /, **isi) -> str:
    jawaban = klien.post(AKAR + alamat, isi)
    assert jawaban.status_code == status, jawaban.content.decode()[-3000:]
    return jawaban.content.decode()


def lihat(klien: Client, alamat: str = "", kode: int = 200) -> str:
    jawaban = klien.get(AKAR + alamat)
    assert jawaban.status_code == kode
    return jawaban.content.decode()


def read_pdf(isi: bytes) -> list[str]:
    """The text of every page, line breaks as spaces."""
    return [" ".join(h.get_textpage().get_text_range().split()) for h in pypdfium2.PdfDocument(isi)]


def test_formulir_yang_ditolak_tidak_tersimpan_separuh(dunia, perencana):
    """The name of the plan is written before its tujuan, of which one is still in use."""
    kirim(perencana, "renstra/", **RENSTRA, tujuan="Aman")
    sasaran = Sasaran.objects.get()
    sasaran.tujuan = Tujuan.objects.get()
    sasaran.save()
    assert "masih dipakai sasaran" in kirim(
        perencana, "renstra/", 422, **RENSTRA | {"nama": "Nama lain"}, tujuan=""
    )
    assert Renstra.objects.get().nama == RENSTRA["nama"]


def test_renstra_sasaran_indikator_dari_layar(dunia, perencana):
    renstra = RENSTRA | {"misi": "Satu\nDua", "tujuan": "Aman\n"}
    kirim(perencana, "renstra/", **renstra)
    assert Renstra.objects.get().misi.count() == 2
    assert "Tahun akhir mendahului" in kirim(perencana, "renstra/", 422, **(renstra | {"tahun_akhir": 2019}))
    sasaran = {"kode": "SP.1", "teks": "Program", "tingkat": "program", "unit": "setjen", "tujuan": "1"}
    kirim(perencana, "sasaran-baru/", **sasaran)
    assert "sudah dipakai" in kirim(perencana, "sasaran-baru/", 422, **sasaran)
    assert 'value="SP.1" selected' in lihat(perencana, "sasaran-baru/?induk=SP.1")
    ubah = {"teks": "Berubah", "tingkat": "kegiatan", "unit": "setjen", "induk": "SP.1"}
    assert "alasan perubahan" in kirim(perencana, "sasaran/SK.1/", 422, **ubah)
    kirim(perencana, "sasaran/SK.1/", **ubah, alasan="salah ketik")
    assert Sasaran.objects.get(kode="SK.1").induk.tujuan == Tujuan.objects.get()
    kirim(perencana, "sasaran/SP.1/indikator-baru/", kode="SP.1.1", **INDIKATOR)
    baru = Indikator.objects.get(kode="SP.1.1")
    assert (baru.lembar_iku.periode, baru.penanggung_jawab) == ("bulanan", dunia.unit_kerja)
    kirim(perencana, "indikator/SP.1.1/", **(INDIKATOR | {"nama": "Tersedianya contoh"}))
    assert "bukan sebutan ukuran" in lihat(perencana, "indikator/SP.1.1/")
    salah = INDIKATOR | {"cara_hitung": "nilai"}
    assert "pembilang dan penyebut" in kirim(perencana, "indikator/SP.1.1/", 422, **salah)
    assert "Belum dapat diterima" in kirim(perencana, "indikator/SP.1.1/", 422, **(INDIKATOR | {"nama": ""}))
    # The last change is offered to be taken back, on the page of the plan.
    nomor = re.search(r"urungkan/(\d+)/", lihat(perencana))[1]
    kirim(perencana, f"urungkan/{nomor}/")
    baru.refresh_from_db()
    assert baru.nama == "Persentase contoh"
    assert "tidak dapat diurungkan" in perencana.post(f"{AKAR}urungkan/999/", follow=True).content.decode()
    assert "Tidak dapat dihapus" in perencana.post(f"{AKAR}hapus/sasaran/SP.1/", follow=True).content.decode()
    kirim(perencana, "hapus/indikator/SP.1.1/")
    kirim(perencana, "hapus/unit/SP.1/", 404)
    assert not Indikator.objects.filter(kode="SP.1.1").exists()


def test_target_pemilik_dan_kaitan(dunia, perencana):
    kirim(perencana, "indikator/SK.1.1/target/", **{"target-2022": "97,5", "target-2024": "98 %"})
    nilai = Target.objects.filter(jenis="renstra").values_list("tahun", "nilai")
    assert dict(nilai) == {2022: Decimal("97.5"), 2024: Decimal(98)}
    for teks in ("5,050", "sembilan", "1" * 39):
        isi = kirim(perencana, "indikator/SK.1.1/target/", 422, **{"target-2022": teks})
        assert f'value="{teks}"' in isi
        assert 'href="#target-2022"' in isi
    # Promised already: a target that stands there asks for a reason, in a field of its own, and can be taken back.
    ubah = {"target-2022": "99", "target-2024": "98"}
    assert 'href="#alasan-target"' in kirim(perencana, "indikator/SK.1.1/target/", 422, **ubah)
    kirim(perencana, "indikator/SK.1.1/target/", **ubah, **{"alasan-target": "revisi Renstra"})
    isi = lihat(perencana)
    assert "revisi Renstra" in isi
    kirim(perencana, f"urungkan/{re.search(r'urungkan/(.+?)/', isi)[1]}/")
    assert dict(nilai.all()) == {2022: Decimal("97.5"), 2024: Decimal(98)}
    kirim(perencana, "indikator/SK.1.1/pemilik/", jabatan="Kepala Bagian", dari="2023-01-01")
    kirim(perencana, "indikator/SK.1.1/pemilik/", 422, jabatan="Lain", dari="2023-01-01")
    assert PenanggungJawab.objects.get().jabatan == "Kepala Bagian"
    make_sasaran(dunia)
    kirim(perencana, "sasaran/SK.1/kaitan/", ke="SK.9", uraian="data bersama")
    kirim(perencana, "sasaran/SK.1/kaitan/", 422, ke="SK.9", uraian="lagi")
    kirim(perencana, "sasaran/SK.1/kaitan/", 422, ke="SK.1", uraian="diri sendiri")
    kaitan = KaitanLintas.objects.get()
    for alamat in ("sasaran/SK.1/", "sasaran/SK.9/", "pohon/"):
        assert "data bersama" in lihat(perencana, alamat)
    kirim(perencana, "sasaran/SK.9/kaitan/", 404, lepas=kaitan.pk)
    kirim(perencana, "sasaran/SK.1/kaitan/", lepas=kaitan.pk)
    assert not KaitanLintas.objects.exists()


def test_rencana_aksi(dunia, perencana):
    alamat = "indikator/SK.1.1/aksi/"
    isi = {"langkah": "Menyusun jadwal", "satuan": "dokumen", "jadwal": "triwulan", "target-3": "1"}
    assert "akhir triwulan" in kirim(perencana, alamat, 422, **(isi | {"target-2": "1"}))
    assert 'value="sebelas"' in kirim(perencana, alamat, 422, **(isi | {"target-6": "sebelas"}))
    kirim(perencana, alamat, **isi)
    kirim(perencana, alamat, **(isi | {"nomor": "1", "langkah": "Menetapkan jadwal"}))
    assert RencanaAksi.objects.get().langkah == "Menetapkan jadwal"
    kirim(perencana, f"{alamat}9/", 404)
    assert "Tidak boleh negatif" in kirim(perencana, f"{alamat}1/", 422, **{"realisasi-3": "-1"})
    kirim(perencana, f"{alamat}1/", **{"realisasi-3": "1", "catatan-3": "selesai"})
    assert "tercapai" in lihat(perencana, alamat)
    assert "tidak dapat dihapus" in kirim(perencana, f"{alamat}1/", 422, hapus="1")
    operator = Client()
    login(operator, make_orang("operator", Tugas(Peran.OPERATOR, dunia.satker)))
    assert "Simpan realisasi" in lihat(operator, alamat)
    kirim(operator, f"{alamat}1/", **{"realisasi-3": "0"})
    kirim(operator, alamat, 403, **isi)
    kirim(perencana, f"{alamat}1/", **{"realisasi-3": ""})
    kirim(perencana, f"{alamat}1/", hapus="1")
    assert "Belum ada langkah" in lihat(perencana, alamat)


def test_versi_dan_perbandingannya(dunia, perencana):
    assert "Belum ada versi" in lihat(perencana, "versi/")
    assert "alasan" in kirim(perencana, "versi/", 422, alasan=" ")
    kirim(perencana, "versi/", alasan="Penetapan awal")
    kirim(perencana, "versi/", 422, alasan="Sekali lagi")
    assert "Tidak ada perbedaan" in lihat(perencana, "versi/1/0/")
    Indikator.objects.update(satuan="orang")
    isi = lihat(perencana, "versi/1/0/")
    assert all(kata in isi for kata in ("SK.1.1", "satuan", ">%<", ">orang<"))
    lihat(perencana, "versi/1/7/", 404)
    assert VersiRencana.objects.get().oleh == "perencana (perencana)"


def test_lembar_dan_tabel_iku(dunia, perencana):
    kirim(
        perencana,
        "indikator/SK.1.1/",
        **INDIKATOR,
        verifikasi="Uji petik",
        keterbatasan="Terlambat",
        alasan="lengkapi",
    )
    isi = lihat(perencana, "iku/SK.1.1/")
    assert all(
        kata in isi for kata in ("Uji petik", "Terlambat", "setiap bulan", "Kepala Bagian", "belum diisi")
    )
    assert "mutu-" not in isi
    assert "Target belum ada untuk 2020" in isi
    assert "kurang" in lihat(perencana, "iku/")
    for alamat in ("iku/SK.1.1/pdf/", "iku/unduh/pdf/"):
        berkas = perencana.get(AKAR + alamat)
        teks = "".join(read_pdf(berkas.content))
        assert "Persentase contoh" in teks
    berkas = perencana.get(f"{AKAR}iku/SK.1.1/docx/")
    assert b"Uji petik" in zipfile.ZipFile(io.BytesIO(berkas.content)).read("word/document.xml")
    assert berkas["X-Content-Type-Options"] == "nosniff"
    for alamat in ("iku/unduh/exe/", "iku/SK.1.1/exe/", "iku/ENTAH/", "pohon/exe/", "sasaran/ENTAH/"):
        lihat(perencana, alamat, 404)


def test_pohon_sebagai_daftar_gambar_dan_berkas(dunia, perencana):
    jahat = "<script>alert(1)</script> & “kutip”"
    atas = make_sasaran(dunia, kode="SS.1", tingkat="strategis", teks=f"{jahat} " + "panjang " * 60)
    Sasaran.objects.filter(pk=dunia.sasaran.pk).update(induk=atas)
    Indikator.objects.update(penanggung_jawab=dunia.unit_kerja)
    make_sasaran(dunia)
    kirim(perencana, "sasaran/SK.1/kaitan/", ke="SK.9", uraian=jahat)
    isi = lihat(perencana, "pohon/")
    assert "<script>alert" not in isi
    data = json.loads(re.search(r'id="data-pohon">(.*?)</script>', isi)[1])
    simpul = [(s[0], s[2]) for s in data["simpul"]]
    assert simpul == [(-1, ""), (0, "setjen"), (1, "SS.1"), (2, "SK.1"), (3, "SK.1.1"), (4, ""), (1, "SK.9")]
    assert data["simpul"][2][-1].endswith("…")
    assert data["kaitan"] == [[3, 6, jahat]]
    daftar = isi[isi.index("pohon-daftar") :]
    assert [daftar.count(kata) for kata in ("<details open", "<li>", "</li>")][:1] == [5]
    assert f'href="{AKAR}iku/SK.1.1/"' in daftar
    svg = perencana.get(f"{AKAR}pohon/svg/")
    assert svg["Content-Type"] == "image/svg+xml"
    akar = ET.fromstring(svg.content)
    kotak = list(akar.iter("{http://www.w3.org/2000/svg}rect"))[1:]
    assert len(kotak) == 7
    kolom: dict[str, list[tuple[float, float]]] = {}
    for satu in kotak:
        kolom.setdefault(satu.get("x"), []).append((float(satu.get("y")), float(satu.get("height"))))
    for semua in kolom.values():
        urut = sorted(semua)
        assert all(y + t <= lain[0] for (y, t), lain in itertools.pairwise(urut))
    teks = "".join(read_pdf(perencana.get(f"{AKAR}pohon/pdf/").content))
    assert "Persentase contoh" in teks
    assert "Kaitan lintas" in teks


def test_cabang_besar_menjadi_beberapa_gambar_pdf(dunia, perencana):
    for n in range(60):
        make_indikator(dunia.sasaran, f"X.{n}")
    make_sasaran(dunia)
    berkas = perencana.get(f"{AKAR}pohon/pdf/").content
    assert "Gambar 2" in "".join(read_pdf(berkas))
    assert "<details><summary>" not in lihat(perencana, "pohon/")
    for n in range(150):
        make_indikator(dunia.sasaran, f"Y.{n}")
    assert "<details><summary>" in lihat(perencana, "pohon/")


def test_impor_tabel_iku(dunia, perencana):
    tabel = (
        "Divisi,Sasaran,Indikator,Target,Satuan\nDivisi A,Sasaran,Persentase contoh,97,%\n"
        "Divisi A,Sasaran baru,Jumlah permohonan,tiga,orang\n"
    )
    assert "Pilih berkasnya" in kirim(perencana, "impor/", 422)
    kosong = io.BytesIO(b"a,b\n")
    kosong.name = "x.csv"
    assert "Tidak ada tabel" in kirim(perencana, "impor/", 422, berkas=kosong)
    berkas = io.BytesIO(tabel.encode())
    berkas.name = "iku.csv"
    isi = kirim(perencana, "impor/", 200, berkas=berkas)
    assert all(kata in isi for kata in ("97", "100%", "Target bukan satu angka", "1 baris ditolak"))
    paket = re.search(r'name="isi" value="([^"]+)"', isi)[1]
    assert "tidak ada yang disimpan" in kirim(perencana, "impor/", 422, isi=paket, simpan="1")
    assert not Target.objects.filter(jenis="renstra").exists()
    lagi = kirim(perencana, "impor/", 200, isi=paket, **{"pilih-1": "lewati", "unit-0": "setjen"})
    assert "dilewati" in lagi
    kirim(perencana, "impor/", isi=paket, simpan="1", **{"pilih-1": "lewati"})
    assert Target.objects.get(jenis="renstra").nilai == 97
    # What is stored already is folded away below what needs a look.
    assert "1 baris sudah sama</summary>" in kirim(perencana, "impor/", 200, isi=paket)
    assert "kedaluwarsa" in kirim(perencana, "impor/", 422, isi=f"{paket}x", simpan="1")


def test_kantor_yang_belum_berjanji_dan_belum_berrencana(dunia):
    baru = Satker.objects.create(kunci="kanwil-baru", jenis="kanwil")
    RiwayatSatker.objects.create(
        satker=baru, nama="Kanwil Baru", nama_singkat="Baru", berlaku_dari=dunia.riwayat.berlaku_dari
    )
    klien = Client()
    login(klien, make_orang("perencana-baru", Tugas(Peran.PERENCANA, baru)))
    assert "Sasaran" in klien.get("/kanwil-baru/2023/rencana/").content.decode()
    for alamat in ("", "pohon/", "iku/", "versi/"):
        isi = klien.get(f"/kanwil-baru/2030/rencana/{alamat}").content.decode()
        assert "Belum ada Renstra yang mencakup tahun 2030" in isi
    assert klien.get("/kanwil-baru/2030/rencana/pohon/svg/").status_code == 404
    assert klien.get("/kanwil-baru/1999/rencana/").status_code == 404
    isi = {"nama": "R", "tahun_awal": 2030, "tahun_akhir": 2034, "dasar_hukum": "P", "visi": "V"}
    assert klien.post("/kanwil-baru/2030/rencana/renstra/", isi).status_code == 302
    assert "belum mempunyai sasaran" in klien.get("/kanwil-baru/2030/rencana/").content.decode()
    assert "belum mempunyai indikator" in klien.get("/kanwil-baru/2030/rencana/iku/").content.decode()
    assert klien.get("/kanwil-baru/2030/rencana/pohon/svg/").status_code == 200


def test_kantor_tanpa_janji_sampai_ke_rencananya_dari_beranda(dunia):
    """Without any PK target; and who has no izin there sees nothing of it."""
    klien, asing = Client(), Client()
    login(klien, make_orang("perencana", Tugas(Peran.PERENCANA, dunia.satker)))
    login(asing, make_orang("asing"))
    beranda = klien.get("/").content.decode()
    (alamat,) = re.findall(r'href="(/kanwil-contoh/\d{4}/rencana/)"', beranda)
    assert "Susun rencananya lebih dahulu" in beranda
    assert klien.get(alamat).status_code == 200
    assert klien.get("/kanwil-contoh/").headers["Location"] == alamat
    assert "/rencana/" not in asing.get("/").content.decode()
    assert asing.get("/kanwil-contoh/").status_code == 404


def test_kantor_dengan_janji_tetap_membuka_dasbornya(perencana):
    assert perencana.get("/").headers["Location"] == "/kanwil-contoh/2023/"
    assert perencana.get("/kanwil-contoh/").headers["Location"] == "/kanwil-contoh/2023/"
