"""The editor of the plan: Renstra, sasaran with crosscutting, indikator with targets and who answers, undo."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.antarmuka.web.rencana.formulir import (
    IndikatorForm,
    KaitanForm,
    PemilikForm,
    RenstraForm,
    SasaranForm,
    coba,
    read_target,
)
from kinerja.antarmuka.web.rencana.mutu import judge, read_lalu, ringkas, urutkan
from kinerja.antarmuka.web.rencana.tempat import (
    Tempat,
    buka_tempat,
    minta_boleh,
    minta_boleh_sendiri,
    minta_indikator,
    minta_rencana,
    minta_sasaran,
)
from kinerja.dasar.cetak import cetak_angka
from kinerja.perencanaan.operations.catat import RencanaDitolak, read_medan
from kinerja.perencanaan.operations.indikator import (
    MEDAN_LEMBAR,
    TargetTahunan,
    add_indikator,
    save_lembar_iku,
    save_target_tahunan,
    set_penanggung_jawab,
)
from kinerja.perencanaan.operations.rencana import (
    add_kaitan,
    add_renstra,
    add_sasaran,
    is_diperjanjikan,
    remove_bagian,
    remove_kaitan,
    save_rumusan,
    update_isi,
)
from kinerja.perencanaan.operations.urung import undo_perubahan
from kinerja.perencanaan.rencana import IndikatorRencana, list_pemilik

BACA_TULIS = ["GET", "HEAD", "POST"]


def _siapa(request: HttpRequest, tempat: Tempat) -> dict[str, Any]:
    return tempat.siapa | {"oleh": request.user, "pada": timezone.now()}


def _buka(request: HttpRequest, satker: str, tahun: int, *, sendiri: bool = False) -> Tempat:
    tempat = buka_tempat(request, satker, tahun)
    (minta_boleh_sendiri if sendiri else minta_boleh)(tempat)
    return tempat


def _tampilkan(request: HttpRequest, tempat: Tempat, templat: str, **lain: Any) -> HttpResponse:
    konteks = {"kepala": tempat.kepala, "tab": "rencana", "rencana": tempat.rencana, "boleh": tempat.boleh}
    salah = any(f.errors for f in lain.values() if hasattr(f, "errors")) or bool(lain.get("galat"))
    return render(request, f"web/rencana/{templat}.html", konteks | lain, status=422 if salah else 200)


def _ke(rute: str, tempat: Tempat, *lain: object, jangkar: str = "") -> HttpResponse:
    return redirect(reverse(rute, args=[tempat.kepala.kunci, tempat.kepala.tahun, *lain]) + jangkar)


@require_http_methods(BACA_TULIS)
def renstra(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Edit the plan of that year, or begin one."""
    tempat = _buka(request, satker, tahun)
    ada = tempat.rencana.renstra if tempat.rencana else None
    awal: dict[str, Any] = {"tahun_awal": tahun, "tahun_akhir": tahun + 4}
    if ada:
        awal = read_medan(ada) | {
            "misi": "\n".join(m.teks for m in ada.misi.all()),
            "tujuan": "\n".join(t.teks for t in ada.tujuan.all()),
        }
    formulir = RenstraForm(request.POST or None, initial=awal)
    if request.method == "POST" and formulir.is_valid():
        isi, siapa = formulir.cleaned_data, _siapa(request, tempat)
        rumusan = (isi.pop("misi").splitlines(), isi.pop("tujuan").splitlines())

        def simpan() -> None:
            milik = ada or add_renstra(isi=isi, **siapa)
            if ada:
                update_isi(objek=ada, isi=isi, **siapa)
            save_rumusan(renstra=milik, rumusan=rumusan, **siapa)

        if coba(formulir, simpan):
            messages.success(request, _("Renstra disimpan."))
            return _ke("rencana", tempat)
    return _tampilkan(request, tempat, "formulir", form=formulir, judul=_("Renstra"))


