"""The PDF of the sample report, really made by typst and read back with two other libraries."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest
from tests.dokumen.contoh_dokumen import INSTANSI, JUDUL_PANJANG, TEKS_BERBAHAYA, contoh_dokumen

from kinerja.dokumen.grafik import gambari
from kinerja.dokumen.model import (
    BaganPohon,
    Bagian,
    Baris,
    Dokumen,
    Gambar,
    Kolom,
    Paragraf,
    Rujukan,
    Simpul,
    Tabel,
    catatan,
    daftar,
    paragraf,
    teks,
)
from kinerja.dokumen.pdf import HasilPdf, PdfGagal, lay_out, render_pdf, waktu_dokumen
from kinerja.dokumen.penomoran import nomori
from kinerja.dokumen.typst.proses import jalankan


@pytest.fixture(scope="module")
def hasil() -> HasilPdf:
    return render_pdf(contoh_dokumen())


@pytest.fixture(scope="module")
def halaman(hasil: HasilPdf) -> list[str]:
    """The text of each page, lines joined by one space."""
    return baca_halaman(hasil)


@pytest.fixture(scope="module")
def pdf(hasil: HasilPdf) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(hasil.isi)) as terbuka:
        yield terbuka


def baca_halaman(hasil: HasilPdf) -> list[str]:
    buku = pypdfium2.PdfDocument(hasil.isi)
    return [" ".join(lembar.get_textpage().get_text_range().split()) for lembar in buku]


def unsur(simpul: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Every structure element beneath `simpul`, in reading order."""
    if isinstance(simpul, pikepdf.Array):
        for anak in simpul:
            yield from unsur(anak)
    elif isinstance(simpul, pikepdf.Dictionary) and "/S" in simpul:
        yield simpul
        if "/K" in simpul:
            yield from unsur(simpul.K)


def kecil(*isi: object, **lain: object) -> Dokumen:
    bab = Bagian("bab", "Bab", isi=isi, **lain)
    return Dokumen("Laporan", "Sub", "Kantor", 2023, "Kota, 2 Januari 2024", "k-1", bab=(bab,))


# ------------------------------------------------------------------ pages


def test_sampul_memuat_fakta_tanpa_nomor(halaman: list[str]) -> None:
    dok = contoh_dokumen()
    for isi in (dok.judul, dok.subjudul, dok.instansi.upper(), str(dok.tahun), dok.tempat_tanggal, dok.kode):
        assert isi in halaman[0]


def test_setiap_halaman_berkepala_dan_berkaki(hasil: HasilPdf, halaman: list[str]) -> None:
    assert hasil.jumlah_halaman == len(halaman)
    for nomor, isi in enumerate(halaman[1:]):
        tercetak = ["i", "ii", "iii", "iv", "v"][nomor] if nomor < 5 else str(nomor - 4)
        assert INSTANSI in isi
        assert isi.endswith(f"Laporan Kinerja Instansi Pemerintah 2023 Kode verifikasi 7f3a-91c2 {tercetak}")


def test_kepala_memuat_judul_bab_kecuali_di_halaman_pembuka(hasil: HasilPdf, halaman: list[str]) -> None:
    pembuka = 5 + int(hasil.halaman["bab-akuntabilitas"])
    assert f"{INSTANSI} Akuntabilitas Kinerja" not in halaman[pembuka]
    assert f"{INSTANSI} BAB III" in halaman[pembuka]
    assert halaman[pembuka + 1].startswith(f"{INSTANSI} Akuntabilitas Kinerja")


def test_halaman_setiap_id_benar(hasil: HasilPdf, halaman: list[str], pdf: pikepdf.Pdf) -> None:
    nomor = nomori(contoh_dokumen())
    label = [lembar.label for lembar in pdf.pages]
    assert set(hasil.halaman) == set(nomor.label)
    for butir in (*nomor.daftar_tabel, *nomor.daftar_gambar):
        isi = halaman[label.index(hasil.halaman[butir.id])]
        assert f"{butir.label} {butir.judul}" in isi
    for butir in nomor.daftar_isi:
        isi = halaman[label.index(hasil.halaman[butir.id])]
        judul = butir.judul.upper() if butir.tingkat == 1 else butir.judul
        assert f"{butir.label} {judul}".strip() in isi


