"""Family susunan: mandated parts, numbering, headings, leftovers of a template, private people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from kinerja.aturan.telaah.fakta import ANALISIS, BAB, Bagian, Bahan, Daftar, Fakta, Jenis, Keterangan, Tempat
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.target import susun_deret
from kinerja.aturan.telaah.temuan import Kepastian, TempatTemuan, Temuan

_NAMA_ANALISIS = {
    "target": "perbandingan target dan realisasi",
    "riwayat": "perbandingan dengan tahun-tahun sebelumnya",
    "renstra": "perbandingan dengan target jangka menengah",
    "nasional": "perbandingan dengan standar nasional",
    "penyebab": "penyebab keberhasilan atau kegagalan",
    "efisiensi": "efisiensi penggunaan sumber daya",
    "program": "analisis program atau kegiatan penunjang",
}
_HAMPIR_SEMUA = Fraction(4, 5)
_SERATUS = Decimal(100)
_NIP = re.compile(r"(?<!\d)(?:19|20)\d{6}\s?(?:19|20)\d{4}\s?[12]\s?\d{3}(?!\d)|(?<!\d)\d{16}(?!\d)")
_ORANG = re.compile(
    r"(?i)\bnama (?:penerima|pasien|korban|pelapor|anak|narapidana|tahanan|klien|pemohon|terlapor)\b"
)
_TEMPLAT = re.compile(
    r"(?i)lorem ipsum|\bx{3,}\b|\[\s*(?:isi|nama|tuliskan|sebutkan)[^\]]*\]|<<[^>]+>>|\$\{[^}]+\}"
    r"|(?<!\.)\.{5,15}(?!\.)|(?<!…)…{2,5}(?!…)"
)
_PILIHAN = re.compile(r"(?i)\b(keberhasilan)\s*/\s*(kegagalan)\b|\b(naik)\s*/\s*(turun)\b\*?")
_KOMA = re.compile(r"\d,\d")
_TITIK = re.compile(r"^\D*\d+\.\d{1,2}\D*$")
_TERPENDEK = 15
_BERJAUHAN = 6


@pemeriksa("susunan-bab")
def periksa_bab(bahan: Bahan) -> Hasil:
    """The four mandated chapters; a document without any chapter is not judged."""
    ada = {satu.makna for satu in bahan.bagian if satu.tingkat == 1}
    if not ada & set(BAB):
        return Hasil(0)
    pertama = bahan.bagian[0].tempat
    return Hasil(
        len(BAB),
        tuple(
            make_temuan("susunan-bab", (TempatTemuan(pertama),), f"Bab tentang {bab} tidak ditemukan.")
            for bab in BAB
            if bab not in ada
        ),
    )


def kelompok_analisis(bahan: Bahan) -> dict[str, dict[str, list[Bagian]]]:
    """The analyses found in the section of each indicator, by meaning ("indikator": the section's own heading)."""
    hasil: dict[str, dict[str, list[Bagian]]] = {}
    for satu in bahan.bagian:
        if satu.indikator:
            hasil.setdefault(satu.indikator, defaultdict(list))[satu.makna].append(satu)
    return {kunci: isi for kunci, isi in hasil.items() if not isi.keys().isdisjoint(ANALISIS)}


@pemeriksa("susunan-analisis")
def periksa_analisis(bahan: Bahan) -> Hasil:
    """The seven analyses of each indicator; one that is missing nearly everywhere is one finding.

    One that is missing here and there may be a heading the reader lost.
    """
    kelompok = kelompok_analisis(bahan)
    temuan: list[Temuan] = []
    for makna in ANALISIS:
        tanpa = [isi for isi in kelompok.values() if makna not in isi]
        if not tanpa:
            continue
        tempat = [TempatTemuan(_awal(isi).tempat) for isi in tanpa]
        nama = _NAMA_ANALISIS[makna]
        if len(tanpa) >= _HAMPIR_SEMUA * len(kelompok):
            uraian = f"{len(tanpa)} dari {len(kelompok)} indikator tidak memuat {nama}."
            temuan.append(make_temuan("susunan-analisis", tuple(tempat), uraian))
        else:
            temuan += [
                make_temuan(
                    "susunan-analisis",
                    (satu,),
                    f"Indikator ini tidak memuat {nama}.",
                    kepastian=Kepastian.MUNGKIN,
                    indikator=_awal(isi).judul,
                )
                for satu, isi in zip(tempat, tanpa, strict=True)
            ]
    return Hasil(len(kelompok) * len(ANALISIS), tuple(temuan))


def _awal(isi: Mapping[str, list[Bagian]]) -> Bagian:
    return next(satu for semua in (isi.get("indikator", []), *isi.values()) for satu in semua)


@pemeriksa("susunan-judul-kosong", "susunan-narasi-tabel")
def periksa_judul(bahan: Bahan) -> Hasil:
    """Headings with nothing under them, and comparisons that are a bare table."""
    dinilai = [
        satu for satu in _badan(bahan) if satu.makna not in ("sasaran", "indikator") and not satu.induk
    ]
    temuan = []
    for satu in dinilai:
        kosong = len(satu.isi) < _TERPENDEK
        if kosong and not satu.bertabel and satu.tingkat != 1:
            temuan.append(_laporkan_bagian("susunan-judul-kosong", satu, "tidak diikuti teks apa pun"))
        elif kosong and satu.makna in ("riwayat", "renstra"):
            temuan.append(
                _laporkan_bagian("susunan-narasi-tabel", satu, "hanya berisi tabel tanpa penjelasan")
            )
    return Hasil(len(dinilai), tuple(temuan))


def _badan(bahan: Bahan) -> Sequence[Bagian]:
    """The headings from the first chapter on; what stands before it is the cover and the lists."""
    awal = next((i for i, satu in enumerate(bahan.bagian) if satu.makna in BAB), 0)
    return bahan.bagian[awal:]


def _laporkan_bagian(kode: str, bagian: Bagian, apa: str) -> Temuan:
    tempat = (TempatTemuan(bagian.tempat, bagian.judul),)
    return make_temuan(kode, tempat, f"Judul “{bagian.judul}” {apa}.")


@pemeriksa("susunan-nomor-lompat", "susunan-nomor-ganda", "susunan-nomor-urut")
def periksa_nomor(bahan: Bahan) -> Hasil:
    """Numbers of tables and figures count up by one, within a chapter where they carry its number."""
    deret: dict[tuple[str, str], list[tuple[int, Keterangan]]] = defaultdict(list)
    for satu in bahan.keterangan:
        if not satu.judul or "lanjutan" in satu.judul.casefold():
            continue
        awalan, _, akhir = satu.nomor.rpartition(".")
        deret[satu.jenis, awalan].append((int(akhir), satu))
    temuan = [temuan for (_, awalan), semua in deret.items() for temuan in _periksa_deret(semua, awalan)]
    return Hasil(len(bahan.keterangan), tuple(temuan))


def _periksa_deret(semua: Sequence[tuple[int, Keterangan]], awalan: str) -> Iterator[Temuan]:
    muncul: dict[int, list[Keterangan]] = defaultdict(list)
    for nomor, keterangan in semua:
        muncul[nomor].append(keterangan)
    ganda = {nomor for nomor, daftar in muncul.items() if len(daftar) > 1}
    titik = f"{awalan}." if awalan else ""
    for nomor in sorted(ganda):
        tempat = tuple(TempatTemuan(satu.tempat, f"{satu.jenis} {titik}{nomor}") for satu in muncul[nomor])
        judul = "” dan “".join(satu.judul for satu in muncul[nomor])
        yield make_temuan(
            "susunan-nomor-ganda", tempat, f"Nomor {titik}{nomor} dipakai {len(tempat)} kali: “{judul}”."
        )
    yield from _lompat(muncul, titik)
    yield from _tidak_urut(semua, ganda, titik)


def _lompat(muncul: Mapping[int, list[Keterangan]], titik: str) -> Iterator[Temuan]:
    for hilang in range(1, max(muncul)):
        if hilang not in muncul:
            sesudah = muncul[min(nomor for nomor in muncul if nomor > hilang)][0]
            nama = sesudah.jenis.capitalize()
            tempat = (
                TempatTemuan(
                    sesudah.tempat,
                    f"{nama} {titik}{sesudah.nomor.rpartition('.')[2]}",
                    f"{nama} {titik}{hilang}",
                ),
            )
            yield make_temuan("susunan-nomor-lompat", tempat, f"{nama} {titik}{hilang} tidak ada.")


def _tidak_urut(semua: Sequence[tuple[int, Keterangan]], ganda: set[int], titik: str) -> Iterator[Temuan]:
    """A number below its predecessor; doubled numbers are reported already."""
    tertinggi = 0
    for nomor, keterangan in semua:
        if nomor in ganda:
            continue
        if nomor < tertinggi:
            tempat = (TempatTemuan(keterangan.tempat, f"{keterangan.jenis} {titik}{nomor}"),)
            uraian = f"Nomor {titik}{nomor} muncul sesudah nomor {titik}{tertinggi}."
            yield make_temuan("susunan-nomor-urut", tempat, uraian)
        tertinggi = max(tertinggi, nomor)


@pemeriksa("susunan-nomor-daftar")
def periksa_daftar(bahan: Bahan) -> Hasil:
    """Items of one list count up by one."""
    berurut = [satu for satu in bahan.daftar if all(nomor is not None for nomor in satu.nomor)]
    return Hasil(len(berurut), tuple(temuan for satu in berurut for temuan in _periksa_butir(satu)))


def _periksa_butir(daftar: Daftar) -> Iterator[Temuan]:
    for i in range(1, len(daftar.nomor)):
        lama, baru = daftar.nomor[i - 1], daftar.nomor[i]
        if baru == lama and _is_berjauhan(daftar, i):
            return
        if lama is not None and baru is not None and baru not in (lama + 1, 1):
            tempat = daftar.tempat_butir[i] if i < len(daftar.tempat_butir) else daftar.tempat
            uraian = f"Sesudah butir {lama} tercetak butir {baru}."
            yield make_temuan(
                "susunan-nomor-daftar",
                (TempatTemuan(tempat, str(baru), str(lama + 1)),),
                uraian,
                kepastian=Kepastian.MUNGKIN,
            )
            return


def _is_berjauhan(daftar: Daftar, i: int) -> bool:
    """Whether an item stands so far below the one before that its list is another, whose first item was lost."""
    baris = [tempat.baris for tempat in daftar.tempat_butir]
    lama, baru = (baris[i - 1], baris[i]) if i < len(baris) else (None, None)
    return lama is not None and baru is not None and baru - lama > _BERJAUHAN


@pemeriksa("susunan-rujukan")
def periksa_rujukan(bahan: Bahan) -> Hasil:
    """Tables and figures that the prose names exist."""
    ada = {(satu.jenis, satu.nomor) for satu in bahan.keterangan}
    if not ada:
        return Hasil(0)
    temuan = [
        make_temuan(
            "susunan-rujukan",
            (TempatTemuan(satu.tempat, f"{satu.jenis.capitalize()} {satu.nomor}"),),
            f"{satu.jenis.capitalize()} {satu.nomor} disebut, tetapi tidak ada di laporan ini.",
            kepastian=Kepastian.MUNGKIN,
        )
        for satu in bahan.rujukan
        if (satu.jenis, satu.nomor) not in ada
    ]
    return Hasil(len(bahan.rujukan), tuple(temuan))


@pemeriksa("susunan-templat")
def periksa_templat(bahan: Bahan) -> Hasil:
    """Words a template leaves behind: blanks to fill, choices nobody made."""
    tempat = [
        TempatTemuan(satu.tempat, cocok[0])
        for satu in bahan.kalimat
        if (cocok := _TEMPLAT.search(satu.teks)) is not None and any(huruf.isalpha() for huruf in satu.teks)
    ]
    tempat += [
        TempatTemuan(satu.tempat, satu.judul)
        for satu in bahan.bagian
        if _TEMPLAT.search(satu.judul) or _PILIHAN.search(satu.judul)
    ]
    diperiksa = len(bahan.kalimat) + len(bahan.bagian)
    if not tempat:
        return Hasil(diperiksa)
    uraian = f"{len(tempat)} sisa templat yang belum diganti, misalnya “{tempat[0].tercetak}”."
    return Hasil(
        diperiksa, (make_temuan("susunan-templat", tuple(tempat), uraian, kepastian=Kepastian.MUNGKIN),)
    )


@pemeriksa("susunan-kegagalan")
def periksa_kegagalan(bahan: Bahan) -> Hasil:
    """What failed needs a cause of failure; what succeeded is not to be explained as a failure."""
    capaian = {
        kunci: per_tahun[bahan.tahun].get(Jenis.CAPAIAN)
        for kunci, per_tahun in susun_deret(bahan).items()
        if bahan.tahun is not None and bahan.tahun in per_tahun
    }
    dinilai = 0
    temuan: list[Temuan] = []
    for satu in bahan.bagian:
        nilai = capaian.get(satu.indikator)
        if satu.makna == "penyebab" and nilai is not None:
            dinilai += 1
            temuan += _nilai_penyebab(satu, nilai)
    return Hasil(dinilai, tuple(temuan))


def _nilai_penyebab(bagian: Bagian, capaian: Fakta) -> Iterator[Temuan]:
    judul = bagian.judul.casefold()
    gagal = capaian.cetakan.nilai < _SERATUS
    if gagal and "kegagalan" not in judul and "keberhasilan" in judul:
        apa = "hanya memuat penyebab keberhasilan"
    elif not gagal and "kegagalan" in judul and "keberhasilan" not in judul:
        apa = "memuat penyebab kegagalan"
    else:
        return
    uraian = f"Capaian {capaian.apa.teks} {capaian.cetakan.teks}%, tetapi bagiannya {apa}."
    tempat = (TempatTemuan(bagian.tempat, bagian.judul), TempatTemuan(capaian.tempat, capaian.cetakan.teks))
    yield make_temuan("susunan-kegagalan", tempat, uraian, indikator=capaian.apa.teks)


@pemeriksa("susunan-pemisah-desimal")
def periksa_pemisah(bahan: Bahan) -> Hasil:
    """A decimal point in a report of decimal commas."""
    koma = [satu for satu in bahan.fakta if _KOMA.search(satu.cetakan.teks)]
    titik = [satu for satu in bahan.fakta if _TITIK.search(satu.cetakan.teks)]
    if not titik or len(titik) >= len(koma):
        return Hasil(len(bahan.fakta))
    tempat = tuple(
        TempatTemuan(satu.tempat, satu.cetakan.teks, satu.cetakan.teks.replace(".", ",")) for satu in titik
    )
    uraian = f"{len(titik)} angka memakai titik desimal, {len(koma)} memakai koma."
    return Hasil(len(bahan.fakta), (make_temuan("susunan-pemisah-desimal", tempat, uraian),))


@pemeriksa("susunan-halaman")
def periksa_halaman(bahan: Bahan) -> Hasil:
    """Pages nobody can search, quote or check."""
    if not bahan.halaman_tak_terbaca:
        return Hasil(1)
    tempat = tuple(TempatTemuan(Tempat(halaman=halaman)) for halaman in bahan.halaman_tak_terbaca)
    uraian = f"{len(tempat)} halaman tidak memuat teks yang dapat dibaca; isinya tidak ikut diperiksa."
    return Hasil(1, (make_temuan("susunan-halaman", tempat, uraian),))


@pemeriksa("susunan-data-pribadi")
def periksa_data_pribadi(bahan: Bahan) -> Hasil:
    """Numbers and lists of names of people who do not sign."""
    temuan = [
        make_temuan(
            "susunan-data-pribadi",
            (TempatTemuan(satu.tempat),),
            f"Tabel dengan {satu.baris} baris memuat kolom “{cocok[0]}”.",
            kepastian=Kepastian.MUNGKIN,
        )
        for satu in bahan.kepala
        if satu.baris >= 2 and (cocok := _ORANG.search(satu.teks)) is not None
    ]
    nomor = tuple(TempatTemuan(satu.tempat) for satu in bahan.kalimat if _NIP.search(satu.teks))
    if nomor:
        uraian = f"{len(nomor)} nomor induk pegawai atau kependudukan tercetak."
        temuan.append(make_temuan("susunan-data-pribadi", nomor, uraian, kepastian=Kepastian.MUNGKIN))
    return Hasil(len(bahan.kepala) + len(bahan.kalimat), tuple(temuan))
