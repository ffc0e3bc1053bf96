"""All 60 indicators of the sample office, recomputed from its files with fractions and nothing of ours."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml
from tests.web.kantor_contoh import FOLDER, TAHUN

from kinerja.aturan.capaian import Keadaan
from kinerja.pelaporan.queries import DataLaporan
from kinerja.pengukuran.cetak import cetak_capaian, cetak_realisasi
from kinerja.pengukuran.queries import HasilIndikator

TERBIT = yaml.safe_load((Path(__file__).parent / "capaian_terbit.yaml").read_text(encoding="utf-8"))
Baris = Mapping[str, str]

pytestmark = pytest.mark.django_db


def muat(nama: str) -> list[Baris]:
    with (FOLDER / f"{nama}.csv").open(encoding="utf-8", newline="") as aliran:
        return list(csv.DictReader(aliran))


def pecahan(teks: str) -> Fraction | None:
    return Fraction(teks.replace(".", "").replace(",", ".")) if teks else None


def dari_desimal(nilai: Decimal | None) -> Fraction | None:
    return None if nilai is None else Fraction(nilai)


def mirip(kita: Decimal | None, acuan: Fraction | None) -> bool:
    """Equal to far more digits than anybody prints; a fraction without end cannot be a Decimal."""
    if kita is None or acuan is None:
        return kita is None and acuan is None
    return abs(Fraction(kita) - acuan) <= abs(acuan) / 10**40


def hitung_komponen(ind: Baris, baris: Sequence[Baris]) -> Fraction | None:
    """One komponen of one indikator in one year, over its months and satker."""
    ada = [b for b in baris if not b["Keadaan"] or b["Keadaan"] == "terisi"]
    pengali = 100 if ind["Satuan"] == "%" else 1
    pasangan = [(pecahan(b["Pembilang"]), pecahan(b["Penyebut"])) for b in ada if b["Penyebut"]]
    if pasangan:
        v, d = (sum(sisi, Fraction(0)) for sisi in zip(*pasangan, strict=True))
        return (v - d) / d * 100 if ind["Cara Hitung"] == "pertumbuhan" else v / d * pengali
    per_satker = defaultdict(list)
    for b in ada:
        per_satker[b["Satker"]].append((int(b["Bulan"] or 0), pecahan(b["Nilai"])))
    nilai = [gabung(ind["Agregasi Bulan"], [n for _, n in sorted(d)]) for d in per_satker.values()]
    if not nilai:
        return None
    return nilai[0] if len(nilai) == 1 else gabung(ind["Agregasi Satker"], nilai)


def gabung(cara: str, nilai: Sequence[Fraction]) -> Fraction:
    return {
        "jumlah": lambda: sum(nilai, Fraction(0)),
        "rata_rata": lambda: sum(nilai, Fraction(0)) / len(nilai),
        "terakhir": lambda: nilai[-1],
        "maks": lambda: max(nilai),
    }[cara]()


def dari_survei() -> Iterator[Baris]:
    """The rows of realisasi that the surveys stand for."""
    instrumen = {i["Kunci Instrumen"]: i for i in muat("instrumen_survei")}
    for h in muat("hasil_survei"):
        ke = instrumen[h["Instrumen"]]
        nilai, banyak = Decimal(h["Nilai"].replace(",", ".")), h["Responden"]
        isi = {
            "nilai": ("", "", h["Nilai"]),
            "konversi": (h["Nilai"], "25", ""),
            "tertimbang": (str(nilai * int(banyak or 0)).replace(".", ","), banyak, ""),
        }[ke["Cara Alir"]]
        besaran = dict(zip(("Pembilang", "Penyebut", "Nilai"), isi, strict=True))
        tempat = {"Indikator": ke["Indikator"], "Komponen": "utama", "Keadaan": ""}
        yield tempat | besaran | {k: h[k] for k in ("Satker", "Tahun", "Bulan")}


def hitung_realisasi() -> dict[tuple[str, int], Fraction | None]:
    """(kode, tahun) -> realisasi; a composite is the mean of its parts."""
    indikator = {i["Kode Indikator"]: i for i in muat("indikator")}
    fakta: dict[tuple[str, int], dict[str, list[Baris]]] = defaultdict(lambda: defaultdict(list))
    for b in [*muat("realisasi"), *dari_survei()]:
        fakta[b["Indikator"], int(b["Tahun"])][b["Komponen"] or "utama"].append(b)
    hasil = {}
    for (kode, tahun), komponen in fakta.items():
        nilai = [hitung_komponen(indikator[kode], baris) for baris in komponen.values()]
        ada = [n for n in nilai if n is not None]
        hasil[kode, tahun] = sum(ada, Fraction(0)) / len(ada) if ada else None
    return hasil


def list_target(jenis: str) -> dict[tuple[str, int], Fraction]:
    return {
        (t["Indikator"], int(t["Tahun"])): nilai
        for t in muat("target")
        if t["Jenis Target"] == jenis and (nilai := pecahan(t["Target"])) is not None
    }


def semua(data: DataLaporan) -> dict[str, HasilIndikator]:
    return {h.indikator.kode: h for s in data.kinerja for h in s.indikator}


def test_enam_puluh_indikator_dua_puluh_dua_sasaran(data_contoh):
    kegiatan = {s["Kode Sasaran"] for s in muat("sasaran") if s["Tingkat"] == "kegiatan"}
    indikator = [i["Kode Indikator"] for i in muat("indikator") if i["Sasaran"] in kegiatan]
    assert (len(indikator), len(data_contoh.kinerja)) == (60, 22)
    assert list(semua(data_contoh)) == indikator


def test_realisasi_dan_capaian_semua_tahun_dihitung_ulang(data_contoh):
    realisasi, target = hitung_realisasi(), list_target("pk")
    assert {i["Polaritas"] for i in muat("indikator")} == {"naik"}
    diperiksa = 0
    for kode, hasil in semua(data_contoh).items():
        for t in hasil.tahun:
            r, sasaran = realisasi.get((kode, t.tahun)), target.get((kode, t.tahun))
            assert mirip(t.realisasi, r), (kode, t.tahun)
            assert dari_desimal(t.target.nilai if t.target else None) == sasaran, (kode, t.tahun)
            capaian = r / sasaran * 100 if r is not None and sasaran is not None else None
            assert mirip(t.capaian.nilai, capaian), (kode, t.tahun)
            assert t.capaian.tercapai is (None if capaian is None else capaian >= 100), (kode, t.tahun)
            diperiksa += capaian is not None
    assert diperiksa > 180


def test_capaian_terhadap_renstra_dihitung_ulang(data_contoh):
    realisasi, target = hitung_realisasi(), list_target("renstra")
    for kode, hasil in semua(data_contoh).items():
        r, t = realisasi.get((kode, TAHUN)), target.get((kode, TAHUN))
        capaian = r / t * 100 if r is not None and t is not None else None
        assert mirip(hasil.capaian_renstra.nilai, capaian), kode


def test_rata_rata_sasaran_dihitung_ulang(data_contoh):
    """A negative capaian counts as zero in a mean, as the settings of the office say."""
    realisasi, target = hitung_realisasi(), list_target("pk")
    for s in data_contoh.kinerja:
        nilai = [
            max(realisasi[kode, TAHUN] / target[kode, TAHUN] * 100, Fraction(0))
            for h in s.indikator
            if realisasi[kode := h.indikator.kode, TAHUN] is not None
        ]
        assert mirip(s.capaian.nilai, sum(nilai, Fraction(0)) / len(nilai)), s.sasaran.kode


def test_yang_gagal_tepat_empat(data_contoh):
    gagal = {k for k, h in semua(data_contoh).items() if h.kini.capaian.tercapai is False}
    assert gagal == {"PAS-3.6", "PAS-9.7", "AHU-1.1", "PP-2.1"}


def test_tanpa_aduan_tidak_ada_objek_bukan_seratus(data_contoh):
    kini = semua(data_contoh)["KI-2.1"].kini
    assert (kini.keadaan, kini.realisasi, kini.capaian.tercapai) == (Keadaan.TIDAK_ADA_OBJEK, None, None)
    assert cetak_realisasi(kini, "%") == cetak_capaian(kini.capaian) == "tidak ada objek"


def test_pnbp_merosot_dan_dicetak_dengan_tandanya(data_contoh):
    kini = semua(data_contoh)["AHU-1.1"].kini
    assert cetak_capaian(kini.capaian) == "−362,40%"
    assert cetak_realisasi(kini, "%") == "−18,12% (12.466.600.000 terhadap 15.225.450.000)"


def bulat(nilai: Decimal, desimal: int, cara: str = ROUND_HALF_UP) -> Decimal:
    return nilai.quantize(Decimal(1).scaleb(-desimal), cara)


def nilai_terbit(kita: Decimal | None, terbit: str) -> str:
    """ "" when the published figure is ours correctly rounded, "terpotong" when it is cut, else "lain"."""
    if kita is None:
        return "lain"
    angka = Decimal(terbit.replace(",", "."))
    desimal = len(terbit.partition(",")[2])
    if bulat(kita, desimal) == angka:
        return ""
    return "terpotong" if bulat(kita, desimal, ROUND_DOWN) == angka else "lain"


def test_selisih_dengan_yang_terbit_tepat_yang_tercatat(data_contoh):
    """Every published capaian we do not reproduce is listed with its reason, and none besides."""
    hasil, terbit = semua(data_contoh), TERBIT["terbit"]
    assert set(terbit) == set(hasil)
    selisih = {
        kode: (sebutan, cetak_capaian(hasil[kode].kini.capaian))
        for kode, teks in terbit.items()
        if (sebutan := nilai_terbit(hasil[kode].kini.capaian.nilai, teks))
    }
    tercatat = {kode: (s["jenis"], s["kita"]) for kode, s in TERBIT["selisih"].items()}
    assert selisih == tercatat
    assert all(s["alasan"] for s in TERBIT["selisih"].values())


@pytest.mark.parametrize(
    ("kita", "terbit", "sebutan"),
    [
        ("142.857", "142,86", ""),
        ("142.857", "142,85", "terpotong"),
        ("142.857", "143", ""),
        ("142.857", "142", "terpotong"),
        ("142.857", "125", "lain"),
        ("-362.4", "-3,62", "lain"),
        (None, "100", "lain"),
    ],
)
def test_penilai_selisih(kita, terbit, sebutan):
    assert nilai_terbit(None if kita is None else Decimal(kita), terbit) == sebutan
