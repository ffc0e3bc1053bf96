"""Plain text that was extracted from a PDF, read into paragraphs, headings, captions and flows."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import dedent

from hypothesis import strategies as st
from tests.aturan.sifat import periksa

from kinerja.dokumen.baca.naskah import BlokBaca, GambarBaca, JudulBaca, Naskah, ParagrafBaca, TabelAlir
from kinerja.dokumen.baca.teks import read_teks

PROSA = "Berdasarkan tabel di atas dapat dilihat bahwa capaian kinerja telah memenuhi target yang ditetapkan"


def baca(isi: str) -> list[BlokBaca]:
    return list(read_teks(dedent(isi)).blok)


def ringkas(blok: BlokBaca) -> tuple[str, ...]:
    match blok:
        case JudulBaca():
            return "judul", str(blok.tingkat), blok.teks
        case ParagrafBaca():
            return "paragraf", blok.teks
        case GambarBaca():
            return "gambar", "" if blok.keterangan is None else blok.keterangan.judul
        case TabelAlir():
            judul = "" if blok.keterangan is None else blok.keterangan.judul
            return "tabel", judul, " | ".join(satu.teks for satu in blok.baris)
        case _:
            raise AssertionError(blok)


def test_bab_judul_dan_paragraf():
    isi = f"""\
        BAB III
        AKUNTABILITAS KINERJA
        A. CAPAIAN KINERJA ORGANISASI
        {PROSA}
        pada tahun berjalan.
        Indikator Kinerja Kegiatan 1: Persentase layanan yang diselesaikan sesuai dengan ketentuan
        yang berlaku
        {PROSA}.
        """
    assert [ringkas(satu) for satu in baca(isi)] == [
        ("judul", "1", "BAB III AKUNTABILITAS KINERJA"),
        ("judul", "2", "A. CAPAIAN KINERJA ORGANISASI"),
        ("paragraf", f"{PROSA} pada tahun berjalan."),
        (
            "judul",
            "4",
            "Indikator Kinerja Kegiatan 1: Persentase layanan yang diselesaikan sesuai dengan ketentuan yang berlaku",
        ),
        ("paragraf", f"{PROSA}."),
    ]


def test_bab_di_akhir_berkas():
    assert [ringkas(satu) for satu in baca("BAB IV")] == [("judul", "1", "BAB IV")]


def test_keterangan_bersambung_tabel_dan_prosa():
    isi = f"""\
        Tabel 12. Perbandingan Target dan Realisasi Persentase Layanan yang Diselesaikan oleh
        Kantor Wilayah pada
        Tahun 2023
        No Sasaran Indikator Target Realisasi Capaian
        1 Layanan 90% 95% 105,56
        No Sasaran Indikator Target Realisasi Capaian
        2 Mutu 80% 80% 100
        {PROSA}, yaitu 100%.
        Tabel 4 menunjukkan bahwa semua target tercapai.
        """
    blok = [ringkas(satu) for satu in baca(isi)]
    assert blok[0][0] == "tabel"
    assert blok[0][1].endswith("Kantor Wilayah pada Tahun 2023")
    assert "2 Mutu 80% 80% 100" in blok[0][2]
    assert [satu[0] for satu in blok[1:]] == ["paragraf"]


def test_gambar_dengan_kotak_teks_sebelum_kepala():
    """Text boxes of a figure stand between the caption of a table and its header."""
    isi = """\
        Gambar 3. Struktur Organisasi
        Tabel 5. Capaian Sasaran
        Sasaran Kegiatan 1
        Layanan prima
        No Sasaran Indikator Target Realisasi Capaian
        1 Layanan 90% 95% 105,56
        No Jenis Belanja Pagu Realisasi Sisa
        1 Belanja Pegawai 1.000 900 100
        """
    blok = [ringkas(satu) for satu in baca(isi)]
    assert [satu[0] for satu in blok] == ["gambar", "gambar", "tabel", "tabel"]
    assert blok[2][2].startswith("No Sasaran Indikator")
    assert blok[3][1] == ""


def test_judul_kolom_yang_kembali_bukan_judul_bagian():
    """ "Sasaran Kegiatan" without a number, below rows of data, is a header after a page break."""
    isi = """\
        Tabel 5. Capaian Sasaran
        Sasaran Kegiatan
        Indikator Target Realisasi
        Layanan prima 90% 95%
        Sasaran Kegiatan
        Indikator Target Realisasi
        Mutu layanan 80% 80%
        Sasaran Kegiatan 2
        """
    blok = [ringkas(satu) for satu in baca(isi)]
    assert [satu[0] for satu in blok] == ["tabel", "judul"]
    assert "Mutu layanan 80% 80%" in blok[0][2]


def test_rumus_mengakhiri_tabel():
    isi = f"""\
        Tabel 1. Perhitungan
        No Nama Nilai
        1 Layanan 90
        90 / 100 x 100% = 90%
        {PROSA}
        """
    assert [satu[0] for satu in map(ringkas, baca(isi))] == ["tabel", "paragraf", "paragraf"]


def test_baris_panjang_berakhir_angka_tetap_baris_tabel():
    isi = """\
        Tabel 1. Rincian Kegiatan
        No Kegiatan Nilai
        1 Pelaksanaan bimbingan teknis penyusunan laporan kinerja satuan kerja wilayah 95
        2 Pengawasan pelaksanaan bimbingan teknis penyusunan laporan kinerja wilayah yang berlangsung
        3
        """
    blok = baca(isi)
    assert isinstance(blok[0], TabelAlir)
    assert len(blok[0].baris) >= 3


def test_butir_dan_judul_berulang():
    isi = """\
        Langkah yang dilakukan sebagai berikut:
        1. menyusun rencana kerja
        2. melaksanakan pemantauan
        """
    paragraf = [satu for satu in baca(isi) if isinstance(satu, ParagrafBaca)]
    assert [satu.butir for satu in paragraf] == [False, True, True]


def test_keterangan_di_akhir_berkas():
    assert [ringkas(satu) for satu in baca("Tabel 9. Rekapitulasi")] == [("tabel", "Rekapitulasi", "")]


def test_halaman_dan_baris():
    naskah = read_teks("satu\n\fdua\r\ntiga\x0cempat")
    letak = [(satu.letak.halaman, satu.letak.baris) for blok in naskah.blok for satu in blok.baris]  # type: ignore[union-attr]
    assert naskah.halaman == 3
    assert letak == [(1, 1), (2, 2), (2, 3), (3, 3)]
    assert read_teks("satu\ndua").halaman is None


def test_setiap_baris_tetap_ada_tepat_sekali():
    """Whatever the lines are, none is lost, none doubled and none moved."""
    baris = st.sampled_from(
        [
            "BAB I",
            "PENDAHULUAN",
            "A. GAMBARAN UMUM",
            "Tabel 1. Capaian",
            "Gambar 2. Struktur",
            "Sasaran Kegiatan 1",
            "No Sasaran Indikator Target Realisasi Capaian",
            "No",
            "Target",
            "Jenis Belanja Pagu Realisasi",
            "1 Layanan 90% 95% 105,56",
            "12",
            "90 x 100% = 90%",
            PROSA,
            PROSA + ".",
            "pada tahun 2023.",
            "Sumber: aplikasi",
            "1. menyusun rencana",
            "Indikator Kinerja Kegiatan 1: Persentase layanan-",
        ]
    )

    def sifat(_: object, isi: list[str]) -> None:
        semua = " ".join(_teks(read_teks("\n".join(isi))))
        assert sorted(semua.split()) == sorted(" ".join(isi).split())

    periksa(sifat, st.lists(baris, min_size=1, max_size=25), dengan=None)


def _teks(naskah: Naskah) -> Iterator[str]:
    for blok in naskah.blok:
        if isinstance(blok, GambarBaca):
            yield blok.alternatif
        elif isinstance(blok, JudulBaca | ParagrafBaca | TabelAlir):
            yield from (satu.teks for satu in blok.baris)
        if isinstance(blok, GambarBaca | TabelAlir) and blok.keterangan is not None:
            yield from (satu.teks for satu in blok.keterangan.baris)
