"""Small pieces every chapter uses: people's text as blocks, visible gaps, supporting tables, totals."""

import re
from collections.abc import Iterable, Sequence

from kinerja.anggaran.queries import Serapan
from kinerja.dasar.cetak import cetak_persen, cetak_rupiah
from kinerja.dokumen.model import (
    Baris,
    Blok,
    Catatan,
    Daftar,
    Kolom,
    Paragraf,
    Tabel,
    Teks,
    catatan,
    paragraf,
)
from kinerja.pelaporan.kelengkapan import PENYUSUN
from kinerja.pelaporan.models import TabelPendukung
from kinerja.pelaporan.queries import DataLaporan
from kinerja.pengukuran.cetak import TIDAK_ADA
from kinerja.perencanaan.models import Indikator

_BUTIR = re.compile(r"(?:-|(?P<nomor>\d+)\.)\s+(?P<isi>.+)")


def convert_narasi(isi: str) -> tuple[Paragraf | Daftar, ...]:
    """Plain text (see `Narasi`) to paragraphs and lists."""
    hasil: list[Paragraf | Daftar] = []
    for bagian in re.split(r"\n\s*\n", isi.strip()):
        baris = [b.strip() for b in bagian.splitlines() if b.strip()]
        butir = [_BUTIR.fullmatch(b) for b in baris]
        if baris and all(butir):
            cocok = [b for b in butir if b]
            hasil.append(Daftar(tuple(paragraf(b["isi"]) for b in cocok), bernomor=bool(cocok[0]["nomor"])))
        elif baris:
            hasil.append(paragraf(" ".join(baris)))
    return tuple(hasil)


def celah(apa: str, oleh: str = PENYUSUN) -> Catatan:
    """What a reader sees where nobody has written yet."""
    return catatan("kosong", f"{apa} belum diisi oleh {oleh}.")


def tulis_narasi(data: DataLaporan, bagian: str, apa: str) -> tuple[Blok, ...]:
    """The text of one part of the report, or a visible gap."""
    isi = data.ambil_narasi(bagian)
    return convert_narasi(isi) if isi else (celah(apa),)


def name_penanggung_jawab(indikator: Indikator) -> str:
    """Who must write about an indikator."""
    return indikator.penanggung_jawab.nama if indikator.penanggung_jawab else PENYUSUN


def list_tabel_pendukung(data: DataLaporan, tempat: str | int) -> tuple[Tabel, ...]:
    """The supporting tables of one part or indikator."""
    return tuple(_ke_tabel(t) for t in data.tabel.get(tempat, ()))


def _ke_tabel(tabel: TabelPendukung) -> Tabel:
    lebar = [_lebar_kolom(tabel, n) for n in range(len(tabel.kolom))]
    return Tabel(
        f"pendukung-{tabel.kunci}",
        tabel.judul,
        tuple(
            Kolom(k["judul"], lebar[n], "kanan" if k["jenis"] == "angka" else "kiri")
            for n, k in enumerate(tabel.kolom)
        ),
        tuple(Baris(tuple(sel or TIDAK_ADA for sel in baris)) for baris in tabel.baris),
        catatan=f"Sumber: {tabel.sumber}" if tabel.sumber else "",
    )


def _lebar_kolom(tabel: TabelPendukung, nomor: int) -> int:
    panjang = [len(tabel.kolom[nomor]["judul"]), *(len(b[nomor]) for b in tabel.baris)]
    return min(max(6, *panjang), 36)


def sel_serapan(serapan: Serapan) -> tuple[str, str, str, str]:
    """Pagu, realisasi, share and remainder as table cells."""
    persen = TIDAK_ADA if serapan.persen is None else cetak_persen(serapan.persen)
    return (
        cetak_rupiah(serapan.pagu),
        cetak_rupiah(serapan.realisasi),
        persen,
        cetak_rupiah(serapan.sisa),
    )


KOLOM_SERAPAN = (
    Kolom("Pagu", 22, "kanan"),
    Kolom("Realisasi", 22, "kanan"),
    Kolom("Serapan", 11, "kanan"),
    Kolom("Sisa", 19, "kanan"),
)


def gabung_kata(kata: Sequence[str]) -> str:
    """ "a, b, dan c"."""
    if len(kata) < 3:
        return " dan ".join(kata)
    return ", ".join(kata[:-1]) + ", dan " + kata[-1]


def tebal(isi: str) -> Teks:
    """Bold text."""
    return Teks(isi, tebal=True)


def beri_nomor(baris: Iterable[Sequence[str]]) -> tuple[Baris, ...]:
    """Rows with a running number before them."""
    return tuple(Baris((str(n), *satu)) for n, satu in enumerate(baris, 1))
