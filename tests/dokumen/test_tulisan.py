"""A text people write: what it is read as, that it comes back the same, and that nothing in it is ever markup."""

import base64
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from PIL import Image

from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.html import render_bagian_html
from kinerja.dokumen.model import (
    Bagian,
    Citra,
    Daftar,
    Dokumen,
    Gambar,
    Paragraf,
    Tabel,
    Teks,
    daftar,
    paragraf,
)
from kinerja.dokumen.pdf import render_pdf
from kinerja.dokumen.tulisan import (
    GambarTulisan,
    Subjudul,
    TabelTulisan,
    check_tulisan,
    convert_tulisan,
    count_kata,
    raise_subjudul,
    read_tulisan,
    write_tulisan,
)


def make_citra(lebar: int = 40, tinggi: int = 20) -> Citra:
    aliran = io.BytesIO()
    Image.new("RGB", (lebar, tinggi), (200, 30, 30)).save(aliran, "PNG")
    return Citra(base64.b64encode(aliran.getvalue()).decode(), "image/png", lebar, tinggi)


SEMUA = """## Sebab

Jumlah **turun** karena *pelatihan* selesai
pada bulan Maret.

- satu
- dua **tebal**
  - di bawahnya

1. pertama
2. kedua

Tabel: Jumlah kegiatan

| Bulan | Jumlah |
|---|--:|
| Maret | 1.234 |

Teks ![Grafik batang](gambar:abc "Kegiatan") sisa"""


def test_setiap_bentuk():
    assert read_tulisan(SEMUA) == (
        Subjudul("Sebab"),
        paragraf(
            "Jumlah ", Teks("turun", tebal=True), " karena ", Teks("pelatihan", miring=True),
            " selesai pada bulan Maret.",
        ),
        Daftar((paragraf("satu"), paragraf("dua ", Teks("tebal", tebal=True)), paragraf("di bawahnya"))),
        daftar("pertama", "kedua", bernomor=True),
        TabelTulisan("Jumlah kegiatan", ("Bulan", "Jumlah"), ("kiri", "kanan"), (("Maret", "1.234"),)),
        paragraf("Teks"),
        GambarTulisan("abc", "Grafik batang", "Kegiatan"),
        paragraf("sisa"),
    )  # fmt: skip


@pytest.mark.parametrize(
    "isi",
    [
        "<script>alert(1)</script> & <b>x</b>",
        "[tautan](javascript:alert(1)) <javascript:alert(1)>",
        "nama_kolom_panjang 5*3 = 15, 2*2; C:\\folder",
        "    bukan kode\n\n```\njuga bukan\n```",
        "Judul\n---\nisi",
        "> bukan kutipan",
    ],
)
def test_yang_tidak_dikenal_dicetak_apa_adanya(isi):
    """As typed: spaces at line ends aside, every letter is printed, and none of it becomes an element."""
    bagian = Bagian("b", "J", convert_tulisan(isi, "x", {}))
    pohon = html.fromstring(render_bagian_html(bagian))
    assert {e.tag for e in pohon.iter()} <= {"div", "section", "h2", "p"}
    assert "".join("".join(pohon.itertext()).removeprefix("J").split()) == "".join(isi.split())


def test_butir_dan_gambar_di_dalam_daftar():
    isi = "- a\n\n  ![alt](gambar:x)\n- ## judul"
    assert read_tulisan(isi) == (daftar("a"), GambarTulisan("x", "alt", ""), Subjudul("judul"))


def test_gambar_di_dalam_judul_dan_sel_menjadi_teksnya():
    assert read_tulisan("## a ![b](gambar:c)") == (Subjudul("a b"),)


_HURUF = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
_KALIMAT = st.lists(_HURUF, min_size=1, max_size=4).map(" ".join)
_PARAGRAF = st.tuples(
    _KALIMAT, st.sampled_from([(False, False), (True, False), (False, True), (True, True)])
).map(lambda p: Paragraf((Teks("Awal "), Teks(p[0], *p[1]), Teks(" akhir.")) if any(p[1]) else (Teks(p[0]),)))


def _baca_ulang(*unsur):
    return read_tulisan(write_tulisan(unsur))


@given(_KALIMAT)
def test_paragraf_bolak_balik(isi):
    assert _baca_ulang(paragraf(isi)) == (paragraf(isi),)


@given(st.lists(_KALIMAT, min_size=1, max_size=4), st.booleans())
def test_daftar_bolak_balik(butir, bernomor):
    satu = daftar(*butir, bernomor=bernomor)
    assert _baca_ulang(satu) == (satu,)


