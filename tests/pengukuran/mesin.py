"""An office as a machine: people do anything in any order; after every step the invariants must hold."""

import datetime
from collections.abc import Callable
from contextlib import suppress
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.pengukuran.kantor import BELUM, JAM, PADA, Kantor, make_kantor, nilai

from kinerja.aturan.peralihan import PERALIHAN, Status, Tindakan
from kinerja.jejak.models import Jejak
from kinerja.pengukuran.letak import get_letak
from kinerja.pengukuran.models import LembarPengukuran, PembukaanKunci, Realisasi
from kinerja.pengukuran.operations.lembar import LembarTidakAda
from kinerja.pengukuran.operations.peralihan import (
    approve_pembukaan,
    close_pembukaan,
    compute_sidik_lembar,
    request_pembukaan,
)
from kinerja.pengukuran.operations.sel import Nasib
from kinerja.pengukuran.sel import KunciSel, list_kunci_lembar, list_sel

ORANG = (
    "operator-a",
    "operator-a2",
    "kepala-a",
    "kadiv",
    "penyusun",
    "penyusun2",
    "operator-divisi",
    "kepala-bidang",
    "merangkap",
)
LANGKAH = {(p.dari.value, p.ke.value) for p in PERALIHAN}
SELESAI = ("disetujui", "dikunci")


