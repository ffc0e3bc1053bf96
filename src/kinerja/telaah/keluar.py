"""Findings as data: the JSON others build on, and SARIF for tools that show findings beside a text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kinerja.aturan.telaah.registri import load_pemeriksaan
from kinerja.aturan.telaah.temuan import TempatTemuan, Temuan, Tingkat
from kinerja.telaah.jalan import TelaahBerkas

_TINGKAT_SARIF = {Tingkat.FATAL: "error", Tingkat.BESAR: "warning", Tingkat.KECIL: "note"}


def to_json(semua: Sequence[TelaahBerkas]) -> dict[str, Any]:
    """One object for one file and for many: sums on top, every finding with its file."""
    dibaca = [satu for satu in semua if satu.hasil is not None]
    return {
        "berkas": [str(satu.berkas) for satu in semua],
        "fakta": sum(satu.hasil.fakta for satu in dibaca if satu.hasil),
        "pemeriksaan": sum(satu.hasil.pemeriksaan for satu in dibaca if satu.hasil),
        "detik": round(sum(satu.detik for satu in semua), 3),
        "kendala": [
            {"berkas": str(satu.berkas), "kode": kendala.kode, "pesan": kendala.pesan, "fatal": kendala.fatal}
            for satu in semua
            for kendala in satu.kendala
        ],
        "temuan": [
            {"berkas": str(satu.berkas), **temuan_to_json(temuan)}
            for satu in dibaca
            if satu.hasil
            for temuan in satu.hasil.temuan
        ],
    }


def temuan_to_json(temuan: Temuan) -> dict[str, Any]:
    """One finding; the fields of its first place stand on top, all its places in `tempat`."""
    return {
        "kode": temuan.kode,
        "tingkat": temuan.tingkat.value,
        "kepastian": temuan.kepastian.value,
        "indikator": temuan.indikator or None,
        **_tempat(temuan.utama),
        "uraian": temuan.uraian,
        "saran": temuan.saran,
        "dasar_hukum": temuan.dasar_hukum,
        "tempat": [_tempat(satu) for satu in temuan.tempat],
    }


def _tempat(satu: TempatTemuan) -> dict[str, Any]:
    tempat = satu.tempat
    hasil = {
        "tabel": tempat.tabel or None,
        "halaman": tempat.halaman,
        "baris": tempat.baris,
        "tercetak": satu.tercetak or None,
        "seharusnya": satu.seharusnya or None,
    }
    return {**hasil, "sel": tempat.sel} if tempat.sel else hasil


def to_sarif(semua: Sequence[TelaahBerkas]) -> dict[str, Any]:
    """SARIF 2.1.0: one run, one rule per check, one result per finding."""
    aturan = [
        {
            "id": satu.kode,
            "shortDescription": {"text": satu.uraian},
            "help": {"text": f"{satu.cara_memperbaiki} ({satu.dasar_hukum})"},
            "defaultConfiguration": {"level": _TINGKAT_SARIF[satu.tingkat]},
        }
        for satu in load_pemeriksaan().values()
    ]
    hasil = [
        _hasil_sarif(satu.berkas, temuan) for satu in semua if satu.hasil for temuan in satu.hasil.temuan
    ]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": {"name": "kinerja telaah", "rules": aturan}}, "results": hasil}],
    }


def _hasil_sarif(berkas: Path, temuan: Temuan) -> dict[str, Any]:
    return {
        "ruleId": temuan.kode,
        "level": _TINGKAT_SARIF[temuan.tingkat],
        "message": {"text": f"{temuan.uraian} {temuan.saran}"},
        "properties": {"kepastian": temuan.kepastian.value, "dasar_hukum": temuan.dasar_hukum},
        "locations": [_lokasi_sarif(berkas, satu) for satu in temuan.tempat],
    }


def _lokasi_sarif(berkas: Path, satu: TempatTemuan) -> dict[str, Any]:
    lokasi: dict[str, Any] = {"artifactLocation": {"uri": berkas.resolve().as_uri()}}
    if satu.tempat.baris is not None:
        lokasi["region"] = {"startLine": satu.tempat.baris}
    return {"physicalLocation": lokasi, "message": {"text": sebut_tempat(satu)}}


def sebut_tempat(satu: TempatTemuan) -> str:
    """ "Tabel 133, halaman 5, baris 7957: -3,62 → −362,40"."""
    tempat = satu.tempat
    bagian = [
        f"Tabel {tempat.tabel}" if tempat.tabel else "",
        f"halaman {tempat.halaman}" if tempat.halaman is not None else "",
        f"baris {tempat.baris}" if tempat.baris is not None else "",
        tempat.sel,
    ]
    di = ", ".join(filter(None, bagian))
    isi = satu.tercetak + (f" → {satu.seharusnya}" if satu.seharusnya else "")
    return f"{di}: {isi}" if di and isi else di or isi


def write_json(semua: Sequence[TelaahBerkas], tujuan: Path) -> None:
    """The JSON into a file."""
    tujuan.write_text(json.dumps(to_json(semua), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def write_sarif(semua: Sequence[TelaahBerkas], tujuan: Path) -> None:
    """The SARIF into a file."""
    tujuan.write_text(json.dumps(to_sarif(semua), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
