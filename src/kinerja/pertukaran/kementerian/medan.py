"""What a column of an exported file may mean, and what its header is taken to mean until somebody says otherwise."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from kinerja.anggaran.models import JenisSumber, SkorAnggaran, Ukuran
from kinerja.anggaran.unsur import KONVERSI, PENGURANG, UNSUR_IKPA, UNSUR_PERENCANAAN, UNSUR_SMART
from kinerja.dasar.periode import nama_bulan

SATKER, NAMA_SATKER, TAHUN, BULAN = "satker", "nama_satker", "tahun", "bulan"
AKUN, JENIS, KODE = "akun", "jenis", "kode"
BAGIAN_KODE = ("program", "kegiatan", "kro", "ro")
PILIHAN_JENIS: tuple[tuple[str, str], ...] = tuple(JenisSumber.choices)
PILIHAN_UKURAN: tuple[tuple[str, str], ...] = tuple(Ukuran.choices)
PILIHAN_PENGALI = ((1, "rupiah penuh"), (1_000, "ribuan rupiah"), (1_000_000, "jutaan rupiah"))
UMUM = MappingProxyType(
    {SATKER: "Kode satker", NAMA_SATKER: "Nama satker", TAHUN: "Tahun anggaran", BULAN: "Bulan"}
)
_BULANAN = MappingProxyType(
    {
        AKUN: "Akun (enam angka)",
        JENIS: "Jenis belanja",
        KODE: "Kode program/kegiatan/RO (lengkap)",
        "program": "Kode program",
        "kegiatan": "Kode kegiatan",
        "kro": "Kode KRO",
        "ro": "Kode RO",
        **{u.value: f"{u.label} bulan itu" for u in Ukuran},
        "nilai": "Nilai bulan itu (ukuran dipilih)",
        **{f"nilai_{n}": f"{nama_bulan(n)} (ukuran dipilih)" for n in range(1, 13)},
        **{f"{u.value}_{n}": f"{u.label} {nama_bulan(n)}" for u in Ukuran for n in range(1, 13)},
    }
)
UNSUR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        JenisSumber.IKPA: (*UNSUR_IKPA, KONVERSI, PENGURANG, SkorAnggaran.NILAI),
        JenisSumber.SMART: (*UNSUR_SMART, *UNSUR_PERENCANAAN, SkorAnggaran.NILAI),
    }
)
"""Elements of a table of scores, as they are stored."""
_SINONIM = MappingProxyType(
    {
        SATKER: ("kode satker", "kd satker", "kdsatker", "kode satuan kerja", "satker"),
        NAMA_SATKER: ("nama satker", "nm satker", "uraian satker", "nama satuan kerja", "satuan kerja"),
        TAHUN: ("tahun anggaran", "tahun", "thang", "ta"),
        BULAN: ("bulan", "periode", "bulan ke", "bln"),
        AKUN: ("akun", "kode akun", "kdakun", "kd akun"),
        JENIS: ("jenis belanja", "jns belanja", "kode jenis belanja", "jenbel"),
        KODE: ("kode", "kode program kegiatan ro", "kode ro lengkap", "kode kegiatan kro ro"),
        "program": ("program", "kode program", "kdprogram"),
        "kegiatan": ("kegiatan", "kode kegiatan", "kdgiat"),
        "kro": ("kro", "kode kro", "kdoutput"),
        "ro": ("ro", "kode ro", "kdsoutput", "rincian output"),
        Ukuran.RPD: ("rpd", "rencana penarikan dana", "rencana", "rencana penarikan"),
        Ukuran.REALISASI: ("realisasi", "realisasi bulan ini", "realisasi belanja", "jumlah realisasi"),
        "nilai": ("nilai", "jumlah", "rupiah", "nominal"),
        "Revisi DIPA": ("revisi dipa",),
        "Deviasi Halaman III DIPA": ("deviasi hal iii dipa", "deviasi halaman iii dipa", "deviasi rpd"),
        "Penyerapan Anggaran": ("penyerapan anggaran", "penyerapan", "realisasi anggaran"),
        "Belanja Kontraktual": ("belanja kontraktual", "data kontrak"),
        "Penyelesaian Tagihan": ("penyelesaian tagihan",),
        "Pengelolaan UP dan TUP": ("pengelolaan up tup", "pengelolaan up dan tup"),
        "Dispensasi SPM": ("dispensasi spm",),
        "Capaian Output": ("capaian output",),
        KONVERSI: ("konversi bobot", "konversi bobot persen"),
        PENGURANG: ("pengurang dispensasi spm", "dispensasi spm pengurang"),
        "Konsistensi RPD": ("konsistensi rpd", "konsistensi rpd akhir", "konsistensi"),
        "Capaian Keluaran": ("capaian keluaran", "capaian keluaran kegiatan", "capaian ro", "cro"),
        "Efisiensi": ("efisiensi",),
        "Efektivitas": ("efektivitas", "efektifitas"),
        "Efisiensi SBK": ("efisiensi sbk",),
    }
)
_NILAI_AKHIR = ("nilai", "nilai akhir", "nilai smart", "nilai ikpa", "nilai akhir nilai total konversi bobot")
_BULAN_DISINGKAT = 3


def list_medan(jenis: str) -> dict[str, str]:
    """What a column of that kind of file may mean: key -> wording, in the order of a list of choices."""
    if jenis == JenisSumber.BULANAN:
        return {**UMUM, **_BULANAN}
    tanpa_bulan = {k: v for k, v in UMUM.items() if k != BULAN}
    return tanpa_bulan | {u: "Nilai akhir" if u == SkorAnggaran.NILAI else u for u in UNSUR[jenis]}


def simplify(judul: str) -> str:
    """A header without case, punctuation and remarks in brackets."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", re.sub(r"\([^()]*\)", " ", judul.casefold())).split())


def suggest_medan(judul: str, jenis: str) -> str:
    """What a header is taken to mean in that kind of file; "" when it is not known."""
    dikenal = list_medan(jenis)
    sederhana = simplify(judul)
    if jenis != JenisSumber.BULANAN and sederhana in _NILAI_AKHIR:
        return SkorAnggaran.NILAI
    for medan, sebutan in _SINONIM.items():
        if medan in dikenal and sederhana in sebutan:
            return medan
    return _kenali_bulan(sederhana) if jenis == JenisSumber.BULANAN else ""


def _kenali_bulan(judul: str) -> str:
    """ "januari" → nilai_1, "rpd januari" and "januari realisasi" → rpd_1, realisasi_1."""
    kata = judul.split()
    bulan = next((n for n in range(1, 13) if _sebut(n).intersection(kata)), 0)
    lain = " ".join(k for k in kata if not _sebut(bulan or 1).intersection({k}))
    if not bulan:
        return ""
    if not lain:
        return f"nilai_{bulan}"
    ukuran = next((u for u in Ukuran.values if lain in _SINONIM[u]), "")
    return f"{ukuran}_{bulan}" if ukuran else ""


def _sebut(bulan: int) -> set[str]:
    nama = nama_bulan(bulan).casefold()
    return {nama, nama[:_BULAN_DISINGKAT]}
