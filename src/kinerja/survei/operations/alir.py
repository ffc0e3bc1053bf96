"""A result becomes the realisasi of the indikator its instrument feeds; nobody types that number a second time."""

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kinerja.aturan.konversi import PEMBAGI_SURVEI
from kinerja.aturan.survei import compute_rata_tertimbang
from kinerja.aturan.temuan import Temuan
from kinerja.basisdata.angka import DESIMAL
from kinerja.dasar.cetak import bulatkan
from kinerja.jejak.models import Impor
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.pengukuran.beku import check_beku
from kinerja.pengukuran.models import PilihanKeadaan, Realisasi
from kinerja.perencanaan.models import Komponen
from kinerja.survei.models import CaraAlir, KeadaanSurvei, RealisasiSurvei, Survei
from kinerja.survei.queries import HasilSurvei, list_hasil

_BESARAN = ("pembilang", "penyebut", "nilai")


def feed_realisasi(
    *,
    survei: Survei,
    oleh: str,
    pada: datetime.datetime,
    asal: Impor | None = None,
    asal_baris: int | None = None,
) -> tuple[Temuan, ...]:
    """Write the realisasi of the survey's cell from all its closed surveys; empty when done or nothing to do.

    Call inside a transaction and roll it back when anything is returned. Without any closed survey left the
    realisasi goes, too.
    """
    instrumen = survei.instrumen
    if instrumen.indikator_id is None:
        return ()
    if tolak := check_beku(survei.satker_id, survei.tahun, pada):
        return tolak
    komponen = Komponen.objects.filter(indikator=instrumen.indikator_id, kode=Komponen.UTAMA).first()
    if komponen is None:
        pesan = _("Indikator %(kode)s belum mempunyai komponen utama.") % {"kode": instrumen.indikator.kode}
        return (Temuan("tanpa_komponen", pesan, _("Lengkapi lembar Komponen, lalu impor.")),)
    sel = {"komponen": komponen, "satker": survei.satker, "tahun": survei.tahun, "bulan": survei.bulan}
    sumber = list_hasil(_select_sumber(survei))
    besaran, temuan = _hitung(sumber, CaraAlir(instrumen.cara_alir))
    if temuan:
        return temuan
    try:
        with transaction.atomic():
            menjadi = {"asal": asal, "asal_baris": asal_baris, **besaran}
            _tulis(sel, menjadi if sumber else None, sumber, oleh, pada)
    except IntegrityError:
        pesan = _("Bulan itu sudah diajukan atau dikunci, sehingga realisasinya tidak dapat diubah.")
        return (
            Temuan("terkunci", pesan, _("Minta pemeriksa mengembalikannya, atau minta kuncinya dibuka.")),
        )
    return ()


def _select_sumber(survei: Survei) -> Any:
    return Survei.objects.filter(
        instrumen__indikator=survei.instrumen.indikator_id,
        satker=survei.satker_id,
        tahun=survei.tahun,
        bulan=survei.bulan,
        keadaan=KeadaanSurvei.DITUTUP,
    ).order_by("pk")


def _hitung(
    sumber: Sequence[HasilSurvei], cara: CaraAlir
) -> tuple[dict[str, Decimal | None], tuple[Temuan, ...]]:
    """pembilang, penyebut and nilai of the cell; a survey without index or respondents is told."""
    nilai = [(h.nilai_instrumen, h.responden) for h in sumber]
    if any(n is None for n, _r in nilai):
        sebab = next(h.sebab for h in sumber if h.nilai_instrumen is None)
        return {}, (Temuan("tanpa_indeks", sebab, _("Lengkapi jawabannya sebelum survei ditutup.")),)
    berpasangan = [(n, r) for n, r in nilai if n is not None and r]
    if (cara is CaraAlir.TERTIMBANG or len(nilai) > 1) and len(berpasangan) < len(nilai):
        pesan = _("Indeks ini ditimbang dengan responden, tetapi jumlah respondennya belum diisi.")
        return {}, (Temuan("tanpa_responden", pesan, _("Isi jumlah respondennya.")),)
    if cara is CaraAlir.TERTIMBANG:
        pembilang = sum((n * r for n, r in berpasangan), Decimal(0))
        return _besaran(pembilang=pembilang, penyebut=Decimal(sum(r for _n, r in berpasangan))), ()
    satu = compute_rata_tertimbang(berpasangan) if len(nilai) > 1 else next((n for n, _r in nilai), None)
    if cara is CaraAlir.KONVERSI and satu is not None:
        seratus = satu if sumber[0].survei.instrumen.skala == 100 else satu * PEMBAGI_SURVEI
        return _besaran(pembilang=seratus, penyebut=PEMBAGI_SURVEI), ()
    return _besaran(nilai=satu), ()


def _besaran(**isi: Decimal | None) -> dict[str, Decimal | None]:
    """What the table can keep: four decimals."""
    return dict.fromkeys(_BESARAN) | {k: None if v is None else bulatkan(v, DESIMAL) for k, v in isi.items()}


def _tulis(
    sel: dict[str, Any],
    menjadi: dict[str, Any] | None,
    sumber: Sequence[HasilSurvei],
    oleh: str,
    pada: datetime.datetime,
) -> None:
    lama = Realisasi.objects.select_for_update().filter(**sel).first()
    dari = {} if lama is None else {k: getattr(lama, k) for k in _BESARAN}
    nomor = [h.survei.pk for h in sumber]
    tertaut = (
        [] if lama is None else list(lama.dari_survei.order_by("survei").values_list("survei_id", flat=True))
    )
    if menjadi is not None and tertaut == nomor and dari == {k: menjadi[k] for k in _BESARAN}:
        return
    asal = (menjadi or {}).get("asal")
    if lama is not None:
        lama.dari_survei.all().delete()
    if menjadi is None:
        if lama is not None and tertaut:
            lama.delete()
    else:
        lama = _simpan(sel, lama, menjadi, pada)
        RealisasiSurvei.objects.bulk_create(RealisasiSurvei(realisasi=lama, survei_id=n) for n in nomor)
    if asal is not None:
        # An import is one entry of the trail, with the hash of all its rows.
        return
    objek = sebut_objek(
        Realisasi,
        sel["komponen"].indikator.kode,
        sel["komponen"].kode,
        sel["satker"].kunci,
        sel["tahun"],
        sel["bulan"],
    )
    isi = {k: _teks(menjadi[k]) for k in _BESARAN} | {"survei": nomor} if menjadi else {}
    satu = Peristiwa(
        "realisasi.survei", objek, {k: _teks(v) for k, v in dari.items()}, isi, "", sel["satker"].kunci
    )
    record(satu, oleh=oleh, pada=pada)


def _simpan(
    sel: dict[str, Any], lama: Realisasi | None, menjadi: dict[str, Any], pada: datetime.datetime
) -> Realisasi:
    isi = {
        **menjadi,
        "keadaan": PilihanKeadaan.TERISI,
        "versi": (lama.versi if lama else 0) + 1,
        "mentah": "dari survei",
        "diisi_oleh": None,
        "diisi_pada": pada,
    }
    return Realisasi.objects.update_or_create(**sel, defaults=isi)[0]


def _teks(angka: Decimal | None) -> str | None:
    return None if angka is None else format(angka.normalize(), "f")
