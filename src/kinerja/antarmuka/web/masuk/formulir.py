"""The forms of allauth in our words, and our own for accounts."""

from collections.abc import Mapping
from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.account.forms import ReauthenticateForm as SandiUlang
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.akses.izin import PERAN_DITUGASKAN, Peran
from kinerja.akses.queries import PilihanLingkup
from kinerja.antarmuka.web.bahasa import terjemahkan

Label = Mapping[str, str | Promise]
KODE: Label = {"code": gettext_lazy("Kode")}
NAMA_KUNCI: Label = {"name": gettext_lazy("Nama kunci")}
SANDI: Label = {"password": gettext_lazy("Kata sandi")}


def _susun_petunjuk() -> str:
    return " ".join(map(str, password_validators_help_texts()))


class _Berlabel:
    """Our labels; no placeholder, which vanishes with the first letter typed."""

    LABEL: Label = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nama, isian in self.fields.items():  # type: ignore[attr-defined]
            isian.label = self.LABEL.get(nama, isian.label)
            isian.widget.attrs.pop("placeholder", None)
            isian.help_text = _susun_petunjuk() if nama == "password1" else ""


class MasukForm(_Berlabel, LoginForm):
    LABEL = {"login": gettext_lazy("Nama akun"), **SANDI}


class PastikanForm(_Berlabel, SandiUlang):
    LABEL = SANDI


class GantiSandiForm(_Berlabel, ChangePasswordForm):
    LABEL = {
        "oldpassword": gettext_lazy("Kata sandi sekarang"),
        "password1": gettext_lazy("Kata sandi baru"),
        "password2": gettext_lazy("Kata sandi baru, sekali lagi"),
    }

    def clean(self) -> Any:
        isi = forms.Form.clean(self) or self.cleaned_data
        tolak_beda(self, "password1", "password2")
        return isi


class KodeForm(_Berlabel, AuthenticateForm):
    LABEL = KODE


class KodeUlangForm(_Berlabel, ReauthenticateForm):
    LABEL = KODE


class PasangAplikasiForm(_Berlabel, ActivateTOTPForm):
    LABEL = {"code": gettext_lazy("Kode dari aplikasi")}


class TambahKunciForm(_Berlabel, AddWebAuthnForm):
    LABEL = {
        **NAMA_KUNCI,
        "passwordless": gettext_lazy("Boleh masuk dengan kunci ini saja, tanpa kata sandi"),
    }


class UbahKunciForm(_Berlabel, EditWebAuthnForm):
    LABEL = NAMA_KUNCI


def tolak_beda(formulir: forms.Form, satu: str, dua: str) -> None:
    """Complain at the second field when two passwords differ."""
    isi = formulir.cleaned_data
    if isi.get(satu) and isi.get(dua) and isi[satu] != isi[dua]:
        formulir.add_error(dua, _("Kedua kata sandi tidak sama."))


class SandiBaruForm(forms.Form):
    """What somebody with a one-time link chooses; whether it is strong enough the operation decides."""

    sandi = forms.CharField(
        label=gettext_lazy("Kata sandi baru"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    ulang = forms.CharField(
        label=gettext_lazy("Kata sandi baru, sekali lagi"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sandi"].help_text = _susun_petunjuk()

    def clean(self) -> dict[str, Any]:
        tolak_beda(self, "sandi", "ulang")
        return self.cleaned_data


class DataPenggunaForm(forms.Form):
    """What is known of a person."""

    nama = forms.CharField(label=gettext_lazy("Nama"), max_length=120)
    jabatan = forms.CharField(label=gettext_lazy("Jabatan"), max_length=200, required=False)
    surel = forms.EmailField(label=gettext_lazy("Surel"), required=False)


class PenggunaBaruForm(DataPenggunaForm):
    """A new account."""

    nama_akun = forms.CharField(
        label=gettext_lazy("Nama akun"),
        max_length=60,
        help_text=gettext_lazy("Huruf kecil, angka, titik, atau tanda hubung. Tidak dapat diganti kemudian."),
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )
    field_order = ("nama_akun",)


class TugasForm(forms.Form):
    """A peran to give; what may be chosen depends on who gives it."""

    peran = forms.ChoiceField(label=gettext_lazy("Peran"))
    satker = forms.ChoiceField(label=gettext_lazy("Satker dan semua di bawahnya"), required=False)
    unit_kerja = forms.ChoiceField(
        label=gettext_lazy("Hanya divisi atau bagian"),
        required=False,
        help_text=gettext_lazy("Untuk Kepala Divisi, Kepala Bidang, dan Kepala Subbidang."),
    )
    unit = forms.ChoiceField(
        label=gettext_lazy("Hanya satker unit"),
        required=False,
        help_text=gettext_lazy("Satker mana yang dibawahi divisi itu."),
    )
    tahun = forms.IntegerField(
        label=gettext_lazy("Hanya data tahun"), required=False, min_value=2000, max_value=2099
    )
    sampai = forms.DateField(
        label=gettext_lazy("Sampai dengan"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args: Any, pilihan: PilihanLingkup, seinstansi: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        semua = ("", _("Seluruh instansi") if seinstansi else _("Pilih satker"))
        self._pilih("peran", [(p.value, terjemahkan(p.label)) for p in PERAN_DITUGASKAN])
        self._pilih("satker", [semua, *pilihan.satker])
        self._pilih("unit_kerja", [("", _("Tidak dibatasi")), *pilihan.unit_kerja])
        self._pilih("unit", [("", _("Tidak dibatasi")), *pilihan.unit])

    def _pilih(self, nama: str, pilihan: list[tuple[str, str]]) -> None:
        isian = self.fields[nama]
        assert isinstance(isian, forms.ChoiceField)
        isian.choices = pilihan

    def clean_peran(self) -> Peran:
        return Peran(self.cleaned_data["peran"])


class AlasanForm(forms.Form):
    """Why something is ended."""

    alasan = forms.CharField(label=gettext_lazy("Alasan"), max_length=500)
