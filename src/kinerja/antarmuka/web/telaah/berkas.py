"""A file is dropped, read in a process of its own, and checked; nothing stays on the server unless somebody asks.

A browser that asks for ALIRAN is told how far it is while it waits, one line per step, and then gets the same page or
file as every other browser.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from django import forms
from django.core.exceptions import SuspiciousFileOperation
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from kinerja.akses.izin import Izin
from kinerja.antarmuka.web.kepala import list_kantor_untuk
from kinerja.antarmuka.web.telaah.hasil import WORD, require_peran, tampilkan, unduh
from kinerja.telaah.jalan import TelaahBerkas, telaah_berkas
from kinerja.telaah.keluar import to_json, to_sarif
from kinerja.telaah.operations.simpanan import BerkasTelaah, save_telaah
from kinerja.telaah.queries import list_telaah_tersimpan
from kinerja.telaah.salinan import write_salinan

ALIRAN = "application/x-telaah-aliran"
_PANJANG_NAMA = 120
BATAS_UNGGAH = 100 * 2**20
_TAHAP = {
    "baca": gettext_lazy("Membaca laporan"),
    "baca_lalu": gettext_lazy("Membaca laporan tahun lalu"),
    "fakta": gettext_lazy("Mengenali fakta"),
    "periksa": gettext_lazy("Memeriksa"),
}


class BerkasForm(forms.Form):
    """What is checked, and what to make of it."""

    berkas = forms.FileField(
        label=gettext_lazy("Laporan yang diperiksa"),
        help_text=gettext_lazy("PDF, DOCX, XLSX, HTML, atau teks; paling besar 100 MB."),
        allow_empty_file=True,
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
    simpan = forms.ChoiceField(
        label=gettext_lazy("Simpan daftar temuan"),
        required=False,
        help_text=gettext_lazy(
            "Bila disimpan, temuan, nama berkas, dan sidik SHA-256-nya dapat dibuka lagi oleh penyusun dan APIP "
            "satuan kerja itu sampai dihapus. Berkasnya sendiri tidak pernah disimpan."
        ),
    )

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request.POST or None, request.FILES or None)
        self.kantor = {k.satker.kunci: k for k in list_kantor_untuk(request, Izin.SIMPAN_TELAAH)}
        if self.kantor:
            tidak = ("", gettext_lazy("tidak disimpan"))
            self.fields["simpan"].choices = [tidak, *((n, k.nama) for n, k in self.kantor.items())]
        else:
            del self.fields["simpan"]

    def clean(self) -> dict[str, Any]:
        for nama in ("berkas", "lalu"):
            satu = self.cleaned_data.get(nama)
            if satu is not None and satu.size > BATAS_UNGGAH:
                self.add_error(nama, _("Berkas lebih besar dari 100 MB."))
        return self.cleaned_data


@dataclass(frozen=True, slots=True)
class _Tugas:
    """One upload, written to a folder that is gone afterwards."""

    request: HttpRequest
    formulir: BerkasForm
    berkas: Path
    lalu: Path | None

    @classmethod
    def dari(cls, request: HttpRequest, formulir: BerkasForm, wadah: Path) -> _Tugas:
        isi = formulir.cleaned_data
        berkas = _tulis(isi["berkas"], wadah / "kini")
        lalu = _tulis(isi["lalu"], wadah / "lalu") if isi["lalu"] else None
        return cls(request, formulir, berkas, lalu)

    @property
    def nama(self) -> str:
        """What the user called the file."""
        return self.berkas.name


def _tulis(unggahan: UploadedFile, folder: Path) -> Path:
    folder.mkdir()
    try:
        nama = get_valid_filename(Path(unggahan.name).name)[-_PANJANG_NAMA:]
    except SuspiciousFileOperation:
        nama = "laporan"
    tujuan = folder / nama
    with tujuan.open("wb") as aliran:
        for potong in unggahan.chunks():
            aliran.write(potong)
    return tujuan


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def periksa(request: HttpRequest) -> HttpResponseBase:
    """The form; POST checks the file and answers with its findings or with the annotated copy."""
    require_peran(request)
    formulir = BerkasForm(request)
    if request.method != "POST" or not formulir.is_valid():
        return _tampilkan_formulir(request, formulir)
    if request.headers.get("Accept") == ALIRAN:
        wadah = tempfile.TemporaryDirectory(prefix="telaah-")
        tugas = _Tugas.dari(request, formulir, Path(wadah.name))
        # Named, so that nothing on the way packs the lines together and holds them back.
        return StreamingHttpResponse(
            _alirkan(tugas, wadah, translation.get_language() or "id"),
            content_type=ALIRAN,
            headers={"Content-Encoding": "identity"},
        )
    with tempfile.TemporaryDirectory(prefix="telaah-") as folder:
        tugas = _Tugas.dari(request, formulir, Path(folder))
        return _jawab(tugas, telaah_berkas(tugas.berkas, tugas.lalu))


def _tampilkan_formulir(request: HttpRequest, formulir: BerkasForm) -> HttpResponse:
    konteks = {
        "form": formulir,
        "tab": "telaah",
        "aliran": ALIRAN,
        "tersimpan": list_telaah_tersimpan(request.user, timezone.now()),
    }
    return render(request, "web/telaah/berkas.html", konteks)


def _alirkan(tugas: _Tugas, wadah: tempfile.TemporaryDirectory[str], bahasa: str) -> Iterator[bytes]:
    """Lines of progress as JSON, a line about what follows, and the answer itself.

    A reader who goes away ends the reading. `bahasa`: the request's own is no longer set when this runs.
    """
    kabar: SimpleQueue[tuple[str, int, int] | None] = SimpleQueue()
    pergi = threading.Event()
    with wadah, ThreadPoolExecutor(1) as pelaksana:
        hasil = pelaksana.submit(
            telaah_berkas, tugas.berkas, tugas.lalu, lapor=lambda *a: kabar.put(a), batal=pergi.is_set
        )
        hasil.add_done_callback(lambda _hasil: kabar.put(None))
        try:
            while (satu := kabar.get()) is not None:
                with translation.override(bahasa):
                    tahap = str(_TAHAP[satu[0]])
                yield _baris({"tahap": tahap, "selesai": satu[1], "semua": satu[2]})
        finally:
            pergi.set()
        with translation.override(bahasa):
            jawaban = _jawab(tugas, hasil.result())
        ke = jawaban.headers.get("Location", "")
        yield _baris({"jenis": jawaban["Content-Type"], "ke": ke, "nama": _sebut_unduhan(jawaban)})
        yield jawaban.content


def _baris(isi: dict[str, Any]) -> bytes:
    return json.dumps(isi, ensure_ascii=False).encode() + b"\n"


def _sebut_unduhan(jawaban: HttpResponse) -> str:
    """The name under which the answer is saved; "" when it is a page."""
    return jawaban.headers.get("Content-Disposition", "").partition('filename="')[2].removesuffix('"')


def _jawab(tugas: _Tugas, satu: TelaahBerkas) -> HttpResponse:
    formulir, isi = tugas.formulir, tugas.formulir.cleaned_data
    if satu.hasil is None:
        for kendala in satu.kendala:
            formulir.add_error("berkas", kendala.pesan)
        return _tampilkan_formulir(tugas.request, formulir)
    hasil = to_json([satu]) | {
        "berkas": [tugas.nama],
        "sarif": to_sarif([satu])["runs"][0]["results"],
    }
    hasil = _ganti_nama(hasil, tugas.nama)
    tersimpan = _simpan(tugas, hasil) if isi.get("simpan") else None
    if isi["keluaran"] == "salinan":
        salinan = _salin(tugas, satu)
        if isinstance(salinan, HttpResponse):
            return salinan
        # Nothing that was found is lost because there is no copy of it.
        hasil["kendala"].append({"kode": "tanpa-salinan", "pesan": salinan, "fatal": False})
    if tersimpan is not None and isi["keluaran"] == "halaman":
        return redirect("telaah_tersimpan", tersimpan.pk)
    return tampilkan(tugas.request, hasil, {}, tersimpan)


def _ganti_nama(hasil: dict[str, Any], nama: str) -> dict[str, Any]:
    """What the user called the file stands where the server's own path was."""
    for satu in (*hasil["temuan"], *hasil["kendala"]):
        satu["berkas"] = nama
    for satu in hasil["sarif"]:
        for lokasi in satu["locations"]:
            lokasi["physicalLocation"]["artifactLocation"]["uri"] = nama
    return hasil


def _simpan(tugas: _Tugas, hasil: dict[str, Any]) -> Any:
    with tugas.berkas.open("rb") as aliran:
        sidik = hashlib.file_digest(aliran, "sha256").hexdigest()
    return save_telaah(
        satker=tugas.formulir.kantor[tugas.formulir.cleaned_data["simpan"]].satker,
        berkas=BerkasTelaah(tugas.nama, sidik, hasil),
        oleh=tugas.request.user,
        pada=timezone.now(),
    )


def _salin(tugas: _Tugas, satu: TelaahBerkas) -> HttpResponse | str:
    """The annotated copy as a download, or why there is none."""
    tujuan = satu.berkas.parent.parent / "salinan"
    kendala = write_salinan(satu, tujuan)
    if kendala is not None:
        return kendala.pesan
    isi = tujuan.read_bytes()
    jenis, akhiran = ("application/pdf", "pdf") if isi.startswith(b"%PDF") else (WORD, "docx")
    return unduh(isi, jenis, f"{Path(tugas.nama).stem}-bertanda.{akhiran}")
