"""Lead sheets up the line and back; open locked ones for a while. The table decides (`aturan.peralihan`)."""

import datetime
import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.akses.models import Pengguna
from kinerja.akses.pelaku import Pelaku, Sistem
from kinerja.alur.wewenang import Pembaca
from kinerja.aturan.peralihan import Berkas, Jenjang, Permintaan, Status, Tindakan, decide
from kinerja.aturan.temuan import Temuan
from kinerja.dokumen.sidik import write_kanonik
from kinerja.jejak.operations import Peristiwa, record, sebut_objek
from kinerja.pengukuran.beku import check_beku
from kinerja.pengukuran.letak import get_letak, sebut_lembar
from kinerja.pengukuran.models import LembarPengukuran, PembukaanKunci
from kinerja.pengukuran.operations.lembar import get_lembar_untuk
from kinerja.pengukuran.sel import Sel, count_terbuka, list_kunci_lembar, list_sel

_SISTEM = Sistem("akhir masa pembukaan")
_SELESAI = frozenset({Status.DISETUJUI.value, Status.DIKUNCI.value})
_KOSONG: dict[str, Any] = {
    f"{apa}_{medan}": None
    for apa in ("diajukan", "diverifikasi", "disetujui", "dikunci")
    for medan in ("oleh", "pada")
}
_MEDAN = {
    Tindakan.AJUKAN: "diajukan",
    Tindakan.VERIFIKASI: "diverifikasi",
    Tindakan.SETUJUI: "disetujui",
    Tindakan.KUNCI: "dikunci",
}


@dataclass(frozen=True, slots=True)
class Keinginan:
    """What somebody wants of a sheet. `versi`: the one on his screen (None: whatever it is).

    `disebut` names the sheets beneath that are missing, as the refusal listed them.
    """

    tindakan: Tindakan
    versi: int | None = None
    alasan: str = ""
    disebut: frozenset[str] = frozenset()
    borongan: bool = False


@dataclass(frozen=True, slots=True)
class HasilPeralihan:
    """Where the sheet stands after the wish, and what stood against it."""

    lembar_id: int
    status: Status
    versi: int
    temuan: tuple[Temuan, ...] = ()


def move_lembar(
    *, lembar_id: int, keinginan: Keinginan, oleh: Pengguna, pada: datetime.datetime
) -> HasilPeralihan:
    """Submit, verify, approve, lock or return a sheet. Raises LembarTidakAda."""
    with transaction.atomic():
        _tutup_bila_lewat(lembar_id, pada)
        lembar, jenjang, pembaca = get_lembar_untuk(oleh, lembar_id, pada, kunci_baris=True)
        if keinginan.tindakan in (Tindakan.BUKA, Tindakan.TUTUP):
            # They go through a PembukaanKunci, never by themselves.
            jenjang = frozenset()
        if keinginan.versi not in (None, lembar.versi):
            pesan = _("Orang lain sudah mengubah status lembar ini menjadi %(status)s.") % {
                "status": lembar.status
            }
            temuan = (Temuan("bentrok", pesan, _("Muat ulang halaman.")),)
            return HasilPeralihan(lembar.pk, Status(lembar.status), lembar.versi, temuan)
        return _pindahkan_bila_cair(lembar, pembaca, pada, (keinginan, jenjang))


def move_banyak(
    *, lembar_id: Collection[int], keinginan: Keinginan, oleh: Pengguna, pada: datetime.datetime
) -> list[HasilPeralihan]:
    """The same step for many sheets; each that has an open warning or another obstacle stays where it is."""
    satu = Keinginan(keinginan.tindakan, alasan=keinginan.alasan, disebut=keinginan.disebut, borongan=True)
    with transaction.atomic():
        return [
            move_lembar(lembar_id=pk, keinginan=satu, oleh=oleh, pada=pada) for pk in sorted(set(lembar_id))
        ]


