"""Where a report stands on its way up: steps, texts by owner, what is in the way, signature, revision."""

from __future__ import annotations

import datetime

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.akses.pemisahan import OrangSama
from kinerja.akses.queries import get_hari
from kinerja.antarmuka.web.jawaban import JENIS_ISI
from kinerja.antarmuka.web.kepala import Kepala, TidakAda, buka_kepala
from kinerja.antarmuka.web.susun.daftar import count_halangan, group_halangan, sajikan_penulisan
from kinerja.pelaporan.halangan import list_halangan
from kinerja.pelaporan.operations.final import FaktaBerubah, LaporanTerhalang, Penerimaan, finalise_lkjip
from kinerja.pelaporan.operations.langkah import (
    Jawaban,
    LangkahDitolak,
    Putusan,
    finish_langkah,
    start_perjalanan,
)
from kinerja.pelaporan.operations.penulisan import NarasiDitolak, open_penulisan
from kinerja.pelaporan.operations.revisi import (
    RevisiDitolak,
    approve_revisi,
    reject_revisi,
    request_revisi,
)
from kinerja.pelaporan.pengesahan import list_final, open_berkas_final
from kinerja.pelaporan.penulisan import list_penulisan, sum_per_unit
from kinerja.pelaporan.perjalanan import find_tempat, list_riwayat_langkah, read_izin, read_letak

_TERBUKA = 20
"""More hindrances than that are folded by who owes them."""


class BagikanForm(forms.Form):
    """Until when the texts are due."""

    tenggat = forms.DateField(required=False)


class LangkahForm(forms.Form):
    """The step as the reader saw it, and how it ends."""

    langkah = forms.IntegerField()
    putusan = forms.ChoiceField(choices=[(p.value, p.value) for p in Putusan])
    catatan = forms.CharField(required=False, max_length=2000)


class RevisiForm(forms.Form):
    """Why a frozen report must be opened, and until when."""

    alasan = forms.CharField(max_length=2000)
    sampai = forms.DateField()


