"""`python -m perkakas.survei_sampel`: write docs/survei-sampel.md, the published surveys of the sample beside ours."""

import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from pathlib import Path

import yaml

from kinerja.aturan.konversi import PEMBAGI_SURVEI, convert_skala
from kinerja.aturan.pecahan import to_desimal
from kinerja.aturan.survei import compute_rata_tertimbang
from kinerja.dasar.cetak import bulatkan, cetak_angka
from kinerja.dasar.periode import nama_bulan

AKAR = Path(__file__).resolve().parents[1]
CONTOH = AKAR / "contoh" / "sumsel-2023"
TERCETAK = Path(__file__).with_suffix(".yaml")
TUJUAN = AKAR / "docs" / "survei-sampel.md"
_DUA = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Banding:
    """One printed figure beside ours (unrounded), with the arithmetic."""

    tabel: int
    hal: str
    tercetak: Decimal
    kita: Decimal
    hitungan: str

    @property
    def putusan(self) -> str:
        """Agrees when rounded to the printed decimals, only when cut, or not."""
        desimal = max(0, -int(self.tercetak.as_tuple().exponent))
        if bulatkan(self.kita, desimal) == self.tercetak:
            return "cocok"
        potong = self.kita.quantize(Decimal(1).scaleb(-desimal), ROUND_DOWN)
        return "cocok hanya bila dipotong" if potong == self.tercetak else "tidak cocok"


def list_banding() -> list[Banding]:
    """Every printed figure of the four tables that can be computed from the others."""
    tercetak = yaml.safe_load(TERCETAK.read_text(encoding="utf-8"))
    hasil = _muat()
    return [
        *_tabel_6(hasil["3as-internal"], tercetak[6]),
        *_tabel_13(hasil["skm-pemasyarakatan"], tercetak[13]),
        *_tabel_123(hasil["skm-keimigrasian"], tercetak[123]),
        *_tabel_127(hasil["ipk-internal"], hasil["ipk-eksternal"], tercetak[127]),
    ]


Baris = dict[str, str]


def _muat() -> dict[str, list[Baris]]:
    hasil: dict[str, list[Baris]] = {}
    with (CONTOH / "hasil_survei.csv").open(encoding="utf-8", newline="") as aliran:
        for b in csv.DictReader(aliran):
            hasil.setdefault(b["Instrumen"], []).append(b)
    return hasil


def _nilai(b: Baris) -> Decimal:
    return Decimal(b["Nilai"].replace(",", "."))


def _rata(nilai: Sequence[Decimal]) -> Decimal:
    return to_desimal(sum(map(Fraction, nilai), Fraction(0)) / len(nilai))


def _tabel_6(baris: list[Baris], tercetak: dict[str, object]) -> Iterator[Banding]:
    konversi = [Decimal(n) for n in tercetak["konversi"]]
    for b, cetak in zip(baris, konversi, strict=True):
        n = _nilai(b)
        yield Banding(
            6,
            f"Konversi {nama_bulan(int(b['Bulan']))}",
            cetak,
            convert_skala(n),
            f"{_c(n)} ÷ {PEMBAGI_SURVEI}",
        )
    nilai = [_nilai(b) for b in baris]
    rata = _rata(nilai)
    jumlah = _c(sum(nilai, Decimal(0)))
    yield Banding(6, "Rata-rata nilai indeks", Decimal(tercetak["rata"]), rata, f"{jumlah} ÷ {len(nilai)}")
    hitungan = f"{jumlah} ÷ ({PEMBAGI_SURVEI} × {len(nilai)})"
    yield Banding(
        6, "Rata-rata nilai konversi", Decimal(tercetak["rata_konversi"]), convert_skala(rata), hitungan
    )


def _tabel_13(baris: list[Baris], tercetak: dict[str, object]) -> Iterator[Banding]:
    nilai = [_nilai(b) for b in baris]
    hitungan = f"{_c(sum(nilai, Decimal(0)))} ÷ {len(nilai)}"
    yield Banding(13, f"Rata-rata {len(nilai)} satker", Decimal(tercetak["rata"]), _rata(nilai), hitungan)


def _tabel_123(baris: list[Baris], tercetak: dict[str, object]) -> Iterator[Banding]:
    rata = []
    for satker, cetak in tercetak["rata"].items():
        nilai = [_nilai(b) for b in baris if b["Satker"] == satker]
        rata.append(_rata(nilai))
        hitungan = f"{_c(sum(nilai, Decimal(0)))} ÷ {len(nilai)}"
        yield Banding(123, f"Rata-rata {satker}", Decimal(cetak), rata[-1], hitungan)
    hitungan = f"({' + '.join(_c(bulatkan(r, 4)) for r in rata)}) ÷ {len(rata)}"
    yield Banding(123, "IKM layanan keimigrasian", Decimal(tercetak["gabungan"]), _rata(rata), hitungan)