@require_http_methods(BACA_TULIS)
def sasaran_baru(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """A new sasaran; ?induk= names the one above."""
    tempat = _buka(request, satker, tahun)
    isi = minta_rencana(tempat)
    awal = {"induk": request.GET.get("induk", "")}
    formulir = SasaranForm(request.POST or None, rencana=isi, baru=True, initial=awal)
    if request.method == "POST" and formulir.is_valid():
        data = formulir.cleaned_data
        if coba(formulir, lambda: add_sasaran(renstra=isi.renstra, isi=data, **_siapa(request, tempat))):
            messages.success(request, _("Sasaran ditambahkan."))
            return _ke("sasaran_rencana", tempat, data["kode"].strip())
    return _tampilkan(request, tempat, "formulir", form=formulir, judul=_("Sasaran baru"))


@require_http_methods(BACA_TULIS)
def sasaran(request: HttpRequest, satker: str, tahun: int, kode_sasaran: str) -> HttpResponse:
    """One sasaran with its indicators and crosscutting links; POST changes it."""
    tempat = buka_tempat(request, satker, tahun)
    satu = minta_sasaran(tempat, kode_sasaran)
    if request.method == "POST":
        minta_boleh(tempat)
    formulir = SasaranForm(
        request.POST or None, rencana=tempat.rencana, baru=False, initial=read_medan(satu.sasaran)
    )
    if request.method == "POST" and formulir.is_valid():
        data = formulir.cleaned_data
        if coba(formulir, lambda: update_isi(objek=satu.sasaran, isi=data, **_siapa(request, tempat))):
            messages.success(request, _("Sasaran disimpan. Perubahan dapat diurungkan di halaman Rencana."))
            return _ke("sasaran_rencana", tempat, kode_sasaran)
    return _tampilkan_sasaran(request, tempat, kode_sasaran, form=formulir)


def _tampilkan_sasaran(request: HttpRequest, tempat: Tempat, kode: str, **lain: Any) -> HttpResponse:
    satu, isi = minta_sasaran(tempat, kode), minta_rencana(tempat)
    awal = {
        "form": SasaranForm(rencana=isi, baru=False, initial=read_medan(satu.sasaran)),
        "form_kaitan": KaitanForm(rencana=isi, kode=kode),
        "mendukung": [k for k in isi.kaitan if k.dari_id == satu.sasaran.pk],
        "didukung": [k for k in isi.kaitan if k.ke_id == satu.sasaran.pk],
        "diperjanjikan": is_diperjanjikan(satu.sasaran),
        "satu": satu,
    }
    return _tampilkan(request, tempat, "sasaran", **(awal | lain))


@require_POST
def kaitkan(request: HttpRequest, satker: str, tahun: int, kode_sasaran: str) -> HttpResponse:
    """Add a crosscutting link, or take one away (`lepas`)."""
    tempat = _buka(request, satker, tahun)
    satu, isi = minta_sasaran(tempat, kode_sasaran), minta_rencana(tempat)
    if "lepas" in request.POST:
        kaitan = next((k for k in isi.kaitan if str(k.pk) == request.POST["lepas"]), None)
        if kaitan is None or kaitan.dari_id != satu.sasaran.pk:
            raise TidakAda(_("Kaitan itu tidak ada."))
        remove_kaitan(kaitan=kaitan, **_siapa(request, tempat))
        return _ke("sasaran_rencana", tempat, kode_sasaran, jangkar="#kaitan")
    formulir = KaitanForm(request.POST, rencana=isi, kode=kode_sasaran)
    if formulir.is_valid():
        data = formulir.cleaned_data
        if coba(formulir, lambda: add_kaitan(sasaran=satu.sasaran, isi=data, **_siapa(request, tempat))):
            messages.success(request, _("Kaitan lintas ditambahkan."))
            return _ke("sasaran_rencana", tempat, kode_sasaran, jangkar="#kaitan")
    return _tampilkan_sasaran(request, tempat, kode_sasaran, form_kaitan=formulir)


@require_http_methods(BACA_TULIS)
def indikator_baru(request: HttpRequest, satker: str, tahun: int, kode_sasaran: str) -> HttpResponse:
    """A new indikator of the sasaran of that kode."""
    tempat = _buka(request, satker, tahun)
    satu, isi = minta_sasaran(tempat, kode_sasaran), minta_rencana(tempat)
    awal = {"agregasi_satker": "sigma", "satuan": "%"}
    formulir = IndikatorForm(request.POST or None, rencana=isi, baru=True, initial=awal)
    if request.method == "POST" and formulir.is_valid():
        data, siapa = formulir.cleaned_data, _siapa(request, tempat)

        def simpan() -> None:
            baru = add_indikator(sasaran=satu.sasaran, isi=data, **siapa)
            save_lembar_iku(indikator=baru, isi={m: data[m] for m in MEDAN_LEMBAR}, **siapa)

        if coba(formulir, simpan):
            messages.success(request, _("Indikator ditambahkan. Isi target tiap tahun."))
            return _ke("indikator_rencana", tempat, data["kode"].strip())
    judul = _("Indikator baru pada %(kode)s") % {"kode": kode_sasaran}
    return _tampilkan(request, tempat, "formulir", form=formulir, judul=judul)


@require_http_methods(BACA_TULIS)
def indikator(request: HttpRequest, satker: str, tahun: int, kode: str) -> HttpResponse:
    """Edit one indikator and its IKU sheet, the verdicts beside it."""
    tempat = _buka(request, satker, tahun, sendiri=request.method != "POST")
    satu = minta_indikator(tempat, kode)
    formulir = IndikatorForm(
        request.POST or None, rencana=minta_rencana(tempat), baru=False, initial=_baca_awal(satu)
    )
    if request.method == "POST" and formulir.is_valid():
        data, siapa = formulir.cleaned_data, _siapa(request, tempat)

        def simpan() -> None:
            update_isi(objek=satu.indikator, isi=data, **siapa)
            save_lembar_iku(indikator=satu.indikator, isi={m: data[m] for m in MEDAN_LEMBAR}, **siapa)

        if coba(formulir, simpan):
            messages.success(request, _("Indikator disimpan. Perubahan dapat diurungkan di halaman Rencana."))
            return _ke("indikator_rencana", tempat, kode)
    return _tampilkan_indikator(request, tempat, kode, form=formulir)


def _baca_awal(satu: IndikatorRencana) -> dict[str, Any]:
    lembar = getattr(satu.indikator, "lembar_iku", None)
    return read_medan(satu.indikator) | {m: getattr(lembar, m, "") for m in MEDAN_LEMBAR}


def _tampilkan_indikator(request: HttpRequest, tempat: Tempat, kode: str, **lain: Any) -> HttpResponse:
    satu, isi = minta_indikator(tempat, kode), minta_rencana(tempat)
    mutu = judge(isi, satu, read_lalu(isi, kode))
    awal = {
        "form": IndikatorForm(rencana=isi, baru=False, initial=_baca_awal(satu)),
        "form_pemilik": PemilikForm(
            initial={"jabatan": satu.jabatan, "dari": f"{tempat.kepala.tahun}-01-01"}
        ),
        "satu": satu,
        "mutu": urutkan(mutu),
        "jumlah": ringkas(mutu),
        "pemilik": list_pemilik(satu.indikator, isi.satker),
        "diperjanjikan": is_diperjanjikan(satu.indikator),
        "alasan_target": (lain.get("ketikan") or {}).get("alasan-target", ""),
        "target": [(t, _tulis_target(satu, t, lain.get("ketikan"))) for t in isi.tahun_renstra],
    }
    return _tampilkan(request, tempat, "indikator", **(awal | lain))


def _tulis_target(satu: IndikatorRencana, tahun: int, ketikan: Any) -> dict[str, str]:
    """What stands in the fields of a year: what was typed last, or what is stored."""
    if ketikan is not None:
        return {apa: ketikan.get(f"{apa}-{tahun}", "") for apa in ("target", "bawah", "atas")}
    ada = satu.target.get(tahun)
    semua = {"target": ada.nilai, "bawah": ada.bawah, "atas": ada.atas} if ada else {}
    return {apa: cetak_angka(nilai) for apa, nilai in semua.items() if nilai is not None}


@require_POST
def target(request: HttpRequest, satker: str, tahun: int, kode: str) -> HttpResponse:
    """The Renstra targets of all years of the plan, typed side by side."""
    tempat = _buka(request, satker, tahun, sendiri=True)
    satu, isi = minta_indikator(tempat, kode), minta_rencana(tempat)
    try:
        nilai = {t: read_target(request.POST, t) for t in isi.tahun_renstra}
        ketikan = TargetTahunan(nilai, request.POST.get("alasan-target", "")[:500])
        berubah = save_target_tahunan(indikator=satu.indikator, target=ketikan, **_siapa(request, tempat))
    except RencanaDitolak as masalah:
        galat = {"medan": masalah.medan, "pesan": str(masalah)}
        return _tampilkan_indikator(request, tempat, kode, galat=galat, ketikan=request.POST)
    pesan = _("Target disimpan. Perubahan dapat diurungkan di halaman Rencana.")
    messages.success(request, pesan if berubah else _("Tidak ada target yang berubah."))
    return _ke("indikator_rencana", tempat, kode, jangkar="#target")


@require_POST
def pemilik(request: HttpRequest, satker: str, tahun: int, kode: str) -> HttpResponse:
    """Who answers for the indikator from a day on."""
    tempat = _buka(request, satker, tahun, sendiri=True)
    satu = minta_indikator(tempat, kode)
    formulir = PemilikForm(request.POST)
    if formulir.is_valid():
        data = formulir.cleaned_data
        siapa = _siapa(request, tempat)
        if coba(formulir, lambda: set_penanggung_jawab(indikator=satu.indikator, isi=data, **siapa)):
            messages.success(request, _("Penanggung jawab ditetapkan."))
            return _ke("indikator_rencana", tempat, kode, jangkar="#pemilik")
    return _tampilkan_indikator(request, tempat, kode, form_pemilik=formulir)


@require_POST
def hapus(request: HttpRequest, satker: str, tahun: int, jenis: str, kode: str) -> HttpResponse:
    """Remove a sasaran or indikator nothing hangs on."""
    tempat = _buka(request, satker, tahun)
    objek = {
        "sasaran": lambda: minta_sasaran(tempat, kode).sasaran,
        "indikator": lambda: minta_indikator(tempat, kode).indikator,
    }.get(jenis)
    if objek is None:
        raise TidakAda(_("Halaman ini tidak ada."))
    try:
        remove_bagian(objek=objek(), **_siapa(request, tempat))
    except RencanaDitolak as masalah:
        messages.error(request, str(masalah))
        return _ke(f"{jenis}_rencana", tempat, kode)
    messages.success(request, _("%(kode)s dihapus.") % {"kode": kode})
    return _ke("rencana", tempat)


@require_POST
def urungkan(request: HttpRequest, satker: str, tahun: int, nomor: int) -> HttpResponse:
    """Put back what one entry of the trail changed; the operation asks who may."""
    tempat = _buka(request, satker, tahun, sendiri=True)
    try:
        undo_perubahan(nomor=nomor, **_siapa(request, tempat))
    except RencanaDitolak as masalah:
        messages.error(request, str(masalah))
    else:
        messages.success(request, _("Perubahan diurungkan."))
    return _ke("rencana", tempat)
