"""`kinerja pengingat`, and the list of target kinerja of an example office."""

from argparse import Namespace
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _

from kinerja.akses.pelaku import Sistem
from kinerja.alur.operations import send_pengingat
from kinerja.alur.pengingat import compose_whatsapp
from kinerja.antarmuka.cli.keluaran import DITOLAK, SELESAI, layar, tolak, tulis_json
from kinerja.organisasi.queries import SatkerTidakDikenal, get_akhir_tahun, get_satker, list_bawahan
from kinerja.pelaporan.operations.revisi import close_revisi
from kinerja.pengukuran.operations.peralihan import close_pembukaan
from kinerja.pengukuran.operations.target_kinerja import import_target_kinerja
from kinerja.pengukuran.tugas import list_tunggakan


def remind(pilihan: Namespace) -> int:
    """Lock what was open too long and send the digests of the day; or write the message for the group."""
    pada = pilihan.pada or timezone.now()
    if timezone.is_naive(pada):
        pada = timezone.make_aware(pada)
    if pilihan.whatsapp:
        return _write_pesan(pilihan.whatsapp, pada)
    ditutup = close_pembukaan(pada=pada)
    dibekukan = close_revisi(pada=pada)
    hasil = send_pengingat(oleh=Sistem(), pada=pada)
    if pilihan.json:
        tulis_json(asdict(hasil) | {"dikunci_lagi": len(ditutup), "dibekukan_lagi": dibekukan})
    else:
        kalimat = _("Pengingat: %(dikirim)d dikirim, %(sudah)d sudah dikirim sebelumnya, %(gagal)d gagal.")
        layar.print(kalimat % asdict(hasil))
        if ditutup:
            layar.print(_("Dikunci lagi: %(jumlah)d lembar.") % {"jumlah": len(ditutup)})
    return DITOLAK if hasil.gagal else SELESAI


def _write_pesan(sebutan: str, pada: datetime) -> int:
    try:
        kantor = get_satker(sebutan)
    except SatkerTidakDikenal as masalah:
        return tolak(str(masalah))
    tunggakan = []
    for tahun in (pada.year - 1, pada.year):
        satker = [r.satker_id for r in list_bawahan(kantor, get_akhir_tahun(tahun))]
        tunggakan += list_tunggakan(satker, tahun, pada)
    layar.print(compose_whatsapp(_("Pengukuran kinerja"), tunggakan, pada), markup=False, highlight=False)
    return SELESAI


def load_target_kinerja(berkas: Path, sebutan: str, tahun: int) -> None:
    """Take in the target kinerja of an example office. Raises BerkasTargetCacat."""
    import_target_kinerja(
        berkas=berkas, kantor=get_satker(sebutan), tahun=tahun, oleh=Sistem(), pada=timezone.now()
    )
