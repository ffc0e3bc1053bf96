"""Whether an indicator can be measured and judged: SMART as far as a machine can tell, each verdict with its reason.

What needs judgement is `MUNGKIN`: the words suggest it, a person decides. Nothing here changes a number.
Source: PermenPANRB 88/2021 Lampiran 1, kriteria 1.b (indikator memenuhi SMART; target menantang dan realistis).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kinerja.aturan.capaian import Polaritas
from kinerja.aturan.telaah.fakta import Sifat
from kinerja.aturan.telaah.makna import ukur_arah_terbalik
from kinerja.aturan.telaah.narasi_kata import load_kata, pecah_kata
from kinerja.aturan.telaah.temuan import Kepastian
from kinerja.dasar.berkas_yaml import read_yaml
from kinerja.dasar.cetak import cetak_angka

DASAR_HUKUM = "PermenPANRB 88/2021 Lampiran 1, kriteria 1.b (indikator memenuhi SMART)"
PERSEN = "%"
_SERATUS = Decimal(100)
_BEDA_UKURAN = 5
_KATA_DEFINISI = 5
_BERKAS = Path(__file__).with_name("mutu.yaml")


class Mutu(StrEnum):
    """Verdict of one criterion; BELUM where there is nothing to judge yet."""

    BAIK = "baik"
    KURANG = "kurang"
    MUNGKIN = "mungkin"
    BELUM = "belum dapat dinilai"


@dataclass(frozen=True, slots=True)
class Kriteria:
    """One question; `huruf` is its letter of SMART."""

    kode: str
    huruf: str
    judul: str


@dataclass(frozen=True, slots=True)
class Penilaian:
    """A verdict with its reason and, unless it is BAIK, what to do. Both are Indonesian sentences."""

    kriteria: Kriteria
    mutu: Mutu
    alasan: str
    cara: str = ""


@dataclass(frozen=True, slots=True)
class IndikatorDinilai:
    """What is known of an indicator. `sifat` is what its name says it measures (telaah), `pembilang` the label of
    its numerator. `target` by year; `tahun` the years that need one; `lalu` the year before the newest target with
    its result.
    """

    nama: str
    satuan: str
    polaritas: Polaritas
    sifat: Sifat
    definisi: str = ""
    rumus: str = ""
    sumber_data: str = ""
    pembilang: str = ""
    pemilik: str = ""
    periode: str = ""
    target: Mapping[int, Decimal] = field(default_factory=dict)
    tahun: tuple[int, ...] = ()
    lalu: tuple[int, Decimal] | None = None


@cache
def load_kata_mutu() -> Mapping[str, frozenset[str]]:
    """The lists of `mutu.yaml`, read once."""
    isi = read_yaml(_BERKAS.read_text("utf-8"))
    return MappingProxyType({nama: frozenset(semua) for nama, semua in isi.items()})


Putusan = tuple[Mutu, str, str]
"""Verdict, reason, remedy."""
Pemeriksa = Callable[[IndikatorDinilai], Putusan]
_REGISTRI: list[tuple[Kriteria, Pemeriksa]] = []


def _periksa(kode: str, huruf: str, judul: str) -> Callable[[Pemeriksa], Pemeriksa]:
    def daftarkan(pemeriksa: Pemeriksa) -> Pemeriksa:
        _REGISTRI.append((Kriteria(f"mutu-{kode}", huruf, judul), pemeriksa))
        return pemeriksa

    return daftarkan


def list_kriteria() -> tuple[Kriteria, ...]:
    """Every question in the order of asking."""
    return tuple(kriteria for kriteria, _ in _REGISTRI)


def judge_indikator(satu: IndikatorDinilai) -> tuple[Penilaian, ...]:
    """Every criterion's verdict on one indicator, in the order of `list_kriteria`."""
    return tuple(Penilaian(kriteria, *periksa(satu)) for kriteria, periksa in _REGISTRI)


def count_mutu(semua: tuple[Penilaian, ...]) -> Mapping[Mutu, int]:
    """How many verdicts of each kind."""
    return {mutu: sum(p.mutu is mutu for p in semua) for mutu in Mutu}


