"""Evidence: add, withdraw, hand out. Every download is on the trail."""

import datetime
from typing import Any

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.queries import AksesDitolak, authorize
from kinerja.alur.wewenang import Letak, Pembaca, Tempat
from kinerja.aturan.peralihan import Jenjang
from kinerja.aturan.temuan import Temuan
from kinerja.jejak.operations import Peristiwa, record, sebut_objek
from kinerja.organisasi.models import Satker
from kinerja.pengukuran.berkas import BerkasTerperiksa, Unggahan, examine, open_berkas, store
from kinerja.pengukuran.letak import PetaPelapor, get_letak
from kinerja.pengukuran.models import BulanTargetKinerja, DataDukung
from kinerja.pengukuran.operations.lembar import get_lembar_untuk, require_draf
from kinerja.pengukuran.operations.target_kinerja import get_target_untuk


class DataDukungTidakAda(LookupError):
    """No such file, or none the asker may know of."""


def add_data_dukung(
    *, lembar_id: int, indikator_id: int, unggahan: Unggahan, oleh: Pengguna, pada: datetime.datetime
) -> tuple[DataDukung | None, tuple[Temuan, ...]]:
    """Put a file behind one indikator of a sheet in draft. Raises LembarTidakAda.

    The bytes are stored before the row: a file without a row harms nobody, a row without its file would.
    """
    with examine(unggahan) as (berkas, ditolak), transaction.atomic():
        lembar, jenjang, pembaca = get_lembar_untuk(oleh, lembar_id, pada, kunci_baris=True)
        peta = PetaPelapor(lembar.tahun, {lembar.satker_id})
        temuan = require_draf(lembar, jenjang, pada)
        if not temuan and indikator_id not in peta.list_indikator(lembar.satker_id, lembar.unit_kerja_id):
            pesan = _("Indikator itu tidak ada pada lembar ini.")
            temuan = (Temuan("tanpa_lembar", pesan, _("Muat ulang halaman.")),)
        if temuan or berkas is None:
            return None, temuan or ditolak
        tempat = {"lembar": lembar, "indikator_id": indikator_id}
        sebutan = pembaca.sebut(get_letak(lembar), {Jenjang.OPERATOR})
        return _simpan(berkas, tempat, oleh, pada, sebutan), ()


def add_bukti_target(
    *, target_id: int, bulan: int, unggahan: Unggahan, oleh: Pengguna, pada: datetime.datetime
) -> tuple[DataDukung | None, tuple[Temuan, ...]]:
    """Put a file behind one month of a target kinerja. Raises TargetTidakAda."""
    with examine(unggahan) as (berkas, ditolak), transaction.atomic():
        target, jenjang, sebutan = get_target_untuk(oleh, target_id, pada)
        if Jenjang.OPERATOR not in jenjang:
            pesan = _("Anda bukan operator divisi ini.")
            return None, (Temuan("bukan_wewenang", pesan, _("Minta operatornya mengunggah.")),)
        if berkas is None:
            return None, ditolak
        bulanan, _baru = BulanTargetKinerja.objects.get_or_create(
            target=target, bulan=bulan, defaults={"oleh": oleh, "pada": pada}
        )
        return _simpan(berkas, {"bulan_target": bulanan}, oleh, pada, sebutan), ()


def _simpan(
    berkas: BerkasTerperiksa, tempat: dict[str, Any], oleh: Pengguna, pada: datetime.datetime, sebutan: str
) -> DataDukung:
    """The row of a file; the same file in the same place is the row that is there."""
    ada = DataDukung.objects.filter(**tempat, sha256=berkas.sha256, dicabut_pada__isnull=True).first()
    if ada is not None:
        return ada
    store(berkas)
    data_dukung = DataDukung.objects.create(
        **tempat,
        nama=berkas.nama,
        jenis=berkas.jenis,
        ukuran=berkas.ukuran,
        sha256=berkas.sha256,
        oleh=oleh,
        pada=pada,
    )
    isi = {"nama": berkas.nama, "sha256": berkas.sha256, "ukuran": berkas.ukuran}
    _catat(data_dukung, "bukti.tambah", isi, sebutan=sebutan, pada=pada)
    return data_dukung


