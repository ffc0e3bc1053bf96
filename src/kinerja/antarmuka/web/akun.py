"""The admin's pages: accounts, their peran, one-time links."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.akses.izin import Izin
from kinerja.akses.operations import (
    MASA_TAUTAN,
    AkunDitolak,
    DataPengguna,
    Tugas,
    create_pengguna,
    end_peran,
    give_peran,
    make_tautan,
    remove_pengaman,
    set_aktif,
    update_pengguna,
)
from kinerja.akses.queries import (
    AksesDitolak,
    get_pengguna_untuk,
    get_satker_untuk,
    get_unit,
    get_unit_kerja,
    is_pengelola,
    list_pengguna_untuk,
    list_pilihan_lingkup,
    list_riwayat_pengguna,
)
from kinerja.antarmuka.web.masuk.formulir import AlasanForm, DataPenggunaForm, PenggunaBaruForm, TugasForm
from kinerja.antarmuka.web.sajian.riwayat import sajikan_riwayat


@require_safe
def daftar_pengguna(request: HttpRequest) -> HttpResponse:
    """Every account the admin may see."""
    kini = timezone.now()
    return render(
        request,
        "web/akun/daftar.html",
        {"pengguna": list_pengguna_untuk(request.user, kini), "tab": "pengguna"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def pengguna_baru(request: HttpRequest) -> HttpResponse:
    """Make an account and go on to give it a peran."""
    kini = timezone.now()
    if not is_pengelola(request.user, kini):
        raise AksesDitolak(_("Anda tidak berwenang mengelola akun."), asing=False)
    formulir = PenggunaBaruForm(request.POST or None)
    if request.method == "POST" and formulir.is_valid():
        isi = formulir.cleaned_data
        try:
            orang = create_pengguna(
                nama_akun=isi.pop("nama_akun"), data=DataPengguna(**isi), oleh=request.user, pada=kini
            )
        except AkunDitolak as masalah:
            formulir.add_error("nama_akun", str(masalah))
        else:
            messages.success(request, _("Akun dibuat. Beri peran, lalu buat tautan masuknya."))
            return redirect("pengguna", orang.nama_akun)
    return render(request, "web/akun/baru.html", {"form": formulir, "tab": "pengguna"})


@require_http_methods(["GET", "HEAD", "POST"])
def pengguna(request: HttpRequest, nama_akun: str) -> HttpResponse:
    """One account: who, which peran, its history; POST changes who."""
    kini = timezone.now()
    orang = get_pengguna_untuk(request.user, nama_akun, kini)
    awal = {"nama": orang.nama, "jabatan": orang.jabatan, "surel": orang.surel}
    formulir = DataPenggunaForm(request.POST or None, initial=awal)
    if request.method == "POST" and formulir.is_valid():
        try:
            update_pengguna(
                pengguna=orang, data=DataPengguna(**formulir.cleaned_data), oleh=request.user, pada=kini
            )
        except AkunDitolak as masalah:
            formulir.add_error(None, str(masalah))
        else:
            messages.success(request, _("Perubahan disimpan."))
            return redirect("pengguna", nama_akun)
    return _tampilkan(request, orang, form=formulir)


@require_POST
def beri_peran(request: HttpRequest, nama_akun: str) -> HttpResponse:
    """Assign a peran."""
    kini = timezone.now()
    orang = get_pengguna_untuk(request.user, nama_akun, kini)
    formulir = _buat_formulir_tugas(request)
    if formulir.is_valid():
        try:
            give_peran(pengguna=orang, tugas=_baca_tugas(request, formulir), oleh=request.user, pada=kini)
        except AkunDitolak as masalah:
            formulir.add_error(None, str(masalah))
        else:
            messages.success(request, _("Peran diberikan."))
            return redirect("pengguna", nama_akun)
    return _tampilkan(request, orang, tugas=formulir)


@require_POST
def akhiri_peran(request: HttpRequest, nama_akun: str, pk: int) -> HttpResponse:
    """End an assignment, with a reason."""
    kini = timezone.now()
    orang = get_pengguna_untuk(request.user, nama_akun, kini)
    penugasan = orang.penugasan.filter(pk=pk).select_related("satker", "pengguna").first()
    if penugasan is None:
        raise AksesDitolak("Penugasan tidak dikenal.", asing=True)
    return _dengan_alasan(
        request, nama_akun, lambda alasan: end_peran(penugasan=penugasan, oleh=request.user, pada=kini, alasan=alasan),
        _("Penugasan diakhiri."),
    )  # fmt: skip


@require_POST
def ubah_aktif(request: HttpRequest, nama_akun: str) -> HttpResponse:
    """Shut an account out, or let it in again."""
    kini = timezone.now()
    orang = get_pengguna_untuk(request.user, nama_akun, kini)
    aktif = not orang.aktif
    return _dengan_alasan(
        request, nama_akun,
        lambda alasan: set_aktif(pengguna=orang, aktif=aktif, oleh=request.user, pada=kini, alasan=alasan),
        _("Akun diaktifkan.") if aktif else _("Akun dinonaktifkan."),
    )  # fmt: skip


@require_POST
def lepas_pengaman(request: HttpRequest, nama_akun: str) -> HttpResponse:
    """Take away the second factors of somebody who lost his device."""
    kini = timezone.now()
    orang = get_pengguna_untuk(request.user, nama_akun, kini)
    return _dengan_alasan(
        request, nama_akun,
        lambda alasan: remove_pengaman(pengguna=orang, oleh=request.user, pada=kini, alasan=alasan),
        _("Pengaman kedua dilepas."),
    )  # fmt: skip


@never_cache
@require_POST
def buat_tautan(request: HttpRequest, nama_akun: str) -> HttpResponse:
    """A one-time link, shown this once."""
    kini = timezone.now()
    orang = get_pengguna_untuk(request.user, nama_akun, kini)
    try:
        rahasia = make_tautan(pengguna=orang, oleh=request.user, pada=kini)
    except AkunDitolak as masalah:
        messages.error(request, str(masalah))
        return redirect("pengguna", nama_akun)
    alamat = settings.ALAMAT + reverse("tautan", args=[rahasia])
    isi = {"orang": orang, "alamat": alamat, "sampai": kini + MASA_TAUTAN, "tab": "pengguna"}
    return render(request, "web/akun/tautan.html", isi)


def _dengan_alasan(request: HttpRequest, nama_akun: str, tindakan: Any, berhasil: str) -> HttpResponse:
    formulir = AlasanForm(request.POST)
    if not formulir.is_valid():
        messages.error(request, _("Alasan wajib diisi."))
        return redirect("pengguna", nama_akun)
    try:
        tindakan(formulir.cleaned_data["alasan"])
    except AkunDitolak as masalah:
        messages.error(request, str(masalah))
    else:
        messages.success(request, berhasil)
    return redirect("pengguna", nama_akun)


def _buat_formulir_tugas(request: HttpRequest, *, kosong: bool = False) -> TugasForm:
    kini = timezone.now()
    return TugasForm(
        None if kosong else request.POST,
        pilihan=list_pilihan_lingkup(request.user, kini),
        seinstansi=is_pengelola(request.user, kini, seinstansi=True),
        prefix="tugas",
    )


def _baca_tugas(request: HttpRequest, formulir: TugasForm) -> Tugas:
    isi, kini = formulir.cleaned_data, timezone.now()
    satker = unit_kerja = None
    if isi["satker"]:
        satker = get_satker_untuk(request.user, isi["satker"], izin=Izin.KELOLA_AKUN, pada=kini)
    if isi["unit_kerja"]:
        pemilik, _garis, kunci = isi["unit_kerja"].partition("/")
        unit_kerja = get_unit_kerja(
            get_satker_untuk(request.user, pemilik, izin=Izin.KELOLA_AKUN, pada=kini), kunci
        )
    unit = get_unit(isi["unit"]) if isi["unit"] else None
    return Tugas(isi["peran"], satker, unit_kerja, unit, isi["tahun"], isi["sampai"])


def _tampilkan(request: HttpRequest, orang: Any, **lain: Any) -> HttpResponse:
    awal = {"nama": orang.nama, "jabatan": orang.jabatan, "surel": orang.surel}
    isi = {
        "orang": orang,
        "sendiri": orang.pk == request.user.pk,
        "form": DataPenggunaForm(initial=awal),
        "tugas": _buat_formulir_tugas(request, kosong=True),
        "penugasan": list(orang.penugasan.select_related("satker", "unit_kerja", "unit")),
        "riwayat": sajikan_riwayat(list_riwayat_pengguna(orang)),
        "tab": "pengguna",
    }
    return render(request, "web/akun/satu.html", isi | lain)