@_periksa("nama", "S", "Nama menyebut satu hal yang diukur")
def _nama(satu: IndikatorDinilai) -> Putusan:
    kata = pecah_kata(satu.nama)
    if not kata:
        return Mutu.KURANG, "Nama indikator kosong.", "Tulis apa yang diukur."
    if satu.sifat is Sifat.LAIN and kata[0] not in load_kata_mutu()["ukuran"]:
        return (
            Mutu.MUNGKIN,
            f"Nama diawali “{kata[0]}”, yang bukan sebutan ukuran: mungkin yang disebut kegiatan atau keadaan.",
            "Awali dengan ukurannya, misalnya Persentase, Jumlah, Indeks, atau Tingkat.",
        )
    pasangan = [k for k in kata if k in load_kata_mutu()["sambung"]]
    if len(pasangan) > 1:
        return (
            Mutu.MUNGKIN,
            "Nama menggabungkan beberapa hal; satu angka tidak dapat menunjukkan yang mana yang berhasil.",
            "Pecah menjadi satu indikator tiap hal, atau jelaskan pada definisi mengapa digabung.",
        )
    return Mutu.BAIK, f"Nama diawali ukuran “{kata[0]}”.", ""


@_periksa("definisi", "S", "Definisi operasional tertulis")
def _definisi(satu: IndikatorDinilai) -> Putusan:
    kata = pecah_kata(satu.definisi)
    if not kata:
        return Mutu.KURANG, "Definisi operasional belum ada.", "Tulis apa yang dihitung dan apa yang tidak."
    if len(kata) < _KATA_DEFINISI or set(kata) <= set(pecah_kata(satu.nama)):
        return (
            Mutu.MUNGKIN,
            "Definisi tidak menambah apa pun pada nama indikator.",
            "Tulis populasi yang dihitung, saat menghitungnya, dan pengecualiannya.",
        )
    return Mutu.BAIK, "Definisi operasional ada.", ""


@_periksa("rumus", "M", "Satuan dan rumus ada")
def _rumus(satu: IndikatorDinilai) -> Putusan:
    hilang = [nama for nama, isi in (("satuan", satu.satuan), ("rumus", satu.rumus)) if not isi.strip()]
    if hilang:
        kurang = " dan ".join(hilang)
        return Mutu.KURANG, f"Belum ada {kurang}.", f"Isi {kurang}, sehingga orang lain menghitung sama."
    return Mutu.BAIK, f"Diukur dalam {satu.satuan} dengan rumus tertulis.", ""


@_periksa("satuan", "M", "Satuan sesuai dengan nama")
def _satuan(satu: IndikatorDinilai) -> Putusan:
    persen = satu.satuan.strip() == PERSEN
    bagian = satu.sifat in (Sifat.BAGIAN, Sifat.PERUBAHAN)
    if not satu.satuan.strip():
        return Mutu.BELUM, "Satuan belum diisi.", "Isi satuan."
    if bagian and not persen:
        return Mutu.KURANG, f"Nama menyebut persentase, satuannya {satu.satuan}.", "Samakan nama dan satuan."
    if persen and satu.sifat in (Sifat.HITUNGAN, Sifat.INDEKS):
        return Mutu.KURANG, "Nama menyebut jumlah atau indeks, satuannya persen.", "Samakan nama dan satuan."
    return Mutu.BAIK, f"Satuan {satu.satuan} sesuai dengan nama.", ""


@_periksa("sumber", "M", "Sumber data disebut")
def _sumber(satu: IndikatorDinilai) -> Putusan:
    if not satu.sumber_data.strip():
        return Mutu.KURANG, "Sumber data belum disebut.", "Sebut sistem, daftar, atau survei asal angkanya."
    return Mutu.BAIK, "Sumber data disebut.", ""


@_periksa("arah", "R", "Polaritas sesuai dengan nama")
def _arah(satu: IndikatorDinilai) -> Putusan:
    if satu.polaritas not in (Polaritas.NAIK, Polaritas.TURUN):
        return Mutu.BAIK, "Realisasi dinilai dari dekatnya dengan target.", ""
    naik = satu.polaritas is Polaritas.NAIK
    for alasan, harus_naik, kepastian in _list_petunjuk_arah(satu):
        if harus_naik is not naik:
            sebaiknya = "semakin tinggi semakin baik" if harus_naik else "semakin rendah semakin baik"
            mutu = Mutu.KURANG if kepastian is Kepastian.PASTI else Mutu.MUNGKIN
            cara = f"Periksa: polaritas {sebaiknya}, atau ubah nama atau rumusnya."
            return mutu, alasan, cara
        return Mutu.BAIK, f"{alasan} Polaritas sudah sesuai.", ""
    if not naik:
        alasan = "Tidak ada kata pada nama yang menunjukkan bahwa makin rendah makin baik."
        return Mutu.MUNGKIN, alasan, "Periksa polaritasnya."
    return Mutu.BAIK, "Tidak ada kata pada nama yang bertentangan dengan polaritas.", ""


