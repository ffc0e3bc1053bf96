"""Tables of results, as Markdown, and the report they are kept in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.ukur import Ukuran

KEPALA_WAKTU = ("min s", "median s", "max s")


@dataclass(frozen=True, slots=True)
class Tabel:
    """One table; `catatan` stands below it."""

    judul: str
    kepala: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]
    catatan: str = ""

    def tulis(self) -> str:
        """As Markdown; every column but the first is aligned right."""
        garis = ["| " + " | ".join(baris) + " |" for baris in (self.kepala, *self.baris)]
        garis.insert(1, "| --- |" + " ---: |" * (len(self.kepala) - 1))
        bagian = [f"### {self.judul}", "\n".join(garis), self.catatan]
        return "\n\n".join(b for b in bagian if b)


def waktu(u: Ukuran) -> tuple[str, str, str]:
    """Minimum, median and maximum seconds."""
    return angka(min(u.detik)), angka(u.median), angka(max(u.detik))


def angka(detik: float) -> str:
    """Seconds with three significant digits or so."""
    return f"{detik:.4f}" if detik < 0.1 else f"{detik:.3f}" if detik < 1 else f"{detik:.2f}"


def cpu(u: Ukuran) -> str:
    """Processor seconds: what a run costs when the machine is not shared; a dash where not measured."""
    return angka(u.cpu) if u.cpu else "–"


def mib(nilai: float) -> str:
    """Memory; a dash where it was not measured."""
    return f"{nilai:,.0f}" if nilai else "–"


def bar(nilai: float, batas: float) -> str:
    """A bar of the design and whether the value meets it."""
    return f"< {batas:g}: {'met' if nilai < batas else '**missed**'}"


def simpan_bagian(berkas: Path, kepala: str, judul: str, isi: str) -> None:
    """Put one section into the report, in the place of its last edition; `kepala` opens a new report."""
    ada = berkas.read_text(encoding="utf-8") if berkas.exists() else ""
    bagian = re.split(r"^(?=## )", ada, flags=re.MULTILINE)[1:]
    baru = f"## {judul}\n\n{isi.strip()}\n\n"
    tempat = next((i for i, b in enumerate(bagian) if b.startswith(f"## {judul}\n")), None)
    if tempat is None:
        bagian.append(baru)
    else:
        bagian[tempat] = baru
    berkas.write_text(kepala.strip() + "\n\n" + "".join(bagian).strip() + "\n", encoding="utf-8")
