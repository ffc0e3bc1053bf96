"""The pages of the office: the surveys of a year, one survey with its result, opening and closing."""

from collections.abc import Sequence
from decimal import Decimal

from allauth.mfa.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.akses.izin import Izin
from kinerja.akses.queries import get_satker_untuk
from kinerja.antarmuka.web.jawaban import jawab_unduhan
from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.angka import baca_angka
from kinerja.dasar.periode import nama_bulan
from kinerja.survei.berkas import make_ekspor
from kinerja.survei.operations.survei import (
    Agregat,
    SurveiBaru,
    close_survei,
    open_survei,
    reopen_survei,
    save_agregat,
    set_populasi,
)
from kinerja.survei.queries import (
    SurveiTidakAda,
    get_hasil,
    get_instrumen,
    get_realisasi,
    get_survei_untuk,
    is_pengisi,
    is_terbuka,
    list_deret,
    list_instrumen,
    list_satker_isi,
    list_survei_untuk,
    list_tahun,
)


@require_safe
def daftar(request: HttpRequest) -> HttpResponse:
    """All surveys of a year that the reader may see, and the form to open one."""
    return _tampilkan_daftar(request, _baca_tahun(request.GET.get("tahun", "")), ())


@require_http_methods(["GET", "HEAD", "POST"])
def buka(request: HttpRequest) -> HttpResponse:
    """Open a survey for answers; who only looks is led to the form."""
    if request.method != "POST":
        return redirect(reverse("daftar_survei") + "#baru")
    tahun, kini = _baca_tahun(request.POST.get("tahun", "")), timezone.now()
    satker = get_satker_untuk(
        request.user, request.POST.get("satker", ""), izin=Izin.ISI, tahun=tahun, pada=kini
    )
    instrumen = get_instrumen(request.POST.get("instrumen", ""), tahun)
    bulan = request.POST.get("bulan", "")
    populasi, temuan = _baca_bulat(request.POST.get("populasi", ""), _("Populasi"))
    if instrumen is None or bulan not in {str(n) for n in range(13)}:
        temuan = (*temuan, Temuan("isian", _("Pilih survei dan masanya."), ""))
    if temuan or instrumen is None:
        return _tampilkan_daftar(request, tahun, temuan)
    isi = SurveiBaru(instrumen, satker, tahun, int(bulan), populasi)
    survei, temuan = open_survei(isi=isi, oleh=request.user, pada=kini)
    if survei is None:
        return _tampilkan_daftar(request, tahun, temuan)
    if instrumen.unsur.exists():
        messages.success(request, _("Survei dibuka. Bagikan tautannya, atau isi dari kertas."))
    else:
        messages.success(request, _("Survei dibuka. Instrumennya tidak mempunyai pertanyaan: isi hasilnya."))
    return redirect("survei", survei.pk)


@require_safe
def satu(request: HttpRequest, pk: int) -> HttpResponse:
    """One survey: result, explanation, sample, series; for who fills it also the link and the forms."""
    return tampilkan(request, pk, ())


@require_POST
def agregat(request: HttpRequest, pk: int) -> HttpResponse:
    """Store the figures of a survey held elsewhere."""
    survei = buka_survei(request, pk, Izin.ISI)
    isi, temuan = _baca_agregat(request, [u.kode for u in survei.instrumen.unsur.all()])
    if not temuan:
        temuan = save_agregat(survei=survei, isi=isi, oleh=request.user, pada=timezone.now())
    return _jawab(request, pk, temuan, _("Hasil survei tersimpan dan survei ditutup."))


