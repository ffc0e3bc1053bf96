"""Read plain text extracted from a PDF into the document model of `naskah`.

Such text has lost its columns: a table is a flow of lines, rows are broken over lines, headers come back after
every page. Only what the lines themselves tell is decided here: captions, headings, where a table begins and
where prose goes on. What the numbers of a table mean is left to whoever reads the flow.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from kinerja.dokumen.baca.naskah import (
    BarisTeks,
    BlokBaca,
    GambarBaca,
    JenisKeterangan,
    JudulBaca,
    KeteranganBaca,
    Letak,
    Naskah,
    ParagrafBaca,
    TabelAlir,
)
from kinerja.dokumen.baca.teks_pola import PolaTeks, load_pola

_LEBAR_BAWAAN = 90
_LEBAR_TERKECIL = 60
_KEPALA_TERPENDEK = 12
_RUMUS = re.compile(r"\d.*=|=\s*-?\s*\d|[x×]\s*100\s*%")


def read_teks(isi: str) -> Naskah:
    """Read text; pages are counted where form feeds part them."""
    baris, halaman = _potong(isi)
    return Naskah("teks", tuple(_Perakit(baris, load_pola(), _ukur_lebar(baris)).rakit()), halaman)


def _potong(isi: str) -> tuple[list[BarisTeks], int | None]:
    berhalaman = "\f" in isi
    hasil, halaman = [], 1
    for nomor, mentah in enumerate(re.split(r"\r\n|\n|\r", isi), 1):
        bagian = mentah.split("\f")
        for urutan, satu in enumerate(bagian):
            halaman += 1 if urutan else 0
            teks = " ".join(unicodedata.normalize("NFKC", satu).split())
            if teks:
                hasil.append(BarisTeks(teks, Letak(halaman=halaman if berhalaman else None, baris=nomor)))
    return hasil, halaman if berhalaman else None


def _ukur_lebar(baris: Sequence[BarisTeks]) -> int:
    """How long the lines of the prose are: nine of ten long lines are shorter."""
    panjang = sorted(len(satu.teks) for satu in baris if len(satu.teks) >= _LEBAR_TERKECIL)
    return panjang[len(panjang) * 9 // 10] if panjang else _LEBAR_BAWAAN


@dataclass(slots=True)
class _Perakit:
    """Walks over the lines once; `posisi` is the line to look at next."""

    baris: list[BarisTeks]
    pola: PolaTeks
    lebar: int
    posisi: int = 0
    blok: list[BlokBaca] = field(default_factory=list)

    def rakit(self) -> list[BlokBaca]:
        while self.posisi < len(self.baris):
            teks = self.baris[self.posisi].teks
            keterangan = self._kenali_keterangan(teks)
            tingkat = self.pola.get_tingkat_judul(teks)
            if keterangan is not None:
                self._ambil_keterangan(*keterangan)
            elif self._is_pembuka_tabel():
                self._ambil_tabel(None)
            elif tingkat is not None:
                self._ambil_judul(tingkat)
            else:
                self._ambil_paragraf()
        return self.blok

    def _kenali_keterangan(self, teks: str) -> tuple[JenisKeterangan, str, str] | None:
        for jenis, pola in self.pola.keterangan.items():
            # "Tabel 4 menunjukkan bahwa …" is a sentence, not a caption.
            if (cocok := pola.match(teks)) and not cocok["judul"][0].islower():
                return jenis, cocok["nomor"], cocok["judul"]
        return None

    def _ambil_keterangan(self, jenis: JenisKeterangan, nomor: str, judul: str) -> None:
        awal = self.posisi
        self.posisi += 1
        while self._is_sambungan(judul):
            judul = f"{judul} {self.baris[self.posisi].teks}"
            self.posisi += 1
        keterangan = KeteranganBaca(tuple(self.baris[awal : self.posisi]), jenis, nomor, judul)
        if jenis == "gambar":
            self.blok.append(GambarBaca(keterangan, "", keterangan.letak))
        else:
            self._ambil_tabel(keterangan)

    def _is_sambungan(self, judul: str) -> bool:
        """Whether the next line still belongs to a caption or heading that reads `judul` so far."""
        if self.posisi >= len(self.baris) or self._is_batas():
            return False
        berikut, ini = self.baris[self.posisi].teks, self.baris[self.posisi - 1].teks
        if self.pola.akhir_keterangan.fullmatch(berikut):
            return True
        if self.pola.is_kepala(berikut) or berikut[0].isdigit():
            return False
        if berikut[0].islower() or judul.endswith("-"):
            return len(ini) >= self.lebar // 3
        if self.pola.akhir_keterangan.search(judul) or (berikut.isupper() and not judul.isupper()):
            return False
        return len(ini) + 1 + len(berikut.split()[0]) > self.lebar * 4 // 5

    def _is_batas(self) -> bool:
        """Whether the line begins a caption, a heading or a table, or ends one."""
        teks = self.baris[self.posisi].teks
        return (
            self._kenali_keterangan(teks) is not None
            or self._is_pembuka_tabel()
            or self.pola.get_tingkat_judul(teks) is not None
            or self.pola.penutup_tabel.match(teks) is not None
        )

    def _is_pembuka_tabel(self) -> bool:
        teks = self.baris[self.posisi].teks
        if self.pola.pembuka_kepala.match(teks):
            return True
        return (
            self.pola.kepala_sendiri.match(teks) is not None and len(self._intip_kepala()) > _KEPALA_TERPENDEK
        )

    def _ambil_tabel(self, keterangan: KeteranganBaca | None) -> None:
        awal = self.posisi
        kepala = self._lewati_kepala()
        berangka = False
        while self.posisi < len(self.baris) and not self._is_akhir_tabel(berangka):
            if self._is_kepala_baru(kepala):
                if berangka:
                    break
                # The text boxes of a figure stand between a caption and its table.
                kotak = self.baris[awal : self.posisi]
                teks = " ".join(satu.teks for satu in kotak)
                self.blok.append(GambarBaca(None, teks, kotak[0].letak))
                awal = self.posisi
                kepala = self._lewati_kepala()
            berangka = berangka or _is_berangka(self.baris[self.posisi].teks)
            self.posisi += 1
        self.blok.append(TabelAlir(keterangan, tuple(self.baris[awal : self.posisi])))

    def _lewati_kepala(self) -> str:
        """Go past the header rows and return their letters."""
        awal = self.posisi
        while self.posisi < len(self.baris) and self.pola.is_kepala(self.baris[self.posisi].teks):
            self.posisi += 1
        return _peras(self.baris[awal : self.posisi])

    def _is_kepala_baru(self, kepala: str) -> bool:
        """A header unlike the table's own begins another table; the same one comes after a page break."""
        teks = self.baris[self.posisi].teks
        if not (self.pola.pembuka_kepala.match(teks) or self.pola.kepala_sendiri.match(teks)):
            return False
        baru = self._intip_kepala()
        if len(baru) <= len("no"):
            return False
        return not (kepala and (baru.startswith(kepala[:_KEPALA_TERPENDEK]) or kepala.startswith(baru)))

    def _intip_kepala(self) -> str:
        awal = self.posisi
        kepala = self._lewati_kepala()
        self.posisi = awal
        return kepala

    def _is_akhir_tabel(self, berangka: bool) -> bool:
        teks = self.baris[self.posisi].teks
        if self._is_pembuka_tabel():
            return False
        tingkat = self.pola.get_tingkat_judul(teks)
        if tingkat is not None:
            # "Sasaran Kegiatan 2" also stands in the text boxes of a figure before the rows of a table, and
            # without its number in a header that came back.
            return tingkat != 3 or (berangka and not self._is_kepala_berulang())
        if self._kenali_keterangan(teks) is not None or self.pola.penutup_tabel.match(teks):
            return True
        return self._is_prosa(self.posisi)

    def _is_kepala_berulang(self) -> bool:
        teks = self.baris[self.posisi].teks
        return self.pola.is_kepala(teks) and not any(huruf.isdigit() for huruf in teks)

    def _is_prosa(self, posisi: int) -> bool:
        teks = self.baris[posisi].teks
        if _RUMUS.search(teks):
            return True
        if len(teks) < self.lebar * 3 // 5 or sum(huruf.isdigit() for huruf in teks) * 4 > len(teks):
            return False
        if self.pola.is_kalimat(teks):
            return not re.search(r"\d\s*%?$", teks) or len(teks) >= self.lebar * 4 // 5
        if re.search(r"\d\s*%?$", teks):
            return False
        lanjut = posisi + 1 < len(self.baris) and len(self.baris[posisi + 1].teks) >= self.lebar * 4 // 5
        return len(teks) >= self.lebar * 4 // 5 and lanjut

    def _ambil_judul(self, tingkat: int) -> None:
        awal = self.posisi
        judul = self.baris[awal].teks
        self.posisi += 1
        if re.fullmatch(r"BAB\s+[IVXLC]+\.?", judul) and self._is_kapital():
            self.posisi += 1
        elif ":" in judul or tingkat >= 4:
            while self._is_sambungan(judul) and (tingkat < 5 or self.baris[self.posisi].teks[0].islower()):
                judul = f"{judul} {self.baris[self.posisi].teks}"
                self.posisi += 1
        self.blok.append(JudulBaca(tuple(self.baris[awal : self.posisi]), tingkat))

    def _is_kapital(self) -> bool:
        return self.posisi < len(self.baris) and self.baris[self.posisi].teks.isupper()

    def _ambil_paragraf(self) -> None:
        awal = self.posisi
        butir = self.pola.butir.match(self.baris[awal].teks) is not None
        self.posisi += 1
        while self.posisi < len(self.baris) and not self._is_paragraf_baru():
            self.posisi += 1
        self.blok.append(ParagrafBaca(tuple(self.baris[awal : self.posisi]), butir))

    def _is_paragraf_baru(self) -> bool:
        ini, lalu = self.baris[self.posisi].teks, self.baris[self.posisi - 1].teks
        if self.pola.butir.match(ini) or self._is_batas():
            return True
        return (lalu[-1] in ".:;" and len(lalu) < self.lebar * 4 // 5) or "=" in lalu


def _is_berangka(teks: str) -> bool:
    """Whether a line of a table holds data; a number alone may be that of the page."""
    return re.search(r"\d", teks) is not None and not re.match(r"(IKK|IKU|IKP|Sasaran)\b|\d{1,3}$", teks)


def _peras(baris: Sequence[BarisTeks]) -> str:
    """Nothing but the letters, small."""
    return "".join(huruf for satu in baris for huruf in satu.teks.casefold() if huruf.isalpha())
