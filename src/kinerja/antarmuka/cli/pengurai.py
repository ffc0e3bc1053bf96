"""The words of the command line."""

import argparse
import datetime
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from kinerja.antarmuka.cli.bahasa import BAWAAN, get_bahasa
from kinerja.antarmuka.cli.bahasa import gettext as _
from kinerja.aturan.capaian import Polaritas

FORMAT = ("pdf", "docx", "html")
HOST = "127.0.0.1"
_TERJEMAH = (
    ("the following arguments are required:", "argumen ini wajib diisi:"),
    ("expected one argument", "memerlukan satu nilai"),
    ("expected at most one argument", "memerlukan paling banyak satu nilai"),
    ("unrecognized arguments:", "argumen tidak dikenal:"),
    ("ignored explicit argument", "tidak memerlukan nilai"),
    ("invalid choice:", "pilihan tidak dikenal:"),
    ("choose from", "pilih dari"),
    ("argument ", "argumen "),
)


class _Pengurai(argparse.ArgumentParser):
    """An ArgumentParser that complains in the language of the user and takes no shortened options."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, add_help=False, allow_abbrev=False, **kwargs)
        self._optionals.title = _("pilihan")
        self._positionals.title = _("argumen")
        self.add_argument("-h", "--help", "--bantuan", action="help", help=_("tampilkan bantuan ini"))

    def error(self, message: str) -> NoReturn:
        # argparse itself speaks English.
        for inggris, indonesia in _TERJEMAH if get_bahasa() == BAWAAN else ():
            message = message.replace(inggris, indonesia)
        self.exit(2, self.format_usage() + _("Salah pakai: %(pesan)s") % {"pesan": message} + "\n")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", _("pemakaian:"), 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", _("pemakaian:"), 1)


def buat_pengurai() -> argparse.ArgumentParser:
    """The parser; `jalankan` of its result is the function to call."""
    pengurai = _Pengurai(prog="kinerja", description=_("Akuntabilitas kinerja instansi pemerintah (SAKIP)."))
    perintah = pengurai.add_subparsers(
        title=_("perintah"), required=True, metavar=_("PERINTAH"), dest="perintah"
    )
    satu = _tambah(perintah, "migrate", _("siapkan atau mutakhirkan basis data"))
    satu.set_defaults(jalankan=_nanti("basis_data", "migrate"))
    _tambah_templat(perintah)
    _tambah_import(perintah)
    _tambah_contoh(perintah)
    _tambah_lkjip(perintah)
    _tambah_hitung(perintah)
    _tambah_serve(perintah)
    return pengurai


def _tambah(perintah: Any, nama: str, guna: str) -> argparse.ArgumentParser:
    satu: argparse.ArgumentParser = perintah.add_parser(
        nama, help=guna, description=f"{guna[:1].upper()}{guna[1:]}."
    )
    return satu


def _tambah_templat(perintah: Any) -> None:
    satu = _tambah(perintah, "templat", _("tulis buku kerja resmi (.xlsx)"))
    _tambah_tujuan(satu, "kinerja-templat.xlsx")
    satu.add_argument(
        "--isi", type=Path, metavar=_("FOLDER"), help=_("isi dengan data CSV/YAML dari folder ini")
    )
    _tambah_pemilik(satu)
    satu.set_defaults(jalankan=_nanti("data", "write_templat"))


def _tambah_import(perintah: Any) -> None:
    satu = _tambah(perintah, "import", _("periksa dan simpan buku kerja; semua atau tidak sama sekali"))
    satu.add_argument("berkas", type=Path, metavar=_("BERKAS"), help=_("buku kerja .xlsx"))
    satu.add_argument("--dry-run", action="store_true", help=_("periksa saja, jangan simpan"))
    _tambah_json(satu)
    satu.set_defaults(jalankan=_nanti("data", "import_berkas"))


def _tambah_contoh(perintah: Any) -> None:
    satu = _tambah(perintah, "contoh", _("muat kantor contoh"))
    satu.add_argument(
        "folder",
        type=Path,
        nargs="?",
        default=Path("contoh/sumsel-2023"),
        metavar=_("FOLDER"),
        help=_("folder CSV/YAML (bawaan contoh/sumsel-2023)"),
    )
    _tambah_tujuan(satu, "hasil/kinerja-contoh.xlsx")
    _tambah_pemilik(satu)
    satu.set_defaults(jalankan=_nanti("data", "load_contoh"))


def _tambah_lkjip(perintah: Any) -> None:
    satu = _tambah(perintah, "lkjip", _("susun Laporan Kinerja (LKjIP)"))
    satu.add_argument(
        "--satker", required=True, metavar=_("KODE"), help=_("kunci satker (kanwil-sumsel) atau kode satker")
    )
    satu.add_argument("--tahun", type=_baca_tahun, required=True, metavar=_("TAHUN"), help=_("tahun laporan"))
    satu.add_argument(
        "--format",
        type=_baca_format,
        default=FORMAT,
        metavar="FORMAT",
        help=_("pdf,docx,html (bawaan: semuanya)"),
    )
    satu.add_argument(
        "--out", type=Path, default=Path("hasil"), metavar=_("DIR"), help=_("folder tujuan (bawaan hasil)")
    )
    satu.add_argument(
        "--timpa", action="store_true", help=_("ganti juga laporan kantor lain yang ada di folder tujuan")
    )
    _tambah_json(satu)
    satu.set_defaults(jalankan=_nanti("laporan", "make_lkjip"))


def _tambah_hitung(perintah: Any) -> None:
    hitung = _tambah(perintah, "hitung", _("hitung menurut aturan"))
    apa = hitung.add_subparsers(title=_("yang dihitung"), required=True, metavar=_("APA"), dest="apa")
    satu = _tambah(apa, "capaian", _("capaian dari target dan realisasi"))
    satu.add_argument("--target", metavar=_("ANGKA"), help=_("satu angka, misalnya 5 atau 97,4"))
    satu.add_argument("--bawah", metavar=_("ANGKA"), help=_("batas bawah untuk polaritas rentang"))
    satu.add_argument("--atas", metavar=_("ANGKA"), help=_("batas atas untuk polaritas rentang"))
    satu.add_argument("--realisasi", required=True, metavar=_("ANGKA"), help=_("misalnya 4,8 atau -18,12"))
    satu.add_argument(
        "--polaritas",
        choices=[p.value for p in Polaritas],
        default=Polaritas.NAIK.value,
        help=_("arah yang baik (bawaan naik)"),
    )
    tahun_ini = datetime.date.today().year  # noqa: DTZ011 the year on the wall
    satu.add_argument(
        "--tahun",
        type=_baca_tahun,
        default=tahun_ini,
        metavar=_("TAHUN"),
        help=_("tahun aturan (bawaan tahun ini)"),
    )
    _tambah_json(satu)
    satu.set_defaults(jalankan=_nanti("hitung", "compute_capaian"))


def _tambah_serve(perintah: Any) -> None:
    satu = _tambah(perintah, "serve", _("jalankan halaman web"))
    satu.add_argument("--host", default=HOST, metavar=_("ALAMAT"), help=_("alamat (bawaan 127.0.0.1)"))
    satu.add_argument(
        "--port",
        type=_baca_bilangan(1, 65535),
        default=8000,
        metavar="PORT",
        help=_("nomor port (bawaan 8000)"),
    )
    satu.add_argument(
        "--proses", type=_baca_bilangan(1, 64), default=1, metavar="N", help=_("banyaknya proses (bawaan 1)")
    )
    satu.set_defaults(jalankan=_nanti("layani", "serve"))


def _tambah_tujuan(satu: argparse.ArgumentParser, bawaan: str) -> None:
    satu.add_argument(
        "--out",
        type=Path,
        default=Path(bawaan),
        metavar=_("BERKAS"),
        help=_("buku kerja yang ditulis (bawaan %(bawaan)s)") % {"bawaan": bawaan},
    )


def _tambah_pemilik(satu: argparse.ArgumentParser) -> None:
    satu.add_argument(
        "--satker",
        default="kanwil-sumsel",
        metavar=_("KUNCI"),
        help=_("pemilik narasi dan tabel pada folder"),
    )
    satu.add_argument(
        "--tahun",
        type=_baca_tahun,
        default=2023,
        metavar=_("TAHUN"),
        help=_("tahun narasi dan tabel pada folder"),
    )


def _tambah_json(satu: argparse.ArgumentParser) -> None:
    satu.add_argument("--json", action="store_true", help=_("hasil sebagai JSON"))


def _baca_format(teks: str) -> tuple[str, ...]:
    dipilih = tuple(dict.fromkeys(f.strip().lower() for f in teks.split(",") if f.strip()))
    if not dipilih or set(dipilih) - set(FORMAT):
        pesan = _("format %(teks)r tidak dikenal; pilih dari %(format)s")
        raise argparse.ArgumentTypeError(pesan % {"teks": teks, "format": ", ".join(FORMAT)})
    return dipilih


def _baca_bilangan(paling_kecil: int, paling_besar: int) -> Callable[[str], int]:
    def baca(teks: str) -> int:
        if not (teks.isascii() and teks.isdigit() and paling_kecil <= int(teks) <= paling_besar):
            pesan = _("%(teks)r bukan bilangan antara %(kecil)s dan %(besar)s")
            raise argparse.ArgumentTypeError(
                pesan % {"teks": teks, "kecil": paling_kecil, "besar": paling_besar}
            )
        return int(teks)

    return baca


_baca_tahun = _baca_bilangan(2000, 2099)


def _nanti(modul: str, fungsi: str) -> Callable[[argparse.Namespace], int]:
    """The command, imported only when it runs: models need a configured Django."""

    def jalankan(pilihan: argparse.Namespace) -> int:
        return int(getattr(import_module(f"kinerja.antarmuka.cli.{modul}"), fungsi)(pilihan))

    return jalankan
