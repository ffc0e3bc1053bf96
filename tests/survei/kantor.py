"""The office of the monthly tests, with surveys that feed two of its indikator."""

from decimal import Decimal

from tests.pengukuran.kantor import PADA, TAHUN, Kantor, make_kantor

from kinerja.perencanaan.models import Indikator
from kinerja.survei.models import InstrumenSurvei, Survei, UnsurSurvei
from kinerja.survei.operations.impor import save_instrumen
from kinerja.survei.operations.jawaban import KERTAS, add_jawaban, make_tanda
from kinerja.survei.operations.survei import Agregat, SurveiBaru, open_survei

NILAI, RASIO = "PAS-1.2", "PAS-1.1"


def make_kantor_survei() -> Kantor:
    """SKM feeds PAS-1.2 as a value; IPK of two groups feeds PAS-1.1 by respondents."""
    kantor = make_kantor()
    kode = dict(Indikator.objects.values_list("kode", "pk"))
    isi = [("skm", "skm", 100, NILAI, "nilai")]
    isi += [(f"ipk-{j}", f"ipk_{j}", 4, RASIO, "tertimbang") for j in ("internal", "eksternal")]
    save_instrumen(
        [
            InstrumenSurvei(kode=k, tahun=TAHUN, nama=k, jenis=j, skala=s, indikator_id=kode[i], cara_alir=c)
            for k, j, s, i, c in isi
        ]
    )
    for k in ("ipk-internal", "ipk-eksternal"):
        UnsurSurvei.objects.create(instrumen=get_instrumen(k), kode="A", nama="Unsur A")
    return kantor


def get_instrumen(kode: str) -> InstrumenSurvei:
    return InstrumenSurvei.objects.get(kode=kode)


def buka(kantor: Kantor, kode: str = "skm", populasi: int | None = None) -> Survei:
    """Opened by the prison's operator."""
    isi = SurveiBaru(get_instrumen(kode), kantor.lapas_a, TAHUN, 1, populasi)
    survei, temuan = open_survei(isi=isi, oleh=kantor.orang["operator-a"], pada=PADA)
    assert survei is not None, temuan
    return survei


def jawab(kantor: Kantor, survei: Survei, *nilai: int) -> None:
    """One questionnaire for each number, that number in every box."""
    kode = [u.kode for u in survei.instrumen.unsur.all()]
    ditolak = add_jawaban(
        survei=survei,
        isian=[dict.fromkeys(kode, n) for n in nilai],
        saluran=KERTAS,
        tanda=make_tanda(),
        oleh=kantor.orang["operator-a"],
        pada=PADA,
    )
    assert ditolak == ()


def agregat(nilai: str | None, responden: int | None = 10, **lain) -> Agregat:
    return Agregat(responden, lain.pop("populasi", None), None if nilai is None else Decimal(nilai), **lain)
