"""The pages: parse the address, ask one query, render. All of them only read."""

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.antarmuka.web.bahasa import BAHASA_LAPORAN, dalam_bahasa_laporan, is_tersedia, pasang_bahasa
from kinerja.antarmuka.web.jawaban import JENIS_ISI
from kinerja.antarmuka.web.kepala import (
    Kepala,
    TidakAda,
    buka_kantor,
    buka_kepala,
    list_kantor_baru,
    list_kantor_untuk,
)
from kinerja.antarmuka.web.pengaturan.instansi import is_pengelola, list_instansi_untuk, read_tahun
from kinerja.antarmuka.web.sajian.aturan import KEPASTIAN, sajikan_aturan
from kinerja.antarmuka.web.sajian.daftar import (
    STATUS,
    Saringan,
    sajikan_daftar,
    sebut_berkas_csv,
    tulis_csv,
)
from kinerja.antarmuka.web.sajian.dasbor import sajikan_dasbor
from kinerja.antarmuka.web.sajian.indikator import sajikan_indikator
from kinerja.antarmuka.web.sajian.kelengkapan import periksa_kelengkapan
from kinerja.antarmuka.web.unduhan import compose_laporan, sebut_berkas, siapkan_berkas
from kinerja.dokumen.html import render_isi_html
from kinerja.pelaporan.operations.final import FORMAT
from kinerja.pelaporan.pengesahan import open_berkas_beku
from kinerja.pelaporan.queries import DataLaporan, get_data_laporan
from kinerja.pengukuran.queries import RINGKAS, Permintaan
from kinerja.perencanaan.queries import list_kantor


@login_not_required
@require_safe
def sehat(_request: HttpRequest) -> HttpResponse:
    """For the watchdog: "sehat" when the database answers."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT 1")
    return HttpResponse("sehat\n", content_type="text/plain; charset=utf-8")


@require_safe
def beranda(request: HttpRequest) -> HttpResponse:
    """Every office and year; a single office opens at once."""
    kantor = list_kantor_untuk(request)
    baru = list_kantor_baru(request, kantor)
    if len(kantor) == 1 and not baru and "semua" not in request.GET:
        return redirect("dasbor", kantor[0].satker.kunci, kantor[0].tahun[0])
    ada_kantor = bool(kantor or baru or list_kantor())
    return render(request, "web/beranda.html", {"kantor": kantor, "baru": baru, "ada_kantor": ada_kantor})


@require_safe
def kantor(request: HttpRequest, satker: str) -> HttpResponse:
    """An office without a year opens at its newest; one that promised nothing yet at its plan."""
    semua = list_kantor_untuk(request)
    for satu in list_kantor_baru(request, semua):
        if satker in {satu.satker.kunci, satu.satker.kode}:
            return redirect("rencana", satu.satker.kunci, satu.tahun[0])
    dipilih = buka_kantor(satker, semua)
    return redirect("dasbor", dipilih.satker.kunci, dipilih.tahun[0])


@require_safe
def dasbor(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Where an office stands in a year."""
    kepala = buka_kepala(request, satker, tahun)
    isi = sajikan_dasbor(kepala, request.GET.get("unit", ""), request.GET.get("sasaran", ""))
    return render(request, "web/dasbor.html", {"kepala": kepala, "tab": "dasbor", "d": isi})


