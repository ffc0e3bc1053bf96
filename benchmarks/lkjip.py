"""The LKjIP from the database to its files, at 60, 300 and 1,000 indicators."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from benchmarks.bagian import kinerja, main, muat, wadah_data
from benchmarks.tabel import KEPALA_WAKTU, Tabel, angka, bar, cpu, mib, waktu
from benchmarks.ukur import PYTHON, Jalan, Ukuran, gabung, jalankan, python, ulangi

SATKER, TAHUN = "kanwil-sumsel", "2023"
BATAS_DETIK, BATAS_MIB = 3.0, 600.0
_KEPALA_UTUH = ("CPU s", "ms per page", "MiB program", "MiB typst", "MiB at once", "bar s", "bar MiB")
LANGKAH = ("read", "compose", "pdf", "docx", "html")
FORMAT = ("pdf", "docx", "html")
SEMUA = ",".join(FORMAT)
TYPST = "kinerja.dokumen.typst.proses"


# Repetitions and the formats run by themselves; of the largest office the others are timed as steps only.
RENCANA = {60: (5, (*FORMAT, SEMUA)), 300: (2, FORMAT), 1000: (1, ("pdf",))}
RENCANA_CEPAT = {60: (2, FORMAT)}


@dataclass(frozen=True, slots=True)
class Kantor:
    """What was measured of one office."""

    indikator: int
    halaman: int
    utuh: dict[str, list[Jalan]]
    puncak: dict[str, float]
    langkah: list[dict[str, float]]
    typst: Ukuran


def ukur_lkjip(cepat: bool) -> list[Tabel]:
    """Time, pages and memory of the LKjIP by number of indicators."""
    rencana = RENCANA_CEPAT if cepat else RENCANA
    semua = [_ukur_kantor(banyak, kali, format_) for banyak, (kali, format_) in rencana.items()]
    return [_susun_utuh(semua), _susun_langkah(semua)]


def _ukur_kantor(banyak: int, kali: int, format_: tuple[str, ...]) -> Kantor:
    with wadah_data() as (folder, lingkungan):
        buku = folder / "kantor.xlsx"
        python("kantor", buku, str(banyak), **lingkungan)
        muat(buku, lingkungan)
        perintah = ("lkjip", "--satker", SATKER, "--tahun", TAHUN, "--out", folder, "--json", "--format")
        utuh = {f: [python("perintah", *perintah, f, **lingkungan) for _ in range(kali)] for f in format_}
        puncak = {f: python("puncak", *perintah, f, **lingkungan).baca_json() for f in format_}
        tahap = [python("tahap", SATKER, TAHUN, folder, **lingkungan).baca_json() for _ in range(kali)]
        return Kantor(
            indikator=tahap[0]["indikator"],
            halaman=tahap[0]["halaman"],
            utuh=utuh,
            puncak=puncak,
            langkah=[t["langkah"] for t in tahap],
            typst=ulangi(kali, [PYTHON, "-m", TYPST], masukan=folder / "tugas.json"),
        )


def _susun_utuh(semua: list[Kantor]) -> Tabel:
    baris = [b for k in semua for b in _baris_utuh(k)]
    return Tabel(
        "Whole command, database to file",
        ("indicators, format", "pages", *KEPALA_WAKTU, *_KEPALA_UTUH),
        tuple(baris),
        "One `kinerja lkjip --format …` per run, start of Python included. DOCX is laid out as the PDF is, but for "
        "what no page number hangs on, because its lists carry those numbers; a second typst process paints its "
        "charts. `MiB program` and `MiB typst` are the peaks of the program and of the largest process it started, "
        "`MiB at once` the most that all of them held at one moment, of a run that was not timed.",
    )


def _baris_utuh(k: Kantor) -> list[tuple[str, ...]]:
    baris = [_baris_format(k, format_, semua) for format_, semua in k.utuh.items()]
    bare = (cpu(k.typst), _per_halaman(k.typst, k), "–", mib(k.typst.mib), "–", "–", "–")
    return [*baris, (f"{k.indikator}, typst on ready JSON", str(k.halaman), *waktu(k.typst), *bare)]


def _baris_format(k: Kantor, format_: str, semua: list[Jalan]) -> tuple[str, ...]:
    utuh, puncak = gabung(semua), [j.baca_json() for j in semua]
    program = max(p["program"] for p in puncak)
    typst = max(p["pekerja"] for p in puncak) if format_ != "html" else 0.0
    berbatas = k.indikator == 60 and format_ in ("pdf", "docx")
    return (
        f"{k.indikator}, {format_.upper()}",
        str(k.halaman),
        *waktu(utuh),
        cpu(utuh),
        _per_halaman(utuh, k),
        mib(program),
        mib(typst),
        mib(k.puncak[format_]),
        bar(utuh.median, BATAS_DETIK) if berbatas else "–",
        bar(k.puncak[format_], BATAS_MIB) if berbatas else "–",
    )


def _per_halaman(ukuran: Ukuran, k: Kantor) -> str:
    return f"{ukuran.median / k.halaman * 1000:.1f}"


def _susun_langkah(semua: list[Kantor]) -> Tabel:
    return Tabel(
        "Where the time goes (one process, median seconds of each step)",
        ("indicators", *LANGKAH),
        tuple(
            (str(k.indikator), *(angka(Ukuran(tuple(j[n] for j in k.langkah)).median) for n in LANGKAH))
            for k in semua
        ),
        "One after another; the command itself writes the Word file while typst is at work. `read` is everything "
        "from the database with all computing, `compose` the document tree, `docx` with the charts as PNG by a "
        "second typst process.",
    )


def siapkan_berkas(folder: Path, lingkungan: dict[str, str]) -> None:
    """The sample office's report as laporan.{pdf,docx,html} and tugas.json in `folder`."""
    jalankan(kinerja("migrate"), **lingkungan)
    jalankan(kinerja("contoh", "--out", folder / "contoh.xlsx"), **lingkungan)
    python("tahap", SATKER, TAHUN, folder, **lingkungan)


if __name__ == "__main__":
    main(ukur_lkjip)
