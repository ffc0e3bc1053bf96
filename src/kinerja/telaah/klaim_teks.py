"""What prose claims about numbers: weights, growth of the budget."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja.aturan.telaah.fakta import Fakta, HimpunanBobot, Jenis, Kaitan, Kalimat, Lingkup, Pokok, Rumus
from kinerja.aturan.telaah.selang import Cetakan
from kinerja.dokumen.baca.naskah import BlokBaca, ParagrafBaca
from kinerja.telaah.angka import baca_cetakan, pastikan
from kinerja.telaah.kepala import kenali_kolom
from kinerja.telaah.kosakata import Instrumen, load_kosakata
from kinerja.telaah.susunan import to_tempat

_BOBOT = re.compile(
    r"(?P<nama>[^,;:]{3,160}?),?\s*(?:dengan\s+)?bobot(?:\s+penilaian)?\s*(?:sebesar\s*)?(?P<nilai>\d[\d.,]*)\s*(?:%|persen)"
)
_TUMBUH = re.compile(
    r"(?P<arah>kenaikan|peningkatan|penurunan|naik|turun|meningkat|menurun)\s+(?:sebesar|sebanyak)\s+(?P<nilai>\d[\d.,]*\s*(?:%|persen))"
)


def cari_bobot(blok: Sequence[BlokBaca], tahun: int | None) -> Iterator[HimpunanBobot]:
    """Sets of weights: items of one list, or several in one sentence."""
    kumpul: list[tuple[str, Fakta]] = []
    for satu in [*blok, None]:
        ditemukan = list(_bobot_paragraf(satu)) if isinstance(satu, ParagrafBaca) else []
        butir = isinstance(satu, ParagrafBaca) and satu.butir and len(ditemukan) == 1
        if kumpul and not butir:
            yield from _jadikan_himpunan(kumpul, tahun)
            kumpul = []
        if butir:
            kumpul += ditemukan
        elif len(ditemukan) > 1:
            yield from _jadikan_himpunan(ditemukan, tahun)


def _bobot_paragraf(paragraf: ParagrafBaca) -> Iterator[tuple[str, Fakta]]:
    if "bobot" not in paragraf.teks:
        return
    for cocok in _BOBOT.finditer(paragraf.teks):
        cetakan = baca_cetakan(f"{cocok['nilai'].rstrip('.,')}%")
        if cetakan is not None:
            tempat = to_tempat(paragraf.letak_pada(cocok.start("nilai")))
            pokok = Pokok("bobot:", cocok["nama"].strip(), Lingkup.LAIN)
            yield cocok["nama"], Fakta(pokok, Jenis.BOBOT, pastikan(cetakan[0]), tempat, satuan="%")


def _jadikan_himpunan(kumpul: Sequence[tuple[str, Fakta]], tahun: int | None) -> Iterator[HimpunanBobot]:
    instrumen = max(load_kosakata().instrumen.values(), key=lambda satu: _banyak_cocok(satu, kumpul))
    if _banyak_cocok(instrumen, kumpul) < 2:
        yield HimpunanBobot("", tuple(fakta for _, fakta in kumpul))
        return
    bobot = []
    for nama, fakta in kumpul:
        bagian = instrumen.cari_bagian(nama)
        pokok = Pokok(f"bobot:{bagian}", fakta.apa.teks)
        bobot.append(Fakta(pokok, Jenis.BOBOT, fakta.cetakan, fakta.tempat, satuan="%"))
    yield HimpunanBobot(instrumen.nama, tuple(bobot), tuple(instrumen.bobot_tahun(tahun).items()))


def _banyak_cocok(instrumen: Instrumen, kumpul: Sequence[tuple[str, Fakta]]) -> int:
    return len({instrumen.cari_bagian(nama) for nama, _ in kumpul} - {""})


def cari_tumbuh(kalimat: Sequence[Kalimat], fakta: Sequence[Fakta], tahun: int | None) -> Iterator[Kaitan]:
    """Growth of spending that a sentence gives in percent, beside the amounts of both years."""
    if tahun is None:
        return
    per_kunci = {(satu.apa.kunci, satu.jenis, satu.tahun): satu for satu in fakta}
    belanja = {satu.apa.kunci: satu.apa for satu in fakta if satu.apa.lingkup is Lingkup.BELANJA}
    for satu in kalimat:
        for cocok in _TUMBUH.finditer(satu.teks):
            pokok = _belanja_terdekat(satu.teks[: cocok.start()], belanja)
            cetakan = baca_cetakan(cocok["nilai"].replace("persen", "%"))
            if pokok is None or cetakan is None:
                continue
            kunci = pokok.kunci
            dua = [per_kunci.get((kunci, Jenis.REALISASI_ANGGARAN, t)) for t in (tahun - 1, tahun)]
            serapan = [per_kunci.get((kunci, Jenis.SERAPAN, t)) for t in (tahun - 1, tahun)]
            if dua[0] is None or dua[1] is None:
                continue
            turun = cocok["arah"].startswith(("turun", "menurun", "penurunan"))
            hasil = Fakta(
                pokok, Jenis.PERTUMBUHAN, _tandai(cetakan[0], turun), satu.tempat, tahun=tahun, satuan="%"
            )
            tetapan = tuple(nilai.cetakan.nilai for nilai in serapan if nilai is not None)
            yield Kaitan(Rumus.TUMBUH, (dua[0], dua[1]), hasil, tetapan if len(tetapan) == 2 else ())


def _tandai(cetakan: Cetakan, turun: bool) -> Cetakan:
    nilai = -cetakan.nilai if turun else cetakan.nilai
    return Cetakan(cetakan.teks, Decimal(nilai), cetakan.desimal)


def _belanja_terdekat(sebelum: str, belanja: dict[str, Pokok]) -> Pokok | None:
    """The kind of spending named last before the claim, by the last word of its name."""
    rapi = sebelum.casefold()
    posisi = [
        (rapi.rfind(pokok.teks.casefold().split()[-1]), kunci)
        for kunci, pokok in belanja.items()
        if pokok.teks
    ]
    terbaik = max(posisi, default=(-1, ""))
    return belanja[terbaik[1]] if terbaik[0] >= 0 else None


_RINGKASAN = re.compile(r"(?i)nilai\s+(?P<nama>[a-z][a-z ]{2,40}?)\s*:\s*(?P<nilai>\d{1,3}[.,]\d+)")


def cari_ringkasan(blok: Sequence[BlokBaca], fakta: Sequence[Fakta], tahun: int | None) -> Iterator[Kaitan]:
    """Scores of the whole office ("Nilai IKPA : 98,06"): the mean of its units, and of each other by weight."""
    for satu in blok:
        if isinstance(satu, ParagrafBaca):
            ringkasan = dict(_ringkasan_paragraf(satu, tahun))
            for peran, hasil in ringkasan.items():
                kolom = _kolom_satker(fakta, peran)
                if kolom:
                    yield Kaitan(Rumus.RATA_RATA, kolom[0], hasil, selain=tuple(kolom[1:]))
            yield from _kaitkan_ringkasan(ringkasan, tahun)


def _ringkasan_paragraf(paragraf: ParagrafBaca, tahun: int | None) -> Iterator[tuple[str, Fakta]]:
    for cocok in _RINGKASAN.finditer(paragraf.teks):
        peran = next((kolom.peran for kolom in kenali_kolom(f"nilai {cocok['nama']}")), "")
        cetakan = baca_cetakan(cocok["nilai"])
        if cetakan is not None and peran.upper() in load_kosakata().instrumen:
            pokok = Pokok(f"ringkasan:{peran}", f"nilai {peran.upper()} seluruh jajaran")
            tempat = to_tempat(paragraf.letak_pada(cocok.start("nilai")))
            yield peran, Fakta(pokok, Jenis.RATA_RATA, cetakan[0], tempat, tahun=tahun)


def _kolom_satker(fakta: Sequence[Fakta], peran: str) -> list[tuple[Fakta, ...]]:
    """The values of all units for a score, per table that has them."""
    per_tabel: dict[int | None, list[Fakta]] = {}
    for satu in fakta:
        if satu.apa.kunci == f"nilai:{peran}" and satu.siapa:
            per_tabel.setdefault(satu.tempat.tabel_ke, []).append(satu)
    return [tuple(semua) for semua in per_tabel.values()]


def _kaitkan_ringkasan(ringkasan: dict[str, Fakta], tahun: int | None) -> Iterator[Kaitan]:
    for instrumen in load_kosakata().instrumen.values():
        bobot = instrumen.bobot_tahun(tahun)
        if bobot and instrumen.hasil in ringkasan and bobot.keys() <= ringkasan.keys():
            masukan = tuple(ringkasan[bagian] for bagian in bobot)
            tetapan = tuple(nilai / 100 for nilai in bobot.values())
            yield Kaitan(Rumus.BERBOBOT, masukan, ringkasan[instrumen.hasil], tetapan)
