"""Properties of roll-ups over any tree; each one kills a planted mutant."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

import pytest
from hypothesis import strategies as st
from tests.aturan.sifat import bilangan, cacah, periksa, periksa_dengan_mutan

from kinerja.aturan.agregasi import (
    AgregasiBulan,
    AgregasiSatker,
    Cacah,
    Ukuran,
    compute_keadaan,
    compute_nilai,
    rollup_bulan,
    rollup_satker,
)
from kinerja.aturan.capaian import Keadaan

Gabung: TypeAlias = Callable[[Sequence[Ukuran], Any], Ukuran]
Pohon: TypeAlias = "Ukuran | list[Pohon]"

kosong = st.sampled_from([Keadaan.BELUM_ADA, Keadaan.TIDAK_ADA_OBJEK, Keadaan.TIDAK_TERHITUNG])
daun_kosong = kosong.map(lambda k: Ukuran(keadaan=k))
daun_rasio = st.tuples(cacah, cacah).map(lambda c: Ukuran(Decimal(c[0]), Decimal(c[1])))
daun_jadi = bilangan.map(lambda n: Ukuran(nilai=n))


def pohon(daun: st.SearchStrategy[Ukuran]) -> st.SearchStrategy[list[Pohon]]:
    cabang = st.recursive(daun, lambda anak: st.lists(anak, min_size=1, max_size=4), max_leaves=12)
    return st.lists(cabang, min_size=1, max_size=4)


rasio = daun_rasio | daun_kosong
jadi = daun_jadi | daun_kosong
pohon_rasio, pohon_jadi = pohon(rasio), pohon(jadi)
# Counts as they occur: never more denominators of zero than a real month has.
hidup = st.tuples(cacah, st.integers(1, 500)).map(lambda c: Ukuran(Decimal(c[0]), Decimal(c[1])))


def daunkan(isi: Pohon) -> list[Ukuran]:
    return [isi] if isinstance(isi, Ukuran) else [d for anak in isi for d in daunkan(anak)]


def naikkan(isi: Pohon, gabung: Gabung, cara: Any) -> Ukuran:
    return isi if isinstance(isi, Ukuran) else gabung([naikkan(a, gabung, cara) for a in isi], cara)


def ringkas(ukuran: Ukuran) -> tuple[Any, ...]:
    return compute_keadaan(ukuran), compute_nilai(ukuran), ukuran.jumlah_terisi, ukuran.jumlah_seharusnya


def mutan_rata_persen(daftar: Sequence[Ukuran], cara: Any) -> Ukuran:
    """Averages the percentages of the children."""
    hasil = rollup_satker(daftar, cara)
    nilai = [n for n in map(compute_nilai, daftar) if n is not None]
    rata = sum(nilai, Decimal(0)) / len(nilai) if nilai else None
    return replace(hasil, pembilang=rata, penyebut=None if rata is None else Decimal(100))


def mutan_rata_dari_rata(daftar: Sequence[Ukuran], cara: Any) -> Ukuran:
    """Forgets how many leaves a mean holds."""
    return rollup_satker([replace(u, rata=None) for u in daftar], cara)


def mutan_maks_terpisah(daftar: Sequence[Ukuran], cara: Any) -> Ukuran:
    """Takes the largest numerator and the largest denominator."""
    hasil = rollup_satker(daftar, cara)
    ada = [u for u in daftar if u.pembilang is not None and u.penyebut is not None]
    atas, bawah = ([getattr(u, sisi) for u in ada] or [None] for sisi in ("pembilang", "penyebut"))
    return replace(hasil, pembilang=max(atas), penyebut=max(bawah)) if ada else hasil


def mutan_anak_langsung(daftar: Sequence[Ukuran], cara: Any) -> Ukuran:
    """Counts direct children instead of leaves."""
    hasil = rollup_satker(daftar, cara)
    return replace(hasil, cacah=Cacah(sum(u.lengkap for u in daftar), len(daftar)))


@pytest.mark.parametrize(
    ("cara", "strategi", "mutan"),
    [
        (AgregasiSatker.SIGMA, pohon_rasio, mutan_rata_persen),
        (AgregasiSatker.SIGMA, pohon_rasio, mutan_anak_langsung),
        (AgregasiSatker.JUMLAH, pohon_rasio, mutan_anak_langsung),
        (AgregasiSatker.JUMLAH, pohon_jadi, mutan_anak_langsung),
        (AgregasiSatker.RATA_RATA, pohon_rasio, mutan_rata_dari_rata),
        (AgregasiSatker.RATA_RATA, pohon_jadi, mutan_rata_dari_rata),
        (AgregasiSatker.MAKS, pohon_rasio, mutan_maks_terpisah),
        (AgregasiSatker.MAKS, pohon_jadi, mutan_anak_langsung),
    ],
)
def test_bentuk_pohon_tidak_mengubah_induk(
    cara: AgregasiSatker, strategi: st.SearchStrategy[Any], mutan: Gabung
) -> None:
    def sifat(gabung: Gabung, isi: list[Pohon]) -> None:
        assert ringkas(naikkan(isi, gabung, cara)) == ringkas(rollup_satker(daunkan(isi), cara))

    periksa_dengan_mutan(sifat, strategi, asli=rollup_satker, mutan=mutan)


@pytest.mark.parametrize("cara", [AgregasiBulan.JUMLAH, AgregasiBulan.RATA_RATA, AgregasiBulan.MAKS])
def test_triwulan_tidak_mengubah_tahun(cara: AgregasiBulan) -> None:
    def sifat(gabung: Gabung, isi: list[Pohon]) -> None:
        assert ringkas(naikkan(isi, gabung, cara)) == ringkas(rollup_bulan(daunkan(isi), cara))

    def mutan(daftar: Sequence[Ukuran], cara: Any) -> Ukuran:
        """Drops the last month of every group."""
        return rollup_bulan(daftar[:-1] or daftar, cara)

    periksa_dengan_mutan(sifat, pohon_rasio, asli=rollup_bulan, mutan=mutan)


def mutan_lewati_nol(daftar: Sequence[Ukuran], cara: Any) -> Ukuran:
    """Skips children whose numerator is zero, as if zero were empty."""
    return rollup_satker([u for u in daftar if u.pembilang], cara)


@pytest.mark.parametrize("mutan", [mutan_rata_persen, mutan_lewati_nol])
def test_induk_adalah_sigma_per_sigma(mutan: Gabung) -> None:
    """Printed = recomputed: the parent of any tree is Σv/Σd of its leaves, to the printed digit."""

    def sifat(gabung: Gabung, isi: list[Pohon]) -> None:
        daun = [d for d in daunkan(isi) if d.pembilang is not None and d.penyebut is not None]
        v, d = (sum(int(getattr(u, sisi)) for u in daun) for sisi in ("pembilang", "penyebut"))
        nilai = compute_nilai(naikkan(isi, gabung, AgregasiSatker.SIGMA))
        if d == 0:
            assert nilai is None
            return
        assert nilai is not None
        setengah_ke_atas = (v * 100 * 100 * 2 + d) // (2 * d)
        assert nilai.quantize(Decimal("0.01"), "ROUND_HALF_UP") == Decimal(setengah_ke_atas) / 100

    periksa_dengan_mutan(sifat, pohon_rasio, asli=rollup_satker, mutan=mutan)


def mutan_berbobot_urutan(daftar: Sequence[Ukuran], cara: Any) -> Ukuran:
    """Lets the last child weigh double."""
    hasil = rollup_satker([*daftar, *daftar[-1:]], cara)
    return replace(hasil, cacah=Cacah(0, 0))


@pytest.mark.parametrize("cara", [AgregasiSatker.SIGMA, AgregasiSatker.JUMLAH, AgregasiSatker.RATA_RATA])
def test_urutan_tidak_mengubah_hasil(cara: AgregasiSatker) -> None:
    def sifat(gabung: Gabung, daftar: list[Ukuran], acak: Any) -> None:
        teracak = list(daftar)
        acak.shuffle(teracak)
        assert ringkas(gabung(teracak, cara)) == ringkas(gabung(daftar, cara))

    daftar = st.lists(rasio, max_size=8)
    strategi = (daftar, st.randoms(use_true_random=False))
    periksa_dengan_mutan(sifat, *strategi, asli=rollup_satker, mutan=mutan_berbobot_urutan)


def test_urutan_tidak_mengubah_maks() -> None:
    """Equal ratios with different components: position must not decide."""

    def sifat(gabung: Gabung, daftar: list[Ukuran]) -> None:
        maju, mundur = (gabung(d, AgregasiSatker.MAKS) for d in (daftar, daftar[::-1]))
        assert (maju.pembilang, maju.penyebut) == (mundur.pembilang, mundur.penyebut)

    def mutan(daftar: Sequence[Ukuran], _: Any) -> Ukuran:
        """Keeps the first of equals."""
        return max(daftar, key=lambda u: compute_nilai(u) or Decimal(0), default=Ukuran())

    strategi = st.lists(st.tuples(st.integers(1, 3), st.integers(1, 3)), max_size=4)
    daftar = strategi.map(lambda d: [Ukuran(Decimal(v * k), Decimal(2 * k)) for v, k in d])
    periksa_dengan_mutan(sifat, daftar, asli=rollup_satker, mutan=mutan)


def mutan_tambah_satu(daftar: Sequence[Ukuran], cara: Any) -> Ukuran:
    """Avoids division by zero by adding one."""
    hasil = rollup_satker(daftar, cara)
    return hasil if hasil.penyebut is None else replace(hasil, penyebut=hasil.penyebut + 1)


@pytest.mark.parametrize("cara", list(AgregasiSatker))
def test_skala_tidak_mengubah_rasio(cara: AgregasiSatker) -> None:
    mutan = mutan_bulat_per_anak if cara is AgregasiSatker.RATA_RATA else mutan_tambah_satu

    def sifat(gabung: Gabung, daftar: list[Ukuran], kali: int) -> None:
        dikali = [Ukuran(u.pembilang * kali, u.penyebut * kali) for u in daftar if u.pembilang is not None]
        assert compute_nilai(gabung(dikali, cara)) == compute_nilai(gabung(daftar, cara))

    strategi = (st.lists(hidup, min_size=1, max_size=5), st.integers(2, 9))
    periksa_dengan_mutan(sifat, *strategi, asli=rollup_satker, mutan=mutan)


def mutan_bulat_per_anak(daftar: Sequence[Ukuran], cara: Any) -> Ukuran:
    """Rounds each child to tens before averaging."""
    return rollup_satker(
        [Ukuran(round(u.pembilang, -1), u.penyebut) for u in daftar if u.pembilang is not None], cara
    )


def mutan_terbalik(daftar: Sequence[Ukuran], cara: Any) -> Ukuran:
    """Divides the denominator by the numerator."""
    hasil = rollup_satker(daftar, cara)
    return replace(hasil, pembilang=hasil.penyebut, penyebut=hasil.pembilang, rata=None)


@pytest.mark.parametrize("cara", list(AgregasiSatker))
def test_monoton_terhadap_pembilang(cara: AgregasiSatker) -> None:
    def sifat(gabung: Gabung, daftar: list[Ukuran], tambah: int) -> None:
        pertama = daftar[0]
        assert pertama.pembilang is not None
        naik = [replace(pertama, pembilang=pertama.pembilang + tambah), *daftar[1:]]
        sebelum, sesudah = (compute_nilai(gabung(d, cara)) for d in (daftar, naik))
        assert sesudah is not None
        assert sebelum is None or sesudah >= sebelum

    strategi = (st.lists(hidup, min_size=1, max_size=5), st.integers(1, 50))
    periksa_dengan_mutan(sifat, *strategi, asli=rollup_satker, mutan=mutan_terbalik)


def mutan_belum_jadi_nol(daftar: Sequence[Ukuran], cara: Any) -> Ukuran:
    """Reads a missing child as 0 of 0."""
    nol = Ukuran(Decimal(0), Decimal(0))
    return rollup_satker([nol if compute_keadaan(u) is Keadaan.BELUM_ADA else u for u in daftar], cara)


def mutan_tanpa_objek_jadi_belum(daftar: Sequence[Ukuran], cara: Any) -> Ukuran:
    """Chases units that have already answered "none"."""
    belum = Ukuran(keadaan=Keadaan.BELUM_ADA)
    return rollup_satker(
        [belum if compute_keadaan(u) is Keadaan.TIDAK_ADA_OBJEK else u for u in daftar], cara
    )


@pytest.mark.parametrize("mutan", [mutan_belum_jadi_nol, mutan_tanpa_objek_jadi_belum])
@pytest.mark.parametrize("cara", list(AgregasiSatker))
def test_belum_ada_dan_tanpa_objek_berbeda(cara: AgregasiSatker, mutan: Gabung) -> None:
    def sifat(gabung: Gabung, daftar: list[Ukuran]) -> None:
        semula = gabung(daftar, cara)
        assert semula.lengkap
        tanpa_objek = gabung([*daftar, Ukuran(keadaan=Keadaan.TIDAK_ADA_OBJEK)], cara)
        assert (compute_nilai(tanpa_objek), tanpa_objek.lengkap) == (compute_nilai(semula), True)
        belum = gabung([*daftar, Ukuran(keadaan=Keadaan.BELUM_ADA)], cara)
        assert (compute_nilai(belum), belum.lengkap) == (compute_nilai(semula), False)

    periksa_dengan_mutan(sifat, st.lists(hidup, min_size=1, max_size=4), asli=rollup_satker, mutan=mutan)


def test_jumlah_eksak_berapa_pun_besarnya() -> None:
    def sifat(gabung: Gabung, daftar: list[int]) -> None:
        hasil = gabung([Ukuran(nilai=Decimal(n)) for n in daftar], AgregasiSatker.JUMLAH)
        assert hasil.nilai is not None
        assert Fraction(hasil.nilai) == sum(daftar)

    def mutan(daftar: Sequence[Ukuran], _: Any) -> Ukuran:
        """Sums under the default decimal context of 28 digits."""
        return Ukuran(nilai=sum((u.nilai for u in daftar if u.nilai is not None), Decimal(0)))

    strategi = st.lists(st.integers(-(10**40), 10**40), min_size=1, max_size=5)
    periksa_dengan_mutan(sifat, strategi, asli=rollup_satker, mutan=mutan)


def test_terakhir_mengikuti_urutan_waktu() -> None:
    def sifat(gabung: Gabung, daftar: list[Ukuran], akhir: Ukuran) -> None:
        belum = Ukuran(keadaan=Keadaan.BELUM_ADA)
        hasil = gabung([*daftar, akhir, belum], AgregasiBulan.TERAKHIR)
        assert (hasil.pembilang, hasil.penyebut, hasil.lengkap) == (akhir.pembilang, akhir.penyebut, False)

    def mutan(daftar: Sequence[Ukuran], cara: Any) -> Ukuran:
        """Takes the largest instead of the last."""
        return rollup_bulan(daftar, AgregasiBulan.MAKS)

    periksa_dengan_mutan(sifat, st.lists(rasio, max_size=4), hidup, asli=rollup_bulan, mutan=mutan)


def test_pohon_yang_diuji_memang_bercabang() -> None:
    """The generator is worth its name: it makes deep trees, all four states and complete ones."""
    dilihat: set[str] = set()

    def sifat(_: None, isi: list[Pohon]) -> None:
        daun = daunkan(isi)
        dilihat.update(compute_keadaan(d) for d in daun)
        dilihat.add("dalam" if any(isinstance(a, list) for a in isi) else "datar")

    periksa(sifat, pohon_rasio, dengan=None)
    assert dilihat == {*Keadaan, "dalam", "datar"}
