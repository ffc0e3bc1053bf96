"""Family target: targets that are too easy, lowered, never changed, or different in each document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from kinerja.aturan.telaah.fakta import Bahan, Fakta, Jenis, Lingkup, Rumus
from kinerja.aturan.telaah.hitungan import hitung, hitung_turun
from kinerja.aturan.telaah.kalimat import tempat_fakta
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.sama import is_sepadan, nilai_terbanyak
from kinerja.aturan.telaah.selang import Putusan
from kinerja.aturan.telaah.temuan import Kepastian, Temuan

_TERLALU_MUDAH = Decimal(200)
_TAHUN_TETAP = 3
_BEDA_UKURAN = 5
_INDIKATOR_SETAHUN = 8
_SEBAGIAN_BESAR = Fraction(3, 4)
_JENIS = (Jenis.TARGET, Jenis.REALISASI, Jenis.CAPAIAN)

_NAIK, _TURUN = 1, -1
_BENAR = (Putusan.COCOK, Putusan.SERI)

Deret = Mapping[int, Mapping[Jenis, Fakta]]


def susun_deret(bahan: Bahan) -> dict[str, dict[int, dict[Jenis, Fakta]]]:
    """Target, realisasi and capaian of each indicator by year; of several prints the most frequent."""
    mentah: dict[str, dict[int, dict[Jenis, list[Fakta]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for satu in bahan.fakta:
        if satu.apa.lingkup is Lingkup.INDIKATOR and satu.jenis in _JENIS and satu.tahun is not None:
            mentah[satu.apa.kunci][satu.tahun][satu.jenis].append(satu)
    return {
        kunci: {
            tahun: {jenis: nilai_terbanyak(semua) for jenis, semua in per_jenis.items()}
            for tahun, per_jenis in sorted(per_tahun.items())
        }
        for kunci, per_tahun in mentah.items()
    }


@pemeriksa("target-di-bawah-realisasi", "target-diturunkan", "target-tetap", "target-terlalu-mudah")
def periksa_target(bahan: Bahan) -> Hasil:
    """Each indicator's targets against its own history."""
    if bahan.tahun is None:
        return Hasil(0)
    deret = susun_deret(bahan)
    turun = list_turun(bahan)
    aturan: tuple[Callable[[Deret, int, int], Iterator[Temuan]], ...] = (
        _di_bawah_realisasi,
        _diturunkan,
        _tetap,
        _terlalu_mudah,
    )
    temuan = [
        temuan
        for kunci, satu in deret.items()
        for periksa in aturan
        for temuan in periksa(satu, bahan.tahun, _TURUN if kunci in turun else _NAIK)
    ]
    return Hasil(len(deret) * len(aturan), tuple(temuan))


def list_turun(bahan: Bahan) -> frozenset[str]:
    """Keys of indicators of which less is better: their capaian come out that way, and none the other way."""
    naik: set[str] = set()
    turun: set[str] = set()
    for kaitan in bahan.kaitan:
        if kaitan.rumus is not Rumus.CAPAIAN:
            continue
        biasa, balik = hitung(kaitan), hitung_turun(kaitan)
        if biasa is None or balik is None or (biasa.putusan in _BENAR) is (balik.putusan in _BENAR):
            continue
        (naik if biasa.putusan in _BENAR else turun).add(kaitan.hasil.apa.kunci)
    return frozenset(turun - naik)


def _ambil(deret: Deret, tahun: int, jenis: Jenis) -> Fakta | None:
    return deret.get(tahun, {}).get(jenis)


def _sebanding(satu: Fakta | None, dua: Fakta | None) -> bool:
    """Both are there and are measured alike."""
    return (
        satu is not None
        and dua is not None
        and (
            satu.satuan == dua.satuan
            or ("%" not in (satu.satuan, dua.satuan) and not _is_beda_ukuran(satu, dua))
        )
    )


def _is_beda_ukuran(satu: Fakta, dua: Fakta) -> bool:
    """So far apart that they hardly count the same thing: 30 people and 1 place, the country and one province."""
    kecil, besar = sorted((abs(satu.cetakan.nilai), abs(dua.cetakan.nilai)))
    return besar >= _BEDA_UKURAN * kecil


