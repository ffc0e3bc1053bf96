"""A breach of every constraint and trigger of the plan: tujuan, kaitan, IKU sheets, rencana aksi, versions."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.db import connection
from tests.basisdata.dunia import PADA, TAHUN, Dunia, make_sasaran, make_target
from tests.basisdata.pelanggaran_laporan import make_cakupan

from kinerja.perencanaan.models import (
    KaitanLintas,
    LembarIku,
    PenanggungJawab,
    RencanaAksi,
    Sasaran,
    TahapAksi,
    Target,
    Tujuan,
    VersiRencana,
)

AWAL = datetime.date(TAHUN, 1, 1)
SATU_HARI = datetime.timedelta(days=1)


def make_tujuan(d: Dunia, **lain: Any) -> Tujuan:
    return Tujuan.objects.create(**({"renstra": d.renstra, "urutan": 1, "teks": "Tujuan"} | lain))


def make_kaitan(d: Dunia, **lain: Any) -> KaitanLintas:
    ke = Sasaran.objects.filter(kode="SK.9").first() or make_sasaran(d)
    isi = {"dari": d.sasaran, "ke": ke, "tahun_awal": 2020, "tahun_akhir": 2024, "uraian": "bersama"}
    return KaitanLintas.objects.create(**(isi | lain))


def make_lembar_iku(d: Dunia, **lain: Any) -> LembarIku:
    return LembarIku.objects.create(**({"indikator": d.indikator, "periode": "bulanan"} | lain))


def make_penanggung_jawab(d: Dunia, **lain: Any) -> PenanggungJawab:
    isi = {"indikator": d.indikator, "satker": d.satker, "jabatan": "Kepala Divisi", "berlaku_dari": AWAL}
    return PenanggungJawab.objects.create(**(isi | lain))


def make_aksi(d: Dunia, **lain: Any) -> RencanaAksi:
    isi = {"indikator": d.indikator, "satker": d.satker, "tahun": TAHUN, "nomor": 1}
    isi |= {"langkah": "Menyusun jadwal", "satuan": "dokumen", "jadwal": "bulan"}
    return RencanaAksi.objects.create(**(isi | lain))


def make_tahap(d: Dunia, **lain: Any) -> TahapAksi:
    rencana = RencanaAksi.objects.first() or make_aksi(d)
    return TahapAksi.objects.create(**({"rencana": rencana, "bulan": 1, "target": Decimal(1)} | lain))


def make_versi(d: Dunia, **lain: Any) -> VersiRencana:
    isi = {"renstra": d.renstra, "satker": d.satker, "nomor": 1, "alasan": "penetapan", "oleh": "uji"}
    return VersiRencana.objects.create(**(isi | {"pada": PADA, "isi": {}, "sidik": "0" * 64} | lain))


def _dua_kali(buat: Callable[..., Any], **lain: Any) -> Callable[[Dunia], None]:
    def langgar(d: Dunia) -> None:
        buat(d)
        buat(d, **lain)

    return langgar


def _lingkari(d: Dunia) -> None:
    anak = make_sasaran(d, induk=d.sasaran)
    Sasaran.objects.filter(pk=d.sasaran.pk).update(induk=make_sasaran(d, kode="SK.10", induk=anak))


def _tumpang(d: Dunia) -> None:
    make_penanggung_jawab(d)
    make_penanggung_jawab(d, berlaku_dari=AWAL + SATU_HARI)


def _mulai_dua_kali(d: Dunia) -> None:
    nama = "penanggung_jawab_tumpang"
    sql = {"sqlite": f"{nama}_insert", "postgresql": f"{nama} ON perencanaan_penanggungjawab"}
    with connection.cursor() as kursor:
        kursor.execute(f"DROP TRIGGER {sql[connection.vendor]}")
    make_penanggung_jawab(d)
    make_penanggung_jawab(d)


def _isi_target_beku(d: Dunia) -> None:
    make_cakupan(d)
    make_target(d)


def _ubah_target_beku(d: Dunia) -> None:
    make_target(d)
    make_cakupan(d)
    Target.objects.all().delete()


def _ubah_versi(d: Dunia) -> None:
    make_versi(d)
    VersiRencana.objects.update(alasan="lain")


PELANGGARAN_RENCANA: dict[str, Callable[[Dunia], Any]] = {
    "tujuan_urutan_tunggal": _dua_kali(make_tujuan),
    "tujuan_teks_terisi": lambda d: make_tujuan(d, teks=""),
    "kaitan_lintas_sekali": _dua_kali(make_kaitan),
    "kaitan_lintas_bukan_diri_sendiri": lambda d: make_kaitan(d, ke=d.sasaran),
    "kaitan_lintas_tahun_urut": lambda d: make_kaitan(d, tahun_akhir=2019),
    "kaitan_lintas_uraian_terisi": lambda d: make_kaitan(d, uraian=""),
    "lembar_iku_periode_dikenal": lambda d: make_lembar_iku(d, periode="kapan-kapan"),
    "penanggung_jawab_sekali_mulai": _mulai_dua_kali,
    "penanggung_jawab_urut": lambda d: make_penanggung_jawab(d, berlaku_sampai=AWAL - SATU_HARI),
    "penanggung_jawab_jabatan_terisi": lambda d: make_penanggung_jawab(d, jabatan=""),
    "penanggung_jawab_tumpang": _tumpang,
    "rencana_aksi_sekali": _dua_kali(make_aksi),
    "rencana_aksi_jadwal_dikenal": lambda d: make_aksi(d, jadwal="windu"),
    "rencana_aksi_tahun_wajar": lambda d: make_aksi(d, tahun=203),
    "rencana_aksi_langkah_terisi": lambda d: make_aksi(d, langkah=""),
    "tahap_aksi_sekali": _dua_kali(make_tahap),
    "tahap_aksi_bulan_1_12": lambda d: make_tahap(d, bulan=13),
    "tahap_aksi_tidak_negatif": lambda d: make_tahap(d, target=Decimal(-1)),
    "versi_rencana_sekali": _dua_kali(make_versi),
    "versi_rencana_dari_satu": lambda d: make_versi(d, nomor=0),
    "versi_rencana_beralasan": lambda d: make_versi(d, alasan=""),
    "versi_rencana_hanya_tambah": _ubah_versi,
    "sasaran_tidak_melingkar": _lingkari,
    "target_beku": _isi_target_beku,
    "target_beku_lama": _ubah_target_beku,
}
