"""The words of the command line, in Indonesian."""

import argparse
import datetime
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from kinerja.aturan.capaian import Polaritas

FORMAT = ("pdf", "docx", "html")
_TERJEMAH = (
    ("the following arguments are required:", "argumen ini wajib diisi:"),
    ("expected one argument", "memerlukan satu nilai"),
    ("unrecognized arguments:", "argumen tidak dikenal:"),
    ("invalid choice:", "pilihan tidak dikenal:"),
    ("choose from", "pilih dari"),
    ("argument ", "argumen "),
)


class _Pengurai(argparse.ArgumentParser):
    """An ArgumentParser that complains in Indonesian."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, add_help=False, **kwargs)
        self._optionals.title = "pilihan"
        self._positionals.title = "argumen"
        self.add_argument("-h", "--help", "--bantuan", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        for inggris, indonesia in _TERJEMAH:
            message = message.replace(inggris, indonesia)
        self.exit(2, f"{self.format_usage()}Salah pakai: {message}\n")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "pemakaian:", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "pemakaian:", 1)


def buat_pengurai() -> argparse.ArgumentParser:
    """The parser; `jalankan` of its result is the function to call."""
    pengurai = _Pengurai(prog="kinerja", description="Akuntabilitas kinerja instansi pemerintah (SAKIP).")
    perintah = pengurai.add_subparsers(title="perintah", required=True, metavar="PERINTAH", dest="perintah")
    satu = perintah.add_parser("migrate", help="siapkan atau mutakhirkan basis data")
    satu.set_defaults(jalankan=_nanti("basis_data", "migrate"))
    _tambah_data(perintah)
    _tambah_lkjip(perintah)
    _tambah_hitung(perintah)
    satu = perintah.add_parser("serve", help="jalankan halaman web")
    satu.add_argument("--host", default="127.0.0.1", help="alamat (bawaan 127.0.0.1)")
    satu.add_argument("--port", type=int, default=8000, help="nomor port (bawaan 8000)")
    satu.add_argument("--proses", type=int, default=1, help="banyaknya proses (bawaan 1)")
    satu.set_defaults(jalankan=_nanti("layani", "serve"))
    return pengurai


def _tambah_data(perintah: Any) -> None:
    satu = perintah.add_parser("templat", help="tulis buku kerja resmi (.xlsx)")
    satu.add_argument("--out", type=Path, default=Path("kinerja-templat.xlsx"), help="berkas tujuan")
    satu.add_argument("--isi", type=Path, metavar="FOLDER", help="isi dengan data CSV/YAML dari folder ini")
    _tambah_pemilik(satu)
    satu.set_defaults(jalankan=_nanti("data", "write_templat"))
    satu = perintah.add_parser("import", help="periksa dan simpan buku kerja; semua atau tidak sama sekali")
    satu.add_argument("berkas", type=Path, metavar="BERKAS")
    satu.add_argument("--dry-run", action="store_true", help="periksa saja, jangan simpan")
    satu.add_argument("--json", action="store_true", help="hasil sebagai JSON")
    satu.set_defaults(jalankan=_nanti("data", "import_berkas"))
    satu = perintah.add_parser("contoh", help="muat kantor contoh")
    satu.add_argument("folder", type=Path, nargs="?", default=Path("contoh/sumsel-2023"), metavar="FOLDER")
    satu.add_argument(
        "--out", type=Path, default=Path("hasil/kinerja-contoh.xlsx"), help="buku kerja yang ditulis"
    )
    _tambah_pemilik(satu)
    satu.set_defaults(jalankan=_nanti("data", "load_contoh"))


def _tambah_pemilik(satu: argparse.ArgumentParser) -> None:
    satu.add_argument("--satker", default="kanwil-sumsel", help="pemilik narasi dan tabel pada folder")
    satu.add_argument("--tahun", type=int, default=2023, help="tahun narasi dan tabel pada folder")


def _tambah_lkjip(perintah: Any) -> None:
    satu = perintah.add_parser("lkjip", help="susun Laporan Kinerja (LKjIP)")
    satu.add_argument("--satker", required=True, help="kunci satker (kanwil-sumsel) atau kode satker")
    satu.add_argument("--tahun", type=int, required=True)
    satu.add_argument("--format", type=_baca_format, default=FORMAT, help="pdf,docx,html (bawaan: semuanya)")
    satu.add_argument("--out", type=Path, default=Path("hasil"), metavar="DIR", help="folder tujuan")
    satu.add_argument("--json", action="store_true", help="hasil sebagai JSON")
    satu.set_defaults(jalankan=_nanti("laporan", "make_lkjip"))


def _tambah_hitung(perintah: Any) -> None:
    hitung = perintah.add_parser("hitung", help="hitung menurut aturan")
    apa = hitung.add_subparsers(title="yang dihitung", required=True, metavar="APA", dest="apa")
    satu = apa.add_parser("capaian", help="capaian dari target dan realisasi")
    satu.add_argument("--target", help="satu angka, misalnya 5 atau 97,4")
    satu.add_argument("--bawah", help="batas bawah untuk polaritas rentang")
    satu.add_argument("--atas", help="batas atas untuk polaritas rentang")
    satu.add_argument("--realisasi", required=True)
    satu.add_argument("--polaritas", choices=[p.value for p in Polaritas], default=Polaritas.NAIK.value)
    satu.add_argument("--tahun", type=int, default=datetime.date.today().year, help="tahun aturan")  # noqa: DTZ011
    satu.add_argument("--json", action="store_true", help="hasil sebagai JSON")
    satu.set_defaults(jalankan=_nanti("hitung", "compute_capaian"))


def _baca_format(teks: str) -> tuple[str, ...]:
    dipilih = tuple(dict.fromkeys(f.strip().lower() for f in teks.split(",") if f.strip()))
    if not dipilih or set(dipilih) - set(FORMAT):
        raise argparse.ArgumentTypeError(f"format {teks!r} tidak dikenal; pilih dari {', '.join(FORMAT)}")
    return dipilih


def _nanti(modul: str, fungsi: str) -> Callable[[argparse.Namespace], int]:
    """The command, imported only when it runs: models need a configured Django."""

    def jalankan(pilihan: argparse.Namespace) -> int:
        return int(getattr(import_module(f"kinerja.antarmuka.cli.{modul}"), fungsi)(pilihan))

    return jalankan
