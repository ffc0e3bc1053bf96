"""Small pieces every chapter uses: people's text as blocks, visible gaps, supporting tables, totals."""

import re
from collections.abc import Iterable, Sequence

from kinerja.anggaran.queries import Serapan
from kinerja.dasar.cetak import cetak_persen, cetak_rupiah
from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.model import (
    Baris,
    Blok,
    Catatan,
    Kolom,
    Tabel,
    Teks,
    catatan,
)
from kinerja.dokumen.tulisan import convert_tulisan
from kinerja.organisasi.models import JenisSatker
from kinerja.pelaporan.kelengkapan import PENYUSUN
from kinerja.pelaporan.models import TabelPendukung
from kinerja.pelaporan.queries import DataLaporan
from kinerja.pengukuran.cetak import TIDAK_ADA
from kinerja.perencanaan.models import Indikator

_PECAHAN = re.compile(r"[−-]?[\d.]+,(\d+)")
_SATUAN_KERJA = "Satuan Kerja"


def celah(apa: str, oleh: str = PENYUSUN) -> Catatan:
    """What a reader sees where nobody has written yet."""
    return catatan("kosong", f"{apa} belum diisi oleh {oleh}.")


def tulis_narasi(data: DataLaporan, bagian: str, apa: str) -> tuple[Blok, ...]:
    """The text of one part of the report, or a visible gap."""
    return convert_narasi(data, bagian) or (celah(apa),)


def convert_narasi(data: DataLaporan, bagian: str, indikator: Indikator | None = None) -> tuple[Blok, ...]:
    """The blocks of the text people wrote for a part or an indikator; () for a gap."""
    pk, kode = (indikator.pk, indikator.kode) if indikator else (None, "laporan")
    return convert_tulisan(data.ambil_narasi(bagian, pk), f"narasi-{kode}-{bagian}", data.gambar)


def name_penanggung_jawab(indikator: Indikator) -> str:
    """Who must write about an indikator."""
    return indikator.penanggung_jawab.nama if indikator.penanggung_jawab else PENYUSUN


def list_tabel_pendukung(data: DataLaporan, tempat: str | int) -> tuple[Tabel, ...]:
    """The supporting tables of one part or indikator."""
    return tuple(_ke_tabel(t) for t in data.tabel.get(tempat, ()))


def _ke_tabel(tabel: TabelPendukung) -> Tabel:
    lebar = [_lebar_kolom(tabel, n) for n in range(len(tabel.kolom))]
    kolom = (_samakan_desimal([b[n] for b in tabel.baris], k["jenis"]) for n, k in enumerate(tabel.kolom))
    isi = zip(*kolom, strict=True)
    return Tabel(
        f"pendukung-{tabel.kunci}",
        tabel.judul,
        tuple(
            Kolom(k["judul"], lebar[n], "kanan" if k["jenis"] == "angka" else "kiri")
            for n, k in enumerate(tabel.kolom)
        ),
        tuple(Baris(tuple(sel or TIDAK_ADA for sel in baris)) for baris in isi),
        catatan=f"Sumber: {tabel.sumber}" if tabel.sumber else "",
    )


def _samakan_desimal(sel: Sequence[str], jenis: str) -> list[str]:
    """The numbers of one column with the same number of decimals: "91,1" above "97,39" becomes "91,10"."""
    pecahan = [_PECAHAN.fullmatch(s) if jenis == "angka" else None for s in sel]
    panjang = max((len(p[1]) for p in pecahan if p), default=0)
    return [s + "0" * (panjang - len(p[1])) if p else s for s, p in zip(sel, pecahan, strict=True)]


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


def name_pimpinan(data: DataLaporan) -> str:
    """The jabatan of the head, by the kind of the office: "Kepala Rumah Tahanan Negara"."""
    jenis = JenisSatker(data.satker.jenis)
    return f"Kepala {_SATUAN_KERJA if jenis in (JenisSatker.DIPA, JenisSatker.LAIN) else jenis.label}"


def name_bulan_laporan(tahun: int) -> str:
    """The report is due in January of the next year; until somebody signs, that month stands in it."""
    return f"{nama_bulan(1)} {tahun + 1}"


def beri_nomor(baris: Iterable[Sequence[str]]) -> tuple[Baris, ...]:
    """Rows with a running number before them."""
    return tuple(Baris((str(n), *satu)) for n, satu in enumerate(baris, 1))