@require_safe
def daftar_indikator(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """All indicators as a table."""
    kepala = buka_kepala(request, satker, tahun)
    isi = sajikan_daftar(kepala, Saringan.dari(request.GET.dict()))
    konteks = {"kepala": kepala, "tab": "indikator", "d": isi, "daftar_status": STATUS}
    return render(request, "web/daftar.html", konteks)


@require_safe
def unduh_csv(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """The rows of the table, filtered as it is, for a spreadsheet."""
    kepala = buka_kepala(request, satker, tahun)
    isi = sajikan_daftar(kepala, Saringan.dari(request.GET.dict()))
    jawaban = HttpResponse(tulis_csv(isi.hasil), content_type="text/csv; charset=utf-8")
    jawaban["Content-Disposition"] = f'attachment; filename="{sebut_berkas_csv(kepala)}"'
    return jawaban


@require_safe
def indikator(request: HttpRequest, satker: str, tahun: int, kode: str) -> HttpResponse:
    """One indikator with everything behind it."""
    kepala = buka_kepala(request, satker, tahun)
    isi = sajikan_indikator(_baca(kepala, Permintaan(lengkap=frozenset({kode}))), kode)
    if isi is None:
        raise TidakAda(
            _("Indikator %(kode)s tidak diperjanjikan pada tahun %(tahun)s.")
            % {"kode": kode, "tahun": tahun},
            (reverse("daftar_indikator", args=[kepala.kunci, tahun]), _("Lihat semua indikator tahun ini")),
        )
    bertarget = tuple(t.tahun for t in isi.riwayat if t.target)
    konteks = {"kepala": kepala.batasi_tahun(bertarget), "tab": "indikator", "d": isi}
    return render(request, "web/indikator.html", konteks)


@require_safe
def kelengkapan(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """What is missing and who must fill it."""
    kepala = buka_kepala(request, satker, tahun)
    isi = periksa_kelengkapan(_baca(kepala, RINGKAS))
    jenis = request.GET.get("jenis", "")
    konteks = {"kepala": kepala, "tab": "kelengkapan", "d": isi, "jenis": jenis}
    konteks["tempat"] = isi.per_tempat(jenis)
    return render(request, "web/kelengkapan.html", konteks)


@require_safe
def laporan(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """The report to read in the browser."""
    kepala = buka_kepala(request, satker, tahun)
    konteks = {"kepala": kepala, "tab": "laporan", "isi": _rangkai_laporan(kepala)}
    return render(request, "web/laporan.html", konteks)


@require_safe
def unduh(request: HttpRequest, satker: str, tahun: int, format: str) -> FileResponse:
    """The report as a file."""
    kepala = buka_kepala(request, satker, tahun)
    if format not in FORMAT:
        raise TidakAda(
            _("Laporan tidak tersedia dalam format “%(format)s”.") % {"format": format},
            (reverse("laporan", args=[kepala.kunci, tahun]), _("Baca laporan")),
        )
    if (beku := open_berkas_beku(kepala.kantor.satker, tahun, format, timezone.now())) is not None:
        # Signed: whoever asks gets those very bytes.
        return FileResponse(
            beku, as_attachment=True, filename=sebut_berkas(kepala, format), content_type=JENIS_ISI[format],
            headers={"Content-Language": BAHASA_LAPORAN},
        )  # fmt: skip
    berkas = siapkan_berkas(kepala, format)
    return FileResponse(
        berkas.open("rb"),
        as_attachment=True,
        filename=sebut_berkas(kepala, format),
        content_type=JENIS_ISI[format],
        headers={"ETag": f'"{berkas.parent.name}-{format}"', "Content-Language": BAHASA_LAPORAN},
    )


@require_safe
def aturan(request: HttpRequest) -> HttpResponse:
    """The rules in force, with article and certainty, and what the reader's instansi chose for a year."""
    tahun = read_tahun(request)
    semua = list_instansi_untuk(request, tahun)
    diminta = request.GET.get("instansi", "")
    instansi = next((i for i in semua if i.satker.kunci == diminta), semua[0] if semua else None)
    konteks = {
        "d": sajikan_aturan(instansi.satker.pk if instansi else None, tahun),
        "kepastian": KEPASTIAN,
        "tab": "aturan",
        "tahun": tahun,
        "semua_instansi": semua,
        "instansi": instansi,
        "boleh": instansi is not None and is_pengelola(request.user, instansi, tahun),
    }
    return render(request, "web/aturan.html", konteks)


@login_not_required
@require_safe
def ganti_bahasa(request: HttpRequest, bahasa: str) -> HttpResponse:
    """Change the language of the pages and go back to where the reader was."""
    if not is_tersedia(bahasa):
        raise TidakAda(_("Halaman tidak tersedia dalam bahasa “%(bahasa)s”.") % {"bahasa": bahasa})
    return pasang_bahasa(request, bahasa, request.GET.get("kembali", ""))


@dalam_bahasa_laporan
def _rangkai_laporan(kepala: Kepala) -> SafeString:
    return mark_safe(render_isi_html(compose_laporan(kepala)))


def _baca(kepala: Kepala, permintaan: Permintaan) -> DataLaporan:
    return get_data_laporan(kepala.kantor.satker, kepala.tahun, kepala.batasi(permintaan))