def test_daftar_memuat_nomor_halaman_yang_sama(hasil: HasilPdf, halaman: list[str]) -> None:
    nomor = nomori(contoh_dokumen())
    for judul, butir in (
        ("DAFTAR ISI", nomor.daftar_isi),
        ("DAFTAR TABEL", nomor.daftar_tabel),
        ("DAFTAR GAMBAR", nomor.daftar_gambar),
    ):
        (isi,) = (satu for satu in halaman if f"{INSTANSI} {judul}" in satu)
        rapat = isi.replace(" .", "").replace(".", "").replace(" ", "")
        for b in butir:
            harapan = f"{b.label}{b.judul}{hasil.halaman[b.id]}".replace(".", "").replace(" ", "")
            assert harapan in rapat


def test_tabel_mendatar_membawa_judulnya_ke_halaman_mendatar(hasil: HasilPdf, pdf: pikepdf.Pdf) -> None:
    mendatar = [lembar.label for lembar in pdf.pages if lembar.mediabox[2] > lembar.mediabox[3]]
    assert hasil.halaman["perjanjian"] == hasil.halaman["tab-triwulan"] == mendatar[0]
    assert len(mendatar) >= 2


def test_baris_judul_diulang_dan_judul_tabel_tidak_terpisah(hasil: HasilPdf, halaman: list[str]) -> None:
    awal = 5 + int(hasil.halaman["tab-panjang"])
    kepala = "Persentase No. Satuan Kerja Target Realisasi"
    assert (
        f"{JUDUL_PANJANG} {kepala} Pemasyarakatan 1 Satuan Kerja Pemasyarakatan 1 80 71,25" in halaman[awal]
    )
    assert kepala in halaman[awal + 1]
    assert "Rata-rata 80 74,75" in halaman[awal + 1]


def test_teks_orang_dicetak_apa_adanya(halaman: list[str]) -> None:
    seluruh = " ".join(halaman)
    assert seluruh.count(" ".join(TEKS_BERBAHAYA.split())) >= 4  # paragraph, caption, cell, list of tables
    assert "Rp23.223.707.289 98,20%" in seluruh
    assert "−3,62%" in seluruh


def test_catatan_bertanda_kata(halaman: list[str]) -> None:
    seluruh = " ".join(halaman)
    assert "BELUM DIISI Analisis penyebab belum diisi" in seluruh
    assert "PERHATIAN Realisasi satuan kerja Lapas Contoh" in seluruh
    assert "CATATAN Indikator ini baru diukur sejak tahun 2022; lihat Tabel 3.3." in seluruh


def test_tidak_ada_huruf_di_luar_bidang_cetak(hasil: HasilPdf) -> None:
    for nomor, lembar in enumerate(pypdfium2.PdfDocument(hasil.isi)):
        isi = lembar.get_textpage()
        tampak = (n for n in range(isi.count_chars()) if isi.get_text_range(n, 1).strip())
        kanan = max(isi.get_charbox(n)[2] for n in tampak)
        assert kanan <= lembar.get_width() - 22 * 72 / 25.4 + 0.5, nomor


# ------------------------------------------------------------------ accessibility and archiving


