"""The DOCX reader on files made by hand: merged cells, tracked changes, text boxes, styles, bombs."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from tests.dokumen.buat_docx import buat_docx, p, tbl, tc, tr

from kinerja.dokumen.baca.arsip import BATAS
from kinerja.dokumen.baca.naskah import GambarBaca, JudulBaca, Naskah, ParagrafBaca, TabelAlir, TabelBaca
from kinerja.dokumen.baca.word import bagian as word_bagian
from kinerja.dokumen.baca.word import read_docx

GAYA = (
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="Judul 2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Bab"><w:basedOn w:val="Heading1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Garis"><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Biasa"><w:basedOn w:val="Heading1"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Butir"><w:pPr><w:numPr/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Isi1"><w:name w:val="toc 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Lingkar"><w:basedOn w:val="Lingkar"/></w:style>'
    '<w:style w:type="character" w:styleId="Tebal"/>'
)


def _baca(badan: str, gaya: str | None = GAYA) -> Naskah:
    naskah, kendala = read_docx("uji.docx", buat_docx(badan, gaya))
    assert naskah is not None, kendala
    return naskah


def _teks(naskah: Naskah) -> list[str]:
    return [b.teks for b in naskah.blok if isinstance(b, ParagrafBaca)]


def test_gaya_menentukan_judul_butir_dan_daftar_isi() -> None:
    garis = '<w:outlineLvl w:val="4"/>'
    naskah = _baca(
        p("Bab satu", "Bab") + p("Subbab", "Judul2") + p("Anak", "Garis") + p("Sendiri", "", garis)
        + p("Bukan judul", "Biasa") + p("Dibatalkan", "Heading1", '<w:outlineLvl w:val="9"/>')
        + p("satu", "Butir") + p("dua", "", "<w:numPr/>") + p("Tabel 1 Judul", "Isi1") + p("  ") + p("x", "Lingkar")
        + p("<w:r><w:t>Tabel 2 Judul</w:t><w:tab/><w:t>12</w:t></w:r>") + p("y", "Tiada")
    )  # fmt: skip
    assert [(b.tingkat, b.teks) for b in naskah.blok if isinstance(b, JudulBaca)] == [
        (1, "Bab satu"), (2, "Subbab"), (3, "Anak"), (5, "Sendiri"),
    ]  # fmt: skip
    butir = [b.teks for b in naskah.blok if isinstance(b, ParagrafBaca) and b.butir]
    assert butir == ["satu", "dua"]
    assert _teks(naskah) == [
        "Bukan judul",
        "Dibatalkan",
        *butir,
        "Tabel 1 Judul",
        "x",
        "Tabel 2 Judul 12",
        "y",
    ]
    assert naskah.blok[-1].letak.baris == 13


def test_tanpa_gaya_judul_dikenali_dari_huruf_tebal() -> None:
    def tebal(teks: str, nilai: str = "") -> str:
        return p(f"<w:r><w:rPr><w:b{nilai}/></w:rPr><w:t>{teks}</w:t></w:r>")

    naskah = _baca(
        tebal("BAB I") + tebal("Latar") + tebal("Bukan.") + tebal("Nol", ' w:val="0"') + p("Biasa"), None
    )
    assert [(b.tingkat, b.teks) for b in naskah.blok if isinstance(b, JudulBaca)] == [
        (1, "BAB I"),
        (None, "Latar"),
    ]


def test_perubahan_terlacak_bidang_dan_huruf_tersembunyi() -> None:
    naskah = _baca(
        p(
            "<w:r><w:t>awal </w:t></w:r><w:ins><w:r><w:t>disisipkan</w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>dihapus</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>pindah</w:t></w:r></w:moveFrom>"
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>SEQ</w:instrText></w:r>'
            "<w:r><w:br/><w:t>7</w:t><w:noBreakHyphen/><w:t>8</w:t></w:r>"
            "<w:fldSimple><w:r><w:t> hasil</w:t></w:r></w:fldSimple>"
            "<w:hyperlink><w:r><w:t> tautan</w:t></w:r></w:hyperlink>"
            "<w:r><w:rPr><w:vanish/></w:rPr><w:t>tersembunyi</w:t></w:r>"
        )
    )
    assert _teks(naskah) == ["awal disisipkan 7-8 hasil tautan"]


def test_kotak_teks_gambar_dan_keterangannya() -> None:
    gambar = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="g" descr="Peta wilayah"/>'
        "<a:graphic><pic:pic/></a:graphic></wp:inline></w:drawing></w:r>"
    )
    tabel = tbl(tr(tc("A"), tc("B")), tr(tc("x"), tc("1,5")))
    kotak = f"<w:drawing><w:txbxContent>{p('isi kotak')}{tabel}</w:txbxContent></w:drawing>"
    pilihan = f"<mc:Choice>{kotak}</mc:Choice><mc:Fallback>{kotak}</mc:Fallback>"
    naskah = _baca(
        p(gambar) + p("Gambar 1. Peta")
        + p(f"<w:r><w:t>jangkar</w:t><mc:AlternateContent>{pilihan}</mc:AlternateContent></w:r>")
        + p("<w:r><w:pict><v:imagedata/></w:pict><w:object/></w:r>")
    )  # fmt: skip
    semua = [b for b in naskah.blok if isinstance(b, GambarBaca)]
    assert [(g.alternatif, g.keterangan.nomor if g.keterangan else "") for g in semua] == [
        ("Peta wilayah", "1"),
        ("", ""),
        ("", ""),
    ]
    assert _teks(naskah) == ["jangkar", "isi kotak"]
    assert len(list(naskah.tabel())) == 1


def test_sel_gabung_baris_terhapus_kepala_dan_tempat() -> None:
    mulai, lanjut = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    tabel = tbl(
        tr(tc("No", mulai), tc("Tahun 2023", '<w:gridSpan w:val="2"/>'), sifat="<w:tblHeader/>"),
        tr(tc("", lanjut), tc("Target"), tc("Realisasi"), sifat="<w:tblHeader/>"),
        tr(tc("1", mulai), tc("3,1"), tc("3,5")),
        tr(tc("dihapus"), sifat="<w:del/>"),
        tr(tc("", lanjut), tc("3,2"), tc("3,6")),
        tr(tc("3,9"), sifat='<w:gridBefore w:val="2"/>'),
        tr(tc("yatim", lanjut), tc("4,1", '<w:gridSpan w:val="x"/>'), tc("4,2")),
    )
    naskah = _baca(p("Tabel 1. Uji") + p("(dalam persen)") + tabel)
    (hasil,) = (b for b in naskah.blok if isinstance(b, TabelBaca))
    assert hasil.keterangan is not None
    assert [[(s.teks, s.bentang_kolom, s.bentang_baris) for s in b] for b in hasil.kepala] == [
        [("No", 1, 2), ("Tahun 2023", 2, 1)], [("Target", 1, 1), ("Realisasi", 1, 1)],
    ]  # fmt: skip
    assert [[(s.teks, s.letak.kolom) for s in b] for b in hasil.baris] == [
        [("1", 1), ("3,1", 2), ("3,5", 3)], [("3,2", 2), ("3,6", 3)], [("3,9", 3)], [("4,1", 2), ("4,2", 3)],
    ]  # fmt: skip
    assert hasil.baris[0][0].bentang_baris == 3
    assert hasil.baris[1][0].letak.baris_tabel == 4


def test_sambungan_tanpa_awal_adalah_sel_biasa() -> None:
    naskah = _baca(tbl(tr(tc("A", "<w:vMerge/>"), tc("B")), tr(tc("x"), tc("1,5"))))
    (tabel,) = naskah.tabel()
    assert isinstance(tabel, TabelBaca)
    assert [s.teks for s in tabel.kepala[0]] == ["A", "B"]


def test_tabel_bersarang_dan_bingkai_satu_sel() -> None:
    dalam = tbl(tr(tc("P"), tc("Q")), tr(tc("m"), tc("2,5")))
    kotak = f"<w:p><w:r><w:drawing><w:txbxContent>{p('kotak')}</w:txbxContent></w:drawing></w:r></w:p>"
    luar = tbl(
        tr(tc("A"), tc("B")), tr(tc(p("teks") + dalam + p("ekor") + kotak), tc("1,5")), "<w:bookmarkEnd/>"
    )
    bingkai = tbl(tr(tc(p("di dalam bingkai") + dalam), "<w:bookmarkEnd/>"))
    sdt = f"<w:sdt><w:sdtContent>{p('terbungkus')}</w:sdtContent></w:sdt>"
    naskah = _baca(luar + bingkai + sdt)
    tabel = [t for t in naskah.tabel() if isinstance(t, TabelBaca)]
    assert [t.baris[0][0].teks for t in tabel] == ["teks ekor kotak", "m", "m"]
    assert [t.letak.tabel for t in tabel] == [1, 2, 3]
    assert _teks(naskah) == ["di dalam bingkai", "terbungkus"]


def test_sarang_yang_sangat_dalam_dipotong() -> None:
    satu = tbl(tr(tc("A"), tc("B")), tr(tc("x"), tc("1,5")))
    berlapis, bingkai = satu, p("dasar")
    for _ in range(30):
        berlapis = tbl(tr(tc("A"), tc("B")), tr(tc(p("x") + berlapis), tc("1,5")))
        bingkai = tbl(tr(tc(bingkai)))
    naskah = _baca(berlapis + bingkai)
    assert 15 < len(list(naskah.tabel())) < 30
    assert _teks(naskah) == []


def test_kepala_yang_diketik_ulang_dan_baris_penomor_dibuang() -> None:
    kepala = tr(tc("Uraian"), tc("Target"), tc("Realisasi"))
    nomor = tr(tc("1"), tc("2"), tc("3"))
    badan = p("Tabel 2 Ulang") + tbl(
        kepala, nomor, tr(tc("a"), tc("1,5"), tc("2,5")), kepala, nomor, tr(tc("b"), tc("3,5"), tc("4,5"))
    )
    (tabel,) = _baca(badan).tabel()
    assert isinstance(tabel, TabelBaca)
    assert [b[0].teks for b in tabel.baris] == ["a", "b"]
    assert len(tabel.penomor) == 1


def test_keterangan_di_bawah_tabel_dan_yang_berdiri_sendiri() -> None:
    def tabel(teks: str) -> str:
        return tbl(tr(tc("A"), tc("B")), tr(tc(teks), tc("1,5")))

    naskah = _baca(
        tabel("x")
        + p("Tabel 1. Satu")
        + tabel("y")
        + p("Tabel 2. Dua")
        + p("teks")
        + p("teks lagi")
        + p("Tabel 3. Tiga")
    )
    semua = list(naskah.tabel())
    assert [t.keterangan.nomor for t in semua if t.keterangan] == ["1", "2", "3"]
    assert isinstance(semua[-1], TabelAlir)


def test_prosa_yang_menyebut_tabel_bukan_keterangan() -> None:
    kalimat = [
        "Tabel 3 menunjukkan kenaikan",
        "Tabel kinerja 2023",
        "Tabel A tanpa angka",
        "Tabel 9. " + "sangat " * 80,
    ]
    assert _teks(_baca("".join(map(p, kalimat)))) == [k.strip() for k in kalimat]


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        (b"PK\x03\x04rusak", "arsipnya tidak utuh"),
        (buat_docx("<w:p>"), "bukan XML yang utuh"),
        (buat_docx("", **{"word/x.xml": "<!DOCTYPE x>"}), "DTD"),
        (buat_docx("", **{"word/x.xml": "a" * 3 * 2**20}), "mengembang"),
    ],
)
def test_berkas_rusak_dan_bom_ditolak(isi: bytes, kata: str) -> None:
    naskah, (kendala,) = read_docx("uji.docx", isi, replace(BATAS, terurai=2**21))
    assert naskah is None
    assert kendala.fatal
    assert kata in kendala.pesan


def test_gambar_boleh_memuat_apa_saja() -> None:
    naskah, _ = read_docx("uji.docx", buat_docx(p("x"), **{"word/media/a.svg": "<!DOCTYPE svg>"}))
    assert naskah is not None


def test_teks_yang_terlalu_besar_ditolak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_bagian, "_INTI_TERBESAR", 100)
    _, (kendala,) = read_docx("uji.docx", buat_docx(p("x" * 200)))
    assert "terlalu besar" in kendala.pesan


def test_tanpa_badan_tidak_ada_isi() -> None:
    keluar = io.BytesIO()
    with zipfile.ZipFile(keluar, "w") as arsip:
        arsip.writestr("word/document.xml", "<dokumen/>")
    naskah, _ = read_docx("uji.docx", keluar.getvalue())
    assert naskah is not None
    assert naskah.blok == ()
