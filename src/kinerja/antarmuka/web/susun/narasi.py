"""One text: write it with a preview, send it up, remark on it, look at its versions."""

from __future__ import annotations

import base64

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.akses.pemisahan import OrangSama
from kinerja.akses.queries import get_unit_kerja
from kinerja.antarmuka.web.kepala import Kepala, TidakAda, buka_kepala
from kinerja.dokumen.html import render_isi_bagian_html
from kinerja.dokumen.model import Bagian
from kinerja.dokumen.tulisan import check_tulisan, convert_tulisan, count_kata, raise_subjudul
from kinerja.pelaporan.gambar import GudangGambar
from kinerja.pelaporan.operations.penulisan import (
    NarasiDitolak,
    NarasiTidakAda,
    VersiLama,
    add_gambar,
    add_komentar,
    approve_narasi,
    assign_penulisan,
    clean_teks,
    close_komentar,
    compute_sidik_teks,
    get_penulisan_untuk,
    return_narasi,
    submit_narasi,
    write_narasi,
)
from kinerja.pelaporan.pengesahan import is_beku
from kinerja.pelaporan.penulisan import (
    BarisPenulisan,
    compare_teks,
    list_komentar,
    list_penulisan,
    list_versi,
)
from kinerja.pelaporan.perjalanan import read_izin
from kinerja.pengukuran.berkas import Unggahan


class PemilikForm(forms.Form):
    """Another owner ("" for the compilers), another deadline."""

    unit_kerja = forms.CharField(required=False, max_length=80)
    tenggat = forms.DateField(required=False)


@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, satker: str, tahun: int, pk: int) -> HttpResponse:
    """The editor; POST stores the text over the one its typist saw."""
    kepala, baris = _buka(request, satker, tahun, pk)
    if request.method == "POST":
        isi = clean_teks(request.POST.get("isi", ""))
        try:
            hasil = write_narasi(
                pk=pk,
                isi=isi,
                dilihat=request.POST.get("dilihat", ""),
                oleh=request.user,
                pada=timezone.now(),
            )
        except VersiLama as lama:
            return _tampilkan(request, kepala, baris, isi, lama.kini)
        except NarasiDitolak as masalah:
            messages.error(request, str(masalah))
            return _tampilkan(request, kepala, baris, isi)
        versi_baru = hasil and _("Tersimpan sebagai versi %(nomor)d.") % {"nomor": hasil.nomor}
        pesan = versi_baru or _("Tidak ada yang berubah.")
        messages.success(request, pesan)
        return _kembali(kepala, pk)
    return _tampilkan(request, kepala, baris, baris.penulisan.narasi.isi)


def _tampilkan(
    request: HttpRequest, kepala: Kepala, baris: BarisPenulisan, isi: str, tandingan: str | None = None
) -> HttpResponse:
    """The page with `isi` in the editor; `tandingan` is what somebody else stored meanwhile."""
    penulisan = baris.penulisan
    gambar = GudangGambar(kepala.kantor.satker, kepala.tahun)
    dasar = penulisan.narasi.isi if tandingan is None else tandingan
    konteks = {
        "kepala": kepala,
        "tab": "susun",
        "b": baris,
        "isi": isi,
        "dilihat": compute_sidik_teks(dasar),
        "tandingan": tandingan,
        "beda": compare_teks(tandingan, isi) if tandingan is not None else (),
        "pratinjau": _pratinjau(isi, gambar),
        "kekurangan": check_tulisan(isi, gambar),
        "gambar": list(gambar),
        "versi": list_versi(penulisan),
        "komentar": list_komentar(penulisan),
        "izin": read_izin(request.user, kepala.kantor.satker, kepala.tahun, timezone.now()),
        "beku": is_beku(kepala.kantor.satker, kepala.tahun, timezone.now()),
        "unit": kepala.kantor.satker.unit_kerja.all(),
        "saya": request.user.pk,
    }
    return render(request, "web/susun/narasi.html", konteks, status=200 if tandingan is None else 409)


@require_POST
def pratinjau(request: HttpRequest, satker: str, tahun: int, pk: int) -> JsonResponse:
    """How a text will be printed, what it lacks and how long it is; nothing is stored."""
    kepala, _baris = _buka(request, satker, tahun, pk)
    isi = clean_teks(request.POST.get("isi", ""))[:60_000]
    gambar = GudangGambar(kepala.kantor.satker, tahun)
    kurang = [f"{t.pesan} {t.cara}" for t in check_tulisan(isi, gambar)]
    return JsonResponse({"html": _pratinjau(isi, gambar), "kata": count_kata(isi), "kurang": kurang})


def _pratinjau(isi: str, gambar: GudangGambar) -> str:
    return render_isi_bagian_html(
        raise_subjudul(Bagian("pratinjau", "", convert_tulisan(isi, "pratinjau", gambar)))
    )


