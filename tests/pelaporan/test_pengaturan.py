"""What an instansi chooses: who may, what is refused, what stays frozen, and that it reaches every result."""

import datetime

import pytest
from django.db import IntegrityError, transaction
from tests.akses.kantor import make_orang
from tests.anggaran.kantor_bulanan import TAHUN, fill_semua, list_kantor
from tests.basisdata.dunia import AWAL, make_pilihan, make_riwayat, make_satker, make_skor
from tests.basisdata.pelanggaran_anggaran import make_capaian_output, make_rincian
from tests.pelaporan.test_kantor_minim import susun
from tests.pelaporan.test_susunan import baca, bagian, isi, tabel

from kinerja.akses.izin import Peran
from kinerja.akses.operations import Tugas
from kinerja.akses.pelaku import BARIS_PERINTAH
from kinerja.akses.queries import AksesDitolak
from kinerja.anggaran.models import AnggaranBulanan
from kinerja.anggaran.queries import SkorSatker, compute_nka_kantor, list_skor
from kinerja.anggaran.uraian import explain_skor
from kinerja.aturan.pengaturan_instansi import PengaturanInstansi
from kinerja.jejak.models import Jejak
from kinerja.organisasi.models import PilihanInstansi, RiwayatSatker
from kinerja.organisasi.pengaturan import PembacaPengaturan, list_instansi, read_pengaturan
from kinerja.pelaporan.fakta import read_fakta
from kinerja.pelaporan.models import CakupanLaporan
from kinerja.pelaporan.operations.pengaturan import PilihanBaru, PilihanDitolak, choose_pengaturan
from kinerja.pelaporan.pengaturan import list_perubahan_pilihan
from kinerja.pelaporan.queries import get_data_laporan
from kinerja.perencanaan.perjanjian.isi import read_isi

pytestmark = pytest.mark.django_db
PADA = datetime.datetime(2024, 3, 1, 9, tzinfo=datetime.UTC)
LANTAI = PilihanBaru("lantai_nol", "tidak", TAHUN, "Keputusan Kepala Kantor 5/2023")


def pilih(d, oleh=BARIS_PERINTAH, **lain) -> PilihanInstansi:
    isian = {nama: getattr(LANTAI, nama) for nama in ("kode", "nilai", "tahun", "alasan")}
    return choose_pengaturan(
        instansi=lain.pop("instansi", d.satker), pilihan=PilihanBaru(**(isian | lain)), oleh=oleh, pada=PADA
    )


def make_lapas(d, kunci="lapas-a"):
    lapas = make_satker(kunci=kunci)
    make_riwayat(d, satker=lapas, induk=d.satker, berlaku_dari=AWAL)
    return lapas


def test_tanpa_pilihan_semuanya_bawaan_dengan_satu_kueri(dunia, django_assert_num_queries):
    pembaca = PembacaPengaturan(dunia.satker.pk)
    with django_assert_num_queries(1):
        berlaku = [pembaca.pada(t) for t in (2021, 2022, 2023)]
    assert {b.isi for b in berlaku} == {PengaturanInstansi()}


def test_berlaku_sejak_tahunnya_untuk_seluruh_instansi_sampai_pilihan_berikutnya(
    dunia, django_assert_num_queries
):
    lapas = make_lapas(dunia)
    luar = make_satker(kunci="luar")
    pilih(dunia)
    pilih(dunia, tahun=TAHUN + 2, nilai="ya", alasan="Kembali ke bawaan")
    pembaca = PembacaPengaturan(lapas.pk)
    with django_assert_num_queries(2):
        lantai = [pembaca.pada(t).kinerja.lantai_nol for t in range(TAHUN - 1, TAHUN + 4)]
    assert lantai == [True, False, False, True, True]
    assert read_pengaturan(luar.pk, TAHUN).isi == PengaturanInstansi()


def test_instansi_adalah_puncak_pohon_tahun_itu(dunia):
    """After the split another satker stands on top: its choices hold, those of the old top no longer do."""
    lapas, kementerian = make_lapas(dunia), make_satker(kunci="kementerian")
    pilih(dunia)
    RiwayatSatker.objects.filter(satker=dunia.satker).update(berlaku_sampai=datetime.date(TAHUN, 12, 31))
    make_riwayat(dunia, satker=kementerian, berlaku_dari=datetime.date(TAHUN + 1, 1, 1))
    make_riwayat(dunia, induk=kementerian, berlaku_dari=datetime.date(TAHUN + 1, 1, 1))
    pembaca = PembacaPengaturan(lapas.pk)
    assert [pembaca.pada(t).kinerja.lantai_nol for t in (TAHUN, TAHUN + 1)] == [False, True]
    assert [i.satker for i in list_instansi([lapas.pk], TAHUN + 1)] == [kementerian]
    with pytest.raises(PilihanDitolak, match="bukan puncak instansinya pada tahun 2024"):
        pilih(dunia, tahun=TAHUN + 1)


