"""The reviu for APIP: 23 criteria with the machine's evidence, recommendations, signature, two documents."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.akses.izin import Izin
from kinerja.akses.pemisahan import OrangSama
from kinerja.akses.queries import get_hari, list_satker_terjangkau
from kinerja.antarmuka.web.jawaban import jawab_dokumen
from kinerja.antarmuka.web.kepala import Kepala, TidakAda, buka_kepala
from kinerja.antarmuka.web.telaah.bukti import compute_bukti_laporan, get_bukti_laporan
from kinerja.aturan.reviu import Isian, Jawaban, check_isian, compute_rekap, list_kriteria
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.telaah.operations.reviu import (
    DataRekomendasi,
    DataReviu,
    ReviuDitolak,
    add_rekomendasi,
    answer_kriteria,
    judge_tindak_lanjut,
    open_reviu,
    remove_rekomendasi,
    report_tindak_lanjut,
    sign_reviu,
    update_reviu,
)
from kinerja.telaah.queries import (
    get_isi,
    get_rekomendasi,
    get_reviu_untuk,
    is_utuh,
    list_rekomendasi,
    list_reviu,
)
from kinerja.telaah.reviu.isi import IsiReviu, print_kode
from kinerja.telaah.reviu.naskah import compose_catatan, compose_pernyataan

DOKUMEN = {"catatan-hasil-reviu": compose_catatan, "pernyataan-telah-direviu": compose_pernyataan}
_TANGGAL = {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class PenugasanForm(forms.Form):
    """Team and dates."""

    surat_tugas = forms.CharField(label=gettext_lazy("Nomor surat tugas"), max_length=120)
    tanggal_surat_tugas = forms.DateField(label=gettext_lazy("Tanggal surat tugas"), **_TANGGAL)
    mulai = forms.DateField(label=gettext_lazy("Mulai"), **_TANGGAL)
    selesai = forms.DateField(label=gettext_lazy("Selesai"), **_TANGGAL)
    ketua = forms.CharField(
        label=gettext_lazy("Ketua tim (jabatan)"),
        max_length=200,
        help_text=gettext_lazy("Jabatan, bukan nama."),
    )
    anggota = forms.CharField(
        label=gettext_lazy("Anggota (jabatan)"),
        required=False,
        help_text=gettext_lazy("Satu jabatan tiap baris."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    tempat = forms.CharField(label=gettext_lazy("Tempat penandatanganan"), max_length=100)
    penandatangan = forms.CharField(label=gettext_lazy("Penanda tangan (jabatan)"), max_length=200)
    catatan = forms.CharField(
        label=gettext_lazy("Catatan pereviu"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


class RekomendasiForm(forms.Form):
    """What is recommended, to whom, by when."""

    uraian = forms.CharField(label=gettext_lazy("Rekomendasi"), widget=forms.Textarea(attrs={"rows": 3}))
    penanggung_jawab = forms.CharField(label=gettext_lazy("Penanggung jawab (jabatan)"), max_length=200)
    tenggat = forms.DateField(label=gettext_lazy("Tenggat"), **_TANGGAL)


def _is_boleh(request: HttpRequest, kepala: Kepala, izin: Izin) -> bool:
    hari = get_hari(timezone.now())
    return kepala.kantor.satker.pk in list_satker_terjangkau(
        request.user, izin, tahun=kepala.tahun, pada=hari
    )


def _buka(request: HttpRequest, satker: str, tahun: int, ke: int) -> tuple[Kepala, Any]:
    kepala = buka_kepala(request, satker, tahun)
    reviu = get_reviu_untuk(request.user, kepala.kantor.satker, tahun, ke, timezone.now())
    if reviu is None:
        raise TidakAda(_("Reviu itu tidak ada."))
    return kepala, reviu


def _baca_isi(kepala: Kepala, reviu: Any, *, segar: bool = False) -> IsiReviu:
    """What the reviu states now, with its evidence (`segar`: computed at this moment); what was signed, once it is."""
    if reviu.ditandatangani:
        return get_isi(reviu, {})
    dasar = compute_bukti_laporan(kepala) if segar else get_bukti_laporan(kepala)
    hari = get_hari(timezone.now())
    return get_isi(reviu, dasar.bukti, data_umum=dasar.umum, kode_laporan=dasar.kode, tanggal=hari)


@require_http_methods(["GET", "HEAD", "POST"])
def daftar(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Every reviu of the report; POST opens one."""
    kepala = buka_kepala(request, satker, tahun)
    formulir = PenugasanForm(request.POST or None)
    if request.method == "POST" and formulir.is_valid():
        data = DataReviu(**formulir.cleaned_data)
        try:
            reviu = open_reviu(
                satker=kepala.kantor.satker, tahun=tahun, data=data, oleh=request.user, pada=timezone.now()
            )
        except ReviuDitolak as masalah:
            formulir.add_error(None, list(masalah.alasan))
        else:
            return redirect("satu_reviu", kepala.kunci, tahun, reviu.ke)
    semua = list_reviu(kepala.kantor.satker, tahun)
    konteks = {
        "kepala": kepala,
        "tab": "reviu",
        "semua": semua,
        "form": formulir,
        "boleh": _is_boleh(request, kepala, Izin.REVIU) and all(r.ditandatangani for r in semua),
    }
    return render(request, "web/reviu/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def satu(request: HttpRequest, satker: str, tahun: int, ke: int) -> HttpResponse:
    """The criteria; POST stores answers and notes."""
    kepala, reviu = _buka(request, satker, tahun, ke)
    if request.method == "POST":
        kriteria = list_kriteria(get_akhir_tahun(tahun))
        isian = {k.kode: _baca_isian(request, k.kode) for k in kriteria}
        try:
            banyak = answer_kriteria(reviu=reviu, isian=isian, oleh=request.user, pada=timezone.now())
        except ReviuDitolak as masalah:
            messages.error(request, str(masalah))
        else:
            messages.success(request, _("%(n)s butir disimpan.") % {"n": banyak})
        return redirect("satu_reviu", kepala.kunci, tahun, ke)
    return _tampilkan(request, kepala, reviu)


def _baca_isian(request: HttpRequest, kode: str) -> Isian:
    jawaban = request.POST.get(f"jawaban-{kode}", "")
    dikenal = Jawaban(jawaban) if jawaban in set(Jawaban) else None
    return Isian(dikenal, request.POST.get(f"catatan-{kode}", "").replace("\r\n", "\n").strip())


def _tampilkan(request: HttpRequest, kepala: Kepala, reviu: Any, **lain: Any) -> HttpResponse:
    isi = _baca_isi(kepala, reviu)
    data = {n: getattr(reviu, n) for n in PenugasanForm.base_fields}
    konteks = {
        "kepala": kepala,
        "tab": "reviu",
        "reviu": reviu,
        "isi": isi,
        "kelompok": [(r, [b for b in isi.butir if b.kelompok == r.kelompok]) for r in _rekap(isi)],
        "kurang": () if reviu.ditandatangani else check_isian(isi.kriteria, isi.isian),
        "rekomendasi": list_rekomendasi(reviu, timezone.now()),
        "pilihan": [
            (Jawaban.YA, _("Ya")),
            (Jawaban.TIDAK, _("Tidak")),
            (Jawaban.TIDAK_BERLAKU, _("Tidak berlaku")),
        ],
        "penugasan": PenugasanForm(initial=data, prefix=None),
        "form_rekomendasi": RekomendasiForm(prefix="r"),
        "kode": print_kode(reviu.sidik),
        "utuh": is_utuh(reviu),
        "dokumen": list(DOKUMEN),
        "boleh": _is_boleh(request, kepala, Izin.REVIU),
        "boleh_lapor": _is_boleh(request, kepala, Izin.SUSUN),
    }
    return render(request, "web/reviu/satu.html", konteks | lain)


def _rekap(isi: IsiReviu) -> tuple[Any, ...]:
    return compute_rekap(isi.kriteria, isi.isian)


@require_POST
def penugasan(request: HttpRequest, satker: str, tahun: int, ke: int) -> HttpResponse:
    """Change team, dates and the general note."""
    kepala, reviu = _buka(request, satker, tahun, ke)
    formulir = PenugasanForm(request.POST)
    if formulir.is_valid():
        try:
            data = DataReviu(**formulir.cleaned_data)
            update_reviu(reviu=reviu, data=data, oleh=request.user, pada=timezone.now())
        except ReviuDitolak as masalah:
            formulir.add_error(None, list(masalah.alasan))
        else:
            messages.success(request, _("Perubahan disimpan."))
            return redirect("satu_reviu", kepala.kunci, tahun, ke)
    return _tampilkan(request, kepala, reviu, penugasan=formulir)


@require_POST
def rekomendasi(request: HttpRequest, satker: str, tahun: int, ke: int) -> HttpResponse:
    """Add a recommendation."""
    kepala, reviu = _buka(request, satker, tahun, ke)
    formulir = RekomendasiForm(request.POST, prefix="r")
    if formulir.is_valid():
        try:
            data = DataRekomendasi(**formulir.cleaned_data)
            add_rekomendasi(reviu=reviu, data=data, oleh=request.user, pada=timezone.now())
        except ReviuDitolak as masalah:
            formulir.add_error(None, list(masalah.alasan))
        else:
            messages.success(request, _("Rekomendasi ditambahkan."))
            return redirect("satu_reviu", kepala.kunci, tahun, ke)
    return _tampilkan(request, kepala, reviu, form_rekomendasi=formulir)


@require_POST
def tindak_lanjut(request: HttpRequest, satker: str, tahun: int, ke: int, nomor: int) -> HttpResponse:
    """Remove a recommendation that is not signed; report or judge its follow-up once it is."""
    kepala, reviu = _buka(request, satker, tahun, ke)
    dipilih = get_rekomendasi(reviu, nomor)
    if dipilih is None:
        raise TidakAda(_("Rekomendasi itu tidak ada."))
    keadaan, siapa = request.POST.get("keadaan", ""), {"oleh": request.user, "pada": timezone.now()}
    uraian = request.POST.get("uraian", "")
    try:
        if keadaan == "hapus":
            remove_rekomendasi(rekomendasi=dipilih, **siapa)
        elif keadaan == "dilaporkan":
            report_tindak_lanjut(rekomendasi=dipilih, uraian=uraian, **siapa)
        else:
            _nilai(dipilih, keadaan, uraian, siapa)
    except (ReviuDitolak, OrangSama) as masalah:
        messages.error(request, str(masalah))
    else:
        messages.success(request, _("Perubahan disimpan."))
    return redirect("satu_reviu", kepala.kunci, tahun, ke)


def _nilai(dipilih: Any, keadaan: str, uraian: str, siapa: dict[str, Any]) -> None:
    from kinerja.telaah.operations.reviu import KeadaanTindakLanjut  # noqa: PLC0415

    if keadaan not in KeadaanTindakLanjut.values:
        raise ReviuDitolak(_("Pilih penilaian tindak lanjut."))
    judge_tindak_lanjut(rekomendasi=dipilih, keadaan=KeadaanTindakLanjut(keadaan), uraian=uraian, **siapa)


@require_POST
def tanda_tangan(request: HttpRequest, satker: str, tahun: int, ke: int) -> HttpResponse:
    """Freeze the reviu."""
    kepala, reviu = _buka(request, satker, tahun, ke)
    try:
        sign_reviu(
            reviu=reviu, isi=_baca_isi(kepala, reviu, segar=True), oleh=request.user, pada=timezone.now()
        )
    except ReviuDitolak as masalah:
        for alasan in masalah.alasan[:5]:
            messages.error(request, alasan)
    else:
        messages.success(request, _("Reviu ditandatangani. Isinya tidak dapat diubah lagi."))
    return redirect("satu_reviu", kepala.kunci, tahun, ke)


@require_safe
def unduh(request: HttpRequest, satker: str, tahun: int, ke: int, dokumen: str, format: str) -> HttpResponse:
    """One of the two documents as PDF or DOCX."""
    kepala, reviu = _buka(request, satker, tahun, ke)
    if dokumen not in DOKUMEN:
        raise TidakAda(_("Dokumen itu tidak tersedia."))
    naskah = DOKUMEN[dokumen](_baca_isi(kepala, reviu), print_kode(reviu.sidik))
    return jawab_dokumen(naskah, format, f"{dokumen}-{tahun}-{kepala.kunci}")
