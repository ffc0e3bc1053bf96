"""What the rows of budget tables state."""

from __future__ import annotations

import re
from dataclasses import replace

from kinerja.aturan.telaah.fakta import Fakta, Jenis, Lingkup, Pokok, Rumus
from kinerja.telaah.angka import is_rupiah
from kinerja.telaah.himpunan import Himpunan
from kinerja.telaah.kosakata import rapikan
from kinerja.telaah.nama import kunci_satker, peras
from kinerja.telaah.tabel import Baris, JenisBaris, JenisTabel, Sel, TabelUrai

_KOLOM = {
    "pagu": Jenis.PAGU,
    "realisasi": Jenis.REALISASI_ANGGARAN,
    "sisa": Jenis.SISA,
    "persen": Jenis.SERAPAN,
    "capaian": Jenis.SERAPAN,
}
_TAHUN = re.compile(r"\b(20\d\d)\b")
SELURUH = Pokok("anggaran:seluruh", "seluruh anggaran")


def _pokok_unit(nama: str) -> Pokok:
    inti = re.split(r"\s[-–—]\s", nama)[0]
    return Pokok(f"unit:{kunci_satker(inti) or peras(inti)}", inti)


def _pokok_awal(tabel: TabelUrai) -> Pokok:
    """What a total before the first named group sums up: all, unless a total of all stands elsewhere."""
    if any(baris.jenis is JenisBaris.KESELURUHAN for baris in tabel.baris):
        return Pokok(f"unit:awal:{tabel.tempat.tabel_ke}", "kelompok pertama")
    return SELURUH


def tafsir_anggaran_sasaran(himpunan: Himpunan, tabel: TabelUrai) -> None:
    """Pagu, realisasi and their share per sasaran, with the sums of each group and of all."""
    kelompok, unit = _Kelompok(himpunan), _pokok_awal(tabel)
    for baris in tabel.baris:
        if baris.jenis is JenisBaris.KELOMPOK:
            unit = _pokok_unit(baris.label)
            continue
        if baris.jenis is JenisBaris.DATA:
            if len(peras(baris.label)) <= 8:
                continue
            pokok = himpunan.katalog.add_sasaran(baris.kata.get("sasaran") or baris.label)
        else:
            pokok = SELURUH if baris.jenis is JenisBaris.KESELURUHAN else unit
        kelompok.catat(baris, _fakta_baris(himpunan, tabel, baris, pokok, himpunan.tahun))


def tafsir_belanja(himpunan: Himpunan, tabel: TabelUrai) -> None:
    """Pagu, realisasi, sisa and their share per kind of spending and year; either may head a group of rows."""
    tahun, jenis = himpunan.tahun, ""
    kelompok = _Kelompok(himpunan)
    for baris in tabel.baris:
        cocok = _TAHUN.search(baris.kata.get("tahun", "") or baris.label)
        nama = _TAHUN.sub("", re.sub(r"(?i)\btahun\b", "", baris.label)).strip()
        if cocok is not None and int(cocok[1]) != tahun:
            tahun, kelompok = int(cocok[1]), _Kelompok(himpunan)
        if baris.jenis is JenisBaris.KELOMPOK or not any(baris.sel):
            jenis = nama
            continue
        nama = nama or jenis
        pokok = (
            SELURUH
            if baris.jenis is not JenisBaris.DATA
            else Pokok(f"belanja:{peras(nama)}", nama, Lingkup.BELANJA)
        )
        kelompok.catat(baris, _fakta_baris(himpunan, tabel, baris, pokok, tahun))


def _fakta_baris(
    himpunan: Himpunan, tabel: TabelUrai, baris: Baris, pokok: Pokok, tahun: int | None
) -> dict[Jenis, Fakta | None]:
    fakta: dict[Jenis, Fakta | None] = {}
    for kolom, sel in zip(tabel.kolom, baris.sel, strict=False):
        if kolom.peran in _KOLOM:
            jenis = _KOLOM[kolom.peran]
            fakta[jenis] = himpunan.add_fakta(pokok, jenis, sel, tahun=tahun)
    pagu, realisasi = fakta.get(Jenis.PAGU), fakta.get(Jenis.REALISASI_ANGGARAN)
    himpunan.add_kaitan(Rumus.SERAPAN, (pagu, realisasi), fakta.get(Jenis.SERAPAN))
    himpunan.add_kaitan(Rumus.SISA, (pagu, realisasi), fakta.get(Jenis.SISA))
    return fakta


