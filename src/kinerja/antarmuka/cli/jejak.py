"""`kinerja verify-jejak`."""

from argparse import Namespace

from django.utils.translation import gettext as _

from kinerja.antarmuka.cli.keluaran import DITOLAK, SELESAI, galat, layar, tulis_json
from kinerja.dokumen.sidik import PANJANG_KODE
from kinerja.jejak.queries import HasilPeriksa, verify_jejak


def verify(pilihan: Namespace) -> int:
    """Recompute the whole trail; name the first broken row of each chain."""
    hasil = verify_jejak()
    (_tulis_json if pilihan.json else _tampilkan)(hasil)
    return SELESAI if hasil.utuh else DITOLAK


def _tampilkan(hasil: HasilPeriksa) -> None:
    for satu in hasil.kerusakan:
        isi = {"rantai": satu.rantai or _("instansi"), "nomor": satu.nomor, "masalah": satu.masalah}
        galat.print(_("RUSAK rantai %(rantai)s baris %(nomor)s: %(masalah)s") % isi, style="red")
    if not hasil.jumlah:
        galat.print(_("Tidak ada satu baris jejak pun: belum dimulai, atau dihapus."), style="red")
    for rantai, (nomor, sidik) in hasil.ujung.items():
        layar.print(f"  {rantai or _('instansi'):30} {nomor:>8} {sidik[:PANJANG_KODE]}")
    if hasil.utuh:
        pesan = _(
            "Jejak utuh: %(jumlah)s baris dalam %(rantai)s rantai. Catat ujung di atas di luar komputer ini."
        )
        layar.print(pesan % {"jumlah": hasil.jumlah, "rantai": len(hasil.ujung)})


def _tulis_json(hasil: HasilPeriksa) -> None:
    tulis_json(
        {
            "utuh": hasil.utuh,
            "jumlah": hasil.jumlah,
            "ujung": {rantai: {"nomor": n, "sidik": s} for rantai, (n, s) in hasil.ujung.items()},
            "kerusakan": [
                {"rantai": k.rantai, "nomor": k.nomor, "masalah": k.masalah} for k in hasil.kerusakan
            ],
        }
    )
