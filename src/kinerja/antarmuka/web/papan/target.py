"""Target kinerja: the list of an office by division; one target with its months, evidence, assessments."""

from collections.abc import Sequence
from decimal import Decimal

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kinerja.akses.queries import AksesDitolak, get_hari
from kinerja.antarmuka.web.kepala import Kepala, TidakAda, buka_kepala
from kinerja.antarmuka.web.pengukuran import read_versi
from kinerja.antarmuka.web.sajian.berkas_papan import jawab_berkas
from kinerja.antarmuka.web.sajian.target_kinerja import (
    DaftarTarget,
    sajikan_daftar_target,
    sajikan_target,
    susun_berkas_target,
)
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.angka import baca_angka
from kinerja.dasar.periode import Bulan
from kinerja.pengukuran.berkas import Unggahan
from kinerja.pengukuran.operations.data_dukung import add_bukti_target, withdraw_data_dukung
from kinerja.pengukuran.operations.target_kinerja import save_bulan_target, save_penilaian, verify_penilaian
from kinerja.pengukuran.target_kinerja import (
    KemajuanDivisi,
    RincianTarget,
    TargetTidakAda,
    get_rincian_target,
    list_kemajuan,
)


@require_safe
def daftar(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """The target kinerja of an office by division, with the progress of each."""
    kepala = buka_kepala(request, satker, tahun)
    isi, _kemajuan = _baca_daftar(request, kepala)
    return render(request, "web/papan/daftar_target.html", {"kepala": kepala, "tab": "target", "d": isi})


@require_safe
def unduh_daftar(request: HttpRequest, satker: str, tahun: int, format: str) -> HttpResponse:
    """The same as a file."""
    kepala = buka_kepala(request, satker, tahun)
    return jawab_berkas(susun_berkas_target(kepala, *_baca_daftar(request, kepala)), format)


def _baca_daftar(request: HttpRequest, kepala: Kepala) -> tuple[DaftarTarget, list[KemajuanDivisi]]:
    kini, satker = timezone.now(), kepala.kantor.satker
    kemajuan = list_kemajuan(satker.pk, kepala.tahun, kini, unit_kerja=kepala.unit_kerja)
    lewat = sum(Bulan(kepala.tahun, n).akhir <= get_hari(kini) for n in range(1, 13))
    return sajikan_daftar_target(kemajuan, request.GET.get("divisi", ""), lewat), kemajuan


@require_safe
def target_kinerja(request: HttpRequest, target: int) -> HttpResponse:
    """One target with everything that is known of it."""
    return _tampilkan(request, _buka(request, target))


@require_POST
def isi_bulan(request: HttpRequest, target: int, bulan: int) -> HttpResponse:
    """Tell what was done in one month."""
    _buka(request, target)
    _batasi(bulan, 12)
    _bulanan, temuan = save_bulan_target(
        target_id=target,
        bulan=bulan,
        uraian=request.POST.get("uraian", "")[:5000],
        versi=read_versi(request.POST.get("versi", "0")),
        oleh=request.user,
        pada=timezone.now(),
    )
    return _jawab(request, target, temuan, (_("Uraian tersimpan."), f"bulan-{bulan}"))


@require_POST
def tambah_bukti(request: HttpRequest, target: int, bulan: int) -> HttpResponse:
    """Upload evidence of one month; several files at once."""
    _buka(request, target)
    _batasi(bulan, 12)
    berkas = request.FILES.getlist("berkas")
    ditolak: list[Temuan] = []
    for satu in berkas:
        _bukti, temuan = add_bukti_target(
            target_id=target,
            bulan=bulan,
            unggahan=Unggahan(satu.name or "", satu.file),
            oleh=request.user,
            pada=timezone.now(),
        )
        ditolak += [Temuan(t.kode, f"{satu.name}: {t.pesan}", t.cara) for t in temuan]
    if not berkas:
        ditolak.append(Temuan("berkas_kosong", _("Pilih berkasnya dahulu."), ""))
    return _jawab(request, target, ditolak, (_("Berkas tersimpan."), f"bulan-{bulan}"))


@require_POST
def cabut_bukti(request: HttpRequest, target: int, pk: int) -> HttpResponse:
    """Withdraw a file of this target, with a reason."""
    rincian = _buka(request, target)
    nomor = next((b.bulan.nomor for b in rincian.bulan if pk in {f.pk for f in b.bukti}), None)
    if nomor is None:
        raise TidakAda(_("Berkas itu tidak ada pada target kinerja ini."))
    temuan = withdraw_data_dukung(
        data_dukung_id=pk,
        alasan=request.POST.get("alasan", "")[:500],
        oleh=request.user,
        pada=timezone.now(),
    )
    return _jawab(
        request, target, temuan, (_("Berkas dicabut; tetap terdaftar sebagai dicabut."), f"bulan-{nomor}")
    )


@require_POST
def nilai(request: HttpRequest, target: int, triwulan: int) -> HttpResponse:
    """The division's own assessment of a quarter."""
    _buka(request, target)
    _batasi(triwulan, 4)
    angka, temuan = _baca_nilai(request)
    if angka is not None:
        _penilaian, temuan = save_penilaian(
            target_id=target, triwulan=triwulan, nilai=angka, oleh=request.user, pada=timezone.now()
        )
    return _jawab(request, target, temuan, (_("Penilaian tersimpan."), f"triwulan-{triwulan}"))


@require_POST
def verifikasi(request: HttpRequest, target: int, triwulan: int) -> HttpResponse:
    """Another person's assessment of the same quarter."""
    _buka(request, target)
    _batasi(triwulan, 4)
    angka, temuan = _baca_nilai(request)
    if angka is not None:
        _penilaian, temuan = verify_penilaian(
            target_id=target,
            triwulan=triwulan,
            nilai=angka,
            alasan=request.POST.get("alasan", "")[:500],
            oleh=request.user,
            pada=timezone.now(),
        )
    return _jawab(request, target, temuan, (_("Verifikasi tersimpan."), f"triwulan-{triwulan}"))


def _buka(request: HttpRequest, target: int) -> RincianTarget:
    try:
        return get_rincian_target(request.user, target, timezone.now())
    except TargetTidakAda as galat:
        raise TidakAda(_("Target kinerja itu tidak dikenal.")) from galat


def _batasi(nomor: int, banyak: int) -> None:
    """A month or quarter that no year has is an address that does not exist."""
    if not 1 <= nomor <= banyak:
        raise TidakAda(_("Halaman ini tidak ada."))


def _baca_nilai(request: HttpRequest) -> tuple[Decimal | None, tuple[Temuan, ...]]:
    bacaan = baca_angka(request.POST.get("nilai", "")[:40])
    if bacaan.nilai is not None:
        return bacaan.nilai, ()
    pesan = bacaan.masalah or _("Nilai belum diisi.")
    return None, (Temuan("nilai", pesan, _("Tuliskan persentase dari 0 sampai 100.")),)


def _jawab(
    request: HttpRequest, target: int, temuan: Sequence[Temuan], berhasil: tuple[str, str]
) -> HttpResponse:
    """Back to the place where it was done; what stood against it is shown at once, with what was typed."""
    if tanpa_izin := next((t for t in temuan if t.kode == "bukan_wewenang"), None):
        raise AksesDitolak(tanpa_izin.pesan, asing=False)
    pesan, tempat = berhasil
    if not temuan:
        messages.success(request, pesan)
        return redirect(reverse("target_kinerja", args=[target]) + f"#{tempat}")
    return _tampilkan(request, _buka(request, target), temuan, tempat)


def _tampilkan(
    request: HttpRequest, rincian: RincianTarget, temuan: Sequence[Temuan] = (), tempat: str = ""
) -> HttpResponse:
    konteks = {
        "d": sajikan_target(rincian, request.user.pk),
        "target": rincian.target,
        "kunci": rincian.target.unit_kerja.satker.kunci,
        "temuan": temuan,
        "tempat": tempat,
        "ketikan": request.POST if temuan else {},
        "bentrok": int(tempat.removeprefix("bulan-")) if any(t.kode == "bentrok" for t in temuan) else 0,
        "tab": "target",
    }
    return render(request, "web/papan/target.html", konteks, status=422 if temuan else 200)
