"""Facts reach the rules as they are; scores explained both ways; what if stores nothing; differences are named."""

import datetime
from decimal import Decimal

import pytest
from tests.anggaran.kantor_bulanan import TAHUN, fill_bulan, fill_semua, list_kantor
from tests.basisdata.dunia import AWAL, make_belanja, make_riwayat, make_satker, make_skor
from tests.basisdata.pelanggaran_anggaran import make_bulanan, make_kontrak, make_pagu_belanja, make_revisi

from kinerja.anggaran.andaian import Andaian, simulate_skor
from kinerja.anggaran.masukan import read_masukan
from kinerja.anggaran.models import AnggaranBulanan, AnggaranSasaran, PaguSatker, RevisiDipa
from kinerja.anggaran.queries import SkorSatker, list_skor
from kinerja.anggaran.rekonsiliasi import Sebab, explain_selisih, list_banding
from kinerja.anggaran.unsur import UNSUR_IKPA, read_komponen_ikpa
from kinerja.anggaran.uraian import explain_skor, list_uraian
from kinerja.aturan.skor.ikpa.masukan import Indikator
from kinerja.aturan.skor.masukan import BulanAnggaran, CapaianKeluaran
from kinerja.organisasi.models import Satker
from kinerja.organisasi.queries import get_akhir_tahun

SMART = {
    "Penyerapan Anggaran": "57.53", "Konsistensi RPD": "97.39", "Capaian Keluaran": "93.18", "Efisiensi": "20",
}  # fmt: skip
IKPA = dict.fromkeys(UNSUR_IKPA, "10") | {
    "Penyerapan Anggaran": "20", "Dispensasi SPM": "5", "Capaian Output": "25", "Belanja Kontraktual": "0",
    "Penyelesaian Tagihan": "0", "Deviasi Halaman III DIPA": "9.40", "Pengelolaan UP dan TUP": "9.95",
    "Konversi Bobot": "80",
}  # fmt: skip


def hampa(d) -> SkorSatker:
    return SkorSatker(list_kantor(d)[0], {}, {}, None, None)


def publish(d, smart: str = "92.44", ikpa: str = "99.19") -> SkorSatker:
    """The published rows of two satker of the sample, as one."""
    for instrumen, unsur in (("smart", SMART | {"nilai": smart}), ("ikpa", IKPA | {"nilai": ikpa})):
        for nama, nilai in unsur.items():
            make_skor(d, instrumen=instrumen, unsur=nama, nilai=Decimal(nilai))
    return list_skor(list_kantor(d), TAHUN)[0]


def test_fakta_sampai_ke_aturan(dunia):
    fill_semua(dunia)
    masukan = read_masukan([dunia.satker.pk], TAHUN)[dunia.satker.pk]
    assert (masukan.smart.pagu, masukan.smart.bulan[0], len(masukan.smart.bulan)) == (
        2_500,
        BulanAnggaran(1, 200, 180),
        12,
    )
    assert masukan.smart.keluaran == (CapaianKeluaran("WA.1", Decimal(1), Decimal(1), 2_400, 2_160),)
    ikpa = masukan.ikpa
    assert ikpa.per == datetime.date(2023, 12, 31)
    assert [(r.kode, r.pagu_sebelum, r.pagu_menjadi) for r in ikpa.revisi] == [("211", 2_400, 2_500)]
    assert [(p.jenis, p.netto) for p in ikpa.pagu] == [
        ("51", 1_200),
        ("52", 1_200),
        ("51", 1_300),
        ("52", 1_100),
    ]
    assert (len(ikpa.belanja), ikpa.belanja[0].rencana, len(ikpa.spm), len(ikpa.kontrak)) == (24, 100, 2, 1)
    assert (ikpa.dispensasi.spm_dispensasi, ikpa.dispensasi.spm_triwulan_iv) == (1, 1)
    up = ikpa.up_tup
    assert (up.up, up.tup, up.setoran_tup, up.up_kkp_bulanan, len(up.kkp)) == (5, 2, 2, 2, 1)
    assert [(p.jenis, p.nilai) for p in up.pertanggungjawaban] == [("GUP", 4), ("PTUP", 3)]
    assert [k.tpcro for k in ikpa.keluaran[0].laporan][:2] == [Decimal(8), Decimal(16)]
    assert masukan.kurang == ()


@pytest.mark.parametrize(("bulan", "per"), [(2, "2023-02-28"), (9, "2023-09-30"), (12, "2023-12-31")])
def test_fakta_berbicara_sampai_bulan_terakhirnya(dunia, bulan, per):
    make_bulanan(dunia, bulan=bulan)
    masukan = read_masukan([dunia.satker.pk], TAHUN)[dunia.satker.pk]
    assert masukan.ikpa.per.isoformat() == per
    assert masukan.kurang[0] == "RPD bulanan"
    assert masukan.ikpa.up_tup is None


