"""Errors to plant in a correct report: each function lists every place where it can, one error each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from kinerja.dokumen.html import render_html
from kinerja.dokumen.model import Bagian, Baris, Blok, Dokumen, Paragraf, Tabel, Teks, paragraf
from kinerja.dokumen.penomoran import nomori


@dataclass(frozen=True, slots=True)
class Cacat:
    """A report with one error: the codes of which one must come, where, and the words it may be recognised by.

    `tabel` number of the table it stands in, "" for prose; `jejak` texts of which each finding must hold one.
    """

    dokumen: Dokumen
    kode: tuple[str, ...]
    tabel: str
    jejak: tuple[str, ...]
    ganti: tuple[str, str] = ("", "")

    def to_html(self) -> str:
        """The report as a page; `ganti` is what no tree can hold, because the tree numbers itself."""
        laman = render_html(self.dokumen)
        return laman.replace(*self.ganti) if self.ganti[0] else laman


Penanam = Callable[[Dokumen], Iterator[Cacat]]
PENANAM: dict[str, Penanam] = {}


def penanam(fungsi: Penanam) -> Penanam:
    """Enter a function into the list of errors."""
    PENANAM[fungsi.__name__] = fungsi
    return fungsi


# ── the tree ────────────────────────────────────────────────────────────────────────────────────────────────────


def ubah_bagian(dokumen: Dokumen, kunci: str, ubah: Callable[[Bagian], Bagian | None]) -> Dokumen:
    """The report with one part changed, or gone."""

    def telusuri(semua: tuple[Bagian, ...]) -> tuple[Bagian, ...]:
        hasil = (
            ubah(satu) if satu.id == kunci else replace(satu, anak=telusuri(satu.anak)) for satu in semua
        )
        return tuple(satu for satu in hasil if satu is not None)

    return replace(
        dokumen, depan=telusuri(dokumen.depan), bab=telusuri(dokumen.bab), lampiran=telusuri(dokumen.lampiran)
    )


def ubah_blok(dokumen: Dokumen, lama: Blok, baru: Blok) -> Dokumen:
    """The report with one block in place of another."""
    (milik,) = [satu.id for satu in dokumen.bagian() if any(blok is lama for blok in satu.isi)]
    isi = next(satu.isi for satu in dokumen.bagian() if satu.id == milik)
    tukar = tuple(baru if blok is lama else blok for blok in isi)
    return ubah_bagian(dokumen, milik, lambda satu: replace(satu, isi=tukar))


def list_tabel(dokumen: Dokumen, awalan: str) -> Iterator[tuple[Tabel, str]]:
    """Tables whose id begins so, with their printed number."""
    label = nomori(dokumen).label
    for blok in dokumen.blok():
        if isinstance(blok, Tabel) and blok.id.startswith(awalan):
            yield blok, label[blok.id].split()[-1]


def list_sel(
    dokumen: Dokumen, awalan: str, kolom: str, jenis: str = "data"
) -> Iterator[tuple[Tabel, str, int, int]]:
    """Table, number, row and column of every cell with a digit under that heading."""
    for tabel, nomor in list_tabel(dokumen, awalan):
        letak = [k for k, satu in enumerate(tabel.kolom) if satu.judul.startswith(kolom)]
        for n, baris in enumerate(tabel.baris):
            if baris.jenis == jenis and letak and re.search(r"\d", baris.sel[letak[-1]]):
                yield tabel, nomor, n, letak[-1]


def ubah_sel(dokumen: Dokumen, tabel: Tabel, ganti: dict[tuple[int, int], str]) -> Dokumen:
    """The report with other texts in some cells of a table."""
    baris = tuple(
        Baris(tuple(ganti.get((n, k), sel) for k, sel in enumerate(satu.sel)), satu.jenis)
        for n, satu in enumerate(tabel.baris)
    )
    return ubah_blok(dokumen, tabel, replace(tabel, baris=baris))


def teks_paragraf(blok: Paragraf) -> str:
    return "".join(s.isi for s in blok.isi if isinstance(s, Teks))


def list_paragraf(dokumen: Dokumen, pola: str) -> Iterator[tuple[Paragraf, re.Match[str]]]:
    """Paragraphs in which the pattern occurs."""
    for blok in dokumen.blok():
        if isinstance(blok, Paragraf) and (cocok := re.search(pola, teks_paragraf(blok))):
            yield blok, cocok


def list_milik(dokumen: Dokumen) -> Iterator[tuple[str, str]]:
    """Id of the part of each indikator, and its name."""
    for satu in dokumen.bagian():
        if re.fullmatch(r"ikk-[a-z]+-\d+-\d+", satu.id):
            yield satu.id, satu.judul.partition(": ")[2]


def naikkan_angka(teks: str, letak: int, tambah: int) -> str:
    """The text with the digit at that place raised, around the clock."""
    return teks[:letak] + str((int(teks[letak]) + tambah) % 10) + teks[letak + 1 :]


def cetak(nilai: Decimal) -> str:
    """Two decimals, the Indonesian way, as a percentage."""
    return f"{nilai.quantize(Decimal('0.01'), ROUND_HALF_UP)}%".replace(".", ",")


def baca(teks: str) -> Decimal:
    cocok = re.match(r"(?:Rp)?([\d.]+(?:,\d+)?)", teks)
    assert cocok is not None
    return Decimal(cocok[1].replace(".", "").replace(",", "."))


def rupiah(nilai: Decimal) -> str:
    return f"Rp{nilai:,.0f}".replace(",", ".")


# ── hitung ──────────────────────────────────────────────────────────────────────────────────────────────────────

_CAPAIAN = ("tabel-capaian-pas", "tabel-capaian-im", "tabel-capaian-ki", "tabel-tahun-ini", "tabel-riwayat")


def _sel_capaian(dokumen: Dokumen) -> Iterator[tuple[Tabel, str, int, int, str]]:
    for awalan in _CAPAIAN:
        for tabel, nomor, n, k in list_sel(dokumen, awalan, "Capaian"):
            yield tabel, nomor, n, k, tabel.baris[n].sel[k]


@penanam
def satu_angka_capaian(dokumen: Dokumen) -> Iterator[Cacat]:
    """One digit of a capaian is another one."""
    for tabel, nomor, n, k, sel in _sel_capaian(dokumen):
        for letak in (m.start() for m in re.finditer(r"\d", sel)):
            salah = naikkan_angka(sel, letak, 3)
            if salah[0] != "0":
                yield Cacat(ubah_sel(dokumen, tabel, {(n, k): salah}), ("hitung-capaian",), nomor, (salah,))


@penanam
def angka_tertukar(dokumen: Dokumen) -> Iterator[Cacat]:
    """Two digits of a capaian stand in each other's place."""
    for tabel, nomor, n, k, sel in _sel_capaian(dokumen):
        for cocok in re.finditer(r"(?=(\d)(\d))", sel):
            if cocok[1] != cocok[2] and not (cocok.start() == 0 and cocok[2] == "0"):
                salah = sel[: cocok.start()] + cocok[2] + cocok[1] + sel[cocok.start() + 2 :]
                yield Cacat(ubah_sel(dokumen, tabel, {(n, k): salah}), ("hitung-capaian",), nomor, (salah,))


