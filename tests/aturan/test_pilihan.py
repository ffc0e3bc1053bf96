"""Choices as keys: what may be chosen, what is refused and why, and that each choice changes a computed result."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, get_type_hints

import pytest

from kinerja.aturan.anggaran import compute_predikat_nka
from kinerja.aturan.capaian import Polaritas, Target, compute_capaian, compute_capaian_sasaran
from kinerja.aturan.efisiensi import compute_efisiensi
from kinerja.aturan.kategori import classify
from kinerja.aturan.pengaturan import Pengaturan, RumusEfisiensi
from kinerja.aturan.pengaturan_instansi import PengaturanInstansi, list_kode, make_pengaturan
from kinerja.aturan.pilihan import describe_nilai, list_pilihan, name_pilihan, parse_kunci
from kinerja.aturan.skor.pengaturan import PengaturanSkor, RpdNol

PADA = date(2023, 12, 31)
HINTS = get_type_hints(Pengaturan) | get_type_hints(PengaturanSkor)


def test_tanpa_pilihan_semuanya_bawaan() -> None:
    assert make_pengaturan({}) == (PengaturanInstansi(), ())
    assert not any(b.menyimpang for b in PengaturanInstansi().daftar())
    assert [b.kode for b in PengaturanInstansi().daftar()] == list(list_kode())


@pytest.mark.parametrize("kode", list_kode())
def test_setiap_kunci_terbaca_kembali(kode: str) -> None:
    """Every key on offer makes a value of the field's own type, whose key it is, printed in words."""
    kunci = [k for k, _kata in list_pilihan(kode)]
    assert len(kunci) >= 1
    for satu in kunci:
        isi, temuan = make_pengaturan({kode: satu})
        assert temuan == ()
        nilai = getattr(isi.kinerja, kode, None) if hasattr(isi.kinerja, kode) else getattr(isi.skor, kode)
        assert name_pilihan(nilai) == satu
        assert nilai is None or isinstance(nilai, _jenis(kode))
        butir = next(b for b in isi.daftar() if b.kode == kode)
        assert (butir.kunci, butir.nilai_cetak) == (satu, describe_nilai(kode, satu))
        assert butir.menyimpang is (satu != butir.bawaan)
        assert butir.bawaan_cetak == describe_nilai(kode, butir.bawaan)


def _jenis(kode: str) -> Any:
    jenis = HINTS[kode]
    return jenis if isinstance(jenis, type) and issubclass(jenis, StrEnum | bool) else (Decimal, str)


@pytest.mark.parametrize(
    ("kode", "teks", "kunci"),
    [
        ("batas_atas_capaian", "120", "120"),
        ("batas_atas_capaian", " 112,50% ", "112.5"),
        ("batas_atas_capaian", "1.000", "1000"),
        ("batas_atas_capaian", "tanpa", "tanpa"),
        ("rumus_efisiensi", "rasio", "rasio"),
        ("skala_kategori", "skala_permendagri_86_2017", "skala_permendagri_86_2017"),
        ("rpd_nol", "lewati", "lewati"),
    ],
)
def test_pilihan_yang_diterima(kode: str, teks: str, kunci: str) -> None:
    assert parse_kunci(kode, teks, PADA) == (kunci, ())
    isi, temuan = make_pengaturan({kode: kunci})
    assert temuan == ()
    assert next(b for b in isi.daftar() if b.kode == kode).kunci == kunci


@pytest.mark.parametrize(
    ("kode", "teks", "pada", "masalah"),
    [
        ("batas_atas_capaian", "99,9", PADA, "“99,9” bukan pilihan untuk pengaturan “Batas atas capaian”."),
        ("batas_atas_capaian", "1001", PADA, "bukan pilihan"),
        ("batas_atas_capaian", "Rp120", PADA, "bukan pilihan"),
        ("batas_atas_capaian", "120 orang", PADA, "bukan pilihan"),
        ("batas_atas_capaian", "120,1234567", PADA, "bukan pilihan"),
        ("batas_atas_capaian", "", PADA, "bukan pilihan"),
        ("lantai_nol", "120", PADA, "bukan pilihan"),
        ("skala_kategori", "skala_khayal", PADA, "bukan pilihan"),
        ("skala_kategori", "skala_nka", date(2021, 12, 31), "belum berlaku pada tahun 2021."),
    ],
)
def test_pilihan_yang_ditolak(kode: str, teks: str, pada: date, masalah: str) -> None:
    _kunci, (temuan,) = parse_kunci(kode, teks, pada)
    assert masalah in temuan.pesan
    assert temuan.cara


