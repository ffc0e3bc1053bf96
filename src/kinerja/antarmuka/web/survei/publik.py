"""What a respondent sees: the form, thanks, and the published result. Nobody is asked who he is."""

from dataclasses import dataclass

from allauth.core.internal.ratelimit import consume_or_429
from django.contrib.auth.decorators import login_not_required
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.aturan.survei import TERENDAH, TERTINGGI
from kinerja.aturan.temuan import Temuan
from kinerja.organisasi.queries import get_akhir_tahun, get_nama
from kinerja.survei.operations.jawaban import make_tanda, submit_jawaban
from kinerja.survei.queries import (
    HasilSurvei,
    SurveiTidakAda,
    get_hasil,
    get_survei_publik,
    is_terbuka,
    list_unsur,
)

GARAM = "kinerja.survei.formulir"
_LAJU = {"isi": "60/10m/ip", "lihat": "300/10m/ip"}
"""A whole waiting room sits behind one address."""
_TERCEPAT = 3
"""Seconds in which nobody reads nine questions."""
_TERLAMA = 12 * 60 * 60
JEBAKAN = "situs"
"""A box no person sees: who fills it is a program."""


@dataclass(frozen=True, slots=True)
class Pertanyaan:
    """One question with what was chosen already; `salah` marks it after a refusal."""

    kode: str
    nama: str
    teks: str
    dipilih: str
    salah: bool


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def isi(request: HttpRequest, rahasia: str) -> HttpResponseBase:
    """The form, and what becomes of it when it is sent."""
    aksi = "isi" if request.method == "POST" else "lihat"
    if tolak := consume_or_429(request, app="kinerja", action=aksi, config=_LAJU, limit_get=True):
        return tolak
    survei = _buka(rahasia)
    if not is_terbuka(survei) or not list_unsur(survei):
        return render(request, "web/survei/ditutup.html", {"polos": True, "rahasia": rahasia}, status=410)
    if request.method != "POST":
        return _tampilkan(request, survei, ())
    if request.POST.get(JEBAKAN):
        return redirect("terima_kasih_survei", rahasia)
    tanda, temuan = _baca_tanda(request.POST.get("formulir", ""), survei.pk)
    if not temuan:
        isian = _baca_isian(request, survei)
        temuan = submit_jawaban(survei=survei, isian=isian, tanda=tanda, pada=timezone.now())
    if temuan:
        return _tampilkan(request, survei, temuan)
    return redirect("terima_kasih_survei", rahasia)


@login_not_required
@require_safe
def terima_kasih(request: HttpRequest, rahasia: str) -> HttpResponse:
    """Thanks; nothing about the answers."""
    survei = _buka(rahasia)
    return render(
        request, "web/survei/terima_kasih.html", {"polos": True, "survei": survei, "rahasia": rahasia}
    )


@login_not_required
@require_safe
def hasil(request: HttpRequest, rahasia: str) -> HttpResponse:
    """The published result of a closed survey; of a small group only that it is one."""
    survei = _buka(rahasia)
    isi_: HasilSurvei | None = None if is_terbuka(survei) else get_hasil(survei)
    konteks = {"polos": True, "survei": survei, "rahasia": rahasia, "h": isi_}
    return render(request, "web/survei/publik.html", konteks)


def _buka(rahasia: str):
    try:
        return get_survei_publik(rahasia)
    except SurveiTidakAda as galat:
        raise TidakAda(
            _("Tautan survei ini tidak dikenal. Periksa alamatnya, atau pindai lagi kode QR-nya.")
        ) from galat


def _baca_tanda(teks: str, survei: int) -> tuple[str, tuple[Temuan, ...]]:
    """The number drawn when the form was shown; it is refused when it is forged, too old or too young."""
    try:
        isi_ = signing.loads(teks, salt=GARAM, max_age=_TERLAMA)
    except signing.BadSignature:
        pesan = _("Formulir ini sudah kedaluwarsa.")
        return "", (Temuan("formulir_lama", pesan, _("Pilih jawaban Anda, lalu kirim sekali lagi.")),)
    if isi_["survei"] != survei or timezone.now().timestamp() - isi_["saat"] < _TERCEPAT:
        pesan = _("Jawaban terkirim terlalu cepat.")
        return "", (Temuan("formulir_cepat", pesan, _("Periksa jawaban Anda, lalu kirim sekali lagi.")),)
    return str(isi_["tanda"]), ()


def _baca_isian(request: HttpRequest, survei) -> dict[str, int]:
    """What was chosen; anything that is no 1–4 counts as not answered."""
    sah = {str(n): n for n in range(TERENDAH, TERTINGGI + 1)}
    dipilih = {u.kode: request.POST.get(f"jawaban-{u.kode}", "") for u in list_unsur(survei)}
    return {kode: sah[teks] for kode, teks in dipilih.items() if teks in sah}


def _tampilkan(request: HttpRequest, survei, temuan: tuple[Temuan, ...]) -> HttpResponse:
    dipilih = _baca_isian(request, survei) if request.method == "POST" else {}
    belum = any(t.kode == "belum_dijawab" for t in temuan)
    pertanyaan = [
        Pertanyaan(
            u.kode, u.nama, u.pertanyaan, str(dipilih.get(u.kode, "")), belum and u.kode not in dipilih
        )
        for u in list_unsur(survei)
    ]
    tanda = {"survei": survei.pk, "tanda": make_tanda(), "saat": int(timezone.now().timestamp())}
    konteks = {
        "polos": True,
        "survei": survei,
        "nama_satker": get_nama(survei.satker, get_akhir_tahun(survei.tahun)),
        "pertanyaan": pertanyaan,
        "pilihan": _list_pilihan(),
        "temuan": temuan,
        "formulir": signing.dumps(tanda, salt=GARAM),
        "jebakan": JEBAKAN,
    }
    return render(request, "web/survei/isi.html", konteks, status=422 if temuan else 200)


def _list_pilihan() -> list[tuple[str, str]]:
    """From worst to best, in words and in the number that is stored."""
    return [("1", _("Tidak baik")), ("2", _("Kurang baik")), ("3", _("Baik")), ("4", _("Sangat baik"))]
