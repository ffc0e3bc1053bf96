"""What is stored as the rows of the official workbook: imported again it changes nothing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Concat

from kinerja.anggaran.models import (
    AnggaranBelanja,
    AnggaranBulanan,
    AnggaranSasaran,
    CapaianOutput,
    Kontrak,
    PaguBelanja,
    PaguSatker,
    RincianOutput,
    SkorAnggaran,
    Spm,
    UangPersediaan,
)
from kinerja.dasar.cetak import cetak_angka
from kinerja.organisasi.models import JumlahPegawai, RiwayatSatker, UnitEselonI, UnitKerja
from kinerja.pelaporan.models import Narasi, TabelPendukung
from kinerja.pengukuran.models import Realisasi
from kinerja.perencanaan.models import (
    AnggaranPerjanjian,
    GarisJabatan,
    Indikator,
    KaitanLintas,
    Komponen,
    LembarIku,
    Misi,
    PemangkuJabatan,
    PenanggungJawab,
    PerjanjianKinerja,
    RencanaAksi,
    Renstra,
    Sasaran,
    TahapAksi,
    Target,
    Tujuan,
)
from kinerja.pertukaran import lembar as lembar_
from kinerja.pertukaran.lembar import BUKU, Jenis, Kolom, Lembar
from kinerja.pertukaran.lembar.anggaran import YA_TIDAK
from kinerja.pertukaran.templat import Isi, Nilai
from kinerja.pertukaran.temuan import Temuan, Tingkat
from kinerja.survei.models import (
    HasilUnsur,
    InstrumenSurvei,
    JenisInstrumen,
    KeadaanSurvei,
    Survei,
    UnsurSurvei,
)

Baris = dict[str, Nilai]


@dataclass(frozen=True, slots=True)
class _Sumber:
    """Where the rows of a sheet come from.

    `jalan` leads to the value of a column that is no field of the same name. Rows come in the order of the
    report, for that is the order in which an empty database numbers them.
    """

    semua: Callable[[], QuerySet[Any]]
    jalan: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


def read_tersimpan() -> tuple[Isi, list[Temuan]]:
    """All sheets with every stored row, one query for each sheet; and what no cell can hold, left out."""
    isi: dict[str, list[Baris]] = {}
    temuan: list[Temuan] = []
    for lembar in BUKU:
        semua = isi[lembar.nama] = []
        for b in _baca_tabel() if lembar is lembar_.TABEL_PENDUKUNG else _baca(lembar):
            if kolom := _cari_panjang(lembar, b):
                temuan.append(_laporkan_panjang(lembar, b, kolom))
            else:
                semua.append(b)
    return isi, temuan


def _cari_panjang(lembar: Lembar, b: Baris) -> Kolom | None:
    """The column whose text is longer than the workbook takes; the pages take more."""
    return next((k for k in lembar.kolom if isinstance(n := b[k.kunci], str) and len(n) > k.panjang), None)


def _laporkan_panjang(lembar: Lembar, b: Baris, kolom: Kolom) -> Temuan:
    sebutan = " ".join(str(b[k]) for k in lembar.tunggal if b[k] is not None)
    aturan = (
        f"{sebutan}: {kolom.judul} lebih dari {cetak_angka(kolom.panjang)} huruf, jadi tidak ikut ditulis."
    )
    cara = "Isinya tetap tersimpan; ubah di layar, bukan di buku kerja."
    return Temuan(lembar.nama, "", "", aturan, cara, Tingkat.PERINGATAN)


def _baca(lembar: Lembar) -> Iterator[Baris]:
    sumber = _SUMBER[lembar]
    jalan = {f"x_{k.kunci}": _ke_ekspresi(sumber.jalan.get(k.kunci, k.kunci)) for k in lembar.kolom}
    for nilai in sumber.semua().annotate(**jalan).values_list(*jalan):
        yield {k.kunci: _ke_sel(k, satu) for k, satu in zip(lembar.kolom, nilai, strict=True)}


def _ke_ekspresi(jalan: Any) -> Any:
    return F(jalan) if isinstance(jalan, str) else jalan


def _ke_sel(kolom: Kolom, nilai: Any) -> Nilai:
    """As a person writes it: nothing for an empty text and for the month of a whole year."""
    if nilai == "" or (kolom.jenis is Jenis.BULAN and nilai == 0):
        return None
    if isinstance(nilai, bool):
        return YA_TIDAK[0 if nilai else 1]
    hasil: Nilai = str(nilai) if kolom.jenis is Jenis.PILIHAN and nilai is not None else nilai
    return hasil


def _baca_tabel() -> Iterator[Baris]:
    """One row for each cell."""
    for tabel in TabelPendukung.objects.select_related("satker", "indikator"):
        for nomor, sel in enumerate(tabel.baris, 1):
            for kolom, isi in zip(tabel.kolom, sel, strict=True):
                yield {
                    "satker": tabel.satker.kunci,
                    "tahun": tabel.tahun,
                    "kunci": tabel.kunci,
                    "judul": tabel.judul,
                    "bagian": tabel.bagian or None,
                    "indikator": tabel.indikator.kode if tabel.indikator else None,
                    "baris": nomor,
                    "kolom": kolom["judul"],
                    "jenis": kolom["jenis"],
                    "isi": isi or None,
                    "sumber": tabel.sumber or None,
                }


def _milik_langkah(awal: str) -> dict[str, str]:
    return {"indikator": f"{awal}indikator__kode", "satker": f"{awal}satker__kunci"}


def _milik_survei(awal: str) -> dict[str, str]:
    return {"instrumen": f"{awal}instrumen__kode", "satker": f"{awal}satker__kunci"}


_SATKER = {"satker": "satker__kunci"}
_RENSTRA = {"renstra": "renstra__nama"}
_UNIT_KERJA = {"unit_kerja": "unit_kerja__kunci"}
_PENANGGUNG = Case(
    When(
        penanggung_jawab__isnull=False,
        then=Concat(
            "penanggung_jawab__satker__kunci",
            Value("/"),
            "penanggung_jawab__kunci",
            output_field=CharField(),
        ),
    ),
    default=Value(""),
)
_REVISI = {"satker": "revisi__satker__kunci"} | {
    k: f"revisi__{k}" for k in ("tahun", "nomor", "tanggal", "kode")
}

_SUMBER: dict[Lembar, _Sumber] = {
    lembar_.UNIT: _Sumber(UnitEselonI.objects.all),
    lembar_.SATKER: _Sumber(
        lambda: RiwayatSatker.objects.order_by("urutan", "satker__kunci", "berlaku_dari"),
        {k: f"satker__{k}" for k in ("kunci", "kode", "jenis")}
        | {"induk": "induk__kunci", "unit": "unit__kode"},
    ),
    lembar_.UNIT_KERJA: _Sumber(UnitKerja.objects.all, _SATKER | {"induk": "induk__kunci"}),
    lembar_.PEGAWAI: _Sumber(JumlahPegawai.objects.all, _SATKER),
    lembar_.JABATAN: _Sumber(
        lambda: GarisJabatan.objects.order_by("pk"), {"nama": "bawahan__nama", "atasan": "atasan__nama"}
    ),
    lembar_.PEMANGKU_JABATAN: _Sumber(PemangkuJabatan.objects.all, {"jabatan": "jabatan__nama"}),
    lembar_.RENSTRA: _Sumber(Renstra.objects.all),
    lembar_.MISI: _Sumber(lambda: Misi.objects.order_by("renstra", "urutan"), _RENSTRA),
    lembar_.TUJUAN: _Sumber(
        lambda: Tujuan.objects.order_by("renstra", "urutan"), _RENSTRA | {"misi": "misi__urutan"}
    ),
    lembar_.SASARAN: _Sumber(
        Sasaran.objects.all,
        _RENSTRA | {"unit": "unit__kode", "induk": "induk__kode", "tujuan": "tujuan__urutan"},
    ),
    lembar_.KAITAN_LINTAS: _Sumber(KaitanLintas.objects.all, {"dari": "dari__kode", "ke": "ke__kode"}),
    lembar_.INDIKATOR: _Sumber(
        Indikator.objects.all, {"sasaran": "sasaran__kode", "penanggung_jawab": _PENANGGUNG}
    ),
    lembar_.LEMBAR_IKU: _Sumber(LembarIku.objects.all, {"indikator": "indikator__kode"}),
    lembar_.PENANGGUNG_JAWAB: _Sumber(PenanggungJawab.objects.all, _milik_langkah("") | _UNIT_KERJA),
    lembar_.KOMPONEN: _Sumber(
        lambda: Komponen.objects.order_by("indikator", "urutan", "pk"), {"indikator": "indikator__kode"}
    ),
    lembar_.TARGET: _Sumber(Target.objects.all, _milik_langkah("")),
    lembar_.RENCANA_AKSI: _Sumber(
        RencanaAksi.objects.all, _milik_langkah("") | {"unit_kerja": "penanggung__kunci"}
    ),
    lembar_.TAHAP_AKSI: _Sumber(
        TahapAksi.objects.all,
        _milik_langkah("rencana__") | {"tahun": "rencana__tahun", "nomor": "rencana__nomor"},
    ),
    # What a survey gives stands on the sheets of surveys, once.
    lembar_.REALISASI: _Sumber(
        lambda: Realisasi.objects.filter(dari_survei__isnull=True).order_by("pk"),
        {"indikator": "komponen__indikator__kode", "komponen": "komponen__kode"} | _SATKER,
    ),
    lembar_.ANGGARAN_SASARAN: _Sumber(AnggaranSasaran.objects.all, _SATKER | {"sasaran": "sasaran__kode"}),
    lembar_.ANGGARAN_BELANJA: _Sumber(AnggaranBelanja.objects.all, _SATKER),
    lembar_.PAGU_SATKER: _Sumber(PaguSatker.objects.all, _SATKER),
    lembar_.SKOR_ANGGARAN: _Sumber(SkorAnggaran.objects.all, _SATKER),
    lembar_.REVISI_DIPA: _Sumber(PaguBelanja.objects.all, _REVISI),
    lembar_.ANGGARAN_BULANAN: _Sumber(AnggaranBulanan.objects.all, _SATKER),
    lembar_.RINCIAN_OUTPUT: _Sumber(RincianOutput.objects.all, _SATKER),
    lembar_.CAPAIAN_OUTPUT: _Sumber(
        CapaianOutput.objects.all,
        {"satker": "rincian__satker__kunci", "tahun": "rincian__tahun", "rincian": "rincian__kode"},
    ),
    lembar_.KONTRAK: _Sumber(Kontrak.objects.all, _SATKER),
    lembar_.SPM: _Sumber(Spm.objects.all, _SATKER),
    lembar_.UANG_PERSEDIAAN: _Sumber(UangPersediaan.objects.all, _SATKER),
    lembar_.INSTRUMEN_SURVEI: _Sumber(InstrumenSurvei.objects.all, {"indikator": "indikator__kode"}),
    lembar_.UNSUR_SURVEI: _Sumber(
        lambda: UnsurSurvei.objects.exclude(instrumen__jenis=JenisInstrumen.SKM).order_by(
            "instrumen", "urutan", "pk"
        ),
        {"instrumen": "instrumen__kode", "tahun": "instrumen__tahun"},
    ),
    # Answers of single people never leave the program, and their survey is nothing without them.
    lembar_.HASIL_SURVEI: _Sumber(
        lambda: Survei.objects.filter(keadaan=KeadaanSurvei.DITUTUP, jawaban__isnull=True), _milik_survei("")
    ),
    lembar_.HASIL_UNSUR: _Sumber(
        lambda: HasilUnsur.objects.filter(survei__jawaban__isnull=True).order_by("survei", "unsur__urutan"),
        _milik_survei("survei__")
        | {"tahun": "survei__tahun", "bulan": "survei__bulan", "unsur": "unsur__kode"},
    ),
    lembar_.PERJANJIAN: _Sumber(
        lambda: PerjanjianKinerja.objects.order_by("pk"), _SATKER | {"unit": "unit__kode"}
    ),
    lembar_.ANGGARAN_PERJANJIAN: _Sumber(
        lambda: AnggaranPerjanjian.objects.order_by("perjanjian", "urutan", "pk"),
        {
            "satker": "perjanjian__satker__kunci",
            "tahun": "perjanjian__tahun",
            "perjanjian": "perjanjian__kode",
        },
    ),
    lembar_.NARASI: _Sumber(Narasi.objects.all, _SATKER | {"indikator": "indikator__kode"}),
}
