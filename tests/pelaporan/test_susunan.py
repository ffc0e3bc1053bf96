"""The report of the sample office as a document: nothing mandated is missing, nothing is empty, all is numbered."""

import re
from collections.abc import Iterator

import pytest

from kinerja.dokumen.model import (
    Bagian,
    Blok,
    Catatan,
    Daftar,
    Dokumen,
    Gambar,
    Paragraf,
    Rujukan,
    Tabel,
    Teks,
)
from kinerja.dokumen.penomoran import nomori
from kinerja.pelaporan.kelengkapan import list_celah
from kinerja.pelaporan.lkjip.susun import compose_lkjip
from kinerja.pelaporan.queries import DataLaporan

pytestmark = pytest.mark.django_db

TUJUH = (
    "Perbandingan target dan realisasi tahun 2023",
    "Perbandingan dengan tahun-tahun sebelumnya",
    "Perbandingan dengan target jangka menengah Renstra",
    "Perbandingan dengan standar nasional",
    "Analisis penyebab",
    "Analisis efisiensi penggunaan sumber daya",
    "Analisis program/kegiatan penunjang",
)
"""PermenPANRB 53/2014 Lampiran II."""

SENGAJA_KOSONG = {
    ("PAS-4.1", 5): (
        "Analisis penyebab",
        "Subbidang Pengelolaan Benda Sitaan, Barang Rampasan Negara, dan Keamanan",
    ),
    ("IM-1.2", 7): ("Analisis program/kegiatan penunjang", "Bidang Intelijen dan Penindakan Keimigrasian"),
    ("BPHN-2.3", 6): (
        "Analisis efisiensi penggunaan sumber daya",
        "Subbidang Penyuluhan Hukum, Bantuan Hukum, dan Jaringan Dokumentasi Informasi Hukum",
    ),
}
PEGAWAI_KOSONG = ("Data pegawai menurut pendidikan", "Data pegawai menurut pangkat/golongan ruang")


def kunci(kode: str) -> str:
    return kode.lower().replace(".", "-")


def baca(blok: Blok) -> str:
    """The plain text of a paragraph, list or call-out; a reference as its id in angle brackets."""
    match blok:
        case Paragraf() | Catatan():
            return "".join(s.isi if isinstance(s, Teks) else f"<{s.ke}>" for s in blok.isi)
        case Daftar():
            return "\n".join(map(baca, blok.butir))
    return ""


def bagian(dokumen: Dokumen, id_: str) -> Bagian:
    (satu,) = [b for b in dokumen.bagian() if b.id == id_]
    return satu


def tabel(dokumen: Dokumen, id_: str) -> Tabel:
    (satu,) = [b for b in dokumen.blok() if isinstance(b, Tabel) and b.id == id_]
    return satu


def isi(t: Tabel, jenis: str = "data") -> list[tuple[str, ...]]:
    return [b.sel for b in t.baris if b.jenis == jenis]


def kosong(dokumen: Dokumen) -> list[str]:
    return [baca(b) for b in dokumen.blok() if isinstance(b, Catatan) and b.jenis == "kosong"]


def kode_indikator(data: DataLaporan) -> list[str]:
    return [h.indikator.kode for s in data.kinerja for h in s.indikator]


def test_bab_wajib_berurutan(dokumen_contoh):
    puncak = (*dokumen_contoh.depan, *dokumen_contoh.bab, *dokumen_contoh.lampiran)
    assert [b.judul for b in puncak] == [
        "Kata Pengantar",
        "Ikhtisar Eksekutif",
        "Pendahuluan",
        "Perencanaan Kinerja",
        "Akuntabilitas Kinerja",
        "Penutup",
        "Perjanjian Kinerja Tahun 2023",
        "Aturan dan Pengaturan yang Dipakai",
        "Kelengkapan dan Catatan Mutu Data",
    ]


@pytest.mark.parametrize(
    ("bab", "subbab"),
    [
        (
            "bab-1",
            [
                "Latar Belakang",
                "Sumber Daya Manusia",
                "Tugas, Fungsi, dan Struktur Organisasi",
                "Maksud dan Tujuan",
                "Aspek Strategis",
                "Isu Strategis",
                "Sistematika Laporan",
            ],
        ),
        ("bab-2", ["Rencana Strategis", "Perjanjian Kinerja", "Indikator Kinerja Utama"]),
        (
            "bab-3",
            [
                "Capaian Kinerja Organisasi",
                "Realisasi Anggaran",
                "Capaian Kinerja Anggaran",
                "Capaian Kinerja Lainnya",
            ],
        ),
        ("bab-4", ["Kesimpulan", "Saran dan Langkah Perbaikan"]),
    ],
)
def test_subbab_wajib(dokumen_contoh, bab, subbab):
    assert [b.judul for b in bagian(dokumen_contoh, bab).anak] == subbab


