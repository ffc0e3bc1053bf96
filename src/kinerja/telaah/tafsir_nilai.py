"""What the rows of tables of scores and counts state: per unit, per month, with their sums and means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from kinerja.aturan.konversi import PEMBAGI_SURVEI
from kinerja.aturan.skor.smart import convert_efisiensi
from kinerja.aturan.telaah.fakta import Fakta, HimpunanBobot, Jenis, Kaitan, Lingkup, Pokok, Rumus
from kinerja.aturan.telaah.selang import Cetakan
from kinerja.telaah.angka import pastikan
from kinerja.telaah.himpunan import Himpunan
from kinerja.telaah.kosakata import Instrumen, akhir_tahun, load_kosakata
from kinerja.telaah.nama import kunci_satker
from kinerja.telaah.tabel import Baris, JenisBaris, Sel, TabelUrai

_NOMOR = re.compile(r"^\d{1,3}\.?\s+(?=\D)")


def tafsir_nilai(himpunan: Himpunan, tabel: TabelUrai) -> None:
    """Facts per cell; sums and means per column; totals and shares per row; scores by their weights."""
    instrumen = kenali_instrumen(tabel)
    data: list[list[Fakta | None]] = []
    for baris in tabel.baris:
        fakta = [_fakta(himpunan, tabel, baris, i, instrumen) for i in range(len(baris.sel))]
        if baris.jenis is JenisBaris.DATA:
            data.append(fakta)
            _kaitkan_baris(himpunan, tabel, baris, fakta)
        elif baris.jenis is not JenisBaris.KELOMPOK:
            _kaitkan_kolom(himpunan, tabel, baris, fakta, data)
    if instrumen is not None:
        _kaitkan_instrumen(himpunan, tabel, instrumen, data)


def kenali_instrumen(tabel: TabelUrai) -> Instrumen | None:
    """The score whose columns the table has."""
    peran = {kolom.peran for kolom in tabel.kolom}
    return next((satu for satu in load_kosakata().instrumen.values() if satu.ciri <= peran), None)


def _fakta(
    himpunan: Himpunan, tabel: TabelUrai, baris: Baris, indeks: int, instrumen: Instrumen | None
) -> Fakta | None:
    sel = baris.sel[indeks]
    if sel is None:
        return None
    kolom = tabel.kolom[indeks].peran if indeks < len(tabel.kolom) and baris.lengkap else ""
    ukuran = _ukuran(tabel, kolom, instrumen)
    siapa = kunci_satker(baris.label) if baris.jenis is JenisBaris.DATA else ""
    kunci = (
        f"nilai:{ukuran}" if instrumen is not None and ukuran else f"nilai:{ukuran}@{tabel.tempat.tabel_ke}"
    )
    sebutan = "" if ukuran == "konversi" else ukuran.upper()
    pokok = Pokok(kunci, " ".join(filter(None, (sebutan, _NOMOR.sub("", baris.label)))), Lingkup.SATKER)
    jenis = Jenis.RATA_RATA if baris.jenis is JenisBaris.RATA_RATA else Jenis.NILAI
    if jenis is Jenis.RATA_RATA and himpunan.konteks.indikator is not None:
        pokok = himpunan.konteks.indikator.pokok
    if ukuran == "pagu":
        jenis = Jenis.PAGU
    return himpunan.add_fakta(pokok, jenis, _bulatkan(sel), tahun=himpunan.tahun, siapa=siapa)


def _ukuran(tabel: TabelUrai, peran: str, instrumen: Instrumen | None) -> str:
    """What a column measures, the same in every table of the same score."""
    if instrumen is None or peran in ("", "pagu") or peran.upper() in load_kosakata().instrumen:
        return peran
    nama = instrumen.nama.casefold()
    if peran == "nilai_akhir" or (peran == instrumen.hasil and tabel.indeks("nilai_akhir") is None):
        return nama
    return f"{nama} {peran}"


def _bulatkan(sel: Sel) -> Sel:
    """Whole numbers without a unit are counts."""
    if sel.cetakan is not None and sel.cetakan.desimal == 0 and sel.satuan in ("", "Rp"):
        return Sel(sel.teks, pastikan(sel.cetakan), sel.satuan, sel.tempat)
    return sel


def _kaitkan_baris(himpunan: Himpunan, tabel: TabelUrai, baris: Baris, fakta: Sequence[Fakta | None]) -> None:
    peran = [kolom.peran for kolom in tabel.kolom]
    if not peran or len(fakta) < 2:
        return
    if peran[-1] == "total" and len(fakta) >= 3 and all(satu and satu.cetakan.desimal == 0 for satu in fakta):
        himpunan.add_kaitan(Rumus.JUMLAH, fakta[:-1], fakta[-1], lengkap=baris.lengkap)
    elif peran[-1] == "persen" and len(fakta) == 3 and baris.lengkap:
        _kaitkan_rasio(himpunan, fakta)
    if {"pembilang", "penyebut", "nilai"} <= set(peran) and baris.lengkap:
        dua, hasil = (
            [fakta[peran.index(satu)] for satu in ("pembilang", "penyebut")],
            fakta[peran.index("nilai")],
        )
        if hasil is not None and hasil.satuan == "%" and dua[1] is not None and dua[1].cetakan.nilai != 0:
            himpunan.add_kaitan(Rumus.RASIO, dua, hasil)
    if "konversi" in peran and "nilai" in peran and baris.lengkap:
        asal, hasil = fakta[peran.index("nilai")], fakta[peran.index("konversi")]
        himpunan.add_kaitan(Rumus.KONVERSI, (asal,), hasil, tetapan=(PEMBAGI_SURVEI,))


def _kaitkan_rasio(himpunan: Himpunan, fakta: Sequence[Fakta | None]) -> None:
    satu, dua, hasil = fakta
    if satu is not None and dua is not None and hasil is not None:
        bagian, semua = sorted((satu, dua), key=lambda tiap: tiap.cetakan.nilai)
        himpunan.kaitan.append(Kaitan(Rumus.RASIO, (bagian, semua), hasil, selain=((semua, bagian),)))


def _kaitkan_kolom(
    himpunan: Himpunan,
    tabel: TabelUrai,
    baris: Baris,
    fakta: Sequence[Fakta | None],
    data: Sequence[Sequence[Fakta | None]],
) -> None:
    rumus = Rumus.RATA_RATA if baris.jenis is JenisBaris.RATA_RATA else Rumus.JUMLAH
    utuh = [satu for satu in data if len(satu) == len(tabel.kolom)]
    if len(utuh) != len(data):
        return
    # A mean that stands alone belongs to the last column.
    geser = len(tabel.kolom) - len(fakta) if len(fakta) == 1 else 0
    if len(fakta) != len(tabel.kolom) and not geser:
        return
    for i, hasil in enumerate(fakta):
        himpunan.add_kaitan(rumus, [satu[i + geser] for satu in utuh], hasil)


def _kaitkan_instrumen(
    himpunan: Himpunan, tabel: TabelUrai, instrumen: Instrumen, data: Sequence[Sequence[Fakta | None]]
) -> None:
    """A score is the weighted sum of its parts; a table whose parts are weighted already only adds up."""
    peran = [kolom.peran for kolom in tabel.kolom]
    bobot = {
        bagian: nilai for bagian, nilai in instrumen.bobot_tahun(himpunan.tahun).items() if bagian in peran
    }
    utuh = [satu for satu in data if len(satu) == len(peran)]
    if len(bobot) < 2 or instrumen.hasil not in peran:
        return
    berbobot = _is_berbobot(peran, bobot, utuh)
    for baris in utuh:
        masukan = [
            _ubah(baris[peran.index(bagian)], instrumen.ubah.get(bagian, ""), himpunan.tahun)
            for bagian in bobot
        ]
        hasil = baris[peran.index(instrumen.hasil)]
        if (
            berbobot
            and "nilai_akhir" not in peran
            and any(satu and not satu.cetakan.nilai for satu in masukan)
        ):
            # A part that does not apply is taken out of the weights too.
            continue
        if berbobot:
            himpunan.add_kaitan(Rumus.JUMLAH, masukan, hasil)
        else:
            himpunan.add_kaitan(
                Rumus.BERBOBOT, masukan, hasil, tetapan=tuple(nilai / 100 for nilai in bobot.values())
            )
        if "nilai_akhir" in peran and "total_bobot" in peran:
            akhir, total_bobot = baris[peran.index("nilai_akhir")], baris[peran.index("total_bobot")]
            himpunan.add_kaitan(Rumus.RASIO, (hasil, total_bobot and _pastikan(total_bobot)), akhir)
    if not berbobot:
        _catat_bobot(himpunan, instrumen, bobot)


def _is_berbobot(
    peran: Sequence[str], bobot: dict[str, Decimal], data: Sequence[Sequence[Fakta | None]]
) -> bool:
    """Whether no part ever exceeds its weight: then the cells hold weighted points, not scores of 100."""
    for bagian, nilai in bobot.items():
        kolom = peran.index(bagian)
        if any(satu is not None and satu.cetakan.nilai > nilai for baris in data for satu in (baris[kolom],)):
            return False
    return True


def _catat_bobot(himpunan: Himpunan, instrumen: Instrumen, bobot: dict[str, Decimal]) -> None:
    baris = tuple(
        satu for satu in himpunan.kaitan if satu.rumus is Rumus.BERBOBOT and len(satu.masukan) == len(bobot)
    )
    himpunan.bobot.append(HimpunanBobot(instrumen.nama, (), tuple(bobot.items()), baris))


def _ubah(fakta: Fakta | None, cara: str, tahun: int | None) -> Fakta | None:
    """SMART counts efficiency as the value it converts to."""
    if fakta is None or cara != "smart_efisiensi":
        return fakta
    nilai = convert_efisiensi(fakta.cetakan.nilai, pada=akhir_tahun(tahun))
    cetakan = Cetakan(fakta.cetakan.teks, nilai, fakta.cetakan.desimal)
    return Fakta(fakta.apa, fakta.jenis, cetakan, fakta.tempat, fakta.siapa, fakta.tahun, None, fakta.satuan)


def _pastikan(fakta: Fakta) -> Fakta:
    return Fakta(
        fakta.apa,
        fakta.jenis,
        pastikan(fakta.cetakan),
        fakta.tempat,
        fakta.siapa,
        fakta.tahun,
        None,
        fakta.satuan,
    )
