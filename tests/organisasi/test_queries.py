"""The tree of satker by day: renamed, moved, split, and never a loop without end."""

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinerja.organisasi.models import JumlahPegawai, RiwayatSatker, Satker, UnitEselonI, UnitKerja
from kinerja.organisasi.queries import (
    SatkerTidakDikenal,
    get_akhir_tahun,
    get_nama,
    get_satker,
    list_bawahan,
    sum_pegawai,
)

AWAL = datetime.date(2020, 1, 1)
PISAH = datetime.date(2024, 10, 21)
KEMARIN = PISAH - datetime.timedelta(days=1)

pytestmark = pytest.mark.django_db


def make_satker(kunci: str, *, kode: str | None = None, jenis: str = "lapas") -> Satker:
    return Satker.objects.create(kunci=kunci, kode=kode, jenis=jenis)


def tempatkan(satker: Satker, induk: Satker | None, **lain) -> RiwayatSatker:
    """One stretch of time in the tree; its name is its key unless given."""
    bawaan = {"nama": satker.kunci, "nama_singkat": satker.kunci, "berlaku_dari": AWAL}
    return RiwayatSatker.objects.create(satker=satker, induk=induk, **(bawaan | lain))


def sebut(satker: Satker, pada: datetime.date) -> list[str]:
    return [r.satker.kunci for r in list_bawahan(satker, pada)]


@pytest.fixture
def terpisah() -> dict[str, Satker]:
    """An office that was split in October 2024: prisons to one ministry, immigration to another."""
    kunci = ("kanwil", "lapas", "kanim", "kanwil-pas", "kanwil-imigrasi", "kanwil-hukum")
    s = {k: make_satker(k, jenis="kanwil" if k.startswith("kanwil") else "lapas") for k in kunci}
    tempatkan(s["kanwil"], None, berlaku_sampai=KEMARIN)
    for unit, baru in (("lapas", "kanwil-pas"), ("kanim", "kanwil-imigrasi")):
        tempatkan(s[unit], s["kanwil"], berlaku_sampai=KEMARIN)
        tempatkan(s[baru], None, berlaku_dari=PISAH)
        tempatkan(s[unit], s[baru], berlaku_dari=PISAH, nama=f"{unit} baru")
    tempatkan(s["kanwil-hukum"], None, berlaku_dari=PISAH)
    return s


def test_sebelum_pemisahan_riwayat_tetap_pada_induk_lama(terpisah):
    assert sebut(terpisah["kanwil"], get_akhir_tahun(2023)) == ["kanwil", "lapas", "kanim"]
    assert sebut(terpisah["kanwil"], KEMARIN) == ["kanwil", "lapas", "kanim"]
    assert sebut(terpisah["kanwil-pas"], KEMARIN) == []


def test_sesudah_pemisahan_ikut_induk_baru(terpisah):
    assert sebut(terpisah["kanwil"], PISAH) == []
    assert sebut(terpisah["kanwil-pas"], PISAH) == ["kanwil-pas", "lapas"]
    assert sebut(terpisah["kanwil-imigrasi"], get_akhir_tahun(2024)) == ["kanwil-imigrasi", "kanim"]
    assert sebut(terpisah["kanwil-hukum"], PISAH) == ["kanwil-hukum"]


def test_nama_menurut_hari(terpisah):
    assert get_nama(terpisah["lapas"], KEMARIN) == "lapas"
    assert get_nama(terpisah["lapas"], PISAH) == "lapas baru"
    assert get_nama(terpisah["kanwil"], PISAH) == "kanwil"
    assert [r.nama for r in list_bawahan(terpisah["kanwil-pas"], PISAH)] == ["kanwil-pas", "lapas baru"]


def test_urutan_mendalam_dahulu_lalu_urutan_saudara():
    s = {k: make_satker(k) for k in "abcdef"}
    tempatkan(s["a"], None)
    tempatkan(s["b"], s["a"], urutan=2)
    tempatkan(s["c"], s["a"], urutan=1)
    tempatkan(s["d"], s["c"], urutan=2)
    tempatkan(s["e"], s["c"], urutan=1)
    tempatkan(s["f"], s["b"])
    assert sebut(s["a"], AWAL) == ["a", "c", "e", "d", "b", "f"]
    assert sebut(s["c"], AWAL) == ["c", "e", "d"]


