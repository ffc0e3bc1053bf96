"""How a report is built: headings with what stands under them, captions, references, lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kinerja.aturan.telaah.fakta import Bagian, Daftar, Kalimat, Keterangan, Tempat
from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.baca.naskah import (
    BlokBaca,
    GambarBaca,
    JudulBaca,
    KeteranganBaca,
    Letak,
    ParagrafBaca,
    TabelAlir,
    TabelBaca,
)
from kinerja.telaah.kosakata import load_kosakata, rapikan

JUDUL_INDIKATOR = re.compile(
    r"(?:Indikator|IKU|IKP|IKK|IKSS|IKSP|IKSK)\b[^:]{0,60}[:：]\s*[“\"']?(?P<nama>[^“”\"]{8,})"
)
JUDUL_SASARAN = re.compile(
    r"Sasaran(?:\s+(?:Strategis|Program|Kegiatan))?(?:\s+\d+)?\s*(?::\s*(?P<nama>.+))?$"
)
_KALIMAT = re.compile(r"(?<=[.;?!])\s+(?=[A-Z\d•])")
_RUJUKAN = re.compile(r"\b(Tabel|Gambar)\s+(\d+(?:\.\d+)*)\b")
_BULAN = "|".join(nama_bulan(bulan) for bulan in range(1, 13))
_KLAIM = re.compile(
    rf"(?<![\w.,/-])(?<!tanggal )(?P<n>\d{{1,3}})(?!\d|[.,/-]\d)(?!\s*(?:{_BULAN}))\s*"
    r"(?:\([a-z\s]+\))?(?P<apa>(?:\s*[^\W\d]+){0,8}?),?\s*"
    r"\b(?:yaitu|yakni|meliputi|terdiri dari|sebagai berikut|di antaranya|adalah)\b[^.:,]{0,40}:$"
)
_PENJUMLAHAN = re.compile(r"\d+[^.:;]*\bdan\s*$")
_NOMOR = re.compile(r"\(?(\d{1,3})[.)]\s")
_HURUF = re.compile(r"\(?([a-z])[.)]\s")


def to_tempat(letak: Letak, tabel: str = "") -> Tempat:
    """The place of a block."""
    return Tempat(
        tabel, letak.halaman, letak.baris, letak.tabel, letak.baris_tabel, letak.kolom, letak.sel, letak.kotak
    )


def kenali_makna(judul: str, tingkat: int | None) -> str:
    """Which mandated chapter or analysis a heading names."""
    kosakata, rapi = load_kosakata(), rapikan(judul)
    if JUDUL_INDIKATOR.match(judul):
        return "indikator"
    if JUDUL_SASARAN.match(judul):
        return "sasaran"
    if tingkat == 1:
        return next((nama for nama, semua in kosakata.bab.items() if any(satu in rapi for satu in semua)), "")
    cocok = [
        (rapi.find(satu), nama) for nama, semua in kosakata.analisis.items() for satu in semua if satu in rapi
    ]
    # "… tahun 2023 dengan tahun-tahun sebelumnya" also compares target and result: the later word decides.
    return max(cocok)[1] if cocok else ""


def raise_tingkat(blok: Sequence[BlokBaca]) -> tuple[BlokBaca, ...]:
    """Chapters on the first level, also where the title of the report stands above them (a web page)."""
    makna: dict[int | None, bool] = {}
    for satu in blok:
        if isinstance(satu, JudulBaca):
            makna[satu.tingkat] = makna.get(satu.tingkat, False) or bool(kenali_makna(satu.teks, 1))
    if makna.get(1, False) or not makna.get(2, False) or 1 not in makna:
        return tuple(blok)
    return tuple(
        replace(satu, tingkat=max(1, satu.tingkat - 1))
        if isinstance(satu, JudulBaca) and satu.tingkat is not None
        else satu
        for satu in blok
    )


@dataclass(slots=True)
class _Terbuka:
    judul: JudulBaca
    indikator: str
    isi: list[str] = field(default_factory=list)
    bertabel: bool = False


def kumpulkan_bagian(blok: Sequence[tuple[BlokBaca, str]]) -> tuple[Bagian, ...]:
    """Headings in order; each block comes with the key of the indicator whose section it stands in."""
    hasil: list[Bagian] = []
    terbuka: _Terbuka | None = None
    for satu, indikator in blok:
        if isinstance(satu, JudulBaca) and not _is_kotak(satu, indikator, terbuka):
            if terbuka is not None:
                hasil.append(_tutup(terbuka, satu))
            terbuka = _Terbuka(satu, indikator)
        elif terbuka is not None and isinstance(satu, ParagrafBaca):
            terbuka.isi.append(satu.teks)
        elif terbuka is not None and not isinstance(satu, JudulBaca):
            terbuka.bertabel = True
    if terbuka is not None:
        hasil.append(_tutup(terbuka, None))
    return tuple(hasil)


def _is_kotak(judul: JudulBaca, indikator: str, terbuka: _Terbuka | None) -> bool:
    """Whether a heading of a sasaran stands inside the section of an indicator: the box of a figure."""
    sasaran = JUDUL_SASARAN.match(judul.teks) is not None
    return sasaran and terbuka is not None and bool(indikator) and terbuka.indikator == indikator


def _tutup(terbuka: _Terbuka, berikut: JudulBaca | None) -> Bagian:
    judul = terbuka.judul
    induk = berikut is not None and (berikut.tingkat or 9) > (judul.tingkat or 9)
    return Bagian(
        judul.teks,
        to_tempat(judul.letak),
        judul.tingkat,
        kenali_makna(judul.teks, judul.tingkat),
        " ".join(terbuka.isi),
        terbuka.bertabel,
        induk,
        terbuka.indikator,
    )


def kumpulkan_keterangan(blok: Sequence[BlokBaca]) -> Iterator[Keterangan]:
    """Captions in reading order."""
    for satu in blok:
        if isinstance(satu, TabelBaca | TabelAlir | GambarBaca) and satu.keterangan is not None:
            yield _keterangan(satu.keterangan)


def _keterangan(keterangan: KeteranganBaca) -> Keterangan:
    tabel = keterangan.nomor if keterangan.jenis == "tabel" else ""
    return Keterangan(
        keterangan.jenis, keterangan.nomor, keterangan.judul, to_tempat(keterangan.letak, tabel)
    )


def kumpulkan_rujukan(blok: Sequence[BlokBaca]) -> Iterator[Keterangan]:
    """Tables and figures that the prose names by number."""
    for satu in blok:
        if isinstance(satu, ParagrafBaca):
            for cocok in _RUJUKAN.finditer(satu.teks):
                yield Keterangan(cocok[1].casefold(), cocok[2], "", to_tempat(satu.letak_pada(cocok.start())))


def kumpulkan_kalimat(blok: Sequence[tuple[BlokBaca, str]]) -> Iterator[Kalimat]:
    """The sentences of the prose with the section they stand in."""
    for satu, indikator in blok:
        if not isinstance(satu, ParagrafBaca):
            continue
        awal = 0
        for cocok in [*_KALIMAT.finditer(satu.teks), None]:
            akhir = len(satu.teks) if cocok is None else cocok.start()
            if satu.teks[awal:akhir].strip():
                yield Kalimat(satu.teks[awal:akhir].strip(), to_tempat(satu.letak_pada(awal)), indikator)
            awal = akhir if cocok is None else cocok.end()


def kumpulkan_daftar(blok: Sequence[BlokBaca]) -> Iterator[Daftar]:
    """Lists that follow a sentence ending in a colon."""
    for i, satu in enumerate(blok):
        if not isinstance(satu, ParagrafBaca) or not satu.teks.rstrip().endswith(":"):
            continue
        butir = list(_butir(blok[i + 1 :]))
        if len(butir) < 2:
            continue
        # "26 units: a. … z." inside an item is a list of its own; only the outermost kind is counted.
        bertingkat = any(tiap.teks.rstrip().endswith(":") for tiap in butir)
        klaim = None if bertingkat else _KLAIM.search(satu.teks)
        if klaim is not None and _PENJUMLAHAN.search(satu.teks[: klaim.start()]):
            klaim = None
        yield Daftar(
            satu.teks,
            to_tempat(satu.letak_pada(klaim.start() if klaim else 0)),
            int(klaim["n"]) if klaim else None,
            tuple(_nomor(tiap.teks) for tiap in butir),
            tuple(to_tempat(tiap.letak) for tiap in butir),
        )


def _butir(blok: Sequence[BlokBaca]) -> Iterator[ParagrafBaca]:
    pola: re.Pattern[str] | None = None
    tanda = ""
    for satu in blok:
        if not isinstance(satu, ParagrafBaca) or not satu.butir:
            return
        if not tanda:
            pola = next((calon for calon in (_NOMOR, _HURUF) if calon.match(satu.teks)), None)
            tanda = satu.teks[0]
        elif pola is not None and pola.match(satu.teks) and _nomor(satu.teks) == 1:
            return
        if pola.match(satu.teks) if pola else satu.teks[0] == tanda:
            yield satu


def _nomor(teks: str) -> int | None:
    if cocok := _NOMOR.match(teks):
        return int(cocok[1])
    cocok = _HURUF.match(teks)
    return None if cocok is None else ord(cocok[1]) - ord("a") + 1
