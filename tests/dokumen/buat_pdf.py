"""Untagged PDFs made by hand, operator by operator: what the tests of the PDF reader put on a page."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pikepdf

KIRI, KANAN, ATAS = 72.0, 523.0, 770.0


class Lembar:
    """One page, written from the top; `y` is the baseline of the next line."""

    def __init__(self, lebar: float = 595, tinggi: float = 842, putar: int = 0) -> None:
        self.ukuran = lebar, tinggi
        self.putar = putar
        self.perintah: list[str] = []
        self.y = ATAS

    def tulis(
        self, teks: str, x: float = KIRI, *, huruf: float = 11, tebal: bool = False, y: float | None = None
    ) -> Lembar:
        isi = teks.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        fon = "F2" if tebal else "F1"
        self.perintah.append(f"BT /{fon} {huruf} Tf {x} {self.y if y is None else y} Td ({isi}) Tj ET")
        if y is None:
            self.y -= 1.3 * huruf
        return self

    def turun(self, jarak: float = 12) -> Lembar:
        self.y -= jarak
        return self

    def garis(self, x1: float, y1: float, x2: float, y2: float) -> Lembar:
        self.perintah.append(f"0.5 w {x1} {y1} m {x2} {y2} l S")
        return self

    def kotak(self, x: float, y: float, lebar: float, tinggi: float, cat: str = "f") -> Lembar:
        self.perintah.append(f"0.8 g {x} {y} {lebar} {tinggi} re {cat} 0 g")
        return self

    def tabel(
        self,
        baris: Sequence[Sequence[str]],
        lebar: Sequence[float],
        *,
        tinggi: float = 18,
        tegak: bool = True,
    ) -> Lembar:
        """A ruled table; an empty text joins a cell to the one on its left."""
        atas = self.y + 8
        batas = [KIRI]
        for satu in lebar:
            batas.append(batas[-1] + satu)
        for n in range(len(baris) + 1):
            self.garis(batas[0], atas - n * tinggi, batas[-1], atas - n * tinggi)
        for n, sel in enumerate(baris):
            for k, teks in enumerate(sel):
                if teks and teks != "~":
                    for b, potong in enumerate(teks.split("|")):
                        self.tulis(potong, batas[k] + 3, huruf=9, y=atas - n * tinggi - 12 - 10 * b)
                if tegak and (k == 0 or teks):
                    self.garis(batas[k], atas - n * tinggi, batas[k], atas - (n + 1) * tinggi)
        if tegak:
            self.garis(batas[-1], atas, batas[-1], atas - len(baris) * tinggi)
        self.y = atas - len(baris) * tinggi - 16
        return self


def buat_pdf(*lembar: Lembar, gambar: bool = False, sandi: str = "") -> bytes:
    """The file; with `gambar` every page also has /Im1, a grey picture."""
    pdf = pikepdf.new()
    fon = pikepdf.Dictionary(
        {
            f"/F{n}": pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name(f"/{nama}"),
                Encoding=pikepdf.Name.WinAnsiEncoding,
            )
            for n, nama in ((1, "Helvetica"), (2, "Helvetica-Bold"))
        }
    )  # fmt: skip
    citra = pdf.make_stream(
        b"\x80" * 16, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=4, Height=4
    )
    citra.ColorSpace, citra.BitsPerComponent = pikepdf.Name.DeviceGray, 8
    for satu in lembar:
        halaman = pdf.add_blank_page(page_size=satu.ukuran)
        halaman.Resources = pikepdf.Dictionary(Font=fon)
        if gambar:
            halaman.Resources.XObject = pikepdf.Dictionary(Im1=citra)
        if satu.putar:
            halaman.Rotate = satu.putar
        halaman.Contents = pdf.make_stream("\n".join(satu.perintah).encode("cp1252"))
    keluar = io.BytesIO()
    kunci = pikepdf.Encryption(user=sandi, owner=sandi) if sandi else None
    pdf.save(keluar, **({"encryption": kunci} if kunci else {}))
    return keluar.getvalue()
