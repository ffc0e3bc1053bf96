"""A breach of every constraint and trigger of agreements, their versions and signatures, and of jabatan."""

import datetime
from collections.abc import Callable
from typing import Any

from tests.basisdata.dunia import AWAL, PADA, TAHUN, Dunia, make_target
from tests.basisdata.pelanggaran_laporan import make_final
from tests.basisdata.pelanggaran_pengukuran import make_orang

from kinerja.pelaporan.models import TandaTanganElektronik, TemplatSurat
from kinerja.perencanaan.models import (
    AnggaranPerjanjian,
    ButirPerjanjian,
    GarisJabatan,
    Jabatan,
    PemangkuJabatan,
    PerjanjianKinerja,
    TandaTanganPerjanjian,
    Target,
    VersiPerjanjian,
)

SEHARI = datetime.timedelta(days=1)


def make_jabatan(nama: str = "Kepala Divisi") -> Jabatan:
    return Jabatan.objects.get_or_create(nama=nama)[0]


def make_garis(**lain: Any) -> GarisJabatan:
    isi = {"bawahan": make_jabatan(), "atasan": make_jabatan("Kepala Kantor Wilayah"), "berlaku_dari": AWAL}
    return GarisJabatan.objects.create(**(isi | lain))


def make_pemangku(**lain: Any) -> PemangkuJabatan:
    return PemangkuJabatan.objects.create(**({"jabatan": make_jabatan(), "berlaku_dari": AWAL} | lain))


def make_versi_perjanjian(d: Dunia, **lain: Any) -> VersiPerjanjian:
    isi = {"perjanjian": d.perjanjian, "nomor": 1, "pihak_pertama": "Kepala", "tempat": "Palembang"}
    isi |= {"tanggal": datetime.date(TAHUN, 1, 9), "pembuat": make_orang("ani"), "dibuat_pada": PADA}
    return VersiPerjanjian.objects.create(**(isi | lain))


def make_versi_beku(d: Dunia, **lain: Any) -> VersiPerjanjian:
    """Signed, with one indicator whose PK target it promises."""
    versi = make_versi_perjanjian(
        d, **({"status": "diparaf", "isi": "{}", "sidik": "0" * 64} | lain), pemaraf=make_orang("budi")
    )
    ButirPerjanjian.objects.create(versi=versi, indikator=d.indikator)
    make_tanda_tangan(d, versi=versi)
    versi.status, versi.ditandatangani_pada = "ditandatangani", PADA
    versi.save()
    return versi


def make_tanda_tangan(d: Dunia, **lain: Any) -> TandaTanganPerjanjian:
    versi = lain.pop("versi", None) or VersiPerjanjian.objects.first() or make_versi_perjanjian(d)
    isi = {
        "versi": versi,
        "pihak": "pertama",
        "cara": "akun",
        "jabatan": "Kepala",
        "pembuat": make_orang("ani"),
    }
    return TandaTanganPerjanjian.objects.create(**(isi | {"oleh": make_orang("budi"), "pada": PADA} | lain))


def make_tte(d: Dunia, **lain: Any) -> TandaTanganElektronik:
    versi = VersiPerjanjian.objects.first() or make_versi_perjanjian(d)
    n = TandaTanganElektronik.objects.count()
    isi = {"versi": versi, "sidik": "0" * 64, "jabatan": "Kepala", "penyedia": "token", "penanda_tangan": "K"}
    isi |= {"waktu": PADA, "sha256_asal": "1" * 64, "sha256": f"{n:064}", "ukuran": 1, "pada": PADA}
    return TandaTanganElektronik.objects.create(**(isi | {"oleh": make_orang("budi")} | lain))


def make_templat(d: Dunia, **lain: Any) -> TemplatSurat:
    isi = {"satker": d.satker, "jenis": "sk_tim", "nama": "t.docx", "sha256": "0" * 64, "pada": PADA}
    return TemplatSurat.objects.create(**(isi | {"oleh": make_orang("budi")} | lain))


def _tte_laporan(d: Dunia) -> None:
    laporan = make_final(d)
    for _ in range(2):
        make_tte(d, versi=None, laporan=laporan)


def _make_anggaran(d: Dunia, program: str = "P") -> AnggaranPerjanjian:
    return AnggaranPerjanjian.objects.create(perjanjian=d.perjanjian, program=program, kegiatan="K", nilai=1)


def _sesudah(siapkan: Callable[[Dunia], Any], langgar: Callable[[Dunia], Any]) -> Callable[[Dunia], Any]:
    return lambda d: (siapkan(d), langgar(d))


def _ubah_target(d: Dunia) -> None:
    make_target(d)
    make_versi_beku(d)
    Target.objects.update(nilai=9)


