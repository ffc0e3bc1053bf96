"""Rows of the sheets about surveys, to models; a result feeds its indikator at once."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from kinerja.basisdata.simpan import Perubahan
from kinerja.pengukuran.models import SETAHUN
from kinerja.perencanaan.models import CaraHitung, Indikator
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.konteks import Konteks
from kinerja.pertukaran.urutan import beri_urutan
from kinerja.survei.models import (
    CaraAlir,
    HasilUnsur,
    InstrumenSurvei,
    JenisInstrumen,
    KeadaanSurvei,
    Survei,
    UnsurSurvei,
)
from kinerja.survei.operations import impor as operasi

_CARA_ALIR = {CaraHitung.NILAI: (CaraAlir.NILAI,), CaraHitung.RASIO: (CaraAlir.TERTIMBANG, CaraAlir.KONVERSI)}
"""How an indikator is computed -> the ways a survey can feed it."""


def save_instrumen(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Instrumen Survei"."""
    cara_hitung = dict(Indikator.objects.values_list("pk", "cara_hitung"))

    def buat(b: Baris) -> InstrumenSurvei | None:
        indikator = konteks.rujuk(isi, b, "indikator")
        cara = b.isi["cara_alir"] or ""
        if (b.isi["indikator"] is None) != (cara == ""):
            aturan = "Indikator dan Cara Alir diisi bersama."
            konteks.tolak(isi, b, "cara_alir", aturan, "Isi keduanya, atau kosongkan keduanya.")
            return None
        if indikator is not None and cara not in (boleh := _CARA_ALIR.get(cara_hitung[indikator], ())):
            aturan = "Cara Alir tidak cocok dengan Cara Hitung indikatornya."
            saran = f"Pilih {' atau '.join(boleh)}." if boleh else "Pilih indikator lain."
            konteks.tolak(isi, b, "cara_alir", aturan, saran)
            return None
        lain = {k: b.isi[k] for k in ("kode", "tahun", "nama", "jenis")}
        return InstrumenSurvei(
            **lain,
            skala=int(b.isi["skala"]),
            indikator_id=indikator,
            cara_alir=cara,
            dasar=b.isi["dasar"] or "",
        )

    return operasi.save_instrumen(konteks.bentuk(isi, buat))


