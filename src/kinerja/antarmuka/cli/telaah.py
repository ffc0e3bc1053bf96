"""`kinerja telaah`: 0 nothing at or above the asked grade, 1 findings, 2 cannot be read. Needs no Django."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from kinerja.antarmuka.cli.bahasa import gettext as _
from kinerja.antarmuka.cli.keluaran import (
    SALAH_PAKAI,
    SELESAI,
    galat,
    layar,
    tampilkan_kemajuan,
    tulis_json,
)

ADA_TEMUAN = 1
TIDAK_TERBACA = SALAH_PAKAI
TINGKAT = ("fatal", "besar", "kecil")
# Extension -> module and function (all results, file to write).
KELUAR: dict[str, tuple[str, str]] = {
    "json": ("kinerja.telaah.keluar", "write_json"),
    "sarif": ("kinerja.telaah.keluar", "write_sarif"),
    "xlsx": ("kinerja.telaah.keluaran.buku", "write_xlsx"),
    "docx": ("kinerja.telaah.keluaran.surat", "write_docx"),
    "html": ("kinerja.telaah.keluaran.surat", "write_html"),
}
SALINAN = "salinan"
"""Not one file about all, but a marked copy of each."""
# On stdout; every other form is a file, as with --keluar.
_LAYAR = {"json": "to_json", "sarif": "to_sarif"}
_TEMPAT_DITAMPILKAN = 6
_WARNA = {"fatal": "bold red", "besar": "yellow", "kecil": "cyan"}


def add_pengurai(satu: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    satu.add_argument(
        "berkas", type=Path, nargs="+", metavar=_("BERKAS"), help=_("PDF, DOCX, XLSX, HTML, atau teks")
    )
    satu.add_argument(
        "--tahun-lalu",
        "--pembanding",
        type=Path,
        metavar=_("BERKAS"),
        help=_("laporan tahun lalu sebagai pembanding"),
    )
    satu.add_argument(
        "--gagal-pada",
        choices=TINGKAT,
        default="kecil",
        help=_("tingkat terendah yang membuat kode keluar 1"),
    )
    satu.add_argument(
        "--format",
        choices=("teks", *KELUAR),
        default="teks",
        help=_("bentuk hasil: teks, json, dan sarif ke layar; yang lain menjadi berkas"),
    )
    satu.add_argument(
        "--keluar",
        type=_baca_keluar,
        default=(),
        metavar=_("FORMAT"),
        help=_(
            "tulis juga berkas: json,sarif,xlsx,docx,html; salinan: PDF/DOCX yang setiap temuannya ditandai"
        ),
    )
    satu.add_argument(
        "--out", type=Path, default=Path("hasil"), metavar="DIR", help=_("folder tujuan --keluar")
    )
    satu.set_defaults(jalankan=run, tanpa_django=True)


def _baca_keluar(teks: str) -> tuple[str, ...]:
    dipilih = tuple(dict.fromkeys(satu.strip().lower() for satu in teks.split(",") if satu.strip()))
    boleh = (*KELUAR, SALINAN)
    if not dipilih or set(dipilih).difference(boleh):
        pesan = _("format %(format)s tidak dikenal; pilih dari %(pilihan)s")
        raise argparse.ArgumentTypeError(pesan % {"format": repr(teks), "pilihan": ", ".join(boleh)})
    return dipilih


def run(pilihan: argparse.Namespace) -> int:
    """Check every file; one that cannot be read does not keep the others from being checked."""
    from kinerja.telaah.jalan import telaah_berkas  # noqa: PLC0415 the help must not load the readers

    semua = []
    for berkas in pilihan.berkas:
        with tampilkan_kemajuan(berkas.name, diam=pilihan.json) as lapor:
            semua.append(telaah_berkas(berkas, pilihan.tahun_lalu, lapor=_sebut_tahap(lapor)))
    bentuk = "json" if pilihan.json else pilihan.format
    if bentuk in _LAYAR:
        tulis_json(getattr(import_module("kinerja.telaah.keluar"), _LAYAR[bentuk])(semua))
    else:
        for satu in semua:
            _tampilkan(satu, ringkas=bentuk != "teks")
    _tulis_berkas(semua, pilihan)
    return _kode_keluar(semua, pilihan.gagal_pada)


def _sebut_tahap(lapor: Callable[[str, int, int], None]) -> Callable[[str, int, int], None]:
    sebutan = {
        "baca": _("membaca"),
        "baca_lalu": _("membaca tahun lalu"),
        "fakta": _("mengenali fakta"),
        "periksa": _("memeriksa"),
    }
    return lambda tahap, selesai, semua: lapor(sebutan[tahap], selesai, semua)


def _kode_keluar(semua: Sequence[Any], gagal_pada: str) -> int:
    if any(satu.hasil is None for satu in semua):
        return TIDAK_TERBACA
    cukup = set(TINGKAT[: TINGKAT.index(gagal_pada) + 1])
    ada = any(temuan.tingkat.value in cukup for satu in semua for temuan in satu.hasil.temuan)
    return ADA_TEMUAN if ada else SELESAI


def _tampilkan(satu: Any, *, ringkas: bool) -> None:
    for kendala in satu.kendala:
        galat.print(f"{satu.berkas}: {kendala.pesan}", style="red" if kendala.fatal else "yellow")
    if satu.hasil is None:
        return
    for temuan in () if ringkas else satu.hasil.temuan:
        _tampilkan_temuan(temuan)
    pesan = _(
        "%(berkas)s: %(temuan)s temuan dari %(fakta)s fakta dan %(pemeriksaan)s pemeriksaan, %(detik)s detik."
    )
    layar.print(
        pesan
        % {
            "berkas": satu.berkas,
            "temuan": len(satu.hasil.temuan),
            "fakta": satu.hasil.fakta,
            "pemeriksaan": satu.hasil.pemeriksaan,
            "detik": f"{satu.detik:.1f}".replace(".", ","),
        }
    )


def _tampilkan_temuan(temuan: Any) -> None:
    from kinerja.telaah.keluar import sebut_tempat  # noqa: PLC0415

    kepala = f"{temuan.tingkat.value} {temuan.kode} ({temuan.kepastian.value})"
    layar.print(kepala, style=_WARNA[temuan.tingkat.value])
    layar.print(f"  {temuan.uraian}")
    for satu in temuan.tempat[:_TEMPAT_DITAMPILKAN]:
        layar.print(f"  - {sebut_tempat(satu)}")
    if len(temuan.tempat) > _TEMPAT_DITAMPILKAN:
        layar.print("  " + _("… dan %(n)s tempat lain") % {"n": len(temuan.tempat) - _TEMPAT_DITAMPILKAN})
    layar.print(f"  {temuan.saran} [{temuan.dasar_hukum}]")


def _tulis_berkas(semua: Sequence[Any], pilihan: argparse.Namespace) -> None:
    berkas = () if pilihan.format in ("teks", *_LAYAR) else (pilihan.format,)
    for format_ in dict.fromkeys((*pilihan.keluar, *berkas)):
        pilihan.out.mkdir(parents=True, exist_ok=True)
        if format_ == SALINAN:
            _tulis_salinan(semua, pilihan.out)
            continue
        modul, fungsi = KELUAR[format_]
        tulis: Callable[[Sequence[Any], Path], None] = getattr(import_module(modul), fungsi)
        tujuan = pilihan.out / f"telaah-{pilihan.berkas[0].stem}.{format_}"
        tulis(semua, tujuan)
        galat.print(_("Ditulis: %(berkas)s") % {"berkas": tujuan})


def _tulis_salinan(semua: Sequence[Any], folder: Path) -> None:
    from kinerja.telaah.salinan import write_salinan  # noqa: PLC0415

    for satu in (satu for satu in semua if satu.hasil is not None):
        tujuan = folder / f"{satu.berkas.stem}-bertanda{satu.berkas.suffix.lower()}"
        kendala = write_salinan(satu, tujuan)
        if kendala is None:
            galat.print(_("Ditulis: %(berkas)s") % {"berkas": tujuan})
        else:
            galat.print(f"{satu.berkas}: {kendala.pesan}", style="yellow")
