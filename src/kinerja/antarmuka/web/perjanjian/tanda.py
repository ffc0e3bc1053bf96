"""Signing: an agreement by account, certificate or on paper; a frozen report by certificate."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.akses.izin import Izin
from kinerja.antarmuka.web.kepala import TidakAda, buka_kepala
from kinerja.antarmuka.web.perjanjian.daftar import is_berizin
from kinerja.antarmuka.web.perjanjian.formulir import TandaForm
from kinerja.antarmuka.web.perjanjian.penyedia import list_cara_elektronik, make_penyedia
from kinerja.antarmuka.web.perjanjian.satu import buka, kabari
from kinerja.aturan.perjanjian import is_jabatan_sama
from kinerja.dokumen.tanda_tangan.penyedia import TandaTanganGagal
from kinerja.pelaporan.operations.tanda_tangan import sign_laporan, sign_perjanjian
from kinerja.pelaporan.pengesahan import get_final
from kinerja.pelaporan.tanda_tangan import list_tanda_laporan, open_pdf_laporan
from kinerja.perencanaan.perjanjian.operations import DataTandaTangan, PerjanjianDitolak, sign_versi

_PIHAK = ("pertama", "kedua")


@never_cache
@sensitive_post_parameters("sandi", "nik")
@require_http_methods(["GET", "HEAD", "POST"])
def tanda(request: HttpRequest, satker: str, tahun: int, perjanjian: str, pihak: str) -> HttpResponse:
    """Sign the newest version for one party."""
    kepala, satu, semua = buka(request, satker, tahun, perjanjian)
    versi = semua[0] if semua else None
    if pihak not in _PIHAK or versi is None or versi.status == "draf":
        raise TidakAda(_("Perjanjian ini belum diparaf, jadi belum dapat ditandatangani."))
    jabatan = versi.pihak_pertama if pihak == "pertama" else versi.pihak_kedua
    formulir = TandaForm(
        request.POST or None,
        request.FILES or None,
        cara=_list_cara(mencatat=is_berizin(request, kepala, Izin.RENCANA)),
    )
    if request.method == "POST" and formulir.is_valid() and _tandatangani(request, formulir, versi, pihak):
        return redirect("satu_perjanjian", kepala.kunci, tahun, perjanjian)
    konteks = {
        "kepala": kepala,
        "tab": "perjanjian",
        "perjanjian": satu,
        "versi": versi,
        "jabatan": jabatan,
        "cocok": is_jabatan_sama(jabatan, request.user.jabatan),
        "form": formulir,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "web/perjanjian/tanda.html", konteks, status=status)


def _list_cara(*, mencatat: bool) -> list[tuple[str, str]]:
    """Somebody who plans records what was signed on paper; whoever signs does so by account or certificate."""
    cara = [("akun", _("Setujui dengan akun ini (tanpa sertifikat)")), *list_cara_elektronik()]
    return [*cara, ("basah", _("Catat tanda tangan basah di luar aplikasi"))] if mencatat else cara


def _tandatangani(request: HttpRequest, formulir: TandaForm, versi: Any, pihak: str) -> bool:
    isi, siapa = formulir.cleaned_data, {"oleh": request.user, "pada": timezone.now()}
    try:
        if isi["cara"] in ("akun", "basah"):
            data = DataTandaTangan(pihak, isi["cara"], isi.get("keterangan", ""))
            sign_versi(versi=versi, data=data, **siapa)
        else:
            sign_perjanjian(versi=versi, pihak=pihak, penyedia=make_penyedia(isi), **siapa)
    except PerjanjianDitolak as masalah:
        kabari(request, masalah)
        return False
    except TandaTanganGagal as masalah:
        formulir.add_error(None, f"{masalah} ({masalah.kode})")
        return False
    messages.success(request, _("Tanda tangan dicatat."))
    return True


@never_cache
@sensitive_post_parameters("sandi", "nik")
@require_http_methods(["GET", "HEAD", "POST"])
def laporan(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Sign the frozen report of the year with a certificate."""
    kepala = buka_kepala(request, satker, tahun)
    final = get_final(kepala.kantor.satker, tahun)
    if final is None:
        raise TidakAda(
            _("Laporan tahun ini belum dibekukan, jadi belum dapat ditandatangani secara elektronik.")
        )
    formulir = TandaForm(request.POST or None, request.FILES or None, cara=list_cara_elektronik())
    if request.method == "POST" and formulir.is_valid():
        try:
            sign_laporan(
                laporan=final,
                penyedia=make_penyedia(formulir.cleaned_data),
                oleh=request.user,
                pada=timezone.now(),
            )
        except TandaTanganGagal as masalah:
            formulir.add_error(None, f"{masalah} ({masalah.kode})")
        else:
            messages.success(request, _("Laporan ditandatangani secara elektronik."))
            return redirect("tanda_tangan_elektronik_laporan", kepala.kunci, tahun)
    konteks = {
        "kepala": kepala,
        "tab": "susun",
        "final": final,
        "tanda": list_tanda_laporan(final),
        "form": formulir,
        "boleh": is_berizin(request, kepala, Izin.TANDA_TANGAN),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "web/perjanjian/tanda_laporan.html", konteks, status=status)


@require_safe
def unduh_laporan(request: HttpRequest, satker: str, tahun: int) -> FileResponse:
    """The frozen report with its electronic signatures, as the provider gave it back."""
    kepala = buka_kepala(request, satker, tahun)
    final = get_final(kepala.kantor.satker, tahun)
    try:
        aliran = open_pdf_laporan(final) if final else None
    except FileNotFoundError:
        aliran = None
    if aliran is None:
        raise TidakAda(_("Belum ada berkas laporan yang ditandatangani secara elektronik."))
    nama = f"LKjIP-{tahun}-{kepala.kunci}-bertanda-tangan.pdf"
    return FileResponse(aliran, as_attachment=True, filename=nama, content_type="application/pdf")
