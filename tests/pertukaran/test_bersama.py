"""What a new user ran into: shared units, "persen" as a unit, percentages among counts, half a year."""

import pytest
from django.apps import apps
from tests.pertukaran.kantor import RENSTRA, Kantor, impor, make_kantor, tulis

from kinerja.organisasi.models import UnitEselonI
from kinerja.organisasi.queries import get_satker
from kinerja.pelaporan.kelengkapan import list_celah
from kinerja.pelaporan.queries import get_data_laporan
from kinerja.perencanaan.models import Indikator

pytestmark = pytest.mark.django_db


def test_kantor_lain_tidak_mengubah_urutan_unit_dan_nama_baru_diperingatkan(tmp_path):
    impor(tulis(tmp_path / "a.xlsx", make_kantor()))
    lain = {
        "Unit Eselon I": [
            make_kantor()["Unit Eselon I"][0],
            ["PAS", "Ditjen Lain"],
            ["IM", "Ditjen Imigrasi"],
        ]
    }
    hasil = impor(tulis(tmp_path / "b.xlsx", lain))
    urutan = list(UnitEselonI.objects.order_by("urutan").values_list("kode", "urutan"))
    assert urutan == [("SETJEN", 1), ("PAS", 2), ("IM", 3)]
    (temuan,) = hasil.temuan
    assert (temuan.tempat, hasil.disimpan) == ("Unit Eselon I!B2", True)
    assert "sebelumnya 'Ditjen Pemasyarakatan'" in temuan.aturan


URUTAN = {
    "UnitEselonI": "kode",
    "RiwayatSatker": "satker__kunci",
    "UnitKerja": "kunci",
    "Sasaran": "kode",
    "Indikator": "kode",
    "Komponen": "kode",
    "AnggaranPerjanjian": "kegiatan",
    "TabelPendukung": "kunci",
    "UnsurSurvei": "kode",
}
"""Models with an order of their own -> what names a row."""


def list_urutan() -> dict[str, list[tuple[str, int]]]:
    model = {m.__name__: m for m in apps.get_models() if m.__module__.startswith("kinerja.")}
    # Misi and tujuan are numbered by who writes them, not by the order of a sheet.
    tetap = {"Misi", "Tujuan"}
    assert {n for n, m in model.items() if hasattr(m, "urutan")} - tetap == set(URUTAN)
    return {n: sorted(model[n].objects.values_list(nama, "urutan")) for n, nama in URUTAN.items()}


def make_kantor_luas() -> Kantor:
    """Two rows and more of everything that has an order."""
    kantor = make_kantor()
    kantor["Komponen"].append(["I-1", "kedua", None, None])
    kantor["Anggaran Perjanjian"].append(["kanwil-a", 2023, "PK-1", "Program B", "Kegiatan B", 5])
    kantor["Tabel Pendukung"].append(
        ["kanwil-a", 2023, "tabel-2", "Dua", None, "I-1", 1, "Nama", "teks", "A", None]
    )
    return kantor


def test_buku_sebagian_tidak_mengubah_urutan(tmp_path):
    impor(tulis(tmp_path / "a.xlsx", make_kantor_luas()))
    sebelum = list_urutan()
    assert all(len({n for _, n in isi}) > 1 for isi in sebelum.values()), sebelum
    terbalik = {nama: [baris[0], *baris[:0:-1]] for nama, baris in make_kantor_luas().items()}
    sebagian = {nama: [baris[0], baris[-1]] for nama, baris in make_kantor_luas().items()}
    for kantor in (terbalik, sebagian):
        assert impor(tulis(tmp_path / "b.xlsx", kantor)).disimpan
        assert list_urutan() == sebelum


def test_yang_baru_di_belakang_yang_lama(tmp_path):
    impor(tulis(tmp_path / "a.xlsx", make_kantor_luas()))
    sebelum = list_urutan()
    asli = make_kantor_luas()
    kantor = {n: [asli[n][0]] for n in ("Indikator", "Komponen", "Unit Kerja", "Sasaran")}
    kantor["Indikator"] += [["I-9", *asli["Indikator"][1][1:]], asli["Indikator"][2]]
    kantor["Komponen"] += [["I-1", "ketiga", None, None], ["I-9", "utama", None, None]]
    kantor["Unit Kerja"] += [["lapas-a", "seksi-a", "Seksi A", "seksi", None, None, None]]
    kantor["Sasaran"] += [[RENSTRA, "SK-0", "kegiatan", "PAS", "S", None, None]]
    assert impor(tulis(tmp_path / "b.xlsx", kantor)).disimpan
    baru = {n: set(isi) - set(sebelum[n]) for n, isi in list_urutan().items()}
    assert {n: isi for n, isi in baru.items() if isi} == {
        "Indikator": {("I-9", 5)},
        "Komponen": {("ketiga", 3)},
        "UnitKerja": {("seksi-a", 1)},
        "Sasaran": {("SK-0", 3)},
    }


@pytest.mark.parametrize("satuan", ["persen", "Persen", "%", "PERSENTASE"])
def test_persen_dengan_kata_sama_dengan_tandanya(tmp_path, satuan):
    kantor = make_kantor()
    kantor["Indikator"][1][3] = satuan
    impor(tulis(tmp_path / "a.xlsx", kantor))
    assert Indikator.objects.get(kode="I-1").satuan == "%"


def test_persen_bukan_banyaknya_dan_bukan_bukti_kebiasaan(tmp_path):
    kantor = make_kantor()
    kantor["Realisasi"][1][6] = "97,4%"
    kantor["Realisasi"][2][6:8] = ["5,050", 6000]
    hasil = impor(tulis(tmp_path / "a.xlsx", kantor))
    assert [(t.tempat, t.terbaca) for t in hasil.temuan] == [
        ("Realisasi!G2", "97,4%"),
        ("Realisasi!G3", "5,050"),
    ]
    assert hasil.temuan[0].cara == "Tulis banyaknya, tanpa tanda persen."
    assert not hasil.disimpan


def test_setahun_yang_baru_sebulan_disebut(tmp_path):
    impor(tulis(tmp_path / "a.xlsx", make_kantor()))
    data = get_data_laporan(get_satker("kanwil-a"), 2023)
    hasil = {h.indikator.kode: h for s in data.kinerja for h in s.indikator}
    assert hasil["I-1"].bulan_kosong == tuple(range(2, 13))
    assert hasil["I-2"].bulan_kosong == ()
    assert "Realisasi 11 dari 12 bulan" in [c.apa for c in list_celah(data) if c.kode == "I-1"]
