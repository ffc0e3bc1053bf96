"""Upload a ministry file, see what it would change, confirm what its columns mean, store it or throw it away."""

from __future__ import annotations

import datetime
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from django.db import transaction
from django.db.models import Q

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import Pelaku, Sistem
from kinerja.akses.queries import authorize
from kinerja.anggaran import operations as anggaran
from kinerja.anggaran.models import (
    AnggaranBulanan,
    JenisSumber,
    PemetaanSumber,
    SkorAnggaran,
    UnggahanSumber,
)
from kinerja.anggaran.rekonsiliasi import Banding, Sebab, explain_selisih
from kinerja.basisdata.simpan import Perubahan
from kinerja.dasar.periode import nama_bulan
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.organisasi.models import RiwayatSatker, Satker
from kinerja.organisasi.queries import get_akhir_tahun, list_bawahan
from kinerja.pelaporan.models import CakupanLaporan
from kinerja.pertukaran.kementerian.medan import simplify
from kinerja.pertukaran.kementerian.mentah import read_mentah
from kinerja.pertukaran.kementerian.tafsir import (
    Bacaan,
    Cara,
    interpret_lembar,
    iterate_bertingkat,
    list_periode,
)
from kinerja.pertukaran.temuan import Temuan

SIMPAN_HARI = 7
"""So long an upload nobody confirmed is kept."""
_NAMA_TERPANJANG = 120


class UnggahanTidakAda(LookupError):
    """The upload was confirmed or discarded, or belongs to another office."""


@dataclass(frozen=True, slots=True)
class Berkas:
    """An exported file: its name, its bytes, the name of its source, its kind."""

    nama: str
    isi: bytes
    sumber: str
    jenis: str


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """What the file says beside what is stored; nothing was changed."""

    unggahan: UnggahanSumber
    cara: Cara
    bacaan: Bacaan
    banding: tuple[Banding, ...]


@dataclass(slots=True)
class HasilSumber:
    """What an import did: rows new, changed, equal, removed; problems when it did nothing."""

    perubahan: Perubahan = field(default_factory=Perubahan)
    dihapus: int = 0
    temuan: list[Temuan] = field(default_factory=list)


def upload_sumber(
    *, berkas: Berkas, satker: Satker, tahun: int, oleh: Pelaku, pada: datetime.datetime
) -> UnggahanSumber:
    """Keep the file until somebody confirms it. Raises AksesDitolak and BerkasDitolak."""
    with transaction.atomic():
        authorize(oleh, Izin.SUSUN, satker, tahun=tahun, pada=pada)
        read_mentah(berkas.nama, berkas.isi)
        basi = pada - datetime.timedelta(days=SIMPAN_HARI)
        UnggahanSumber.objects.filter(Q(pada__lt=basi), satker=satker).delete()
        return UnggahanSumber.objects.create(
            satker=satker,
            tahun=tahun,
            sumber=berkas.sumber,
            jenis=berkas.jenis,
            nama=berkas.nama[-_NAMA_TERPANJANG:],
            isi=berkas.isi,
            sha256=hashlib.sha256(berkas.isi).hexdigest(),
            oleh=None if isinstance(oleh, Sistem) else oleh,
            pada=pada,
        )


def get_unggahan(
    pk: int, satker: Satker, tahun: int, oleh: Pelaku, pada: datetime.datetime
) -> UnggahanSumber:
    """An upload of that office and year. Raises AksesDitolak and UnggahanTidakAda."""
    authorize(oleh, Izin.SUSUN, satker, tahun=tahun, pada=pada)
    unggahan = UnggahanSumber.objects.filter(pk=pk, satker=satker, tahun=tahun).first()
    if unggahan is None:
        raise UnggahanTidakAda("Unggahan itu sudah disimpan atau dibuang.")
    return unggahan


def get_cara(unggahan: UnggahanSumber) -> Cara:
    """How the file would be read: as the last one of the same source was, else as its headers suggest."""
    cara = Cara(unggahan.jenis, unggahan.tahun)
    dulu = PemetaanSumber.objects.filter(
        satker_id=unggahan.satker_id, sumber=unggahan.sumber, jenis=unggahan.jenis
    ).first()
    if dulu is None:
        return cara
    return replace(cara, kolom=dulu.kolom, ukuran=dulu.ukuran or cara.ukuran, pengali=dulu.pengali)


