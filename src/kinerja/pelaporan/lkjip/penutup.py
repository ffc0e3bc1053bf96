"""Ikhtisar eksekutif, Bab IV and the annexes."""

from collections.abc import Iterator

from kinerja.anggaran.queries import sum_serapan
from kinerja.aturan.parameter import Kepastian, RujukanAturan, load_parameter
from kinerja.dasar.cetak import cetak_angka, cetak_rupiah, cetak_tanggal
from kinerja.dokumen.model import Bagian, Baris, Blok, Kolom, Rujukan, Tabel, paragraf
from kinerja.pelaporan.kelengkapan import Celah, list_celah, name_celah_anggaran_janji
from kinerja.pelaporan.lkjip.anggaran import describe_beda_jumlah, list_lampaui
from kinerja.pelaporan.lkjip.bab3 import (
    describe_keseluruhan,
    list_gagal,
    list_hasil,
    make_tabel_gagal,
    make_tabel_sasaran,
)
from kinerja.pelaporan.lkjip.blok import KOLOM_SERAPAN, celah, sel_serapan, tebal, tulis_narasi
from kinerja.pelaporan.lkjip.indikator import compute_efisiensi_indikator
from kinerja.pelaporan.lkjip.kalimat import classify_capaian, describe_serapan
from kinerja.pelaporan.lkjip.pengaturan import list_blok_pengaturan
from kinerja.pelaporan.queries import DataLaporan
from kinerja.pelaporan.surat.perjanjian import describe_perubahan, list_tabel_janji, make_tabel_anggaran
from kinerja.pengukuran.cetak import cetak_capaian, cetak_target
from kinerja.perencanaan.models import PerjanjianKinerja, Target, TingkatSasaran
from kinerja.perencanaan.perjanjian.queries import PerjanjianBeku


def compose_ikhtisar(data: DataLaporan) -> Bagian:
    """Ikhtisar Eksekutif: the year on two pages."""
    return Bagian("ikhtisar", "Ikhtisar Eksekutif", tuple(_ikhtisar(data)), bernomor=False)


def _ikhtisar(data: DataLaporan) -> Iterator[Blok]:
    yield paragraf(
        f"Laporan ini mempertanggungjawabkan kinerja {data.nama} tahun {data.tahun} terhadap Perjanjian Kinerja tahun "
        f"yang sama. {describe_keseluruhan(data)}"
    )
    yield make_tabel_sasaran(data, "tabel-ikhtisar", per_unit=False)
    gagal = list_gagal(data)
    if gagal:
        terburuk = gagal[0]
        yield paragraf(
            f"Capaian terendah adalah {terburuk.indikator.nama} ({cetak_capaian(terburuk.kini.capaian)}). "
            "Seluruh indikator yang tidak mencapai target dimuat pada ",
            Rujukan("tabel-gagal"),
            ".",
        )
    yield from _ikhtisar_anggaran(data)
    yield paragraf(tebal("Hambatan dan tindak lanjut."))
    yield from tulis_narasi(data, "ikhtisar_hambatan", "Hambatan dan tindak lanjut")
    yield paragraf(
        tebal("Kelengkapan. "), _describe_kelengkapan(data), " ", Rujukan("lampiran-kelengkapan"), "."
    )


def _ikhtisar_anggaran(data: DataLaporan) -> Iterator[Blok]:
    total = sum_serapan(b.kini for b in data.belanja)
    if total is not None:
        serapan = describe_serapan(f"menurut jenis belanja tahun {data.tahun}", total)
        beda = describe_beda_jumlah(data)
        yield paragraf(tebal("Anggaran. "), f"{serapan} {beda}".rstrip())
    if data.nka is not None:
        predikat = f" ({data.nka.predikat.nama})" if data.nka.predikat else ""
        yield paragraf(
            tebal("Kinerja anggaran. "), f"Nilai Kinerja Anggaran {cetak_angka(data.nka.nilai, 2)}{predikat}."
        )


def _describe_kelengkapan(data: DataLaporan) -> str:
    banyak = len(list_celah(data))
    if not banyak:
        return "Seluruh bagian wajib laporan ini terisi; lihat"
    return f"Sebanyak {banyak} bagian wajib laporan ini belum diisi; daftarnya pada"


def compose_bab4(data: DataLaporan) -> Bagian:
    """Bab IV Penutup."""
    return Bagian(
        "bab-4",
        "Penutup",
        anak=(
            Bagian(
                "kesimpulan",
                "Kesimpulan",
                (
                    *tulis_narasi(data, "kesimpulan", "Kesimpulan"),
                    paragraf(describe_keseluruhan(data)),
                    make_tabel_gagal(data, "tabel-kesimpulan"),
                ),
            ),
            Bagian("saran", "Saran dan Langkah Perbaikan", tulis_narasi(data, "saran", "Saran")),
        ),
    )