@penanam
def faktor_seratus(dokumen: Dokumen) -> Iterator[Cacat]:
    """A capaian nobody multiplied by 100."""
    for tabel, nomor, n, k, sel in _sel_capaian(dokumen):
        salah = cetak(baca(sel) / 100)
        yield Cacat(ubah_sel(dokumen, tabel, {(n, k): salah}), ("hitung-faktor-100",), nomor, (salah,))


@penanam
def pembilang(dokumen: Dokumen) -> Iterator[Cacat]:
    """A numerator that does not make its percentage."""
    for tabel, nomor, n, k in list_sel(dokumen, "tabel-tahun-ini", "Pembilang"):
        salah = naikkan_angka(tabel.baris[n].sel[k], 0, 1)
        yield Cacat(ubah_sel(dokumen, tabel, {(n, k): salah}), ("hitung-rasio",), nomor, (salah,))


@penanam
def jumlah_pegawai(dokumen: Dokumen) -> Iterator[Cacat]:
    """A total that is not the sum of its rows."""
    for tabel, nomor in list_tabel(dokumen, "tabel-pegawai"):
        n = len(tabel.baris) - 1
        for k in range(2, len(tabel.kolom)):
            salah = naikkan_angka(tabel.baris[n].sel[k], -1 + len(tabel.baris[n].sel[k]), 4)
            yield Cacat(ubah_sel(dokumen, tabel, {(n, k): salah}), ("hitung-jumlah",), nomor, (salah,))