def test_cara_memperbaiki_menyebut_semua_yang_boleh() -> None:
    (angka,) = parse_kunci("batas_atas_capaian", "x", PADA)[1]
    assert angka.cara == "Pilih “tanpa batas”, atau angka dari 100 sampai 1.000."
    (skala,) = parse_kunci("skala_kategori", "skala_nka", date(2021, 12, 31))[1]
    assert skala.cara == "Pilih tahun 2022 atau sesudahnya."


def test_yang_tersimpan_tetapi_tidak_dikenal_menjadi_temuan() -> None:
    isi, temuan = make_pengaturan(
        {"rpd_nol": "lewati", "lantai_nol": "barangkali", "batas_atas_capaian": "50", "entah": "ya"}
    )
    assert isi == PengaturanInstansi(skor=PengaturanSkor(rpd_nol=RpdNol.LEWATI))
    assert [t.kode for t in temuan] == ["pilihan_asing", "pilihan_asing", "pengaturan_asing"]
    assert describe_nilai("lantai_nol", "barangkali") == "barangkali"


def test_kedua_kumpulan_tidak_berbagi_nama() -> None:
    assert len(set(list_kode())) == len(fields(Pengaturan)) + len(fields(PengaturanSkor))
    assert make_pengaturan({"rumus_efisiensi": "rasio"})[0].kinerja.rumus_efisiensi is RumusEfisiensi.RASIO


def _hitung(p: Pengaturan) -> dict[str, object]:
    """Results of every kind under those settings, by what they are: targets, means, efficiency, categories."""
    target = (("0", "0"), ("-2", "-1"), ("10", "80"), ("10", "-5"))
    capaian = [
        compute_capaian(Target(Decimal(t)), Decimal(r), Polaritas.NAIK, pengaturan=p, pada=PADA)
        for t, r in target
    ]
    rentang = Target(None, Decimal(80), Decimal(90))
    lewat = compute_capaian(rentang, Decimal(99), Polaritas.RENTANG, pengaturan=p, pada=PADA)
    efisiensi = compute_efisiensi(
        pagu=100, realisasi=90, capaian=Decimal(150), rumus=p.rumus_efisiensi, pengaturan=p, pada=PADA
    )
    kategori = classify(Decimal(80), p.skala_kategori, PADA)
    predikat = compute_predikat_nka(Decimal(85), pengaturan=p, pada=PADA)
    return {
        "capaian": [c.nilai for c in capaian],
        "rentang": lewat.nilai,
        "sasaran": compute_capaian_sasaran(capaian[2:], pengaturan=p, pada=PADA).nilai,
        "negatif": compute_capaian_sasaran(capaian[3:], pengaturan=p, pada=PADA).nilai,
        "efisiensi": efisiensi.nilai,
        "kategori": kategori and kategori.nama,
        "predikat": predikat and predikat.nama,
        "paragraf": p.paragraf_pihak_kedua,
    }


@pytest.mark.parametrize(
    ("kode", "kunci", "berubah"),
    [
        ("batas_atas_capaian", "120", {"sasaran"}),
        ("lantai_nol", "tidak", {"sasaran", "negatif"}),
        ("target_nol", "tidak_terhitung", {"capaian"}),
        ("target_negatif", "mutlak", {"capaian"}),
        ("rentang_di_atas", "naik", {"rentang"}),
        ("rata_sasaran", "mentah", {"sasaran", "negatif"}),
        ("skala_kategori", "skala_permendagri_86_2017", {"kategori"}),
        ("skala_predikat_nka", "tanpa", {"predikat"}),
        ("rumus_efisiensi", "rasio", {"efisiensi"}),
        ("batas_capaian_efisiensi", "tanpa", {"efisiensi"}),
        ("paragraf_pihak_kedua", "tidak", {"paragraf"}),
    ],
)
def test_setiap_pilihan_mengubah_hasilnya_dan_hanya_itu(kode: str, kunci: str, berubah: set[str]) -> None:
    semula = _hitung(Pengaturan())
    menjadi = _hitung(make_pengaturan({kode: kunci})[0].kinerja)
    assert {nama for nama in semula if semula[nama] != menjadi[nama]} == berubah


def test_setiap_pilihan_kinerja_diuji() -> None:
    tanda = test_setiap_pilihan_mengubah_hasilnya_dan_hanya_itu.pytestmark  # type: ignore[attr-defined]
    assert [baris[0] for baris in tanda[0].args[1]] == [f.name for f in fields(Pengaturan)]
