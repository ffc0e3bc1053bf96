"""Sample charts and trees, and a reader that turns their SVG back into rectangles and texts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import strategies as st
from lxml import etree

from kinerja.dokumen.grafik import gambar_svg
from kinerja.dokumen.grafik.gaya import HURUF_MIN
from kinerja.dokumen.grafik.huruf import ukur
from kinerja.dokumen.model import Bagan, BaganBatang, BaganPohon, Deret, Simpul

D = Decimal
SVG = "{http://www.w3.org/2000/svg}"
TEKS = st.text(max_size=60) | st.sampled_from(
    ["Kantor Wilayah", "Pemasyarakatan/" * 6, "W" * 90, "a b c " * 20]
)


@dataclass(frozen=True)
class Petak:
    """A rectangle read back, with its text or colour."""

    x: float
    y: float
    kanan: float
    bawah: float
    isi: str

    def menyentuh(self, lain: Petak) -> bool:
        return (
            self.x < lain.kanan - 0.1
            and lain.x < self.kanan - 0.1
            and self.y < lain.bawah - 0.1
            and lain.y < self.bawah - 0.1
        )

    def memuat(self, lain: Petak) -> bool:
        return (
            self.x <= lain.x + 0.1
            and self.y <= lain.y + 0.1
            and lain.kanan <= self.kanan + 0.1
            and lain.bawah <= self.bawah + 0.1
        )


class Gambar:
    """A drawing read back from its SVG text."""

    def __init__(self, bagan: Bagan, judul: str = "Judul", alt: str = "Uraian") -> None:
        self.svg = gambar_svg(bagan, judul=judul, alt=alt)
        self.akar = etree.fromstring(self.svg.encode())
        lebar, tinggi = map(float, self.akar.get("viewBox").split()[2:])
        self.bidang = Petak(0, 0, lebar, tinggi, "")

    def teks(self) -> list[Petak]:
        return [_kotak_teks(e) for e in self.akar.iter(f"{SVG}text")]

    def kata(self) -> str:
        return " ".join(p.isi for p in self.teks())

    def persegi(self, **sifat: str) -> list[Petak]:
        cocok = (e for e in self.akar.iter(f"{SVG}rect") if all(e.get(k) == v for k, v in sifat.items()))
        return [persegi_dari(e) for e in cocok]

    def batang(self) -> list[Petak]:
        """Outlines of bars and gaps (a legend swatch is 19 x 11)."""
        semua = (e for e in self.akar.iter(f"{SVG}rect") if e.get("fill") == "none")
        return [persegi_dari(e) for e in semua if (e.get("width"), e.get("height")) != ("19", "11")]


def persegi_dari(e: etree._Element) -> Petak:
    x, y, w, h = (float(e.get(k)) for k in ("x", "y", "width", "height"))
    assert w >= 0
    assert h >= 0
    return Petak(x, y, x + w, y + h, e.get("stroke") if e.get("stroke") != "none" else e.get("fill"))


def _kotak_teks(e: etree._Element) -> Petak:
    """The ink of one line: from the ascenders to the descenders, turned if it is turned."""
    ukuran, x, y = (float(e.get(k)) for k in ("font-size", "x", "y"))
    lebar = ukur(e.text, ukuran, tebal=e.get("font-weight") is not None)
    geser = {"start": 0.0, "middle": lebar / 2, "end": lebar}[e.get("text-anchor")]
    kiri, kanan, atas, bawah = x - geser, x - geser + lebar, y - 0.72 * ukuran, y + 0.22 * ukuran
    putar = e.get("transform")
    if not putar:
        return Petak(kiri, atas, kanan, bawah, e.text)
    sx, sy = map(float, re.fullmatch(r"rotate\(-90 (\S+) (\S+)\)", putar).groups())
    return Petak(sx + (atas - sy), sy - (kanan - sx), sx + (bawah - sy), sy - (kiri - sx), e.text)


def batang(nilai: tuple[str | None, ...], **lain: object) -> BaganBatang:
    """A chart of one series whose labels are its values."""
    angka = tuple(None if n is None else D(n) for n in nilai)
    sifat: dict[str, object] = {
        "kategori": tuple(f"K{i}" for i in range(len(nilai))),
        "label": (tuple(n or "" for n in nilai),),
    }
    return BaganBatang(deret=(Deret("Capaian", angka),), **(sifat | lain))  # type: ignore[arg-type]


def banyak_deret(jumlah: int, banyak: int = 3, **lain: object) -> BaganBatang:
    """`jumlah` series over `banyak` categories."""
    deret = tuple(Deret(f"Deret {i}", tuple(D(i + j) for j in range(banyak))) for i in range(1, jumlah + 1))
    label = tuple(tuple(str(n) for n in d.nilai) for d in deret)
    return BaganBatang(tuple(f"Kategori {j}" for j in range(banyak)), deret, label, **lain)  # type: ignore[arg-type]


TARGET_REALISASI = BaganBatang(
    ("2020", "2021", "2022", "2023", "2024"),
    (
        Deret("Target", (D(81), D(82), D(83), D(84), D(85))),
        Deret("Realisasi", (D("79.4"), D(0), D("83.48"), D("97.43"), None)),
    ),
    (("81", "82", "83", "84", "85"), ("79,40", "0,00", "83,48", "97,43", "–")),
    satuan="persen",
    status=("tidak_tercapai", "tidak_tercapai", "tercapai", "tercapai", "tanpa_nilai"),
)
CAPAIAN: tuple[str | None, ...] = (
    "125.8",
    "120.17",
    None,
    "0",
    "-36.2",
    "100",
    "2800",
    "91.3",
    "300",
    "112.5",
)
SASARAN = batang(
    CAPAIAN,
    kategori=tuple(
        f"Meningkatnya pelayanan {i} pembinaan kepribadian, pelatihan vokasi, dan penanganan klien"
        for i in range(len(CAPAIAN))
    ),
    mendatar=True,
    garis_acuan=D(100),
    label_acuan="Target 100%",
    satuan="persen",
    status=tuple(
        "tanpa_nilai" if n is None else "tercapai" if D(n) >= 100 else "tidak_tercapai" for n in CAPAIAN
    ),
)
PEGAWAI = BaganBatang(
    tuple(f"Lembaga Pemasyarakatan Kelas IIA Kabupaten {i}" for i in range(29)),
    (Deret("Laki-laki", tuple(D(20 + 3 * i) for i in range(29))), Deret("Perempuan", (D(7),) * 29)),
    (tuple(str(20 + 3 * i) for i in range(29)), ("7",) * 29),
    satuan="orang",
    mendatar=True,
)
ANGGARAN = BaganBatang(
    ("Belanja Pegawai", "Belanja Barang", "Belanja Modal"),
    (
        Deret("Pagu", (D(123416573000), D(202333618000), D(9218993000))),
        Deret("Realisasi", (D(122596784120), D(200104653855), D(-8823647218))),
    ),
    (
        ("Rp123.416.573.000,00", "Rp202.333.618.000,00", "Rp9.218.993.000,00"),
        ("Rp122.596.784.120,00", "Rp200.104.653.855,00", "−Rp8.823.647.218,00"),
    ),
    satuan="rupiah",
)
KINERJA = Simpul(
    "Meningkatnya pelayanan tahanan di wilayah sesuai standar",
    "Capaian 103,37%",
    anak=(
        Simpul("Persentase tahanan yang overstaying", "Target 90% · realisasi 97,4%", "tercapai"),
        Simpul("Persentase tahanan yang memperoleh penyuluhan hukum", "Target 80%", "tidak_tercapai"),
        Simpul("Persentase tahanan yang memperoleh bantuan hukum", "Tidak ada data", "tanpa_nilai"),
    ),
)


def _divisi(nama: str, bidang: int, upt: int) -> Simpul:
    anak = tuple(
        Simpul(
            f"Bidang {nama} dan Keamanan {i}",
            anak=(
                Simpul(f"Subbidang Pelayanan dan Perawatan {nama} {i}"),
                Simpul(f"Subbidang Pengelolaan {nama} dan Barang Rampasan Negara {i}"),
            ),
        )
        for i in range(bidang)
    )
    return Simpul(
        f"Kepala Divisi {nama}",
        anak=anak + tuple(Simpul(f"Lembaga Pemasyarakatan Kelas IIA Kabupaten {i}") for i in range(upt)),
    )


ORGANISASI = Simpul(
    "Kepala Kantor Wilayah",
    anak=(
        _divisi("Administrasi", 2, 0),
        _divisi("Pemasyarakatan", 2, 26),
        _divisi("Keimigrasian", 2, 2),
        _divisi("Pelayanan Hukum", 3, 0),
    ),
)
ENAM_PULUH = Simpul(
    "Kantor Wilayah",
    anak=tuple(
        Simpul(
            f"Sasaran kegiatan {i}",
            anak=tuple(Simpul(f"Indikator kinerja {i}.{j}", status="tercapai") for j in range(6)),
        )
        for i in range(10)
    ),
)
CONTOH: dict[str, Bagan] = {
    "target": TARGET_REALISASI,
    "sasaran": SASARAN,
    "pegawai": PEGAWAI,
    "anggaran": ANGGARAN,
    "anggaran lima": banyak_deret(9, 4),
    "negatif": batang(
        ("-2.5", "-7", "0", None), garis_acuan=D("-5"), label_acuan="Batas deviasi yang diizinkan"
    ),
    "potong bawah": batang(("-900", "20", "30", "25", None), garis_acuan=D(25), mendatar=True),
    "potong tegak": batang(("-900", "20", "2000", "25", "30"), garis_acuan=D(25)),
    "sempit": batang(
        ("1234567", "2345678", "2"), label=(("1.234.567,00 orang",) * 3,), kategori=("A", "B", "C")
    ),
    "banyak": batang(tuple(str(i) for i in range(1, 25)), label=(tuple(f"{i}.000,00" for i in range(24)),)),
    "kosong semua": batang((None, None)),
    "nol semua": batang(("0", "0"), mendatar=True),
    "satu": batang(("3.9",), satuan="indeks"),
    "kinerja": BaganPohon(KINERJA),
    "organisasi": BaganPohon(ORGANISASI),
    "enam puluh": BaganPohon(ENAM_PULUH),
    "satu simpul": BaganPohon(Simpul("Kepala", "Eselon II")),
}


def periksa(gambar: Gambar) -> None:
    """What holds for every drawing: no cut and no overlapping text, nothing outside, nothing forbidden."""
    teks = gambar.teks()
    for kotak in (*teks, *gambar.persegi()):
        assert gambar.bidang.memuat(kotak), kotak
    for satu, dua in combinations(teks, 2):
        assert not satu.menyentuh(dua), (satu, dua)
    for e in gambar.akar.iter():
        assert e.tag in {f"{SVG}{n}" for n in ("svg", "title", "desc", "rect", "path", "text")}
        assert not set(e.attrib) & {"style", "class", "id", "href", "onload"}
        assert "url(" not in "".join(e.attrib.values())
        assert float(e.get("font-size", HURUF_MIN)) >= HURUF_MIN
        for angka in re.findall(r"[a-z]?nan|inf|e[+-]\d", " ".join(e.get(k, "") for k in ("d", "x", "y"))):
            pytest.fail(angka)


def baca_tanda(gambar: Gambar) -> Counter[tuple[str, str]]:
    """Status badges by colour and shape, the shape being the white path upon them."""
    putih = [
        re.sub(r"^M\S+ [\d.]+", "", e.get("d"))
        for e in gambar.akar.iter(f"{SVG}path")
        if e.get("stroke") == "#ffffff" and e.get("stroke-width") == "1.5"
    ]
    kotak = [
        p.isi
        for e in gambar.akar.iter(f"{SVG}rect")
        if e.get("rx") and e.get("width") == "11"
        for p in [persegi_dari(e)]
    ]
    return Counter(zip(kotak, putih, strict=True))
