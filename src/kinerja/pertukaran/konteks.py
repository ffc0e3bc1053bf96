"""What every translator of a sheet needs: look-ups, the import it belongs to, and a place for problems."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import Model

from kinerja.basisdata.simpan import Perubahan
from kinerja.jejak.models import Impor
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.rujukan import Rujukan
from kinerja.pertukaran.temuan import Temuan, Tingkat

M = TypeVar("M", bound=Model)


@dataclass(slots=True)
class Konteks:
    """One import under way."""

    impor: Impor
    cacat: set[str] = field(default_factory=set)
    rujukan: Rujukan = field(default_factory=Rujukan)
    temuan: list[Temuan] = field(default_factory=list)

    def tolak(self, isi: IsiLembar, baris: Baris, kolom: str, aturan: str, cara: str) -> None:
        """Record a problem that rejects the file."""
        self.temuan.append(isi.temuan(baris, kolom, aturan, cara))

    def ingatkan(self, isi: IsiLembar, baris: Baris, kolom: str, aturan: str, cara: str) -> None:
        """Record a doubt that lets the file in."""
        self.temuan.append(isi.temuan(baris, kolom, aturan, cara, Tingkat.PERINGATAN))

    def rujuk(self, isi: IsiLembar, baris: Baris, kolom: str, peta: Mapping[Any, int]) -> int | None:
        """The id of what the cell names; None when the cell is empty or names nothing (then recorded)."""
        sebutan = baris.isi[kolom]
        if sebutan is None:
            return None
        hasil = peta.get(sebutan)
        if hasil is None and sebutan not in self.cacat:
            judul = next(k.judul for k in isi.lembar.kolom if k.kunci == kolom)
            self.tolak(isi, baris, kolom, f"{judul} ini tidak dikenal.", _sarankan(str(sebutan), peta))
        return hasil

    def bentuk(
        self, isi: IsiLembar, buat: Callable[[Baris], M | None], baris: Iterable[Baris] | None = None
    ) -> list[M]:
        """The objects of all rows that `buat` accepts; it records why it returns None."""
        return [objek for b in (isi.baris if baris is None else baris) if (objek := buat(b)) is not None]


def susun_bertingkat(
    konteks: Konteks, isi: IsiLembar, *, kunci: str, simpan: Callable[[list[Baris]], Perubahan]
) -> Perubahan:
    """Store rows that name their `induk` on the same sheet, parents before children."""
    jumlah = Perubahan()
    for gelombang in _urutkan(konteks, isi, kunci):
        jumlah += simpan(gelombang)
        konteks.rujukan.lupakan()
    return jumlah


def _urutkan(konteks: Konteks, isi: IsiLembar, kunci: str) -> Iterator[list[Baris]]:
    menunggu = {b.isi[kunci]: b for b in isi.baris}
    while menunggu:
        siap = {k: b for k, b in menunggu.items() if b.isi["induk"] not in menunggu}
        if not siap:
            for baris in menunggu.values():
                konteks.tolak(
                    isi, baris, "induk", "Induk membentuk lingkaran.", "Putuskan salah satu induknya."
                )
            return
        yield list(siap.values())
        menunggu = {k: b for k, b in menunggu.items() if k not in siap}


def _sarankan(sebutan: str, peta: Mapping[Any, int]) -> str:
    mirip = difflib.get_close_matches(sebutan, [k for k in peta if isinstance(k, str)], n=3, cutoff=0.6)
    if mirip:
        return f"Mungkin maksudnya: {', '.join(mirip)}."
    return "Tambahkan dulu di lembarnya, atau perbaiki ejaannya."