def test_pagu_setahun_bila_tidak_ada_revisi(dunia):
    make_bulanan(dunia)
    PaguSatker.objects.create(satker=dunia.satker, tahun=TAHUN, pagu=77)
    PaguSatker.objects.create(satker=Satker.objects.create(kunci="lain", jenis="lapas"), tahun=TAHUN, pagu=1)
    masukan = read_masukan(Satker.objects.values_list("pk", flat=True), TAHUN)
    assert {s: m.smart.pagu for s, m in masukan.items()} == {dunia.satker.pk: 77}


def test_nilai_dari_unsur_sama_dengan_yang_terbit(dunia):
    uraian = explain_skor(publish(dunia), TAHUN)
    assert (uraian.smart.selisih_unsur, uraian.ikpa.selisih_unsur) == (0, 0)
    assert (uraian.smart.fakta, uraian.smart.selisih_fakta) == (None, None)
    assert uraian.nka.nilai == Decimal("95.14")
    tanpa_objek = [s.label for s in uraian.ikpa.unsur.uraian.rincian if s.catatan == "Tanpa objek."]
    assert tanpa_objek == ["Belanja kontraktual", "Penyelesaian tagihan"]


def test_nol_tanpa_konversi_ialah_nilai_nol(dunia):
    unsur = {n: Decimal(v) for n, v in IKPA.items()} | {"Konversi Bobot": Decimal(100)}
    komponen = read_komponen_ikpa(unsur, get_akhir_tahun(TAHUN))
    assert komponen.sumbangan[Indikator.KONTRAKTUAL] == 0


def test_nol_yang_berobjek_tetap_nol_di_samping_yang_tanpa_objek(dunia):
    """Two zeros of weight 10, but the conversion leaves out only one: the other earned nothing."""
    unsur = {n: Decimal(v) for n, v in IKPA.items()} | {"Konversi Bobot": Decimal(90)}
    sumbangan = read_komponen_ikpa(unsur, get_akhir_tahun(TAHUN)).sumbangan
    assert sorted(map(str, (sumbangan[Indikator.KONTRAKTUAL], sumbangan[Indikator.TAGIHAN]))) == ["0", "None"]


@pytest.mark.parametrize(("tahun", "ada"), [(2023, True), (2020, False), (2024, False)])
def test_tahun_tanpa_aturan_tidak_diuraikan(dunia, tahun, ada):
    """Before the regimes nothing is known; since TA 2024 the four variables of SMART no longer count."""
    for nama, nilai in SMART.items():
        make_skor(dunia, tahun=tahun, instrumen="smart", unsur=nama, nilai=Decimal(nilai))
    skor = list_skor(list_kantor(dunia), tahun)[0]
    assert (explain_skor(skor, tahun).smart.unsur is not None) is ada


def test_nilai_perencanaan_sejak_2024(dunia):
    for unsur, nilai in (("Efektivitas", "100"), ("Efisiensi SBK", "60"), ("nilai", "90")):
        make_skor(dunia, tahun=2024, instrumen="smart", unsur=unsur, nilai=Decimal(nilai))
    fill_bulan(dunia)
    AnggaranBulanan.objects.update(tahun=2024)
    uraian = explain_skor(list_skor(list_kantor(dunia), 2024)[0], 2024)
    assert (uraian.smart.selisih_unsur, uraian.smart.fakta) == (0, None)


def test_nilai_dari_fakta_diuraikan(dunia):
    fill_semua(dunia)
    (uraian,) = list_uraian([hampa(dunia)], TAHUN)
    assert uraian.smart.fakta.uraian.rincian[0].nilai == Decimal("86.4")
    assert uraian.ikpa.fakta.nilai is not None
    assert (uraian.smart.unsur, uraian.ikpa.unsur, uraian.nka, uraian.kurang) == (None, None, None, ())


def test_rpd_yang_belum_diimpor_tidak_menjadi_nol(dunia):
    """Spending alone gives neither SMART nor IKPA; a plan that is thought of gives both."""
    fill_semua(dunia)
    AnggaranBulanan.objects.filter(ukuran="rpd").delete()
    masukan = read_masukan([dunia.satker.pk], TAHUN)[dunia.satker.pk]
    rpd = {(n, j): 90 for n in range(1, 13) for j in ("51", "52")}
    hasil = simulate_skor(hampa(dunia), TAHUN, masukan, Andaian(rpd=rpd))
    for satu in (hasil.semula.smart.fakta, hasil.semula.ikpa.fakta):
        assert satu.nilai is None
        assert satu.temuan[0].kode == "tanpa-rpd"
    assert None not in (hasil.menjadi.smart.fakta.nilai, hasil.menjadi.ikpa.fakta.nilai)