def _tabel_127(dalam: list[Baris], luar: list[Baris], tercetak: dict[str, object]) -> Iterator[Banding]:
    for d, e in zip(dalam, luar, strict=True):
        yield _gabung(str(d["Satker"]), [d, e], Decimal(tercetak["satker"][d["Satker"]]))
    yield _gabung("gabungan internal", dalam, Decimal(tercetak["internal"]))
    yield _gabung("gabungan eksternal", luar, Decimal(tercetak["eksternal"]))
    yield _gabung("gabungan seluruhnya", [*dalam, *luar], Decimal(tercetak["gabungan"]))


def _gabung(hal: str, baris: Sequence[Baris], tercetak: Decimal) -> Banding:
    pasangan = [(_nilai(b), int(b["Responden"])) for b in baris]
    kita = compute_rata_tertimbang(pasangan)
    assert kita is not None
    atas = " + ".join(f"{r} × {_c(n)}" for n, r in pasangan)
    return Banding(127, f"IPK {hal}", tercetak, kita, f"({atas}) ÷ {sum(r for _, r in pasangan)}")


def _c(nilai: Decimal) -> str:
    return cetak_angka(nilai)


def render() -> str:
    """The page as Markdown."""
    semua = list_banding()
    cocok = sum(b.putusan == "cocok" for b in semua)
    baris = [
        "# Survei kantor contoh: nilai terbit dan nilai kita",
        "",
        "Dibuat oleh `python -m perkakas.survei_sampel`; jangan disunting. Nilai kita dihitung dari hasil survei di",
        "`contoh/sumsel-2023/hasil_survei.csv` dengan aturan di `kinerja.aturan.survei`, tanpa pembulatan di tengah.",
        f"Dari {len(semua)} angka tercetak yang dapat dihitung dari angka lain, {cocok} cocok.",
        "",
        "| Tabel | Hal | Tercetak | Kita | Selisih | Hitungan | Putusan |",
        "| ---: | --- | ---: | ---: | ---: | --- | --- |",
    ]
    baris += [
        f"| {b.tabel} | {b.hal} | {cetak_angka(b.tercetak, 2)} | {_c(bulatkan(b.kita, 4))} | "
        f"{_c(bulatkan(b.kita - b.tercetak, 4))} | {b.hitungan} | {b.putusan} |"
        for b in semua
    ]
    return "\n".join([*baris, "", *_PENJELASAN, ""])


_PENJELASAN = (
    "## Yang tidak cocok dan sebabnya",
    "",
    "- Tabel 6, Mei dan Juli: 99,08 ÷ 25 = 3,96 (tercetak 3,99) dan 97,22 ÷ 25 = 3,89 (tercetak 3,81, sama dengan",
    "  angka Juni di atasnya).",
    "- Tabel 6, April, Juni, Agustus, September, dan rata-rata indeks: desimalnya dipotong, bukan dibulatkan;",
    "  April 3,94, Juni 3,82, Agustus 3,92, September 3,93, rata-rata 97,74.",
    "- Tabel 6, rata-rata konversi: 3,90 ialah rata-rata dua belas konversi yang tercetak (46,81 ÷ 12 = 3,9008),",
    "  yang enam di antaranya terpotong atau keliru; dari nilai indeksnya 97,7358 ÷ 25 = 3,9094, dibulatkan 3,91.",
    "- Tabel 123: dua belas nilai bulanan Palembang berjumlah 47,19, rata-ratanya 3,9325; 3,92 tidak dapat diperoleh",
    "  dengan pembulatan maupun pemotongan. Muara Enim 3,9967 dipotong menjadi 3,99. Rata-rata keduanya 3,9646;",
    "  3,95 berasal dari (3,92 + 3,99) ÷ 2 = 3,955 yang dipotong lagi.",
    "- Tabel 127 cocok seluruhnya dengan rata-rata yang ditimbang responden, dan tidak dengan rata-rata biasa:",
    "  (3,7 + 3,39) ÷ 2 = 3,545, sedangkan tercetak 3,53.",
    "- Jumlah responden Tabel 6, 13, dan 123 tidak diterbitkan, jadi ketercapaian sampelnya tidak dapat dihitung.",
    "- Mutu pelayanan tidak dicetak laporan itu; menurut PermenPANRB 14/2017 semua hasil SKM-nya bermutu A.",
)


if __name__ == "__main__":
    TUJUAN.write_text(render(), encoding="utf-8")
    sys.stdout.write(f"{TUJUAN.name}\n")
