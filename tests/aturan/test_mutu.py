"""Each criterion of an indicator's quality: what passes, what fails, what only a person can tell."""

from decimal import Decimal

import pytest

from kinerja.aturan.capaian import Polaritas
from kinerja.aturan.mutu import IndikatorDinilai, Mutu, count_mutu, judge_indikator, list_kriteria
from kinerja.aturan.telaah.fakta import Sifat

BAIK = {
    "nama": "Persentase narapidana yang memperoleh remisi",
    "satuan": "%",
    "polaritas": Polaritas.NAIK,
    "sifat": Sifat.BAGIAN,
    "definisi": "Narapidana yang pada 17 Agustus memenuhi syarat lalu menerima remisi umum.",
    "rumus": "penerima ÷ yang berhak × 100%",
    "sumber_data": "SDP",
    "pembilang": "jumlah narapidana penerima remisi",
    "pemilik": "Kepala Divisi Pemasyarakatan",
    "periode": "setiap bulan",
    "target": {2023: Decimal(98), 2024: Decimal(99)},
    "tahun": (2023, 2024),
    "lalu": (2023, Decimal("98.5")),
}
OVERSTAYING = "Persentase menurunnya tahanan yang overstaying"
NAIK, TURUN, B, K, M, X = Polaritas.NAIK, Polaritas.TURUN, *Mutu


def nilai(**lain):
    return {
        p.kriteria.kode.removeprefix("mutu-"): p for p in judge_indikator(IndikatorDinilai(**(BAIK | lain)))
    }


def test_indikator_yang_baik_baik_semua():
    semua = judge_indikator(IndikatorDinilai(**BAIK))
    assert {p.mutu for p in semua} == {B}
    assert [p.kriteria for p in semua] == list(list_kriteria())
    assert {p.kriteria.huruf for p in semua} == set("SMART")
    assert count_mutu(semua) == {B: len(semua), K: 0, M: 0, X: 0}


@pytest.mark.parametrize(
    ("kode", "lain", "mutu", "sebut"),
    [
        ("nama", {"nama": " "}, K, "kosong"),
        ("nama", {"nama": "Kegiatan Pemantauan Produk", "sifat": Sifat.LAIN}, M, "kegiatan"),
        ("nama", {"nama": "Tingkat kepatuhan", "sifat": Sifat.LAIN}, B, "tingkat"),
        ("nama", {"nama": "Persentase kepatuhan dan disiplin serta tata tertib"}, M, "menggabungkan"),
        ("nama", {"nama": "Persentase pelayanan dan penyuluhan"}, B, "persentase"),
        ("definisi", {"definisi": ""}, K, "belum ada"),
        ("definisi", {"definisi": "Cukup jelas."}, M, "tidak menambah"),
        ("definisi", {"definisi": BAIK["nama"]}, M, "tidak menambah"),
        ("rumus", {"satuan": "", "rumus": ""}, K, "satuan dan rumus"),
        ("rumus", {"rumus": ""}, K, "Belum ada rumus"),
        ("satuan", {"satuan": " "}, X, "belum diisi"),
        ("satuan", {"satuan": "orang"}, K, "orang"),
        ("satuan", {"sifat": Sifat.INDEKS}, K, "persen"),
        ("satuan", {"sifat": Sifat.HITUNGAN, "satuan": "orang"}, B, "orang"),
        ("sumber", {"sumber_data": ""}, K, "belum disebut"),
        ("pemilik", {"pemilik": ""}, K, "Belum ada jabatan"),
        ("waktu", {"periode": ""}, K, "belum ditetapkan"),
        # Direction: the name, the numerator, the polarity.
        ("arah", {"polaritas": Polaritas.STABIL}, B, "dekatnya"),
        ("arah", {"polaritas": TURUN}, M, "Tidak ada kata"),
        ("arah", {"nama": OVERSTAYING, "pembilang": "tahanan overstaying"}, K, "masih ada"),
        ("arah", {"nama": OVERSTAYING, "pembilang": "tahanan overstaying di rutan"}, M, "masih ada"),
        ("arah", {"nama": OVERSTAYING, "pembilang": "tahanan overstaying", "polaritas": TURUN}, B, "sesuai"),
        (
            "arah",
            {"nama": OVERSTAYING, "pembilang": "penurunan tahanan overstaying"},
            B,
            "besarnya penurunan",
        ),
        ("arah", {"nama": OVERSTAYING, "pembilang": "", "polaritas": TURUN}, M, "besarnya penurunan"),
        ("arah", {"nama": "Persentase penurunan yang", "pembilang": "orang"}, B, "besarnya"),
        ("arah", {"nama": "Jumlah gangguan kamtib"}, M, "seharusnya berkurang"),
        ("arah", {"nama": "Jumlah gangguan kamtib", "polaritas": TURUN}, B, "sesuai"),
        ("arah", {"nama": "Persentase gangguan kamtib yang dicegah"}, B, "Tidak ada kata"),
        # Targets.
        ("wajar", {"target": {}}, X, "Belum ada target"),
        ("wajar", {"target": {2023: Decimal(105), 2024: Decimal(-1)}}, K, "2023, 2024"),
        ("wajar", {"target": {2023: Decimal(105)}, "sifat": Sifat.PERUBAHAN}, B, "jangkauan"),
        ("wajar", {"target": {2023: Decimal(0)}}, M, "nol"),
        ("wajar", {"target": {2023: Decimal(0)}, "polaritas": TURUN}, B, "jangkauan"),
        ("menantang", {"polaritas": Polaritas.RENTANG}, X, "rentang"),
        ("menantang", {"lalu": None}, X, "Belum ada realisasi"),
        ("menantang", {"lalu": (2024, Decimal(1))}, X, "Belum ada realisasi"),
        ("menantang", {"lalu": (2023, Decimal("99.5"))}, K, "realisasi 2023 99,5"),
        ("menantang", {"lalu": (2023, Decimal(99))}, B, "tidak lebih lemah"),
        ("menantang", {"lalu": (2023, Decimal(98)), "polaritas": TURUN}, K, "lebih lemah"),
        ("menantang", {"lalu": (2023, Decimal(500))}, M, "bila ukurannya sama"),
        ("lengkap", {"tahun": (2022, 2023, 2024, 2025)}, K, "2022, 2025"),
        ("lengkap", {"tahun": ()}, X, "tidak diketahui"),
    ],
)
def test_tiap_kriteria(kode, lain, mutu, sebut):
    satu = nilai(**lain)[kode]
    assert satu.mutu is mutu
    assert sebut in satu.alasan
    assert bool(satu.cara) or mutu in (B, X)
