"""For anybody: is this report the one that was signed?"""

from __future__ import annotations

import hashlib

from allauth.core.internal.ratelimit import consume_or_429
from django.contrib.auth.decorators import login_not_required
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kinerja.pelaporan.pengesahan import find_berkas, find_kode
from kinerja.pelaporan.tanda_tangan import UNGGAHAN_TERBESAR, check_pdf, find_perjanjian

_LAJU = {"sahkan": "30/10m/ip"}
"""Files from one address; looking up a code costs next to nothing."""


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sahkan(request: HttpRequest) -> HttpResponseBase:
    """By the code printed on every page (?kode=), or by the file itself, of which only the hash is looked at."""
    if tolak := consume_or_429(request, app="kinerja", action="sahkan", config=_LAJU):
        return tolak
    konteks: dict[str, object] = {"kode": request.GET.get("kode", "")[:40], "tab": "sahkan"}
    berkas = request.FILES.get("berkas")
    if berkas is not None:
        konteks |= _periksa(berkas)
    elif konteks["kode"]:
        kode = str(konteks["kode"])
        konteks |= {"dicari": True, "hasil": find_kode(kode), "perjanjian": find_perjanjian(kode)}
    return render(request, "web/susun/sahkan.html", konteks)


def _periksa(berkas: UploadedFile) -> dict[str, object]:
    """Whether these bytes are ours, and what the signatures on them are worth."""
    sidik = hashlib.sha256()
    for potong in berkas.chunks():
        sidik.update(potong)
    hasil = find_berkas(sidik.hexdigest())
    isi: dict[str, object] = {"dicari": True, "sidik": sidik.hexdigest(), "hasil": [hasil] if hasil else []}
    if (berkas.size or 0) <= UNGGAHAN_TERBESAR:
        berkas.seek(0)
        awal = berkas.read(5)
        isi["bukan_pdf"] = awal != b"%PDF-"
        if not isi["bukan_pdf"]:
            periksa = check_pdf(awal + berkas.read(), sidik.hexdigest())
            isi["periksa"] = periksa
            milik = periksa.milik
            if milik and milik.versi:
                isi["perjanjian"] = find_perjanjian(milik.sidik[:12])
            elif milik and milik.laporan:
                isi["hasil"] = find_kode(milik.laporan.kode)
    return isi
