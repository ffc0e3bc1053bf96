"""Rows of the sheets about results, money and text, to models."""

from collections import defaultdict
from decimal import Decimal
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef

from kinerja.anggaran import operations as anggaran
from kinerja.anggaran.models import AnggaranBelanja, AnggaranSasaran, PaguSatker, SkorAnggaran
from kinerja.anggaran.unsur import CARA_NILAI, describe_di_luar
from kinerja.basisdata.simpan import Perubahan, pembuat
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pelaporan import operations as pelaporan
from kinerja.pelaporan.models import Narasi, TabelPendukung
from kinerja.pengukuran import operations as pengukuran
from kinerja.pengukuran.models import SETAHUN, PilihanKeadaan, Realisasi
from kinerja.perencanaan.models import CaraHitung, Indikator
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.konteks import Konteks
from kinerja.pertukaran.petunjuk import BAGIAN_INDIKATOR
from kinerja.pertukaran.terjemah_rencana import PERSEN, check_tahun, ingatkan_persen, list_masa_renstra
from kinerja.pertukaran.urutan import beri_urutan

_BESARAN = ("pembilang", "penyebut", "nilai")
_MEDAN = (
    "komponen_id",
    "satker_id",
    "tahun",
    "bulan",
    "keadaan",
    *_BESARAN,
    "asal_id",
    "asal_baris",
    "mentah",
)
_MENTAH_TERPANJANG = 200
NOL = Decimal(0)