@given(st.lists(_KALIMAT, min_size=2, max_size=2), st.lists(_KALIMAT, min_size=2, max_size=2), _KALIMAT)
def test_tabel_bolak_balik(kolom, baris, judul):
    satu = TabelTulisan(judul, tuple(kolom), ("tengah", "kanan"), (tuple(baris),))
    assert _baca_ulang(satu) == (satu,)


def test_semua_bolak_balik():
    unsur = read_tulisan(SEMUA)
    assert read_tulisan(write_tulisan(unsur)) == unsur
    assert write_tulisan(read_tulisan(write_tulisan(unsur))) == write_tulisan(unsur)


def test_dua_daftar_berurutan_menjadi_satu():
    assert _baca_ulang(daftar("a"), daftar("b"), daftar("c", bernomor=True)) == (
        daftar("a", "b"),
        daftar("c", bernomor=True),
    )


def test_tebal_dan_miring_sekaligus_dengan_spasi_di_tepi():
    asal = paragraf("a", Teks(" b ", tebal=True, miring=True), "c", Teks(" ", tebal=True), "d")
    assert write_tulisan([asal]) == "a ***b*** c d"


def test_jumlah_kata():
    assert count_kata(SEMUA) == 25
    assert count_kata("") == 0


def test_kekurangan_disebut():
    isi = '![](gambar:a "G")\n\n![ada](gambar:b)\n\n| A | B |\n|---|---|\n| 1 | 2 |'
    assert [t.kode for t in check_tulisan(isi, {"a"})] == [
        "tanpa_teks_alternatif", "gambar_tidak_ada", "tabel_tanpa_judul",
    ]  # fmt: skip
    assert check_tulisan(SEMUA, {"abc"}) == ()


def test_menjadi_blok_dan_bagian():
    bagian = Bagian("b", "Bab", (paragraf("pengantar"), *convert_tulisan(SEMUA, "b", {"abc": make_citra()})))
    jadi = raise_subjudul(Bagian("induk", "I", anak=(bagian,)))
    (isi,) = jadi.anak
    assert isi.isi == (paragraf("pengantar"),)
    assert [a.judul for a in isi.anak] == ["Sebab"]
    blok = isi.anak[0].isi
    assert [type(b) for b in blok].count(Tabel) == 1
    assert [b.alt for b in blok if isinstance(b, Gambar)] == ["Grafik batang"]


def test_tabel_tanpa_judul_dan_gambar_hilang_terlihat():
    tabel, catatan = convert_tulisan("| A | B |\n|---|---|\n\n![alt](gambar:x)", "p", {})
    assert (tabel.judul, tabel.baris) == ("Data pendukung", ())
    assert catatan.jenis == "perhatian"
    (gambar,) = convert_tulisan('![](gambar:x "Judul")', "p", {"x": make_citra()})
    assert (gambar.alt, gambar.judul) == ("Judul", "Judul")


@pytest.fixture(scope="module")
def laporan() -> Dokumen:
    isi = convert_tulisan(SEMUA, "b", {"abc": make_citra(1200, 300)})
    return Dokumen(
        "Laporan", "Tahun 2023", "Kantor", 2023, "Januari 2024", "kode",
        bab=(raise_subjudul(Bagian("b", "Bab", isi)),),
    )  # fmt: skip


def test_gambar_terunggah_di_pdf_docx_dan_html(laporan, tmp_path):
    import pikepdf  # noqa: PLC0415
    from docx import Document  # noqa: PLC0415

    with pikepdf.open(io.BytesIO(render_pdf(laporan).isi)) as pdf:
        gambar = [g for hal in pdf.pages for g in _list_gambar(hal.get("/Resources", {}))]
    assert (1200, 300) in gambar
    docx = Document(io.BytesIO(render_docx(laporan)))
    assert any(e.get("descr") == "Grafik batang" for e in docx.element.body.iter("{*}docPr"))
    assert "data:image/png;base64," in render_bagian_html(laporan.bab[0])


def _list_gambar(sumber):
    for objek in dict(sumber.get("/XObject", {})).values():
        if objek.get("/Subtype") == "/Image":
            yield int(objek.Width), int(objek.Height)
        else:
            yield from _list_gambar(objek.get("/Resources", {}))


def test_gambar_kecil_tidak_dibesarkan():
    from kinerja.dokumen.grafik import gambar_svg  # noqa: PLC0415

    svg = gambar_svg(make_citra(100, 50), judul="J", alt="A")
    assert 'width="100" height="50"' in svg
