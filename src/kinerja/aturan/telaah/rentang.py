"""Family rentang: values that cannot be, and units that change under way."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja.aturan.telaah.fakta import Bahan, Fakta, Jenis, Kaitan, Lingkup, Rumus, Sifat
from kinerja.aturan.telaah.kalimat import tempat_fakta
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.temuan import Kepastian, Temuan

_SERATUS = Decimal(100)
_TARGET = (Jenis.TARGET, Jenis.TARGET_PERJANJIAN, Jenis.TARGET_RENSTRA, Jenis.REALISASI)


@pemeriksa("rentang-persen")
def periksa_persen(bahan: Bahan) -> Hasil:
    """A share lies between 0 and 100 %."""
    bagian: dict[tuple[str, int | None, Decimal], list[Fakta]] = defaultdict(list)
    diperiksa = 0
    for satu in bahan.fakta:
        if satu.apa.sifat is Sifat.BAGIAN and satu.jenis in _TARGET:
            diperiksa += 1
            if not 0 <= satu.cetakan.nilai <= _SERATUS:
                bagian[satu.apa.kunci, satu.tahun, satu.cetakan.nilai].append(satu)
    return Hasil(diperiksa, tuple(_laporkan_persen(semua) for semua in bagian.values()))


def _laporkan_persen(semua: Sequence[Fakta]) -> Temuan:
    satu = semua[0]
    uraian = (
        f"{satu.jenis.value.capitalize()} {satu.apa.teks} tahun {satu.tahun} tercetak {satu.cetakan.teks}; "
        "bagian dari keseluruhan tidak dapat kurang dari 0% atau lebih dari 100%."
    )
    return make_temuan(
        "rentang-persen", tuple(tempat_fakta(tiap) for tiap in semua), uraian, indikator=satu.apa.teks
    )


@pemeriksa("rentang-bagian")
def periksa_bagian(bahan: Bahan) -> Hasil:
    """A part is not larger than its whole: inside one ratio, and between ratios by the names of what is counted."""
    rasio = [
        satu
        for satu in bahan.kaitan
        if satu.rumus is Rumus.RASIO and satu.masukan[0].apa.sifat is Sifat.BAGIAN
    ]
    temuan = [_laporkan_bagian(satu) for satu in rasio if _is_terbalik(satu)]
    bernama = {
        (nama, fakta.cetakan.nilai): fakta
        for kaitan in bahan.kaitan
        for nama, fakta in zip(kaitan.label, kaitan.masukan, strict=False)
    }
    pasangan = [
        (nama, bagian, keseluruhan)
        for (semua, _), keseluruhan in bernama.items()
        for (nama, _), bagian in bernama.items()
        if nama.startswith(f"{semua} yang ")
    ]
    temuan += [
        _laporkan_himpunan(*tiga) for tiga in pasangan if tiga[1].cetakan.nilai > tiga[2].cetakan.nilai
    ]
    return Hasil(len(rasio) + len(pasangan), tuple(temuan))


def _is_terbalik(kaitan: Kaitan) -> bool:
    pembilang, penyebut = (satu.cetakan.nilai for satu in kaitan.masukan)
    return pembilang > penyebut


def _laporkan_bagian(kaitan: Kaitan) -> Temuan:
    pembilang, penyebut = kaitan.masukan
    uraian = f"{kaitan.hasil.apa.teks}: pembilang {pembilang.cetakan.teks} melebihi penyebut {penyebut.cetakan.teks}."
    kepastian = Kepastian.MUNGKIN if kaitan.selain else Kepastian.PASTI
    return make_temuan(
        "rentang-bagian",
        (tempat_fakta(pembilang),),
        uraian,
        kepastian=kepastian,
        indikator=kaitan.hasil.apa.teks,
    )


def _laporkan_himpunan(nama: str, bagian: Fakta, keseluruhan: Fakta) -> Temuan:
    uraian = (
        f"{nama[0].upper()}{nama[1:]} tercetak {bagian.cetakan.teks}, lebih banyak daripada keseluruhannya "
        f"{keseluruhan.cetakan.teks} pada {keseluruhan.apa.teks}."
    )
    tempat = (tempat_fakta(bagian), tempat_fakta(keseluruhan))
    return make_temuan(
        "rentang-bagian", tempat, uraian, kepastian=Kepastian.MUNGKIN, indikator=bagian.apa.teks
    )


@pemeriksa("rentang-pagu")
def periksa_pagu(bahan: Bahan) -> Hasil:
    """Nobody may spend more than his pagu."""
    serapan = [satu for satu in bahan.kaitan if satu.rumus in (Rumus.SERAPAN, Rumus.SISA)]
    temuan: dict[tuple[str, int | None], Temuan] = {}
    for satu in serapan:
        pagu, realisasi = satu.masukan
        if realisasi.cetakan.nilai > pagu.cetakan.nilai:
            uraian = f"Realisasi {realisasi.apa.teks} {realisasi.cetakan.teks} melebihi pagunya {pagu.cetakan.teks}"
            uraian += f", padahal serapan tercetak {satu.hasil.cetakan.teks}."
            temuan.setdefault(
                (pagu.apa.kunci, pagu.tahun), make_temuan("rentang-pagu", (tempat_fakta(realisasi),), uraian)
            )
    return Hasil(len(serapan), tuple(temuan.values()))


@pemeriksa("rentang-satuan", "rentang-jumlah-persen")
def periksa_satuan(bahan: Bahan) -> Hasil:
    """One indicator, one unit, in every year and table."""
    per_indikator: dict[str, list[Fakta]] = defaultdict(list)
    for satu in bahan.fakta:
        if satu.apa.lingkup is Lingkup.INDIKATOR and satu.jenis in _TARGET:
            per_indikator[satu.apa.kunci].append(satu)
    temuan = [temuan for semua in per_indikator.values() for temuan in _periksa_satuan(semua)]
    return Hasil(len(per_indikator), tuple(temuan))


def _periksa_satuan(semua: Sequence[Fakta]) -> Iterator[Temuan]:
    """A percent sign among counts or indices is worse than two words for what is counted."""
    satuan = Counter(satuan_tersirat(satu) for satu in semua)
    satuan.pop("", None)
    persen = [satu for satu in semua if satu.satuan == "%"]
    sifat = semua[0].apa.sifat
    if persen and sifat in (Sifat.HITUNGAN, Sifat.INDEKS):
        seluruhnya = len(persen) == len(semua)
        kode = "rentang-jumlah-persen" if seluruhnya else "rentang-satuan"
        yield _laporkan_satuan(kode, persen, satuan, Kepastian.PASTI if not seluruhnya else Kepastian.MUNGKIN)
        return
    if len(satuan) > 1:
        utama = satuan.most_common(1)[0][0]
        asing = [satu for satu in semua if satuan_tersirat(satu) not in ("", utama)]
        yield _laporkan_satuan("rentang-satuan", asing, satuan, Kepastian.MUNGKIN)


def satuan_tersirat(fakta: Fakta) -> str:
    """The printed unit; an index without one is an index."""
    if fakta.satuan == "" and fakta.apa.sifat is Sifat.INDEKS:
        return "indeks"
    return fakta.satuan


def _laporkan_satuan(kode: str, asing: Sequence[Fakta], satuan: Counter[str], kepastian: Kepastian) -> Temuan:
    satu = asing[0]
    sebut = ", ".join(f"{nama} ({banyak} kali)" for nama, banyak in satuan.most_common())
    uraian = f"Satuan {satu.apa.teks} tidak tetap: {sebut}."
    tempat = tuple(tempat_fakta(tiap) for tiap in asing)
    return make_temuan(kode, tempat, uraian, kepastian=kepastian, indikator=satu.apa.teks)


@pemeriksa("rentang-skala")
def periksa_skala(bahan: Bahan) -> Hasil:
    """A converted score does not exceed its scale of four."""
    konversi = [satu for satu in bahan.kaitan if satu.rumus is Rumus.KONVERSI]
    temuan = [
        make_temuan(
            "rentang-skala",
            (tempat_fakta(satu.hasil),),
            f"Nilai konversi {satu.hasil.cetakan.teks} dari {satu.masukan[0].cetakan.teks} melampaui skala 1–4.",
        )
        for satu in konversi
        if satu.hasil.cetakan.nilai > _SERATUS / satu.tetapan[0]
    ]
    return Hasil(len(konversi), tuple(temuan))
