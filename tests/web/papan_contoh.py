"""The sample office in the middle of a year: sheets open, some late, some filled; target kinerja begun; its people."""

import datetime
import io
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from tests.web.kantor_contoh import FOLDER, KUNCI, load_contoh
from tests.web.orang import make_orang

from kinerja.akses.izin import Peran
from kinerja.akses.models import Pengguna, Penugasan
from kinerja.akses.operations import Tugas
from kinerja.akses.pelaku import Sistem
from kinerja.aturan.tenggat import WIB
from kinerja.organisasi.models import Satker, UnitEselonI, UnitKerja
from kinerja.pengukuran.berkas import Unggahan
from kinerja.pengukuran.models import Realisasi, TargetKinerja
from kinerja.pengukuran.operations.data_dukung import add_bukti_target
from kinerja.pengukuran.operations.lembar import open_lembar, set_pelapor
from kinerja.pengukuran.operations.target_kinerja import import_target_kinerja, save_penilaian
from kinerja.pengukuran.pelapor import suggest_pelapor
from kinerja.survei.models import RealisasiSurvei

TAHUN = 2023
AWAL = datetime.date(2020, 1, 1)
BUKA = datetime.datetime(2023, 1, 2, 8, tzinfo=WIB)
KINI = datetime.datetime(2023, 5, 15, 8, tzinfo=WIB)
PDF = b"%PDF-1.7 bukti"


@dataclass(slots=True)
class KantorPapan:
    """What the tests name; `orang` by account."""

    kanwil: Satker
    lapas: Satker
    divisi: UnitKerja
    orang: dict[str, Pengguna] = field(default_factory=dict)

    @property
    def target(self) -> TargetKinerja:
        """The first target of the division."""
        return TargetKinerja.objects.filter(unit_kerja=self.divisi, tahun=TAHUN).order_by("nomor")[0]


def make_kantor_papan(folder: Path) -> KantorPapan:
    """Load it; `folder` takes the list of targets."""
    load_contoh()
    kanwil = Satker.objects.get(kunci=KUNCI)
    divisi = UnitKerja.objects.get(satker=kanwil, kunci="divisi-pemasyarakatan")
    pelapor = suggest_pelapor(kanwil, TAHUN)
    siapa = {"kantor": kanwil, "tahun": TAHUN, "oleh": Sistem(), "pada": BUKA}
    set_pelapor(pelapor=pelapor, **siapa)
    open_lembar(bulan=range(1, 7), **siapa)
    satker_lapas = {s for semua in pelapor.values() for s in semua if s != kanwil.pk}
    lapas = Satker.objects.filter(pk__in=satker_lapas, kunci__startswith="lapas").order_by("kunci")[0]
    kantor = KantorPapan(kanwil, lapas, divisi)
    kantor.orang = _make_orang(kantor)
    _import_target(kantor, folder)
    return kantor


def _make_orang(k: KantorPapan) -> dict[str, Pengguna]:
    pas = UnitEselonI.objects.get(kode="PAS")
    tugas = {
        "operator": Tugas(Peran.OPERATOR, k.lapas),
        "operator-divisi": Tugas(Peran.OPERATOR, k.kanwil, k.divisi),
        "kadiv": Tugas(Peran.VERIFIKATOR, k.kanwil, k.divisi, pas),
        "penyusun": Tugas(Peran.PENYUSUN, k.kanwil),
        "pimpinan": Tugas(Peran.PIMPINAN, k.kanwil),
    }
    orang = {nama: make_orang(f"uji-{nama}", satu) for nama, satu in tugas.items()}
    Penugasan.objects.filter(pengguna__in=orang.values()).update(berlaku_dari=AWAL)
    return orang


def _import_target(k: KantorPapan, folder: Path) -> None:
    """The 39 targets of the sample, two months of evidence for the first, one assessment that waits."""
    import_target_kinerja(
        berkas=FOLDER / "target_kinerja.csv", kantor=k.kanwil, tahun=TAHUN, oleh=Sistem(), pada=BUKA
    )
    siapa = {"target_id": k.target.pk, "oleh": k.orang["operator-divisi"], "pada": KINI}
    for bulan in (1, 2):
        add_bukti_target(bulan=bulan, unggahan=Unggahan(f"bukti-{bulan}.pdf", io.BytesIO(PDF)), **siapa)
    save_penilaian(triwulan=1, nilai=Decimal(25), **siapa)


def isi_bulanan(awalan: str, bulan: int) -> int:
    """Turn the year's figures of those indikator into equal months 1..`bulan`; how many facts there are then."""
    setahun = list(
        Realisasi.objects.filter(tahun=TAHUN, bulan=0, komponen__indikator__kode__startswith=awalan)
    )
    medan = ("komponen_id", "satker_id", "tahun", "keadaan", "pembilang", "penyebut", "nilai")
    isi = [
        Realisasi(**{m: getattr(r, m) for m in medan}, bulan=n) for r in setahun for n in range(1, bulan + 1)
    ]
    RealisasiSurvei.objects.filter(realisasi__in=setahun).delete()
    Realisasi.objects.filter(pk__in=[r.pk for r in setahun]).delete()
    Realisasi.objects.bulk_create(isi)
    return len(isi)
