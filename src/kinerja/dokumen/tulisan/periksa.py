"""What a text still lacks before it may go up: text alternatives, captions, pictures that exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kinerja.aturan.temuan import Temuan
from kinerja.dokumen.tulisan.baca import read_tulisan
from kinerja.dokumen.tulisan.unsur import GambarTulisan, TabelTulisan

_CARA_GAMBAR = "Tulis di antara tanda kurung siku apa yang terlihat pada gambar."


def check_tulisan(isi: str, gambar: Collection[str]) -> tuple[Temuan, ...]:
    """Every lack, in reading order; `gambar` are the names of the pictures there are."""
    return tuple(_check(isi, gambar))


def _check(isi: str, gambar: Collection[str]) -> Iterator[Temuan]:
    for unsur in read_tulisan(isi):
        if isinstance(unsur, GambarTulisan):
            sebutan = unsur.judul or unsur.nama
            if unsur.nama not in gambar:
                pesan = f"Gambar “{sebutan}” tidak ada di laporan ini."
                yield Temuan("gambar_tidak_ada", pesan, "Unggah gambarnya, lalu sisipkan kembali.")
            if not unsur.alt:
                pesan = f"Gambar “{sebutan}” belum mempunyai teks alternatif."
                yield Temuan("tanpa_teks_alternatif", pesan, _CARA_GAMBAR)
        elif isinstance(unsur, TabelTulisan) and not unsur.judul:
            pesan = f"Tabel dengan kolom “{', '.join(unsur.kolom)}” belum berjudul."
            yield Temuan(
                "tabel_tanpa_judul", pesan, "Tulis “Tabel: judulnya” sebagai paragraf tepat di atasnya."
            )
