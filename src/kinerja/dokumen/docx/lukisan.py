"""Pictures in the file: the image part and the drawing that shows it."""

from __future__ import annotations

from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Length

from kinerja.dokumen.docx.konteks import Konteks


def lukis(k: Konteks, png: bytes, ukuran: tuple[Length, Length], nama: str) -> CT_Inline:
    """A drawing of `png`, `ukuran` wide and high, with a number of its own.

    python-docx would hash all earlier pictures for each new one and give every drawing the same number.
    """
    nomor = next(k.urutan_gambar)
    bagian = ImagePart.from_image(Image.from_blob(png), PackURI(f"/word/media/gambar{nomor}.png"))
    rid = k.wadah.part.relate_to(bagian, RELATIONSHIP_TYPE.IMAGE)
    hasil = CT_Inline.new_pic_inline(nomor, rid, f"gambar{nomor}.png", *ukuran)
    hasil.docPr.set("name", nama)
    for sisi in ("distT", "distB", "distL", "distR"):
        hasil.set(sisi, "0")  # LibreOffice supposes 3 mm when it is missing
    return hasil
