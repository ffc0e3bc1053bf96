"""Family hitung: what arithmetic decides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from kinerja.aturan.telaah.fakta import Bahan, Fakta, Jenis, Kaitan, Rumus
from kinerja.aturan.telaah.hitungan import Hitungan, hitung, hitung_turun, is_faktor
from kinerja.aturan.telaah.kalimat import bandingkan, seharusnya, tebak_ketikan, tempat_fakta, tulis
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.selang import Cetakan, Putusan, Selang
from kinerja.aturan.telaah.temuan import Kepastian, TempatTemuan, Temuan

_YAKIN = Decimal("0.75")
_KODE = {
    Rumus.CAPAIAN: "hitung-capaian",
    Rumus.RASIO: "hitung-rasio",
    Rumus.SERAPAN: "hitung-serapan",
    Rumus.SISA: "hitung-sisa",
    Rumus.JUMLAH: "hitung-jumlah",
    Rumus.RATA_RATA: "hitung-rata-rata",
    Rumus.KONVERSI: "hitung-konversi",
    Rumus.TUMBUH: "hitung-pertumbuhan",
}
_CARA = {
    Rumus.CAPAIAN: "realisasi {1} dibagi target {0}",
    Rumus.RASIO: "{0} dibagi {1}",
    Rumus.SERAPAN: "realisasi {1} dibagi pagu {0}",
    Rumus.SISA: "pagu {0} dikurangi realisasi {1}",
    Rumus.KONVERSI: "{0} dibagi {tetapan}",
    Rumus.TUMBUH: "dari {0} menjadi {1}",
}


@dataclass(slots=True)
class _Kumpulan:
    """Findings by cause, and the places of the one class of cut numbers."""

    temuan: dict[tuple[object, ...], Temuan] = field(default_factory=dict)
    dipotong: dict[TempatTemuan, bool] = field(default_factory=dict)

    def add(self, sebab: tuple[object, ...], temuan: Temuan) -> None:
        lama = self.temuan.get(sebab)
        self.temuan[sebab] = temuan if lama is None else lama.tambah_tempat(temuan.tempat)


@pemeriksa(*_KODE.values(), "hitung-faktor-100", "hitung-poin-persen", "hitung-dipotong", "sama-anggaran")
def periksa_hitung(bahan: Bahan) -> Hasil:
    """Recompute every claimed calculation; weights are the work of family bobot."""
    kumpulan = _Kumpulan()
    pasangan = [(satu, _hitung(satu)) for satu in bahan.kaitan if satu.rumus is not Rumus.BERBOBOT]
    dihitung = [(satu, hitungan) for satu, hitungan in pasangan if hitungan is not None]
    salah = [
        (satu, hitungan)
        for satu, hitungan in dihitung
        if satu.rumus is Rumus.CAPAIAN and hitungan.putusan is Putusan.TIDAK
    ]
    naik = {_kunci(satu.hasil): hitungan.titik for satu, hitungan in salah}
    turun = {_kunci(satu.hasil): lain.titik for satu, _ in salah if (lain := hitung_turun(satu)) is not None}
    for kaitan, hitungan in dihitung:
        if hitungan.putusan is Putusan.DIPOTONG:
            tempat = tempat_fakta(kaitan.hasil, seharusnya(kaitan.hasil.cetakan, hitungan.titik))
            tegas = not hitungan.selang.is_beririsan(kaitan.hasil.cetakan.selang_bulat)
            kumpulan.dipotong[tempat] = kumpulan.dipotong.get(tempat, False) or tegas
        elif hitungan.putusan is Putusan.TIDAK and not any(
            _is_terjelaskan(kaitan, benar) for benar in (naik, turun)
        ):
            kumpulan.add(_sebab(kaitan), _laporkan(kaitan, hitungan))
    temuan = [_ikutkan_turunan(satu, kunci, bahan) for kunci, satu in kumpulan.temuan.items()]
    return Hasil(len(dihitung), (*temuan, *_laporkan_dipotong(kumpulan.dipotong)))


def _kunci(fakta: Fakta) -> tuple[object, ...]:
    return fakta.apa.kunci, fakta.jenis, fakta.siapa, fakta.tahun, fakta.cetakan.nilai


def _is_terjelaskan(kaitan: Kaitan, benar: Mapping[tuple[object, ...], Fraction]) -> bool:
    """A mean that fits its parts as they should be is right; the wrong part is told by a finding of its own."""
    if kaitan.rumus is not Rumus.RATA_RATA or not any(_kunci(satu) in benar for satu in kaitan.masukan):
        return False
    masukan = tuple(_betulkan(satu, benar.get(_kunci(satu))) for satu in kaitan.masukan)
    hasil = hitung(replace(kaitan, masukan=masukan, selain=()))
    return hasil is not None and hasil.putusan is not Putusan.TIDAK


def _betulkan(fakta: Fakta, titik: Fraction | None) -> Fakta:
    if titik is None:
        return fakta
    desimal = max(fakta.cetakan.desimal, 2)
    nilai = Decimal(round(titik * 10**desimal)).scaleb(-desimal)
    return replace(fakta, cetakan=Cetakan(fakta.cetakan.teks, nilai, desimal))


def _hitung(kaitan: Kaitan) -> Hitungan | None:
    """Capaian may follow either polarity: nothing in a stranger's document says which."""
    hasil = hitung(kaitan)
    if kaitan.rumus is not Rumus.CAPAIAN or hasil is None or hasil.putusan is not Putusan.TIDAK:
        return hasil
    turun = hitung_turun(kaitan)
    return turun if turun is not None and turun.putusan in (Putusan.COCOK, Putusan.SERI) else hasil


