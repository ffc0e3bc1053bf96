"""Store cells: each against the version its typist saw, so that nobody's value is lost silently."""

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kinerja.akses.models import Pengguna
from kinerja.akses.pelaku import Pelaku
from kinerja.alur.wewenang import Pembaca
from kinerja.aturan.capaian import Keadaan
from kinerja.aturan.peralihan import Jenjang, Status
from kinerja.aturan.peringatan import Isian, check_isian
from kinerja.aturan.temuan import Temuan
from kinerja.basisdata.angka import AngkaField
from kinerja.jejak.operations import Peristiwa, record, sebut_objek
from kinerja.pengukuran.beku import make_temuan_beku
from kinerja.pengukuran.letak import get_letak
from kinerja.pengukuran.models import (
    KonfirmasiPeringatan,
    LembarPengukuran,
    Realisasi,
)
from kinerja.pengukuran.sel import KeadaanSel, KunciSel, PembacaTerbuka, Sel
from kinerja.pengukuran.sumber import list_terhitung, make_temuan_terhitung

_ANGKA = AngkaField(null=True)


class Nasib(StrEnum):
    """What became of a cell: stored; somebody was faster; refused."""

    TERSIMPAN = "tersimpan"
    BENTROK = "bentrok"
    DITOLAK = "ditolak"


@dataclass(frozen=True, slots=True)
class UbahanSel:
    """What is typed into a cell, and the version that was on the screen when typing began (0: none)."""

    kunci: KunciSel
    versi: int
    isian: Isian


@dataclass(frozen=True, slots=True)
class HasilSel:
    """What became of it. `kini` is the cell as it is stored now: after BENTROK the other's value and name."""

    ubahan: UbahanSel
    nasib: Nasib
    kini: Sel
    temuan: tuple[Temuan, ...] = ()


@dataclass(frozen=True, slots=True)
class HasilSimpan:
    """What became of each cell, and what was read of all of them under the lock, as it stands after writing."""

    sel: tuple[HasilSel, ...]
    bacaan: PembacaTerbuka


@dataclass(frozen=True, slots=True)
class HasilTempel:
    """A pasted block: stored as a whole or not at all. Before storing, `sel[n].kini` holds the old value."""

    sel: tuple[HasilSel, ...]
    disimpan: bool

    @property
    def ditolak(self) -> tuple[HasilSel, ...]:
        return tuple(s for s in self.sel if s.nasib is not Nasib.TERSIMPAN)


def save_sel(*, isi: Sequence[UbahanSel], oleh: Pelaku, pada: datetime.datetime) -> tuple[HasilSel, ...]:
    """Store what can be stored, cell by cell, and say what became of each; one transaction, one answer per cell.

    Sending the same again (an answer got lost on the line) stores nothing twice.
    """
    return save_dan_baca(isi=isi, oleh=oleh, pada=pada).sel


def save_dan_baca(
    *, isi: Sequence[UbahanSel], juga: Iterable[KunciSel] = (), oleh: Pelaku, pada: datetime.datetime
) -> HasilSimpan:
    """`save_sel`, for somebody who then shows those cells, and `juga` that are not written."""
    with transaction.atomic():
        penyimpan = _Penyimpan(isi, oleh, pada, juga=juga)
        return HasilSimpan(penyimpan.simpan(), penyimpan.pembaca)


def preview_tempelan(*, isi: Sequence[UbahanSel], oleh: Pelaku, pada: datetime.datetime) -> HasilTempel:
    """What pasting would do: old value, new value, refused with reasons. Stores nothing."""
    return HasilTempel(_Penyimpan(isi, oleh, pada, kunci_baris=False).periksa(), disimpan=False)


def save_tempelan(*, isi: Sequence[UbahanSel], oleh: Pelaku, pada: datetime.datetime) -> HasilTempel:
    """Store a pasted block, all of it or nothing."""
    with transaction.atomic():
        penyimpan = _Penyimpan(isi, oleh, pada)
        hasil = HasilTempel(penyimpan.periksa(), disimpan=False)
        if hasil.ditolak:
            return hasil
        hasil = HasilTempel(penyimpan.simpan(), disimpan=True)
        if hasil.ditolak:
            # A workbook came in between looking and writing.
            transaction.set_rollback(True)
            return replace(hasil, disimpan=False)
        return hasil