@require_POST
def status(request: HttpRequest, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Submit, approve or return."""
    kepala, _baris = _buka(request, satker, tahun, pk)
    siapa = {"pk": pk, "oleh": request.user, "pada": timezone.now()}
    tindakan = request.POST.get("tindakan")
    try:
        if tindakan == "ajukan":
            submit_narasi(**siapa)
        elif tindakan == "setujui":
            approve_narasi(**siapa)
        else:
            return_narasi(**siapa, alasan=request.POST.get("alasan", "")[:2000])
    except NarasiDitolak as masalah:
        messages.error(request, " ".join([str(masalah), *(t.pesan for t in masalah.temuan)]))
    except OrangSama as masalah:
        messages.error(request, str(masalah))
    else:
        messages.success(request, _("Status narasi dicatat."))
    return _kembali(kepala, pk)


@require_POST
def pemilik(request: HttpRequest, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Who owes the text, and until when."""
    kepala, _baris = _buka(request, satker, tahun, pk)
    formulir = PemilikForm(request.POST)
    if not formulir.is_valid():
        messages.error(request, _("Tenggat itu bukan tanggal."))
        return _kembali(kepala, pk)
    kunci = formulir.cleaned_data["unit_kerja"]
    unit = get_unit_kerja(kepala.kantor.satker, kunci) if kunci else None
    isi = {"unit_kerja": unit, "tenggat": formulir.cleaned_data["tenggat"]}
    try:
        assign_penulisan(pk=pk, **isi, oleh=request.user, pada=timezone.now())
    except NarasiDitolak as masalah:
        messages.error(request, str(masalah))
    else:
        messages.success(request, _("Pemilik dan tenggat dicatat."))
    return _kembali(kepala, pk)


@require_POST
def komentar(request: HttpRequest, satker: str, tahun: int, pk: int) -> HttpResponse:
    """A remark on the text or on a passage of it."""
    kepala, _baris = _buka(request, satker, tahun, pk)
    isi, kutipan = request.POST.get("komentar", "")[:2000], request.POST.get("kutipan", "")[:300]
    try:
        add_komentar(pk=pk, isi=isi, kutipan=kutipan, oleh=request.user, pada=timezone.now())
    except NarasiDitolak as masalah:
        messages.error(request, str(masalah))
    return _kembali(kepala, pk)


@require_POST
def tutup_komentar(request: HttpRequest, satker: str, tahun: int, pk: int, komentar: int) -> HttpResponse:
    """A remark is dealt with."""
    kepala, _baris = _buka(request, satker, tahun, pk)
    close_komentar(pk=pk, komentar_id=komentar, oleh=request.user, pada=timezone.now())
    return _kembali(kepala, pk)


@require_POST
def tambah_gambar(request: HttpRequest, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Upload a picture; its alternative text and caption go into the text at once."""
    kepala, baris = _buka(request, satker, tahun, pk)
    berkas, alt = request.FILES.get("berkas"), " ".join(request.POST.get("alt", "").split())[:500]
    judul = " ".join(request.POST.get("judul", "").split())[:200]
    if berkas is None or not alt or not judul:
        messages.error(request, _("Pilih gambar, lalu tulis teks alternatif dan judulnya."))
        return _kembali(kepala, pk)
    unggahan = Unggahan(berkas.name or "", berkas)
    try:
        gambar_, temuan = add_gambar(pk=pk, unggahan=unggahan, oleh=request.user, pada=timezone.now())
    except NarasiDitolak as masalah:
        messages.error(request, str(masalah))
        return _kembali(kepala, pk)
    if gambar_ is None:
        messages.error(request, " ".join(f"{t.pesan} {t.cara}" for t in temuan))
        return _kembali(kepala, pk)
    lama = baris.penulisan.narasi.isi
    baru = f'{lama}\n\n![{alt}](gambar:{gambar_.kode} "{judul.replace(chr(34), "”")}")'
    try:
        write_narasi(
            pk=pk, isi=baru, dilihat=compute_sidik_teks(lama), oleh=request.user, pada=timezone.now()
        )
    except (VersiLama, NarasiDitolak) as masalah:
        messages.error(request, str(masalah))
    else:
        messages.success(request, _("Gambar ditambahkan di akhir teks; pindahkan barisnya bila perlu."))
    return _kembali(kepala, pk)


@require_safe
def gambar(request: HttpRequest, satker: str, tahun: int, kode: str) -> HttpResponse:
    """A picture of that report."""
    kepala = buka_kepala(request, satker, tahun)
    citra = GudangGambar(kepala.kantor.satker, tahun).get(kode)
    if citra is None:
        raise TidakAda(_("Gambar itu tidak ada."))
    return HttpResponse(base64.b64decode(citra.isi), content_type=citra.jenis)


@require_safe
def versi(request: HttpRequest, satker: str, tahun: int, pk: int, nomor: int) -> HttpResponse:
    """What one version changed, word by word."""
    kepala, baris = _buka(request, satker, tahun, pk)
    semua = {v.nomor: v for v in list_versi(baris.penulisan)}
    if nomor not in semua:
        raise TidakAda(_("Versi itu tidak ada."))
    lama = semua[nomor - 1].isi if nomor - 1 in semua else ""
    konteks = {
        "kepala": kepala,
        "tab": "susun",
        "b": baris,
        "v": semua[nomor],
        "beda": compare_teks(lama, semua[nomor].isi),
        "lain": sorted(semua, reverse=True),
    }
    return render(request, "web/susun/versi.html", konteks)


def _buka(request: HttpRequest, kunci: str, tahun: int, pk: int) -> tuple[Kepala, BarisPenulisan]:
    """The office of the page and the text in it. Raises TidakAda."""
    kepala = buka_kepala(request, kunci, tahun)
    try:
        get_penulisan_untuk(request.user, pk, timezone.now())
    except NarasiTidakAda as galat:
        raise TidakAda(_("Narasi itu tidak ada.")) from galat
    semua = list_penulisan(request.user, kepala.kantor.satker, tahun, timezone.now())
    baris = next((b for b in semua if b.penulisan.pk == pk), None)
    if baris is None:
        raise TidakAda(_("Narasi itu tidak ada."))
    return kepala, baris


def _kembali(kepala: Kepala, pk: int) -> HttpResponse:
    return redirect("narasi", kepala.kunci, kepala.tahun, pk)