def request_pembukaan(
    *, lembar_id: int, alasan: str, sampai: datetime.datetime, oleh: Pengguna, pada: datetime.datetime
) -> tuple[PembukaanKunci | None, tuple[Temuan, ...]]:
    """Ask that a locked sheet be opened until a moment. Raises LembarTidakAda."""
    with transaction.atomic():
        _tutup_bila_lewat(lembar_id, pada)
        lembar, jenjang, pembaca = get_lembar_untuk(oleh, lembar_id, pada, kunci_baris=True)
        temuan = _check_permintaan(lembar, jenjang, alasan, sampai, pada)
        temuan = temuan or check_beku(lembar.satker_id, lembar.tahun, pada)
        if temuan:
            return None, temuan
        pembukaan = PembukaanKunci.objects.create(
            lembar=lembar, alasan=alasan.strip(), sampai=sampai, diminta_oleh=oleh, diminta_pada=pada
        )
        catatan = _Catatan("lembar.minta_buka", menjadi={"sampai": sampai}, alasan=alasan.strip())
        _catat(lembar, catatan, sebutan=pembaca.sebut(get_letak(lembar)), pada=pada)
        return pembukaan, ()


def approve_pembukaan(*, pembukaan_id: int, oleh: Pengguna, pada: datetime.datetime) -> HasilPeralihan:
    """Open the sheet that was asked for; only another person may. Raises LembarTidakAda."""
    with transaction.atomic():
        pembukaan = PembukaanKunci.objects.filter(pk=pembukaan_id).first()
        lembar, jenjang, pembaca = get_lembar_untuk(
            oleh, pembukaan.lembar_id if pembukaan else 0, pada, kunci_baris=True
        )
        keinginan = Keinginan(Tindakan.BUKA, alasan=pembukaan.alasan if pembukaan else "")
        return _pindahkan_bila_cair(lembar, pembaca, pada, (keinginan, jenjang))


def _pindahkan_bila_cair(
    lembar: LembarPengukuran,
    pembaca: Pembaca,
    pada: datetime.datetime,
    langkah: tuple[Keinginan, frozenset[Jenjang]],
) -> HasilPeralihan:
    """A person's step; in a year whose report is signed every sheet stays as it is."""
    if temuan := check_beku(lembar.satker_id, lembar.tahun, pada):
        return HasilPeralihan(lembar.pk, Status(lembar.status), lembar.versi, temuan)
    return _Pemindah(lembar, pembaca, pada).pindahkan(*langkah)


def reject_pembukaan(
    *, pembukaan_id: int, alasan: str, oleh: Pengguna, pada: datetime.datetime
) -> tuple[Temuan, ...]:
    """Refuse a request, with a reason; the sheet stays locked. Raises LembarTidakAda."""
    with transaction.atomic():
        pembukaan = PembukaanKunci.objects.filter(
            pk=pembukaan_id, disetujui_oleh__isnull=True, ditutup_pada__isnull=True
        ).first()
        lembar, jenjang, pembaca = get_lembar_untuk(
            oleh, pembukaan.lembar_id if pembukaan else 0, pada, kunci_baris=True
        )
        if Jenjang.PENYUSUN not in jenjang:
            return (
                Temuan("bukan_wewenang", _("Hanya penyusun yang menolak permintaan."), _("Minta penyusun.")),
            )
        if not alasan.strip():
            return (Temuan("alasan_wajib", _("Penolakan perlu alasan."), _("Tuliskan alasannya.")),)
        PembukaanKunci.objects.filter(pk=pembukaan_id).update(
            ditutup_pada=pada, status_saat_ditutup=lembar.status
        )
        sebutan = pembaca.sebut(get_letak(lembar), {Jenjang.PENYUSUN})
        _catat(lembar, _Catatan("lembar.tolak_buka", alasan=alasan.strip()), sebutan=sebutan, pada=pada)
        return ()


def close_pembukaan(*, pada: datetime.datetime) -> list[HasilPeralihan]:
    """Lock every sheet again whose opening has ended; safe to call at any time and as often as one likes."""
    lewat = PembukaanKunci.objects.filter(ditutup_pada__isnull=True, sampai__lte=pada)
    hasil = []
    for lembar_id in lewat.order_by("lembar_id").values_list("lembar_id", flat=True):
        with transaction.atomic():
            hasil += _tutup_bila_lewat(lembar_id, pada)
    return hasil


