"""Every page of the sample office: what it says, how many queries it takes, what it refuses."""

import re

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from tests.web.kantor_contoh import ALAMAT, HALAMAN, KUNCI, TAHUN, load_contoh

from kinerja.dasar.cetak import cetak_persen
from kinerja.organisasi.models import Satker
from kinerja.organisasi.queries import get_satker
from kinerja.pelaporan.kelengkapan import list_celah
from kinerja.pelaporan.models import Narasi
from kinerja.pelaporan.queries import NARASI_INDIKATOR, get_data_laporan
from kinerja.pengukuran.models import Realisasi
from kinerja.pengukuran.queries import HasilIndikator, compute_kinerja
from kinerja.perencanaan.models import Indikator, JenisTarget, Target

pytestmark = pytest.mark.django_db

KUERI_PEMBACA = 5
"""Session, account, its assignments, whether it manages others, whether there are demo accounts."""
ANGGARAN_KUERI = {
    ALAMAT: 22,
    f"{ALAMAT}indikator/": 15,
    f"{ALAMAT}indikator/PAS-1.1/": 45,
    f"{ALAMAT}kelengkapan/": 37,
    f"{ALAMAT}laporan/": 47,
    "/aturan/": 5,
    "/?semua=1": 7,
}
LINK = re.compile(r'href="(/[^"#]*)')