@penanam
def rata_rata_sasaran(dokumen: Dokumen) -> Iterator[Cacat]:
    """A mean of a sasaran that is not the mean of its indicators."""
    for awalan in _CAPAIAN[:3]:
        for tabel, nomor, n, k in list_sel(dokumen, awalan, "Capaian", "jumlah"):
            sel = tabel.baris[n].sel[k]
            salah = naikkan_angka(sel, sel.index(",") - 1, 4)
            yield Cacat(ubah_sel(dokumen, tabel, {(n, k): salah}), ("hitung-rata-rata",), nomor, (salah,))


@penanam
def sisa_anggaran(dokumen: Dokumen) -> Iterator[Cacat]:
    """A remainder that is not what is left."""
    for tabel, nomor, n, k in list_sel(dokumen, "tabel-anggaran-", "Sisa"):
        salah = naikkan_angka(tabel.baris[n].sel[k], 3, 2)
        yield Cacat(ubah_sel(dokumen, tabel, {(n, k): salah}), ("hitung-sisa",), nomor, (salah,))


@penanam
def serapan(dokumen: Dokumen) -> Iterator[Cacat]:
    """A share of the budget that is not realisasi over pagu."""
    for tabel, nomor, n, k in list_sel(dokumen, "tabel-anggaran-", "Serapan"):
        salah = naikkan_angka(tabel.baris[n].sel[k], 1, 5)
        yield Cacat(ubah_sel(dokumen, tabel, {(n, k): salah}), ("hitung-serapan",), nomor, (salah,))


# ── sama, bobot, rentang, target ────────────────────────────────────────────────────────────────────────────────


@penanam
def target_beda_tabel(dokumen: Dokumen) -> Iterator[Cacat]:
    """A target of the agreement that is another one in a single table."""
    for awalan in ("tabel-target-pk", "tabel-janji"):
        for tabel, nomor, n, k in list_sel(dokumen, awalan, "Target"):
            salah = naikkan_angka(tabel.baris[n].sel[k], 0, 1)
            if salah[0] == "0":
                continue
            kode = ("sama-nilai", "target-beda-dokumen", "target-beda-perjanjian")
            yield Cacat(ubah_sel(dokumen, tabel, {(n, k): salah}), kode, nomor, (salah,))


@penanam
def realisasi_beda_tabel(dokumen: Dokumen) -> Iterator[Cacat]:
    """A realisasi that is another one where the Renstra is compared."""
    for tabel, nomor, n, k in list_sel(dokumen, "tabel-renstra", "Realisasi"):
        salah = naikkan_angka(tabel.baris[n].sel[k], 0, 1)
        if salah[0] != "0":
            yield Cacat(ubah_sel(dokumen, tabel, {(n, k): salah}), ("sama-nilai",), nomor, (salah,))


@penanam
def nilai_berbobot(dokumen: Dokumen) -> Iterator[Cacat]:
    """A score that its parts and the official weights do not make."""
    for awalan in ("tabel-smart", "tabel-ikpa"):
        for tabel, nomor, n, k in list_sel(dokumen, awalan, "Nilai"):
            sel = tabel.baris[n].sel[k]
            salah = naikkan_angka(sel, 1, 3)
            kode = ("bobot-baris", "hitung-jumlah")  # The parts of IKPA carry their weights already.
            yield Cacat(ubah_sel(dokumen, tabel, {(n, k): salah}), kode, nomor, (salah,))


@penanam
def bobot_tak_seratus(dokumen: Dokumen) -> Iterator[Cacat]:
    """Stated weights that do not sum to 100."""
    for smart, ikpa in ((60, 50), (70, 40), (60, 30)):
        kalimat = (
            f"Nilai Kinerja Anggaran diperoleh dari nilai SMART dengan bobot {smart}% dan nilai IKPA dengan bobot "
            f"{ikpa}%."
        )
        ubah = lambda satu, kalimat=kalimat: replace(satu, isi=(paragraf(kalimat), *satu.isi))  # noqa: E731
        yield Cacat(ubah_bagian(dokumen, "nka", ubah), ("bobot-jumlah",), "", ("obot",))


