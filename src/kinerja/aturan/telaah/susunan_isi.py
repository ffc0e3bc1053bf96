"""Family susunan: what was left standing in the text: copies, addresses, years of laws, names of people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kinerja.aturan.telaah.fakta import Bahan, Kalimat, Lingkup
from kinerja.aturan.telaah.narasi_kata import kata_isi
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.temuan import Kepastian, TempatTemuan, Temuan

_KATA = re.compile(r"[^\W_]+")
_RULANG = 12
_SELANG = 2
_KATA_SALINAN = 10
_KATA_KHAS = 5
_LAMAN = re.compile(
    r"(?i)(?<![a-z])(?!https?://)(?:h?t{3,}ps?:?/{1,2}|http?s?:(?!//)/?[a-z]|https?//|htps?://|hhttps?://|www,)\S*"
)
_HUKUM = re.compile(
    r"(?i)\b(?P<nama>(?:undang[- ]\s?undang|peraturan \w+(?: \w+){0,6}?)\s+nomor\s+\d+)\s+tahun\s+(?P<tahun>\d{4})"
    r"\s+tentang\s[^;()]{3,200}\((?:lembaran|berita) negara[^)]{0,60}?\btahun\s+(?P<muat>\d{4})"
)
_ORANG = re.compile(
    r"\b(?:[Pp]elapor|[Tt]erlapor|[Kk]orban|[Mm]asyarakat|[Pp]asien|[Aa]nak)\s+(?:atas nama|a\.n\.|an\.|bernama)\s+"
    r"(?P<nama>(?:\[[^\]]+\]|[A-Z][\w'.]+)(?:\s+[A-Z][\w'.&]+){0,4})"
)
_LAMPIRAN = re.compile(
    r"(?i)\b(?:lihat|pada|dalam|sebagaimana|di|terlampir pada)\s+lampiran\s+(?P<nomor>\d{1,2}|[ivx]{1,5})\b"
    r"(?!\s+(?:peraturan|permen\w*|undang|keputusan|surat|pmk|perpres|inpres|pp|uu)\b)"
)
_JUDUL_LAMPIRAN = re.compile(r"(?i)^lampiran\s+(?P<nomor>\d{1,2}|[ivx]{1,5})\b")


@pemeriksa("susunan-rangkap")
def periksa_rangkap(bahan: Bahan) -> Hasil:
    """A clause that stands twice in one sentence."""
    temuan = [
        make_temuan(
            "susunan-rangkap",
            (TempatTemuan(satu.tempat, rangkap),),
            f"Anak kalimat “{rangkap}” tercetak dua kali dalam satu kalimat.",
            kepastian=Kepastian.MUNGKIN,
        )
        for satu in bahan.kalimat
        if (rangkap := _cari_rangkap(satu.teks))
    ]
    return Hasil(len(bahan.kalimat), tuple(temuan))


def _cari_rangkap(teks: str) -> str:
    """A run of words that comes again right behind itself, "" when none is long enough."""
    kata = _KATA.findall(teks)
    kecil = [satu.casefold() for satu in kata]
    pertama: dict[tuple[str, ...], int] = {}
    for i in range(len(kecil) - _RULANG + 1):
        awal = pertama.setdefault(tuple(kecil[i : i + _RULANG]), i)
        panjang = _RULANG
        while (
            awal + panjang < i
            and kecil[awal + panjang : awal + panjang + 1] == kecil[i + panjang : i + panjang + 1]
        ):
            panjang += 1
        if i > awal and 0 <= i - awal - panjang <= _SELANG:
            return " ".join(kata[i : i + panjang])
    return ""


@pemeriksa("susunan-salinan")
def periksa_salinan(bahan: Bahan) -> Hasil:
    """A sentence copied from the section of another indicator that still speaks of that one."""
    nama = {
        satu.apa.kunci: kata_isi(satu.apa.teks)
        for satu in bahan.fakta
        if satu.apa.lingkup is Lingkup.INDIKATOR
    }
    per_teks: dict[str, dict[str, Kalimat]] = defaultdict(dict)
    for satu in bahan.kalimat:
        if satu.indikator in nama and len(satu.teks.split()) >= _KATA_SALINAN:
            awal = " ".join(_KATA.findall(satu.teks.casefold())[:_KATA_SALINAN])
            per_teks[awal].setdefault(satu.indikator, satu)
    berulang = [semua for semua in per_teks.values() if len(semua) == 2]
    return Hasil(len(berulang), tuple(t for semua in berulang for t in _banding_salinan(semua, nama)))


def _banding_salinan(semua: Mapping[str, Kalimat], nama: Mapping[str, frozenset[str]]) -> Iterator[Temuan]:
    (asal, kalimat_asal), (di, kalimat) = semua.items()
    for milik, lain, salah in ((asal, di, kalimat), (di, asal, kalimat_asal)):
        isi = kata_isi(salah.teks)
        khas_milik, khas_lain = (
            {satu for satu in a - b if len(satu) >= _KATA_KHAS}
            for a, b in ((nama[milik], nama[lain]), (nama[lain], nama[milik]))
        )
        disebut = khas_milik & isi
        if len(disebut) >= 2 and 3 * len(disebut) >= len(khas_milik) and not khas_lain & isi:
            uraian = (
                f"Kalimat ini berawal sama dengan kalimat di bagian indikator lain dan masih berbicara tentang "
                f"{', '.join(sorted(disebut))}."
            )
            tempat = (TempatTemuan(salah.tempat, salah.teks[:100]), TempatTemuan(semua[milik].tempat))
            yield make_temuan("susunan-salinan", tempat, uraian, kepastian=Kepastian.MUNGKIN)
            return


@pemeriksa("susunan-laman")
def periksa_laman(bahan: Bahan) -> Hasil:
    """Addresses of pages that cannot be opened as they are written."""
    temuan = [
        make_temuan(
            "susunan-laman",
            (TempatTemuan(satu.tempat, cocok[0]),),
            f"Alamat “{cocok[0]}” salah ketik dan tidak dapat dibuka.",
        )
        for satu in bahan.kalimat
        for cocok in _LAMAN.finditer(satu.teks)
    ]
    return Hasil(len(bahan.kalimat), tuple(temuan))


@pemeriksa("susunan-hukum")
def periksa_hukum(bahan: Bahan) -> Hasil:
    """A law is published in the year of its number."""
    kutipan = [(satu, cocok) for satu in bahan.kalimat for cocok in _HUKUM.finditer(satu.teks)]
    temuan = [
        make_temuan(
            "susunan-hukum",
            (TempatTemuan(satu.tempat, f"{cocok['nama']} Tahun {cocok['tahun']}", f"Tahun {cocok['muat']}"),),
            f"{cocok['nama']} disebut tahun {cocok['tahun']}, tetapi dimuat dalam lembaran tahun {cocok['muat']}.",
            kepastian=Kepastian.MUNGKIN,
        )
        for satu, cocok in kutipan
        if cocok["tahun"] != cocok["muat"]
    ]
    return Hasil(len(kutipan), tuple(temuan))


@pemeriksa("susunan-nama-orang")
def periksa_nama_orang(bahan: Bahan) -> Hasil:
    """Names of those who complain, are complained of, or are cared for; one finding for all of them."""
    tempat = tuple(
        TempatTemuan(satu.tempat, cocok[0].split()[0])
        for satu in bahan.kalimat
        for cocok in _ORANG.finditer(satu.teks)
    )
    if not tempat:
        return Hasil(len(bahan.kalimat))
    uraian = f"{len(tempat)} kali nama pihak yang mengadu, diadukan, atau dilayani tercetak dalam kalimat."
    temuan = make_temuan("susunan-nama-orang", tempat, uraian, kepastian=Kepastian.MUNGKIN)
    return Hasil(len(bahan.kalimat), (temuan,))


@pemeriksa("susunan-lampiran")
def periksa_lampiran(bahan: Bahan) -> Hasil:
    """An annex the text points at is there."""
    ada = {
        cocok["nomor"].casefold()
        for satu in bahan.bagian
        if (cocok := _JUDUL_LAMPIRAN.match(satu.judul.strip()))
    }
    ada |= {
        cocok["nomor"].casefold() for satu in bahan.kalimat if (cocok := _JUDUL_LAMPIRAN.match(satu.teks))
    }
    rujukan = [(satu, cocok) for satu in bahan.kalimat for cocok in _LAMPIRAN.finditer(satu.teks)]
    temuan = [
        make_temuan(
            "susunan-lampiran",
            (TempatTemuan(satu.tempat, f"Lampiran {cocok['nomor']}"),),
            f"Lampiran {cocok['nomor']} disebut, tetapi tidak ada di laporan ini.",
            kepastian=Kepastian.MUNGKIN,
        )
        for satu, cocok in rujukan
        if cocok["nomor"].casefold() not in ada
    ]
    return Hasil(len(rujukan), tuple(temuan))
