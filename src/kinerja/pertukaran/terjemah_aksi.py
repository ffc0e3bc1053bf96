"""Rows of the sheets of the rencana aksi, to models."""

from collections import defaultdict

from kinerja.basisdata.simpan import Perubahan
from kinerja.perencanaan.models import JadwalAksi, RencanaAksi, TahapAksi
from kinerja.perencanaan.operations import baris as perencanaan
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.konteks import Konteks
from kinerja.pertukaran.terjemah_rencana import check_tahun, list_masa_renstra

_TRIWULAN = 3
_LANGKAH = ("indikator", "satker", "tahun", "nomor")


def save_rencana_aksi(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Rencana Aksi"."""
    masa = list_masa_renstra()
    di_tengah = _list_bulan_tengah()

    def buat(b: Baris) -> RencanaAksi | None:
        indikator = konteks.rujuk(isi, b, "indikator")
        satker = konteks.rujuk(isi, b, "satker")
        if indikator is None or satker is None or not check_tahun(konteks, isi, b, masa[indikator]):
            return None
        nama = tuple(b.isi[k] for k in _LANGKAH)
        if not _check_nomor(konteks, isi, b) or not _check_jadwal(konteks, isi, b, di_tengah.get(nama, [])):
            return None
        unit = konteks.rujuk(isi, b, "unit_kerja", nama=(b.isi["satker"], b.isi["unit_kerja"]))
        lain = {k: b.isi[k] for k in ("tahun", "nomor", "langkah", "satuan", "jadwal")}
        return RencanaAksi(indikator_id=indikator, satker_id=satker, penanggung_id=unit, **lain)

    return perencanaan.save_rencana_aksi(konteks.bentuk(isi, buat))


def _list_bulan_tengah() -> dict[tuple[object, ...], list[int]]:
    """Step -> the stored months of it that end no quarter."""
    medan = (
        "rencana__indikator__kode",
        "rencana__satker__kunci",
        "rencana__tahun",
        "rencana__nomor",
        "bulan",
    )
    hasil = defaultdict(list)
    for *nama, bulan in TahapAksi.objects.exclude(bulan__in=(3, 6, 9, 12)).values_list(*medan):
        hasil[tuple(nama)].append(bulan)
    return hasil


def _check_nomor(konteks: Konteks, isi: IsiLembar, b: Baris) -> bool:
    if b.isi["nomor"] >= 1:
        return True
    konteks.tolak(isi, b, "nomor", "Nomor Langkah dimulai dari 1.", "Beri nomor 1, 2, 3, dan seterusnya.")
    return False


def _check_jadwal(konteks: Konteks, isi: IsiLembar, b: Baris, di_tengah: list[int]) -> bool:
    """What is stored by month cannot be told by quarter."""
    if b.isi["jadwal"] != JadwalAksi.TRIWULAN or not di_tengah:
        return True
    aturan = f"Langkah ini sudah bertarget pada bulan {', '.join(map(str, di_tengah))}, di tengah triwulan."
    cara = "Tulis bulan, atau kosongkan dahulu target bulan itu di layar rencana aksi."
    konteks.tolak(isi, b, "jadwal", aturan, cara)
    return False


def save_tahap_aksi(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Tahap Aksi"."""
    jadwal = dict(RencanaAksi.objects.values_list("pk", "jadwal"))

    def buat(b: Baris) -> TahapAksi | None:
        satker = konteks.rujuk(isi, b, "satker")
        indikator = konteks.rujuk(isi, b, "indikator")
        if satker is None or indikator is None:
            return None
        langkah = konteks.rujuk(isi, b, "nomor", "rencana_aksi", nama=tuple(b.isi[k] for k in _LANGKAH))
        if langkah is None or not _check_tahap(konteks, isi, b, jadwal[langkah]):
            return None
        lain = {k: b.isi[k] for k in ("bulan", "target", "realisasi")}
        return TahapAksi(rencana_id=langkah, catatan=b.isi["catatan"] or "", **lain)

    return perencanaan.save_tahap_aksi(konteks.bentuk(isi, buat))


def _check_tahap(konteks: Konteks, isi: IsiLembar, b: Baris, jadwal: str) -> bool:
    if jadwal == JadwalAksi.TRIWULAN and b.isi["bulan"] % _TRIWULAN:
        aturan = "Rencana per triwulan diisi pada akhir triwulan: bulan 3, 6, 9, atau 12."
        konteks.tolak(isi, b, "bulan", aturan, "Perbaiki bulannya, atau Jadwal di lembar Rencana Aksi.")
        return False
    if minus := next((k for k in ("target", "realisasi") if (b.isi[k] or 0) < 0), None):
        konteks.tolak(isi, b, minus, "Tidak boleh negatif.", "Periksa tandanya.")
        return False
    return True
