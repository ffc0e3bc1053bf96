"""A small report that holds every kind of block, shared by the tests of all renderers.

`contoh_dokumen()` is the whole report; the constants name what a renderer must not lose or evaluate.
"""

from __future__ import annotations

from decimal import Decimal

from kinerja.dokumen.model import (
    BaganBatang,
    BaganPohon,
    Bagian,
    Baris,
    Daftar,
    Deret,
    Dokumen,
    Gambar,
    Kolom,
    Rujukan,
    Simpul,
    Tabel,
    catatan,
    daftar,
    paragraf,
    teks,
)

TEKS_BERBAHAYA = (
    "Naskah #let x = 1 $a_b$ *tebal* _miring_ @rujuk <b>tag</b> & \\n \"kutip\" 'satu' `kode` ~ [[kurung]]"
)
"""Typed by people; must be printed literally, never evaluated as typst, XML, HTML or Word markup."""

JUDUL_PANJANG = (
    "Perbandingan Target dan Realisasi Persentase Penyelesaian Permohonan Layanan Administrasi yang "
    "Memenuhi Standar Waktu Pelayanan pada Seluruh Satuan Kerja Tahun 2019 sampai dengan Tahun 2023"
)
KATA_PANJANG = "Pertanggungjawabanpelaksanaankegiatanadministrasipemerintahan/penyelenggaraan"
INSTANSI = "Kantor Wilayah Kementerian Contoh Provinsi Nusantara"


def contoh_dokumen() -> Dokumen:
    """Front matter, three chapters with headings down to level 5, two annexes, every kind of block."""
    return Dokumen(
        judul="Laporan Kinerja Instansi Pemerintah",
        subjudul="Tahun Anggaran 2023",
        instansi=INSTANSI,
        tahun=2023,
        tempat_tanggal="Kota Nusantara, 31 Januari 2024",
        kode="7f3a-91c2",
        depan=(_kata_pengantar(), _ikhtisar()),
        bab=(_bab_pendahuluan(), _bab_perencanaan(), _bab_akuntabilitas()),
        lampiran=(_lampiran_perjanjian(), _lampiran_kosong()),
    )


def _kata_pengantar() -> Bagian:
    return Bagian(
        id="kata-pengantar",
        judul="Kata Pengantar",
        bernomor=False,
        isi=(
            paragraf(
                "Laporan ini disusun sebagai pertanggungjawaban atas pelaksanaan tugas dan penggunaan "
                "anggaran selama satu tahun, sesuai dengan Peraturan Presiden Nomor 29 Tahun 2014."
            ),
            paragraf("Kami berharap laporan ini bermanfaat bagi perbaikan kinerja pada tahun berikutnya."),
        ),
    )


def _ikhtisar() -> Bagian:
    return Bagian(
        id="ikhtisar",
        judul="Ikhtisar Eksekutif",
        bernomor=False,
        isi=(
            paragraf("Capaian menurut sasaran disajikan pada ", Rujukan("tab-ikhtisar"), "."),
            Tabel(
                id="tab-ikhtisar",
                judul="Ikhtisar Capaian Kinerja",
                kolom=(Kolom("Sasaran", 30), Kolom("Capaian", 10, "kanan")),
                baris=(
                    Baris(("Meningkatnya kualitas layanan", "103,61%")),
                    Baris(("Terwujudnya tata kelola yang baik", "97,43%")),
                ),
            ),
        ),
    )


def _bab_pendahuluan() -> Bagian:
    return Bagian(
        id="bab-pendahuluan",
        judul="Pendahuluan",
        anak=(
            Bagian("latar", "Latar Belakang", isi=(paragraf(TEKS_BERBAHAYA), _isu_strategis())),
            Bagian(
                "organisasi",
                "Struktur Organisasi",
                isi=(
                    paragraf("Susunan organisasi tampak pada ", Rujukan("gbr-organisasi"), "."),
                    _gambar_organisasi(),
                ),
            ),
        ),
    )


def _isu_strategis() -> Daftar:
    return daftar(
        "Jumlah penghuni melampaui kapasitas hunian.",
        paragraf("Persebaran pegawai ", teks("belum merata", tebal=True), " antarsatuan kerja."),
        paragraf(teks("Data pembanding", miring=True), " nasional belum tersedia."),
    )


def _gambar_organisasi() -> Gambar:
    divisi = tuple(
        Simpul(f"Divisi {nama}", "2 bidang", anak=(Simpul(f"Bidang {nama} A"), Simpul(f"Bidang {nama} B")))
        for nama in ("Administrasi", "Pelayanan", "Pengawasan")
    )
    return Gambar(
        id="gbr-organisasi",
        judul="Struktur Organisasi Kantor Wilayah",
        alt="Bagan pohon: Kantor Wilayah membawahkan Divisi Administrasi, Pelayanan, dan Pengawasan.",
        bagan=BaganPohon(Simpul("Kantor Wilayah", "29 satuan kerja", anak=divisi)),
        catatan="Sumber: Subbagian Kepegawaian.",
    )


