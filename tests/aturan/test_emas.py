"""Golden cases: a real report, recomputed. Only a correctly rounded published figure is accepted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from kinerja.aturan.agregasi import AgregasiSatker, Ukuran, compute_nilai, rollup_satker
from kinerja.aturan.anggaran import compute_nka
from kinerja.aturan.capaian import Polaritas, Target, compute_capaian, compute_capaian_sasaran
from kinerja.aturan.pengaturan import Pengaturan
from kinerja.aturan.pertumbuhan import compute_pertumbuhan
from kinerja.aturan.survei import compute_rata_tertimbang

EMAS = Path(__file__).parent / "emas"
TA_2023 = date(2023, 12, 31)
BERTANDA = Pengaturan(lantai_nol=False)


def muat(nama: str) -> Any:
    return yaml.safe_load((EMAS / f"{nama}.yaml").read_text(encoding="utf-8"))


SUMSEL, RASIO, NKA = muat("sumsel"), muat("rasio"), muat("nka")["nka"]
SELISIH = muat("selisih_terbit")["selisih"]


class Angka(NamedTuple):
    """One published figure and ours."""

    jenis: str
    kode: str
    rincian: str
    terbit: str
    desimal: int
    hitung: Decimal
    dari_cetakan: Decimal | None = None

    @property
    def kunci(self) -> tuple[str, str, str]:
        return self.jenis, self.kode, self.rincian


def baca(terbit: str) -> Decimal:
    return Decimal(terbit.rstrip("%").replace(",", "."))


def bulat(nilai: Decimal, desimal: int, cara: str = ROUND_HALF_UP) -> Decimal:
    return nilai.quantize(Decimal(1).scaleb(-desimal), cara)


def hitung(target: str, realisasi: str, polaritas: str, tahun: int) -> Decimal:
    hasil = compute_capaian(
        Target(Decimal(target)), Decimal(realisasi), Polaritas(polaritas), pada=date(tahun, 12, 31)
    )
    assert hasil.nilai is not None
    return hasil.nilai


def angka_capaian() -> Iterator[Angka]:
    for indikator in SUMSEL["indikator"]:
        for baris in indikator["riwayat"]:
            if "capaian" in baris:
                nilai = hitung(baris["target"], baris["realisasi"], indikator["polaritas"], baris["tahun"])
                terbit, desimal = baris["capaian"], baris["desimal"]
                yield Angka("capaian", indikator["kode"], str(baris["tahun"]), terbit, desimal, nilai)
    for baris in SUMSEL["salinan_2023"]:
        nilai = hitung(baris["target"], baris["realisasi"], "naik", 2023)
        yield Angka("salinan", baris["kode"], baris["tabel"], baris["capaian"], baris["desimal"], nilai)


def angka_sasaran() -> Iterator[Angka]:
    baris_2023 = {i["kode"]: i["riwayat"][-1] for i in SUMSEL["indikator"]}
    for sasaran in SUMSEL["sasaran"]:
        baris = [baris_2023[kode] for kode in sasaran["indikator"]]
        capaian = [
            compute_capaian(
                Target(Decimal(b["target"])), Decimal(b["realisasi"]), Polaritas.NAIK, pada=TA_2023
            )
            for b in baris
        ]
        hasil = compute_capaian_sasaran(capaian, pengaturan=BERTANDA, pada=TA_2023)
        assert hasil.nilai is not None
        cetakan = sum((baca(b["capaian"]) for b in baris), Decimal(0)) / len(baris)
        terbit, desimal = sasaran["capaian"], sasaran["desimal"]
        yield Angka("sasaran", sasaran["kode"], "", terbit, desimal, hasil.nilai, cetakan)


def angka_rasio() -> Iterator[Angka]:
    for b in RASIO["rasio"]:
        ukuran = Ukuran(Decimal(b["pembilang"]), Decimal(b["penyebut"]))
        nilai = compute_nilai(ukuran, Decimal(100 if b["operasi"] == "bagi_x100" else 1))
        assert nilai is not None
        yield Angka("rasio", b["kode"], b["komponen"], b["realisasi"], b["desimal"], nilai)
    for b in RASIO["rata"]:
        ukuran = rollup_satker([Ukuran(nilai=Decimal(n)) for n in b["nilai"]], AgregasiSatker.RATA_RATA)
        assert ukuran.nilai is not None
        yield Angka("rata", b["kode"], "", b["realisasi"], b["desimal"], ukuran.nilai)
    for b in RASIO["survei"]:
        nilai = compute_rata_tertimbang([(Decimal(n), int(r)) for n, r in b["butir"]])
        assert nilai is not None
        yield Angka("survei", b["kode"], "", b["realisasi"], b["desimal"], nilai)
    for b in RASIO["pertumbuhan"]:
        nilai = compute_pertumbuhan(Decimal(b["kini"]), Decimal(b["lalu"]))
        assert nilai is not None
        yield Angka("pertumbuhan", b["kode"], "", b["realisasi"], b["desimal"], nilai)


def semua_angka() -> list[Angka]:
    return [*angka_capaian(), *angka_sasaran(), *angka_rasio()]


def nilai_putusan(angka: Angka) -> str:
    """ "" when the published figure is the correctly rounded one, else why it is not."""
    terbit, desimal = baca(angka.terbit), angka.desimal
    if bulat(angka.hitung, desimal) == terbit:
        return ""
    if bulat(angka.hitung / 100, desimal) == terbit:
        return "faktor_100"
    if angka.dari_cetakan is not None and bulat(angka.dari_cetakan, desimal) == terbit:
        return "dari_cetakan"
    return "terpotong" if bulat(angka.hitung, desimal, ROUND_DOWN) == terbit else "salah"


def test_data_lengkap() -> None:
    assert len(SUMSEL["indikator"]) == 60
    assert all([b["tahun"] for b in i["riwayat"]] == [2020, 2021, 2022, 2023] for i in SUMSEL["indikator"])
    assert sum(a.jenis == "capaian" for a in semua_angka()) == 184
    assert (len(SUMSEL["sasaran"]), len(RASIO["rasio"]), len(NKA)) == (22, 47, 37)
    anggota = [kode for s in SUMSEL["sasaran"] for kode in s["indikator"]]
    assert sorted(anggota) == sorted(i["kode"] for i in SUMSEL["indikator"])


def test_desimal_sesuai_teks_terbit() -> None:
    for angka in semua_angka():
        assert angka.desimal == len(angka.terbit.rstrip("%").partition(",")[2]), angka


def test_selisih_terbit_tepat() -> None:
    """The list of contradictions is exactly the set of contradictions."""
    ditemukan = {a.kunci: (a.terbit, nilai_putusan(a)) for a in semua_angka() if nilai_putusan(a)}
    tercatat = {(s["jenis"], s["kode"], s["rincian"]): (s["terbit"], s["putusan"]) for s in SELISIH}
    assert ditemukan == tercatat
    assert len(SELISIH) == len(tercatat)
    assert all(s["alasan"] for s in SELISIH)


def test_selisih_terbit_mencatat_hitungan_kita() -> None:
    kita = {a.kunci: a.hitung for a in semua_angka()}
    for s in SELISIH:
        assert bulat(kita[s["jenis"], s["kode"], s["rincian"]], 4) == Decimal(s["hitung"]), s


def test_penilai_membedakan_setiap_putusan() -> None:
    """The judge itself has been seen passing and failing."""
    nilai = Decimal(50) / 3
    assert nilai_putusan(Angka("", "", "", "16,67", 2, nilai)) == ""
    assert nilai_putusan(Angka("", "", "", "16,66", 2, nilai)) == "terpotong"
    assert nilai_putusan(Angka("", "", "", "0,17", 2, nilai)) == "faktor_100"
    assert nilai_putusan(Angka("", "", "", "16,60", 2, nilai, Decimal("16.6"))) == "dari_cetakan"
    assert nilai_putusan(Angka("", "", "", "16,68", 2, nilai)) == "salah"


@pytest.mark.parametrize("baris", NKA, ids=lambda b: b["satker"])
def test_nka_tepat(baris: dict[str, str]) -> None:
    hasil = compute_nka(Decimal(baris["smart"]), Decimal(baris["ikpa"]), pada=TA_2023)
    assert hasil.nilai == Decimal(baris["nka"])


def test_ahu_1_1_adalah_kemerosotan() -> None:
    """Printed as -3,62 after -7,8: the table shows an improvement that is a collapse."""
    kini = compute_capaian(Target(Decimal(5)), Decimal("-18.12"), Polaritas.NAIK, pada=TA_2023)
    lalu = compute_capaian(Target(Decimal(5)), Decimal("-0.39"), Polaritas.NAIK, pada=date(2022, 12, 31))
    assert (kini.nilai, lalu.nilai) == (Decimal("-362.4"), Decimal("-7.8"))
    assert (kini.nilai_agregat, kini.tercapai) == (0, False)
