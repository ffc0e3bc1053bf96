"""The empty Word file that the report is written into, and its bytes at the end."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

from docx import Document
from docx.document import Document as Wadah
from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from docx.opc.part import Part
from docx.opc.spec import default_content_types
from lxml import etree

from kinerja.dokumen.docx.daftar_gaya import pasang_gaya
from kinerja.dokumen.docx.xml import Elemen, W, sisip
from kinerja.dokumen.karakter import bersihkan
from kinerja.dokumen.model import Dokumen

_TAK_DIPAKAI = {
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
_SAAT_TETAP = (1980, 1, 1, 0, 0, 0)
"""The only moment a zip entry may carry, so that the same report gives the same bytes."""
_ABSTRAK_BUTIR, _ABSTRAK_ANGKA = 0, 1
_BUTIR, _ANGKA = 1, 2


def buka_wadah(dokumen: Dokumen) -> Wadah:
    """An empty document with the styles, settings, lists and properties of the report."""
    wadah = Document()
    _buang_bagian_bawaan(wadah)
    pasang_gaya(wadah.styles.element)
    _atur_setelan(wadah.settings.element)
    _atur_penomoran(wadah.part.numbering_part.element)
    _atur_sifat(wadah, dokumen)
    return wadah


def nomor_baru(wadah: Wadah) -> int:
    """A list number that starts again at 1."""
    akar = wadah.part.numbering_part.element
    nomor = len(akar.findall(f"{W}num")) + 1
    num = sisip(akar, "num", numId=nomor)
    sisip(num, "abstractNumId", val=_ABSTRAK_ANGKA)
    sisip(sisip(num, "lvlOverride", ilvl=0), "startOverride", val=1)
    return nomor


def simpan(wadah: Wadah) -> bytes:
    """The file; not by python-docx, which stamps the time of day on each entry and packs pictures once more."""
    paket = wadah.part.package
    semua = paket.parts
    hasil = io.BytesIO()
    with zipfile.ZipFile(hasil, "w") as berkas:

        def tulis(letak: PackURI, isi: bytes) -> None:
            cara = zipfile.ZIP_STORED if letak.ext == "png" else zipfile.ZIP_DEFLATED
            berkas.writestr(zipfile.ZipInfo(letak.membername, _SAAT_TETAP), isi, cara)

        tulis(CONTENT_TYPES_URI, _daftar_jenis(semua))
        tulis(PACKAGE_URI.rels_uri, paket.rels.xml)
        for bagian in semua:
            tulis(bagian.partname, bagian.blob)
            if len(bagian.rels):
                tulis(bagian.partname.rels_uri, bagian.rels.xml)
    return hasil.getvalue()


def _daftar_jenis(semua: Iterable[Part]) -> bytes:
    """`[Content_Types].xml`: what each part is, by its extension where that says it."""
    bawaan = {"rels": CONTENT_TYPE.OPC_RELATIONSHIPS, "xml": CONTENT_TYPE.XML}
    sendiri = {}
    for bagian in semua:
        letak, jenis = bagian.partname, bagian.content_type
        if (letak.ext, jenis) in default_content_types:
            bawaan[letak.ext] = jenis
        else:
            sendiri[letak] = jenis
    akar = etree.Element("Types", xmlns=NAMESPACE.OPC_CONTENT_TYPES)
    for ext, jenis in sorted(bawaan.items()):
        etree.SubElement(akar, "Default", Extension=ext, ContentType=jenis)
    for letak, jenis in sorted(sendiri.items()):
        etree.SubElement(akar, "Override", PartName=letak, ContentType=jenis)
    return etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)


def _buang_bagian_bawaan(wadah: Wadah) -> None:
    """Drop what tells of another document (a thumbnail, "made by Word for Mac") and parts nothing uses."""
    for hubungan, dibuang in (
        (wadah.part.package.rels, {RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES}),
        (wadah.part.rels, _TAK_DIPAKAI),
    ):
        for kunci in [k for k, r in hubungan.items() if r.reltype in dibuang]:
            del hubungan[kunci]


def _atur_setelan(akar: Elemen) -> None:
    """Settings: Word 2013+ mode (no "compatibility mode" in the title bar), Indonesian separators."""
    akar[:] = []
    sisip(akar, "zoom", percent=100)
    sisip(akar, "defaultTabStop", val=567)
    sisip(akar, "characterSpacingControl", val="doNotCompress")
    sisip(
        sisip(akar, "compat"),
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    sisip(akar, "themeFontLang", val="id-ID")
    sisip(akar, "decimalSymbol", val=",")
    sisip(akar, "listSeparator", val=";")


def _atur_penomoran(akar: Elemen) -> None:
    akar[:] = []
    for abstrak, gaya, bentuk, tanda in (
        (_ABSTRAK_BUTIR, "ListBullet", "bullet", "•"),
        (_ABSTRAK_ANGKA, "ListNumber", "decimal", "%1."),
    ):
        definisi = sisip(akar, "abstractNum", abstractNumId=abstrak)
        sisip(definisi, "multiLevelType", val="singleLevel")
        tingkat = sisip(definisi, "lvl", ilvl=0)
        sisip(tingkat, "start", val=1)
        sisip(tingkat, "numFmt", val=bentuk)
        sisip(tingkat, "pStyle", val=gaya)
        sisip(tingkat, "lvlText", val=tanda)
        sisip(tingkat, "lvlJc", val="left")
        sisip(sisip(tingkat, "pPr"), "ind", left=425, hanging=425)
    for nomor, abstrak in ((_BUTIR, _ABSTRAK_BUTIR), (_ANGKA, _ABSTRAK_ANGKA)):
        sisip(sisip(akar, "num", numId=nomor), "abstractNumId", val=abstrak)


def _atur_sifat(wadah: Wadah, dokumen: Dokumen) -> None:
    sifat = wadah.core_properties
    inti = sifat._element
    etree.strip_elements(inti, "{*}created", "{*}modified", "{*}revision", "{*}lastModifiedBy")
    sifat.title = bersihkan(f"{dokumen.judul} {dokumen.instansi} {dokumen.subjudul}")[:255]
    sifat.subject = bersihkan(dokumen.subjudul)[:255]
    sifat.author = bersihkan(dokumen.instansi)[:255]
    sifat.language = "id-ID"
    sifat.comments = ""
    sifat.keywords = bersihkan(dokumen.kode)[:255]