def test_kalender_yang_belum_ada_disebut(dunia):
    """A contract of December 2021 needs the holidays of 2021 for its registration."""
    fill_semua(dunia)
    RevisiDipa.objects.filter(nomor=0).update(tanggal=datetime.date(2021, 12, 1))
    make_kontrak(dunia, nomor="K-2", tanggal=datetime.date(2021, 12, 10))
    fakta = explain_skor(hampa(dunia), TAHUN).ikpa.fakta
    (temuan,) = fakta.temuan
    assert (fakta.nilai, temuan.pesan) == (None, "Kalender hari libur tahun 2021 belum ada.")
    assert temuan.cara.startswith("Tambahkan SKB tiga menteri")


def test_andaian_mengubah_nilai_dan_tidak_menyimpan_apa_pun(dunia):
    fill_semua(dunia)
    make_kontrak(dunia, nomor="K-2", tanggal=datetime.date(2023, 7, 1), dibayar=datetime.date(2023, 7, 20))
    masukan = read_masukan([dunia.satker.pk], TAHUN)[dunia.satker.pk]
    sebelum = list(AnggaranBulanan.objects.values_list())
    andaian = Andaian(
        kontrak={"K-1": datetime.date(2023, 2, 1), "K-2": datetime.date(2023, 2, 1)},
        spm={"00001": datetime.date(2023, 6, 5)},
        rpd={(n, j): 90 for n in range(1, 13) for j in ("51", "52")},
        realisasi={(1, "51"): 91},
        revisi=frozenset({0}),
        keluaran={"WA.1": Decimal("0.5")},
    )
    hasil = simulate_skor(hampa(dunia), TAHUN, masukan, andaian)
    nilai = [
        {s.label: s.nilai for s in satu.rincian}
        for u in (hasil.semula, hasil.menjadi)
        for satu in (u.smart.fakta.uraian, u.ikpa.fakta.uraian)
    ]
    assert nilai[2]["Konsistensi terhadap RPD (K)"] > nilai[0]["Konsistensi terhadap RPD (K)"]
    assert (nilai[0]["Capaian rincian output (CRO)"], nilai[2]["Capaian rincian output (CRO)"]) == (100, 50)
    assert (nilai[1]["Penyelesaian tagihan"], nilai[3]["Penyelesaian tagihan"]) == (0, 50)
    assert nilai[1]["Deviasi halaman III DIPA"] < nilai[3]["Deviasi halaman III DIPA"]
    assert sebelum == list(AnggaranBulanan.objects.values_list())


def test_andaian_atas_unsur_terbit(dunia):
    skor = publish(dunia)
    hasil = simulate_skor(skor, TAHUN, None, Andaian(smart={"Konsistensi RPD": Decimal(100)}, ikpa={}))
    assert hasil.menjadi.smart.unsur.nilai - hasil.semula.smart.unsur.nilai == Decimal("0.475020")
    assert hasil.menjadi.smart.terbit is None
    assert hasil.menjadi.ikpa == hasil.semula.ikpa


@pytest.mark.parametrize(
    ("unsur", "nilai", "hasil"),
    [
        ("Belanja Kontraktual", "10", "99.28"),
        ("Pengelolaan UP dan TUP", "0", "86.75"),
        ("Revisi DIPA", "5", "92.94"),
    ],
)
def test_andaian_memberi_atau_mengubah_objek_ikpa(dunia, unsur, nilai, hasil):
    """An indicator that gets an object brings its weight; one that earns nothing keeps it."""
    menjadi = simulate_skor(publish(dunia), TAHUN, None, Andaian(ikpa={unsur: Decimal(nilai)})).menjadi
    assert menjadi.ikpa.unsur.nilai == Decimal(hasil)


def test_andaian_sebelum_ada_ikpa(dunia):
    make_skor(dunia, tahun=2020, unsur="Revisi DIPA", nilai=Decimal(5))
    skor = list_skor(list_kantor(dunia), 2020)[0]
    hasil = simulate_skor(skor, 2020, None, Andaian(ikpa={"Revisi DIPA": Decimal(4)}))
    assert hasil.menjadi.ikpa.unsur is None


