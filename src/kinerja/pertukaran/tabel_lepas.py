"""A table in a file of its own, CSV or XLSX, with the header of an export or of a printed table (two rows, merged)."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kinerja.dokumen.baca.galat import BerkasDitolak, jelaskan_os
from kinerja.dokumen.baca.letak import nama_sel
from kinerja.dokumen.baca.xlsx import Isi, LembarMentah
from kinerja.pertukaran.baca import IsiLembar, baca_lembar
from kinerja.pertukaran.judul import cari_judul
from kinerja.pertukaran.kementerian.mentah import TERBESAR, read_mentah
from kinerja.pertukaran.lembar import Lembar
from kinerja.pertukaran.sel import ke_teks
from kinerja.pertukaran.temuan import Temuan

_BARIS_JUDUL = 15
_TINGGI_JUDUL = 3


def baca_tabel(berkas: Path, lembar: Lembar, wajib: Sequence[str]) -> tuple[IsiLembar | None, list[Temuan]]:
    """The rows of the first sheet with all the columns `wajib`, and what is wrong with its cells.

    None when no sheet has them. Raises BerkasDitolak for a file that is no readable table.
    """
    terbaik: tuple[str, list[str]] | None = None
    for mentah in read_mentah(berkas.name, _muat(berkas)):
        susun = _ratakan_judul(lembar, mentah)
        letak, _, _ = cari_judul(lembar, susun)
        kurang = [k.judul for k in lembar.kolom if k.kunci in wajib and k.kunci not in (letak or {})]
        if not kurang:
            return baca_lembar(lembar, susun)
        if terbaik is None or len(kurang) < len(terbaik[1]):
            terbaik = (mentah.nama, kurang)
    if terbaik is None:
        raise BerkasDitolak(f"{berkas.name} tidak memuat tabel.")
    judul = "; ".join(k.judul for k in lembar.kolom if k.kunci in wajib)
    cara = f"Tabelnya: {lembar.uraian} Tulis judul kolom: {judul}."
    return None, [Temuan(terbaik[0], "", "", f"Kolom tidak ditemukan: {', '.join(terbaik[1])}.", cara)]


def _muat(berkas: Path) -> bytes:
    try:
        if not berkas.is_file():
            raise BerkasDitolak(f"{berkas} bukan berkas, atau tidak ada.")
        with berkas.open("rb") as aliran:
            return aliran.read(TERBESAR + 1)
    except OSError as galat:
        raise BerkasDitolak(f"{berkas} tidak dapat dibuka: {jelaskan_os(galat)}.") from galat


def _ratakan_judul(lembar: Lembar, mentah: LembarMentah) -> LembarMentah:
    """The sheet with its header in one row: a name that stands over several rows counts for the last of them."""
    terbaik, ditemukan = mentah, -1
    for nomor in range(min(_BARIS_JUDUL, len(mentah.baris))):
        gabungan = _gabung(mentah.baris[max(0, nomor - _TINGGI_JUDUL + 1) : nomor + 1])
        kosong: list[list[Isi]] = [[""] * len(gabungan) for _ in range(nomor)]
        calon = LembarMentah(mentah.nama, [*kosong, gabungan, *mentah.baris[nomor + 1 :]], mentah.gabungan)
        letak, _, _ = cari_judul(lembar, LembarMentah(mentah.nama, [gabungan], ()))
        if len(letak or {}) > ditemukan:
            terbaik, ditemukan = calon, len(letak or {})
    return terbaik


def _gabung(baris: Sequence[Sequence[Isi]]) -> list[Isi]:
    """The lowest filled cell of each column."""
    return [next((sel for sel in reversed(kolom) if ke_teks(sel)), "") for kolom in zip(*baris, strict=True)]


def list_lebih(isi: IsiLembar) -> Iterator[Temuan]:
    """Rows that are wider than the header: mostly a decimal comma that was taken for a separator."""
    tepi = max(isi.letak.values())
    for baris in isi.baris:
        lebih = [n for n, sel in enumerate(baris.sel) if n > tepi and sel != ""]
        if lebih:
            aturan = "Baris ini lebih panjang daripada baris judul."
            cara = "Apit angka berkoma dengan tanda petik, atau pisahkan kolom dengan titik koma."
            yield Temuan(
                isi.nama, nama_sel((baris.nomor - 1, lebih[0])), ke_teks(baris.sel[lebih[0]]), aturan, cara
            )
