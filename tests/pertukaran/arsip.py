"""Workbooks made by hand, part by part, as no spreadsheet program would write them."""

import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"
_KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
SATU_SEL = '<row r="1"><c r="A1"><v>1</v></c></row>'


def bungkus(isi: str, sesudah: str = "") -> str:
    """A worksheet part around the content of its sheetData."""
    return f'{_KEPALA}<worksheet xmlns="{UTAMA}"><sheetData>{isi}</sheetData>{sesudah}</worksheet>'


def make_gaya(*kode: str, tambahan: str = "") -> str:
    """A styles part whose cell style n has the number format id `kode[n]`."""
    xf = "".join(f'<xf numFmtId="{k}"/>' for k in kode)
    return (
        f'{_KEPALA}<styleSheet xmlns="{UTAMA}">{tambahan}<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        f"<cellXfs>{xf}</cellXfs><cellStyles/></styleSheet>"
    )


def make_bagian(
    lembar: Mapping[str, str | bytes], gaya: str = "", lain: Mapping[str, str | bytes] | None = None
) -> dict[str, str | bytes]:
    """The parts of a workbook: sheet name -> whole worksheet part."""
    nama = list(lembar)
    daftar = "".join(f'<sheet name="{n}" sheetId="{i}" r:id="r{i}"/>' for i, n in enumerate(nama, 1))
    hubungan = "".join(
        f'<Relationship Id="r{i}" Type="{_R}/worksheet" Target="worksheets/sheet{i}.xml"/>'
        for i in range(1, len(nama) + 1)
    )
    if gaya:
        hubungan += f'<Relationship Id="g" Type="{_R}/styles" Target="/xl/styles.xml"/>'
    bagian: dict[str, str | bytes] = {
        "_rels/.rels": f'{_KEPALA}<Relationships xmlns="{_PAKET}">'
        f'<Relationship Id="r1" Type="{_R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_KEPALA}<workbook xmlns="{UTAMA}" xmlns:r="{_R}"><sheets>{daftar}</sheets>'
        "</workbook>",
        "xl/_rels/workbook.xml.rels": f'{_KEPALA}<Relationships xmlns="{_PAKET}">{hubungan}</Relationships>',
    }
    if gaya:
        bagian["xl/styles.xml"] = gaya
    bagian |= {f"xl/worksheets/sheet{i}.xml": lembar[n] for i, n in enumerate(nama, 1)}
    return bagian | dict(lain or {})


def tulis_arsip(tujuan: Path, bagian: Mapping[str, str | bytes], cara: int = zipfile.ZIP_DEFLATED) -> Path:
    """Write the parts as a ZIP archive."""
    with zipfile.ZipFile(tujuan, "w", cara) as arsip:
        for nama, isi in bagian.items():
            arsip.writestr(nama, isi)
    return tujuan


def tulis_sel(tujuan: Path, isi: str, **lain: str) -> Path:
    """A workbook of one sheet "A" with this sheetData."""
    return tulis_arsip(tujuan, make_bagian({"A": bungkus(isi)}, **lain))


def tulis_bom(tujuan: Path, satuan: bytes, kali: int, *, ukuran: int | None = None) -> Path:
    """A workbook whose sheet is `satuan` repeated; packed once, however often it is repeated.

    `ukuran` is the size the archive declares, when it lies.
    """
    pembuka = bungkus("").partition("</sheetData>")[0].encode()
    pemampat = zlib.compressobj(9, zlib.DEFLATED, -15)
    awal = pemampat.compress(pembuka) + pemampat.flush(zlib.Z_FULL_FLUSH)
    # After a full flush a block stands alone, so the packed block itself can be repeated.
    blok = pemampat.compress(satuan) + pemampat.flush(zlib.Z_FULL_FLUSH)
    isi = awal + blok * kali + pemampat.flush()
    bagian = dict(make_bagian({"A": ""}))
    bagian.pop("xl/worksheets/sheet1.xml")
    tulis_arsip(tujuan, bagian)
    sebenarnya = len(pembuka) + len(satuan) * kali
    _tambah_mentah(tujuan, "xl/worksheets/sheet1.xml", isi, sebenarnya if ukuran is None else ukuran)
    return tujuan


def _tambah_mentah(tujuan: Path, nama: str, terpampat: bytes, ukuran: int) -> None:
    """Add one packed part with any declared size, then write the directory of the archive anew."""
    with zipfile.ZipFile(tujuan) as arsip:
        awal_daftar, jumlah = arsip.start_dir, len(arsip.infolist())
    data = tujuan.read_bytes()
    daftar, teks = data[awal_daftar:-22], nama.encode()
    sifat = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 33, 0, len(terpampat), ukuran, len(teks), 0)
    setempat = b"PK\3\4" + sifat + teks
    pusat = b"PK\1\2" + struct.pack("<H", 20) + sifat + struct.pack("<HHHII", 0, 0, 0, 0, awal_daftar) + teks
    baru = daftar + pusat
    letak = awal_daftar + len(setempat) + len(terpampat)
    penutup = struct.pack("<HHHHIIH", 0, 0, jumlah + 1, jumlah + 1, len(baru), letak, 0)
    tujuan.write_bytes(data[:awal_daftar] + setempat + terpampat + baru + b"PK\5\6" + penutup)
