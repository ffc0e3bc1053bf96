"""Family sama: one fact, one value, wherever it stands."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from kinerja.aturan.telaah.fakta import Bahan, Fakta, Jenis, Lingkup
from kinerja.aturan.telaah.kalimat import tempat_fakta, tulis
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.temuan import Kepastian, Temuan

_YAKIN = Decimal("0.75")
_BANYAK = 5
_HAMPIR_SEMUA = Fraction(3, 5)
_TERUKUR = (Jenis.TARGET, Jenis.REALISASI, Jenis.CAPAIAN)
_ANGGARAN = (Jenis.PAGU, Jenis.REALISASI_ANGGARAN, Jenis.ANGGARAN)
_BESAR = Decimal(1_000_000)
_SALINAN = 3
_SELURUH = "anggaran:seluruh"


def is_sepadan(satu: Fakta, dua: Fakta) -> bool:
    """Whether two prints can stand for one value, rounded or cut."""
    desimal = min(satu.cetakan.desimal, dua.cetakan.desimal)
    beda = abs(satu.cetakan.titik - dua.cetakan.titik)
    if satu.cetakan.desimal == dua.cetakan.desimal:
        return beda == 0
    return beda < Fraction(10) ** -desimal


def kelompokkan_nilai(fakta: Sequence[Fakta]) -> list[list[Fakta]]:
    """Facts that can be one value together, the value printed most often first."""
    kelompok: list[list[Fakta]] = []
    for satu in sorted(fakta, key=lambda tiap: -tiap.cetakan.desimal):
        cocok = next(
            (bersama for bersama in kelompok if all(is_sepadan(satu, lain) for lain in bersama)), None
        )
        if cocok is None:
            kelompok.append([satu])
        else:
            cocok.append(satu)
    return sorted(kelompok, key=lambda bersama: -len(bersama))


@pemeriksa("sama-nilai")
def periksa_nilai(bahan: Bahan) -> Hasil:
    """Target, realisasi and capaian of an indicator or sasaran in all tables; its results in prose and means."""
    per_fakta: dict[tuple[str, int | None, Jenis], list[Fakta]] = defaultdict(list)
    for satu in bahan.fakta:
        if satu.jenis in _TERUKUR and satu.apa.lingkup in (Lingkup.INDIKATOR, Lingkup.SASARAN):
            per_fakta[satu.apa.kunci, satu.tahun, satu.jenis].append(satu)
    banding = {kunci: semua for kunci, semua in per_fakta.items() if len(semua) > 1}
    temuan = [temuan for semua in banding.values() for temuan in _laporkan_beda(semua)]
    hasil = list(_banding_hasil(bahan, per_fakta))
    return Hasil(len(banding) + len(hasil), (*temuan, *(satu for satu in hasil if satu is not None)))


def _laporkan_beda(semua: Sequence[Fakta]) -> Iterator[Temuan]:
    terbanyak, *lain = kelompokkan_nilai(semua)
    if not lain:
        return
    asing = [satu for bersama in lain for satu in bersama]
    benar = terbanyak[0].cetakan.teks
    seri = len(lain[0]) == len(terbanyak)
    yakin = min(satu.keyakinan for satu in semua) >= _YAKIN
    pertama = semua[0]
    uraian = (
        f"{pertama.jenis.value.capitalize()} {pertama.apa.teks} tahun {pertama.tahun} tercetak "
        f"{_sebut(terbanyak)}, tetapi {'; '.join(_sebut(bersama) for bersama in lain)}."
    )
    tempat = [tempat_fakta(satu, "" if seri else benar) for satu in asing]
    tempat += [tempat_fakta(satu) for satu in terbanyak]
    kepastian = Kepastian.PASTI if yakin else Kepastian.MUNGKIN
    yield make_temuan("sama-nilai", tuple(tempat), uraian, kepastian=kepastian, indikator=pertama.apa.teks)


def _sebut(bersama: Sequence[Fakta]) -> str:
    return f"{bersama[0].cetakan.teks} di {len(bersama)} tempat"


def _banding_hasil(
    bahan: Bahan, per_fakta: Mapping[tuple[str, int | None, Jenis], list[Fakta]]
) -> Iterator[Temuan | None]:
    """Realisasi against the results of the calculations and means in the section of the indicator."""
    hasil: dict[str, list[Fakta]] = defaultdict(list)
    for satu in bahan.fakta:
        if satu.apa.lingkup is Lingkup.INDIKATOR and satu.jenis in (Jenis.NILAI, Jenis.RATA_RATA):
            hasil[satu.apa.kunci].append(satu)
    for kunci, semua in hasil.items():
        realisasi = per_fakta.get((kunci, bahan.tahun, Jenis.REALISASI), [])
        if realisasi:
            yield None if _ada_sepadan(realisasi, semua) else _laporkan_hasil(realisasi[0], semua)


def _ada_sepadan(realisasi: Iterable[Fakta], hasil: Sequence[Fakta]) -> bool:
    return any(is_sepadan(satu, lain) for satu in realisasi for lain in hasil)


def _laporkan_hasil(realisasi: Fakta, hasil: Sequence[Fakta]) -> Temuan:
    sebut = ", ".join(dict.fromkeys(satu.cetakan.teks for satu in hasil))
    uraian = (
        f"Realisasi {realisasi.apa.teks} tercetak {realisasi.cetakan.teks}, "
        f"tetapi perhitungan di bagian yang sama menghasilkan {sebut}."
    )
    tempat = (*(tempat_fakta(satu) for satu in hasil), tempat_fakta(realisasi))
    return make_temuan(
        "sama-nilai", tempat, uraian, kepastian=Kepastian.MUNGKIN, indikator=realisasi.apa.teks
    )


@pemeriksa("sama-komponen")
def periksa_komponen(bahan: Bahan) -> Hasil:
    """One numerator or denominator, by its printed name, has one value."""
    per_nama: dict[str, list[Fakta]] = defaultdict(list)
    for kaitan in bahan.kaitan:
        for nama, fakta in zip(kaitan.label, kaitan.masukan, strict=False):
            per_nama[nama].append(fakta)
    temuan = [
        _laporkan_komponen(nama, semua)
        for nama, semua in per_nama.items()
        if len({satu.cetakan.nilai for satu in semua}) > 1
    ]
    return Hasil(len(per_nama), tuple(temuan))


def _laporkan_komponen(nama: str, semua: Sequence[Fakta]) -> Temuan:
    nilai = " dan ".join(dict.fromkeys(f"{satu.cetakan.teks} ({satu.apa.teks})" for satu in semua))
    uraian = f"{nama[0].upper()}{nama[1:]} tercetak {nilai}."
    tempat = tuple(tempat_fakta(satu) for satu in semua)
    return make_temuan("sama-komponen", tempat, uraian, kepastian=Kepastian.MUNGKIN)


@pemeriksa("sama-anggaran", "makna-salinan")
def periksa_anggaran(bahan: Bahan) -> Hasil:
    """Amounts of the same thing in the plan and in the report; equal amounts of different things."""
    per_apa: dict[tuple[str, int | None], dict[Jenis, list[Fakta]]] = defaultdict(lambda: defaultdict(list))
    for satu in bahan.fakta:
        if satu.jenis in _ANGGARAN and satu.apa.lingkup is not Lingkup.SATKER:
            per_apa[satu.apa.kunci, satu.tahun][satu.jenis].append(satu)
    temuan: list[Temuan] = []
    beda: list[tuple[Fakta, Fakta]] = []
    for per_jenis in per_apa.values():
        temuan += [t for semua in per_jenis.values() for t in _laporkan_anggaran(semua)]
        rencana, pagu = per_jenis.get(Jenis.ANGGARAN), per_jenis.get(Jenis.PAGU)
        if rencana and pagu and not any(is_sepadan(a, b) for a in rencana for b in pagu):
            beda.append((rencana[0], pagu[0]))
    return Hasil(len(per_apa), (*temuan, *_laporkan_rencana(beda), *_laporkan_salinan(bahan)))


def _laporkan_anggaran(semua: Sequence[Fakta]) -> Iterator[Temuan]:
    terbanyak, *lain = kelompokkan_nilai(semua)
    if lain:
        satu = semua[0]
        uraian = f"{satu.jenis.value.capitalize()} {satu.apa.teks} tercetak dengan {1 + len(lain)} nilai."
        tempat = tuple(tempat_fakta(tiap) for bersama in (*lain, terbanyak) for tiap in bersama)
        yield make_temuan("sama-anggaran", tempat, uraian, kepastian=Kepastian.MUNGKIN)


def _laporkan_rencana(beda: Sequence[tuple[Fakta, Fakta]]) -> Iterator[Temuan]:
    """One cause: the plan shows the first budget, the report the last."""
    if beda:
        uraian = (
            f"Anggaran {len(beda)} sasaran atau unit menurut perjanjian kinerja berbeda dengan pagu pada tabel "
            "realisasi anggaran; laporan tidak menyebut revisi yang menyebabkannya."
        )
        tempat = tuple(tempat_fakta(rencana, pagu.cetakan.teks) for rencana, pagu in beda)
        yield make_temuan("sama-anggaran", tempat, uraian, kepastian=Kepastian.MUNGKIN)


def _laporkan_salinan(bahan: Bahan) -> Iterator[Temuan]:
    """The same large amount for three things or more in one table; one cause however many columns it fills."""
    per_angka: dict[tuple[int | None, Jenis, Decimal], dict[str, Fakta]] = defaultdict(dict)
    for satu in bahan.fakta:
        besar = satu.cetakan.nilai >= _BESAR
        if besar and satu.jenis in _ANGGARAN and satu.apa.lingkup in (Lingkup.SASARAN, Lingkup.SATKER):
            per_angka[satu.tempat.tabel_ke, satu.jenis, satu.cetakan.nilai][
                f"{satu.apa.kunci}{satu.siapa}"
            ] = satu
    per_baris: dict[tuple[int | None, frozenset[str]], list[Fakta]] = defaultdict(list)
    for (tabel, _, _), semua in per_angka.items():
        if len(semua) >= _SALINAN:
            per_baris[tabel, frozenset(semua)] += semua.values()
    for (_, nama), fakta in per_baris.items():
        angka = " dan ".join(dict.fromkeys(f"{tiap.jenis.value} {tiap.cetakan.teks}" for tiap in fakta))
        uraian = f"{angka[0].upper()}{angka[1:]} tercetak sama persis pada {len(nama)} baris."
        tempat = tuple(tempat_fakta(tiap) for tiap in fakta)
        yield make_temuan("makna-salinan", tempat, uraian, kepastian=Kepastian.MUNGKIN)


@pemeriksa("sama-nilai-satker", "sama-tabel")
def periksa_satker(bahan: Bahan) -> Hasil:
    """The same score of the same unit in two tables."""
    per_ukuran: dict[str, dict[int | None, dict[str, Fakta]]] = defaultdict(lambda: defaultdict(dict))
    for satu in bahan.fakta:
        if satu.apa.lingkup is Lingkup.SATKER and satu.siapa and satu.tempat.tabel_ke is not None:
            per_ukuran[satu.apa.kunci][satu.tempat.tabel_ke].setdefault(satu.siapa, satu)
    temuan: list[Temuan] = []
    diperiksa = 0
    for per_tabel in per_ukuran.values():
        for tabel, lain in combinations(per_tabel.values(), 2):
            bersama = tabel.keys() & lain.keys()
            diperiksa += len(bersama)
            beda = [nama for nama in tabel if nama in bersama and not is_sepadan(tabel[nama], lain[nama])]
            temuan += _laporkan_satker(beda, len(bersama), tabel, lain)
    return Hasil(diperiksa, tuple(temuan))


def _laporkan_satker(
    beda: Sequence[str], bersama: int, satu: Mapping[str, Fakta], dua: Mapping[str, Fakta]
) -> Iterator[Temuan]:
    if bersama >= _BANYAK and len(beda) >= _HAMPIR_SEMUA * bersama:
        nama = _nama_tabel(satu), _nama_tabel(dua)
        uraian = f"{len(beda)} dari {bersama} satuan kerja bernilai lain di {nama[0]} dan {nama[1]}; "
        uraian += f"rata-ratanya {_rata(satu, beda)} dan {_rata(dua, beda)}."
        tempat = tuple(tempat_fakta(satu[siapa], dua[siapa].cetakan.teks) for siapa in beda)
        yield make_temuan("sama-tabel", tempat, uraian)
        return
    for siapa in beda:
        a, b = satu[siapa], dua[siapa]
        pemilik = _pemilik_nilai(b, satu, siapa) or _pemilik_nilai(a, dua, siapa)
        salin = f" Angka itu milik {pemilik}: mungkin tersalin dari baris lain." if pemilik else ""
        uraian = f"{a.apa.teks} tercetak {a.cetakan.teks} di {_nama_tabel(satu)}, "
        uraian += f"tetapi {b.cetakan.teks} di {_nama_tabel(dua)}.{salin}"
        tempat = (tempat_fakta(b, a.cetakan.teks), tempat_fakta(a))
        yield make_temuan("sama-nilai-satker", tempat, uraian, indikator=a.apa.teks)


def _nama_tabel(tabel: Mapping[str, Fakta]) -> str:
    tempat = next(iter(tabel.values())).tempat
    return f"Tabel {tempat.tabel}" if tempat.tabel else f"tabel ke-{tempat.tabel_ke}"


def _rata(tabel: Mapping[str, Fakta], nama: Sequence[str]) -> str:
    return tulis(sum((tabel[satu].cetakan.titik for satu in nama), Fraction(0)) / len(nama), 2)


def _pemilik_nilai(fakta: Fakta, tabel: Mapping[str, Fakta], siapa: str) -> str:
    """Another unit whose value this is in the other table."""
    milik = [
        satu.apa.teks
        for nama, satu in tabel.items()
        if nama != siapa and satu.cetakan.nilai == fakta.cetakan.nilai
    ]
    return milik[0] if len(milik) == 1 else ""


@pemeriksa("sama-selisih")
def periksa_selisih(bahan: Bahan) -> Hasil:
    """The rest that two tables leave between them cannot have spent more than it had."""
    bagian = {jenis: _jumlah_sasaran(bahan, jenis) for jenis in (Jenis.PAGU, Jenis.REALISASI_ANGGARAN)}
    seluruh = {
        satu.jenis: satu
        for satu in bahan.fakta
        if satu.apa.kunci == _SELURUH and satu.tahun == bahan.tahun and satu.jenis in bagian
    }
    if any(satu is None for satu in bagian.values()) or len(seluruh) < 2:
        return Hasil(0)
    sisa = {jenis: seluruh[jenis].cetakan.nilai - (bagian[jenis] or Decimal(0)) for jenis in bagian}
    pagu, realisasi = sisa[Jenis.PAGU], sisa[Jenis.REALISASI_ANGGARAN]
    if 0 <= realisasi <= pagu:
        return Hasil(1)
    uraian = (
        f"Menurut tabel per sasaran dan tabel per jenis belanja, bagian yang tidak masuk tabel sasaran berpagu "
        f"{tulis(Fraction(pagu), 0)} dan terealisasi {tulis(Fraction(realisasi), 0)}: mustahil."
    )
    tempat = tuple(tempat_fakta(satu) for satu in seluruh.values())
    return Hasil(1, (make_temuan("sama-selisih", tempat, uraian),))


def _jumlah_sasaran(bahan: Bahan, jenis: Jenis) -> Decimal | None:
    """All sasaran together, as printed."""
    nilai = {
        satu.apa.kunci: satu.cetakan.nilai
        for satu in bahan.fakta
        if satu.apa.lingkup is Lingkup.SASARAN and satu.jenis is jenis and satu.tahun == bahan.tahun
    }
    return sum(nilai.values(), Decimal(0)) if nilai else None


def nilai_terbanyak(fakta: Sequence[Fakta]) -> Fakta:
    """The fact with the value printed most often."""
    terbanyak = Counter(satu.cetakan.nilai for satu in fakta).most_common(1)[0][0]
    return next(satu for satu in fakta if satu.cetakan.nilai == terbanyak)
