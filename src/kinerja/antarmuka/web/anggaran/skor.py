"""Budget scores of every satker of an office, and one satker's explained term by term."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kinerja.anggaran.bulanan import SatkerKantor, get_arus
from kinerja.anggaran.queries import SkorSatker, compute_nka_kantor, list_skor
from kinerja.anggaran.uraian import explain_skor, list_uraian
from kinerja.antarmuka.web.anggaran.bagian import KepalaAnggaran, buka_anggaran, cetak_hasil
from kinerja.organisasi.pengaturan import read_pengaturan


@require_safe
def daftar(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """The scores as published, beside what their elements and our facts give."""
    kepala = buka_anggaran(request, satker, tahun)
    kantor = kepala.kepala.kantor.satker
    pengaturan = read_pengaturan(kantor.pk, tahun)
    skor = {s.satker.satker_id: s for s in list_skor(kepala.bawahan, tahun, pengaturan)}
    # A satker with facts and without published scores has something to show, too.
    berfakta = {b.satker_id for b in get_arus(kepala.bawahan, tahun).berdata}
    tampil = [b for b in kepala.bawahan if b.satker_id in skor or b.satker_id in berfakta]
    baris = list_uraian([skor.get(b.satker_id) or hampa(b) for b in tampil], tahun, pengaturan=pengaturan)
    konteks = {
        "kepala": kepala.kepala,
        "tab": "anggaran",
        "laman": "skor",
        "baris": baris,
        "nka": compute_nka_kantor(kantor, skor.values(), tahun, pengaturan),
    }
    return render(request, "web/anggaran/skor.html", konteks)


def hampa(satker: SatkerKantor) -> SkorSatker:
    """A satker of which nothing was published."""
    return SkorSatker(satker, {}, {}, None, None)


def cari_skor(kepala: KepalaAnggaran, kunci: str) -> SkorSatker:
    """The published scores of one satker of the office, empty when there are none. Raises TidakAda."""
    satker = kepala.cari(kunci)
    return next(iter(list_skor([satker], kepala.kepala.tahun)), None) or hampa(satker)


@require_safe
def uraian(request: HttpRequest, satker: str, tahun: int, bawahan: str) -> HttpResponse:
    """Every term of the scores of one satker with weight, contribution, article."""
    kepala = buka_anggaran(request, satker, tahun)
    skor = cari_skor(kepala, bawahan)
    isi = explain_skor(skor, tahun)
    konteks = {
        "kepala": kepala.kepala,
        "tab": "anggaran",
        "laman": "skor",
        "satker": skor.satker,
        "isi": isi,
        "bagian": [
            (satu, cetak_hasil(satu.unsur), cetak_hasil(satu.fakta)) for satu in (isi.smart, isi.ikpa)
        ],
        "nka": cetak_hasil(isi.nka),
    }
    return render(request, "web/anggaran/uraian.html", konteks)
