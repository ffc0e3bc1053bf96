"""Read the trail, and prove that nobody changed it."""

import datetime
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.db import models

from kinerja.jejak.models import Jejak, KepalaRantai
from kinerja.jejak.tanda import compute_tanda, is_sama

DITANDATANGANI = (
    "rantai", "nomor", "pada", "oleh", "tindakan", "objek", "dari", "menjadi", "alasan", "sidik_sebelum",
)  # fmt: skip
"""Every column but the signature itself."""


def sandikan(kunci: object) -> str:
    """A part of a key as the trail writes it: what could be taken for its own signs is percent-encoded."""
    return quote(str(kunci), safe=" :.,@+()")


def sebut_objek(model: type[models.Model], *kunci: object) -> str:
    """How the trail names a row: "pengukuran.Realisasi:PAS-2.1/lapas-lahat/2023/4", by its natural key."""
    return f"{model._meta.label}:" + "/".join(map(sandikan, kunci))


def compute_sidik_baris(baris: Jejak) -> str:
    """The signature of one entry over all its fields and the entry before it."""
    return compute_tanda({nama: getattr(baris, nama) for nama in DITANDATANGANI})


def compute_tanda_kepala(kepala: KepalaRantai) -> str:
    """The signature of the end of a chain."""
    return compute_tanda(
        {"rantai": kepala.rantai, "nomor": kepala.nomor, "sidik": kepala.sidik, "@": "kepala"}
    )


@dataclass(frozen=True, slots=True)
class Kerusakan:
    """The first broken place of a chain: which entry (0: the chain itself), and what is wrong with it."""

    rantai: str
    nomor: int
    masalah: str


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """How much was checked, where each chain ends, and the first broken place of every broken chain."""

    jumlah: int
    ujung: dict[str, tuple[int, str]]
    kerusakan: tuple[Kerusakan, ...]

    @property
    def utuh(self) -> bool:
        """Nothing is broken, and something was checked."""
        return bool(self.jumlah) and not self.kerusakan


def verify_jejak() -> HasilPeriksa:
    """Recompute every signature and link, and compare each chain with its signed end.

    Whoever has the key can forge; whoever removes chain and end together is betrayed by the chain of the instansi.
    """
    kepala = {k.rantai: k for k in KepalaRantai.objects.all()}
    rantai = sorted({*kepala, *Jejak.objects.order_by().values_list("rantai", flat=True).distinct(), ""})
    jumlah, kerusakan = 0, []
    for satu in rantai:
        diperiksa, masalah = _periksa_rantai(satu, kepala.get(satu))
        jumlah += diperiksa
        kerusakan += [masalah] if masalah else []
    kerusakan += _cari_rantai_hilang(set(rantai))
    ujung = {k.rantai: (k.nomor, k.sidik) for k in kepala.values()}
    return HasilPeriksa(jumlah, ujung, tuple(kerusakan))


def _periksa_rantai(rantai: str, kepala: KepalaRantai | None) -> tuple[int, Kerusakan | None]:
    nomor, sidik = 0, ""
    for baris in Jejak.objects.filter(rantai=rantai).order_by("nomor", "pk").iterator(chunk_size=2000):
        nomor += 1
        if masalah := _periksa_baris(baris, nomor, sidik):
            return nomor, Kerusakan(rantai, nomor, masalah)
        sidik = baris.sidik
    if kepala is None:
        return nomor, Kerusakan(rantai, nomor, "ujung rantai tidak ada")
    if not is_sama(kepala.tanda, compute_tanda_kepala(kepala)):
        return nomor, Kerusakan(rantai, kepala.nomor, "ujung rantai diubah")
    if (kepala.nomor, kepala.sidik) != (nomor, sidik):
        hilang = (
            f"baris {nomor + 1} sampai {kepala.nomor} hilang" if kepala.nomor > nomor else "ujungnya mundur"
        )
        return nomor, Kerusakan(rantai, nomor + 1, hilang)
    return nomor, None


def _periksa_baris(baris: Jejak, nomor: int, sebelumnya: str) -> str:
    """What is wrong with an entry that should be the `nomor`-th, or ""."""
    if baris.nomor != nomor:
        return f"baris hilang atau tertukar: terbaca nomor {baris.nomor}"
    if baris.sidik_sebelum != sebelumnya:
        return "tidak menyambung ke baris sebelumnya"
    if not is_sama(baris.sidik, compute_sidik_baris(baris)):
        return "isi baris diubah"
    return ""


def _cari_rantai_hilang(ada: set[str]) -> Iterator[Kerusakan]:
    pembukaan = Jejak.objects.filter(rantai="", tindakan="jejak.buka_rantai").values_list("objek", flat=True)
    for objek in pembukaan:
        nama = objek.partition(":")[2]
        if nama not in ada:
            yield Kerusakan(nama, 0, "seluruh rantai hilang")


