"""A made-up office whose report has no fault: what telaah says about it is said wrongly.

Targets grow and lie above what was achieved the year before, achievements neither copy their target nor double it,
budgets add up from both sides, scores follow the official weights, and people wrote what the law asks for.
"""

import datetime
from decimal import Decimal
from typing import NamedTuple

from tests.basisdata.dunia import make_indikator
from tests.telaah.kantor_baik_teks import ALASAN, NARASI

from kinerja.anggaran.models import AnggaranBelanja, AnggaranSasaran, PaguSatker, SkorAnggaran
from kinerja.organisasi.models import (
    JumlahPegawai,
    Pengelompokan,
    RiwayatSatker,
    Satker,
    UnitEselonI,
    UnitKerja,
)
from kinerja.pelaporan.models import Narasi, TabelPendukung
from kinerja.pengukuran.models import Realisasi
from kinerja.perencanaan.models import (
    AnggaranPerjanjian,
    Indikator,
    Komponen,
    Misi,
    PerjanjianKinerja,
    Renstra,
    Sasaran,
    Target,
)

TAHUN = 2023
_AWAL = datetime.date(2020, 1, 1)
_TAHUN = (2021, 2022, 2023)


class Ukuran(NamedTuple):
    """One indikator: what is counted, and per year its target and its numbers per satker."""

    kode: str
    nama: str
    satuan: str
    polaritas: str
    pembilang: str
    penyebut: str
    target: tuple[str, str, str]
    isi: tuple[tuple[tuple[str, ...], ...], ...]