def test_satu_kueri_berapa_pun_dalamnya(django_assert_num_queries):
    atas = akar = make_satker("s-0")
    tempatkan(akar, None)
    for n in range(1, 30):
        atas, induk = make_satker(f"s-{n}"), atas
        tempatkan(atas, induk)
    with django_assert_num_queries(1):
        assert len(sebut(akar, AWAL)) == 30


def test_lingkaran_tidak_menggantung():
    s = [make_satker(k) for k in "xyz"]
    for anak, induk in zip(s, [s[2], s[0], s[1]], strict=True):
        tempatkan(anak, induk)
    assert sebut(s[0], AWAL) == ["x", "y", "z"]
    assert sorted(sebut(s[1], AWAL)) == ["x", "y", "z"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(induk=st.lists(st.integers(min_value=-1, max_value=9), min_size=1, max_size=10))
def test_setiap_bawahan_sekali_dan_sesudah_induknya(induk):
    """Any graph of parents, loops included: everything reachable once, parents before children."""
    JumlahPegawai.objects.all().delete()
    RiwayatSatker.objects.all().delete()
    Satker.objects.all().delete()
    satker = [make_satker(f"s-{n}") for n in range(len(induk))]
    atasan = {n: i % len(induk) for n, i in enumerate(induk) if i >= 0 and i % len(induk) != n}
    for n, s in enumerate(satker):
        tempatkan(s, satker[atasan[n]] if n in atasan else None)

    urutan = [int(k.removeprefix("s-")) for k in sebut(satker[0], AWAL)]

    terjangkau, depan = {0}, {0}
    while depan := {n for n, i in atasan.items() if i in depan} - terjangkau:
        terjangkau |= depan
    assert sorted(urutan) == sorted(terjangkau)
    assert urutan[0] == 0
    assert all(urutan.index(atasan[n]) < urutan.index(n) for n in urutan[1:])


def test_satker_dicari_dengan_kunci_atau_kode():
    satker = make_satker("lapas-palembang", kode="406375")
    assert get_satker("lapas-palembang") == get_satker("406375") == satker
    assert str(satker) == "lapas-palembang"


@pytest.mark.parametrize("sebutan", ["", "lapas", "406376", "LAPAS-PALEMBANG "])
def test_satker_tak_dikenal_disebut(sebutan):
    make_satker("lapas-palembang", kode="406375")
    make_satker("tanpa-kode")
    with pytest.raises(SatkerTidakDikenal, match=repr(sebutan)):
        get_satker(sebutan)


def test_pegawai_hanya_bawahan_tahun_dan_pengelompokan_itu():
    atas, bawah, luar = (make_satker(k) for k in ("atas", "bawah", "luar"))
    tempatkan(atas, None)
    tempatkan(bawah, atas)
    tempatkan(luar, None)
    isi = [
        (atas, 2023, "pendidikan", "S1", 3),
        (atas, 2023, "pendidikan", "S2", 1),
        (bawah, 2023, "pendidikan", "S1", 5),
        (bawah, 2022, "pendidikan", "S1", 9),
        (bawah, 2023, "golongan", "III", 7),
        (luar, 2023, "pendidikan", "S1", 11),
    ]
    for satker, tahun, menurut, rincian, jumlah in isi:
        JumlahPegawai.objects.create(
            satker=satker, tahun=tahun, menurut=menurut, rincian=rincian, jumlah=jumlah
        )
    bawahan = list_bawahan(atas, datetime.date(2023, 12, 31))
    assert sum_pegawai(bawahan, 2023) == {
        "pendidikan": {atas.pk: {"S1": 3, "S2": 1}, bawah.pk: {"S1": 5}},
        "golongan": {bawah.pk: {"III": 7}},
        "jenis_kelamin": {},
    }
    assert sum_pegawai(bawahan, 2021) == {"pendidikan": {}, "golongan": {}, "jenis_kelamin": {}}


def test_sebutan_baris():
    unit = UnitEselonI.objects.create(kode="PAS", nama="Direktorat Jenderal Pemasyarakatan")
    satker = make_satker("lapas-a")
    pegawai = JumlahPegawai(satker=satker, tahun=2023, menurut="golongan", rincian="III", jumlah=4)
    assert str(unit) == "Direktorat Jenderal Pemasyarakatan"
    assert str(tempatkan(satker, None, nama="Lapas A")) == "Lapas A"
    assert str(UnitKerja(satker=satker, nama="Bidang Hukum")) == "Bidang Hukum"
    assert str(pegawai) == "lapas-a 2023 III: 4"
