"""The reader of workbooks: every cell in its place, nothing hidden, nothing dangerous let in."""

import datetime
import os
import re
import zipfile
from decimal import Decimal

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.pertukaran.arsip import (
    SATU_SEL,
    bungkus,
    make_bagian,
    make_gaya,
    tulis_arsip,
    tulis_bom,
    tulis_sel,
)

from kinerja.dokumen.baca.arsip import BATAS, Batas
from kinerja.dokumen.baca.galat import jelaskan_os
from kinerja.dokumen.baca.letak import nama_kolom, nama_sel, urai_rujukan
from kinerja.dokumen.baca.pindai import pindai_lembar
from kinerja.dokumen.baca.polos import is_polos
from kinerja.dokumen.baca.xlsx import BerkasDitolak, GalatSel, Persen, baca_xlsx, ke_desimal


def baca(berkas, batas=BATAS):
    return list(baca_xlsx(berkas, batas))


def baca_sel(berkas):
    (lembar,) = baca(berkas)
    return lembar.baris


def tolak(berkas, pesan, batas=BATAS):
    with pytest.raises(BerkasDitolak, match=pesan):
        baca(berkas, batas)


# What is read


def test_setiap_jenis_isi_di_tempatnya(tmp_path):
    berkas = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(berkas, {"default_date_format": "dd/mm/yyyy"}) as buku:
        lembar = buku.add_worksheet("Data")
        lembar.write("B3", "teks")
        lembar.write("C3", 97.73)
        lembar.write("D4", True)
        lembar.write_datetime("E4", datetime.datetime(2023, 2, 1))  # noqa: DTZ001
        lembar.write_formula("F4", "=1+1", None, 2)
        buku.add_worksheet("Kosong")
    data, kosong = baca(berkas)
    assert (data.nama, kosong.nama) == ("Data", "Kosong")
    assert data.baris == [
        [""] * 6,
        [""] * 6,
        ["", "teks", 97.73, "", "", ""],
        ["", "", "", True, datetime.date(2023, 2, 1), 2.0],
    ]
    assert (kosong.baris, kosong.gabungan) == ([], ())


def test_nama_berkas_dan_ukuran_yang_dinyatakan_tidak_menipu(tmp_path):
    isi = bungkus(SATU_SEL).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    asli = tulis_arsip(tmp_path / "a.xlsx", make_bagian({"A": isi}))
    assert baca_sel(asli.rename(tmp_path / "unggahan.xls")) == [[1.0]]


def test_sel_gabungan_dilaporkan(tmp_path):
    isi = bungkus(SATU_SEL, '<mergeCells count="1"><mergeCell ref="A1:B3"/></mergeCells>')
    (lembar,) = baca(tulis_arsip(tmp_path / "a.xlsx", make_bagian({"A": isi})))
    assert lembar.gabungan == ((0, 0, 2, 1),)


@pytest.mark.parametrize("galat", ["#DIV/0!", "#REF!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#VALUE!"])
def test_galat_rumus_tidak_menjadi_kosong(tmp_path, galat):
    sel = f'<row r="1"><c r="A1" t="e"><f>1/0</f><v>{galat}</v></c><c r="B1"><v>2</v></c></row>'
    baris = baca_sel(tulis_sel(tmp_path / "a.xlsx", sel))
    assert baris == [[GalatSel(galat), 2.0]]
    assert str(baris[0][0]) == galat


def test_galat_rumus_di_luar_isi_terakhir(tmp_path):
    sel = f'{SATU_SEL}<row r="3"><c r="C3"><f>SUM(A1)</f></c></row>'
    assert baca_sel(tulis_sel(tmp_path / "a.xlsx", sel)) == [
        [1.0, "", ""],
        ["", "", ""],
        ["", "", GalatSel("")],
    ]


def test_rumus_yang_belum_dihitung_terlihat(tmp_path):
    buku = Workbook()
    buku.active.append(["=1+1", 5, "=A1"])
    buku.save(tmp_path / "a.xlsx")
    assert baca_sel(tmp_path / "a.xlsx") == [[GalatSel(""), 5.0, GalatSel("")]]


