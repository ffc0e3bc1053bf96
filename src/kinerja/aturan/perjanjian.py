"""Rules of a Perjanjian Kinerja: what it must hold, who leads it on, on which grounds it may change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from kinerja.aturan.parameter import RujukanAturan, as_angka, as_peta, as_teks, load_parameter
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.cetak import cetak_rupiah, cetak_tanggal
from kinerja.dasar.periode import tambah_bulan


class StatusPerjanjian(StrEnum):
    """Where a version stands; its contents may change in DRAF only."""

    DRAF = "draf"
    DIPARAF = "diparaf"
    DITANDATANGANI = "ditandatangani"


class TindakanPerjanjian(StrEnum):
    """What can be done to a version."""

    PARAF = "paraf"
    KEMBALIKAN = "kembalikan"
    TANDA_TANGANI = "tanda_tangani"


class Tingkat(StrEnum):
    """SALAH bars the signature, PERHATIAN is to be read before it."""

    SALAH = "salah"
    PERHATIAN = "perhatian"


@dataclass(frozen=True, slots=True)
class PeralihanPerjanjian:
    """One row of the table of states."""

    tindakan: TindakanPerjanjian
    dari: StatusPerjanjian
    ke: StatusPerjanjian
    perlu_alasan: bool = False


PERALIHAN_PERJANJIAN: Final = (
    PeralihanPerjanjian(TindakanPerjanjian.PARAF, StatusPerjanjian.DRAF, StatusPerjanjian.DIPARAF),
    PeralihanPerjanjian(
        TindakanPerjanjian.KEMBALIKAN, StatusPerjanjian.DIPARAF, StatusPerjanjian.DRAF, perlu_alasan=True
    ),
    PeralihanPerjanjian(
        TindakanPerjanjian.TANDA_TANGANI, StatusPerjanjian.DIPARAF, StatusPerjanjian.DITANDATANGANI
    ),
)
_TABEL: Final = {(p.tindakan, p.dari): p for p in PERALIHAN_PERJANJIAN}


@dataclass(frozen=True, slots=True)
class LangkahPerjanjian:
    """Who wants what of a version; people by any fixed key.

    `pembuat` made it. `jabatan` is the party the actor signs for, `jabatan_pelaku` what he is himself;
    `sudah` are the parties that signed already.
    """

    tindakan: TindakanPerjanjian
    pelaku: str
    pembuat: str
    alasan: str = ""
    jabatan: str = ""
    jabatan_pelaku: str = ""
    sudah: frozenset[str] = frozenset()


def decide_perjanjian(
    status: StatusPerjanjian, langkah: LangkahPerjanjian
) -> tuple[StatusPerjanjian, tuple[Temuan, ...]]:
    """The state after the wish and what stands against it; with any temuan the state is the old one."""
    peralihan = _TABEL.get((langkah.tindakan, status))
    if peralihan is None:
        pesan = f"Perjanjian berstatus {status} tidak dapat di-{langkah.tindakan.replace('_', ' ')}."
        if status is StatusPerjanjian.DITANDATANGANI:
            pesan = "Perjanjian ini sudah ditandatangani dan tidak berubah lagi."
        cara = "Muat ulang halaman; untuk mengubah isinya buat versi baru dengan dasar perubahannya."
        return status, (Temuan("peralihan_tidak_ada", pesan, cara),)
    temuan = tuple(_check_langkah(langkah, peralihan))
    return (status if temuan else peralihan.ke), temuan


def _check_langkah(langkah: LangkahPerjanjian, peralihan: PeralihanPerjanjian) -> Iterator[Temuan]:
    kembali = langkah.tindakan is TindakanPerjanjian.KEMBALIKAN
    if not kembali and langkah.pelaku == langkah.pembuat:
        pesan = "Yang membuat perjanjian tidak memaraf atau menandatanganinya sendiri."
        yield Temuan("pembuat_sendiri", pesan, "Mintalah pejabat lain yang berwenang.")
    if peralihan.perlu_alasan and not langkah.alasan.strip():
        yield Temuan("alasan_wajib", "Pengembalian perjanjian perlu alasan.", "Tuliskan alasannya.")
    if langkah.tindakan is TindakanPerjanjian.TANDA_TANGANI:
        yield from _check_penandatangan(langkah)


def _check_penandatangan(langkah: LangkahPerjanjian) -> Iterator[Temuan]:
    if langkah.jabatan in langkah.sudah:
        pesan = f"{langkah.jabatan} sudah menandatangani perjanjian ini."
        yield Temuan("sudah_ditandatangani", pesan, "Tidak perlu menandatangani dua kali.")
    if not is_jabatan_sama(langkah.jabatan, langkah.jabatan_pelaku):
        pesan = (
            f"Yang menandatangani di sini adalah {langkah.jabatan}, sedangkan jabatan pada akun Anda "
            f"{langkah.jabatan_pelaku or 'kosong'}."
        )
        cara = "Masuk dengan akun pejabat itu, atau minta admin memperbaiki jabatan pada akun."
        yield Temuan("pihak_keliru", pesan, cara)


_AWALAN_PELAKSANA: Final = ("plt.", "plh.", "pjs.", "pj.")


def strip_pelaksana(jabatan: str) -> str:
    """The jabatan without "Plt." or "Plh.": "Plt. Direktur Jenderal Imigrasi" -> "Direktur Jenderal Imigrasi"."""
    rapat = " ".join(jabatan.split())
    awal, _, sisa = rapat.partition(" ")
    return sisa if awal.lower() in _AWALAN_PELAKSANA else rapat


def is_jabatan_sama(satu: str, dua: str) -> bool:
    """Whether two texts name the same jabatan, held by whom and however acting."""
    return strip_pelaksana(satu).casefold() == strip_pelaksana(dua).casefold() != ""


def compute_batas_perjanjian(dipa: date) -> tuple[date, RujukanAturan]:
    """The last day for a Perjanjian Kinerja after its DIPA of that day, and the rule that says so.

    The same day of the month after; the last of that month where it has none.
    """
    parameter = load_parameter("batas_perjanjian")
    bulan = int(as_angka(parameter.pada(dipa).isi))
    return tambah_bulan(dipa, bulan), parameter.rujuk(dipa, f"tanggal DIPA + {bulan} bulan")


def list_dasar_perubahan(pada: date) -> dict[str, str]:
    """The lawful grounds of a change in force on that day: key -> wording."""
    isi = as_peta(load_parameter("dasar_perubahan_perjanjian").pada(pada).isi)
    return {kunci: as_teks(bunyi) for kunci, bunyi in isi.items()}


@dataclass(frozen=True, slots=True)
class BahanIndikator:
    """What a check looks at in one promised indicator."""

    kode: str
    sasaran: str
    satuan: str
    bertarget: bool
    definisi: str


@dataclass(frozen=True, slots=True)
class BahanPerjanjian:
    """What the checks look at; rupiah as integers.

    `pagu_dipa`, `tanggal_dipa` and `tanggal` are None while unknown. `atasan` are the superiors of the first party
    on the day, None when nobody recorded them; a minister signs alone and has `pihak_kedua` empty.
    """

    tahun: int
    nomor: int
    tanggal: date | None
    tanggal_dipa: date | None
    pagu_dipa: int | None
    anggaran: int
    pihak_kedua: str
    atasan: tuple[str, ...] | None
    sasaran: tuple[str, ...]
    indikator: tuple[BahanIndikator, ...]
    dasar_perubahan: str = ""
    alasan: str = ""


@dataclass(frozen=True, slots=True)
class TemuanPerjanjian:
    """One finding with its weight, and the article it rests on."""

    tingkat: Tingkat
    temuan: Temuan
    aturan: RujukanAturan


def check_perjanjian(bahan: BahanPerjanjian) -> tuple[TemuanPerjanjian, ...]:
    """Everything a version breaks or leaves open, in the order of the form (PermenPANRB 53/2014 Lampiran I)."""
    aturan = load_parameter("syarat_perjanjian")
    hari = bahan.tanggal or date(bahan.tahun, 1, 1)
    bunyi = as_peta(aturan.pada(hari).isi)
    return tuple(
        TemuanPerjanjian(tingkat, Temuan(f"pk_{kode}", pesan, cara), aturan.rujuk(hari, as_teks(bunyi[kode])))
        for tingkat, kode, pesan, cara in (
            *_check_waktu(bahan),
            *_check_perubahan(bahan),
            *_check_pihak(bahan),
            *_check_isi(bahan),
            *_check_anggaran(bahan),
        )
    )


_Hasil = tuple[Tingkat, str, str, str]


def _check_waktu(bahan: BahanPerjanjian) -> Iterator[_Hasil]:
    if bahan.tanggal is None:
        # Nobody knows whether it is late; it is undated, and what bears no day is not signed.
        pesan = "Tanggal perjanjian belum diisi, jadi ketepatan waktunya tidak dapat diperiksa."
        yield Tingkat.SALAH, "bertanggal", pesan, "Isi tanggal penandatanganan."
    if bahan.tanggal_dipa is None:
        pesan = "Tanggal DIPA belum diisi, jadi batas waktu perjanjian tidak dapat diperiksa."
        yield Tingkat.PERHATIAN, "sesudah_dipa", pesan, "Isi nomor, tanggal, dan pagu DIPA."
    if bahan.tanggal is None or bahan.tanggal_dipa is None:
        return
    if bahan.tanggal < bahan.tanggal_dipa:
        pesan = (
            f"Perjanjian bertanggal {cetak_tanggal(bahan.tanggal)}, sebelum DIPA disahkan pada "
            f"{cetak_tanggal(bahan.tanggal_dipa)}."
        )
        yield Tingkat.SALAH, "sesudah_dipa", pesan, "Perbaiki tanggal perjanjian atau tanggal DIPA."
    batas = compute_batas_perjanjian(bahan.tanggal_dipa)[0]
    if bahan.nomor == 1 and bahan.tanggal > batas:
        pesan = (
            f"Perjanjian bertanggal {cetak_tanggal(bahan.tanggal)}, lewat dari batas {cetak_tanggal(batas)}."
        )
        cara = "Tandatangani dengan tanggal sebenarnya dan jelaskan keterlambatannya; jangan memundurkan tanggal."
        yield Tingkat.PERHATIAN, "tepat_waktu", pesan, cara


def _check_perubahan(bahan: BahanPerjanjian) -> Iterator[_Hasil]:
    if bahan.nomor == 1:
        return
    if bahan.dasar_perubahan not in list_dasar_perubahan(bahan.tanggal or date(bahan.tahun, 12, 31)):
        pesan = f"Versi {bahan.nomor} tidak menyebut dasar perubahan."
        yield Tingkat.SALAH, "dasar_perubahan", pesan, "Pilih satu dari tiga dasar perubahan."
    if not bahan.alasan.strip():
        pesan = f"Versi {bahan.nomor} tidak menjelaskan apa yang berubah dan mengapa."
        yield Tingkat.SALAH, "dasar_perubahan", pesan, "Tulis penjelasannya."


def _check_pihak(bahan: BahanPerjanjian) -> Iterator[_Hasil]:
    if not bahan.pihak_kedua:
        return
    if bahan.atasan is None:
        pesan = f"Garis atasan pihak pertama belum dicatat, jadi kedudukan {bahan.pihak_kedua} tidak dapat diperiksa."
        yield Tingkat.PERHATIAN, "pihak_kedua", pesan, "Catat jabatan dan atasannya."
    elif not any(is_jabatan_sama(bahan.pihak_kedua, satu) for satu in bahan.atasan):
        atasan = ", ".join(bahan.atasan) or "tidak ada"
        pesan = f"{bahan.pihak_kedua} bukan atasan pihak pertama pada hari itu (tercatat: {atasan})."
        yield Tingkat.SALAH, "pihak_kedua", pesan, "Perbaiki pihak kedua atau garis atasannya."


def _check_isi(bahan: BahanPerjanjian) -> Iterator[_Hasil]:
    berisi = {i.sasaran for i in bahan.indikator}
    kosong = [kode for kode in bahan.sasaran if kode not in berisi]
    if not bahan.sasaran:
        pesan = "Perjanjian tidak memuat satu sasaran pun."
        yield Tingkat.SALAH, "berindikator", pesan, "Pilih sasaran yang dijanjikan."
    if kosong:
        pesan = f"Sasaran tanpa indikator: {_sebut(kosong)}."
        yield Tingkat.SALAH, "berindikator", pesan, "Tambahkan indikator atau keluarkan sasaran itu."
    if tanpa := [i.kode for i in bahan.indikator if not i.bertarget]:
        pesan = f"Indikator tanpa target: {_sebut(tanpa)}."
        yield Tingkat.SALAH, "bertarget", pesan, "Isi target Perjanjian Kinerja."
    if tanpa := [i.kode for i in bahan.indikator if not i.satuan.strip()]:
        yield Tingkat.SALAH, "bersatuan", f"Indikator tanpa satuan: {_sebut(tanpa)}.", "Isi satuannya."
    if tanpa := [i.kode for i in bahan.indikator if not i.definisi.strip()]:
        pesan = f"Indikator tanpa definisi operasional: {_sebut(tanpa)}."
        yield Tingkat.PERHATIAN, "berdefinisi", pesan, "Lengkapi definisi pada kartu indikator."


def _check_anggaran(bahan: BahanPerjanjian) -> Iterator[_Hasil]:
    if bahan.pagu_dipa is None:
        pesan = "Pagu DIPA belum diisi, jadi jumlah anggaran tidak dapat dicocokkan."
        yield Tingkat.PERHATIAN, "jumlah_anggaran", pesan, "Isi pagu DIPA."
    elif bahan.anggaran != bahan.pagu_dipa:
        pesan = (
            f"Jumlah anggaran pada lampiran {cetak_rupiah(bahan.anggaran)}, sedangkan pagu DIPA "
            f"{cetak_rupiah(bahan.pagu_dipa)}; selisih {cetak_rupiah(bahan.anggaran - bahan.pagu_dipa)}."
        )
        yield Tingkat.SALAH, "jumlah_anggaran", pesan, "Perbaiki baris anggaran atau pagu DIPA."


def _sebut(kode: list[str], paling_banyak: int = 8) -> str:
    sisa = len(kode) - paling_banyak
    return ", ".join(kode[:paling_banyak]) + (f", dan {sisa} lainnya" if sisa > 0 else "")
