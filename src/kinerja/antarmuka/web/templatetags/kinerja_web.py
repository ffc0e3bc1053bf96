"""Printing in templates: filters for numbers, tags for verdicts and small drawings."""

import hashlib
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from kinerja.antarmuka.web.bahasa import BAHASA_LAPORAN, is_bahasa_laporan, terjemahkan, terjemahkan_kata
from kinerja.antarmuka.web.sajian.aturan import uraikan
from kinerja.antarmuka.web.sajian.daftar import Saringan
from kinerja.dasar.cetak import (
    bulatkan,
    cetak_angka,
    cetak_persen,
    cetak_rupiah,
    cetak_rupiah_ringkas,
    cetak_tanggal,
)
from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.html import render_isi_bagian_html
from kinerja.dokumen.model import Bagian, Citra
from kinerja.dokumen.tulisan import convert_tulisan, raise_subjudul
from kinerja.pengukuran import cetak
from kinerja.pengukuran.queries import HasilTahun

register = template.Library()

register.filter("rupiah", cetak_rupiah)
register.filter("tandai", cetak.tandai)
register.filter("tandai_nilai", cetak.tandai_nilai)
register.filter("nilai", cetak.cetak_nilai)
register.filter("target", cetak.cetak_target)
register.filter("uraikan", uraikan)

_PENUH = Decimal(150)
"""Percent at the right end of a small bar."""
_LEBAR = 90


@register.filter
def persen(nilai: Decimal | None) -> str:
    """Two decimals, or a dash where there is nothing."""
    return cetak.TIDAK_ADA if nilai is None else cetak_persen(nilai)


@register.filter
def angka(nilai: Decimal | int | None) -> str:
    """As many decimals as the number has."""
    return cetak.TIDAK_ADA if nilai is None else cetak_angka(nilai)


@register.filter
def angka2(nilai: Decimal | int | None) -> str:
    """Two decimals."""
    return cetak.TIDAK_ADA if nilai is None else cetak_angka(nilai, 2)


@register.filter
def angka4(nilai: Decimal | int | None) -> str:
    """At most four decimals, for the terms of an explanation."""
    return cetak.TIDAK_ADA if nilai is None else cetak_angka(bulatkan(nilai, 4))


@register.filter
def untuk_meter(nilai: Decimal) -> str:
    """The number as the attribute of an element wants it: with a point, in every language."""
    return format(bulatkan(nilai, 4), "f")


@register.filter
def bulan(nomor: int) -> str:
    """ "Juni", in the language of the page."""
    return terjemahkan_kata(nama_bulan(nomor))


@register.filter
def pasangan(hasil: HasilTahun) -> str:
    """The numerators and denominators behind a realisasi."""
    return terjemahkan_kata(cetak.cetak_semua_pasangan(hasil))


@register.filter
def rupiah_ringkas(nilai: int | Decimal) -> str:
    """ "Rp1,3 miliar", its last word in the language of the page."""
    return terjemahkan_kata(cetak_rupiah_ringkas(nilai))


@register.filter
def tanggal(hari: date) -> str:
    """ "2 Januari 2023", the month in the language of the page."""
    return terjemahkan_kata(cetak_tanggal(hari))


@register.filter
def istilah(kata: str) -> str:
    """A label or name of the rooms below: translated, or marked as Indonesian where the catalogue lacks it."""
    hasil = terjemahkan(kata)
    if hasil != kata or is_bahasa_laporan():
        return hasil
    return format_html('<span lang="{}">{}</span>', BAHASA_LAPORAN, kata)


@register.inclusion_tag("web/bagian/bahasa.html", takes_context=True)
def pilihan_bahasa(context: dict[str, Any]) -> dict[str, Any]:
    """The language switch: every language by its own name, with the address that changes to it."""
    kembali = urlencode({"kembali": context["request"].get_full_path()})
    return {
        "pilihan": [
            {"kode": kode, "nama": nama, "alamat": f"{reverse('bahasa', args=[kode])}?{kembali}"}
            for kode, nama in settings.LANGUAGES
        ]
    }


