"""Sheets about the plan and the promise."""

from kinerja.perencanaan.models import (
    Cakupan,
    CaraHitung,
    JenisTarget,
    PilihanAgregasiBulan,
    PilihanAgregasiSatker,
    PilihanPolaritas,
    TingkatSasaran,
)
from kinerja.pertukaran.lembar.kolom import (
    KOLOM_INDIKATOR,
    KOLOM_SATKER,
    KOLOM_TAHUN,
    Jenis,
    Kolom,
    Lembar,
    kolom_angka,
    kolom_kode,
    kolom_nama,
    kolom_pilihan,
    kolom_rujukan,
    kolom_rupiah,
    kolom_teks,
)

RENSTRA = Lembar(
    "Renstra",
    "Rencana strategis yang berlaku.",
    (
        kolom_nama("nama", "Nama Renstra", 250),
        Kolom("tahun_awal", "Tahun Awal", Jenis.TAHUN, lebar=10),
        Kolom("tahun_akhir", "Tahun Akhir", Jenis.TAHUN, lebar=10),
        kolom_nama("dasar_hukum", "Dasar Hukum", 250),
        kolom_teks("visi", "Visi", wajib=True),
    ),
    ("nama",),
    (("nama",),),
)
MISI = Lembar(
    "Misi",
    "Misi dalam Renstra.",
    (
        kolom_rujukan("renstra", "Renstra", "Nama Renstra seperti pada lembar Renstra.", lebar=40),
        Kolom("urutan", "Nomor", Jenis.BULAT, lebar=8),
        kolom_teks("teks", "Misi", wajib=True, lebar=70),
    ),
    ("renstra", "urutan"),
    (("renstra", "urutan"),),
)
TUJUAN = Lembar(
    "Tujuan",
    "Tujuan Renstra: yang hendak dicapai pada akhir masanya.",
    (
        kolom_rujukan("renstra", "Renstra", "Nama Renstra seperti pada lembar Renstra.", lebar=40),
        Kolom("urutan", "Nomor", Jenis.BULAT, lebar=8),
        kolom_teks("teks", "Tujuan", wajib=True, lebar=70),
        Kolom(
            "misi",
            "Misi",
            Jenis.BULAT,
            wajib=False,
            catatan="Nomor misi yang didukung; kosong bila semua misi.",
            lebar=8,
        ),
    ),
    ("renstra", "urutan"),
    (("renstra", "urutan"),),
)
SASARAN = Lembar(
    "Sasaran",
    "Sasaran strategis, program, dan kegiatan.",
    (
        kolom_rujukan("renstra", "Renstra", lebar=40),
        kolom_kode("kode", "Kode Sasaran", 30),
        kolom_pilihan("tingkat", "Tingkat", TingkatSasaran.values),
        kolom_rujukan("unit", "Unit", "Kode unit Eselon I.", lebar=10),
        kolom_teks("teks", "Sasaran", wajib=True, lebar=60),
        Kolom("program", "Program", wajib=False, panjang=250, lebar=40),
        kolom_rujukan("induk", "Induk", "Kode sasaran di atasnya.", wajib=False, lebar=14),
        Kolom(
            "tujuan",
            "Tujuan",
            Jenis.BULAT,
            wajib=False,
            catatan="Nomor tujuan pada lembar Tujuan, untuk sasaran strategis.",
            lebar=8,
        ),
    ),
    ("kode",),
    (("kode",),),
)
KAITAN_LINTAS = Lembar(
    "Kaitan Lintas",
    "Sasaran yang mendukung sasaran di cabang lain (crosscutting), dalam tahun-tahun itu.",
    (
        kolom_rujukan("dari", "Sasaran Pendukung", "Kode sasaran yang mendukung.", lebar=18),
        kolom_rujukan("ke", "Sasaran Didukung", "Kode sasaran Renstra yang sama.", lebar=18),
        Kolom("tahun_awal", "Tahun Awal", Jenis.TAHUN, lebar=10),
        Kolom("tahun_akhir", "Tahun Akhir", Jenis.TAHUN, lebar=10),
        kolom_teks("uraian", "Uraian", "Bagaimana sasaran itu mendukung.", wajib=True, lebar=70),
    ),
    ("dari", "ke", "tahun_awal"),
)
INDIKATOR = Lembar(
    "Indikator",
    "Indikator kinerja dengan manualnya.",
    (
        kolom_kode("kode", "Kode Indikator", 30),
        kolom_rujukan("sasaran", "Sasaran", "Kode sasaran.", lebar=12),
        kolom_teks("nama", "Nama Indikator", wajib=True, lebar=60),
        kolom_nama("satuan", "Satuan", 60, "Tulis % untuk persentase.", lebar=14),
        kolom_pilihan("polaritas", "Polaritas", PilihanPolaritas.values),
        kolom_pilihan("cara_hitung", "Cara Hitung", CaraHitung.values),
        kolom_pilihan("agregasi_bulan", "Agregasi Bulan", PilihanAgregasiBulan.values),
        kolom_pilihan("agregasi_satker", "Agregasi Satker", PilihanAgregasiSatker.values),
        kolom_teks("definisi", "Definisi"),
        kolom_teks("rumus", "Rumus"),
        kolom_teks("sumber_data", "Sumber Data"),
        kolom_rujukan(
            "penanggung_jawab",
            "Penanggung Jawab",
            "Kunci unit kerja; satker/kunci bila dipakai beberapa satker.",
            wajib=False,
        ),
        kolom_pilihan("polaritas_usulan", "Polaritas Usulan", PilihanPolaritas.values, wajib=False),
        kolom_teks(
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
        KOLOM_INDIKATOR,
        kolom_kode("kode", "Komponen", 20),
        kolom_teks("label_pembilang", "Label Pembilang", lebar=50),
        kolom_teks("label_penyebut", "Label Penyebut", lebar=50),
    ),
    ("indikator", "kode"),
    (("indikator", "kode"),),
)
TARGET = Lembar(
    "Target",
    "Target tahunan menurut Renstra, Perjanjian Kinerja, atau standar nasional.",
    (
        KOLOM_INDIKATOR,
        KOLOM_SATKER,
        KOLOM_TAHUN,
        kolom_pilihan("jenis", "Jenis Target", JenisTarget.values),
        kolom_angka("nilai", "Target", "Persen ditulis sebagai angka persen: 97,4 berarti 97,4%."),
        kolom_angka("bawah", "Batas Bawah", "Hanya untuk target berupa rentang."),
        kolom_angka("atas", "Batas Atas", "Hanya untuk target berupa rentang."),
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
PERJANJIAN = Lembar(
    "Perjanjian",
    "Perjanjian Kinerja menurut jabatan (tanpa nama orang).",
    (
        KOLOM_SATKER,
        KOLOM_TAHUN,
        kolom_kode("kode", "Kode Perjanjian", 30),
        kolom_rujukan("unit", "Unit", lebar=10),
        kolom_nama("pihak_pertama", "Pihak Pertama", 200),
        kolom_nama("pihak_kedua", "Pihak Kedua", 200),
        kolom_nama("tempat", "Tempat", 100, lebar=16),
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
        KOLOM_SATKER,
        KOLOM_TAHUN,
        kolom_rujukan("perjanjian", "Kode Perjanjian", lebar=16),
        kolom_nama("program", "Program", 250),
        kolom_nama("kegiatan", "Kegiatan", 250),
        kolom_rupiah("nilai", "Anggaran"),
    ),
    ("satker", "tahun", "perjanjian", "program", "kegiatan"),
)