def _list_petunjuk_arah(satu: IndikatorDinilai) -> Iterator[tuple[str, bool, Kepastian]]:
    """What the words say: a reason, whether more is better by it, and how sure that is."""
    kata = set(pecah_kata(satu.nama))
    daftar = load_kata_mutu()
    if kata & set(load_kata().daftar["menurun"]):
        terbalik = ukur_arah_terbalik(satu.nama, satu.pembilang)
        if terbalik is not None:
            alasan = f"Nama menjanjikan penurunan, rumusnya menghitung yang masih ada (“{satu.pembilang}”)."
            yield alasan, False, terbalik
        else:
            yield "Nama mengukur besarnya penurunan.", True, Kepastian.MUNGKIN
    buruk = sorted(kata & daftar["buruk"])
    if buruk and not kata & daftar["ditangani"]:
        yield f"Nama mengukur {buruk[0]}, yang seharusnya berkurang.", False, Kepastian.MUNGKIN


@_periksa("pemilik", "R", "Ada jabatan yang bertanggung jawab")
def _pemilik(satu: IndikatorDinilai) -> Putusan:
    if not satu.pemilik.strip():
        return Mutu.KURANG, "Belum ada jabatan yang bertanggung jawab.", "Tetapkan jabatan penanggung jawab."
    return Mutu.BAIK, f"Menjadi tanggung jawab {satu.pemilik}.", ""


@_periksa("wajar", "A", "Target masuk akal")
def _wajar(satu: IndikatorDinilai) -> Putusan:
    if not satu.target:
        return Mutu.BELUM, "Belum ada target.", "Isi target tiap tahun."
    mustahil = [
        tahun
        for tahun, nilai in sorted(satu.target.items())
        if satu.sifat is Sifat.BAGIAN and not 0 <= nilai <= _SERATUS
    ]
    if mustahil:
        sebut = ", ".join(map(str, mustahil))
        return Mutu.KURANG, f"Target tahun {sebut} di luar 0–100%.", "Perbaiki target atau satuannya."
    if all(nilai == 0 for nilai in satu.target.values()) and satu.polaritas is Polaritas.NAIK:
        return Mutu.MUNGKIN, "Semua target nol, padahal makin tinggi makin baik.", "Periksa targetnya."
    return Mutu.BAIK, "Target berada dalam jangkauan satuannya.", ""


@_periksa("menantang", "A", "Target tidak lebih lemah dari realisasi tahun lalu")
def _menantang(satu: IndikatorDinilai) -> Putusan:
    if satu.polaritas not in (Polaritas.NAIK, Polaritas.TURUN):
        return Mutu.BELUM, "Target berupa rentang atau titik; tidak dibandingkan.", ""
    if satu.lalu is None or satu.lalu[0] + 1 not in satu.target:
        return Mutu.BELUM, "Belum ada realisasi tahun lalu beserta target tahun sesudahnya.", ""
    tahun, lalu = satu.lalu
    target = satu.target[tahun + 1]
    lebih_lemah = target < lalu if satu.polaritas is Polaritas.NAIK else target > lalu
    banding = f"Target {tahun + 1} {cetak_angka(target)}, realisasi {tahun} {cetak_angka(lalu)}"
    if not lebih_lemah:
        return Mutu.BAIK, f"{banding}: tidak lebih lemah.", ""
    kecil, besar = sorted((abs(target), abs(lalu)))
    if besar >= _BEDA_UKURAN * kecil:
        return Mutu.MUNGKIN, f"{banding}: lebih lemah, bila ukurannya sama.", "Periksa satuan keduanya."
    return Mutu.KURANG, f"{banding}: lebih lemah.", "Naikkan target, atau tulis alasannya pada keterbatasan."


@_periksa("lengkap", "T", "Target ada untuk setiap tahun")
def _lengkap(satu: IndikatorDinilai) -> Putusan:
    hilang = [str(tahun) for tahun in satu.tahun if tahun not in satu.target]
    if hilang:
        return Mutu.KURANG, f"Target belum ada untuk {', '.join(hilang)}.", "Isi target tahun itu."
    if not satu.tahun:
        return Mutu.BELUM, "Masa Renstra tidak diketahui.", ""
    return Mutu.BAIK, f"Target ada untuk {satu.tahun[0]} sampai {satu.tahun[-1]}.", ""


@_periksa("waktu", "T", "Periode pelaporan ditetapkan")
def _waktu(satu: IndikatorDinilai) -> Putusan:
    if not satu.periode.strip():
        return Mutu.KURANG, "Periode pelaporan belum ditetapkan.", "Pilih bulanan, triwulanan, atau tahunan."
    return Mutu.BAIK, f"Dilaporkan {satu.periode}.", ""
