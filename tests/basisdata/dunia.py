"""The smallest set of facts that satisfies every constraint, and one breach of each of them."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection

from kinerja.akses.models import Pengguna, Penugasan, TautanMasuk
from kinerja.anggaran.models import AnggaranBelanja, AnggaranSasaran, PaguSatker, SkorAnggaran
from kinerja.jejak.models import Jejak, KepalaRantai
from kinerja.jejak.operations import Peristiwa, record
from kinerja.organisasi.models import (
    JumlahPegawai,
    PilihanInstansi,
    RiwayatSatker,
    Satker,
    UnitEselonI,
    UnitKerja,
)
from kinerja.pelaporan.models import Narasi, TabelPendukung
from kinerja.pengukuran.models import Realisasi
from kinerja.perencanaan.models import (
    AnggaranPerjanjian,
    Indikator,
    Komponen,
    Misi,
    PerjanjianKinerja,
    Renstra,
    Sasaran,
    Target,
)

TAHUN = 2023
AWAL = datetime.date(2020, 1, 1)
PADA = datetime.datetime(2024, 1, 15, 8, tzinfo=datetime.UTC)


@dataclass(frozen=True, slots=True)
class Dunia:
    """One of each kind, all valid."""

    unit: UnitEselonI
    satker: Satker
    riwayat: RiwayatSatker
    unit_kerja: UnitKerja
    renstra: Renstra
    sasaran: Sasaran
    indikator: Indikator
    komponen: Komponen
    perjanjian: PerjanjianKinerja


def make_dunia() -> Dunia:
    """Store the smallest valid plan of one satker."""
    unit = UnitEselonI.objects.create(kode="setjen", nama="Sekretariat Jenderal")
    satker = Satker.objects.create(kunci="kanwil-contoh", kode="100001", jenis="kanwil")
    riwayat = RiwayatSatker.objects.create(
        satker=satker, nama="Kantor Wilayah Contoh", nama_singkat="Kanwil Contoh", berlaku_dari=AWAL
    )
    unit_kerja = UnitKerja.objects.create(satker=satker, kunci="bagian", nama="Bagian", tingkat="bagian")
    renstra = Renstra.objects.create(
        nama="Renstra 2020–2024", tahun_awal=2020, tahun_akhir=2024, dasar_hukum="-", visi="Visi"
    )
    sasaran = Sasaran.objects.create(
        renstra=renstra, kode="SK.1", tingkat="kegiatan", unit=unit, urutan=1, teks="Sasaran"
    )
    indikator = make_indikator(sasaran, "SK.1.1")
    return Dunia(
        unit=unit,
        satker=satker,
        riwayat=riwayat,
        unit_kerja=unit_kerja,
        renstra=renstra,
        sasaran=sasaran,
        indikator=indikator,
        komponen=Komponen.objects.create(indikator=indikator, kode="utama"),
        perjanjian=make_perjanjian(satker, unit),
    )


def make_indikator(sasaran: Sasaran, kode: str, **lain: Any) -> Indikator:
    """Store an indikator of a plain percentage, with whatever differs given by name."""
    bawaan = {
        "urutan": 1,
        "nama": "Persentase contoh",
        "satuan": "%",
        "polaritas": "naik",
        "cara_hitung": "rasio",
        "agregasi_bulan": "jumlah",
        "agregasi_satker": "sigma",
    }
    return Indikator.objects.create(sasaran=sasaran, kode=kode, **(bawaan | lain))


def make_perjanjian(satker: Satker, unit: UnitEselonI) -> PerjanjianKinerja:
    return PerjanjianKinerja.objects.create(
        satker=satker,
        tahun=TAHUN,
        kode="PK.1",
        unit=unit,
        pihak_pertama="Kepala Kantor Wilayah",
        pihak_kedua="Sekretaris Jenderal",
        tempat="Palembang",
        tanggal=datetime.date(TAHUN, 1, 9),
    )


def make_satker(**lain: Any) -> Satker:
    return Satker.objects.create(**({"kunci": "lapas-contoh", "kode": None, "jenis": "lapas"} | lain))


def make_riwayat(d: Dunia, **lain: Any) -> RiwayatSatker:
    return RiwayatSatker.objects.create(**({"satker": d.satker, "nama": "Nama", "nama_singkat": "N"} | lain))


def make_unit_kerja(d: Dunia, **lain: Any) -> UnitKerja:
    isi = {"satker": d.satker, "kunci": "lain", "nama": "Lain", "tingkat": "bagian"}
    return UnitKerja.objects.create(**(isi | lain))


def make_pilihan(d: Dunia, **lain: Any) -> PilihanInstansi:
    isi = {"satker": d.satker, "kode": "lantai_nol", "tahun": TAHUN, "nilai": "tidak", "alasan": "SK 1/2023"}
    return PilihanInstansi.objects.create(**(isi | lain))


def make_pegawai(d: Dunia, **lain: Any) -> JumlahPegawai:
    isi = {"satker": d.satker, "tahun": TAHUN, "menurut": "pendidikan", "rincian": "S1", "jumlah": 3}
    return JumlahPegawai.objects.create(**(isi | lain))


def make_sasaran(d: Dunia, **lain: Any) -> Sasaran:
    isi = {
        "renstra": d.renstra,
        "kode": "SK.9",
        "tingkat": "kegiatan",
        "unit": d.unit,
        "urutan": 9,
        "teks": "S",
    }
    return Sasaran.objects.create(**(isi | lain))


def make_target(d: Dunia, **lain: Any) -> Target:
    isi = {
        "indikator": d.indikator,
        "satker": d.satker,
        "tahun": TAHUN,
        "jenis": "pk",
        "nilai": Decimal("1.5"),
    }
    return Target.objects.create(**(isi | lain))


def make_realisasi(d: Dunia, **lain: Any) -> Realisasi:
    isi = {
        "komponen": d.komponen,
        "satker": d.satker,
        "tahun": TAHUN,
        "keadaan": "terisi",
        "nilai": Decimal(1),
    }
    return Realisasi.objects.create(**(isi | lain))


def make_belanja(d: Dunia, **lain: Any) -> AnggaranBelanja:
    isi = {"satker": d.satker, "tahun": TAHUN, "jenis": "51", "pagu": 10, "realisasi": 9}
    return AnggaranBelanja.objects.create(**(isi | lain))


def make_skor(d: Dunia, **lain: Any) -> SkorAnggaran:
    isi = {
        "satker": d.satker,
        "tahun": TAHUN,
        "instrumen": "ikpa",
        "unsur": "nilai",
        "nilai": Decimal("97.4"),
    }
    return SkorAnggaran.objects.create(**(isi | lain))


def make_narasi(d: Dunia, **lain: Any) -> Narasi:
    return Narasi.objects.create(**({"satker": d.satker, "tahun": TAHUN, "bagian": "penutup"} | lain))


def make_tabel(d: Dunia, **lain: Any) -> TabelPendukung:
    isi = {"satker": d.satker, "tahun": TAHUN, "kunci": "t", "judul": "T", "bagian": "penutup"}
    return TabelPendukung.objects.create(**(isi | {"kolom": [], "baris": []} | lain))


def _dua_kali(buat: Callable[..., Any], **isi: Any) -> Callable[[Dunia], None]:
    def langgar(d: Dunia) -> None:
        buat(d, **isi)
        buat(d, **isi)

    return langgar


def _make_misi(d: Dunia) -> Misi:
    return Misi.objects.create(renstra=d.renstra, urutan=1, teks="Misi")


def _make_anggaran_sasaran(d: Dunia) -> AnggaranSasaran:
    return AnggaranSasaran.objects.create(
        sasaran=d.sasaran, satker=d.satker, tahun=TAHUN, pagu=10, realisasi=9
    )


def _make_pagu(d: Dunia) -> PaguSatker:
    return PaguSatker.objects.create(satker=d.satker, tahun=TAHUN, pagu=10)


def _make_anggaran_perjanjian(d: Dunia) -> AnggaranPerjanjian:
    return AnggaranPerjanjian.objects.create(perjanjian=d.perjanjian, program="P", kegiatan="K", nilai=1)


def _make_renstra(_: Dunia, **lain: Any) -> Renstra:
    isi = {"nama": "Renstra lain", "tahun_awal": 2020, "tahun_akhir": 2024, "dasar_hukum": "-", "visi": "V"}
    return Renstra.objects.create(**(isi | lain))


def _set_induk_sendiri(d: Dunia) -> None:
    Sasaran.objects.filter(pk=d.sasaran.pk).update(induk=d.sasaran)


def make_jejak(**lain: Any) -> Jejak:
    isi = {
        "rantai": "r",
        "nomor": 1,
        "pada": PADA,
        "oleh": "uji",
        "tindakan": "uji.coba",
        "objek": "uji.Uji:1",
    }
    return Jejak.objects.create(**(isi | lain))


def make_pengguna(nama_akun: str = "uji", **lain: Any) -> Pengguna:
    return Pengguna.objects.create(**({"nama_akun": nama_akun, "nama": "Uji", "dibuat_pada": PADA} | lain))


def make_penugasan(d: Dunia, **lain: Any) -> Penugasan:
    pengguna = Pengguna.objects.filter(nama_akun="uji").first() or make_pengguna()
    isi = {"pengguna": pengguna, "peran": "operator", "satker": d.satker, "berlaku_dari": AWAL}
    return Penugasan.objects.create(**(isi | lain))


def make_tautan(**lain: Any) -> TautanMasuk:
    isi = {"pengguna": make_pengguna(), "sidik": "x", "berlaku_sampai": PADA}
    return TautanMasuk.objects.create(**(isi | lain))


def _catat_lalu(langkah: Callable[[], Any]) -> Callable[[Dunia], None]:
    def langgar(_: Dunia) -> None:
        record(Peristiwa("uji.coba", "uji.Uji:1"), oleh="uji", pada=PADA)
        langkah()

    return langgar


def _mulai_dua_kali(d: Dunia) -> None:
    # The trigger against overlaps speaks first; between two open transactions only the constraint can.
    nama = "riwayat_satker_tumpang"
    sql = {"sqlite": f"{nama}_insert", "postgresql": f"{nama} ON organisasi_riwayatsatker"}
    with connection.cursor() as kursor:
        kursor.execute(f"DROP TRIGGER {sql[connection.vendor]}")
    make_riwayat(d, berlaku_dari=AWAL)


PELANGGARAN: dict[str, Callable[[Dunia], Any]] = {
    "satker_kode_tidak_kosong": lambda _: make_satker(kode=""),
    "satker_jenis_dikenal": lambda _: make_satker(jenis="kantin"),
    "riwayat_satker_sekali_mulai": _mulai_dua_kali,
    "riwayat_satker_urut": lambda d: make_riwayat(
        d, satker=make_satker(), berlaku_dari=AWAL, berlaku_sampai=AWAL - datetime.timedelta(days=1)
    ),
    "riwayat_satker_bukan_induk_sendiri": lambda d: RiwayatSatker.objects.update(induk=d.satker),
    "riwayat_satker_tumpang": lambda d: make_riwayat(d, berlaku_dari=AWAL + datetime.timedelta(days=1)),
    "unit_kerja_kunci_tunggal": _dua_kali(make_unit_kerja),
    "unit_kerja_tingkat_dikenal": lambda d: make_unit_kerja(d, tingkat="regu"),
    "jumlah_pegawai_sekali": _dua_kali(make_pegawai),
    "jumlah_pegawai_menurut_dikenal": lambda d: make_pegawai(d, menurut="zodiak"),
    "pilihan_instansi_sekali": _dua_kali(make_pilihan),
    "pilihan_instansi_berisi": lambda d: make_pilihan(d, nilai=""),
    "pilihan_instansi_beralasan": lambda d: make_pilihan(d, alasan=""),
    "pilihan_instansi_tahun_wajar": lambda d: make_pilihan(d, tahun=203),
    "renstra_nama_tunggal": _dua_kali(_make_renstra),
    "renstra_tahun_urut": lambda d: _make_renstra(d, tahun_akhir=2019),
    "misi_urutan_tunggal": _dua_kali(_make_misi),
    "sasaran_tingkat_dikenal": lambda d: make_sasaran(d, tingkat="harapan"),
    "sasaran_bukan_induk_sendiri": _set_induk_sendiri,
    "indikator_polaritas_dikenal": lambda d: make_indikator(d.sasaran, "X", polaritas="miring"),
    "indikator_cara_hitung_dikenal": lambda d: make_indikator(d.sasaran, "X", cara_hitung="kira-kira"),
    "komponen_kode_tunggal": lambda d: Komponen.objects.create(indikator=d.indikator, kode="utama"),
    "target_sekali": _dua_kali(make_target),
    "target_nilai_atau_rentang": lambda d: make_target(d, bawah=Decimal(1), atas=Decimal(2)),
    "target_jenis_dikenal": lambda d: make_target(d, jenis="cita-cita"),
    "target_tahun_wajar": lambda d: make_target(d, tahun=203),
    "perjanjian_kinerja_sekali": lambda d: make_perjanjian(d.satker, d.unit),
    "anggaran_perjanjian_sekali": _dua_kali(_make_anggaran_perjanjian),
    "realisasi_sekali": _dua_kali(make_realisasi),
    "realisasi_bulan_0_12": lambda d: make_realisasi(d, bulan=13),
    "realisasi_tahun_wajar": lambda d: make_realisasi(d, tahun=1023),
    "realisasi_isi_sesuai_keadaan": lambda d: make_realisasi(d, keadaan="belum_ada"),
    "realisasi_penyebut_tidak_negatif": lambda d: make_realisasi(
        d, nilai=None, pembilang=Decimal(1), penyebut=Decimal("-0.0001")
    ),
    "anggaran_sasaran_sekali": _dua_kali(_make_anggaran_sasaran),
    "anggaran_belanja_sekali": _dua_kali(make_belanja),
    "anggaran_belanja_jenis_dikenal": lambda d: make_belanja(d, jenis="54"),
    "pagu_satker_sekali": _dua_kali(_make_pagu),
    "skor_anggaran_sekali": _dua_kali(make_skor),
    "skor_anggaran_instrumen_dikenal": lambda d: make_skor(d, instrumen="rapor"),
    "narasi_sekali": lambda d: _dua_kali(make_narasi, indikator=d.indikator)(d),
    "narasi_bagian_sekali": _dua_kali(make_narasi),
    "tabel_pendukung_sekali": _dua_kali(make_tabel),
    "tabel_pendukung_punya_tempat": lambda d: make_tabel(d, bagian=""),
    "pengguna_nama_akun_kecil": lambda _: make_pengguna("Uji"),
    "penugasan_sekali": _dua_kali(make_penugasan),
    "penugasan_peran_dikenal": lambda d: make_penugasan(d, peran="publik"),
    "penugasan_punya_lingkup": lambda d: make_penugasan(d, satker=None),
    "penugasan_masa_urut": lambda d: make_penugasan(d, berlaku_sampai=AWAL - datetime.timedelta(days=1)),
    "penugasan_tahun_wajar": lambda d: make_penugasan(d, tahun=1999),
    "penugasan_unit_kerja_satkernya": lambda d: make_penugasan(
        d, satker=make_satker(), unit_kerja=d.unit_kerja
    ),
    "tautan_masuk_tujuan_dikenal": lambda _: make_tautan(tujuan="intip"),
    "jejak_nomor_sekali": lambda _: [make_jejak(), make_jejak()],
    "jejak_nomor_dari_satu": lambda _: make_jejak(nomor=0),
    "jejak_siapa_apa_wajib": lambda _: make_jejak(oleh=""),
    "jejak_hanya_tambah": _catat_lalu(lambda: Jejak.objects.update(alasan="lain")),
    "kepala_rantai_maju": _catat_lalu(lambda: KepalaRantai.objects.update(nomor=0)),
    "kepala_rantai_tetap": _catat_lalu(lambda: KepalaRantai.objects.all().delete()),
}
"""Name of a constraint or trigger -> what it must refuse."""