def test_banding_menyebut_satker_tanpa_bulan(dunia):
    fill_bulan(dunia)
    for nomor in range(4):
        lain = make_satker(kunci=f"lapas-{nomor}")
        make_riwayat(dunia, satker=lain, induk=dunia.satker, berlaku_dari=AWAL, nama_singkat=f"Lapas {nomor}")
        PaguSatker.objects.create(satker=lain, tahun=TAHUN, pagu=5)
    make_belanja(dunia, pagu=1_500, realisasi=77)
    AnggaranSasaran.objects.create(
        sasaran=dunia.sasaran, satker=dunia.satker, tahun=TAHUN, pagu=1_500, realisasi=1
    )
    banding = {b.apa: b for b in list_banding(list_kantor(dunia), dunia.satker, TAHUN)}
    penjelasan = banding["Realisasi belanja pegawai"].penjelasan
    assert penjelasan == "Angka bulanan belum ada: Lapas 0, Lapas 1, Lapas 2 dan 1 satker lain."
    beda = banding["Realisasi menurut sasaran dibanding menurut jenis belanja"]
    assert beda.penjelasan == "Kedua jumlah berselisih Rp76."


def test_nka_sebelum_ada_bobotnya(dunia):
    for instrumen in ("smart", "ikpa"):
        make_skor(dunia, tahun=2020, instrumen=instrumen, nilai=Decimal(90))
    assert explain_skor(list_skor(list_kantor(dunia), 2020)[0], 2020).nka is None


BULAN = {1: 10, 2: 20, 3: 0}
REVISI = [("DIPA awal", 900)]


@pytest.mark.parametrize(
    ("kita", "mereka", "sebab", "kata"),
    [
        (5, 5, Sebab.SAMA, "Sama"),
        (None, None, Sebab.SAMA, ""),
        (5, None, Sebab.TANPA_MEREKA, "mereka"),
        (None, 5, Sebab.TANPA_KITA, "kita"),
        (1_234_000, 1_234, Sebab.SKALA, "seribu kali"),
        (7, 7_000_000, Sebab.SKALA, "sejuta kali"),
        (1_234_567, 1_235_000, Sebab.PEMBULATAN, "ribu"),
        (41_234_567, 41_000_000, Sebab.PEMBULATAN, "juta"),
        (1_000_110, 1_000_100, Sebab.BULAN, "Januari kita: bulan itu belum ada"),
        (1_000_110, 1_000_130, Sebab.BULAN, "Februari kita: bulan itu terhitung dua kali"),
        (12_345, 900, Sebab.REVISI, "DIPA awal"),
        (12_345, 10_001, Sebab.LAIN, "Belum terjelaskan"),
        (0, 12_345, Sebab.LAIN, "Belum terjelaskan"),
        (-300, -300_000, Sebab.SKALA, "seribu"),
    ],
)
def test_selisih_dijelaskan(kita, mereka, sebab, kata):
    hasil = explain_selisih(kita, mereka, bulan=BULAN, revisi=REVISI)
    assert hasil[0] is sebab
    assert kata in hasil[1]


def test_banding_seluruh_kantor(dunia):
    fill_bulan(dunia, range(1, 12))
    publish(dunia, smart="90")
    make_belanja(dunia, pagu=1_500, realisasi=1_080)
    make_belanja(dunia, jenis="53", pagu=1_500, realisasi=8)
    PaguSatker.objects.create(satker=dunia.satker, tahun=TAHUN, pagu=1_200)
    for nomor, pagu in ((0, 1_200), (1, 1_317)):
        make_pagu_belanja(dunia, make_revisi(dunia, nomor=nomor), pagu=pagu)
    AnggaranSasaran.objects.create(
        sasaran=dunia.sasaran, satker=dunia.satker, tahun=TAHUN, pagu=3_000, realisasi=1_088
    )
    banding = {b.apa: b for b in list_banding(list_kantor(dunia), dunia.satker, TAHUN)}
    assert "DIPA awal (1 Maret 2023)" in banding["Pagu DIPA"].penjelasan
    pegawai = banding["Realisasi belanja pegawai"]
    assert (pegawai.kita, pegawai.mereka, pegawai.selisih, pegawai.sebab) == (990, 1_080, -90, Sebab.BULAN)
    assert "sampai November" in pegawai.penjelasan
    assert banding["Realisasi belanja modal"].sebab is Sebab.TANPA_KITA
    assert banding["Realisasi belanja barang"].selisih is None
    assert banding["Pagu menurut sasaran dibanding menurut jenis belanja"].sebab is Sebab.SAMA
    assert banding["Nilai SMART DJA dari unsurnya"].selisih == Decimal("2.44")
    assert banding["Nilai IKPA dari unsurnya"].sebab is Sebab.SAMA
    assert "Belum ada: rincian output" in banding["Nilai IKPA dari fakta"].penjelasan