@register.filter
def patah(pasangan: str) -> SafeString:
    """A pair of numbers that may break after its stroke."""
    return mark_safe(escape(pasangan).replace("/", "/<wbr>"))


@register.inclusion_tag("web/bagian/tanda.html")
def tanda(tanda_: cetak.Tanda) -> dict[str, Any]:
    """A verdict as sign, colour and word."""
    return {"tanda": tanda_}


@register.inclusion_tag("web/bagian/realisasi.html")
def realisasi(hasil: HasilTahun, satuan: str) -> dict[str, Any]:
    """A realisasi with the v/d it came from."""
    return {
        "nilai": cetak.cetak_nilai(hasil.realisasi, satuan),
        "pasangan": pasangan(hasil),
    }


@register.simple_tag
def batang(nilai: Decimal | None, kode: str) -> SafeString:
    """A small bar from 0 to 150 % with a mark at 100 %; decoration, the number stands beside it."""
    if nilai is None:
        return mark_safe("")
    panjang = int((min(max(nilai, Decimal(0)), _PENUH) * _LEBAR / _PENUH).quantize(Decimal(1), ROUND_HALF_UP))
    return format_html(
        '<svg class="batang" viewBox="0 0 90 10" width="90" height="10" aria-hidden="true" focusable="false">'
        '<rect class="dasar" width="90" height="10"/><rect class="isi {}" width="{}" height="10"/>'
        '<path class="acuan" d="M60 0v10"/></svg>',
        kode,
        panjang,
    )


@register.simple_tag
def sebaran(tercapai: int, gagal: int, tanpa_nilai: int) -> SafeString:
    """The share of each verdict as one bar; decoration, the counts stand beside it."""
    jumlah = tercapai + gagal + tanpa_nilai
    batas = [n * 600 // jumlah for n in (tercapai, tercapai + gagal, jumlah)]
    return format_html(
        '<svg class="sebaran" viewBox="0 0 600 12" preserveAspectRatio="none" aria-hidden="true"'
        ' focusable="false"><rect class="isi tanpa_nilai" width="600" height="12"/>'
        '<rect class="isi tidak_tercapai" width="{}" height="12"/>'
        '<rect class="isi tercapai" width="{}" height="12"/></svg>',
        batas[1],
        batas[0],
    )


@register.simple_tag(takes_context=True)
def ganti(context: dict[str, Any], **baru: str) -> str:
    """The query string of this page with some of its parameters replaced; an empty value drops one."""
    isian = context["request"].GET.copy()
    for kunci, isi in baru.items():
        if isi:
            isian[kunci] = isi
        else:
            isian.pop(kunci, None)
    return f"?{isian.urlencode()}"


@register.simple_tag(takes_context=True)
def alamat_tahun(context: dict[str, Any], tahun: int) -> str:
    """The address of this page in another year."""
    letak = context["request"].resolver_match
    return reverse(letak.view_name, kwargs={**letak.kwargs, "tahun": tahun})


@register.inclusion_tag("web/bagian/kepala_urut.html", takes_context=True)
def kepala_urut(
    context: dict[str, Any], saringan: Saringan, urut: str, judul: str, kelas: str = ""
) -> dict[str, Any]:
    """A column head that sorts; the column sorted already turns the direction."""
    aktif = saringan.urut == urut
    turun = saringan.arah == "turun"
    arah = "turun" if aktif and not turun else ""
    alamat = ganti(context, urut=urut, arah=arah)
    return {"judul": judul, "kelas": kelas, "aktif": aktif, "turun": turun, "alamat": alamat}


@register.simple_tag
def uraian(isi: str, gambar: Mapping[str, Citra] | None = None) -> str:
    """What people wrote, as paragraphs, lists, tables and pictures; built as a tree, so it is safe."""
    awalan = f"uraian-{hashlib.sha256(isi.encode()).hexdigest()[:8]}"
    bagian = raise_subjudul(Bagian(awalan, "", convert_tulisan(isi, awalan, gambar or {})))
    return mark_safe(render_isi_bagian_html(bagian))


@register.filter
def isi_kamus(kamus: dict[Any, Any], kunci: Any) -> Any:
    """The value of `kunci`, or None."""
    return kamus.get(kunci)
