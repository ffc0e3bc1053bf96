"""Penyelesaian tagihan: contractual SPM-LS that KPPN received within 17 working days."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kinerja.aturan.parameter import as_angka
from kinerja.aturan.skor.ikpa.hasil import HasilIndikator, laporkan_luar_tahun, make_hasil, pilih_tunggal
from kinerja.aturan.skor.ikpa.masukan import Indikator, JenisBelanja, MasukanIkpa, SpmKontraktual
from kinerja.aturan.skor.uraian import Suku, get_nilai, hitung_persen, rujuk
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.cetak import cetak_tanggal
from kinerja.dasar.kalender import tambah_hari_kerja

_TAGIHAN = "tagihan_ikpa"


@lru_cache(maxsize=4096)
def get_batas_tagihan(selesai: date, hari: int) -> date:
    """Last day for the SPM of a bill that was due on `selesai`; KalenderBelumAda for unknown holidays."""
    return tambah_hari_kerja(selesai, hari)


def compute_tagihan(masukan: MasukanIkpa) -> HasilIndikator:
    """Share of SPM in time among those received in the budget year until `per`; none: no object (never 100)."""
    per = masukan.per
    aturan = rujuk(_TAGIHAN, per)
    hari = int(as_angka(get_nilai(_TAGIHAN, per).peta["hari_kerja"]))
    spm, temuan = pilih_tunggal(masukan.spm, lambda s: s.nomor, "SPM")
    temuan += [
        laporkan_luar_tahun(f"SPM {s.nomor}", s.diterima, per) for s in spm if s.diterima.year != per.year
    ]
    temuan += [_laporkan_terbalik(s) for s in spm if s.diterima < s.selesai]
    dinilai = [
        s
        for s in spm
        if s.jenis is not JenisBelanja.PEGAWAI and s.diterima.year == per.year and s.diterima <= per
    ]
    if not dinilai:
        catatan = "Tidak ada SPM-LS kontraktual nonpegawai."
        return make_hasil(Indikator.TAGIHAN, None, aturan, (), catatan=catatan, temuan=temuan)
    lambat = [s for s in dinilai if s.diterima > get_batas_tagihan(s.selesai, hari)]
    tepat = len(dinilai) - len(lambat)
    rincian = [_uraikan_lambat(s, get_batas_tagihan(s.selesai, hari)) for s in lambat]
    catatan = f"{tepat} dari {len(dinilai)} SPM tepat waktu."
    nilai = hitung_persen(tepat, len(dinilai))
    return make_hasil(Indikator.TAGIHAN, nilai, aturan, rincian, catatan=catatan, temuan=temuan)


def _uraikan_lambat(spm: SpmKontraktual, batas: date) -> Suku:
    catatan = f"Terlambat: diterima {cetak_tanggal(spm.diterima)}, paling lambat {cetak_tanggal(batas)}."
    return Suku(f"SPM {spm.nomor}", catatan=catatan)


def _laporkan_terbalik(spm: SpmKontraktual) -> Temuan:
    pesan = f"SPM {spm.nomor} diterima sebelum tanggal BAST/BAPP."
    return Temuan("tanggal-terbalik", pesan, "Periksa kedua tanggalnya.")
