"""Versions of a plan: what is kept of one, and what differs between two, readable by people. Pure but for reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kinerja.dasar.cetak import cetak_angka
from kinerja.organisasi.models import Satker
from kinerja.perencanaan.models import Indikator, Renstra, Target, VersiRencana

Jenis = Literal["ditambah", "dihapus", "diubah"]
_JUDUL = {
    "renstra": "Renstra",
    "rumusan": "Misi dan tujuan",
    "sasaran": "Sasaran",
    "indikator": "Indikator",
    "target": "Target Renstra",
    "kaitan": "Kaitan lintas",
}
_NAMA_MEDAN = {
    "teks": "bunyi",
    "induk": "induk",
    "tahun_awal": "tahun awal",
    "tahun_akhir": "tahun akhir",
    "dasar_hukum": "dasar hukum",
    "sumber_data": "sumber data",
    "cara_hitung": "cara hitung",
    "agregasi_bulan": "agregasi bulan",
    "agregasi_satker": "agregasi satker",
    "penanggung_jawab": "penanggung jawab",
}


@dataclass(frozen=True, slots=True)
class Perbedaan:
    """One difference: what kind of part, which one, what happened, and the old and new value of one field."""

    bagian: str
    sebutan: str
    jenis: Jenis
    medan: str = ""
    lama: str = ""
    baru: str = ""


def read_isi(renstra: Renstra, satker: Satker) -> dict[str, Any]:
    """The plan as it stands, with the Renstra targets of the satker: part -> natural key -> fields, all text."""
    return {
        "renstra": {renstra.nama: {m: str(getattr(renstra, m)) for m in _RENSTRA}},
        "rumusan": dict(_read_rumusan(renstra)),
        "sasaran": {
            s.kode: {
                "teks": s.teks,
                "tingkat": s.get_tingkat_display(),
                "unit": s.unit.kode,
                "program": s.program,
                "induk": s.induk.kode if s.induk else "",
                "tujuan": str(s.tujuan.urutan) if s.tujuan else "",
            }
            for s in renstra.sasaran.select_related("unit", "induk", "tujuan")
        },
        "indikator": {i.kode: _read_indikator(i) for i in _list_indikator(renstra)},
        "target": dict(_read_target(renstra, satker)),
        "kaitan": dict(_read_kaitan(renstra)),
    }


_RENSTRA = ("visi", "tahun_awal", "tahun_akhir", "dasar_hukum")
_INDIKATOR = ("nama", "satuan", "definisi", "rumus", "sumber_data")


def _list_indikator(renstra: Renstra) -> Any:
    semua = Indikator.objects.filter(sasaran__renstra=renstra)
    return semua.select_related("sasaran", "penanggung_jawab", "lembar_iku")


def _read_indikator(satu: Indikator) -> dict[str, str]:
    lembar = getattr(satu, "lembar_iku", None)
    return {m: getattr(satu, m) for m in _INDIKATOR} | {
        "sasaran": satu.sasaran.kode,
        "polaritas": satu.get_polaritas_display(),
        "cara_hitung": satu.get_cara_hitung_display(),
        "agregasi_bulan": satu.get_agregasi_bulan_display(),
        "agregasi_satker": satu.get_agregasi_satker_display(),
        "penanggung_jawab": satu.penanggung_jawab.nama if satu.penanggung_jawab else "",
        "periode": lembar.get_periode_display() if lembar else "",
        "verifikasi": lembar.verifikasi if lembar else "",
        "keterbatasan": lembar.keterbatasan if lembar else "",
    }


def _read_rumusan(renstra: Renstra) -> Iterator[tuple[str, dict[str, str]]]:
    for satu in renstra.misi.all():
        yield f"Misi {satu.urutan}", {"teks": satu.teks}
    for tujuan in renstra.tujuan.all():
        yield f"Tujuan {tujuan.urutan}", {"teks": tujuan.teks}


def _read_target(renstra: Renstra, satker: Satker) -> Iterator[tuple[str, dict[str, str]]]:
    semua = Target.objects.filter(indikator__sasaran__renstra=renstra, satker=satker, jenis="renstra")
    for satu in semua.select_related("indikator"):
        nilai = (
            cetak_angka(satu.nilai)
            if satu.nilai is not None
            else f"{cetak_angka(satu.bawah)}–{cetak_angka(satu.atas)}"
        )
        yield f"{satu.indikator.kode} tahun {satu.tahun}", {"nilai": nilai}


def _read_kaitan(renstra: Renstra) -> Iterator[tuple[str, dict[str, str]]]:
    for sasaran in renstra.sasaran.prefetch_related("mendukung__ke"):
        for satu in sasaran.mendukung.all():
            masa = f"{satu.tahun_awal}–{satu.tahun_akhir}"
            yield f"{sasaran.kode} → {satu.ke.kode} ({masa})", {"uraian": satu.uraian}


def compare_isi(lama: Mapping[str, Any], baru: Mapping[str, Any]) -> tuple[Perbedaan, ...]:
    """What was added, removed and changed from one `read_isi` to another, in the order of the plan."""
    return tuple(
        satu
        for bagian, judul in _JUDUL.items()
        for satu in _bandingkan(judul, lama.get(bagian, {}), baru.get(bagian, {}))
    )


def _bandingkan(bagian: str, lama: Mapping[str, Any], baru: Mapping[str, Any]) -> Iterator[Perbedaan]:
    for kunci in [*lama, *(k for k in baru if k not in lama)]:
        if kunci not in baru:
            yield Perbedaan(bagian, kunci, "dihapus", lama=_ringkas(lama[kunci]))
        elif kunci not in lama:
            yield Perbedaan(bagian, kunci, "ditambah", baru=_ringkas(baru[kunci]))
        else:
            for medan in [*lama[kunci], *(m for m in baru[kunci] if m not in lama[kunci])]:
                dari, ke = lama[kunci].get(medan, ""), baru[kunci].get(medan, "")
                if dari != ke:
                    nama = _NAMA_MEDAN.get(medan, medan)
                    yield Perbedaan(bagian, kunci, "diubah", nama, dari, ke)


def _ringkas(isi: Mapping[str, str]) -> str:
    """The field that tells what it is."""
    return next((isi[m] for m in ("teks", "nama", "nilai", "uraian", "visi") if isi.get(m)), "")


def list_versi(renstra: Renstra, satker: Satker) -> list[VersiRencana]:
    """The versions of a plan at an office, newest first."""
    return list(VersiRencana.objects.filter(renstra=renstra, satker=satker).defer("isi"))


def get_versi(renstra: Renstra, satker: Satker, nomor: int) -> VersiRencana | None:
    """One version, or None."""
    return VersiRencana.objects.filter(renstra=renstra, satker=satker, nomor=nomor).first()
