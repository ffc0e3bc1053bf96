"""The PDF reader on pages made by hand: tables, captions, headings, paragraphs, page breaks, scans, broken files."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
import weasyprint
from tests.dokumen.buat_pdf import KANAN, KIRI, Lembar, buat_pdf

from kinerja.dokumen.baca.naskah import GambarBaca, JudulBaca, Naskah, ParagrafBaca, TabelAlir, TabelBaca
from kinerja.dokumen.baca.pdf import read_pdf

PANJANG = "Kalimat yang cukup panjang untuk mengisi satu baris penuh dari tepi kiri sampai ke tepi kanan"


def _baca(*lembar: Lembar, **lain: bool) -> Naskah:
    naskah, kendala = read_pdf(buat_pdf(*lembar, **lain))
    assert naskah is not None, kendala
    return naskah


def _isi(tabel: object) -> list[list[str]]:
    assert isinstance(tabel, TabelBaca)
    return [[s.teks for s in b] for b in tabel.baris]


def _tabel(naskah: Naskah) -> TabelBaca:
    (tabel,) = (b for b in naskah.blok if isinstance(b, TabelBaca))
    return tabel


def _prosa(lembar: Lembar, baris: int = 4) -> Lembar:
    for _ in range(baris):
        lembar.tulis(PANJANG, huruf=10)
    return lembar.turun()


# ------------------------------------------------------------------ tables


def test_tabel_bergaris_dengan_kepala_bertingkat_baris_penomor_dan_tempat() -> None:
    lembar = _prosa(Lembar()).tulis("Tabel 12. Capaian Kinerja").turun(4)
    lembar.tabel(
        [
            ["Indikator", "Tahun 2023", "", "Capaian"],
            ["~", "Target", "Realisasi", "~"],
            ["(1)", "(2)", "(3)", "(4) = (3)/(2)"],
            ["Indeks", "3,10", "3,53", "113,87%"],
            ["Jumlah", "Rp1.250.|000", "12|,5", "-"],
        ],
        [120, 80, 80, 100],
        tinggi=26,
    )
    tabel = _tabel(_baca(lembar))
    assert tabel.keterangan is not None
    assert (tabel.keterangan.nomor, tabel.keterangan.judul) == ("12", "Capaian Kinerja")
    assert [[(s.teks, s.bentang_kolom) for s in b] for b in tabel.kepala] == [
        [("Indikator", 1), ("Tahun 2023", 2), ("Capaian", 1)],
        [("", 1), ("Target", 1), ("Realisasi", 1), ("", 1)],
    ]
    assert [s.teks for s in tabel.penomor[0]] == ["(1)", "(2)", "(3)", "(4) = (3)/(2)"]
    assert _isi(tabel) == [["Indeks", "3,10", "3,53", "113,87%"], ["Jumlah", "Rp1.250.000", "12,5", "-"]]
    letak = tabel.baris[0][2].letak
    assert (letak.halaman, letak.tabel, letak.baris_tabel, letak.kolom) == (1, 1, 4, 3)
    assert letak.kotak is not None
    assert letak.kotak[0] == pytest.approx(KIRI + 200, abs=1)


def test_sel_gabung_ke_bawah_dan_bentuk_yang_bukan_persegi() -> None:
    lembar = _prosa(Lembar())
    y = lembar.y
    for n in (0, 1, 3):
        lembar.garis(72, y - 20 * n, 372, y - 20 * n)
    lembar.garis(172, y - 40, 372, y - 40)
    for x in (72, 172, 372):
        lembar.garis(x, y, x, y - 60)
    lembar.garis(272, y, 272, y - 40)
    for x, n, teks in (
        (75, 0, "A"),
        (175, 0, "B"),
        (275, 0, "C"),
        (75, 1, "utara"),
        (175, 1, "1"),
        (275, 1, "2"),
        (175, 2, "3"),
    ):
        lembar.tulis(teks, x, y=y - 20 * n - 14, huruf=9)
    tabel = _tabel(_baca(lembar))
    assert [(s.teks, s.bentang_kolom, s.bentang_baris) for b in tabel.baris for s in b] == [
        ("utara", 1, 2), ("1", 1, 1), ("2", 1, 1), ("3", 2, 1),
    ]  # fmt: skip


def test_bentuk_l_dibelah_menjadi_persegi() -> None:
    lembar = _prosa(Lembar())
    y = lembar.y
    for n in (0, 1, 3):
        lembar.garis(72, y - 20 * n, 372, y - 20 * n)
    lembar.garis(72, y - 40, 172, y - 40)  # parts the lower rows on the left only
    for x in (72, 372):
        lembar.garis(x, y, x, y - 60)
    lembar.garis(172, y, 172, y - 40)
    lembar.garis(272, y, 272, y - 20).garis(272, y - 40, 272, y - 60)
    for x, n in ((75, 0), (175, 0), (275, 0), (75, 1), (275, 1), (75, 2), (275, 2)):
        lembar.tulis(f"t{x}{n}", x, y=y - 20 * n - 14, huruf=9)
    tabel = _tabel(_baca(lembar))
    luas = [
        (s.letak.kolom, s.bentang_kolom, s.bentang_baris) for b in (*tabel.kepala, *tabel.baris) for s in b
    ]
    assert sum(k * b for _, k, b in luas) == 9


def test_tabel_disambung_melewati_halaman_tanpa_kepala_ulang() -> None:
    kepala = ["No.", "Satuan kerja", "Nilai"]
    lebar = [40, 200, 80]
    satu = _prosa(Lembar(), 30).tulis("Tabel 3.4 Nilai").turun(4)
    satu.tabel([kepala, ["Utara", "", ""], ["1", "Lapas A", "80,1"]], lebar)
    dua = Lembar().tabel([kepala, ["Utara", "", ""], ["2", "Lapas B", "81,2"]], lebar)
    tiga = Lembar().tulis("Tabel 3.4 (lanjutan)").turun(4).tabel([["3", "Lapas C", "82,3"]], lebar)
    empat = Lembar().tabel([kepala[:2], ["9", "Lain"]], [40, 200])
    naskah = _baca(satu, dua, tiga, empat)
    pertama, lain = (b for b in naskah.blok if isinstance(b, TabelBaca))
    assert _isi(pertama) == [
        ["Utara"],
        ["1", "Lapas A", "80,1"],
        ["2", "Lapas B", "81,2"],
        ["3", "Lapas C", "82,3"],
    ]
    assert pertama.baris[-1][0].letak.halaman == 3
    assert _isi(lain) == [["9", "Lain"]]


def test_kepala_yang_terulang_tanpa_baris_tidak_menambah_apa_pun() -> None:
    kepala, lebar = ["No.", "Satuan kerja", "Nilai"], [40, 200, 80]
    satu = (
        _prosa(Lembar(), 30).tulis("Tabel 3 Nilai").turun(4).tabel([kepala, ["1", "Lapas A", "80,1"]], lebar)
    )
    naskah = _baca(satu, Lembar().tabel([kepala], lebar))
    assert _isi(_tabel(naskah)) == [["1", "Lapas A", "80,1"]]


def test_tabel_di_bawah_keterangan_yang_berbeda_tidak_disambung() -> None:
    satu = _prosa(Lembar()).tulis("Tabel 1. Satu").turun(4).tabel([["A", "B"], ["x", "1,5"]], [90, 90])
    dua = Lembar().tulis("Tabel 2. Dua").turun(4).tabel([["A", "B"], ["y", "2,5"]], [90, 90])
    naskah = _baca(satu, dua)
    assert [t.keterangan.nomor for t in naskah.tabel() if t.keterangan] == ["1", "2"]


@pytest.mark.parametrize("diikuti", [True, False])
def test_tabel_tanpa_garis_dibaca_dari_celahnya(diikuti: bool) -> None:
    lembar = _prosa(Lembar()).tulis("Tabel 5. Tanpa garis")
    for kiri, tengah, kanan in (
        ("Uraian", "Target", "Realisasi"),
        ("Pegawai", "75,0", "70,1"),
        ("Barang", "76,0", "79,2"),
    ):
        y = lembar.y
        lembar.tulis(kiri, y=y).tulis(tengah, 250, y=y).tulis(kanan, 380)
    tabel = _tabel(_baca(_prosa(lembar.turun(20)) if diikuti else lembar))
    assert [s.teks for s in tabel.kepala[0]] == ["Uraian", "Target", "Realisasi"]
    assert _isi(tabel) == [["Pegawai", "75,0", "70,1"], ["Barang", "76,0", "79,2"]]


def test_baris_tabel_tanpa_garis_tegak_dipisah_garis_datar() -> None:
    lembar = _prosa(Lembar()).tulis("Tabel 6. Garis datar")
    for baris in (
        (("Uraian", "Nilai"),),
        (("Belanja barang", "12,5"), ("dan jasa lainnya", "")),
        (("Modal", "7,5"),),
    ):
        lembar.garis(KIRI, lembar.y + 11, KANAN, lembar.y + 11)
        for kiri, kanan in baris:
            y = lembar.y
            if kanan:
                lembar.tulis(kanan, 400, y=y)
            lembar.tulis(kiri)
            if not kanan:
                lembar.perintah.pop()
                lembar.tulis("dan jasa", y=y).tulis("saja", 180, y=y)
    tabel = _tabel(_baca(_prosa(lembar.turun(20))))
    assert [len(b) for b in tabel.baris] == [len(tabel.kepala[0])] * 2
    assert tabel.baris[0][0].teks.startswith("Belanja barang")


def test_keterangan_tanpa_tabel_tinggal_sendiri() -> None:
    naskah = _baca(_prosa(Lembar().tulis("Tabel 7. Hilang").turun(20)))
    (alir,) = (b for b in naskah.blok if isinstance(b, TabelAlir))
    assert alir.keterangan.nomor == "7"
    assert alir.baris == ()


def test_formulir_kosong_dan_kotak_di_sekeliling_teks_bukan_tabel() -> None:
    lembar = _prosa(Lembar()).tabel([["~", "~", "~"]] * 4, [100, 100, 100]).turun(30)
    lembar.garis(72, 500, 400, 500).garis(72, 400, 400, 400).garis(72, 400, 72, 500).garis(400, 400, 400, 500)
    lembar.garis(72, 430, 400, 430)
    lembar.tulis("di dalam kotak", 90, y=450, huruf=10)
    naskah = _baca(lembar)
    assert not list(naskah.tabel())
    assert any("di dalam kotak" in b.teks for b in naskah.blok if isinstance(b, ParagrafBaca))


def test_halaman_penuh_garis_adalah_lukisan() -> None:
    lembar = _prosa(Lembar())
    for n in range(1600):
        lembar.garis(72 + n % 40 * 10, 100 + n // 40 * 10, 76 + n % 40 * 10, 100 + n // 40 * 10)
        lembar.garis(72 + n % 40 * 10, 100 + n // 40 * 10, 72 + n % 40 * 10, 104 + n // 40 * 10)
    assert not list(_baca(lembar).tabel())


def test_bilah_tipis_adalah_garis_dan_kotak_bertepi_adalah_tabel() -> None:
    lembar = _prosa(Lembar())
    for n, (kiri, kanan) in enumerate((("Uraian", "Nilai"), ("Pagu", "12,5"))):
        y = lembar.y - 20 * n
        lembar.kotak(72, y, 100, 20, "S").tulis(kiri, 76, y=y + 6, huruf=9)
        lembar.kotak(172, y, 0.5, 20).kotak(272, y, 0.5, 20).kotak(172, y, 100, 0.5).kotak(
            172, y + 20, 100, 0.5
        )
        lembar.tulis(kanan, 176, y=y + 6, huruf=9)
    lembar.perintah.append("72 100 m 100 130 120 90 140 140 c S 72 90 m 100 95 l S")
    assert _isi(_tabel(_baca(lembar))) == [["Pagu", "12,5"]]


# ------------------------------------------------------------------ text


def test_judul_paragraf_butir_dan_keterangan_gambar() -> None:
    lembar = Lembar().tulis("BAB I", huruf=14, tebal=True).tulis("PENDAHULUAN", huruf=18, tebal=True).turun()
    _prosa(lembar, 3).tulis("A. Latar Belakang", huruf=14, tebal=True).turun()
    lembar.tulis(PANJANG, huruf=10).tulis("lalu selesai.", huruf=10).tulis(
        "Alinea baru dimulai di sini", huruf=10
    )
    lembar.tulis("1. butir satu", huruf=10).tulis("2. butir dua,", huruf=10).turun()
    lembar.tulis("catatan tebal dan kecil,", huruf=10, tebal=True).turun().tulis("12 345", huruf=18).turun(20)
    naskah = _baca(_prosa(lembar))
    judul = [(b.tingkat, b.teks) for b in naskah.blok if isinstance(b, JudulBaca)]
    assert judul == [(1, "BAB I PENDAHULUAN"), (2, "A. Latar Belakang")]
    teks = [b.teks for b in naskah.blok if isinstance(b, ParagrafBaca)]
    assert f"{PANJANG} lalu selesai." in teks
    assert "Alinea baru dimulai di sini" in teks
    assert [b.teks for b in naskah.blok if isinstance(b, ParagrafBaca) and b.butir] == [
        "1. butir satu",
        "2. butir dua,",
    ]


def test_rujukan_di_awal_baris_bukan_keterangan() -> None:
    lembar = (
        Lembar()
        .tulis(f"{PANJANG} menurut", huruf=10)
        .tulis("Tabel 3.2 Target dan realisasi.", huruf=10)
        .turun()
    )
    lembar.tulis("Uraian selengkapnya tampak di bawah:", huruf=10).tulis("Tabel 3.3.", huruf=10)
    naskah = _baca(lembar)
    assert not list(naskah.tabel())
    assert f"{PANJANG} menurut Tabel 3.2 Target dan realisasi." in [
        b.teks for b in naskah.blok if isinstance(b, ParagrafBaca)
    ]


def test_kalimat_yang_terpotong_halaman_disambung() -> None:
    satu = _prosa(Lembar(), 3).tulis("Realisasi naik karena", huruf=10)
    dua = _prosa(Lembar().tulis("layanan bertambah banyak.", huruf=10).turun())
    teks = [b.teks for b in _baca(satu, dua).blok if isinstance(b, ParagrafBaca)]
    assert "Realisasi naik karena layanan bertambah banyak." in teks


def test_kepala_kaki_dan_nomor_halaman_tidak_dibaca() -> None:
    lembar = []
    for n in range(4):
        satu = Lembar().tulis("Kantor Wilayah Contoh", huruf=8, y=810).tulis(f"Bab {n}", 460, huruf=8, y=810)
        satu.tulis(f"Judul bab ke-{'abcd'[n]}", huruf=8, y=799).tulis(f"- {n + 1} -", 290, huruf=9, y=40)
        lembar.append(_prosa(satu.tulis(f"Tabel {n + 1}. Target dan realisasi", y=760).turun(40)))
    teks = " ".join(b.teks for b in _baca(*lembar).blok if isinstance(b, ParagrafBaca))
    assert "Kantor Wilayah" not in teks
    assert "Judul bab" not in teks
    assert "- 1 -" not in teks
    assert len(list(_baca(*lembar).tabel())) == 4


def test_judul_yang_beberapa_kali_di_puncak_halaman_tetap_dibaca() -> None:
    lembar = []
    for n in range(12):
        satu = Lembar().tulis("Kantor Wilayah Contoh", huruf=8, y=810)
        judul = "2) Perbandingan dengan tahun lalu" if n % 4 == 0 else f"Uraian ke-{n} yang lain"
        lembar.append(_prosa(satu.tulis(judul, huruf=11, tebal=True, y=780).turun()))
    teks = " ".join(b.teks for b in _baca(*lembar).blok if isinstance(b, ParagrafBaca | JudulBaca))
    assert teks.count("Perbandingan dengan tahun lalu") == 3
    assert "Kantor Wilayah" not in teks


def test_kaki_halaman_mendatar_dikenali_dari_awalnya() -> None:
    def kaki(lembar: Lembar, celah: float) -> Lembar:
        return lembar.tulis("Laporan Contoh", y=40, huruf=8).tulis("Kode 7f3a", KIRI + celah, y=40, huruf=8)

    tegak = [_prosa(kaki(Lembar(), 65)) for _ in range(3)]
    mendatar = Lembar(842, 595)
    mendatar.y = 500
    teks = [b.teks for b in _baca(*tegak, _prosa(kaki(mendatar, 300))).blok if isinstance(b, ParagrafBaca)]
    assert not [t for t in teks if "Laporan" in t or "Kode" in t]


def test_daftar_tabel_bukan_keterangan() -> None:
    lembar = Lembar().tulis("DAFTAR TABEL", huruf=16, tebal=True).turun()
    lembar.tulis("Tabel 1. Judul yang panjang sekali sehingga").turun(2)
    for n in range(4):
        lembar.tulis(f"Tabel {n + 2}. Judul ke-{n} ......................... {n}").turun(2)
    naskah = _baca(_prosa(lembar))
    assert not list(naskah.tabel())


def test_tanda_struktur_memberi_tingkat_judul_dan_alternatif_gambar() -> None:
    svg = "%3Csvg xmlns='http://www.w3.org/2000/svg' width='300' height='200'%3E"
    citra = f"data:image/svg+xml,{svg}%3Crect width='200' height='90'/%3E%3C/svg%3E"
    isi = weasyprint.HTML(
        string=f"<html lang=id><title>t</title><h2>Bab <em>satu</em></h2><p>{PANJANG}</p><h3><span></span></h3>"
        f"<h4 style='font-size:8pt'>Kecil</h4><p>{PANJANG}</p>"
        f"<img alt='Peta wilayah' src=\"{citra}\"><p>Gambar 1. Peta</p>"
    ).write_pdf(pdf_variant="pdf/ua-1")
    naskah, _ = read_pdf(isi)
    assert naskah is not None
    assert [(b.tingkat, b.teks) for b in naskah.blok if isinstance(b, JudulBaca)] == [
        (2, "Bab satu"),
        (4, "Kecil"),
    ]
    (gambar,) = (b for b in naskah.blok if isinstance(b, GambarBaca))
    assert gambar.alternatif == "Peta wilayah"
    assert gambar.keterangan is not None


# ------------------------------------------------------------------ figures, scans, limits


def test_gambar_citra_dan_lukisan_dengan_keterangannya() -> None:
    lembar = _prosa(Lembar())
    lembar.perintah.append("q 200 0 0 120 100 500 cm /Im1 Do Q")
    lembar.tulis("Gambar 1. Peta", y=480)
    for n in range(8):
        lembar.kotak(100 + 30 * n, 300, 20, 60 + 5 * n)
    lembar.tulis("label", 120, y=330).tulis("Gambar 2. Batang", y=280)
    lembar.kotak(100, 100, 200, 90)
    gambar = [b for b in _baca(_prosa(lembar), gambar=True).blok if isinstance(b, GambarBaca)]
    assert [g.keterangan.judul for g in gambar if g.keterangan] == ["Peta", "Batang"]
    assert len(gambar) == 2


def test_bagan_kotak_di_atas_keterangan_gambar_bukan_tabel() -> None:
    bagan = [["Sasaran", "Indikator satu"], ["~", "Indikator dua"]]
    lembar = _prosa(Lembar()).tabel(bagan, [150, 200], tinggi=30).tulis("Gambar 1. Pohon").turun(30)
    lembar.tulis("Tabel 1. Nyata").turun(4).tabel([["A", "B"], ["x", "1,5"]], [90, 90]).tulis(
        "Gambar 2. Di bawah tabel"
    )
    lembar.tulis("Gambar 3. Di samping", 400, y=lembar.y + 45)
    naskah = _baca(_prosa(lembar))
    assert [t.keterangan.judul for t in naskah.tabel() if t.keterangan] == ["Nyata"]
    (pohon, *_) = (b for b in naskah.blok if isinstance(b, GambarBaca))
    assert pohon.letak.kotak is not None
    assert pohon.letak.kotak[2] == pytest.approx(KIRI + 350, abs=2)
    assert not any("Indikator" in b.teks for b in naskah.blok if isinstance(b, ParagrafBaca))


def test_keterangan_gambar_tanpa_gambar() -> None:
    (gambar,) = (
        b
        for b in _baca(_prosa(Lembar().tulis("Gambar 3. Hilang").turun(20))).blok
        if isinstance(b, GambarBaca)
    )
    assert gambar.keterangan is not None


def test_halaman_pindaian_dilaporkan() -> None:
    pindaian = Lembar()
    pindaian.perintah.append("q 595 0 0 842 0 0 cm /Im1 Do Q")
    bercap = Lembar().tulis("Salinan 1")
    bercap.perintah.append("q 595 0 0 842 0 0 cm /Im1 Do Q")
    naskah, kendala = read_pdf(buat_pdf(_prosa(Lembar()), pindaian, Lembar(), bercap, gambar=True))
    assert naskah is not None
    assert naskah.tak_terbaca == (2, 4)
    assert [(k.kode, k.letak.halaman) for k in kendala if k.letak] == [("pindaian", 2), ("pindaian", 4)]
    assert naskah.halaman == 4


def test_semua_halaman_pindaian() -> None:
    lembar = Lembar()
    lembar.perintah.append("q 595 0 0 842 0 0 cm /Im1 Do Q")
    naskah, _ = read_pdf(buat_pdf(lembar, gambar=True))
    assert naskah is not None
    assert naskah.blok == ()


@pytest.mark.parametrize("putar", [90, 180, 270])
def test_halaman_terputar_dibaca_sebagaimana_terlihat(putar: int) -> None:
    """The content is turned against the page, so that it is seen upright."""
    matriks = {90: "0 1 -1 0 842 0 cm", 180: "-1 0 0 -1 595 842 cm", 270: "0 -1 1 0 0 595 cm"}[putar]
    lembar = Lembar(*((842, 595) if putar != 180 else (595, 842)), putar=putar)
    lembar.perintah.append(matriks)
    _prosa(lembar).tabel([["Uraian", "Nilai"], ["Pagu", "12,5"]], [100, 100])
    naskah = _baca(lembar)
    tabel = _tabel(naskah)
    assert _isi(tabel) == [["Pagu", "12,5"]]
    assert tabel.letak.kotak is not None
    assert tabel.letak.kotak[0] == pytest.approx(KIRI, abs=1)
    assert isinstance(naskah.blok[0], ParagrafBaca)


def test_lapor_dipanggil_tiap_halaman() -> None:
    kemajuan: list[tuple[int, int]] = []
    read_pdf(buat_pdf(Lembar(), Lembar()), lapor=lambda a, b: kemajuan.append((a, b)))
    assert kemajuan == [(1, 2), (2, 2)]


def test_satu_halaman_rusak_dilaporkan_yang_lain_dibaca() -> None:
    isi = buat_pdf(Lembar().tulis("Kalimat satu."), Lembar().tulis("Kalimat dua."))
    putus = re.sub(rb"(/Kids \[ \d+ 0 R )\d( 0 R)", rb"\g<1>0\2", isi)
    assert putus != isi
    naskah, kendala = read_pdf(putus)
    assert naskah is not None
    assert naskah.tak_terbaca == (2,)
    assert [k.kode for k in kendala] == ["halaman-rusak", "pindaian"]
    assert [b.teks for b in naskah.blok if isinstance(b, ParagrafBaca)] == ["Kalimat satu."]


def test_pdf_bersandi_rusak_tanpa_halaman_dan_terlalu_panjang() -> None:
    for isi, batas, kode in (
        (buat_pdf(Lembar().tulis("x"), sandi="rahasia"), 10, "sandi"),
        (b"%PDF-1.7 bukan pdf", 10, "rusak"),
        (buat_pdf(*[Lembar()] * 11), 10, "terlalu-besar"),
        (buat_pdf(), 10, "rusak"),
    ):
        naskah, (kendala,) = read_pdf(isi, batas_halaman=batas)
        assert naskah is None
        assert (kendala.kode, kendala.fatal) == (kode, True)


def test_lima_ribu_halaman_ditolak() -> None:
    naskah, (kendala,) = read_pdf(buat_pdf(*[Lembar()] * 5_000))
    assert naskah is None
    assert "5000 halaman" in kendala.pesan


def _buat_bertanda(isi: bytes, anak: int) -> bytes:
    """One heading in the structure tree that holds the marked content `anak` and an element of another page."""
    pdf = pikepdf.open(io.BytesIO(isi))
    halaman = pdf.pages[0]
    halaman.Contents = pdf.make_stream(b"/H1 <</MCID 0>> BDC\n" + halaman.Contents.read_bytes() + b"\nEMC")
    lain = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.Span))
    judul = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.StructElem, S=pikepdf.Name.H1, Pg=halaman.obj)
    )
    judul.K = pikepdf.Array([anak, lain])
    akar = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot, K=judul))
    akar.ParentTree = pikepdf.Dictionary(Nums=pikepdf.Array([0, pikepdf.Array([judul])]))
    judul.P = lain.P = akar
    pdf.Root.StructTreeRoot, halaman.StructParents = akar, 0
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
    keluar = io.BytesIO()
    pdf.save(keluar)
    return keluar.getvalue()


@pytest.mark.parametrize(("anak", "judul"), [(0, ["Judul kecil"]), (7, [])])
def test_tanda_yang_menunjuk_ke_isi_lain_diabaikan(anak: int, judul: list[str]) -> None:
    isi = buat_pdf(Lembar().tulis("Judul kecil", huruf=8))
    naskah, _ = read_pdf(_buat_bertanda(isi, anak))
    assert naskah is not None
    assert [b.teks for b in naskah.blok if isinstance(b, JudulBaca)] == judul
