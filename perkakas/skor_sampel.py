"""`python -m perkakas.skor_sampel`: write docs/skor-sampel.md, every published score of the sample beside ours.

The figures come from contoh/skor-2023, which holds Tabel 208, 209 and 210 of the report as printed; what the prose
of the report says stands below as constants.
"""

from __future__ import annotations

import csv
import datetime
import os
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.konfigurasi.settings")
django.setup()

from kinerja.aturan.skor.ikpa.masukan import Indikator  # noqa: E402
from kinerja.aturan.skor.ikpa.nilai import get_bobot  # noqa: E402
from kinerja.aturan.skor.masukan import KomponenSmart  # noqa: E402
from kinerja.aturan.skor.nka import explain_nka  # noqa: E402
from kinerja.aturan.skor.smart import NAMA, compute_smart, convert_efisiensi  # noqa: E402
from kinerja.aturan.skor.uraian import get_nilai  # noqa: E402
from kinerja.dasar.cetak import bulatkan  # noqa: E402
from kinerja.pertukaran.skor import BarisSkor, HasilTabel, score_tabel  # noqa: E402

AKAR = Path(__file__).resolve().parent.parent
FOLDER = AKAR / "contoh" / "skor-2023"
DOKUMEN = AKAR / "docs" / "skor-sampel.md"
PADA = datetime.date(2023, 12, 31)

# What the report says in sentences.
BOBOT_KALIMAT = {"penyerapan": "28.6", "konsistensi": "9.7", "capaian_keluaran": "43.5", "efisiensi": "18.2"}
BOBOT_RUMUS = {kunci: str(get_nilai("skor_perencanaan", PADA).peta[kunci]) for kunci in NAMA}
RINGKASAN_SMART, RINGKASAN_IKPA, RINGKASAN_NKA = Decimal("90.18"), Decimal("98.06"), Decimal("93.31")
DISPENSASI_KALIMAT = 10

Baris = dict[str, str]


def read_baris(nama: str) -> dict[str, Baris]:
    """The printed rows of a table by the key of the office; rows without a number are means."""
    with (FOLDER / f"{nama}.csv").open(encoding="utf-8", newline="") as aliran:
        return {b["satker_key"]: b for b in csv.DictReader(aliran) if b["no"]}


def make_dokumen() -> str:
    """The whole document."""
    smart, ikpa, nka = (score_tabel(FOLDER / f"{nama}.csv", nama, PADA) for nama in ("smart", "ikpa", "nka"))
    bagian = [_kepala(smart, ikpa, nka), _tulis_smart(smart), _tulis_ikpa(ikpa), _tulis_nka(nka)]
    bagian += [_bobot_kalimat(), _dua_smart(), _tanpa_bobot(), _ikpa_tertukar(), _rata_rata(), _lain()]
    return "\n\n".join(bagian) + "\n"


def _kepala(*semua: HasilTabel) -> str:
    baris = []
    for nama, tabel, hasil in zip(("SMART", "IKPA", "NKA"), (208, 209, 210), semua, strict=True):
        cocok = sum(b.putusan is not None and b.putusan.value == "cocok" for b in hasil.baris)
        terjauh = max(abs(b.selisih or Decimal(0)) for b in hasil.baris)
        baris.append((f"{nama} (Tabel {tabel})", str(len(hasil.baris)), str(cocok), f"{terjauh:f}"))
    kepala = ("score", "rows", "reproduced to the printed digit", "largest difference before rounding")
    return f"""# The published scores of the sample beside ours

Written by `python -m perkakas.skor_sampel`; a test fails when it is not up to date. The sample is the 2023 report
of one regional office: 37 work units, budget year 2023, hence SMART by PMK 22/PMK.02/2021, IKPA by PER-5/PB/2022,
NKA 60/40. Each row is computed from the components its own table prints. "Ours" is the unrounded value.

{_tabel(kepala, baris)}

Each row computes from its own components. What cannot be right is *between* the tables and in the sentences around
them; that is listed below the tables, with the arithmetic."""


def _tulis_smart(hasil: HasilTabel) -> str:
    kepala = ("office", "P", "K", "CRO", "E", "NE", "printed", "ours", "difference", "verdict")
    mentah = read_baris("smart")
    baris = []
    for satu, cetak in zip(hasil.baris, mentah.values(), strict=True):
        ne = convert_efisiensi(Decimal(cetak["efisiensi"]), pada=PADA)
        kolom = ("realisasi_anggaran", "konsistensi_rpd_akhir", "capaian_keluaran_kegiatan", "efisiensi")
        baris.append((satu.satker, *(cetak[k] for k in kolom), _angka(ne), *_banding(satu)))
    rumus = "`0.097 P + 0.182 K + 0.435 CRO + 0.286 NE`, `NE = 50 + E / 20 × 50`"
    return f"## SMART, Tabel 208\n\n{rumus}\n\n{_tabel(kepala, baris)}"


