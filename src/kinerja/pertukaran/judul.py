"""Find the header row of a sheet and its columns by what the headers mean."""

import difflib
import re
from collections.abc import Iterator, Sequence

from kinerja.dasar.urai import kutip
from kinerja.dokumen.baca.letak import nama_sel
from kinerja.dokumen.baca.xlsx import Isi, LembarMentah
from kinerja.pertukaran.lembar import Kolom, Lembar, list_judul
from kinerja.pertukaran.sel import ke_teks
from kinerja.pertukaran.temuan import Temuan, Tingkat

_BARIS_TERJAUH = 15


def cari_judul(lembar: Lembar, mentah: LembarMentah) -> tuple[dict[str, int] | None, int, list[Temuan]]:
    """Where each column stands (None when one that must be there is not), the first data row, problems.

    The header is the row among the first that names most columns.
    """
    terbaik: dict[str, int] = {}
    baris_judul = 0
    for nomor, baris in enumerate(mentah.baris[:_BARIS_TERJAUH]):
        letak = _cocokkan(lembar, baris)
        if len(letak) > len(terbaik):
            terbaik, baris_judul = letak, nomor
    kurang = [k.judul for k in lembar.kolom if k.wajib and k.kunci not in terbaik]
    if kurang:
        return None, 0, [_laporkan_kurang(lembar, mentah, baris_judul, kurang)]
    return terbaik, baris_judul + 1, list(_periksa_sisa(lembar, mentah, baris_judul, terbaik))


def _cocokkan(lembar: Lembar, baris: Sequence[Isi]) -> dict[str, int]:
    dikenal = _list_dikenal(lembar)
    letak: dict[str, int] = {}
    for indeks, sel in enumerate(baris):
        kolom = dikenal.get(_sederhanakan(sel))
        if kolom is not None:
            letak.setdefault(kolom.kunci, indeks)
    return letak


def _list_dikenal(lembar: Lembar) -> dict[str, Kolom]:
    return {_sederhanakan(judul): kolom for kolom in lembar.kolom for judul in list_judul(kolom)}


def _sederhanakan(judul: Isi) -> str:
    """Case, blanks, punctuation and a unit in brackets do not count."""
    return re.sub(r"[^a-z0-9]+", "", re.sub(r"\([^()]*\)", "", ke_teks(judul).casefold()))


def _laporkan_kurang(lembar: Lembar, mentah: LembarMentah, baris_judul: int, kurang: list[str]) -> Temuan:
    aturan = f"Kolom wajib tidak ditemukan: {', '.join(kurang)}."
    if len(kurang) == sum(k.wajib for k in lembar.kolom):
        aturan = f"Baris judul tidak ditemukan. {aturan}"
    elif asing := _list_asing(lembar, mentah.baris[baris_judul]):
        aturan += f" Judul yang tidak dikenal di baris ini: {', '.join(asing)}."
    cara = "Tulis judul kolom persis seperti pada hasil `kinerja templat`."
    return Temuan(mentah.nama, str(baris_judul + 1), "", aturan, cara)


def _list_asing(lembar: Lembar, baris: Sequence[Isi]) -> list[str]:
    dikenal = _list_dikenal(lembar)
    return [kutip(ke_teks(sel)) for sel in baris if ke_teks(sel) and _sederhanakan(sel) not in dikenal]


def _periksa_sisa(
    lembar: Lembar, mentah: LembarMentah, baris_judul: int, letak: dict[str, int]
) -> Iterator[Temuan]:
    """Headers that were not used although something stands beneath them."""
    dikenal = _list_dikenal(lembar)
    for indeks, sel in enumerate(mentah.baris[baris_judul]):
        berisi = any(b[indeks] != "" for b in mentah.baris[baris_judul + 1 :])
        if indeks in letak.values() or ke_teks(sel) == "" or not berisi:
            continue
        tempat = (mentah.nama, nama_sel((baris_judul, indeks)), ke_teks(sel))
        if kolom := dikenal.get(_sederhanakan(sel)):
            yield Temuan(*tempat, f"Kolom {kolom.judul} ada dua kali.", "Hapus salah satunya.")
        else:
            yield Temuan(
                *tempat,
                "Kolom ini tidak dikenal, isinya tidak dibaca.",
                _sarankan(sel, dikenal),
                Tingkat.PERINGATAN,
            )


def _sarankan(sel: Isi, dikenal: dict[str, Kolom]) -> str:
    mirip = difflib.get_close_matches(_sederhanakan(sel), dikenal, n=1)
    if mirip:
        return f"Mungkin maksudnya {dikenal[mirip[0]].judul}."
    return "Abaikan bila memang catatan sendiri."
