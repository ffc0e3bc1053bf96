"""The stateful test, and one mutant of the program per invariant that it must catch."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from tests.pengukuran.kantor import nilai
from tests.pengukuran.mesin import Kantoran, list_invarian

from kinerja.aturan import peralihan as aturan
from kinerja.aturan.peralihan import Status, Tindakan
from kinerja.pengukuran.models import LembarPengukuran, PembukaanKunci
from kinerja.pengukuran.operations import peralihan as operasi
from kinerja.pengukuran.operations import sel as operasi_sel
from kinerja.pengukuran.operations.sel import Nasib

Langkah = Callable[[], None]


class Terulang(Kantoran):
    """Every run happens in a transaction of its own that is thrown away."""

    def __init__(self) -> None:
        super().__init__()
        self.transaksi = transaction.atomic()
        self.transaksi.__enter__()

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.transaksi.__exit__(None, None, None)


@pytest.mark.django_db
def test_apa_pun_yang_dilakukan_orang():
    setelan = settings(
        max_examples=12,
        stateful_step_count=25,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Terulang, settings=setelan)
    # Asked, opened by another, corrected, and locked again: after approval, and by the clock while still in draft.
    ralat = {"dibuka", "diralat", "dikunci lagi dari disetujui", "dikunci lagi dari draf"}
    assert Terulang.dicapai >= {s.value for s in Status} | ralat


def _cabut(*pemicu: str) -> None:
    """A mutant of the program is also held by the database; here it must be caught by the test alone."""
    with connection.cursor() as kursor:
        if connection.vendor == "sqlite":
            tanya = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
            semua = [n for (n,) in kursor.execute(tanya).fetchall() if n.startswith(pemicu)]
            for nama in semua:
                kursor.execute(f"DROP TRIGGER {nama}")
        else:
            for tabel in ("pengukuran_realisasi", "pengukuran_lembarpengukuran"):
                kursor.execute(f"ALTER TABLE {tabel} DISABLE TRIGGER USER")


def _timpa_diam_diam(m: pytest.MonkeyPatch) -> None:
    semula = operasi_sel._Penyimpan._periksa_satu

    def periksa(diri: Any, ubahan: Any, *, ganda: bool) -> Any:
        hasil = semula(diri, ubahan, ganda=ganda)
        return hasil if hasil.nasib is Nasib.DITOLAK else operasi_sel.replace(hasil, nasib=Nasib.TERSIMPAN)

    m.setattr(operasi_sel._Penyimpan, "_periksa_satu", periksa)


def _simpan_tanpa_menulis(m: pytest.MonkeyPatch) -> None:
    m.setattr(operasi_sel._Penyimpan, "_tulis", lambda *_: True)


def _lompat(m: pytest.MonkeyPatch) -> None:
    semula = operasi.decide

    def lompat(berkas: Any, permintaan: Any) -> Any:
        status, temuan = semula(berkas, permintaan)
        return (Status.DIKUNCI if status is Status.DIAJUKAN and not temuan else status), temuan

    m.setattr(operasi, "decide", lompat)


def _periksa_sendiri(m: pytest.MonkeyPatch) -> None:
    m.setattr(aturan, "_MEMERIKSA", frozenset())
    _longgarkan("lembar_verifikator_lain", "lembar_penyetuju_lain")


def _buka_sendiri(m: pytest.MonkeyPatch) -> None:
    semula = aturan._check_wewenang
    m.setattr(
        aturan, "_check_wewenang", lambda *isi: [t for t in semula(*isi) if t.kode != "menyetujui_sendiri"]
    )
    _longgarkan("pembukaan_penyetuju_lain", model=PembukaanKunci)


def _tidak_pernah_ditutup(m: pytest.MonkeyPatch) -> None:
    m.setattr("tests.pengukuran.mesin.close_pembukaan", lambda **_: [])


def _tulis_di_balik_kunci(m: pytest.MonkeyPatch) -> None:
    semula = operasi_sel._Penyimpan.cari_lembar

    def cari(diri: Any, kunci: Any) -> Any:
        lembar, temuan = semula(diri, kunci)
        return lembar, tuple(t for t in temuan if t.kode != "terkunci")

    m.setattr(operasi_sel._Penyimpan, "cari_lembar", cari)


def _lupa_bawahan(m: pytest.MonkeyPatch) -> None:
    m.setattr(aturan, "_disebut_semua", lambda *_: True)
    m.setattr(operasi, "sorted", lambda _: [], raising=False)


def _tanpa_jejak(m: pytest.MonkeyPatch) -> None:
    m.setattr(operasi, "_catat", lambda *_, **__: None)


def _longgarkan(*nama: str, model: Any = LembarPengukuran) -> None:
    """Take constraints away so that the mutant is not stopped by the database."""
    if connection.vendor == "sqlite":
        # It cannot rebuild a table inside a transaction, but it can be told to overlook every CHECK.
        _pragma("ON")
        return
    with connection.schema_editor(atomic=False) as penyunting:
        for satu in model._meta.constraints:
            if satu.name in nama:
                penyunting.remove_constraint(model, satu)


def _pragma(isi: str) -> None:
    with connection.cursor() as kursor:
        kursor.execute(f"PRAGMA ignore_check_constraints = {isi}")


def _dikunci_lalu_dibuka(m: Kantoran, peminta: str, penyetuju: str) -> list[Langkah]:
    return [
        lambda: m.menaikkan("lapas", 4),
        lambda: m.meminta_buka(peminta, "lapas", 1),
        lambda: m.menyetujui_buka(penyetuju),
    ]


MUTAN: dict[str, tuple[Callable[[pytest.MonkeyPatch], None], str, Callable[[Kantoran], list[Langkah]]]] = {
    "timpa_diam_diam": (
        _timpa_diam_diam,
        "overwrote unseen",
        lambda m: [
            lambda: m.mengetik("operator-a", 0, nilai(3)),
            lambda: m.mengetik("operator-a2", 0, nilai(4)),
        ],
    ),
    "simpan_tanpa_menulis": (
        _simpan_tanpa_menulis,
        "lost",
        lambda m: [lambda: m.mengetik("operator-a", 0, nilai(3))],
    ),
    "lompat": (_lompat, "draf -> dikunci", lambda m: [lambda: m.menaikkan("lapas", 1)]),
    "periksa_sendiri": (
        _periksa_sendiri,
        "own work",
        lambda m: [
            lambda: m.mengetik("merangkap", 0, nilai(3)),
            lambda: m.menaikkan("lapas", 1),
            lambda: m.memindahkan("merangkap", "lapas", Tindakan.VERIFIKASI, "", sebut=False),
        ],
    ),
    "buka_sendiri": (
        _buka_sendiri,
        "opened alone",
        lambda m: _dikunci_lalu_dibuka(m, "penyusun", "penyusun"),
    ),
    "tidak_pernah_ditutup": (
        _tidak_pernah_ditutup,
        "open too long",
        lambda m: [*_dikunci_lalu_dibuka(m, "penyusun", "penyusun2"), lambda: m.waktu_berlalu(5)],
    ),
    "tulis_di_balik_kunci": (
        _tulis_di_balik_kunci,
        "changed behind",
        lambda m: [
            lambda: m.menaikkan("lapas", 4),
            lambda: m.membuka_halaman("operator-a", 0),
            lambda: m.mengetik("operator-a", 0, nilai(9)),
        ],
    ),
    "lupa_bawahan": (
        _lupa_bawahan,
        "gap",
        lambda m: [lambda: m.menaikkan("divisi", 3)],
    ),
    "tanpa_jejak": (_tanpa_jejak, "no trail", lambda m: [lambda: m.menaikkan("lapas", 1)]),
}
"""What is broken in the program, what the invariant says, and a walk that meets it."""


def _jalankan(nama: str) -> None:
    mesin = Kantoran()
    mesin.mulai()
    for langkah in MUTAN[nama][2](mesin):
        langkah()
        for periksa in list_invarian(mesin):
            periksa()


@pytest.mark.django_db
@pytest.mark.parametrize("nama", MUTAN)
def test_mutan_ditemukan(nama, monkeypatch, request):
    if connection.vendor == "sqlite":
        request.addfinalizer(lambda: _pragma("OFF"))
    _cabut("realisasi_tertutup", "lembar_pemeriksa", "lembar_kunci")
    MUTAN[nama][0](monkeypatch)
    with pytest.raises(AssertionError, match=MUTAN[nama][1]):
        _jalankan(nama)


@pytest.mark.django_db
@pytest.mark.parametrize("nama", MUTAN)
def test_jalan_yang_sama_tanpa_mutan_selamat(nama):
    _jalankan(nama)