@require_POST
def populasi(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how many people were served."""
    survei = buka_survei(request, pk, Izin.ISI)
    banyak, temuan = _baca_bulat(request.POST.get("populasi", ""), _("Populasi"))
    if not temuan:
        temuan = set_populasi(survei=survei, populasi=banyak, oleh=request.user, pada=timezone.now())
    return _jawab(request, pk, temuan, _("Populasi tersimpan."))


@require_POST
def tutup(request: HttpRequest, pk: int) -> HttpResponse:
    """End the survey; its index feeds the indikator."""
    survei = buka_survei(request, pk, Izin.ISI)
    temuan = close_survei(survei=survei, oleh=request.user, pada=timezone.now())
    return _jawab(request, pk, temuan, _("Survei ditutup."))


@require_POST
def buka_kembali(request: HttpRequest, pk: int) -> HttpResponse:
    """Take answers again, with a reason."""
    survei = buka_survei(request, pk, Izin.ISI)
    alasan = request.POST.get("alasan", "")[:500]
    temuan = reopen_survei(survei=survei, alasan=alasan, oleh=request.user, pada=timezone.now())
    return _jawab(request, pk, temuan, _("Survei dibuka kembali."))


@require_safe
def ekspor(request: HttpRequest, pk: int) -> HttpResponse:
    """The result as a workbook."""
    survei = buka_survei(request, pk, Izin.LIHAT)
    return jawab_unduhan(make_ekspor(get_hasil(survei), list_deret(survei)), f"survei-{pk}-hasil.xlsx")


def buka_survei(request: HttpRequest, pk: int, izin: Izin):
    """The survey, for a reader with `izin` at its satker. TidakAda, AksesDitolak."""
    try:
        return get_survei_untuk(request.user, pk, izin, timezone.now())
    except SurveiTidakAda as galat:
        raise TidakAda(_("Survei itu tidak dikenal.")) from galat


def tampilkan(request: HttpRequest, pk: int, temuan: Sequence[Temuan]) -> HttpResponse:
    """The page of one survey, with what stood against the last step."""
    survei = buka_survei(request, pk, Izin.LIHAT)
    alamat = (
        request.build_absolute_uri(reverse("isi_survei", args=[survei.rahasia])) if survei.rahasia else ""
    )
    mengisi = is_pengisi(request.user, survei, timezone.now())
    konteks = {
        "h": get_hasil(survei),
        "deret": list_deret(survei),
        "realisasi": get_realisasi(survei),
        "bulan": nama_bulan(survei.bulan) if survei.bulan else "",
        "terbuka": is_terbuka(survei),
        "mengisi": mengisi,
        "alamat": alamat,
        "qr": get_adapter().build_totp_svg(alamat).partition("?>")[2] if alamat and mengisi else "",
        "batas": settings.SURVEI_KELOMPOK_KECIL,
        "temuan": temuan,
        "ketikan": request.POST if temuan else {},
        "tab": "survei",
    }
    return render(request, "web/survei/satu.html", konteks, status=422 if temuan else 200)


def _jawab(request: HttpRequest, pk: int, temuan: Sequence[Temuan], berhasil: str) -> HttpResponse:
    if temuan:
        return tampilkan(request, pk, temuan)
    messages.success(request, berhasil)
    return redirect("survei", pk)


def _tampilkan_daftar(request: HttpRequest, tahun: int, temuan: Sequence[Temuan]) -> HttpResponse:
    kini, indikator = timezone.now(), request.GET.get("indikator", "")[:30]
    konteks = {
        "tahun": tahun,
        "tahun_lain": sorted({*list_tahun(), kini.year}),
        "hasil": list_survei_untuk(request.user, tahun, kini, indikator=indikator),
        "indikator": indikator,
        "instrumen": list_instrumen(tahun),
        "satker": list_satker_isi(request.user, tahun, kini),
        "bulan": [(n, nama_bulan(n)) for n in range(1, 13)],
        "temuan": temuan,
        "ketikan": request.POST if temuan else {},
        "tab": "survei",
    }
    return render(request, "web/survei/daftar.html", konteks, status=422 if temuan else 200)


def _baca_tahun(teks: str) -> int:
    """A year that somebody can mean; else the newest with surveys, else this one."""
    if len(teks) == 4 and teks.isascii() and teks.isdecimal() and teks.startswith("20"):
        return int(teks)
    return max(list_tahun(), default=timezone.now().year)


def _baca_bulat(teks: str, nama: str) -> tuple[int | None, tuple[Temuan, ...]]:
    """A whole number or nothing."""
    bersih = teks.strip().replace(".", "")
    if not bersih:
        return None, ()
    if bersih.isascii() and bersih.isdecimal() and len(bersih) <= 9:
        return int(bersih), ()
    pesan = _("%(nama)s harus bilangan bulat.") % {"nama": nama}
    return None, (Temuan("bukan_bulat", pesan, _("Tulis angkanya saja, misalnya 120.")),)


def _baca_agregat(request: HttpRequest, kode: Sequence[str]) -> tuple[Agregat, tuple[Temuan, ...]]:
    responden, salah = _baca_bulat(request.POST.get("responden", ""), _("Responden"))
    populasi_, juga_salah = _baca_bulat(request.POST.get("populasi", ""), _("Populasi"))
    temuan = [*salah, *juga_salah]
    angka: dict[str, Decimal] = {}
    for satu in ("nilai", *kode):
        teks = request.POST.get(satu, "")[:40].strip()
        if not teks:
            continue
        bacaan = baca_angka(teks)
        if bacaan.nilai is None:
            pesan = _("%(nama)s tidak terbaca: %(masalah)s") % {"nama": satu, "masalah": bacaan.masalah}
            temuan.append(Temuan("angka", pesan, _("Tulis misalnya 3,45.")))
        elif -int(bacaan.nilai.as_tuple().exponent) > 4:
            pesan = _("%(nama)s memakai lebih dari empat desimal.") % {"nama": satu}
            temuan.append(Temuan("angka", pesan, _("Bulatkan pada sumbernya.")))
        else:
            angka[satu] = bacaan.nilai
    nilai = angka.pop("nilai", None)
    sumber = request.POST.get("sumber", "")[:200].strip()
    return Agregat(responden, populasi_, nilai, angka or None, sumber), tuple(temuan)
