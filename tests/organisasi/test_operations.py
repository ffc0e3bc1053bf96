"""Writes keep one row per natural key; the split of a ministry can be stored over the tree that was open."""

import datetime

import pytest

from kinerja.basisdata.simpan import Perubahan
from kinerja.organisasi import operations
from kinerja.organisasi.models import JumlahPegawai, RiwayatSatker, Satker, UnitEselonI, UnitKerja
from kinerja.organisasi.queries import list_bawahan

AWAL = datetime.date(2020, 1, 1)
PISAH = datetime.date(2024, 10, 21)
KEMARIN = PISAH - datetime.timedelta(days=1)

pytestmark = pytest.mark.django_db


@pytest.fixture
def satker() -> Satker:
    return Satker.objects.create(kunci="kanwil", jenis="kanwil")


def make_riwayat(satker: Satker, dari: datetime.date = AWAL, **lain) -> RiwayatSatker:
    return RiwayatSatker(satker=satker, nama="Nama", nama_singkat="N", berlaku_dari=dari, **lain)


def test_simpan_baru_sama_berubah(satker):
    isi = {
        operations.save_unit_eselon_i: (UnitEselonI, {"kode": "PAS"}, "nama"),
        operations.save_satker: (Satker, {"kunci": "lapas", "jenis": "lapas"}, "kode"),
        operations.save_unit_kerja: (
            UnitKerja,
            {"satker": satker, "kunci": "divisi", "tingkat": "divisi"},
            "nama",
        ),
        operations.save_jumlah_pegawai: (
            JumlahPegawai,
            {"satker": satker, "tahun": 2023, "menurut": "golongan", "rincian": "III"},
            "jumlah",
        ),
        operations.save_riwayat_satker: (
            RiwayatSatker,
            {"satker": satker, "berlaku_dari": AWAL, "nama_singkat": "N"},
            "nama",
        ),
    }
    for simpan, (model, kunci, medan) in isi.items():
        banyak = model.objects.count()
        assert simpan([model(**kunci, **{medan: "1"})]) == Perubahan(baru=1), simpan
        tersimpan = getattr(model.objects.latest("pk"), medan)
        assert simpan([model(**kunci, **{medan: tersimpan})]) == Perubahan(sama=1), simpan
        assert simpan([model(**kunci, **{medan: "2"})]) == Perubahan(berubah=1), simpan
        assert model.objects.count() == banyak + 1
        assert str(getattr(model.objects.latest("pk"), medan)) == "2"


def test_pemisahan_kementerian_menutup_yang_lama_dahulu(satker):
    """The open stretch is closed before the next begins, whatever the order of the rows."""
    lapas = Satker.objects.create(kunci="lapas", jenis="lapas")
    baru = Satker.objects.create(kunci="kanwil-pas", jenis="kanwil")
    operations.save_riwayat_satker([make_riwayat(satker), make_riwayat(lapas, induk=satker)])

    hasil = operations.save_riwayat_satker(
        [
            make_riwayat(lapas, PISAH, induk=baru),
            make_riwayat(baru, PISAH),
            make_riwayat(lapas, induk=satker, berlaku_sampai=KEMARIN),
            make_riwayat(satker, berlaku_sampai=KEMARIN),
        ]
    )

    assert hasil == Perubahan(baru=2, berubah=2)
    assert [r.satker.kunci for r in list_bawahan(satker, KEMARIN)] == ["kanwil", "lapas"]
    assert [r.satker.kunci for r in list_bawahan(baru, PISAH)] == ["kanwil-pas", "lapas"]
    assert list_bawahan(satker, PISAH) == []


def test_pegawai_tahun_lain_tidak_tersentuh(satker):
    def isi(tahun: int, jumlah: int) -> JumlahPegawai:
        return JumlahPegawai(satker=satker, tahun=tahun, menurut="golongan", rincian="III", jumlah=jumlah)

    operations.save_jumlah_pegawai([isi(2022, 5), isi(2023, 6)])
    operations.save_jumlah_pegawai([isi(2023, 7)])
    assert dict(JumlahPegawai.objects.values_list("tahun", "jumlah")) == {2022: 5, 2023: 7}
    assert operations.save_jumlah_pegawai([]) == Perubahan()
