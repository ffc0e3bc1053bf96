"""A breach of every constraint and trigger of the writing of a report, of its way up and of what is frozen."""

import datetime
from collections.abc import Callable
from typing import Any

from tests.basisdata.dunia import PADA, TAHUN, Dunia, make_narasi, make_pilihan, make_realisasi, make_tabel
from tests.basisdata.pelanggaran_pengukuran import make_orang

from kinerja.organisasi.models import PilihanInstansi
from kinerja.pelaporan.models import (
    BerkasFinal,
    CakupanLaporan,
    GambarNarasi,
    KomentarNarasi,
    LangkahLaporan,
    LaporanFinal,
    Narasi,
    PenulisanNarasi,
    PerjalananLaporan,
    RevisiLaporan,
    TabelPendukung,
    VersiNarasi,
)
from kinerja.pengukuran.models import Realisasi

SEJAM = datetime.timedelta(hours=1)


def make_penulisan(d: Dunia, **lain: Any) -> PenulisanNarasi:
    narasi = lain.pop("narasi", None) or make_narasi(d)
    return PenulisanNarasi.objects.create(**({"narasi": narasi} | lain))


def make_versi(d: Dunia, **lain: Any) -> VersiNarasi:
    narasi = Narasi.objects.first() or make_narasi(d)
    isi = {"narasi": narasi, "nomor": 1, "isi": "a", "oleh": make_orang("ani"), "pada": PADA}
    return VersiNarasi.objects.create(**(isi | lain))


def make_komentar(d: Dunia, **lain: Any) -> KomentarNarasi:
    isi = {"narasi": make_narasi(d), "isi": "?", "oleh": make_orang("ani"), "pada": PADA}
    return KomentarNarasi.objects.create(**(isi | lain))


def make_gambar(d: Dunia, **lain: Any) -> GambarNarasi:
    isi = {"satker": d.satker, "tahun": TAHUN, "sha256": "0" * 64, "nama": "g", "jenis": "image/png"}
    isi |= {"lebar": 1, "tinggi": 1, "oleh": make_orang("ani"), "pada": PADA}
    return GambarNarasi.objects.create(**(isi | lain))


def make_perjalanan(d: Dunia, **lain: Any) -> PerjalananLaporan:
    isi = {"satker": d.satker, "tahun": TAHUN, "sop": "lkjip_kanwil", "sejak": PADA}
    return PerjalananLaporan.objects.create(**(isi | lain))


def make_langkah(d: Dunia, **lain: Any) -> LangkahLaporan:
    isi = {"perjalanan": make_perjalanan(d), "putaran": 1, "langkah": 1, "putusan": "lanjut"}
    isi |= {"oleh": make_orang("ani"), "mulai": PADA, "pada": PADA}
    return LangkahLaporan.objects.create(**(isi | lain))


def make_final(d: Dunia, **lain: Any) -> LaporanFinal:
    isi = {
        "satker": d.satker,
        "tahun": TAHUN,
        "kode": "k",
        "isi": "{}",
        "sidik": "0" * 64,
        "jabatan": "Kepala",
    }
    return LaporanFinal.objects.create(**(isi | {"oleh": make_orang("ani"), "pada": PADA} | lain))


def make_berkas(d: Dunia, **lain: Any) -> BerkasFinal:
    final = LaporanFinal.objects.first() or make_final(d)
    isi = {"laporan": final, "format": "pdf", "sha256": "0" * 64, "ukuran": 1}
    return BerkasFinal.objects.create(**(isi | lain))


def make_revisi(d: Dunia, **lain: Any) -> RevisiLaporan:
    final = LaporanFinal.objects.first() or make_final(d)
    isi = {"laporan": final, "alasan": "salah", "sampai": PADA + SEJAM}
    isi |= {"diminta_oleh": make_orang("ani"), "diminta_pada": PADA}
    return RevisiLaporan.objects.create(**(isi | lain))


def make_cakupan(d: Dunia, **lain: Any) -> CakupanLaporan:
    return CakupanLaporan.objects.create(**({"induk": d.satker, "satker": d.satker, "tahun": TAHUN} | lain))


def _dua(buat: Callable[..., Any], **isi: Any) -> Callable[[Dunia], None]:
    def langgar(d: Dunia) -> None:
        buat(d, **isi)
        buat(d, **isi)

    return langgar


def _dua_perjalanan(d: Dunia) -> None:
    make_perjalanan(d)
    make_perjalanan(d)


def _beku_lalu(
    ubah: Callable[[Dunia], Any], buat: Callable[[Dunia], Any] | None = None
) -> Callable[[Dunia], None]:
    """Freeze the year (what `buat` makes is there before), then change it."""

    def langgar(d: Dunia) -> None:
        if buat is not None:
            buat(d)
        make_cakupan(d)
        ubah(d)

    return langgar


def _tulis_yang_diajukan(d: Dunia) -> None:
    make_penulisan(d, status="diajukan", pengaju=make_orang("ani"))
    Narasi.objects.update(isi="lain")