def test_tercatat_dan_dapat_dikembalikan(dunia):
    admin = make_orang("ani", Tugas(Peran.ADMIN, dunia.satker))
    pilih(dunia, admin)
    pilih(dunia, admin, nilai="ya", alasan="Keliru")
    assert PilihanInstansi.objects.get().nilai == "ya"
    catatan = Jejak.objects.filter(tindakan="pengaturan.pilih").order_by("pk")
    assert [(c.oleh, c.dari, c.menjadi, c.alasan) for c in catatan] == [
        ("ani (admin)", '{"nilai":"ya"}', '{"nilai":"tidak"}', LANTAI.alasan),
        ("ani (admin)", '{"nilai":"tidak"}', '{"nilai":"ya"}', "Keliru"),
    ]
    baru, lama = list_perubahan_pilihan(admin, dunia.satker, "lantai_nol", PADA)
    assert (baru.tahun, baru.dari, lama.dari_cetak) == (
        TAHUN, "tidak", "capaian negatif dihitung 0% dalam rata-rata",
    )  # fmt: skip
    operator = make_orang("budi", Tugas(Peran.OPERATOR, make_lapas(dunia)))
    assert list_perubahan_pilihan(operator, dunia.satker, "lantai_nol", PADA) == ()


def test_bawaan_dapat_ditegaskan_sekali(dunia):
    pilih(dunia, nilai="ya")
    (satu,) = list_perubahan_pilihan(BARIS_PERINTAH, dunia.satker, "lantai_nol", PADA)
    assert (satu.dari, satu.alasan) == ("", LANTAI.alasan)
    with pytest.raises(PilihanDitolak, match="sudah berlaku sejak tahun 2023"):
        pilih(dunia, nilai="ya", tahun=TAHUN + 1)


@pytest.mark.parametrize(
    ("isian", "pesan"),
    [
        ({"kode": "gaji"}, "tidak dikenal"),
        ({"nilai": "barangkali"}, "bukan pilihan"),
        ({"tahun": 203}, "antara 2000 dan 2100"),
        ({"alasan": "  "}, "Alasan wajib diisi"),
        ({"alasan": "x" * 501}, "Alasan wajib diisi"),
        ({"kode": "skala_predikat_nka", "nilai": "skala_nka", "tahun": 2020}, "belum berlaku"),
    ],
)
@pytest.mark.satu_mesin
def test_yang_ditolak(dunia, isian, pesan):
    with pytest.raises(PilihanDitolak, match=pesan):
        pilih(dunia, **isian)
    assert not PilihanInstansi.objects.exists()


@pytest.mark.satu_mesin
@pytest.mark.parametrize("peran", [p for p in Peran if p not in {Peran.ADMIN, Peran.PUBLIK}])
def test_hanya_admin_instansi(dunia, peran):
    with pytest.raises(AksesDitolak) as galat:
        pilih(dunia, make_orang("orang", Tugas(peran, dunia.satker)))
    assert galat.value.asing is False
    asing = make_orang("asing", Tugas(Peran.ADMIN, make_lapas(dunia)))
    with pytest.raises(AksesDitolak):
        pilih(dunia, asing)
    assert not PilihanInstansi.objects.exists()


class TestBeku:
    @pytest.mark.parametrize("bawahan", [False, True], ids=["laporan instansi", "laporan satker di bawahnya"])
    def test_tahun_yang_ditandatangani_tidak_terkena(self, dunia, bawahan):
        induk = make_lapas(dunia) if bawahan else dunia.satker
        CakupanLaporan.objects.create(induk=induk, satker=induk, tahun=TAHUN)
        for tahun in (TAHUN - 1, TAHUN):
            with pytest.raises(PilihanDitolak, match="Laporan tahun 2023 sudah ditandatangani"):
                pilih(dunia, tahun=tahun)
        assert pilih(dunia, tahun=TAHUN + 1).tahun == TAHUN + 1

    def test_pilihan_sebelum_pilihan_lain_tidak_menyentuh_tahun_sesudahnya(self, dunia):
        pilih(dunia)
        CakupanLaporan.objects.create(induk=dunia.satker, satker=dunia.satker, tahun=TAHUN)
        fakta = read_fakta(dunia.satker, TAHUN, [dunia.satker.pk])
        pilih(dunia, tahun=TAHUN - 2, nilai="ya", alasan="Dulu bawaan")
        pilih(dunia, tahun=TAHUN + 1, nilai="ya", alasan="Kembali")
        assert read_fakta(dunia.satker, TAHUN, [dunia.satker.pk]) == fakta
        with pytest.raises(IntegrityError, match="tidak dapat diganti"), transaction.atomic():
            PilihanInstansi.objects.filter(tahun=TAHUN).delete()

    def test_yang_dibekukan_memuat_pengaturan_dan_alasannya(self, dunia):
        pilih(dunia)
        pengaturan = read_fakta(dunia.satker, TAHUN, [dunia.satker.pk])["pengaturan"]
        assert pengaturan["medan"] == ("kode", "nilai", "alasan")
        assert ("lantai_nol", "tidak", LANTAI.alasan) in pengaturan["baris"]
        assert ("rpd_nol", "ketat", "") in pengaturan["baris"]


