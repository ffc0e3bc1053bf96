"""Who owes what, the sheets of a month, and what people write on them."""

import datetime
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import AksesDitolak, authorize
from kinerja.alur.wewenang import Pembaca
from kinerja.aturan.peralihan import Jenjang, Status
from kinerja.aturan.temuan import Temuan
from kinerja.jejak.operations import Peristiwa, record, sebut_objek
from kinerja.organisasi.models import Satker
from kinerja.organisasi.queries import get_akhir_tahun, list_bawahan
from kinerja.pengukuran.beku import TahunBeku, check_beku
from kinerja.pengukuran.letak import KunciLembar, PetaPelapor, get_letak
from kinerja.pengukuran.models import CatatanPengukuran, LembarPengukuran, PelaporIndikator


class LembarTidakAda(LookupError):
    """No such sheet, or none the asker may know of."""


@dataclass(frozen=True, slots=True)
class IsiCatatan:
    """What is written beside one indikator; `versi` is the one seen (0: none yet)."""

    indikator_id: int
    versi: int
    kendala: str = ""
    tindak_lanjut: str = ""
    sumber_data: str = ""


def set_pelapor(
    *,
    kantor: Satker,
    tahun: int,
    pelapor: Mapping[int, Collection[int]],
    oleh: Pelaku,
    pada: datetime.datetime,
) -> int:
    """Say which satker report each of those indikator (indikator id -> satker ids); how many rows are new.

    A satker that is not named any more is taken off unless it already has a sheet of that year. Raises
    AksesDitolak, also when a satker is not beneath the office.
    """
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.SUSUN, kantor, tahun=tahun, pada=pada)
        boleh = {r.satker_id for r in list_bawahan(kantor, get_akhir_tahun(tahun))}
        if asing := {s for daftar in pelapor.values() for s in daftar} - boleh:
            raise AksesDitolak(f"Satker {sorted(asing)} bukan bagian kantor ini.", asing=True)
        lama = PelaporIndikator.objects.filter(tahun=tahun, indikator__in=pelapor, satker__in=boleh)
        bertahan = set(LembarPengukuran.objects.filter(tahun=tahun).values_list("satker_id", flat=True))
        ada = set(lama.values_list("indikator_id", "satker_id"))
        mau = {(i, s) for i, daftar in pelapor.items() for s in daftar}
        lepas = {(i, s) for i, s in ada - mau if s not in bertahan}
        for indikator_id, satker_id in lepas:
            lama.filter(indikator=indikator_id, satker=satker_id).delete()
        baru = sorted(mau - ada)
        PelaporIndikator.objects.bulk_create(
            PelaporIndikator(indikator_id=i, satker_id=s, tahun=tahun) for i, s in baru
        )
        if baru or lepas:
            objek = sebut_objek(PelaporIndikator, kantor.kunci, tahun)
            menjadi = {"tambah": [list(p) for p in baru], "lepas": [list(p) for p in sorted(lepas)]}
            record(
                Peristiwa("pelapor.atur", objek, {}, menjadi, rantai=kantor.kunci), oleh=sebutan, pada=pada
            )
        return len(baru)


def open_lembar(
    *, kantor: Satker, tahun: int, bulan: Collection[int], oleh: Pelaku, pada: datetime.datetime
) -> int:
    """Make the sheets of those months: one per satker or division that reports, their divisions', the office's.

    How many are new; those that exist stay as they are. Raises AksesDitolak and TahunBeku.
    """
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.SUSUN, kantor, tahun=tahun, pada=pada)
        if temuan := check_beku(kantor.pk, tahun, pada):
            raise TahunBeku(*temuan)
        bawahan = [r.satker_id for r in list_bawahan(kantor, get_akhir_tahun(tahun))]
        pembuka = _Pembuka(kantor, PetaPelapor(tahun, bawahan))
        baru = [kunci for b in sorted(bulan) for kunci in pembuka.buka(b)]
        if baru:
            objek = sebut_objek(LembarPengukuran, kantor.kunci, tahun)
            menjadi = {"bulan": sorted(bulan), "jumlah": len(baru)}
            record(Peristiwa("lembar.buat", objek, {}, menjadi, rantai=kantor.kunci), oleh=sebutan, pada=pada)
        return len(baru)


class _Pembuka:
    def __init__(self, kantor: Satker, peta: PetaPelapor) -> None:
        self.kantor, self.peta = kantor, peta

    def buka(self, bulan: int) -> list[KunciLembar]:
        """Make what is missing of one month, from the top down."""
        self.bulan, self.baru = bulan, list[KunciLembar]()
        sumber = self.peta.list_sumber()
        if sumber:
            puncak = self._pastikan(self.kantor.pk, None, None)
            for satker_id, unit_id in sumber:
                if (satker_id, unit_id) != (self.kantor.pk, None):
                    self._pastikan(satker_id, unit_id, self._induk(satker_id, unit_id, puncak))
        return self.baru

    def _induk(self, satker_id: int, unit_id: int | None, puncak: LembarPengukuran) -> LembarPengukuran:
        if unit_id is None:
            divisi = self.peta.get_divisi(satker_id)
            return puncak if divisi is None else self._pastikan(divisi.satker_id, divisi.pk, puncak)
        atas = self.peta.get_divisi_di_atas(unit_id)
        return puncak if atas is None else self._pastikan(satker_id, atas, puncak)

    def _pastikan(
        self, satker_id: int, unit_id: int | None, induk: LembarPengukuran | None
    ) -> LembarPengukuran:
        kunci = KunciLembar(satker_id, unit_id, self.peta.tahun, self.bulan)
        lembar, dibuat = LembarPengukuran.objects.get_or_create(
            satker_id=satker_id,
            unit_kerja_id=unit_id,
            tahun=self.peta.tahun,
            bulan=self.bulan,
            defaults={"induk": induk},
        )
        self.baru += [kunci] if dibuat else []
        return lembar