# By year; in a year one group per satker that contributes: (pembilang, penyebut) or (nilai,).
UKURAN = (
    Ukuran(
        "PAS-1.1", "Persentase narapidana yang memperoleh remisi tepat waktu", "%", "naik",
        "Narapidana yang menerima remisi tepat waktu", "Narapidana yang berhak atas remisi",
        ("80", "85", "90"),
        ((("410", "500"), ("167", "200")), (("441", "510"), ("185", "211")), (("489", "523"), ("201", "217"))),
    ),
    Ukuran(
        "PAS-1.2", "Persentase tahanan yang mengikuti penyuluhan hukum", "%", "naik",
        "Tahanan yang mengikuti penyuluhan", "Tahanan yang belum berkekuatan hukum tetap",
        ("50", "56", "62"),
        ((("120", "230"), ("61", "119")), (("133", "229"), ("71", "124")), (("151", "236"), ("79", "131"))),
    ),
    Ukuran(
        "PAS-2.1", "Jumlah gangguan keamanan dan ketertiban", "kasus", "turun", "", "",
        ("30", "26", "22"),
        ((("16",), ("12",)), (("15",), ("10",)), (("12",), ("8",))),
    ),
    Ukuran(
        "PAS-2.2", "Persentase kamar hunian yang digeledah sesuai jadwal", "%", "naik",
        "Kamar yang digeledah sesuai jadwal", "Kamar hunian yang dijadwalkan",
        ("70", "74", "79"),
        ((("88", "122"), ("43", "60")), (("93", "123"), ("47", "61")), (("95", "124"), ("46", "62"))),
    ),
    Ukuran(
        "IM-1.1", "Persentase permohonan paspor yang selesai tepat waktu", "%", "naik",
        "Permohonan paspor yang selesai tepat waktu", "Permohonan paspor yang diterima lengkap",
        ("85", "88", "91"),
        ((("5103", "5900"),), (("5514", "6127"),), (("6011", "6402"),)),
    ),
    Ukuran(
        "IM-1.2", "Jumlah desa binaan imigrasi", "desa", "naik", "", "",
        ("4", "7", "10"),
        ((("5",),), (("7",),), (("12",),)),
    ),
    Ukuran(
        "IM-1.3", "Indeks kepuasan masyarakat atas layanan keimigrasian", "indeks", "naik", "", "",
        ("3,10", "3,25", "3,40"),
        ((("3,18",),), (("3,31",),), (("3,52",),)),
    ),
    Ukuran(
        "KI-1.1", "Jumlah permohonan kekayaan intelektual yang didampingi", "permohonan", "naik", "", "",
        ("310", "360", "420"),
        ((("322",),), (("381",),), (("466",),)),
    ),
    Ukuran(
        "KI-1.2", "Persentase aduan kekayaan intelektual yang ditangani", "%", "naik",
        "Aduan kekayaan intelektual yang ditangani", "Aduan kekayaan intelektual yang diterima",
        ("75", "80", "86"),
        ((("31", "40"),), (("35", "42"),), (("39", "44"),)),
    ),
    Ukuran(
        "KI-1.3", "Jumlah kegiatan promosi indikasi geografis", "kegiatan", "naik", "", "",
        ("3", "5", "8"),
        ((("4",),), (("5",),), (("7",),)),
    ),
)  # fmt: skip
SASARAN = {
    "PAS-1": ("PAS", "Meningkatnya pemenuhan hak tahanan dan narapidana", 4_812_500_000, 4_699_312_750),
    "PAS-2": ("PAS", "Meningkatnya keamanan dan ketertiban di lapas dan rutan", 2_260_750_000, 2_218_904_300),
    "IM-1": ("IM", "Meningkatnya kualitas layanan keimigrasian di wilayah", 3_145_200_000, 3_071_668_450),
    "KI-1": ("KI", "Meningkatnya pelindungan kekayaan intelektual di wilayah", 1_120_400_000, 1_093_275_900),
}
UNIT = {
    "PAS": "Direktorat Jenderal Pemasyarakatan",
    "IM": "Direktorat Jenderal Imigrasi",
    "KI": "Direktorat Jenderal Kekayaan Intelektual",
}
_BELANJA = {
    "51": ((5_610_000_000, 5_548_120_900), (5_902_300_000, 5_851_770_250)),
    "52": ((4_105_500_000, 3_966_481_300), (4_471_250_000, 4_293_816_150)),
    "53": ((1_010_000_000, 968_777_000), (965_300_000, 937_575_000)),
}
_SMART = {
    "kanwil": ("96,12", "94,30", "100", "8"),
    "lapas": ("97,81", "91,42", "99,5", "10"),
    "rutan": ("95,07", "96,66", "100", "6"),
    "kanim": ("98,23", "89,90", "98,75", "12"),
}
_BOBOT_SMART = ("9.7", "18.2", "43.5", "28.6")
_UNSUR_SMART = ("Penyerapan Anggaran", "Konsistensi RPD", "Capaian Keluaran", "Efisiensi")
_UNSUR_IKPA = (
    "Revisi DIPA",
    "Deviasi Halaman III DIPA",
    "Penyerapan Anggaran",
    "Belanja Kontraktual",
    "Penyelesaian Tagihan",
    "Pengelolaan UP dan TUP",
    "Dispensasi SPM",
    "Capaian Output",
)
_IKPA = {
    "kanwil": "10 8,91 19,20 9,50 10 9,83 5 24,75",
    "lapas": "10 8,37 19,64 10 9,75 9,71 5 25",
    "rutan": "10 9,05 18,87 10 10 9,66 5 25",
    "kanim": "10 7,98 19,91 9,25 10 9,94 5 24,50",
}


def angka(teks: str) -> Decimal:
    """A number written the Indonesian way."""
    return Decimal(teks.replace(".", "").replace(",", "."))


def make_kantor_baik() -> Satker:
    """Store the office of 2023; give its kantor wilayah."""
    unit = {
        kode: UnitEselonI.objects.create(kode=kode, nama=nama, urutan=n)
        for n, (kode, nama) in enumerate(UNIT.items())
    }
    satker = _make_satker(unit)
    divisi = _make_unit_kerja(satker["kanwil"])
    renstra = Renstra.objects.create(
        nama="Rencana Strategis 2020–2024",
        tahun_awal=2020,
        tahun_akhir=2024,
        dasar_hukum="Keputusan Kepala Kantor tentang Rencana Strategis",
        visi="Layanan hukum yang pasti dan terbuka",
    )
    for n, teks in enumerate(
        ("Menyelenggarakan layanan hukum yang mudah dijangkau.", "Menjaga tata kelola yang akuntabel."), 1
    ):
        Misi.objects.create(renstra=renstra, urutan=n, teks=teks)
    sasaran = {
        kode: Sasaran.objects.create(
            renstra=renstra, kode=kode, tingkat="kegiatan", unit=unit[milik], urutan=int(kode[-1]), teks=teks
        )
        for kode, (milik, teks, _, _) in SASARAN.items()
    }
    for ukuran in UKURAN:
        indikator = _make_indikator(sasaran[ukuran.kode[:-2]], ukuran, satker, divisi)
        for bagian, isi in zip(("penyebab", "efisiensi", "program"), ALASAN[ukuran.kode], strict=True):
            _tulis(satker["kanwil"], bagian, isi, indikator)
        _tulis(satker["kanwil"], "standar_nasional", "tidak_ada", indikator)
    for bagian, isi in NARASI.items():
        _tulis(satker["kanwil"], bagian, isi)
    _make_anggaran(satker["kanwil"], unit, sasaran)
    _make_skor(satker)
    return satker["kanwil"]