def confirm_peringatan(
    *, kunci: KunciSel, kode: str, alasan: str, oleh: Pengguna, pada: datetime.datetime
) -> tuple[Temuan, ...]:
    """Keep the reason why a warned value is right; it holds until the value changes. Empty when done."""
    with transaction.atomic():
        penyimpan = _Penyimpan([UbahanSel(kunci, 0, Isian(Keadaan.BELUM_ADA))], oleh, pada)
        lembar, tolak = penyimpan.cari_lembar(kunci)
        sel = penyimpan.pembaca.baca().get(kunci)
        if lembar is None or tolak or sel is None:
            return tolak
        if kode not in {t.kode for t in sel.peringatan}:
            return (
                _temuan(
                    "peringatan_tidak_ada", _("Peringatan itu tidak ada lagi."), _("Muat ulang halaman.")
                ),
            )
        if not alasan.strip():
            return (_temuan("alasan_wajib", _("Konfirmasi perlu alasan."), _("Tuliskan alasannya.")),)
        KonfirmasiPeringatan.objects.update_or_create(
            lembar=lembar,
            komponen_id=kunci.komponen_id,
            kode=kode,
            versi_sel=sel.versi,
            defaults={"alasan": alasan.strip(), "oleh": oleh, "pada": pada},
        )
        penyimpan.catat("realisasi.konfirmasi", lembar, kunci, {}, {"kode": kode, "versi": sel.versi}, alasan)
        return ()


def _temuan(kode: str, pesan: str, cara: str) -> Temuan:
    return Temuan(kode, pesan, cara)


