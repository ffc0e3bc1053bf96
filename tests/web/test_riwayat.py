"""The history page: fifty entries at a time, filtered in the query, exported whole."""

import ast
import csv
import datetime
import io
import re
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.pelaporan.rantai import PADA, TAHUN, make_kantor
from tests.web.orang import login

import kinerja
from kinerja.antarmuka.web.sajian.riwayat import TINDAKAN
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.perencanaan.models import Renstra

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]
MENIT = datetime.timedelta(minutes=1)


@pytest.fixture
def penyusun(dunia):
    kantor = make_kantor(dunia)
    catat(kantor.satker.kunci, 0, 60)
    klien = Client()
    login(klien, kantor["kasubbag"])
    klien.awal = f"/{kantor.satker.kunci}/{TAHUN}/riwayat"
    klien.kunci = kantor.satker.kunci
    return klien


def catat(rantai: str, dari: int, sampai: int) -> None:
    with transaction.atomic():
        for n in range(dari, sampai):
            isi = Peristiwa("realisasi.isi", f"x.Sel:PAS-{n:03}", {}, {"nilai": n}, "=1+1", rantai)
            record(isi, oleh=f"orang-{n % 2} (operator)", pada=PADA + n * MENIT)


def buka(klien, isian="", akhir="/"):
    jawaban = klien.get(f"{klien.awal}{akhir}{isian}")
    assert jawaban.status_code == 200
    return jawaban


def baca_objek(jawaban) -> list[str]:
    return [b.objek for b in jawaban.context["riwayat"] if b.objek.startswith("PAS-")]


def test_lima_puluh_lalu_sisanya_dan_kembali(penyusun):
    satu = buka(penyusun)
    assert baca_objek(satu) == [f"PAS-{n:03}" for n in range(59, 9, -1)]
    assert 'rel="prev"' not in satu.content.decode()
    dua = buka(penyusun, f"?oleh=&sebelum={satu.context['halaman'].lebih_lama}")
    assert baca_objek(dua) == [f"PAS-{n:03}" for n in range(9, -1, -1)]
    assert 'rel="next"' not in dua.content.decode()
    kembali = buka(penyusun, f"?sesudah={dua.context['halaman'].lebih_baru}")
    assert baca_objek(kembali) == baca_objek(satu)
    assert baca_objek(buka(penyusun, "?sebelum=bukan-nomor&dari=2023-99-99&sampai=x")) == baca_objek(satu)


def test_saringan_dan_csv_sama(penyusun):
    hari = f"{PADA:%Y-%m-%d}"
    isian = f"?oleh=orang-1&tindakan=realisasi.isi&objek=PAS-00&dari={hari}&sampai={hari}"
    objek = ["PAS-009", "PAS-007", "PAS-005", "PAS-003", "PAS-001"]
    assert baca_objek(buka(penyusun, isian)) == objek
    unduhan = buka(penyusun, isian, akhir=".csv")
    isi = b"".join(unduhan.streaming_content).decode("utf-8-sig")
    baris = list(csv.reader(io.StringIO(isi), delimiter=";"))
    assert [b[4] for b in baris[1:]] == objek
    # What people typed never becomes a formula.
    assert {b[6] for b in baris[1:]} == {"'=1+1"}
    assert "Tidak ada catatan yang cocok" in buka(penyusun, "?oleh=siapa").content.decode()
    semua = b"".join(buka(penyusun, akhir=".csv").streaming_content).decode()
    assert semua.count("PAS-") == 60


def test_banyak_kueri_tidak_bergantung_pada_panjang_rantai(penyusun):
    def hitung(isian: str) -> int:
        with CaptureQueriesContext(connection) as kueri:
            buka(penyusun, isian)
        return len(kueri)

    buka(penyusun)
    pendek = [hitung(i) for i in ("", "?sebelum=40", "?oleh=orang-1&objek=PAS")]
    catat(penyusun.kunci, 60, 400)
    assert [hitung(i) for i in ("", "?sebelum=40", "?oleh=orang-1&objek=PAS")] == pendek
    assert len(set(pendek)) == 1


def test_objek_dan_sidik_terbaca_dan_dapat_dicari(penyusun):
    sidik = "0123456789ab" * 5 + "cdef"
    objek = sebut_objek(Renstra, "Rencana 2020–2024/II")
    with transaction.atomic():
        isi = Peristiwa("rencana.versi", objek, {}, {"sidik": sidik}, "", penyusun.kunci)
        record(isi, oleh="orang-9 (perencana)", pada=PADA + 90 * MENIT)
    (baris,) = buka(penyusun, "?objek=2020–2024").context["riwayat"]
    assert baris.objek == "Rencana 2020–2024/II"
    assert [p.menjadi for p in baris.perubahan] == ["0123-4567-89ab"]
    teks = buka(penyusun).content.decode()
    assert sidik not in teks
    assert "%E2" not in teks


def test_setiap_tindakan_mempunyai_sebutan():
    """What a room records must have words: every literal of that shape in modules that write the trail."""
    akar = Path(kinerja.__file__).parent
    kode = {
        n.value
        for berkas in akar.rglob("*.py")
        if "Peristiwa" in (teks := berkas.read_text())
        for n in ast.walk(ast.parse(teks))
        if isinstance(n, ast.Constant)
        and isinstance(n.value, str)
        and re.fullmatch(r"[a-z_]+\.[a-z_]+", n.value)
    }
    assert len(kode) > 50
    assert kode - TINDAKAN.keys() == set()
