"""The official workbook, declared once: the template writer and the reader both follow these sheets."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kinerja.anggaran.models import Instrumen, JenisBelanja
from kinerja.organisasi.models import JenisSatker, Pengelompokan, TingkatUnitKerja
from kinerja.pengukuran.models import PilihanKeadaan
from kinerja.perencanaan.models import (
    Cakupan,
    CaraHitung,
    JenisTarget,
    Komponen,
    PilihanAgregasiBulan,
    PilihanAgregasiSatker,
    PilihanPolaritas,
    TingkatSasaran,
)
from kinerja.pertukaran.petunjuk import BAGIAN_INDIKATOR, BAGIAN_LAPORAN, BAGIAN_TABEL


class Jenis(StrEnum):
    """How the cells of a column are read."""

    TEKS = "teks"
    KUNCI = "kunci (huruf kecil, angka, tanda hubung)"
    KODE = "kode (huruf, angka, titik, tanda hubung)"
    RUJUKAN = "rujukan"
    ANGKA = "angka"
    BULAT = "bilangan bulat"
    RUPIAH = "rupiah bulat"
    TAHUN = "tahun"
    BULAN = "bulan (1–12 atau namanya)"
    TANGGAL = "tanggal"
    PILIHAN = "pilihan"


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column: found by `judul` or one of `sinonim`, whatever its place.

    An empty cell is read as `bawaan`. `panjang` and `terbesar` are what the database holds: letters of a
    text, the highest whole number; `persen` tells whether a percentage may stand in a column of numbers.
    """

    kunci: str
    judul: str
    jenis: Jenis = Jenis.TEKS
    wajib: bool = True
    pilihan: tuple[str, ...] = ()
    sinonim: tuple[str, ...] = ()
    bawaan: str | None = None
    panjang: int = 20_000
    terbesar: int = 32_767
    persen: bool = True
    catatan: str = ""
    lebar: int = 16


@dataclass(frozen=True, slots=True)
class Lembar:
    """A sheet; no two of its rows may agree in all the columns of `tunggal`.

    `sebutan` lists the columns by which rows of other sheets name a row of this one, in full and in part.
    """

    nama: str
    uraian: str
    kolom: tuple[Kolom, ...]
    tunggal: tuple[str, ...]
    sebutan: tuple[tuple[str, ...], ...] = ()


def _kunci(kunci: str, judul: str, panjang: int, catatan: str = "", *, wajib: bool = True) -> Kolom:
    return Kolom(kunci, judul, Jenis.KUNCI, wajib, panjang=panjang, catatan=catatan, lebar=22)


def _kode(
    kunci: str, judul: str, panjang: int, *, wajib: bool = True, sinonim: tuple[str, ...] = ()
) -> Kolom:
    return Kolom(kunci, judul, Jenis.KODE, wajib, sinonim=sinonim, panjang=panjang, lebar=14)


def _rujukan(kunci: str, judul: str, catatan: str = "", *, wajib: bool = True, lebar: int = 22) -> Kolom:
    return Kolom(kunci, judul, Jenis.RUJUKAN, wajib, panjang=250, catatan=catatan, lebar=lebar)


def _nama(kunci: str, judul: str, panjang: int, catatan: str = "", *, lebar: int = 40) -> Kolom:
    return Kolom(kunci, judul, Jenis.TEKS, panjang=panjang, catatan=catatan, lebar=lebar)


def _teks(kunci: str, judul: str, catatan: str = "", *, wajib: bool = False, lebar: int = 40) -> Kolom:
    return Kolom(kunci, judul, Jenis.TEKS, wajib, catatan=catatan, lebar=lebar)


def _pilihan(
    kunci: str, judul: str, pilihan: list[str], catatan: str = "", *, wajib: bool = True, lebar: int = 16
) -> Kolom:
    return Kolom(kunci, judul, Jenis.PILIHAN, wajib, tuple(pilihan), catatan=catatan, lebar=lebar)


