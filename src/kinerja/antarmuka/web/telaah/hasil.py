"""The findings of a dropped file as a page: filtered, or as a file. They travel in the page, signed and packed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from kinerja.akses.izin import Izin
from kinerja.akses.queries import AksesDitolak, get_hari, list_penugasan
from kinerja.antarmuka.web.jawaban import JENIS_ISI
from kinerja.telaah.keluar import to_sarif
from kinerja.telaah.keluaran.baris import print_letak

WORD, _EXCEL = JENIS_ISI["docx"], JENIS_ISI["xlsx"]
_GARAM = "telaah.hasil"
_TINGKAT = ("fatal", "besar", "kecil")
_SARINGAN = ("keluarga", "tingkat", "kepastian")


def require_peran(request: HttpRequest) -> None:
    """Whoever has any peran may check a file. Raises AksesDitolak."""
    if not list_penugasan(request.user, izin=Izin.LIHAT, pada=get_hari(timezone.now())):
        raise AksesDitolak(_("Anda belum mempunyai peran untuk memeriksa laporan."), asing=False)


@never_cache
@require_POST
def hasil(request: HttpRequest) -> HttpResponse:
    """The findings sent back: filtered anew, or as a file."""
    require_peran(request)
    try:
        isi = signing.loads(request.POST.get("isi", ""), salt=_GARAM)
    except signing.BadSignature:
        return redirect("telaah")
    unduhan = _UNDUHAN.get(request.POST.get("unduh", ""))
    if unduhan is None:
        return tampilkan(request, isi, {n: request.POST.get(n, "") for n in _SARINGAN})
    jenis, buat = unduhan
    nama = f"telaah-{Path(isi['berkas'][0]).stem}.{request.POST['unduh']}"
    return unduh(buat(isi), jenis, nama)


def unduh(isi: bytes, jenis: str, nama: str) -> HttpResponse:
    """A file to save."""
    return HttpResponse(
        isi, content_type=jenis, headers={"Content-Disposition": f'attachment; filename="{nama}"'}
    )


def _ke_json(isi: Mapping[str, Any]) -> bytes:
    return json.dumps({k: v for k, v in isi.items() if k != "sarif"}, ensure_ascii=False, indent=2).encode()


def _ke_sarif(isi: Mapping[str, Any]) -> bytes:
    kerangka = to_sarif([])
    kerangka["runs"][0]["results"] = isi["sarif"]
    return json.dumps(kerangka, ensure_ascii=False, indent=2).encode()


def _ke_xlsx(isi: Mapping[str, Any]) -> bytes:
    from kinerja.telaah.keluaran.buku import render_xlsx  # noqa: PLC0415 only who asks for it waits for it

    return render_xlsx(isi)


def _ke_docx(isi: Mapping[str, Any]) -> bytes:
    from kinerja.telaah.keluaran.surat import render_docx  # noqa: PLC0415 only who asks for it waits for it

    return render_docx(isi)


_UNDUHAN: dict[str, tuple[str, Callable[[Mapping[str, Any]], bytes]]] = {
    "xlsx": (_EXCEL, _ke_xlsx),
    "docx": (WORD, _ke_docx),
    "json": ("application/json", _ke_json),
    "sarif": ("application/sarif+json", _ke_sarif),
}


def tampilkan(
    request: HttpRequest, isi: Mapping[str, Any], saring: Mapping[str, str], tersimpan: Any = None
) -> HttpResponse:
    """The page of findings; `tersimpan` is the kept telaah it comes from."""
    semua = [t | {"keluarga": t["kode"].partition("-")[0]} for t in isi["temuan"]]
    dipilih = [t for t in semua if all(t[n] == saring.get(n) for n in _SARINGAN if saring.get(n))]
    konteks = {
        "tab": "telaah",
        "nama": isi["berkas"][0],
        "isi": isi,
        "temuan": [
            t | {"letak": [(print_letak(p), p["tercetak"], p["seharusnya"]) for p in t["tempat"]]}
            for t in dipilih
        ],
        "semua": len(semua),
        "saringan": [(n, _PILIHAN[n], _hitung(semua, n), saring.get(n, "")) for n in _SARINGAN],
        "paket": signing.dumps(isi, salt=_GARAM, compress=True),
        "unduhan": list(_UNDUHAN),
        "tersimpan": tersimpan,
    }
    return render(request, "web/telaah/hasil.html", konteks)


_PILIHAN = {
    "keluarga": gettext_lazy("Keluarga"),
    "tingkat": gettext_lazy("Tingkat"),
    "kepastian": gettext_lazy("Kepastian"),
}


def _hitung(semua: list[dict[str, Any]], nama: str) -> list[tuple[str, int]]:
    banyak = Counter(t[nama] for t in semua)
    urut = _TINGKAT if nama == "tingkat" else sorted(banyak)
    return [(n, banyak[n]) for n in urut if n in banyak]
