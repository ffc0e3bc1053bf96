"""For anybody: is this report the one that was signed?"""

from __future__ import annotations

import hashlib

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kinerja.pelaporan.pengesahan import find_berkas, find_kode


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def sahkan(request: HttpRequest) -> HttpResponse:
    """By the code printed on every page (?kode=), or by the file itself, of which only the hash is looked at."""
    konteks: dict[str, object] = {"kode": request.GET.get("kode", "")[:40], "tab": "sahkan"}
    berkas = request.FILES.get("berkas")
    if berkas is not None:
        sidik = hashlib.sha256()
        for potong in berkas.chunks():
            sidik.update(potong)
        hasil = find_berkas(sidik.hexdigest())
        konteks |= {"dicari": True, "sidik": sidik.hexdigest(), "hasil": [hasil] if hasil else []}
    elif konteks["kode"]:
        konteks |= {"dicari": True, "hasil": find_kode(str(konteks["kode"]))}
    return render(request, "web/susun/sahkan.html", konteks)