def _sebab(kaitan: Kaitan) -> tuple[object, ...]:
    """The same wrong result of the same thing in several tables is one cause."""
    hasil = kaitan.hasil
    if kaitan.rumus in (Rumus.JUMLAH, Rumus.RATA_RATA):
        return kaitan.rumus, hasil.apa.kunci, hasil.jenis, hasil.siapa, hasil.tahun, hasil.cetakan.nilai
    return kaitan.rumus, hasil.apa.kunci, hasil.siapa, hasil.tahun, hasil.cetakan.nilai


def _laporkan(kaitan: Kaitan, hitungan: Hitungan) -> Temuan:
    cetakan = kaitan.hasil.cetakan
    benar = seharusnya(cetakan, hitungan.titik)
    kode, tambahan = _kenali_sebab(kaitan, hitungan)
    uraian = f"{_judul(kaitan)}: {_cara(kaitan)}; {bandingkan(cetakan, hitungan)}. {tambahan}"
    # Where the sum itself is not sure, its parts are as suspect as the sum.
    bagian = () if kaitan.lengkap or kaitan.rumus is not Rumus.JUMLAH else kaitan.masukan
    return make_temuan(
        kode,
        (tempat_fakta(kaitan.hasil, benar), *map(tempat_fakta, bagian)),
        uraian.strip(),
        kepastian=_kepastian(kaitan),
        indikator=kaitan.hasil.apa.teks,
    )


def _judul(kaitan: Kaitan) -> str:
    tahun = "" if kaitan.hasil.tahun is None else f" tahun {kaitan.hasil.tahun}"
    nama = kaitan.hasil.jenis.value
    if kaitan.rumus is Rumus.KONVERSI:
        return f"Nilai konversi {kaitan.hasil.apa.teks}".strip()
    if kaitan.hasil.jenis is Jenis.NILAI:
        nama = kaitan.rumus.value
    return f"{nama[0].upper()}{nama[1:]} {kaitan.hasil.apa.teks}{tahun}".replace("  ", " ")


def _cara(kaitan: Kaitan) -> str:
    if kaitan.rumus in _CARA:
        tetapan = tulis(Fraction(kaitan.tetapan[0]), 0) if kaitan.rumus is Rumus.KONVERSI else ""
        return _CARA[kaitan.rumus].format(*(satu.cetakan.teks for satu in kaitan.masukan), tetapan=tetapan)
    return f"{kaitan.rumus.value} {len(kaitan.masukan)} angka pembentuknya"


def _kepastian(kaitan: Kaitan) -> Kepastian:
    yakin = kaitan.lengkap and all(satu.keyakinan >= _YAKIN for satu in (*kaitan.masukan, kaitan.hasil))
    return Kepastian.PASTI if yakin else Kepastian.MUNGKIN


def _kenali_sebab(kaitan: Kaitan, hitungan: Hitungan) -> tuple[str, str]:
    """The code of the finding and what else can be said about it."""
    cetakan = kaitan.hasil.cetakan
    persen = kaitan.rumus in (Rumus.CAPAIAN, Rumus.RASIO, Rumus.SERAPAN, Rumus.TUMBUH)
    if persen and hitungan.titik != 0 and is_faktor(cetakan, hitungan.selang, 100):
        return "hitung-faktor-100", "Hasil bagi belum dikalikan 100."
    if persen and hitungan.titik != 0 and is_faktor(cetakan, hitungan.selang * Selang.titik(10_000), 100):
        return "hitung-faktor-100", "Hasil yang sudah dalam persen dikalikan 100 sekali lagi."
    if kaitan.rumus is Rumus.JUMLAH and _is_lintas_tabel(kaitan):
        return "sama-anggaran", _petunjuk(kaitan, hitungan)
    if kaitan.rumus is Rumus.TUMBUH and kaitan.tetapan:
        return _kenali_poin(kaitan, hitungan)
    return _KODE[kaitan.rumus], _petunjuk(kaitan, hitungan)


