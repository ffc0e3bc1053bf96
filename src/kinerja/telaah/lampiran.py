"""The annex that prints every pengecualian in force: a part of a document that whoever composes the report adds."""

from __future__ import annotations

import datetime

from kinerja.akses.queries import get_hari
from kinerja.dasar.cetak import cetak_tanggal
from kinerja.dokumen.model import Bagian, Baris, Kolom, Tabel, paragraf
from kinerja.organisasi.models import Satker
from kinerja.telaah.queries import TemuanTerbuka, list_temuan_terbuka


def compose_lampiran_pengecualian(satker: Satker, tahun: int, pada: datetime.datetime) -> tuple[Bagian, ...]:
    """One annex, or none when nothing is excepted. People are named by jabatan, else by account."""
    berlaku = [t for t in list_temuan_terbuka(satker, tahun, pada) if t.berlaku]
    if not berlaku:
        return ()
    kolom = (
        Kolom("No.", 6, "tengah"),
        Kolom("Temuan", 40),
        Kolom("Alasan", 34),
        Kolom("Diputus", 26),
        Kolom("Sampai", 16),
    )
    tabel = Tabel(
        "tabel-pengecualian",
        "Temuan yang dikecualikan",
        kolom,
        tuple(Baris((str(n), *_sel(t))) for n, t in enumerate(berlaku, 1)),
    )
    pengantar = paragraf(
        f"Telaah otomatis atas laporan ini menyisakan {len(berlaku)} temuan yang "
        "dengan alasan berikut tidak diperbaiki. "
        "Setiap pengecualian diputus oleh orang lain daripada yang memintanya."
    )
    return (Bagian("lampiran-pengecualian", "Pengecualian atas Temuan Telaah", (pengantar, tabel)),)


def _sel(satu: TemuanTerbuka) -> tuple[str, str, str, str]:
    pengecualian = satu.berlaku
    assert pengecualian is not None
    pemutus = pengecualian.pemutus.jabatan or pengecualian.pemutus.nama_akun
    return (
        f"{satu.temuan.judul_bagian}: {satu.temuan.uraian}".removeprefix(": "),
        pengecualian.alasan,
        f"{pemutus}, {cetak_tanggal(get_hari(pengecualian.diputus_pada))}",
        cetak_tanggal(pengecualian.berlaku_sampai),
    )
