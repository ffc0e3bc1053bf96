"""Sheets of the dated facts about money: DIPA and revisions, months, outputs, contracts, SPM, cash advance."""

from dataclasses import replace

from kinerja.anggaran.models import JenisBelanja, JenisSpm, JenisUangPersediaan, Ukuran
from kinerja.pertukaran.lembar.kolom import (
    KOLOM_SATKER,
    KOLOM_TAHUN,
    Jenis,
    Kolom,
    Lembar,
    kolom_kode,
    kolom_nama,
    kolom_pilihan,
    kolom_rujukan,
    kolom_rupiah,
)

YA_TIDAK = ["ya", "tidak"]
_JENIS = kolom_pilihan(
    "jenis", "Jenis Belanja", JenisBelanja.values, "51 pegawai, 52 barang, 53 modal, 57 bansos."
)
_BULAN = Kolom("bulan", "Bulan", Jenis.BULAN, catatan="1 sampai 12, atau nama bulannya.", lebar=10)
_NOMOR = kolom_nama("nomor", "Nomor", 120, "Nomor dokumennya; satu nomor satu baris.", lebar=26)


def _kolom_tanggal(kunci: str, judul: str, catatan: str = "", *, wajib: bool = True) -> Kolom:
    return Kolom(kunci, judul, Jenis.TANGGAL, wajib, catatan=catatan, lebar=13)


REVISI_DIPA = Lembar(
    "Revisi DIPA",
    "DIPA (nomor 0) dan setiap revisinya: pagu per jenis belanja sejak tanggal itu.",
    (
        KOLOM_SATKER,
        KOLOM_TAHUN,
        Kolom("nomor", "Nomor Revisi", Jenis.BULAT, catatan="0 untuk DIPA awal.", lebar=10),
        _kolom_tanggal("tanggal", "Tanggal", "Tanggal pengesahan, dalam tahun anggarannya."),
        replace(
            kolom_kode("kode", "Kode Revisi", 6, wajib=False), catatan="Kode jenis revisi, misalnya 211."
        ),
        _JENIS,
        kolom_rupiah("pagu", "Pagu"),
        kolom_rupiah("blokir", "Blokir", "Bagian pagu yang diblokir; kosong berarti tidak ada.", wajib=False),
    ),
    ("satker", "tahun", "nomor", "jenis"),
)
ANGGARAN_BULANAN = Lembar(
    "Anggaran Bulanan",
    "Rencana penarikan dana (RPD) dan realisasi tiap bulan; bukan angka kumulatif.",
    (
        KOLOM_SATKER,
        KOLOM_TAHUN,
        _BULAN,
        kolom_pilihan("ukuran", "Ukuran", Ukuran.values, "rpd atau realisasi."),
        replace(
            kolom_kode("kode", "Kode Program/Kegiatan/RO", 60, wajib=False),
            catatan="Misalnya WA.6231.EBA.994; kosong untuk seluruh satker.",
        ),
        _JENIS,
        replace(
            kolom_rupiah("nilai", "Nilai", "Rupiah penuh bulan itu saja; koreksi boleh negatif."),
            negatif=True,
        ),
    ),
    ("satker", "tahun", "bulan", "ukuran", "kode", "jenis"),
)
RINCIAN_OUTPUT = Lembar(
    "Rincian Output",
    "Rincian output (RO) satker: volume yang dijanjikan dan pagunya.",
    (
        KOLOM_SATKER,
        KOLOM_TAHUN,
        kolom_kode("kode", "Kode RO", 60),
        kolom_nama("nama", "Nama RO", 250),
        replace(kolom_nama("satuan", "Satuan", 60, lebar=14), wajib=False),
        Kolom("volume", "Volume", Jenis.ANGKA, persen=False),
        kolom_rupiah("pagu", "Pagu", wajib=False),
    ),
    ("satker", "tahun", "kode"),
    sebutan=(("satker", "tahun", "kode"),),
)
CAPAIAN_OUTPUT = Lembar(
    "Capaian Output",
    "Capaian RO sampai dengan tiap bulan sebagaimana dilaporkan di SAKTI.",
    (
        KOLOM_SATKER,
        KOLOM_TAHUN,
        kolom_rujukan("rincian", "Kode RO", "Kode pada lembar Rincian Output.", lebar=20),
        _BULAN,
        Kolom("volume", "Realisasi Volume", Jenis.ANGKA, persen=False),
        Kolom("progres", "Progres", Jenis.ANGKA, catatan="Persen kemajuan (PCRO)."),
        Kolom("target_progres", "Target Progres", Jenis.ANGKA, wajib=False, catatan="Persen (TPCRO)."),
        _kolom_tanggal("dilaporkan", "Tanggal Lapor", wajib=False),
        replace(
            kolom_pilihan("terkonfirmasi", "Terkonfirmasi", YA_TIDAK, "Kosong berarti ya.", wajib=False),
            bawaan="ya",
        ),
    ),
    ("satker", "tahun", "rincian", "bulan"),
)
KONTRAK = Lembar(
    "Kontrak",
    "Kontrak yang didaftarkan ke KPPN.",
    (
        KOLOM_SATKER,
        KOLOM_TAHUN,
        _NOMOR,
        _JENIS,
        kolom_rupiah("nilai", "Nilai"),
        _kolom_tanggal("tanggal", "Tanggal Kontrak", "Boleh sebelum tahun anggarannya (kontrak dini)."),
        _kolom_tanggal("didaftarkan", "Tanggal Pendaftaran", wajib=False),
        _kolom_tanggal("dibayar", "Tanggal SP2D", "Untuk yang dibayar sekaligus.", wajib=False),
    ),
    ("satker", "tahun", "nomor"),
)
SPM = Lembar(
    "SPM",
    "Surat perintah membayar.",
    (
        KOLOM_SATKER,
        KOLOM_TAHUN,
        _NOMOR,
        kolom_pilihan("jenis", "Jenis SPM", JenisSpm.values),
        kolom_pilihan(
            "belanja", "Jenis Belanja", JenisBelanja.values, "Wajib untuk SPM-LS kontraktual.", wajib=False
        ),
        kolom_rupiah("nilai", "Nilai"),
        _kolom_tanggal("bast", "Tanggal BAST", "Wajib untuk SPM-LS kontraktual.", wajib=False),
        _kolom_tanggal("diterima", "Tanggal Diterima KPPN", "Dalam tahun anggarannya."),
        replace(
            kolom_pilihan("dispensasi", "Dispensasi", YA_TIDAK, "Kosong berarti tidak.", wajib=False),
            bawaan="tidak",
        ),
    ),
    ("satker", "tahun", "nomor"),
)
UANG_PERSEDIAAN = Lembar(
    "Uang Persediaan",
    "Mutasi uang persediaan: UP, GUP, TUP, PTUP, dan setorannya.",
    (
        KOLOM_SATKER,
        KOLOM_TAHUN,
        _NOMOR,
        kolom_pilihan("jenis", "Jenis Mutasi", JenisUangPersediaan.values),
        _kolom_tanggal("mulai", "Sejak", "GUP dan PTUP: sejak kapan uangnya di tangan.", wajib=False),
        _kolom_tanggal("tanggal", "Tanggal", "Dalam tahun anggarannya."),
        kolom_rupiah("nilai", "Nilai"),
    ),
    ("satker", "tahun", "nomor"),
)