def _hapus_anggaran(d: Dunia) -> None:
    _make_anggaran(d)
    make_versi_beku(d)
    AnggaranPerjanjian.objects.all().delete()


PELANGGARAN_PERJANJIAN: dict[str, Callable[[Dunia], Any]] = {
    "jabatan_bernama": lambda _: make_jabatan(""),
    "garis_jabatan_sekali_mulai": lambda _: [make_garis(), make_garis()],
    "garis_jabatan_bukan_diri": lambda _: make_garis(atasan=make_jabatan()),
    "garis_jabatan_masa_urut": lambda _: make_garis(berlaku_sampai=AWAL - SEHARI),
    "pemangku_jabatan_sekali_mulai": lambda _: [make_pemangku(), make_pemangku()],
    "pemangku_jabatan_pelaksana_dikenal": lambda _: make_pemangku(pelaksana="Pak"),
    "pemangku_jabatan_masa_urut": lambda _: make_pemangku(berlaku_sampai=AWAL - SEHARI),
    "versi_perjanjian_sekali": _sesudah(make_versi_beku, make_versi_perjanjian),
    "versi_perjanjian_satu_berjalan": _sesudah(
        make_versi_perjanjian,
        lambda d: make_versi_perjanjian(d, nomor=2, dasar_perubahan="perubahan_strategi", alasan="a"),
    ),
    "versi_perjanjian_beda_orang": lambda d: make_versi_perjanjian(d, pemaraf=make_orang("ani")),
    "versi_perjanjian_status_dikenal": lambda d: make_versi_perjanjian(
        d, status="lisan", isi="{}", sidik="0" * 64, pemaraf=make_orang("budi")
    ),
    "versi_perjanjian_perubahan_berdasar": lambda d: make_versi_perjanjian(d, nomor=2, alasan="a"),
    "versi_perjanjian_paraf_bersidik": lambda d: make_versi_perjanjian(
        d, status="diparaf", pemaraf=make_orang("budi")
    ),
    "versi_perjanjian_tanda_tangan_bertanggal": lambda d: make_versi_beku(d, tanggal=None),
    "versi_perjanjian_tetap": _sesudah(
        make_versi_beku, lambda _: VersiPerjanjian.objects.update(alasan="lain")
    ),
    "tanda_tangan_perjanjian_sekali": lambda d: [make_tanda_tangan(d), make_tanda_tangan(d)],
    "tanda_tangan_perjanjian_pihak_dikenal": lambda d: make_tanda_tangan(d, pihak="ketiga"),
    "tanda_tangan_perjanjian_cara_dikenal": lambda d: make_tanda_tangan(d, cara="pindaian"),
    "tanda_tangan_perjanjian_bukan_pembuat": lambda d: make_tanda_tangan(d, oleh=make_orang("ani")),
    "tanda_tangan_perjanjian_basah_diterangkan": lambda d: make_tanda_tangan(d, cara="basah"),
    "tanda_tangan_perjanjian_tetap": _sesudah(
        make_versi_beku, lambda _: TandaTanganPerjanjian.objects.update(cara="elektronik")
    ),
    "butir_perjanjian_sekali": lambda d: [
        ButirPerjanjian.objects.create(versi=v, indikator=d.indikator) for v in [make_versi_perjanjian(d)] * 2
    ],
    "butir_perjanjian_tetap": _sesudah(make_versi_beku, lambda _: ButirPerjanjian.objects.all().delete()),
    "perjanjian_kinerja_beku": _sesudah(
        make_versi_beku, lambda _: PerjanjianKinerja.objects.update(tempat="Jakarta")
    ),
    "anggaran_perjanjian_beku": _sesudah(make_versi_beku, _make_anggaran),
    "anggaran_perjanjian_beku_lama": _hapus_anggaran,
    "target_perjanjian_beku": _ubah_target,
    "templat_surat_sekali": lambda d: [make_templat(d), make_templat(d)],
    "templat_surat_berisi": lambda d: make_templat(d, sha256=""),
    "tanda_tangan_elektronik_satu_naskah": lambda d: make_tte(d, versi=None),
    "tanda_tangan_elektronik_perjanjian_sekali": lambda d: [make_tte(d), make_tte(d)],
    "tanda_tangan_elektronik_laporan_sekali": _tte_laporan,
    "tanda_tangan_elektronik_berisi": lambda d: make_tte(d, penanda_tangan=""),
    "tanda_tangan_elektronik_tetap": _sesudah(
        make_tte, lambda _: TandaTanganElektronik.objects.update(ukuran=2)
    ),
}
"""Name of a constraint or trigger -> what it must refuse."""
