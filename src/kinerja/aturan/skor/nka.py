"""Nilai kinerja anggaran with its explanation: 60/40 until TA 2023, 50/50 from TA 2024, five predicates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kinerja.aturan.anggaran import compute_nka, compute_predikat_nka
from kinerja.aturan.parameter import as_angka
from kinerja.aturan.pecahan import to_desimal, to_pecahan
from kinerja.aturan.pengaturan import PENGATURAN_BAWAAN, Pengaturan
from kinerja.aturan.skor.smart import is_smart
from kinerja.aturan.skor.uraian import NOL, SERATUS, HasilSkor, Suku, get_nilai
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.cetak import cetak_angka


def explain_nka(
    perencanaan: Decimal, pelaksanaan: Decimal, *, pada: date, pengaturan: Pengaturan = PENGATURAN_BAWAAN
) -> HasilSkor:
    """NKA from the planning score (SMART until TA 2023) and IKPA, unrounded, predicate on the unrounded value.

    A score outside 0–100 leaves no NKA and a temuan. BelumBerlaku before TA 2022.
    """
    hasil = compute_nka(perencanaan, pelaksanaan, pada=pada)
    nama = "Nilai SMART" if is_smart(pada) else "Nilai kinerja perencanaan anggaran"
    bobot = get_nilai("bobot_nka", pada).peta
    butir = ((nama, perencanaan, "perencanaan"), ("Nilai IKPA", pelaksanaan, "pelaksanaan"))
    suku = []
    for label, nilai, kunci in butir:
        bagian = as_angka(bobot[kunci])
        sumbangan = to_desimal(to_pecahan(nilai) * to_pecahan(bagian))
        suku.append(Suku(label, nilai, bobot=bagian * 100, sumbangan=sumbangan, aturan=hasil.aturan))
    temuan = tuple(
        Temuan(
            "nka-di-luar-batas", f"{label} {cetak_angka(nilai)} di luar 0 sampai 100.", "Periksa angkanya."
        )
        for label, nilai, _ in butir
        if not NOL <= nilai <= SERATUS
    )
    jadi = None if temuan else hasil.nilai
    predikat = None if jadi is None else compute_predikat_nka(jadi, pengaturan=pengaturan, pada=pada)
    pohon = Suku("Nilai kinerja anggaran", jadi, aturan=hasil.aturan, rincian=tuple(suku))
    return HasilSkor(jadi, predikat, hasil.aturan, pohon, temuan)
