"""`kinerja hitung capaian`."""

from argparse import Namespace
from dataclasses import asdict
from decimal import Decimal

from kinerja.antarmuka.cli.keluaran import DITOLAK, SALAH_PAKAI, SELESAI, galat, layar, tulis_json
from kinerja.aturan.capaian import Capaian, Polaritas, Target
from kinerja.aturan.capaian import compute_capaian as hitung_capaian
from kinerja.dasar.angka import Kebiasaan, baca_angka
from kinerja.dasar.cetak import cetak_persen
from kinerja.organisasi.queries import get_akhir_tahun


class _AngkaDitolak(ValueError):
    pass


def compute_capaian(pilihan: Namespace) -> int:
    """Compute one capaian and name its rule."""
    polaritas = Polaritas(pilihan.polaritas)
    try:
        nilai, bawah, atas, realisasi = (
            _baca(nama, getattr(pilihan, nama)) for nama in ("target", "bawah", "atas", "realisasi")
        )
    except _AngkaDitolak as masalah:
        galat.print(f"Ditolak: {masalah}", markup=False)
        return DITOLAK
    if (nilai is None) is (polaritas is not Polaritas.RENTANG) or (bawah is None) is not (atas is None):
        galat.print("Salah pakai: polaritas rentang memerlukan --bawah dan --atas, yang lain --target.")
        return SALAH_PAKAI
    hasil = hitung_capaian(
        Target(nilai, bawah, atas), realisasi, polaritas, pada=get_akhir_tahun(pilihan.tahun)
    )
    (_tulis_json if pilihan.json else _tulis)(pilihan, hasil)
    return SELESAI


def _baca(nama: str, teks: str | None) -> Decimal | None:
    if teks is None:
        return None
    bacaan = baca_angka(teks)
    if bacaan.nilai is None and len(bacaan.pilihan) == 2:
        # On the command line "5.050" stays a question; only the unambiguous is computed.
        raise _AngkaDitolak(f"--{nama}: {bacaan.masalah}")
    if bacaan.nilai is None:
        bacaan = baca_angka(teks, kebiasaan=Kebiasaan.KOMA)
    if bacaan.nilai is None:
        raise _AngkaDitolak(f"--{nama}: {bacaan.masalah or 'angka kosong'}")
    return bacaan.nilai


def _tulis(_: Namespace, hasil: Capaian) -> None:
    if hasil.nilai is None:
        layar.print(f"Capaian: {hasil.keadaan.value.replace('_', ' ')}")
    else:
        sebutan = "tercapai" if hasil.tercapai else "tidak tercapai"
        layar.print(f"Capaian: {cetak_persen(hasil.nilai)} ({sebutan})")
    layar.print(f"Rumus: {hasil.aturan.rumus}")
    layar.print(
        f"Aturan: {hasil.aturan.kode}, versi {hasil.aturan.versi}, {hasil.aturan.dasar_hukum}", markup=False
    )
    if hasil.catatan:
        layar.print(f"Catatan: {hasil.catatan}", markup=False)


def _tulis_json(pilihan: Namespace, hasil: Capaian) -> None:
    tulis_json(
        {
            "target": pilihan.target,
            "bawah": pilihan.bawah,
            "atas": pilihan.atas,
            "realisasi": pilihan.realisasi,
            "polaritas": pilihan.polaritas,
            "keadaan": hasil.keadaan.value,
            "capaian": None if hasil.nilai is None else float(hasil.nilai),
            "capaian_tercetak": None if hasil.nilai is None else cetak_persen(hasil.nilai),
            "tercapai": hasil.tercapai,
            "aturan": {k: str(v) for k, v in asdict(hasil.aturan).items()},
            "catatan": hasil.catatan,
        }
    )
