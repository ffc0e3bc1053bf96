"""What the sheet Petunjuk of the workbook tells: how to fill it in, and what the words to choose from mean."""

from kinerja.perencanaan.models import (
    CaraHitung,
    PilihanAgregasiBulan,
    PilihanAgregasiSatker,
    PilihanPolaritas,
)

CARA_MENGISI = (
    "Buku kerja resmi Kinerja. Satu lembar untuk satu jenis data; satu baris untuk satu fakta.",
    "Isi lembar dari kiri ke kanan: yang disebut di suatu lembar (satker, sasaran, indikator) ditulis lebih dahulu "
    "di lembarnya sendiri.",
    "Judul kolom bertanda * wajib diisi. Urutan kolom boleh diubah; judul kolom dan nama lembar jangan.",
    "Angka desimal memakai koma (97,4). Persen ditulis sebagai angka persen: 97,4 berarti 97,4%.",
    "Sel kosong berarti belum ada data; nol ditulis 0. Keduanya tidak pernah disamakan.",
    "Rasio diisi pembilang dan penyebutnya per satker; persennya dihitung program.",
    "Bulan ditulis 1 sampai 12 atau namanya (Juni). Kosong berarti angka setahun.",
    "Jangan menggabungkan sel. Baris kosong di antara data diabaikan.",
    "Periksa dahulu tanpa menyimpan: kinerja import BERKAS --dry-run. Lalu simpan: kinerja import BERKAS.",
    "Semua baris disimpan, atau tidak satu pun. Mengimpor berkas yang sama dua kali tidak mengubah apa-apa.",
    "Baris yang sudah tersimpan tetap pada urutannya di laporan; yang baru ditambahkan di belakangnya.",
)

BAGIAN_LAPORAN = {
    "kata_pengantar": "Kata pengantar di depan laporan",
    "tempat": "Boleh tidak ada: kota penandatanganan kata pengantar, misalnya Palembang",
    "ikhtisar_hambatan": "Ikhtisar eksekutif: hambatan tahun ini dan tindak lanjutnya",
    "latar_belakang": "Bab I: mengapa laporan ini disusun",
    "pedoman": "Bab I: peraturan yang menjadi pedoman penyusunan",
    "tugas_fungsi": "Bab I: tugas dan fungsi kantor",
    "maksud_tujuan": "Bab I: maksud dan tujuan laporan",
    "aspek_strategis": "Bab I: kekuatan, wilayah, dan peran kantor",
    "isu_strategis": "Bab I: masalah utama yang dihadapi kantor",
    "renstra_pengantar": "Bab II: pengantar Rencana Strategis",
    "nilai_organisasi": "Bab II: tata nilai organisasi",
    "perjanjian_pengantar": "Bab II: pengantar Perjanjian Kinerja",
    "capaian_pengantar": "Bab III: pengantar capaian kinerja",
    "anggaran_pengantar": "Bab III: pengantar realisasi anggaran",
    "smart_pengantar": "Bab III: pengantar nilai SMART",
    "ikpa_pengantar": "Bab III: pengantar nilai IKPA",
    "e_performance": "Bab III: pelaporan melalui E-Performance",
    "target_kinerja": "Bab III: Target Kinerja",
    "e_monev": "Bab III: pelaporan melalui E-Monev Bappenas",
    "prioritas_nasional": "Bab III: Kegiatan Prioritas Nasional",
    "kesimpulan": "Bab IV: kesimpulan",
    "saran": "Bab IV: saran dan langkah perbaikan",
}
"""Bagian of a Narasi without an Indikator -> where it is printed."""
BAGIAN_INDIKATOR = {
    "standar_nasional": "Perbandingan dengan standar nasional; tulis tidak_ada bila memang tidak ada standarnya",
    "penyebab": "Sebab keberhasilan atau kegagalan",
    "efisiensi": "Analisis efisiensi penggunaan sumber daya",
    "program": "Program atau kegiatan yang menunjang, atau yang menyebabkan kegagalan",
    "tindak_lanjut": "Boleh kosong: tindak lanjut atas indikator yang gagal",
}
"""Bagian of a Narasi with an Indikator -> what to write."""
BAGIAN_TABEL = {
    "sistem_pelaporan": "Bab I: tabel sesudah sistematika penyajian",
    "e_performance": "Bab III: tabel di bawah uraian E-Performance",
    "target_kinerja": "Bab III: tabel di bawah uraian Target Kinerja",
    "e_monev": "Bab III: tabel di bawah uraian E-Monev Bappenas",
    "prioritas_nasional": "Bab III: tabel di bawah uraian Kegiatan Prioritas Nasional",
    "kehadiran": "Bab III: tabel kedisiplinan pegawai",
}
"""Bagian of a supporting table without an Indikator -> where it is printed."""