def save_realisasi(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Realisasi"."""
    penerjemah = _PenerjemahRealisasi(konteks, isi)
    jumlah = pengukuran.save_realisasi(konteks.bentuk(isi, penerjemah.buat))
    _periksa_setahun(konteks, isi)
    _periksa_campuran(konteks, isi)
    return jumlah


class _Tempat(NamedTuple):
    """What a fact is about, resolved."""

    komponen: int
    satker: int
    satuan: str
    bagian: bool
    """Whether the numerator is a part of the denominator."""


class _PenerjemahRealisasi:
    def __init__(self, konteks: Konteks, isi: IsiLembar) -> None:
        self.konteks = konteks
        self.isi = isi
        self.masa = list_masa_renstra()
        self.sifat = {pk: (s, c) for pk, s, c in Indikator.objects.values_list("pk", "satuan", "cara_hitung")}
        self.realisasi = pembuat(Realisasi, _MEDAN)
        self.tempat: dict[tuple[Any, ...], _Tempat] = {}

    def buat(self, b: Baris) -> Realisasi | None:
        isi = b.isi
        tempat = self._cari_tempat(b)
        if tempat is None or not self._check_isi(b):
            return None
        terisi = isi["keadaan"] == PilihanKeadaan.TERISI
        if terisi:
            self._ingatkan(b, tempat)
        besaran = [isi[k] if terisi else None for k in _BESARAN]
        asal = (self.konteks.impor.pk, b.nomor, self.isi.mentah(b, _BESARAN)[:_MENTAH_TERPANJANG])
        bulan = isi["bulan"] or SETAHUN
        return self.realisasi(
            tempat.komponen, tempat.satker, isi["tahun"], bulan, isi["keadaan"], *besaran, *asal
        )

    def _cari_tempat(self, b: Baris) -> _Tempat | None:
        """Asked anew only for what was not found yet: the same places come back month by month."""
        nama = (b.isi["indikator"], b.isi["komponen"], b.isi["satker"], b.isi["tahun"])
        tempat = self.tempat.get(nama) or self._rujuk_tempat(b)
        if tempat is not None:
            self.tempat[nama] = tempat
        return tempat

    def _rujuk_tempat(self, b: Baris) -> _Tempat | None:
        indikator = self.konteks.rujuk(self.isi, b, "indikator")
        satker = self.konteks.rujuk(self.isi, b, "satker")
        if indikator is None or satker is None:
            return None
        if not check_tahun(self.konteks, self.isi, b, self.masa[indikator]):
            return None
        nama = (b.isi["indikator"], b.isi["komponen"])
        komponen = self.konteks.rujuk(self.isi, b, "komponen", nama=nama)
        satuan, cara = self.sifat[indikator]
        bagian = satuan == PERSEN and cara in (CaraHitung.RASIO, CaraHitung.RATA_RASIO)
        return komponen and _Tempat(komponen, satker, satuan, bagian)

    def _check_isi(self, b: Baris) -> bool:
        pembilang, penyebut, nilai = b.isi["pembilang"], b.isi["penyebut"], b.isi["nilai"]
        if b.isi["keadaan"] != PilihanKeadaan.TERISI:
            return self._check_hampa(b)
        if (pembilang is None) != (penyebut is None) or (pembilang is None) == (nilai is None):
            aturan = "Realisasi berupa pembilang dan penyebut, atau satu nilai."
            self.konteks.tolak(
                self.isi, b, _cari_lebih(b), aturan, "Isi keduanya, atau isi kolom Nilai saja."
            )
            return False
        if penyebut is not None and penyebut <= NOL:
            aturan = "Penyebut harus lebih dari nol."
            cara = "Bila memang tidak ada objek (0 dari 0), pilih Keadaan tidak_ada_objek dan kosongkan angkanya."
            self.konteks.tolak(self.isi, b, "penyebut", aturan, cara)
            return False
        return True

    def _check_hampa(self, b: Baris) -> bool:
        if all(b.isi[k] in (None, NOL) for k in _BESARAN):
            return True
        aturan = f"Keadaan {b.isi['keadaan']} tidak boleh membawa angka."
        cara = "Kosongkan angkanya, atau ubah Keadaan menjadi terisi."
        self.konteks.tolak(self.isi, b, "keadaan", aturan, cara)
        return False

    def _ingatkan(self, b: Baris, tempat: _Tempat) -> None:
        if tempat.bagian and b.isi["pembilang"] is not None and b.isi["pembilang"] > b.isi["penyebut"]:
            aturan = "Pembilang melebihi penyebut: bagian melebihi keseluruhan."
            self.konteks.ingatkan(self.isi, b, "pembilang", aturan, "Periksa apakah keduanya tertukar.")
        ingatkan_persen(self.konteks, self.isi, b, tempat.satuan)


def _cari_lebih(b: Baris) -> str:
    """The column to point at: the value beside a pair, else the half of the pair that is missing."""
    if b.isi["nilai"] is not None:
        return "nilai"
    return "penyebut" if b.isi["pembilang"] is not None else "pembilang"


def _periksa_setahun(konteks: Konteks, isi: IsiLembar) -> None:
    """A year's figure and months of the same year would be counted twice."""
    sama = {k: OuterRef(k) for k in ("komponen", "satker", "tahun")}
    ganda = Realisasi.objects.filter(
        Exists(Realisasi.objects.filter(bulan__gt=SETAHUN, **sama)),
        bulan=SETAHUN,
        tahun__in={b.isi["tahun"] for b in isi.baris},
    )
    medan = ("komponen__indikator__kode", "komponen__kode", "satker__kunci", "tahun")
    bertabrakan = set(ganda.values_list(*medan))
    for b in isi.baris if bertabrakan else ():
        nama = (b.isi["indikator"], b.isi["komponen"], b.isi["satker"], b.isi["tahun"])
        if nama in bertabrakan:
            bertabrakan.remove(nama)
            aturan = "Ada angka setahun dan angka bulanan untuk fakta yang sama; keduanya akan terhitung."
            konteks.tolak(isi, b, "bulan", aturan, "Pertahankan salah satu.")


def _periksa_campuran(konteks: Konteks, isi: IsiLembar) -> None:
    """Pairs and plain values of one komponen in one year cannot be added up; said once for each."""
    pertama: dict[tuple[Any, ...], Baris] = {}
    disebut = set()
    for b in isi.baris:
        if b.isi["keadaan"] != PilihanKeadaan.TERISI:
            continue
        nama = (b.isi["indikator"], b.isi["komponen"], b.isi["tahun"])
        awal = pertama.setdefault(nama, b)
        if (awal.isi["nilai"] is None) != (b.isi["nilai"] is None) and nama not in disebut:
            disebut.add(nama)
            aturan = f"Di sini nilai, di baris {awal.nomor} pembilang dan penyebut"
            if b.isi["nilai"] is None:
                aturan = f"Di sini pembilang dan penyebut, di baris {awal.nomor} nilai"
            aturan += "; keduanya tidak dapat digabung, sehingga indikator ini tidak terhitung tahun itu."
            konteks.ingatkan(isi, b, "nilai", aturan, "Isi dengan cara yang sama di semua satker dan bulan.")


def save_anggaran_sasaran(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Anggaran Sasaran"."""

    def buat(b: Baris) -> AnggaranSasaran | None:
        sasaran = konteks.rujuk(isi, b, "sasaran")
        satker = konteks.rujuk(isi, b, "satker")
        if sasaran is None or satker is None:
            return None
        _ingatkan_lampaui(konteks, isi, b)
        lain = {k: b.isi[k] for k in ("tahun", "pagu_awal", "pagu", "realisasi")}
        return AnggaranSasaran(sasaran_id=sasaran, satker_id=satker, **lain)

    return anggaran.save_anggaran_sasaran(konteks.bentuk(isi, buat))


def save_anggaran_belanja(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Anggaran Belanja"."""

    def buat(b: Baris) -> AnggaranBelanja | None:
        satker = konteks.rujuk(isi, b, "satker")
        _ingatkan_lampaui(konteks, isi, b)
        lain = {k: b.isi[k] for k in ("tahun", "jenis", "pagu", "realisasi", "target_serapan")}
        return satker and AnggaranBelanja(satker_id=satker, **lain)

    return anggaran.save_anggaran_belanja(konteks.bentuk(isi, buat))


def _ingatkan_lampaui(konteks: Konteks, isi: IsiLembar, b: Baris) -> None:
    if b.isi["realisasi"] > b.isi["pagu"]:
        konteks.ingatkan(
            isi, b, "realisasi", "Realisasi melebihi pagu.", "Periksa kedua angka pada sumbernya."
        )


def save_pagu_satker(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Pagu Satker"."""

    def buat(b: Baris) -> PaguSatker | None:
        satker = konteks.rujuk(isi, b, "satker")
        return satker and PaguSatker(satker_id=satker, tahun=b.isi["tahun"], pagu=b.isi["pagu"])

    return anggaran.save_pagu_satker(konteks.bentuk(isi, buat))


def save_skor_anggaran(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Skor Anggaran"."""

    def buat(b: Baris) -> SkorAnggaran | None:
        satker = konteks.rujuk(isi, b, "satker")
        pada = get_akhir_tahun(b.isi["tahun"])
        if aturan := describe_di_luar(b.isi["instrumen"], b.isi["unsur"], b.isi["nilai"], pada):
            konteks.tolak(isi, b, "nilai", aturan, CARA_NILAI)
            return None
        lain = {k: b.isi[k] for k in ("tahun", "instrumen", "unsur", "nilai", "per_tanggal")}
        return satker and SkorAnggaran(satker_id=satker, **lain)

    return anggaran.save_skor_anggaran(konteks.bentuk(isi, buat))


def save_narasi(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Narasi"."""

    def buat(b: Baris) -> Narasi | None:
        satker = konteks.rujuk(isi, b, "satker")
        if satker is None or not _check_bagian(konteks, isi, b):
            return None
        return Narasi(
            satker_id=satker,
            indikator_id=konteks.rujuk(isi, b, "indikator"),
            tahun=b.isi["tahun"],
            bagian=b.isi["bagian"],
            isi=b.isi["isi"] or "",
        )

    return pelaporan.save_narasi(konteks.bentuk(isi, buat))


def _check_bagian(konteks: Konteks, isi: IsiLembar, b: Baris) -> bool:
    """A text in the wrong place would be stored and never printed."""
    if (b.isi["bagian"] in BAGIAN_INDIKATOR) == (b.isi["indikator"] is not None):
        return True
    if b.isi["indikator"] is None:
        konteks.tolak(isi, b, "indikator", "Bagian ini milik sebuah indikator.", "Isi kolom Indikator.")
    else:
        aturan = "Bagian ini milik laporan, bukan milik sebuah indikator."
        cara = f"Kosongkan Indikator, atau pilih bagian {', '.join(BAGIAN_INDIKATOR)}."
        konteks.tolak(isi, b, "bagian", aturan, cara)
    return False


_SETABEL = ("judul", "bagian", "indikator", "sumber")


def save_tabel_pendukung(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Tabel Pendukung": one row is one cell; a table is put together from its cells."""
    tabel: dict[tuple[Any, ...], list[Baris]] = defaultdict(list)
    for b in isi.baris:
        tabel[_nama_tabel(b)].append(b)
    medan = ("satker__kunci", "tahun", "kunci", "urutan")
    lama = {(s, t, k): n for s, t, k, n in TabelPendukung.objects.values_list(*medan)}
    urutan = beri_urutan(tabel, lama)

    def buat(awal: Baris) -> TabelPendukung | None:
        sel = tabel[_nama_tabel(awal)]
        satker = konteks.rujuk(isi, awal, "satker")
        indikator = konteks.rujuk(isi, awal, "indikator")
        if satker is None or not _check_tabel(konteks, isi, sel):
            return None
        return TabelPendukung(
            satker_id=satker,
            indikator_id=indikator,
            bagian=awal.isi["bagian"] or "",
            sumber=awal.isi["sumber"] or "",
            urutan=urutan[_nama_tabel(awal)],
            **{k: awal.isi[k] for k in ("tahun", "kunci", "judul")},
            **_susun_sel(sel),
        )

    return pelaporan.save_tabel_pendukung(konteks.bentuk(isi, buat, [sel[0] for sel in tabel.values()]))


def _nama_tabel(b: Baris) -> tuple[Any, ...]:
    return b.isi["satker"], b.isi["tahun"], b.isi["kunci"]


def _check_tabel(konteks: Konteks, isi: IsiLembar, sel: list[Baris]) -> bool:
    awal = sel[0]
    if awal.isi["indikator"] is None and awal.isi["bagian"] is None:
        konteks.tolak(
            isi, awal, "bagian", "Tabel ini tidak punya tempat.", "Isi kolom Bagian atau Indikator."
        )
        return False
    jenis: dict[str, str] = {}
    for b in sel:
        beda = next((k for k in _SETABEL if b.isi[k] != awal.isi[k]), None)
        if jenis.setdefault(b.isi["kolom"], b.isi["jenis"]) != b.isi["jenis"]:
            beda = "jenis"
        if beda:
            aturan = "Berbeda dari sel lain tabel yang sama."
            konteks.tolak(isi, b, beda, aturan, f"Samakan dengan baris {awal.nomor}, atau ganti Kunci Tabel.")
            return False
    return True


def _susun_sel(sel: list[Baris]) -> dict[str, Any]:
    """`kolom` and `baris` of the table: columns as they first come, rows by their number."""
    jenis = {b.isi["kolom"]: b.isi["jenis"] for b in sel}
    teks = {(b.isi["baris"], b.isi["kolom"]): b.isi["isi"] or "" for b in sel}
    nomor = sorted({b.isi["baris"] for b in sel})
    return {
        "kolom": [{"judul": judul, "jenis": j} for judul, j in jenis.items()],
        "baris": [[teks.get((n, judul), "") for judul in jenis] for n in nomor],
    }
