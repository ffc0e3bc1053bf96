"""The sheets of dated facts: bad rows are refused with cell, rule and remedy; good ones come back as they were."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from tests.pertukaran.kantor import impor, make_kantor, tulis

from kinerja.anggaran.models import AnggaranBulanan, CapaianOutput, PaguBelanja, RevisiDipa, Spm
from kinerja.basisdata.simpan import Perubahan
from kinerja.pertukaran.terjemah_anggaran import list_induk_kode

pytestmark = pytest.mark.django_db
D = datetime.date
REVISI = ["lapas-a", 2023, 2, D(2023, 9, 1), "211", "52", 500, None]
BULANAN = ["lapas-a", 2023, 2, "rpd", "WA.1", "51", 7]
KONTRAK = ["lapas-a", 2023, "K-2", "53", 60, D(2023, 2, 1), None, None]
SPM = ["lapas-a", 2023, "00002", "ls_kontraktual", "52", 9, D(2023, 3, 1), D(2023, 3, 9), None]
UP = ["lapas-a", 2023, "UP-2", "gup", D(2023, 1, 9), D(2023, 2, 9), 5]
CAPAIAN = ["lapas-a", 2023, "WA.1.EBA.994", 2, 0, 8, 8, None, None]


def ganti(baris: list[Any], **lain: Any) -> list[Any]:
    """The row with some cells changed, by place ("k3" is the fourth)."""
    hasil = list(baris)
    for kolom, isi in lain.items():
        hasil[int(kolom[1:])] = isi
    return hasil


BURUK = {
    "revisi sesudah tahun berakhir": ("Revisi DIPA", ganti(REVISI, k3=D(2024, 1, 2)), "D4", "tahun anggaran 2023"),
    "revisi sebelum tahunnya": ("Revisi DIPA", ganti(REVISI, k3=D(2022, 12, 31)), "D4", "Hanya DIPA awal"),
    "revisi bertentangan": ("Revisi DIPA", ganti(REVISI, k2=1), "D4", "Berbeda dari baris 3"),
    "blokir melebihi pagu": ("Revisi DIPA", ganti(REVISI, k7=501), "H4", "Blokir melebihi pagu"),
    "pagu ganda": ("Revisi DIPA", ganti(REVISI, k2=1, k3=D(2023, 5, 2), k5="51"), "A4", "Sama dengan baris 3"),
    "rpd negatif": ("Anggaran Bulanan", ganti(BULANAN, k6=-1), "G4", "tidak negatif"),
    "bulan bagian": ("Anggaran Bulanan", ganti(BULANAN, k2=1, k4="WA.1.2"), "E4", "Bagian dari baris 2"),
    "bulan seluruh satker": ("Anggaran Bulanan", ganti(BULANAN, k2=1, k4=None), "E2", "seluruh satker"),
    "satker asing": ("Anggaran Bulanan", ganti(BULANAN, k0="lapas-z"), "A4", "tidak dikenal"),
    "volume negatif": ("Rincian Output", ["lapas-a", 2023, "WA.2", "RO", None, -1, None], "F3", "tidak boleh negatif"),
    "skor mustahil": ("Skor Anggaran", ["lapas-a", 2023, "smart", "nilai", 1234.5], "E3", "antara 0 dan 100"),
    "RO asing": ("Capaian Output", ganti(CAPAIAN, k2="WA.9"), "C3", "tidak dikenal"),
    "progres 101": ("Capaian Output", ganti(CAPAIAN, k5=101), "F3", "antara 0 dan 100"),
    "capaian negatif": ("Capaian Output", ganti(CAPAIAN, k4=-1), "E3", "tidak boleh negatif"),
    "kontrak terbalik": ("Kontrak", ganti(KONTRAK, k6=D(2023, 1, 1)), "G3", "sebelum ditandatangani"),
    "SPM ganda": ("SPM", ganti(SPM, k2="00001"), "A3", "Sama dengan baris 2"),
    "SPM tanpa BAST": ("SPM", ganti(SPM, k6=None), "G3", "memerlukan tanggal BAST"),
    "SPM tanpa jenis belanja": ("SPM", ganti(SPM, k4=None), "E3", "memerlukan tanggal BAST"),
    "SPM sebelum BAST": ("SPM", ganti(SPM, k6=D(2023, 4, 1)), "H3", "sebelum BAST"),
    "SPM tahun lain": ("SPM", ganti(SPM, k7=D(2024, 1, 2)), "H3", "di luar tahun anggaran"),
    "GUP tanpa awal": ("Uang Persediaan", ganti(UP, k4=None), "E3", "sejak uangnya di tangan"),
    "GUP terbalik": ("Uang Persediaan", ganti(UP, k4=D(2023, 3, 1)), "E3", "sebelum uangnya di tangan"),
    "GUP tahun lain": ("Uang Persediaan", ganti(UP, k5=D(2024, 3, 1)), "F3", "di luar tahun anggaran"),
}  # fmt: skip


@pytest.mark.parametrize("nama", BURUK)
def test_baris_buruk_menolak_seluruh_buku(tmp_path, nama):
    lembar, baris, sel, aturan = BURUK[nama]
    kantor = make_kantor()
    kantor[lembar].append(baris)
    hasil = impor(tulis(tmp_path / "buku.xlsx", kantor))
    (temuan,) = [t for t in hasil.temuan if t.tingkat == "galat"]
    assert (temuan.lembar, temuan.sel) == (lembar, sel)
    assert aturan in temuan.aturan
    assert temuan.cara
    assert not RevisiDipa.objects.exists()


def test_fakta_masuk_sekali(tmp_path):
    kantor = make_kantor()
    kantor["Revisi DIPA"].append(REVISI)
    berkas = tulis(tmp_path / "buku.xlsx", kantor)
    assert impor(berkas).perubahan["Revisi DIPA"] == Perubahan(baru=3)
    assert impor(berkas).perubahan["Revisi DIPA"] == Perubahan(sama=3)
    assert list(PaguBelanja.objects.order_by("revisi__nomor").values_list("pagu", "blokir")) == [
        (500_000, 0), (500_000, 1_000), (500, 0),
    ]  # fmt: skip
    assert set(AnggaranBulanan.objects.values_list("ukuran", "nilai")) == {
        ("rpd", 40_000),
        ("realisasi", -500),
    }
    capaian = CapaianOutput.objects.get()
    assert (capaian.progres, capaian.terkonfirmasi, capaian.rincian.kode) == (
        Decimal("8.5"),
        True,
        "WA.1.EBA.994",
    )
    assert Spm.objects.get().dispensasi is False


@pytest.mark.parametrize(("kode", "induk"), [("", []), ("WA", [""]), ("WA.6231.EBA", ["WA.6231", "WA", ""])])
def test_induk_kode(kode, induk):
    assert list_induk_kode(kode) == induk