@penanam
def belanja_melebihi_pagu(dokumen: Dokumen) -> Iterator[Cacat]:
    """More spent than there was, everything else computed from it."""
    for tabel, nomor, n, k in list_sel(dokumen, "tabel-anggaran-belanja", "Realisasi"):
        pagu = baca(tabel.baris[n].sel[k - 1])
        lebih = pagu + 1_250_000
        ganti = {(n, k): rupiah(lebih), (n, k + 1): cetak(lebih / pagu * 100), (n, k + 2): "−Rp1.250.000"}
        yield Cacat(
            ubah_sel(dokumen, tabel, ganti),
            ("rentang-pagu",),
            nomor,
            (rupiah(lebih), cetak(lebih / pagu * 100)),
        )


@penanam
def bagian_melebihi_seratus(dokumen: Dokumen) -> Iterator[Cacat]:
    """A share of more than a whole in an earlier year, its capaian computed from it."""
    for tabel, nomor, n, k in list_sel(dokumen, "tabel-riwayat", "Realisasi"):
        baris = tabel.baris[n].sel
        if "%" in baris[k] and baris[0] == "2021":
            ganti = {(n, k): "104,12%", (n, k + 1): cetak(Decimal("104.12") / baca(baris[1]) * 100)}
            jejak = ("104,12%", ganti[n, k + 1])  # Twice what was promised is doubted besides.
            yield Cacat(ubah_sel(dokumen, tabel, ganti), ("rentang-persen",), nomor, jejak)


@penanam
def target_lama_lebih_tinggi(dokumen: Dokumen) -> Iterator[Cacat]:
    """Last year's target was the harder one; its capaian is computed from it."""
    for tabel, _nomor in list_tabel(dokumen, "tabel-riwayat"):
        n = next(i for i, b in enumerate(tabel.baris) if b.sel[0] == "2022")
        target, kini = tabel.baris[n].sel[1], tabel.baris[n + 1].sel[1]
        if "kasus" in target:
            continue
        tinggi = baca(kini) + (1 if "indeks" not in kini else Decimal("0.2"))
        teks = re.sub(r"^[\d.,]+", f"{tinggi}".replace(".", ","), target)
        ganti = {(n, 1): teks, (n, 3): cetak(baca(tabel.baris[n].sel[2]) / tinggi * 100)}
        # The sentence and the mark beside the row follow, so that nothing but the target is to be doubted.
        ganti[n, 4] = "Tidak tercapai"
        lama = tabel.baris[n].sel[3]
        baru = ubah_sel(dokumen, tabel, ganti)
        for blok, cocok in list_paragraf(baru, rf"capaian berubah dari {re.escape(lama)}"):
            teks_baru = teks_paragraf(blok).replace(lama, ganti[n, 3]) if cocok else ""
            if _is_serumah(baru, blok, tabel.id):
                baru = ubah_blok(baru, blok, paragraf(teks_baru))
        yield Cacat(baru, ("target-diturunkan",), "", (teks, kini, "diturunkan"))


def _is_serumah(dokumen: Dokumen, blok: Blok, tabel: str) -> bool:
    return any(
        any(b is blok for b in satu.isi) and any(isinstance(b, Tabel) and b.id == tabel for b in satu.isi)
        for satu in dokumen.bagian()
    )


# ── narasi ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _ganti_kalimat(dokumen: Dokumen, pola: str, ganti: Callable[[str], str], *kode: str) -> Iterator[Cacat]:
    for blok, cocok in list_paragraf(dokumen, pola):
        teks = teks_paragraf(blok)
        salah = ganti(cocok[0])
        if re.search(r"\b0\d", salah):
            continue
        baru = paragraf(teks.replace(cocok[0], salah, 1))
        yield Cacat(ubah_blok(dokumen, blok, baru), kode, "", (salah, baru.isi[0].isi[:40], "Kalimat"))


@penanam
def arah_terbalik(dokumen: Dokumen) -> Iterator[Cacat]:
    """Prose says it rose where it fell, or the other way round."""
    tukar = {"naik": "turun", "turun": "naik"}
    pola = r"Realisasi tahun 2023 (naik|turun)"
    yield from _ganti_kalimat(
        dokumen, pola, lambda s: re.sub("naik|turun", lambda m: tukar[m[0]], s), "narasi-arah"
    )


@penanam
def putusan_terbalik(dokumen: Dokumen) -> Iterator[Cacat]:
    """Prose says a target was reached that was not, or the other way round."""
    tukar = {"target tercapai": "target tidak tercapai", "target tidak tercapai": "target tercapai"}
    pola = r"\(target (?:tidak )?tercapai\)"
    yield from _ganti_kalimat(dokumen, pola, lambda s: f"({tukar[s[1:-1]]})", "narasi-tercapai")


