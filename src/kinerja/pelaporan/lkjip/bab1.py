"""Kata pengantar and Bab I: who the office is."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kinerja.dasar.cetak import cetak_angka
from kinerja.dokumen.model import (
    BaganBatang,
    BaganPohon,
    Bagian,
    Baris,
    Blok,
    Deret,
    Gambar,
    Kolom,
    Simpul,
    Tabel,
    daftar,
    paragraf,
)
from kinerja.organisasi.models import JenisSatker, Pengelompokan, RiwayatSatker, UnitKerja
from kinerja.pelaporan.kelengkapan import KEPEGAWAIAN, SATUAN_KERJA, STRUKTUR
from kinerja.pelaporan.lkjip.blok import (
    beri_nomor,
    celah,
    list_tabel_pendukung,
    name_bulan_laporan,
    name_pimpinan,
    tulis_narasi,
)
from kinerja.pelaporan.queries import DataLaporan
from kinerja.pengukuran.cetak import TIDAK_ADA

_TITIK = "…" * 24


def compose_pengantar(data: DataLaporan) -> Bagian:
    """Kata pengantar."""
    return Bagian(
        "kata-pengantar",
        "Kata Pengantar",
        (*tulis_narasi(data, "kata_pengantar", "Kata pengantar"), *_pengesahan(data)),
        bernomor=False,
    )


def _pengesahan(data: DataLaporan) -> Iterator[Blok]:
    """Place, month and jabatan with room for the signature; the place is a text of the office ("tempat")."""
    yield paragraf(", ".join(filter(None, (data.ambil_narasi("tempat"), name_bulan_laporan(data.tahun)))))
    yield paragraf(f"{name_pimpinan(data)},")
    yield paragraf(f"Tanda tangan: {_TITIK}")
    yield paragraf(f"Nama: {_TITIK}")


def compose_bab1(data: DataLaporan) -> Bagian:
    """Bab I Pendahuluan."""
    return Bagian(
        "bab-1",
        "Pendahuluan",
        anak=(
            Bagian(
                "latar-belakang",
                "Latar Belakang",
                (
                    *tulis_narasi(data, "latar_belakang", "Latar belakang"),
                    *_tabel_satker(data),
                    *tulis_narasi(data, "pedoman", "Pedoman penyusunan"),
                ),
            ),
            Bagian("sumber-daya-manusia", "Sumber Daya Manusia", tuple(_pegawai(data))),
            Bagian(
                "tugas-fungsi",
                "Tugas, Fungsi, dan Struktur Organisasi",
                (*tulis_narasi(data, "tugas_fungsi", "Tugas dan fungsi"), *_struktur(data)),
                tuple(_bagian_unit(data)),
            ),
            Bagian(
                "maksud-tujuan", "Maksud dan Tujuan", tulis_narasi(data, "maksud_tujuan", "Maksud dan tujuan")
            ),
            Bagian(
                "aspek-strategis", "Aspek Strategis", tulis_narasi(data, "aspek_strategis", "Aspek strategis")
            ),
            Bagian("isu-strategis", "Isu Strategis", tulis_narasi(data, "isu_strategis", "Isu strategis")),
            Bagian("sistematika", "Sistematika Laporan", tuple(_sistematika(data))),
        ),
    )


def list_satker(data: DataLaporan) -> list[RiwayatSatker]:
    """The office and its units, without the budget satker of the office itself."""
    return [r for r in data.bawahan if r.satker.jenis != JenisSatker.DIPA]


def _tabel_satker(data: DataLaporan) -> Iterator[Blok]:
    satker = list_satker(data)
    if not satker:
        yield celah(SATUAN_KERJA, KEPEGAWAIAN)
        return
    yield paragraf(f"{data.nama} terdiri atas {len(satker)} satuan kerja sebagai berikut.")
    yield Tabel(
        "tabel-satker",
        f"Satuan kerja di lingkungan {data.nama} tahun {data.tahun}",
        (
            Kolom("No.", 6, "tengah"),
            Kolom("Satuan kerja", 62),
            Kolom("Kode satker", 14, "tengah"),
            Kolom("Jenis", 34),
        ),
        beri_nomor((r.nama, r.satker.kode or TIDAK_ADA, r.satker.get_jenis_display()) for r in satker),
    )


def _pegawai(data: DataLaporan) -> Iterator[Blok]:
    for menurut, sebutan in Pengelompokan.choices:
        angka = data.pegawai[menurut]
        if not angka:
            yield celah(f"Data pegawai menurut {str(sebutan).lower()}", KEPEGAWAIAN)
            continue
        rincian = list(dict.fromkeys(k for per_satker in angka.values() for k in per_satker))
        yield _tabel_pegawai(data, menurut, str(sebutan), rincian)
        yield _bagan_pegawai(data, menurut, str(sebutan), rincian)


def _tabel_pegawai(data: DataLaporan, menurut: str, sebutan: str, rincian: list[str]) -> Tabel:
    angka = data.pegawai[menurut]
    baris = []
    for n, r in enumerate(list_satker(data), 1):
        satu = angka.get(r.satker_id, {})
        sel = tuple(cetak_angka(satu[k]) if k in satu else TIDAK_ADA for k in rincian)
        baris.append(Baris((str(n), r.nama, *sel, cetak_angka(sum(satu.values())) if satu else TIDAK_ADA)))
    jumlah = _jumlahkan(angka, rincian)
    akhir = tuple(cetak_angka(j) for j in (*jumlah.values(), sum(jumlah.values())))
    return Tabel(
        f"tabel-pegawai-{menurut.replace('_', '-')}",
        f"Jumlah pegawai menurut {sebutan.lower()} tahun {data.tahun}",
        (
            Kolom("No.", 6, "tengah"),
            Kolom("Satuan kerja", 60),
            *(Kolom(k, 14, "kanan") for k in rincian),
            Kolom("Jumlah", 12, "kanan"),
        ),
        (*baris, Baris(("", "Jumlah", *akhir), "jumlah")),
    )


def _jumlahkan(angka: Mapping[int, Mapping[str, int]], rincian: list[str]) -> dict[str, int]:
    return {k: sum(satu.get(k, 0) for satu in angka.values()) for k in rincian}


def _bagan_pegawai(data: DataLaporan, menurut: str, sebutan: str, rincian: list[str]) -> Gambar:
    angka = data.pegawai[menurut]
    satker = [r for r in list_satker(data) if r.satker_id in angka]
    jumlah_ = [[angka[r.satker_id].get(k) for r in satker] for k in rincian]
    deret = [
        Deret(k, tuple(None if j is None else Decimal(j) for j in baris))
        for k, baris in zip(rincian, jumlah_, strict=True)
    ]
    return Gambar(
        f"gambar-pegawai-{menurut.replace('_', '-')}",
        f"Jumlah pegawai menurut {sebutan.lower()} per satuan kerja tahun {data.tahun}",
        "Diagram batang jumlah pegawai per satuan kerja; seluruhnya "
        + ", ".join(f"{k} {cetak_angka(j)}" for k, j in _jumlahkan(angka, rincian).items())
        + ".",
        BaganBatang(
            tuple(r.nama_singkat for r in satker),
            tuple(deret),
            tuple(tuple("" if n is None else cetak_angka(n) for n in d.nilai) for d in deret),
            "orang",
            mendatar=True,
        ),
    )


def _struktur(data: DataLaporan) -> Iterator[Blok]:
    if not data.unit_kerja:
        yield celah(STRUKTUR, KEPEGAWAIAN)
        return
    puncak = [u for u in data.unit_kerja if u.induk_id is None]
    yield Gambar(
        "gambar-struktur",
        f"Struktur organisasi {data.nama}",
        f"Bagan struktur organisasi: {name_pimpinan(data)} membawahi {', '.join(u.nama for u in puncak)}.",
        BaganPohon(Simpul(name_pimpinan(data), anak=tuple(_ke_simpul(data, u) for u in puncak))),
    )


def _ke_simpul(data: DataLaporan, unit: UnitKerja) -> Simpul:
    anak = tuple(_ke_simpul(data, u) for u in data.unit_kerja if u.induk_id == unit.pk)
    return Simpul(unit.nama, anak=anak)


def _bagian_unit(data: DataLaporan) -> Iterator[Bagian]:
    """One part per unit that stands directly under the head: a divisi of a kanwil, a seksi of a rutan."""
    for unit in data.unit_kerja:
        if unit.induk_id is None:
            isi: list[Blok] = [
                paragraf(unit.tugas) if unit.tugas else celah(f"Tugas {unit.nama}", KEPEGAWAIAN)
            ]
            if unit.fungsi:
                isi += [paragraf(f"Fungsi {unit.nama}:"), daftar(*unit.fungsi.splitlines(), bernomor=True)]
            bawahan = list(_telusuri(data, unit))
            if bawahan:
                isi.append(_tabel_unit(unit, bawahan))
            yield Bagian(f"unit-{unit.kunci}", unit.nama, tuple(isi))


def _telusuri(data: DataLaporan, unit: UnitKerja) -> Iterator[UnitKerja]:
    for anak in data.unit_kerja:
        if anak.induk_id == unit.pk:
            yield anak
            yield from _telusuri(data, anak)


def _tabel_unit(unit: UnitKerja, bawahan: list[UnitKerja]) -> Tabel:
    return Tabel(
        f"tabel-unit-{unit.kunci}",
        f"Unit kerja dan tugas di lingkungan {unit.nama}",
        (Kolom("Unit kerja", 40), Kolom("Tugas", 60)),
        tuple(Baris((u.nama, u.tugas or "belum diisi")) for u in bawahan),
    )


def _sistematika(data: DataLaporan) -> Iterator[Blok]:
    yield paragraf(
        f"Laporan Kinerja {data.nama} Tahun {data.tahun} disusun dengan urutan yang ditetapkan Lampiran II "
        "PermenPANRB Nomor 53 Tahun 2014."
    )
    yield daftar(
        "Kata Pengantar dan Ikhtisar Eksekutif: pengantar, ringkasan capaian, hambatan, dan tindak lanjut.",
        "Bab I Pendahuluan: organisasi, sumber daya manusia, aspek dan isu strategis.",
        "Bab II Perencanaan Kinerja: Rencana Strategis, Perjanjian Kinerja, dan Indikator Kinerja Utama.",
        "Bab III Akuntabilitas Kinerja: capaian setiap indikator dengan tujuh analisisnya, realisasi anggaran, "
        "kinerja anggaran, dan capaian lain.",
        "Bab IV Penutup: kesimpulan dan saran.",
        "Lampiran: Perjanjian Kinerja, aturan penghitungan, kelengkapan dan catatan mutu data.",
    )
    yield from list_tabel_pendukung(data, "sistem_pelaporan")
