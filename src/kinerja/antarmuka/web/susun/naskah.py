"""The texts as a Word file, and back: every change is shown and taken over one by one."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses.queries import AksesDitolak
from kinerja.antarmuka.web.jawaban import jawab_naskah
from kinerja.antarmuka.web.kepala import buka_kepala
from kinerja.pelaporan.naskah_kerja import Usulan, make_naskah, read_naskah
from kinerja.pelaporan.operations.penulisan import (
    Cara,
    NarasiDitolak,
    NarasiTidakAda,
    VersiLama,
    compute_sidik_teks,
    write_narasi,
)
from kinerja.pelaporan.penulisan import Potongan, compare_teks, list_penulisan

TERBESAR = 20 * 2**20


@dataclass(frozen=True, slots=True)
class SajianUsulan:
    """A change with what the acceptance of it must prove: the text it was compared with."""

    usulan: Usulan
    beda: tuple[Potongan, ...]
    dilihat: str


@require_safe
def unduh(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """All texts, or with ?milik=1 only those the reader writes."""
    kepala = buka_kepala(request, satker, tahun)
    semua = list_penulisan(request.user, kepala.kantor.satker, tahun, timezone.now())
    baris = [b for b in semua if b.menulis or "milik" not in request.GET]
    isi = make_naskah(kepala.kantor.satker, tahun, kepala.kantor.nama, baris)
    return jawab_naskah(isi, f"Naskah-{tahun}-{kepala.kunci}.docx")


@require_POST
def unggah(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """What a Word file would change; nothing is stored."""
    kepala = buka_kepala(request, satker, tahun)
    berkas = request.FILES.get("berkas")
    if berkas is None or (berkas.size or 0) > TERBESAR:
        messages.error(request, _("Pilih berkas Word paling besar 20 MB."))
        return redirect("susun", kepala.kunci, tahun)
    baris = list_penulisan(request.user, kepala.kantor.satker, tahun, timezone.now())
    hasil = read_naskah(berkas.name or "", berkas.read(), baris)
    usulan = [
        SajianUsulan(u, compare_teks(u.lama, u.baru), compute_sidik_teks(u.baris.penulisan.narasi.isi))
        for u in hasil.usulan
    ]
    konteks = {"kepala": kepala, "tab": "susun", "hasil": hasil, "usulan": usulan}
    return render(request, "web/susun/naskah.html", konteks)


@require_POST
def terima(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Store the changes that were ticked, each over the text it was compared with."""
    kepala = buka_kepala(request, satker, tahun)
    milik = {
        b.penulisan.pk for b in list_penulisan(request.user, kepala.kantor.satker, tahun, timezone.now())
    }
    disimpan, ditolak = 0, []
    for teks in request.POST.getlist("terima"):
        pk = int(teks) if teks.isdecimal() else 0
        isi, dilihat = (request.POST.get(f"{nama}-{teks}", "") for nama in ("isi", "dilihat"))
        try:
            if pk not in milik:
                raise NarasiTidakAda(_("Narasi itu tidak ada."))
            write_narasi(
                pk=pk, isi=isi, dilihat=dilihat, oleh=request.user, pada=timezone.now(), cara=Cara.WORD
            )
        except (VersiLama, NarasiDitolak, NarasiTidakAda, AksesDitolak) as masalah:
            ditolak.append(str(masalah))
        else:
            disimpan += 1
    if ditolak:
        messages.error(request, " ".join(dict.fromkeys(ditolak)))
    messages.success(request, _("%(banyak)d narasi diambil dari berkas Word.") % {"banyak": disimpan})
    return redirect("susun", kepala.kunci, tahun)
