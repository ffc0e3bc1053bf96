"""`kinerja perjanjian`: the agreements of an office as PDF and Word files."""

from __future__ import annotations

import os
import tempfile
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from kinerja.antarmuka.cli.keluaran import SELESAI, layar, tolak, tulis_json
from kinerja.aturan.perjanjian import TemuanPerjanjian
from kinerja.dokumen.baca.galat import jelaskan_os
from kinerja.dokumen.pdf import PdfGagal
from kinerja.organisasi.queries import SatkerTidakDikenal, get_satker
from kinerja.pelaporan.surat.berkas import render_naskah
from kinerja.pelaporan.surat.perjanjian import compose_perjanjian
from kinerja.perencanaan.perjanjian.isi import read_isi
from kinerja.perencanaan.perjanjian.queries import RingkasanPerjanjian, check_isi, list_perjanjian

FORMAT = ("pdf", "docx")


def write_perjanjian(pilihan: Namespace) -> int:
    """Write the signed version of each agreement, or the draft where nothing is signed, and say what is wrong."""
    try:
        satker = get_satker(pilihan.satker)
        semua = [r for r in list_perjanjian(satker, pilihan.tahun) if pilihan.kode in ("", r.perjanjian.kode)]
        if not semua:
            pesan = _("Tidak ada Perjanjian Kinerja %(kode)s untuk %(satker)s tahun %(tahun)s.")
            isi = {"kode": pilihan.kode, "satker": satker.kunci, "tahun": pilihan.tahun}
            return tolak(" ".join((pesan % isi).split()), json=pilihan.json)
        hasil = [_tulis(r, pilihan) for r in semua]
    except (SatkerTidakDikenal, PdfGagal) as masalah:
        return tolak(str(masalah), json=pilihan.json)
    except OSError as masalah:
        pesan = _("%(folder)s tidak dapat ditulis: %(sebab)s.")
        return tolak(pesan % {"folder": pilihan.out, "sebab": jelaskan_os(masalah)}, json=pilihan.json)
    if pilihan.json:
        tulis_json({"perjanjian": hasil})
    else:
        _tampilkan(hasil)
    return SELESAI


def _tulis(ringkasan: RingkasanPerjanjian, pilihan: Namespace) -> dict[str, object]:
    versi = ringkasan.berlaku or ringkasan.terbaru
    isi = read_isi(ringkasan.perjanjian, versi)
    kode = versi.kode if versi else ""
    verifikasi = f"{settings.ALAMAT}/sahkan/?kode={kode}" if kode else ""
    naskah = compose_perjanjian(isi, kode, verifikasi=verifikasi)
    berkas = {
        satu: pilihan.out / f"Perjanjian-Kinerja-{isi.tahun}-{isi.kode}.{satu}" for satu in pilihan.format
    }
    for satu, tujuan in berkas.items():
        _simpan(tujuan, render_naskah(naskah, satu))
    return {
        "kode": isi.kode,
        "pihak_pertama": isi.pertama.jabatan,
        "pihak_kedua": isi.kedua.jabatan if isi.kedua else "",
        "tanggal": isi.tanggal.isoformat() if isi.tanggal else None,
        "sasaran": len(isi.sasaran),
        "indikator": len(isi.indikator),
        "anggaran": isi.jumlah,
        "status": versi.status if versi else "belum diproses",
        "berkas": {satu: str(tujuan) for satu, tujuan in berkas.items()},
        "temuan": [_ke_json(t) for t in check_isi(isi)],
    }


def _ke_json(satu: TemuanPerjanjian) -> dict[str, str]:
    temuan = satu.temuan
    return {
        "tingkat": satu.tingkat.value,
        "kode": temuan.kode,
        "pesan": temuan.pesan,
        "cara": temuan.cara,
        "dasar_hukum": satu.aturan.dasar_hukum,
    }


def _simpan(tujuan: Path, isi: bytes) -> None:
    """A file is replaced only when its successor is complete."""
    tujuan.parent.mkdir(parents=True, exist_ok=True)
    pegangan, sementara = tempfile.mkstemp(dir=tujuan.parent, prefix=f".{tujuan.name}.")
    with os.fdopen(pegangan, "wb") as aliran:
        aliran.write(isi)
    Path(sementara).chmod(0o644)
    Path(sementara).replace(tujuan)


def _tampilkan(hasil: Iterable[dict[str, object]]) -> None:
    for satu in hasil:
        layar.print(
            f"{satu['kode']}  {satu['pihak_pertama']} – {satu['pihak_kedua'] or '–'}  ({satu['status']})"
        )
        for tujuan in satu["berkas"].values():  # type: ignore[attr-defined]
            layar.print(f"  {tujuan}")
        for temuan in satu["temuan"]:  # type: ignore[attr-defined]
            layar.print(f"  {temuan['tingkat']}: {temuan['pesan']} {temuan['cara']}")
