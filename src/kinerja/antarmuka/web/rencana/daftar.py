"""The pohon kinerja as a nested list: what the picture shows, for the keyboard and for who listens."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from kinerja.antarmuka.web.kepala import Kepala
from kinerja.antarmuka.web.rencana.tata import SEBUTAN
from kinerja.perencanaan.pohon import Pohon, SimpulPohon

_TERBUKA_SEMUA = 200
"""A tree of up to so many nodes is open from the start; a larger one is opened branch by branch."""
_PENGGANTI = "KODE"


def write_daftar(pohon: Pohon, kepala: Kepala) -> SafeString:
    """The whole tree as `<ul>` in `<details>`; every text is escaped. Written by hand: 2,000 includes take a second."""
    return mark_safe("".join(_tulis(pohon, kepala)))


def list_alamat(kepala: Kepala) -> dict[str, str]:
    """Kind of node -> address with the word KODE where its kode goes."""
    satu = (kepala.kunci, kepala.tahun, _PENGGANTI)
    sasaran = reverse("sasaran_rencana", args=satu)
    return {"indikator": reverse("lembar_iku", args=satu)} | dict.fromkeys(
        ("strategis", "program", "kegiatan"), sasaran
    )


def _tulis(pohon: Pohon, kepala: Kepala) -> Iterator[str]:
    anak, alamat = pohon.anak(), list_alamat(kepala)
    terbuka = len(pohon.simpul) <= _TERBUKA_SEMUA
    yield '<ul class="pohon-daftar" lang="id">'
    tumpukan: list[int | str] = list(reversed(anak.get(None, [])))
    while tumpukan:
        kini = tumpukan.pop()
        if isinstance(kini, str):
            yield kini
            continue
        satu = pohon.simpul[kini]
        isi = _sebut(satu, alamat)
        if kini not in anak:
            yield f"<li>{isi}</li>"
            continue
        buka = " open" if terbuka or satu.tingkat == 0 else ""
        yield f"<li><details{buka}><summary>{isi}</summary><ul>"
        tumpukan.append("</ul></details></li>")
        tumpukan += reversed(anak[kini])
    yield "</ul>"


def _sebut(satu: SimpulPohon, alamat: dict[str, str]) -> str:
    sebut = f'<span class="samar">{SEBUTAN[satu.jenis]}</span> '
    kode = f'<span class="kode">{escape(satu.kode)}</span> ' if satu.kode else ""
    teks = escape(satu.teks)
    if satu.jenis in alamat:
        tuju = alamat[satu.jenis].replace(_PENGGANTI, escape(satu.kode))
        teks = f'<a href="{tuju}">{teks}</a>'
    return sebut + kode + teks
