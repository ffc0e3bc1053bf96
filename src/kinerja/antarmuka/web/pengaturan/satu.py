"""One choice of an instansi: what may be chosen and why, what holds, who changed it; the admin chooses."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses.izin import Izin
from kinerja.akses.queries import authorize
from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.antarmuka.web.pengaturan.formulir import PilihanForm
from kinerja.antarmuka.web.pengaturan.instansi import buka_instansi, is_pengelola, read_tahun
from kinerja.antarmuka.web.sajian.aturan import KEPASTIAN
from kinerja.aturan.parameter import Parameter, load_parameter
from kinerja.aturan.pengaturan_instansi import list_kode
from kinerja.aturan.pilihan import ButirPengaturan, describe_nilai, list_pilihan
from kinerja.organisasi.pengaturan import Instansi, list_pilihan_instansi, read_pengaturan
from kinerja.pelaporan.operations.pengaturan import PilihanBaru, PilihanDitolak, choose_pengaturan
from kinerja.pelaporan.pengaturan import list_perubahan_pilihan


@dataclass(frozen=True, slots=True)
class BarisMasa:
    """From which year which choice holds."""

    tahun: int
    cetak: str
    alasan: str


@require_safe
def lihat(request: HttpRequest, satker: str, pilihan: str) -> HttpResponse:
    """The page of a choice; `?nilai=` proposes one, as the link that takes a change back does."""
    tahun = read_tahun(request)
    instansi, butir = _buka(request, satker, pilihan, tahun)
    awal = {"nilai": request.GET.get("nilai", butir.kunci), "tahun": tahun}
    return _render(request, (instansi, butir, tahun), PilihanForm(kode=pilihan, initial=awal))


@require_POST
def pilih(request: HttpRequest, satker: str, pilihan: str) -> HttpResponse:
    """Store a choice, or say what is wrong with it."""
    tahun = read_tahun(request)
    instansi, butir = _buka(request, satker, pilihan, tahun)
    authorize(request.user, Izin.KELOLA_DATA, instansi.satker, tahun=tahun, pada=timezone.now())
    formulir = PilihanForm(request.POST, kode=pilihan)
    if formulir.is_valid():
        baru = PilihanBaru(
            pilihan, formulir.nilai, formulir.cleaned_data["tahun"], formulir.cleaned_data["alasan"]
        )
        try:
            choose_pengaturan(instansi=instansi.satker, pilihan=baru, oleh=request.user, pada=timezone.now())
        except PilihanDitolak as masalah:
            formulir.add_error(None, [f"{t.pesan} {t.cara}" for t in masalah.temuan])
        else:
            messages.success(
                request,
                _("Tersimpan. Angka tahun %(tahun)s dan sesudahnya kini dihitung menurut pilihan ini.")
                % {"tahun": baru.tahun},
            )
            return redirect(f"{reverse('pilihan_aturan', args=[satker, pilihan])}?tahun={baru.tahun}")
    return _render(request, (instansi, butir, tahun), formulir, status=422)


def _buka(request: HttpRequest, kunci: str, kode: str, tahun: int) -> tuple[Instansi, ButirPengaturan]:
    instansi = buka_instansi(request, kunci, tahun)
    if kode not in list_kode():
        kembali = (reverse("aturan"), _("Lihat aturan dan dasar hukumnya"))
        raise TidakAda(_("Pengaturan “%(kode)s” tidak dikenal.") % {"kode": kode}, kembali)
    daftar = read_pengaturan(instansi.satker.pk, tahun).isi.daftar()
    return instansi, next(b for b in daftar if b.kode == kode)


def _render(
    request: HttpRequest,
    letak: tuple[Instansi, ButirPengaturan, int],
    formulir: PilihanForm,
    status: int = 200,
) -> HttpResponse:
    instansi, butir, tahun = letak
    tersimpan = [p for p in list_pilihan_instansi(instansi.satker.pk) if p.kode == butir.kode]
    konteks = {
        "tab": "aturan",
        "instansi": instansi,
        "butir": butir,
        "tahun": tahun,
        "parameter": load_parameter(butir.kode),
        "pilihan": _uraikan(butir),
        "masa": [BarisMasa(p.tahun, describe_nilai(p.kode, p.nilai), p.alasan) for p in tersimpan],
        "riwayat": list_perubahan_pilihan(request.user, instansi.satker, butir.kode, timezone.now()),
        "boleh": is_pengelola(request.user, instansi, tahun),
        "form": formulir,
        "kepastian": KEPASTIAN,
    }
    return render(request, "web/pengaturan/satu.html", konteks, status=status)


def _uraikan(butir: ButirPengaturan) -> list[tuple[str, str, Parameter | None]]:
    """(key, wording, the scale it names) of everything that may be chosen."""
    return [
        (kunci, kata, load_parameter(kunci) if kunci.startswith("skala_") else None)
        for kunci, kata in list_pilihan(butir.kode)
    ]