def get_ujung(abaikan: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Where every chain ends, as (rantai, sidik): another answer whenever something was written in between.

    `abaikan`: in that chain, entries whose tindakan begins with that prefix do not count.
    """
    ujung = dict(KepalaRantai.objects.values_list("rantai", "sidik"))
    for rantai, awalan in abaikan.items():
        milik = Jejak.objects.filter(rantai=rantai).exclude(tindakan__startswith=awalan)
        ujung[rantai] = milik.order_by("-nomor").values_list("sidik", flat=True).first() or ""
    return tuple(sorted(ujung.items()))


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One field before and after, as printed text; "" where it was not there."""

    medan: str
    dari: str
    menjadi: str


@dataclass(frozen=True, slots=True)
class EntriRiwayat:
    """One entry of the history of an object, made ready to be read."""

    nomor: int
    rantai: str
    pada: datetime.datetime
    oleh: str
    tindakan: str
    objek: str
    alasan: str
    perubahan: tuple[Perubahan, ...]


def list_riwayat(objek: str, *, rantai: Collection[str], batas: int = 200) -> list[EntriRiwayat]:
    """What happened to one object, as `sebut_objek` spells it, newest first; only from chains the asker may read."""
    semua = Jejak.objects.filter(rantai__in=rantai, objek=objek)
    return [_ke_entri(b) for b in semua.order_by("-pada", "-pk")[:batas]]


@dataclass(frozen=True, slots=True)
class SaringanRiwayat:
    """Which entries: any of these spellings of the actor, one tindakan, a part of objek, from a moment to before one.

    `objek` is written as people read it, not percent-encoded. What is empty asks for nothing.
    """

    oleh: tuple[str, ...] = ()
    tindakan: str = ""
    objek: str = ""
    sejak: datetime.datetime | None = None
    hingga: datetime.datetime | None = None

    def saring(self, rantai: str) -> models.QuerySet[Jejak]:
        """The entries of one chain that match, in no order."""
        objek = "/".join(map(sandikan, self.objek.split("/")))
        syarat = {
            "oleh__in": self.oleh, "tindakan": self.tindakan, "objek__contains": objek,
            "pada__gte": self.sejak, "pada__lt": self.hingga,
        }  # fmt: skip
        return Jejak.objects.filter(rantai=rantai, **{nama: isi for nama, isi in syarat.items() if isi})


@dataclass(frozen=True, slots=True)
class Jendela:
    """Which page of a chain: entries before a number, or after one; neither: the newest."""

    sebelum: int | None = None
    sesudah: int | None = None
    banyak: int = 50


@dataclass(frozen=True, slots=True)
class HalamanRiwayat:
    """One page, newest first; `lebih_baru` and `lebih_lama` are the numbers from which to go on, None at an end."""

    entri: tuple[EntriRiwayat, ...]
    lebih_baru: int | None
    lebih_lama: int | None


def read_halaman(rantai: str, saringan: SaringanRiwayat, jendela: Jendela) -> HalamanRiwayat:
    """One page of a chain in one query, as quick at its end as at its beginning: entries are numbered."""
    semua = saringan.saring(rantai)
    if jendela.sesudah is not None:
        baris = list(semua.filter(nomor__gt=jendela.sesudah).order_by("nomor")[: jendela.banyak + 1])
        ada_lama, ada_baru = bool(baris), len(baris) > jendela.banyak
        baris = baris[: jendela.banyak][::-1]
    else:
        if jendela.sebelum is not None:
            semua = semua.filter(nomor__lt=jendela.sebelum)
        baris = list(semua.order_by("-nomor")[: jendela.banyak + 1])
        ada_lama, ada_baru = len(baris) > jendela.banyak, jendela.sebelum is not None and bool(baris)
        baris = baris[: jendela.banyak]
    return HalamanRiwayat(
        tuple(map(_ke_entri, baris)),
        baris[0].nomor if ada_baru else None,
        baris[-1].nomor if ada_lama else None,
    )


def iterate_riwayat(rantai: str, saringan: SaringanRiwayat) -> Iterator[EntriRiwayat]:
    """Every matching entry of a chain, newest first, without holding them all."""
    baris = saringan.saring(rantai).order_by("-nomor")
    return map(_ke_entri, baris.iterator(chunk_size=500))


def _ke_entri(baris: Jejak) -> EntriRiwayat:
    dari, menjadi = json.loads(baris.dari), json.loads(baris.menjadi)
    perubahan = tuple(
        Perubahan(nama, _cetak(dari.get(nama)), _cetak(menjadi.get(nama)))
        for nama in dict.fromkeys([*dari, *menjadi])
        if dari.get(nama) != menjadi.get(nama)
    )
    return EntriRiwayat(
        baris.nomor,
        baris.rantai,
        baris.pada,
        baris.oleh,
        baris.tindakan,
        baris.objek,
        baris.alasan,
        perubahan,
    )


def _cetak(nilai: Any) -> str:
    if nilai is None:
        return ""
    return nilai if isinstance(nilai, str) else json.dumps(nilai, ensure_ascii=False)
