"""The agreements of an office, a new one, and who stands above whom."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.akses.izin import Izin
from kinerja.akses.queries import AksesDitolak, get_hari, list_satker_terjangkau
from kinerja.antarmuka.web.kepala import Kepala, TidakAda, buka_kepala_calon
from kinerja.antarmuka.web.perjanjian.formulir import JabatanForm, PerjanjianForm
from kinerja.pelaporan.surat.usulan import propose_anggaran
from kinerja.perencanaan.perjanjian.operations import (
    DataJabatan,
    DataPerjanjian,
    PerjanjianDitolak,
    make_perjanjian,
    save_jabatan,
)
from kinerja.perencanaan.perjanjian.queries import (
    find_perjanjian_id,
    get_unit,
    list_jabatan,
    list_perjanjian,
    list_unit_bersasaran,
    propose_perjanjian,
)


def is_berizin(request: HttpRequest, kepala: Kepala, *izin: Izin) -> bool:
    """Whether the reader has one of the izin at the office of the page."""
    hari = get_hari(timezone.now())
    satker = kepala.kantor.satker.pk
    return any(satker in list_satker_terjangkau(request.user, i, tahun=kepala.tahun, pada=hari) for i in izin)


def require_izin(request: HttpRequest, kepala: Kepala, izin: Izin) -> None:
    """Raise AksesDitolak (403) before a form is shown that would be refused."""
    if not is_berizin(request, kepala, izin):
        raise AksesDitolak(_("Anda tidak berwenang untuk tindakan ini."), asing=False)


@require_safe
def daftar(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Every agreement with its state."""
    kepala = buka_kepala_calon(request, satker, tahun)
    konteks = {
        "kepala": kepala,
        "tab": "perjanjian",
        "semua": list_perjanjian(kepala.kantor.satker, tahun),
        "boleh": is_berizin(request, kepala, Izin.RENCANA),
    }
    return render(request, "web/perjanjian/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def baru(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """A new agreement, its budget lines proposed from the budget of its sasaran."""
    kepala = buka_kepala_calon(request, satker, tahun)
    require_izin(request, kepala, Izin.RENCANA)
    kantor = kepala.kantor.satker
    pilihan = [(u.kode, u.nama) for u in list_unit_bersasaran(kantor, tahun)]
    usul = propose_perjanjian(kantor, tahun)
    awal = {"kode": usul.kode, "tempat": usul.tempat, "dari_renstra": usul.dari_renstra}
    formulir = PerjanjianForm(request.POST or None, unit=pilihan, initial=awal)
    if request.method == "POST" and formulir.is_valid():
        isi = formulir.cleaned_data
        usulan = propose_anggaran(kantor, tahun, isi["unit"], isi["lingkup"])
        data = DataPerjanjian(**(isi | {"unit": get_unit(isi["unit"])}), anggaran=usulan)
        try:
            hasil = make_perjanjian(
                satker=kantor, tahun=tahun, data=data, oleh=request.user, pada=timezone.now()
            )
        except PerjanjianDitolak as masalah:
            formulir.add_error(None, [f"{t.pesan} {t.cara}" for t in masalah.temuan])
        else:
            messages.success(request, _("Perjanjian dibuat. Periksa isinya, lalu mulai versi pertama."))
            return redirect("satu_perjanjian", kepala.kunci, tahun, hasil.kode)
    konteks = {"kepala": kepala, "tab": "perjanjian", "form": formulir, "usul": usul}
    return render(request, "web/perjanjian/baru.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def jabatan(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Jabatan with their superiors and holders; POST records one."""
    kepala = buka_kepala_calon(request, satker, tahun)
    formulir = JabatanForm(request.POST or None)
    if request.method == "POST":
        require_izin(request, kepala, Izin.RENCANA)
        if formulir.is_valid():
            data = DataJabatan(**formulir.cleaned_data)
            try:
                save_jabatan(satker=kepala.kantor.satker, data=data, oleh=request.user, pada=timezone.now())
            except PerjanjianDitolak as masalah:
                formulir.add_error(None, [f"{t.pesan} {t.cara}" for t in masalah.temuan])
            else:
                messages.success(request, _("Jabatan dicatat."))
                return redirect("jabatan", kepala.kunci, tahun)
    konteks = {
        "kepala": kepala,
        "tab": "perjanjian",
        "semua": list_jabatan(),
        "form": formulir,
        "boleh": is_berizin(request, kepala, Izin.RENCANA),
    }
    return render(request, "web/perjanjian/jabatan.html", konteks)


@require_safe
def buka_tugas(request: HttpRequest, pk: int) -> HttpResponse:
    """From a task to its agreement."""
    letak = find_perjanjian_id(pk)
    if letak is None:
        raise TidakAda(_("Perjanjian itu tidak ada."))
    satker, tahun, kode = letak
    kepala = buka_kepala_calon(request, satker, tahun)
    return redirect("satu_perjanjian", kepala.kunci, tahun, kode)
