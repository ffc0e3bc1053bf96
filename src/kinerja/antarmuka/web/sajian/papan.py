"""The board of one person as rows of a page and as a file."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from kinerja.alur.pengingat import cetak_waktu
from kinerja.antarmuka.web.bahasa import dalam_bahasa_laporan
from kinerja.antarmuka.web.sajian.berkas_papan import BerkasPapan
from kinerja.antarmuka.web.sajian.lembar import STATUS_LEMBAR
from kinerja.antarmuka.web.sajian.lukisan import Lukisan, lukis_pengisian
from kinerja.antarmuka.web.sajian.pengisian import KETEPATAN
from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.buku import Isi, KolomBuku, LembarBuku
from kinerja.pengukuran.kepatuhan import Ketepatan, SelKepatuhan
from kinerja.pengukuran.papan import BarisPapan, Papan, SelKosong


@dataclass(frozen=True, slots=True)
class BarisSaya:
    """One of my sheets: what it lacks and until when."""

    lembar_id: int
    nama: str
    bulan: str
    terisi: int
    seharusnya: int
    status: str
    simbol: str
    ketepatan: str
    tertunggak: bool
    tenggat: str
    kosong: tuple[SelKosong, ...]


@dataclass(frozen=True, slots=True)
class BarisBinaan:
    """One of those beneath me: how late, how full, what waits for me."""

    nama: str
    terisi: int
    seharusnya: int
    tertunggak: tuple[tuple[int, str], ...]
    """(sheet id, month), oldest first."""
    diminta: int
    terlambat: int
    menunggu: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class SajianPapan:
    """Both parts of the page, each with its picture; the sheets that owe nothing now are only counted."""

    saya: tuple[BarisSaya, ...]
    saya_beres: int
    lukisan_saya: Lukisan | None
    binaan: tuple[BarisBinaan, ...]
    binaan_terlambat: int
    menunggu: int
    lukisan_binaan: Lukisan | None


def sajikan_papan(papan: Papan) -> SajianPapan:
    """The page of that board: my open sheets oldest first, those beneath me latest first."""
    terbuka = [(b, s) for b in papan.saya for s in b.diminta]
    binaan = tuple(map(_sajikan_binaan, papan.binaan))
    return SajianPapan(
        saya=tuple(
            _sajikan_saya(b, s, papan.kosong.get(s.lembar_id, ()))
            for b, s in sorted(terbuka, key=lambda p: (p[1].bulan, p[0].baris.nama))
        ),
        saya_beres=sum(
            s.ketepatan in (Ketepatan.TEPAT, Ketepatan.TERLAMBAT) for b in papan.saya for s in b.sel
        ),
        lukisan_saya=lukis_pengisian(papan.saya) if papan.saya else None,
        binaan=binaan,
        binaan_terlambat=sum(bool(b.tertunggak) for b in binaan),
        menunggu=sum(len(b.menunggu) for b in binaan),
        lukisan_binaan=lukis_pengisian(papan.binaan) if papan.binaan else None,
    )


def _sajikan_saya(baris: BarisPapan, sel: SelKepatuhan, kosong: tuple[SelKosong, ...]) -> BarisSaya:
    simbol, kata = KETEPATAN[sel.ketepatan]
    return BarisSaya(
        lembar_id=sel.lembar_id,
        nama=baris.baris.nama,
        bulan=nama_bulan(sel.bulan),
        terisi=sel.terisi,
        seharusnya=sel.seharusnya,
        status=str(STATUS_LEMBAR[sel.status][1]),
        simbol=simbol,
        ketepatan=str(kata),
        tertunggak=sel.ketepatan is Ketepatan.TERTUNGGAK,
        tenggat=_cetak(sel.tenggat),
        kosong=kosong,
    )


def _sajikan_binaan(baris: BarisPapan) -> BarisBinaan:
    terisi, seharusnya = baris.terisi
    return BarisBinaan(
        nama=baris.baris.nama,
        terisi=terisi,
        seharusnya=seharusnya,
        tertunggak=_sebut(baris.tertunggak),
        diminta=len(baris.diminta),
        terlambat=baris.terlambat,
        menunggu=_sebut(baris.menunggu_saya),
    )


def _sebut(sel: Sequence[SelKepatuhan]) -> tuple[tuple[int, str], ...]:
    return tuple((s.lembar_id, nama_bulan(s.bulan)) for s in sel)


def _cetak(saat: datetime.datetime | None) -> str:
    return cetak_waktu(saat) if saat else ""


@dalam_bahasa_laporan
def susun_berkas_papan(papan: Papan, nama: str) -> BerkasPapan:
    """The same board to take away; `nama` of the reader stands on it."""
    d = sajikan_papan(papan)
    lukisan = tuple(s for s in (d.lukisan_saya, d.lukisan_binaan) if s is not None)
    return BerkasPapan(
        judul=f"Papan {nama}",
        keterangan=f"{'; '.join(papan.peran)}." if papan.peran else "",
        nama=f"papan-saya-{papan.tahun}",
        tahun=papan.tahun,
        lukisan=lukisan[:1],
        lembar=(_ke_lembar_saya(d.saya), _ke_lembar_binaan(d.binaan)),
    )


def _ke_lembar_saya(baris: Sequence[BarisSaya]) -> LembarBuku:
    kolom = (
        KolomBuku(_("Satker atau divisi"), 34),
        KolomBuku(_("Bulan"), 12),
        KolomBuku(_("Sel terisi"), 10, "angka"),
        KolomBuku(_("Sel seharusnya"), 12, "angka"),
        KolomBuku(_("Status"), 14),
        KolomBuku(_("Ketepatan"), 14),
        KolomBuku(_("Tenggat"), 22),
        KolomBuku(_("Yang masih kosong"), 40),
    )
    isi = tuple(
        (
            b.nama, b.bulan, b.terisi, b.seharusnya, b.status, b.ketepatan, b.tenggat,
            ", ".join(k.kode for k in b.kosong),
        )
        for b in baris
    )  # fmt: skip
    return LembarBuku(_("Lembar saya"), _("Lembar saya yang ditunggu"), kolom, isi)


def _ke_lembar_binaan(baris: Sequence[BarisBinaan]) -> LembarBuku:
    kolom = (
        KolomBuku(_("Satker atau divisi"), 34),
        KolomBuku(_("Sel terisi"), 10, "angka"),
        KolomBuku(_("Sel seharusnya"), 12, "angka"),
        KolomBuku(_("Tertunggak"), 34),
        KolomBuku(_("Ditunggu"), 10, "angka"),
        KolomBuku(_("Diajukan terlambat"), 12, "angka"),
        KolomBuku(_("Menunggu saya"), 34),
    )
    isi: tuple[tuple[Isi, ...], ...] = tuple(
        (
            b.nama, b.terisi, b.seharusnya, ", ".join(n for _id, n in b.tertunggak), b.diminta, b.terlambat,
            ", ".join(n for _id, n in b.menunggu),
        )
        for b in baris
    )  # fmt: skip
    return LembarBuku(_("Binaan"), _("Satker dan divisi binaan, yang paling terlambat dahulu"), kolom, isi)
