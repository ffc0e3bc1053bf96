"""What the rows of tables of indicators and sasaran state."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kinerja.aturan.telaah.fakta import Fakta, Jenis, Rumus, Sifat
from kinerja.telaah.alir_deret import Deret
from kinerja.telaah.angka import baca_cetakan, pastikan
from kinerja.telaah.himpunan import Himpunan
from kinerja.telaah.nama import SAMA, peras
from kinerja.telaah.tabel import Baris, JenisBaris, JenisTabel, Sel, TabelUrai

_PECAHAN = re.compile(r"([\d.,]+)\s*/\s*([\d.,]+)")
_JENIS = {
    "target": Jenis.TARGET,
    "target_renstra": Jenis.TARGET_RENSTRA,
    "realisasi": Jenis.REALISASI,
    "capaian": Jenis.CAPAIAN,
    "capaian_renstra": Jenis.CAPAIAN_RENSTRA,
}
_BAGIAN = {"pembilang": Jenis.PEMBILANG, "penyebut": Jenis.PENYEBUT}


def tingkat_indikator(kepala: str) -> str:
    """ "utama", "program" or "kegiatan" as the header names its indicators, else ""."""
    rapi = kepala.casefold()
    return next(
        (satu for satu in ("kegiatan", "utama", "program") if f"indikator kinerja {satu}" in rapi), ""
    )


def tafsir_indikator(himpunan: Himpunan, tabel: TabelUrai) -> None:
    """Targets, results and capaian per indicator; a claimed calculation per row that has all three."""
    tingkat = tingkat_indikator(tabel.kepala)
    for baris in tabel.baris:
        if baris.jenis is JenisBaris.KELOMPOK and "sasaran" not in tabel.peran and _is_kisi(tabel):
            himpunan.masuki_kelompok(baris.label)
        elif baris.jenis is JenisBaris.RATA_RATA and himpunan.konteks.sasaran is not None:
            sel = _sel(tabel, baris, "capaian")
            himpunan.add_fakta(himpunan.konteks.sasaran, Jenis.CAPAIAN, sel, tahun=himpunan.tahun)
        # A row that lacks a number may be one of words ("realisasi dibagi target dikali 100%").
        if baris.jenis is not JenisBaris.DATA or not any(baris.sel) or not baris.lengkap:
            continue
        dikenali = himpunan.kenali(baris, tingkat)
        if dikenali is None:
            continue
        indikator, keyakinan = dikenali
        per_peran: dict[str, Fakta | None] = {}
        bagian: dict[str, Sel | None] = {}
        for kolom, sel in zip(tabel.kolom, baris.sel, strict=False):
            if kolom.peran in _JENIS:
                jenis = _jenis(kolom.peran, tabel.jenis)
                tahun = kolom.tahun or _tahun_baris(baris) or himpunan.tahun
                fakta = himpunan.add_fakta(indikator.pokok, jenis, sel, tahun=tahun, keyakinan=keyakinan)
                per_peran[kolom.peran] = fakta
                _kaitkan_catatan(himpunan, fakta, sel)
            elif kolom.peran in _BAGIAN:
                bagian[kolom.peran] = sel
        _kaitkan(himpunan, per_peran, baris.lengkap)
        _kaitkan_bagian(himpunan, per_peran.get("realisasi"), [bagian.get(satu) for satu in _BAGIAN])


def _is_kisi(tabel: TabelUrai) -> bool:
    return any(baris.kata for baris in tabel.baris)


def _tahun_baris(baris: Baris) -> int | None:
    """The year a row is about, in a table with a row per year."""
    tahun = baris.kata.get("tahun", "")
    return int(tahun) if tahun.isdigit() else None


def _kaitkan_catatan(himpunan: Himpunan, hasil: Fakta | None, sel: Sel | None) -> None:
    """ "97,43% (2.500/2.566)" claims a ratio."""
    cocok = None if sel is None else _PECAHAN.fullmatch(sel.catatan)
    if cocok is None or hasil is None or hasil.satuan != "%" or sel is None:
        return
    bagian = [baca_cetakan(cocok[i]) for i in (1, 2)]
    if bagian[0] is None or bagian[1] is None or bagian[1][0].nilai == 0:
        return
    masukan = [
        Fakta(hasil.apa, jenis, pastikan(dua[0]), hasil.tempat, tahun=hasil.tahun)
        for jenis, dua in zip((Jenis.PEMBILANG, Jenis.PENYEBUT), bagian, strict=True)
        if dua is not None
    ]
    himpunan.fakta += masukan
    himpunan.add_kaitan(Rumus.RASIO, masukan, hasil)


def _kaitkan_bagian(himpunan: Himpunan, hasil: Fakta | None, bagian: list[Sel | None]) -> None:
    """Columns of pembilang and penyebut beside a realisasi in percent claim a ratio, or a growth of the two."""
    if hasil is None or hasil.satuan != "%":
        return
    masukan = [
        Fakta(hasil.apa, jenis, pastikan(sel.cetakan), sel.tempat, tahun=hasil.tahun)
        for jenis, sel in zip(_BAGIAN.values(), bagian, strict=True)
        if sel is not None and sel.cetakan is not None and not sel.catatan
    ]
    if len(masukan) == len(_BAGIAN) and masukan[1].cetakan.nilai != 0:
        himpunan.fakta += masukan
        himpunan.add_kaitan(*_rumus_bagian(masukan[0], masukan[1], hasil), hasil)


def _rumus_bagian(atas: Fakta, bawah: Fakta, hasil: Fakta) -> tuple[Rumus, tuple[Fakta, Fakta]]:
    """A growth where the name speaks of a change and the print is nearer to one; this year is above."""
    rasio = atas.cetakan.titik / bawah.cetakan.titik * 100
    cetak = hasil.cetakan.titik
    if hasil.apa.sifat is Sifat.PERUBAHAN and abs(rasio - 100 - cetak) < abs(rasio - cetak):
        return Rumus.TUMBUH, (bawah, atas)
    return Rumus.RASIO, (atas, bawah)


def _jenis(peran: str, tabel: JenisTabel) -> Jenis:
    if peran == "target" and tabel is JenisTabel.RENCANA:
        return Jenis.TARGET_PERJANJIAN
    return _JENIS[peran]


def _kaitkan(himpunan: Himpunan, per_peran: dict[str, Fakta | None], lengkap: bool) -> None:
    target, realisasi = per_peran.get("target"), per_peran.get("realisasi")
    himpunan.add_kaitan(Rumus.CAPAIAN, (target, realisasi), per_peran.get("capaian"), lengkap=lengkap)
    renstra, hasil = per_peran.get("target_renstra"), per_peran.get("capaian_renstra")
    himpunan.add_kaitan(Rumus.CAPAIAN, (renstra, realisasi), hasil, lengkap=lengkap)


def tafsir_deret(himpunan: Himpunan, deret: Iterable[Deret], kepala: str) -> None:
    """Target, result and capaian of several years; the last group is the year of the report."""
    for satu in deret:
        baris = Baris(JenisBaris.DATA, None, satu.teks, (), _tempat(satu), {})
        dikenali = himpunan.kenali(baris, tingkat_indikator(kepala))
        if dikenali is None:
            continue
        indikator, keyakinan = dikenali
        for i, kelompok in enumerate(satu.kelompok):
            tahun = _tahun(satu, i, himpunan.tahun)
            fakta = {
                peran: himpunan.add_fakta(
                    indikator.pokok, _JENIS[peran], sel, tahun=tahun, keyakinan=keyakinan
                )
                for peran, sel in zip(("target", "realisasi", "capaian"), kelompok, strict=True)
            }
            _kaitkan(himpunan, fakta, True)


def _tempat(deret: Deret):  # type: ignore[no-untyped-def]
    return next(sel.tempat for tiga in deret.kelompok for sel in tiga if sel is not None)


def _tahun(deret: Deret, urutan: int, tahun: int | None) -> int | None:
    if len(deret.tahun) == len(deret.kelompok):
        return deret.tahun[urutan]
    return None if tahun is None else tahun - len(deret.kelompok) + 1 + urutan


def tafsir_capaian_sasaran(himpunan: Himpunan, tabel: TabelUrai) -> None:
    """Capaian per sasaran."""
    for baris in tabel.baris:
        if baris.jenis is JenisBaris.DATA and len(peras(baris.label)) > 8:
            pokok = himpunan.katalog.add_sasaran(baris.kata.get("sasaran") or baris.label)
            himpunan.add_fakta(pokok, Jenis.CAPAIAN, _sel(tabel, baris, "capaian"), tahun=himpunan.tahun)


def _sel(tabel: TabelUrai, baris: Baris, peran: str) -> Sel | None:
    indeks = tabel.indeks(peran)
    return None if indeks is None or indeks >= len(baris.sel) else baris.sel[indeks]


def kaitkan_sasaran(himpunan: Himpunan) -> None:
    """Claim that the capaian of a sasaran is the mean of its indicators', as far as all of them are known."""
    terbaik: dict[str, dict[str, Fakta]] = {}
    induk = {satu.pokok.kunci: satu.sasaran for satu in himpunan.katalog.indikator}
    for fakta in himpunan.fakta:
        if fakta.jenis is Jenis.CAPAIAN and fakta.tahun == himpunan.tahun and fakta.apa.kunci in induk:
            terbaik.setdefault(induk[fakta.apa.kunci], {}).setdefault(fakta.apa.kunci, fakta)
    for fakta in [satu for satu in himpunan.fakta if satu.jenis is Jenis.CAPAIAN]:
        if anggota := terbaik.get(fakta.apa.kunci):
            yakin = min(satu.keyakinan for satu in anggota.values()) >= SAMA
            himpunan.add_kaitan(Rumus.RATA_RATA, tuple(anggota.values()), fakta, lengkap=bool(yakin))
