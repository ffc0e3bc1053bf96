"""One agreement: what the rules say, its versions, the steps open to the reader, comparison, files."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses.izin import Izin
from kinerja.antarmuka.web.jawaban import jawab_dokumen, jawab_naskah
from kinerja.antarmuka.web.kepala import Kepala, TidakAda, buka_kepala_calon
from kinerja.antarmuka.web.perjanjian.daftar import is_berizin
from kinerja.antarmuka.web.perjanjian.formulir import VersiForm, print_baris
from kinerja.antarmuka.web.perjanjian.target import list_isian, read_kiriman
from kinerja.aturan.perjanjian import StatusPerjanjian
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pelaporan.surat.perjanjian import compose_perbandingan, compose_perjanjian, print_target
from kinerja.pelaporan.surat.usulan import propose_dipa
from kinerja.pelaporan.tanda_tangan import list_tanda, read_pdf_perjanjian
from kinerja.perencanaan.operations.catat import RencanaDitolak
from kinerja.perencanaan.perjanjian.isi import read_isi
from kinerja.perencanaan.perjanjian.operations import (
    DataVersi,
    PerjanjianDitolak,
    approve_versi,
    make_versi,
    return_versi,
    save_target_janji,
    update_versi,
)
from kinerja.perencanaan.perjanjian.queries import (
    check_isi,
    compare_isi,
    get_perjanjian,
    is_utuh,
    list_perubahan,
    list_versi,
)


def buka(request: HttpRequest, satker: str, tahun: int, perjanjian: str) -> tuple[Kepala, Any, list[Any]]:
    """The page's office, the agreement, its versions newest first. Raises TidakAda."""
    kepala = buka_kepala_calon(request, satker, tahun)
    satu = get_perjanjian(kepala.kantor.satker, tahun, perjanjian)
    if satu is None:
        raise TidakAda(_("Perjanjian itu tidak ada."))
    return kepala, satu, list_versi(satu)


def pilih(versi: list[Any], nomor: int) -> Any:
    """The version with that number. Raises TidakAda."""
    satu = next((v for v in versi if v.nomor == nomor), None)
    if satu is None:
        raise TidakAda(_("Versi itu tidak ada."))
    return satu


def kabari(request: HttpRequest, masalah: PerjanjianDitolak) -> None:
    """Every reason as a message of its own."""
    for satu in masalah.temuan[:8]:
        messages.error(request, f"{satu.pesan} {satu.cara}".strip())


@require_safe
def satu(request: HttpRequest, satker: str, tahun: int, perjanjian: str) -> HttpResponse:
    """State, checks, contents, versions and what the reader may do."""
    return tampilkan(request, *buka(request, satker, tahun, perjanjian))


def tampilkan(
    request: HttpRequest,
    kepala: Kepala,
    perjanjian: Any,
    versi: list[Any],
    formulir: VersiForm | None = None,
    galat: RencanaDitolak | None = None,
) -> HttpResponse:
    """The page; `formulir` is the draft as it was refused, `galat` what is wrong with the targets just typed."""
    kini = versi[0] if versi else None
    isi = read_isi(perjanjian, kini)
    rencana = is_berizin(request, kepala, Izin.RENCANA)
    konteks = {
        "kepala": kepala,
        "tab": "perjanjian",
        "perjanjian": perjanjian,
        "kini": kini,
        "isi": isi,
        "janji": [(s, [(i, print_target(i)) for i in s.indikator]) for s in isi.sasaran],
        "temuan": check_isi(isi),
        "versi": [(v, list_tanda(v), is_utuh(v)) for v in versi],
        "rencana": rencana,
        "paraf": is_berizin(request, kepala, Izin.SETUJUI, Izin.TANDA_TANGAN),
        "dasar": list_perubahan(get_akhir_tahun(kepala.tahun)),
        "form": formulir or (make_formulir(perjanjian, kini) if kini and rencana else None),
        "galat_target": galat,
    }
    if rencana and kini and kini.status == StatusPerjanjian.DRAF:
        konteks["target"] = list_isian(perjanjian, request.POST if galat else None)
    return render(request, "web/perjanjian/satu.html", konteks, status=422 if formulir or galat else 200)


def make_formulir(perjanjian: Any, versi: Any) -> VersiForm:
    """The draft as it is, the DIPA proposed from the budget where it is empty."""
    isi = {f.name: getattr(versi, f.name) for f in fields(DataVersi)}
    if not versi.dipa_tanggal and versi.dipa_pagu is None:
        dipa = propose_dipa(perjanjian)
        isi |= {"dipa_nomor": dipa.nomor, "dipa_tanggal": dipa.tanggal, "dipa_pagu": dipa.pagu}
    return VersiForm(initial=isi | {"anggaran": print_baris(read_isi(perjanjian).anggaran)})


@require_POST
def versi(request: HttpRequest, satker: str, tahun: int, perjanjian: str) -> HttpResponse:
    """Begin the first version, or the next with its ground."""
    kepala, janji, _semua = buka(request, satker, tahun, perjanjian)
    dasar, alasan = request.POST.get("dasar", "")[:40], request.POST.get("alasan", "")[:2000]
    try:
        baru = make_versi(
            perjanjian=janji, dasar=dasar, alasan=alasan, oleh=request.user, pada=timezone.now()
        )
    except PerjanjianDitolak as masalah:
        kabari(request, masalah)
    else:
        pesan = _("Versi %(n)s dimulai sebagai draf. Lengkapi isinya.")
        messages.success(request, pesan % {"n": baru.nomor})
    return redirect("satu_perjanjian", kepala.kunci, tahun, perjanjian)


