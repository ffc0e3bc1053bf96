"""The entry grid: the sheet of a month, or one indikator at many satker; as a plain form and for its script."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from kinerja.antarmuka.web.kepala import TidakAda
from kinerja.antarmuka.web.sajian.kisi import (
    KEADAAN,
    STATUS,
    list_kata,
    sajikan_baris,
    sebut_id,
    tulis_jawaban,
    tulis_pratinjau,
)
from kinerja.antarmuka.web.sajian.lembar import list_isian_kosong, sajikan_lembar
from kinerja.aturan.capaian import Keadaan
from kinerja.aturan.temuan import Temuan
from kinerja.dasar.periode import nama_bulan
from kinerja.pengukuran.ketikan import HasilKetikan, Ketikan, read_kebiasaan, read_ketikan
from kinerja.pengukuran.kisi import (
    BarisKisi,
    PembacaIndikator,
    PembacaLembar,
    SelKetik,
    get_kisi_indikator,
    get_kisi_lembar,
)
from kinerja.pengukuran.operations.sel import (
    HasilSel,
    Nasib,
    UbahanSel,
    confirm_peringatan,
    preview_tempelan,
    save_dan_baca,
    save_tempelan,
)
from kinerja.pengukuran.sel import PembacaTerbuka

_SEL_TERBANYAK = 2000
_BADAN_TERBESAR = 2**20
Pembaca = PembacaLembar | PembacaIndikator


@dataclass(frozen=True, slots=True)
class Kiriman:
    """One cell as the script sends it."""

    sel: SelKetik
    versi: int
    ketikan: Ketikan

    @property
    def id(self) -> str:
        """The name of the cell on the page."""
        return sebut_id(self.sel.kunci)


@require_http_methods(["GET", "HEAD", "POST"])
def lembar(request: HttpRequest, lembar: int) -> HttpResponse:
    """The grid of one sheet; POST saves it as a plain form."""
    if request.method == "POST":
        hasil = _simpan_formulir(request, _pembaca_lembar(request, lembar))
        if hasil is None:
            return redirect("lembar", lembar)
        return _tampilkan_lembar(request, lembar, hasil)
    return _tampilkan_lembar(request, lembar, {})


def _tampilkan_lembar(
    request: HttpRequest, lembar: int, hasil: Mapping[str, tuple[Kiriman, tuple[Temuan, ...]]]
) -> HttpResponse:
    kini = timezone.now()
    kisi = get_kisi_lembar(request.user, lembar, kini)
    baris = sajikan_baris(kisi.baris)
    konteks = {
        "d": sajikan_lembar(kisi, request.user, kini),
        "kosong": list_isian_kosong(baris),
        **_susun_konteks(baris, hasil),
        "tab": "pengukuran",
        "alamat": {
            "sel": reverse("simpan_sel", args=[lembar]),
            "tempel": reverse("tempel_sel", args=[lembar]),
            "peringatan": reverse("konfirmasi_peringatan", args=[lembar]),
        },
    }
    return render(request, "web/pengukuran/lembar.html", konteks, status=422 if hasil else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def kisi_indikator(request: HttpRequest, satker: str, tahun: int, kode: str, bulan: int) -> HttpResponse:
    """One indikator at all its satker in one month; POST saves it as a plain form."""
    letak = (satker, tahun, kode, bulan)
    hasil: Mapping[str, tuple[Kiriman, tuple[Temuan, ...]]] = {}
    if request.method == "POST":
        ditolak = _simpan_formulir(request, _pembaca_indikator(request, *letak))
        if ditolak is None:
            return redirect("kisi_indikator", *letak)
        hasil = ditolak
    kisi = get_kisi_indikator(request.user, satker, kode, _periksa_masa(tahun, bulan), timezone.now())
    baris = sajikan_baris(kisi.baris)
    konteks = {
        "indikator": kisi.indikator,
        "satker": satker,
        "tahun": tahun,
        "bulan": bulan,
        "nama_bulan": nama_bulan(bulan),
        "daftar_bulan": [(n, nama_bulan(n)[:3]) for n in range(1, 13)],
        "terisi": sum(b.baris.sel.isian is not None for b in baris),
        **_susun_konteks(baris, hasil),
        "tab": "pengukuran",
        "alamat": {
            "sel": reverse("simpan_sel_indikator", args=letak),
            "tempel": reverse("tempel_sel_indikator", args=letak),
            "peringatan": reverse("konfirmasi_peringatan_indikator", args=letak),
        },
    }
    return render(request, "web/pengukuran/indikator.html", konteks, status=422 if hasil else 200)


def _susun_konteks(
    baris: Sequence[Any], hasil: Mapping[str, tuple[Kiriman, tuple[Temuan, ...]]]
) -> dict[str, Any]:
    return {
        "baris": baris,
        "galat": [(i, temuan) for i, (_kiriman, temuan) in hasil.items()],
        "ketikan": {i: kiriman.ketikan for i, (kiriman, _temuan) in hasil.items()},
        "daftar_keadaan": KEADAAN,
        "daftar_status": STATUS,
        "kata": list_kata(),
        "bulan_lalu": baris[0].lalu.nama if baris else "",
        "bulan_lain": [b.nama for b in baris[0].bulan] if baris else [],
        "boleh": any(b.baris.boleh for b in baris),
    }


@require_POST
def simpan_sel(request: HttpRequest, lembar: int) -> HttpResponse:
    """Cells of a sheet from the script."""
    return _simpan(request, _pembaca_lembar(request, lembar))


@require_POST
def simpan_sel_indikator(
    request: HttpRequest, satker: str, tahun: int, kode: str, bulan: int
) -> HttpResponse:
    """Cells of one indikator from the script."""
    return _simpan(request, _pembaca_indikator(request, satker, tahun, kode, bulan))


@require_POST
def tempel_sel(request: HttpRequest, lembar: int) -> HttpResponse:
    """A pasted block on a sheet: preview it, or store it."""
    return _tempel(request, _pembaca_lembar(request, lembar))


@require_POST
def tempel_sel_indikator(
    request: HttpRequest, satker: str, tahun: int, kode: str, bulan: int
) -> HttpResponse:
    """A pasted block on one indikator: preview it, or store it."""
    return _tempel(request, _pembaca_indikator(request, satker, tahun, kode, bulan))


@require_POST
def konfirmasi_peringatan(request: HttpRequest, lembar: int) -> HttpResponse:
    """A reason why a warned number is right; from the script, or from the form of the notes page."""
    return _konfirmasi(request, _pembaca_lembar(request, lembar))


@require_POST
def konfirmasi_peringatan_indikator(
    request: HttpRequest, satker: str, tahun: int, kode: str, bulan: int
) -> HttpResponse:
    """The same on the page of one indikator."""
    return _konfirmasi(request, _pembaca_indikator(request, satker, tahun, kode, bulan))


def _pembaca_lembar(request: HttpRequest, lembar: int) -> Pembaca:
    return PembacaLembar(request.user, lembar, timezone.now())


def _pembaca_indikator(request: HttpRequest, satker: str, tahun: int, kode: str, bulan: int) -> Pembaca:
    return PembacaIndikator(request.user, satker, kode, _periksa_masa(tahun, bulan), timezone.now())


def _periksa_masa(tahun: int, bulan: int) -> tuple[int, int]:
    if not (2000 <= tahun <= 2100 and 1 <= bulan <= 12):
        raise TidakAda("")
    return tahun, bulan


def _urai_id(teks: str) -> tuple[int, int]:
    komponen, _garis, satker = teks.partition("-")
    if not (komponen.isdecimal() and satker.isdecimal() and len(teks) < 40):
        raise TidakAda("")
    return int(komponen), int(satker)


def _baca_badan(request: HttpRequest) -> dict[str, Any]:
    """The JSON of the script. Raises BadRequest when it is none."""
    try:
        isi = json.loads(request.body) if len(request.body) <= _BADAN_TERBESAR else None
    except ValueError:
        isi = None
    if not isinstance(isi, dict):
        raise BadRequest("isi")
    return isi


def _is_orang_lain(request: HttpRequest, isi: Mapping[str, Any]) -> bool:
    """Somebody else logged in on this browser since the page was opened: nothing goes in under his name."""
    return isi.get("siapa") != request.user.nama_akun


def _baca_kiriman(isi: Mapping[str, Any], baca: Pembaca) -> list[Kiriman]:
    sel = isi.get("sel")
    if (
        not isinstance(sel, list)
        or not 0 < len(sel) <= _SEL_TERBANYAK
        or not all(isinstance(s, dict) for s in sel)
    ):
        raise BadRequest("sel")
    ada = {sebut_id(s.kunci): s for s in baca.list_ketik({_urai_id(str(s.get("id"))) for s in sel})}
    kiriman = []
    for satu in sel:
        if (dikenal := ada.get(str(satu.get("id")))) is None:
            raise TidakAda("")
        kiriman.append(Kiriman(dikenal, read_versi(satu.get("versi")), _baca_ketikan(satu)))
    return kiriman


def read_versi(versi: Any) -> int:
    """The version somebody saw. Raises BadRequest for anything but a plain number."""
    teks = str(versi)
    if not (teks.isdecimal() and len(teks) < 15):
        raise BadRequest("versi")
    return int(teks)


def _baca_ketikan(sel: Mapping[str, Any]) -> Ketikan:
    satu, dua, keadaan = (sel.get(n) for n in ("satu", "dua", "keadaan"))
    if any(t is not None and (not isinstance(t, str) or len(t) > 200) for t in (satu, dua, keadaan)):
        raise BadRequest("ketikan")
    return Ketikan(satu, dua, Keadaan(keadaan) if keadaan in KEADAAN and keadaan else None)


def _simpan(request: HttpRequest, baca: Pembaca) -> HttpResponse:
    isi = _baca_badan(request)
    if _is_orang_lain(request, isi):
        return HttpResponse(status=409)
    kiriman = _baca_kiriman(isi, baca)
    nasib, bacaan = _simpan_kiriman(request, kiriman)
    kini = {sebut_id(b.sel.kunci): b for b in baca.list_baris({_urai_id(i) for i in nasib}, bacaan)}
    # The result of an indikator stands on its first komponen: that row is answered, too.
    lain = [i for i, b in kini.items() if i not in nasib and b.berjalan is not None]
    jawaban = [_jawab(kini[i], *nasib[i]) for i in nasib] + [_jawab(kini[i], "lain", ()) for i in lain]
    return JsonResponse({"sel": jawaban})


def _jawab(baris: BarisKisi, nasib: str, temuan: tuple[Temuan, ...]) -> dict[str, Any]:
    alamat = reverse("catatan", args=[baris.lembar_id, baris.indikator.kode]) if baris.lembar_id else ""
    return tulis_jawaban(baris, nasib, temuan, alamat)


def _simpan_kiriman(
    request: HttpRequest, kiriman: Sequence[Kiriman]
) -> tuple[dict[str, tuple[str, tuple[Temuan, ...]]], PembacaTerbuka | None]:
    """id -> what became of it ("nihil": nothing to store) and why; and what was read of them when storing."""
    nasib: dict[str, tuple[str, tuple[Temuan, ...]]] = {}
    ubahan: list[UbahanSel] = []
    for satu in kiriman:
        bacaan = read_ketikan(satu.ketikan, satu.sel)
        if bacaan.isian is not None:
            ubahan.append(UbahanSel(satu.sel.kunci, satu.versi, bacaan.isian))
        nasib[satu.id] = ("ditolak" if bacaan.temuan else "nihil", bacaan.temuan)
    if not ubahan:
        return nasib, None
    juga = [k.sel.kunci for k in kiriman]
    simpanan = save_dan_baca(isi=ubahan, juga=juga, oleh=request.user, pada=timezone.now())
    for hasil in simpanan.sel:
        nasib[sebut_id(hasil.ubahan.kunci)] = (
            hasil.nasib.value,
            hasil.temuan if hasil.nasib is Nasib.DITOLAK else (),
        )
    return nasib, simpanan.bacaan


def _tempel(request: HttpRequest, baca: Pembaca) -> HttpResponse:
    isi = _baca_badan(request)
    if _is_orang_lain(request, isi):
        return HttpResponse(status=409)
    kiriman = _baca_kiriman(isi, baca)
    kebiasaan = read_kebiasaan(k.ketikan for k in kiriman)
    bacaan = [read_ketikan(k.ketikan, k.sel, kebiasaan) for k in kiriman]
    ubahan = [
        UbahanSel(k.sel.kunci, k.versi, b.isian)
        for k, b in zip(kiriman, bacaan, strict=True)
        if b.isian is not None
    ]
    kini = timezone.now()
    hasil = preview_tempelan(isi=ubahan, oleh=request.user, pada=kini).sel if ubahan else ()
    sah = [h.ubahan for h in hasil if h.nasib is Nasib.TERSIMPAN]
    disimpan = False
    if isi.get("simpan") is True and sah:
        simpanan = save_tempelan(isi=sah, oleh=request.user, pada=kini)
        disimpan, hasil = (
            simpanan.disimpan,
            (*simpanan.sel, *(h for h in hasil if h.nasib is not Nasib.TERSIMPAN)),
        )
    return JsonResponse(_jawab_tempel(kiriman, bacaan, hasil, baca if disimpan else None))


def _jawab_tempel(
    kiriman: Sequence[Kiriman],
    bacaan: Sequence[HasilKetikan],
    hasil: Sequence[HasilSel],
    baca: Pembaca | None,
) -> dict[str, Any]:
    per_id = {f"{h.ubahan.kunci.komponen_id}-{h.ubahan.kunci.satker_id}": h for h in hasil}
    pratinjau = [tulis_pratinjau(k.sel, b, per_id.get(k.id)) for k, b in zip(kiriman, bacaan, strict=True)]
    if baca is None:
        return {"disimpan": False, "pratinjau": pratinjau}
    tersimpan = {i for i, h in per_id.items() if h.nasib is Nasib.TERSIMPAN}
    baru = baca.list_baris({(k.sel.kunci.komponen_id, k.sel.kunci.satker_id) for k in kiriman})
    sel = [_jawab(b, "tersimpan" if sebut_id(b.sel.kunci) in tersimpan else "lain", ()) for b in baru]
    return {"disimpan": True, "pratinjau": pratinjau, "sel": sel}


def _konfirmasi(request: HttpRequest, baca: Pembaca) -> HttpResponse:
    dari_skrip = request.content_type == "application/json"
    isi = _baca_badan(request) if dari_skrip else request.POST.dict()
    if dari_skrip and _is_orang_lain(request, isi):
        return HttpResponse(status=409)
    pilihan = _urai_id(str(isi.get("id")))
    ada = baca.list_ketik({pilihan})
    if not ada:
        raise TidakAda("")
    temuan = confirm_peringatan(
        kunci=ada[0].kunci,
        kode=str(isi.get("kode"))[:40],
        alasan=str(isi.get("alasan") or "")[:500],
        oleh=request.user,
        pada=timezone.now(),
    )
    if dari_skrip:
        kini = {b.sel.kunci: b for b in baca.list_baris({pilihan})}
        jawaban = _jawab(kini[ada[0].kunci], "ditolak" if temuan else "tersimpan", temuan)
        return JsonResponse({"sel": [jawaban]})
    tell(request, temuan, _("Alasan dicatat."))
    if ada[0].lembar_id is None:
        raise TidakAda("")
    return redirect("catatan", ada[0].lembar_id, ada[0].indikator.kode)


def _simpan_formulir(
    request: HttpRequest, baca: Pembaca
) -> dict[str, tuple[Kiriman, tuple[Temuan, ...]]] | None:
    """Save what was touched in a plain form; None when all went in, else the cells that did not."""
    kiriman = [k for s in baca.list_ketik(None) if (k := _baca_formulir(request, s)) is not None]
    nasib, _bacaan = _simpan_kiriman(request, kiriman)
    ditolak = {}
    for satu in kiriman:
        hasil, temuan = nasib[satu.id]
        if hasil == Nasib.BENTROK:
            pesan = _("Orang lain mengubah sel ini sejak halaman dibuka; nilainya sekarang tampil di bawah.")
            temuan = (Temuan("bentrok", pesan, _("Bandingkan, lalu simpan lagi bila memang perlu.")),)
        if temuan:
            ditolak[satu.id] = (satu, temuan)
    if disimpan := len(kiriman) - len(ditolak):
        messages.success(request, _("%(n)d sel tersimpan.") % {"n": disimpan})
    elif not ditolak:
        messages.info(request, _("Tidak ada yang berubah."))
    return ditolak or None


def _baca_formulir(request: HttpRequest, sel: SelKetik) -> Kiriman | None:
    """What was touched in one row of a plain form."""
    i = sebut_id(sel.kunci)
    if f"versi-{i}" not in request.POST:
        return None
    asal = (*request.POST.get(f"asal-{i}", "||").split("|"), "", "")[:3]
    kini = tuple(request.POST.get(f"{nama}-{i}", "") for nama in ("satu", "dua", "keadaan"))
    if kini == asal:
        return None
    satu, dua, keadaan = (k if k != a else None for k, a in zip(kini, asal, strict=True))
    return Kiriman(
        sel,
        read_versi(request.POST[f"versi-{i}"]),
        Ketikan(satu, dua, Keadaan(keadaan) if keadaan in KEADAAN and keadaan else None),
    )


def tell(request: HttpRequest, temuan: Sequence[Temuan], berhasil: str, apa: str = "") -> None:
    """Say on the next page what stood against a wish, or that it is done; `apa` names the thing."""
    for satu in temuan:
        awal = f"{apa}: " if apa else ""
        messages.error(request, f"{awal}{satu.pesan} {satu.cara}".strip())
    if not temuan:
        messages.success(request, berhasil)
