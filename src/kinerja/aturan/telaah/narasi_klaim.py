"""A sentence → what it claims about the direction of an indicator's numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from kinerja.aturan.telaah.fakta import Jenis, Pokok, Sifat
from kinerja.aturan.telaah.narasi_kata import is_memuat, kata_isi, load_kata, pilihan, pola_daftar

_SEBUTAN = {"target": Jenis.TARGET, "realisasi": Jenis.REALISASI, "capaian": Jenis.CAPAIAN}
_ANAK_KALIMAT = re.compile(
    r"(?i)[,;:.]\s+|\b(?=(?:sedangkan|akan tetapi|tetapi|namun|adapun|meskipun|seiring dengan|dikarenakan|karena"
    r"|disebabkan|sehingga)\b)|\bdan(?: juga)? (?=terdapat\b|terjadi\b|(?:target|realisasi|capaian)\s+"
    r"(?:\w+\s+){0,2}(?:cenderung|mengalami|stabil|meningkat|menurun))"
)
_RENTANG = re.compile(
    r"(?i)(?:tahun\s+)?(20\d\d)\s*(?:sampai dengan|sampai|hingga|s\.?\s?d\.?|dan|ke|[-–])\s*(?:tahun\s+)?(20\d\d)"
)
_BANDING = re.compile(r"(?i)\b(?:dibandingkan|dibanding|daripada|dari)(?: dengan)?(?: tahun)+\s+(20\d\d)")
_TAHUN = re.compile(r"(?i)\btahun\s+(20\d\d)")
_SUDAH_LAIN = re.compile(r"(?i)\b(?:pangkat|kelas|jabatan|banding|tangan|ke\b|dari (?:jabatan|kelas))")
_UNTUK = re.compile(r"(?i)\buntuk\s+(?:selalu\s+|terus\s+)?(?:me|ter|ber|di)\w+|\bdapat\s+(?:terus\s+)?$")
_COCOK = Fraction(7, 10)
TERPANJANG = 2_000
"""Letters of the longest sentence anybody writes in earnest."""


@dataclass(frozen=True, slots=True)
class Klaim:
    """What is said to have happened.

    `arah` a key of the list "arah"; `jenis` which of the numbers; `awal`, `akhir` the years, None where the
    sentence names none; `tiap` in every single year; `ingkar` said not to be so; `tanda` the indicator itself
    measures a change, and its sign is what is meant.
    """

    arah: str
    jenis: Jenis
    frasa: str
    awal: int | None = None
    akhir: int | None = None
    tiap: bool = False
    sedikit: bool = False
    lunak: bool = False
    ingkar: bool = False
    tanda: bool = False


@cache
def _pola_arah() -> re.Pattern[str]:
    kata = load_kata()
    kerja = pilihan(satu for semua in kata.peta["arah"].values() for satu in semua)
    benda = pilihan(satu for semua in kata.peta["benda"].values() for satu in semua)
    terjadi = pilihan(kata.daftar["terjadi"])
    return re.compile(
        rf"(?i)\b(?:(?P<terjadi>{terjadi})\s+(?:[a-z]+\s+){{0,2}}?(?P<benda>{benda})|(?P<kerja>{kerja}))\b"
    )


@cache
def _pola_sebutan() -> re.Pattern[str]:
    semua = [satu for kata in load_kata().peta["sebutan"].values() for satu in kata]
    return re.compile(rf"(?i)\b(?:{pilihan(semua)})\b")


def baca_klaim(teks: str, pokok: Pokok, tahun: int) -> Iterator[Klaim]:
    """Every claim of direction about this indicator; sentences about other things yield nothing."""
    nama, sebelumnya = kata_isi(pokok.teks), ""
    for anak in pisah_anak_kalimat(teks):
        for cocok in _pola_arah().finditer(anak):
            sebelum, sesudah = anak[: cocok.start()], anak[cocok.end() :]
            # A comma inside the name parts no clause.
            if kata_isi(sebelum) and kata_isi(sebelum) <= nama:
                sebelum = f"{sebelumnya} {sebelum}"
            if _SUDAH_LAIN.match(sesudah.strip()) or is_kehendak(sebelum):
                continue
            for jenis, tanda in _cari_pokok(cocok, sebelum, sesudah, pokok):
                yield _jadikan(cocok, anak, teks, jenis, tanda, tahun)
        sebelumnya = anak


def pisah_anak_kalimat(teks: str) -> Iterator[str]:
    """The clauses of a sentence; what is too long to be one has none, and cannot cost the time of many."""
    if len(teks) > TERPANJANG:
        return
    awal = 0
    for cocok in _ANAK_KALIMAT.finditer(teks):
        if cocok.start() > awal:
            yield teks[awal : cocok.start()]
        awal = cocok.end() if cocok.group() else cocok.start()
    yield teks[awal:]


def is_kehendak(sebelum: str) -> bool:
    """Whether the words before say that something is wished for or done in order to."""
    return is_memuat("kehendak", sebelum) or _UNTUK.search(sebelum) is not None


def _jadikan(cocok: re.Match[str], anak: str, teks: str, jenis: Jenis, tanda: bool, tahun: int) -> Klaim:
    frasa = cocok[0]
    arah = _arah(cocok["benda"] or cocok["kerja"])
    sekitar = f"{anak[: cocok.start()][-24:]}{frasa}"
    awal, akhir = _masa(anak, tahun) or _masa(teks, tahun) or (None, None)
    return Klaim(
        arah,
        jenis,
        frasa,
        awal,
        akhir,
        tiap=is_memuat("tiap_tahun", anak) or (is_memuat("tiap_tahun", teks) and arah in ("naik", "turun")),
        sedikit=is_memuat("sedikit", sekitar),
        lunak=is_memuat("lunak", sekitar),
        ingkar=is_memuat("ingkar", anak[: cocok.start()][-24:]),
        tanda=tanda,
    )


def _arah(kata: str) -> str:
    peta = load_kata().peta
    return next(
        arah for nama in ("arah", "benda") for arah, semua in peta[nama].items() if kata.casefold() in semua
    )


def _masa(teks: str, tahun: int) -> tuple[int, int] | None:
    if cocok := _RENTANG.search(teks):
        return int(cocok[1]), int(cocok[2])
    if cocok := _BANDING.search(teks):
        return int(cocok[1]), tahun
    if pola_daftar("tahun_lalu").search(teks):
        return tahun - 1, tahun
    disebut = {int(satu) for satu in _TAHUN.findall(teks)}
    return (max(disebut) - 1, max(disebut)) if len(disebut) == 1 else None


def _cari_pokok(
    cocok: re.Match[str], sebelum: str, sesudah: str, pokok: Pokok
) -> Iterator[tuple[Jenis, bool]]:
    """Which numbers the claim is about: named after the noun, else before it, else by the indicator's name."""
    dekat = " ".join(sesudah.split()[:3]) if cocok["benda"] else ""
    disebut = _pola_sebutan().search(dekat) or _pola_sebutan().search(sebelum)
    if disebut is not None:
        yield _jenis(disebut[0]), False
        lain = re.match(r"(?i)\s+dan\s+(target|realisasi|capaian)\b", disebut.string[disebut.end() :])
        if lain is not None:
            yield _jenis(lain[1]), False
        return
    nama, kalimat = kata_isi(pokok.teks), kata_isi(sebelum + " " + dekat)
    benda = _tanpa_arah(nama)
    if pokok.sifat is Sifat.PERUBAHAN and not (nama - benda) & kalimat and _bagian(benda, kalimat) >= _COCOK:
        yield Jenis.REALISASI, True
    elif _bagian(nama, kalimat) >= _COCOK:
        yield Jenis.REALISASI, False


def _jenis(sebutan: str) -> Jenis:
    return next(
        _SEBUTAN[nama] for nama, semua in load_kata().peta["sebutan"].items() if sebutan.casefold() in semua
    )


def _bagian(nama: frozenset[str], kalimat: frozenset[str]) -> Fraction:
    return Fraction(len(nama & kalimat), len(nama)) if nama else Fraction(0)


def _tanpa_arah(nama: frozenset[str]) -> frozenset[str]:
    benda = load_kata().peta["benda"]
    return nama - {satu for semua in benda.values() for satu in semua} - {"pertumbuhan", "perubahan"}