def test_sampul(dokumen_contoh):
    assert dokumen_contoh.instansi == "Kantor Wilayah Kementerian Hukum dan HAM Sumatera Selatan"
    assert (dokumen_contoh.tahun, dokumen_contoh.subjudul) == (2023, "Tahun 2023")
    assert dokumen_contoh.tempat_tanggal == "Januari 2024"
    assert re.fullmatch(r"[0-9a-f]{4}(-[0-9a-f]{4}){2}", dokumen_contoh.kode)


def test_tujuh_analisis_untuk_setiap_indikator(dokumen_contoh, data_contoh):
    for kode in kode_indikator(data_contoh):
        satu = bagian(dokumen_contoh, f"ikk-{kunci(kode)}")
        assert satu.judul.startswith(f"Indikator {kode}: ")
        assert tuple(a.judul for a in satu.anak) == TUJUH
        assert all(any(baca(b).strip() for b in a.isi) for a in satu.anak), kode


def test_tiga_jenis_tabel_tiap_indikator(dokumen_contoh, data_contoh):
    """Target and realisasi; the years; the Renstra."""
    tahun = [str(t) for t in range(2020, 2024)]
    for h in (h for s in data_contoh.kinerja for h in s.indikator):
        k = kunci(h.indikator.kode)
        assert len(isi(tabel(dokumen_contoh, f"tabel-tahun-ini-{k}"))) == 1
        assert [b[0] for b in isi(tabel(dokumen_contoh, f"tabel-riwayat-{k}"))] == tahun
        assert len(isi(tabel(dokumen_contoh, f"tabel-renstra-{k}"))) == (h.target_renstra is not None)


def test_id_tunggal_dan_semua_rujukan_sampai(dokumen_contoh):
    penomoran = nomori(dokumen_contoh)  # raises on a double id and on a reference to nowhere
    rujukan = [
        s for b in dokumen_contoh.blok() if isinstance(b, Paragraf) for s in b.isi if isinstance(s, Rujukan)
    ]
    assert len(rujukan) > 60
    assert all(penomoran.label[r.ke] for r in rujukan)


def test_nomor_tabel_dan_gambar_berurutan_per_bab(dokumen_contoh):
    penomoran = nomori(dokumen_contoh)
    for daftar, sebutan in ((penomoran.daftar_tabel, "Tabel"), (penomoran.daftar_gambar, "Gambar")):
        per_bab: dict[str, list[int]] = {}
        for butir in daftar:
            awal, _, nomor = butir.label.removeprefix(f"{sebutan} ").rpartition(".")
            per_bab.setdefault(awal, []).append(int(nomor))
        assert {
            bab: nomor == list(range(1, len(nomor) + 1)) for bab, nomor in per_bab.items()
        } == dict.fromkeys(per_bab, True)
        assert {"1", "3"} <= set(per_bab)


def test_tidak_ada_bagian_tabel_atau_gambar_kosong(dokumen_contoh):
    for b in dokumen_contoh.bagian():
        assert b.judul.strip(), b.id
        assert b.isi or b.anak, b.id
    for blok in dokumen_contoh.blok():
        if isinstance(blok, Tabel):
            assert blok.judul, blok.id
            assert blok.baris, blok.id
            assert all(len(r.sel) == (1 if r.jenis == "kelompok" else len(blok.kolom)) for r in blok.baris), (
                blok.id
            )
        elif isinstance(blok, Gambar):
            assert blok.judul, blok.id
            assert len(blok.alt) > 20, blok.id
        else:
            assert baca(blok).strip()


def test_baris_tabel_sebanyak_faktanya(dokumen_contoh, data_contoh):
    d = dokumen_contoh
    assert len(isi(tabel(d, "tabel-satker"))) == 29
    assert len(isi(tabel(d, "tabel-pegawai-jenis-kelamin"))) == 29
    assert len(isi(tabel(d, "tabel-target-pk"))) == 60
    assert [b[1] for b in isi(tabel(d, "tabel-iku"))] == [b[1] for b in isi(tabel(d, "tabel-target-pk"))]
    assert len(isi(tabel(d, "tabel-capaian-sasaran"))) == len(isi(tabel(d, "tabel-ikhtisar"))) == 22
    assert len(isi(tabel(d, "tabel-anggaran-sasaran"))) == 22
    assert len(isi(tabel(d, "tabel-efisiensi"))) == 60
    # PAS-2: three indikator above their target, cut at 100 each, so that 100 − 99.28 is left over.
    kepala = {
        b.sel[0].split()[0]: b.sel[0] for b in tabel(d, "tabel-efisiensi").baris if b.jenis == "kelompok"
    }
    assert kepala["PAS-2"].endswith("— efisiensi sasaran 0,72%")
    assert kepala["SETJEN-1"].endswith("efisien")
    assert [len(isi(tabel(d, f"tabel-{t}"))) for t in ("smart", "ikpa", "nka")] == [37, 37, 37]
    assert len(isi(tabel(d, "tabel-perjanjian"))) == len(data_contoh.perjanjian) == 9
    per_unit = [t for t in d.blok() if isinstance(t, Tabel) and re.fullmatch("tabel-capaian-[a-z]+", t.id)]
    rencana = [t for t in d.blok() if isinstance(t, Tabel) and t.id.startswith("tabel-rencana-")]
    assert sum(len(isi(t)) for t in per_unit if t.id != "tabel-capaian-sasaran") == 60
    assert (len(rencana), sum(len(isi(t)) for t in rencana)) == (9, 60)


