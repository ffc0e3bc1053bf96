"""Pictures in the file: the drawing that shows one, and the image part that comes when it has been painted."""

from __future__ import annotations

from collections.abc import Mapping

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.shape import CT_Inline
from docx.parts.image import ImagePart
from docx.shared import Length

from kinerja.dokumen.docx.konteks import Konteks


def lukis(k: Konteks, kunci: str, ukuran: tuple[Length, Length], nama: str) -> CT_Inline:
    """A drawing, `ukuran` wide and high, of the picture that `pasang_gambar` will give for `kunci`.

    python-docx would give every drawing the same number.
    """
    nomor = len(k.gambar) + 1
    hasil = CT_Inline.new_pic_inline(nomor, "", f"gambar{nomor}.png", *ukuran)
    hasil.docPr.set("name", nama)
    for sisi in ("distT", "distB", "distL", "distR"):
        hasil.set(sisi, "0")  # LibreOffice supposes 3 mm when it is missing
    k.gambar.append((kunci, hasil.graphic.graphicData.pic.blipFill.blip))
    return hasil


def pasang_gambar(k: Konteks, png: Mapping[str, bytes]) -> None:
    """Put the pictures into the file. python-docx would hash all earlier ones for each new one."""
    for nomor, (kunci, blip) in enumerate(k.gambar, 1):
        bagian = ImagePart(PackURI(f"/word/media/gambar{nomor}.png"), CONTENT_TYPE.PNG, png[kunci])
        blip.embed = k.wadah.part.relate_to(bagian, RELATIONSHIP_TYPE.IMAGE)
