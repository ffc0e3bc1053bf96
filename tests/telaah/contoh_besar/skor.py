"""How well the telaah reads the published report: the list of its true errors against what the program finds.

Run as `python -m tests.telaah.contoh_besar.skor [hasil.json]` to print the misses; without a file the program is run.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

AKAR = Path(__file__).resolve().parents[3]
TEKS = AKAR.parent / "shared" / "contoh" / "lkjip-sumsel-2023.txt"
DAFTAR = Path(__file__).with_name("kesalahan.yaml")
BERHITUNG = ("hitung", "sama", "bobot", "rentang", "target", "susunan")
JARAK = 3
"""A finding may point up to three lines beside the line of the list: a row is broken over several."""


DICOCOKKAN = frozenset({"hitung", "sama", "bobot", "rentang", "target"})
"""Families whose findings must also name a figure of the error, so that a neighbour in the row is no match."""
_ANGKA = re.compile(r"\d[\d.,]*\d|\d")
_RIBUAN = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")


def read_angka(teks: str | None) -> frozenset[str]:
    """The figures of a text, so written that "3,90" and "3,9" are the same."""
    return frozenset(_samakan(satu) for satu in _ANGKA.findall(teks or ""))


def _samakan(satu: str) -> str:
    biasa = satu.replace(".", "") if _RIBUAN.fullmatch(satu) else satu.replace(".", ",")
    utuh, _, pecahan = biasa.partition(",")
    return f"{utuh},{pecahan.rstrip('0')}".rstrip(",")


@dataclass(frozen=True, slots=True)
class Letak:
    """One place of a finding."""

    baris: int
    angka: frozenset[str]

    def di_dekat(self, baris: Collection[int]) -> bool:
        """Whether the place lies beside one of these lines."""
        return any(self.baris + geser in baris for geser in range(-JARAK, JARAK + 1))


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding of the program, reduced to what is compared."""

    kode: str
    kepastian: str
    letak: tuple[Letak, ...]
    uraian: str

    @property
    def keluarga(self) -> str:
        """The family: what stands before the first hyphen of the code."""
        return self.kode.partition("-")[0]


@dataclass(frozen=True)
class Kesalahan:
    """One true error of the list."""

    id: str
    keluarga: frozenset[str]
    keluarga_utama: str
    baris: frozenset[int]
    angka: frozenset[str]
    pasti: bool
    terhitung: bool
    anggota: tuple[tuple[int, ...], ...]

    def dikenai(self, temuan: Temuan, letak: Letak) -> bool:
        """Whether this place of the finding is this error: family, line, and for numeric families the figure."""
        if temuan.keluarga not in self.keluarga or not letak.di_dekat(self.baris):
            return False
        return temuan.keluarga not in DICOCOKKAN or not letak.angka or bool(letak.angka & self.angka)

    def ditemukan(self, temuan: Temuan) -> bool:
        """Whether any place of the finding is this error."""
        return any(self.dikenai(temuan, letak) for letak in temuan.letak)


@cache
def read_kesalahan() -> tuple[list[Kesalahan], list[dict[str, Any]]]:
    """The true errors, and the places that look wrong and are right."""
    isi = yaml.safe_load(DAFTAR.read_text(encoding="utf-8"))
    kesalahan = [
        Kesalahan(
            satu["id"],
            frozenset({satu["keluarga"], *satu.get("keluarga_lain", ())}),
            satu["keluarga"],
            frozenset(satu["baris"]),
            read_angka(satu["tercetak"]).union(*(read_angka(a["tercetak"]) for a in satu.get("anggota", ()))),
            satu["jenis"] == "pasti",
            satu["cara"] == "hitung",
            tuple(tuple(anggota["baris"]) for anggota in satu.get("anggota", ())),
        )
        for satu in isi["kesalahan"]
    ]
    return kesalahan, isi["bukan_kesalahan"]


def read_temuan(hasil: dict[str, Any]) -> list[Temuan]:
    """The findings of the program's JSON; those without a line (a whole document) have no place."""
    return [
        Temuan(
            satu["kode"],
            satu["kepastian"],
            tuple(
                Letak(letak["baris"], read_angka(letak.get("tercetak")))
                for letak in satu.get("tempat") or [satu]
                if letak.get("baris") is not None
            ),
            satu.get("uraian", ""),
        )
        for satu in hasil["temuan"]
    ]


