"""What an admin fills in to choose: one of the choices or a number, from which year, and why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.antarmuka.web.pengaturan.instansi import TAHUN
from kinerja.aturan.parameter import load_parameter
from kinerja.aturan.pilihan import list_pilihan
from kinerja.dasar.cetak import cetak_angka

ANGKA = "angka"
"""The choice "a number of one's own"; the number stands in a field beside it."""


class PilihanForm(forms.Form):
    """One choice of the kode given; `nilai` is its key or the typed number once the form is valid."""

    pilihan = forms.ChoiceField(label=gettext_lazy("Pilihan"), widget=forms.RadioSelect)
    angka = forms.CharField(label=gettext_lazy("Batas dalam persen"), required=False, max_length=20)
    tahun = forms.IntegerField(
        label=gettext_lazy("Berlaku sejak tahun"),
        min_value=TAHUN.start,
        max_value=TAHUN.stop - 1,
        help_text=gettext_lazy("Berlaku sampai ada pilihan lain untuk tahun sesudahnya."),
    )
    alasan = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Surat atau pertimbangan yang mendasarinya; dicetak dalam lampiran laporan."),
    )

    def __init__(self, *isi: Any, kode: str, **lain: Any) -> None:
        super().__init__(*isi, **lain)
        self.rentang = load_parameter(kode).rentang
        tetap = list(list_pilihan(kode))
        nilai = self.initial.pop("nilai", "")
        dikenal = nilai in dict(tetap)
        if self.rentang is None:
            del self.fields["angka"]
        else:
            bawah, atas = map(cetak_angka, self.rentang)
            tetap.append((ANGKA, _("angka sendiri")))
            self.fields["angka"].help_text = _(
                "Angka dari %(bawah)s sampai %(atas)s; hanya bila memilih angka sendiri."
            ) % {"bawah": bawah, "atas": atas}
            if not dikenal:
                self.initial["angka"] = nilai.replace(".", ",")
        self.fields["pilihan"].choices = tetap
        self.initial["pilihan"] = nilai if dikenal or self.rentang is None else ANGKA

    @property
    def nilai(self) -> str:
        """What `choose_pengaturan` takes."""
        dipilih = str(self.cleaned_data["pilihan"])
        return str(self.cleaned_data["angka"]) if dipilih == ANGKA else dipilih
