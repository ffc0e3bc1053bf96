"""Rows that name their parent on the same sheet: parents first, and no circles."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any, TypeVar

from kinerja.basisdata.simpan import Perubahan
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.konteks import Konteks

K = TypeVar("K", bound=Hashable)


def simpan_bertingkat(
    konteks: Konteks,
    isi: IsiLembar,
    tersimpan: Mapping[tuple[Any, ...], tuple[Any, ...] | None],
    simpan: Callable[[list[Baris]], Perubahan],
) -> Perubahan:
    """Store the rows of a sheet wave by wave; `tersimpan` is the tree as the database holds it."""
    induk = {_nama_diri(isi, b): _nama_induk(isi, b) for b in isi.baris}
    tolak_lingkaran(konteks, isi, {_nama_diri(isi, b): b for b in isi.baris}, {**tersimpan, **induk})
    jumlah = Perubahan()
    for gelombang in _urutkan(isi):
        jumlah += simpan(gelombang)
        konteks.rujukan.lupakan()
    return jumlah


def _nama_diri(isi: IsiLembar, b: Baris) -> tuple[Any, ...]:
    return tuple(b.isi[k] for k in isi.lembar.tunggal)


def _nama_induk(isi: IsiLembar, b: Baris) -> tuple[Any, ...] | None:
    return None if b.isi["induk"] is None else (*_nama_diri(isi, b)[:-1], b.isi["induk"])


def tolak_lingkaran(
    konteks: Konteks, isi: IsiLembar, baris: Mapping[K, Baris], induk: Mapping[K, K | None]
) -> None:
    """Reject each circle once, at its first row in the file, and drop all its rows."""
    for lingkaran in cari_lingkaran(induk):
        terlibat = {b.nomor: b for satu in lingkaran if (b := baris.get(satu)) is not None}
        pertama = terlibat[min(terlibat)]
        jalur = " → ".join(str(s[-1] if isinstance(s, tuple) else s) for s in (*lingkaran, lingkaran[0]))
        konteks.tolak(
            isi, pertama, "induk", f"Induk membentuk lingkaran: {jalur}.", "Putuskan di salah satu baris."
        )
        konteks.buang(isi, set(terlibat))


def cari_lingkaran(induk: Mapping[K, K | None]) -> list[list[K]]:
    """Every circle in a map from child to parent, once, from child to parent."""
    selesai: set[K] = set()
    hasil = []
    for awal in induk:
        jalur: list[K] = []
        kini: K | None = awal
        while kini is not None and kini not in selesai:
            selesai.add(kini)
            jalur.append(kini)
            kini = induk.get(kini)
        if kini in jalur:
            hasil.append(jalur[jalur.index(kini) :])
    return hasil


def _urutkan(isi: IsiLembar) -> Iterator[list[Baris]]:
    menunggu = {_nama_diri(isi, b): b for b in isi.baris}
    while menunggu:
        siap = {k: b for k, b in menunggu.items() if _nama_induk(isi, b) not in menunggu}
        yield list(siap.values())
        menunggu = {k: b for k, b in menunggu.items() if k not in siap}