def _bab_perencanaan() -> Bagian:
    return Bagian(
        id="bab-perencanaan",
        judul="Perencanaan Kinerja",
        isi=(paragraf("Bab ini memuat rencana strategis dan perjanjian kinerja."),),
        anak=(
            Bagian(
                "renstra",
                "Rencana Strategis",
                isi=(
                    daftar(
                        "Menyusun rencana.",
                        "Menetapkan target.",
                        "Menandatangani perjanjian kinerja.",
                        bernomor=True,
                    ),
                    _gambar_sasaran(),
                ),
            ),
            Bagian("perjanjian", "Perjanjian Kinerja", isi=(_tabel_mendatar(),)),
        ),
    )


def _gambar_sasaran() -> Gambar:
    indikator = (
        Simpul("Indeks kepuasan masyarakat", "Target 3,2; realisasi 3,53", "tercapai"),
        Simpul("Persentase pengaduan selesai", "Target 80%; realisasi 72,5%", "tidak_tercapai"),
        Simpul("Persentase sengketa diselesaikan", "0 dari 0 perkara", "tanpa_nilai"),
    )
    return Gambar(
        id="gbr-sasaran",
        judul="Pohon Sasaran dan Indikator",
        alt="Bagan pohon: satu sasaran dengan tiga indikator; satu tercapai, satu tidak, satu tanpa nilai.",
        bagan=BaganPohon(Simpul("Meningkatnya kualitas layanan", anak=indikator)),
    )


def _tabel_mendatar() -> Tabel:
    triwulan = tuple(
        Kolom(jenis, 6, "kanan", f"Triwulan {t}")
        for t in ("I", "II", "III", "IV")
        for jenis in ("T", "R", "%")
    )
    return Tabel(
        id="tab-triwulan",
        judul="Target dan Realisasi per Triwulan",
        kolom=(Kolom("No.", 4, "tengah"), Kolom("Indikator Kinerja", 24), *triwulan),
        baris=tuple(
            Baris(
                (str(n), f"Persentase layanan jenis ke-{n} yang tepat waktu", *("75", "72,50", "96,67") * 4)
            )
            for n in range(1, 41)
        ),
        mendatar=True,
        catatan="T: target; R: realisasi; %: capaian.",
    )


def _bab_akuntabilitas() -> Bagian:
    capaian = Bagian(
        "capaian",
        "Capaian Kinerja Organisasi",
        isi=(
            paragraf("Uraian pada ", Rujukan("sk1"), " dan ", Rujukan("tab-panjang"), "."),
            _tabel_panjang(),
        ),
        anak=(_bagian_sasaran(),),
    )
    anggaran = Bagian("anggaran", "Realisasi Anggaran", isi=(_tabel_anggaran(), _gambar_mendatar()))
    return Bagian(
        id="bab-akuntabilitas", judul="Akuntabilitas Kinerja", anak=(capaian, anggaran), halaman_baru=True
    )


def _bagian_sasaran() -> Bagian:
    analisis = (
        Bagian(
            "sk1-ik1-a1",
            "Perbandingan target dan realisasi tahun ini",
            isi=(
                paragraf("Realisasi 72,5% dari target 80%."),
                _gambar_batang(),
                paragraf("Rincian menurut satuan kerja tampak pada ", Rujukan("tab-kata-panjang"), "."),
                _tabel_kata_panjang(),
            ),
        ),
        Bagian(
            "sk1-ik1-a2",
            "Analisis penyebab keberhasilan atau kegagalan",
            isi=(
                catatan("kosong", "Analisis penyebab belum diisi oleh penanggung jawab indikator."),
                catatan(
                    "perhatian",
                    "Realisasi satuan kerja ",
                    teks("Lapas Contoh", tebal=True),
                    " belum diverifikasi.",
                ),
                catatan(
                    "info", "Indikator ini baru diukur sejak tahun 2022; lihat ", Rujukan("tab-anggaran"), "."
                ),
            ),
            bernomor=False,
            dalam_daftar=False,
        ),
    )
    indikator = Bagian("sk1-ik1", "Persentase pengaduan yang diselesaikan", anak=analisis)
    return Bagian("sk1", "Meningkatnya kualitas layanan", anak=(indikator,), halaman_baru=True)


