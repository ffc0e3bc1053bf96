"""The machine in words that name no place: cores, memory, processor, versions, load."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sqlite3
import subprocess
from importlib.metadata import version
from pathlib import Path

from benchmarks.ukur import AKAR, PYTHON

PAKET = ("django", "typst", "python-docx", "python-calamine", "openpyxl", "weasyprint", "psycopg")


def describe() -> str:
    """One line per fact, as a Markdown list."""
    baris = [
        f"{os.cpu_count()} cores, {_read_memori():.0f} GiB RAM, {_read_prosesor()}, {_read_sistem()}",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {_read_postgresql()}",
        ", ".join(f"{nama} {version(nama)}" for nama in PAKET) + f", {_read_libreoffice()}",
    ]
    return "\n".join(f"- {satu}" for satu in baris)


def read_beban() -> str:
    """Load average of the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def _read_memori() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def _read_prosesor() -> str:
    teks = _read_berkas("/proc/cpuinfo")
    temuan = re.search(r"^model name\s*: (.+)$", teks, re.MULTILINE)
    return temuan[1].strip() if temuan else platform.machine()


def _read_sistem() -> str:
    temuan = re.search(r'^PRETTY_NAME="(.+)"$', _read_berkas("/etc/os-release"), re.MULTILINE)
    return temuan[1] if temuan else platform.system()


def _read_berkas(letak: str) -> str:
    berkas = Path(letak)
    return berkas.read_text(encoding="utf-8") if berkas.exists() else ""


def _read_postgresql() -> str:
    cari = "import postgresql as p; b = p.find_bin(); print(b or '')"
    folder = _tanya([PYTHON, "-c", cari], PYTHONPATH=str(AKAR / "perkakas")).strip()
    if not folder:
        return "PostgreSQL not installed"
    temuan = re.search(r"\) ([\d.]+)", _tanya([f"{folder}/postgres", "--version"]))
    return f"PostgreSQL {temuan[1] if temuan else '?'}"


def _read_libreoffice() -> str:
    program = shutil.which("soffice")
    temuan = re.match(r"LibreOffice [\d.]+", _tanya([program, "--version"])) if program else None
    return temuan[0] if temuan else "LibreOffice not installed"


def _tanya(perintah: list[str], **lingkungan: str) -> str:
    hasil = subprocess.run(perintah, capture_output=True, text=True, check=False, env=os.environ | lingkungan)
    return hasil.stdout