def test_hasil_rumus_berupa_teks_kosong_adalah_hasil(tmp_path):
    sel = (
        '<row r="1"><c r="A1" t="str"><f>T(1)</f><v></v></c><c r="B1" t="str"><f>T(1)</f></c>'
        '<c r="C1"><f>1+1</f><v>2</v></c><c r="D1"><f>1+1</f><v> </v></c></row>'
    )
    assert baca_sel(tulis_sel(tmp_path / "a.xlsx", sel))[0][:3] == ["", GalatSel(""), 2.0]


def test_galat_lalu_sel_biasa_dan_rumus_di_bawah_data(tmp_path):
    # A sparkline has an <f> as well, which is no formula of the last cell.
    sel = '<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1"><v>1</v></c><c r="C1" s="0"/></row>'
    kilau = '<extLst><ext xmlns:xm="urn:xm"><xm:f>A!A1:B1</xm:f></ext></extLst>'
    berkas = tulis_arsip(tmp_path / "a.xlsx", make_bagian({"A": bungkus(sel, kilau)}))
    assert baca_sel(berkas) == [[GalatSel("#N/A"), 1.0]]


def test_hanya_galat_di_lembar_kosong(tmp_path):
    sel = '<row r="2"><c r="B2"><f>A1</f></c></row>'
    assert baca_sel(tulis_sel(tmp_path / "a.xlsx", sel)) == [["", ""], ["", GalatSel("")]]


@pytest.mark.parametrize("format_", ["9", "10", "170"])
def test_sel_berformat_persen(tmp_path, format_):
    gaya = make_gaya("0", format_, tambahan='<numFmts><numFmt numFmtId="170" formatCode="0.0%"/></numFmts>')
    sel = (
        '<row r="1"><c r="A1" s="1"><v>0.974</v></c><c r="B1"><v>0.974</v></c>'
        '<c r="C1" s="1" t="str"><v>x</v></c></row><row r="2"><c r="F2" s="1"/></row>'
    )
    baris = baca_sel(tulis_sel(tmp_path / "a.xlsx", sel, gaya=gaya))
    assert baris == [[0.974, 0.974, "x"]]
    assert [type(s) for s in baris[0]] == [Persen, float, str]
    assert (str(baris[0][0]), baris[0][0].angka) == ("97.4%", Decimal("97.4"))


def test_tanda_persen_dalam_kutipan_bukan_persen(tmp_path):
    format_ = '<numFmts><numFmt numFmtId="170" formatCode="0&quot; %&quot;\\%"/></numFmts>'
    gaya = make_gaya("170", tambahan=format_)
    assert type(baca_sel(tulis_sel(tmp_path / "a.xlsx", SATU_SEL, gaya=gaya))[0][0]) is float


def test_makro_tautan_luar_dan_lembar_grafik_tidak_mengganggu(tmp_path):
    lain = {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" * 50, "xl/externalLinks/externalLink1.xml": "<a/>"}
    berkas = tulis_arsip(tmp_path / "a.xlsm", make_bagian({"A": bungkus(SATU_SEL)}, lain=lain))
    assert baca_sel(berkas) == [[1.0]]
    with xlsxwriter.Workbook(tmp_path / "b.xlsx") as buku:
        buku.add_worksheet("Data").write(0, 0, 1)
        grafik = buku.add_chart({"type": "bar"})
        grafik.add_series({"values": "=Data!$A$1:$A$1"})
        buku.add_chartsheet("Grafik").set_chart(grafik)
    assert [satu.nama for satu in baca(tmp_path / "b.xlsx")] == ["Data"]


# What looks unusual and is read all the same


@pytest.mark.parametrize(
    "isi",
    [
        "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>",
        "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row>"
        "<row r='2'><c r='A2'><v>3</v></c><c><v>4</v></c></row>",
        '<row r="1"><c s="0" r="a1"><v>1</v></c><c r="b1"><v>2</v></c></row>'
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>',
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c>'
        "</row>",
        '<row r="2"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>'
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
    ],
)
def test_alamat_yang_ditulis_lain(tmp_path, isi):
    assert baca_sel(tulis_sel(tmp_path / "a.xlsx", isi)) == [[1.0, 2.0], [3.0, 4.0]]


def test_awalan_nama_dan_kolom_dua_huruf(tmp_path):
    isi = bungkus('<row r="1"><c r="AB1"><v>1</v></c></row>')
    for tag in ("worksheet", "sheetData", "row", "c ", "v"):
        isi = isi.replace(f"<{tag}", f"<x:{tag}").replace(f"</{tag.strip()}>", f"</x:{tag.strip()}>")
    isi = isi.replace("xmlns=", "xmlns:x=").replace("</c>", "</x:c>")
    assert baca_sel(tulis_arsip(tmp_path / "a.xlsx", make_bagian({"A": isi}))) == [[""] * 27 + [1.0]]


# What is refused before it is read

BUKAN_XLSX = {
    "pdf": (b"%PDF-1.7\n", "bukan berkas XLSX"),
    "teks": (b"indikator;nilai\n", "bukan berkas XLSX"),
    "kosong": (b"", "kosong"),
    "excel lama": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "sandi.*Excel lama"),
    "zip rusak": (b"PK\3\4rusak", "tidak utuh"),
}