def compose_lampiran(data: DataLaporan) -> tuple[Bagian, ...]:
    """Agreements, rules, completeness."""
    return (
        Bagian(
            "lampiran-perjanjian",
            f"Perjanjian Kinerja Tahun {data.tahun}",
            () if data.perjanjian else (celah(f"Perjanjian Kinerja tahun {data.tahun}"),),
            tuple(_lampiran_perjanjian(data, p) for p in data.perjanjian),
        ),
        Bagian("lampiran-aturan", "Aturan dan Pengaturan yang Dipakai", tuple(_aturan(data))),
        Bagian("lampiran-kelengkapan", "Kelengkapan dan Catatan Mutu Data", tuple(_kelengkapan(data))),
        *([Bagian("lampiran-revisi", "Riwayat Revisi Laporan", _revisi(data))] if data.revisi else []),
    )


def _revisi(data: DataLaporan) -> tuple[Blok, ...]:
    """Every time the frozen report was opened again; people by jabatan, never by name."""
    kolom = (
        Kolom("Revisi", 10, "tengah"),
        Kolom("Alasan", 44),
        Kolom("Diminta", 28),
        Kolom("Disetujui", 28),
    )
    baris = tuple(Baris((str(r.nomor), r.alasan, r.diminta, r.disetujui)) for r in data.revisi)
    pengantar = paragraf(
        "Laporan ini pernah dibekukan dan dibuka kembali. Setiap pembukaan diminta dengan alasan dan disetujui oleh "
        "orang lain."
    )
    return pengantar, Tabel("tabel-revisi", "Revisi laporan", kolom, baris)


def _lampiran_perjanjian(data: DataLaporan, perjanjian: PerjanjianKinerja) -> Bagian:
    if beku := data.perjanjian_beku.get(perjanjian.pk):
        return _lampiran_beku(beku)
    kunci = perjanjian.kode.lower()
    janji = [t for t in data.janji if perjanjian.memuat(t.indikator.sasaran)]
    tanggal = f", {cetak_tanggal(perjanjian.tanggal)}" if perjanjian.tanggal else ""
    isi: list[Blok] = [
        paragraf(tebal("Pihak pertama: "), perjanjian.pihak_pertama),
        paragraf(tebal("Pihak kedua: "), perjanjian.pihak_kedua),
        paragraf(tebal("Tempat dan tanggal: "), perjanjian.tempat + tanggal),
        _tabel_janji(perjanjian, janji, kunci) if janji else celah(f"Target {perjanjian.kode}"),
        _tabel_anggaran(perjanjian, kunci)
        if perjanjian.anggaran.all()
        else celah(name_celah_anggaran_janji(perjanjian)),
    ]
    return Bagian(
        f"lampiran-{kunci}", f"{perjanjian.kode}: perjanjian dengan {perjanjian.pihak_kedua}", tuple(isi)
    )


def _lampiran_beku(beku: PerjanjianBeku) -> Bagian:
    """What was signed, whatever the plan says since."""
    isi, kunci = beku.isi, beku.isi.kode.lower()
    kedua = isi.kedua.jabatan if isi.kedua else ""
    hari = f", {cetak_tanggal(isi.tanggal)}" if isi.tanggal else ""
    blok: list[Blok] = [
        paragraf(tebal("Pihak pertama: "), isi.pertama.jabatan),
        *([paragraf(tebal("Pihak kedua: "), kedua)] if kedua else []),
        paragraf(tebal("Tempat dan tanggal: "), isi.tempat + hari),
        *(describe_perubahan(isi) if isi.nomor > 1 else ()),
        paragraf(f"Ditandatangani sebagai versi {isi.nomor}, kode verifikasi {beku.kode}."),
        *list_tabel_janji(isi, f"tabel-janji-{kunci}"),
        make_tabel_anggaran(isi, f"tabel-anggaran-{kunci}"),
    ]
    judul = f"{isi.kode}: perjanjian dengan {kedua}" if kedua else f"{isi.kode}: {isi.pertama.jabatan}"
    return Bagian(f"lampiran-{kunci}", judul, tuple(blok))


def _tabel_janji(perjanjian: PerjanjianKinerja, janji: list[Target], kunci: str) -> Tabel:
    baris: list[Baris] = []
    sebelum: tuple[str, int] | None = None
    for nomor, t in enumerate(janji, 1):
        sasaran = t.indikator.sasaran
        if sebelum is None or sebelum[1] != sasaran.pk:
            sebelum = (sasaran.tingkat, sasaran.pk)
            baris.append(Baris((f"{TingkatSasaran(sasaran.tingkat).label}: {sasaran.teks}",), "kelompok"))
        baris.append(Baris((str(nomor), t.indikator.nama, cetak_target(t, t.indikator.satuan))))
    return Tabel(
        f"tabel-janji-{kunci}",
        f"Sasaran, indikator, dan target {perjanjian.kode} ({perjanjian.unit.nama})",
        (Kolom("No.", 6, "tengah"), Kolom("Indikator kinerja", 74), Kolom("Target", 22, "kanan")),
        tuple(baris),
    )