@require_POST
def ubah(request: HttpRequest, satker: str, tahun: int, perjanjian: str) -> HttpResponse:
    """Store the draft."""
    kepala, janji, semua = buka(request, satker, tahun, perjanjian)
    formulir = VersiForm(request.POST)
    if not semua:
        raise TidakAda(_("Versi itu tidak ada."))
    if not formulir.is_valid():
        return tampilkan(request, kepala, janji, semua, formulir)
    isi = dict(formulir.cleaned_data)
    anggaran = isi.pop("anggaran")
    try:
        update_versi(
            versi=semua[0], data=DataVersi(**isi), anggaran=anggaran, oleh=request.user, pada=timezone.now()
        )
    except PerjanjianDitolak as masalah:
        kabari(request, masalah)
    else:
        messages.success(request, _("Draf disimpan."))
    return redirect("satu_perjanjian", kepala.kunci, tahun, perjanjian)


@require_POST
def target(request: HttpRequest, satker: str, tahun: int, perjanjian: str) -> HttpResponse:
    """Store the targets typed in the draft; with `dari_renstra` those left empty are taken from the plan."""
    kepala, janji, semua = buka(request, satker, tahun, perjanjian)
    if not semua:
        raise TidakAda(_("Versi itu tidak ada."))
    try:
        nilai = read_kiriman(janji, request.POST)
        berubah = save_target_janji(versi=semua[0], target=nilai, oleh=request.user, pada=timezone.now())
    except RencanaDitolak as masalah:
        return tampilkan(request, kepala, janji, semua, galat=masalah)
    except PerjanjianDitolak as masalah:
        kabari(request, masalah)
    else:
        pesan = ngettext("%(n)d target berubah.", "%(n)d target berubah.", berubah) % {"n": berubah}
        messages.success(request, pesan if berubah else _("Tidak ada target yang berubah."))
    return redirect(f"{reverse('satu_perjanjian', args=[kepala.kunci, tahun, perjanjian])}#target")


@require_POST
def langkah(request: HttpRequest, satker: str, tahun: int, perjanjian: str) -> HttpResponse:
    """Initial the draft, or give it back with a reason."""
    kepala, _janji, semua = buka(request, satker, tahun, perjanjian)
    if not semua:
        raise TidakAda(_("Versi itu tidak ada."))
    siapa: dict[str, Any] = {"versi": semua[0], "oleh": request.user, "pada": timezone.now()}
    try:
        if request.POST.get("tindakan") == "paraf":
            approve_versi(**siapa)
            messages.success(request, _("Perjanjian diparaf. Isinya kini berkode dan siap ditandatangani."))
        else:
            return_versi(alasan=request.POST.get("alasan", "")[:2000], **siapa)
            messages.success(request, _("Perjanjian dikembalikan menjadi draf."))
    except PerjanjianDitolak as masalah:
        kabari(request, masalah)
    return redirect("satu_perjanjian", kepala.kunci, tahun, perjanjian)


@require_safe
def banding(
    request: HttpRequest, satker: str, tahun: int, perjanjian: str, lama: int, baru: int
) -> HttpResponse:
    """Two versions side by side; ?format=pdf or docx gives the paper."""
    kepala, janji, semua = buka(request, satker, tahun, perjanjian)
    satu, dua = (read_isi(janji, pilih(semua, n)) for n in (lama, baru))
    beda = compare_isi(satu, dua)
    format_ = request.GET.get("format", "")
    if format_ in {"pdf", "docx"}:
        nama = f"Perbandingan-{tahun}-{perjanjian}-{lama}-{baru}"
        return jawab_dokumen(compose_perbandingan(satu, dua, beda), format_, nama)
    konteks = {
        "kepala": kepala,
        "tab": "perjanjian",
        "perjanjian": janji,
        "beda": beda,
        "lama": satu,
        "baru": dua,
        "dasar": dict(list_perubahan(get_akhir_tahun(tahun))).get(dua.dasar_perubahan, ""),
    }
    return render(request, "web/perjanjian/banding.html", konteks)


@require_safe
def unduh(
    request: HttpRequest, satker: str, tahun: int, perjanjian: str, nomor: int, format: str
) -> HttpResponse:
    """A version as PDF (the signed bytes where there are any) or Word file; 0 before any version exists."""
    _kepala, janji, semua = buka(request, satker, tahun, perjanjian)
    if format not in {"pdf", "docx"}:
        raise TidakAda(_("Berkas itu tidak ada."))
    dipilih = pilih(semua, nomor) if nomor or semua else None
    nama = f"Perjanjian-Kinerja-{tahun}-{perjanjian}-versi{nomor}"
    if format == "pdf" and dipilih is not None and dipilih.sidik:
        try:
            return jawab_naskah(read_pdf_perjanjian(dipilih), f"{nama}.pdf")
        except FileNotFoundError:
            raise TidakAda(
                _("Berkas bertanda tangan itu hilang dari simpanan. Laporkan kepada pengelola.")
            ) from None
    naskah = compose_perjanjian(read_isi(janji, dipilih), dipilih.kode if dipilih else "")
    return jawab_dokumen(naskah, format, nama)