def _di_bawah_realisasi(deret: Deret, tahun: int, arah: int) -> Iterator[Temuan]:
    target, lalu = _ambil(deret, tahun, Jenis.TARGET), _ambil(deret, tahun - 1, Jenis.REALISASI)
    if (
        target is None
        or lalu is None
        or not _sebanding(target, lalu)
        or arah * target.cetakan.nilai >= arah * lalu.cetakan.nilai
    ):
        return
    banding = "rendah" if arah == _NAIK else "tinggi"
    uraian = (
        f"Target {target.apa.teks} tahun {tahun} ({target.cetakan.teks}) lebih {banding} daripada "
        f"realisasi tahun {tahun - 1} ({lalu.cetakan.teks}){_sebut(arah)}."
    )
    tempat = (tempat_fakta(target), tempat_fakta(lalu))
    yield make_temuan("target-di-bawah-realisasi", tempat, uraian, indikator=target.apa.teks)


def _sebut(arah: int) -> str:
    return "" if arah == _NAIK else ", padahal makin rendah makin baik"


def _diturunkan(deret: Deret, _tahun: int, arah: int) -> Iterator[Temuan]:
    turun = []
    for ini in sorted(deret):
        lama, baru = _ambil(deret, ini - 1, Jenis.TARGET), _ambil(deret, ini, Jenis.TARGET)
        if lama is None or baru is None or not _sebanding(lama, baru) or is_sepadan(lama, baru):
            continue
        if arah * baru.cetakan.nilai < arah * lama.cetakan.nilai:
            turun.append((lama, baru))
    if turun:
        sebut = "; ".join(f"tahun {b.tahun} dari {a.cetakan.teks} menjadi {b.cetakan.teks}" for a, b in turun)
        nama = turun[0][1].apa.teks
        tempat = tuple(tempat_fakta(baru) for _, baru in reversed(turun))
        ubah = "diturunkan" if arah == _NAIK else "dinaikkan"
        ragu = all(not baru.satuan and _is_beda_ukuran(lama, baru) for lama, baru in turun)
        yield make_temuan(
            "target-diturunkan",
            tempat,
            f"Target {nama} {ubah}: {sebut}{', bila satuannya sama' if ragu else ''}{_sebut(arah)}.",
            kepastian=Kepastian.MUNGKIN if ragu else Kepastian.PASTI,
            indikator=nama,
        )


def _tetap(deret: Deret, tahun: int, arah: int) -> Iterator[Temuan]:
    """The longest run of equal targets that ends with the year of the report, each of them reached."""
    target = _ambil(deret, tahun, Jenis.TARGET)
    if target is None:
        return
    awal = tahun
    while _is_tercapai_sama(deret, awal - 1, target, arah):
        awal -= 1
    if tahun - awal + 1 >= _TAHUN_TETAP and _is_tercapai_sama(deret, tahun, target, arah):
        uraian = f"Target {target.apa.teks} tetap {target.cetakan.teks} sejak {awal} walaupun setiap tahun tercapai."
        tempat = tuple(tempat_fakta(deret[ini][Jenis.TARGET]) for ini in range(tahun, awal - 1, -1))
        yield make_temuan("target-tetap", tempat, uraian, indikator=target.apa.teks)


def _is_tercapai_sama(deret: Deret, tahun: int, target: Fakta, arah: int) -> bool:
    ini, realisasi = _ambil(deret, tahun, Jenis.TARGET), _ambil(deret, tahun, Jenis.REALISASI)
    if ini is None or realisasi is None or ini.cetakan.nilai != target.cetakan.nilai:
        return False
    tercapai = arah * realisasi.cetakan.nilai >= arah * ini.cetakan.nilai
    # Nothing is asked beyond all of it, or below none.
    return tercapai and (target.cetakan.nilai < 100 if arah == _NAIK else target.cetakan.nilai > 0)


def _terlalu_mudah(deret: Deret, _tahun: int, _arah: int) -> Iterator[Temuan]:
    """The latest such year first."""
    capaian = [
        satu for ini in sorted(deret, reverse=True) if (satu := _ambil(deret, ini, Jenis.CAPAIAN)) is not None
    ]
    mudah = [satu for satu in capaian if satu.cetakan.nilai > _TERLALU_MUDAH]
    if mudah:
        sebut = ", ".join(f"{satu.cetakan.teks.rstrip('%')}% (tahun {satu.tahun})" for satu in mudah)
        nama = mudah[0].apa.teks
        tempat = tuple(tempat_fakta(satu) for satu in mudah)
        yield make_temuan(
            "target-terlalu-mudah", tempat, f"Capaian {nama} melebihi 200%: {sebut}.", indikator=nama
        )


