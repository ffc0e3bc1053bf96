"""The targets of a draft: typed, taken from the plan, taken away; not those another agreement promised."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.basisdata.dunia import Dunia, make_indikator, make_sasaran, make_target
from tests.basisdata.pelanggaran_perjanjian import make_versi_beku, make_versi_perjanjian
from tests.perencanaan.pejabat import PADA, Pejabat, make_pejabat

from kinerja.akses.queries import AksesDitolak
from kinerja.jejak.models import Jejak
from kinerja.perencanaan.models import JenisTarget, PerjanjianKinerja, PilihanStatus, Target, VersiPerjanjian
from kinerja.perencanaan.operations.catat import RencanaDitolak
from kinerja.perencanaan.operations.indikator import NilaiTarget
from kinerja.perencanaan.perjanjian.operations import PerjanjianDitolak, save_target_janji
from kinerja.perencanaan.perjanjian.target import list_baris_target

pytestmark = [pytest.mark.django_db, pytest.mark.satu_mesin]


@pytest.fixture
def versi(dunia: Dunia) -> VersiPerjanjian:
    """A draft whose unit has one indikator, planned and promised."""
    make_target(dunia, nilai=Decimal(80))
    make_target(dunia, nilai=Decimal(90), jenis=JenisTarget.RENSTRA)
    return make_versi_perjanjian(dunia)


@pytest.fixture
def orang(dunia: Dunia) -> Pejabat:
    return make_pejabat(dunia)


def simpan(versi: VersiPerjanjian, orang: Pejabat, **target: NilaiTarget) -> int:
    kode = {b.indikator.kode: b.indikator.pk for b in list_baris_target(versi.perjanjian)}
    isi = {kode[k.replace("_", ".")]: n for k, n in target.items()}
    return save_target_janji(versi=versi, target=isi, oleh=orang.perencana, pada=PADA)


def baca(versi: VersiPerjanjian) -> dict[str, Decimal | None]:
    return {b.indikator.kode: b.janji and b.janji.nilai for b in list_baris_target(versi.perjanjian)}


def test_diketik_tercatat_dan_yang_sama_tidak_menulis_apa_pun(dunia, versi, orang):
    assert simpan(versi, orang, SK_1_1=NilaiTarget(Decimal("97.5"))) == 1
    assert baca(versi) == {"SK.1.1": Decimal("97.5")}
    (janji,) = Target.objects.filter(jenis=JenisTarget.PK)
    assert janji.sumber == versi.perjanjian.kode
    (catatan,) = Jejak.objects.filter(tindakan="perjanjian.target")
    assert (catatan.dari, catatan.menjadi) == ('{"SK.1.1":"80"}', '{"SK.1.1":"97,5"}')
    assert simpan(versi, orang, SK_1_1=NilaiTarget(Decimal("97.50"))) == 0
    assert Jejak.objects.filter(tindakan="perjanjian.target").count() == 1


def test_kosong_berarti_tidak_dijanjikan_lagi(dunia, versi, orang):
    assert simpan(versi, orang, SK_1_1=NilaiTarget()) == 1
    assert baca(versi) == {"SK.1.1": None}
    assert Target.objects.get().jenis == JenisTarget.RENSTRA


def test_satu_yang_salah_tidak_menyimpan_yang_lain(dunia, versi, orang):
    make_indikator(dunia.sasaran, "SK.1.2", polaritas="rentang")
    with pytest.raises(RencanaDitolak, match="batas bawah") as galat:
        simpan(versi, orang, SK_1_1=NilaiTarget(Decimal(1)), SK_1_2=NilaiTarget(Decimal(2)))
    baris = {b.indikator.kode: b.indikator.pk for b in list_baris_target(versi.perjanjian)}
    assert galat.value.medan == f"target-{baris['SK.1.2']}"
    assert baca(versi) == {"SK.1.1": Decimal(80), "SK.1.2": None}
    rentang = NilaiTarget(None, Decimal(1), Decimal(2))
    assert simpan(versi, orang, SK_1_2=rentang) == 1


def test_yang_dijanjikan_perjanjian_lain_tidak_dapat_diubah(dunia, versi, orang):
    lain = PerjanjianKinerja.objects.create(
        satker=dunia.satker, tahun=versi.perjanjian.tahun, kode="PK-LAIN", unit=dunia.unit, pihak_pertama="A",
        tempat="B", lingkup=dunia.sasaran.kode,
    )  # fmt: skip
    make_versi_beku(dunia, perjanjian=lain)
    assert [b.tertutup for b in list_baris_target(versi.perjanjian)] == [True]
    with pytest.raises(PerjanjianDitolak, match="perjanjian lain"):
        simpan(versi, orang, SK_1_1=NilaiTarget(Decimal(1)))


def test_hanya_draf_dan_hanya_perencana(dunia, versi, orang):
    target = {dunia.indikator.pk: NilaiTarget(Decimal(1))}
    with pytest.raises(AksesDitolak):
        save_target_janji(versi=versi, target=target, oleh=orang.operator, pada=PADA)
    VersiPerjanjian.objects.filter(pk=versi.pk).update(
        status=PilihanStatus.DIPARAF, isi="{}", sidik="0" * 64, pemaraf=orang.pemaraf, diparaf_pada=PADA
    )
    with pytest.raises(PerjanjianDitolak, match="Hanya draf"):
        save_target_janji(versi=versi, target=target, oleh=orang.perencana, pada=PADA)


def test_sasaran_di_luar_lingkup_tidak_ditawarkan(dunia, versi, orang):
    make_indikator(make_sasaran(dunia), "SK.9.1")
    PerjanjianKinerja.objects.filter(pk=versi.perjanjian.pk).update(lingkup=dunia.sasaran.kode)
    versi.perjanjian.refresh_from_db()
    assert [b.indikator.kode for b in list_baris_target(versi.perjanjian)] == ["SK.1.1"]