@pytest.mark.parametrize("nama", BUKAN_XLSX)
def test_bukan_xlsx(tmp_path, nama):
    isi, pesan = BUKAN_XLSX[nama]
    (tmp_path / "a.xlsx").write_bytes(isi)
    tolak(tmp_path / "a.xlsx", pesan)


def test_bukan_berkas(tmp_path):
    tolak(tmp_path, "adalah folder")
    tolak(tmp_path / "tiada.xlsx", "tidak ada")
    (tmp_path / "a.xlsx").write_bytes(b"PK")
    tolak(tmp_path / "a.xlsx" / "b.xlsx", "bukan folder")
    os.mkfifo(tmp_path / "pipa.xlsx")
    tolak(tmp_path / "pipa.xlsx", "bukan berkas biasa")


def test_berkas_terpotong_dan_terlalu_besar(tmp_path):
    utuh = tulis_sel(tmp_path / "a.xlsx", SATU_SEL).read_bytes()
    for panjang in range(8, len(utuh), 97):
        (tmp_path / "b.xlsx").write_bytes(utuh[:panjang])
        tolak(tmp_path / "b.xlsx", "tidak utuh|rusak")
    with (tmp_path / "b.xlsx").open("wb") as aliran:
        aliran.write(b"PK")
        aliran.truncate(BATAS.berkas + 1)
    tolak(tmp_path / "b.xlsx", "50 MB; paling besar 50 MB")


def test_isi_arsip_yang_berubah_sebutir(tmp_path):
    berkas = tulis_sel(tmp_path / "a.xlsx", SATU_SEL * 50)
    isi = bytearray(berkas.read_bytes())
    awal = isi.index(b"xl/worksheets/sheet1.xml") + len("xl/worksheets/sheet1.xml")
    isi[awal + 5] ^= 255
    berkas.write_bytes(isi)
    tolak(berkas, "tidak utuh")