def _tulis_ikpa(hasil: HasilTabel) -> str:
    kepala = (
        "office",
        "total",
        "weights that apply",
        "without object",
        "printed",
        "ours",
        "difference",
        "verdict",
    )
    baris = []
    for satu, cetak in zip(hasil.baris, read_baris("ikpa").values(), strict=True):
        tanpa = [s.label for s in satu.hasil.uraian.rincian if s.bobot is not None and s.nilai is None]
        isi = (cetak["nilai_total"], f"{cetak['konversi_bobot_persen']}%", ", ".join(tanpa) or "–")
        baris.append((satu.satker, *isi, *_banding(satu)))
    catatan = (
        "`round2(total / weights that apply × 100)`. The table prints 0.00 both for an indicator without object "
        "and for one that earned nothing; the printed conversion tells which it is."
    )
    return f"## IKPA, Tabel 209\n\n{catatan}\n\n{_tabel(kepala, baris)}"


def _tulis_nka(hasil: HasilTabel) -> str:
    kepala = ("office", "SMART", "IKPA", "printed", "ours", "difference", "verdict", "predicate")
    baris = []
    for satu, cetak in zip(hasil.baris, read_baris("nka").values(), strict=True):
        predikat = satu.hasil.predikat.nama if satu.hasil.predikat else "–"
        baris.append((satu.satker, cetak["nilai_smart"], cetak["nilai_ikpa"], *_banding(satu), predikat))
    return f"## NKA, Tabel 210\n\n`0.6 SMART + 0.4 IKPA`\n\n{_tabel(kepala, baris)}"


def _bobot_kalimat() -> str:
    """How far the weights of the sentence are from the scores of the table beneath it."""
    benar = menurut_rumus = 0
    terjauh, contoh = Decimal(0), ""
    semua = read_baris("smart").values()
    banyak = len(semua)
    for cetak in semua:
        nilai = _timbang(cetak, BOBOT_KALIMAT)
        terbit = Decimal(cetak["nilai"])
        benar += bulatkan(nilai, 2) == terbit
        menurut_rumus += bulatkan(_timbang(cetak, BOBOT_RUMUS), 2) == terbit
        if abs(nilai - terbit) > abs(terjauh):
            terjauh, contoh = nilai - terbit, f"{cetak['satker']}: {_rinci(cetak, BOBOT_KALIMAT)} = {nilai:f}"
            contoh += f", printed {terbit}; the other way round {_rinci(cetak, BOBOT_RUMUS)}"
            contoh += f" = {_timbang(cetak, BOBOT_RUMUS):f}"
    return f"""## What does not agree

### The sentence swaps the weights of SMART

The text above Tabel 208 gives {_sebut_bobot(BOBOT_KALIMAT)}.
With these weights {benar} of {banyak} printed scores come out, with those of the rule
({_sebut_bobot(BOBOT_RUMUS)}) {menurut_rumus}.
The farthest row ({terjauh:+f}):

{contoh}."""


def _sebut_bobot(bobot: dict[str, str]) -> str:
    return ", ".join(f"{kunci.replace('_', ' ')} {persen}" for kunci, persen in bobot.items())


def _timbang(cetak: Baris, bobot: dict[str, str]) -> Decimal:
    return sum((nilai * Decimal(bobot[k]) / 100 for k, nilai in _unsur(cetak).items()), Decimal(0))


def _rinci(cetak: Baris, bobot: dict[str, str]) -> str:
    return " + ".join(f"{bobot[k]}% × {_angka(nilai)}" for k, nilai in _unsur(cetak).items())


def _unsur(cetak: Baris) -> dict[str, Decimal]:
    """The four variables with efficiency converted."""
    return {
        "penyerapan": Decimal(cetak["realisasi_anggaran"]),
        "konsistensi": Decimal(cetak["konsistensi_rpd_akhir"]),
        "capaian_keluaran": Decimal(cetak["capaian_keluaran_kegiatan"]),
        "efisiensi": convert_efisiensi(Decimal(cetak["efisiensi"]), pada=PADA),
    }


