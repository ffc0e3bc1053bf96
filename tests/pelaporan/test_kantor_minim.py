"""An office that lacks things still gets a report: each gap visible where it is, and counted in the annex."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.basisdata.dunia import (
    make_indikator,
    make_narasi,
    make_realisasi,
    make_riwayat,
    make_satker,
    make_target,
    make_unit_kerja,
)
from tests.pelaporan.test_susunan import baca, baca_celah, bagian, isi, kosong, tabel

from kinerja.aturan.capaian import Keadaan
from kinerja.dokumen.html import render_html
from kinerja.dokumen.model import Catatan, Dokumen, Gambar, Tabel
from kinerja.dokumen.pdf import render_pdf
from kinerja.dokumen.penomoran import nomori
from kinerja.organisasi.models import JumlahPegawai
from kinerja.pelaporan.kelengkapan import Celah, list_celah
from kinerja.pelaporan.lkjip.susun import compose_lkjip
from kinerja.pelaporan.models import TabelPendukung
from kinerja.pelaporan.queries import NARASI_INDIKATOR, DataLaporan, TidakAdaKinerja, get_data_laporan
from kinerja.perencanaan.models import AnggaranPerjanjian, Komponen, PerjanjianKinerja

pytestmark = pytest.mark.django_db


def susun(data: DataLaporan) -> tuple[Dokumen, list[Celah]]:
    """The report of `data`, checked for what every report owes: numbered, nothing empty, every gap counted."""
    dokumen = compose_lkjip(data)
    nomori(dokumen)
    for b in dokumen.bagian():
        assert b.isi or b.anak, b.id
    for blok in dokumen.blok():
        if isinstance(blok, Tabel):
            assert blok.baris, blok.id
        elif not isinstance(blok, Gambar):
            assert baca(blok).strip()
    celah = list_celah(data)
    assert set(kosong(dokumen)) <= {baca_celah(c) for c in celah}
    return dokumen, celah


def test_kantor_tanpa_apa_pun(dunia):
    PerjanjianKinerja.objects.all().delete()
    data = get_data_laporan(dunia.satker, 2023)
    dokumen, celah = susun(replace(data, unit_kerja=()))
    assert len(celah) == len({baca_celah(c) + c.tempat for c in celah}) > 30
    tak_tampak = {baca_celah(c) for c in celah} - set(kosong(dokumen))
    # Not a call-out of their own: told in the sentence or the line where they belong.
    assert {t.partition(" belum diisi")[0] for t in tak_tampak} == {
        "Realisasi tahun 2023",
        "Definisi",
        "Rumus",
        "Sumber data",
    }
    assert "realisasinya belum ada, sehingga capaian tidak dihitung" in baca(
        bagian(dokumen, "ikk-sk-1-1-1").isi[1]
    )
    assert len(isi(tabel(dokumen, "tabel-celah"))) == len(celah)


def test_kantor_minim_tercetak(dunia):
    data = get_data_laporan(dunia.satker, 2023)
    dokumen = compose_lkjip(data)
    hasil = render_pdf(dokumen)
    assert hasil.isi.startswith(b"%PDF-")
    assert hasil.jumlah_halaman > 5
    assert "belum diisi oleh tim penyusun laporan" in render_html(dokumen)


def test_tanpa_janji_tidak_ada_laporan(dunia):
    with pytest.raises(TidakAdaKinerja, match=r"Kantor Wilayah Contoh belum mempunyai target .* tahun 2022"):
        get_data_laporan(dunia.satker, 2022)


HILANG = {
    "anggaran": {"anggaran": ()},
    "belanja": {"belanja": ()},
    "skor": {"skor": (), "nka": None},
    "unit kerja": {"unit_kerja": ()},
    "perjanjian": {"perjanjian": ()},
    "tabel pendukung": {"tabel": {}},
    "narasi": {"narasi": {}},
    "satker": {"bawahan": ()},
}
TERSEBUT = {
    "anggaran": ["Anggaran per sasaran"],
    "belanja": ["Anggaran per jenis belanja"],
    "skor": ["Nilai SMART DJA", "Nilai IKPA"],
    "unit kerja": ["Struktur organisasi"],
    "perjanjian": ["Perjanjian Kinerja tahun 2023"],
    "tabel pendukung": ["Data kehadiran pegawai"],
    "narasi": ["Kata pengantar", "Saran", "Analisis penyebab", "Perbandingan dengan standar nasional"],
    "satker": ["Kedudukan satuan kerja"],
}


@pytest.mark.parametrize("apa", HILANG)
def test_satu_hal_hilang(data_contoh, apa):
    dokumen, celah = susun(replace(data_contoh, **HILANG[apa]))
    assert set(TERSEBUT[apa]) <= {c.apa for c in celah}
    teks = kosong(dokumen)
    assert all(any(t.startswith(f"{s} belum diisi oleh ") for t in teks) for s in TERSEBUT[apa])


def test_perjanjian_tanpa_target(data_contoh):
    janji = tuple(t for t in data_contoh.janji if t.indikator.sasaran.unit.kode != "IM")
    dokumen, celah = susun(replace(data_contoh, janji=janji))
    assert [c.apa for c in celah if c.tempat == "Lampiran 1"] == ["Target PK-02"]
    assert any(t.startswith("Target PK-02 belum diisi oleh ") for t in kosong(dokumen))


def test_perjanjian_tanpa_anggaran(dunia):
    AnggaranPerjanjian.objects.all().delete()
    dokumen, celah = susun(get_data_laporan(dunia.satker, 2023))
    kode = PerjanjianKinerja.objects.get().kode
    assert f"Anggaran {kode}" in [c.apa for c in celah if c.tempat == "Lampiran 1"]
    assert any(t.startswith(f"Anggaran {kode} belum diisi oleh ") for t in kosong(dokumen))
    assert [b[-1] for b in isi(tabel(dokumen, "tabel-perjanjian"))] == ["–"]


def test_unit_kerja_puncak_dari_tingkat_apa_pun(dunia):
    make_unit_kerja(dunia, kunci="pelayanan", nama="Seksi Pelayanan", tingkat="seksi", tugas="Melayani.")
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    assert baca(bagian(dokumen, "unit-pelayanan").isi[0]) == "Melayani."


def test_semua_hilang_sekaligus(data_contoh):
    pegawai = {menurut: {} for menurut in data_contoh.pegawai}
    isi_ = {k: v for hilang in HILANG.values() for k, v in hilang.items()}
    _, celah = susun(replace(data_contoh, **isi_, pegawai=pegawai))
    assert len(celah) > 60 * 4 + 21


def test_anggaran_satu_sasaran_hilang(data_contoh):
    sisa = tuple(a for a in data_contoh.anggaran if a.sasaran.kode != "PAS-2")
    dokumen, celah = susun(replace(data_contoh, anggaran=sisa))
    assert "Anggaran sasaran PAS-2" in {c.apa for c in celah}
    assert sum(t.startswith("Anggaran sasaran PAS-2 belum diisi") for t in kosong(dokumen)) == 3
    assert len(isi(tabel(dokumen, "tabel-efisiensi"))) == 57


def test_satu_tanpa_nilai_nka_disebut(data_contoh):
    pertama, kedua, *lain = data_contoh.skor
    tanpa = replace(kedua, smart={}, nka=None, predikat=None)
    nka = replace(data_contoh.nka, rata_dari=36, tanpa_nilai=(kedua.satker,))
    dokumen, _ = susun(replace(data_contoh, skor=(pertama, tanpa, *lain), nka=nka))
    teks = [baca(b) for b in bagian(dokumen, "nka").isi]
    assert f"Tidak ikut dirata-rata karena nilainya tidak lengkap: {kedua.satker.nama_singkat}." in teks
    assert isi(tabel(dokumen, "tabel-nka"))[1][-2:] == ("–", "–")


def test_skor_sebelum_ada_bobot_disebut(data_contoh):
    dokumen, _ = susun(replace(data_contoh, nka=None))
    (blok,) = bagian(dokumen, "nka").isi
    assert isinstance(blok, Catatan)
    assert "bobotnya belum ditetapkan untuk tahun 2023" in baca(blok)
    assert "Nilai Kinerja Anggaran" not in "".join(map(baca, bagian(dokumen, "ikhtisar").isi))


def test_unsur_skor_baru_tetap_dicetak(data_contoh):
    pertama, *lain = data_contoh.skor
    baru = replace(pertama, smart={**pertama.smart, "Unsur Baru": Decimal("12.5")})
    dokumen, _ = susun(replace(data_contoh, skor=(baru, *lain)))
    t = tabel(dokumen, "tabel-smart")
    assert [k.judul for k in t.kolom][-2:] == ["Unsur Baru", "Nilai"]
    assert (isi(t)[0][-2], isi(t)[1][-2]) == ("12,50", "–")


def test_tanpa_riwayat_tidak_ada_bagan(data_contoh):
    kinerja = tuple(
        replace(s, indikator=tuple(replace(h, tahun=h.tahun[-1:]) for h in s.indikator))
        for s in data_contoh.kinerja
    )
    dokumen, _ = susun(replace(data_contoh, kinerja=kinerja))
    assert not [b for b in dokumen.blok() if isinstance(b, Gambar) and b.id.startswith("gambar-riwayat-")]
    assert len(isi(tabel(dokumen, "tabel-riwayat-pas-2-1"))) == 1


def test_satker_yang_ditunggu_disebut_dan_dihitung(dunia):
    """28 of 29 answered is not the whole, and nobody may think so."""
    lapas = make_satker()
    make_riwayat(
        dunia, satker=lapas, induk=dunia.satker, berlaku_dari=dunia.riwayat.berlaku_dari, nama="Lapas X"
    )
    make_realisasi(dunia, nilai=None, pembilang=Decimal(9), penyebut=Decimal(10))
    make_realisasi(dunia, satker=lapas, nilai=None, keadaan="belum_ada")
    dokumen, celah = susun(get_data_laporan(dunia.satker, 2023))
    teks = [baca(b) for b in bagian(dokumen, "ikk-sk-1-1-1").isi]
    assert "Realisasi ini belum lengkap: masih ditunggu data dari Lapas X." in teks
    assert ("Realisasi tahun 2023", "Lapas X") in {(c.apa, c.oleh) for c in celah}
    baris = isi(tabel(dokumen, "tabel-satker-sk-1-1"))
    assert [b[2:] for b in baris] == [("9", "10", "90,00%"), ("–", "–", "belum ada data")]


def test_bulan_yang_ditunggu_disebut(dunia):
    for bulan, isi_ in (
        (1, {"pembilang": Decimal(1), "penyebut": Decimal(2)}),
        (2, {"keadaan": "belum_ada"}),
    ):
        make_realisasi(dunia, bulan=bulan, nilai=None, **isi_)
    dokumen, celah = susun(get_data_laporan(dunia.satker, 2023))
    assert isi(tabel(dokumen, "tabel-bulan-sk-1-1")) == [
        ("Januari", "1", "2", "50,00%"),
        ("Februari", "–", "–", "belum ada data"),
    ]
    assert ("Realisasi tahun 2023", "Kantor Wilayah Contoh") in {(c.apa, c.oleh) for c in celah}


def test_beberapa_komponen_disebut_namanya(dunia):
    indikator = make_indikator(dunia.sasaran, "SK.1.2", cara_hitung="rata_rasio", urutan=2)
    make_target(dunia, indikator=indikator)
    lapas = make_satker()
    make_riwayat(
        dunia, satker=lapas, induk=dunia.satker, berlaku_dari=dunia.riwayat.berlaku_dari, nama="Lapas X"
    )
    for kode, pembilang in (("A", 1), ("B", 2)):
        komponen = Komponen.objects.create(
            indikator=indikator, kode=kode, label_pembilang="v", label_penyebut="d"
        )
        for satker in (dunia.satker, lapas):
            make_realisasi(
                dunia,
                komponen=komponen,
                satker=satker,
                nilai=None,
                pembilang=Decimal(pembilang),
                penyebut=Decimal(4),
            )
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    t = tabel(dokumen, "tabel-satker-sk-1-2")
    assert [k.judul for k in t.kolom][2] == "Komponen"
    assert [b[2] for b in isi(t)] == ["A", "A", "B", "B"]
    assert isi(t, "jumlah")[0][-1] == "37,50%"
    assert "A: Pembilang: v; penyebut: d." in tabel(dokumen, "tabel-tahun-ini-sk-1-2").catatan


def test_standar_nasional_dari_target(dunia):
    make_target(dunia, jenis="nasional", nilai=Decimal(75), sumber="Kajian nasional 2022")
    make_realisasi(dunia, nilai=Decimal(60))
    dokumen, celah = susun(get_data_laporan(dunia.satker, 2023))
    (blok,) = bagian(dokumen, "ikk-sk-1-1-4").isi
    assert baca(blok) == "Standar nasional 75% (Kajian nasional 2022); realisasi kantor ini 60,00%."
    assert "Perbandingan dengan standar nasional" not in {c.apa for c in celah}


def test_standar_nasional_yang_ditulis_orang(dunia):
    make_narasi(dunia, bagian="standar_nasional", indikator=dunia.indikator, isi="Rata-rata nasional 81.")
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    (blok,) = bagian(dokumen, "ikk-sk-1-1-4").isi
    assert baca(blok) == "Rata-rata nasional 81."


def test_tindak_lanjut_di_belakang_penyebab(dunia):
    for bagian_, isi_ in (("penyebab", "Sebabnya."), ("tindak_lanjut", "Akan diperbaiki.")):
        make_narasi(dunia, bagian=bagian_, indikator=dunia.indikator, isi=isi_)
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    assert [baca(b) for b in bagian(dokumen, "ikk-sk-1-1-5").isi] == [
        "Sebabnya.",
        "Tindak lanjut. Akan diperbaiki.",
    ]


def test_pegawai_yang_tidak_diketahui_bukan_nol(dunia):
    lapas = make_satker()
    make_riwayat(
        dunia,
        satker=lapas,
        induk=dunia.satker,
        berlaku_dari=dunia.riwayat.berlaku_dari,
        nama="Lapas X",
        urutan=1,
    )
    for satker, rincian, jumlah in ((dunia.satker, "S1", 3), (dunia.satker, "S2", 0), (lapas, "S1", 1200)):
        JumlahPegawai.objects.create(
            satker=satker, tahun=2023, menurut="pendidikan", rincian=rincian, jumlah=jumlah
        )
    tanpa = make_satker(kunci="baru")
    make_riwayat(
        dunia,
        satker=tanpa,
        induk=dunia.satker,
        berlaku_dari=dunia.riwayat.berlaku_dari,
        nama="Satker Baru",
        urutan=2,
    )
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    t = tabel(dokumen, "tabel-pegawai-pendidikan")
    assert [b[1:] for b in isi(t)] == [
        ("Kantor Wilayah Contoh", "3", "0", "3"),
        ("Lapas X", "1.200", "–", "1.200"),
        ("Satker Baru", "–", "–", "–"),
    ]
    assert isi(t, "jumlah") == [("", "Jumlah", "1.203", "0", "1.203")]


def test_unit_kerja_tanpa_tugas(dunia):
    make_unit_kerja(dunia, kunci="divisi", nama="Divisi Hukum", tingkat="divisi")
    dokumen, celah = susun(get_data_laporan(dunia.satker, 2023))
    (blok,) = bagian(dokumen, "unit-divisi").isi
    assert baca(blok) == "Tugas Divisi Hukum belum diisi oleh pengelola kepegawaian."
    assert "Tugas Divisi Hukum" in {c.apa for c in celah}


def test_semua_tercapai(dunia):
    make_realisasi(dunia, nilai=Decimal(80))
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    assert isi(tabel(dokumen, "tabel-gagal"), "kelompok") == [
        ("Semua indikator yang bernilai mencapai target.",)
    ]
    ikhtisar = "".join(map(baca, bagian(dokumen, "ikhtisar").isi))
    assert "1 indikator mencapai target dan 0 tidak" in ikhtisar
    assert "Capaian terendah" not in ikhtisar


def test_sasaran_tanpa_satu_pun_nilai(dunia):
    make_realisasi(dunia, nilai=None, keadaan="tidak_ada_objek")
    data = get_data_laporan(dunia.satker, 2023)
    dokumen, _ = susun(data)
    assert data.kinerja[0].indikator[0].kini.keadaan is Keadaan.TIDAK_ADA_OBJEK
    kalimat = baca(bagian(dokumen, "sasaran-sk.1").isi[0])
    assert kalimat == "Capaian sasaran ini tidak dapat dihitung (tanpa nilai: SK.1.1)."


def test_rentang_dicetak_di_bagan_dan_tabel(dunia):
    type(dunia.indikator).objects.update(polaritas="rentang")
    type(dunia.indikator.target.get()).objects.update(nilai=None, bawah=Decimal(80), atas=Decimal(90))
    for tahun in (2022, 2023):
        make_realisasi(dunia, tahun=tahun, nilai=Decimal(85))
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    assert isi(tabel(dokumen, "tabel-tahun-ini-sk-1-1"))[0][0] == "80–90%"
    (gambar,) = [b for b in dokumen.blok() if isinstance(b, Gambar) and b.id == "gambar-riwayat-sk-1-1"]
    assert gambar.bagan.label[0][-1] == "80–90%"


def test_polaritas_usulan_dihitung_di_samping(dunia):
    type(dunia.indikator).objects.update(polaritas_usulan="turun", catatan_mutu="Arahnya diragukan.")
    make_realisasi(dunia, nilai=Decimal(100))
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    (catatan,) = [b for b in bagian(dokumen, "ikk-sk-1-1").isi if isinstance(b, Catatan)]
    assert baca(catatan) == (
        "Catatan mutu data. Arahnya diragukan. Bila polaritasnya semakin rendah semakin baik, capaiannya 75,00%."
    )


def test_laporan_lengkap(data_contoh):
    """Nothing missing: the report says so, and shows no gap at all."""
    narasi = {**data_contoh.narasi}
    for s in data_contoh.kinerja:
        for h in s.indikator:
            for bagian_ in NARASI_INDIKATOR:
                narasi[bagian_, h.indikator.pk] = narasi.get((bagian_, h.indikator.pk)) or "Sudah ditulis."
    pegawai = dict.fromkeys(data_contoh.pegawai, data_contoh.pegawai["jenis_kelamin"])
    dokumen, celah = susun(replace(data_contoh, narasi=narasi, pegawai=pegawai))
    assert (celah, kosong(dokumen)) == ([], [])
    assert "Seluruh bagian wajib laporan ini terisi" in "".join(map(baca, bagian(dokumen, "ikhtisar").isi))
    lampiran = bagian(dokumen, "lampiran-kelengkapan").isi
    assert baca(lampiran[0]) == "Seluruh bagian wajib terisi."
    assert [b.id for b in lampiran if isinstance(b, Tabel)] == ["tabel-catatan-mutu", "tabel-lampaui"]


@pytest.mark.parametrize(
    ("jenis", "jabatan"),
    [
        ("kanwil", "Kepala Kantor Wilayah"),
        ("rutan", "Kepala Rumah Tahanan Negara"),
        ("kanim", "Kepala Kantor Imigrasi"),
        ("lain", "Kepala Satuan Kerja"),
    ],
)
def test_jabatan_pimpinan_menurut_jenis_kantor(dunia, jenis, jabatan):
    dunia.satker.jenis = jenis
    data = replace(get_data_laporan(dunia.satker, 2023), satker=dunia.satker)
    teks = [baca(b) for b in bagian(compose_lkjip(data), "kata-pengantar").isi]
    assert teks[-4:-2] == ["Januari 2024", f"{jabatan},"]
    assert [baris.partition(":")[0] for baris in teks[-2:]] == ["Tanda tangan", "Nama"]


@pytest.mark.parametrize(
    ("jenis", "tercetak"),
    [("angka", ["91,10", "97,39", "−0,50", "–", "3"]), ("teks", ["91,1", "97,39", "−0,5", "–", "3"])],
)
def test_angka_satu_kolom_sama_desimalnya(dunia, jenis, tercetak):
    tabel_ = TabelPendukung(
        kunci="coba",
        judul="Coba",
        kolom=[{"judul": "Nilai", "jenis": jenis}],
        baris=[["91,1"], ["97,39"], ["−0,5"], [""], ["3"]],
    )
    data = replace(get_data_laporan(dunia.satker, 2023), tabel={"e_monev": (tabel_,)})
    assert [sel for (sel,) in isi(tabel(compose_lkjip(data), "pendukung-coba"))] == tercetak


def test_tanpa_catatan_mutu(dunia):
    dokumen, _ = susun(get_data_laporan(dunia.satker, 2023))
    assert "tabel-catatan-mutu" not in {b.id for b in dokumen.blok() if isinstance(b, Tabel)}
