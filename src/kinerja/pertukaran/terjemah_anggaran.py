"""Rows of the sheets about dated facts of money, to models."""

import datetime
from decimal import Decimal
from typing import Any

from kinerja.anggaran import operations as anggaran
from kinerja.anggaran.models import (
    AnggaranBulanan,
    CapaianOutput,
    JenisSpm,
    JenisUangPersediaan,
    Kontrak,
    PaguBelanja,
    RevisiDipa,
    RincianOutput,
    Spm,
    UangPersediaan,
    Ukuran,
)
from kinerja.basisdata.simpan import Perubahan
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.konteks import Konteks

_YA = "ya"
_PENUH = Decimal(100)
_SETINGKAT = ("satker", "tahun", "bulan", "ukuran", "jenis")


def save_revisi_dipa(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Revisi DIPA": the revision first, then its pagu by jenis belanja; a row counts once."""
    _tolak_beda(konteks, isi)

    def buat_revisi(b: Baris) -> RevisiDipa | None:
        satker = konteks.rujuk(isi, b, "satker")
        if satker is None or not _check_revisi(konteks, isi, b):
            return None
        lain = {k: b.isi[k] for k in ("tahun", "nomor", "tanggal")}
        return RevisiDipa(satker_id=satker, kode=b.isi["kode"] or "", **lain)

    anggaran.save_revisi_dipa({_sebut(r): r for r in konteks.bentuk(isi, buat_revisi)}.values())
    nomor = anggaran.list_nomor_revisi(b.isi["tahun"] for b in isi.baris)

    def buat_pagu(b: Baris) -> PaguBelanja | None:
        revisi = nomor.get((konteks.rujukan.satker.get(b.isi["satker"]), b.isi["tahun"], b.isi["nomor"]))
        blokir = b.isi["blokir"] or 0
        if revisi is None:
            return None
        if blokir > b.isi["pagu"]:
            konteks.tolak(isi, b, "blokir", "Blokir melebihi pagu.", "Periksa kedua angka pada DIPA.")
            return None
        return PaguBelanja(revisi_id=revisi, jenis=b.isi["jenis"], pagu=b.isi["pagu"], blokir=blokir)

    return anggaran.save_pagu_belanja(konteks.bentuk(isi, buat_pagu))


def _sebut(revisi: RevisiDipa) -> tuple[int, int, int]:
    return revisi.satker_id, revisi.tahun, revisi.nomor


def _tolak_beda(konteks: Konteks, isi: IsiLembar) -> None:
    """Rows of one revision that disagree about its date or kind."""
    pertama: dict[tuple[Any, ...], Baris] = {}
    beda = set()
    for b in isi.baris:
        awal = pertama.setdefault((b.isi["satker"], b.isi["tahun"], b.isi["nomor"]), b)
        kolom = next((k for k in ("tanggal", "kode") if b.isi[k] != awal.isi[k]), None)
        if kolom:
            aturan = f"Berbeda dari baris {awal.nomor} untuk revisi yang sama."
            konteks.tolak(isi, b, kolom, aturan, "Samakan, atau perbaiki Nomor Revisi.")
            beda.add(b.nomor)
    konteks.buang(isi, beda)


def _check_revisi(konteks: Konteks, isi: IsiLembar, b: Baris) -> bool:
    tahun = b.isi["tanggal"].year
    if tahun > b.isi["tahun"]:
        aturan = f"Revisi ini bertanggal sesudah tahun anggaran {b.isi['tahun']} berakhir."
        konteks.tolak(isi, b, "tanggal", aturan, "Periksa tanggalnya, atau tahunnya.")
        return False
    if b.isi["nomor"] and tahun < b.isi["tahun"]:
        aturan = "Hanya DIPA awal (nomor 0) boleh bertanggal sebelum tahun anggarannya."
        konteks.tolak(isi, b, "tanggal", aturan, "Periksa tanggal atau Nomor Revisi.")
        return False
    return True


def save_anggaran_bulanan(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Anggaran Bulanan"."""
    _tolak_bertingkat(konteks, isi)

    def buat(b: Baris) -> AnggaranBulanan | None:
        satker = konteks.rujuk(isi, b, "satker")
        if satker is None:
            return None
        if b.isi["ukuran"] == Ukuran.RPD and b.isi["nilai"] < 0:
            konteks.tolak(isi, b, "nilai", "Rencana penarikan dana tidak negatif.", "Periksa tandanya.")
            return None
        lain = {k: b.isi[k] for k in ("tahun", "bulan", "ukuran", "jenis", "nilai")}
        return AnggaranBulanan(satker_id=satker, kode=b.isi["kode"] or "", **lain)

    return anggaran.save_anggaran_bulanan(konteks.bentuk(isi, buat))


def _tolak_bertingkat(konteks: Konteks, isi: IsiLembar) -> None:
    """A figure beside its own parts would count twice."""
    kode: dict[tuple[Any, ...], dict[str, int]] = {}
    for b in isi.baris:
        kode.setdefault(tuple(b.isi[k] for k in _SETINGKAT), {})[b.isi["kode"] or ""] = b.nomor
    buang = set()
    for b in isi.baris:
        sesama = kode[tuple(b.isi[k] for k in _SETINGKAT)]
        induk = next((i for i in list_induk_kode(b.isi["kode"] or "") if i in sesama), None)
        if induk is not None:
            aturan = f"Bagian dari baris {sesama[induk]} ({induk or 'seluruh satker'}); rupiahnya terhitung dua kali."
            konteks.tolak(isi, b, "kode", aturan, "Pertahankan jumlahnya atau rinciannya, jangan keduanya.")
            buang.add(b.nomor)
    konteks.buang(isi, buang)


def list_induk_kode(kode: str) -> list[str]:
    """What a code path is a part of, nearest first: "WA.1.2" of "WA.1", "WA" and "" (the whole satker)."""
    if not kode:
        return []
    bagian = kode.split(".")
    return [".".join(bagian[:n]) for n in range(len(bagian) - 1, -1, -1)]


def save_rincian_output(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Rincian Output"."""

    def buat(b: Baris) -> RincianOutput | None:
        satker = konteks.rujuk(isi, b, "satker")
        if satker is None or not _check_tidak_negatif(konteks, isi, b, "volume"):
            return None
        lain = {k: b.isi[k] for k in ("tahun", "kode", "nama", "volume", "pagu")}
        return RincianOutput(satker_id=satker, satuan=b.isi["satuan"] or "", **lain)

    return anggaran.save_rincian_output(konteks.bentuk(isi, buat))


def save_capaian_output(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Capaian Output"."""

    def buat(b: Baris) -> CapaianOutput | None:
        nama = (b.isi["satker"], b.isi["tahun"], b.isi["rincian"])
        satker = konteks.rujuk(isi, b, "satker")
        rincian = satker and konteks.rujuk(isi, b, "rincian", nama=nama)
        if not rincian or not _check_capaian(konteks, isi, b):
            return None
        lain = {k: b.isi[k] for k in ("bulan", "volume", "progres", "target_progres", "dilaporkan")}
        return CapaianOutput(rincian_id=rincian, terkonfirmasi=b.isi["terkonfirmasi"] == _YA, **lain)

    return anggaran.save_capaian_output(konteks.bentuk(isi, buat))


def _check_capaian(konteks: Konteks, isi: IsiLembar, b: Baris) -> bool:
    if not 0 <= b.isi["progres"] <= _PENUH:
        konteks.tolak(isi, b, "progres", "Progres antara 0 dan 100 persen.", "Periksa angkanya pada SAKTI.")
        return False
    return _check_tidak_negatif(konteks, isi, b, "volume")


def _check_tidak_negatif(konteks: Konteks, isi: IsiLembar, b: Baris, kolom: str) -> bool:
    if b.isi[kolom] < 0:
        konteks.tolak(isi, b, kolom, "Volume tidak boleh negatif.", "Periksa tandanya.")
        return False
    return True


def save_kontrak(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Kontrak"."""

    def buat(b: Baris) -> Kontrak | None:
        satker = konteks.rujuk(isi, b, "satker")
        daftar = b.isi["didaftarkan"]
        if daftar is not None and daftar < b.isi["tanggal"]:
            aturan = "Kontrak didaftarkan sebelum ditandatangani."
            konteks.tolak(isi, b, "didaftarkan", aturan, "Periksa apakah kedua tanggal tertukar.")
            return None
        lain = {k: b.isi[k] for k in ("tahun", "nomor", "jenis", "nilai", "tanggal", "dibayar")}
        return satker and Kontrak(satker_id=satker, didaftarkan=daftar, **lain)

    return anggaran.save_kontrak(konteks.bentuk(isi, buat))


def save_spm(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "SPM"."""

    def buat(b: Baris) -> Spm | None:
        satker = konteks.rujuk(isi, b, "satker")
        if not (_check_bast(konteks, isi, b) and _check_setahun(konteks, isi, b, "diterima")):
            return None
        lain = {k: b.isi[k] for k in ("tahun", "nomor", "jenis", "nilai", "bast", "diterima")}
        dispensasi, belanja = b.isi["dispensasi"] == _YA, b.isi["belanja"] or ""
        return satker and Spm(satker_id=satker, dispensasi=dispensasi, belanja=belanja, **lain)

    return anggaran.save_spm(konteks.bentuk(isi, buat))


def _check_bast(konteks: Konteks, isi: IsiLembar, b: Baris) -> bool:
    bast: datetime.date | None = b.isi["bast"]
    kosong = next((k for k in ("bast", "belanja") if b.isi[k] is None), None)
    if kosong and b.isi["jenis"] == JenisSpm.LS_KONTRAKTUAL:
        aturan = "SPM-LS kontraktual memerlukan tanggal BAST dan jenis belanja."
        konteks.tolak(isi, b, kosong, aturan, "Lengkapi selnya.")
        return False
    if bast is not None and bast > b.isi["diterima"]:
        aturan = "SPM diterima KPPN sebelum BAST."
        konteks.tolak(isi, b, "diterima", aturan, "Periksa apakah kedua tanggal tertukar.")
        return False
    return True


def _check_setahun(konteks: Konteks, isi: IsiLembar, b: Baris, kolom: str) -> bool:
    if b.isi[kolom].year == b.isi["tahun"]:
        return True
    aturan = f"Tanggal ini di luar tahun anggaran {b.isi['tahun']}."
    konteks.tolak(isi, b, kolom, aturan, "Periksa tanggalnya, atau kolom Tahun.")
    return False


def _check_mulai(konteks: Konteks, isi: IsiLembar, b: Baris) -> bool:
    mulai: datetime.date | None = b.isi["mulai"]
    if mulai is None and b.isi["jenis"] in (JenisUangPersediaan.GUP, JenisUangPersediaan.PTUP):
        aturan = "GUP dan PTUP dihitung sejak uangnya di tangan."
        konteks.tolak(isi, b, "mulai", aturan, "Isi kolom Sejak: tanggal SP2D UP, GUP, atau TUP sebelumnya.")
        return False
    if mulai is not None and mulai > b.isi["tanggal"]:
        aturan = "Dipertanggungjawabkan sebelum uangnya di tangan."
        konteks.tolak(isi, b, "mulai", aturan, "Periksa apakah kedua tanggal tertukar.")
        return False
    return True


def save_uang_persediaan(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Uang Persediaan"."""

    def buat(b: Baris) -> UangPersediaan | None:
        satker = konteks.rujuk(isi, b, "satker")
        if not (_check_mulai(konteks, isi, b) and _check_setahun(konteks, isi, b, "tanggal")):
            return None
        lain = {k: b.isi[k] for k in ("tahun", "nomor", "jenis", "mulai", "tanggal", "nilai")}
        return satker and UangPersediaan(satker_id=satker, **lain)

    return anggaran.save_uang_persediaan(konteks.bentuk(isi, buat))