def test_bertanda_menurut_pdf_a_dan_ua(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "id"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    with pdf.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("2", "A", "1")
        assert xmp["dc:title"] == f"Laporan Kinerja Instansi Pemerintah {INSTANSI} 2023"
        assert list(xmp["dc:creator"]) == [INSTANSI]
        assert xmp["xmp:CreateDate"].startswith("2024-01-31")


def test_struktur_tabel_judul_dan_gambar(pdf: pikepdf.Pdf) -> None:
    pohon = list(unsur(pdf.Root.StructTreeRoot.K))
    jenis = Counter(str(u.S) for u in pohon)
    assert jenis["/Table"] == 6
    assert jenis["/Caption"] == 10
    assert jenis["/TOCI"] == len(nomori(contoh_dokumen()).daftar_isi) + 6 + 4
    assert [jenis[f"/H{n}"] for n in range(1, 6)] == [10, 6, 1, 1, 2]
    alt = [str(u.Alt) for u in pohon if str(u.S) == "/Figure"]
    assert alt == [b.alt for b in contoh_dokumen().blok() if isinstance(b, Gambar)]


def test_setiap_sel_data_menunjuk_kepalanya(pdf: pikepdf.Pdf) -> None:
    (sel, *_) = (u for u in unsur(pdf.Root.StructTreeRoot.K) if str(u.S) == "/TD")
    atribut = [a for a in sel.A if str(a.O) == "/Table"]
    assert len(atribut[0].Headers) == 1
    kepala = [u for u in unsur(pdf.Root.StructTreeRoot.K) if str(u.S) == "/TH"]
    assert all("/ID" in u for u in kepala)


def test_judul_tidak_memuat_blok(pdf: pikepdf.Pdf) -> None:
    for u in unsur(pdf.Root.StructTreeRoot.K):
        if str(u.S) in ("/H1", "/H2", "/H3", "/H4", "/H5"):
            assert not {str(anak.S) for anak in unsur(u.get("/K", None))} & {"/P", "/Div"}


def test_markah_buku_memuat_semua_judul(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as kerangka:
        puncak = [b.title for b in kerangka.root]
        akuntabilitas = next(b for b in kerangka.root if b.title.endswith("Akuntabilitas Kinerja"))
    assert [p.split(" ", 2)[-1] if p.startswith(("BAB", "LAMP")) else p for p in puncak] == [
        "Kata Pengantar", "Ikhtisar Eksekutif", "Daftar Isi", "Daftar Tabel", "Daftar Gambar", "Pendahuluan",
        "Perencanaan Kinerja", "Akuntabilitas Kinerja", "Perjanjian Kinerja Tahun 2023",
        "Keputusan Pembentukan Tim Penyusun",
    ]  # fmt: skip
    assert len(akuntabilitas.children) == 2


def test_hanya_memakai_fon_sendiri(pdf: pikepdf.Pdf) -> None:
    fon = {str(o.BaseFont) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and "/BaseFont" in o}
    assert fon
    assert all("Source" in nama for nama in fon)


def test_dokumen_sama_menghasilkan_bita_sama(hasil: HasilPdf) -> None:
    assert render_pdf(contoh_dokumen()) == hasil


# ------------------------------------------------------------------ page numbers alone


def nomor_saja(dok: Dokumen) -> HasilPdf:
    with lay_out(dok, hanya_halaman=True) as tunggu:
        return tunggu()


def test_nomor_halaman_tanpa_pdf_sama_dengan_yang_tercetak(hasil: HasilPdf) -> None:
    assert nomor_saja(contoh_dokumen()) == HasilPdf(b"", hasil.halaman, None)


def test_daftar_yang_panjang_tidak_menggeser_nomor_halaman() -> None:
    """Five pages of lists and headings in the margins are left out; front matter and chapters stay in place."""
    contoh = next(b for b in contoh_dokumen().blok() if isinstance(b, Gambar))
    tabel = tuple(Tabel(f"t{n}", f"Tabel ke-{n} " * 12, (Kolom("A"),), (Baris(("1",)),)) for n in range(60))
    depan = Bagian("kata", "Kata", isi=(paragraf("kata " * 1200), replace(contoh, id="g")))
    bab = (Bagian("a", "A", isi=tabel), Bagian("b", "B", isi=(contoh,)))
    dok = Dokumen("Laporan", "Sub", "Kantor " * 40, 2023, "Kota", "k", depan=(depan,), bab=bab)
    hasil = render_pdf(dok)
    assert (hasil.halaman["kata"], hasil.halaman["g"]) == ("i", "ii")
    assert int(hasil.halaman["b"]) > 5
    assert nomor_saja(dok).halaman == hasil.halaman


def test_gambar_yang_sudah_ada_tidak_digambar_lagi(hasil: HasilPdf) -> None:
    with lay_out(contoh_dokumen(), svg=gambari(contoh_dokumen())) as tunggu:
        assert tunggu() == hasil


# ------------------------------------------------------------------ edges


def test_dokumen_terkecil() -> None:
    dok = kecil(Paragraf(()), catatan("info"), daftar(""), Tabel("t", "Kosong", (Kolom("Satu"),), ()))
    hasil = render_pdf(replace(dok, tempat_tanggal=""))
    assert hasil.halaman == {"bab": "1", "t": "1"}
    isi = baca_halaman(hasil)
    assert not any("DAFTAR GAMBAR" in satu for satu in isi)
    assert any("DAFTAR TABEL" in satu for satu in isi)
    tanpa_tabel = render_pdf(kecil(paragraf("Teks")))
    assert tanpa_tabel.jumlah_halaman == 3


def test_huruf_di_luar_fon_tidak_menggagalkan() -> None:
    blok = paragraf("Selesai 😀 ① 中 \u0007", teks("tebal", tebal=True), teks("miring", miring=True))
    tabel = Tabel("t", "Emoji 😀", (Kolom("中"),), (Baris(("a\nb",)),), catatan="😀")
    isi = " ".join(baca_halaman(render_pdf(kecil(blok, tabel))))
    assert "Selesai □ 1 □ tebalmiring" in isi


def test_gambar_dengan_huruf_aneh_tetap_svg_yang_sah() -> None:
    contoh = next(b for b in contoh_dokumen().blok() if isinstance(b, Gambar))
    bagan = BaganPohon(Simpul("a＜b & 😀"))
    isi = " ".join(baca_halaman(render_pdf(kecil(replace(contoh, bagan=bagan)))))
    assert "a<b & □" in isi


def test_id_boleh_berupa_teks_apa_pun() -> None:
    tabel = Tabel('t" <x> #[]\\', "Judul", (Kolom("A"),), (Baris(("1",)),))
    hasil = render_pdf(kecil(tabel, paragraf(Rujukan(tabel.id))))
    assert hasil.halaman[tabel.id] == "1"


def test_baris_sangat_tinggi_boleh_terpotong() -> None:
    panjang = "kata yang diulang terus " * 400
    tabel = Tabel("t", "Judul", (Kolom("No.", 1), Kolom("Uraian", 20)), (Baris(("1", panjang)),))
    isi = baca_halaman(render_pdf(kecil(tabel)))
    assert sum(satu.count("diulang") for satu in isi) == 400


def test_bab_yang_dimulai_mendatar_tidak_meninggalkan_halaman_kosong() -> None:
    tabel = Tabel("t", "Judul", (Kolom("A"),), (Baris(("1",)),), mendatar=True)
    dua = (Bagian("a", "A", isi=(tabel,)), Bagian("b", "B", isi=(replace(tabel, id="u"), paragraf("akhir"))))
    hasil = render_pdf(Dokumen("Laporan", "Sub", "Kantor", 2023, "Kota", "k", bab=dua))
    assert hasil.halaman == {"a": "1", "t": "1", "b": "2", "u": "2"}
    assert hasil.jumlah_halaman == 6


def test_catatan_panjang_boleh_terpotong() -> None:
    hasil = render_pdf(kecil(catatan("kosong", "kata " * 3000)))
    assert sum(satu.count("kata ") for satu in baca_halaman(hasil)) >= 2990


def test_bagian_dalam_dan_halaman_baru() -> None:
    dalam = Bagian("t7", "Tujuh", isi=(paragraf("dasar"),))
    for tingkat in range(6, 1, -1):
        dalam = Bagian(f"t{tingkat}", f"Tingkat {tingkat}", anak=(dalam,), halaman_baru=tingkat == 3)
    hasil = render_pdf(kecil(paragraf("awal"), anak=(dalam,)))
    assert (hasil.halaman["t2"], hasil.halaman["t3"], hasil.halaman["t7"]) == ("1", "2", "2")


def test_gambar_tanpa_alt_ditolak() -> None:
    gambar = next(b for b in contoh_dokumen().blok() if isinstance(b, Gambar))
    with pytest.raises(PdfGagal, match="alt") as galat:
        render_pdf(kecil(replace(gambar, alt="")))
    assert "alt" in galat.value.diagnostik


def test_batas_waktu() -> None:
    with pytest.raises(PdfGagal, match="detik"):
        render_pdf(kecil(paragraf("a")), batas_detik=0.001)


@pytest.mark.parametrize("data", [{}, {"hanya_halaman": True}])
def test_proses_menulis_galat_dan_kode_keluar(data: dict[str, bool]) -> None:
    keluar, galat = io.BytesIO(), io.StringIO()
    masuk = io.BytesIO(json.dumps({"data": data, "waktu": 0}).encode())
    assert jalankan(masuk, keluar, galat) == 1
    assert "dictionary does not contain key" in galat.getvalue()
    assert keluar.getvalue() == b""


@pytest.mark.parametrize(
    ("tempat_tanggal", "harapan"),
    [
        ("Kota, 31 Januari 2024", "2024-01-31"),
        ("Kota, 7 Agustus 2023", "2023-08-07"),
        ("Kota, 31 Februari 2024", "2023-12-31"),
        ("Kota", "2023-12-31"),
    ],
)
def test_waktu_dari_dokumen(tempat_tanggal: str, harapan: str) -> None:
    dok = replace(contoh_dokumen(), tempat_tanggal=tempat_tanggal)
    assert waktu_dokumen(dok).date().isoformat() == harapan
