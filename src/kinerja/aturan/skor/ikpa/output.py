"""Capaian output: reports in time, and how far each rincian output has come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache

from kinerja.aturan.parameter import as_angka
from kinerja.aturan.skor.ikpa.hasil import Bagian, HasilIndikator, bulat2, make_hasil, rata2, timbang_bagian
from kinerja.aturan.skor.ikpa.masukan import Indikator, Keluaran, LaporanKeluaran, MasukanIkpa, Pengecualian
from kinerja.aturan.skor.ikpa.rencana import list_pengecualian
from kinerja.aturan.skor.pengaturan import HariLaporKeluaran, PengaturanSkor
from kinerja.aturan.skor.uraian import NOL, SERATUS, Suku, get_nilai, hitung_persen, jepit, rujuk
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.cetak import cetak_tanggal
from kinerja.dasar.kalender import hari_kerja_ke
from kinerja.dasar.periode import Bulan, nama_bulan

_OUTPUT = "output_ikpa"
_DESEMBER = 12


@cache
def get_batas_lapor(bulan: Bulan, hari: int) -> date:
    """Last day to report the outputs of a month; KalenderBelumAda for unknown holidays."""
    return hari_kerja_ke(hari, bulan.sesudah())


def compute_output(masukan: MasukanIkpa, pengaturan: PengaturanSkor) -> HasilIndikator:
    """30 % reports in time, 70 % mean of the outputs by their last report; no output: no object."""
    per = masukan.per
    aturan = rujuk(_OUTPUT, per)
    isi = get_nilai(_OUTPUT, per).peta
    pengecualian = [p for p in list_pengecualian(masukan) if p.indikator is Indikator.CAPAIAN_OUTPUT]
    dasar = {k.kode: _find_pengecualian(k.kode, pengecualian) for k in masukan.keluaran}
    dinilai = [k for k in masukan.keluaran if dasar[k.kode] is None]
    dikecualikan = [Suku(kode, catatan=f"Dikecualikan: {d}.") for kode, d in dasar.items() if d is not None]
    temuan = [t for k in dinilai for t in _periksa(k)]
    if not dinilai:
        catatan = "Tidak ada rincian output yang dinilai."
        return make_hasil(
            Indikator.CAPAIAN_OUTPUT, None, aturan, dikecualikan, catatan=catatan, temuan=temuan
        )
    lain = "hari_kerja_lain" in isi and pengaturan.hari_lapor_keluaran is HariLaporKeluaran.KESEPULUH
    hari = int(as_angka(isi["hari_kerja_lain" if lain else "hari_kerja"]))
    bagian = [
        (_nilai_ketepatan(dinilai, per, hari), as_angka(isi["ketepatan"])),
        (_nilai_capaian(dinilai, per), as_angka(isi["capaian"])),
    ]
    nilai, rincian = timbang_bagian(bagian, pengaturan)
    return make_hasil(Indikator.CAPAIAN_OUTPUT, nilai, aturan, (*rincian, *dikecualikan), temuan=temuan)


def _find_pengecualian(kode: str, pengecualian: Sequence[Pengecualian]) -> str | None:
    """The letter that takes an output out; one for all names it by the end of its code path ("FAN.ZZ1")."""
    kena = (p for p in pengecualian if any(f".{kode}".endswith(f".{k}") for k in p.keluaran))
    return next((p.dasar_hukum for p in kena), None)


def _nilai_ketepatan(keluaran: Sequence[Keluaran], per: date, hari: int) -> Bagian:
    """Every output and month: in time 100, late or missing 0; a month that may still be reported does not count."""
    dilaporkan: defaultdict[int, list[date]] = defaultdict(list)
    for satu in keluaran:
        for bulan, laporan in _menurut_bulan(satu).items():
            dilaporkan[bulan] += [] if laporan.dilaporkan is None else [laporan.dilaporkan]
    rincian = []
    jumlah = banyak = 0
    for bulan in range(1, per.month + 1):
        batas = get_batas_lapor(Bulan(per.year, bulan), hari)
        tepat = sum(hari_lapor <= batas for hari_lapor in dilaporkan[bulan])
        semua = len(keluaran) if batas < per else len(dilaporkan[bulan])
        if semua:
            jumlah, banyak = jumlah + tepat, banyak + semua
            catatan = f"{tepat} dari {semua} laporan sampai dengan {cetak_tanggal(batas)}."
            rincian.append(Suku(nama_bulan(bulan), hitung_persen(tepat, semua), catatan=catatan))
    label = "Ketepatan waktu pelaporan"
    if not banyak:
        return Bagian(label, None, "Belum ada laporan yang jatuh tempo.")
    return Bagian(label, Fraction(hitung_persen(jumlah, banyak)), rincian=tuple(rincian))


def _menurut_bulan(keluaran: Keluaran) -> dict[int, LaporanKeluaran]:
    """The reports by month; the first one where a month is there twice."""
    return {satu.bulan: satu for satu in reversed(keluaran.laporan)}


def _nilai_capaian(keluaran: Sequence[Keluaran], per: date) -> Bagian:
    rincian = tuple(_uraikan(satu, per) for satu in keluaran)
    rata = rata2([s.nilai or NOL for s in rincian])
    return Bagian("Capaian rincian output", Fraction(rata), rincian=rincian)


def _uraikan(keluaran: Keluaran, per: date) -> Suku:
    """The last report until the month of `per` decides."""
    semua = _menurut_bulan(keluaran)
    laporan = semua.get(max((bulan for bulan in semua if bulan <= per.month), default=0))
    if laporan is None or laporan.dilaporkan is None:
        return Suku(keluaran.kode, NOL, catatan="Belum dilaporkan.")
    nilai, catatan = _capai(laporan, keluaran.volume)
    rincian = (
        Suku("PCRO", laporan.pcro, "%"),
        Suku("TPCRO", laporan.tpcro, "%"),
        Suku("RVRO", laporan.rvro),
        Suku("Volume", keluaran.volume),
    )
    return Suku(keluaran.kode, nilai, catatan=catatan, rincian=rincian)


def _capai(laporan: LaporanKeluaran, volume: Decimal) -> tuple[Decimal, str]:
    if not laporan.terkonfirmasi:
        return NOL, "Belum dikonfirmasi KPPN."
    if laporan.pcro <= 0:
        return NOL, "PCRO nol."
    if laporan.bulan == _DESEMBER or laporan.pcro >= SERATUS:
        atas, bawah, sebutan = laporan.rvro, volume, "RVRO / volume"
    else:
        atas, bawah, sebutan = laporan.pcro, laporan.tpcro, "PCRO / TPCRO"
    if bawah <= 0:
        return NOL, f"{sebutan}: penyebut nol."
    return bulat2(jepit(atas * 100 / bawah)), f"{sebutan}."


def _periksa(keluaran: Keluaran) -> list[Temuan]:
    temuan = []
    if keluaran.volume <= 0:
        pesan = f"Volume RO {keluaran.kode} nol atau negatif."
        temuan.append(Temuan("volume-nol", pesan, "Isi volume dari DIPA."))
    if bulan := [
        s.bulan for s in keluaran.laporan if s.tpcro <= 0 < s.pcro < SERATUS and s.bulan < _DESEMBER
    ]:
        pesan = (
            f"TPCRO RO {keluaran.kode} nol atau kosong: {', '.join(map(nama_bulan, bulan))}; capaiannya nol."
        )
        temuan.append(Temuan("tpcro-nol", pesan, "Isi target progresnya dari SAKTI."))
    if len({s.bulan for s in keluaran.laporan}) < len(keluaran.laporan):
        pesan = f"RO {keluaran.kode} dilaporkan lebih dari sekali dalam satu bulan; yang pertama dihitung."
        temuan.append(Temuan("ganda", pesan, "Hapus yang berulang."))
    return temuan
