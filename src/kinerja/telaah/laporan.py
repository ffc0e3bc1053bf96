"""Our own report through the telaah: the composed document in, each temuan with the part where it stands out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kinerja.aturan.telaah.periksa import HasilTelaah
from kinerja.aturan.telaah.temuan import Temuan
from kinerja.dokumen.baca.html import read_html
from kinerja.dokumen.baca.naskah import JudulBaca, Naskah
from kinerja.dokumen.html import render_html
from kinerja.dokumen.model import Bagian, Dokumen, Tabel
from kinerja.dokumen.penomoran import nomori
from kinerja.dokumen.sidik import write_kanonik
from kinerja.telaah.jalan import telaah_naskah
from kinerja.telaah.keluar import temuan_to_json


class LaporanTakTerbaca(RuntimeError):
    """Our own report could not be read back: a failure of the program, never a pass."""


@dataclass(frozen=True, slots=True)
class TemuanBagian:
    """A temuan and the part of the report where it stands ("" where that is not known)."""

    temuan: Temuan
    bagian: str
    judul: str

    @property
    def kunci(self) -> str:
        """What makes it the same temuan in a later run: not its line, which moves with every edit above it."""
        temuan = self.temuan
        tempat = [[t.tempat.tabel, t.tercetak, t.seharusnya] for t in temuan.tempat]
        isi = write_kanonik([temuan.kode, temuan.indikator, self.bagian, temuan.uraian, tempat])
        return hashlib.sha256(isi.encode()).hexdigest()

    def ke_kolom(self) -> dict[str, Any]:
        """The columns it is kept in."""
        temuan = self.temuan
        return {
            "kode": temuan.kode,
            "tingkat": temuan.tingkat.value,
            "kepastian": temuan.kepastian.value,
            "indikator": temuan.indikator[:400],
            "bagian": self.bagian[:200],
            "judul_bagian": self.judul,
            "tempat": temuan_to_json(temuan)["tempat"],
            "uraian": temuan.uraian,
            "saran": temuan.saran,
            "dasar_hukum": temuan.dasar_hukum,
        }


def telaah_dokumen(dokumen: Dokumen) -> tuple[HasilTelaah, tuple[TemuanBagian, ...]]:
    """Check a composed report the way a stranger's is checked: from what is printed.

    Raises LaporanTakTerbaca when no facts are found or nothing was compared.
    """
    naskah, _kendala = read_html(render_html(dokumen))
    if naskah is None:
        raise LaporanTakTerbaca("laporan sendiri tidak terbaca")
    hasil = telaah_naskah(naskah)
    if not (hasil.fakta and hasil.pemeriksaan):
        raise LaporanTakTerbaca(
            f"{hasil.fakta} fakta dan {hasil.pemeriksaan} pemeriksaan pada laporan sendiri"
        )
    peta = _Peta.dari(dokumen, naskah)
    return hasil, tuple(TemuanBagian(t, *peta.cari(t)) for t in hasil.temuan)


@dataclass(frozen=True, slots=True)
class _Peta:
    """Parts by the number of a table they hold, and by the paragraph their heading is."""

    berkas: dict[str, Bagian]
    judul: list[tuple[int, Bagian]]
    induk: dict[str, str]
    """Id of a part -> title of the part it belongs to, chapters left out: seven analyses per indikator are alike."""

    @classmethod
    def dari(cls, dokumen: Dokumen, naskah: Naskah) -> _Peta:
        label = nomori(dokumen)
        berkas = {
            label.label[b.id].split()[-1]: bagian
            for bagian in dokumen.bagian()
            for b in bagian.isi
            if isinstance(b, Tabel)
        }
        puncak = (*dokumen.depan, *dokumen.bab, *dokumen.lampiran)
        dalam = (b for satu in puncak for anak in satu.anak for b in anak.telusuri())
        induk = {anak.id: b.judul for b in dalam for anak in b.anak}
        return cls(berkas, list(_pasangkan(dokumen, naskah)), induk)

    def cari(self, temuan: Temuan) -> tuple[str, str]:
        """Id and title of the part of its first place."""
        tempat = temuan.utama.tempat
        bagian = self.berkas.get(tempat.tabel)
        if bagian is None and tempat.baris is not None:
            sebelum = [b for baris, b in self.judul if baris <= tempat.baris]
            bagian = sebelum[-1] if sebelum else None
        if bagian is None:
            return "", ""
        return bagian.id, " › ".join(filter(None, (self.induk.get(bagian.id), bagian.judul)))


def _pasangkan(dokumen: Dokumen, naskah: Naskah) -> Iterator[tuple[int, Bagian]]:
    """Headings as read beside parts as composed, both in reading order."""
    terbaca = iter([b for b in naskah.blok if isinstance(b, JudulBaca)])
    for bagian in dokumen.bagian():
        for judul in terbaca:
            if judul.teks.endswith(bagian.judul):
                yield judul.letak.baris or 0, bagian
                break