class Kantoran(RuleBasedStateMachine):
    """One prison and its division in one month; the model beside the database knows only what people were told."""

    dicapai: ClassVar[set[str]] = set()
    siapa = st.sampled_from(ORANG)
    isian = st.integers(0, 30).map(nilai)

    @initialize()
    def mulai(self) -> None:
        self.k: Kantor = make_kantor()
        self.pada = PADA
        merangkap = self.k.orang["operator-a2"]
        # One person is operator and verifier at once, as in small offices: the rules must hold for him, too.
        merangkap.penugasan.create(
            peran="verifikator", satker=self.k.lapas_a, berlaku_dari=datetime.date(2020, 1, 1)
        )
        self.k.orang["merangkap"] = merangkap
        self.lembar = {
            "lapas": self.k.lembar(self.k.lapas_a),
            "divisi": self.k.lembar(self.k.kanwil, unit=self.k.divisi),
        }
        self.sel = [
            self.k.kunci(self.k.cacah, self.k.lapas_a),
            self.k.kunci(self.k.divisi_punya, self.k.kanwil),
        ]
        self.diberi_tahu: dict[KunciSel, Any] = {}
        self.dilihat: dict[tuple[str, KunciSel], int] = {}
        self.status = dict(LembarPengukuran.objects.values_list("pk", "status"))

    @rule(siapa=siapa, nomor=st.integers(0, 1))
    def membuka_halaman(self, siapa: str, nomor: int) -> None:
        """What is on somebody's screen from now on, however old it gets."""
        kunci = self.sel[nomor]
        self.dilihat[siapa, kunci] = list_sel([kunci])[kunci].versi

    @rule(siapa=siapa, nomor=st.integers(0, 1), isian=isian)
    def mengetik(self, siapa: str, nomor: int, isian: Any) -> None:
        kunci = self.sel[nomor]
        lama = list_sel([kunci])[kunci]
        hasil = self.k.ketik(siapa, kunci, isian, versi=self.dilihat.get((siapa, kunci), 0), pada=self.pada)
        if hasil.nasib is Nasib.TERSIMPAN:
            assert self.dilihat.get((siapa, kunci), 0) == lama.versi or lama.isian == isian, (
                "overwrote unseen"
            )
            self.diberi_tahu[kunci] = isian
        if hasil.nasib is not Nasib.DITOLAK:
            self.dilihat[siapa, kunci] = hasil.kini.versi

    @rule(mana=st.sampled_from(["lapas", "divisi"]))
    def melengkapi(self, mana: str) -> None:
        """Choose "belum ada data" wherever nothing is chosen, so that sheets can go up."""
        lembar, siapa = self.lembar[mana], {"lapas": "operator-a", "divisi": "operator-divisi"}[mana]
        for kunci, satu in list_sel(list_kunci_lembar(lembar)).items():
            if satu.isian is None:
                hasil = self.k.ketik(siapa, kunci, BELUM, versi=0, pada=self.pada)
                if kunci in self.sel and hasil.nasib is Nasib.TERSIMPAN:
                    self.diberi_tahu[kunci] = BELUM

    @rule(
        siapa=siapa,
        mana=st.sampled_from(["lapas", "divisi"]),
        tindakan=st.sampled_from(Tindakan),
        alasan=st.sampled_from(["", "sebab"]),
        sebut=st.booleans(),
    )
    def memindahkan(self, siapa: str, mana: str, tindakan: Tindakan, alasan: str, sebut: bool) -> None:
        disebut = frozenset({"lapas-a", "lapas-b"}) if sebut else frozenset()
        lain = {"alasan": alasan, "disebut": disebut, "pada": self.pada}
        with suppress(LembarTidakAda):
            self.k.pindah(siapa, tindakan, self.lembar[mana], **lain)

    @rule(mana=st.sampled_from(["lapas", "divisi"]), langkah=st.integers(1, 4))
    def menaikkan(self, mana: str, langkah: int) -> None:
        """The next right steps by the right people, so that random walks reach the lock."""
        bawah = {"lapas": ("operator-a", "kepala-a"), "divisi": ("operator-divisi", "kepala-bidang")}[mana]
        giliran = {
            "draf": (bawah[0], Tindakan.AJUKAN),
            "diajukan": (bawah[1], Tindakan.VERIFIKASI),
            "diverifikasi": ("kadiv", Tindakan.SETUJUI),
            "disetujui": ("penyusun", Tindakan.KUNCI),
        }
        self.melengkapi(mana)
        for _ in range(langkah):
            status = LembarPengukuran.objects.get(pk=self.lembar[mana].pk).status
            if status in giliran:
                siapa, tindakan = giliran[status]
                self.memindahkan(siapa, mana, tindakan, "sebab", sebut=True)
                self.status_hanya_menurut_tabel()

    @rule(siapa=siapa, mana=st.sampled_from(["lapas", "divisi"]), jam=st.integers(1, 30))
    def meminta_buka(self, siapa: str, mana: str, jam: int) -> None:
        with suppress(LembarTidakAda):
            request_pembukaan(
                lembar_id=self.lembar[mana].pk,
                alasan="ralat",
                sampai=self.pada + jam * JAM,
                oleh=self.k.orang[siapa],
                pada=self.pada,
            )

    @rule(siapa=siapa)
    def menyetujui_buka(self, siapa: str) -> None:
        for pk in PembukaanKunci.objects.filter(ditutup_pada__isnull=True).values_list("pk", flat=True):
            with suppress(LembarTidakAda):
                approve_pembukaan(pembukaan_id=pk, oleh=self.k.orang[siapa], pada=self.pada)

    @rule(
        peminta=st.sampled_from(["operator-a", "kepala-a", "penyusun"]),
        penyetuju=st.sampled_from(["penyusun", "penyusun2"]),
        isian=isian,
        tepat_waktu=st.booleans(),
    )
    def meralat(self, peminta: str, penyetuju: str, isian: Any, *, tepat_waktu: bool) -> None:
        """A correction from the lock to the next lock; five people in a row are too many to meet by chance."""
        self.menaikkan("lapas", 4)
        self.meminta_buka(peminta, "lapas", 3)
        self.menyetujui_buka(penyetuju)
        self.status_hanya_menurut_tabel()
        self.membuka_halaman("operator-a", 0)
        self.mengetik("operator-a", 0, isian)
        terbuka = PembukaanKunci.objects.filter(disetujui_pada__isnull=False, ditutup_pada__isnull=True)
        if terbuka.exists() and self.diberi_tahu.get(self.sel[0]) == isian:
            type(self).dicapai.add("diralat")
        if tepat_waktu:
            self.menaikkan("lapas", 4)
        else:
            self.waktu_berlalu(3)
        self.status_hanya_menurut_tabel()

    @rule(jam=st.integers(1, 20))
    def waktu_berlalu(self, jam: int) -> None:
        self.pada += jam * JAM
        close_pembukaan(pada=self.pada)

    @invariant()
    def tidak_ada_nilai_yang_hilang(self) -> None:
        """Whoever was told "stored" finds his value, until somebody who saw it changes it."""
        for kunci, isian in getattr(self, "diberi_tahu", {}).items():
            assert list_sel([kunci])[kunci].isian == isian, "lost"

    @invariant()
    def mencatat_yang_dicapai(self) -> None:
        """No invariant: how far the walks came, so that a machine that goes nowhere is noticed."""
        type(self).dicapai |= set(getattr(self, "status", {}).values())
        for satu in PembukaanKunci.objects.filter(disetujui_pada__isnull=False):
            type(self).dicapai.add("dibuka")
            if satu.ditutup_pada is not None:
                type(self).dicapai.add(f"dikunci lagi dari {satu.status_saat_ditutup}")

    @invariant()
    def status_hanya_menurut_tabel(self) -> None:
        for pk, lama in list(getattr(self, "status", {}).items()):
            kini = LembarPengukuran.objects.get(pk=pk).status
            assert kini == lama or (lama, kini) in LANGKAH, f"{lama} -> {kini}"
            if kini == "dikunci" and lama not in SELESAI:
                # Only the end of an opening locks what nobody approved.
                assert PembukaanKunci.objects.filter(lembar=pk).exists(), f"{lama} -> {kini}"
            self.status[pk] = kini

    @invariant()
    def empat_mata(self) -> None:
        for lembar in LembarPengukuran.objects.exclude(status__in=("draf", "diajukan")):
            pengisi = set(
                Realisasi.objects.filter(
                    satker=lembar.satker_id, tahun=lembar.tahun, bulan=lembar.bulan
                ).values_list("diisi_oleh", flat=True)
            ) | {lembar.diajukan_oleh_id}
            if lembar.status != Status.DIKUNCI or lembar.disetujui_oleh_id:
                pemeriksa = {lembar.diverifikasi_oleh_id, lembar.disetujui_oleh_id} - {None}
                assert pemeriksa, "unchecked"
                assert not pemeriksa & pengisi, "own work"

    @invariant()
    def pembukaan_oleh_orang_lain(self) -> None:
        for satu in PembukaanKunci.objects.filter(disetujui_pada__isnull=False):
            assert satu.disetujui_oleh_id not in (None, satu.diminta_oleh_id), "opened alone"

    @invariant()
    def terbuka_hanya_sampai_batasnya(self) -> None:
        terbuka = PembukaanKunci.objects.filter(disetujui_pada__isnull=False, ditutup_pada__isnull=True)
        for satu in terbuka.select_related("lembar"):
            assert satu.sampai > self.pada, "open too long"
            assert satu.lembar.status != "dikunci", "open and locked"

    @invariant()
    def yang_terkunci_tidak_berubah(self) -> None:
        for lembar in LembarPengukuran.objects.filter(status="dikunci"):
            sel = list(list_sel(list_kunci_lembar(lembar)).values())
            assert compute_sidik_lembar(lembar, sel) == lembar.sidik, "changed behind the lock"

    @invariant()
    def induk_disetujui_atas_bawahan_yang_disetujui(self) -> None:
        for induk in LembarPengukuran.objects.filter(status__in=SELESAI, disetujui_pada__isnull=False):
            for satu in induk.bawahan.exclude(status__in=SELESAI):
                dilewati = satu.satker.kunci in induk.bawahan_dilewati
                assert dilewati or satu.pembukaan.filter(disetujui_pada__gte=induk.disetujui_pada).exists(), (
                    "gap"
                )

    @invariant()
    def setiap_langkah_berjejak(self) -> None:
        if hasattr(self, "k"):
            versi = (
                sum(LembarPengukuran.objects.values_list("versi", flat=True))
                - LembarPengukuran.objects.count()
            )
            tindakan = [f"lembar.{t}" for t in Tindakan]
            assert Jejak.objects.filter(tindakan__in=tindakan).count() == versi, "no trail"
            assert get_letak(self.lembar["lapas"]).tempat == "satker"


def list_invarian(mesin: Kantoran) -> list[Callable[[], None]]:
    """What Hypothesis asks after every step, for a walk by hand."""
    nama = [n for n, isi in vars(Kantoran).items() if hasattr(isi, "hypothesis_stateful_invariant")]
    return [getattr(mesin, n) for n in nama]
