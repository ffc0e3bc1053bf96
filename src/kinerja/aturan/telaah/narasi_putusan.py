"""Family narasi: prose that says a target was reached, or was not, against the numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache

from kinerja.aturan.telaah.fakta import Bahan, Fakta, Jenis, Kalimat, Lingkup, Pokok
from kinerja.aturan.telaah.kalimat import tempat_fakta
from kinerja.aturan.telaah.narasi_deret import DeretBagian, Tahunan
from kinerja.aturan.telaah.narasi_kata import is_memuat, load_kata, pilihan
from kinerja.aturan.telaah.narasi_klaim import TERPANJANG, is_kehendak, pisah_anak_kalimat
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.sama import is_sepadan, nilai_terbanyak
from kinerja.aturan.telaah.temuan import Kepastian, TempatTemuan, Temuan

_SERATUS = Decimal(100)
_PUTUSAN = re.compile(
    r"(?i)\b(?:(?P<hampir>hampir)\s+|(?P<ingkar>belum|tidak|gagal)\s+)?"
    r"(?P<sudah>(?:(?:telah|sudah|dapat|berhasil|mampu|bisa|jauh|selalu|juga)\s+)*)"
    r"(?:(?P<lampau>melampaui|melebihi)|mencapai|memenuhi|(?P<pasif>tercapai|terpenuhi)(?P<nya>nya)?)\b"
)
_TAHUN = re.compile(
    r"(?i)\btahun\s+(20\d\d)(?:\s*(?:sampai dengan|hingga|s\.?d\.?|-|–)\s*(?:tahun\s+)?(20\d\d))?"
)
_BUKAN_PUTUSAN = re.compile(r"(?i)^\s*(?:\d|sebesar|sebanyak|realisasi|rp)")
_SELURUH_BAGIAN = re.compile(r"(?i)\b(?:sebagian|beberapa|belum|tidak|kecuali)\b")
_SAMA = re.compile(r"(?i)\btarget(?:nya)? yang sama\b|\btargetnya sama\b")
_DARI_TARGET = re.compile(r"(?i)\bdari target(?:\s+(?:sebesar|sebanyak|yaitu))?\s+(?P<t>\d+(?:[.,]\d+)*)")
_SEBUT_BANYAK = 8


@pemeriksa("narasi-tercapai")
def periksa_tercapai(bahan: Bahan) -> Hasil:
    """Verdicts in the section of an indicator, and verdicts on all of them at once."""
    if bahan.tahun is None:
        return Hasil(0)
    deret = DeretBagian.dari(bahan)
    diperiksa = 0
    temuan: list[Temuan] = []
    for kalimat in bahan.kalimat:
        ketemu = deret.cari(kalimat)
        if ketemu is not None:
            for klaim in _baca_putusan(kalimat.teks):
                diperiksa += 1
                temuan += _banding(kalimat, klaim, *ketemu, bahan.tahun)
        elif not kalimat.indikator and (cocok := _is_semua(kalimat.teks)):
            diperiksa += 1
            temuan += _banding_semua(kalimat, cocok, deret, bahan.tahun)
    return Hasil(diperiksa, tuple(temuan))


def _baca_putusan(teks: str) -> Iterator[tuple[re.Match[str], str]]:
    """Verdicts about a target, each with its clause; results that are merely told are none."""
    for anak in pisah_anak_kalimat(teks):
        for cocok in _PUTUSAN.finditer(anak):
            sesudah = anak[cocok.end() :]
            objek = re.match(r"(?i)\s+(?:kedua\s+)?target\b", sesudah) is not None
            pasif = cocok["pasif"] is not None and not _BUKAN_PUTUSAN.match(sesudah)
            subjek = objek or re.search(r"(?i)\b(?:target|indikator)\b", anak) is not None
            tegas = any(cocok[nama] for nama in ("sudah", "ingkar", "hampir", "pasif"))
            if tegas and (objek or (pasif and subjek)) and not is_kehendak(anak[: cocok.start()]):
                yield cocok, anak


def _banding(
    kalimat: Kalimat, klaim: tuple[re.Match[str], str], pokok: Pokok, deret: Tahunan, tahun: int
) -> Iterator[Temuan]:
    cocok, anak = klaim
    for ini in _tahun_klaim(anak, tahun):
        capaian = deret.get(ini, {}).get(Jenis.CAPAIAN)
        if capaian is None:
            continue
        sebenarnya = _bantahan(cocok, deret[ini], capaian)
        if sebenarnya:
            yield _laporkan(kalimat, cocok[0].strip(), capaian, pokok, sebenarnya)
            return


def _tahun_klaim(teks: str, tahun: int) -> list[int]:
    cocok = _TAHUN.search(teks)
    if cocok is None:
        return [tahun]
    return list(range(int(cocok[1]), int(cocok[2] or cocok[1]) + 1))


def _bantahan(cocok: re.Match[str], setahun: Mapping[Jenis, Fakta], capaian: Fakta) -> str:
    """What the numbers say instead, "" where they agree."""
    tercapai = capaian.cetakan.nilai >= _SERATUS
    if cocok["ingkar"] or cocok["hampir"]:
        lampau = cocok["lampau"] is not None and capaian.cetakan.nilai == _SERATUS
        return "targetnya tercapai" if tercapai and not lampau else ""
    if not tercapai:
        return "targetnya tidak tercapai"
    target, realisasi = setahun.get(Jenis.TARGET), setahun.get(Jenis.REALISASI)
    tepat = target is not None and realisasi is not None and target.cetakan.nilai == realisasi.cetakan.nilai
    if cocok["lampau"] and tepat and capaian.cetakan.nilai == _SERATUS:
        return "realisasinya tepat sama dengan target"
    return ""


def _laporkan(kalimat: Kalimat, frasa: str, capaian: Fakta, pokok: Pokok, sebenarnya: str) -> Temuan:
    nilai = capaian.cetakan.teks.rstrip("%")
    uraian = f"Kalimat menyebut “{frasa}”, padahal menurut tabel capaian tahun {capaian.tahun} {nilai}%: {sebenarnya}."
    saran = (
        f"Ubah kalimatnya ({sebenarnya}), atau perbaiki target dan realisasi di tabel bila itu yang keliru."
    )
    tempat = (TempatTemuan(kalimat.tempat, frasa, sebenarnya), tempat_fakta(capaian))
    return make_temuan(
        "narasi-tercapai", tempat, uraian, kepastian=Kepastian.MUNGKIN, indikator=pokok.teks, saran=saran
    )


@cache
def _pola_semua() -> re.Pattern[str]:
    semua = pilihan(load_kata().daftar["semua"])
    return re.compile(
        rf"(?i)\b(?:{semua})\b(?P<antara>[^.;]{{0,60}}?\b(?:target|indikator|sasaran)\b[^.;]{{0,160}}?)"
        r"\b(?:tercapai|terpenuhi|(?:mencapai|memenuhi|melampaui|melebihi)\s+target)\b"
    )


def _is_semua(teks: str) -> str:
    """The words that call every target reached, "" when there are none."""
    cocok = _pola_semua().search(teks[:TERPANJANG])
    if cocok is None or _SELURUH_BAGIAN.search(teks) or is_kehendak(teks[: cocok.end()]):
        return ""
    return cocok[0]


def _banding_semua(kalimat: Kalimat, frasa: str, deret: DeretBagian, tahun: int) -> Iterator[Temuan]:
    gagal = [
        capaian
        for per_tahun in deret.deret.values()
        if (capaian := per_tahun.get(tahun, {}).get(Jenis.CAPAIAN)) is not None
        and capaian.cetakan.nilai < _SERATUS
    ]
    if not gagal:
        return
    nama = "; ".join(f"{satu.apa.teks} ({satu.cetakan.teks.rstrip('%')}%)" for satu in gagal[:_SEBUT_BANYAK])
    lain = f"; dan {len(gagal) - _SEBUT_BANYAK} lainnya" if len(gagal) > _SEBUT_BANYAK else ""
    uraian = f"Kalimat menyebut semua target tercapai, padahal {len(gagal)} indikator tidak: {nama}{lain}."
    saran = "Sebut berapa indikator yang tercapai dan berapa yang tidak, dengan nama yang tidak tercapai."
    tempat = (TempatTemuan(kalimat.tempat, frasa), *map(tempat_fakta, gagal))
    yield make_temuan("narasi-tercapai", tempat, uraian, kepastian=Kepastian.MUNGKIN, saran=saran)


@pemeriksa("narasi-target-sama")
def periksa_target_sama(bahan: Bahan) -> Hasil:
    """ "memiliki target yang sama", and the target of the Renstra that a sentence quotes."""
    target = _kumpulkan_target(bahan)
    deret = DeretBagian.dari(bahan)
    diperiksa = 0
    temuan: list[Temuan] = []
    for kalimat in bahan.kalimat:
        kunci = deret.wakil.get(kalimat.indikator, kalimat.indikator)
        per_jenis = target.get(kunci, {})
        if _SAMA.search(kalimat.teks) and len(per_jenis) > 1:
            diperiksa += 1
            temuan += _banding_sama(kalimat, list(per_jenis.values()))
        elif (cocok := _DARI_TARGET.search(kalimat.teks)) and _hanya_renstra(kalimat.teks):
            diperiksa += 1
            temuan += _banding_renstra(kalimat, cocok, per_jenis)
    return Hasil(diperiksa, tuple(temuan))


def _hanya_renstra(teks: str) -> bool:
    return is_memuat("jangka_menengah", teks) and not is_memuat("perjanjian", teks)


def _kumpulkan_target(bahan: Bahan) -> dict[str, dict[Jenis, Fakta]]:
    semua: dict[str, dict[Jenis, list[Fakta]]] = {}
    for satu in bahan.fakta:
        target = satu.jenis in (Jenis.TARGET, Jenis.TARGET_PERJANJIAN, Jenis.TARGET_RENSTRA)
        if target and satu.tahun == bahan.tahun and satu.apa.lingkup is Lingkup.INDIKATOR:
            semua.setdefault(satu.apa.kunci, {}).setdefault(satu.jenis, []).append(satu)
    return {
        kunci: {jenis: nilai_terbanyak(fakta) for jenis, fakta in isi.items()} for kunci, isi in semua.items()
    }


def _banding_sama(kalimat: Kalimat, target: Sequence[Fakta]) -> Iterator[Temuan]:
    if all(is_sepadan(target[0], lain) for lain in target[1:]):
        return
    sebut = ", ".join(f"{satu.jenis.value} {satu.cetakan.teks}" for satu in target)
    uraian = f"Kalimat menyebut targetnya sama, padahal tercetak {sebut}."
    tempat = (TempatTemuan(kalimat.tempat, "target yang sama"), *map(tempat_fakta, target))
    yield make_temuan(
        "narasi-target-sama", tempat, uraian, kepastian=Kepastian.MUNGKIN, indikator=target[0].apa.teks
    )


def _banding_renstra(
    kalimat: Kalimat, cocok: re.Match[str], per_jenis: Mapping[Jenis, Fakta]
) -> Iterator[Temuan]:
    """A target that is the agreement's, in a sentence that speaks of the Renstra alone."""
    target, renstra = per_jenis.get(Jenis.TARGET), per_jenis.get(Jenis.TARGET_RENSTRA)
    if target is None or renstra is None or is_sepadan(target, renstra):
        return
    if cocok["t"] == target.cetakan.teks.rstrip("% "):
        uraian = (
            f"Kalimat membandingkan dengan Renstra tetapi mengutip target {cocok['t']} milik perjanjian kinerja; "
            f"target Renstra {renstra.cetakan.teks}."
        )
        tempat = (TempatTemuan(kalimat.tempat, cocok[0], renstra.cetakan.teks), tempat_fakta(renstra))
        yield make_temuan(
            "narasi-target-sama", tempat, uraian, kepastian=Kepastian.MUNGKIN, indikator=target.apa.teks
        )