class _Penyimpan:
    """One batch of cells: the sheets are locked first, so nobody submits while a number is being written."""

    def __init__(
        self,
        isi: Sequence[UbahanSel],
        oleh: Pelaku,
        pada: datetime.datetime,
        *,
        juga: Iterable[KunciSel] = (),
        kunci_baris: bool = True,
    ) -> None:
        self.isi, self.oleh, self.pada = isi, oleh, pada
        self.wewenang = Pembaca(oleh, pada)
        self.pembaca = PembacaTerbuka([*(u.kunci for u in isi), *juga], pada, kunci_baris=kunci_baris)
        self.terhitung = list_terhitung(u.kunci for u in isi)
        self.peristiwa: list[Peristiwa] = []
        self.sebutan = ""

    def periksa(self) -> tuple[HasilSel, ...]:
        """What each cell would come to, without writing."""
        dilihat: set[KunciSel] = set()
        hasil = []
        for ubahan in self.isi:
            hasil.append(self._periksa_satu(ubahan, ganda=ubahan.kunci in dilihat))
            dilihat.add(ubahan.kunci)
        return tuple(hasil)

    def simpan(self) -> tuple[HasilSel, ...]:
        hasil = [self._simpan_satu(h) if h.nasib is Nasib.TERSIMPAN else h for h in self.periksa()]
        if self.peristiwa:
            record(*self.peristiwa, oleh=self.sebutan, pada=self.pada)
        return tuple(self._segarkan(hasil))

    def cari_lembar(self, kunci: KunciSel) -> tuple[LembarPengukuran | None, tuple[Temuan, ...]]:
        """The sheet of a cell, and why this person may not write there now."""
        lembar = self.pembaca.get_lembar(kunci)
        if lembar is None:
            pesan = _("Satker ini tidak melaporkan indikator itu, atau bulannya belum dibuka.")
            return None, (_temuan("tanpa_lembar", pesan, _("Hubungi penyusun laporan.")),)
        letak = get_letak(lembar)
        if Jenjang.OPERATOR not in self.wewenang.list_jenjang(letak):
            pesan = _("Anda bukan operator lembar ini.")
            return lembar, (_temuan("bukan_wewenang", pesan, _("Minta operatornya mengisi.")),)
        if lembar.status != Status.DRAF or lembar.pk in self.pembaca.lewat:
            pesan = _("Lembar ini sudah tidak dapat diubah.")
            cara = _("Minta pemeriksa mengembalikannya, atau minta kuncinya dibuka.")
            return lembar, (_temuan("terkunci", pesan, cara),)
        if (kunci.satker_id, kunci.tahun) in self.pembaca.beku:
            return lembar, (make_temuan_beku(),)
        return lembar, ()

    def catat(
        self,
        tindakan: str,
        lembar: LembarPengukuran,
        kunci: KunciSel,
        dari: dict[str, Any],
        menjadi: dict[str, Any],
        alasan: str = "",
    ) -> None:
        komponen = self.pembaca.komponen[kunci.komponen_id]
        objek = sebut_objek(
            Realisasi,
            komponen.indikator.kode,
            komponen.kode,
            lembar.satker.kunci,
            kunci.tahun,
            kunci.bulan,
        )
        self.sebutan = self.wewenang.sebut(get_letak(lembar), {Jenjang.OPERATOR})
        satu = Peristiwa(tindakan, objek, dari, menjadi, alasan, lembar.satker.kunci)
        if alasan:
            record(satu, oleh=self.sebutan, pada=self.pada)
        else:
            self.peristiwa.append(satu)

    def _periksa_satu(self, ubahan: UbahanSel, *, ganda: bool) -> HasilSel:
        kunci = ubahan.kunci
        kini = self._get_sel(kunci)
        tolak = self.cari_lembar(kunci)[1] or self._check_isi(ubahan, ganda=ganda)
        if tolak:
            return HasilSel(ubahan, Nasib.DITOLAK, kini, tolak)
        if ubahan.versi != kini.versi and ubahan.isian != kini.isian:
            return HasilSel(ubahan, Nasib.BENTROK, kini)
        return HasilSel(ubahan, Nasib.TERSIMPAN, kini, self.pembaca.list_peringatan(kunci, ubahan.isian))

    def _get_sel(self, kunci: KunciSel) -> Sel:
        if kunci.komponen_id not in self.pembaca.komponen:
            return Sel(kunci, KeadaanSel.TERKUNCI)
        return self.pembaca.get_sel(kunci)

    def _check_isi(self, ubahan: UbahanSel, *, ganda: bool) -> tuple[Temuan, ...]:
        if ganda:
            return (_temuan("ganda", _("Sel ini sudah disebut sebelumnya."), _("Kirim satu nilai saja.")),)
        if ubahan.kunci in self.terhitung:
            return (make_temuan_terhitung(),)
        if self.pembaca.is_setahun(ubahan.kunci):
            pesan = _("Angka setahun untuk fakta ini sudah ada; angka bulanan akan terhitung dua kali.")
            cara = _("Biarkan kosong; bila angka setahunnya keliru, sampaikan kepada penyusun laporan.")
            return (_temuan("setahun", pesan, cara),)
        for angka in (ubahan.isian.pembilang, ubahan.isian.penyebut, ubahan.isian.nilai):
            if not _is_tersimpan_persis(angka):
                pesan = _("Angka ini lebih dari empat desimal atau terlalu besar.")
                return (_temuan("angka", pesan, _("Bulatkan pada sumbernya, lalu isi lagi.")),)
        return check_isian(ubahan.isian, self.pembaca.get_konteks(ubahan.kunci))

    def _simpan_satu(self, hasil: HasilSel) -> HasilSel:
        ubahan, kini = hasil.ubahan, hasil.kini
        if ubahan.isian == kini.isian:
            return hasil
        if not self._tulis(ubahan, kini.versi):
            return replace(hasil, nasib=Nasib.BENTROK, temuan=())
        lembar = self.pembaca.get_lembar(ubahan.kunci)
        assert lembar is not None
        dari = _ke_catatan(kini.isian) | {"versi": kini.versi} if kini.isian else {}
        menjadi = _ke_catatan(ubahan.isian) | {"versi": kini.versi + 1}
        self.catat("realisasi.isi", lembar, ubahan.kunci, dari, menjadi)
        return hasil

    def _tulis(self, ubahan: UbahanSel, versi: int) -> bool:
        """Write if the cell still has the version that was seen; False when somebody was faster."""
        isi = {
            **asdict(ubahan.isian),
            "versi": versi + 1,
            "diisi_oleh": self.oleh if isinstance(self.oleh, Pengguna) else None,
            "diisi_pada": self.pada,
            "asal": None,
            "asal_baris": None,
            "mentah": "",
        }
        if versi:
            return bool(Realisasi.objects.filter(**ubahan.kunci._asdict(), versi=versi).update(**isi))
        try:
            with transaction.atomic():
                Realisasi.objects.create(**ubahan.kunci._asdict(), **isi)
        except IntegrityError:
            return False
        return True

    def _segarkan(self, hasil: list[HasilSel]) -> list[HasilSel]:
        """The answers with the cells as they are now."""
        self.pembaca.segarkan()
        kini = self.pembaca.baca()
        return [replace(h, kini=kini.get(h.ubahan.kunci, h.kini)) for h in hasil]


def _is_tersimpan_persis(angka: Decimal | None) -> bool:
    try:
        _ANGKA.get_prep_value(angka)
    except ValidationError:
        return False
    return True


def _ke_catatan(isian: Isian) -> dict[str, Any]:
    """For the trail: the same number is always the same text, however it was typed."""
    return {
        nama: format(isi.normalize(), "f") if isinstance(isi, Decimal) else isi
        for nama, isi in asdict(isian).items()
    }