def _is_lintas_tabel(kaitan: Kaitan) -> bool:
    """Whether the parts stand in another table than the sum: then two tables differ, and neither miscounts."""
    return all(satu.tempat.tabel_ke != kaitan.hasil.tempat.tabel_ke for satu in kaitan.masukan)


def _kenali_poin(kaitan: Kaitan, hitungan: Hitungan) -> tuple[str, str]:
    """Growth that is really the difference of two percentages."""
    lama, baru = (Fraction(satu) for satu in kaitan.tetapan)
    setengah = Fraction(1, 100)
    selisih = Selang(baru - lama - setengah, baru - lama + setengah)
    if not selisih.is_beririsan(kaitan.hasil.cetakan.selang_bulat):
        return "hitung-pertumbuhan", ""
    arah = " Nilainya justru turun." if hitungan.titik < 0 < kaitan.hasil.cetakan.nilai else ""
    poin = f"{tulis(lama, 2)}% menjadi {tulis(baru, 2)}%"
    return (
        "hitung-poin-persen",
        f"Angka itu selisih poin serapan ({poin}), bukan pertumbuhan realisasi.{arah}",
    )


def _petunjuk(kaitan: Kaitan, hitungan: Hitungan) -> str:
    """What a slip of the typist would explain, in the result or in one of the inputs."""
    cetakan = kaitan.hasil.cetakan
    petunjuk = tebak_ketikan(cetakan.teks, seharusnya(cetakan, hitungan.titik))
    if petunjuk:
        return petunjuk
    if kaitan.rumus is Rumus.CAPAIAN:
        turun = hitung_turun(kaitan)
        lain = "" if turun is None else tebak_ketikan(cetakan.teks, seharusnya(cetakan, turun.titik))
        if lain:
            return f"Dengan rumus makin rendah makin baik: {lain}"
    if kaitan.rumus is Rumus.JUMLAH and len(kaitan.masukan) > 1:
        return _petunjuk_jumlah(kaitan, hitungan)
    return ""


def _petunjuk_jumlah(kaitan: Kaitan, hitungan: Hitungan) -> str:
    """A part that would have to be another number, when that number is only a slip away."""
    selisih = kaitan.hasil.cetakan.titik - hitungan.titik
    for satu in kaitan.masukan:
        petunjuk = tebak_ketikan(satu.cetakan.teks, tulis(satu.cetakan.titik + selisih, satu.cetakan.desimal))
        if petunjuk:
            return f"Pada bagian {satu.apa.teks}: {petunjuk}"
    return f"Selisih {tulis(selisih, kaitan.hasil.cetakan.desimal)}."


def _ikutkan_turunan(temuan: Temuan, sebab: tuple[object, ...], bahan: Bahan) -> Temuan:
    """A mean that was computed from a wrong result is wrong by the same cause, not by one of its own."""
    if sebab[0] is not Rumus.CAPAIAN:
        return temuan
    tempat = tuple(_tempat_turunan(bahan.kaitan, sebab))
    return temuan.tambah_tempat(tempat)


def _tempat_turunan(kaitan: Iterable[Kaitan], sebab: tuple[object, ...]) -> Iterator[TempatTemuan]:
    _, kunci, _, tahun, nilai = sebab
    for satu in kaitan:
        if satu.rumus is not Rumus.RATA_RATA:
            continue
        memuat = any(_is_sebab(fakta, kunci, tahun, nilai) for fakta in satu.masukan)
        if memuat and len(satu.masukan) == 1 and satu.hasil.cetakan.nilai == nilai:
            yield tempat_fakta(satu.hasil)


def _is_sebab(fakta: Fakta, kunci: object, tahun: object, nilai: object) -> bool:
    return (fakta.apa.kunci, fakta.tahun, fakta.cetakan.nilai) == (kunci, tahun, nilai)


def _laporkan_dipotong(dipotong: dict[TempatTemuan, bool]) -> Iterator[Temuan]:
    """One class, and only for a document that surely cuts somewhere: elsewhere hidden digits may be the reason."""
    tegas = sum(dipotong.values())
    if not tegas:
        return
    uraian = (
        f"{len(dipotong)} angka cocok hanya bila desimalnya dipotong, bukan dibulatkan. {tegas} di antaranya pasti "
        "dipotong; yang lain dapat juga berasal dari desimal yang tidak dicetak pada angka asalnya."
    )
    yield make_temuan("hitung-dipotong", tuple(dipotong), uraian)
