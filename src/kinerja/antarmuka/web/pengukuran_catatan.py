"""What is written and filed beside one indikator of a sheet: kendala, tindak lanjut, source, evidence, warnings."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.antarmuka.web.pengukuran import read_versi, tell
from kinerja.antarmuka.web.sajian.kisi import sajikan_baris
from kinerja.antarmuka.web.sajian.lembar import sajikan_lembar
from kinerja.aturan.temuan import Temuan
from kinerja.pengukuran.berkas import Unggahan
from kinerja.pengukuran.kisi import PembacaLembar, get_kisi_lembar
from kinerja.pengukuran.operations.data_dukung import add_data_dukung, open_data_dukung, withdraw_data_dukung
from kinerja.pengukuran.operations.lembar import IsiCatatan, save_catatan


@require_http_methods(["GET", "HEAD", "POST"])
def catatan(request: HttpRequest, lembar: int, kode: str) -> HttpResponse:
    """What is written and filed beside one indikator of a sheet; POST saves the words."""
    kini = timezone.now()
    kisi = get_kisi_lembar(request.user, lembar, kini)
    baris = [b for b in kisi.baris if b.indikator.kode == kode]
    if not baris:
        raise TidakAda("")
    indikator = baris[0].indikator
    tersimpan = kisi.catatan.get(indikator.pk)
    isi = IsiCatatan(
        indikator.pk,
        tersimpan.versi if tersimpan else 0,
        *((tersimpan.kendala, tersimpan.tindak_lanjut, tersimpan.sumber_data) if tersimpan else ("", "", "")),
    )
    temuan: tuple[Temuan, ...] = ()
    if request.method == "POST":
        isi = _baca_catatan(request, indikator.pk)
        baru, temuan = save_catatan(lembar_id=lembar, isi=isi, oleh=request.user, pada=kini)
        if not temuan:
            messages.success(request, _("Catatan tersimpan."))
            return redirect("catatan", lembar, kode)
        tersimpan = baru
    konteks = {
        "d": sajikan_lembar(kisi, request.user, kini),
        "indikator": indikator,
        "baris": sajikan_baris(baris),
        "isi": isi,
        "tersimpan": tersimpan,
        "versi": tersimpan.versi if tersimpan else 0,
        "temuan": temuan,
        "bentrok": any(t.kode == "bentrok" for t in temuan),
        "bukti": kisi.bukti.get(indikator.pk, ()),
        "boleh": any(b.boleh for b in baris),
        "tab": "pengukuran",
    }
    return render(request, "web/pengukuran/catatan.html", konteks, status=422 if temuan else 200)


def _baca_catatan(request: HttpRequest, indikator_id: int) -> IsiCatatan:
    teks = {n: request.POST.get(n, "")[:5000] for n in ("kendala", "tindak_lanjut")}
    return IsiCatatan(
        indikator_id,
        read_versi(request.POST.get("versi", "0")),
        sumber_data=request.POST.get("sumber_data", "")[:250],
        **teks,
    )


@require_POST
def tambah_bukti(request: HttpRequest, lembar: int, kode: str) -> HttpResponse:
    """Upload evidence; several files at once."""
    kini = timezone.now()
    sel = [s for s in PembacaLembar(request.user, lembar, kini).list_ketik(None) if s.indikator.kode == kode]
    if not sel:
        raise TidakAda("")
    berkas = request.FILES.getlist("berkas")
    if not berkas:
        messages.error(request, _("Pilih berkasnya dahulu."))
    for satu in berkas:
        unggahan = Unggahan(satu.name or "", satu.file)
        _bukti, temuan = add_data_dukung(
            lembar_id=lembar,
            indikator_id=sel[0].indikator.pk,
            unggahan=unggahan,
            oleh=request.user,
            pada=kini,
        )
        tell(request, temuan, _("%(nama)s tersimpan.") % {"nama": satu.name}, satu.name or "")
    return redirect(reverse("catatan", args=[lembar, kode]) + "#bukti")


@require_safe
def unduh_bukti(request: HttpRequest, pk: int) -> FileResponse:
    """A file of evidence, always as a download; the download is on the trail."""
    try:
        bukti, berkas = open_data_dukung(data_dukung_id=pk, oleh=request.user, pada=timezone.now())
    except FileNotFoundError as galat:
        raise TidakAda(_("Berkas ini hilang dari penyimpanan. Hubungi pengelola TI.")) from galat
    jawaban = FileResponse(berkas, as_attachment=True, filename=bukti.nama, content_type=bukti.jenis)
    jawaban["X-Content-Type-Options"] = "nosniff"
    jawaban["Content-Security-Policy"] = "sandbox; default-src 'none'"
    jawaban["Cache-Control"] = "private, no-store"
    return jawaban


@require_POST
def cabut_bukti(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw a file, with a reason."""
    temuan = withdraw_data_dukung(
        data_dukung_id=pk,
        alasan=request.POST.get("alasan", "")[:500],
        oleh=request.user,
        pada=timezone.now(),
    )
    tell(request, temuan, _("Berkas dicabut; tetap terdaftar sebagai dicabut."))
    lembar, kode = request.POST.get("lembar", ""), request.POST.get("kode", "")
    if lembar.isdecimal() and kode:
        return redirect(reverse("catatan", args=[int(lembar), kode]) + "#bukti")
    return redirect("tugas")
