"""An office with a division and two prisons, their people, and three indikator to report every month."""

import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tests.akses.kantor import AWAL, make_orang, make_satker

from kinerja.akses.izin import Peran
from kinerja.akses.models import Pengguna
from kinerja.akses.operations import Tugas
from kinerja.aturan.capaian import Keadaan
from kinerja.aturan.peralihan import Status, Tindakan
from kinerja.aturan.peringatan import Isian
from kinerja.organisasi.models import Satker, UnitEselonI, UnitKerja
from kinerja.pengukuran.models import LembarPengukuran
from kinerja.pengukuran.operations.lembar import open_lembar, set_pelapor
from kinerja.pengukuran.operations.peralihan import HasilPeralihan, Keinginan, move_lembar
from kinerja.pengukuran.operations.sel import HasilSel, UbahanSel, save_sel
from kinerja.pengukuran.sel import KunciSel, list_kunci_lembar, list_sel
from kinerja.perencanaan.models import Indikator, Komponen, Renstra, Sasaran

TAHUN = 2024
PADA = datetime.datetime(2024, 2, 5, 3, tzinfo=datetime.UTC)
JAM = datetime.timedelta(hours=1)
BELUM = Isian(Keadaan.BELUM_ADA)
TANPA_OBJEK = Isian(Keadaan.TIDAK_ADA_OBJEK)


@dataclass(slots=True)
class Kantor:
    """What the tests name; `orang` by account."""

    kanwil: Satker
    lapas_a: Satker
    lapas_b: Satker
    divisi: UnitKerja
    rasio: Komponen
    cacah: Komponen
    divisi_punya: Komponen
    orang: dict[str, Pengguna] = field(default_factory=dict)

    def lembar(self, satker: Satker, bulan: int = 1, unit: UnitKerja | None = None) -> LembarPengukuran:
        return LembarPengukuran.objects.get(satker=satker, unit_kerja=unit, tahun=TAHUN, bulan=bulan)

    def kunci(self, komponen: Komponen, satker: Satker, bulan: int = 1) -> KunciSel:
        return KunciSel(komponen.pk, satker.pk, TAHUN, bulan)

    def ketik(
        self, siapa: str, kunci: KunciSel, isian: Isian, *, versi: int | None = None, pada: Any = PADA
    ) -> HasilSel:
        """Type one cell as that person, who sees the version that is stored unless another is given."""
        dilihat = list_sel([kunci])[kunci].versi if versi is None else versi
        (hasil,) = save_sel(isi=[UbahanSel(kunci, dilihat, isian)], oleh=self.orang[siapa], pada=pada)
        return hasil

    def penuhi(self, siapa: str, lembar: LembarPengukuran, isian: Isian = BELUM) -> None:
        """Choose something for every cell of a sheet."""
        isi = [UbahanSel(k, s.versi, isian) for k, s in list_sel(list_kunci_lembar(lembar)).items()]
        hasil = save_sel(isi=isi, oleh=self.orang[siapa], pada=PADA)
        assert not [h.temuan for h in hasil if h.nasib != "tersimpan"]

    def pindah(self, siapa: str, tindakan: Tindakan, lembar: LembarPengukuran, **lain: Any) -> HasilPeralihan:
        pada = lain.pop("pada", PADA)
        keinginan = Keinginan(tindakan, **lain)
        return move_lembar(lembar_id=lembar.pk, keinginan=keinginan, oleh=self.orang[siapa], pada=pada)

    def naikkan(self, lembar: LembarPengukuran, sampai: Status) -> None:
        """Lead a prison's sheet up to that state by its own people."""
        huruf = "a" if lembar.satker_id == self.lapas_a.pk else "b"
        langkah = [
            (Status.DIAJUKAN, f"operator-{huruf}", Tindakan.AJUKAN),
            (Status.DIVERIFIKASI, f"kepala-{huruf}", Tindakan.VERIFIKASI),
            (Status.DISETUJUI, "kadiv", Tindakan.SETUJUI),
            (Status.DIKUNCI, "penyusun", Tindakan.KUNCI),
        ]
        self.penuhi(f"operator-{huruf}", lembar)
        for tujuan, siapa, tindakan in langkah:
            assert self.pindah(siapa, tindakan, lembar).temuan == ()
            if tujuan is sampai:
                break