def test_iku_membawa_manual_pemilik_dan_targetnya(dokumen_contoh):
    (satu,) = [b for b in isi(tabel(dokumen_contoh, "tabel-iku")) if b[4].startswith("Survei 3AS")]
    assert satu[2:4] == ("indeks", "jumlah nilai indeks bulanan ÷ (25 × banyaknya bulan)")
    assert satu[5] == "Kepala Divisi Administrasi"
    assert satu[6].startswith("3,")


def test_nomor_baris_urut(dokumen_contoh):
    for t in dokumen_contoh.blok():
        if isinstance(t, Tabel) and t.kolom[0].judul == "No.":
            assert [b[0] for b in isi(t)] == [str(n) for n in range(1, len(isi(t)) + 1)], t.id


def test_tabel_gagal_dari_yang_terburuk(dokumen_contoh):
    for id_ in ("tabel-gagal", "tabel-kesimpulan"):
        assert [b[0] for b in isi(tabel(dokumen_contoh, id_))] == ["AHU-1.1", "PAS-3.6", "PP-2.1", "PAS-9.7"]
    assert isi(tabel(dokumen_contoh, "tabel-gagal"))[0][-2:] == (
        "−18,12% (12.466.600.000 terhadap 15.225.450.000)",
        "−362,40%",
    )


def test_tanpa_objek_disebut_bukan_seratus_persen(dokumen_contoh):
    sel = isi(tabel(dokumen_contoh, "tabel-tahun-ini-ki-2-1"))[0]
    assert sel == ("100%", "tidak ada objek", "tidak ada objek", "Tidak ada objek")
    gambar = next(
        b for b in dokumen_contoh.blok() if isinstance(b, Gambar) and b.id == "gambar-riwayat-ki-2-1"
    )
    assert gambar.bagan.label[1][-1] == "tidak ada objek"
    assert "rata-rata dari 2 indikator" in baca(bagian(dokumen_contoh, "sasaran-ki-2").isi[0])


def test_tiga_celah_yang_disengaja_tampak_di_tempatnya(dokumen_contoh):
    for (kode, nomor), (apa, oleh) in SENGAJA_KOSONG.items():
        isi_ = bagian(dokumen_contoh, f"ikk-{kunci(kode)}-{nomor}").isi
        assert f"{apa} belum diisi oleh {oleh}." in [baca(b) for b in isi_ if isinstance(b, Catatan)], kode
    sdm = [baca(b) for b in bagian(dokumen_contoh, "sumber-daya-manusia").isi if isinstance(b, Catatan)]
    assert sdm == [f"{apa} belum diisi oleh pengelola kepegawaian." for apa in PEGAWAI_KOSONG]


def test_celah_yang_tampak_sama_dengan_lampiran_kelengkapan(dokumen_contoh, data_contoh):
    celah = list_celah(data_contoh)
    assert [baca_celah(c) for c in celah] == kosong(dokumen_contoh)
    assert len(celah) == len(SENGAJA_KOSONG) + len(PEGAWAI_KOSONG)
    baris = [(b[2], b[3]) for b in isi(tabel(dokumen_contoh, "tabel-celah"))]
    assert baris == [(apa, "pengelola kepegawaian") for apa in PEGAWAI_KOSONG] + list(SENGAJA_KOSONG.values())
    assert "5 bagian wajib laporan ini belum diisi" in "".join(
        map(baca, bagian(dokumen_contoh, "ikhtisar").isi)
    )


def baca_celah(celah) -> str:
    return f"{celah.apa} belum diisi oleh {celah.oleh}."


def test_setiap_aturan_yang_dipakai_disebut(dokumen_contoh):
    assert {b[0] for b in isi(tabel(dokumen_contoh, "tabel-aturan"))} == {
        "Capaian indikator naik baik",
        "Capaian sasaran",
        "Efisiensi menurut rumus PMK",
        "Bobot nilai kinerja anggaran",
        "Predikat nilai kinerja anggaran PMK 62/2023",
    }


