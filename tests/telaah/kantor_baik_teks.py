"""What the people of the made-up office wrote: causes, means, programmes per indikator, and the chapters."""

ALASAN = {
    "PAS-1.1": (
        "Target tercapai karena usulan remisi diperiksa bersama setiap awal bulan sehingga berkasnya "
        "lengkap sebelum batas waktu.",
        "Pemeriksaan berkas memakai petugas yang ada tanpa menambah biaya perjalanan.",
        "Program penunjangnya adalah bimbingan teknis pengelola data pembinaan di lapas dan rutan.",
    ),
    "PAS-1.2": (
        "Keberhasilan didukung jadwal penyuluhan yang disusun bersama organisasi bantuan hukum setempat.",
        "Penyuluh datang ke rutan dua kali sebulan dengan kendaraan dinas bersama.",
        "Kegiatan penunjangnya adalah penyuluhan hukum terpadu bagi tahanan baru.",
    ),
    "PAS-2.1": (
        "Gangguan berkurang karena pengawasan lalu lintas barang diperketat dan pembinaan kerohanian "
        "dijadwalkan tetap.",
        "Alat deteksi dipakai bergantian oleh kedua unit.",
        "Program penunjangnya adalah pemeliharaan sarana pengamanan.",
    ),
    "PAS-2.2": (
        "Kegagalan mencapai target disebabkan perbaikan atap blok hunian yang menutup sebagian "
        "kamar. Solusinya, penggeledahan "
        "dijadwalkan ulang segera setelah perbaikan selesai.",
        "Penggeledahan dilakukan regu jaga yang bertugas.",
        "Kegiatan penunjangnya adalah pelatihan tanggap darurat regu pengamanan.",
    ),
    "IM-1.1": (
        "Keberhasilan terjadi karena antrean daring membagi kedatangan pemohon merata sepanjang hari.",
        "Loket tambahan memakai perangkat hasil penataan ulang.",
        "Program penunjangnya adalah layanan paspor keliling.",
    ),
    "IM-1.2": (
        "Target tercapai berkat kerja sama dengan pemerintah kabupaten dalam memilih desa asal pekerja migran.",
        "Sosialisasi digabung dengan kunjungan layanan keliling sehingga biaya perjalanan terpakai sekali.",
        "Kegiatan penunjangnya adalah pembentukan petugas imigrasi pembina desa.",
    ),
    "IM-1.3": (
        "Keberhasilan didukung ruang tunggu yang ditata ulang dan petugas informasi yang selalu ada.",
        "Survei diisi pemohon sendiri pada perangkat yang tersedia.",
        "Program penunjangnya adalah pelatihan pelayanan prima.",
    ),
    "KI-1.1": (
        "Target tercapai karena klinik konsultasi dibuka di kampus dan pusat usaha kecil.",
        "Konsultasi jarak jauh mengurangi kebutuhan perjalanan.",
        "Kegiatan penunjangnya adalah klinik kekayaan intelektual bergerak.",
    ),
    "KI-1.2": (
        "Keberhasilan didukung penyidik yang telah dilatih dan koordinasi dengan kepolisian.",
        "Penanganan aduan mendahulukan mediasi.",
        "Program penunjangnya adalah pencegahan pelanggaran kekayaan intelektual.",
    ),
    "KI-1.3": (
        "Kegagalan mencapai target disebabkan pameran akhir tahun dibatalkan penyelenggaranya. "
        "Tindak lanjutnya, promosi dipindahkan "
        "ke pameran daerah tahun berikutnya.",
        "Dana pameran yang batal dikembalikan melalui revisi anggaran.",
        "Kegiatan penunjangnya adalah pendampingan masyarakat pelindungan indikasi geografis.",
    ),
}
"""Kode -> penyebab, efisiensi, program."""
NARASI = {
    "tempat": "Kota Satu",
    "kata_pengantar": "Laporan ini kami susun sebagai pertanggungjawaban atas janji kinerja kepada masyarakat.",
    "ikhtisar_hambatan": (
        "Hambatan utama adalah perbaikan bangunan dan pembatalan pameran; keduanya sudah ditindaklanjuti."
    ),
    "latar_belakang": "Setiap instansi pemerintah mempertanggungjawabkan kinerjanya setiap tahun.",
    "pedoman": "Laporan mengikuti pedoman penyusunan laporan kinerja yang berlaku.",
    "tugas_fungsi": "Kantor Wilayah menyelenggarakan tugas kementerian di wilayahnya.",
    "maksud_tujuan": "Maksud laporan ini adalah menyampaikan hasil kerja; tujuannya perbaikan berkelanjutan.",
    "aspek_strategis": "Wilayah kerja berada di jalur perdagangan antarpulau.",
    "isu_strategis": "Isu strategisnya adalah kepadatan hunian dan pelindungan produk daerah.",
    "renstra_pengantar": "Rencana Strategis menetapkan arah kerja lima tahun.",
    "nilai_organisasi": "Nilai organisasi menjadi pegangan seluruh pegawai.",
    "perjanjian_pengantar": "Perjanjian Kinerja memuat janji pimpinan kepada unit pembina.",
    "capaian_pengantar": "Bagian ini menyajikan capaian kinerja menurut unit pembina.",
    "anggaran_pengantar": "Bagian ini menyajikan pagu dan realisasi anggaran.",
    "smart_pengantar": "Nilai berikut diterbitkan Kementerian Keuangan.",
    "ikpa_pengantar": "Nilai pelaksanaan anggaran berikut diterbitkan Kementerian Keuangan.",
    "e_performance": "Pelaporan bulanan disampaikan tepat waktu.",
    "target_kinerja": "Seluruh tahapan kegiatan dilaporkan setiap bulan.",
    "e_monev": "Kemajuan kegiatan dilaporkan setiap triwulan.",
    "prioritas_nasional": "Kantor Wilayah mendukung layanan hukum bagi masyarakat kurang mampu.",
    "kesimpulan": "Sebagian besar janji kinerja terpenuhi; yang belum terpenuhi sudah diketahui sebabnya.",
    "saran": "Perbaikan bangunan perlu dijadwalkan di luar masa penggeledahan.",
}
"""Bagian -> text."""
