"""Dated parameters: every file has its article, dates decide, malformed files do not load."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import strategies as st
from tests.aturan.sifat import periksa_dengan_mutan

from kinerja.aturan.parameter import (
    BelumBerlaku,
    Kepastian,
    NilaiParameter,
    Parameter,
    ParameterCacat,
    ParameterTidakDikenal,
    as_angka,
    as_peta,
    as_teks,
    list_parameter,
    load_parameter,
    parse_parameter,
)

BAIK = """
kode: contoh
uraian: Contoh
pengaturan: true
pilihan: {a: satu}
nilai:
  2024-01-01: {isi: "0.50", dasar_hukum: PMK 62/2023, kepastian: S}
  2022-01-01: {isi: "0.60", dasar_hukum: PMK 22/2021, berlaku: TA 2022–2023, kepastian: M}
"""


@pytest.mark.parametrize("nama", list_parameter())
def test_setiap_berkas_punya_dasar_hukum(nama: str) -> None:
    parameter = load_parameter(nama)
    assert parameter.kode == nama
    assert parameter.nilai
    for nilai in parameter.nilai:
        assert nilai.dasar_hukum.strip()
        assert parameter.pengaturan or nilai.kepastian is not Kepastian.INGATAN


def test_ada_berkas_yang_diperiksa() -> None:
    assert len(list_parameter()) >= 20
    assert {"capaian_naik", "bobot_nka", "skala_kategori"} <= set(list_parameter())


def test_tanggal_menentukan_nilai() -> None:
    parameter = parse_parameter(BAIK, "contoh")
    assert parameter.pada(date(2022, 1, 1)).angka == Decimal("0.60")
    assert parameter.pada(date(2023, 12, 31)).berlaku == "TA 2022–2023"
    assert parameter.pada(date(2024, 1, 1)).angka == Decimal("0.50")
    assert parameter.pilihan == {"a": "satu"}
    with pytest.raises(BelumBerlaku, match="contoh belum berlaku pada 2021-12-31"):
        parameter.pada(date(2021, 12, 31))


def test_rujukan_menyebut_versi_dan_pasal() -> None:
    aturan = load_parameter("capaian_naik").rujuk(date(2022, 6, 30))
    assert (aturan.kode, aturan.versi, aturan.kepastian) == ("capaian_naik", date(2015, 1, 1), "S")
    assert aturan.rumus == "realisasi / target × 100%"
    assert "PermenPANRB 53/2014" in aturan.dasar_hukum
    assert load_parameter("capaian_naik").rujuk(date(2023, 1, 1)).versi == date(2023, 1, 1)


def _pertama(parameter: Parameter, tanggal: date) -> NilaiParameter:
    return next(n for n in parameter.nilai if n.mulai <= tanggal)


def _terbaru_tanpa_hari_pertama(parameter: Parameter, tanggal: date) -> NilaiParameter:
    return next(n for n in reversed(parameter.nilai) if n.mulai < tanggal)


@pytest.mark.parametrize("mutan", [_pertama, _terbaru_tanpa_hari_pertama])
def test_pada_memberi_nilai_terakhir_yang_sudah_mulai(mutan: object) -> None:
    awal = date(2020, 1, 1)

    def sifat(pada: object, jarak: list[int], hari: int) -> None:
        mulai = sorted({awal + timedelta(days=n) for n in jarak})
        nilai = tuple(NilaiParameter("x", "Pasal 1", m, Kepastian.PRIMER) for m in mulai)
        tanggal = max(mulai[0] + timedelta(days=1), awal + timedelta(days=hari))
        hasil = pada(Parameter("x", "X", nilai), tanggal)  # type: ignore[operator]
        assert hasil.mulai == max(m for m in mulai if m <= tanggal)

    jarak = st.lists(st.integers(0, 20), min_size=1, max_size=6)
    periksa_dengan_mutan(sifat, jarak, st.integers(0, 25), asli=Parameter.pada, mutan=mutan)


NILAI = "{isi: x, dasar_hukum: Pasal 1, kepastian: P}"


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("- x", "kode harus sama"),
        (f"kode: lain\nuraian: X\nnilai: {{2020-01-01: {NILAI}}}", "kode harus sama"),
        (f"kode: x\nuraian: X\nsalah: 1\nnilai: {{2020-01-01: {NILAI}}}", "kunci tidak dikenal"),
        (f"kode: x\nuraian: ' '\nnilai: {{2020-01-01: {NILAI}}}", "tanpa uraian"),
        ("kode: x\nuraian: X", "tanpa nilai"),
        ("kode: x\nuraian: X\nnilai: {}", "tanpa nilai"),
        (f"kode: x\nuraian: X\nnilai: {{awal: {NILAI}}}", "kunci bukan tanggal"),
        (f"kode: x\nuraian: X\nnilai: {{2020-01-01 08:00:00: {NILAI}}}", "kunci bukan tanggal"),
        ("kode: x\nuraian: X\nnilai: {2020-01-01: teks}", "kunci tidak dikenal"),
        ("kode: x\nuraian: X\nnilai: {2020-01-01: {isi: x, pasal: 1}}", "kunci tidak dikenal"),
        ("kode: x\nuraian: X\nnilai: {2020-01-01: {isi: x, kepastian: P}}", "tanpa dasar_hukum"),
        (
            "kode: x\nuraian: X\nnilai: {2020-01-01: {isi: x, dasar_hukum: '', kepastian: P}}",
            "tanpa dasar_hukum",
        ),
        ("kode: x\nuraian: X\nnilai: {2020-01-01: {isi: x, dasar_hukum: A, kepastian: Z}}", "kepastian"),
        ("kode: x\nuraian: X\nnilai: {2020-01-01: {isi: x, dasar_hukum: A, kepastian: M}}", "pengaturan"),
        (
            "kode: x\nuraian: X\nnilai: {2020-01-01: {isi: 0.1, dasar_hukum: A, kepastian: P}}",
            "bertanda kutip",
        ),
        (
            "kode: x\nuraian: X\nnilai: {2020-01-01: {isi: [{a: 5}], dasar_hukum: A, kepastian: P}}",
            "bertanda kutip",
        ),
        ("kode: x\nuraian: X\nnilai: {2020-01-01: {dasar_hukum: A, kepastian: P}}", "bertanda kutip"),
        (f"kode: x\nuraian: X\nnilai: {{2020-01-01: {NILAI}, 2020-01-01: {NILAI}}}", "kunci berulang"),
        (f"kode: x\nuraian: X\nrentang: ['1']\nnilai: {{2020-01-01: {NILAI}}}", "rentang harus dua angka"),
        (f"kode: x\nuraian: X\nrentang: ['1', a]\nnilai: {{2020-01-01: {NILAI}}}", "rentang harus dua angka"),
        (f"kode: x\nuraian: X\nrentang: ['2', '1']\nnilai: {{2020-01-01: {NILAI}}}", "rentang terbalik"),
        ("kode: [", "x: "),
    ],
)
def test_berkas_cacat_tidak_termuat(teks: str, pesan: str) -> None:
    with pytest.raises(ParameterCacat, match=pesan):
        parse_parameter(teks, "x")


@pytest.mark.parametrize("nama", ["tidak_ada", "../parameter/bobot_nka", "BOBOT", ""])
def test_nama_tidak_dikenal(nama: str) -> None:
    with pytest.raises(ParameterTidakDikenal):
        load_parameter(nama)


def test_isi_bertipe_dan_tidak_dapat_diubah() -> None:
    isi = "[{nama: Hijau, minimal: '-1.50'}, [NaN, Infinity, 1e5]]"
    teks = f"kode: x\nuraian: X\nnilai: {{2020-01-01: {{isi: {isi}, dasar_hukum: A, kepastian: P}}}}"
    nilai = parse_parameter(teks, "x").nilai[0]
    pita, bukan_angka = nilai.daftar
    assert as_peta(pita) == {"nama": "Hijau", "minimal": Decimal("-1.50")}
    assert bukan_angka == ("NaN", "Infinity", "1e5")
    with pytest.raises(TypeError):
        as_peta(pita)["nama"] = "Merah"  # type: ignore[index]


def test_isi_salah_jenis() -> None:
    teks, angka = (NilaiParameter(i, "A", date(2020, 1, 1), Kepastian.PRIMER) for i in ("x", Decimal(1)))
    assert (teks.teks, angka.angka) == ("x", 1)
    for periksa in (as_angka, as_peta):
        with pytest.raises(TypeError):
            periksa("x")
    with pytest.raises(TypeError):
        as_teks(Decimal(1))
    with pytest.raises(TypeError, match="bukan daftar"):
        _ = teks.daftar
