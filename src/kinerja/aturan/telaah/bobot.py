"""Family bobot: weights that sum to 100 and make the scores that are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from kinerja.aturan.telaah.fakta import Bahan, Fakta, HimpunanBobot, Kaitan, Rumus
from kinerja.aturan.telaah.hitungan import hitung
from kinerja.aturan.telaah.kalimat import bandingkan, seharusnya, tempat_fakta, tulis
from kinerja.aturan.telaah.registri import Hasil, make_temuan, pemeriksa
from kinerja.aturan.telaah.selang import Putusan
from kinerja.aturan.telaah.temuan import Kepastian, Temuan

_SERATUS = Decimal(100)


@pemeriksa("bobot-jumlah", "bobot-tukar", "bobot-baris")
def periksa_bobot(bahan: Bahan) -> Hasil:
    """Stated weights against 100, against the rows they make and against the official ones of the year."""
    temuan: dict[tuple[object, ...], Temuan] = {}
    diperiksa = 0
    for himpunan in bahan.bobot:
        for sebab, satu in _periksa_himpunan(himpunan):
            lama = temuan.get(sebab)
            temuan[sebab] = satu if lama is None else lama.tambah_tempat(satu.tempat)
        diperiksa += 1
    baris = [kaitan for kaitan in bahan.kaitan if kaitan.rumus is Rumus.BERBOBOT]
    return Hasil(diperiksa + len(baris), (*temuan.values(), *_periksa_baris(baris)))


def _periksa_himpunan(himpunan: HimpunanBobot) -> Iterator[tuple[tuple[object, ...], Temuan]]:
    if len(himpunan.bobot) < 2:
        return
    dinyatakan = {satu.apa.kunci.removeprefix("bobot:"): satu for satu in himpunan.bobot}
    resmi = dict(himpunan.resmi)
    jumlah = sum((satu.cetakan.nilai for satu in himpunan.bobot), Decimal(0))
    beda = [
        bagian
        for bagian, satu in dinyatakan.items()
        if bagian in resmi and satu.cetakan.nilai != resmi[bagian]
    ]
    sebab = (himpunan.nama, *(satu.cetakan.nilai for satu in himpunan.bobot))
    if jumlah != _SERATUS and himpunan.nama:
        yield ("jumlah", *sebab), _laporkan_jumlah(himpunan, jumlah, beda, dinyatakan, resmi)
    elif beda and (himpunan.baris or himpunan.nama):
        putusan = _banding_baris(himpunan, dinyatakan, resmi)
        if putusan is not None:
            yield ("tukar", *sebab), _laporkan_tukar(himpunan, beda, dinyatakan, putusan)


def _laporkan_jumlah(
    himpunan: HimpunanBobot,
    jumlah: Decimal,
    beda: Sequence[str],
    dinyatakan: Mapping[str, Fakta],
    resmi: Mapping[str, Decimal],
) -> Temuan:
    uraian = f"Bobot {himpunan.nama} berjumlah {tulis(Fraction(jumlah), 2)}%, bukan 100%."
    tempat = [tempat_fakta(dinyatakan[b], f"{tulis(Fraction(resmi[b]), 1)}%") for b in beda] or [
        tempat_fakta(himpunan.bobot[-1])
    ]
    if beda:
        uraian += f" Berbeda dari bobot resmi: {_sebut(beda, dinyatakan, resmi)}."
    return make_temuan("bobot-jumlah", tuple(tempat), uraian)


def _sebut(beda: Sequence[str], dinyatakan: Mapping[str, Fakta], resmi: Mapping[str, Decimal]) -> str:
    return "; ".join(
        f"{bagian} tercetak {dinyatakan[bagian].cetakan.teks}, resmi {tulis(Fraction(resmi[bagian]), 1)}%"
        for bagian in beda
    )


def _banding_baris(
    himpunan: HimpunanBobot, dinyatakan: Mapping[str, Fakta], resmi: Mapping[str, Decimal]
) -> tuple[int, int] | None:
    """Rows that fit with the stated and with the official weights; None when the stated ones do as well."""
    urutan = list(resmi)
    if not himpunan.baris or any(bagian not in dinyatakan for bagian in urutan):
        return (0, 0)
    per_sebut = [dinyatakan[bagian].cetakan.nilai / 100 for bagian in urutan]
    menurut_sebut = sum(_is_cocok(replace(baris, tetapan=tuple(per_sebut))) for baris in himpunan.baris)
    menurut_resmi = sum(_is_cocok(baris) for baris in himpunan.baris)
    return None if menurut_sebut >= menurut_resmi else (menurut_sebut, menurut_resmi)


def _is_cocok(kaitan: Kaitan) -> bool:
    hasil = hitung(kaitan)
    return hasil is not None and hasil.putusan is not Putusan.TIDAK


def _laporkan_tukar(
    himpunan: HimpunanBobot, beda: Sequence[str], dinyatakan: Mapping[str, Fakta], putusan: tuple[int, int]
) -> Temuan:
    resmi = dict(himpunan.resmi)
    sama = sorted(satu.cetakan.nilai for satu in dinyatakan.values()) == sorted(resmi.values())
    apa = "tertukar" if sama else "berbeda dari yang resmi"
    uraian = f"Bobot {himpunan.nama} {apa}: {_sebut(beda, dinyatakan, resmi)}."
    if himpunan.baris:
        uraian += (
            f" Dari {len(himpunan.baris)} baris nilai, {putusan[0]} cocok dengan bobot yang disebut "
            f"dan {putusan[1]} cocok dengan bobot resmi."
        )
    return make_temuan(
        "bobot-tukar",
        tuple(tempat_fakta(dinyatakan[b], f"{tulis(Fraction(resmi[b]), 1)}%") for b in beda),
        uraian,
        kepastian=Kepastian.PASTI if himpunan.baris else Kepastian.MUNGKIN,
    )


def _periksa_baris(baris: Sequence[Kaitan]) -> Iterator[Temuan]:
    """Rows that do not follow the weights most rows of their table follow."""
    cocok = {id(satu): _is_cocok(satu) for satu in baris}
    for satu in baris:
        setabel = [lain for lain in baris if lain.hasil.tempat.tabel_ke == satu.hasil.tempat.tabel_ke]
        if cocok[id(satu)] or (
            len(setabel) > 1 and sum(cocok[id(lain)] for lain in setabel) * 2 < len(setabel)
        ):
            continue
        hitungan = hitung(satu)
        assert hitungan is not None  # a weighted sum divides by nothing
        bobot = ", ".join(f"{tulis(Fraction(nilai) * 100, 1)}%" for nilai in satu.tetapan)
        banding = bandingkan(satu.hasil.cetakan, hitungan)
        uraian = f"{satu.hasil.apa.teks}: jumlah komponen kali bobot ({bobot}); {banding}."
        benar = seharusnya(satu.hasil.cetakan, hitungan.titik)
        yield make_temuan(
            "bobot-baris", (tempat_fakta(satu.hasil, benar),), uraian, indikator=satu.hasil.apa.teks
        )