def _tutup_bila_lewat(lembar_id: int, pada: datetime.datetime) -> list[HasilPeralihan]:
    """End an opening of that sheet whose time is over, also one that nobody approved in time."""
    lewat = PembukaanKunci.objects.filter(lembar=lembar_id, ditutup_pada__isnull=True, sampai__lte=pada)
    if not lewat.exists():
        return []
    lembar, _jenjang, pembaca = get_lembar_untuk(_SISTEM, lembar_id, pada, kunci_baris=True)
    if lembar.status == Status.DIKUNCI:
        lewat.update(ditutup_pada=pada, status_saat_ditutup=lembar.status)
        return []
    pemindah = _Pemindah(lembar, pembaca, pada)
    return [pemindah.pindahkan(Keinginan(Tindakan.TUTUP), frozenset({Jenjang.SISTEM}))]


def compute_sidik_lembar(lembar: LembarPengukuran, sel: Collection[Sel]) -> str:
    """Hex SHA-256 over the numbers of a sheet, field names included."""
    isi = {
        "satker": lembar.satker.kunci,
        "unit_kerja": lembar.unit_kerja.kunci if lembar.unit_kerja else None,
        "tahun": lembar.tahun,
        "bulan": lembar.bulan,
        "sel": {str(s.kunci.komponen_id): s.isian for s in sel},
    }
    return hashlib.sha256(write_kanonik(isi).encode()).hexdigest()


def _check_permintaan(
    lembar: LembarPengukuran,
    jenjang: frozenset[Jenjang],
    alasan: str,
    sampai: datetime.datetime,
    pada: datetime.datetime,
) -> tuple[Temuan, ...]:
    if not jenjang:
        return (Temuan("bukan_wewenang", _("Anda tidak menangani lembar ini."), _("Minta operatornya.")),)
    if lembar.status != Status.DIKUNCI:
        return (Temuan("tidak_terkunci", _("Lembar ini tidak dikunci."), _("Muat ulang halaman.")),)
    if lembar.pembukaan.filter(ditutup_pada__isnull=True).exists():
        return (Temuan("sudah_diminta", _("Pembukaan lembar ini sudah diminta."), _("Tunggu jawabannya.")),)
    if not alasan.strip():
        return (Temuan("alasan_wajib", _("Permintaan perlu alasan."), _("Tuliskan alasannya.")),)
    if sampai <= pada:
        return (
            Temuan("batas_akhir", _("Batas akhir sudah lewat."), _("Tentukan batas akhir sesudah saat ini.")),
        )
    return ()