def _gambar_batang() -> Gambar:
    target = Deret("Target", tuple(Decimal(n) for n in ("75", "76", "78", "80")))
    realisasi = Deret("Realisasi", (Decimal("70.1"), None, Decimal("79.25"), Decimal("72.5")))
    return Gambar(
        id="gbr-batang",
        judul="Target dan Realisasi Tahun 2020–2023",
        alt="Diagram batang: realisasi 70,1; tidak ada data; 79,25; 72,5 persen; target 75 sampai 80.",
        bagan=BaganBatang(
            kategori=("2020", "2021", "2022", "2023"),
            deret=(target, realisasi),
            label=(("75", "76", "78", "80"), ("70,1", "–", "79,25", "72,5")),
            satuan="%",
            garis_acuan=Decimal("80"),
            label_acuan="Target Renstra 80",
        ),
    )


def _gambar_mendatar() -> Gambar:
    return Gambar(
        id="gbr-mendatar",
        judul="Capaian menurut Satuan Kerja",
        alt="Diagram batang mendatar: Lapas A 101,5; Rutan B 88,2; Kantor Imigrasi C tanpa nilai.",
        bagan=BaganBatang(
            kategori=("Lapas A", "Rutan B", "Kantor Imigrasi C"),
            deret=(Deret("Capaian", (Decimal("101.5"), Decimal("88.2"), None)),),
            label=(("101,5", "88,2", "–"),),
            satuan="%",
            mendatar=True,
            status=("tercapai", "tidak_tercapai", "tanpa_nilai"),
        ),
        catatan="Satuan kerja tanpa objek pengukuran tidak dinilai.",
    )


def _tabel_kata_panjang() -> Tabel:
    return Tabel(
        id="tab-kata-panjang",
        judul=TEKS_BERBAHAYA,
        kolom=(Kolom("No.", 3, "tengah"), Kolom("Uraian", 8), Kolom("Nilai", 8, "kanan")),
        baris=(Baris(("1", KATA_PANJANG, "1.234.567,89")), Baris(("2", TEKS_BERBAHAYA, "−3,62%"))),
    )


def _tabel_panjang() -> Tabel:
    isi = []
    for kelompok in ("Pemasyarakatan", "Imigrasi", "Administrasi Hukum"):
        isi.append(Baris((kelompok,), "kelompok"))
        isi += [Baris((str(n), f"Satuan Kerja {kelompok} {n}", "80", f"7{n % 10},25")) for n in range(1, 25)]
    return Tabel(
        id="tab-panjang",
        judul=JUDUL_PANJANG,
        kolom=(
            Kolom("No.", 4, "tengah"),
            Kolom("Satuan Kerja", 30),
            Kolom("Target", 8, "kanan", "Persentase"),
            Kolom("Realisasi", 8, "kanan", "Persentase"),
        ),
        baris=(*isi, Baris(("", "Rata-rata", "80", "74,75"), "jumlah")),
    )


def _tabel_anggaran() -> Tabel:
    return Tabel(
        id="tab-anggaran",
        judul="Pagu dan Realisasi Anggaran menurut Jenis Belanja",
        kolom=(
            Kolom("Jenis Belanja", 20),
            Kolom("Pagu", 14, "kanan"),
            Kolom("Realisasi", 14, "kanan"),
            Kolom("%", 6, "kanan"),
        ),
        baris=(
            Baris(("Pegawai", "Rp15.250.000.000", "Rp15.100.250.500", "99,02%")),
            Baris(("Barang", "Rp8.400.000.000", "Rp8.123.456.789", "96,71%")),
            Baris(("Modal", "Rp0", "–", "–")),
            Baris(("Jumlah", "Rp23.650.000.000", "Rp23.223.707.289", "98,20%"), "jumlah"),
        ),
        catatan="Sumber: aplikasi OMSPAN; tanda – berarti tidak ada nilai.",
    )


def _lampiran_perjanjian() -> Bagian:
    return Bagian(
        id="lamp-pk",
        judul="Perjanjian Kinerja Tahun 2023",
        isi=(
            paragraf("Perjanjian kinerja antara pihak pertama dan pihak kedua."),
            Tabel(
                id="tab-lamp",
                judul="Sasaran, Indikator, dan Target",
                kolom=(Kolom("Sasaran", 20), Kolom("Indikator", 20), Kolom("Target", 8, "tengah")),
                baris=(Baris(("Meningkatnya kualitas layanan", "Indeks kepuasan masyarakat", "3,2")),),
            ),
        ),
    )


def _lampiran_kosong() -> Bagian:
    return Bagian(
        id="lamp-sk",
        judul="Keputusan Pembentukan Tim Penyusun",
        isi=(catatan("kosong", "Salinan keputusan belum diunggah."),),
    )
