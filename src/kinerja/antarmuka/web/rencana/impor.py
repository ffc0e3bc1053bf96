"""Import of an IKU table: upload, preview old → new → refused with reasons, answer the doubts, store all or nothing."""

from __future__ import annotations

import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kinerja.antarmuka.web.rencana.tempat import Tempat, buka_tempat, minta_boleh_sendiri, minta_rencana
from kinerja.perencanaan.operations.catat import RencanaDitolak
from kinerja.perencanaan.rencana import list_unit
from kinerja.pertukaran.iku.baca import BarisIku, read_iku
from kinerja.pertukaran.iku.operations import import_iku
from kinerja.pertukaran.iku.usul import Keadaan, Usulan, guess_unit, propose_iku

_GARAM = "impor-iku"
_TERBESAR = 20 * 2**20
_UMUR = 24 * 60 * 60


@require_http_methods(["GET", "HEAD", "POST"])
def impor(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """The upload; a file gives its preview, a signed preview is stored or looked at again with answers."""
    tempat = buka_tempat(request, satker, tahun)
    minta_boleh_sendiri(tempat)
    minta_rencana(tempat)
    if request.method != "POST":
        return _tampilkan(request, tempat)
    if "isi" in request.POST:
        return _lanjut(request, tempat)
    berkas = request.FILES.get("berkas")
    if berkas is None:
        return _tampilkan(request, tempat, masalah=[_("Pilih berkasnya dahulu.")])
    if (berkas.size or 0) > _TERBESAR:
        return _tampilkan(request, tempat, masalah=[_("Berkas lebih besar dari 20 MB.")])
    with tempfile.TemporaryDirectory() as wadah:
        letak = Path(wadah) / "berkas"
        with letak.open("wb") as aliran:
            for potong in berkas.chunks():
                aliran.write(potong)
        baris, masalah = read_iku(letak, berkas.name or "")
    if not baris:
        return _tampilkan(request, tempat, masalah=masalah)
    return _pratinjau(request, tempat, baris, guess_unit(minta_rencana(tempat), baris))


def _lanjut(request: HttpRequest, tempat: Tempat) -> HttpResponse:
    try:
        mentah = signing.loads(request.POST["isi"], salt=_GARAM, max_age=_UMUR)
    except signing.BadSignature:
        return _tampilkan(request, tempat, masalah=[_("Pratinjau kedaluwarsa. Unggah berkasnya lagi.")])
    baris = tuple(BarisIku(*teks, Decimal(angka) if angka else None, salah) for *teks, angka, salah in mentah)
    divisi = list(dict.fromkeys(b.divisi for b in baris))
    unit = {d: request.POST.get(f"unit-{n}", "") for n, d in enumerate(divisi)}
    if "simpan" not in request.POST:
        return _pratinjau(request, tempat, baris, unit)
    isi = minta_rencana(tempat)
    usulan = propose_iku(isi, baris, tahun=isi.tahun, pilihan=_baca_pilihan(request, baris), unit=unit)
    try:
        hasil = import_iku(rencana=isi, usulan=usulan, oleh=request.user, pada=timezone.now())
    except RencanaDitolak as masalah:
        return _pratinjau(request, tempat, baris, unit, str(masalah))
    pesan = _("Tabel IKU diimpor: %(ubah)d target diubah, %(baru)d indikator baru, %(sama)d sudah sama.")
    messages.success(request, pesan % {k.name.lower(): n for k, n in hasil.items()})
    return redirect("tabel_iku", tempat.kepala.kunci, tempat.kepala.tahun)


def _baca_pilihan(request: HttpRequest, baris: tuple[BarisIku, ...]) -> dict[int, str]:
    return {n: request.POST.get(f"pilih-{n}", "") for n in range(len(baris))}


def _pratinjau(
    request: HttpRequest, tempat: Tempat, baris: tuple[BarisIku, ...], unit: dict[str, str], galat: str = ""
) -> HttpResponse:
    isi, pilihan = minta_rencana(tempat), _baca_pilihan(request, baris)
    usulan = propose_iku(isi, baris, tahun=isi.tahun, pilihan=pilihan, unit=unit)
    paket = [
        [b.tempat, b.divisi, b.sasaran, b.indikator, b.target_teks, b.satuan, _teks(b), b.masalah]
        for b in baris
    ]
    sajian = [(u, pilihan[u.nomor], _perlu_pilih(u, pilihan[u.nomor])) for u in usulan]
    konteks = {
        "usulan": [s for s in sajian if s[0].keadaan is not Keadaan.SAMA],
        "sama": [s for s in sajian if s[0].keadaan is Keadaan.SAMA],
        "jumlah": [(k.value, n) for k in Keadaan if (n := sum(u.keadaan is k for u in usulan))],
        "terhalang": sum(u.terhalang for u in usulan),
        "paket": signing.dumps(paket, salt=_GARAM, compress=True),
        "divisi": list(enumerate(unit.items())),
        "unit": list_unit(),
        "semua": [(i.indikator.kode, i.indikator.nama[:70]) for i in isi.indikator()],
        "galat": galat,
    }
    return _tampilkan(request, tempat, **konteks)


def _perlu_pilih(usulan: Usulan, pilih: str) -> bool:
    """Whether a person can settle the row."""
    return usulan.terhalang or bool(pilih)


def _teks(baris: BarisIku) -> str:
    return "" if baris.target is None else str(baris.target)


def _tampilkan(request: HttpRequest, tempat: Tempat, **lain: Any) -> HttpResponse:
    konteks = {"kepala": tempat.kepala, "tab": "rencana", "rencana": tempat.rencana}
    status = 422 if lain.get("masalah") or lain.get("galat") else 200
    return render(request, "web/rencana/impor.html", konteks | lain, status=status)
