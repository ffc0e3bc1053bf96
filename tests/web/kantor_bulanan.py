"""Offices with open months for the tests of the entry screens."""

import datetime
from typing import Any

from django.test import Client
from tests.pengukuran.kantor import TAHUN, Kantor, make_kantor
from tests.web.kantor_contoh import KUNCI, load_contoh
from tests.web.orang import login, make_orang

from kinerja.akses.izin import Peran
from kinerja.akses.operations import Tugas
from kinerja.akses.pelaku import BARIS_PERINTAH
from kinerja.organisasi.models import Satker
from kinerja.organisasi.queries import list_bawahan
from kinerja.pengukuran.models import LembarPengukuran
from kinerja.pengukuran.operations.lembar import open_lembar, set_pelapor
from kinerja.perencanaan.models import Indikator

__all__ = ["TAHUN", "Kantor", "make_kantor", "make_kantor_besar", "masuk", "pasang_sesi"]
PADA = datetime.datetime(2024, 2, 5, 3, tzinfo=datetime.UTC)


def masuk(orang: Any) -> Client:
    """A browser of that person."""
    klien = Client()
    login(klien, orang)
    return klien


def pasang_sesi(konteks: Any, orang: Any, situs: str) -> None:
    """Log a real browser's context in, without the form."""
    klien = masuk(orang)
    konteks.add_cookies([{"name": n, "value": m.value, "url": situs} for n, m in klien.cookies.items()])


def make_kantor_besar() -> tuple[Satker, LembarPengukuran]:
    """The sample office with January to March 2024 open: a prison reports the 30 indikator of its division.

    Gives the office and the prison's sheet of February; "operator-besar" types there.
    """
    load_contoh()
    kantor = Satker.objects.get(kunci=KUNCI)
    bawahan = [
        r for r in list_bawahan(kantor, datetime.date(2024, 12, 31)) if r.unit and r.unit.kode == "PAS"
    ]
    satker = [r.satker_id for r in bawahan if r.satker_id != kantor.pk]
    pelapor = {
        i.pk: satker
        for i in Indikator.objects.filter(sasaran__unit__kode="PAS", kode__startswith="PAS-")[:40]
    }
    siapa = {"kantor": kantor, "tahun": TAHUN, "oleh": BARIS_PERINTAH, "pada": PADA}
    set_pelapor(pelapor=pelapor, **siapa)
    open_lembar(bulan=[1, 2, 3], **siapa)
    lembar = LembarPengukuran.objects.get(satker_id=satker[0], tahun=TAHUN, bulan=2)
    orang = make_orang("operator-besar", Tugas(Peran.OPERATOR, lembar.satker))
    orang.penugasan.update(berlaku_dari=datetime.date(2020, 1, 1))
    return kantor, lembar