def teks(html: str) -> str:
    """What a reader sees, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("\N{NO-BREAK SPACE}", " ").split())


class TestHalaman(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_contoh()

    def buka(self, alamat: str) -> str:
        jawaban = self.client.get(alamat)
        assert jawaban.status_code == 200, alamat
        return jawaban.content.decode()

    def baca(self, alamat: str) -> str:
        return teks(self.buka(alamat))

    def hasil(self) -> list[HasilIndikator]:
        return [h for s in compute_kinerja(get_satker(KUNCI), TAHUN) for h in s.indikator]

    def hitung_kueri(self, alamat: str) -> int:
        """Queries of a page beside those that ask who reads; the first page after a login writes the session."""
        self.client.head("/aturan/")
        with CaptureQueriesContext(connection) as kueri:
            self.buka(alamat)
        return len(kueri) - KUERI_PEMBACA

    def test_setiap_halaman_terbuka_dengan_satu_judul_utama(self):
        for alamat in HALAMAN:
            with self.subTest(alamat):
                html = self.buka(alamat)
                assert html.count("<h1") == 1
                assert '<html lang="id">' in html
                assert html.count("<title>") >= 1
                assert 'href="#isi"' in html

    @pytest.mark.satu_mesin
    def test_tidak_ada_gaya_atau_skrip_sebaris_dan_tidak_ada_aset_luar(self):
        for alamat in HALAMAN:
            with self.subTest(alamat):
                jawaban = self.client.get(alamat)
                html = jawaban.content.decode()
                assert "style-src 'self'" in jawaban["Content-Security-Policy"]
                assert not re.search(r"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=", html)
                assert not re.search(r'(?:src|href)="(?:https?:)?//', html)

    @pytest.mark.satu_mesin
    def test_semua_tautan_dalam_dasbor_dan_indikator_sampai(self):
        halaman = (ALAMAT, f"{ALAMAT}indikator/PAS-2.1/", f"{ALAMAT}kelengkapan/")
        for tujuan in sorted({t for alamat in halaman for t in LINK.findall(self.buka(alamat))}):
            if "/unduh/" not in tujuan and "/static/" not in tujuan:
                with self.subTest(tujuan):
                    assert self.client.head(tujuan.replace("&amp;", "&")).status_code in {200, 302}

    def test_satu_kantor_langsung_dibuka_pada_tahun_terbaru(self):
        jawaban = self.client.get("/")
        assert (jawaban.status_code, jawaban["Location"]) == (302, ALAMAT)

    def test_dua_kantor_menjadi_daftar(self):
        lapas = Satker.objects.get(kunci="lapas-palembang")
        janji = Target.objects.filter(tahun=TAHUN, jenis=JenisTarget.PK).first()
        Target.objects.create(
            indikator=janji.indikator, satker=lapas, tahun=TAHUN, jenis=JenisTarget.PK, nilai=80
        )
        html = self.buka("/")
        assert f'href="/lapas-palembang/{TAHUN}/"' in html
        assert f'href="{ALAMAT}"' in html
        assert f'href="/{KUNCI}/2022/"' in html
        self.buka(f"/lapas-palembang/{TAHUN}/")

    def test_tahun_yang_hanya_menjanjikan_sasaran_strategis_tidak_ditawarkan(self):
        strategis = Indikator.objects.filter(sasaran__tingkat="strategis").first()
        satker = Satker.objects.get(kunci=KUNCI)
        Target.objects.create(indikator=strategis, satker=satker, tahun=2031, jenis=JenisTarget.PK, nilai=80)
        assert self.client.get(f"/{KUNCI}/2031/laporan/").status_code == 404

    def test_hanya_membaca(self):
        for alamat in ("/", "/sehat/", "/aturan/", ALAMAT, f"{ALAMAT}indikator/", f"{ALAMAT}laporan/"):
            with self.subTest(alamat):
                assert self.client.head(alamat).status_code in {200, 302}
                assert self.client.post(alamat).status_code == 405

    def test_sehat(self):
        jawaban = self.client.get("/sehat/")
        assert (jawaban.content, jawaban["Content-Type"]) == (b"sehat\n", "text/plain; charset=utf-8")

    def test_dasbor_menghitung_dan_menyebut_yang_gagal_dari_yang_terburuk(self):
        hasil = self.hasil()
        gagal = [h for h in hasil if h.kini.capaian.tercapai is False]
        isi = self.baca(ALAMAT)
        tercapai = sum(h.kini.capaian.tercapai is True for h in hasil)
        assert f"{tercapai} dari {len(hasil)} indikator" in isi
        assert f"Belum tercapai ({len(gagal)})" in isi
        bagian = isi[isi.index("Belum tercapai") : isi.index("Tanpa nilai (")]
        urut = sorted(gagal, key=lambda h: h.kini.capaian.nilai)
        assert re.findall(r"\b[A-Z]+-\d+\.\d+\b", bagian) == [h.indikator.kode for h in urut]
        for h in gagal:
            assert cetak_persen(h.kini.capaian.nilai) in bagian
        assert bagian.count("Tidak tercapai") == len(gagal)

    def test_tanpa_objek_bukan_nol_dan_bukan_gagal(self):
        isi = self.baca(ALAMAT)
        bagian = isi[isi.index("Tanpa nilai (") : isi.index("Capaian per sasaran")]
        assert "KI-2.1" in bagian
        assert "Tidak ada objek" in bagian
        assert "0,00%" not in bagian

    def test_dasbor_menunjukkan_anggaran_dua_tahun_dan_nka(self):
        data = get_data_laporan(get_satker(KUNCI), TAHUN)
        isi = self.baca(ALAMAT)
        assert "99,24%" in isi
        assert "Rp125.276.419.000" in isi
        assert "Rp123.416.573.000" in isi
        assert f"Rata-rata {data.nka.rata_dari} satker" in isi
        assert data.nka.predikat.nama in isi

    def test_dasbor_per_unit_hanya_memuat_sasaran_unit_itu(self):
        isi = self.baca(f"{ALAMAT}?unit=AHU")
        assert "AHU-1.1" in isi
        assert "PAS-3.6" not in isi
        assert "dari 2 sasaran" in isi
        assert "seluruh kantor" in isi

    def test_unit_tidak_dikenal_menampilkan_semua(self):
        assert "PAS-3.6" in self.baca(f"{ALAMAT}?unit=XYZ")

    def test_kelengkapan_sama_dengan_laporan(self):
        celah = list_celah(get_data_laporan(get_satker(KUNCI), TAHUN))
        assert celah, "the sample leaves gaps on purpose"
        html = self.buka(f"{ALAMAT}kelengkapan/")
        isi = teks(html)
        assert f"{len(celah)} hal masih kosong" in isi
        for satu in celah:
            assert satu.oleh in isi
            assert satu.apa in isi

    def test_dasbor_dan_kelengkapan_menghitung_analisis_yang_sama(self):
        Narasi.objects.filter(tahun=TAHUN, indikator__kode="PAS-2.1", bagian="program").update(isi=" \n")
        Narasi.objects.filter(tahun=TAHUN, indikator__kode="PAS-2.2").delete()
        Target.objects.create(
            indikator=Indikator.objects.get(kode="PAS-2.2"),
            satker=Satker.objects.get(kunci=KUNCI),
            tahun=TAHUN,
            jenis=JenisTarget.NASIONAL,
            nilai=95,
        )
        jumlah = 4 * len(self.hasil())
        kosong = sum(
            bool(c.kode) and c.apa in NARASI_INDIKATOR.values()
            for c in list_celah(get_data_laporan(get_satker(KUNCI), TAHUN))
        )
        assert f"{jumlah - kosong} dari {jumlah}, {kosong} kosong" in self.baca(ALAMAT)
        assert f"{jumlah - kosong} dari {jumlah} analisis" in self.baca(f"{ALAMAT}kelengkapan/")

    def test_kelengkapan_disaring_menurut_jenis(self):
        celah = list_celah(get_data_laporan(get_satker(KUNCI), TAHUN))
        kode = {c.kode for c in celah if c.apa == "Analisis penyebab"}
        lain = {c.kode for c in celah if c.kode} - kode
        html = self.buka(f"{ALAMAT}kelengkapan/?jenis=Analisis+penyebab")
        tabel = html[html.index("<tbody") :]
        assert kode
        assert all(k in tabel for k in kode)
        assert not any(k in tabel for k in lain)

    def test_jenis_tidak_dikenal_mengatakan_tidak_ada(self):
        assert "Tidak ada yang kosong untuk jenis ini." in self.baca(f"{ALAMAT}kelengkapan/?jenis=x")

    def test_anggaran_kueri_tiap_halaman(self):
        self.periksa_anggaran_kueri()

    def test_anggaran_kueri_tidak_bertambah_bersama_fakta(self):
        """The same budget when every satker has sent its figures month by month."""
        # What a survey gave is not typed, and not taken away either.
        setahun = Realisasi.objects.filter(
            tahun=TAHUN, komponen__indikator__kode__startswith="PAS-", dari_survei__isnull=True
        )
        bulanan = [Realisasi(**self._isi(r), bulan=n) for r in setahun for n in range(1, 13)]
        setahun.delete()
        Realisasi.objects.bulk_create(bulanan)
        assert len(bulanan) > 400
        assert "0 dari 60: bulanan" not in self.baca(ALAMAT)
        self.periksa_anggaran_kueri()

    def test_dasbor_satu_indikator_tidak_lebih_murah_dari_cara_hitungnya(self):
        """KI-1.1 is summed: without the others only the queries for their ways to add up and their months go."""
        banyak = self.hitung_kueri(ALAMAT)
        Target.objects.filter(tahun=TAHUN).exclude(indikator__kode="KI-1.1").delete()
        assert "dari 1 indikator" in self.baca(ALAMAT)
        assert banyak - 4 <= self.hitung_kueri(ALAMAT) <= banyak

    def test_kantor_tanpa_tahun_dibuka_pada_tahun_terbaru(self):
        Satker.objects.filter(kunci=KUNCI).update(kode="409999")
        for sebutan in (KUNCI, "409999"):
            jawaban = self.client.get(f"/{sebutan}/")
            assert (jawaban.status_code, jawaban["Location"]) == (302, ALAMAT)
        assert self.client.get("/kantor-lain/").status_code == 404

    def _isi(self, r: Realisasi) -> dict[str, object]:
        medan = ("komponen_id", "satker_id", "tahun", "keadaan", "pembilang", "penyebut", "nilai")
        return {nama: getattr(r, nama) for nama in medan}

    def periksa_anggaran_kueri(self) -> None:
        for alamat, paling_banyak in ANGGARAN_KUERI.items():
            with self.subTest(alamat):
                assert self.hitung_kueri(alamat) <= paling_banyak

    def test_aturan_menyebut_setiap_parameter_dengan_dasar_dan_kepastian(self):
        isi = self.baca("/aturan/")
        for kata in (
            "capaian_naik",
            "PMK 62/2023 Pasal 249",
            "terbukti pada data",
            "perlu dipastikan instansi",
            "1 Januari 2024",
            "nama: Sangat Baik; lebih dari: 90",
        ):
            assert kata in isi
        assert "Pilihan instansi yang sedang dipakai" in isi

    def test_halaman_laporan_memuat_daftar_isi_yang_tautannya_ada(self):
        html = self.buka(f"{ALAMAT}laporan/")
        tujuan = set(re.findall(r'href="#([^"]+)"', html))
        assert len(tujuan) > 100
        assert tujuan <= set(re.findall(r'\bid="([^"]+)"', html))

    def test_tahun_tanpa_anggaran_dan_skor_tetap_terbaca(self):
        isi = self.baca(f"/{KUNCI}/2020/")
        assert "Anggaran belum diisi." in isi
        assert "Skor SMART dan IKPA belum diisi." in isi


class TestIndikator(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        load_contoh()

    def baca(self, kode: str, tahun: int = TAHUN) -> str:
        jawaban = self.client.get(f"/{KUNCI}/{tahun}/indikator/{kode}/")
        assert jawaban.status_code == 200, kode
        return teks(jawaban.content.decode())

    def test_angka_dengan_pembilang_penyebut_aturan_dan_pasalnya(self):
        isi = self.baca("PAS-2.1")
        for kata in (
            "2.500/ 2.566",
            "97,43%",
            "108,25%",
            "capaian_naik",
            "PermenPANRB 53/2014",
            "semakin tinggi",
        ):
            assert kata in isi

    def test_usulan_polaritas_dihitung_di_samping_yang_dipakai(self):
        isi = self.baca("PAS-2.1")
        bagian = isi[isi.index("Catatan mutu data") : isi.index("Dari tahun ke tahun")]
        assert "semakin rendah semakin baik" in bagian
        assert "91,75%" in bagian
        assert "Tidak tercapai" in bagian
        assert "capaian_turun" in bagian

    def test_tanpa_catatan_tidak_ada_kotak_catatan(self):
        assert "Catatan mutu data" not in self.baca("PAS-2.2")

    def test_capaian_negatif_dicetak_dengan_tandanya(self):
        assert "−362,40%" in self.baca("AHU-1.1")

    def test_rincian_per_satker_dan_asal_setiap_angka(self):
        isi = self.baca("PAS-1.1")
        assert "Rincian per satker" in isi
        asal = isi[isi.index("Asal angka") :]
        for fakta in Realisasi.objects.filter(komponen__indikator__kode="PAS-1.1", tahun=TAHUN):
            assert f"contoh.xlsx {fakta.asal_baris} {fakta.mentah}" in asal

    def test_indikator_gabungan_menyebut_tiap_komponen(self):
        isi = self.baca("PAS-9.7")
        assert "Pembilang A" in isi
        assert "Penyebut B" in isi
        assert "11/ 14; 17/ 22" in isi

    def test_tanpa_objek_disebut(self):
        isi = self.baca("KI-2.1")
        assert "Tidak ada objek" in isi
        assert "tidak ada objek" in isi[isi.index("Tujuh analisis") :]

    def test_narasi_kosong_tampak_dengan_nama_pengisinya(self):
        kosong = Narasi.objects.filter(tahun=TAHUN, indikator__isnull=False, isi="").first()
        assert kosong is not None
        isi = self.baca(kosong.indikator.kode)
        assert f"belum diisi oleh {kosong.indikator.penanggung_jawab.nama}." in isi

    def test_narasi_terisi_tampil_sebagai_paragraf_dan_daftar(self):
        narasi = Narasi.objects.get(tahun=TAHUN, bagian="program", indikator__kode="PAS-2.1")
        narasi.isi = (
            "Satu kalimat.\n\n- butir <b>pertama</b>\n- butir kedua\n\n1. langkah satu\n2. langkah dua"
        )
        narasi.save()
        html = self.client.get(f"{ALAMAT}indikator/PAS-2.1/").content.decode()
        assert "<ul><li>butir &lt;b&gt;pertama&lt;/b&gt;</li><li>butir kedua</li></ul>" in html
        assert "<ol><li>langkah satu</li><li>langkah dua</li></ol>" in html

    def test_target_nasional_menjawab_standar_nasional(self):
        indikator = Indikator.objects.get(kode="PAS-2.1")
        satker = Satker.objects.get(kunci=KUNCI)
        Target.objects.create(
            indikator=indikator,
            satker=satker,
            tahun=TAHUN,
            jenis=JenisTarget.NASIONAL,
            nilai=95,
            sumber="RPJMN",
        )
        assert "Standar nasional 95% (RPJMN)." in self.baca("PAS-2.1")
        assert "Tidak ada standar nasional untuk indikator ini." in self.baca("PAS-2.2")

    def test_tujuh_analisis(self):
        html = self.client.get(f"{ALAMAT}indikator/PAS-2.1/").content.decode()
        bagian = html[html.index('id="analisis"') : html.index('id="manual"')]
        assert bagian.count("<h3>") == 7

    def test_tetangga_mengikuti_urutan_rencana(self):
        kode = [h.indikator.kode for s in compute_kinerja(get_satker(KUNCI), TAHUN) for h in s.indikator]
        for letak in (0, 5, len(kode) - 1):
            html = self.client.get(f"{ALAMAT}indikator/{kode[letak]}/").content.decode()
            sebelum = re.findall(r'rel="prev" href="[^"]*/([^/"]+)/"', html)
            sesudah = re.findall(r'rel="next" class="kanan" href="[^"]*/([^/"]+)/"', html)
            assert sebelum == kode[letak - 1 : letak] if letak else sebelum == []
            assert sesudah == kode[letak + 1 : letak + 2]

    def test_tahun_yang_ditawarkan_hanya_yang_bertarget(self):
        html = self.client.get(f"{ALAMAT}indikator/PAS-2.1/").content.decode()
        tahun = re.findall(rf'href="/{KUNCI}/(\d+)/indikator/PAS-2.1/"', html)
        bertarget = Target.objects.filter(
            indikator__kode="PAS-2.1", satker__kunci=KUNCI, jenis=JenisTarget.PK, tahun__lte=TAHUN
        )
        assert sorted(map(int, tahun)) == sorted(bertarget.values_list("tahun", flat=True))

    def test_tanpa_fakta_dan_tanpa_penanggung_jawab_tetap_terbaca(self):
        indikator = Indikator.objects.get(kode="PAS-2.2")
        indikator.penanggung_jawab = None
        indikator.save()
        Realisasi.objects.filter(komponen__indikator=indikator, tahun=TAHUN).delete()
        isi = self.baca("PAS-2.2")
        assert "Belum ada data" in isi
        assert "belum ditetapkan" in isi
        assert "Belum ada angka yang tersimpan untuk tahun ini." in isi
