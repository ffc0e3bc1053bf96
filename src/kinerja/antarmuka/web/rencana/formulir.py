"""The forms of the plan."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django import forms
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.antarmuka.web.bahasa import terjemahkan
from kinerja.dasar.angka import baca_angka
from kinerja.perencanaan.operations.catat import RencanaDitolak
from kinerja.perencanaan.operations.indikator import NilaiTarget
from kinerja.perencanaan.rencana import PILIHAN, Rencana, list_unit, list_unit_kerja

KOSONG = ("", "–")


def _area(baris: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": baris})


def _pilihan(nama: str) -> list[tuple[str, str]]:
    return [(nilai, terjemahkan(kata)) for nilai, kata in PILIHAN[nama]]


class RenstraForm(forms.Form):
    """A plan with its missions and tujuan, one per line."""

    nama = forms.CharField(label=gettext_lazy("Nama Renstra"), max_length=250)
    tahun_awal = forms.IntegerField(label=gettext_lazy("Tahun awal"), min_value=2000, max_value=2099)
    tahun_akhir = forms.IntegerField(label=gettext_lazy("Tahun akhir"), min_value=2000, max_value=2099)
    dasar_hukum = forms.CharField(label=gettext_lazy("Dasar hukum"), max_length=250)
    visi = forms.CharField(label=gettext_lazy("Visi"), widget=_area(4), max_length=5000)
    misi = forms.CharField(
        label=gettext_lazy("Misi"),
        help_text=gettext_lazy("Satu misi per baris."),
        widget=_area(6),
        required=False,
        max_length=20000,
    )
    tujuan = forms.CharField(
        label=gettext_lazy("Tujuan"),
        help_text=gettext_lazy("Satu tujuan per baris."),
        widget=_area(6),
        required=False,
        max_length=20000,
    )


class SasaranForm(forms.Form):
    """A sasaran; its kode is chosen once."""

    kode = forms.CharField(label=gettext_lazy("Kode sasaran"), max_length=30)
    teks = forms.CharField(label=gettext_lazy("Bunyi sasaran"), widget=_area(3), max_length=5000)
    tingkat = forms.ChoiceField(label=gettext_lazy("Tingkat"))
    unit = forms.ChoiceField(label=gettext_lazy("Unit Eselon I"))
    induk = forms.ChoiceField(label=gettext_lazy("Sasaran di atasnya"), required=False)
    tujuan = forms.ChoiceField(label=gettext_lazy("Tujuan Renstra"), required=False)
    program = forms.CharField(label=gettext_lazy("Program"), required=False, max_length=250)
    alasan = forms.CharField(label=gettext_lazy("Alasan perubahan"), required=False, max_length=500)

    def __init__(self, *args: Any, rencana: Rencana, baru: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sasaran = [(s.sasaran.kode, f"{s.sasaran.kode} {s.sasaran.teks}"[:100]) for s in rencana.telusuri()]
        tujuan = [(str(t.urutan), f"{t.urutan}. {t.teks}"[:100]) for t in rencana.renstra.tujuan.all()]
        self.fields["tingkat"].choices = _pilihan("tingkat")
        self.fields["unit"].choices = list_unit()
        self.fields["induk"].choices = [KOSONG, *sasaran]
        self.fields["tujuan"].choices = [KOSONG, *tujuan]
        del self.fields["alasan" if baru else "kode"]

    def clean_tujuan(self) -> int | None:
        """The number of the tujuan."""
        return int(self.cleaned_data["tujuan"]) if self.cleaned_data["tujuan"] else None

    def clean_induk(self) -> str | None:
        """The kode of the sasaran above, None for none."""
        return self.cleaned_data["induk"] or None


class IndikatorForm(forms.Form):
    """An indikator with its IKU sheet; its kode is chosen once."""

    kode = forms.CharField(label=gettext_lazy("Kode indikator"), max_length=30)
    nama = forms.CharField(label=gettext_lazy("Nama indikator"), widget=_area(2), max_length=2000)
    satuan = forms.CharField(
        label=gettext_lazy("Satuan"), help_text=gettext_lazy("Misalnya %, indeks, orang."), max_length=60
    )
    polaritas = forms.ChoiceField(label=gettext_lazy("Polaritas"))
    cara_hitung = forms.ChoiceField(label=gettext_lazy("Cara hitung"))
    agregasi_bulan = forms.ChoiceField(label=gettext_lazy("Penggabungan antarbulan"))
    agregasi_satker = forms.ChoiceField(label=gettext_lazy("Penggabungan antarsatker"))
    penanggung_jawab = forms.ChoiceField(label=gettext_lazy("Unit penanggung jawab"), required=False)
    definisi = forms.CharField(
        label=gettext_lazy("Definisi operasional"), widget=_area(3), required=False, max_length=10000
    )
    rumus = forms.CharField(label=gettext_lazy("Rumus"), widget=_area(2), required=False, max_length=5000)
    sumber_data = forms.CharField(
        label=gettext_lazy("Sumber data"), widget=_area(2), required=False, max_length=5000
    )
    periode = forms.ChoiceField(label=gettext_lazy("Periode pelaporan"), required=False)
    verifikasi = forms.CharField(
        label=gettext_lazy("Cara verifikasi"), widget=_area(2), required=False, max_length=5000
    )
    keterbatasan = forms.CharField(
        label=gettext_lazy("Keterbatasan yang diketahui"), widget=_area(2), required=False, max_length=5000
    )
    alasan = forms.CharField(
        label=gettext_lazy("Alasan perubahan"),
        help_text=gettext_lazy("Wajib bila indikator sudah diperjanjikan."),
        required=False,
        max_length=500,
    )

    def __init__(self, *args: Any, rencana: Rencana, baru: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama in ("polaritas", "cara_hitung", "agregasi_bulan", "agregasi_satker"):
            self.fields[nama].choices = _pilihan(nama)
        self.fields["periode"].choices = [KOSONG, *_pilihan("periode")]
        self.fields["penanggung_jawab"].choices = [KOSONG, *list_unit_kerja(rencana.satker)]
        del self.fields["alasan" if baru else "kode"]

    def clean_penanggung_jawab(self) -> str | None:
        """The key of the division, None for none."""
        return self.cleaned_data["penanggung_jawab"] or None


class PemilikForm(forms.Form):
    """Who answers for an indikator from a day on."""

    jabatan = forms.CharField(label=gettext_lazy("Jabatan"), max_length=200)
    dari = forms.DateField(
        label=gettext_lazy("Mulai tanggal"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class KaitanForm(forms.Form):
    """Crosscutting to another sasaran of the plan."""

    ke = forms.ChoiceField(label=gettext_lazy("Mendukung sasaran"))
    uraian = forms.CharField(label=gettext_lazy("Bagaimana mendukungnya"), widget=_area(2), max_length=2000)

    def __init__(self, *args: Any, rencana: Rencana, kode: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ke"].choices = [
            (s.sasaran.kode, f"{s.sasaran.kode} {s.sasaran.teks}"[:100])
            for s in rencana.telusuri()
            if s.sasaran.kode != kode
        ]


class AksiForm(forms.Form):
    """A step of the rencana aksi; its targets stand beside it, one field per month."""

    langkah = forms.CharField(label=gettext_lazy("Langkah"), widget=_area(2), max_length=2000)
    satuan = forms.CharField(label=gettext_lazy("Satuan keluaran"), max_length=60)
    jadwal = forms.ChoiceField(label=gettext_lazy("Jadwal"))
    penanggung = forms.ChoiceField(label=gettext_lazy("Penanggung jawab"), required=False)

    def __init__(self, *args: Any, rencana: Rencana, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jadwal"].choices = _pilihan("jadwal")
        self.fields["penanggung"].choices = [KOSONG, *list_unit_kerja(rencana.satker)]


def read_angka(kiriman: QueryDict, nama: str) -> Decimal | None:
    """A typed number, None for an empty field. Raises RencanaDitolak with what is doubtful about it."""
    teks = kiriman.get(nama, "").strip()[:40]
    if not teks:
        return None
    bacaan = baca_angka(teks)
    if bacaan.nilai is None:
        raise RencanaDitolak(f"“{teks}”: {bacaan.masalah or _('bukan angka.')}", nama)
    return bacaan.nilai


def read_target(kiriman: QueryDict, kunci: int) -> NilaiTarget:
    """The typed target whose fields end in that number (a year, an id). Raises RencanaDitolak."""
    return NilaiTarget(*(read_angka(kiriman, f"{apa}-{kunci}") for apa in ("target", "bawah", "atas")))


def coba(formulir: forms.Form, lakukan: Callable[[], Any]) -> bool:
    """Whether all that a form asks for went through, or none of it; what stands against it is shown at its field."""
    try:
        with transaction.atomic():
            lakukan()
    except RencanaDitolak as masalah:
        formulir.add_error(masalah.medan if masalah.medan in formulir.fields else None, str(masalah))
        return False
    return True