@penanam
def kutipan_salah(dokumen: Dokumen) -> Iterator[Cacat]:
    """Prose quotes a realisasi that no table prints."""
    pola = r"terealisasi \d[\d.,]*"
    yield from _ganti_kalimat(
        dokumen, pola, lambda s: naikkan_angka(s, len("terealisasi "), 1), "narasi-kutipan", "narasi-angka"
    )


# ── susunan ─────────────────────────────────────────────────────────────────────────────────────────────────────


@penanam
def analisis_hilang(dokumen: Dokumen) -> Iterator[Cacat]:
    """One of the seven analyses of one indikator is not there."""
    for kunci, nama in list_milik(dokumen):
        for ke in range(1, 8):
            baru = ubah_bagian(dokumen, f"{kunci}-{ke}", lambda _: None)
            yield Cacat(baru, ("susunan-analisis",), "", (nama,))


@penanam
def bab_hilang(dokumen: Dokumen) -> Iterator[Cacat]:
    """The last mandated chapter is not there."""
    yield Cacat(replace(dokumen, bab=dokumen.bab[:3]), ("susunan-bab",), "", ("enutup",))


@penanam
def judul_kosong(dokumen: Dokumen) -> Iterator[Cacat]:
    """A heading with nothing beneath it."""
    for kunci in ("maksud-tujuan", "aspek-strategis", "isu-strategis", "saran", "lain-e-monev"):
        judul = next(satu.judul for satu in dokumen.bagian() if satu.id == kunci)
        baru = ubah_bagian(dokumen, kunci, lambda satu: replace(satu, isi=()))
        yield Cacat(baru, ("susunan-judul-kosong",), "", (judul,))


@penanam
def kata_templat(dokumen: Dokumen) -> Iterator[Cacat]:
    """Words of the template are still there."""
    for kunci, _ in list_milik(dokumen):
        for kata in ("lorem ipsum", "xxx", "[tuliskan sebabnya]", "<<sebab>>"):
            sisip = paragraf(f"Bagian ini {kata} penjelasannya.")
            ubah = lambda satu, sisip=sisip: replace(satu, isi=(*satu.isi, sisip))  # noqa: E731
            yield Cacat(ubah_bagian(dokumen, f"{kunci}-7", ubah), ("susunan-templat",), "", (kata,))


@penanam
def sebab_kegagalan_hilang(dokumen: Dokumen) -> Iterator[Cacat]:
    """A failed indikator that tells of its success."""
    for kunci in ("ikk-pas-2-2", "ikk-ki-1-3"):
        nama = dict(list_milik(dokumen))[kunci]
        isi = (paragraf("Petugas bekerja sama dengan instansi lain."),)
        ubah = lambda satu, isi=isi: replace(satu, judul="Penyebab keberhasilan", isi=isi)  # noqa: E731
        yield Cacat(ubah_bagian(dokumen, f"{kunci}-5", ubah), ("susunan-kegagalan",), "", (nama,))


def _nomor_tabel(dokumen: Dokumen, geser: int, kode: tuple[str, ...]) -> Iterator[Cacat]:
    nomor = [n for _, n in list_tabel(dokumen, "") if n.startswith("3.")]
    for lama in nomor[5:-5]:
        baru = f"3.{int(lama[2:]) + geser}"
        yield Cacat(dokumen, kode, "", (baru, lama), (f"Tabel {lama}<", f"Tabel {baru}<"))


@penanam
def nomor_ganda(dokumen: Dokumen) -> Iterator[Cacat]:
    """A table with the number of the one before it."""
    yield from _nomor_tabel(dokumen, -1, ("susunan-nomor-ganda",))


@penanam
def nomor_melompat(dokumen: Dokumen) -> Iterator[Cacat]:
    """The last table of a chapter with a number too high."""
    nomor = [n for _, n in list_tabel(dokumen, "") if n.startswith("3.")][-1]
    for tambah in (1, 2, 7):
        baru = f"3.{int(nomor[2:]) + tambah}"
        yield Cacat(
            dokumen, ("susunan-nomor-lompat",), "", (baru, nomor), (f"Tabel {nomor}<", f"Tabel {baru}<")
        )
