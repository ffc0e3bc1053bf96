"""Fields and bookmarks: each field carries its result, so that a reader that never refreshes shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from kinerja.dokumen.docx.xml import JAGA_SPASI, Elemen, W, larik, sisip

AWALAN_SUNTINGAN = "suntingan_"
"""Parts whose id begins so keep it as the name of their bookmark: that is how they are found in a file sent back."""
_ID_SUNTINGAN = re.compile(rf"{AWALAN_SUNTINGAN}\w{{1,28}}", re.ASCII)


def is_id_suntingan(id_: str) -> bool:
    """Whether a part with that id can be found again in the Word file."""
    return bool(_ID_SUNTINGAN.fullmatch(id_))


class Penanda:
    """Bookmark names of the parts, tables and figures of one document.

    `_Toc…` encloses the whole heading or caption (target of page numbers), `_Ref…` only what a
    cross-reference prints. Word allows 40 letters, digits and underscores; a leading underscore hides it.
    """

    def __init__(self, kunci: Iterable[str]) -> None:
        self._urutan = {id_: urutan for urutan, id_ in enumerate(kunci, 1)}

    def daftar(self, id_: str) -> str:
        """Name of the bookmark that tables of contents point to."""
        return f"_{id_}" if is_id_suntingan(id_) else f"_Toc{self._urutan[id_]:09d}"

    def rujukan(self, id_: str) -> str:
        """Name of the bookmark that cross-references point to."""
        return f"_Ref{self._urutan[id_]:09d}"

    @contextmanager
    def tandai(self, p: Elemen, id_: str, *, rujukan: bool) -> Iterator[None]:
        """Enclose what is written to `p` inside the block in one of the two bookmarks of `id_`."""
        nomor = 2 * self._urutan[id_] + rujukan
        sisip(p, "bookmarkStart", id=nomor, name=self.rujukan(id_) if rujukan else self.daftar(id_))
        yield
        sisip(p, "bookmarkEnd", id=nomor)


def tulis_medan(p: Elemen, kode: str, hasil: str) -> Elemen:
    """A field with its result as Word last printed it; returns the run with the result.

    It looks as the paragraph does: LibreOffice drops what its runs say about themselves.
    """
    buka_medan(p, kode)
    r = larik(p, hasil)
    tutup_medan(p)
    return r


def buka_medan(p: Elemen, kode: str, *, usang: bool = False) -> None:
    """Begin a field whose result follows; `usang` asks Word to refresh it on opening."""
    mulai = sisip(sisip(p, "r"), "fldChar", fldCharType="begin")
    if usang:
        mulai.set(f"{W}dirty", "true")
    instruksi = sisip(sisip(p, "r"), "instrText")
    instruksi.text = f" {kode} "
    instruksi.set(JAGA_SPASI, "preserve")
    sisip(sisip(p, "r"), "fldChar", fldCharType="separate")


def tutup_medan(p: Elemen) -> None:
    """End the field that `buka_medan` began, in the same or a later paragraph."""
    sisip(sisip(p, "r"), "fldChar", fldCharType="end")
