"""The page of one indikator: its figures, its years, its parts, its analyses and where each number came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from kinerja.anggaran.queries import SerapanSasaran
from kinerja.antarmuka.web.bahasa import dalam_bahasa_laporan, terjemahkan
from kinerja.antarmuka.web.sajian.bagan import gambar_deret
from kinerja.aturan.capaian import Capaian, Polaritas, Target, compute_capaian
from kinerja.aturan.efisiensi import Efisiensi
from kinerja.dasar.periode import nama_bulan
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pelaporan.lkjip.blok import name_penanggung_jawab
from kinerja.pelaporan.lkjip.indikator import cetak_efisiensi, compute_efisiensi_indikator
from kinerja.pelaporan.lkjip.kalimat import (
    describe_capaian,
    describe_kategori,
    describe_perubahan,
    describe_renstra,
    describe_serapan,
)
from kinerja.pelaporan.queries import NARASI_INDIKATOR, STANDAR_NASIONAL, TIDAK_ADA_STANDAR, DataLaporan
from kinerja.pengukuran.cetak import cetak_target
from kinerja.pengukuran.queries import HasilIndikator, HasilTahun, list_asal


@dataclass(frozen=True, slots=True)
class Asal:
    """One stored fact and the cell it was read from."""

    satker: str
    bulan: str
    fakta: Any


@dataclass(frozen=True, slots=True)
class Analisis:
    """One of the analyses people write; a gap when `isi` and the computed `kalimat` are both empty."""

    kode: str
    nama: str
    isi: str
    kalimat: str = ""


@dataclass(frozen=True, slots=True)
class Tetangga:
    """The indicators before and after this one in the plan."""

    sebelum: HasilIndikator | None
    sesudah: HasilIndikator | None


@dataclass(frozen=True, slots=True)
class Usulan:
    """What the capaian would be under the polarity that the data notes propose."""

    polaritas: str
    capaian: Capaian


@dataclass(frozen=True, slots=True)
class HalamanIndikator:
    """Everything on the page; `kalimat` holds the computed sentences of the report."""

    hasil: HasilIndikator
    riwayat: tuple[HasilTahun, ...]
    bagan: SafeString
    kalimat: dict[str, str]
    narasi: tuple[Analisis, ...]
    tindak_lanjut: str
    pengisi: str
    efisiensi: Efisiensi | None
    efisiensi_cetak: str
    asal: tuple[Asal, ...]
    usulan: Usulan | None
    tetangga: Tetangga


def sajikan_indikator(data: DataLaporan, kode: str) -> HalamanIndikator | None:
    """The page of the indikator `kode`; None when the office did not promise it in that year."""
    hasil = [h for s in data.kinerja for h in s.indikator]
    letak = next((i for i, h in enumerate(hasil) if h.indikator.kode == kode), None)
    if letak is None:
        return None
    ini = hasil[letak]
    riwayat = _pangkas(ini.tahun)
    efisiensi = _hitung_efisiensi(data, ini)
    return HalamanIndikator(
        hasil=ini,
        riwayat=riwayat,
        bagan=gambar_deret(riwayat, ini.indikator.satuan),
        kalimat=_susun_kalimat(data, ini),
        narasi=tuple(_list_narasi(data, ini)),
        tindak_lanjut=data.ambil_narasi("tindak_lanjut", ini.indikator.pk),
        pengisi=terjemahkan(name_penanggung_jawab(ini.indikator)),
        efisiensi=efisiensi,
        efisiensi_cetak=cetak_efisiensi(efisiensi),
        asal=tuple(_lacak(ini)),
        usulan=_hitung_usulan(data, ini),
        tetangga=_cari_tetangga(hasil, letak),
    )


def _pangkas(tahun: Sequence[HasilTahun]) -> tuple[HasilTahun, ...]:
    """Drop the years before the first one of which anything is known."""
    awal = next((i for i, t in enumerate(tahun) if t.target or t.realisasi is not None), len(tahun) - 1)
    return tuple(tahun[awal:])


@dalam_bahasa_laporan
def _susun_kalimat(data: DataLaporan, hasil: HasilIndikator) -> dict[str, str]:
    biaya = _cari_anggaran(data, hasil)
    return {
        "capaian": f"{describe_capaian(hasil)} {describe_kategori(hasil, data.pengaturan.kinerja)}".rstrip(),
        "perubahan": describe_perubahan(hasil),
        "renstra": describe_renstra(hasil),
        "serapan": describe_serapan("sasaran", biaya.anggaran) if biaya else "",
    }


def _list_narasi(data: DataLaporan, hasil: HasilIndikator) -> Iterator[Analisis]:
    for kode, nama in NARASI_INDIKATOR.items():
        isi = data.ambil_narasi(kode, hasil.indikator.pk)
        yield Analisis(kode, nama, isi, _sebut_standar(hasil, isi) if kode == STANDAR_NASIONAL else "")


def _sebut_standar(hasil: HasilIndikator, isi: str) -> str:
    """The national target where there is one, instead of what people wrote about it."""
    target = hasil.target_nasional
    if target is not None:
        cetak = cetak_target(target, hasil.indikator.satuan)
        return _("Standar nasional %(target)s (%(sumber)s).") % {"target": cetak, "sumber": target.sumber}
    return _("Tidak ada standar nasional untuk indikator ini.") if isi == TIDAK_ADA_STANDAR else ""


def _cari_anggaran(data: DataLaporan, hasil: HasilIndikator) -> SerapanSasaran | None:
    return next((a for a in data.anggaran if a.sasaran.pk == hasil.indikator.sasaran_id), None)


def _hitung_efisiensi(data: DataLaporan, hasil: HasilIndikator) -> Efisiensi | None:
    biaya = _cari_anggaran(data, hasil)
    return compute_efisiensi_indikator(data, hasil, biaya) if biaya else None


def _cari_tetangga(hasil: Sequence[HasilIndikator], letak: int) -> Tetangga:
    sebelum = hasil[letak - 1] if letak else None
    return Tetangga(sebelum, hasil[letak + 1] if letak + 1 < len(hasil) else None)


def _hitung_usulan(data: DataLaporan, hasil: HasilIndikator) -> Usulan | None:
    indikator, target = hasil.indikator, hasil.kini.target
    if not indikator.polaritas_usulan or indikator.polaritas_usulan == indikator.polaritas or target is None:
        return None
    capaian = compute_capaian(
        Target(target.nilai, target.bawah, target.atas),
        hasil.kini.realisasi,
        Polaritas(indikator.polaritas_usulan),
        keadaan=hasil.kini.keadaan,
        pengaturan=data.pengaturan.kinerja,
        pada=get_akhir_tahun(data.tahun),
    )
    return Usulan(terjemahkan(indikator.get_polaritas_usulan_display()), capaian)


def _lacak(hasil: HasilIndikator) -> Iterator[Asal]:
    """The stored facts behind the year shown, in the order of the tree."""
    nama = {r.satker.satker_id: r.satker.nama_singkat for r in hasil.rincian}
    for satu in list_asal(hasil):
        bulan = terjemahkan(nama_bulan(satu.bulan)) if satu.bulan else _("setahun")
        yield Asal(nama[satu.satker_id], bulan, satu)
