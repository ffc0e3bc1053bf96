"""Header words → what each column means, and what kind of table it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kinerja.telaah.kosakata import load_kosakata, rapikan
from kinerja.telaah.tabel import JenisTabel, Kolom

_BUKAN_ANGKA = frozenset(
    {"nomor", "kode", "sasaran", "indikator", "satker", "bulan", "belanja", "program", "teks", "tahun"}
)
_WAJIB = (
    ({"sasaran", "pagu", "realisasi"}, JenisTabel.ANGGARAN_SASARAN),
    ({"pagu", "realisasi", "sisa"}, JenisTabel.BELANJA),
    ({"program", "pagu"}, JenisTabel.PROGRAM),
    ({"target_renstra", "realisasi", "capaian"}, JenisTabel.RENSTRA),
    ({"target_renstra", "realisasi", "capaian_renstra"}, JenisTabel.RENSTRA),
    ({"target", "realisasi", "capaian"}, JenisTabel.CAPAIAN),
    ({"indikator", "capaian"}, JenisTabel.CAPAIAN),
    ({"sasaran", "capaian"}, JenisTabel.CAPAIAN_SASARAN),
)
_TAHUN = re.compile(r"\b(20\d\d)\b")


def kenali_kolom(kepala: str) -> list[Kolom]:
    """The columns a header names, in order; words that mean nothing here are passed over."""
    kata = rapikan(kepala.replace("%", " persen ")).split()
    hasil: list[Kolom] = []
    posisi = 0
    while posisi < len(kata):
        cocok = next(
            (
                (frasa, peran)
                for frasa, peran in load_kosakata().kolom
                if tuple(kata[posisi : posisi + len(frasa)]) == frasa
            ),
            None,
        )
        if cocok is None:
            posisi += 1
            continue
        hasil.append(Kolom(cocok[1], " ".join(cocok[0])))
        posisi += len(cocok[0])
    return _sisipkan_kelompok(hasil)


def _sisipkan_kelompok(kolom: list[Kolom]) -> list[Kolom]:
    """Two header rows read as one flow: what follows the groups and belongs under them goes where they stand."""
    posisi = [i for i, satu in enumerate(kolom) if satu.peran == "kelompok"]
    if not posisi:
        return kolom
    ekor = kolom[posisi[-1] + 1 :]
    bagian = set(load_kosakata().instrumen["IKPA"].bagian)
    bawah = [satu for satu in ekor if satu.peran in bagian]
    sisa = [satu for satu in ekor if satu.peran not in bagian]
    return [*kolom[: posisi[0]], *bawah, *sisa]


def kolom_angka(kolom: Sequence[Kolom]) -> tuple[Kolom, ...]:
    """The columns that hold numbers; a role that comes twice in a row was broken over two header cells."""
    return tuple(satu for satu in kolom if satu.peran not in _BUKAN_ANGKA)


def kenali_jenis(kolom: Sequence[Kolom], judul: str, kepala: str) -> JenisTabel:
    """The kind of table its columns and caption speak of."""
    peran = {satu.peran for satu in kolom}
    if load_kosakata().is_memuat("judul_riwayat", judul) and "target_renstra" not in peran:
        return JenisTabel.RIWAYAT
    if len(_TAHUN.findall(kepala)) >= 2 and {"sasaran", "indikator"} & peran:
        return JenisTabel.RIWAYAT
    if {"indikator", "target"} <= peran and not {"pagu", "realisasi", "sisa"} <= peran:
        return _kenali_indikator(peran)
    return next((jenis for wajib, jenis in _WAJIB if wajib <= peran), JenisTabel.NILAI)


def _kenali_indikator(peran: set[str]) -> JenisTabel:
    if "realisasi" not in peran:
        return JenisTabel.RENCANA
    if "target_renstra" in peran:
        return JenisTabel.RENSTRA
    return JenisTabel.CAPAIAN


def tahun_kepala(kepala: str) -> tuple[int, ...]:
    """Years of a header, each once, in order."""
    return tuple(dict.fromkeys(int(tahun) for tahun in _TAHUN.findall(kepala)))
