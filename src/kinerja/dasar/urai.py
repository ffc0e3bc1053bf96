"""Take a typed number apart: sign, Rp, digits, %, magnitude word, unit word.

Nothing is decided here about what a comma or a point means; that is the work of `kinerja.dasar.angka`.
Whatever is not recognised with certainty is refused, with a sentence for the person who typed it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BATAS_DIGIT = 30
BATAS_PANJANG = 200

SKALA = {
    "ribu": 3,
    "rb": 3,
    "juta": 6,
    "jt": 6,
    "miliar": 9,
    "milyar": 9,
    "triliun": 12,
    "trilyun": 12,
}

# Read as a unit word, each of these would make the value wrong by its whole magnitude ("1,3 bn" as 1,3).
_KATA_BILANGAN = re.compile(
    "belas|puluh|ratus|ribuan|jutaan|milyaran|miliaran|triliunan|permil"
    "|mio|mn|bio|bn|trn|tn|mld|mlyr|mrd|thousand|million|billion|trillion"
)
_SEBUTAN_SKALA = SKALA.keys() | {"seribu", "sejuta", "semiliar", "semilyar", "setriliun"}
_TANPA_NILAI = re.compile(
    r"-?nihil-?|nil|null|none|na|n/a|n\.a\.?|tad|belum( ada| tersedia)?|kosong|tidak (ada( data)?|tersedia)"
)

_HILANG = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
# The plain hyphen stands last, where a character class takes it literally instead of as a range.
_TANDA = "−–‒‐‑-"
_GARIS = f"—{_TANDA}"
_TANDA_KATA = frozenset(" \n.,()/&'’:;-–²³")

_POLA = re.compile(
    rf"(?P<tanda>[+{_TANDA}]?)\s*(?P<rp>(?:(?:rp|idr)\s?\.?)?)\s*(?P<tanda_rp>[+{_TANDA}]?)\s*"
    rf"(?P<inti>[0-9](?:[0-9., ]*[0-9])?)(?P<sen>(?:[.,][={_GARIS}]{{1,2}}(?![0-9]))?)(?P<ekor>.*)",
    re.IGNORECASE | re.DOTALL,
)
_KURUNG = re.compile(r"(?P<rp>(?:rp|idr)?\s?\.?)\s*\((?P<isi>[^()]+)\)\s*(?P<persen>%?)", re.IGNORECASE)
_EKOR = re.compile(
    rf"\s*(?:(?P<skala>{'|'.join(SKALA)})(?![^\W\d_])\.?\s*)?"
    r"(?:(?P<persen>%|persen(?![^\W\d_]))|(?P<rupiah>rupiah(?![^\W\d_])))?(?P<sisa>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SELA = re.compile(r"(?P<depan>[0-9.]*[0-9])(?: ,|, )(?P<belakang>[0-9]+)")
_BATAS_KATA = re.compile(r"[\W\d_]+")


class TeksDitolak(ValueError):
    """The text is not one number; the message is an Indonesian sentence that says how to mend it."""

    def __init__(self, teks: str, alasan: str) -> None:
        super().__init__(f"{kutip(teks)} {alasan}")


@dataclass(frozen=True, slots=True)
class Urai:
    """A text taken apart.

    `inti` holds the digits with the typed "." and "," and no blanks; `skala` is the power of ten of "ribu",
    "juta", "miliar" and "triliun", else 0.
    """

    inti: str
    negatif: bool
    rupiah: bool
    persen: bool
    skala: int
    keterangan: str


def bersihkan(teks: str) -> str:
    """Return the text with invisible characters removed and every kind of blank made a plain one."""
    baris = (" ".join(satu.split()) for satu in teks.translate(_HILANG).splitlines())
    return "\n".join(satu for satu in baris if satu)


def is_kosong(bersih: str) -> bool:
    """Tell whether a cleaned text is an empty cell: nothing, or only dashes."""
    return not bersih.strip(f"{_GARIS} \n")


def kutip(teks: str) -> str:
    """Quote a text for a message: one line, at most 40 characters."""
    rata = " ".join(teks.split())
    return f'"{rata[:40]}…"' if len(rata) > 40 else f'"{rata}"'


def urai_angka(bersih: str) -> Urai:
    """Take a cleaned, non-empty text apart.

    Parentheses around the whole number are the accountant's minus ("(1.234,5)" is −1.234,5), but not when a
    sign or a unit word stands inside them: "(82 indeks)" is a remark, not a negative index.

    Raises `TeksDitolak` when the text is anything but one number.
    """
    _tolak_sejak_awal(bersih)
    tanpa_kurung, dalam_kurung = _buka_kurung(bersih)
    cocok = _POLA.fullmatch(tanpa_kurung)
    if cocok is None:
        raise TeksDitolak(bersih, _jelaskan_bukan_angka(bersih))
    ekor = _urai_ekor(cocok["ekor"], bersih)
    tanda = cocok["tanda"] + cocok["tanda_rp"]
    if len(tanda) > 1 or (dalam_kurung and (tanda or ekor.keterangan)):
        raise TeksDitolak(bersih, "memuat lebih dari satu tanda atau kurung. Tulis satu angka saja.")
    rupiah = bool(cocok["rp"] or cocok["sen"]) or ekor.rupiah
    if rupiah and (ekor.persen or ekor.keterangan):
        raise TeksDitolak(bersih, "memuat kata atau tanda lain sesudah jumlah rupiah. Hapus bagian itu.")
    negatif = dalam_kurung or (tanda != "" and tanda in _TANDA)
    inti = _padatkan(cocok["inti"], bersih)
    return Urai(inti, negatif, rupiah, ekor.persen, ekor.skala, ekor.keterangan)


def _tolak_sejak_awal(bersih: str) -> None:
    if len(bersih) > BATAS_PANJANG or sum(huruf.isdigit() for huruf in bersih) > BATAS_DIGIT:
        raise TeksDitolak(bersih, f"terlalu panjang untuk sebuah angka (paling banyak {BATAS_DIGIT} digit).")
    if any(huruf.isdecimal() and not huruf.isascii() for huruf in bersih):
        raise TeksDitolak(bersih, "memakai bentuk angka selain 0–9. Ketik ulang dengan angka 0–9.")


def _buka_kurung(bersih: str) -> tuple[str, bool]:
    cocok = _KURUNG.fullmatch(bersih)
    if cocok is None:
        return bersih, False
    return f"{cocok['rp']}{cocok['isi'].strip()}{cocok['persen']}", True


def _jelaskan_bukan_angka(bersih: str) -> str:
    kecil = bersih.casefold()
    if _TANPA_NILAI.fullmatch(kecil):
        return "bukan angka. Tulis 0 bila jumlahnya memang nol, atau kosongkan bila tidak ada data."
    if re.fullmatch(rf"(?:rp|idr)\.? ?[{_GARIS}]+|[{_GARIS}] ?%", kecil):
        # Excel's accounting format shows zero as "Rp -"; people type the same for "no data".
        return "dapat berarti nol atau tidak ada data. Tulis 0, atau kosongkan."
    if bersih.startswith("#"):
        return "adalah galat rumus lembar kerja. Perbaiki rumusnya, lalu salin hasilnya."
    if bersih.startswith(("<", ">", "≤", "≥", "±", "~", "≈")):
        return "memuat tanda batas atau kisaran. Tulis angkanya saja."
    return "bukan angka. Tulis satu angka saja, misalnya 1.234,5."


def _padatkan(inti: str, bersih: str) -> str:
    """Drop the one stray blank that PDF text leaves beside a decimal comma; refuse any other blank.

    "5, 250" is refused too: with three digits it may be two numbers, or a thousand times larger.
    """
    if " " not in inti:
        return inti
    cocok = _SELA.fullmatch(inti)
    if cocok is None or len(cocok["belakang"]) == 3:
        raise TeksDitolak(
            bersih, "memuat spasi di antara digit atau lebih dari satu angka. Tulis satu angka saja."
        )
    return f"{cocok['depan']},{cocok['belakang']}"


@dataclass(frozen=True, slots=True)
class _Ekor:
    skala: int
    persen: bool
    rupiah: bool
    keterangan: str


def _urai_ekor(ekor: str, bersih: str) -> _Ekor:
    cocok = _EKOR.fullmatch(ekor)
    assert cocok is not None  # every group is optional and the last one takes all
    sisa = cocok["sisa"]
    berjarak = ekor[: cocok.start("sisa")].endswith((" ", "\n")) or sisa.startswith((" ", "\n", "("))
    keterangan = sisa.strip()
    if sisa and not (berjarak and _is_keterangan(keterangan)):
        raise TeksDitolak(
            bersih, "memuat huruf, tanda, atau angka lain sesudah angkanya. Tulis satu angka saja."
        )
    if cocok["skala"] and cocok["persen"]:
        raise TeksDitolak(bersih, "menggabungkan kelipatan dengan persen. Tulis angkanya secara lengkap.")
    _tolak_kata_bilangan(keterangan, bersih)
    if re.fullmatch(r"\([^()]*\)", keterangan):
        keterangan = keterangan[1:-1].strip()
    skala = SKALA.get((cocok["skala"] or "").casefold(), 0)
    return _Ekor(skala, bool(cocok["persen"]), bool(cocok["rupiah"]), keterangan)


def _is_keterangan(teks: str) -> bool:
    """Tell whether the text is plain words: starts with a letter, holds no numeral and no operator."""
    return teks.lstrip("(")[:1].isalpha() and all(
        huruf in _TANDA_KATA or (huruf.isalpha() and not huruf.isnumeric()) for huruf in teks
    )


def _tolak_kata_bilangan(keterangan: str, bersih: str) -> None:
    """Refuse a unit word that is, or may be a misspelling of, a magnitude ("1,3 M", "2 jutaa")."""
    pertama, *lain = _BATAS_KATA.sub(" ", keterangan.casefold()).split() or ["-"]
    mencurigakan = pertama.isalpha() and (
        len(pertama) == 1 or _KATA_BILANGAN.fullmatch(pertama) or _mirip_skala(pertama)
    )
    if mencurigakan or not _SEBUTAN_SKALA.isdisjoint([pertama, *lain]):
        raise TeksDitolak(
            bersih,
            "memuat kata yang mungkin kelipatan (ribu, juta, miliar, triliun). "
            "Tulis angkanya secara lengkap tanpa kata itu.",
        )


def _mirip_skala(kata: str) -> bool:
    """Tell whether one letter added, dropped or changed makes the word a magnitude."""
    if len(kata) < 4:
        return False
    sekitar = _hapus_satu_huruf(kata)
    return any(not sekitar.isdisjoint(_hapus_satu_huruf(skala)) for skala in SKALA if len(skala) > 2)


def _hapus_satu_huruf(kata: str) -> set[str]:
    return {kata} | {kata[:i] + kata[i + 1 :] for i in range(len(kata))}
