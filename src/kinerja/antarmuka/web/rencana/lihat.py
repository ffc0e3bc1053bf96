"""Pages about the plan that change nothing: the plan, the pohon kinerja, the IKU table and its sheets."""

import json
from itertools import islice

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.akses.queries import iterate_riwayat_untuk
from kinerja.antarmuka.web.bahasa import dalam_bahasa_laporan
from kinerja.antarmuka.web.jawaban import jawab_dokumen, jawab_naskah
from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.antarmuka.web.rencana.berkas import (
    compose_lembar_iku,
    compose_pohon,
    compose_tabel_iku,
    list_unsur,
)
from kinerja.antarmuka.web.rencana.daftar import list_alamat, write_daftar
from kinerja.antarmuka.web.rencana.mutu import judge, read_lalu, ringkas, urutkan
from kinerja.antarmuka.web.rencana.tata import JENIS, RUPA, SEBUTAN, write_json, write_svg
from kinerja.antarmuka.web.rencana.tempat import Tempat, buka_tempat, minta_indikator, minta_rencana
from kinerja.antarmuka.web.sajian.riwayat import sajikan_riwayat
from kinerja.jejak.queries import SaringanRiwayat
from kinerja.perencanaan.operations.urung import DAPAT_DIURUNGKAN, MILIK_KANTOR
from kinerja.perencanaan.pohon import make_pohon

_RIWAYAT = 6


@require_safe
def rencana(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """The plan of an office on one page, and what was changed last."""
    tempat = buka_tempat(request, satker, tahun)
    kantor = tempat.kepala.kantor.satker
    riwayat = iterate_riwayat_untuk(
        request.user, kantor, SaringanRiwayat(objek="perencanaan."), tahun=tahun, pada=timezone.now()
    )
    terakhir = list(islice((e for e in riwayat if e.tindakan.startswith("rencana.")), _RIWAYAT))
    baris = zip(terakhir, sajikan_riwayat(terakhir), strict=True)
    sajian = [(e.nomor, satu, _boleh_urung(tempat, e.tindakan)) for e, satu in baris]
    return render(request, "web/rencana/rencana.html", _konteks(tempat) | {"terakhir": sajian})


def _boleh_urung(tempat: Tempat, tindakan: str) -> bool:
    boleh = tempat.boleh_baru if tindakan in MILIK_KANTOR else tempat.boleh
    return boleh and tindakan in DAPAT_DIURUNGKAN


@require_safe
def pohon(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """The tree as a list, and as a picture one can move in."""
    tempat = buka_tempat(request, satker, tahun)
    konteks = _konteks(tempat)
    if tempat.rencana:
        isi = make_pohon(tempat.rencana)
        alamat = list_alamat(tempat.kepala)
        konteks |= {
            "banyak": len(isi.simpul),
            "daftar": write_daftar(isi, tempat.kepala),
            "data": mark_safe(write_json(isi)),
            "alamat_json": json.dumps({JENIS.index(jenis): satu for jenis, satu in alamat.items()}),
            "kaitan": [(isi.simpul[a], isi.simpul[b], uraian) for a, b, uraian in isi.kaitan],
            "legenda": [(SEBUTAN[j], RUPA[j]) for j in JENIS if any(s.jenis == j for s in isi.simpul)],
        }
    return render(request, "web/rencana/pohon.html", konteks)


@require_safe
def unduh_pohon(request: HttpRequest, satker: str, tahun: int, format: str) -> HttpResponse:
    """The tree as an SVG drawing or a PDF. Raises TidakAda for another format."""
    tempat = buka_tempat(request, satker, tahun)
    isi = make_pohon(minta_rencana(tempat))
    nama = f"pohon-kinerja-{tahun}-{tempat.kepala.kunci}"
    if format == "svg":
        judul = f"Pohon kinerja {tahun}, {tempat.kepala.kantor.nama}"
        alt = f"{isi.simpul[0].teks}: {len(isi.simpul)} simpul, {len(isi.kaitan)} kaitan lintas."
        return jawab_naskah(write_svg(isi, judul=judul, alt=alt).encode(), f"{nama}.svg")
    if format != "pdf":
        raise TidakAda(_("Dokumen itu tidak tersedia."))
    return jawab_dokumen(dalam_bahasa_laporan(compose_pohon)(tempat.kepala, isi), format, nama)


@require_safe
def tabel_iku(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """Every indikator with its targets and how good it is."""
    tempat = buka_tempat(request, satker, tahun)
    konteks = _konteks(tempat)
    if tempat.rencana:
        lalu = read_lalu(tempat.rencana)
        konteks["baris"] = [
            (s.sasaran, satu, ringkas(judge(tempat.rencana, satu, lalu)))
            for s in tempat.rencana.telusuri()
            for satu in s.indikator
        ]
    return render(request, "web/rencana/iku.html", konteks)


@require_safe
def unduh_tabel_iku(request: HttpRequest, satker: str, tahun: int, format: str) -> HttpResponse:
    """The IKU table as PDF or DOCX."""
    tempat = buka_tempat(request, satker, tahun)
    dokumen = dalam_bahasa_laporan(compose_tabel_iku)(tempat.kepala, minta_rencana(tempat))
    return jawab_dokumen(dokumen, format, f"iku-{tahun}-{tempat.kepala.kunci}")


@require_safe
def lembar_iku(request: HttpRequest, satker: str, tahun: int, kode: str) -> HttpResponse:
    """The sheet of one indikator, with the verdicts on it."""
    tempat = buka_tempat(request, satker, tahun)
    satu = minta_indikator(tempat, kode)
    isi = minta_rencana(tempat)
    mutu = judge(isi, satu, read_lalu(isi, kode))
    unsur = dalam_bahasa_laporan(list_unsur)(isi, satu)
    konteks = {"satu": satu, "unsur": unsur, "mutu": urutkan(mutu), "jumlah": ringkas(mutu)}
    return render(request, "web/rencana/lembar_iku.html", _konteks(tempat) | konteks)


@require_safe
def unduh_lembar_iku(request: HttpRequest, satker: str, tahun: int, kode: str, format: str) -> HttpResponse:
    """The sheet as PDF or DOCX."""
    tempat = buka_tempat(request, satker, tahun)
    satu = minta_indikator(tempat, kode)
    dokumen = dalam_bahasa_laporan(compose_lembar_iku)(tempat.kepala, minta_rencana(tempat), satu)
    return jawab_dokumen(dokumen, format, f"iku-{kode}-{tahun}-{tempat.kepala.kunci}")


def _konteks(tempat: Tempat) -> dict[str, object]:
    return {
        "kepala": tempat.kepala,
        "tab": "rencana",
        "rencana": tempat.rencana,
        "boleh": tempat.boleh,
        "boleh_baru": tempat.boleh_baru,
    }