def pasangan(pembilang: str | int, penyebut: str | int) -> Isian:
    return Isian(pembilang=Decimal(pembilang), penyebut=Decimal(penyebut))


def nilai(angka: str | int) -> Isian:
    return Isian(nilai=Decimal(angka))


def make_kantor() -> Kantor:
    pas = UnitEselonI.objects.create(kode="PAS", nama="PAS")
    kanwil = make_satker("kanwil")
    divisi = UnitKerja.objects.create(satker=kanwil, kunci="pas", nama="Divisi PAS", tingkat="divisi")
    bidang = UnitKerja.objects.create(
        satker=kanwil, kunci="bina", nama="Bidang Bina", tingkat="bidang", induk=divisi
    )
    lapas_a, lapas_b = (make_satker(n, kanwil, pas) for n in ("lapas-a", "lapas-b"))
    komponen = _make_indikator(pas, divisi)
    kantor = Kantor(kanwil, lapas_a, lapas_b, divisi, *komponen)
    kantor.orang = _make_orang(kantor, pas, bidang)
    buka_bulan(kantor)
    return kantor


def _make_indikator(pas: UnitEselonI, divisi: UnitKerja) -> list[Komponen]:
    renstra = Renstra.objects.create(
        nama="Renstra", tahun_awal=2020, tahun_akhir=2024, dasar_hukum="-", visi="-"
    )
    sasaran = Sasaran.objects.create(
        renstra=renstra, kode="PAS-1", tingkat="kegiatan", unit=pas, urutan=1, teks="S"
    )
    bentuk = [
        ("PAS-1.1", "%", "rasio", "sigma"),
        ("PAS-1.2", "layanan", "nilai", "jumlah"),
        ("PAS-1.3", "indeks", "nilai", "rata_rata"),
    ]
    return [
        Komponen.objects.create(
            indikator=Indikator.objects.create(
                sasaran=sasaran, kode=kode, urutan=n, nama=kode, satuan=satuan, polaritas="naik",
                cara_hitung=cara, agregasi_bulan="jumlah", agregasi_satker=agregasi, penanggung_jawab=divisi,
            )
        )
        for n, (kode, satuan, cara, agregasi) in enumerate(bentuk, 1)
    ]  # fmt: skip


def _make_orang(k: Kantor, pas: UnitEselonI, bidang: UnitKerja) -> dict[str, Pengguna]:
    tugas = {
        "operator-a": Tugas(Peran.OPERATOR, k.lapas_a),
        "operator-a2": Tugas(Peran.OPERATOR, k.lapas_a),
        "operator-b": Tugas(Peran.OPERATOR, k.lapas_b),
        "operator-divisi": Tugas(Peran.OPERATOR, k.kanwil, k.divisi),
        "kepala-a": Tugas(Peran.VERIFIKATOR, k.lapas_a),
        "kepala-a2": Tugas(Peran.VERIFIKATOR, k.lapas_a),
        "kepala-b": Tugas(Peran.VERIFIKATOR, k.lapas_b),
        "kepala-bidang": Tugas(Peran.VERIFIKATOR, k.kanwil, bidang),
        "kadiv": Tugas(Peran.VERIFIKATOR, k.kanwil, k.divisi, pas),
        "penyusun": Tugas(Peran.PENYUSUN, k.kanwil),
        "penyusun2": Tugas(Peran.PENYUSUN, k.kanwil),
        "sekretaris": Tugas(Peran.VERIFIKATOR, k.kanwil),
        "pimpinan": Tugas(Peran.PIMPINAN, k.kanwil),
    }
    orang = {nama: make_orang(nama, satu) for nama, satu in tugas.items()}
    for satu in orang.values():
        satu.penugasan.update(berlaku_dari=AWAL)
    return orang


def buka_bulan(k: Kantor) -> None:
    pelapor = {
        k.rasio.indikator_id: [k.lapas_a.pk, k.lapas_b.pk],
        k.cacah.indikator_id: [k.lapas_a.pk, k.lapas_b.pk],
        k.divisi_punya.indikator_id: [k.kanwil.pk],
    }
    siapa = {"kantor": k.kanwil, "tahun": TAHUN, "oleh": k.orang["penyusun"], "pada": PADA}
    set_pelapor(pelapor=pelapor, **siapa)
    open_lembar(bulan=[1, 2], **siapa)