def _tabel_anggaran(perjanjian: PerjanjianKinerja, kunci: str) -> Tabel:
    anggaran = perjanjian.anggaran.all()
    jumlah = Baris(("", "Jumlah", cetak_rupiah(sum(a.nilai for a in anggaran))), "jumlah")
    return Tabel(
        f"tabel-anggaran-{kunci}",
        f"Program, kegiatan, dan anggaran {perjanjian.kode} ({perjanjian.unit.nama})",
        (Kolom("Program", 40), Kolom("Kegiatan", 44), Kolom("Anggaran", 22, "kanan")),
        (*(Baris((a.program, a.kegiatan, cetak_rupiah(a.nilai))) for a in anggaran), jumlah),
    )


def _aturan(data: DataLaporan) -> Iterator[Blok]:
    aturan = {a.kode: a for a in _list_aturan(data)}
    yield paragraf(
        "Capaian, efisiensi, dan nilai kinerja anggaran dalam laporan ini dihitung menurut aturan berikut. Kolom "
        "terakhir menyatakan apakah bunyi aturan dikutip dari teks resmi, dikutip dari sumber kedua, dihitung ulang "
        "dari data, atau masih menunggu konfirmasi karena belum dicocokkan dengan teks resminya."
    )
    yield Tabel(
        "tabel-aturan",
        "Aturan penghitungan",
        (Kolom("Aturan", 20), Kolom("Rumus", 34), Kolom("Dasar hukum", 36), Kolom("Kepastian", 16)),
        tuple(
            Baris((load_parameter(a.kode).uraian, a.rumus, a.dasar_hukum, name_kepastian(a.kepastian)))
            for a in aturan.values()
        ),
    )
    yield from list_blok_pengaturan(data.pengaturan)


def _list_aturan(data: DataLaporan) -> Iterator[RujukanAturan]:
    """Every rule that made a figure of this report, in the order of its chapters."""
    anggaran = {a.sasaran.pk: a for a in data.anggaran}
    yield from (h.kini.capaian.aturan for h in list_hasil(data))
    kategori = (classify_capaian(h, data.pengaturan.kinerja) for h in list_hasil(data))
    yield from (k.aturan for k in kategori if k is not None)
    yield from (s.capaian.aturan for s in data.kinerja)
    for s in data.kinerja:
        if s.sasaran.pk in anggaran:
            dihitung = (compute_efisiensi_indikator(data, h, anggaran[s.sasaran.pk]) for h in s.indikator)
            yield from (e.aturan for e in dihitung if e is not None)
    if data.nka is not None:
        yield data.nka.aturan
        if data.nka.predikat is not None:
            yield data.nka.predikat.aturan


def name_kepastian(kepastian: Kepastian) -> str:
    """Where the wording of a rule comes from: "teks resmi", "sumber kedua" and so on."""
    return {"P": "teks resmi", "S": "sumber kedua", "E": "dihitung ulang", "M": "menunggu konfirmasi"}[
        kepastian.value
    ]


def _kelengkapan(data: DataLaporan) -> Iterator[Blok]:
    kosong = list_celah(data)
    yield paragraf(
        f"Sebanyak {len(kosong)} bagian wajib belum diisi." if kosong else "Seluruh bagian wajib terisi."
    )
    if kosong:
        yield _tabel_celah(kosong)
    catatan = [h.indikator for h in list_hasil(data) if h.indikator.catatan_mutu]
    if catatan:
        yield Tabel(
            "tabel-catatan-mutu",
            "Catatan mutu data per indikator",
            (Kolom("Kode", 14), Kolom("Catatan", 86)),
            tuple(Baris((i.kode, i.catatan_mutu)) for i in catatan),
        )
    yield from _lampaui(data)


def _lampaui(data: DataLaporan) -> Iterator[Blok]:
    """Spending above the budget is what the import warns of; here its figures stand."""
    if lampaui := list_lampaui(data.anggaran):
        yield Tabel(
            "tabel-lampaui",
            "Sasaran yang realisasi anggarannya melebihi pagu",
            (Kolom("Sasaran kegiatan", 50), *KOLOM_SERAPAN),
            tuple(Baris((f"{a.sasaran.kode} {a.sasaran.teks}", *sel_serapan(a.anggaran))) for a in lampaui),
            catatan="Kedua angka dimuat sebagaimana tercatat dan perlu dicocokkan dengan dokumen anggaran.",
        )


def _tabel_celah(kosong: list[Celah]) -> Tabel:
    return Tabel(
        "tabel-celah",
        "Bagian yang belum diisi",
        (Kolom("No.", 6, "tengah"), Kolom("Bagian", 30), Kolom("Yang belum diisi", 40), Kolom("Oleh", 34)),
        tuple(Baris((str(n), c.tempat, c.apa, c.oleh)) for n, c in enumerate(kosong, 1)),
    )
