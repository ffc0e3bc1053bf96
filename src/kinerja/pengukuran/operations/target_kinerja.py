"""Target kinerja: take the list in, tell each month what was done, assess each quarter, verify."""

import csv
import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import authorize
from kinerja.alur.queries import PembacaTenggat
from kinerja.alur.wewenang import Pembaca
from kinerja.aturan.peralihan import Jenjang
from kinerja.aturan.temuan import Temuan
from kinerja.basisdata.simpan import Perubahan, upsert
from kinerja.jejak.operations import Peristiwa, record, sebut_objek
from kinerja.organisasi.models import Satker, UnitKerja
from kinerja.pengukuran.models import BulanTargetKinerja, PenilaianTargetKinerja, TargetKinerja
from kinerja.pengukuran.target_kinerja import PEMERIKSA, TargetTidakAda, get_letak_target, get_pembukaan

PENUH = Decimal(100)


class BerkasTargetCacat(ValueError):
    """The list of target kinerja cannot be read; the message names line and column."""


def import_target_kinerja(
    *, berkas: Path, kantor: Satker, tahun: int, oleh: Pelaku, pada: datetime.datetime
) -> Perubahan:
    """Store the targets of a year from a CSV file: "Unit Kerja" (key of a division), "Nomor", "Target Kinerja".

    Raises BerkasTargetCacat and AksesDitolak.
    """
    unit = {u.kunci: u for u in UnitKerja.objects.filter(satker=kantor)}
    isi = []
    with berkas.open(encoding="utf-8", newline="") as aliran:
        for nomor, baris in enumerate(csv.DictReader(aliran), 2):
            try:
                punya = unit[baris["Unit Kerja"]]
                satu = TargetKinerja(
                    unit_kerja=punya,
                    tahun=tahun,
                    nomor=int(baris["Nomor"]),
                    teks=baris["Target Kinerja"].strip(),
                )
            except (KeyError, ValueError, AttributeError) as galat:
                raise BerkasTargetCacat(f"{berkas.name} baris {nomor}: {galat}") from galat
            isi.append(satu)
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.SUSUN, kantor, tahun=tahun, pada=pada)
        lama = TargetKinerja.objects.filter(unit_kerja__satker=kantor, tahun=tahun)
        perubahan = upsert(lama, isi, kunci=["unit_kerja_id", "tahun", "nomor"])
        if perubahan.baru or perubahan.berubah:
            objek = sebut_objek(TargetKinerja, kantor.kunci, tahun)
            menjadi = {"baru": perubahan.baru, "berubah": perubahan.berubah}
            catatan = Peristiwa("target_kinerja.impor", objek, {}, menjadi, rantai=kantor.kunci)
            record(catatan, oleh=sebutan, pada=pada)
        return perubahan


def get_target_untuk(
    oleh: Pengguna, target_id: int, pada: datetime.datetime
) -> tuple[TargetKinerja, frozenset[Jenjang], str]:
    """The target for somebody who may see it, his rungs, and how the trail names him. Raises TargetTidakAda."""
    target = (
        TargetKinerja.objects.select_related("unit_kerja__satker")
        .select_for_update(of=("self",))
        .filter(pk=target_id)
        .first()
    )
    pembaca = Pembaca(oleh, pada)
    if target is None or not pembaca.is_melihat(letak := get_letak_target(target)):
        raise TargetTidakAda(_("Target kinerja tidak dikenal."))
    return target, pembaca.list_jenjang(letak), pembaca.sebut(letak)


def save_bulan_target(
    *, target_id: int, bulan: int, uraian: str, versi: int, oleh: Pengguna, pada: datetime.datetime
) -> tuple[BulanTargetKinerja | None, tuple[Temuan, ...]]:
    """Tell what was done in one month (1..12), over the version seen (0: none); a newer one comes back untouched.

    Raises TargetTidakAda.
    """
    with transaction.atomic():
        target, jenjang, sebutan = get_target_untuk(oleh, target_id, pada)
        if Jenjang.OPERATOR not in jenjang:
            return None, (_bukan_wewenang(),)
        lama = BulanTargetKinerja.objects.filter(target=target, bulan=bulan).first()
        if lama and lama.versi and lama.uraian == uraian.strip():
            # Said already, by whomever: nothing is overwritten.
            return lama, ()
        if versi != (lama.versi if lama else 0):
            pesan = _("Orang lain sudah mengubah uraian bulan ini.")
            return lama, (Temuan("bentrok", pesan, _("Bandingkan kedua uraian, lalu simpan lagi.")),)
        isi = {"uraian": uraian.strip(), "versi": versi + 1, "oleh": oleh, "pada": pada}
        bulanan, _baru = BulanTargetKinerja.objects.update_or_create(target=target, bulan=bulan, defaults=isi)
        dari = {"uraian": lama.uraian} if lama else {}
        _catat(target, "target_kinerja.isi", bulan, (dari, {"uraian": uraian.strip()}), (sebutan, pada))
        return bulanan, ()


