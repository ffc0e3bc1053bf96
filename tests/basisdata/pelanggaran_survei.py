"""A breach of every constraint and trigger of the surveys."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from tests.basisdata.dunia import PADA, TAHUN, Dunia, make_realisasi

from kinerja.survei.models import (
    HasilUnsur,
    InstrumenSurvei,
    Jawaban,
    NilaiJawaban,
    RealisasiSurvei,
    Survei,
    UnsurSurvei,
)


def make_instrumen(**lain: Any) -> InstrumenSurvei:
    isi = {"kode": "skm", "tahun": TAHUN, "nama": "SKM", "jenis": "skm", "skala": 4}
    return InstrumenSurvei.objects.create(**(isi | lain))


def make_unsur(instrumen: InstrumenSurvei, **lain: Any) -> UnsurSurvei:
    return UnsurSurvei.objects.create(**({"instrumen": instrumen, "kode": "U1", "nama": "Unsur"} | lain))


def make_survei(d: Dunia, instrumen: InstrumenSurvei | None = None, **lain: Any) -> Survei:
    isi = {"instrumen": instrumen or make_instrumen(), "satker": d.satker, "tahun": TAHUN}
    return Survei.objects.create(**(isi | lain))


def make_ditutup(d: Dunia, **lain: Any) -> Survei:
    return make_survei(d, **({"keadaan": "ditutup", "responden": 10, "nilai": Decimal(4)} | lain))


def make_jawaban(survei: Survei, **lain: Any) -> Jawaban:
    isi = {"survei": survei, "hari": PADA.date(), "saluran": "daring", "tanda": "t"}
    return Jawaban.objects.create(**(isi | lain))


def make_nilai(survei: Survei, **lain: Any) -> NilaiJawaban:
    unsur = survei.instrumen.unsur.first() or make_unsur(survei.instrumen)
    isi = {"jawaban": survei.jawaban.first() or make_jawaban(survei), "unsur": unsur, "nilai": 3}
    return NilaiJawaban.objects.create(**(isi | lain))


def make_hasil_unsur(survei: Survei, **lain: Any) -> HasilUnsur:
    unsur = survei.instrumen.unsur.first() or make_unsur(survei.instrumen)
    return HasilUnsur.objects.create(**({"survei": survei, "unsur": unsur, "nilai": Decimal(3)} | lain))


def _make_unsur_asing() -> UnsurSurvei:
    return make_unsur(make_instrumen(kode="lain"))


def _isi_yang_berjawaban(d: Dunia) -> None:
    survei = make_survei(d)
    make_jawaban(survei)
    Survei.objects.filter(pk=survei.pk).update(keadaan="ditutup", nilai=Decimal(4))


def _make_taut(d: Dunia) -> RealisasiSurvei:
    return RealisasiSurvei.objects.create(realisasi=make_realisasi(d), survei=make_ditutup(d))


def _ketik_ulang(d: Dunia) -> None:
    taut = _make_taut(d)
    taut.realisasi.nilai = Decimal(2)
    taut.realisasi.save()


def _dua(buat: Callable[..., Any], dengan: Callable[[Dunia], Any]) -> Callable[[Dunia], None]:
    def langgar(d: Dunia) -> None:
        induk = dengan(d)
        buat(induk)
        buat(induk)

    return langgar


PELANGGARAN_SURVEI: dict[str, Callable[[Dunia], Any]] = {
    "instrumen_survei_sekali": _dua(lambda _: make_instrumen(), dengan=lambda d: d),
    "instrumen_survei_jenis_dikenal": lambda _: make_instrumen(jenis="ramalan"),
    "instrumen_survei_skala_4_100": lambda _: make_instrumen(skala=10),
    "instrumen_survei_tahun_wajar": lambda _: make_instrumen(tahun=1999),
    "instrumen_survei_alir_utuh": lambda d: make_instrumen(indikator=d.indikator),
    "unsur_survei_sekali": _dua(make_unsur, dengan=lambda _: make_instrumen()),
    "survei_sekali": lambda d: [make_survei(d, i) for i in [make_instrumen()] * 2],
    "survei_bulan_0_12": lambda d: make_survei(d, bulan=13),
    "survei_tahun_wajar": lambda d: make_survei(d, tahun=1999),
    "survei_keadaan_dikenal": lambda d: make_survei(d, keadaan="ragu"),
    "survei_responden_ada": lambda d: make_ditutup(d, responden=0),
    "survei_populasi_cukup": lambda d: make_ditutup(d, populasi=9),
    "survei_terbuka_belum_bernilai": lambda d: make_ditutup(d, keadaan="terbuka"),
    "survei_nilai_sesuai_skala": lambda d: make_ditutup(d, nilai=Decimal("4.0001")),
    "survei_satu_sumber": _isi_yang_berjawaban,
    "hasil_unsur_sekali": _dua(make_hasil_unsur, dengan=make_survei),
    "hasil_unsur_1_4": lambda d: make_hasil_unsur(make_survei(d), nilai=Decimal("0.99")),
    "hasil_unsur_instrumennya": lambda d: make_hasil_unsur(make_survei(d), unsur=_make_unsur_asing()),
    "jawaban_sekali": _dua(make_jawaban, dengan=make_survei),
    "jawaban_saluran_dikenal": lambda d: make_jawaban(make_survei(d), saluran="pos"),
    "jawaban_survei_terbuka": lambda d: make_jawaban(make_ditutup(d)),
    "nilai_jawaban_sekali": _dua(make_nilai, dengan=make_survei),
    "nilai_jawaban_1_4": lambda d: make_nilai(make_survei(d), nilai=5),
    "nilai_jawaban_instrumennya": lambda d: make_nilai(make_survei(d), unsur=_make_unsur_asing()),
    "nilai_jawaban_tetap": lambda d: NilaiJawaban.objects.filter(pk=make_nilai(make_survei(d)).pk).update(
        nilai=4
    ),
    "realisasi_survei_sekali": lambda d: [
        RealisasiSurvei.objects.create(realisasi=t.realisasi, survei=t.survei) for t in [_make_taut(d)]
    ],
    "realisasi_dari_survei": _ketik_ulang,
}
"""Name of a constraint or trigger -> what it must refuse."""
