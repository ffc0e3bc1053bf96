"""What a part of a plan must be before it is stored; the database refuses the rest."""

from __future__ import annotations

from django.utils.translation import gettext as _

from kinerja.perencanaan.models import (
    CaraHitung,
    Indikator,
    PilihanAgregasiSatker,
    Renstra,
    Sasaran,
    TingkatSasaran,
)
from kinerja.perencanaan.operations.catat import RencanaDitolak


def check_isi(objek: Renstra | Sasaran | Indikator) -> None:
    """Raises RencanaDitolak for what cannot be part of a plan."""
    if isinstance(objek, Renstra):
        _check_renstra(objek)
    elif isinstance(objek, Sasaran):
        _check_sasaran(objek)
    else:
        _check_indikator(objek)


def _check_renstra(renstra: Renstra) -> None:
    if not renstra.nama.strip() or not renstra.visi.strip():
        medan = "visi" if renstra.nama.strip() else "nama"
        raise RencanaDitolak(_("Nama dan visi Renstra wajib diisi."), medan)
    if renstra.tahun_akhir < renstra.tahun_awal:
        raise RencanaDitolak(_("Tahun akhir mendahului tahun awal."), "tahun_akhir")
    if Renstra.objects.filter(nama=renstra.nama).exclude(pk=renstra.pk).exists():
        raise RencanaDitolak(_("Sudah ada Renstra bernama itu."), "nama")


_URUTAN_TINGKAT = {t.value: n for n, t in enumerate(TingkatSasaran)}


def _check_sasaran(sasaran: Sasaran) -> None:
    if not sasaran.teks.strip():
        raise RencanaDitolak(_("Bunyi sasaran wajib diisi."), "teks")
    dilalui = {sasaran.pk}
    atas = sasaran.induk
    while atas is not None:
        if atas.pk in dilalui:
            raise RencanaDitolak(_("Sasaran ini akan menjadi induk dari induknya sendiri."), "induk")
        dilalui.add(atas.pk)
        atas = atas.induk
    if sasaran.induk and _URUTAN_TINGKAT[sasaran.induk.tingkat] > _URUTAN_TINGKAT[sasaran.tingkat]:
        raise RencanaDitolak(_("Induk sasaran harus setingkat atau di atasnya."), "induk")


def _check_indikator(indikator: Indikator) -> None:
    for medan in ("nama", "satuan"):
        if not getattr(indikator, medan).strip():
            raise RencanaDitolak(_("Nama dan satuan indikator wajib diisi."), medan)
    if indikator.cara_hitung == CaraHitung.NILAI and indikator.agregasi_satker == PilihanAgregasiSatker.SIGMA:
        pesan = _("Nilai langsung tidak mempunyai pembilang dan penyebut untuk dijumlahkan.")
        raise RencanaDitolak(pesan, "agregasi_satker")


def check_kode(kode: str, model: type[Sasaran] | type[Indikator]) -> str:
    """The kode without blanks around it. Raises RencanaDitolak when it is missing, odd or taken."""
    kode = kode.strip()
    if not kode or len(kode) > 30 or not all(h.isalnum() or h in ".-" for h in kode):
        raise RencanaDitolak(_("Kode hanya huruf, angka, titik, dan tanda hubung, tanpa spasi."), "kode")
    if model.objects.filter(kode=kode).exists():
        raise RencanaDitolak(_("Kode %(kode)s sudah dipakai.") % {"kode": kode}, "kode")
    return kode