def save_penilaian(
    *, target_id: int, triwulan: int, nilai: Decimal, oleh: Pengguna, pada: datetime.datetime
) -> tuple[PenilaianTargetKinerja | None, tuple[Temuan, ...]]:
    """The division's own assessment of a quarter, 0..100; a new one takes the verification back.

    Raises TargetTidakAda.
    """
    with transaction.atomic():
        target, jenjang, sebutan = get_target_untuk(oleh, target_id, pada)
        temuan = () if Jenjang.OPERATOR in jenjang else (_bukan_wewenang(),)
        temuan = temuan or _check_nilai(nilai) or _check_jendela(target, triwulan, pada)
        if temuan:
            return None, temuan
        lama = PenilaianTargetKinerja.objects.filter(target=target, triwulan=triwulan).first()
        isi = {
            "nilai_mandiri": nilai,
            "dinilai_oleh": oleh,
            "dinilai_pada": pada,
            "nilai_verifikasi": None,
            "diverifikasi_oleh": None,
            "diverifikasi_pada": None,
            "alasan": "",
        }
        penilaian, _baru = PenilaianTargetKinerja.objects.update_or_create(
            target=target, triwulan=triwulan, defaults=isi
        )
        dari = {"nilai_mandiri": lama.nilai_mandiri} if lama else {}
        _catat(target, "target_kinerja.nilai", triwulan, (dari, {"nilai_mandiri": nilai}), (sebutan, pada))
        return penilaian, ()


def verify_penilaian(
    *,
    target_id: int,
    triwulan: int,
    nilai: Decimal,
    oleh: Pengguna,
    pada: datetime.datetime,
    alasan: str = "",
) -> tuple[PenilaianTargetKinerja | None, tuple[Temuan, ...]]:
    """Another person's assessment of the same quarter; one that differs needs a reason. Raises TargetTidakAda."""
    with transaction.atomic():
        target, jenjang, sebutan = get_target_untuk(oleh, target_id, pada)
        penilaian = PenilaianTargetKinerja.objects.filter(target=target, triwulan=triwulan).first()
        temuan = _check_verifikasi(penilaian, jenjang, oleh) or _check_nilai(nilai)
        if not temuan and penilaian and nilai != penilaian.nilai_mandiri and not alasan.strip():
            pesan = _("Nilai yang berbeda dari penilaian mandiri perlu alasan.")
            temuan = (Temuan("alasan_wajib", pesan, _("Tuliskan alasannya.")),)
        if temuan or penilaian is None:
            return None, temuan
        penilaian.nilai_verifikasi, penilaian.alasan = nilai, alasan.strip()
        penilaian.diverifikasi_oleh, penilaian.diverifikasi_pada = oleh, pada
        penilaian.save()
        menjadi = {"nilai_verifikasi": nilai, "alasan": alasan.strip()}
        _catat(target, "target_kinerja.verifikasi", triwulan, ({}, menjadi), (sebutan, pada))
        return penilaian, ()


def _check_verifikasi(
    penilaian: PenilaianTargetKinerja | None, jenjang: frozenset[Jenjang], oleh: Pengguna
) -> tuple[Temuan, ...]:
    if penilaian is None:
        return (Temuan("belum_dinilai", _("Divisi belum menilai triwulan ini."), _("Tunggu penilaiannya.")),)
    if not jenjang & PEMERIKSA:
        return (_bukan_wewenang(),)
    if penilaian.dinilai_oleh_id == oleh.pk:
        pesan = _("Yang menilai tidak dapat memverifikasi penilaiannya sendiri.")
        return (Temuan("memeriksa_sendiri", pesan, _("Minta pejabat lain.")),)
    return ()


def _check_nilai(nilai: Decimal) -> tuple[Temuan, ...]:
    if Decimal(0) <= nilai <= PENUH and nilai == round(nilai, 4):
        return ()
    return (Temuan("nilai", _("Nilai adalah persentase dari 0 sampai 100."), _("Periksa angkanya.")),)


def _check_jendela(target: TargetKinerja, triwulan: int, pada: datetime.datetime) -> tuple[Temuan, ...]:
    """A quarter is not assessed before its window opens; after it, late is better than never."""
    if get_pembukaan(target, triwulan, PembacaTenggat()) <= pada:
        return ()
    return (Temuan("jendela", _("Jendela penilaian triwulan ini belum dibuka."), _("Tunggu pembukaannya.")),)


def _bukan_wewenang() -> Temuan:
    return Temuan(
        "bukan_wewenang", _("Anda tidak berwenang untuk target kinerja ini."), _("Minta yang berwenang.")
    )


def _catat(
    target: TargetKinerja,
    tindakan: str,
    bagian: int,
    isi: tuple[dict[str, Any], dict[str, Any]],
    siapa_kapan: tuple[str, datetime.datetime],
) -> None:
    dari, menjadi = isi
    sebutan, pada = siapa_kapan
    satker = target.unit_kerja.satker
    objek = sebut_objek(
        TargetKinerja, satker.kunci, target.unit_kerja.kunci, target.tahun, target.nomor, bagian
    )
    record(Peristiwa(tindakan, objek, dari, menjadi, rantai=satker.kunci), oleh=sebutan, pada=pada)
