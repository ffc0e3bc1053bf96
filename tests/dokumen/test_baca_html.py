"""The HTML reader on pages written by hand."""

from __future__ import annotations

from kinerja.dokumen.baca.html import read_html
from kinerja.dokumen.baca.naskah import GambarBaca, JudulBaca, Naskah, ParagrafBaca, TabelBaca


def _baca(isi: str) -> Naskah:
    naskah, kendala = read_html(isi)
    assert naskah is not None, kendala
    return naskah


def test_judul_paragraf_butir_dan_yang_tidak_tampak() -> None:
    naskah = _baca(
        "<html><head><title>t</title></head><body><!-- c -->"
        "<h2>Bab <i>satu</i></h2>awal<p>satu <b>dua</b><br>tiga</p>ekor"
        "<ul><li>butir</li></ul><nav>menu</nav>"
        "<p hidden>x</p><div style='display: none'>y</div><script>z</script> sisa</body>"
    )
    assert [(b.tingkat, b.teks) for b in naskah.blok if isinstance(b, JudulBaca)] == [(2, "Bab satu")]
    semua = [(b.butir, b.teks) for b in naskah.blok if isinstance(b, ParagrafBaca)]
    assert semua == [
        (False, "awal"),
        (False, "satu dua tiga"),
        (False, "ekor"),
        (True, "butir"),
        (False, "sisa"),
    ]
    assert [b.letak.baris for b in naskah.blok] == [1, 2, 3, 4, 5, 6]


def test_tabel_dengan_sel_gabung_dan_kepala() -> None:
    naskah = _baca(
        "<table><caption>Tabel 2. Uji</caption><thead><tr><th rowspan=2>A<th colspan=2>B<tr><th>C<th>D</thead>"
        "<tbody><tr><th scope=rowgroup colspan=3>Kelompok<tr><td rowspan=2>x<td>1,5<td>2,5<tr><td>3,5<td colspan=zz>4,5"
        "</tbody></table>"
    )
    (tabel,) = (b for b in naskah.blok if isinstance(b, TabelBaca))
    assert tabel.keterangan is not None
    assert tabel.keterangan.nomor == "2"
    assert [[(s.teks, s.letak.kolom) for s in b] for b in tabel.kepala] == [
        [("A", 1), ("B", 2)],
        [("C", 2), ("D", 3)],
    ]
    assert [[(s.teks, s.letak.kolom) for s in b] for b in tabel.baris] == [
        [("Kelompok", 1)], [("x", 1), ("1,5", 2), ("2,5", 3)], [("3,5", 2), ("4,5", 3)],
    ]  # fmt: skip
    assert tabel.baris[1][0].bentang_baris == 2


def test_kepala_dari_th_tanpa_thead_dan_keterangan_tanpa_nomor() -> None:
    naskah = _baca(
        "<table><caption>Uji</caption><tr><th>A<th>B<tr><td>x<td>1,5<tr></table><table><caption></caption></table>"
    )
    (tabel,) = (b for b in naskah.blok if isinstance(b, TabelBaca))
    assert tabel.keterangan is not None
    assert (tabel.keterangan.nomor, tabel.keterangan.judul) == ("", "Uji")
    assert len(tabel.kepala) == 1


def test_tabel_bersarang_bingkai_dan_isi_sel() -> None:
    naskah = _baca(
        "<table><tr><td>bingkai</td></tr></table>"
        "<table><tr><th>P<th>Q<tr><td>a<p>b</p>c<span hidden>n</span>d<br>e<table><tr><td>m<td>n</table>f"
        "<td>1,5</table>"
    )
    assert isinstance(naskah.blok[0], ParagrafBaca)
    luar, dalam = (b for b in naskah.blok if isinstance(b, TabelBaca))
    assert luar.baris[0][0].teks == "a b cd e f"
    assert [s.teks for s in (*dalam.kepala, *dalam.baris)[0]] == ["m", "n"]


def test_gambar_dan_alternatifnya() -> None:
    naskah = _baca(
        "<img alt='satu'> <svg aria-label='dua'></svg><svg><title>t</title><desc>tiga</desc></svg>"
        "<svg><title>empat</title></svg>"
        "<picture><img alt='lima'></picture><img><p>Gambar 1. Enam</p>"
    )
    gambar = [b for b in naskah.blok if isinstance(b, GambarBaca)]
    assert [g.alternatif for g in gambar] == ["satu", "dua", "tiga", "empat", "lima", ""]
    assert gambar[-1].keterangan is not None


def test_laman_kosong_ditolak() -> None:
    naskah, (kendala,) = read_html("   ")
    assert naskah is None
    assert kendala.kode == "kosong"


def test_sarang_yang_sangat_dalam_tidak_menjatuhkan() -> None:
    naskah = _baca("<div>" * 5_000 + "dasar")
    assert len(naskah.blok) <= 1
