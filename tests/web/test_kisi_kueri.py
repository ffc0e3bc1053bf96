"""How many questions the entry screens ask of the database, exactly, at two volumes."""

import json

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.web.kantor_bulanan import PADA, TAHUN, make_kantor_besar, masuk
from tests.web.kantor_contoh import KUNCI
from tests.web.orang import make_orang

from kinerja.akses.izin import Peran
from kinerja.akses.operations import Tugas
from kinerja.akses.pelaku import BARIS_PERINTAH
from kinerja.pengukuran.antrean import list_menunggu
from kinerja.pengukuran.models import LembarPengukuran
from kinerja.pengukuran.operations.lembar import open_lembar
from kinerja.pengukuran.sel import list_kunci_lembar
from kinerja.perencanaan.models import Komponen

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]
ANGGARAN = (25, 24, 19, 33)
"""A sheet, one indikator at every satker, the inbox, the map of a year."""
SIMPAN, PER_SEL = 27, 3


@pytest.fixture
def besar(monkeypatch):
    kantor, lembar = make_kantor_besar()
    monkeypatch.setattr(timezone, "now", lambda: PADA)
    return kantor, lembar


def hitung(klien: Client, alamat: str, badan: str | None = None) -> int:
    """Queries of one request, after one that warms what is read once."""
    klien.get("/tugas/")
    with CaptureQueriesContext(connection) as kueri:
        jawaban = klien.get(alamat) if badan is None else klien.post(alamat, badan, "application/json")
    assert jawaban.status_code == 200, alamat
    if badan is not None:
        assert {s["nasib"] for s in jawaban.json()["sel"]} <= {"tersimpan", "lain"}
    return len(kueri)


def isi(lembar: LembarPengukuran, dari: int, sampai: int) -> str:
    """Pairs for some of the cells that take one."""
    kunci = list_kunci_lembar(lembar)
    rasio = set(Komponen.objects.exclude(indikator__cara_hitung="nilai").values_list("pk", flat=True))
    sel = [
        {"id": f"{k.komponen_id}-{k.satker_id}", "versi": 0, "satu": "5", "dua": "50"}
        for k in [k for k in kunci if k.komponen_id in rasio][dari:sampai]
    ]
    assert len(sel) == sampai - dari
    return json.dumps({"siapa": "operator-besar", "sel": sel})


def setujui(lembar: QuerySet[LembarPengukuran]) -> None:
    """As if three people had led them there."""
    langkah = ("diajukan", "diverifikasi", "disetujui")
    lembar.update(status="disetujui", **{f"{s}_oleh": make_orang(s) for s in langkah})


def test_kueri_layar_pengisian_tepat_pada_dua_volume(besar):
    kantor, lembar = besar
    operator, alamat = masuk(make_orang("operator-besar")), f"/pengukuran/{lembar.pk}/"
    penyusun = masuk(make_orang("penyusun-besar", Tugas(Peran.PENYUSUN, kantor)))
    halaman = {
        alamat: operator,
        f"/{KUNCI}/{TAHUN}/isian/PAS-2.1/2/": penyusun,
        "/pengukuran/": penyusun,
        f"/{KUNCI}/{TAHUN}/pengisian/": penyusun,
    }
    setujui(LembarPengukuran.objects.filter(bulan=1, satker=lembar.satker))
    sedikit = [hitung(k, a) for a, k in halaman.items()]
    hitung(operator, alamat + "sel/", isi(lembar, 0, 1))
    satu, dua_belas = (hitung(operator, alamat + "sel/", isi(lembar, *n)) for n in ((1, 2), (2, 14)))
    setujui(LembarPengukuran.objects.filter(bulan__in=(1, 3), induk__isnull=False))
    open_lembar(kantor=kantor, tahun=TAHUN, bulan=range(4, 13), oleh=BARIS_PERINTAH, pada=PADA)
    assert len(list_menunggu(make_orang("penyusun-besar"), PADA)) == 30
    banyak = [hitung(k, a) for a, k in halaman.items()]
    assert banyak == sedikit == list(ANGGARAN)
    # A number typed costs its row, its place in the trail, and nothing else.
    assert (satu, dua_belas - satu) == (SIMPAN, 11 * PER_SEL)