def run_telaah(teks: Path = TEKS) -> dict[str, Any]:
    """The program's own JSON on the text, from the command line; RuntimeError when it cannot read."""
    with tempfile.TemporaryDirectory() as data:
        lingkungan = {kunci: nilai for kunci, nilai in os.environ.items() if not kunci.startswith("KINERJA_")}
        lingkungan |= {"KINERJA_DATA": data, "KINERJA_MODE": "pengembangan", "PYTHONPATH": str(AKAR / "src")}
        perintah = [sys.executable, "-m", "kinerja.antarmuka.cli", "telaah", str(teks), "--json"]
        selesai = subprocess.run(perintah, env=lingkungan, capture_output=True, text=True, check=False)
    if selesai.returncode not in (0, 1):
        raise RuntimeError(selesai.stderr)
    hasil: dict[str, Any] = json.loads(selesai.stdout)
    return hasil


@dataclass(frozen=True)
class Skor:
    """The program's findings held against the list."""

    temuan: Sequence[Temuan]

    @cached_property
    def daftar(self) -> list[Kesalahan]:
        """The true errors."""
        return read_kesalahan()[0]

    @cached_property
    def luput(self) -> list[Kesalahan]:
        """The true errors no finding points at."""
        return [satu for satu in self.daftar if not any(satu.ditemukan(temuan) for temuan in self.temuan)]

    def daya_temu(self, dipilih: Iterable[Kesalahan]) -> tuple[int, int]:
        """Found and all, of these errors."""
        semua = list(dipilih)
        return len([satu for satu in semua if satu not in self.luput]), len(semua)

    @cached_property
    def terhitung(self) -> list[Kesalahan]:
        """The errors that arithmetic, equality, ranges, numbering and target rules can find."""
        return [satu for satu in self.daftar if satu.terhitung and satu.keluarga_utama in BERHITUNG]

    def anggota_luput(self, id: str) -> list[tuple[int, ...]]:
        """The members of a class that no finding of its family points at."""
        kelas = next(satu for satu in self.daftar if satu.id == id)
        letak = [satu for temuan in self.temuan for satu in temuan.letak if kelas.dikenai(temuan, satu)]
        return [baris for baris in kelas.anggota if not any(satu.di_dekat(baris) for satu in letak)]

    @cached_property
    def pasti(self) -> list[Temuan]:
        """The findings the program calls certain."""
        return [temuan for temuan in self.temuan if temuan.kepastian == "pasti"]

    @cached_property
    def pasti_palsu(self) -> list[Temuan]:
        """Certain findings that a trap names, or of which more than half the places are no error of the list."""
        return [t for t in self.pasti if self.terjebak(t) or 2 * len(self.tempat_palsu(t)) > len(t.letak)]

    def terjebak(self, temuan: Temuan) -> bool:
        """Whether the finding reports a place that only looks wrong."""
        return any(
            satu.get("kode") == temuan.kode and all(letak.di_dekat(satu["baris"]) for letak in temuan.letak)
            for satu in read_kesalahan()[1]
        )

    def tempat_palsu(self, temuan: Temuan) -> list[int]:
        """The lines of a finding that are no error of the list."""
        return [
            letak.baris
            for letak in temuan.letak
            if not any(satu.dikenai(temuan, letak) for satu in self.daftar)
        ]

    def make_laporan(self) -> str:
        """Recall by family, the misses, and the certain findings that match nothing."""
        keluarga = sorted({satu.keluarga_utama for satu in self.daftar})
        baris = [
            _bagi(nama, self.daya_temu(satu for satu in self.daftar if satu.keluarga_utama == nama))
            for nama in keluarga
        ]
        baris.append(_bagi("terhitung", self.daya_temu(self.terhitung)))
        baris.append(
            _bagi("terhitung dan pasti", self.daya_temu(satu for satu in self.terhitung if satu.pasti))
        )
        luput = self.anggota_luput("potong")
        baris.append(f"terpotong luput {len(luput)}: {[satu[-1] for satu in luput]}")
        baris.append(f"pasti {len(self.pasti)}, palsu {len(self.pasti_palsu)}")
        baris += [
            f"LUPUT {satu.keluarga_utama}: {satu.id} baris {sorted(satu.baris)[:4]}" for satu in self.luput
        ]
        baris += [
            f"PALSU {satu.kode} baris {self.tempat_palsu(satu)[:8]}: {satu.uraian}"
            for satu in self.pasti_palsu
        ]
        return "\n".join(baris)


def _bagi(nama: str, dari: tuple[int, int]) -> str:
    return f"{nama}: {dari[0]} / {dari[1]}"


def main() -> None:
    """Print the score of a JSON file, or of a fresh run."""
    hasil = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")) if len(sys.argv) > 1 else run_telaah()
    sys.stdout.write(Skor(read_temuan(hasil)).make_laporan() + "\n")


if __name__ == "__main__":
    main()
