"""Answers an operator brings: copied from paper into a grid, or read from a workbook."""

import hashlib
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kinerja.akses.izin import Izin
from kinerja.antarmuka.web.jawaban import jawab_unduhan
from kinerja.antarmuka.web.survei.kelola import buka_survei, tampilkan
from kinerja.aturan.temuan import Temuan
from kinerja.dokumen.baca.xlsx import BerkasDitolak
from kinerja.survei.berkas import make_templat, parse_nilai, read_jawaban
from kinerja.survei.operations.jawaban import BERKAS, KERTAS, TERBANYAK, BarisDitolak, add_jawaban, make_tanda
from kinerja.survei.queries import get_hasil, is_terbuka, list_unsur

BARIS = 20
"""Rows of an empty grid."""
TERBESAR = 5 * 2**20


@dataclass(frozen=True, slots=True)
class SelKertas:
    """One box of the grid: its name in the form, what was typed, whether it was refused."""

    nama: str
    label: str
    teks: str
    salah: bool


@require_http_methods(["GET", "HEAD", "POST"])
def kertas(request: HttpRequest, pk: int) -> HttpResponse:
    """The grid: a row per questionnaire, a column per unsur."""
    survei = buka_survei(request, pk, Izin.ISI)
    if not is_terbuka(survei):
        return tampilkan(request, pk, (Temuan("survei_ditutup", _("Survei ini sudah ditutup."), ""),))
    if not list_unsur(survei):
        return tampilkan(request, pk, (_tanpa_unsur(),))
    if request.method != "POST":
        return _tampilkan(request, survei, [], ())
    ketikan = _baca_kisi(request, [u.kode for u in list_unsur(survei)])
    terisi = [b for b in ketikan if any(b.values())]
    isian, salah = _urai(terisi)
    if not salah:
        salah = add_jawaban(
            survei=survei,
            isian=isian,
            saluran=KERTAS,
            tanda=request.POST.get("formulir", "")[:32] or make_tanda(),
            oleh=request.user,
            pada=timezone.now(),
        )
    if salah:
        return _tampilkan(request, survei, terisi, salah)
    messages.success(request, _sebut_tersimpan(len(isian)))
    return redirect("kertas_survei", pk)


def _tanpa_unsur() -> Temuan:
    pesan = _("Instrumen survei ini tidak mempunyai unsur untuk dijawab.")
    return Temuan("tanpa_unsur", pesan, _("Isi hasilnya saja, atau minta admin memuat unsurnya."))


@require_safe
def templat(request: HttpRequest, pk: int) -> HttpResponse:
    """The workbook to fill in."""
    survei = buka_survei(request, pk, Izin.ISI)
    if not list_unsur(survei):
        return tampilkan(request, pk, (_tanpa_unsur(),))
    return jawab_unduhan(make_templat(survei), f"survei-{pk}-templat.xlsx")


@require_POST
def unggah(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the answers of a workbook: all of them, or none and every wrong cell by name."""
    survei = buka_survei(request, pk, Izin.ISI)
    berkas = request.FILES.get("berkas")
    if berkas is None or (berkas.size or 0) > TERBESAR:
        return tampilkan(request, pk, (Temuan("berkas", _("Pilih berkas XLSX paling besar 5 MB."), ""),))
    isi = berkas.read()
    try:
        isian, temuan = _baca_berkas(isi, survei)
    except BerkasDitolak as galat:
        return tampilkan(request, pk, (Temuan("berkas", str(galat), ""),))
    if temuan:
        return tampilkan(request, pk, temuan)
    salah = add_jawaban(
        survei=survei,
        isian=isian,
        saluran=BERKAS,
        tanda=hashlib.sha256(isi).hexdigest(),
        oleh=request.user,
        pada=timezone.now(),
    )
    if salah:
        return tampilkan(request, pk, [s.temuan for s in salah])
    messages.success(request, _sebut_tersimpan(len(isian)))
    return redirect("survei", pk)


def _baca_berkas(isi: bytes, survei) -> tuple[list[dict[str, int]], tuple[Temuan, ...]]:
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as sementara:
        Path(sementara.name).write_bytes(isi)
        isian, salah = read_jawaban(Path(sementara.name), survei)
    temuan = [
        Temuan("sel", f"{s.tempat}: " + (f"“{s.terbaca}”. " if s.terbaca else "") + s.pesan, s.cara)
        for s in salah
    ]
    return isian, tuple(temuan)


def _baca_kisi(request: HttpRequest, kode: list[str]) -> list[dict[str, str]]:
    """The rows as typed, and behind them what was pasted as text."""
    teks_banyak = request.POST.get("banyak", "")
    banyak = min(int(teks_banyak), TERBANYAK) if teks_banyak.isdecimal() and len(teks_banyak) < 6 else 0
    baris = [{k: request.POST.get(f"{n}-{k}", "").strip()[:12] for k in kode} for n in range(banyak)]
    for teks in request.POST.get("tempelan", "")[:200_000].splitlines():
        sel = teks.replace(";", "\t").split("\t")
        baris.append({k: sel[n].strip()[:12] if n < len(sel) else "" for n, k in enumerate(kode)})
    return baris


def _urai(baris: list[dict[str, str]]) -> tuple[list[dict[str, int]], tuple[BarisDitolak, ...]]:
    isian: list[dict[str, int]] = []
    salah = []
    for nomor, satu in enumerate(baris):
        terbaca: dict[str, int] = {}
        for kode, teks in satu.items():
            if not teks:
                continue
            nilai = parse_nilai(teks)
            if nilai is None:
                pesan = _("“%(teks)s” bukan 1, 2, 3, atau 4.") % {"teks": teks}
                salah.append(
                    BarisDitolak(nomor, kode, Temuan("jawaban_skala", pesan, _("Perbaiki atau kosongkan.")))
                )
            else:
                terbaca[kode] = nilai
        isian.append(terbaca)
    return isian, tuple(salah)


def _tampilkan(
    request: HttpRequest, survei, ketikan: list[dict[str, str]], salah: tuple[BarisDitolak, ...]
) -> HttpResponse:
    unsur = list_unsur(survei)
    ditolak = {(s.nomor, s.unsur) for s in salah}
    kisi = [
        [
            SelKertas(
                f"{n}-{u.kode}",
                _("Responden %(nomor)s, %(unsur)s") % {"nomor": n + 1, "unsur": f"{u.kode} {u.nama}"},
                ketikan[n][u.kode] if n < len(ketikan) else "",
                (n, u.kode) in ditolak,
            )
            for u in unsur
        ]
        for n in range(max(BARIS, len(ketikan)))
    ]
    konteks = {
        "h": get_hasil(survei),
        "unsur": unsur,
        "kisi": kisi,
        "salah": [(s.nomor + 1, s.unsur, f"{s.nomor}-{s.unsur}", s.temuan) for s in salah],
        "formulir": make_tanda(),
        "tab": "survei",
    }
    return render(request, "web/survei/kertas.html", konteks, status=422 if salah else 200)


def _sebut_tersimpan(banyak: int) -> str:
    return ngettext("%(n)s jawaban tersimpan.", "%(n)s jawaban tersimpan.", banyak) % {"n": banyak}
