"""Offices are offered by what they promised, under the name of their newest year."""

import datetime

import pytest
from tests.basisdata.dunia import make_riwayat, make_satker, make_target

from kinerja.organisasi.models import RiwayatSatker
from kinerja.perencanaan.queries import list_kantor


def test_daftar_kantor(dunia):
    for tahun in (2022, 2023):
        make_target(dunia, tahun=tahun)
    make_target(dunia, tahun=2024, jenis="renstra")
    lain = make_satker(kunci="aaa-tanpa-nama")
    make_target(dunia, satker=lain)
    make_satker(kunci="tanpa-janji")
    RiwayatSatker.objects.update(berlaku_sampai=datetime.date(2023, 6, 30))
    make_riwayat(dunia, nama="Berganti Nama", berlaku_dari=datetime.date(2023, 7, 1))
    hasil = [(k.satker.kunci, k.nama, k.tahun) for k in list_kantor()]
    assert hasil == [
        ("kanwil-contoh", "Berganti Nama", (2023, 2022)),
        ("aaa-tanpa-nama", "aaa-tanpa-nama", (2023,)),
    ]


@pytest.mark.django_db
def test_daftar_kantor_kosong():
    assert list_kantor() == ()
