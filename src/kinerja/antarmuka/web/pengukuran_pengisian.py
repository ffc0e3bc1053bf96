"""The heat map of an office: completeness and timeliness, satker × month, and its exports."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses.izin import Izin
from kinerja.akses.queries import get_satker_untuk
from kinerja.alur.pengingat import compose_whatsapp
from kinerja.antarmuka.web.jawaban import jawab_unduhan
from kinerja.antarmuka.web.kepala import Kepala, list_kantor_untuk
from kinerja.antarmuka.web.sajian.pengisian import sajikan_peta, tulis_csv_pengisian, tulis_xlsx_pengisian
from kinerja.dasar.periode import nama_bulan
from kinerja.pengukuran.beku import TahunBeku
from kinerja.pengukuran.kisi import DaftarPengisian, list_pengisian
from kinerja.pengukuran.operations.bulan import open_bulan
from kinerja.pengukuran.tugas import list_tunggakan

_TULIS = {"csv": tulis_csv_pengisian, "xlsx": tulis_xlsx_pengisian}


@require_safe
def pengisian(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """The map, and a message for the group of those who are late."""
    kini = timezone.now()
    daftar = list_pengisian(request.user, satker, tahun, kini)
    judul = _("Pengukuran kinerja yang ditunggu, %(nama)s") % {"nama": daftar.nama}
    konteks = {
        "kepala": _cari_kepala(request, daftar, tahun),
        "nama": daftar.nama,
        "kunci": daftar.kunci,
        "tahun": tahun,
        "tahun_lain": daftar.tahun_lain,
        "indikator": daftar.indikator,
        "pilihan_bulan": [(n, nama_bulan(n)) for n in range(1, 13)]
        if daftar.menyusun and not daftar.beku
        else [],
        "peta": sajikan_peta(daftar.baris),
        "whatsapp": compose_whatsapp(judul, list_tunggakan(daftar.satker, tahun, kini), kini),
        "beku": daftar.beku,
        "tab": "pengisian",
    }
    return render(request, "web/pengukuran/pengisian.html", konteks)


@require_POST
def buka_bulan(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Open months for entry."""
    kini = timezone.now()
    kantor = get_satker_untuk(request.user, satker, izin=Izin.SUSUN, tahun=tahun, pada=kini)
    bulan = {int(n) for n in request.POST.getlist("bulan") if n in map(str, range(1, 13))}
    try:
        hasil = open_bulan(kantor=kantor, tahun=tahun, bulan=bulan, oleh=request.user, pada=kini)
    except TahunBeku as masalah:
        messages.error(request, str(masalah))
        return redirect("pengisian", satker, tahun)
    if hasil.lembar:
        messages.success(request, _("%(n)d lembar dibuka.") % {"n": hasil.lembar})
        if hasil.setahun:
            pesan = _("%(n)d indikator sudah berangka setahun; sel bulanannya tidak dapat diisi lagi.")
            messages.warning(request, pesan % {"n": hasil.setahun})
    elif bulan:
        pesan = _(
            "Tidak ada lembar baru. Bila tahun ini belum mempunyai target, isi dahulu perjanjian kinerjanya."
        )
        messages.error(request, pesan)
    else:
        messages.error(request, _("Centang dahulu bulannya."))
    return redirect("pengisian", satker, tahun)


@require_safe
def unduh_pengisian(request: HttpRequest, satker: str, tahun: int, format: str) -> HttpResponse:
    """The map for a spreadsheet."""
    daftar = list_pengisian(request.user, satker, tahun, timezone.now())
    return jawab_unduhan(_TULIS[format](daftar.baris), f"{_('pengisian')}-{daftar.kunci}-{tahun}.{format}")


def _cari_kepala(request: HttpRequest, daftar: DaftarPengisian, tahun: int) -> Kepala | None:
    """The head of the office's other pages, where the year has promises: months may be open before any."""
    semua = list_kantor_untuk(request)
    kantor = next((k for k in semua if k.satker.kunci == daftar.kunci and tahun in k.tahun), None)
    return Kepala(kantor, tahun, tuple(sorted(kantor.tahun)), len(semua) == 1) if kantor else None