class _Pemindah:
    """One step of one locked row: gather what the table must know, ask it, write what it says."""

    def __init__(self, lembar: LembarPengukuran, pembaca: Pembaca, pada: datetime.datetime) -> None:
        self.lembar, self.pembaca, self.pada = lembar, pembaca, pada
        self.sel = list(list_sel(list_kunci_lembar(lembar)).values())
        self.pembukaan = lembar.pembukaan.filter(ditutup_pada__isnull=True).first()
        # Locked as well: a sheet beneath must not be returned while the one above is approved.
        self.bawahan = list(
            lembar.bawahan.select_related("satker", "unit_kerja")
            .order_by("pk")
            .select_for_update(of=("self",))
        )

    def pindahkan(self, keinginan: Keinginan, jenjang: frozenset[Jenjang]) -> HasilPeralihan:
        lembar, dari = self.lembar, Status(self.lembar.status)
        berkas = self._baca_berkas()
        permintaan = Permintaan(
            tindakan=keinginan.tindakan,
            pelaku=_ke_kunci(self.pembaca.oleh),
            jenjang=jenjang,
            pada=self.pada,
            alasan=keinginan.alasan,
            disebut=keinginan.disebut,
            borongan=keinginan.borongan,
        )
        status, temuan = decide(berkas, permintaan)
        if not temuan:
            self._tulis(keinginan, status, berkas)
            menjadi = {"status": status.value, "dilewati": lembar.bawahan_dilewati, "sidik": lembar.sidik}
            catatan = _Catatan(
                f"lembar.{keinginan.tindakan}", {"status": dari.value}, menjadi, keinginan.alasan.strip()
            )
            _catat(lembar, catatan, sebutan=self.pembaca.sebut(get_letak(lembar), jenjang), pada=self.pada)
        return HasilPeralihan(lembar.pk, status, lembar.versi, temuan)

    def _baca_berkas(self) -> Berkas:
        lembar = self.lembar
        pengisi = {s.oleh_id for s in self.sel if s.oleh_id} | {lembar.diajukan_oleh_id}
        belum = [b for b in self.bawahan if b.status not in _SELESAI]
        nama = sebut_lembar(belum)
        return Berkas(
            status=Status(lembar.status),
            pengisi=frozenset(str(p) for p in pengisi if p),
            peminta=str(self.pembukaan.diminta_oleh_id) if self.pembukaan else None,
            sampai=self.pembukaan.sampai if self.pembukaan else None,
            belum_diisi=tuple(s.sebutan for s in self.sel if s.isian is None),
            bawahan_belum=tuple(nama[b.pk] for b in belum),
            induk_disetujui=self._is_induk_disetujui(),
            peringatan_terbuka=count_terbuka(self.sel),
        )

    def _is_induk_disetujui(self) -> bool:
        if self.lembar.induk_id is None:
            return False
        # Asked anew after this row was locked: the one above may have been approved while we waited.
        return LembarPengukuran.objects.filter(pk=self.lembar.induk_id, status__in=_SELESAI).exists()

    def _tulis(self, keinginan: Keinginan, status: Status, berkas: Berkas) -> None:
        lembar = self.lembar
        if keinginan.tindakan in (Tindakan.KEMBALIKAN, Tindakan.BUKA):
            for nama, isi in _KOSONG.items():
                setattr(lembar, nama, isi)
            lembar.sidik, lembar.bawahan_dilewati = "", []
        if keinginan.tindakan is Tindakan.BUKA and self.pembukaan is not None:
            # First the approval: the database opens no lock without it.
            self.pembukaan.disetujui_oleh, self.pembukaan.disetujui_pada = self.pembaca.oleh, self.pada
            self.pembukaan.save(update_fields=["disetujui_oleh", "disetujui_pada"])
        if medan := _MEDAN.get(keinginan.tindakan):
            oleh = self.pembaca.oleh
            setattr(lembar, f"{medan}_oleh", oleh if isinstance(oleh, Pengguna) else None)
            setattr(lembar, f"{medan}_pada", self.pada)
        if keinginan.tindakan is Tindakan.SETUJUI:
            lembar.bawahan_dilewati = sorted(berkas.bawahan_belum)
        if status is Status.DIKUNCI:
            self._kunci()
        lembar.status, lembar.versi = status.value, lembar.versi + 1
        lembar.alasan = keinginan.alasan.strip()
        lembar.save()

    def _kunci(self) -> None:
        lembar = self.lembar
        lembar.dikunci_pada, lembar.sidik = self.pada, compute_sidik_lembar(lembar, self.sel)
        if self.pembukaan is not None and self.pembukaan.disetujui_oleh_id is not None:
            self.pembukaan.ditutup_pada = self.pada
            self.pembukaan.status_saat_ditutup = lembar.status
            self.pembukaan.save(update_fields=["ditutup_pada", "status_saat_ditutup"])


def _ke_kunci(oleh: Pelaku) -> str:
    return str(oleh.pk) if isinstance(oleh, Pengguna) else oleh.sebutan


@dataclass(frozen=True, slots=True)
class _Catatan:
    """One entry of the trail about a sheet."""

    tindakan: str
    dari: dict[str, Any] = field(default_factory=dict)
    menjadi: dict[str, Any] = field(default_factory=dict)
    alasan: str = ""


def _catat(lembar: LembarPengukuran, catatan: _Catatan, *, sebutan: str, pada: datetime.datetime) -> None:
    unit = [lembar.unit_kerja.kunci] if lembar.unit_kerja else []
    objek = sebut_objek(LembarPengukuran, lembar.satker.kunci, *unit, lembar.tahun, lembar.bulan)
    isi = Peristiwa(
        catatan.tindakan, objek, catatan.dari, catatan.menjadi, catatan.alasan, lembar.satker.kunci
    )
    record(isi, oleh=sebutan, pada=pada)
