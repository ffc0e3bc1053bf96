"""Walk the tags of a sheet before its values are read: how far it reaches, and what the reader would hide.

The reader keeps a sheet as a dense grid, so that one cell at XFD1048576 kills the process. It gives a cell
with a formula error, or with a formula that was never computed, as an empty one. And it gives 97,4 % as
0.974 without saying so. All of that is seen here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from kinerja.dokumen.baca.arsip import Batas
from kinerja.dokumen.baca.galat import BerkasDitolak
from kinerja.dokumen.baca.letak import Tempat, nama_kolom, urai_rujukan
from kinerja.dokumen.baca.tag import ambil, buat_pengurai, tanpa_awalan, umpankan

_KOLOM = {nama_kolom(i): i for i in range(26)}


@dataclass(slots=True)
class Pindaian:
    """The cells of one sheet that need more than their stored value.

    `galat` has the text of a formula error, or "" for a formula without a stored result; `persen` the cells
    that are shown as percent.
    """

    galat: dict[Tempat, str] = field(default_factory=dict)
    persen: set[Tempat] = field(default_factory=set)


def pindai_lembar(
    nama: str, potongan: Iterable[bytes], batas: Batas, gaya_persen: frozenset[str] = frozenset()
) -> Pindaian:
    """Check how far a sheet reaches and note its special cells; `nama` is the file, for messages.

    Raises BerkasDitolak.
    """
    pemindai = _Pemindai(nama, batas, gaya_persen)
    umpankan(nama, pemindai.pengurai, potongan)
    pemindai.tutup_sel()
    return pemindai.hasil


class _Pemindai:
    """Places cells as the reader does: where they say they are, else one beyond the last."""

    def __init__(self, nama: str, batas: Batas, gaya_persen: frozenset[str]) -> None:
        self.nama = nama
        self.batas = batas
        self.gaya_persen = gaya_persen
        self.hasil = Pindaian()
        self.pengurai = buat_pengurai(self.mulai)
        self.gabungan = 0
        self.baris = self.kolom = self.terbawah = self.terkanan = -1
        self.nomor = "-"
        self.sel: list[str] | None = None
        self.jenis: str | None = None
        self.teks: str | None = None

    def mulai(self, nama: str, atribut: list[str]) -> None:
        """One opened tag. Called once or twice per cell, hence without helpers on the usual way."""
        if ":" in nama:
            nama = tanpa_awalan(nama)
        if nama == "v":
            if self.jenis is not None:
                self.teks = ""
        elif nama == "c":
            self._mulai_sel(atribut)
        elif nama == "row":
            self._mulai_baris(atribut)
        elif nama == "f" and self.sel is not None:
            # Sparklines and rules beneath the data have an <f> as well, but never directly in a cell.
            self._awasi(ambil(self.sel, "t") or "n")
        else:
            self.sel = None
            self._hitung_lain(nama)

    def _mulai_sel(self, atribut: list[str]) -> None:
        if self.jenis is not None:
            self.tutup_sel()
        self.sel = atribut
        rujukan = atribut[1] if atribut and atribut[0] == "r" else ambil(atribut, "r")
        if rujukan is None:
            self.kolom += 1
        elif (kolom := _KOLOM.get(rujukan[:1])) is not None and rujukan[1:] == self.nomor:
            self.kolom = kolom
        else:
            self._pindah(rujukan)
        if self.kolom > self.terkanan:
            self._periksa_luas()
        if "e" in atribut and ambil(atribut, "t") == "e":
            self._awasi("e")
        if self.gaya_persen and ambil(atribut, "s") in self.gaya_persen:
            self.hasil.persen.add((self.baris, self.kolom))

    def _pindah(self, rujukan: str) -> None:
        tempat = urai_rujukan(rujukan)
        if tempat is None:
            raise BerkasDitolak(
                f"{self.nama} rusak: {rujukan[:20]!r} bukan alamat sel. Simpan ulang berkasnya."
            )
        self.baris, self.kolom = tempat
        self._periksa_luas()

    def _mulai_baris(self, atribut: list[str]) -> None:
        self.tutup_sel()
        self.nomor = ambil(atribut, "r") or "-"
        self.baris = int(self.nomor) - 1 if self.nomor.isdecimal() else self.baris + 1
        self.kolom = -1
        self.sel = None
        self._periksa_luas()

    def _awasi(self, jenis: str) -> None:
        """From here on keep the stored value of this cell; `jenis` is its `t` attribute."""
        self.jenis = jenis
        self.teks = None
        self.pengurai.CharacterDataHandler = self._kumpulkan

    def _kumpulkan(self, teks: str) -> None:
        if self.teks is not None:
            self.teks += teks

    def tutup_sel(self) -> None:
        """The cell before is complete: keep an error, and a formula without a result ("" is one of "str")."""
        if self.jenis == "e" or (self.jenis == "str" and self.teks is None):
            self.hasil.galat[self.baris, self.kolom] = self.teks or ""
        elif self.jenis not in (None, "str") and not self.teks:
            self.hasil.galat[self.baris, self.kolom] = ""
        self.jenis = None
        self.pengurai.CharacterDataHandler = None

    def _hitung_lain(self, nama: str) -> None:
        if nama == "mergeCell":
            self.gabungan += 1
            if self.gabungan > self.batas.gabungan:
                raise BerkasDitolak(
                    f"{self.nama} menggabungkan lebih dari {self.batas.gabungan} sel. Pisahkan sel (Unmerge)."
                )

    def _periksa_luas(self) -> None:
        self.terbawah = max(self.terbawah, self.baris)
        self.terkanan = max(self.terkanan, self.kolom)
        if self.kolom >= self.batas.kolom:
            raise BerkasDitolak(
                f"{self.nama} memuat isi di luar kolom {nama_kolom(self.batas.kolom - 1)}. Hapus kolom di "
                "kanan data, lalu simpan ulang."
            )
        luas = (self.terbawah + 1) * (self.terkanan + 1)
        if self.baris >= self.batas.baris or luas > self.batas.sel:
            raise BerkasDitolak(
                f"{self.nama} memuat lembar sampai baris ke-{self.terbawah + 1}; paling banyak "
                f"{self.batas.baris} baris dan {self.batas.sel} sel per lembar. Hapus baris kosong di bawah "
                "data, atau bagi berkasnya."
            )
