"""Two independent computations: Python and the formulas of a workbook in LibreOffice, on 1,000 random offices."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from tests.aturan.skor.acak import Kantor, make_kantor
from tests.aturan.skor.buku import HASIL, compute_buku

from kinerja.aturan.skor.ikpa.hasil import NAMA
from kinerja.aturan.skor.ikpa.masukan import Indikator
from kinerja.aturan.skor.ikpa.nilai import compute_ikpa
from kinerja.aturan.skor.nka import explain_nka
from kinerja.aturan.skor.pengaturan import PENGATURAN_SKOR_BAWAAN, PengaturanSkor, TanpaObjek
from kinerja.aturan.skor.perencanaan import compute_perencanaan
from kinerja.aturan.skor.smart import compute_smart_mentah, is_smart

KANTOR = 1_000
# Doubles keep 15 digits; what is rounded to two decimals agrees exactly.
BATAS = Decimal("0.0000001")
KOLOM = dict(zip(Indikator, HASIL[3:11], strict=True))


def _cari_calc() -> bool:
    soffice = shutil.which("soffice")
    return bool(soffice) and (Path(soffice).resolve().parent / "libsclo.so").exists()


def compute_semua(
    kantor: Kantor, pengaturan: PengaturanSkor = PENGATURAN_SKOR_BAWAAN
) -> dict[str, Decimal | None]:
    """Every score and every indicator of one office by the program."""
    pada = kantor.ikpa.per
    smart = is_smart(pada)
    rencana = (
        compute_smart_mentah(kantor.smart, pada=pada)
        if smart
        else compute_perencanaan(kantor.perencanaan, pada=pada)
    )
    ikpa = compute_ikpa(kantor.ikpa, pengaturan)
    suku = {s.label.removeprefix("Pengurang ").casefold(): s.nilai for s in ikpa.uraian.rincian}
    hasil = {kolom: suku[NAMA[indikator].casefold()] for indikator, kolom in KOLOM.items()}
    assert rencana.nilai is not None
    assert ikpa.nilai is not None
    nka = explain_nka(rencana.nilai, ikpa.nilai, pada=pada)
    return {"perencanaan": rencana.nilai, **hasil, "ikpa": ikpa.nilai, "nka": nka.nilai}


def list_beda(
    kantor: Kantor, buku: dict[str, str], pengaturan: PengaturanSkor = PENGATURAN_SKOR_BAWAAN
) -> list[str]:
    """The values in which the two computations differ."""
    assert (buku["nomor"], buku["tahun"]) == (str(kantor.nomor), str(kantor.ikpa.per.year))
    beda = []
    for nama, nilai in compute_semua(kantor, pengaturan).items():
        lain = buku[nama]
        sama = not lain if nilai is None else bool(lain) and abs(nilai - Decimal(lain)) < BATAS
        beda += [] if sama else [f"{kantor.nomor} {nama}: {nilai} / {lain}"]
    return beda


@pytest.mark.skipif(not _cari_calc(), reason="LibreOffice Calc is not installed (libreoffice-calc-nogui)")
def test_seribu_kantor_sama(tmp_path: Path) -> None:
    kantor = [make_kantor(nomor, 2023 + nomor % 2) for nomor in range(KANTOR)]
    buku = compute_buku(kantor, tmp_path)
    assert len(buku) == KANTOR
    assert [beda for k, b in zip(kantor, buku, strict=True) for beda in list_beda(k, b)] == []
    # The offices are various enough for a difference to show: no object at all, and parts without one.
    for kolom in ("kontraktual", "tagihan", "up_tup"):
        assert 50 < sum(not b[kolom] for b in buku) < KANTOR
    lain = PengaturanSkor(tanpa_objek=TanpaObjek.NOL)
    assert any(list_beda(k, b, lain) for k, b in zip(kantor[:50], buku[:50], strict=True))
