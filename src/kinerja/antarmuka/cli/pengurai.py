"""The words of the command line."""

import argparse
import datetime
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from kinerja.antarmuka.cli.bahasa import BAWAAN, get_bahasa
from kinerja.antarmuka.cli.bahasa import gettext as _
from kinerja.antarmuka.cli.telaah import add_pengurai as add_pengurai_telaah
from kinerja.aturan.capaian import Polaritas

FORMAT = ("pdf", "docx", "html")
HOST = "127.0.0.1"
PERAN = ("operator", "verifikator", "penyusun", "pimpinan", "apip", "perencana", "admin")
"""As `akses.izin` has them, which cannot be read before Django is set up; a test compares both."""
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
    satu = _tambah(perintah, "ekspor", _("tulis semua data yang tersimpan sebagai buku kerja resmi (.xlsx)"))
    _tambah_tujuan(satu, "kinerja-data.xlsx")
    satu.set_defaults(jalankan=_nanti("data", "export_buku"))
    _tambah_contoh(perintah)
    _tambah_lkjip(perintah)
    _tambah_perjanjian(perintah)
    _tambah_hitung(perintah)
    _tambah_skor(perintah)
    _tambah_telaah(perintah)
    _tambah_serve(perintah)
    _tambah_akun(perintah)
    _tambah_pengingat(perintah)
    satu = _tambah(perintah, "verify-jejak", _("periksa bahwa jejak tidak diubah"))
    _tambah_json(satu)
    satu.set_defaults(jalankan=_nanti("jejak", "verify"))
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
    satu.add_argument(
        "--akun-peraga", action="store_true", help=_("buat juga akun peraga dan tampilkan kata sandinya")
    )
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


def _tambah_perjanjian(perintah: Any) -> None:
    satu = _tambah(perintah, "perjanjian", _("tulis Perjanjian Kinerja dan periksa syaratnya"))
    satu.add_argument(
        "--satker", required=True, metavar=_("KODE"), help=_("kunci satker (kanwil-sumsel) atau kode satker")
    )
    satu.add_argument(
        "--tahun", type=_baca_tahun, required=True, metavar=_("TAHUN"), help=_("tahun perjanjian")
    )
    satu.add_argument("--kode", default="", metavar=_("KODE"), help=_("satu perjanjian saja, misalnya PK-01"))
    satu.add_argument(
        "--format",
        type=_baca_format_naskah,
        default=FORMAT[:2],
        metavar="FORMAT",
        help=_("pdf,docx (bawaan: keduanya)"),
    )
    satu.add_argument(
        "--out", type=Path, default=Path("hasil"), metavar=_("DIR"), help=_("folder tujuan (bawaan hasil)")
    )
    _tambah_json(satu)
    satu.set_defaults(jalankan=_nanti("perjanjian", "write_perjanjian"))


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
    satu.add_argument(
        "--pengaturan",
        action="append",
        default=[],
        metavar=_("KODE=NILAI"),
        help=_("pilihan instansi, misalnya target_nol=tidak_terhitung; boleh berulang"),
    )
    _tambah_json(satu)
    satu.set_defaults(jalankan=_nanti("hitung", "compute_capaian"))


def _tambah_skor(perintah: Any) -> None:
    skor = _tambah(perintah, "skor", _("hitung dan uraikan nilai dari tabel CSV atau XLSX"))
    apa = skor.add_subparsers(title=_("yang dihitung"), required=True, metavar=_("APA"), dest="apa")
    guna = {
        "smart": _("nilai SMART, sejak TA 2024 nilai kinerja perencanaan anggaran"),
        "ikpa": _("nilai IKPA dari nilai setiap indikatornya"),
        "nka": _("nilai kinerja anggaran dari nilai SMART dan IKPA"),
        "skm": _("IKM dan mutu dari nilai unsur atau jawaban responden"),
    }
    for nama, arti in guna.items():
        satu = _tambah(apa, nama, arti)
        satu.add_argument("berkas", type=Path, metavar=_("BERKAS"), help=_("tabel .csv atau .xlsx"))
        satu.add_argument(
            "--tahun", type=_baca_tahun, required=True, metavar=_("TAHUN"), help=_("tahun anggaran")
        )
        _tambah_json(satu)
        satu.set_defaults(jalankan=_nanti("skor", "compute_skor"))


def _tambah_telaah(perintah: Any) -> None:
    satu = _tambah(perintah, "telaah", _("periksa laporan kinerja siapa pun dan tunjukkan yang keliru"))
    add_pengurai_telaah(satu)
    _tambah_json(satu)


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