def _make_satker(unit: dict[str, UnitEselonI]) -> dict[str, Satker]:
    daftar = {
        "kanwil": ("kanwil", "Kantor Wilayah Nusa Contoh", "Kanwil Nusa Contoh", None),
        "lapas": ("lapas", "Lembaga Pemasyarakatan Kota Satu", "Lapas Kota Satu", unit["PAS"]),
        "rutan": ("rutan", "Rumah Tahanan Negara Kota Dua", "Rutan Kota Dua", unit["PAS"]),
        "kanim": ("kanim", "Kantor Imigrasi Kota Tiga", "Kanim Kota Tiga", unit["IM"]),
    }
    satker = {
        k: Satker.objects.create(kunci=f"{k}-contoh", kode=f"40000{n}", jenis=jenis)
        for n, (k, (jenis, *_)) in enumerate(daftar.items())
    }
    for n, (k, (_, nama, singkat, milik)) in enumerate(daftar.items()):
        induk = None if k == "kanwil" else satker["kanwil"]
        RiwayatSatker.objects.create(
            satker=satker[k],
            nama=nama,
            nama_singkat=singkat,
            induk=induk,
            unit=milik,
            urutan=n,
            berlaku_dari=_AWAL,
        )
        for m, menurut in enumerate(Pengelompokan.values):
            for i, rincian in enumerate(("A", "B", "C")):
                JumlahPegawai.objects.create(
                    satker=satker[k],
                    tahun=TAHUN,
                    menurut=menurut,
                    rincian=f"Golongan {rincian}" if m else f"Kelompok {rincian}",
                    jumlah=7 + 11 * n + 5 * i + 3 * m,
                )
        PaguSatker.objects.create(satker=satker[k], tahun=TAHUN, pagu=(n + 2) * 1_013_250_000)
    return satker


def _make_unit_kerja(kanwil: Satker) -> UnitKerja:
    divisi = UnitKerja.objects.create(
        satker=kanwil,
        kunci="divisi-pelayanan",
        nama="Divisi Pelayanan",
        tingkat="divisi",
        tugas="Mengoordinasikan layanan hukum di wilayah.",
        fungsi="Menyusun rencana layanan.\nMemantau mutu layanan.",
    )
    UnitKerja.objects.create(
        satker=kanwil,
        kunci="bidang-layanan",
        nama="Bidang Layanan",
        tingkat="bidang",
        induk=divisi,
        tugas="Melayani permohonan.",
        urutan=1,
    )
    return divisi


def _make_indikator(
    sasaran: Sasaran, ukuran: Ukuran, satker: dict[str, Satker], divisi: UnitKerja
) -> Indikator:
    rasio, indeks = bool(ukuran.penyebut), ukuran.satuan == "indeks"
    indikator = make_indikator(
        sasaran,
        ukuran.kode,
        nama=ukuran.nama,
        satuan=ukuran.satuan,
        polaritas=ukuran.polaritas,
        urutan=int(ukuran.kode[-1]),
        cara_hitung="rasio" if rasio else "nilai",
        agregasi_bulan="rata_rata" if indeks else "jumlah",
        agregasi_satker="sigma" if rasio else "rata_rata" if indeks else "jumlah",
        definisi=f"{ukuran.nama} selama satu tahun anggaran",
        rumus=f"{ukuran.pembilang} dibagi {ukuran.penyebut.lower()}"
        if rasio
        else "Dihitung langsung dari berkas layanan",
        sumber_data="Aplikasi layanan dan buku register",
        penanggung_jawab=divisi,
    )
    komponen = Komponen.objects.create(
        indikator=indikator, label_pembilang=ukuran.pembilang, label_penyebut=ukuran.penyebut
    )
    pelaku = {"PAS": ("lapas", "rutan"), "IM": ("kanim",), "KI": ("kanwil",)}[ukuran.kode.split("-")[0]]
    for tahun, target, isi in zip(_TAHUN, ukuran.target, ukuran.isi, strict=True):
        for jenis in ("pk", "renstra"):
            Target.objects.create(
                indikator=indikator,
                satker=satker["kanwil"],
                tahun=tahun,
                jenis=jenis,
                nilai=angka(target),
            )
        for siapa, nilai in zip(pelaku, isi, strict=True):
            _make_realisasi(komponen, satker[siapa], tahun, [angka(n) for n in nilai])
    return indikator


