"""The texts of a report as a Word file for people who prefer Word, and what came back of it, part by part."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kinerja.dokumen.baca.kendala import Kendala
from kinerja.dokumen.baca.word.suntingan import BagianSuntingan, read_suntingan
from kinerja.dokumen.docx import render_docx
from kinerja.dokumen.docx.medan import AWALAN_SUNTINGAN
from kinerja.dokumen.model import Bagian, Dokumen, catatan, paragraf
from kinerja.dokumen.tulisan import (
    GambarTulisan,
    Unsur,
    convert_tulisan,
    raise_subjudul,
    read_tulisan,
    write_tulisan,
)
from kinerja.organisasi.models import Satker
from kinerja.pelaporan.gambar import GudangGambar
from kinerja.pelaporan.models import PenulisanNarasi, StatusNarasi
from kinerja.pelaporan.penulisan import BarisPenulisan

_ID_PETUNJUK = f"{AWALAN_SUNTINGAN}petunjuk"
_PETUNJUK = (
    "Sunting hanya teks di bawah setiap judul bagian. Judul boleh dibiarkan; penandanya yang tersembunyi dipakai "
    "untuk mengenali bagian saat berkas ini diunggah kembali. Tidak ada yang disimpan sebelum Anda menerimanya."
)


@dataclass(frozen=True, slots=True)
class Usulan:
    """A text that came back changed; `sebab` says why it cannot be taken over ("" when it can)."""

    baris: BarisPenulisan
    lama: str
    baru: str
    sebab: str = ""


@dataclass(frozen=True, slots=True)
class HasilNaskah:
    """What a Word file brought: changed texts, how many came back as they were, headings nobody knows."""

    usulan: tuple[Usulan, ...] = ()
    sama: int = 0
    tak_dikenal: tuple[str, ...] = ()
    kendala: tuple[Kendala, ...] = ()


def make_naskah(satker: Satker, tahun: int, instansi: str, baris: Sequence[BarisPenulisan]) -> bytes:
    """The Word file of those texts, each under a heading with a hidden bookmark."""
    gambar = GudangGambar(satker, tahun)
    kelompok: dict[str, list[Bagian]] = {}
    for satu in baris:
        kelompok.setdefault(satu.pemilik, []).append(_ke_bagian(satu, gambar))
    bab = tuple(
        raise_subjudul(Bagian(f"pemilik-{n}", nama, anak=tuple(anak), bernomor=False))
        for n, (nama, anak) in enumerate(kelompok.items(), 1)
    )
    dokumen = Dokumen(
        "Naskah kerja laporan kinerja", f"Tahun {tahun}", instansi, tahun, "", "",
        depan=(Bagian(_ID_PETUNJUK, f"Naskah kerja {instansi} {tahun}", (paragraf(_PETUNJUK),), bernomor=False),),
        bab=bab, rupa="surat",
    )  # fmt: skip
    return render_docx(dokumen)


def _ke_bagian(baris: BarisPenulisan, gambar: Mapping[str, object]) -> Bagian:
    id_ = make_id(baris.penulisan)
    isi = convert_tulisan(baris.penulisan.narasi.isi, id_, gambar)
    return Bagian(id_, baris.nama, isi or (catatan("kosong", "Tulis di bawah baris ini."),), bernomor=False)


def make_id(penulisan: PenulisanNarasi) -> str:
    """The bookmark of a text: the same in every installation, different for every office and year."""
    narasi = penulisan.narasi
    tempat = (
        narasi.satker.kunci,
        str(narasi.tahun),
        narasi.bagian,
        narasi.indikator.kode if narasi.indikator else "",
    )
    return AWALAN_SUNTINGAN + hashlib.sha256("\0".join(tempat).encode()).hexdigest()[:16]


def read_naskah(nama: str, isi: bytes, baris: Sequence[BarisPenulisan]) -> HasilNaskah:
    """What a Word file would change of those texts; nothing is stored."""
    bagian, kendala = read_suntingan(nama, isi)
    per_id = {make_id(b.penulisan): b for b in baris}
    per_judul = _per_judul(baris)
    usulan: list[Usulan] = []
    sama, tak_dikenal = 0, []
    for satu in bagian:
        milik = per_id.get(satu.id) or (per_judul.get(_ratakan(satu.judul)) if not satu.id else None)
        if milik is None:
            tak_dikenal += [satu.judul] if satu.isi and satu.id != _ID_PETUNJUK else []
        elif (hasil := _banding(milik, satu)) is None:
            sama += 1
        else:
            usulan.append(hasil)
    return HasilNaskah(tuple(usulan), sama, tuple(tak_dikenal), kendala)


def _per_judul(baris: Iterable[BarisPenulisan]) -> dict[str, BarisPenulisan]:
    """By heading, where only one text has it."""
    judul: dict[str, list[BarisPenulisan]] = {}
    for satu in baris:
        judul.setdefault(_ratakan(satu.nama), []).append(satu)
    return {nama: semua[0] for nama, semua in judul.items() if len(semua) == 1}


def _ratakan(judul: str) -> str:
    return " ".join(judul.casefold().split())


def _banding(baris: BarisPenulisan, bagian: BagianSuntingan) -> Usulan | None:
    """The change, None where there is none: the old text is compared as it would come back."""
    semula = read_tulisan(baris.penulisan.narasi.isi)
    unsur, hilang = _kenali_gambar(bagian.isi, semula)
    lama, baru = write_tulisan(semula), write_tulisan(unsur)
    if lama == baru:
        return None
    return Usulan(baris, lama, baru, _sebut_sebab(baris, hilang))


def _sebut_sebab(baris: BarisPenulisan, gambar_baru: int) -> str:
    if baris.penulisan.status != StatusNarasi.DRAF:
        return (
            f"Narasi berstatus {StatusNarasi(baris.penulisan.status).label}; kembalikan dahulu menjadi draf."
        )
    if not baris.menulis:
        return "Narasi ini bukan tugas Anda."
    if gambar_baru:
        return f"{gambar_baru} gambar baru di berkas Word; unggah gambarnya di halaman penyunting."
    return ""


def _kenali_gambar(isi: Iterable[Unsur], semula: Iterable[Unsur]) -> tuple[list[Unsur], int]:
    """Pictures that came back get their name again, by their text alternative; how many are new."""
    dikenal = {u.alt: u for u in semula if isinstance(u, GambarTulisan)}
    hasil: list[Unsur] = list(_tukar(isi, dikenal))
    baru = sum(isinstance(u, GambarTulisan) and not u.nama for u in hasil)
    return hasil, baru


def _tukar(isi: Iterable[Unsur], dikenal: Mapping[str, GambarTulisan]) -> Iterator[Unsur]:
    for unsur in isi:
        yield dikenal.get(unsur.alt, unsur) if isinstance(unsur, GambarTulisan) else unsur