def preview_sumber(unggahan: UnggahanSumber, cara: Cara) -> Pratinjau:
    """Read the stored file and hold it against the stored facts."""
    bawahan = list_bawahan(unggahan.satker, get_akhir_tahun(unggahan.tahun))
    lembar = read_mentah(unggahan.nama, bytes(unggahan.isi))
    bacaan = interpret_lembar(lembar, cara, _name_satker(bawahan))
    for kunci, induk in iterate_bertingkat(bacaan.bulanan):
        aturan = (
            f"Kode {kunci[4]} berdiri di samping {induk or 'jumlah satker'}; rupiahnya terhitung dua kali."
        )
        bacaan.temuan.append(Temuan(bacaan.lembar, "", kunci[4], aturan, "Ekspor salah satu tingkat saja."))
    return Pratinjau(unggahan, cara, bacaan, tuple(_bandingkan(bacaan, cara, bawahan)))


def _name_satker(bawahan: Iterable[RiwayatSatker]) -> dict[str, int]:
    """Everything a file may call a satker; a name two satker share names neither."""
    hasil: dict[str, int] = {}
    ganda = set()
    for b in bawahan:
        for sebutan in {b.nama.casefold(), b.nama_singkat.casefold()}:
            if hasil.setdefault(sebutan, b.satker_id) != b.satker_id:
                ganda.add(sebutan)
    hasil = {s: pk for s, pk in hasil.items() if s not in ganda}
    for b in bawahan:
        hasil |= {s.casefold(): b.satker_id for s in (b.satker.kunci, b.satker.kode) if s}
    return hasil


def _bandingkan(bacaan: Bacaan, cara: Cara, bawahan: Sequence[RiwayatSatker]) -> Iterable[Banding]:
    nama = {b.satker_id: b.nama_singkat for b in bawahan}
    if cara.jenis == JenisSumber.BULANAN:
        return _bandingkan_bulanan(bacaan, cara.tahun, nama)
    return _bandingkan_skor(bacaan, cara, nama)


