"""The inbox: sheets that wait for one person now, with what he must know before he says yes to many at once."""

import datetime
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kinerja.akses.models import Pengguna
from kinerja.akses.queries import get_hari
from kinerja.alur.queries import PembacaTenggat
from kinerja.alur.wewenang import Pembaca
from kinerja.aturan.peralihan import Status, Tindakan, list_tindakan
from kinerja.dasar.periode import Bulan
from kinerja.pengukuran.beku import list_beku
from kinerja.pengukuran.kepatuhan import TENGGAT_LEMBAR
from kinerja.pengukuran.letak import PetaPelapor, get_letak, sebut_lembar
from kinerja.pengukuran.models import LembarPengukuran
from kinerja.pengukuran.sel import KunciSel, list_kunci_lembar, list_sel

_NAIK = (Tindakan.AJUKAN, Tindakan.VERIFIKASI, Tindakan.SETUJUI, Tindakan.KUNCI)


@dataclass(frozen=True, slots=True)
class LembarMenunggu:
    """One sheet that waits: for which step, how full it is, and what differs from the month before.

    `berubah` are cells whose content is not that of the month before, `sama` those that repeat it; `peringatan`
    are warnings nobody has given a reason for.
    """

    lembar: LembarPengukuran
    nama: str
    tindakan: Tindakan
    terisi: int
    seharusnya: int
    berubah: int
    sama: int
    peringatan: int
    bawahan_belum: int
    tenggat: datetime.datetime | None

    def is_terlambat(self, pada: datetime.datetime) -> bool:
        return self.tenggat is not None and pada > self.tenggat

    @property
    def borongan(self) -> bool:
        """Whether it may be taken up together with others."""
        return self.tindakan is not Tindakan.AJUKAN and not self.peringatan and not self.bawahan_belum


def list_menunggu(pengguna: Pengguna, pada: datetime.datetime) -> list[LembarMenunggu]:
    """Every sheet whose next step up is that person's, soonest due first; none of a year whose report is signed."""
    pembaca, hari, tenggat = Pembaca(pengguna, pada), get_hari(pada), PembacaTenggat()
    calon = LembarPengukuran.objects.exclude(status=Status.DIKUNCI).select_related(
        "satker", "unit_kerja", "diajukan_oleh"
    )
    beku = list_beku({(s.satker_id, s.tahun) for s in calon}, pada)
    milik = []
    for lembar in calon:
        if Bulan(lembar.tahun, lembar.bulan).mulai <= hari and (lembar.satker_id, lembar.tahun) not in beku:
            jenjang = pembaca.list_jenjang(get_letak(lembar))
            terbuka = [p.tindakan for p in list_tindakan(Status(lembar.status), jenjang)]
            if tindakan := next((t for t in terbuka if t in _NAIK), None):
                milik.append((lembar, tindakan))
    hasil = _rinci(milik, tenggat)
    akhir = datetime.datetime.max.replace(tzinfo=datetime.UTC)
    return sorted(hasil, key=lambda m: (m.tenggat or akhir, m.nama))


def _rinci(
    milik: Sequence[tuple[LembarPengukuran, Tindakan]], tenggat: PembacaTenggat
) -> list[LembarMenunggu]:
    lembar = [satu for satu, _tindakan in milik]
    peta = {
        t: PetaPelapor(t, {s.satker_id for s in lembar if s.tahun == t}) for t in {s.tahun for s in lembar}
    }
    kunci = {s.pk: list_kunci_lembar(s, peta[s.tahun]) for s in lembar}
    semua = [k for daftar in kunci.values() for k in daftar]
    sel = list_sel([*semua, *(_lalu(k) for k in semua if k.bulan > 1)]) if semua else {}
    belum: dict[int, int] = defaultdict(int)
    bawahan = LembarPengukuran.objects.filter(induk__in=lembar).exclude(
        status__in=[Status.DISETUJUI, Status.DIKUNCI]
    )
    for induk in bawahan.values_list("induk_id", flat=True):
        belum[induk] += 1
    nama = sebut_lembar(lembar)
    hasil = []
    for satu, tindakan in milik:
        isi = [sel[k] for k in kunci[satu.pk] if k in sel]
        terisi = [s for s in isi if s.isian is not None]
        sama = sum((lalu := sel.get(_lalu(s.kunci))) is not None and lalu.isian == s.isian for s in terisi)
        batas = tenggat.get(TENGGAT_LEMBAR, Bulan(satu.tahun, satu.bulan), satu.satker_id)
        hasil.append(
            LembarMenunggu(
                lembar=satu,
                nama=nama[satu.pk],
                tindakan=tindakan,
                terisi=len(terisi),
                seharusnya=len(isi),
                berubah=len(terisi) - sama,
                sama=sama,
                peringatan=sum(len(s.peringatan_terbuka) for s in isi),
                bawahan_belum=belum[satu.pk] if tindakan is Tindakan.SETUJUI else 0,
                tenggat=batas.batas if batas else None,
            )
        )
    return hasil


def _lalu(kunci: KunciSel) -> KunciSel:
    return kunci._replace(bulan=kunci.bulan - 1)
