"""Rows of the sheets about results, money and text, to models."""

from collections import defaultdict
from decimal import Decimal

from django.db.models import Exists, OuterRef

from kinerja.anggaran import operations as anggaran
from kinerja.anggaran.models import AnggaranBelanja, AnggaranSasaran, PaguSatker, SkorAnggaran
from kinerja.basisdata.simpan import Perubahan
from kinerja.pelaporan import operations as pelaporan
from kinerja.pelaporan.models import Narasi, TabelPendukung
from kinerja.pengukuran import operations as pengukuran
from kinerja.pengukuran.models import SETAHUN, PilihanKeadaan, Realisasi
from kinerja.perencanaan.models import CaraHitung, Indikator, Komponen
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.konteks import Konteks
from kinerja.pertukaran.terjemah_rencana import check_tahun, list_masa_renstra

_BESARAN = ("pembilang", "penyebut", "nilai")
NOL = Decimal(0)


def save_realisasi(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Realisasi"."""
    penerjemah = _PenerjemahRealisasi(konteks, isi)
    jumlah = pengukuran.save_realisasi(konteks.bentuk(isi, penerjemah.buat))
    penerjemah.periksa_bulanan()
    return jumlah


class _PenerjemahRealisasi:
    def __init__(self, konteks: Konteks, isi: IsiLembar) -> None:
        self.konteks = konteks
        self.isi = isi
        self.masa = list_masa_renstra()
        persen = Indikator.objects.filter(
            satuan="%", cara_hitung__in=[CaraHitung.RASIO, CaraHitung.RATA_RASIO]
        )
        self.persen = set(persen.values_list("pk", flat=True))

    def buat(self, b: Baris) -> Realisasi | None:
        indikator = self.konteks.rujuk(self.isi, b, "indikator", self.konteks.rujukan.indikator)
        satker = self.konteks.rujuk(self.isi, b, "satker", self.konteks.rujukan.satker)
        if (
            indikator is None
            or satker is None
            or not check_tahun(self.konteks, self.isi, b, self.masa[indikator])
        ):
            return None
        komponen = self._cari_komponen(b)
        if komponen is None or not (self._check_bulan(b) and self._check_isi(b)):
            return None
        self._ingatkan(b, indikator)
        keadaan = b.isi["keadaan"] or PilihanKeadaan.TERISI
        besaran = {k: b.isi[k] for k in _BESARAN} if keadaan == PilihanKeadaan.TERISI else {}
        return Realisasi(
            komponen_id=komponen,
            satker_id=satker,
            tahun=b.isi["tahun"],
            bulan=b.isi["bulan"] or SETAHUN,
            keadaan=keadaan,
            asal_id=self.konteks.impor.pk,
            asal_baris=b.nomor,
            mentah=b.mentah[:200],
            **besaran,
        )

    def _cari_komponen(self, b: Baris) -> int | None:
        kode = b.isi["komponen"] or Komponen.UTAMA
        komponen = self.konteks.rujukan.komponen.get((b.isi["indikator"], kode))
        if komponen is None:
            aturan = f"Indikator {b.isi['indikator']} tidak mempunyai komponen {kode}."
            self.konteks.tolak(self.isi, b, "komponen", aturan, "Tambahkan dulu di lembar Komponen.")
        return komponen

    def _check_bulan(self, b: Baris) -> bool:
        if b.isi["bulan"] is None or 1 <= b.isi["bulan"] <= 12:
            return True
        self.konteks.tolak(self.isi, b, "bulan", "Bulan antara 1 dan 12.", "Kosongkan bila angkanya setahun.")
        return False

    def _check_isi(self, b: Baris) -> bool:
        pembilang, penyebut, nilai = (b.isi[k] for k in _BESARAN)
        keadaan = b.isi["keadaan"] or PilihanKeadaan.TERISI
        if keadaan != PilihanKeadaan.TERISI:
            return self._check_hampa(b, keadaan)
        pasangan = pembilang is not None and penyebut is not None and nilai is None
        langsung = pembilang is None and penyebut is None and nilai is not None
        if not (pasangan or langsung):
            aturan = "Realisasi berupa pembilang dan penyebut, atau satu nilai."
            self.konteks.tolak(self.isi, b, "pembilang", aturan, "Isi keduanya, atau isi kolom Nilai saja.")
            return False
        if pasangan and penyebut <= NOL:
            aturan = "Penyebut harus lebih dari nol."
            cara = "Bila memang tidak ada objek (0 dari 0), pilih Keadaan tidak_ada_objek dan kosongkan angkanya."
            self.konteks.tolak(self.isi, b, "penyebut", aturan, cara)
            return False
        return True

    def _check_hampa(self, b: Baris, keadaan: str) -> bool:
        if all(b.isi[k] in (None, NOL) for k in _BESARAN):
            return True
        aturan = f"Keadaan {keadaan} tidak boleh membawa angka."
        self.konteks.tolak(
            self.isi, b, "keadaan", aturan, "Kosongkan angkanya, atau ubah Keadaan menjadi terisi."
        )
        return False

    def _ingatkan(self, b: Baris, indikator: int) -> None:
        pembilang, penyebut = b.isi["pembilang"], b.isi["penyebut"]
        if (
            indikator in self.persen
            and pembilang is not None
            and penyebut is not None
            and pembilang > penyebut
        ):
            aturan = "Pembilang melebihi penyebut: bagian melebihi keseluruhan."
            self.konteks.ingatkan(self.isi, b, "pembilang", aturan, "Periksa apakah keduanya tertukar.")

    def periksa_bulanan(self) -> None:
        """A year's figure and months of the same year would be counted twice."""
        tahun = {b.isi["tahun"] for b in self.isi.baris}
        sama = {k: OuterRef(k) for k in ("komponen", "satker", "tahun")}
        ganda = Realisasi.objects.filter(
            Exists(Realisasi.objects.filter(bulan__gt=SETAHUN, **sama)), bulan=SETAHUN, tahun__in=tahun
        ).values_list("komponen__indikator__kode", "satker__kunci", "tahun")
        bertabrakan = set(ganda)
        for b in self.isi.baris:
            if bertabrakan and (b.isi["indikator"], b.isi["satker"], b.isi["tahun"]) in bertabrakan:
                aturan = "Ada angka setahun dan angka bulanan untuk fakta yang sama; keduanya akan terhitung."
                self.konteks.tolak(self.isi, b, "bulan", aturan, "Pertahankan salah satu.")


def save_anggaran_sasaran(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Anggaran Sasaran"."""

    def buat(b: Baris) -> AnggaranSasaran | None:
        sasaran = konteks.rujuk(isi, b, "sasaran", konteks.rujukan.sasaran)
        satker = konteks.rujuk(isi, b, "satker", konteks.rujukan.satker)
        if sasaran is None or satker is None:
            return None
        _ingatkan_lampaui(konteks, isi, b)
        lain = {k: b.isi[k] for k in ("tahun", "pagu_awal", "pagu", "realisasi")}
        return AnggaranSasaran(sasaran_id=sasaran, satker_id=satker, **lain)

    return anggaran.save_anggaran_sasaran(konteks.bentuk(isi, buat))


def save_anggaran_belanja(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Anggaran Belanja"."""

    def buat(b: Baris) -> AnggaranBelanja | None:
        satker = konteks.rujuk(isi, b, "satker", konteks.rujukan.satker)
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
        satker = konteks.rujuk(isi, b, "satker", konteks.rujukan.satker)
        return satker and PaguSatker(satker_id=satker, tahun=b.isi["tahun"], pagu=b.isi["pagu"])

    return anggaran.save_pagu_satker(konteks.bentuk(isi, buat))


def save_skor_anggaran(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Skor Anggaran"."""

    def buat(b: Baris) -> SkorAnggaran | None:
        satker = konteks.rujuk(isi, b, "satker", konteks.rujukan.satker)
        lain = {k: b.isi[k] for k in ("tahun", "instrumen", "unsur", "nilai")}
        return satker and SkorAnggaran(satker_id=satker, **lain)

    return anggaran.save_skor_anggaran(konteks.bentuk(isi, buat))


def save_narasi(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Narasi"."""

    def buat(b: Baris) -> Narasi | None:
        satker = konteks.rujuk(isi, b, "satker", konteks.rujukan.satker)
        indikator = konteks.rujuk(isi, b, "indikator", konteks.rujukan.indikator)
        if satker is None or (indikator is None and b.isi["indikator"] is not None):
            return None
        return Narasi(
            satker_id=satker,
            indikator_id=indikator,
            tahun=b.isi["tahun"],
            bagian=b.isi["bagian"],
            isi=b.isi["isi"] or "",
        )

    return pelaporan.save_narasi(konteks.bentuk(isi, buat))


def save_tabel_pendukung(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Tabel Pendukung": one row is one cell; a table is put together from its cells."""
    per_tabel: dict[tuple[object, ...], list[Baris]] = defaultdict(list)
    for b in isi.baris:
        per_tabel[b.isi["satker"], b.isi["tahun"], b.isi["kunci"]].append(b)
    tabel = [_susun_tabel(konteks, isi, sel, n) for n, sel in enumerate(per_tabel.values(), 1)]
    return pelaporan.save_tabel_pendukung([t for t in tabel if t is not None])


def _susun_tabel(konteks: Konteks, isi: IsiLembar, sel: list[Baris], urutan: int) -> TabelPendukung | None:
    awal = sel[0]
    satker = konteks.rujuk(isi, awal, "satker", konteks.rujukan.satker)
    indikator = konteks.rujuk(isi, awal, "indikator", konteks.rujukan.indikator)
    if satker is None:
        return None
    if indikator is None and awal.isi["bagian"] is None:
        konteks.tolak(
            isi, awal, "bagian", "Tabel ini tidak punya tempat.", "Isi kolom Bagian atau Indikator."
        )
        return None
    kolom = list({s.isi["kolom"]: s.isi["jenis"] for s in sel}.items())
    isi_sel = {(s.isi["baris"], s.isi["kolom"]): s.isi["isi"] or "" for s in sel}
    nomor = sorted({s.isi["baris"] for s in sel})
    return TabelPendukung(
        satker_id=satker,
        indikator_id=indikator,
        bagian=awal.isi["bagian"] or "",
        sumber=awal.isi["sumber"] or "",
        kolom=[{"judul": judul, "jenis": jenis} for judul, jenis in kolom],
        baris=[[isi_sel.get((n, judul), "") for judul, _ in kolom] for n in nomor],
        urutan=urutan,
        **{k: awal.isi[k] for k in ("tahun", "kunci", "judul")},
    )