def make_fakta_skor(d) -> SkorSatker:
    """Facts on which each choice about scores shows: uneven months, two outputs, one without a limit, late reports."""
    fill_semua(d)
    AnggaranBulanan.objects.filter(bulan=1, ukuran="rpd").update(nilai=0)
    AnggaranBulanan.objects.filter(bulan=2, ukuran="rpd").update(nilai=300)
    kecil = make_rincian(d, kode="WA.2", pagu=100, volume=2)
    besar = make_rincian(d, kode="WA.3", pagu=900, volume=2)
    for rincian, volume in ((kecil, 1), (besar, 5)):
        for bulan in range(1, 13):
            lapor = datetime.date(TAHUN + bulan // 12, bulan % 12 + 1, 12)
            make_capaian_output(
                d, rincian, bulan=bulan, volume=volume if bulan == 12 else 0, progres=50, target_progres=90,
                dilaporkan=lapor,
            )  # fmt: skip
    return SkorSatker(list_kantor(d)[0], {}, {}, None, None)


def test_setiap_pilihan_skor_sampai_ke_hasilnya(dunia):
    """From the database to the explained score: each choice about scores changes a computed number."""
    skor = make_fakta_skor(dunia)

    def hitung():
        uraian = explain_skor(skor, TAHUN)
        return [
            tuple(s.nilai for _tingkat, s in satu.fakta.uraian.telusuri())
            for satu in (uraian.smart, uraian.ikpa)
        ]

    semula = hitung()
    sama = []
    for kode, nilai in (
        ("rumus_konsistensi", "bulanan"), ("rpd_nol", "lewati"), ("agregasi_keluaran", "pagu"),
        ("batasi_keluaran", "tidak"), ("revisi_dipa_nol", "seratus_sepuluh"), ("tanpa_objek", "nol"),
        ("hari_lapor_keluaran", "kesepuluh"),
    ):  # fmt: skip
        tersimpan = make_pilihan(dunia, kode=kode, nilai=nilai)
        if hitung() == semula:
            sama.append(kode)
        tersimpan.delete()
    assert sama == []
    assert hitung() == semula


def test_predikat_dan_paragraf_perjanjian_menurut_pilihan(dunia):
    for instrumen in ("smart", "ikpa"):
        make_skor(dunia, instrumen=instrumen, unsur="nilai", nilai=85)

    def baca_semua():
        skor = list_skor(list_kantor(dunia), TAHUN)
        nka = compute_nka_kantor(dunia.satker, skor, TAHUN)
        return nka.predikat and nka.predikat.nama, read_isi(dunia.perjanjian).paragraf_kedua

    assert baca_semua() == ("Baik", True)
    make_pilihan(dunia, kode="skala_predikat_nka", nilai="tanpa")
    make_pilihan(dunia, kode="paragraf_pihak_kedua", nilai="tidak")
    assert baca_semua() == (None, False)


class TestLampiran:
    """The annex of the report names both sets, marks what differs from the default, and says why."""

    def susun(self, d):
        return susun(get_data_laporan(d.satker, TAHUN))[0]

    def test_bawaan(self, dunia):
        dokumen = self.susun(dunia)
        assert len(isi(tabel(dokumen, "tabel-pengaturan"))) == 11
        assert len(isi(tabel(dokumen, "tabel-pengaturan-skor"))) == 7
        teks = [baca(b) for b in bagian(dokumen, "lampiran-aturan").isi if hasattr(b, "isi")]
        assert any("Seluruh pengaturan memakai nilai bawaan program." in t for t in teks)

    def test_pilihan_ditandai_dengan_alasan(self, dunia):
        pilih(dunia, kode="rpd_nol", nilai="lewati", alasan="Surat KPPN 7/2023")
        pilih(dunia, kode="skala_kategori", nilai="skala_permendagri_86_2017", tahun=TAHUN - 1)
        PilihanInstansi.objects.create(
            satker=dunia.satker, kode="usang", tahun=TAHUN, nilai="x", alasan="Lama"
        )
        dokumen = self.susun(dunia)
        nilai = {b[0]: b[1] for b in isi(tabel(dokumen, "tabel-pengaturan-skor"))}
        assert [n for n in nilai.values() if n.endswith("(pilihan instansi)")] == [
            nilai["Bulan dengan RPD nol"]
        ]
        baris = isi(tabel(dokumen, "tabel-pengaturan-pilihan"))
        assert [(b[0], b[2], b[3], b[4]) for b in baris] == [
            ("Skala kategori capaian", "tanpa kategori", "2022", LANTAI.alasan),
            ("Bulan dengan RPD nol", baris[1][2], "2023", "Surat KPPN 7/2023"),
        ]
        teks = [baca(b) for b in bagian(dokumen, "lampiran-aturan").isi if hasattr(b, "isi")]
        assert any("pada 2 pengaturan" in t for t in teks)
        assert "Pengaturan “usang” tidak dikenal. Nilai bawaannya yang dipakai." in teks
