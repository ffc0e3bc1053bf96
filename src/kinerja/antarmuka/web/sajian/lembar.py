"""A sheet in words: whose month, where it stands on the line, until when, and what its reader may do."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from kinerja.akses.pelaku import Pelaku
from kinerja.alur.pengingat import cetak_waktu
from kinerja.alur.queries import PembacaTenggat
from kinerja.antarmuka.web.sajian.kisi import SajianBaris
from kinerja.aturan.peralihan import Jenjang, Status, Tindakan
from kinerja.dasar.periode import Bulan
from kinerja.pengukuran.kepatuhan import TENGGAT_LEMBAR
from kinerja.pengukuran.kisi import KisiLembar

STATUS_LEMBAR: Mapping[Status, tuple[str, str | Promise]] = {
    Status.DRAF: ("○", gettext_lazy("Draf")),
    Status.DIAJUKAN: ("◔", gettext_lazy("Diajukan")),
    Status.DIVERIFIKASI: ("◑", gettext_lazy("Diverifikasi")),
    Status.DISETUJUI: ("◕", gettext_lazy("Disetujui")),
    Status.DIKUNCI: ("▪", gettext_lazy("Dikunci")),
}
"""Where a sheet stands -> its shape and its word."""
KATA_TINDAKAN: Mapping[Tindakan, str | Promise] = {
    Tindakan.AJUKAN: gettext_lazy("Ajukan"),
    Tindakan.VERIFIKASI: gettext_lazy("Verifikasi"),
    Tindakan.SETUJUI: gettext_lazy("Setujui"),
    Tindakan.KUNCI: gettext_lazy("Kunci"),
    Tindakan.KEMBALIKAN: gettext_lazy("Kembalikan"),
}
NAIK = (Tindakan.AJUKAN, Tindakan.VERIFIKASI, Tindakan.SETUJUI, Tindakan.KUNCI)
_SELESAI = (Status.DISETUJUI, Status.DIKUNCI)


@dataclass(frozen=True, slots=True)
class Langkah:
    """One state of the line: done, now, or still to come; who brought it there and when."""

    simbol: str
    kata: str | Promise
    keadaan: str
    oleh: str
    pada: datetime.datetime | None


@dataclass(frozen=True, slots=True)
class SajianLembar:
    """The head of a sheet."""

    id: int
    versi: int
    nama: str
    kantor: str
    bulan: str
    tahun: int
    nomor_bulan: int
    status: Status
    kata_status: str | Promise
    tenggat: str
    terlambat: bool
    langkah: tuple[Langkah, ...]
    naik: tuple[Tindakan, str | Promise] | None
    kembalikan: bool
    alasan: str
    dikembalikan: bool
    beku: bool
    minta_buka: bool
    menjawab_buka: bool
    pembukaan: object | None
    bawahan_belum: tuple[tuple[str, int], ...]
    dilewati: tuple[str, ...]
    sidik: str
    terisi: int
    seharusnya: int
    peringatan: int

    @property
    def kosong(self) -> int:
        return self.seharusnya - self.terisi


def sajikan_lembar(kisi: KisiLembar, oleh: Pelaku, pada: datetime.datetime) -> SajianLembar:
    """The head of a sheet for that reader."""
    lembar, status = kisi.lembar, Status(kisi.lembar.status)
    tenggat = PembacaTenggat().get(TENGGAT_LEMBAR, Bulan(lembar.tahun, lembar.bulan), lembar.satker_id)
    menunggu = next((p for p in kisi.pembukaan if p.ditutup_pada is None), None)
    naik = next((t for t in kisi.tindakan if t in NAIK), None)
    return SajianLembar(
        id=lembar.pk,
        versi=lembar.versi,
        nama=kisi.nama,
        kantor=lembar.satker.kunci,
        bulan=str(Bulan(lembar.tahun, lembar.bulan)),
        tahun=lembar.tahun,
        nomor_bulan=lembar.bulan,
        status=status,
        kata_status=STATUS_LEMBAR[status][1],
        tenggat=cetak_waktu(tenggat.batas) if tenggat else "",
        terlambat=bool(tenggat and status is Status.DRAF and pada > tenggat.batas),
        langkah=tuple(_list_langkah(kisi, status)),
        naik=(naik, KATA_TINDAKAN[naik]) if naik else None,
        kembalikan=Tindakan.KEMBALIKAN in kisi.tindakan,
        alasan=lembar.alasan,
        dikembalikan=status is Status.DRAF and bool(lembar.alasan),
        beku=kisi.beku,
        minta_buka=not kisi.beku and status is Status.DIKUNCI and bool(kisi.jenjang) and menunggu is None,
        menjawab_buka=_is_menjawab(menunggu, kisi, oleh),
        pembukaan=menunggu,
        bawahan_belum=tuple((n, b.pk) for n, b in kisi.bawahan if b.status not in _SELESAI),
        dilewati=tuple(lembar.bawahan_dilewati),
        sidik=lembar.sidik,
        terisi=sum(b.sel.isian is not None for b in kisi.baris),
        seharusnya=len(kisi.baris),
        peringatan=sum(len(b.sel.peringatan_terbuka) for b in kisi.baris),
    )


def _is_menjawab(menunggu: object | None, kisi: KisiLembar, oleh: Pelaku) -> bool:
    return (
        menunggu is not None
        and not kisi.beku
        and menunggu.disetujui_oleh_id is None
        and menunggu.diminta_oleh_id != oleh.pk
        and Jenjang.PENYUSUN in kisi.jenjang
    )


def _list_langkah(kisi: KisiLembar, status: Status) -> list[Langkah]:
    urutan, hasil = list(STATUS_LEMBAR), []
    for nomor, satu in enumerate(urutan):
        simbol, kata = STATUS_LEMBAR[satu]
        lewat, kini = nomor < urutan.index(status), satu is status
        oleh = getattr(kisi.lembar, f"{satu.value}_oleh", None)
        hasil.append(
            Langkah(
                simbol,
                kata,
                "kini" if kini else "lewat" if lewat else "nanti",
                oleh.nama if oleh else "",
                getattr(kisi.lembar, f"{satu.value}_pada", None),
            )
        )
    return hasil


def list_isian_kosong(baris: Sequence[SajianBaris]) -> list[SajianBaris]:
    """Cells without a choice, to be linked from the head."""
    return [b for b in baris if b.baris.sel.isian is None]
