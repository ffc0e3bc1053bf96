"""What a reader sees of a target, a realisasi and a capaian; four states, four wordings."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from kinerja.aturan.agregasi import Ukuran
from kinerja.aturan.capaian import Keadaan, Polaritas, Target, compute_capaian, compute_capaian_sasaran
from kinerja.pengukuran.cetak import (
    beri_satuan,
    cetak_capaian,
    cetak_nilai,
    cetak_pasangan,
    cetak_realisasi,
    cetak_target,
    gabung,
    tandai,
    tandai_nilai,
    tandai_sasaran,
)
from kinerja.pengukuran.queries import HasilTahun, UkuranKomponen
from kinerja.perencanaan.models import Indikator, Komponen

PADA = date(2023, 12, 31)
SPASI = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Janji:
    nilai: Decimal | None = None
    bawah: Decimal | None = None
    atas: Decimal | None = None


def komponen(
    pembilang: str | None, penyebut: str | None, nilai: str | None = None, cara: str = "rasio"
) -> UkuranKomponen:
    ukuran = Ukuran(*(None if n is None else Decimal(n) for n in (pembilang, penyebut, nilai)))
    return UkuranKomponen(Komponen(kode="utama", indikator=Indikator(cara_hitung=cara)), ukuran, None)


def hasil(
    realisasi: str | None, *isi: UkuranKomponen, keadaan: Keadaan = Keadaan.TERISI, target: str = "80"
) -> HasilTahun:
    nilai = None if realisasi is None else Decimal(realisasi)
    capaian = compute_capaian(Target(Decimal(target)), nilai, Polaritas.NAIK, keadaan=keadaan, pada=PADA)
    return HasilTahun(2023, None, isi, keadaan, nilai, capaian)


@pytest.mark.parametrize(
    ("nilai", "satuan", "cetak"),
    [
        ("97.427903351519875", "%", "97,43%"),
        ("100", "%", "100,00%"),
        ("-18.12", "%", "−18,12%"),
        ("3.9094333", "indeks", f"3,91{SPASI}indeks"),
        ("3.90", "indeks", f"3,90{SPASI}indeks"),
        ("12466600000", "rupiah", f"12.466.600.000{SPASI}rupiah"),
        ("5", "", "5"),
        ("0", "orang", f"0{SPASI}orang"),
        (None, "%", "–"),
    ],
)
def test_nilai(nilai, satuan, cetak):
    assert cetak_nilai(None if nilai is None else Decimal(nilai), satuan) == cetak


@pytest.mark.parametrize(
    ("janji", "satuan", "cetak"),
    [
        (None, "%", "–"),
        (Janji(Decimal("76.75")), "indeks", f"76,75{SPASI}indeks"),
        (Janji(Decimal("3.10")), "indeks", f"3,1{SPASI}indeks"),
        (Janji(Decimal(5081)), "layanan", f"5.081{SPASI}layanan"),
        (Janji(Decimal(0)), "%", "0%"),
        (Janji(None, Decimal(80), Decimal("85.5")), "%", "80–85,5%"),
        (Janji(None, Decimal(2), Decimal(4)), "hari", f"2–4{SPASI}hari"),
    ],
)
def test_target_dan_rentang(janji, satuan, cetak):
    assert cetak_target(janji, satuan) == cetak


def test_pasangan_di_belakang_persentase():
    satu = hasil("97.43", komponen("2500", "2566"))
    assert cetak_realisasi(satu, "%") == "97,43% (2.500/2.566)"
    assert cetak_realisasi(satu, "%", pasangan=False) == "97,43%"


def test_pasangan_gabungan_dipisah_titik_koma():
    dua = hasil("77.92", komponen("11", "14"), komponen("17", "22"))
    assert cetak_realisasi(dua, "%") == "77,92% (11/14; 17/22)"


def test_dua_angka_pertumbuhan_bukan_bagian_dan_keseluruhan():
    assert cetak_pasangan(komponen("12466", "15225", cara="pertumbuhan")) == "12.466 terhadap 15.225"


def test_nilai_langsung_tanpa_pasangan():
    assert cetak_pasangan(komponen(None, None, "75")) == ""
    assert cetak_pasangan(komponen("5", None)) == ""
    assert cetak_realisasi(hasil("75", komponen(None, None, "75")), "layanan") == f"75{SPASI}layanan"


KEADAAN = {
    Keadaan.TIDAK_ADA_OBJEK: ("tidak ada objek", "Tidak ada objek"),
    Keadaan.TIDAK_TERHITUNG: ("tidak terhitung", "Tidak terhitung"),
    Keadaan.BELUM_ADA: ("belum ada data", "Belum ada data"),
}


@pytest.mark.parametrize("keadaan", KEADAAN)
def test_tanpa_nilai_disebut_sebabnya(keadaan):
    kosong = hasil(None, keadaan=keadaan)
    cetak, kata = KEADAAN[keadaan]
    assert cetak_realisasi(kosong, "%") == cetak_capaian(kosong.capaian) == cetak
    assert (tandai(kosong.capaian).kode, tandai(kosong.capaian).kata) == ("tanpa_nilai", kata)


def test_keempat_keadaan_dicetak_berbeda():
    nol = hasil("0", komponen("0", "10"))
    cetakan = [cetak_realisasi(hasil(None, keadaan=k), "%") for k in KEADAAN] + [cetak_realisasi(nol, "%")]
    assert len(set(cetakan)) == 4
    assert cetakan[-1] == "0,00% (0/10)"


def test_terisi_tetapi_capaian_tidak_terhitung():
    """A target of zero: the realisasi is there, the capaian is not."""
    satu = hasil("5", target="0")
    assert cetak_realisasi(satu, "%") == "5,00%"
    assert cetak_capaian(satu.capaian) == "tidak terhitung"


@pytest.mark.parametrize(
    ("realisasi", "kode", "cetak"),
    [
        ("80", "tercapai", "100,00%"),
        ("79.9999", "tidak_tercapai", "100,00%"),
        ("77.92", "tidak_tercapai", "97,40%"),
        ("90", "tercapai", "112,50%"),
    ],
)
def test_putusan_dari_nilai_tanpa_pembulatan(realisasi, kode, cetak):
    satu = hasil(realisasi)
    assert (tandai(satu.capaian).kode, cetak_capaian(satu.capaian)) == (kode, cetak)


@pytest.mark.parametrize(
    ("realisasi", "kode", "kata"),
    [
        (["80", "80"], "tercapai", "Tercapai"),
        (["80", "79.9999"], "tidak_tercapai", "Tidak tercapai"),
        ([None], "tanpa_nilai", "Tanpa nilai"),
    ],
)
def test_putusan_sasaran(realisasi, kode, kata):
    daftar = [hasil(r, keadaan=Keadaan.TERISI if r else Keadaan.BELUM_ADA).capaian for r in realisasi]
    tanda = tandai_sasaran(compute_capaian_sasaran(daftar, pada=PADA))
    assert (tanda.kode, tanda.kata) == (kode, kata)


def test_pertumbuhan_dalam_bahasa_pembaca():
    with override("en"):
        assert cetak_pasangan(komponen("12466", "15225", cara="pertumbuhan")) == "12.466 against 15.225"


def test_putusan_dengan_kata():
    assert [tandai_nilai(t).kata for t in (True, False)] == ["Tercapai", "Tidak tercapai"]


@pytest.mark.parametrize(
    ("kata", "kalimat"),
    [([], ""), (["a"], "a"), (["a", "b"], "a dan b"), (["a", "b", "c"], "a, b dan c")],
)
def test_gabung(kata, kalimat):
    assert gabung(kata) == kalimat


def test_satuan_persen_tanpa_spasi_kata_dengan_spasi_tetap():
    assert (beri_satuan("5", "%"), beri_satuan("5", "orang"), beri_satuan("5", "")) == (
        "5%",
        f"5{SPASI}orang",
        "5",
    )