def _dua_smart() -> str:
    smart, nka = read_baris("smart"), read_baris("nka")
    baris = []
    for kunci, cetak in smart.items():
        satu, dua = Decimal(cetak["nilai"]), Decimal(nka[kunci]["nilai_smart"])
        penuh = _smart_penuh(cetak)
        mungkin = "yes" if _smart_terendah(cetak) <= dua <= penuh else "no"
        baris.append((cetak["satker"], f"{satu}", f"{dua:f}", f"{dua - satu:+f}", _angka(penuh), mungkin))
    beda = sum(b[1] != b[2] for b in baris)
    tidak = sum(b[-1] == "no" for b in baris)
    serap = [Decimal(c["realisasi_anggaran"]) for c in smart.values()]
    rata = bulatkan(sum(serap, Decimal(0)) / len(serap), 2)
    kepala = (
        "office",
        "Tabel 208",
        "Tabel 210",
        "difference",
        "highest with the printed K, CRO, E",
        "within reach",
    )
    return f"""### Tabel 210 prints other SMART scores than Tabel 208

{beda} of {len(smart)} differ. The components of Tabel 208 are not those of the end of the year: their mean penyerapan
is {rata}%, while the report says 99.24% of the budget was spent by 31 December. Tabel 210 holds later scores whose
components are printed nowhere, so they can be checked against nothing but their use in NKA. To see whether more
spending alone explains a later score, the fifth column raises P to 100 and leaves K, CRO and E as printed: {tidak} of
{len(smart)} scores of Tabel 210 lie outside what that allows, so other components must have changed too.

{_tabel(kepala, baris)}"""


def _tanpa_bobot() -> str:
    """Whether any weights at all could lead from Tabel 208 to Tabel 210."""
    smart, nka = read_baris("smart"), read_baris("nka")
    unsur = {kunci: tuple(_unsur(cetak).values()) for kunci, cetak in smart.items()}
    akhir = {kunci: Decimal(nka[kunci]["nilai_smart"]) for kunci in smart}
    cocok = max(
        sum(bulatkan(_gabung(unsur[k], bobot), 2) == akhir[k] for k in smart)
        for bobot in permutations(map(Decimal, BOBOT_RUMUS.values()))
    )
    # Better in every variable and yet printed lower: no weights above zero can do that.
    terbalik = [(a, b) for a in smart for b in smart if _unggul(unsur[a], unsur[b]) and akhir[a] < akhir[b]]
    urutan = [(a, b) for a in smart for b in smart if _unggul(unsur[a], unsur[b]) and akhir[a] != akhir[b]]
    a, b = max(terbalik, key=lambda p: akhir[p[1]] - akhir[p[0]])
    korelasi = _korelasi([Decimal(c["nilai"]) for c in smart.values()], list(akhir.values()))
    return f"""### No other weights lead from Tabel 208 to Tabel 210

That they are of another day, or of another source, is all that is left. Given to the four variables in any order,
the weights of the rule reproduce {cocok} of the {len(smart)} scores of Tabel 210.
Nor can any others: of the {len(urutan)} pairs in which one office
is at least as good as the other in all four variables of Tabel 208, {len(terbalik)} are printed the other way round in
Tabel 210, which no weights above zero can do. The farthest pair (P, K, CRO, NE):

{smart[a]["satker"]}: {_sebut(unsur[a])}, printed {akhir[a]:f}; {smart[b]["satker"]}: {_sebut(unsur[b])}, printed
{akhir[b]:f}.

The two columns of scores have a correlation of {korelasi:f}: one tells nothing of the other."""


def _gabung(unsur: Sequence[Decimal], bobot: Sequence[Decimal]) -> Decimal:
    return sum((n * w / 100 for n, w in zip(unsur, bobot, strict=True)), Decimal(0))


def _unggul(satu: Sequence[Decimal], dua: Sequence[Decimal]) -> bool:
    """At least as good in everything, and better in something."""
    return tuple(satu) != tuple(dua) and all(a >= b for a, b in zip(satu, dua, strict=True))


def _sebut(unsur: Iterable[Decimal]) -> str:
    return ", ".join(map(_angka, unsur))


def _korelasi(satu: Sequence[Decimal], dua: Sequence[Decimal]) -> Decimal:
    """Pearson's, with three decimals."""
    rata_satu, rata_dua = (sum(semua, Decimal(0)) / len(semua) for semua in (satu, dua))
    a, b = [n - rata_satu for n in satu], [n - rata_dua for n in dua]
    bawah = (sum(n * n for n in a) * sum(n * n for n in b)) ** Decimal("0.5")
    return bulatkan(sum((x * y for x, y in zip(a, b, strict=True)), Decimal(0)) / bawah, 3)


def _smart_penuh(cetak: Baris) -> Decimal:
    return _smart(cetak, penyerapan=Decimal(100))


def _smart_terendah(cetak: Baris) -> Decimal:
    return _smart(cetak, penyerapan=Decimal(cetak["realisasi_anggaran"]))


def _smart(cetak: Baris, penyerapan: Decimal) -> Decimal:
    lain = (cetak["konsistensi_rpd_akhir"], cetak["capaian_keluaran_kegiatan"], cetak["efisiensi"])
    nilai = compute_smart(KomponenSmart(penyerapan, *map(Decimal, lain)), pada=PADA).nilai
    return Decimal(0) if nilai is None else nilai