def withdraw_data_dukung(
    *, data_dukung_id: int, alasan: str, oleh: Pengguna, pada: datetime.datetime
) -> tuple[Temuan, ...]:
    """Take a file off again, with a reason; it stays listed as withdrawn. Raises DataDukungTidakAda."""
    with transaction.atomic():
        data_dukung, pembaca, letak = _get_untuk(oleh, data_dukung_id, pada)
        jenjang = pembaca.list_jenjang(letak)
        if data_dukung.lembar is not None:
            temuan = require_draf(data_dukung.lembar, jenjang, pada)
        elif Jenjang.OPERATOR in jenjang:
            temuan = ()
        else:
            temuan = (
                Temuan("bukan_wewenang", _("Anda bukan operator divisi ini."), _("Minta operatornya.")),
            )
        if not temuan and not alasan.strip():
            temuan = (Temuan("alasan_wajib", _("Pencabutan perlu alasan."), _("Tuliskan alasannya.")),)
        if temuan or data_dukung.dicabut_pada is not None:
            return temuan
        data_dukung.dicabut_oleh, data_dukung.dicabut_pada = oleh, pada
        data_dukung.dicabut_alasan = alasan.strip()
        data_dukung.save(update_fields=["dicabut_oleh", "dicabut_pada", "dicabut_alasan"])
        sebutan = pembaca.sebut(letak, {Jenjang.OPERATOR})
        _catat(data_dukung, "bukti.cabut", {}, sebutan=sebutan, pada=pada, alasan=alasan.strip())
        return ()


def open_data_dukung(
    *, data_dukung_id: int, oleh: Pengguna, pada: datetime.datetime
) -> tuple[DataDukung, File]:  # type: ignore[type-arg]
    """A file for who may see it; the download is on the trail. Raises DataDukungTidakAda and FileNotFoundError."""
    with transaction.atomic():
        data_dukung, _pembaca, letak = _get_untuk(oleh, data_dukung_id, pada)
        satker = Satker.objects.get(pk=letak.satker_id)
        try:
            sebutan = authorize(oleh, Izin.UNDUH_BUKTI, satker, tahun=letak.tahun, pada=pada)
        except AksesDitolak as galat:
            raise DataDukungTidakAda(_("Data dukung tidak dikenal.")) from galat
        berkas = open_berkas(data_dukung.sha256)
        _catat(data_dukung, "bukti.unduh", {"sha256": data_dukung.sha256}, sebutan=sebutan, pada=pada)
        return data_dukung, berkas


def _get_untuk(
    oleh: Pengguna, data_dukung_id: int, pada: datetime.datetime
) -> tuple[DataDukung, Pembaca, Letak]:
    data_dukung = (
        DataDukung.objects.select_related(
            "lembar__satker", "lembar__unit_kerja", "indikator", "bulan_target__target__unit_kerja__satker"
        )
        .filter(pk=data_dukung_id)
        .first()
    )
    pembaca = Pembaca(oleh, pada)
    if data_dukung is None or not pembaca.is_melihat(letak := _get_letak(data_dukung)):
        raise DataDukungTidakAda(_("Data dukung tidak dikenal."))
    return data_dukung, pembaca, letak


def _get_letak(data_dukung: DataDukung) -> Letak:
    if data_dukung.lembar is not None:
        return get_letak(data_dukung.lembar)
    target = data_dukung.bulan_target.target
    return Letak(Tempat.DIVISI, target.unit_kerja.satker_id, target.tahun, target.unit_kerja_id)


def _catat(
    data_dukung: DataDukung,
    tindakan: str,
    menjadi: dict[str, Any],
    *,
    sebutan: str,
    pada: datetime.datetime,
    alasan: str = "",
) -> None:
    if data_dukung.lembar is not None:
        lembar = data_dukung.lembar
        satker, tempat = lembar.satker, (data_dukung.indikator.kode, lembar.tahun, lembar.bulan)
    else:
        bulanan = data_dukung.bulan_target
        satker = bulanan.target.unit_kerja.satker
        tempat = (f"target {bulanan.target.nomor}", bulanan.target.tahun, bulanan.bulan)
    objek = sebut_objek(DataDukung, satker.kunci, *tempat, data_dukung.sha256[:16])
    record(Peristiwa(tindakan, objek, {}, menjadi, alasan, satker.kunci), oleh=sebutan, pada=pada)