def _tambah_pengingat(perintah: Any) -> None:
    satu = _tambah(perintah, "pengingat", _("kirim pengingat tenggat dan kunci lagi yang habis masa bukanya"))
    satu.add_argument(
        "--pada",
        type=_baca_saat,
        metavar=_("SAAT"),
        help=_("hari atau saat, misalnya 2024-02-08 atau 2024-02-08T07:00 (bawaan sekarang)"),
    )
    satu.add_argument(
        "--whatsapp",
        metavar=_("KODE"),
        help=_("tulis saja pesan grup untuk kantor ini, tanpa mengirim surel"),
    )
    _tambah_json(satu)
    satu.set_defaults(jalankan=_nanti("alur", "remind"))


def _baca_saat(teks: str) -> datetime.datetime:
    """A day is its morning; an office reads its reminders at seven."""
    try:
        if len(teks) == len("2024-02-08"):
            return datetime.datetime.combine(datetime.date.fromisoformat(teks), datetime.time(7))
        return datetime.datetime.fromisoformat(teks)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("%(teks)r bukan tanggal; tulis seperti 2024-02-08") % {"teks": teks}
        ) from None


_AKUN = ("admin", "list", "buat", "tautan", "peran", "akhiri", "aktif", "nonaktif", "lepas-pengaman")


def _tambah_akun(perintah: Any) -> None:
    akun = _tambah(perintah, "akun", _("atur akun dan peran"))
    apa = akun.add_subparsers(title=_("tindakan"), required=True, metavar=_("APA"), dest="apa")
    guna = {
        "admin": _("buat admin pertama bila belum ada"),
        "list": _("tampilkan semua akun"),
        "buat": _("buat akun dan tautan masuknya"),
        "tautan": _("buat tautan sekali pakai untuk membuat kata sandi"),
        "peran": _("beri peran"),
        "akhiri": _("akhiri peran"),
        "aktif": _("aktifkan akun"),
        "nonaktif": _("nonaktifkan akun"),
        "lepas-pengaman": _("lepas pengaman kedua karena perangkatnya hilang"),
    }
    anak = {nama: _tambah(apa, nama, guna[nama]) for nama in _AKUN}
    for nama, satu in anak.items():
        if nama not in {"admin", "list"}:
            satu.add_argument("akun", metavar=_("NAMA"), help=_("nama akun"))
        if nama in {"akhiri", "aktif", "nonaktif", "lepas-pengaman"}:
            satu.add_argument("--alasan", required=True, metavar=_("TEKS"), help=_("mengapa"))
        satu.set_defaults(jalankan=_nanti("akun", "run"))
    _tambah_json(anak["list"])
    for nama, arti in (("nama", _("nama orang")), ("jabatan", _("jabatan")), ("surel", _("alamat surel"))):
        anak["buat"].add_argument(f"--{nama}", default="", metavar=_("TEKS"), help=arti)
    _tambah_lingkup(anak["peran"], anak["akhiri"])


def _tambah_lingkup(peran: argparse.ArgumentParser, akhiri: argparse.ArgumentParser) -> None:
    for satu in (peran, akhiri):
        satu.add_argument("--peran", required=True, choices=PERAN, help=_("peran"))
        satu.add_argument("--satker", metavar=_("KUNCI"), help=_("akar lingkup; tanpa ini: seluruh instansi"))
    peran.add_argument("--unit-kerja", metavar=_("KUNCI"), help=_("hanya divisi atau bagian ini"))
    peran.add_argument("--unit", metavar=_("KODE"), help=_("hanya satker unit Eselon I ini"))
    peran.add_argument("--tahun", type=_baca_tahun, metavar=_("TAHUN"), help=_("hanya data tahun ini"))
    peran.add_argument(
        "--sampai", type=_baca_tanggal, metavar=_("TANGGAL"), help=_("hari terakhir, misalnya 2026-12-31")
    )


def _baca_tanggal(teks: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(teks)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("%(teks)s bukan tanggal; tulis seperti 2026-12-31") % {"teks": repr(teks)}
        ) from None


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


def _baca_format(teks: str, dikenal: Sequence[str] = FORMAT) -> tuple[str, ...]:
    dipilih = tuple(dict.fromkeys(f.strip().lower() for f in teks.split(",") if f.strip()))
    if not dipilih or set(dipilih) - set(dikenal):
        pesan = _("format %(teks)r tidak dikenal; pilih dari %(format)s")
        raise argparse.ArgumentTypeError(pesan % {"teks": teks, "format": ", ".join(dikenal)})
    return dipilih


def _baca_format_naskah(teks: str) -> tuple[str, ...]:
    """A Perjanjian Kinerja is a paper: no HTML."""
    return _baca_format(teks, FORMAT[:2])


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
