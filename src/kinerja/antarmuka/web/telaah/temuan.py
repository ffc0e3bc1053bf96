"""Open temuan of our own report, beside the part where each stands; and who lets one stand."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.akses.izin import Izin
from kinerja.akses.pemisahan import OrangSama
from kinerja.akses.queries import AksesDitolak, get_hari, list_satker_terjangkau
from kinerja.antarmuka.web.kepala import Kepala, TidakAda, buka_kepala
from kinerja.antarmuka.web.telaah.saring import sajikan_temuan
from kinerja.antarmuka.web.unduhan import compose_laporan
from kinerja.telaah.laporan import telaah_dokumen
from kinerja.telaah.operations.temuan import (
    PALING_LAMA,
    PengecualianDitolak,
    ask_pengecualian,
    decide_pengecualian,
    save_temuan,
)
from kinerja.telaah.queries import get_temuan_untuk, list_temuan_terbuka


class PengecualianForm(forms.Form):
    """Why a temuan may stand, and until when."""

    alasan = forms.CharField(label=gettext_lazy("Alasan"), widget=forms.Textarea(attrs={"rows": 3}))
    berlaku_sampai = forms.DateField(
        label=gettext_lazy("Berlaku sampai"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class PutusanForm(forms.Form):
    """Grant, refuse or revoke."""

    putusan = forms.ChoiceField(choices=[(p, p) for p in ("setuju", "tolak", "cabut")])
    catatan = forms.CharField(required=False, max_length=500)


@require_http_methods(["GET", "HEAD", "POST"])
def daftar(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """The open temuan by part of the report; POST checks the report as it is now."""
    kepala = buka_kepala(request, satker, tahun)
    kini = timezone.now()
    if request.method == "POST":
        hasil, temuan = telaah_dokumen(compose_laporan(kepala))
        rekap = save_temuan(
            satker=kepala.kantor.satker, tahun=tahun, temuan=temuan, oleh=request.user, pada=kini
        )
        pesan = _(
            "%(fakta)s fakta diperiksa: %(baru)s temuan baru, %(tetap)s masih ada, %(selesai)s selesai."
        )
        messages.success(
            request,
            pesan
            % {"fakta": hasil.fakta, "baru": rekap.baru, "tetap": rekap.tetap, "selesai": rekap.selesai},
        )
        return redirect("temuan", kepala.kunci, tahun)
    terbuka = list_temuan_terbuka(kepala.kantor.satker, tahun, kini)
    konteks = sajikan_temuan(terbuka, request.GET) | {
        "kepala": kepala,
        "tab": "temuan",
        "boleh_minta": _is_boleh(request, kepala, Izin.SUSUN),
        "boleh_putus": _is_boleh(request, kepala, Izin.KECUALIKAN),
        "saya": request.user.pk,
        "batas": (get_hari(kini), get_hari(kini) + PALING_LAMA),
    }
    return render(request, "web/telaah/temuan.html", konteks)


def _is_boleh(request: HttpRequest, kepala: Kepala, izin: Izin) -> bool:
    hari = get_hari(timezone.now())
    return kepala.kantor.satker.pk in list_satker_terjangkau(
        request.user, izin, tahun=kepala.tahun, pada=hari
    )


def _kembali(request: HttpRequest, kepala: Kepala, pk: int) -> HttpResponse:
    """To the same temuan in the same selection."""
    kueri = request.GET.urlencode()
    alamat = reverse("temuan", args=(kepala.kunci, kepala.tahun))
    return redirect(f"{alamat}{'?' if kueri else ''}{kueri}#temuan-{pk}")


@require_POST
def minta(request: HttpRequest, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Ask that a temuan may stand."""
    kepala = buka_kepala(request, satker, tahun)
    temuan = get_temuan_untuk(request.user, pk, Izin.LIHAT, timezone.now())
    formulir = PengecualianForm(request.POST)
    if temuan is None or temuan.satker_id != kepala.kantor.satker.pk:
        raise TidakAda(_("Temuan itu tidak ada."))
    if not formulir.is_valid():
        messages.error(request, _("Alasan dan akhir masa berlaku wajib diisi."))
        return _kembali(request, kepala, pk)
    try:
        ask_pengecualian(temuan=temuan, **formulir.cleaned_data, oleh=request.user, pada=timezone.now())
    except PengecualianDitolak as masalah:
        messages.error(request, str(masalah))
    else:
        messages.success(request, _("Permintaan dicatat; orang lain yang berwenang memutusnya."))
    return _kembali(request, kepala, pk)


@require_POST
def putus(request: HttpRequest, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Grant, refuse or revoke a pengecualian."""
    from kinerja.telaah.operations.temuan import Putusan  # noqa: PLC0415

    kepala = buka_kepala(request, satker, tahun)
    formulir = PutusanForm(request.POST)
    terbuka = {t.temuan.pk: t for t in list_temuan_terbuka(kepala.kantor.satker, tahun, timezone.now())}
    satu = terbuka.get(pk)
    pengecualian = satu and (satu.diminta or satu.berlaku)
    if pengecualian is None or not formulir.is_valid():
        raise AksesDitolak("Permintaan tidak dikenal.", asing=True)
    try:
        decide_pengecualian(
            pengecualian=pengecualian,
            putusan=Putusan(formulir.cleaned_data["putusan"]),
            catatan=formulir.cleaned_data["catatan"],
            oleh=request.user,
            pada=timezone.now(),
        )
    except (PengecualianDitolak, OrangSama) as masalah:
        messages.error(request, str(masalah))
    else:
        messages.success(request, _("Putusan dicatat."))
    return _kembali(request, kepala, pk)
