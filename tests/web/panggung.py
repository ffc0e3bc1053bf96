"""The stage of the permission tests: an office with one of everything a route may ask for, and another beside it."""

import io
from dataclasses import dataclass, field
from datetime import timedelta

from django.conf import settings
from django.test import Client
from django.utils import timezone
from tests.anggaran.ekspor import make_omspan
from tests.basisdata.dunia import make_dunia, make_target
from tests.basisdata.pelanggaran_laporan import make_penulisan
from tests.basisdata.pelanggaran_perjanjian import make_versi_perjanjian
from tests.basisdata.pelanggaran_survei import make_survei
from tests.basisdata.pelanggaran_telaah import make_rekomendasi, make_reviu, make_temuan, make_tersimpan
from tests.web.hak import NARASI, SURVEI
from tests.web.orang import login, make_orang

from kinerja.akses.izin import PERAN_DITUGASKAN, Peran
from kinerja.akses.models import Pengguna
from kinerja.akses.operations import Tugas
from kinerja.akses.pelaku import BARIS_PERINTAH
from kinerja.organisasi.models import RiwayatSatker, Satker, UnitKerja
from kinerja.pengukuran.berkas import Unggahan
from kinerja.pengukuran.models import DataDukung, LembarPengukuran, PembukaanKunci, TargetKinerja
from kinerja.pengukuran.operations.data_dukung import add_bukti_target, add_data_dukung
from kinerja.pengukuran.operations.lembar import open_lembar, set_pelapor
from kinerja.pengukuran.sel import list_kunci_lembar
from kinerja.perencanaan.models import Indikator, Target
from kinerja.pertukaran.kementerian.impor import Berkas, upload_sumber

TAHUN = 2023
HASIL_TELAAH = {"berkas": ["a.pdf"], "fakta": 1, "pemeriksaan": 1, "detik": 0, "kendala": [], "temuan": []}


@dataclass(frozen=True, slots=True)
class Panggung:
    """One office with a plan and a report, another beside it, and somebody who works in the first."""

    kantor: Satker
    lain: Satker
    penugasan: int
    lembar: int
    pk: dict[str, int]
    """What `pk` means in the addresses of some routes."""
    target: int
    sesi: dict[tuple[str, Peran], str] = field(default_factory=dict)
    """Who is logged in: every peran in the office itself ("sendiri") and in the other one ("lain")."""

    def masuk_sebagai(self, letak: str, peran: Peran) -> Client:
        """A browser of that person."""
        klien = Client()
        klien.cookies[settings.SESSION_COOKIE_NAME] = self.sesi[letak, peran]
        return klien


def make_panggung() -> Panggung:
    """Build it in the database that is open."""
    d = make_dunia()
    make_target(d)
    lain = Satker.objects.create(kunci="kanwil-lain", jenis="kanwil")
    RiwayatSatker.objects.create(
        satker=lain, nama="Lain", nama_singkat="Lain", berlaku_dari=d.riwayat.berlaku_dari
    )
    Target.objects.create(indikator=d.indikator, satker=lain, tahun=TAHUN, jenis="pk", nilai=1)
    bawahan = make_orang("bawahan", Tugas(Peran.OPERATOR, d.satker))
    lembar, bukti, pembukaan = buka_bulan(d.satker, d.indikator, bawahan)
    pk = {
        "unduh_bukti": bukti.pk,
        "cabut_bukti": bukti.pk,
        "jawab_buka": pembukaan.pk,
        "pembukaan": pembukaan.pk,
    }
    pk |= dict.fromkeys(("telaah_tersimpan", "hapus_telaah"), make_tersimpan(d, hasil=HASIL_TELAAH).pk)
    pk |= dict.fromkeys(("minta_pengecualian", "putus_pengecualian"), make_temuan(d).pk)
    pk |= dict.fromkeys(NARASI, make_penulisan(d).pk)
    pk |= dict.fromkeys(SURVEI, make_survei(d, rahasia="r").pk)
    pk["tugas_perjanjian"] = make_versi_perjanjian(d).perjanjian_id
    make_rekomendasi(make_reviu(d))
    target, bukti_target = make_target_kinerja(d.unit_kerja, bawahan)
    pk["cabut_bukti_target"] = bukti_target.pk
    pk["pratinjau_anggaran"] = upload_ekspor(d.satker)
    panggung = Panggung(d.satker, lain, bawahan.penugasan.get().pk, lembar.pk, pk, target.pk)
    for letak, kantor in (("sendiri", d.satker), ("lain", lain)):
        panggung.sesi.update({(letak, p): _masuk(f"{letak}-{p}", Tugas(p, kantor)) for p in PERAN_DITUGASKAN})
    return panggung


def _masuk(nama_akun: str, tugas: Tugas) -> str:
    klien = Client()
    login(klien, make_orang(nama_akun, tugas))
    return klien.cookies[settings.SESSION_COOKIE_NAME].value


def upload_ekspor(satker: Satker) -> int:
    """A ministry file that waits."""
    berkas = Berkas("ekspor.xlsx", make_omspan(), "OM-SPAN", "bulanan")
    siapa = {"oleh": BARIS_PERINTAH, "pada": timezone.now()}
    return upload_sumber(berkas=berkas, satker=satker, tahun=TAHUN, **siapa).pk


def make_target_kinerja(unit: UnitKerja, oleh: Pengguna) -> tuple[TargetKinerja, DataDukung]:
    """A target kinerja with evidence of January."""
    target = TargetKinerja.objects.create(unit_kerja=unit, tahun=TAHUN, nomor=1, teks="Target")
    unggahan = Unggahan("bukti.pdf", io.BytesIO(b"%PDF-1.7\n"))
    bukti, temuan = add_bukti_target(
        target_id=target.pk, bulan=1, unggahan=unggahan, oleh=oleh, pada=timezone.now()
    )
    assert temuan == ()
    return target, bukti


def buka_bulan(
    kantor: Satker, indikator: Indikator, oleh: Pengguna
) -> tuple[LembarPengukuran, DataDukung, PembukaanKunci]:
    """A month open for entry, with evidence and a request to open its lock."""
    kini = timezone.now()
    siapa = {"kantor": kantor, "tahun": TAHUN, "oleh": BARIS_PERINTAH, "pada": kini}
    set_pelapor(pelapor={indikator.pk: [kantor.pk]}, **siapa)
    open_lembar(bulan=[1], **siapa)
    # The sheet that owes the cell, not the one above it.
    lembar = next(s for s in LembarPengukuran.objects.filter(tahun=TAHUN) if list_kunci_lembar(s))
    bukti, temuan = add_data_dukung(
        lembar_id=lembar.pk,
        indikator_id=indikator.pk,
        unggahan=Unggahan("bukti.pdf", io.BytesIO(b"%PDF-1.7\n")),
        oleh=oleh,
        pada=kini,
    )
    assert temuan == ()
    pembukaan = PembukaanKunci.objects.create(
        lembar=lembar, alasan="uji", sampai=kini + timedelta(days=1), diminta_oleh=oleh, diminta_pada=kini
    )
    return lembar, bukti, pembukaan
