"""Read a web page: headings, paragraphs, lists, figures, tables with merged cells and their captions.

Nothing is fetched and nothing is run; what the page hides is not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.keterangan import read_keterangan
from kinerja.dokumen.baca.mentah import GambarMentah, SelMentah, TabelMentah, Unsur
from kinerja.dokumen.baca.naskah import BarisTeks, JudulBaca, KeteranganBaca, Letak, Naskah, ParagrafBaca
from kinerja.dokumen.baca.rakit import rakit

_JUDUL = {f"h{n}": n for n in range(1, 7)}
_LEWATI = {"script", "style", "template", "noscript", "head", "nav", "iframe", "object", "select", "button"}
_SEBARIS = {
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u",
    "var", "wbr",
}  # fmt: skip
_GAMBAR = {"img", "svg", "picture"}
_BENTANG_TERBESAR = 200


def read_html(isi: str) -> tuple[Naskah | None, tuple[Kendala, ...]]:
    """The document in a page that is already decoded."""
    pengurai = html.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        akar = html.document_fromstring(isi.encode(errors="replace"), parser=pengurai)
    except etree.ParserError:
        return None, (Kendala("kosong", "Laman tidak memuat isi.", fatal=True),)
    pembaca = _Pembaca()
    pembaca.baca(akar)
    pembaca.tutup()
    return Naskah("html", rakit(pembaca.unsur)), ()


class _Pembaca:
    """Collects inline text until a block begins or ends."""

    def __init__(self) -> None:
        self.unsur: list[Unsur] = []
        self.teks: list[str] = []
        self.tingkat: int | None = None
        self.butir = False
        self.nomor = 0

    def baca(self, akar: html.HtmlElement) -> None:
        """Walk without recursion: a page may nest a million deep."""
        tumpukan: list[tuple[html.HtmlElement, bool]] = [(akar, True)]
        while tumpukan:
            unsur, buka = tumpukan.pop()
            if not buka:
                self._tutup_unsur(unsur)
                continue
            if _is_dilewati(unsur):
                self.teks.append(unsur.tail or "")
                continue
            tumpukan.append((unsur, False))
            if self._buka_unsur(unsur):
                tumpukan += [(anak, True) for anak in reversed(unsur)]

    def _buka_unsur(self, unsur: html.HtmlElement) -> bool:
        """Begin an element; False when it was read as a whole."""
        tag = str(unsur.tag)
        if tag in _SEBARIS:
            self.teks.append(" " if tag == "br" else unsur.text or "")
            return True
        if tag in _GAMBAR:
            self.unsur.append(GambarMentah(Letak(baris=self.nomor + 1), _alternatif(unsur)))
            return False
        self.tutup()
        if tag == "table":
            self._baca_tabel(unsur)
            return False
        self.tingkat = _JUDUL.get(tag)
        self.butir = tag in ("li", "dt", "dd")
        self.teks.append(unsur.text or "")
        return True

    def _tutup_unsur(self, unsur: html.HtmlElement) -> None:
        if unsur.tag not in _SEBARIS and unsur.tag not in _GAMBAR:
            self.tutup()
        self.teks.append(unsur.tail or "")

    def tutup(self) -> None:
        """The block is complete."""
        teks = " ".join("".join(self.teks).split())
        tingkat, butir = self.tingkat, self.butir
        self.teks, self.tingkat, self.butir = [], None, False
        if teks:
            self.nomor += 1
            self.unsur.append(_kenali((BarisTeks(teks, Letak(baris=self.nomor)),), tingkat, butir))

    def _baca_tabel(self, unsur: html.HtmlElement) -> None:
        tabel, sarang = read_tabel(unsur)
        keterangan = unsur.find("caption")
        if keterangan is not None and (teks := _teks(keterangan)):
            self.nomor += 1
            baris = (BarisTeks(teks, Letak(baris=self.nomor)),)
            tabel.keterangan = read_keterangan(baris) or KeteranganBaca(baris, "tabel", "", teks)
        tabel.letak = Letak(baris=self.nomor)
        if len(tabel.baris) == 1 and len(tabel.baris[0]) == 1 and not sarang:
            self.teks.append(tabel.baris[0][0].teks)
            self.tutup()
        elif tabel.baris:
            self.unsur.append(tabel)
        for satu in sarang:
            self._baca_tabel(satu)


def _kenali(baris: tuple[BarisTeks, ...], tingkat: int | None, butir: bool) -> Unsur:
    if tingkat is not None:
        return JudulBaca(baris, tingkat)
    return read_keterangan(baris) or ParagrafBaca(baris, butir)


def _is_dilewati(unsur: html.HtmlElement) -> bool:
    """Scripts, and what is not shown."""
    if unsur.tag in _LEWATI or unsur.get("hidden") is not None:
        return True
    return "display:none" in (unsur.get("style") or "").replace(" ", "").lower()


def _alternatif(unsur: html.HtmlElement) -> str:
    """The text alternative of a picture; that of a drawing says more in <desc> than in <title>."""
    calon = [unsur.get("aria-label") or ""]
    calon += [g.get("alt") or "" for g in unsur.iter("img")]
    calon += [_teks(u) for nama in ("desc", "title") for u in unsur.iter(nama)]
    return next((c for c in calon if c), "")


def _teks(unsur: html.HtmlElement) -> str:
    return " ".join(_kumpulkan(unsur, []).split())


def _kumpulkan(unsur: html.HtmlElement, sarang: list[html.HtmlElement]) -> str:
    """Shown text beneath an element; nested tables are put aside."""
    hasil: list[str] = []
    tumpukan: list[html.HtmlElement | str] = [unsur]
    while tumpukan:
        satu = tumpukan.pop()
        if isinstance(satu, str):
            hasil.append(satu)
            continue
        ekor = (satu.tail or "") if satu is not unsur else ""
        if satu.tag not in _SEBARIS:
            ekor = f" {ekor}"
        if satu.tag == "table":
            sarang.append(satu)
        elif not _is_dilewati(satu):
            tumpukan.append(ekor)
            tumpukan += reversed(satu)
            hasil.append(" " if satu.tag == "br" or satu.tag not in _SEBARIS else "")
            hasil.append(satu.text or "")
            continue
        hasil.append(ekor)
    return "".join(hasil)


# ------------------------------------------------------------------ tables


def read_tabel(unsur: html.HtmlElement) -> tuple[TabelMentah, list[html.HtmlElement]]:
    """The table, and the tables nested in its cells."""
    tabel = TabelMentah([])
    sarang: list[html.HtmlElement] = []
    kepala = 0
    tertutup: set[tuple[int, int]] = set()
    for n, tr in enumerate(_list_baris(unsur)):
        baris: list[SelMentah] = []
        kolom = 1
        for sel in tr.iterchildren("td", "th"):
            while (n, kolom) in tertutup:
                kolom += 1
            lebar, tinggi = _bentang(sel, "colspan"), _bentang(sel, "rowspan")
            if lebar * tinggi > 1:
                tertutup |= {(b, k) for b in range(n, n + tinggi) for k in range(kolom, kolom + lebar)}
            teks = " ".join(_kumpulkan(sel, sarang).split())
            baris.append(SelMentah(teks, kolom, lebar, tinggi))
            kolom += lebar
        if kepala == n and _is_kepala(tr):
            kepala += 1
        tabel.baris.append(baris)
    tabel.kepala = kepala or None
    return tabel, sarang


def _list_baris(unsur: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for anak in unsur.iterchildren("thead", "tbody", "tfoot", "tr"):
        if anak.tag == "tr":
            yield anak
        else:
            yield from anak.iterchildren("tr")


def _is_kepala(tr: html.HtmlElement) -> bool:
    """A row of a <thead>, or one of <th> only that do not name their own row."""
    induk = tr.getparent()
    if induk is not None and induk.tag == "thead":
        return True
    sel = list(tr.iterchildren("td", "th"))
    return bool(sel) and all(s.tag == "th" and s.get("scope") not in ("row", "rowgroup") for s in sel)


def _bentang(sel: html.HtmlElement, nama: str) -> int:
    nilai = (sel.get(nama) or "").strip()
    return max(1, min(int(nilai), _BENTANG_TERBESAR)) if nilai.isdecimal() and len(nilai) < 6 else 1
