"""The XLSX to fill in answers, how it is read back cell by cell, and the XLSX of results."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from django.utils.translation import gettext as _

from kinerja.dasar.angka import baca_angka
from kinerja.dokumen.baca.letak import nama_sel
from kinerja.dokumen.baca.xlsx import Isi, LembarMentah, baca_xlsx, ke_desimal
from kinerja.dokumen.buku import KolomBuku, LembarBuku, render_buku
from kinerja.survei.models import Survei
from kinerja.survei.queries import HasilSurvei, list_unsur

_LEMBAR = "Jawaban"
_KEPALA_TERJAUH = 20
"""The header stands within so many rows."""
_TEMUAN_TERBANYAK = 50


@dataclass(frozen=True, slots=True)
class TemuanSel:
    """What is wrong in a cell: "Jawaban!C7", as it was read, why, what to do."""

    tempat: str
    terbaca: str
    pesan: str
    cara: str


def make_templat(survei: Survei) -> bytes:
    """An empty workbook: a row per respondent, a column per unsur, 1–4."""
    unsur = list_unsur(survei)
    catatan = _(
        "Satu baris satu responden. Isi 1, 2, 3, atau 4; kosong bila tidak dijawab. Jangan menulis nama."
    )
    nama = "; ".join(f"{u.kode} = {u.nama}" for u in unsur)
    kolom = tuple(KolomBuku(u.kode, 8, "angka") for u in unsur)
    return render_buku([LembarBuku(_LEMBAR, nama, kolom, (), catatan)])


def read_jawaban(berkas: Path, survei: Survei) -> tuple[list[dict[str, int]], tuple[TemuanSel, ...]]:
    """The answers of a filled workbook, and what is wrong in it by cell. BerkasDitolak when it is no workbook."""
    kode = [u.kode for u in list_unsur(survei)]
    for lembar in baca_xlsx(berkas):
        kepala = _cari_kepala(lembar, kode)
        if kepala is not None:
            return _baca_baris(lembar, kepala, kode)
    pesan = _("Tidak ada baris judul dengan kode unsur %(kode)s.") % {"kode": ", ".join(kode)}
    return [], (TemuanSel(berkas.name, "", pesan, _("Pakai templat survei ini.")),)


def _cari_kepala(lembar: LembarMentah, kode: Sequence[str]) -> int | None:
    """The first row that names every unsur, each once."""
    for nomor, baris in enumerate(lembar.baris[:_KEPALA_TERJAUH]):
        judul = [_sebut(sel) for sel in baris]
        if all(judul.count(k) == 1 for k in kode):
            return nomor
    return None


def _sebut(sel: Isi) -> str:
    return str(sel).strip().upper()


def _baca_baris(
    lembar: LembarMentah, kepala: int, kode: Sequence[str]
) -> tuple[list[dict[str, int]], tuple[TemuanSel, ...]]:
    kolom = {_sebut(sel): n for n, sel in enumerate(lembar.baris[kepala]) if _sebut(sel) in kode}
    isian: list[dict[str, int]] = []
    temuan: list[TemuanSel] = []
    for nomor, baris in enumerate(lembar.baris[kepala + 1 :], kepala + 1):
        satu = {}
        for k in kode:
            sel = baris[kolom[k]]
            if str(sel).strip() == "":
                continue
            nilai = parse_nilai(sel)
            if nilai is None:
                tempat = f"{lembar.nama}!{nama_sel((nomor, kolom[k]))}"
                pesan = _("Jawaban %(kode)s harus 1, 2, 3, atau 4.") % {"kode": k}
                temuan.append(TemuanSel(tempat, str(sel)[:40], pesan, _("Perbaiki atau kosongkan selnya.")))
            else:
                satu[k] = nilai
        if satu:
            isian.append(satu)
    if not isian and not temuan:
        temuan.append(
            TemuanSel(lembar.nama, "", _("Belum ada jawaban."), _("Isi satu baris tiap responden."))
        )
    return isian, tuple(temuan[:_TEMUAN_TERBANYAK])


def parse_nilai(isi: Isi) -> int | None:
    """1, 2, 3 or 4 however it is typed; None for anything else."""
    if isinstance(isi, float):
        angka: Decimal | None = ke_desimal(isi)
    else:
        angka = baca_angka(isi.strip()).nilai if isinstance(isi, str) and len(isi) < 12 else None
    return int(angka) if angka in (1, 2, 3, 4) else None


def make_ekspor(hasil: HasilSurvei, deret: Sequence[HasilSurvei]) -> bytes:
    """Results as a workbook: what follows from the survey, its unsur, its terms, the series. No single answer."""
    return render_buku([_ringkasan(hasil), _unsur(hasil), _uraian(hasil), _deret(deret)])


def _ringkasan(hasil: HasilSurvei) -> LembarBuku:
    survei, indeks, sampel = hasil.survei, hasil.indeks, hasil.sampel
    mutu = indeks.mutu.nama if indeks and indeks.mutu else None
    isi: list[tuple[str, str | int | Decimal | None]] = [
        (_("Survei"), survei.instrumen.nama),
        (_("Satuan kerja"), hasil.nama_satker),
        (_("Tahun"), str(survei.tahun)),
        (_("Bulan"), str(survei.bulan) if survei.bulan else _("setahun")),
        (_("Nilai indeks (skala 4)"), indeks.nilai if indeks else None),
        (_("Nilai konversi (skala 100)"), indeks.nilai_seratus if indeks else None),
        (_("Mutu"), mutu),
        (_("Responden"), hasil.responden),
        (_("Populasi"), survei.populasi),
        (_("Sampel minimum"), sampel.minimum if sampel else None),
        (_("Dasar hukum"), indeks.aturan.dasar_hukum if indeks else None),
    ]
    kolom = (KolomBuku(_("Hal"), 28), KolomBuku(_("Isi"), 50, "angka"))
    return LembarBuku(_("Ringkasan"), _("Hasil survei"), kolom, tuple(isi))


def _unsur(hasil: HasilSurvei) -> LembarBuku:
    kolom = (
        KolomBuku(_("Kode"), 8),
        KolomBuku(_("Unsur"), 44),
        KolomBuku(_("Nilai"), 12, "angka"),
        KolomBuku(_("Jawaban"), 12, "angka"),
    )
    baris = tuple((u.kode, u.nama, u.nilai, u.responden) for u in hasil.unsur)
    return LembarBuku(_("Unsur"), _("Nilai tiap unsur"), kolom, baris)


def _uraian(hasil: HasilSurvei) -> LembarBuku:
    kolom = (KolomBuku(_("Suku"), 44), KolomBuku(_("Nilai"), 14, "angka"), KolomBuku(_("Keterangan"), 30))
    suku = hasil.indeks.uraian.telusuri() if hasil.indeks else ()
    return LembarBuku(
        _("Uraian"), _("Uraian nilai"), kolom, tuple((s.label, s.nilai, s.catatan) for _n, s in suku)
    )


def _deret(deret: Sequence[HasilSurvei]) -> LembarBuku:
    kolom = (
        KolomBuku(_("Tahun"), 8),
        KolomBuku(_("Bulan"), 8),
        KolomBuku(_("Responden"), 12, "angka"),
        KolomBuku(_("Nilai konversi (skala 100)"), 16, "angka"),
    )
    baris = tuple(
        (
            str(h.survei.tahun),
            str(h.survei.bulan or "–"),
            h.responden,
            h.indeks.nilai_seratus if h.indeks else None,
        )
        for h in deret
    )
    return LembarBuku(_("Deret"), _("Hasil survei yang sama dari masa ke masa"), kolom, baris)
