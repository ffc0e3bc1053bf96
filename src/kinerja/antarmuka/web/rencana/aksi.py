"""Rencana aksi of an indikator: its steps, what each is to yield when, and what it did yield."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.akses.izin import Izin
from kinerja.akses.queries import AksesDitolak, authorize
from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.antarmuka.web.rencana.formulir import AksiForm, coba, read_angka
from kinerja.antarmuka.web.rencana.tempat import (
    Tempat,
    buka_tempat,
    minta_boleh_sendiri,
    minta_indikator,
    minta_rencana,
)
from kinerja.dasar.periode import nama_bulan
from kinerja.perencanaan.operations.aksi import IsiAksi, remove_aksi, save_aksi, save_realisasi_aksi
from kinerja.perencanaan.operations.catat import RencanaDitolak
from kinerja.perencanaan.rencana import list_aksi

_BULAN = range(1, 13)


@require_http_methods(["GET", "HEAD", "POST"])
def aksi(request: HttpRequest, satker: str, tahun: int, kode: str) -> HttpResponse:
    """The steps of an indikator in a year; POST adds one, or changes the one of `nomor`."""
    tempat = buka_tempat(request, satker, tahun)
    satu, isi = minta_indikator(tempat, kode), minta_rencana(tempat)
    if request.method != "POST":
        return _tampilkan(request, tempat, kode)
    minta_boleh_sendiri(tempat)
    formulir = AksiForm(request.POST, rencana=isi)
    nomor = request.POST.get("nomor", "")
    if formulir.is_valid() and coba(
        formulir,
        lambda: save_aksi(
            indikator=satu.indikator,
            nomor=int(nomor) if nomor.isdecimal() else None,
            isi=IsiAksi(**formulir.cleaned_data, target=_baca_target(request)),
            siapa=(request.user, timezone.now()),
            **tempat.siapa,
        ),
    ):
        messages.success(request, _("Langkah disimpan."))
        return _kembali(tempat, kode)
    return _tampilkan(request, tempat, kode, form=formulir)


def _baca_target(request: HttpRequest) -> dict[int, Any]:
    semua = {b: read_angka(request.POST, f"target-{b}") for b in _BULAN}
    return {bulan: nilai for bulan, nilai in semua.items() if nilai is not None}


@require_POST
def realisasi(request: HttpRequest, satker: str, tahun: int, kode: str, nomor: int) -> HttpResponse:
    """What a step yielded, period by period; `hapus` removes a step of which nothing was done."""
    tempat = buka_tempat(request, satker, tahun)
    satu = minta_indikator(tempat, kode)
    semua = list_aksi(satu.indikator, tempat.kepala.kantor.satker, tahun)
    milik = next((a for a in semua if a.nomor == nomor), None)
    if milik is None:
        raise TidakAda(_("Langkah itu tidak ada."))
    siapa = {"aksi": milik, "oleh": request.user, "pada": timezone.now()}
    try:
        if "hapus" in request.POST:
            remove_aksi(**siapa)
        else:
            bulan = [t.bulan for t in milik.tahap.all()]
            save_realisasi_aksi(
                realisasi={b: read_angka(request.POST, f"realisasi-{b}") for b in bulan},
                catatan={b: request.POST.get(f"catatan-{b}", "")[:1000] for b in bulan},
                **siapa,
            )
    except RencanaDitolak as masalah:
        galat = {"nomor": nomor, "medan": masalah.medan, "pesan": str(masalah)}
        return _tampilkan(request, tempat, kode, galat=galat)
    messages.success(request, _("Rencana aksi disimpan."))
    return _kembali(tempat, kode, f"#langkah-{nomor}")


def _kembali(tempat: Tempat, kode: str, jangkar: str = "") -> HttpResponse:
    alamat = reverse("aksi_rencana", args=[tempat.kepala.kunci, tempat.kepala.tahun, kode])
    return redirect(alamat + jangkar)


def _tampilkan(request: HttpRequest, tempat: Tempat, kode: str, **lain: Any) -> HttpResponse:
    satu, isi = minta_indikator(tempat, kode), minta_rencana(tempat)
    konteks = {
        "kepala": tempat.kepala,
        "tab": "rencana",
        "rencana": isi,
        "satu": satu,
        "boleh": tempat.boleh_baru,
        "boleh_isi": tempat.boleh_baru or _is_operator(request, tempat),
        "aksi": list_aksi(satu.indikator, isi.satker, isi.tahun),
        "form": AksiForm(rencana=isi),
        "bulan": [(b, nama_bulan(b), request.POST.get(f"target-{b}", "")) for b in _BULAN],
        **lain,
    }
    status = 422 if lain else 200
    return render(request, "web/rencana/aksi.html", konteks, status=status)


def _is_operator(request: HttpRequest, tempat: Tempat) -> bool:
    kepala = tempat.kepala
    try:
        authorize(request.user, Izin.ISI, kepala.kantor.satker, tahun=kepala.tahun, pada=timezone.now())
    except AksesDitolak:
        return False
    return True