def _ikpa_tertukar() -> str:
    ikpa, nka = read_baris("ikpa"), read_baris("nka")
    kalimat = []
    for kunci, cetak in nka.items():
        dipakai, seharusnya = Decimal(cetak["nilai_ikpa"]), Decimal(ikpa[kunci]["nilai_akhir"])
        if dipakai == seharusnya:
            continue
        sama = [b["nama_satker"] for b in ikpa.values() if Decimal(b["nilai_akhir"]) == dipakai]
        benar = explain_nka(Decimal(cetak["nilai_smart"]), seharusnya, pada=PADA).nilai or Decimal(0)
        terbit = Decimal(cetak["nilai_kinerja_anggaran"])
        kalimat.append(
            f"{cetak['satker']}: Tabel 209 prints {seharusnya}, Tabel 210 takes {dipakai:f}, the score of "
            f"{' and '.join(sama)}. 0.6 × {cetak['nilai_smart']} + 0.4 × {seharusnya} = {benar:f}; printed "
            f"{terbit:f}, {terbit - benar:+f}."
        )
    return "### One prison got another's IKPA\n\n" + "\n".join(kalimat)


def _rata_rata() -> str:
    nka, ikpa = read_baris("nka"), read_baris("ikpa")
    rata_nka, rata_smart, rata_ikpa = (
        _rata(Decimal(b[k]) for b in nka.values())
        for k in ("nilai_kinerja_anggaran", "nilai_smart", "nilai_ikpa")
    )
    rata_209 = _rata(Decimal(b["nilai_akhir"]) for b in ikpa.values())
    ringkas = explain_nka(RINGKASAN_SMART, RINGKASAN_IKPA, pada=PADA).nilai
    return f"""### The three figures of the summary do not belong together

The summary prints SMART {RINGKASAN_SMART}, IKPA {RINGKASAN_IKPA}, NKA {RINGKASAN_NKA}.
0.6 × {RINGKASAN_SMART} + 0.4 × {RINGKASAN_IKPA} = {ringkas}, not {RINGKASAN_NKA}.
{RINGKASAN_SMART} is the mean of the SMART column of Tabel 210 ({rata_smart}), {RINGKASAN_IKPA} the mean of Tabel 209
({rata_209}), {RINGKASAN_NKA} the mean of Tabel 210 ({rata_nka}), whose IKPA column has the mean {rata_ikpa} because of
the wrong score above."""


def _rata(nilai: Iterable[Decimal]) -> Decimal:
    semua = list(nilai)
    return bulatkan(sum(semua, Decimal(0)) / len(semua), 4)


def _lain() -> str:
    nka = read_baris("nka")
    bobot = get_bobot(PADA)
    jumlah = sum(bobot.values()) - bobot[Indikator.DISPENSASI] + DISPENSASI_KALIMAT
    tertinggi = max(Decimal(b["dispensasi_spm"]) for b in read_baris("ikpa").values())
    menurut: dict[str, list[str]] = {}
    for cetak in nka.values():
        menurut.setdefault(cetak["nilai_smart"], []).append(cetak["satker"])
    kembar = "; ".join(f"{n}: {' and '.join(s)}" for n, s in menurut.items() if len(s) > 1)
    return f"""### Other remarks

- The prose gives dispensasi SPM the weight {DISPENSASI_KALIMAT}%; then the {len(bobot)} weights sum to
  {jumlah}%. The column never exceeds {tertinggi}, and with {bobot[Indikator.DISPENSASI]}% every row comes out.
- Offices with the same SMART score in Tabel 210, although their components in Tabel 208 differ ({kembar}): not
  impossible, but a score may have been copied. Nothing printed can decide it.
- Nothing was bent to reproduce a printed figure: the rules know no office by name."""


def _banding(satu: BarisSkor) -> tuple[str, str, str, str]:
    terbit = satu.terbit.teks if satu.terbit else "–"
    nilai, selisih = satu.hasil.nilai or Decimal(0), satu.selisih or Decimal(0)
    return terbit, _angka(nilai), _angka(selisih), satu.putusan.value if satu.putusan else "–"


def _angka(nilai: Decimal) -> str:
    return f"{bulatkan(nilai, 5).normalize():f}"


def _tabel(kepala: Sequence[str], baris: Iterable[Sequence[str]]) -> str:
    garis = ["| " + " | ".join(satu) + " |" for satu in (kepala, *baris)]
    garis.insert(1, "| --- |" + " ---: |" * (len(kepala) - 1))
    return "\n".join(garis)


if __name__ == "__main__":
    DOKUMEN.write_text(make_dokumen(), encoding="utf-8")
    print(f"{DOKUMEN.relative_to(AKAR)} written")
