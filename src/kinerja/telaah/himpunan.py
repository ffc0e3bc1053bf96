"""Where facts and claimed calculations are gathered while a document is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinerja.aturan.telaah.fakta import Fakta, HimpunanBobot, Jenis, Kaitan, Lingkup, Pokok, Rumus
from kinerja.aturan.telaah.selang import Cetakan
from kinerja.telaah.angka import is_hitungan, pastikan
from kinerja.telaah.kosakata import load_kosakata
from kinerja.telaah.nama import MIRIP, SAMA, Indikator, Katalog, peras, ukur_kemiripan
from kinerja.telaah.tabel import Baris, Sel

_NOMOR_BUTIR = re.compile(r"^\d{1,2}[.)]\s*")
_SEKITAR = 0.45


@dataclass(slots=True)
class Konteks:
    """Where in the report we are: the section's sasaran and indikator, the other party of an agreement."""

    sasaran: Pokok | None = None
    indikator: Indikator | None = None
    pihak: str = ""


@dataclass(slots=True)
class Himpunan:
    """Grows while the document is read; `tahun` is the year of the report."""

    tahun: int | None
    katalog: Katalog = field(default_factory=Katalog)
    fakta: list[Fakta] = field(default_factory=list)
    kaitan: list[Kaitan] = field(default_factory=list)
    bobot: list[HimpunanBobot] = field(default_factory=list)
    konteks: Konteks = field(default_factory=Konteks)

    def add_fakta(
        self,
        pokok: Pokok,
        jenis: Jenis,
        sel: Sel | None,
        *,
        tahun: int | None = None,
        siapa: str = "",
        keyakinan: Decimal = Decimal(1),
    ) -> Fakta | None:
        """Record a cell; None for a cell without a number."""
        if sel is None or sel.cetakan is None:
            return None
        cetakan = _tegaskan(pokok, jenis, sel)
        satuan = load_kosakata().setarakan_satuan(sel.satuan)
        fakta = Fakta(pokok, jenis, cetakan, sel.tempat, siapa, tahun, None, satuan, keyakinan)
        self.fakta.append(fakta)
        return fakta

    def add_kaitan(
        self,
        rumus: Rumus,
        masukan: Sequence[Fakta | None],
        hasil: Fakta | None,
        *,
        tetapan: tuple[Decimal, ...] = (),
        lengkap: bool = True,
    ) -> None:
        """Record a claimed calculation, unless one of its numbers is missing."""
        ada = tuple(satu for satu in masukan if satu is not None)
        if hasil is not None and ada and len(ada) == len(masukan):
            self.kaitan.append(Kaitan(rumus, ada, hasil, tetapan, lengkap))

    def kenali(self, baris: Baris, tingkat: str) -> tuple[Indikator, Decimal] | None:
        """The indicator a row speaks of; its words may run sasaran and indikator together."""
        if baris.kata and "indikator" not in baris.kata:
            bagian = self.konteks.indikator
            return None if bagian is None else (bagian, Decimal(1))
        if "indikator" in baris.kata:
            sasaran = self._sasaran(baris.kata.get("sasaran", ""), baru=True)
            return (
                self._indikator(baris.kata["indikator"], sasaran, tingkat)
                if baris.kata["indikator"]
                else None
            )
        baris_teks = [_NOMOR_BUTIR.sub("", satu) for satu in baris.teks]
        if not peras(" ".join(baris_teks)):
            return None
        sasaran_teks, indikator_teks = self._pisahkan(baris_teks)
        bernomor = baris.nomor is not None or _NOMOR_BUTIR.match(baris.teks[0]) is not None
        return self._indikator(indikator_teks, self._sasaran(sasaran_teks, baru=bernomor), tingkat)

    def masuki_kelompok(self, teks: str) -> None:
        """The name of a group of rows is that of their sasaran, in a table that has no column for it."""
        nama = re.split(r"\s[—–]\s", teks)[0]
        pokok, mirip = self.katalog.cari_sasaran(nama)
        self.konteks.sasaran = (
            pokok if pokok is not None and mirip >= MIRIP else self.katalog.add_sasaran(nama)
        )

    def _sasaran(self, teks: str, *, baru: bool) -> Pokok | None:
        """The sasaran of a row; only a row that is numbered may name one that was not met before."""
        if len(peras(teks)) > 8:
            pokok, mirip = self.katalog.cari_sasaran(teks)
            if pokok is not None and mirip >= MIRIP:
                self.konteks.sasaran = pokok
            elif baru:
                self.konteks.sasaran = self.katalog.add_sasaran(teks)
        return self.konteks.sasaran

    def _indikator(self, nama: str, sasaran: Pokok | None, tingkat: str) -> tuple[Indikator, Decimal]:
        bagian = self.konteks.indikator
        if bagian is not None and (mirip := ukur_kemiripan(nama, bagian.nama)) >= _SEKITAR:
            terdekat, kemiripan = self.katalog.cari_indikator(nama, sasaran, tingkat)
            if terdekat is None or kemiripan <= mirip + 0.1:
                return bagian, Decimal(str(round(mirip, 2)))
        return self.katalog.add_indikator(nama, sasaran, tingkat)

    def _pisahkan(self, teks: Sequence[str]) -> tuple[str, str]:
        """Cut the lines of a row into sasaran and indikator at a line that begins like an indicator's name."""
        kosakata = load_kosakata()
        calon = [
            i
            for i, satu in enumerate(teks)
            if satu[:1].isupper() and kosakata.is_awalan("awal_indikator", satu)
        ]
        if not calon:
            return "", " ".join(teks)
        return max(((" ".join(teks[:i]), " ".join(teks[i:])) for i in calon), key=self._nilai_potongan)

    def _nilai_potongan(self, potongan: tuple[str, str]) -> tuple[float, int]:
        sasaran, indikator = potongan
        kenal = self.katalog.cari_sasaran(sasaran)[1] if sasaran else SAMA
        kenal_indikator = max(
            (ukur_kemiripan(indikator, satu.nama) for satu in self.katalog.indikator), default=0
        )
        return kenal + kenal_indikator, len(indikator)


def _tegaskan(pokok: Pokok, jenis: Jenis, sel: Sel) -> Cetakan:
    """Targets are what they say; counts too. Percentages, indices and results are rounded."""
    assert sel.cetakan is not None
    if jenis in (Jenis.TARGET, Jenis.TARGET_PERJANJIAN, Jenis.TARGET_RENSTRA):
        return pastikan(sel.cetakan)
    if jenis is not Jenis.REALISASI or sel.cetakan.desimal or "%" in sel.teks:
        return sel.cetakan
    kosakata = load_kosakata()
    terukur = kosakata.is_awalan("bagian", pokok.teks) or kosakata.is_awalan("indeks", pokok.teks)
    hitungan = is_hitungan(sel.satuan) or (pokok.lingkup is Lingkup.INDIKATOR and not terukur)
    return pastikan(sel.cetakan) if hitungan else sel.cetakan
