"""A document → facts, claimed calculations and structure: all that the checks look at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from kinerja.aturan.telaah.fakta import (
    Bahan,
    Fakta,
    HimpunanBobot,
    Jenis,
    Kaitan,
    KepalaTabel,
    Lingkup,
    Pokok,
)
from kinerja.dokumen.baca.naskah import BlokBaca, JudulBaca, Naskah, ParagrafBaca, TabelAlir, TabelBaca
from kinerja.telaah import susunan
from kinerja.telaah.alir import urai_alir
from kinerja.telaah.alir_deret import Deret, urai_deret
from kinerja.telaah.himpunan import Himpunan
from kinerja.telaah.kisi import urai_kisi
from kinerja.telaah.klaim_teks import cari_bobot, cari_ringkasan, cari_tumbuh
from kinerja.telaah.nama import MIRIP
from kinerja.telaah.rumus_teks import RumusTeks, cari_rumus
from kinerja.telaah.tabel import JenisTabel, TabelUrai
from kinerja.telaah.tafsir_anggaran import (
    kenali_pihak,
    tafsir_anggaran_rencana,
    tafsir_anggaran_sasaran,
    tafsir_belanja,
    tafsir_program,
)
from kinerja.telaah.tafsir_indikator import (
    kaitkan_sasaran,
    tafsir_capaian_sasaran,
    tafsir_deret,
    tafsir_indikator,
    tingkat_indikator,
)
from kinerja.telaah.tafsir_nilai import tafsir_nilai

# Of "tahun 2021–2023" the report is about the last.
_TAHUN = re.compile(
    r"(?i)\btahun(?: anggaran)?\s+(?:20\d\d\s*(?:[-–—]|s\.?d\.?|sampai(?: dengan)?)\s*)?(20\d\d)\b"
)


@dataclass(slots=True)
class _Dibaca:
    """A table beside what was understood of it."""

    urai: TabelUrai
    deret: list[Deret] = field(default_factory=list)


def ekstrak(naskah: Naskah) -> Bahan:
    """Everything the checks need. Never raises for a document that was read."""
    naskah = replace(naskah, blok=susunan.raise_tingkat(naskah.blok))
    tahun = tebak_tahun(naskah)
    himpunan = Himpunan(tahun)
    tabel = {
        id(blok): dibaca for ke, blok in enumerate(naskah.tabel(), 1) if (dibaca := _baca_tabel(blok, ke))
    }
    _tafsir_sasaran(himpunan, tabel.values())
    blok = _tafsir_berurutan(himpunan, naskah.blok, tabel)
    kaitkan_sasaran(himpunan)
    kalimat = tuple(susunan.kumpulkan_kalimat(blok))
    himpunan.kaitan += cari_tumbuh(kalimat, himpunan.fakta, tahun)
    himpunan.kaitan += cari_ringkasan(naskah.blok, himpunan.fakta, tahun)
    return Bahan(
        tahun=tahun,
        fakta=tuple(himpunan.fakta),
        kaitan=tuple(himpunan.kaitan),
        bobot=_gabung_bobot(himpunan.bobot, cari_bobot(naskah.blok, tahun)),
        keterangan=tuple(susunan.kumpulkan_keterangan(naskah.blok)),
        bagian=susunan.kumpulkan_bagian(blok),
        kalimat=kalimat,
        daftar=tuple(susunan.kumpulkan_daftar(naskah.blok)),
        rujukan=tuple(susunan.kumpulkan_rujukan(naskah.blok)),
        kepala=tuple(
            KepalaTabel(satu.urai.kepala, satu.urai.tempat, len(satu.urai.baris)) for satu in tabel.values()
        ),
        halaman_tak_terbaca=naskah.tak_terbaca,
    )


def tebak_tahun(naskah: Naskah) -> int | None:
    """The year the report is about: the one its headings and captions name most, else its prose."""
    judul: Counter[int] = Counter()
    prosa: Counter[int] = Counter()
    for blok in naskah.blok:
        if isinstance(blok, TabelAlir | TabelBaca):
            teks = "" if blok.keterangan is None else blok.keterangan.judul
            judul.update(int(satu) for satu in _TAHUN.findall(teks))
        elif isinstance(blok, JudulBaca | ParagrafBaca):
            prosa.update(int(satu) for satu in _TAHUN.findall(blok.teks))
    terbanyak = (judul or prosa).most_common(1)
    return terbanyak[0][0] if terbanyak else None


def _baca_tabel(blok: TabelAlir | TabelBaca, ke: int) -> _Dibaca | None:
    urai = urai_kisi(blok, ke) if isinstance(blok, TabelBaca) else urai_alir(blok, ke)
    if urai is None:
        return None
    deret = isinstance(blok, TabelAlir) and urai.jenis is JenisTabel.RIWAYAT
    return _Dibaca(urai, urai_deret(blok, ke) if isinstance(blok, TabelAlir) and deret else [])


def _tafsir_sasaran(himpunan: Himpunan, tabel: Iterable[_Dibaca]) -> None:
    """Names of sasaran first: they part the words of all other rows."""
    for satu in tabel:
        if satu.urai.jenis is JenisTabel.CAPAIAN_SASARAN:
            tafsir_capaian_sasaran(himpunan, satu.urai)
        elif satu.urai.jenis is JenisTabel.ANGGARAN_SASARAN:
            tafsir_anggaran_sasaran(himpunan, satu.urai)


def _tafsir_berurutan(
    himpunan: Himpunan, blok: Sequence[BlokBaca], tabel: dict[int, _Dibaca]
) -> list[tuple[BlokBaca, str]]:
    """Walk in reading order, so that each table and sentence is seen in its section."""
    hasil = []
    for i, satu in enumerate(blok):
        berikut = blok[i + 1] if i + 1 < len(blok) else None
        if isinstance(satu, JudulBaca):
            _masuki(himpunan, satu, berikut)
        elif id(satu) in tabel:
            sasaran = himpunan.konteks.sasaran
            _tafsir_tabel(himpunan, tabel[id(satu)])
            himpunan.konteks.sasaran = sasaran
        elif isinstance(satu, ParagrafBaca):
            _tafsir_paragraf(himpunan, satu, berikut)
        bagian = himpunan.konteks.indikator
        hasil.append((satu, "" if bagian is None else bagian.pokok.kunci))
    return hasil


def _masuki(himpunan: Himpunan, judul: JudulBaca, berikut: BlokBaca | None) -> None:
    konteks = himpunan.konteks
    if cocok := susunan.JUDUL_SASARAN.match(judul.teks):
        nama = cocok["nama"] or (berikut.teks if isinstance(berikut, ParagrafBaca) else "")
        pokok, mirip = himpunan.katalog.cari_sasaran(nama)
        # The same words in the box of a figure do not begin a new part.
        baru = konteks.indikator is None or pokok is None or konteks.indikator.sasaran != pokok.kunci
        if pokok is not None and mirip >= MIRIP and baru:
            konteks.sasaran, konteks.indikator = pokok, None
    elif cocok := susunan.JUDUL_INDIKATOR.match(judul.teks):
        konteks.indikator = None
        tingkat = tingkat_indikator(judul.teks)
        nama = cocok["nama"].strip()
        konteks.indikator, _ = himpunan.katalog.add_indikator(nama, konteks.sasaran, tingkat, longgar=True)
        konteks.sasaran = himpunan.katalog.get_sasaran(konteks.indikator.sasaran) or konteks.sasaran
    elif judul.tingkat is not None and judul.tingkat <= 2:
        konteks.sasaran = konteks.indikator = None
        konteks.pihak = ""


def _tafsir_tabel(himpunan: Himpunan, dibaca: _Dibaca) -> None:
    urai = dibaca.urai
    if dibaca.deret:
        tafsir_deret(himpunan, dibaca.deret, urai.kepala)
    elif urai.jenis in (JenisTabel.CAPAIAN, JenisTabel.RENSTRA, JenisTabel.RENCANA):
        tafsir_indikator(himpunan, urai)
        tafsir_anggaran_rencana(himpunan, urai)
    elif urai.jenis is JenisTabel.RIWAYAT and urai.baris:
        tafsir_indikator(himpunan, urai)
    elif urai.jenis is JenisTabel.PROGRAM:
        tafsir_program(himpunan, urai)
    elif urai.jenis is JenisTabel.BELANJA:
        tafsir_belanja(himpunan, urai)
    elif urai.jenis is JenisTabel.NILAI:
        tafsir_nilai(himpunan, urai)


def _tafsir_paragraf(himpunan: Himpunan, paragraf: ParagrafBaca, berikut: BlokBaca | None) -> None:
    """Calculations in prose; one may run on into the next paragraph."""
    himpunan.konteks.pihak = kenali_pihak(paragraf.teks) or himpunan.konteks.pihak
    lanjut = f" {berikut.teks}" if isinstance(berikut, ParagrafBaca) and not berikut.butir else ""
    for rumus in cari_rumus(paragraf.teks + lanjut):
        if rumus.posisi < len(paragraf.teks):
            _catat_rumus(himpunan, rumus, paragraf, berikut)


def _catat_rumus(
    himpunan: Himpunan, rumus: RumusTeks, paragraf: ParagrafBaca, berikut: BlokBaca | None
) -> None:
    posisi = rumus.posisi_hasil
    asal = paragraf
    if posisi >= len(paragraf.teks) and isinstance(berikut, ParagrafBaca):
        asal, posisi = berikut, posisi - len(paragraf.teks) - 1
    tempat = susunan.to_tempat(asal.letak_pada(posisi))
    bagian = himpunan.konteks.indikator
    pokok = Pokok("rumus", paragraf.teks[:80], Lingkup.LAIN) if bagian is None else bagian.pokok
    jenis = (Jenis.PEMBILANG, Jenis.PENYEBUT)

    def jadikan(semua: Sequence[object]) -> tuple[Fakta, ...]:
        return tuple(
            Fakta(pokok, jenis[min(i, 1)], cetakan, tempat, tahun=himpunan.tahun)  # type: ignore[arg-type]
            for i, cetakan in enumerate(semua)
        )

    masukan = jadikan(rumus.masukan)
    hasil = Fakta(pokok, Jenis.NILAI, rumus.hasil, tempat, tahun=himpunan.tahun, satuan=rumus.satuan)
    himpunan.fakta += [*masukan, hasil]
    himpunan.kaitan.append(
        Kaitan(
            rumus.rumus,
            masukan,
            hasil,
            selain=tuple(jadikan(satu) for satu in rumus.selain),
            label=rumus.label,
        )
    )


def _gabung_bobot(
    tabel: Sequence[HimpunanBobot], prosa: Iterator[HimpunanBobot]
) -> tuple[HimpunanBobot, ...]:
    """Stated weights with the rows they should make."""
    baris: dict[str, tuple[Kaitan, ...]] = {}
    for satu in tabel:
        baris[satu.nama] = baris.get(satu.nama, ()) + satu.baris
    dinyatakan = [replace(satu, baris=baris.get(satu.nama, ())) for satu in prosa]
    disebut = {satu.nama for satu in dinyatakan}
    return (*dinyatakan, *(satu for satu in tabel if satu.nama not in disebut))