def save_unsur(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Unsur Survei"."""
    instrumen = {(i.kode, i.tahun): i for i in InstrumenSurvei.objects.all()}
    lama = UnsurSurvei.objects.values_list("instrumen__kode", "instrumen__tahun", "kode", "urutan")
    nama = [(b.isi["instrumen"], b.isi["tahun"], b.isi["kode"]) for b in isi.baris]
    urutan = beri_urutan(nama, {(i, t, k): n for i, t, k, n in lama})

    def buat(b: Baris) -> UnsurSurvei | None:
        if konteks.rujuk(isi, b, "instrumen") is None:
            return None
        induk = instrumen.get((b.isi["instrumen"], b.isi["tahun"]))
        if induk is None:
            aturan = "Instrumen ini tidak mempunyai versi dengan Tahun Mulai itu."
            konteks.tolak(isi, b, "tahun", aturan, "Samakan dengan lembar Instrumen Survei.")
            return None
        if induk.jenis == JenisInstrumen.SKM:
            aturan = "Sembilan unsur SKM ditetapkan PermenPANRB 14/2017."
            konteks.tolak(isi, b, "kode", aturan, "Hapus barisnya; program mengisinya sendiri.")
            return None
        tempat = urutan[induk.kode, induk.tahun, b.isi["kode"]]
        lain = {k: b.isi[k] or "" for k in ("kode", "nama", "kelompok", "pertanyaan")}
        return UnsurSurvei(instrumen=induk, urutan=tempat, **lain)

    return operasi.save_unsur(konteks.bentuk(isi, buat))


def save_hasil(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Hasil Survei"."""
    versi = _Versi()
    survei = konteks.bentuk(isi, lambda b: _buat_survei(konteks, isi, b, versi))
    perubahan = operasi.save_survei(survei)
    if perubahan.baru or perubahan.berubah:
        _alirkan(konteks, isi, [b for b in isi.baris if b.isi["nilai"] is not None])
    return perubahan


class _Versi:
    """The version of an instrument that is in force in a year."""

    def __init__(self) -> None:
        self.semua = list(InstrumenSurvei.objects.order_by("-tahun"))

    def cari(self, b: Baris) -> InstrumenSurvei | None:
        kode, tahun = b.isi["instrumen"], b.isi["tahun"]
        return next((i for i in self.semua if i.kode == kode and i.tahun <= tahun), None)


def _cari_instrumen(konteks: Konteks, isi: IsiLembar, b: Baris, versi: _Versi) -> InstrumenSurvei | None:
    if konteks.rujuk(isi, b, "instrumen") is None:
        return None
    instrumen = versi.cari(b)
    if instrumen is None:
        aturan = "Instrumen ini belum berlaku pada tahun itu."
        konteks.tolak(isi, b, "tahun", aturan, "Periksa tahunnya, atau Tahun Mulai instrumennya.")
    return instrumen


def _buat_survei(konteks: Konteks, isi: IsiLembar, b: Baris, versi: _Versi) -> Survei | None:
    satker = konteks.rujuk(isi, b, "satker")
    instrumen = _cari_instrumen(konteks, isi, b, versi)
    if satker is None or instrumen is None or not _check_hasil(konteks, isi, b, instrumen):
        return None
    return Survei(
        instrumen=instrumen,
        satker_id=satker,
        bulan=b.isi["bulan"] or SETAHUN,
        keadaan=KeadaanSurvei.DITUTUP,
        sumber=b.isi["sumber"] or "",
        asal=konteks.impor,
        asal_baris=b.nomor,
        **{k: b.isi[k] for k in ("tahun", "populasi", "responden", "nilai")},
    )


def _check_hasil(konteks: Konteks, isi: IsiLembar, b: Baris, instrumen: InstrumenSurvei) -> bool:
    populasi, responden, nilai = b.isi["populasi"], b.isi["responden"], b.isi["nilai"]
    if responden == 0 or populasi == 0:
        kolom = "responden" if responden == 0 else "populasi"
        konteks.tolak(isi, b, kolom, "Paling sedikit satu orang.", "Kosongkan bila tidak diketahui.")
        return False
    if populasi is not None and responden is not None and populasi < responden:
        konteks.tolak(isi, b, "populasi", "Populasi lebih kecil daripada responden.", "Periksa keduanya.")
        return False
    atas = Decimal(instrumen.skala)
    if nilai is not None and not atas / 4 <= nilai <= atas:
        aturan = f"Nilai di luar skala {instrumen.skala // 4}–{instrumen.skala} instrumen ini."
        konteks.tolak(isi, b, "nilai", aturan, "Periksa skalanya: 4 atau 100.")
        return False
    if instrumen.cara_alir == CaraAlir.TERTIMBANG and responden is None:
        aturan = "Indeks ini ditimbang dengan responden."
        konteks.tolak(isi, b, "responden", aturan, "Isi jumlah respondennya.")
        return False
    return True


def save_hasil_unsur(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Hasil Unsur"."""
    survei = {_nama_survei(s): s for s in Survei.objects.select_related("instrumen", "satker")}
    unsur = {(u.instrumen_id, u.kode): u for u in UnsurSurvei.objects.all()}

    def buat(b: Baris) -> HasilUnsur | None:
        dikenal = [konteks.rujuk(isi, b, k) for k in ("satker", "instrumen")]
        if (
            None in dikenal
            or konteks.rujuk(isi, b, "unsur", nama=(b.isi["instrumen"], b.isi["unsur"])) is None
        ):
            return None
        induk = survei.get(_nama_baris(b))
        if induk is None or induk.nilai is not None:
            aturan = "Survei ini tidak ada di lembar Hasil Survei, atau sudah bernilai akhir di sana."
            konteks.tolak(isi, b, "instrumen", aturan, "Tambahkan barisnya di sana, dengan Nilai kosong.")
            return None
        if not 1 <= b.isi["nilai"] <= 4:
            konteks.tolak(isi, b, "nilai", "Nilai unsur di luar 1–4.", "Tulis nilai dalam skala 4.")
            return None
        return HasilUnsur(survei=induk, unsur=unsur[induk.instrumen_id, b.isi["unsur"]], nilai=b.isi["nilai"])

    perubahan = operasi.save_hasil_unsur(konteks.bentuk(isi, buat))
    if perubahan.baru or perubahan.berubah:
        _alirkan(konteks, isi, isi.baris)
    return perubahan


def _alirkan(konteks: Konteks, isi: IsiLembar, baris: Iterable[Baris]) -> None:
    """Feed the indikator of those rows, each survey once; what stands in the way is told at its row."""
    pertama: dict[tuple[Any, ...], Baris] = {}
    for b in baris:
        pertama.setdefault(_nama_baris(b), b)
    semua = Survei.objects.select_related("instrumen__indikator", "satker", "asal")
    dipilih = [s for s in semua.filter(tahun__in={n[2] for n in pertama}) if _nama_survei(s) in pertama]
    for satu, temuan in operasi.feed_semua(survei=dipilih, asal=konteks.impor, pada=konteks.impor.pada):
        konteks.tolak(isi, pertama[_nama_survei(satu)], "instrumen", temuan.pesan, temuan.cara)


def _nama_survei(survei: Survei) -> tuple[Any, ...]:
    return survei.instrumen.kode, survei.satker.kunci, survei.tahun, survei.bulan


def _nama_baris(b: Baris) -> tuple[Any, ...]:
    return b.isi["instrumen"], b.isi["satker"], b.isi["tahun"], b.isi["bulan"] or SETAHUN
