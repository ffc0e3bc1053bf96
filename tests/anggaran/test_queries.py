"""Totals, absorption and NKA from stored budgets and scores; what is missing stays missing."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.basisdata.dunia import (
    Dunia,
    make_belanja,
    make_riwayat,
    make_sasaran,
    make_satker,
    make_skor,
)

from kinerja.anggaran.models import AnggaranSasaran
from kinerja.anggaran.queries import (
    Serapan,
    SkorSatker,
    compute_nka_kantor,
    list_anggaran_belanja,
    list_anggaran_sasaran,
    list_skor,
    sum_serapan,
)
from kinerja.organisasi.models import Satker, UnitEselonI
from kinerja.organisasi.queries import get_akhir_tahun, list_bawahan

RUPIAH = st.integers(min_value=0, max_value=10**15)


def _list_skor(d: Dunia, tahun: int) -> tuple[SkorSatker, ...]:
    return list_skor(list_bawahan(d.satker, get_akhir_tahun(tahun)), tahun)


def make_bawahan(d: Dunia, kunci: str) -> Satker:
    satker = make_satker(kunci=kunci)
    make_riwayat(d, satker=satker, induk=d.satker, berlaku_dari=d.riwayat.berlaku_dari, nama=kunci)
    return satker


def beri_skor(d: Dunia, satker: Satker, smart: str | None, ikpa: str | None, tahun: int = 2023) -> None:
    for instrumen, nilai in (("smart", smart), ("ikpa", ikpa)):
        if nilai is not None:
            make_skor(d, satker=satker, instrumen=instrumen, nilai=Decimal(nilai), tahun=tahun)


@given(st.lists(st.tuples(RUPIAH, RUPIAH), min_size=1))
def test_jumlah_serapan_eksak(pasangan):
    total = sum_serapan(Serapan(p, r) for p, r in pasangan)
    assert total is not None
    assert (total.pagu, total.realisasi) == (sum(p for p, _ in pasangan), sum(r for _, r in pasangan))
    assert total.sisa == total.pagu - total.realisasi
    assert (total.persen is None) is (total.pagu == 0)


def test_jumlah_serapan_melewati_yang_tidak_ada():
    assert sum_serapan([None, Serapan(4, 3), None, Serapan(6, 5)]) == Serapan(10, 8)
    assert sum_serapan([None, None]) is None
    assert sum_serapan([]) is None


def test_serapan_persen_dan_sisa():
    assert (Serapan(8, 6).persen, Serapan(8, 6).sisa) == (Decimal(75), 2)
    assert (Serapan(11_230_000, 11_299_000).sisa, Serapan(0, 5).persen) == (-69_000, None)


def test_anggaran_sasaran_menurut_urutan_rencana(dunia):
    awal = UnitEselonI.objects.create(kode="pas", nama="PAS", urutan=0)
    UnitEselonI.objects.filter(pk=dunia.unit.pk).update(urutan=1)
    kedua = make_sasaran(dunia, kode="P.2", unit=awal, urutan=2)
    pertama = make_sasaran(dunia, kode="P.1", unit=awal, urutan=1)
    for sasaran, tahun in ((dunia.sasaran, 2023), (kedua, 2023), (pertama, 2023), (pertama, 2022)):
        AnggaranSasaran.objects.create(
            sasaran=sasaran, satker=dunia.satker, tahun=tahun, pagu=tahun, realisasi=1
        )
    hasil = list_anggaran_sasaran(dunia.satker, 2023)
    assert [a.sasaran.kode for a in hasil] == ["P.1", "P.2", "SK.1"]
    assert {(a.pagu_awal, a.anggaran) for a in hasil} == {(None, Serapan(2023, 1))}
    assert list_anggaran_sasaran(dunia.satker, 2021) == ()


def test_belanja_dua_tahun_dan_yang_hanya_ada_setahun(dunia):
    make_belanja(dunia, jenis="52", pagu=100, realisasi=90, target_serapan=Decimal(95))
    make_belanja(dunia, jenis="52", tahun=2022, pagu=50, realisasi=40)
    make_belanja(dunia, jenis="51", tahun=2022, pagu=7, realisasi=7)
    make_belanja(dunia, jenis="53", tahun=2021)
    pegawai, barang = list_anggaran_belanja(dunia.satker, 2023)
    assert (pegawai.jenis, pegawai.nama, pegawai.kini, pegawai.lalu) == (
        "51",
        "Belanja Pegawai",
        None,
        Serapan(7, 7),
    )
    assert pegawai.target is None
    assert (barang.kini, barang.lalu, barang.target) == (Serapan(100, 90), Serapan(50, 40), Decimal(95))
    assert list_anggaran_belanja(dunia.satker, 2025) == ()


def test_nka_rata_rata_satker_tanpa_membobot(dunia):
    for kunci, smart, ikpa in (("a", "90", "100"), ("b", "80", "90"), ("c", None, "99")):
        beri_skor(dunia, make_bawahan(dunia, kunci), smart, ikpa)
    skor = _list_skor(dunia, 2023)
    assert [s.satker.nama for s in skor] == ["a", "b", "c"]
    assert [s.nka and s.nka.nilai for s in skor] == [Decimal(94), Decimal(84), None]
    assert [s.predikat and s.predikat.nama for s in skor] == ["Sangat Baik", "Baik", None]

    kantor = compute_nka_kantor(dunia.satker, skor, 2023)
    assert kantor is not None
    assert (kantor.nilai, kantor.rata_dari) == (Decimal(89), 2)
    assert [r.nama for r in kantor.tanpa_nilai] == ["c"]
    assert kantor.predikat is not None
    assert kantor.predikat.nama == "Baik"
    assert "60%" in kantor.aturan.rumus


def test_nka_rata_rata_eksak(dunia):
    """A mean that no decimal can hold is not rounded on the way to its predicate."""
    for kunci, nilai in (("a", "90.01"), ("b", "90"), ("c", "90")):
        beri_skor(dunia, make_bawahan(dunia, kunci), nilai, nilai)
    kantor = compute_nka_kantor(dunia.satker, _list_skor(dunia, 2023), 2023)
    assert kantor is not None
    assert Decimal("90.003333333333333333") < kantor.nilai < Decimal("90.003333333333333334")
    assert kantor.predikat is not None
    assert kantor.predikat.nama == "Sangat Baik"


def test_nka_sendiri_didahulukan(dunia):
    beri_skor(dunia, dunia.satker, "70", "70")
    beri_skor(dunia, make_bawahan(dunia, "a"), "100", "100")
    kantor = compute_nka_kantor(dunia.satker, _list_skor(dunia, 2023), 2023)
    assert kantor is not None
    assert (kantor.nilai, kantor.rata_dari, kantor.tanpa_nilai) == (Decimal(70), 0, ())


def test_unsur_skor_tersimpan_apa_adanya(dunia):
    make_skor(dunia, instrumen="smart", unsur="Efisiensi", nilai=Decimal("-20"))
    make_skor(dunia, instrumen="ikpa", unsur="Revisi DIPA", nilai=Decimal(10))
    make_skor(dunia, satker=make_satker(), nilai=Decimal(1))
    (skor,) = _list_skor(dunia, 2023)
    assert (skor.smart, skor.ikpa) == ({"Efisiensi": Decimal(-20)}, {"Revisi DIPA": Decimal(10)})
    assert (skor.nka, skor.predikat) == (None, None)


def test_tanpa_skor_tanpa_nka(dunia):
    assert _list_skor(dunia, 2023) == ()
    assert compute_nka_kantor(dunia.satker, (), 2023) is None
    beri_skor(dunia, dunia.satker, "90", None)
    assert compute_nka_kantor(dunia.satker, _list_skor(dunia, 2023), 2023) is None


def test_sebelum_ada_aturan_tidak_ada_nka(dunia):
    """Scores of 2020 exist, a weight for them does not: shown, not invented."""
    beri_skor(dunia, dunia.satker, "90", "90", tahun=2020)
    (skor,) = _list_skor(dunia, 2020)
    assert (skor.smart["nilai"], skor.nka) == (Decimal(90), None)


def test_bobot_menurut_tahun(dunia):
    beri_skor(dunia, dunia.satker, "90", "100", tahun=2024)
    (skor,) = _list_skor(dunia, 2024)
    assert skor.nka is not None
    assert skor.nka.nilai == Decimal(95)