def _angka(kunci: str, judul: str, catatan: str = "") -> Kolom:
    return Kolom(kunci, judul, Jenis.ANGKA, wajib=False, catatan=catatan)


def _rupiah(
    kunci: str, judul: str, catatan: str = "Rupiah penuh tanpa desimal.", *, wajib: bool = True
) -> Kolom:
    return Kolom(kunci, judul, Jenis.RUPIAH, wajib, terbesar=10**15, catatan=catatan, lebar=20)


_SATKER = _rujukan("satker", "Satker", "Kunci satker (misalnya kanwil-sumsel) atau kode satker enam angka.")
_TAHUN = Kolom("tahun", "Tahun", Jenis.TAHUN, sinonim=("tahun anggaran", "ta"), lebar=8)
_INDIKATOR = _rujukan("indikator", "Indikator", "Kode indikator, misalnya PAS-2.1.", lebar=14)

UNIT = Lembar(
    "Unit Eselon I",
    "Unit Eselon I kementerian; sasaran, perjanjian, dan anggaran dikelompokkan menurut unit ini.",
    (_kode("kode", "Kode Unit", 20), _nama("nama", "Nama Unit", 200)),
    ("kode",),
    (("kode",),),
)
SATKER = Lembar(
    "Satker",
    "Satuan kerja dan kedudukannya. Perubahan nama atau induk ditulis sebagai baris baru dengan tanggal mulai.",
    (
        _kunci("kunci", "Kunci Satker", 60, "Sebutan tetap, tidak berganti bila namanya berganti."),
        _kode("kode", "Kode Satker", 10, wajib=False, sinonim=("kode satuan kerja",)),
        _pilihan("jenis", "Jenis", JenisSatker.values),
        _nama("nama", "Nama Satker", 200, lebar=50),
        _nama("nama_singkat", "Nama Singkat", 100, lebar=26),
        Kolom("kelas", "Kelas", wajib=False, panjang=20, lebar=10),
        _rujukan("induk", "Induk", "Kunci satker di atasnya; kosong untuk yang paling atas.", wajib=False),
        _rujukan("unit", "Unit", "Kode unit Eselon I.", wajib=False, lebar=10),
        Kolom("berlaku_dari", "Berlaku Dari", Jenis.TANGGAL, lebar=14),
        Kolom("berlaku_sampai", "Berlaku Sampai", Jenis.TANGGAL, wajib=False, lebar=14),
    ),
    ("kunci", "berlaku_dari"),
    (("kunci",), ("kode",)),
)
UNIT_KERJA = Lembar(
    "Unit Kerja",
    "Divisi, bagian, bidang, seksi, urusan, dan subunitnya di dalam satker.",
    (
        _SATKER,
        _kunci("kunci", "Kunci Unit Kerja", 80),
        _nama("nama", "Nama Unit Kerja", 200),
        _pilihan("tingkat", "Tingkat", TingkatUnitKerja.values),
        _rujukan("induk", "Induk", "Kunci unit kerja di atasnya.", wajib=False, lebar=40),
        _teks("tugas", "Tugas"),
        _teks("fungsi", "Fungsi", "Satu fungsi per baris (Alt+Enter)."),
    ),
    ("satker", "kunci"),
    (("satker", "kunci"), ("kunci",)),
)
PEGAWAI = Lembar(
    "Pegawai",
    "Jumlah pegawai pada akhir tahun menurut satu pengelompokan.",
    (
        _SATKER,
        _TAHUN,
        _pilihan("menurut", "Menurut", Pengelompokan.values),
        _nama("rincian", "Rincian", 60, "Misalnya Laki-laki, S-1, III/a.", lebar=18),
        Kolom("jumlah", "Jumlah", Jenis.BULAT, terbesar=10_000_000, lebar=10),
    ),
    ("satker", "tahun", "menurut", "rincian"),
)
RENSTRA = Lembar(
    "Renstra",
    "Rencana strategis yang berlaku.",
    (
        _nama("nama", "Nama Renstra", 250),
        Kolom("tahun_awal", "Tahun Awal", Jenis.TAHUN, lebar=10),
        Kolom("tahun_akhir", "Tahun Akhir", Jenis.TAHUN, lebar=10),
        _nama("dasar_hukum", "Dasar Hukum", 250),
        _teks("visi", "Visi", wajib=True),
    ),
    ("nama",),
    (("nama",),),
)
MISI = Lembar(
    "Misi",
    "Misi dalam Renstra.",
    (
        _rujukan("renstra", "Renstra", "Nama Renstra seperti pada lembar Renstra.", lebar=40),
        Kolom("urutan", "Nomor", Jenis.BULAT, lebar=8),
        _teks("teks", "Misi", wajib=True, lebar=70),
    ),
    ("renstra", "urutan"),
)
SASARAN = Lembar(
    "Sasaran",
    "Sasaran strategis, program, dan kegiatan.",
    (
        _rujukan("renstra", "Renstra", lebar=40),
        _kode("kode", "Kode Sasaran", 30),
        _pilihan("tingkat", "Tingkat", TingkatSasaran.values),
        _rujukan("unit", "Unit", "Kode unit Eselon I.", lebar=10),
        _teks("teks", "Sasaran", wajib=True, lebar=60),
        Kolom("program", "Program", wajib=False, panjang=250, lebar=40),
        _rujukan("induk", "Induk", "Kode sasaran di atasnya.", wajib=False, lebar=14),
    ),
    ("kode",),
    (("kode",),),
)
INDIKATOR = Lembar(
    "Indikator",
    "Indikator kinerja dengan manualnya.",
    (
        _kode("kode", "Kode Indikator", 30),
        _rujukan("sasaran", "Sasaran", "Kode sasaran.", lebar=12),
        _teks("nama", "Nama Indikator", wajib=True, lebar=60),
        _nama("satuan", "Satuan", 60, "Tulis % untuk persentase.", lebar=14),
        _pilihan("polaritas", "Polaritas", PilihanPolaritas.values),
        _pilihan("cara_hitung", "Cara Hitung", CaraHitung.values),
        _pilihan("agregasi_bulan", "Agregasi Bulan", PilihanAgregasiBulan.values),
        _pilihan("agregasi_satker", "Agregasi Satker", PilihanAgregasiSatker.values),
        _teks("definisi", "Definisi"),
        _teks("rumus", "Rumus"),
        _teks("sumber_data", "Sumber Data"),
        _rujukan(
            "penanggung_jawab",
            "Penanggung Jawab",
            "Kunci unit kerja; satker/kunci bila dipakai beberapa satker.",
            wajib=False,
        ),
        _pilihan("polaritas_usulan", "Polaritas Usulan", PilihanPolaritas.values, wajib=False),
        _teks(
            "catatan_mutu", "Catatan Mutu", "Keraguan atas rumus, satuan, atau target; dicetak di laporan."
        ),
    ),
    ("kode",),
    (("kode",),),
)
KOMPONEN = Lembar(
    "Komponen",
    "Pasangan pembilang dan penyebut yang membentuk indikator; 'utama' bila hanya satu.",
    (
        _INDIKATOR,
        _kode("kode", "Komponen", 20),
        _teks("label_pembilang", "Label Pembilang", lebar=50),
        _teks("label_penyebut", "Label Penyebut", lebar=50),
    ),
    ("indikator", "kode"),
    (("indikator", "kode"),),
)
TARGET = Lembar(
    "Target",
    "Target tahunan menurut Renstra, Perjanjian Kinerja, atau standar nasional.",
    (
        _INDIKATOR,
        _SATKER,
        _TAHUN,
        _pilihan("jenis", "Jenis Target", JenisTarget.values),
        _angka("nilai", "Target", "Persen ditulis sebagai angka persen: 97,4 berarti 97,4%."),
        _angka("bawah", "Batas Bawah", "Hanya untuk target berupa rentang."),
        _angka("atas", "Batas Atas", "Hanya untuk target berupa rentang."),
        Kolom(
            "cakupan",
            "Cakupan",
            Jenis.PILIHAN,
            wajib=False,
            pilihan=tuple(Cakupan.values),
            bawaan=Cakupan.SATKER.value,
            catatan="Kosong berarti satker.",
        ),
        Kolom("sumber", "Sumber", wajib=False, panjang=200, lebar=40),
    ),
    ("indikator", "satker", "tahun", "jenis"),
)
REALISASI = Lembar(
    "Realisasi",
    "Realisasi per komponen, satker, dan bulan. Rasio diisi pembilang dan penyebutnya, bukan persennya.",
    (
        _INDIKATOR,
        Kolom(
            "komponen",
            "Komponen",
            Jenis.RUJUKAN,
            wajib=False,
            bawaan=Komponen.UTAMA,
            catatan="Kosong berarti utama.",
            lebar=12,
        ),
        _SATKER,
        _TAHUN,
        Kolom("bulan", "Bulan", Jenis.BULAN, wajib=False, catatan="6 atau Juni; kosong = angka setahun."),
        Kolom(
            "keadaan",
            "Keadaan",
            Jenis.PILIHAN,
            wajib=False,
            pilihan=tuple(PilihanKeadaan.values),
            bawaan=PilihanKeadaan.TERISI.value,
            catatan="Kosong berarti terisi.",
        ),
        Kolom("pembilang", "Pembilang", Jenis.ANGKA, wajib=False, persen=False),
        Kolom("penyebut", "Penyebut", Jenis.ANGKA, wajib=False, persen=False),
        _angka("nilai", "Nilai", "Hanya bila indikator tidak dihitung dari pembilang dan penyebut."),
    ),
    ("indikator", "komponen", "satker", "tahun", "bulan"),
)
ANGGARAN_SASARAN = Lembar(
    "Anggaran Sasaran",
    "Pagu dan realisasi anggaran per sasaran kegiatan.",
    (
        _rujukan("sasaran", "Sasaran", "Kode sasaran.", lebar=12),
        _SATKER,
        _TAHUN,
        _rupiah("pagu_awal", "Pagu Awal", "Pagu pada saat Perjanjian Kinerja.", wajib=False),
        _rupiah("pagu", "Pagu"),
        _rupiah("realisasi", "Realisasi Anggaran"),
    ),
    ("sasaran", "satker", "tahun"),
)
ANGGARAN_BELANJA = Lembar(
    "Anggaran Belanja",
    "Pagu dan realisasi per jenis belanja.",
    (
        _SATKER,
        _TAHUN,
        _pilihan(
            "jenis", "Jenis Belanja", JenisBelanja.values, "51 pegawai, 52 barang, 53 modal, 57 bansos."
        ),
        _rupiah("pagu", "Pagu"),
        _rupiah("realisasi", "Realisasi Anggaran"),
        _angka("target_serapan", "Target Serapan", "Persen sampai akhir tahun."),
    ),
    ("satker", "tahun", "jenis"),
)
PAGU_SATKER = Lembar(
    "Pagu Satker",
    "Pagu DIPA per satker.",
    (_SATKER, _TAHUN, _rupiah("pagu", "Pagu")),
    ("satker", "tahun"),
)
SKOR_ANGGARAN = Lembar(
    "Skor Anggaran",
    "Skor SMART dan IKPA sebagaimana diterbitkan Kementerian Keuangan; unsur 'nilai' adalah nilai akhirnya.",
    (
        _SATKER,
        _TAHUN,
        _pilihan("instrumen", "Instrumen", Instrumen.values),
        _nama("unsur", "Unsur", 60, lebar=30),
        Kolom("nilai", "Nilai", Jenis.ANGKA),
    ),
    ("satker", "tahun", "instrumen", "unsur"),
)
PERJANJIAN = Lembar(
    "Perjanjian",
    "Perjanjian Kinerja menurut jabatan (tanpa nama orang).",
    (
        _SATKER,
        _TAHUN,
        _kode("kode", "Kode Perjanjian", 30),
        _rujukan("unit", "Unit", lebar=10),
        _nama("pihak_pertama", "Pihak Pertama", 200),
        _nama("pihak_kedua", "Pihak Kedua", 200),
        _nama("tempat", "Tempat", 100, lebar=16),
        Kolom("tanggal", "Tanggal", Jenis.TANGGAL, wajib=False, lebar=14),
        Kolom(
            "lingkup",
            "Lingkup",
            wajib=False,
            panjang=200,
            catatan="Kode sasaran dipisah titik koma; kosong berarti semua sasaran unit.",
            lebar=24,
        ),
    ),
    ("satker", "tahun", "kode"),
    (("satker", "tahun", "kode"), ("tahun", "kode")),
)
ANGGARAN_PERJANJIAN = Lembar(
    "Anggaran Perjanjian",
    "Anggaran pada lampiran Perjanjian Kinerja.",
    (
        _SATKER,
        _TAHUN,
        _rujukan("perjanjian", "Kode Perjanjian", lebar=16),
        _nama("program", "Program", 250),
        _nama("kegiatan", "Kegiatan", 250),
        _rupiah("nilai", "Anggaran"),
    ),
    ("satker", "tahun", "perjanjian", "program", "kegiatan"),
)
NARASI = Lembar(
    "Narasi",
    "Uraian yang ditulis orang: per bagian laporan, atau per indikator.",
    (
        _SATKER,
        _TAHUN,
        _pilihan(
            "bagian",
            "Bagian",
            [*BAGIAN_LAPORAN, *BAGIAN_INDIKATOR],
            "Pilih dari daftar; guna setiap bagian ada di lembar Petunjuk.",
            lebar=24,
        ),
        _rujukan(
            "indikator", "Indikator", "Kode indikator; kosong untuk bagian laporan.", wajib=False, lebar=14
        ),
        _teks("isi", "Isi", "Paragraf dipisah baris kosong; butir daftar diawali '- '.", lebar=90),
    ),
    ("satker", "tahun", "bagian", "indikator"),
)
TABEL_PENDUKUNG = Lembar(
    "Tabel Pendukung",
    "Tabel data dukung; satu baris lembar ini adalah satu sel tabel.",
    (
        _SATKER,
        _TAHUN,
        _kunci("kunci", "Kunci Tabel", 60),
        _teks("judul", "Judul Tabel", wajib=True),
        _pilihan(
            "bagian", "Bagian", list(BAGIAN_TABEL), "Isi ini, atau kolom Indikator.", wajib=False, lebar=24
        ),
        _rujukan("indikator", "Indikator", "Isi ini, atau kolom Bagian.", wajib=False, lebar=14),
        Kolom("baris", "Baris", Jenis.BULAT, lebar=8),
        _teks("kolom", "Kolom", wajib=True, lebar=24),
        _pilihan("jenis", "Jenis Kolom", ["teks", "angka"]),
        _teks("isi", "Isi", lebar=40),
        _teks("sumber", "Sumber"),
    ),
    ("satker", "tahun", "kunci", "baris", "kolom"),
)

BUKU = (
    UNIT,
    SATKER,
    UNIT_KERJA,
    PEGAWAI,
    RENSTRA,
    MISI,
    SASARAN,
    INDIKATOR,
    KOMPONEN,
    TARGET,
    REALISASI,
    ANGGARAN_SASARAN,
    ANGGARAN_BELANJA,
    PAGU_SATKER,
    SKOR_ANGGARAN,
    PERJANJIAN,
    ANGGARAN_PERJANJIAN,
    NARASI,
    TABEL_PENDUKUNG,
)
"""Every sheet in the order of import: what is referred to comes before what refers to it."""


def cari_lembar(nama: str) -> Lembar | None:
    """The declared sheet of that name, ignoring case and outer blanks."""
    dicari = nama.strip().casefold()
    return next((lembar for lembar in BUKU if lembar.nama.casefold() == dicari), None)


def list_judul(kolom: Kolom) -> Iterator[str]:
    """Every header text by which `kolom` is recognised."""
    yield kolom.judul
    yield from kolom.sinonim
