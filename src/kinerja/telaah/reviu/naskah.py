"""The two documents of a reviu: Catatan Hasil Reviu and Pernyataan Telah Direviu."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.aturan.reviu import compute_rekap
from kinerja.dasar.cetak import cetak_tanggal
from kinerja.dokumen.model import (
    Bagian,
    Baris,
    Blok,
    Dokumen,
    Kolom,
    Pengesahan,
    Tabel,
    catatan,
    daftar,
    paragraf,
    teks,
)
from kinerja.telaah.reviu.isi import KONSEP, IsiButir, IsiReviu

_TITIK = "…" * 12
_TANPA = "–"


def compose_pernyataan(isi: IsiReviu, kode: str) -> Dokumen:
    """The one-page statement in the form of the regulation; what is not met is named as an exception."""
    pembuka = (
        paragraf(teks(isi.satker.upper(), tebal=True)),
        paragraf(teks(f"TAHUN ANGGARAN {isi.tahun}", tebal=True)),
        paragraf(
            f"Kami telah mereviu Laporan Kinerja {isi.satker} Tahun Anggaran {isi.tahun} sesuai Pedoman Reviu atas "
            "Laporan Kinerja. Substansi informasi yang dimuat dalam Laporan Kinerja menjadi tanggung jawab manajemen "
            f"{isi.satker}."
        ),
        paragraf(
            "Reviu bertujuan untuk memberikan keyakinan terbatas Laporan Kinerja telah disajikan secara akurat, andal, "
            "dan valid."
        ),
    )
    blok = (*_konsep(kode), *pembuka, *_simpulan(isi), _pengesahan(isi))
    return _surat(
        isi, kode, "Pernyataan Telah Direviu", Bagian("pernyataan", "Pernyataan Telah Direviu", blok)
    )


def _simpulan(isi: IsiReviu) -> Iterator[Blok]:
    pokok = (
        "tidak terdapat kondisi atau hal-hal yang menimbulkan perbedaan dalam meyakini keandalan informasi yang "
        "disajikan di dalam laporan kinerja ini"
    )
    if not isi.tidak_dipenuhi:
        yield paragraf(f"Berdasarkan reviu kami, {pokok}.")
        return
    yield paragraf(f"Berdasarkan reviu kami, kecuali atas hal-hal berikut, {pokok}:")
    yield daftar(*(f"Butir {b.kode} tidak dipenuhi: {b.bunyi}" for b in isi.tidak_dipenuhi), bernomor=True)
    yield paragraf("Uraian dan rekomendasinya dimuat dalam Catatan Hasil Reviu.")


def compose_catatan(isi: IsiReviu, kode: str) -> Dokumen:
    """The notes behind the statement: what was asked, what the machine counted, what the reviewers answered."""
    anak = (
        Bagian("ringkasan", "Ringkasan", tuple(_ringkasan(isi))),
        Bagian("batas", "Dasar, Tujuan, dan Batas Reviu", tuple(_batas(isi))),
        Bagian("penugasan", "Penugasan", (_tabel_penugasan(isi),)),
        Bagian("data-umum", "Data Umum", (_tabel_data_umum(isi),)),
        Bagian("hasil", "Hasil Reviu per Kriteria", tuple(_hasil(isi)), halaman_baru=True),
        Bagian("catatan-lain", "Catatan Pereviu", tuple(_catatan_lain(isi))),
        Bagian("rekomendasi", "Rekomendasi", (*_rekomendasi(isi), _pengesahan(isi))),
    )
    pembuka = (*_konsep(kode), paragraf(teks(f"{isi.satker}, Tahun Anggaran {isi.tahun}", tebal=True)))
    return _surat(isi, kode, "Catatan Hasil Reviu", Bagian("catatan", "Catatan Hasil Reviu", pembuka, anak))


def _surat(isi: IsiReviu, kode: str, judul: str, bagian: Bagian) -> Dokumen:
    return Dokumen(
        judul=judul,
        subjudul=f"Tahun Anggaran {isi.tahun}",
        instansi=isi.satker,
        tahun=isi.tahun,
        tempat_tanggal=_tempat_tanggal(isi),
        kode=kode,
        bab=(bagian,),
        rupa="surat",
    )


def _konsep(kode: str) -> Iterator[Blok]:
    if kode == KONSEP:
        yield catatan("perhatian", "Konsep: reviu ini belum ditandatangani dan isinya masih dapat berubah.")


def _tempat_tanggal(isi: IsiReviu) -> str:
    return f"{isi.tempat}, {cetak_tanggal(isi.tanggal) if isi.tanggal else _TITIK}"


def _pengesahan(isi: IsiReviu) -> Pengesahan:
    return Pengesahan(_tempat_tanggal(isi), isi.penandatangan)


def _ringkasan(isi: IsiReviu) -> Iterator[Blok]:
    rekap = compute_rekap(isi.kriteria, isi.isian)
    dipenuhi, tidak = sum(r.dipenuhi for r in rekap), sum(r.belum for r in rekap)
    lewat = sum(r.tidak_berlaku for r in rekap)
    yield paragraf(
        f"Dari {len(isi.butir)} kriteria, {dipenuhi} dipenuhi, {tidak} tidak dipenuhi, dan {lewat} tidak berlaku. "
        f"Reviu menghasilkan {len(isi.rekomendasi)} rekomendasi."
    )
    kolom = ("Dipenuhi", "Tidak dipenuhi", "Tidak berlaku", "Belum dijawab")
    angka = [(r.dipenuhi, r.belum, r.tidak_berlaku, r.belum_dijawab) for r in rekap]
    baris = [Baris((f"{r.romawi}. {r.kelompok}", *map(str, a))) for r, a in zip(rekap, angka, strict=True)]
    jumlah = Baris(("Jumlah", *(str(sum(a)) for a in zip(*angka, strict=True))), "jumlah")
    yield Tabel(
        "tabel-ringkasan",
        "Kriteria menurut kelompok",
        (Kolom("Kelompok", 40), *(Kolom(k, 16, "kanan") for k in kolom)),
        (*baris, jumlah),
        catatan="Butir bersyarat tidak berlaku bila butir yang dirujuknya dipenuhi.",
    )


def _batas(isi: IsiReviu) -> Iterator[Blok]:
    yield paragraf(
        f"Reviu dilaksanakan menurut {isi.dasar_hukum} sebelum Laporan Kinerja disampaikan. Laporan yang direviu "
        f"berkode verifikasi {isi.kode_laporan or _TANPA}."
    )
    yield paragraf("Yang perlu diketahui pembaca tentang batasnya:")
    yield daftar(
        "Keyakinan yang diberikan terbatas: reviu menelaah penyajian dan data pendukung, tidak menguji setiap angka "
        "seperti audit.",
        "Reviu tidak mencari akar penyebab dan tidak menggantikan evaluasi AKIP.",
        "Kolom Bukti mesin memuat hitungan program atas data dan laporan. Kolom Jawaban dan Catatan sepenuhnya "
        "penilaian pereviu; program tidak mengisinya.",
        "Isi laporan tetap menjadi tanggung jawab pimpinan instansi yang dilaporkan.",
    )


def _tabel_penugasan(isi: IsiReviu) -> Tabel:
    baris = (
        ("Surat tugas", f"{isi.surat_tugas}, {cetak_tanggal(isi.tanggal_surat_tugas)}"),
        ("Waktu", f"{cetak_tanggal(isi.mulai)} sampai dengan {cetak_tanggal(isi.selesai)}"),
        ("Ketua tim", isi.ketua),
        *((f"Anggota {n}", a) for n, a in enumerate(isi.anggota, 1)),
        ("Penanda tangan", isi.penandatangan),
    )
    return _tabel_pasangan("tabel-penugasan", "Penugasan dan tim reviu", baris)


def _tabel_data_umum(isi: IsiReviu) -> Tabel:
    return _tabel_pasangan("tabel-data-umum", "Data umum laporan yang direviu", isi.data_umum)


def _tabel_pasangan(id_: str, judul: str, baris: tuple[tuple[str, str], ...]) -> Tabel:
    return Tabel(id_, judul, (Kolom("Hal", 30), Kolom("Isi", 70)), tuple(Baris(b) for b in baris))


def _hasil(isi: IsiReviu) -> Iterator[Blok]:
    for kelompok in dict.fromkeys(b.kelompok for b in isi.butir):
        milik = [b for b in isi.butir if b.kelompok == kelompok]
        yield Tabel(
            f"tabel-{milik[0].kriteria.romawi.lower()}",
            f"Kriteria {milik[0].kriteria.romawi}: {kelompok}",
            (
                Kolom("No.", 6, "tengah"),
                Kolom("Kriteria", 34),
                Kolom("Bukti mesin", 48),
                Kolom("Jawaban", 12, "tengah"),
                Kolom("Catatan pereviu", 34),
            ),
            tuple(Baris(_sel(b)) for b in milik),
            mendatar=True,
        )


def _sel(butir: IsiButir) -> tuple[str, ...]:
    bukti = " ".join(print_bukti(b.teks, b.letak) for b in butir.bukti)
    return butir.kriteria.nomor, butir.bunyi, bukti or _TANPA, butir.tercetak, butir.catatan or _TANPA


def print_bukti(isi: str, letak: tuple[str, ...]) -> str:
    """A sentence of evidence with where it stands: "… (Tabel 3.1; Tabel 3.2)."."""
    return f"{isi.removesuffix('.')} ({'; '.join(letak)})." if letak else isi


def _catatan_lain(isi: IsiReviu) -> Iterator[Blok]:
    if not isi.catatan.strip():
        yield paragraf("Tidak ada catatan selain yang dimuat pada kriteria.")
    for alinea in filter(None, map(str.strip, isi.catatan.split("\n"))):
        yield paragraf(alinea)


def _rekomendasi(isi: IsiReviu) -> Iterator[Blok]:
    if not isi.rekomendasi:
        yield paragraf("Tidak ada rekomendasi.")
        return
    yield Tabel(
        "tabel-rekomendasi",
        "Rekomendasi, penanggung jawab, dan tenggat",
        (
            Kolom("No.", 6, "tengah"),
            Kolom("Rekomendasi", 50),
            Kolom("Penanggung jawab", 28),
            Kolom("Tenggat", 18),
        ),
        tuple(
            Baris((str(r.nomor), r.uraian, r.penanggung_jawab, cetak_tanggal(r.tenggat)))
            for r in isi.rekomendasi
        ),
    )