def _bandingkan_bulanan(bacaan: Bacaan, tahun: int, nama: Mapping[int, str]) -> Iterable[Banding]:
    """Per satker and measure: our sum of the months the file speaks of, and theirs; the months that differ named."""
    mereka: dict[tuple[int, str], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for (satker, bulan, ukuran, _, _), nilai in bacaan.bulanan.items():
        mereka[satker, ukuran][bulan] += nilai
    kita: dict[tuple[int, str], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    baris = AnggaranBulanan.objects.filter(tahun=tahun, satker__in={s for s, _ in mereka}).order_by()
    for satker, ukuran, bulan, nilai in baris.values_list("satker_id", "ukuran", "bulan", "nilai"):
        kita[satker, ukuran][bulan] += nilai
    for (satker, ukuran), theirs in sorted(mereka.items(), key=lambda i: (nama[i[0][0]], i[0][1])):
        punya = kita.get((satker, ukuran))
        jumlah = (None if punya is None else sum(punya.values())), sum(theirs.values())
        sebab, penjelasan = explain_selisih(*jumlah, bulan=punya)
        beda = [
            nama_bulan(b) for b in sorted({*theirs, *(punya or {})}) if theirs.get(b) != (punya or {}).get(b)
        ]
        if punya is not None and beda and sebab is not Sebab.SAMA:
            penjelasan = f"{penjelasan} Bulan yang berbeda: {', '.join(beda)}."
        sebutan = "RPD" if ukuran == "rpd" else "Realisasi"
        yield Banding(
            nama[satker],
            sebutan,
            True,
            *(None if n is None else Decimal(n) for n in jumlah),
            sebab,
            penjelasan,
        )


def _bandingkan_skor(bacaan: Bacaan, cara: Cara, nama: Mapping[int, str]) -> Iterable[Banding]:
    """Every element of every satker, ours as it is stored."""
    lama = {
        (s, u): n
        for s, u, n in SkorAnggaran.objects.filter(
            tahun=cara.tahun, instrumen=cara.jenis, satker__in=nama
        ).values_list("satker_id", "unsur", "nilai")
    }
    for (satker, unsur), nilai in bacaan.skor.items():
        kita = lama.get((satker, unsur))
        sebab, penjelasan = Sebab.LAIN, "Akan diganti dengan angka berkas."
        if kita is None:
            sebab, penjelasan = Sebab.TANPA_KITA, "Baru."
        elif kita == nilai:
            sebab, penjelasan = Sebab.SAMA, "Sama."
        yield Banding(nama[satker], unsur, False, kita, nilai, sebab, penjelasan)


def import_sumber(
    *,
    unggahan: UnggahanSumber,
    cara: Cara,
    per_tanggal: datetime.date | None = None,
    oleh: Pelaku,
    pada: datetime.datetime,
) -> HasilSumber:
    """Store what the file says, or nothing at all; the meaning of its columns is kept for its source.

    For the months and satker the file speaks of it is the whole truth: stored figures of theirs that it does not
    name are removed. The same file twice changes nothing. Raises AksesDitolak.
    """
    hasil = HasilSumber()
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.SUSUN, unggahan.satker, tahun=unggahan.tahun, pada=pada)
        bacaan = preview_sumber(unggahan, cara).bacaan
        beku = _check_beku(unggahan)
        hasil.temuan = [*bacaan.temuan, *beku]
        if not bacaan.ditolak and not beku:
            _simpan(hasil, bacaan, cara, per_tanggal)
            _simpan_pemetaan(unggahan, bacaan, cara, oleh, pada)
            _catat(unggahan, hasil, sebutan, pada)
            unggahan.delete()
    return hasil


def _check_beku(unggahan: UnggahanSumber) -> list[Temuan]:
    """A signed report is not changed from behind."""
    beku = CakupanLaporan.objects.filter(satker=unggahan.satker, tahun=unggahan.tahun, beku=True)
    if not beku.exists():
        return []
    aturan = f"Laporan tahun {unggahan.tahun} sudah ditandatangani; angkanya tidak dapat diganti."
    return [Temuan("", "", "", aturan, "Minta revisi laporan dahulu.")]


def _simpan(hasil: HasilSumber, bacaan: Bacaan, cara: Cara, per_tanggal: datetime.date | None) -> None:
    if cara.jenis != JenisSumber.BULANAN:
        hasil.perubahan = anggaran.save_skor_anggaran(
            SkorAnggaran(
                satker_id=s, tahun=cara.tahun, instrumen=cara.jenis, unsur=u, nilai=n, per_tanggal=per_tanggal
            )
            for (s, u), n in bacaan.skor.items()
        )
        return
    periode = list_periode(bacaan.bulanan)
    lama = AnggaranBulanan.objects.filter(tahun=cara.tahun, satker__in={s for s, _, _ in periode}).order_by()
    usang = [
        pk
        for pk, s, b, u, j, k in lama.values_list("pk", "satker_id", "bulan", "ukuran", "jenis", "kode")
        if (s, u, b) in periode and (s, b, u, j, k) not in bacaan.bulanan
    ]
    hasil.dihapus = anggaran.delete_anggaran_bulanan(usang)
    hasil.perubahan = anggaran.save_anggaran_bulanan(
        AnggaranBulanan(satker_id=s, tahun=cara.tahun, bulan=b, ukuran=u, jenis=j, kode=k, nilai=n)
        for (s, b, u, j, k), n in bacaan.bulanan.items()
    )


def _simpan_pemetaan(
    unggahan: UnggahanSumber, bacaan: Bacaan, cara: Cara, oleh: Pelaku, pada: datetime.datetime
) -> None:
    isi = {
        "jenis": unggahan.jenis,
        "kolom": {simplify(judul): medan for judul, medan in bacaan.judul if judul},
        "ukuran": cara.ukuran,
        "pengali": cara.pengali,
        "oleh": None if isinstance(oleh, Sistem) else oleh,
        "pada": pada,
    }
    PemetaanSumber.objects.update_or_create(satker=unggahan.satker, sumber=unggahan.sumber, defaults=isi)


def _catat(unggahan: UnggahanSumber, hasil: HasilSumber, sebutan: str, pada: datetime.datetime) -> None:
    """The SHA-256 of the file is the digest of its rows."""
    jumlah = hasil.perubahan
    if not (jumlah.baru or jumlah.berubah or hasil.dihapus):
        return
    objek = sebut_objek(UnggahanSumber, unggahan.satker.kunci, unggahan.tahun, unggahan.sha256)
    menjadi = {
        "berkas": unggahan.nama,
        "sumber": unggahan.sumber,
        "sha256": unggahan.sha256,
        "baru": jumlah.baru,
        "berubah": jumlah.berubah,
        "dihapus": hasil.dihapus,
    }
    rantai = unggahan.satker.kunci
    record(Peristiwa("anggaran.impor", objek, menjadi=menjadi, rantai=rantai), oleh=sebutan, pada=pada)


def discard_unggahan(*, unggahan: UnggahanSumber, oleh: Pelaku, pada: datetime.datetime) -> None:
    """Throw an upload away; nothing else changes. Raises AksesDitolak."""
    with transaction.atomic():
        authorize(oleh, Izin.SUSUN, unggahan.satker, tahun=unggahan.tahun, pada=pada)
        unggahan.delete()


def list_unggahan(satker: Satker, tahun: int) -> list[UnggahanSumber]:
    """The uploads of an office and year that wait, without their bytes."""
    return list(UnggahanSumber.objects.filter(satker=satker, tahun=tahun).defer("isi"))


def list_sumber(satker: Satker) -> list[PemetaanSumber]:
    """The sources whose columns were confirmed at that office."""
    return list(PemetaanSumber.objects.filter(satker=satker).select_related("oleh"))
