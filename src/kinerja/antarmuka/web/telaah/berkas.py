"""A file is dropped, read in a process of its own, and checked; neither it nor its findings stay on the server.

The findings travel in the page itself, signed and packed: filtering and downloading sends them back.
"""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.akses.izin import Izin
from kinerja.akses.queries import AksesDitolak, get_hari, list_penugasan
from kinerja.dokumen.baca.naskah import Letak
from kinerja.dokumen.tandai.tanda import Tanda
from kinerja.dokumen.tandai.terpisah import tandai_terpisah
from kinerja.telaah.jalan import TelaahBerkas, telaah_berkas
from kinerja.telaah.keluar import to_json, to_sarif
from kinerja.telaah.keluaran.baris import print_letak

BATAS_UNGGAH = 100 * 2**20
_GARAM = "telaah.hasil"
_TINGKAT = ("fatal", "besar", "kecil")
_SARINGAN = ("keluarga", "tingkat", "kepastian")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class BerkasForm(forms.Form):
    """What is checked, and what to make of it."""

    berkas = forms.FileField(
        label=gettext_lazy("Laporan yang diperiksa"),
        help_text=gettext_lazy("PDF, DOCX, XLSX, HTML, atau teks; paling besar 100 MB."),
    )
    lalu = forms.FileField(
        label=gettext_lazy("Laporan tahun lalu"),
        required=False,
        help_text=gettext_lazy("Sebagai pembanding, untuk menemukan kalimat dan angka yang terbawa."),
    )
    keluaran = forms.ChoiceField(
        label=gettext_lazy("Hasil"),
        choices=[
            ("halaman", gettext_lazy("tampilkan sebagai tabel")),
            ("salinan", gettext_lazy("salinan bertanda dari berkas itu (PDF atau DOCX)")),
        ],
    )

    def clean(self) -> dict[str, Any]:
        for nama in ("berkas", "lalu"):
            satu = self.cleaned_data.get(nama)
            if satu is not None and satu.size > BATAS_UNGGAH:
                self.add_error(nama, _("Berkas lebih besar dari 100 MB."))
        return self.cleaned_data


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def periksa(request: HttpRequest) -> HttpResponse:
    """The form; POST checks the file and answers with its findings or with the annotated copy."""
    _require_izin(request)
    formulir = BerkasForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and formulir.is_valid():
        with tempfile.TemporaryDirectory(prefix="telaah-") as wadah:
            return _periksa(request, formulir, Path(wadah))
    return render(request, "web/telaah/berkas.html", {"form": formulir, "tab": "telaah"})


def _periksa(request: HttpRequest, formulir: BerkasForm, wadah: Path) -> HttpResponse:
    isi = formulir.cleaned_data
    berkas = _tulis(isi["berkas"], wadah / "berkas")
    lalu = _tulis(isi["lalu"], wadah / "lalu") if isi["lalu"] else None
    satu = telaah_berkas(berkas, lalu)
    nama = get_valid_filename(Path(isi["berkas"].name).name)
    if satu.hasil is None:
        for kendala in satu.kendala:
            formulir.add_error("berkas", kendala.pesan.replace(berkas.name, nama))
        return render(request, "web/telaah/berkas.html", {"form": formulir, "tab": "telaah"})
    if isi["keluaran"] == "salinan":
        return _salin(request, formulir, satu, nama)
    hasil = to_json([satu]) | {"berkas": [nama], "sarif": to_sarif([satu])["runs"][0]["results"]}
    return _tampilkan(request, _ganti_nama(hasil, nama), {})


def _tulis(unggahan: UploadedFile, tujuan: Path) -> Path:
    with tujuan.open("wb") as aliran:
        for potong in unggahan.chunks():
            aliran.write(potong)
    return tujuan


def _ganti_nama(hasil: dict[str, Any], nama: str) -> dict[str, Any]:
    """What the user called the file stands where the server's own path was."""
    for satu in (*hasil["temuan"], *hasil["kendala"]):
        satu["berkas"] = nama
    for satu in hasil["sarif"]:
        for lokasi in satu["locations"]:
            lokasi["physicalLocation"]["artifactLocation"]["uri"] = nama
    return hasil


def _salin(request: HttpRequest, formulir: BerkasForm, satu: TelaahBerkas, nama: str) -> HttpResponse:
    """The annotated copy as a download; what cannot be annotated is told at the field."""
    tujuan = satu.berkas.with_name("salinan")
    tanda = [
        Tanda(_ke_letak(t.tempat), f"{temuan.tingkat.value}: {temuan.uraian} {temuan.saran}", t.tercetak)
        for temuan in (satu.hasil.temuan if satu.hasil else ())
        for t in temuan.tempat
    ]
    _sisa, kendala = tandai_terpisah(satu.berkas, tujuan, tanda)
    if kendala is not None:
        formulir.add_error("keluaran", kendala.pesan.replace(satu.berkas.name, nama))
        return render(request, "web/telaah/berkas.html", {"form": formulir, "tab": "telaah"})
    isi = tujuan.read_bytes()
    jenis, akhiran = ("application/pdf", "pdf") if isi.startswith(b"%PDF") else (_WORD, "docx")
    return _unduh(isi, jenis, f"{Path(nama).stem}-bertanda.{akhiran}")


def _ke_letak(tempat: Any) -> Letak:
    return Letak(
        tempat.halaman,
        tempat.baris,
        tempat.tabel_ke,
        tempat.baris_tabel,
        tempat.kolom,
        tempat.sel,
        tempat.kotak,
    )


@never_cache
@require_POST
def hasil(request: HttpRequest) -> HttpResponse:
    """The findings sent back: filtered anew, or as a file."""
    _require_izin(request)
    try:
        isi = signing.loads(request.POST.get("isi", ""), salt=_GARAM)
    except signing.BadSignature:
        return redirect("telaah")
    unduhan = _UNDUHAN.get(request.POST.get("unduh", ""))
    if unduhan is None:
        return _tampilkan(request, isi, {n: request.POST.get(n, "") for n in _SARINGAN})
    jenis, buat = unduhan
    nama = f"telaah-{Path(isi['berkas'][0]).stem}.{request.POST['unduh']}"
    return _unduh(buat(isi), jenis, nama)


def _unduh(isi: bytes, jenis: str, nama: str) -> HttpResponse:
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
    "docx": (_WORD, _ke_docx),
    "json": ("application/json", _ke_json),
    "sarif": ("application/sarif+json", _ke_sarif),
}


def _tampilkan(request: HttpRequest, isi: dict[str, Any], saring: Mapping[str, str]) -> HttpResponse:
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


def _require_izin(request: HttpRequest) -> None:
    if not list_penugasan(request.user, izin=Izin.LIHAT, pada=get_hari(timezone.now())):
        raise AksesDitolak(_("Anda belum mempunyai peran untuk memeriksa laporan."), asing=False)
