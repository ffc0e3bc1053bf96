"""An instansi chooses where the law leaves a choice; no signed report changes by it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import authorize
from kinerja.aturan.pengaturan_instansi import list_kode
from kinerja.aturan.pilihan import parse_kunci
from kinerja.aturan.temuan import Temuan
from kinerja.jejak.operations import Peristiwa, record, sebut_objek
from kinerja.organisasi.models import PilihanInstansi, Satker
from kinerja.organisasi.pengaturan import PetaInstansi, read_pengaturan
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pelaporan.pengesahan import list_beku_sejak

TINDAKAN = "pengaturan.pilih"
_TAHUN = range(2000, 2101)
_PANJANG_ALASAN = 500


@dataclass(frozen=True, slots=True)
class PilihanBaru:
    """What is chosen: `nilai` a key of `aturan.pilihan` or a typed number, from `tahun` on, and why."""

    kode: str
    nilai: str
    tahun: int
    alasan: str


class PilihanDitolak(ValueError):
    """The choice cannot be made so; `temuan` says why and what to do."""

    def __init__(self, *temuan: Temuan) -> None:
        super().__init__(" ".join(f"{t.pesan} {t.cara}" for t in temuan))
        self.temuan = temuan


def choose_pengaturan(
    *, instansi: Satker, pilihan: PilihanBaru, oleh: Pelaku, pada: datetime.datetime
) -> PilihanInstansi:
    """Store a choice from a year on, until the next one; another choice for the same year takes its place.

    Raises AksesDitolak and PilihanDitolak.
    """
    with transaction.atomic():
        tahun = pilihan.tahun if pilihan.tahun in _TAHUN else None
        sebutan = authorize(oleh, Izin.KELOLA_DATA, instansi, tahun=tahun, pada=pada)
        kunci = _require_sah(instansi, pilihan)
        _require_belum_beku(instansi, pilihan, pada)
        semula = read_pengaturan(instansi.pk, pilihan.tahun)
        lama = semula.pilihan.get(pilihan.kode)
        if lama is not None and lama.nilai == kunci:
            pesan = _("Pilihan itu sudah berlaku sejak tahun %(tahun)s.") % {"tahun": lama.tahun}
            raise PilihanDitolak(Temuan("pilihan_sama", pesan, _("Tidak ada yang perlu disimpan.")))
        letak = {"satker": instansi, "kode": pilihan.kode, "tahun": pilihan.tahun}
        alasan = pilihan.alasan.strip()
        baru, _dibuat = PilihanInstansi.objects.update_or_create(
            **letak, defaults={"nilai": kunci, "alasan": alasan}
        )
        bawaan = next(b.bawaan for b in semula.isi.daftar() if b.kode == pilihan.kode)
        dari, menjadi = {"nilai": lama.nilai if lama else bawaan}, {"nilai": kunci}
        objek = sebut_objek(PilihanInstansi, instansi.kunci, pilihan.kode, pilihan.tahun)
        record(
            Peristiwa(TINDAKAN, objek, dari, menjadi, alasan, rantai=instansi.kunci), oleh=sebutan, pada=pada
        )
    return baru


def _require_sah(instansi: Satker, pilihan: PilihanBaru) -> str:
    """The key of the choice; raises PilihanDitolak with everything that is wrong with it."""
    if pilihan.kode not in list_kode():
        pesan = _("Pengaturan “%(kode)s” tidak dikenal.") % {"kode": pilihan.kode}
        raise PilihanDitolak(Temuan("pengaturan_asing", pesan, _("Buka dari halaman Aturan.")))
    if pilihan.tahun not in _TAHUN:
        pesan = _("Tahun mulai berlaku harus antara 2000 dan 2100.")
        raise PilihanDitolak(Temuan("tahun_salah", pesan, _("Isi tahun dengan empat angka.")))
    kunci, temuan = parse_kunci(pilihan.kode, pilihan.nilai, get_akhir_tahun(pilihan.tahun))
    if PetaInstansi().get_puncak(instansi.pk, pilihan.tahun) != instansi.pk:
        pesan = _("Satuan kerja ini bukan puncak instansinya pada tahun %(tahun)s.") % {
            "tahun": pilihan.tahun
        }
        temuan += (
            Temuan("bukan_instansi", pesan, _("Pengaturan dipilih untuk seluruh instansi, di puncaknya.")),
        )
    if not 0 < len(pilihan.alasan.strip()) <= _PANJANG_ALASAN:
        pesan = _("Alasan wajib diisi, paling panjang %(n)s huruf.") % {"n": _PANJANG_ALASAN}
        cara = _("Sebutkan surat atau pertimbangan yang mendasari pilihan ini.")
        temuan += (Temuan("alasan_salah", pesan, cara),)
    if temuan:
        raise PilihanDitolak(*temuan)
    return kunci


def _require_belum_beku(instansi: Satker, pilihan: PilihanBaru, pada: datetime.datetime) -> None:
    """Refuse while a signed report of the instansi, or of a satker in it, lies in the years the choice reaches."""
    sesudah = PilihanInstansi.objects.filter(satker=instansi, kode=pilihan.kode, tahun__gt=pilihan.tahun)
    batas = sesudah.order_by("tahun").values_list("tahun", flat=True).first()
    peta = PetaInstansi()
    tahun = {
        t
        for satker_id, t in list_beku_sejak(pilihan.tahun, pada)
        if (batas is None or t < batas) and peta.get_puncak(satker_id, t) == instansi.pk
    }
    if tahun:
        daftar = ", ".join(map(str, sorted(tahun)))
        pesan = _("Laporan tahun %(tahun)s sudah ditandatangani dan tidak boleh berubah.") % {"tahun": daftar}
        cara = _(
            "Pilih tahun sesudahnya, atau minta penyusun membuka laporan itu kembali sebagai revisi lebih dahulu."
        )
        raise PilihanDitolak(Temuan("laporan_beku", pesan, cara))
