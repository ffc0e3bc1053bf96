"""Texts written into a Word file come back out of it: unchanged, edited, moved about, and with tracked changes."""

import io
import subprocess

import pytest
from docx import Document
from tests.dokumen.test_tulisan import SEMUA, make_citra

from kinerja.dokumen.baca.word.suntingan import BagianSuntingan, read_suntingan
from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.model import Bagian, Dokumen, catatan, paragraf
from kinerja.dokumen.tulisan import (
    GambarTulisan,
    Subjudul,
    TabelTulisan,
    convert_tulisan,
    raise_subjudul,
    read_tulisan,
    write_tulisan,
)

SATU, DUA = "suntingan_" + "a" * 16, "suntingan_" + "b" * 16


@pytest.fixture(scope="module")
def berkas() -> bytes:
    anak = (
        Bagian(SATU, "Analisis penyebab", convert_tulisan(SEMUA, "s", {"abc": make_citra()}), bernomor=False),
        Bagian(DUA, "Program", (catatan("kosong", "Belum ditulis."),), bernomor=False),
    )
    dokumen = Dokumen(
        "Naskah", "", "Kantor", 2023, "", "", rupa="surat",
        bab=(raise_subjudul(Bagian("puncak", "Divisi", anak=anak)),),
    )  # fmt: skip
    return render_docx(dokumen)


def baca(isi: bytes) -> dict[str, BagianSuntingan]:
    bagian, kendala = read_suntingan("naskah.docx", isi)
    assert kendala == ()
    return {b.id or b.judul: b for b in bagian}


def sunting(isi: bytes, ubah) -> bytes:
    dokumen, hasil = Document(io.BytesIO(isi)), io.BytesIO()
    ubah(dokumen)
    dokumen.save(hasil)
    return hasil.getvalue()


def cari(dokumen, teks: str):
    return next(p for p in dokumen.paragraphs if teks in p.text)


def setara(unsur):
    """As a Word file gives it back: a picture is known by its title and alternative only."""
    return tuple(GambarTulisan("", u.alt, u.judul) if isinstance(u, GambarTulisan) else u for u in unsur)


def test_tanpa_suntingan_kembali_sama(berkas):
    hasil = baca(berkas)
    assert tuple(hasil[SATU].isi) == setara(read_tulisan(SEMUA))
    assert hasil[DUA].isi == []
    assert hasil["Divisi"].isi == []
    assert write_tulisan(hasil[SATU].isi).startswith("## Sebab")


def test_paragraf_butir_dan_tabel_disunting(berkas):
    def ubah(d):
        cari(d, "sisa").text = "sisa yang diganti"
        cari(d, "pertama").insert_paragraph_before("nol", style=cari(d, "pertama").style)
        d.tables[-1].cell(1, 1).text = "4.321"
        cari(d, "Program").insert_paragraph_before("Paragraf baru di akhir.")

    isi = baca(sunting(berkas, ubah))[SATU].isi
    assert paragraf("sisa yang diganti") in isi
    assert isi[-1] == paragraf("Paragraf baru di akhir.")
    assert [t.baris for t in isi if isinstance(t, TabelTulisan)] == [(("Maret", "4.321"),)]
    assert [len(u.butir) for u in isi if hasattr(u, "bernomor") and u.bernomor] == [3]


def test_judul_boleh_diganti_karena_penandanya_tetap(berkas):
    def ubah(d):
        next(r for r in cari(d, "Analisis penyebab").runs if r.text).text = "Sebab-sebab"

    assert baca(sunting(berkas, ubah))[SATU].judul == "Sebab-sebab"


def test_penanda_terhapus_dikenali_dari_judul(berkas):
    def ubah(d):
        for satu in list(d.element.body.iter("{*}bookmarkStart")):
            satu.getparent().remove(satu)

    hasil = baca(sunting(berkas, ubah))
    assert set(hasil) == {"Divisi", "Analisis penyebab", "Sebab", "Program"}


def test_penanda_di_luar_judul_tetap_miliknya(berkas):
    def ubah(d):
        for satu in list(d.element.body.iter("{*}bookmarkStart")):
            judul = satu.getparent()
            judul.addprevious(satu)

    assert tuple(baca(sunting(berkas, ubah))[SATU].isi) == setara(read_tulisan(SEMUA))


def test_perubahan_terlacak_dibaca_sebagai_diterima(berkas):
    def ubah(d):
        p = cari(d, "sisa")._p
        lari = p.find("{*}r")
        for nama, teks in (("del", "buang"), ("ins", " tambah")):
            satu = p.makeelement(f"{{{p.nsmap['w']}}}{nama}")
            salinan = lari.__copy__()
            salinan.find("{*}t").text = teks
            satu.append(salinan)
            p.append(satu)

    assert paragraf("sisa tambah") in baca(sunting(berkas, ubah))[SATU].isi


def test_teks_sebelum_judul_pertama_dan_tabel_kosong_tidak_merusak():
    d, hasil = Document(), io.BytesIO()
    d.add_paragraph("sampul")
    d.add_table(1, 1)
    d.add_heading("Saya", 1)
    d.add_heading("Lebih dalam", 2)
    d.add_table(1, 2).cell(0, 0).text = "a"
    d.element.body.append(d.element.body.makeelement(d.tables[0]._tbl.tag))
    d.save(hasil)
    bagian, _ = read_suntingan("x.docx", hasil.getvalue())
    assert [(b.judul, b.isi) for b in bagian] == [
        ("Saya", []),
        ("Lebih dalam", [TabelTulisan("", ("a", ""), ("kiri", "kiri"), ())]),
    ]


def test_bukan_docx_ditolak_dengan_sebabnya():
    bagian, (kendala,) = read_suntingan("x.docx", b"bukan zip")
    assert bagian == ()
    assert kendala.fatal


def test_libreoffice_menyimpan_ulang(berkas, soffice, tmp_path):
    (tmp_path / "a.docx").write_bytes(berkas)
    perintah = [soffice, f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to",
                "docx:MS Word 2007 XML", "--outdir", str(tmp_path / "b"), str(tmp_path / "a.docx")]  # fmt: skip
    subprocess.run(perintah, check=True, capture_output=True, timeout=120)
    hasil = baca((tmp_path / "b" / "a.docx").read_bytes())
    # It keeps the alternative of a picture and drops its title.
    harus = write_tulisan(setara(read_tulisan(SEMUA))).replace('"Kegiatan"', '""')
    assert write_tulisan(hasil[SATU].isi) == harus
    assert Subjudul("Sebab") in hasil[SATU].isi