def _make_realisasi(komponen: Komponen, satker: Satker, tahun: int, nilai: list[Decimal]) -> None:
    isi = (
        {"nilai": nilai[0]}
        if len(nilai) == 1
        else {"nilai": None, "pembilang": nilai[0], "penyebut": nilai[1]}
    )
    Realisasi.objects.create(komponen=komponen, satker=satker, tahun=tahun, **isi)


def _tulis(satker: Satker, bagian: str, isi: str, indikator: Indikator | None = None) -> None:
    Narasi.objects.create(satker=satker, tahun=TAHUN, bagian=bagian, isi=isi, indikator=indikator)


def _make_anggaran(kanwil: Satker, unit: dict[str, UnitEselonI], sasaran: dict[str, Sasaran]) -> None:
    for kode, (_, _, pagu, realisasi) in SASARAN.items():
        AnggaranSasaran.objects.create(
            sasaran=sasaran[kode], satker=kanwil, tahun=TAHUN, pagu_awal=pagu, pagu=pagu, realisasi=realisasi
        )
    for jenis, dua in _BELANJA.items():
        for tahun, (pagu, realisasi) in zip((TAHUN - 1, TAHUN), dua, strict=True):
            AnggaranBelanja.objects.create(
                satker=kanwil,
                tahun=tahun,
                jenis=jenis,
                pagu=pagu,
                realisasi=realisasi,
                target_serapan=Decimal(95),
            )
    for n, (kode, satu) in enumerate(unit.items(), 1):
        perjanjian = PerjanjianKinerja.objects.create(
            satker=kanwil,
            tahun=TAHUN,
            kode=f"PK-{n:02}",
            unit=satu,
            pihak_pertama="Kepala Kantor Wilayah",
            pihak_kedua=f"Pimpinan {satu.nama}",
            tempat="Kota Satu",
            tanggal=datetime.date(TAHUN, 1, 9),
        )
        for milik, teks, pagu, _ in SASARAN.values():
            if milik == kode:
                AnggaranPerjanjian.objects.create(
                    perjanjian=perjanjian,
                    program=f"Program {satu.nama}",
                    kegiatan=f"Kegiatan {teks[12:]}",
                    nilai=pagu,
                )
    TabelPendukung.objects.create(
        satker=kanwil,
        tahun=TAHUN,
        kunci="kehadiran",
        judul="Kehadiran pegawai Kantor Wilayah per semester",
        bagian="kehadiran",
        kolom=[{"judul": "Masa", "jenis": "teks"}, {"judul": "Hari kerja", "jenis": "angka"}],
        baris=[["Semester pertama", "119"], ["Semester kedua", "124"]],
    )


def _make_skor(satker: dict[str, Satker]) -> None:
    for k, satu in satker.items():
        smart = [angka(n) for n in _SMART[k]]
        setara = [*smart[:3], 50 + smart[3] / 20 * 50]
        nilai = sum(Decimal(b) * n for b, n in zip(_BOBOT_SMART, setara, strict=True)) / 100
        _simpan_skor(satu, "smart", dict(zip(_UNSUR_SMART, smart, strict=True)), nilai)
        ikpa = [angka(n) for n in _IKPA[k].split()]
        unsur = dict(zip(_UNSUR_IKPA, ikpa, strict=True)) | {"Konversi Bobot": Decimal(100)}
        _simpan_skor(satu, "ikpa", unsur, sum(ikpa, Decimal(0)))


def _simpan_skor(satker: Satker, instrumen: str, unsur: dict[str, Decimal], nilai: Decimal) -> None:
    terbit = nilai.quantize(Decimal("0.01"))
    for nama, isi in {**unsur, SkorAnggaran.NILAI: terbit}.items():
        SkorAnggaran.objects.create(satker=satker, tahun=TAHUN, instrumen=instrumen, unsur=nama, nilai=isi)
