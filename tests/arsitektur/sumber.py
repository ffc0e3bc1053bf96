"""Which files the checks of this room read."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
SUMBER = AKAR / "src" / "kinerja"
BINER = {".ttf", ".png", ".jpg", ".ico", ".xlsx", ".docx", ".pdf", ".mo", ".woff2", ".zip", ".gz"}


def list_python(*folder: str) -> list[Path]:
    """Every module under those folders of the repository, migrations left out."""
    semua = (p for nama in folder for p in sorted((AKAR / nama).rglob("*.py")))
    return [p for p in semua if "migrations" not in p.parts]


def list_teks() -> list[Path]:
    """Every text file that git would commit."""
    perintah = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    hasil = subprocess.run(perintah, cwd=AKAR, capture_output=True, text=True, check=True)
    berkas = (AKAR / nama for nama in hasil.stdout.split("\0") if nama)
    return [p for p in berkas if p.is_file() and p.suffix not in BINER]


def walk_fungsi(sumber: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method, nested ones too."""
    for simpul in ast.walk(ast.parse(sumber)):
        if isinstance(simpul, ast.FunctionDef | ast.AsyncFunctionDef):
            yield simpul
