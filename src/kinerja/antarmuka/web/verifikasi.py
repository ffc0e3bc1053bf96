"""The way up: the inbox, one step for one sheet or for many, and locks opened again."""

import datetime
from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from kinerja.antarmuka.web.pengukuran import read_versi, tell
from kinerja.antarmuka.web.sajian.antrean import sajikan_antrean
from kinerja.antarmuka.web.sajian.lembar import KATA_TINDAKAN
from kinerja.aturan.peralihan import Tindakan
from kinerja.aturan.temuan import Temuan
from kinerja.pengukuran.antrean import list_menunggu
from kinerja.pengukuran.kisi import get_kisi_lembar, get_lembar_pembukaan
from kinerja.pengukuran.operations.lembar import LembarTidakAda
from kinerja.pengukuran.operations.peralihan import (
    HasilPeralihan,
    Keinginan,
    approve_pembukaan,
    move_banyak,
    move_lembar,
    reject_pembukaan,
    request_pembukaan,
)


@require_safe
def antrean(request: HttpRequest) -> HttpResponse:
    """Every sheet that waits for the reader, by what he is to do with it."""
    kini = timezone.now()
    isi = sajikan_antrean(list_menunggu(request.user, kini), kini)
    return render(request, "web/pengukuran/antrean.html", {"d": isi, "tab": "pengukuran"})


@require_POST
def pindah(request: HttpRequest, lembar: int) -> HttpResponse:
    """One step for one sheet."""
    tindakan = _baca_tindakan(request)
    keinginan = Keinginan(
        tindakan,
        versi=read_versi(request.POST.get("versi", "")),
        alasan=request.POST.get("alasan", "")[:2000],
        disebut=frozenset(request.POST.getlist("disebut")),
    )
    hasil = move_lembar(lembar_id=lembar, keinginan=keinginan, oleh=request.user, pada=timezone.now())
    tell(request, hasil.temuan, _("Lembar sekarang berstatus %(status)s.") % {"status": hasil.status.value})
    return redirect(reverse("lembar", args=[lembar]) + ("#langkah" if hasil.temuan else ""))


@require_POST
def pindah_banyak(request: HttpRequest) -> HttpResponse:
    """The same step for all sheets that were ticked; those that cannot go stay and say why."""
    pilihan = [int(n) for n in request.POST.getlist("lembar")[:500] if n.isdecimal() and len(n) < 15]
    if not pilihan:
        messages.error(request, _("Centang dahulu lembarnya."))
        return redirect("antrean")
    tindakan, kini = _baca_tindakan(request), timezone.now()
    nama = {m.lembar.pk: m.nama for m in list_menunggu(request.user, kini)}
    hasil = move_banyak(lembar_id=pilihan, keinginan=Keinginan(tindakan), oleh=request.user, pada=kini)
    _kabari_banyak(request, hasil, nama)
    return redirect("antrean")


def _kabari_banyak(request: HttpRequest, hasil: Sequence[HasilPeralihan], nama: dict[int, str]) -> None:
    berhasil = sum(not h.temuan for h in hasil)
    for satu in hasil:
        if satu.temuan:
            sebab = " ".join(f"{t.pesan} {t.cara}".strip() for t in satu.temuan)
            messages.error(request, f"{nama.get(satu.lembar_id, '')}: {sebab}")
    if berhasil:
        kata = ngettext("%(n)d lembar dipindahkan.", "%(n)d lembar dipindahkan.", berhasil)
        messages.success(request, kata % {"n": berhasil})


def _baca_tindakan(request: HttpRequest) -> Tindakan:
    """Only what a form offers; an unknown word wants a step that nobody may take."""
    isi = request.POST.get("tindakan", "")
    return next((t for t in KATA_TINDAKAN if t.value == isi), Tindakan.TUTUP)


@require_POST
def minta_buka(request: HttpRequest, lembar: int) -> HttpResponse:
    """Ask that a locked sheet be opened until the end of a day."""
    get_kisi_lembar(request.user, lembar, timezone.now())
    try:
        hari = datetime.date.fromisoformat(request.POST.get("sampai", ""))
    except ValueError:
        pesan = Temuan("batas_akhir", _("Isi tanggal akhirnya."), _("Contoh: 31-12-2024."))
        tell(request, [pesan], "")
        return redirect(reverse("lembar", args=[lembar]) + "#langkah")
    akhir = datetime.datetime.combine(hari, datetime.time(23, 59, 59), timezone.get_default_timezone())
    _pembukaan, temuan = request_pembukaan(
        lembar_id=lembar,
        alasan=request.POST.get("alasan", "")[:2000],
        sampai=akhir,
        oleh=request.user,
        pada=timezone.now(),
    )
    tell(request, temuan, _("Permintaan dikirim kepada penyusun."))
    return redirect(reverse("lembar", args=[lembar]) + "#langkah")


@require_POST
def jawab_buka(request: HttpRequest, lembar: int, pk: int) -> HttpResponse:
    """Open the lock that was asked for, or refuse with a reason."""
    kini = timezone.now()
    kisi = get_kisi_lembar(request.user, lembar, kini)
    if pk not in {p.pk for p in kisi.pembukaan}:
        raise LembarTidakAda(str(pk))
    if request.POST.get("jawaban") == "setuju":
        hasil = approve_pembukaan(pembukaan_id=pk, oleh=request.user, pada=kini)
        tell(request, hasil.temuan, _("Kunci dibuka."))
    else:
        alasan = request.POST.get("alasan", "")[:2000]
        temuan = reject_pembukaan(pembukaan_id=pk, alasan=alasan, oleh=request.user, pada=kini)
        tell(request, temuan, _("Permintaan ditolak; lembar tetap terkunci."))
    return redirect(reverse("lembar", args=[lembar]) + "#langkah")


@require_safe
def pembukaan(request: HttpRequest, pk: int) -> HttpResponse:
    """A request to open a lock is answered on its sheet."""
    return redirect(
        reverse("lembar", args=[get_lembar_pembukaan(request.user, pk, timezone.now())]) + "#langkah"
    )
