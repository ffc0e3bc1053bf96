"""A breach of every constraint and trigger of the monthly measurement, the target kinerja and the deadlines."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from tests.basisdata.dunia import PADA, TAHUN, Dunia, make_pengguna, make_realisasi

from kinerja.akses.models import Pengguna
from kinerja.alur.models import PemenuhanTenggat, Pengingat, TenggatKhusus
from kinerja.pengukuran.models import (
    BulanTargetKinerja,
    CatatanPengukuran,
    DataDukung,
    KonfirmasiPeringatan,
    LembarPengukuran,
    PelaporIndikator,
    PembukaanKunci,
    PenilaianTargetKinerja,
    TargetKinerja,
)

SIDIK = "0" * 64
LANGKAH = ("diajukan", "diverifikasi", "disetujui", "dikunci")


def make_orang(nama: str) -> Pengguna:
    return Pengguna.objects.filter(nama_akun=nama).first() or make_pengguna(nama)


def make_lembar(d: Dunia, **lain: Any) -> LembarPengukuran:
    return LembarPengukuran.objects.create(**({"satker": d.satker, "tahun": TAHUN, "bulan": 1} | lain))


def make_lembar_di(d: Dunia, status: str, **lain: Any) -> LembarPengukuran:
    """A sheet led to that state by four people."""
    isi: dict[str, Any] = {"status": status, "sidik": SIDIK if status == "dikunci" else ""}
    for langkah in LANGKAH[: LANGKAH.index(status) + 1]:
        isi |= {f"{langkah}_oleh": make_orang(langkah), f"{langkah}_pada": PADA}
    return make_lembar(d, **(isi | lain))


def make_pelapor(d: Dunia, **lain: Any) -> PelaporIndikator:
    isi = {"indikator": d.indikator, "satker": d.satker, "tahun": TAHUN}
    return PelaporIndikator.objects.create(**(isi | lain))


def make_catatan(d: Dunia, lembar: LembarPengukuran, **lain: Any) -> CatatanPengukuran:
    isi = {"lembar": lembar, "indikator": d.indikator, "oleh": make_orang("ani"), "pada": PADA}
    return CatatanPengukuran.objects.create(**(isi | lain))


def make_konfirmasi(d: Dunia, lembar: LembarPengukuran, **lain: Any) -> KonfirmasiPeringatan:
    isi = {"lembar": lembar, "komponen": d.komponen, "kode": "lonjakan", "versi_sel": 1, "alasan": "benar"}
    return KonfirmasiPeringatan.objects.create(**(isi | {"oleh": make_orang("ani"), "pada": PADA} | lain))


def make_pembukaan(d: Dunia, lembar: LembarPengukuran | None = None, **lain: Any) -> PembukaanKunci:
    isi = {
        "lembar": lembar or make_lembar_di(d, "dikunci"),
        "alasan": "ralat",
        "sampai": PADA + datetime.timedelta(days=1),
        "diminta_oleh": make_orang("ani"),
        "diminta_pada": PADA,
    }
    return PembukaanKunci.objects.create(**(isi | lain))


def make_bukti(d: Dunia, lembar: LembarPengukuran | None, **lain: Any) -> DataDukung:
    isi = {
        "lembar": lembar,
        "indikator": d.indikator,
        "nama": "b.pdf",
        "jenis": "application/pdf",
        "ukuran": 1,
        "sha256": SIDIK,
        "oleh": make_orang("ani"),
        "pada": PADA,
    }
    return DataDukung.objects.create(**(isi | lain))


def make_target(d: Dunia, **lain: Any) -> TargetKinerja:
    return TargetKinerja.objects.create(
        **({"unit_kerja": d.unit_kerja, "tahun": TAHUN, "nomor": 1, "teks": "T"} | lain)
    )


def make_bulan_target(d: Dunia, target: TargetKinerja | None = None, **lain: Any) -> BulanTargetKinerja:
    isi = {"target": target or make_target(d), "bulan": 1, "oleh": make_orang("ani"), "pada": PADA}
    return BulanTargetKinerja.objects.create(**(isi | lain))


def make_penilaian(d: Dunia, target: TargetKinerja | None = None, **lain: Any) -> PenilaianTargetKinerja:
    isi = {
        "target": target or make_target(d),
        "triwulan": 1,
        "nilai_mandiri": Decimal(80),
        "dinilai_oleh": make_orang("ani"),
        "dinilai_pada": PADA,
    }
    return PenilaianTargetKinerja.objects.create(**(isi | lain))


def make_tenggat(d: Dunia, **lain: Any) -> TenggatKhusus:
    isi = {"satker": d.satker, "kode": "emonev", "berlaku_dari": PADA.date(), "batas": "tanggal 5 bulan ini"}
    return TenggatKhusus.objects.create(
        **(isi | {"dasar": "Surat", "oleh": make_orang("ani"), "pada": PADA} | lain)
    )


def make_pemenuhan(d: Dunia, **lain: Any) -> PemenuhanTenggat:
    isi = {"satker": d.satker, "kode": "emonev", "tahun": TAHUN, "nomor": 1}
    return PemenuhanTenggat.objects.create(**(isi | {"oleh": make_orang("ani"), "pada": PADA} | lain))


def _dua(
    buat: Callable[..., Any], *, dengan: Callable[[Dunia], Any] | None = None
) -> Callable[[Dunia], None]:
    """Make the same row twice, in the same place when `dengan` makes one."""

    def langgar(d: Dunia) -> None:
        tempat = () if dengan is None else (dengan(d),)
        buat(d, *tempat)
        buat(d, *tempat)

    return langgar


def _verifikasi(d: Dunia, **lain: Any) -> PenilaianTargetKinerja:
    isi = {"nilai_verifikasi": Decimal(80), "diverifikasi_oleh": make_orang("budi")}
    return make_penilaian(d, **(isi | lain))


def _tulis_di_lembar_tertutup(d: Dunia) -> None:
    make_lembar_di(d, "diajukan")
    make_realisasi(d, bulan=1)


def _hapus_dari_lembar_tertutup(d: Dunia) -> None:
    fakta = make_realisasi(d, bulan=1)
    make_lembar_di(d, "diajukan")
    fakta.delete()


def _hapus_sesudah_ditutup(buat: Callable[..., Any]) -> Callable[[Dunia], Any]:
    def langgar(d: Dunia) -> None:
        lembar = make_lembar(d)
        satu = buat(d, lembar)
        LembarPengukuran.objects.update(
            status="diajukan", diajukan_oleh=make_orang("diajukan"), diajukan_pada=PADA
        )
        satu.delete()

    return langgar


def _verifikasi_isian_sendiri(d: Dunia) -> None:
    make_realisasi(d, bulan=1, diisi_oleh=make_orang("diverifikasi"))
    make_lembar_di(d, "diverifikasi")


def _buka_tanpa_persetujuan(d: Dunia) -> None:
    pembukaan = make_pembukaan(d)
    LembarPengukuran.objects.filter(pk=pembukaan.lembar_id).update(status="draf")


def _ingatkan(d: Dunia) -> Pengingat:
    return Pengingat.objects.create(pengguna=make_orang("ani"), tanggal=PADA.date(), perihal="P", isi="I")


def _jadi_induk_sendiri(d: Dunia) -> None:
    lembar = make_lembar(d)
    LembarPengukuran.objects.update(induk=lembar)


PELANGGARAN_PENGUKURAN: dict[str, Callable[[Dunia], Any]] = {
    "pelapor_indikator_sekali": _dua(make_pelapor),
    "pelapor_tahun_wajar": lambda d: make_pelapor(d, tahun=1999),
    "lembar_unit_sekali": lambda d: [make_lembar(d, unit_kerja=d.unit_kerja) for _ in "ab"],
    "lembar_satker_sekali": _dua(make_lembar),
    "lembar_bulan_1_12": lambda d: make_lembar(d, bulan=0),
    "lembar_tahun_wajar": lambda d: make_lembar(d, tahun=1999),
    "lembar_status_dikenal": lambda d: make_lembar(d, status="hilang", diajukan_oleh=make_orang("ani")),
    "lembar_bukan_induk_sendiri": _jadi_induk_sendiri,
    "lembar_pengaju_ada": lambda d: make_lembar_di(d, "diajukan", diajukan_oleh=None),
    "lembar_verifikator_ada": lambda d: make_lembar_di(d, "diverifikasi", diverifikasi_oleh=None),
    "lembar_penyetuju_ada": lambda d: make_lembar_di(d, "disetujui", disetujui_oleh=None),
    "lembar_verifikator_lain": lambda d: make_lembar_di(
        d, "diverifikasi", diverifikasi_oleh=make_orang("diajukan")
    ),
    "lembar_penyetuju_lain": lambda d: make_lembar_di(d, "disetujui", disetujui_oleh=make_orang("diajukan")),
    "lembar_terkunci_bersidik": lambda d: make_lembar_di(d, "dikunci", sidik=""),
    "catatan_pengukuran_sekali": _dua(make_catatan, dengan=make_lembar),
    "konfirmasi_peringatan_sekali": _dua(make_konfirmasi, dengan=make_lembar),
    "konfirmasi_beralasan": lambda d: make_konfirmasi(d, make_lembar(d), alasan=""),
    "pembukaan_satu_terbuka": _dua(make_pembukaan, dengan=lambda d: make_lembar_di(d, "dikunci")),
    "pembukaan_beralasan": lambda d: make_pembukaan(d, alasan=""),
    "pembukaan_berakhir": lambda d: make_pembukaan(d, sampai=PADA),
    "pembukaan_penyetuju_lain": lambda d: make_pembukaan(d, disetujui_oleh=make_orang("ani")),
    "data_dukung_sekali": _dua(make_bukti, dengan=make_lembar),
    "data_dukung_satu_tempat": lambda d: make_bukti(d, None),
    "data_dukung_berisi": lambda d: make_bukti(d, make_lembar(d), ukuran=0),
    "data_dukung_jenis_dikenal": lambda d: make_bukti(d, make_lembar(d), jenis="image/svg+xml"),
    "data_dukung_dicabut_beralasan": lambda d: make_bukti(
        d, make_lembar(d), dicabut_pada=PADA, dicabut_oleh=make_orang("ani")
    ),
    "target_kinerja_sekali": _dua(make_target),
    "target_kinerja_tahun_wajar": lambda d: make_target(d, tahun=1999),
    "bulan_target_kinerja_sekali": _dua(make_bulan_target, dengan=make_target),
    "bulan_target_kinerja_1_12": lambda d: make_bulan_target(d, bulan=13),
    "penilaian_target_kinerja_sekali": _dua(make_penilaian, dengan=make_target),
    "penilaian_triwulan_1_4": lambda d: make_penilaian(d, triwulan=5),
    "penilaian_mandiri_0_100": lambda d: make_penilaian(d, nilai_mandiri=Decimal("100.0001")),
    "penilaian_verifikasi_0_100": lambda d: _verifikasi(d, nilai_verifikasi=Decimal(-1), alasan="x"),
    "penilaian_verifikator_lain": lambda d: _verifikasi(d, diverifikasi_oleh=make_orang("ani")),
    "penilaian_beda_beralasan": lambda d: _verifikasi(d, nilai_verifikasi=Decimal(79)),
    "tenggat_khusus_sekali": _dua(make_tenggat),
    "tenggat_khusus_berbatas": lambda d: make_tenggat(d, batas=""),
    "tenggat_khusus_berdasar": lambda d: make_tenggat(d, dasar=""),
    "pemenuhan_tenggat_sekali": _dua(make_pemenuhan),
    "pemenuhan_nomor_1_12": lambda d: make_pemenuhan(d, nomor=13),
    "pengingat_sekali_sehari": _dua(_ingatkan),
    "realisasi_tertutup": _tulis_di_lembar_tertutup,
    "realisasi_tertutup_lama": _hapus_dari_lembar_tertutup,
    "lembar_pemeriksa_bukan_pengisi": _verifikasi_isian_sendiri,
    "lembar_kunci_dibuka_resmi": _buka_tanpa_persetujuan,
    "data_dukung_tertutup": lambda d: make_bukti(d, make_lembar_di(d, "diajukan")),
    "catatan_tertutup": lambda d: make_catatan(d, make_lembar_di(d, "diajukan")),
    "data_dukung_tertutup_lama": _hapus_sesudah_ditutup(make_bukti),
    "catatan_tertutup_lama": _hapus_sesudah_ditutup(make_catatan),
    "konfirmasi_tertutup_lama": _hapus_sesudah_ditutup(make_konfirmasi),
    "konfirmasi_tertutup": lambda d: make_konfirmasi(d, make_lembar_di(d, "diajukan")),
}
"""Name of a constraint or trigger -> what it must refuse."""