class _Kelompok:
    """Sums up: rows into the total of their group, totals into the grand total."""

    def __init__(self, himpunan: Himpunan) -> None:
        self.himpunan = himpunan
        self.baris: list[dict[Jenis, Fakta | None]] = []
        self.jumlah: list[dict[Jenis, Fakta | None]] = []

    def catat(self, baris: Baris, fakta: dict[Jenis, Fakta | None]) -> None:
        if baris.jenis is JenisBaris.DATA:
            self.baris.append(fakta)
            return
        keseluruhan = baris.jenis is JenisBaris.KESELURUHAN
        bagian = self.jumlah if keseluruhan and self.jumlah else self.baris
        bagian = bagian or self.jumlah
        for jenis, hasil in fakta.items():
            if jenis is not Jenis.SERAPAN and len(bagian) > 0:
                self.himpunan.add_kaitan(Rumus.JUMLAH, [satu.get(jenis) for satu in bagian], hasil)
        if not keseluruhan:
            self.jumlah.append(fakta)
            self.baris = []


def tafsir_anggaran_rencana(himpunan: Himpunan, tabel: TabelUrai) -> None:
    """The amounts of a plan of targets: one per sasaran, sums per group and in all."""
    indeks = tabel.indeks("pagu")
    if tabel.jenis is not JenisTabel.RENCANA or indeks is None:
        return
    kelompok, unit = _Kelompok(himpunan), _pokok_awal(tabel)
    for baris in tabel.baris:
        if baris.jenis is JenisBaris.KELOMPOK:
            unit = _pokok_unit(baris.label)
            continue
        sel = baris.sel[indeks]
        if sel is None:
            _ingat_sasaran(himpunan, baris)
            continue
        pokok = _pokok_rencana(himpunan, baris, unit)
        kelompok.catat(baris, {Jenis.ANGGARAN: _tambah(himpunan, pokok, sel)})


def _ingat_sasaran(himpunan: Himpunan, baris: Baris) -> None:
    if baris.jenis is JenisBaris.DATA and baris.nomor is not None:
        himpunan.kenali(baris, "")


def _pokok_rencana(himpunan: Himpunan, baris: Baris, unit: Pokok) -> Pokok:
    if baris.jenis is JenisBaris.KESELURUHAN:
        return SELURUH
    if baris.jenis is JenisBaris.JUMLAH or himpunan.konteks.sasaran is None:
        return unit
    return himpunan.konteks.sasaran


def _tambah(himpunan: Himpunan, pokok: Pokok, sel: Sel) -> Fakta | None:
    return himpunan.add_fakta(pokok, Jenis.ANGGARAN, sel, tahun=himpunan.tahun)


_PIHAK = re.compile(
    r"(?i)\bdengan\s+(?:plt\.?\s+)?(direktur|kepala|sekretaris|inspektur)\s+([a-z][^.,;:()]{4,80})$"
)
_KANTOR = {"direktur": "direktorat", "kepala": "", "sekretaris": "sekretariat", "inspektur": "inspektorat"}


def kenali_pihak(teks: str) -> str:
    """The office of the other party in the title of an agreement ("… dengan Direktur Jenderal X"), else ""."""
    cocok = _PIHAK.search(" ".join(teks.split()))
    return "" if cocok is None else f"{_KANTOR[cocok[1].casefold()]} {cocok[2]}".strip()


def tafsir_program(himpunan: Himpunan, tabel: TabelUrai) -> None:
    """The budget at the end of an agreement: activities add up to programmes, programmes to the unit's budget."""
    unit = _pokok_unit(himpunan.konteks.pihak) if himpunan.konteks.pihak else None
    program: list[Fakta] = []
    kegiatan: list[Fakta] = []
    for baris in tabel.baris:
        sel = baris.sel[0] if baris.sel else None
        if sel is None or not is_rupiah(sel.teks):
            continue
        pokok = Pokok(f"program:{tabel.tempat.tabel_ke}:{peras(baris.label)}", baris.label)
        fakta = himpunan.add_fakta(pokok, Jenis.ANGGARAN, sel, tahun=himpunan.tahun)
        if fakta is None:
            continue
        if baris.jenis is not JenisBaris.DATA:
            himpunan.add_kaitan(Rumus.JUMLAH, program or kegiatan, fakta, lengkap=False)
        elif rapikan(baris.label).startswith("program "):
            _tutup_program(himpunan, program, kegiatan)
            program.append(fakta)
            kegiatan = []
        else:
            kegiatan.append(fakta)
    _tutup_program(himpunan, program, kegiatan)
    if unit is not None and program:
        _banding_unit(himpunan, unit, program)


def _tutup_program(himpunan: Himpunan, program: list[Fakta], kegiatan: list[Fakta]) -> None:
    if program and kegiatan:
        himpunan.add_kaitan(Rumus.JUMLAH, kegiatan, program[-1], lengkap=False)


def _banding_unit(himpunan: Himpunan, unit: Pokok, program: list[Fakta]) -> None:
    """Against the unit's total in the plan of the report."""
    if len(program) == 1:
        himpunan.fakta.append(replace(program[0], apa=unit))
        return
    jumlah = [
        satu for satu in himpunan.fakta if satu.apa.kunci == unit.kunci and satu.jenis is Jenis.ANGGARAN
    ]
    if jumlah:
        himpunan.add_kaitan(Rumus.JUMLAH, program, jumlah[0], lengkap=False)
