"""Mistakes people make in the workbook, each with the one problem it must give."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.pertukaran.kantor import AWAL, RENSTRA, Kantor, Rumus


@dataclass(frozen=True, slots=True)
class Kasus:
    """A mistake and the problem it must give."""

    ubah: Callable[[Kantor], Any]
    tempat: str
    terbaca: str
    aturan: str
    cara: str = ""


def isi(lembar: str, nomor: int, judul: str, nilai: Any) -> Callable[[Kantor], None]:
    """Put a value into the cell of row `nomor` (as the spreadsheet counts) under the header `judul`."""

    def ubah(kantor: Kantor) -> None:
        baris = kantor[lembar]
        baris[nomor - 1][baris[0].index(judul)] = nilai

    return ubah


def tambah(lembar: str, *sel: Any) -> Callable[[Kantor], None]:
    """Add a row, filled up with empty cells."""

    def ubah(kantor: Kantor) -> None:
        kantor[lembar].append([*sel, *[None] * (len(kantor[lembar][0]) - len(sel))])

    return ubah


def semua(*ubahan: Callable[[Kantor], Any]) -> Callable[[Kantor], None]:
    def ubah(kantor: Kantor) -> None:
        for satu in ubahan:
            satu(kantor)

    return ubah


def satker(kunci: str, **lain: Any) -> Callable[[Kantor], None]:
    sel = {"kode": None, "jenis": "lapas", "induk": "kanwil-a", "dari": AWAL, "sampai": None} | lain
    return tambah(
        "Satker",
        kunci,
        sel["kode"],
        sel["jenis"],
        "Nama",
        "Nama",
        None,
        sel["induk"],
        None,
        sel["dari"],
        sel["sampai"],
    )


R, T, S = "Realisasi", "Target", "Satker"

ANGKA = {
    "angka bermakna dua": Kasus(
        semua(
            *(isi(R, n, "Pembilang", None) for n in (2, 3)),
            isi(R, 2, "Pembilang", "5,050"),
            isi(R, 3, "Pembilang", 9),
        ),
        f"{R}!G2",
        "5,050",
        "tidak terbaca sebagai angka",
        "Tulis 5050 atau 5,05",
    ),
    "teks dalam angka": Kasus(
        isi(R, 2, "Pembilang", "delapan"), f"{R}!G2", "delapan", "tidak terbaca", "1.234,5"
    ),
    "galat rumus": Kasus(isi(R, 2, "Penyebut", Rumus("=1/0", "#DIV/0!")), f"{R}!H2", "#DIV/0!", "galat"),
    "galat rujukan": Kasus(isi(R, 2, "Penyebut", Rumus("=X!A1", "#REF!")), f"{R}!H2", "#REF!", "galat"),
    "galat tertempel": Kasus(isi(R, 2, "Penyebut", "#N/A"), f"{R}!H2", "#N/A", "galat"),
    "desimal kelima": Kasus(
        isi(T, 2, "Target", 90.12345), f"{T}!E2", "90.12345", "lebih dari 4 desimal", "Bulatkan"
    ),
    "angka raksasa": Kasus(isi(T, 2, "Target", 1e15), f"{T}!E2", "1000000000000000", "terlalu besar"),
    "angka tak terhingga": Kasus(isi(T, 2, "Target", "1e999"), f"{T}!E2", "1e999", "tidak terbaca"),
    "benar-salah": Kasus(isi(T, 2, "Target", True), f"{T}!E2", "TRUE", "harus berupa angka"),
    "tanggal dalam angka": Kasus(
        isi(T, 2, "Target", datetime.date(2023, 5, 9)),
        f"{T}!E2",
        "2023-05-09",
        "harus berupa angka",
        "format sel",
    ),
    "rupiah berdesimal": Kasus(
        isi("Pagu Satker", 2, "Pagu", 10.5), "Pagu Satker!C2", "10.5", "bilangan bulat"
    ),
    "rupiah negatif": Kasus(
        isi("Pagu Satker", 2, "Pagu", -10), "Pagu Satker!C2", "-10", "tidak boleh negatif"
    ),
    "rupiah raksasa": Kasus(
        isi("Pagu Satker", 2, "Pagu", 2e15), "Pagu Satker!C2", "2000000000000000", "terlalu besar"
    ),
    "rupiah berpersen": Kasus(
        isi("Pagu Satker", 2, "Pagu", "50%"), "Pagu Satker!C2", "50%", "bukan persentase"
    ),
    "bulat raksasa": Kasus(isi("Misi", 2, "Nomor", 40_000), "Misi!B2", "40000", "terlalu besar", "32.767"),
}
TEKS = {
    "wajib kosong": Kasus(isi(R, 2, "Satker", None), f"{R}!C2", "", "wajib diisi"),
    "wajib bergaris": Kasus(isi("Pagu Satker", 2, "Pagu", "–"), "Pagu Satker!C2", "–", "wajib diisi"),
    "teks terlalu panjang": Kasus(
        isi("Narasi", 2, "Isi", "x" * 20_001), "Narasi!E2", "x" * 20_001, "20.000 huruf"
    ),
    "nama terlalu panjang": Kasus(isi(S, 2, "Nama Satker", "x" * 201), f"{S}!D2", "x" * 201, "200 huruf"),
    "huruf kendali": Kasus(isi("Narasi", 2, "Isi", "a\x01b"), "Narasi!E2", "a\x01b", "tidak dapat dicetak"),
    "kunci berspasi": Kasus(satker("Lapas C"), f"{S}!A5", "Lapas C", "hanya huruf kecil", "Tulis ulang"),
    "kode bergaris miring": Kasus(
        tambah("Unit Eselon I", "A/B", "Unit"), "Unit Eselon I!A4", "A/B", "tanpa spasi"
    ),
    "pilihan asing": Kasus(
        isi("Indikator", 2, "Polaritas", "miring"),
        "Indikator!E2",
        "miring",
        "tidak mengenal",
        "naik, turun, stabil, rentang",
    ),
}
WAKTU = {
    "tahun di luar Renstra": Kasus(
        isi(R, 2, "Tahun", 2025), f"{R}!D2", "2025", "masa Renstra indikator ini (2020–2024)"
    ),
    "tahun target di luar Renstra": Kasus(isi(T, 2, "Tahun", 2019), f"{T}!C2", "2019", "masa Renstra"),
    "tahun 1999": Kasus(isi(R, 2, "Tahun", 1999), f"{R}!D2", "1999", "antara 2000 dan 2099"),
    "tahun 20X3": Kasus(isi(R, 2, "Tahun", "20X3"), f"{R}!D2", "20X3", "antara 2000 dan 2099"),
    "bulan 13": Kasus(isi(R, 2, "Bulan", 13), f"{R}!E2", "13", "Bulan antara 1 dan 12"),
    "bulan 0": Kasus(isi(R, 2, "Bulan", 0), f"{R}!E2", "0", "Bulan antara 1 dan 12", "setahun"),
    "bulan Romawi": Kasus(isi(R, 2, "Bulan", "IV"), f"{R}!E2", "IV", "bulan atau triwulan", "nama bulannya"),
    "bulan salah eja": Kasus(
        isi(R, 2, "Bulan", "Juny"), f"{R}!E2", "Juny", "bukan nama bulan", "nama bulannya saja: Juni"
    ),
    "bulan setengah": Kasus(isi(R, 2, "Bulan", 1.5), f"{R}!E2", "1.5", "bilangan bulat"),
    "tanggal 31 Februari": Kasus(
        isi(S, 2, "Berlaku Dari", "31/02/2023"), f"{S}!I2", "31/02/2023", "bukan tanggal"
    ),
    "tanggal kata": Kasus(
        isi(S, 2, "Berlaku Dari", "kemarin"), f"{S}!I2", "kemarin", "bukan tanggal", "2/1/2023"
    ),
    "tanggal triwulan": Kasus(
        isi(S, 2, "Berlaku Dari", "1 Jamuari 2023"), f"{S}!I2", "1 Jamuari 2023", "bukan tanggal"
    ),
    "tanggal angka": Kasus(isi(S, 2, "Berlaku Dari", 45000), f"{S}!I2", "45000", "bukan tanggal"),
    "tanggal purba": Kasus(isi(S, 2, "Berlaku Dari", "1/1/0203"), f"{S}!I2", "1/1/0203", "bertahun 203"),
    "masa terbalik": Kasus(
        isi(S, 4, "Berlaku Sampai", datetime.date(2019, 12, 31)),
        f"{S}!J4",
        "2019-12-31",
        "berakhir sebelum mulai",
    ),
    "masa bertumpang": Kasus(
        satker("lapas-b", dari=datetime.date(2023, 1, 1)),
        f"{S}!I5",
        "2023-01-01",
        "bertumpang dengan kedudukan yang mulai 1 Januari 2020",
        "Isi Berlaku Sampai",
    ),
    "Renstra terbalik": Kasus(
        isi("Renstra", 2, "Tahun Akhir", 2019), "Renstra!C2", "2019", "berakhir sebelum mulai"
    ),
    "setahun dan sebulan": Kasus(
        tambah(R, "I-2", "utama", "kanwil-a", 2023, 4, None, None, None, 3.5),
        f"{R}!E4",
        "",
        "keduanya akan terhitung",
        "Pertahankan salah satu",
    ),
}
RUJUKAN = {
    "satker asing": Kasus(
        isi(R, 2, "Satker", "lapas-q"),
        f"{R}!C2",
        "lapas-q",
        "Satker ini tidak dikenal",
        "Mungkin maksudnya: lapas-b, lapas-a",
    ),
    "indikator asing": Kasus(
        isi(R, 2, "Indikator", "ZZ"),
        f"{R}!A2",
        "ZZ",
        "Indikator ini tidak dikenal",
        "tambahkan dulu di lembar Indikator",
    ),
    "komponen asing": Kasus(
        isi(R, 2, "Komponen", "utma"),
        f"{R}!B2",
        "utma",
        "Komponen ini tidak dikenal",
        "Mungkin maksudnya: utama",
    ),
    "komponen yang dikosongkan": Kasus(
        semua(isi("Komponen", 2, "Komponen", "lisan"), isi(R, 2, "Komponen", None), lambda k: k[R].pop(2)),
        f"{R}!B2",
        "",
        'Komponen "utama" tidak dikenal.',
        "Pilih salah satu: lisan.",
    ),
    "unit asing": Kasus(
        isi("Sasaran", 3, "Unit", "PAZ"), "Sasaran!D3", "PAZ", "Unit ini tidak dikenal", "PAS"
    ),
    "renstra asing": Kasus(
        isi("Misi", 2, "Renstra", "Renstra 2020-2024"),
        "Misi!A2",
        "Renstra 2020-2024",
        "Renstra ini tidak dikenal",
        RENSTRA,
    ),
    "induk satker asing": Kasus(
        isi(S, 3, "Induk", "kanwil-b"), f"{S}!G3", "kanwil-b", "Induk ini tidak dikenal"
    ),
    "induk unit kerja asing": Kasus(
        isi("Unit Kerja", 3, "Induk", "bagian-x"), "Unit Kerja!E3", "bagian-x", "Induk ini"
    ),
    "satker unit kerja asing": Kasus(
        isi("Unit Kerja", 3, "Satker", "kanwil-x"), "Unit Kerja!A3", "kanwil-x", "Satker"
    ),
    "penanggung jawab asing": Kasus(
        isi("Indikator", 2, "Penanggung Jawab", "bagian-umun"),
        "Indikator!L2",
        "bagian-umun",
        "Penanggung Jawab ini tidak dikenal",
        "bagian-umum",
    ),
    "sasaran asing": Kasus(
        isi("Anggaran Sasaran", 2, "Sasaran", "SK-9"), "Anggaran Sasaran!A2", "SK-9", "Sasaran ini"
    ),
    "perjanjian asing": Kasus(
        isi("Anggaran Perjanjian", 2, "Kode Perjanjian", "PK-2"),
        "Anggaran Perjanjian!C2",
        "PK-2",
        "Kode Perjanjian ini tidak dikenal",
        "PK-1",
    ),
    "satker anggaran perjanjian asing": Kasus(
        isi("Anggaran Perjanjian", 2, "Satker", "x"),
        "Anggaran Perjanjian!A2",
        "x",
        "Satker ini tidak dikenal",
    ),
    "satker perjanjian asing": Kasus(isi("Perjanjian", 2, "Satker", "x"), "Perjanjian!A2", "x", "Satker ini"),
    "lingkup asing": Kasus(
        isi("Perjanjian", 2, "Lingkup", "SK-1; SK-7"),
        "Perjanjian!I2",
        "SK-1; SK-7",
        "Sasaran ini tidak dikenal: SK-7",
    ),
    "narasi bagian salah eja": Kasus(
        isi("Narasi", 2, "Bagian", "kata_penganter"),
        "Narasi!C2",
        "kata_penganter",
        "Bagian tidak mengenal isi ini",
        "Mungkin maksudnya: kata_pengantar",
    ),
    "narasi bagian asing": Kasus(
        isi("Narasi", 2, "Bagian", "zzz"), "Narasi!C2", "zzz", "tidak mengenal", "lembar Petunjuk"
    ),
    "narasi indikator tanpa indikator": Kasus(
        isi("Narasi", 3, "Indikator", None), "Narasi!D3", "", "milik sebuah indikator", "Isi kolom Indikator"
    ),
    "narasi laporan berindikator": Kasus(
        isi("Narasi", 3, "Bagian", "saran"), "Narasi!C3", "saran", "milik laporan", "Kosongkan Indikator"
    ),
    "tabel bagian asing": Kasus(
        semua(*(isi("Tabel Pendukung", n, "Bagian", "x") for n in (2,))),
        "Tabel Pendukung!E2",
        "x",
        "tidak mengenal",
        "sistem_pelaporan",
    ),
    "narasi indikator asing": Kasus(
        isi("Narasi", 3, "Indikator", "I-9"), "Narasi!D3", "I-9", "Indikator ini"
    ),
    "narasi satker asing": Kasus(
        isi("Narasi", 3, "Satker", "x"), "Narasi!A3", "x", "Satker ini tidak dikenal"
    ),
    "tabel indikator asing": Kasus(
        semua(*(isi("Tabel Pendukung", n, "Indikator", "I-9") for n in (2, 3, 4))),
        "Tabel Pendukung!F2",
        "I-9",
        "Indikator ini tidak dikenal",
    ),
    "tabel satker asing": Kasus(
        semua(*(isi("Tabel Pendukung", n, "Satker", "x") for n in (2, 3, 4))),
        "Tabel Pendukung!A2",
        "x",
        "Satker ini",
    ),
    "tabel tanpa tempat": Kasus(
        semua(*(isi("Tabel Pendukung", n, "Indikator", None) for n in (2, 3, 4))),
        "Tabel Pendukung!E2",
        "",
        "tidak punya tempat",
    ),
}
GANDA = {
    "baris ganda": Kasus(
        tambah(R, "I-1", "utama", "lapas-a", 2023, 1, None, 1, 2), f"{R}!A6", "I-1", "Sama dengan baris 2"
    ),
    "ganda karena bawaan": Kasus(
        tambah(R, "I-1", None, "lapas-a", 2023, 1, None, 1, 2), f"{R}!A6", "I-1", "baris 2"
    ),
    "ganda karena kode satker": Kasus(
        tambah(R, "I-1", "utama", 100002, 2023, 1, None, 1, 2),
        f"{R}!A6",
        "I-1",
        "Sama dengan baris 2 menurut Indikator",
    ),
    "kode satker dipakai dua": Kasus(
        satker("lapas-c", kode="100002"), f"{S}!B5", "100002", "sudah dipakai lapas-a"
    ),
    "jenis satker berbeda": Kasus(
        satker("lapas-b", jenis="rutan", dari=datetime.date(2019, 1, 1), sampai=datetime.date(2019, 12, 31)),
        f"{S}!C5",
        "rutan",
        "Berbeda dari baris 4",
    ),
    "atasan diri sendiri": Kasus(
        isi(S, 4, "Induk", "lapas-b"), f"{S}!G4", "lapas-b", "lingkaran: lapas-b → lapas-b"
    ),
    "lingkaran satker": Kasus(
        semua(satker("x", induk="y"), satker("y", induk="z"), satker("z", induk="x")),
        f"{S}!G5",
        "y",
        "lingkaran: x → y → z → x",
        "Putuskan",
    ),
    "lingkaran lewat kode": Kasus(
        semua(satker("x", induk="200000"), satker("y", kode="200000", induk="x")),
        f"{S}!G5",
        "200000",
        "x → y → x",
    ),
    "lingkaran unit kerja": Kasus(
        isi("Unit Kerja", 2, "Induk", "subbagian-tu"),
        "Unit Kerja!E2",
        "subbagian-tu",
        "lingkaran: bagian-umum → subbagian-tu → bagian-umum",
    ),
    "lingkaran sasaran": Kasus(
        isi("Sasaran", 2, "Induk", "SK-1"), "Sasaran!G2", "SK-1", "SP-1 → SK-1 → SP-1"
    ),
}
BENTUK = {
    "nilai di samping pasangan": Kasus(
        isi(R, 2, "Nilai", 80), f"{R}!I2", "80", "atau satu nilai", "Nilai saja"
    ),
    "hanya pembilang": Kasus(isi(R, 2, "Penyebut", None), f"{R}!H2", "", "pembilang dan penyebut"),
    "hanya penyebut": Kasus(isi(R, 2, "Pembilang", None), f"{R}!G2", "", "pembilang dan penyebut"),
    "tanpa angka": Kasus(isi(R, 4, "Nilai", None), f"{R}!G4", "", "pembilang dan penyebut"),
    "penyebut nol": Kasus(isi(R, 2, "Penyebut", 0), f"{R}!H2", "0", "Penyebut harus lebih dari nol"),
    "penyebut negatif": Kasus(isi(R, 2, "Penyebut", -1), f"{R}!H2", "-1", "Penyebut harus lebih dari nol"),
    "nol dari nol": Kasus(
        semua(isi(R, 2, "Pembilang", 0), isi(R, 2, "Penyebut", 0)),
        f"{R}!H2",
        "0",
        "lebih dari nol",
        "tidak_ada_objek",
    ),
    "keadaan berangka": Kasus(
        isi(R, 2, "Keadaan", "belum_ada"), f"{R}!F2", "belum_ada", "tidak boleh membawa angka"
    ),
    "sigma tanpa pembilang": Kasus(
        isi("Indikator", 3, "Agregasi Satker", "sigma"),
        "Indikator!H3",
        "sigma",
        "sedangkan Cara Hitung indikator ini nilai",
        "jumlah, rata_rata, maks",
    ),
    "target rentang satu angka": Kasus(isi(T, 4, "Target", 3), f"{T}!F4", "1", "berpolaritas rentang"),
    "target rentang tak lengkap": Kasus(
        isi(T, 4, "Batas Atas", None), f"{T}!F4", "1", "berpolaritas rentang"
    ),
    "target biasa berbatas": Kasus(isi(T, 2, "Batas Atas", 95), f"{T}!E2", "90", "Target berupa satu angka"),
    "target kosong": Kasus(isi(T, 2, "Target", None), f"{T}!E2", "", "Target berupa satu angka"),
    "rentang terbalik": Kasus(isi(T, 4, "Batas Bawah", 9), f"{T}!G4", "5", "di bawah Batas Bawah", "Tukar"),
}
LEMBAR = {
    "lembar organisasi tanpa judul": Kasus(
        lambda k: k[S].pop(0),
        f"{S}!1",
        "",
        "Baris judul tidak ditemukan. Kolom wajib tidak ditemukan: Kunci Satker, Jenis, Nama Satker",
    ),
    "judul salah tulis": Kasus(
        semua(isi("Indikator", 1, "Kode Indikator", "Kode"), isi("Indikator", 1, "Satuan", "Ukuran")),
        "Indikator!1",
        "",
        'tidak ditemukan: Kode Indikator, Satuan. Judul yang tidak dikenal di baris ini: "Kode", "Ukuran".',
    ),
    "sasaran tanpa judul": Kasus(lambda k: k["Sasaran"].pop(0), "Sasaran!1", "", "Baris judul"),
    **{
        f"lembar {nama} berganti nama": Kasus(
            lambda k, nama=nama: k.__setitem__(f"{nama} 2023", k.pop(nama)),
            f"{nama} 2023",
            "",
            f"Lembar {nama} tidak ada",
            f"Ganti nama lembar ini menjadi {nama}",
        )
        for nama in (
            "Satker",
            "Indikator",
            "Komponen",
            "Realisasi",
            "Pagu Satker",
            "Anggaran Belanja",
            "Narasi",
        )
    },
    "kolom wajib hilang": Kasus(
        isi(R, 1, "Satker", "Kantor"), f"{R}!1", "", "Kolom wajib tidak ditemukan: Satker.", "kinerja templat"
    ),
    "kolom ganda": Kasus(
        semua(
            isi("Komponen", 1, "Label Penyebut", "LABEL pembilang"),
            isi("Komponen", 2, "LABEL pembilang", "x"),
        ),
        "Komponen!D1",
        "LABEL pembilang",
        "Kolom Label Pembilang ada dua kali",
    ),
    "buku kosong": Kasus(
        lambda k: [k.__setitem__(n, b[:1]) for n, b in k.items()], "Buku kerja", "", "satu pun baris"
    ),
    "lembar ganda": Kasus(
        lambda k: k.__setitem__("Target ", k[T]), "Target ", "", "Lembar Target ada dua kali"
    ),
    "judul tabel berbeda": Kasus(
        isi("Tabel Pendukung", 3, "Judul Tabel", "Lain"),
        "Tabel Pendukung!D3",
        "Lain",
        "Berbeda dari sel lain",
    ),
    "jenis kolom tabel berbeda": Kasus(
        isi("Tabel Pendukung", 4, "Jenis Kolom", "angka"),
        "Tabel Pendukung!I4",
        "angka",
        "Berbeda dari sel lain",
    ),
}


SEMUA = {
    f"{kelompok}: {nama}": kasus
    for kelompok, kumpulan in (
        ("angka", ANGKA),
        ("teks", TEKS),
        ("waktu", WAKTU),
        ("rujukan", RUJUKAN),
        ("ganda", GANDA),
        ("bentuk", BENTUK),
        ("lembar", LEMBAR),
    )
    for nama, kasus in kumpulan.items()
}
