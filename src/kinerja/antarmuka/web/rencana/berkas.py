"""Papers of the plan: the IKU table, the IKU sheets and the pohon kinerja, as documents in Indonesian."""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.antarmuka.web.kepala import Kepala
from kinerja.dokumen.model import (
    BaganPohon,
    Bagian,
    Baris,
    Dokumen,
    Gambar,
    Kolom,
    Simpul,
    Tabel,
    paragraf,
)
from kinerja.pengukuran.cetak import cetak_target
from kinerja.perencanaan.pohon import Pohon
from kinerja.perencanaan.rencana import IndikatorRencana, Rencana

KOSONG = "–"
_SIMPUL_SEGAMBAR = 45
"""More boxes than that on one page are too small to read: a larger branch becomes several figures."""


def _dokumen(kepala: Kepala, judul: str, bab: tuple[Bagian, ...]) -> Dokumen:
    return Dokumen(
        judul=judul,
        subjudul="",
        instansi=kepala.kantor.nama,
        tahun=kepala.tahun,
        tempat_tanggal="",
        kode="",
        bab=bab,
        rupa="surat",
    )


def compose_tabel_iku(kepala: Kepala, rencana: Rencana) -> Dokumen:
    """The table of indicators with their Renstra targets year by year, on landscape pages."""
    tahun = rencana.tahun_renstra
    kolom = (
        Kolom("No.", 4, "tengah"),
        Kolom("Sasaran", 22),
        Kolom("Indikator", 26),
        Kolom("Satuan", 8),
        *(Kolom(str(t), 7, "kanan", "Target Renstra") for t in tahun),
        Kolom(f"Perjanjian {kepala.tahun}", 9, "kanan"),
        Kolom("Penanggung jawab", 15),
    )
    baris = tuple(Baris(sel) for sel in _baris_iku(rencana))
    tabel = Tabel("tabel-iku", f"Indikator kinerja {rencana.renstra.nama}", kolom, baris, mendatar=True)
    pengantar = paragraf(f"{kepala.kantor.nama}. Dasar: {rencana.renstra.dasar_hukum}.")
    judul = f"Indikator Kinerja Utama Tahun {kepala.tahun}"
    return _dokumen(kepala, judul, (Bagian("iku", judul, (pengantar, tabel)),))


def _baris_iku(rencana: Rencana) -> Iterator[tuple[str, ...]]:
    nomor = 0
    for sasaran in rencana.telusuri():
        for satu in sasaran.indikator:
            nomor += 1
            target = [cetak_target(satu.target.get(t), satu.indikator.satuan) for t in rencana.tahun_renstra]
            janji = cetak_target(satu.perjanjian, satu.indikator.satuan)
            kepala = (str(nomor), sasaran.sasaran.teks, satu.indikator.nama, satu.indikator.satuan)
            yield (*kepala, *target, janji, satu.jabatan or KOSONG)


def list_unsur(rencana: Rencana, satu: IndikatorRencana) -> list[tuple[str, str]]:
    """What an IKU sheet says, in the order of the field: name of the part and its text, "" for what is missing."""
    indikator = satu.indikator
    lembar = getattr(indikator, "lembar_iku", None)
    target = ", ".join(
        f"{tahun}: {cetak_target(t, indikator.satuan)}" for tahun, t in sorted(satu.target.items())
    )
    return [
        ("Sasaran", f"{indikator.sasaran.kode} {indikator.sasaran.teks}"),
        ("Indikator", indikator.nama),
        ("Definisi operasional", indikator.definisi),
        ("Rumus penghitungan", indikator.rumus),
        ("Satuan", indikator.satuan),
        ("Polaritas", indikator.get_polaritas_display()),
        (
            "Cara menggabungkan",
            f"antarbulan {indikator.get_agregasi_bulan_display()}; "
            f"antarsatker {indikator.get_agregasi_satker_display()}",
        ),
        ("Sumber data", indikator.sumber_data),
        ("Periode pelaporan", lembar.get_periode_display() if lembar and lembar.periode else ""),
        ("Penanggung jawab", satu.jabatan),
        ("Cara verifikasi", lembar.verifikasi if lembar else ""),
        ("Keterbatasan yang diketahui", lembar.keterbatasan if lembar else ""),
        ("Target Renstra", target),
        (f"Target Perjanjian Kinerja {rencana.tahun}", _cetak_janji(satu)),
    ]


