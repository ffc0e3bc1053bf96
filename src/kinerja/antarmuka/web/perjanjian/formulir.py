"""What people fill in: an agreement, a version of it, a jabatan, a signature."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.dasar.cetak import cetak_angka
from kinerja.perencanaan.perjanjian.isi import AnggaranJanji

TANGGAL: dict[str, Any] = {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}
KUNCI_TERBESAR = 100 * 1024
_JABATAN = {"list": "jabatan-dikenal", "autocomplete": "off"}
_RUPIAH = re.compile(r"(?:Rp\.?\s*)?(\d{1,3}(?:\.\d{3})+|\d+)")


def read_rupiah(teks: str) -> int:
    """Whole rupiah from "Rp5.134.098.000" or "5134098000". Raises forms.ValidationError."""
    cocok = _RUPIAH.fullmatch(teks.strip())
    if cocok is None:
        contoh = "5.134.098.000"
        raise forms.ValidationError(
            _("“%(teks)s” bukan rupiah bulat; tulis seperti %(contoh)s.") % {"teks": teks, "contoh": contoh}
        )
    return int(cocok[1].replace(".", ""))


def print_baris(anggaran: Iterable[AnggaranJanji]) -> str:
    """Budget lines as they are typed: programme | activity | rupiah."""
    return "\n".join(f"{a.program} | {a.kegiatan} | {cetak_angka(a.nilai)}" for a in anggaran)


class AnggaranField(forms.CharField):
    """One budget line per line of text."""

    def __init__(self) -> None:
        super().__init__(
            label=gettext_lazy("Program | kegiatan | anggaran"),
            help_text=gettext_lazy(
                "Satu baris tiap kegiatan, dipisah garis tegak: program | kegiatan | rupiah."
            ),
            widget=forms.Textarea(attrs={"rows": 5}),
            required=False,
            max_length=20_000,
        )

    def clean(self, value: Any) -> tuple[AnggaranJanji, ...]:
        """The lines; an error names the one that is wrong."""
        hasil = []
        for nomor, baris in enumerate(filter(str.strip, super().clean(value).splitlines()), 1):
            bagian = [b.strip() for b in baris.split("|")]
            if len(bagian) != 3 or not all(bagian):
                raise forms.ValidationError(
                    _("Baris %(nomor)d tidak berisi program | kegiatan | rupiah.") % {"nomor": nomor}
                )
            hasil.append(AnggaranJanji(bagian[0][:250], bagian[1][:250], read_rupiah(bagian[2])))
        return tuple(hasil)


class RupiahField(forms.CharField):
    """Whole rupiah, or nothing."""

    def clean(self, value: Any) -> int | None:
        """The number, None when left empty."""
        teks = super().clean(value)
        return read_rupiah(teks) if teks else None

    def prepare_value(self, value: Any) -> Any:
        """Printed with points."""
        return cetak_angka(value) if isinstance(value, int) else value


class PerjanjianForm(forms.Form):
    """A new agreement; the page offers the known jabatan in a datalist."""

    kode = forms.SlugField(
        label=gettext_lazy("Kode"), max_length=30, help_text=gettext_lazy("Misalnya PK-10.")
    )
    unit = forms.ChoiceField(label=gettext_lazy("Unit Eselon I yang sasarannya dijanjikan"))
    pihak_pertama = forms.CharField(
        label=gettext_lazy("Pihak pertama (jabatan)"),
        max_length=190,
        widget=forms.TextInput(attrs=_JABATAN),
        help_text=gettext_lazy("Nama dan Plt. diisi sendiri dari daftar jabatan menurut tanggalnya."),
    )
    pihak_kedua = forms.CharField(
        label=gettext_lazy("Pihak kedua (jabatan atasan)"),
        max_length=190,
        widget=forms.TextInput(attrs=_JABATAN),
        required=False,
        help_text=gettext_lazy("Kosongkan hanya untuk menteri, yang menandatangani sendiri."),
    )
    tempat = forms.CharField(label=gettext_lazy("Tempat"), max_length=100)
    tanggal = forms.DateField(label=gettext_lazy("Tanggal"), required=False, **TANGGAL)
    lingkup = forms.CharField(
        label=gettext_lazy("Kode sasaran"),
        required=False,
        max_length=190,
        help_text=gettext_lazy("Dipisah titik koma; kosong berarti semua sasaran unit itu."),
    )
    dari_renstra = forms.BooleanField(
        label=gettext_lazy("Ambil target dari Renstra"),
        required=False,
        help_text=gettext_lazy(
            "Hanya untuk indikator yang belum mempunyai target Perjanjian Kinerja tahun ini."
        ),
    )

    def __init__(self, *args: Any, unit: Iterable[tuple[str, str]] = (), **lain: Any) -> None:
        super().__init__(*args, **lain)
        self.fields["unit"].choices = list(unit)  # type: ignore[attr-defined]

    def clean_lingkup(self) -> tuple[str, ...]:
        """The kode, one by one."""
        return tuple(k.strip() for k in self.cleaned_data["lingkup"].split(";") if k.strip())


class VersiForm(forms.Form):
    """What may be changed in a draft."""

    pihak_pertama = forms.CharField(
        label=gettext_lazy("Pihak pertama (jabatan, dengan Plt. bila ada)"), max_length=200
    )
    nama_pertama = forms.CharField(label=gettext_lazy("Nama pihak pertama"), max_length=120, required=False)
    pihak_kedua = forms.CharField(label=gettext_lazy("Pihak kedua (jabatan)"), max_length=200, required=False)
    nama_kedua = forms.CharField(label=gettext_lazy("Nama pihak kedua"), max_length=120, required=False)
    tempat = forms.CharField(label=gettext_lazy("Tempat"), max_length=100)
    tanggal = forms.DateField(label=gettext_lazy("Tanggal penandatanganan"), required=False, **TANGGAL)
    dipa_nomor = forms.CharField(label=gettext_lazy("Nomor DIPA"), max_length=60, required=False)
    dipa_tanggal = forms.DateField(label=gettext_lazy("Tanggal DIPA disahkan"), required=False, **TANGGAL)
    dipa_pagu = RupiahField(
        label=gettext_lazy("Pagu DIPA yang dijanjikan (rupiah)"), required=False, max_length=30
    )
    anggaran = AnggaranField()


class JabatanForm(forms.Form):
    """A jabatan, its superior, its holder."""

    nama = forms.CharField(label=gettext_lazy("Jabatan"), max_length=190)
    atasan = forms.CharField(label=gettext_lazy("Atasan langsung (jabatan)"), max_length=190, required=False)
    pemangku = forms.CharField(label=gettext_lazy("Nama pemangku"), max_length=120, required=False)
    pelaksana = forms.ChoiceField(
        label=gettext_lazy("Kedudukan"),
        required=False,
        choices=[
            ("", gettext_lazy("definitif")),
            ("Plt.", gettext_lazy("pelaksana tugas (Plt.)")),
            ("Plh.", gettext_lazy("pelaksana harian (Plh.)")),
        ],
    )
    berlaku_dari = forms.DateField(label=gettext_lazy("Berlaku dari"), **TANGGAL)
    berlaku_sampai = forms.DateField(label=gettext_lazy("Berlaku sampai"), required=False, **TANGGAL)


class TandaForm(forms.Form):
    """How one signs; a passphrase, PIN or NIK lives as long as the request."""

    cara = forms.ChoiceField(label=gettext_lazy("Cara"))
    berkas_kunci = forms.FileField(
        label=gettext_lazy("Berkas kunci (.p12 atau .pfx)"),
        required=False,
        help_text=gettext_lazy("Dipakai untuk satu tanda tangan ini, tidak disimpan."),
    )
    nik = forms.CharField(
        label=gettext_lazy("NIK (untuk BSrE)"),
        required=False,
        max_length=16,
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric"}),
    )
    sandi = forms.CharField(
        label=gettext_lazy("Frasa sandi atau PIN"),
        required=False,
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
    )
    keterangan = forms.CharField(
        label=gettext_lazy("Keterangan naskah yang ditandatangani basah"), required=False, max_length=500
    )

    def __init__(self, *args: Any, cara: Iterable[tuple[str, Any]] = (), **lain: Any) -> None:
        super().__init__(*args, **lain)
        self.pilihan = dict(cara)
        self.fields["cara"].choices = list(self.pilihan.items())  # type: ignore[attr-defined]
        if "basah" not in self.pilihan:
            del self.fields["keterangan"]
        if "bsre" not in self.pilihan:
            del self.fields["nik"]

    def clean_berkas_kunci(self) -> Any:
        """A key file is small."""
        berkas = self.cleaned_data["berkas_kunci"]
        if berkas is not None and berkas.size > KUNCI_TERBESAR:
            raise forms.ValidationError(_("Berkas kunci tidak sebesar itu; pilih berkas .p12 atau .pfx."))
        return berkas

    def clean(self) -> dict[str, Any]:
        """What the chosen way needs."""
        isi = super().clean() or {}
        perlu = {
            "p12": ("berkas_kunci",),
            "bsre": ("nik", "sandi"),
            "token": ("sandi",),
            "basah": ("keterangan",),
        }
        for nama in perlu.get(isi.get("cara", ""), ()):
            if not isi.get(nama) and nama not in self.errors:
                self.add_error(nama, _("Wajib diisi untuk cara ini."))
        return isi
