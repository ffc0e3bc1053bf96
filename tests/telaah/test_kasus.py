"""The conformance pack: a document in, the findings of its family out, no more and no less."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.telaah.tulis_kasus import RUPA, write_kasus

from kinerja.aturan.telaah import periksa
from kinerja.aturan.telaah.periksa import HasilTelaah
from kinerja.aturan.telaah.registri import KELUARGA, list_pemeriksa
from kinerja.aturan.telaah.temuan import Temuan
from kinerja.dokumen.baca.berkas import read_naskah
from kinerja.dokumen.baca.teks import read_teks
from kinerja.telaah.jalan import telaah_naskah

_FOLDER = Path(__file__).with_name("kasus")
_TANPA_TEKS = {"susunan-halaman"}
"""Checks that plain text cannot trigger; they are tested with the record itself."""


def _baca() -> list[dict[str, Any]]:
    return [
        kasus
        for berkas in sorted(_FOLDER.glob("*.yaml"))
        for kasus in yaml.safe_load(berkas.read_text("utf-8"))
    ]


KASUS = _baca()


TEKS = [satu for satu in KASUS if "dokumen" in satu]
TABEL = [(satu, rupa) for satu in KASUS if "isi" in satu for rupa in satu.get("rupa", RUPA)]


def _sebut(kasus: dict[str, Any]) -> str:
    return f"{kasus['kode']}: {kasus['nama']}"


@pytest.mark.parametrize("kasus", TEKS, ids=map(_sebut, TEKS))
def test_kasus(kasus: dict[str, Any]):
    lalu = read_teks(kasus["lalu"]) if "lalu" in kasus else None
    _nilai(kasus, telaah_naskah(read_teks(kasus["dokumen"] + kasus.get("tambahan", "")), lalu))


@pytest.mark.parametrize(("kasus", "rupa"), TABEL, ids=[f"{_sebut(satu)} ({rupa})" for satu, rupa in TABEL])
def test_kasus_tabel(kasus: dict[str, Any], rupa: str, tmp_path: Path):
    naskah, kendala = read_naskah(write_kasus(kasus["isi"], rupa, tmp_path))
    assert naskah is not None, kendala
    hasil = telaah_naskah(naskah)
    assert hasil.fakta > 0
    _nilai(kasus, hasil)


def _nilai(kasus: dict[str, Any], hasil: HasilTelaah) -> None:
    """No finding of the family more or less than the case says."""
    keluarga = kasus["kode"].partition("-")[0]
    ada = [satu for satu in hasil.temuan if satu.keluarga == keluarga]
    ada = [satu for satu in ada if satu.kode in kasus.get("hanya", [satu.kode])]
    uraian = "\n".join(f"{satu.kode}: {satu.uraian}" for satu in ada)
    assert sorted(satu.kode for satu in ada) == sorted(satu["kode"] for satu in kasus["temuan"]), uraian
    for harapan in kasus["temuan"]:
        assert any(_cocok(satu, harapan) for satu in ada), f"{harapan}\n{[_ringkas(satu) for satu in ada]}"


def _ringkas(temuan: Temuan) -> dict[str, Any]:
    utama = temuan.utama
    return {
        "kode": temuan.kode,
        "kepastian": temuan.kepastian.value,
        "tingkat": temuan.tingkat.value,
        "baris": utama.tempat.baris,
        "tabel": utama.tempat.tabel,
        "tercetak": utama.tercetak,
        "seharusnya": utama.seharusnya,
        "banyak_tempat": len(temuan.tempat),
    }


def _cocok(temuan: Temuan, harapan: dict[str, Any]) -> bool:
    ringkas = _ringkas(temuan)
    memuat = str(harapan.get("memuat", ""))
    return memuat in temuan.uraian and all(
        ringkas[nama] == nilai for nama, nilai in harapan.items() if nama != "memuat"
    )


def test_setiap_pemeriksaan_berkasus():
    """A check nobody can see failing, or passing, is not a check."""
    assert periksa
    terikat = {kode for _, semua in list_pemeriksa() for kode in semua} - _TANPA_TEKS
    salah = {satu["kode"] for satu in KASUS if satu["temuan"]}
    sah = {satu["kode"] for satu in KASUS if not satu["temuan"]}
    assert terikat - salah == set()
    assert terikat - sah == set()


def test_cukup_banyak_kasus():
    assert len(KASUS) >= 300
    assert {rupa for _, rupa in TABEL} == set(RUPA)


def test_nama_kasus_tunggal():
    nama = [(satu["kode"], satu["nama"]) for satu in KASUS]
    assert len(nama) == len(set(nama))
    assert {satu["kode"].partition("-")[0] for satu in KASUS} <= set(KELUARGA)
