"""What every translator of a sheet needs: look-ups, the import it belongs to, and a place for problems."""

import difflib
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, TypeVar

from django.db.models import Model

from kinerja.dasar.urai import kutip
from kinerja.jejak.models import Impor
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.rujukan import LEMBAR_RUJUKAN, Rujukan
from kinerja.pertukaran.temuan import Temuan, Tingkat

M = TypeVar("M", bound=Model)

_SEDIKIT = 5
"""So few names that all of them can be listed."""
_SARAN_TERBANYAK = 50
"""To look for similar names is slow, and who has so many mistakes has made one mistake many times."""


@dataclass(slots=True)
class Konteks:
    """One import under way.

    `cacat` holds the names of dropped rows of all sheets, `gelap` the sheets of which nothing could be read;
    `buntu` tells whether the row being translated named something that is not there.
    """

    impor: Impor
    cacat: set[tuple[Any, ...]] = field(default_factory=set)
    gelap: set[str] = field(default_factory=set)
    rujukan: Rujukan = field(default_factory=Rujukan)
    temuan: list[Temuan] = field(default_factory=list)
    saran: dict[tuple[str, Hashable], str] = field(default_factory=dict)
    buntu: bool = False
    beku: frozenset[tuple[str, int]] = frozenset()
    """(satker, tahun) of the sheet under way whose report is signed."""
    tertahan: dict[int, tuple[Any, Baris]] = field(default_factory=dict)
    """What was made of rows of such a year, by `id`: the object, kept so that its id stays its own, and the row."""

    def tolak(self, isi: IsiLembar, baris: Baris, kolom: str, aturan: str, cara: str) -> None:
        """Record a problem that rejects the file."""
        self.temuan.append(isi.temuan(baris, kolom, aturan, cara))

    def ingatkan(self, isi: IsiLembar, baris: Baris, kolom: str, aturan: str, cara: str) -> None:
        """Record a doubt that lets the file in."""
        self.temuan.append(isi.temuan(baris, kolom, aturan, cara, Tingkat.PERINGATAN))

    def siapkan(self, isi: IsiLembar) -> None:
        """Name every satker by its key, and drop rows that state a fact a second time."""
        if "satker" in isi.letak and (kunci := self.rujukan.kunci_satker):
            for b in isi.baris:
                b.isi["satker"] = kunci.get(b.isi["satker"], b.isi["satker"])
        ambil: Callable[[dict[str, Any]], Any] = itemgetter(*isi.lembar.tunggal)
        terlihat: dict[Any, int] = {}
        ganda = [b for b in isi.baris if terlihat.setdefault(ambil(b.isi), b.nomor) != b.nomor]
        if ganda:
            judul = ", ".join(k.judul for k in isi.lembar.kolom if k.kunci in isi.lembar.tunggal)
            for b in ganda:
                aturan = (
                    f"Sama dengan baris {terlihat[ambil(b.isi)]} menurut {judul}; satu fakta dicatat sekali."
                )
                self.tolak(isi, b, isi.lembar.tunggal[0], aturan, "Hapus salah satu baris.")
            self.buang(isi, {b.nomor for b in ganda})

    def buang(self, isi: IsiLembar, nomor: set[int]) -> None:
        """Leave these rows out; why is recorded already."""
        self.cacat.update(*(isi.sebut(b.isi) for b in isi.baris if b.nomor in nomor))
        isi.baris = [b for b in isi.baris if b.nomor not in nomor]

    def rujuk(
        self, isi: IsiLembar, baris: Baris, kolom: str, ke: str = "", *, nama: tuple[Any, ...] = ()
    ) -> int | None:
        """The id of what the cell names; None when the cell is empty or names nothing (then recorded).

        `ke` is the look-up of `Rujukan`, by default called like the column. `nama` is what to look up there
        when it takes more than the cell to name it.
        """
        sebutan = baris.isi[kolom]
        if sebutan is None:
            return None
        peta = getattr(self.rujukan, ke or kolom)
        hasil: int | None = peta.get(nama or sebutan)
        if hasil is None:
            self.buntu = True
            lengkap = nama or (sebutan,)
            if not self.is_tertutup(ke or kolom, lengkap):
                judul = next(k.judul for k in isi.lembar.kolom if k.kunci == kolom)
                # Where the cell is empty, the message must say what the empty cell means.
                sebut = "ini" if isi.teks(baris, kolom) else kutip(str(sebutan))
                saran = self._sarankan(ke or kolom, lengkap, peta)
                self.tolak(isi, baris, kolom, f"{judul} {sebut} tidak dikenal.", saran)
        return hasil

    def is_tertutup(self, ke: str, nama: tuple[Any, ...]) -> bool:
        """Whether that name is unknown only because of a mistake that was reported where it was made."""
        dikenal = any(nama[i:] in self.cacat for i in range(len(nama)))
        return dikenal or LEMBAR_RUJUKAN[ke].nama in self.gelap

    def bentuk(
        self, isi: IsiLembar, buat: Callable[[Baris], M | None], baris: Iterable[Baris] | None = None
    ) -> list[M]:
        """The objects of all rows that `buat` accepts and whose references all lead somewhere.

        `buat` records why it returns None.
        """
        hasil = []
        for b in isi.baris if baris is None else baris:
            self.buntu = False
            objek = buat(b)
            if objek is None or self.buntu:
                self.cacat |= isi.sebut(b.isi)
            else:
                hasil.append(objek)
                if self.beku and (b.isi["satker"], b.isi["tahun"]) in self.beku:
                    self.tertahan[id(objek)] = (objek, b)
        return hasil

    def _sarankan(self, ke: str, nama: tuple[Any, ...], peta: Mapping[Any, int]) -> str:
        if (ke, nama) not in self.saran and len(self.saran) < _SARAN_TERBANYAK:
            self.saran[ke, nama] = _cari_mirip(nama, peta)
        tambah = f"Perbaiki ejaannya, atau tambahkan dulu di lembar {LEMBAR_RUJUKAN[ke].nama}."
        return self.saran.get((ke, nama)) or tambah


def _cari_mirip(nama: tuple[Any, ...], peta: Mapping[Any, int]) -> str:
    """What the name may be meant for; "" when nothing is like it."""
    pasangan = (k if isinstance(k, tuple) else (k,) for k in peta)
    calon = [str(k[-1]) for k in pasangan if k[:-1] == nama[:-1]]
    mirip = difflib.get_close_matches(str(nama[-1]), calon, n=3, cutoff=0.6)
    if mirip:
        return f"Mungkin maksudnya: {', '.join(mirip)}."
    return f"Pilih salah satu: {', '.join(calon)}." if len(nama) > 1 and 0 < len(calon) <= _SEDIKIT else ""
