"""Take a ministry file in: upload, confirm what its columns mean, see ours beside theirs, store or discard."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kinerja.akses.izin import Izin
from kinerja.akses.queries import authorize
from kinerja.antarmuka.web.anggaran.bagian import KepalaAnggaran, buka_anggaran
from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.pertukaran.kementerian.impor import (
    Berkas,
    Pratinjau,
    UnggahanTidakAda,
    discard_unggahan,
    get_cara,
    get_unggahan,
    import_sumber,
    list_sumber,
    list_unggahan,
    preview_sumber,
    upload_sumber,
)
from kinerja.pertukaran.kementerian.medan import (
    PILIHAN_JENIS,
    PILIHAN_PENGALI,
    PILIHAN_UKURAN,
    list_medan,
    simplify,
)
from kinerja.pertukaran.kementerian.mentah import TERBESAR
from kinerja.pertukaran.kementerian.tafsir import Cara

_PANJANG_SUMBER = 60


@require_http_methods(["GET", "HEAD", "POST"])
def unggah(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """The form with what waits; POST keeps a file and shows what it would change."""
    kepala = buka_anggaran(request, satker, tahun)
    milik, kini = kepala.kepala.kantor.satker, timezone.now()
    authorize(request.user, Izin.SUSUN, milik, tahun=tahun, pada=kini)
    salah = ""
    if request.method == "POST":
        try:
            unggahan = upload_sumber(
                berkas=_baca_unggahan(request), satker=milik, tahun=tahun, oleh=request.user, pada=kini
            )
            return redirect("pratinjau_anggaran", kepala.kepala.kunci, tahun, unggahan.pk)
        except BerkasDitolak as galat:
            salah = str(galat)
    konteks = {
        "kepala": kepala.kepala,
        "tab": "anggaran",
        "laman": "impor",
        "salah": salah,
        "ketikan": request.POST,
        "jenis": PILIHAN_JENIS,
        "menunggu": list_unggahan(milik, tahun),
        "sumber": list_sumber(milik),
        "terbesar": TERBESAR // 2**20,
    }
    return render(request, "web/anggaran/impor.html", konteks, status=422 if salah else 200)


def _baca_unggahan(request: HttpRequest) -> Berkas:
    """Raises BerkasDitolak for a form that is not filled."""
    berkas, jenis = request.FILES.get("berkas"), request.POST.get("jenis", "")
    sumber = " ".join(request.POST.get("sumber", "").split())[:_PANJANG_SUMBER]
    if berkas is None:
        raise BerkasDitolak(_("Pilih berkasnya dahulu."))
    if (berkas.size or 0) > TERBESAR:
        raise BerkasDitolak(_("Berkas lebih besar dari %(mb)d MB.") % {"mb": TERBESAR // 2**20})
    if jenis not in dict(PILIHAN_JENIS) or not sumber:
        raise BerkasDitolak(_("Isi nama sumber dan jenis isinya."))
    return Berkas(berkas.name or "ekspor", berkas.read(), sumber, jenis)


@dataclass(frozen=True, slots=True)
class KolomPetakan:
    """One column of the file: its header, the name of its field, what it means now."""

    judul: str
    nama: str
    medan: str


@require_http_methods(["GET", "HEAD", "POST"])
def pratinjau(request: HttpRequest, satker: str, tahun: int, pk: int) -> HttpResponse:
    """What a file would change. POST "periksa" reads it with other meanings, "simpan" stores, "buang" discards."""
    kepala = buka_anggaran(request, satker, tahun)
    kini = timezone.now()
    try:
        unggahan = get_unggahan(pk, kepala.kepala.kantor.satker, tahun, request.user, kini)
    except UnggahanTidakAda as galat:
        raise TidakAda(_("Unggahan itu sudah disimpan atau dibuang.")) from galat
    aksi = request.POST.get("aksi", "")
    if aksi == "buang":
        discard_unggahan(unggahan=unggahan, oleh=request.user, pada=kini)
        messages.success(request, _("Berkas dibuang; tidak ada yang berubah."))
        return redirect("impor_anggaran", kepala.kepala.kunci, tahun)
    cara = get_cara(unggahan)
    if request.method == "POST":
        cara = _baca_cara(cara, preview_sumber(unggahan, cara), request.POST)
    if aksi == "simpan":
        tanggal = _baca_tanggal(request.POST.get("per_tanggal", ""))
        hasil = import_sumber(unggahan=unggahan, cara=cara, per_tanggal=tanggal, oleh=request.user, pada=kini)
        if unggahan.pk is None:
            j = hasil.perubahan
            messages.success(
                request,
                _("Tersimpan: %(baru)d baru, %(berubah)d berubah, %(sama)d sama, %(dihapus)d dihapus.")
                % {"baru": j.baru, "berubah": j.berubah, "sama": j.sama, "dihapus": hasil.dihapus},
            )
            return redirect("anggaran", kepala.kepala.kunci, tahun)
        lain = [t for t in hasil.temuan if not t.lembar]
        for temuan in lain:
            messages.error(request, str(temuan))
    return _tampilkan(request, kepala, preview_sumber(unggahan, cara), ditolak=aksi == "simpan")


def _baca_cara(semula: Cara, pratinjau: Pratinjau, ketikan: Mapping[str, str]) -> Cara:
    """The meanings as typed; what is not a choice counts as left out."""
    dikenal = list_medan(semula.jenis)
    kolom = {}
    for nomor, (judul, medan) in enumerate(pratinjau.bacaan.judul):
        pilihan = ketikan.get(f"kolom-{nomor}", medan)
        kolom[simplify(judul)] = pilihan if pilihan in dikenal else ""
    ukuran, pengali = ketikan.get("ukuran", semula.ukuran), ketikan.get("pengali", "")
    return replace(
        semula,
        kolom=kolom or semula.kolom,
        ukuran=ukuran if ukuran in dict(PILIHAN_UKURAN) else semula.ukuran,
        pengali=next((n for n, _teks in PILIHAN_PENGALI if str(n) == pengali), semula.pengali),
    )


def _baca_tanggal(teks: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(teks)
    except ValueError:
        return None


def _tampilkan(
    request: HttpRequest, kepala: KepalaAnggaran, isi: Pratinjau, *, ditolak: bool
) -> HttpResponse:
    kolom = [
        KolomPetakan(judul, f"kolom-{n}", medan) for n, (judul, medan) in enumerate(isi.bacaan.judul) if judul
    ]
    konteks = {
        "kepala": kepala.kepala,
        "tab": "anggaran",
        "laman": "impor",
        "p": isi,
        "kolom": kolom,
        "medan": list_medan(isi.cara.jenis).items(),
        "ukuran": PILIHAN_UKURAN,
        "pengali": PILIHAN_PENGALI,
        "galat": [t for t in isi.bacaan.temuan if t.tingkat == "galat"],
        "peringatan": [t for t in isi.bacaan.temuan if t.tingkat != "galat"],
    }
    return render(request, "web/anggaran/pratinjau.html", konteks, status=422 if ditolak else 200)
