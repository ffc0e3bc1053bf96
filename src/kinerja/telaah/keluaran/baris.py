"""The rows that every export prints, from the JSON of the telaah."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

JUDUL = (
    "No.", "Berkas", "Tingkat", "Kepastian", "Kode", "Indikator", "Letak", "Tercetak", "Seharusnya", "Uraian",
    "Cara memperbaiki", "Dasar hukum",
)  # fmt: skip


def list_baris(isi: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """One row per place of a finding, under the headings of `JUDUL`; places of one finding share its number."""
    for nomor, temuan in enumerate(isi["temuan"], 1):
        for tempat in temuan["tempat"]:
            yield (
                str(nomor), temuan["berkas"], temuan["tingkat"], temuan["kepastian"], temuan["kode"],
                temuan["indikator"] or "", print_letak(tempat), tempat["tercetak"] or "", tempat["seharusnya"] or "",
                temuan["uraian"], temuan["saran"], temuan["dasar_hukum"],
            )  # fmt: skip


def print_letak(tempat: Mapping[str, Any]) -> str:
    """Where to look: "Tabel 133, halaman 5, baris 7957"."""
    bagian = [f"{kata} {tempat[kunci]}" for kunci, kata in _KATA.items() if tempat[kunci]]
    return ", ".join([*bagian, *filter(None, [tempat.get("sel")])])


_KATA = {"tabel": "Tabel", "halaman": "halaman", "baris": "baris"}


def print_ringkasan(isi: Mapping[str, Any]) -> str:
    """How much was looked at, in one sentence."""
    return (
        f"{len(isi['temuan'])} temuan dari {isi['fakta']} fakta dan {isi['pemeriksaan']} pemeriksaan atas "
        f"{', '.join(isi['berkas'])}."
    )
