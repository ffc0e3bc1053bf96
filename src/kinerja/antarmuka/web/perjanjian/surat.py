"""Papers of the office: fields filled in, PDF and Word out, the office's own Word template in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.akses.izin import Izin
from kinerja.antarmuka.web.jawaban import jawab_dokumen, jawab_naskah
from kinerja.antarmuka.web.kepala import Kepala, TidakAda, buka_kepala_calon
from kinerja.antarmuka.web.perjanjian.daftar import is_berizin
from kinerja.pelaporan.operations.templat import remove_templat, save_templat
from kinerja.pelaporan.surat.naskah import (
    BANYAK_BARIS,
    LABEL,
    NaskahSurat,
    compose_surat,
    list_naskah,
    make_templat_nilai,
    read_nilai,
)
from kinerja.pelaporan.surat.templat import TERBESAR, fill_templat, find_medan
from kinerja.pelaporan.surat.templat_kantor import get_templat, list_jenis_bertemplat, read_templat
from kinerja.pengukuran.berkas import Unggahan


class SuratForm(forms.Form):
    """One box per field of the paper."""

    def __init__(self, *args: Any, medan: tuple[str, ...] = (), **lain: Any) -> None:
        super().__init__(*args, **lain)
        for nama in medan:
            banyak = nama in BANYAK_BARIS
            self.fields[nama] = forms.CharField(
                label=LABEL[nama],
                required=False,
                max_length=8000 if banyak else 400,
                widget=forms.Textarea(attrs={"rows": 6}) if banyak else forms.TextInput(),
            )


def _buka(request: HttpRequest, satker: str, tahun: int, naskah: str) -> tuple[Kepala, NaskahSurat]:
    kepala = buka_kepala_calon(request, satker, tahun)
    satu = list_naskah().get(naskah)
    if satu is None:
        raise TidakAda(_("Naskah itu tidak ada."))
    return kepala, satu


@require_safe
def daftar(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Every kind of paper."""
    kepala = buka_kepala_calon(request, satker, tahun)
    sendiri = list_jenis_bertemplat(kepala.kantor.satker)
    semua = [(n, n.kode in sendiri) for n in list_naskah().values()]
    return render(
        request, "web/perjanjian/surat.html", {"kepala": kepala, "tab": "perjanjian", "semua": semua}
    )


@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, satker: str, tahun: int, naskah: str) -> HttpResponse:
    """Fill the fields; POST gives the file, or shows the wording with its fields."""
    kepala, surat = _buka(request, satker, tahun, naskah)
    kantor = kepala.kantor.satker
    templat = get_templat(kantor, naskah)
    isi_templat = read_templat(kantor, naskah)
    dipakai = find_medan(isi_templat) if isi_templat else ()
    medan = tuple(dict.fromkeys([*surat.medan, *dipakai]))
    awal = read_nilai(kantor, tahun)
    formulir = SuratForm(request.POST or None, medan=medan, initial=awal)
    pratinjau = None
    if request.method == "POST" and formulir.is_valid():
        nilai = {k: v.replace("\r\n", "\n") for k, v in formulir.cleaned_data.items()}
        aksi = request.POST.get("aksi", "")
        if aksi == "templat" and isi_templat:
            return jawab_naskah(fill_templat(isi_templat, nilai), f"{naskah}-{tahun}.docx")
        if aksi in {"pdf", "docx"}:
            return jawab_dokumen(compose_surat(surat, nilai), aksi, f"{naskah}-{tahun}")
        pratinjau = [(LABEL[m], nilai.get(m, "")) for m in medan]
    konteks = {
        "kepala": kepala,
        "tab": "perjanjian",
        "naskah": surat,
        "form": formulir,
        "pratinjau": pratinjau,
        "templat": templat,
        "dipakai": dipakai,
        "boleh": is_berizin(request, kepala, Izin.SUSUN),
        "terbesar": TERBESAR // 2**20,
    }
    return render(request, "web/perjanjian/satu_surat.html", konteks)


@require_safe
def unduh_templat(request: HttpRequest, satker: str, tahun: int, naskah: str) -> HttpResponse:
    """The template to change: the office's own, else the shipped form with its fields open."""
    kepala, surat = _buka(request, satker, tahun, naskah)
    isi = read_templat(kepala.kantor.satker, naskah)
    if isi:
        return jawab_naskah(isi, f"templat-{naskah}.docx")
    return jawab_dokumen(compose_surat(surat, make_templat_nilai(surat)), "docx", f"templat-{naskah}")


@require_POST
def simpan_templat(request: HttpRequest, satker: str, tahun: int, naskah: str) -> HttpResponse:
    """Upload the office's own template, or drop it."""
    kepala, _surat = _buka(request, satker, tahun, naskah)
    berkas = request.FILES.get("berkas")
    siapa: dict[str, Any] = {
        "satker": kepala.kantor.satker,
        "jenis": naskah,
        "oleh": request.user,
        "pada": timezone.now(),
    }
    if request.POST.get("hapus"):
        remove_templat(**siapa)
        messages.success(request, _("Templat kantor dihapus; bentuk bawaan dipakai lagi."))
    elif berkas is None or berkas.size > TERBESAR:
        messages.error(request, _("Pilih berkas .docx yang tidak lebih besar dari 2 MB."))
    else:
        temuan = save_templat(unggahan=Unggahan(berkas.name or "", berkas.file), **siapa)
        for t in temuan:
            messages.error(request, f"{t.pesan} {t.cara} ({t.kode})")
        if not temuan:
            messages.success(request, _("Templat kantor disimpan."))
    return redirect("satu_surat", kepala.kunci, tahun, naskah)