@require_safe
def susun(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """The whole way of the report on one page."""
    kepala = buka_kepala(request, satker, tahun)
    kini = timezone.now()
    kantor = kepala.kantor.satker
    baris = list_penulisan(request.user, kantor, tahun, kini)
    letak = read_letak(request.user, kantor, tahun, kini)
    konteks = {
        "kepala": kepala,
        "tab": "susun",
        "letak": letak,
        "izin": read_izin(request.user, kantor, tahun, kini),
        "baris": baris,
        "d": sajikan_penulisan(baris, request.GET, get_hari(kini)),
        "rekap": sum_per_unit(baris),
        "riwayat": list_riwayat_langkah(letak.perjalanan) if letak.perjalanan else [],
        "final": list_final(kantor, tahun),
        "hari": get_hari(kini),
        "terlambat": {b.penulisan.pk for b in baris if b.is_terlambat(get_hari(kini))},
    }
    return render(request, "web/susun/susun.html", konteks)


@require_safe
def buka_tugas(request: HttpRequest, jenis: str, pk: int) -> HttpResponse:
    """From a task to its page."""
    tempat = find_tempat(request.user, jenis, pk, timezone.now())
    if tempat is None:
        raise TidakAda(_("Tugas itu tidak ada."))
    return redirect("narasi", *tempat, pk) if jenis == "narasi" else redirect("susun", *tempat)


@require_POST
def bagikan(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Give the texts out to those who owe them."""
    kepala = buka_kepala(request, satker, tahun)
    formulir = BagikanForm(request.POST)
    tenggat = formulir.cleaned_data["tenggat"] if formulir.is_valid() else None
    siapa = {"oleh": request.user, "pada": timezone.now()}
    try:
        hasil = open_penulisan(satker=kepala.kantor.satker, tahun=tahun, tenggat=tenggat, **siapa)
    except NarasiDitolak as masalah:
        messages.error(request, str(masalah))
    else:
        jumlah = {"baru": hasil.baru, "semua": hasil.semua}
        messages.success(request, _("%(baru)d narasi dibagikan; seluruhnya %(semua)d.") % jumlah)
    return _kembali(kepala)


@require_POST
def mulai(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Put the report on its first step."""
    kepala = buka_kepala(request, satker, tahun)
    start_perjalanan(satker=kepala.kantor.satker, tahun=tahun, oleh=request.user, pada=timezone.now())
    return _kembali(kepala)


@require_POST
def langkah(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Lead the report on, or back."""
    kepala = buka_kepala(request, satker, tahun)
    formulir = LangkahForm(request.POST)
    if not formulir.is_valid():
        messages.error(request, _("Putusan tidak dikenal. Muat ulang halaman."))
        return _kembali(kepala)
    isi = formulir.cleaned_data | {"putusan": Putusan(formulir.cleaned_data["putusan"])}
    try:
        finish_langkah(
            satker=kepala.kantor.satker,
            tahun=tahun,
            jawaban=Jawaban(**isi),
            oleh=request.user,
            pada=timezone.now(),
        )
    except (LangkahDitolak, OrangSama) as masalah:
        messages.error(request, str(masalah))
    else:
        messages.success(request, _("Langkah dicatat."))
    return _kembali(kepala)


@require_http_methods(["GET", "HEAD", "POST"])
def tanda_tangan(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """What is in the way of the signature; POST signs."""
    kepala = buka_kepala(request, satker, tahun)
    kantor, kini = kepala.kantor.satker, timezone.now()
    letak = read_letak(request.user, kantor, tahun, kini)
    if request.method == "POST" and letak.kini is not None:
        terima = Penerimaan(frozenset(request.POST.getlist("terima")), request.POST.get("alasan", "")[:2000])
        try:
            final = finalise_lkjip(
                satker=kantor, tahun=tahun, langkah=letak.kini.nomor, penerimaan=terima, oleh=request.user, pada=kini
            )  # fmt: skip
        except (LaporanTerhalang, LangkahDitolak, OrangSama, FaktaBerubah) as masalah:
            messages.error(request, str(masalah))
            halangan = getattr(masalah, "halangan", None)
        else:
            messages.success(request, _("Laporan dibekukan dengan kode %(kode)s.") % {"kode": final.kode})
            return _kembali(kepala)
    else:
        halangan = None
    halangan = list_halangan(kantor, tahun, kini) if halangan is None else halangan
    konteks = {
        "kepala": kepala,
        "tab": "susun",
        "letak": letak,
        "halangan": halangan,
        "kelompok": group_halangan(halangan),
        "jumlah": count_halangan(halangan),
        "lipat": len(halangan) > _TERBUKA,
        "disebut": sum(h.boleh_disebut for h in halangan),
        "alasan": request.POST.get("alasan", ""),
        "diterima": set(request.POST.getlist("terima")),
    }
    return render(request, "web/susun/tanda_tangan.html", konteks)


@require_POST
def minta_revisi(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Ask that a frozen report be opened until the end of a day."""
    kepala = buka_kepala(request, satker, tahun)
    formulir = RevisiForm(request.POST)
    if not formulir.is_valid():
        messages.error(request, _("Alasan dan batas akhir wajib diisi."))
        return _kembali(kepala)
    hari = formulir.cleaned_data["sampai"]
    akhir = timezone.make_aware(datetime.datetime.combine(hari, datetime.time(23, 59, 59)))
    try:
        request_revisi(
            satker=kepala.kantor.satker, tahun=tahun, alasan=formulir.cleaned_data["alasan"], sampai=akhir,
            oleh=request.user, pada=timezone.now(),
        )  # fmt: skip
    except RevisiDitolak as masalah:
        messages.error(request, str(masalah))
    else:
        messages.success(request, _("Permintaan dicatat; orang lain yang berwenang memutusnya."))
    return _kembali(kepala)


@require_POST
def putus_revisi(request: HttpRequest, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Open the report, or refuse."""
    kepala = buka_kepala(request, satker, tahun)
    revisi = read_letak(request.user, kepala.kantor.satker, tahun, timezone.now()).revisi
    if revisi is None or revisi.pk != pk:
        raise TidakAda(_("Permintaan itu tidak ada."))
    siapa = {"revisi_id": pk, "oleh": request.user, "pada": timezone.now()}
    try:
        if request.POST.get("putusan") == "setuju":
            approve_revisi(**siapa)
        else:
            reject_revisi(**siapa, catatan=request.POST.get("catatan", "")[:2000])
    except (RevisiDitolak, OrangSama) as masalah:
        messages.error(request, str(masalah))
    else:
        messages.success(request, _("Putusan dicatat."))
    return _kembali(kepala)


@require_safe
def unduh_final(request: HttpRequest, satker: str, tahun: int, revisi: int, format: str) -> FileResponse:
    """One file of a frozen report, as it was signed."""
    kepala = buka_kepala(request, satker, tahun)
    aliran = open_berkas_final(kepala.kantor.satker, tahun, revisi, format)
    if aliran is None:
        raise TidakAda(_("Berkas itu tidak ada."))
    nama = f"LKjIP-{tahun}-{kepala.kunci}-revisi{revisi}.{format}"
    return FileResponse(aliran, as_attachment=True, filename=nama, content_type=JENIS_ISI[format])


def _kembali(kepala: Kepala) -> HttpResponse:
    return redirect("susun", kepala.kunci, kepala.tahun)
