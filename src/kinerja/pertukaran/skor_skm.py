"""Score a table of SKM: means of unsur by office, or one row for each respondent."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from kinerja.aturan.pecahan import to_desimal
from kinerja.aturan.skor.terbit import judge_linear
from kinerja.aturan.skor.uraian import NOL, HasilSkor, Suku
from kinerja.aturan.survei import (
    NilaiUnsur,
    PopulasiTidakSah,
    compute_nrr,
    compute_sampel,
    compute_skm,
    list_unsur_skm,
)
from kinerja.aturan.telaah.selang import Cetakan
from kinerja.dasar.cetak import bulatkan, cetak_angka, cetak_persen
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.lembar.survei import TABEL_SKM, UNSUR_SKM
from kinerja.pertukaran.skor import BarisSkor, HasilTabel
from kinerja.pertukaran.tabel_lepas import baca_tabel, list_lebih
from kinerja.pertukaran.temuan import Temuan, Tingkat

_BOBOT = Fraction(25, 9)
"""What a mean of 1 adds to the IKM."""
_BOBOT_DIBULATKAN = Fraction(111, 1000) * 25
"""The same in the many tables that multiply by 0.111: nobody can reach 100 there."""
_SEMUA = "Seluruh responden"
_DESIMAL_TERBIT = 2


def score_skm(berkas: Path, pada: date) -> HasilTabel:
    """Score every office of a CSV or XLSX file, or all its answers; `pada` is a day of the year.

    A table without the column Responden whose unsur are all whole numbers holds answers. A row with a mistake is
    left out and reported. BerkasDitolak for a file that is no readable table, BelumBerlaku before the rules.
    """
    list_unsur_skm(pada)
    isi, temuan = baca_tabel(berkas, TABEL_SKM, [k.lower() for k in UNSUR_SKM])
    if isi is None:
        return HasilTabel((), (), tuple(temuan))
    temuan += list_lebih(isi)
    temuan += [t for b in isi.baris for t in _periksa(isi, b)]
    salah = {t.sel for t in temuan}
    sah = [
        b
        for b in isi.baris
        if not any(_sel(isi, b, k) in salah for k in (*_unsur(), "responden", "populasi"))
    ]
    terisi = [b for b in sah if any(b.isi[k] is not None for k in _unsur())]
    baris = (
        _dari_jawaban(isi, terisi, temuan, pada)
        if _is_jawaban(isi, terisi)
        else _dari_agregat(isi, terisi, temuan, pada)
    )
    hasil = tuple(baris)
    if not hasil and not temuan:
        temuan.append(Temuan(isi.nama, "", "", "Tidak ada satu pun nilai unsur.", "Periksa berkasnya."))
    return HasilTabel(hasil, (), tuple(temuan))


def _unsur() -> list[str]:
    return [k.lower() for k in UNSUR_SKM]


def _sel(isi: IsiLembar, b: Baris, kolom: str) -> str:
    return isi.temuan(b, kolom, "", "").sel if kolom in isi.letak else ""


def _periksa(isi: IsiLembar, b: Baris) -> Iterator[Temuan]:
    for kolom in _unsur():
        nilai = b.isi[kolom]
        if nilai is not None and not 1 <= nilai <= 4:
            yield isi.temuan(b, kolom, f"Nilai {kolom.upper()} di luar 1–4.", "Tulis nilai dalam skala 4.")
    for kolom in ("responden", "populasi"):
        nilai = b.isi[kolom]
        if nilai is not None and (nilai < 1 or nilai != nilai.to_integral_value()):
            yield isi.temuan(b, kolom, "Paling sedikit satu orang, bilangan bulat.", "Periksa angkanya.")
    responden, populasi = b.isi["responden"], b.isi["populasi"]
    if responden is not None and populasi is not None and populasi < responden:
        yield isi.temuan(b, "populasi", "Populasi lebih kecil daripada responden.", "Periksa keduanya.")


def _is_jawaban(isi: IsiLembar, baris: Sequence[Baris]) -> bool:
    nilai = [b.isi[k] for b in baris for k in _unsur()]
    return "responden" not in isi.letak and all(n is None or n == n.to_integral_value() for n in nilai)


def _dari_jawaban(
    isi: IsiLembar, baris: Sequence[Baris], temuan: list[Temuan], pada: date
) -> Iterator[BarisSkor]:
    """The answers of each office together; without a column Satker all of them."""
    kelompok: dict[str, list[Baris]] = defaultdict(list)
    for b in baris:
        kelompok[b.isi["satker"] or _SEMUA].append(b)
    for satker, milik in kelompok.items():
        jawaban = {
            k: [int(b.isi[k.lower()]) for b in milik if b.isi[k.lower()] is not None] for k in UNSUR_SKM
        }
        nrr = [n for k, j in jawaban.items() if (n := compute_nrr(k, j)) is not None]
        if kosong := [k for k, j in jawaban.items() if not j]:
            aturan = f"{satker}: unsur {', '.join(kosong)} tidak dijawab seorang pun; IKM memerlukan kesembilannya."
            temuan.append(isi.temuan(milik[0], kosong[0].lower(), aturan, "Lengkapi jawabannya."))
            continue
        populasi = next((int(b.isi["populasi"]) for b in milik if b.isi["populasi"]), None)
        yield BarisSkor(milik[0].nomor, satker, _hitung(nrr, len(milik), populasi, pada), None, None)


def _dari_agregat(
    isi: IsiLembar, baris: Sequence[Baris], temuan: list[Temuan], pada: date
) -> Iterator[BarisSkor]:
    for b in baris:
        kurang = [k for k in UNSUR_SKM if b.isi[k.lower()] is None]
        if kurang:
            aturan = f"Unsur {', '.join(kurang)} kosong."
            temuan.append(isi.temuan(b, kurang[0].lower(), aturan, "Isi kesembilan unsur."))
            continue
        responden, populasi = (None if b.isi[k] is None else int(b.isi[k]) for k in ("responden", "populasi"))
        nrr = [NilaiUnsur(k, Fraction(b.isi[k.lower()]), responden) for k in UNSUR_SKM]
        hasil = _hitung(nrr, responden, populasi, pada)
        terbit = _cetak(isi, b, "terbit")
        bagian = [(satu, _BOBOT) for k in UNSUR_SKM if (satu := _cetak(isi, b, k.lower())) is not None]
        putusan = None if terbit is None else judge_linear(bagian, terbit)
        if terbit is not None and _is_bobot_dibulatkan(nrr, terbit, hasil):
            aturan = "Nilai tercetak memakai bobot 0,111; bobot tiap unsur 1/9 (PermenPANRB 14/2017)."
            cara = f"Tulis {cetak_angka(hasil.nilai or NOL, terbit.desimal)}."
            temuan.append(isi.temuan(b, "terbit", aturan, cara, Tingkat.PERINGATAN))
        yield BarisSkor(b.nomor, b.isi["satker"] or f"baris {b.nomor}", hasil, terbit, putusan)


def _is_bobot_dibulatkan(nrr: Sequence[NilaiUnsur], terbit: Cetakan, hasil: HasilSkor) -> bool:
    """The printed IKM comes out with the rounded weight and not with 1/9."""
    dibulatkan = sum((n.nilai for n in nrr), Fraction(0)) * _BOBOT_DIBULATKAN
    cetakan = (bulatkan(to_desimal(dibulatkan), terbit.desimal), bulatkan(hasil.nilai or NOL, terbit.desimal))
    return cetakan[0] == terbit.nilai != cetakan[1]


def _cetak(isi: IsiLembar, b: Baris, kolom: str) -> Cetakan | None:
    nilai: Decimal | None = b.isi[kolom]
    if nilai is None:
        return None
    # Reports print two decimals; spreadsheets drop the zeros.
    desimal = max(_DESIMAL_TERBIT, -int(nilai.as_tuple().exponent))
    return Cetakan(isi.teks(b, kolom), nilai, desimal)


def _hitung(nrr: Sequence[NilaiUnsur], responden: int | None, populasi: int | None, pada: date) -> HasilSkor:
    indeks = compute_skm(nrr, pada=pada)
    sampel = tuple(_sampel(responden, populasi, pada))
    uraian = Suku(
        indeks.uraian.label,
        indeks.uraian.nilai,
        aturan=indeks.aturan,
        catatan=indeks.uraian.catatan,
        rincian=(*indeks.uraian.rincian, *sampel),
    )
    return HasilSkor(indeks.nilai_seratus, indeks.mutu, indeks.aturan, uraian)


def _sampel(responden: int | None, populasi: int | None, pada: date) -> Iterator[Suku]:
    if responden is not None:
        yield Suku("Responden", Decimal(responden), satuan=" orang")
    if responden is not None and populasi is not None:
        try:
            sampel = compute_sampel(populasi, responden, pada=pada)
        except PopulasiTidakSah:
            return
        kata = "tercapai" if sampel.tercapai else "belum tercapai"
        catatan = f"populasi {cetak_angka(populasi)}; {kata}, {cetak_persen(sampel.persen)}"
        yield Suku("Sampel minimum", Decimal(sampel.minimum), " orang", aturan=sampel.aturan, catatan=catatan)