@pemeriksa("target-sama-realisasi")
def periksa_tahun_seragam(bahan: Bahan) -> Hasil:
    """A year in which nearly every result equals its target was hardly measured."""
    per_tahun: dict[int, list[tuple[Fakta, Fakta]]] = defaultdict(list)
    for deret in susun_deret(bahan).values():
        for tahun, per_jenis in deret.items():
            if Jenis.TARGET in per_jenis and Jenis.REALISASI in per_jenis:
                per_tahun[tahun].append((per_jenis[Jenis.TARGET], per_jenis[Jenis.REALISASI]))
    temuan = [temuan for tahun, pasangan in sorted(per_tahun.items()) for temuan in _seragam(tahun, pasangan)]
    return Hasil(len(per_tahun), tuple(temuan))


def _seragam(tahun: int, pasangan: list[tuple[Fakta, Fakta]]) -> Iterator[Temuan]:
    sama = [realisasi for target, realisasi in pasangan if target.cetakan.nilai == realisasi.cetakan.nilai]
    if len(pasangan) >= _INDIKATOR_SETAHUN and len(sama) >= _SEBAGIAN_BESAR * len(pasangan):
        uraian = (
            f"Pada tahun {tahun}, {len(sama)} dari {len(pasangan)} indikator berealisasi tepat sama "
            "dengan targetnya."
        )
        tempat = tuple(tempat_fakta(satu) for satu in sama)
        yield make_temuan("target-sama-realisasi", tempat, uraian, kepastian=Kepastian.MUNGKIN)


@pemeriksa("target-beda-dokumen")
def periksa_dokumen(bahan: Bahan) -> Hasil:
    """Targets of the agreement, of the Renstra and of the report."""
    per_indikator: dict[str, dict[Jenis, list[Fakta]]] = defaultdict(lambda: defaultdict(list))
    for satu in bahan.fakta:
        target = satu.jenis in (Jenis.TARGET, Jenis.TARGET_PERJANJIAN, Jenis.TARGET_RENSTRA)
        if satu.apa.lingkup is Lingkup.INDIKATOR and target and satu.tahun == bahan.tahun:
            per_indikator[satu.apa.kunci][satu.jenis].append(satu)
    temuan = [temuan for per_jenis in per_indikator.values() for temuan in _banding_dokumen(per_jenis)]
    return Hasil(len(per_indikator), tuple(temuan))


def _banding_dokumen(per_jenis: Mapping[Jenis, list[Fakta]]) -> Iterator[Temuan]:
    laporan = per_jenis.get(Jenis.TARGET, [])
    perjanjian = per_jenis.get(Jenis.TARGET_PERJANJIAN, [])
    renstra = per_jenis.get(Jenis.TARGET_RENSTRA, [])
    if perjanjian and laporan:
        acuan = nilai_terbanyak(laporan)
        beda = [satu for satu in perjanjian if not is_sepadan(satu, acuan)]
        if beda:
            yield _laporkan_dokumen(acuan, beda, "perjanjian kinerja", Kepastian.PASTI)
    if laporan and renstra:
        acuan = nilai_terbanyak(laporan)
        beda = [satu for satu in renstra if not is_sepadan(satu, acuan)]
        if beda:
            lingkup = any("%" not in satu.satuan and _is_beda_ukuran(satu, acuan) for satu in beda)
            yield _laporkan_dokumen(acuan, beda, "Renstra", Kepastian.MUNGKIN if lingkup else Kepastian.PASTI)


def _laporkan_dokumen(acuan: Fakta, beda: list[Fakta], dokumen: str, kepastian: Kepastian) -> Temuan:
    nilai = ", ".join(dict.fromkeys(satu.cetakan.teks for satu in beda))
    uraian = (
        f"Target {acuan.apa.teks} menurut {dokumen} {nilai}, tetapi menurut laporan {acuan.cetakan.teks}."
    )
    if kepastian is Kepastian.MUNGKIN:
        uraian += " Beda sebesar itu dapat berarti lingkup lain (nasional, atau sampai akhir Renstra)."
    tempat = (*(tempat_fakta(satu, acuan.cetakan.teks) for satu in beda), tempat_fakta(acuan))
    return make_temuan("target-beda-dokumen", tempat, uraian, kepastian=kepastian, indikator=acuan.apa.teks)
