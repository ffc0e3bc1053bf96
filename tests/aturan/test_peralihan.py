"""The table of states decides every step, and each rule can fail."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import strategies as st
from tests.aturan.sifat import periksa_dengan_mutan

from kinerja.aturan.peralihan import (
    PERALIHAN,
    Berkas,
    Jenjang,
    Permintaan,
    Status,
    Tindakan,
    decide,
    list_tindakan,
)

PADA = datetime(2024, 2, 5, 3, tzinfo=UTC)
SEMUA = frozenset(Jenjang)


def minta(tindakan: Tindakan, *jenjang: Jenjang, **lain: object) -> Permintaan:
    isi = {"pelaku": "budi", "pada": PADA, "jenjang": frozenset(jenjang) or SEMUA} | lain
    return Permintaan(tindakan, **isi)  # type: ignore[arg-type]


def kode(berkas: Berkas, permintaan: Permintaan) -> list[str]:
    status, temuan = decide(berkas, permintaan)
    assert not temuan or status is berkas.status
    return [t.kode for t in temuan]


def test_tabel_tidak_bertentangan() -> None:
    assert len({(p.tindakan, p.dari) for p in PERALIHAN}) == len(PERALIHAN) == 12
    assert {p.ke for p in PERALIHAN if p.tindakan is Tindakan.KEMBALIKAN} == {Status.DRAF}
    assert {p.dari for p in PERALIHAN if p.tindakan is Tindakan.KEMBALIKAN} == {
        Status.DIAJUKAN,
        Status.DIVERIFIKASI,
        Status.DISETUJUI,
    }
    assert all(p.perlu_alasan for p in PERALIHAN if p.tindakan in (Tindakan.KEMBALIKAN, Tindakan.BUKA))


def test_naik_empat_langkah_oleh_empat_jenjang() -> None:
    langkah = [
        (Tindakan.AJUKAN, Jenjang.OPERATOR, Status.DIAJUKAN),
        (Tindakan.VERIFIKASI, Jenjang.KEPALA_SATKER, Status.DIVERIFIKASI),
        (Tindakan.SETUJUI, Jenjang.KEPALA_DIVISI, Status.DISETUJUI),
        (Tindakan.KUNCI, Jenjang.PENYUSUN, Status.DIKUNCI),
    ]
    berkas = Berkas(Status.DRAF)
    for tindakan, jenjang, tujuan in langkah:
        assert kode(berkas, minta(tindakan, *(SEMUA - {jenjang}))) == ["bukan_wewenang"]
        assert decide(berkas, minta(tindakan, jenjang)) == (tujuan, ())
        berkas = Berkas(tujuan)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("tindakan", Tindakan)
def test_yang_tidak_ada_di_tabel_ditolak(status: Status, tindakan: Tindakan) -> None:
    ada = any((p.tindakan, p.dari) == (tindakan, status) for p in PERALIHAN)
    hasil = kode(Berkas(status, sampai=PADA), minta(tindakan, alasan="ada"))
    assert ("peralihan_tidak_ada" in hasil) is not ada


@pytest.mark.parametrize("alasan", ["", "  \n"])
def test_mengembalikan_perlu_alasan(alasan: str) -> None:
    berkas = Berkas(Status.DIAJUKAN)
    assert kode(berkas, minta(Tindakan.KEMBALIKAN, alasan=alasan)) == ["alasan_wajib"]
    assert decide(berkas, minta(Tindakan.KEMBALIKAN, alasan="salah ketik")) == (Status.DRAF, ())


@pytest.mark.parametrize(
    ("tindakan", "status"),
    [(Tindakan.VERIFIKASI, Status.DIAJUKAN), (Tindakan.SETUJUI, Status.DIVERIFIKASI)],
)
def test_tidak_memeriksa_sendiri(tindakan: Tindakan, status: Status) -> None:
    assert kode(Berkas(status, pengisi=frozenset({"budi", "ani"})), minta(tindakan)) == ["memeriksa_sendiri"]
    assert kode(Berkas(status, pengisi=frozenset({"ani"})), minta(tindakan)) == []


def test_mengunci_dan_mengembalikan_bukan_memeriksa() -> None:
    berkas = Berkas(Status.DISETUJUI, pengisi=frozenset({"budi"}))
    assert kode(berkas, minta(Tindakan.KUNCI)) == []
    assert kode(berkas, minta(Tindakan.KEMBALIKAN, alasan="x")) == []


def test_mengajukan_perlu_semua_sel_dan_menyebutnya() -> None:
    belum = tuple(f"sel {n}" for n in range(7))
    status, temuan = decide(Berkas(Status.DRAF, belum_diisi=belum), minta(Tindakan.AJUKAN))
    assert (status, [t.kode for t in temuan]) == (Status.DRAF, ["belum_diisi"])
    assert "7 sel" in temuan[0].pesan
    assert "sel 4, dan 2 lainnya" in temuan[0].pesan
    assert "dan" not in decide(Berkas(Status.DRAF, belum_diisi=belum[:5]), minta(Tindakan.AJUKAN))[1][0].pesan


def test_induk_menunggu_bawahan_atau_menyebutnya_dengan_alasan() -> None:
    berkas = Berkas(Status.DIVERIFIKASI, bawahan_belum=("Lapas A", "Lapas B"))
    semua = frozenset({"Lapas A", "Lapas B"})
    for alasan, disebut in [("", frozenset()), ("", semua), ("banjir", frozenset({"Lapas A"}))]:
        permintaan = minta(Tindakan.SETUJUI, alasan=alasan, disebut=disebut)
        assert kode(berkas, permintaan) == ["bawahan_belum"]
    assert kode(berkas, minta(Tindakan.SETUJUI, alasan="banjir", disebut=semua)) == []
    assert kode(Berkas(Status.DIAJUKAN, bawahan_belum=("A",)), minta(Tindakan.VERIFIKASI)) == []


def test_bawahan_tidak_dikembalikan_dari_bawah_induk_yang_disetujui() -> None:
    berkas = Berkas(Status.DISETUJUI, induk_disetujui=True)
    assert kode(berkas, minta(Tindakan.KEMBALIKAN, alasan="x")) == ["induk_disetujui"]
    assert kode(berkas, minta(Tindakan.KUNCI)) == []
    assert kode(replace(berkas, induk_disetujui=False), minta(Tindakan.KEMBALIKAN, alasan="x")) == []


def test_borongan_hanya_tanpa_peringatan() -> None:
    berkas = Berkas(Status.DIVERIFIKASI, peringatan_terbuka=2)
    assert kode(berkas, minta(Tindakan.SETUJUI, borongan=True)) == ["peringatan_terbuka"]
    assert kode(berkas, minta(Tindakan.SETUJUI)) == []
    assert kode(replace(berkas, peringatan_terbuka=0), minta(Tindakan.SETUJUI, borongan=True)) == []


def test_membuka_kunci() -> None:
    berkas = Berkas(Status.DIKUNCI, peminta="ani", sampai=PADA + timedelta(seconds=1))
    assert decide(berkas, minta(Tindakan.BUKA, alasan="ralat")) == (Status.DRAF, ())
    assert kode(replace(berkas, peminta="budi"), minta(Tindakan.BUKA, alasan="x")) == ["menyetujui_sendiri"]
    assert kode(replace(berkas, sampai=None), minta(Tindakan.BUKA, alasan="x")) == ["batas_akhir"]
    assert kode(replace(berkas, sampai=PADA), minta(Tindakan.BUKA, alasan="x")) == ["batas_akhir"]
    assert kode(berkas, minta(Tindakan.BUKA)) == ["alasan_wajib"]


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.DIKUNCI])
def test_menutup_kembali_sesudah_batas_akhir(status: Status) -> None:
    tutup = minta(Tindakan.TUTUP, Jenjang.SISTEM)
    assert decide(Berkas(status, sampai=PADA), tutup) == (Status.DIKUNCI, ())
    assert kode(Berkas(status, sampai=PADA + timedelta(seconds=1)), tutup) == ["belum_berakhir"]
    assert kode(Berkas(status), tutup) == ["belum_berakhir"]


def test_tindakan_yang_ditawarkan() -> None:
    verifikator = list_tindakan(Status.DIAJUKAN, frozenset({Jenjang.KEPALA_SATKER}))
    assert [p.tindakan for p in verifikator] == [Tindakan.VERIFIKASI, Tindakan.KEMBALIKAN]
    assert list_tindakan(Status.DIAJUKAN, frozenset({Jenjang.OPERATOR})) == ()


def _tanpa_alasan(berkas: Berkas, permintaan: Permintaan) -> object:
    return decide(berkas, replace(permintaan, alasan=permintaan.alasan.strip() or "ada"))


def _tanpa_jenjang(berkas: Berkas, permintaan: Permintaan) -> object:
    return decide(berkas, replace(permintaan, jenjang=SEMUA))


def _periksa_sendiri(berkas: Berkas, permintaan: Permintaan) -> object:
    return decide(replace(berkas, pengisi=frozenset()), permintaan)


def _sifat(putuskan: object, status: Status, permintaan: Permintaan) -> None:
    """Whatever is wished: a step follows the table, with its rung, its reason, and four eyes."""
    berkas = Berkas(status, pengisi=frozenset({"ani"}), sampai=PADA)
    baru, temuan = putuskan(berkas, permintaan)  # type: ignore[operator]
    if temuan:
        assert baru is status
        return
    (baris,) = [p for p in PERALIHAN if (p.tindakan, p.dari, p.ke) == (permintaan.tindakan, status, baru)]
    assert baris.jenjang in permintaan.jenjang
    assert permintaan.alasan.strip() or not baris.perlu_alasan
    assert permintaan.pelaku != "ani" or baru not in (Status.DIVERIFIKASI, Status.DISETUJUI)


@pytest.mark.parametrize("mutan", [_tanpa_alasan, _tanpa_jenjang, _periksa_sendiri])
def test_setiap_langkah_mengikuti_tabel(mutan: object) -> None:
    permintaan = st.builds(
        Permintaan,
        st.sampled_from(Tindakan),
        pelaku=st.sampled_from(["ani", "budi"]),
        jenjang=st.frozensets(st.sampled_from(Jenjang), max_size=3),
        pada=st.just(PADA),
        alasan=st.sampled_from(["", " ", "sebab"]),
    )
    periksa_dengan_mutan(_sifat, st.sampled_from(Status), permintaan, asli=decide, mutan=mutan)