ARSIP_LAIN = {
    "ods": (
        {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<a/>"},
        "bukan buku",
    ),
    "zip bersarang": ({"dalam.zip": b"PK\3\4" * 99}, "bukan buku kerja"),
    "terlalu banyak bagian": (
        make_bagian({"A": bungkus("")}, lain={f"m/{i}": "" for i in range(2000)}),
        "2004 bagian",
    ),
    "DTD": (
        make_bagian(
            {"A": bungkus(SATU_SEL).replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')}
        ),
        "memuat DTD",
    ),
    "UTF-16": (make_bagian({"A": bungkus(SATU_SEL).encode("utf-16")}), "penyandian"),
    "bukan XML": (make_bagian({"A": "<worksheet><sheetData><row><c></row>"}), "bukan XML"),
    "alamat sel ngawur": (make_bagian({"A": bungkus('<row r="1"><c r="1A"/></row>')}), "bukan alamat sel"),
    "atribut ganda": (make_bagian({"A": bungkus('<row r="1"><c r="A1" r="XFD1"/></row>')}), "bukan XML"),
    "sepuluh ribu lembar": (
        make_bagian({f"L{i}": "" for i in range(10_000)}) | {"xl/worksheets/sheet1.xml": ""},
        "bagian",
    ),
    "61 lembar": (make_bagian({f"L{i}": bungkus("") for i in range(61)}), "61 lembar; paling banyak 60"),
    "gaya tak terhingga": (make_bagian({"A": bungkus("")}, gaya=make_gaya(*["0"] * 100_001)), "gaya"),
    "galat baru": (
        make_bagian({"A": bungkus('<row r="1"><c r="B1" t="e"><v>#SPILL!</v></c></row>')}),
        r"galat rumus: B1 \(#SPILL!\)",
    ),
    "jenis sel ngawur": (
        make_bagian({"A": bungkus('<row r="1"><c r="A1" t="n"><v>x1</v></c></row>')}),
        "rusak",
    ),
    "rujukan lembar buntu": (
        {k: v for k, v in make_bagian({"A": ""}).items() if "sheet1" not in k},
        "rusak",
    ),
    "indeks rusak": (
        make_bagian({"A": bungkus("")}) | {"xl/workbook.xml": "<workbook><sheets><sheet name='A'/></sheets>"},
        "bukan XML",
    ),
    "tanpa hubungan": (
        {k: v for k, v in make_bagian({"A": bungkus("")}).items() if "rels" not in k},
        "rusak|bukan buku kerja",
    ),
}


@pytest.mark.parametrize("nama", ARSIP_LAIN)
def test_arsip_ditolak(tmp_path, nama):
    bagian, pesan = ARSIP_LAIN[nama]
    tolak(tulis_arsip(tmp_path / "a.xlsx", bagian), pesan)


def test_sepuluh_ribu_nama_untuk_satu_lembar(tmp_path):
    bagian = make_bagian({f"L{i}": bungkus(SATU_SEL) for i in range(10_000)})
    bagian = {k: v for k, v in bagian.items() if "sheets/" not in k or k.endswith("/sheet1.xml")}
    hubungan = bagian["xl/_rels/workbook.xml.rels"]
    bagian["xl/_rels/workbook.xml.rels"] = re.sub(r"sheet[0-9]+\.xml", "sheet1.xml", hubungan)
    tolak(tulis_arsip(tmp_path / "a.xlsx", bagian), "10000 lembar")


def test_cara_mampat_lain_dan_nama_bagian_ganda(tmp_path):
    bagian = make_bagian({"A": bungkus(SATU_SEL)})
    tolak(tulis_arsip(tmp_path / "a.xlsx", bagian, zipfile.ZIP_BZIP2), "cara yang tidak biasa")
    tulis_arsip(tmp_path / "b.xlsx", bagian)
    with zipfile.ZipFile(tmp_path / "b.xlsx", "a") as arsip, pytest.warns(UserWarning, match="Duplicate"):
        arsip.writestr("xl/worksheets/sheet1.xml", bungkus(SATU_SEL * 2))
    tolak(tmp_path / "b.xlsx", "bernama sama")
    assert baca_sel(tulis_arsip(tmp_path / "c.xlsx", bagian, zipfile.ZIP_STORED)) == [[1.0]]


def test_bagian_bersandi(tmp_path):
    berkas = tulis_sel(tmp_path / "a.xlsx", SATU_SEL)
    isi = bytearray(berkas.read_bytes())
    daftar = isi.index(b"PK\1\2")
    isi[daftar + 8] |= 1
    berkas.write_bytes(isi)
    tolak(berkas, "terkunci sandi")


# What would eat the memory

JAUH = {
    "XFD1048576": '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "kolom BM": '<row r="1"><c r="BM1"><v>1</v></c></row>',
    "kolom panjang": '<row r="1"><c r="AAAAAAAAA1"><v>1</v></c></row>',
    "baris jauh": '<row r="999999"><c r="A999999"><v>1</v></c></row>',
    "baris dalam sel": '<row r="1"><c r="A999999"><v>1</v></c></row>',
    "huruf kecil": '<row r="1"><c r="xfd1"><v>1</v></c></row>',
    "kutip tunggal": "<row r='1'><c r='XFD1'><v>1</v></c></row>",
    "tanda lebih dalam atribut": '<row r="1"><c s=">" r="XFD1"><v>1</v></c></row>',
    "nol di depan": '<row r="1"><c r="A000999999"><v>1</v></c></row>',
    "tanpa alamat": f"<row>{'<c/>' * 70}<c><v>1</v></c></row>",
    "baris tanpa alamat": f"{'<row/>' * 250_000}<row><c><v>1</v></c></row>",
    "awalan lain": '<y:row xmlns:y="urn:y" r="1"><y:c r="XFD1"/></y:row>',
    "luas": '<row r="200001"><c r="A200001"/></row><row r="1"><c r="AZ1"/></row>',
}


@pytest.mark.parametrize("nama", JAUH)
def test_sel_jauh_ditolak_sebelum_dibaca(tmp_path, nama):
    # The reader would take gigabytes for each of these, or end the process.
    tolak(tulis_sel(tmp_path / "a.xlsx", SATU_SEL + JAUH[nama]), "di luar kolom BL|sampai baris ke-")


def test_sel_jauh_di_bagian_bernama_aneh(tmp_path):
    bagian = make_bagian({"A": bungkus(JAUH["XFD1048576"])})
    bagian["xl/media/image1.png"] = bagian.pop("xl/worksheets/sheet1.xml")
    hubungan = bagian["xl/_rels/workbook.xml.rels"]
    bagian["xl/_rels/workbook.xml.rels"] = hubungan.replace("worksheets/sheet1.xml", "media/image1.png")
    tolak(tulis_arsip(tmp_path / "a.xlsx", bagian), "sampai baris ke-|di luar kolom")


def test_batas_luas_tepat(tmp_path):
    berkas = tulis_sel(tmp_path / "a.xlsx", '<row r="3"><c r="B3"><v>1</v></c></row>')
    assert len(baca(berkas, Batas(baris=3, kolom=2, sel=6))[0].baris) == 3
    tolak(berkas, "paling banyak 2 baris", Batas(baris=2))
    tolak(berkas, "di luar kolom A", Batas(kolom=1))
    tolak(berkas, "paling banyak", Batas(sel=5))


def test_gabungan_tak_terhingga(tmp_path):
    gabungan = '<mergeCell ref="A1:B1"/>' * 10_001
    isi = bungkus(SATU_SEL, f"<mergeCells>{gabungan}</mergeCells>")
    tolak(tulis_arsip(tmp_path / "a.xlsx", make_bagian({"A": isi})), "lebih dari 10000 sel")


def test_dua_gigabita_baris_kosong(tmp_path):
    baris = b"".join(b'<row r="%d" spans="1:9"></row>' % n for n in range(1, 40_000))
    kali = 2 * 2**30 // len(baris) + 1
    jujur = tulis_bom(tmp_path / "a.xlsx", baris, kali, ukuran=2**31)
    assert jujur.stat().st_size < 2**28
    tolak(tulis_bom(tmp_path / "a.xlsx", baris, 100, ukuran=2**31), "mengembang menjadi lebih dari 160 MB")


def test_bom_yang_mengaku_kecil(tmp_path):
    # The reader believes the packed bytes, not the directory; so must the check.
    bom = tulis_bom(tmp_path / "a.xlsx", b"<row>" + b" " * 2**20 + b"</row>", 300, ukuran=1000)
    assert bom.stat().st_size < 2**20
    tolak(bom, "mengembang menjadi lebih dari 160 MB")


def test_bom_kecil_tetap_rusak(tmp_path):
    tolak(tulis_bom(tmp_path / "a.xlsx", b"<row></row>", 3), "tidak utuh")


def test_sejuta_baris_kosong_tidak_apa(tmp_path):
    # Rows without cells cost the reader nothing.
    berkas = tulis_arsip(tmp_path / "a.xlsx", make_bagian({"A": bungkus("<row/>" * 1_000_000)}))
    assert baca_sel(berkas) == []


def test_tag_tanpa_akhir(tmp_path):
    # No tag for megabytes, then a cell far away.
    isi = bungkus(f"<row r='1'><c r='A1' t='str'><v>{'x' * 9 * 2**20}</v></c></row>{JAUH['XFD1048576']}")
    tolak(tulis_arsip(tmp_path / "a.xlsx", make_bagian({"A": isi})), "sampai baris|di luar kolom")


# The quick look and the walk agree

POTONGAN = st.sampled_from(
    [
        '<row r="1">',
        "<row>",
        "</row>",
        '<c r="A1"><v>1</v></c>',
        '<c r="Z199999" s="3" t="s"><v>1</v></c>',
        '<c r="Z200000"><v>1</v></c>',
        '<c r="AA1"/>',
        '<c r="A1" t="e"><v>#N/A</v></c>',
        '<c r="A1"><f>1</f></c>',
        '<c r="A1"><f a="b">1</f><v>2</v></c>',
        "<c><v>1</v></c>",
        "<c\t/>",
        "<c r='XFD1'/>",
        '<c r="A1" s="1" r="XFD1"/>',
        '<x:c xmlns:x="u" r="XFD1048576"/>',
        '<cols><col min="1"/></cols>',
        "<conditionalFormatting><cfRule><cfvo/></cfRule></conditionalFormatting><cellWatches/>",
        '<mergeCell ref="A1:B1"/>',
        "<!-- <c -->",
        " r='XFD1' ",
        "<is><t>:c</t></is>",
    ]
)


@given(st.lists(POTONGAN, max_size=12), st.integers(1, 40))
def test_polos_berarti_tidak_ada_apa_apa(potongan, ukuran):
    isi = bungkus("".join(potongan)).encode()
    if is_polos([isi[i : i + ukuran] for i in range(0, len(isi), ukuran)], BATAS):
        try:
            hasil = pindai_lembar("a.xlsx", [isi], BATAS)
        except BerkasDitolak as galat:
            # Broken XML is the reader's to refuse; it costs no memory.
            assert "bukan XML" in str(galat)  # noqa: PT017
        else:
            assert (hasil.galat, hasil.persen) == ({}, set())


def test_lembar_biasa_memang_polos(tmp_path):
    with xlsxwriter.Workbook(tmp_path / "a.xlsx") as buku:
        lembar = buku.add_worksheet()
        lembar.set_column(0, 3, 12)
        for nomor in range(500):
            lembar.write_row(nomor, 0, ["teks", nomor, nomor / 7, ""])
        lembar.merge_range("F1:G2", "x")
        lembar.conditional_format("A1:A9", {"type": "cell", "criteria": ">", "value": 3})
    with zipfile.ZipFile(tmp_path / "a.xlsx") as arsip:
        isi = arsip.read("xl/worksheets/sheet1.xml")
    assert is_polos([isi], BATAS)
    assert not is_polos([isi], Batas(gabungan=1))
    assert not is_polos([isi], Batas(baris=199_999))


# Small parts


@pytest.mark.parametrize(("indeks", "nama"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (16383, "XFD")])
def test_nama_kolom(indeks, nama):
    assert nama_kolom(indeks) == nama
    assert urai_rujukan(f"{nama}12") == (11, indeks)
    assert nama_sel((11, indeks)) == f"{nama}12"


@pytest.mark.parametrize("rujukan", ["", "12", "A", "1A", "A1B", "$A$1", "A1:B2"])
def test_bukan_rujukan(rujukan):
    assert urai_rujukan(rujukan) is None


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_angka_yang_diketik_kembali_persis(nilai):
    assert ke_desimal(float(nilai)) == nilai


@pytest.mark.parametrize(
    ("isi", "nilai"),
    [(97.73000000000001, "97.73"), (0.1 + 0.2, "0.3"), (2.0**53, "9007199254740992"), (1e300, "1e300")],
)
def test_derau_biner_dibuang(isi, nilai):
    assert ke_desimal(isi) == Decimal(nilai)


def test_sebab_dari_sistem_operasi():
    assert jelaskan_os(FileNotFoundError(2, "No such file")) == "berkas atau foldernya tidak ada"
    assert jelaskan_os(OSError(9999, "Aneh")) == "sistem operasi melaporkan Aneh"
    assert jelaskan_os(OSError("tanpa nomor")) == "sistem operasi melaporkan tanpa nomor"