def get_lembar_untuk(
    oleh: Pelaku, lembar_id: int, pada: datetime.datetime, *, kunci_baris: bool = False
) -> tuple[LembarPengukuran, frozenset[Jenjang], Pembaca]:
    """The sheet for somebody who may see it, his rungs there, and who can name him.

    Raises LembarTidakAda, the same for a foreign sheet as for one that does not exist.
    """
    baris = LembarPengukuran.objects.select_related("satker", "unit_kerja", "induk")
    if kunci_baris:
        baris = baris.select_for_update(of=("self",))
    lembar = baris.filter(pk=lembar_id).first()
    pembaca = Pembaca(oleh, pada)
    if lembar is None or not pembaca.is_melihat(get_letak(lembar)):
        raise LembarTidakAda(_("Lembar tidak dikenal."))
    return lembar, pembaca.list_jenjang(get_letak(lembar)), pembaca


def require_draf(
    lembar: LembarPengukuran, jenjang: frozenset[Jenjang], pada: datetime.datetime
) -> tuple[Temuan, ...]:
    """Why nothing may be written on that sheet by that person; empty when it may."""
    if Jenjang.OPERATOR not in jenjang:
        return (
            Temuan("bukan_wewenang", _("Anda bukan operator lembar ini."), _("Minta operatornya mengisi.")),
        )
    if lembar.status != Status.DRAF or lembar.pembukaan.lewat(pada).exists():
        cara = _("Minta pemeriksa mengembalikannya, atau minta kuncinya dibuka.")
        return (Temuan("terkunci", _("Lembar ini sudah tidak dapat diubah."), cara),)
    return check_beku(lembar.satker_id, lembar.tahun, pada)


def save_catatan(
    *, lembar_id: int, isi: IsiCatatan, oleh: Pengguna, pada: datetime.datetime
) -> tuple[CatatanPengukuran | None, tuple[Temuan, ...]]:
    """Store what is written beside one indikator; with a newer version stored, that one comes back untouched.

    Raises LembarTidakAda.
    """
    with transaction.atomic():
        lembar, jenjang, pembaca = get_lembar_untuk(oleh, lembar_id, pada, kunci_baris=True)
        kini = CatatanPengukuran.objects.filter(lembar=lembar, indikator=isi.indikator_id).first()
        temuan = require_draf(lembar, jenjang, pada) or _check_catatan(lembar, isi, kini)
        if temuan:
            return kini, temuan
        catatan = kini or CatatanPengukuran(lembar=lembar, indikator_id=isi.indikator_id, versi=0)
        dari = _ke_catatan(kini) if kini else {}
        for nama in ("kendala", "tindak_lanjut", "sumber_data"):
            setattr(catatan, nama, getattr(isi, nama).strip())
        catatan.versi, catatan.oleh, catatan.pada = catatan.versi + 1, oleh, pada
        catatan.save()
        objek = sebut_objek(
            CatatanPengukuran, catatan.indikator.kode, lembar.satker.kunci, lembar.tahun, lembar.bulan
        )
        record(
            Peristiwa("catatan.isi", objek, dari, _ke_catatan(catatan), rantai=lembar.satker.kunci),
            oleh=pembaca.sebut(get_letak(lembar), {Jenjang.OPERATOR}),
            pada=pada,
        )
        return catatan, ()


def _check_catatan(
    lembar: LembarPengukuran, isi: IsiCatatan, kini: CatatanPengukuran | None
) -> tuple[Temuan, ...]:
    peta = PetaPelapor(lembar.tahun, {lembar.satker_id})
    if isi.indikator_id not in peta.list_indikator(lembar.satker_id, lembar.unit_kerja_id):
        return (
            Temuan("tanpa_lembar", _("Indikator itu tidak ada pada lembar ini."), _("Muat ulang halaman.")),
        )
    if isi.versi != (kini.versi if kini else 0):
        pesan = _("Orang lain sudah mengubah catatan ini.")
        return (Temuan("bentrok", pesan, _("Bandingkan kedua catatan, lalu simpan lagi.")),)
    return ()


def _ke_catatan(catatan: CatatanPengukuran) -> dict[str, str]:
    return {nama: getattr(catatan, nama) for nama in ("kendala", "tindak_lanjut", "sumber_data")}
