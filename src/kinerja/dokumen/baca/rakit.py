"""Put a document together: captions to their tables and figures, headers apart from rows, places to all cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kinerja.dokumen.baca.kepala_tabel import count_kepala, is_penomor, is_sama
from kinerja.dokumen.baca.mentah import GambarMentah, SelMentah, TabelMentah, Unsur
from kinerja.dokumen.baca.naskah import (
    BlokBaca,
    GambarBaca,
    KeteranganBaca,
    ParagrafBaca,
    SelBaca,
    TabelAlir,
    TabelBaca,
)

_TERPASANG = TabelMentah | GambarMentah
_SELIPAN = 160


def rakit(unsur: Sequence[Unsur]) -> tuple[BlokBaca, ...]:
    """The blocks of a document. A caption without its table becomes a TabelAlir that holds nothing else."""
    terpakai = _pasangkan(unsur)
    hasil: list[BlokBaca] = []
    nomor = 0
    for urutan, satu in enumerate(unsur):
        match satu:
            case TabelMentah():
                nomor += 1
                hasil.append(susun_tabel(satu, nomor))
            case GambarMentah():
                hasil.append(GambarBaca(satu.keterangan, satu.alternatif, satu.letak))
            case KeteranganBaca():
                if urutan not in terpakai:
                    hasil.append(_berdiri_sendiri(satu))
            case _:
                hasil.append(satu)
    return tuple(hasil)


def _berdiri_sendiri(keterangan: KeteranganBaca) -> BlokBaca:
    if keterangan.jenis == "tabel":
        return TabelAlir(keterangan, ())
    return GambarBaca(keterangan, "", keterangan.letak)


# ------------------------------------------------------------------ captions


def _pasangkan(unsur: Sequence[Unsur]) -> set[int]:
    """Give each table and figure the caption beside it; the indices of the captions that found one."""
    terpakai: set[int] = set()
    for jenis, kelas in (("tabel", TabelMentah), ("gambar", GambarMentah)):
        indeks = [n for n, u in enumerate(unsur) if isinstance(u, KeteranganBaca) and u.jenis == jenis]
        arah = (1, -1) if _is_di_atas(unsur, indeks, kelas) else (-1, 1)
        for jarak in (1, 2):
            for langkah in arah:
                for n in indeks:
                    if n not in terpakai and (milik := _cari(unsur, n, langkah * jarak, kelas)) is not None:
                        milik.keterangan = _keterangan(unsur[n])
                        terpakai.add(n)
    return terpakai


def _keterangan(unsur: Unsur) -> KeteranganBaca | None:
    return unsur if isinstance(unsur, KeteranganBaca) else None


def _is_di_atas(unsur: Sequence[Unsur], indeks: list[int], kelas: type[_TERPASANG]) -> bool:
    """The habit of the document, from the captions that have a neighbour on one side only."""
    atas = bawah = 0
    for n in indeks:
        sesudah, sebelum = (_cari(unsur, n, langkah, kelas) is not None for langkah in (1, -1))
        atas += sesudah and not sebelum
        bawah += sebelum and not sesudah
    return atas > bawah or (atas == bawah and kelas is TabelMentah)


def _cari(unsur: Sequence[Unsur], n: int, langkah: int, kelas: type[_TERPASANG]) -> _TERPASANG | None:
    """The item so far away, if it is one of that class and has no caption yet; two away, if a short line is between.

    Such a line is a unit above a table ("dalam rupiah") or a source beneath a figure.
    """
    tetangga = n + langkah
    if not 0 <= tetangga < len(unsur):
        return None
    satu, antara = unsur[tetangga], unsur[n + langkah // abs(langkah)]
    if abs(langkah) > 1 and not (isinstance(antara, ParagrafBaca) and len(antara.teks) <= _SELIPAN):
        return None
    return satu if isinstance(satu, kelas) and satu.keterangan is None else None


# ------------------------------------------------------------------ tables


def susun_tabel(mentah: TabelMentah, nomor: int) -> TabelBaca:
    """The table with that ordinal: header, rows that number the columns, and data; repeated headers dropped."""
    lebar = mentah.lebar
    banyak = mentah.kepala if mentah.kepala is not None else count_kepala(mentah.baris, lebar)
    bernomor = list(enumerate(mentah.baris, start=1))
    kepala, sisa = bernomor[:banyak], bernomor[banyak:]
    penomor = [b for b in kepala if is_penomor(b[1], lebar)]
    kepala = [b for b in kepala if b not in penomor]
    if sisa and banyak and is_penomor(sisa[0][1], lebar):
        penomor.append(sisa.pop(0))
    data = _buang_ulangan(sisa, [b for _, b in kepala], [b for _, b in penomor])
    return TabelBaca(
        mentah.keterangan,
        tuple(_susun_baris(b, n, nomor) for n, b in kepala),
        tuple(_susun_baris(b, n, nomor) for n, b in data),
        replace(mentah.letak, tabel=nomor),
        tuple(_susun_baris(b, n, nomor) for n, b in penomor),
    )


_Bernomor = tuple[int, list[SelMentah]]


def _buang_ulangan(
    baris: list[_Bernomor], kepala: list[list[SelMentah]], penomor: list[list[SelMentah]]
) -> list[_Bernomor]:
    """The rows without the header that a page break repeated, and without its row of numbers."""
    hasil: list[_Bernomor] = []
    n = 0
    while n < len(baris):
        if kepala and _is_ulangan(baris[n:], kepala):
            n += len(kepala)
        elif any(is_sama(baris[n][1], p) for p in penomor):
            n += 1
        else:
            hasil.append(baris[n])
            n += 1
    return hasil


def _is_ulangan(baris: list[_Bernomor], kepala: list[list[SelMentah]]) -> bool:
    return len(baris) >= len(kepala) and all(is_sama(b, k) for (_, b), k in zip(baris, kepala, strict=False))


def _susun_baris(baris: list[SelMentah], nomor_baris: int, tabel: int) -> tuple[SelBaca, ...]:
    return tuple(
        SelBaca(
            s.teks,
            replace(s.letak, tabel=tabel, baris_tabel=nomor_baris, kolom=s.kolom),
            s.bentang_kolom,
            s.bentang_baris,
            s.nilai,
            s.rumus,
        )
        for s in baris
    )
