"""Choices of the plan are those of the rules; an agreement knows what it promises."""

import pytest
from tests.basisdata.dunia import make_sasaran, make_target

from kinerja.aturan.agregasi import AgregasiBulan, AgregasiSatker
from kinerja.aturan.capaian import Polaritas
from kinerja.organisasi.models import UnitEselonI
from kinerja.perencanaan.models import (
    AnggaranPerjanjian,
    Komponen,
    Misi,
    PilihanAgregasiBulan,
    PilihanAgregasiSatker,
    PilihanPolaritas,
)


@pytest.mark.parametrize(
    ("pilihan", "aturan"),
    [
        (PilihanPolaritas, Polaritas),
        (PilihanAgregasiBulan, AgregasiBulan),
        (PilihanAgregasiSatker, AgregasiSatker),
    ],
)
def test_pilihan_sama_dengan_aturan(pilihan, aturan):
    assert pilihan.values == [a.value for a in aturan]
    assert all(pilihan.labels)


@pytest.mark.parametrize(
    ("lingkup", "dimuat"),
    [
        ("", ["SK.1", "SK.2"]),
        ("SK.2", ["SK.2"]),
        (" SK.2 ; SK.1; ", ["SK.1", "SK.2"]),
        ("SK.9", []),
        (" ; ", ["SK.1", "SK.2"]),
    ],
)
def test_perjanjian_memuat_sasaran_unitnya_atau_lingkupnya(dunia, lingkup, dimuat):
    semua = [dunia.sasaran, make_sasaran(dunia, kode="SK.2")]
    dunia.perjanjian.lingkup = lingkup
    assert [s.kode for s in semua if dunia.perjanjian.memuat(s)] == dimuat


def test_perjanjian_tidak_memuat_sasaran_unit_lain(dunia):
    lain = UnitEselonI.objects.create(kode="PAS", nama="Pemasyarakatan")
    sasaran = make_sasaran(dunia, kode="PAS.1", unit=lain)
    dunia.perjanjian.lingkup = "PAS.1"
    assert not dunia.perjanjian.memuat(sasaran)


def test_sebutan_baris(dunia):
    anggaran = AnggaranPerjanjian(perjanjian=dunia.perjanjian, program="P", kegiatan="K", nilai=5)
    sebutan = {
        str(dunia.renstra): "Renstra 2020–2024",
        str(Misi(renstra=dunia.renstra, urutan=1, teks="Melayani")): "Melayani",
        str(dunia.sasaran): "SK.1 Sasaran",
        str(dunia.indikator): "SK.1.1 Persentase contoh",
        str(Komponen(indikator=dunia.indikator, kode="B")): "SK.1.1 B",
        str(make_target(dunia)): "SK.1.1 2023 pk",
        str(dunia.perjanjian): "PK.1 Kepala Kantor Wilayah – Sekretaris Jenderal",
        str(anggaran): "K: 5",
    }
    assert all(kita == harapan for kita, harapan in sebutan.items())