def test_pembilang_dan_penyebut_di_samping_setiap_rasio(dokumen_contoh, data_contoh):
    for h in (h for s in data_contoh.kinerja for h in s.indikator):
        judul = [k.judul for k in tabel(dokumen_contoh, f"tabel-tahun-ini-{kunci(h.indikator.kode)}").kolom]
        berpasangan = any(k.ukuran.penyebut is not None for k in h.kini.komponen)
        assert ("Pembilang" in judul) is ("Penyebut" in judul) is berpasangan, h.indikator.kode


@pytest.mark.parametrize(("kode", "bulan"), [("SETJEN-1.1", 12), ("IM-1.1", 12)])
def test_bulan_yang_diketahui_dirinci(dokumen_contoh, kode, bulan):
    baris = isi(tabel(dokumen_contoh, f"tabel-bulan-{kunci(kode)}"))
    assert len(baris) == bulan
    assert (baris[0][0], baris[-1][0]) == ("Januari", "Desember")


def test_bulan_yang_tidak_diketahui_disebut(dokumen_contoh, data_contoh):
    kalimat = "Realisasi dicatat sebagai angka setahun, tanpa rincian bulanan."
    for h in (h for s in data_contoh.kinerja for h in s.indikator):
        isi_ = [baca(b) for b in bagian(dokumen_contoh, f"ikk-{kunci(h.indikator.kode)}-1").isi]
        assert (kalimat in isi_) is (not h.bulanan and h.kini.realisasi is not None), h.indikator.kode


def list_teks(dokumen: Dokumen) -> Iterator[str]:
    for b in dokumen.bagian():
        yield b.judul
    for blok in dokumen.blok():
        if isinstance(blok, Tabel):
            yield from (sel for baris in blok.baris for sel in baris.sel)
            yield from (blok.judul, blok.catatan)
        elif isinstance(blok, Gambar):
            yield from (blok.judul, blok.alt)
        else:
            yield baca(blok)


def test_tidak_ada_kata_ganda_atau_tanda_baca_rusak(dokumen_contoh):
    ganda = re.compile(r"\b([a-z]{3,})\s+\1\b")
    rusak = re.compile(r"\.\.(?!\.)|\s[,.;](?!\d)|  |,,|\bNone\b|\bnan\b|Decimal|\{|\}|\\n")
    for teks in list_teks(dokumen_contoh):
        assert not ganda.search(teks), teks
        assert not rusak.search(teks), teks


def test_kalimat_berawal_huruf_besar_dan_berakhir_titik(dokumen_contoh):
    for b in dokumen_contoh.blok():
        if isinstance(b, Paragraf) and not isinstance(b.isi[0], Rujukan):
            teks = baca(b)
            assert teks[0].isupper() or teks[0].isdigit(), teks
            assert teks[-1] in ".:”…;)" or len(teks) < 200, teks


def test_pengesahan_di_bawah_kata_pengantar(dokumen_contoh):
    akhir = [baca(b) for b in bagian(dokumen_contoh, "kata-pengantar").isi][-4:]
    assert akhir[:2] == ["Palembang, Januari 2024", "Kepala Kantor Wilayah,"]
    assert [baris.partition(":")[0] for baris in akhir[2:]] == ["Tanda tangan", "Nama"]


def test_kantor_bicara_sebagai_dirinya(dokumen_contoh):
    """The office reports its own year: no auditor's voice, no code word, and the law's word for a miss."""
    asing = re.compile(
        r"bahan laporan|tampaknya|pernah dicetak|laporan yang terbit|telah terbit|tidak dijelaskan|tidak dirinci"
        r"|tidak diterangkan|dari ingatan|\bgagal\b|\b[a-z]+_[a-z_]+\b"
    )
    for teks in list_teks(dokumen_contoh):
        assert not asing.search(re.sub(r"<[^>]+>", "", teks)), teks


def test_fakta_sama_dokumen_sama(data_contoh, dokumen_contoh):
    assert compose_lkjip(data_contoh) == dokumen_contoh


def test_rata_rata_yang_berlantai_nol_dijelaskan_di_sampingnya(dokumen_contoh):
    """0,00% beneath −362,40% is not a slip of the pen, and the reader is told so wherever both stand."""
    sebab = "AHU-1.1: Capaian negatif: dihitung 0% dalam rata-rata sasaran (pengaturan “lantai nol”)."
    for id_ in ("tabel-ikhtisar", "tabel-capaian-sasaran", "tabel-capaian-ahu"):
        assert sebab in tabel(dokumen_contoh, id_).catatan
    assert tabel(dokumen_contoh, "tabel-capaian-im").catatan == ""
    assert [baca(b) for b in bagian(dokumen_contoh, "sasaran-ahu-1").isi][:2] == [
        "Capaian sasaran ini 0,00%, rata-rata dari 1 indikator (tidak tercapai: AHU-1.1).",
        sebab,
    ]