def _selesai_tanpa_waktu(d: Dunia) -> None:
    make_komentar(d, selesai_oleh=make_orang("budi"))


PELANGGARAN_LAPORAN: dict[str, Callable[[Dunia], Any]] = {
    "penulisan_narasi_beda_orang": lambda d: make_penulisan(
        d, status="disetujui", pengaju=make_orang("ani"), pemeriksa=make_orang("ani")
    ),
    "penulisan_narasi_bukan_tulisan_sendiri": lambda d: make_penulisan(
        d,
        status="disetujui",
        pengaju=make_orang("budi"),
        penulis=make_orang("ani"),
        pemeriksa=make_orang("ani"),
    ),
    "penulisan_narasi_status_utuh": lambda d: make_penulisan(d, status="disetujui"),
    "versi_narasi_sekali": _dua(make_versi),
    "versi_narasi_berpenulis": lambda d: make_versi(d, cara="impor"),
    "komentar_narasi_berisi": lambda d: make_komentar(d, isi=""),
    "komentar_narasi_selesai_utuh": _selesai_tanpa_waktu,
    "gambar_narasi_sekali": _dua(make_gambar),
    "gambar_narasi_jenis_dikenal": lambda d: make_gambar(d, jenis="image/svg+xml"),
    "gambar_narasi_berukuran": lambda d: make_gambar(d, lebar=0),
    "perjalanan_laporan_sekali": _dua_perjalanan,
    "perjalanan_laporan_tahun_wajar": lambda d: make_perjalanan(d, tahun=1023),
    "perjalanan_laporan_putaran_dari_satu": lambda d: make_perjalanan(d, putaran=0),
    "langkah_laporan_bukan_penyusun": lambda d: make_langkah(d, penyusun=make_orang("ani")),
    "langkah_laporan_kembali_beralasan": lambda d: make_langkah(d, putusan="kembali"),
    "langkah_laporan_waktu_urut": lambda d: make_langkah(d, mulai=PADA + SEJAM),
    "laporan_final_sekali": lambda d: [make_final(d), make_final(d, sidik="1" * 64)],
    "laporan_final_berisi": lambda d: make_final(d, isi=""),
    "laporan_final_kurang_beralasan": lambda d: make_final(d, kurang=[["a", "b", "c"]]),
    "berkas_final_sekali": _dua(make_berkas),
    "berkas_final_format_dikenal": lambda d: make_berkas(d, format="exe"),
    "cakupan_laporan_sekali": _dua(make_cakupan),
    "revisi_laporan_beda_orang": lambda d: make_revisi(
        d, disetujui_oleh=make_orang("ani"), disetujui_pada=PADA
    ),
    "revisi_laporan_beralasan": lambda d: make_revisi(d, alasan=""),
    "revisi_laporan_sampai_urut": lambda d: make_revisi(d, sampai=PADA),
    "revisi_laporan_persetujuan_utuh": lambda d: make_revisi(d, disetujui_oleh=make_orang("budi")),
    "revisi_laporan_satu_terbuka": _dua(make_revisi),
    "narasi_beku": _beku_lalu(make_narasi),
    "narasi_beku_lama": _beku_lalu(lambda _: Narasi.objects.all().delete(), make_narasi),
    "narasi_bukan_draf": _tulis_yang_diajukan,
    "tabel_pendukung_beku": _beku_lalu(make_tabel),
    "tabel_pendukung_beku_lama": _beku_lalu(lambda _: TabelPendukung.objects.update(tahun=2024), make_tabel),
    "realisasi_beku": _beku_lalu(make_realisasi),
    "realisasi_beku_lama": _beku_lalu(lambda _: Realisasi.objects.update(tahun=2024), make_realisasi),
    "versi_narasi_hanya_tambah": lambda d: [make_versi(d), VersiNarasi.objects.update(isi="b")],
    "langkah_laporan_hanya_tambah": lambda d: [make_langkah(d), LangkahLaporan.objects.all().delete()],
    "laporan_final_tetap": lambda d: [make_final(d), LaporanFinal.objects.update(isi="{ }")],
    "laporan_final_revisi_resmi": lambda d: [make_final(d), make_final(d, revisi=1, sidik="1" * 64)],
    "berkas_final_tetap": lambda d: [make_berkas(d), BerkasFinal.objects.update(ukuran=2)],
    "cakupan_laporan_dibuka_resmi": lambda d: [make_cakupan(d), CakupanLaporan.objects.update(beku=False)],
    "pilihan_instansi_beku": lambda d: [make_cakupan(d, tahun=TAHUN + 1), make_pilihan(d)],
    "pilihan_instansi_beku_lama": lambda d: [
        make_pilihan(d),
        make_cakupan(d),
        PilihanInstansi.objects.all().delete(),
    ],
    "cakupan_laporan_tetap": lambda d: [make_cakupan(d), CakupanLaporan.objects.all().delete()],
}