ISTILAH: dict[str, dict[str, str]] = {
    "Polaritas": {
        PilihanPolaritas.NAIK: "Makin tinggi makin baik. Target 90, realisasi 99: capaian 110%.",
        PilihanPolaritas.TURUN: "Makin rendah makin baik. Target 10, realisasi 8: capaian 120%.",
        PilihanPolaritas.STABIL: "Makin dekat ke target makin baik, lebih atau kurang sama buruknya. Target 10, "
        "realisasi 8: capaian 80%.",
        PilihanPolaritas.RENTANG: "Baik selama di antara Batas Bawah dan Batas Atas. Target 1 sampai 5, realisasi 3: "
        "capaian 100%.",
    },
    "Cara Hitung": {
        CaraHitung.RASIO: "Pembilang dibagi penyebut. 45 dari 50 pengaduan selesai: isi 45 dan 50, hasilnya 90%.",
        CaraHitung.RATA_RASIO: "Beberapa rasio dihitung sendiri-sendiri lalu dirata-ratakan; tiap rasio satu baris di "
        "lembar Komponen. Layanan kesehatan 80% dan makanan 100%: hasilnya 90%.",
        CaraHitung.PERTUMBUHAN: "Kenaikan terhadap tahun lalu: Pembilang angka tahun ini, Penyebut angka tahun lalu. "
        "Tahun ini 120, tahun lalu 100: hasilnya naik 20%.",
        CaraHitung.NILAI: "Satu angka jadi di kolom Nilai, tidak dihitung lagi. Indeks kepuasan 3,61: isi 3,61.",
    },
    "Agregasi Bulan": {
        PilihanAgregasiBulan.JUMLAH: "Dua belas bulan dijumlahkan, untuk banyaknya kejadian. Januari 3 kegiatan, "
        "Februari 5: setahun 8.",
        PilihanAgregasiBulan.RATA_RATA: "Dua belas bulan dirata-ratakan, untuk nilai yang diukur tiap bulan. Januari "
        "80, Februari 90: setahun 85.",
        PilihanAgregasiBulan.TERAKHIR: "Dipakai bulan terakhir yang terisi, untuk keadaan atau angka kumulatif. "
        "November 70, Desember 95: setahun 95.",
        PilihanAgregasiBulan.MAKS: "Dipakai bulan yang tertinggi. Januari 40, Juni 65, Desember 50: setahun 65.",
    },
    "Agregasi Satker": {
        PilihanAgregasiSatker.SIGMA: "Jumlah pembilang semua satker dibagi jumlah penyebutnya, untuk persentase; "
        "tidak untuk Cara Hitung nilai. Satker A 1 dari 10, B 90 dari 90: (1+90)/(10+90) = 91%.",
        PilihanAgregasiSatker.JUMLAH: "Angka semua satker dijumlahkan. Satker A 12 kegiatan, B 8: kantor 20.",
        PilihanAgregasiSatker.RATA_RATA: "Angka semua satker dirata-ratakan, besar kecilnya satker tidak dilihat. "
        "Satker A 80, B 90: kantor 85.",
        PilihanAgregasiSatker.MAKS: "Dipakai satker yang tertinggi. Satker A 80, B 90: kantor 90.",
    },
}
"""Column of the sheet Indikator -> choice -> one plain line with an example."""