def _cetak_janji(satu: IndikatorRencana) -> str:
    return cetak_target(satu.perjanjian, satu.indikator.satuan) if satu.perjanjian else ""


def compose_lembar_iku(kepala: Kepala, rencana: Rencana, satu: IndikatorRencana) -> Dokumen:
    """The sheet of one indikator; what is missing is named, not left out."""
    unsur = list_unsur(rencana, satu)
    baris = tuple(Baris((nama, isi or "belum diisi")) for nama, isi in unsur)
    kolom = (Kolom("Unsur", 10), Kolom("Isi", 30))
    kode = satu.indikator.kode
    tabel = Tabel("lembar-iku", f"Lembar IKU {kode}", kolom, baris)
    judul = f"Lembar Indikator Kinerja {kode}"
    pengantar = paragraf(f"{kepala.kantor.nama}, {rencana.renstra.nama}.")
    return _dokumen(kepala, judul, (Bagian("lembar", judul, (pengantar, tabel)),))


def compose_pohon(kepala: Kepala, pohon: Pohon) -> Dokumen:
    """The pohon kinerja, a figure per branch that fits a page, and the crosscutting links as a table."""
    anak = pohon.anak()
    judul = f"Pohon Kinerja Tahun {kepala.tahun}"
    gambar = tuple(
        Gambar(
            f"pohon-{n}",
            f"{pohon.simpul[n].kode or pohon.simpul[n].teks}".strip(),
            _uraikan(pohon, anak, n),
            BaganPohon(_cabang(pohon, anak, n, dalam)),
        )
        for n, dalam in _list_gambar(anak)
    )
    isi = (paragraf(f"{kepala.kantor.nama}, {pohon.simpul[0].teks}."), *gambar, *_tabel_kaitan(pohon))
    return _dokumen(kepala, judul, (Bagian("pohon", judul, isi),))


def _list_gambar(anak: dict[int | None, list[int]]) -> Iterator[tuple[int, bool]]:
    """Which nodes begin a figure, and whether it shows all beneath them or their children only."""
    tumpukan = list(reversed(anak.get(0, [])))
    while tumpukan:
        n = tumpukan.pop()
        if _hitung(anak, n) <= _SIMPUL_SEGAMBAR or n not in anak:
            yield n, True
            continue
        yield n, False
        tumpukan += reversed([a for a in anak[n] if a in anak])


def _hitung(anak: dict[int | None, list[int]], n: int) -> int:
    return 1 + sum(_hitung(anak, a) for a in anak.get(n, []))


def _cabang(pohon: Pohon, anak: dict[int | None, list[int]], n: int, dalam: bool) -> Simpul:
    satu = pohon.simpul[n]
    # Who answers is a line of the indikator's box here: a column of its own would take the page.
    jabatan = [pohon.simpul[a].teks for a in anak.get(n, []) if pohon.simpul[a].jenis == "jabatan"]
    lanjut = [a for a in anak.get(n, []) if pohon.simpul[a].jenis != "jabatan"]
    cabang = (
        tuple(_cabang(pohon, anak, a, dalam=dalam) for a in lanjut)
        if dalam
        else tuple(Simpul(pohon.simpul[a].teks, pohon.simpul[a].kode) for a in lanjut)
    )
    return Simpul(satu.teks, " · ".join(filter(None, (satu.kode, *jabatan))), anak=cabang)


def _uraikan(pohon: Pohon, anak: dict[int | None, list[int]], n: int) -> str:
    """The branch in words: the text alternative of its figure."""
    bawah = [a for a in anak.get(n, []) if pohon.simpul[a].jenis != "jabatan"]
    sebut = "; ".join(f"{pohon.simpul[a].kode} {pohon.simpul[a].teks}".strip() for a in bawah)
    return f"Di bawah {pohon.simpul[n].teks}: {sebut}." if sebut else pohon.simpul[n].teks


def _tabel_kaitan(pohon: Pohon) -> tuple[Tabel, ...]:
    if not pohon.kaitan:
        return ()
    kolom = (Kolom("Sasaran", 20), Kolom("Mendukung sasaran", 20), Kolom("Bagaimana", 20))
    baris = tuple(
        Baris((_sebut(pohon, dari), _sebut(pohon, ke), uraian)) for dari, ke, uraian in pohon.kaitan
    )
    return (Tabel("kaitan", "Kaitan lintas (crosscutting)", kolom, baris),)


def _sebut(pohon: Pohon, n: int) -> str:
    return f"{pohon.simpul[n].kode} {pohon.simpul[n].teks}"
