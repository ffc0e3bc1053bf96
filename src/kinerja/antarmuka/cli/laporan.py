"""`kinerja lkjip`."""

from argparse import Namespace

from kinerja.antarmuka.cli.keluaran import SELESAI, layar, tampilkan_kemajuan, tolak, tulis_json
from kinerja.dokumen.pdf import PdfGagal
from kinerja.organisasi.queries import SatkerTidakDikenal, get_satker
from kinerja.pelaporan.operations import HasilLaporan
from kinerja.pelaporan.operations import make_lkjip as buat_lkjip
from kinerja.pelaporan.queries import TidakAdaKinerja


def make_lkjip(pilihan: Namespace) -> int:
    """Compose the report and write its files."""
    try:
        satker = get_satker(pilihan.satker)
        with tampilkan_kemajuan("LKjIP", diam=pilihan.json) as lapor:
            hasil = buat_lkjip(
                satker=satker, tahun=pilihan.tahun, format=pilihan.format, folder=pilihan.out, lapor=lapor
            )
    except (SatkerTidakDikenal, TidakAdaKinerja, PdfGagal) as masalah:
        return tolak(str(masalah))
    except OSError as masalah:
        return tolak(f"{pilihan.out} tidak dapat ditulis: {masalah.strerror}.")
    (_tulis_json if pilihan.json else _tampilkan)(hasil)
    return SELESAI


def _tampilkan(hasil: HasilLaporan) -> None:
    for format_, berkas in hasil.berkas.items():
        layar.print(f"{format_.upper():5} {berkas} ({berkas.stat().st_size / 2**20:.1f} MB)", markup=False)
    if hasil.jumlah_halaman:
        layar.print(f"Halaman PDF: {hasil.jumlah_halaman}; kode dokumen: {hasil.kode}")
    if hasil.celah:
        layar.print(f"Belum diisi: {len(hasil.celah)} bagian (lihat lampiran Kelengkapan):")
        for celah in hasil.celah[:10]:
            layar.print(f"  {celah.tempat}: {celah.apa} — {celah.oleh}", markup=False)


def _tulis_json(hasil: HasilLaporan) -> None:
    tulis_json(
        {
            "berkas": {format_: str(berkas) for format_, berkas in hasil.berkas.items()},
            "kode": hasil.kode,
            "halaman": hasil.jumlah_halaman,
            "belum_diisi": [{"tempat": c.tempat, "apa": c.apa, "oleh": c.oleh} for c in hasil.celah],
        }
    )
