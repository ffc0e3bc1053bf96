"""The open temuan of a report as a page shows them: counted, filtered, by indikator, so many at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kinerja.aturan.telaah.registri import KELUARGA
from kinerja.aturan.telaah.temuan import Kepastian, Tingkat
from kinerja.telaah.queries import TemuanTerbuka

PER_HALAMAN = 20
_TINGKAT = tuple(t.value for t in sorted(Tingkat, key=lambda t: -t.peringkat))
_KEPASTIAN = tuple(k.value for k in Kepastian)
_LABEL = {
    "keluarga": gettext_lazy("Keluarga"),
    "tingkat": gettext_lazy("Tingkat"),
    "kepastian": gettext_lazy("Kepastian"),
    "bagian": gettext_lazy("Bagian laporan"),
}


def sajikan_temuan(terbuka: Sequence[TemuanTerbuka], minta: QueryDict) -> dict[str, Any]:
    """What the page shows for the wish in the address (keluarga, tingkat, kepastian, bagian, hal, semua)."""
    saring = {n: minta[n] for n in _LABEL if minta.get(n)}
    dipilih = [t for t in terbuka if all(_nilai(t, n) == v for n, v in saring.items())]
    urut = _urutkan(dipilih)
    halaman = Paginator(urut, max(1, len(urut)) if "semua" in minta else PER_HALAMAN).get_page(
        minta.get("hal")
    )
    kueri = QueryDict(mutable=True)
    kueri.update(saring)
    return {
        "terbuka": terbuka,
        "menghalangi": sum(t.menghalangi for t in terbuka),
        "dikecualikan": sum(t.berlaku is not None for t in terbuka),
        "ringkas": _hitung_ringkas(terbuka),
        "tingkat": _TINGKAT,
        "saringan": [(n, label, _list_pilihan(terbuka, n), saring.get(n, "")) for n, label in _LABEL.items()],
        "saring": saring,
        "dipilih": len(dipilih),
        "halaman": halaman,
        "semua": "semua" in minta,
        "kueri": kueri.urlencode(),
        "kueri_penuh": minta.urlencode(),
        "kelompok": [(judul, list(isi)) for judul, isi in groupby(halaman.object_list, key=_judul)],
    }


def _nilai(satu: TemuanTerbuka, nama: str) -> str:
    if nama == "keluarga":
        return satu.temuan.kode.partition("-")[0]
    return str(getattr(satu.temuan, nama))


def _urutkan(dipilih: Sequence[TemuanTerbuka]) -> list[TemuanTerbuka]:
    """Those nobody let stand first; then by indikator, the one with the gravest temuan first."""
    urutan: dict[tuple[bool, str], int] = {}
    for satu in dipilih:
        urutan.setdefault(_kelompok(satu), len(urutan))
    return sorted(dipilih, key=lambda t: (t.berlaku is not None, urutan[_kelompok(t)]))


def _kelompok(satu: TemuanTerbuka) -> tuple[bool, str]:
    return satu.berlaku is not None, satu.temuan.indikator


def _judul(satu: TemuanTerbuka) -> str:
    judul = satu.temuan.indikator or _("Tidak mengenai satu indikator")
    return _("%(judul)s (dikecualikan)") % {"judul": judul} if satu.berlaku else judul


def _hitung_ringkas(terbuka: Sequence[TemuanTerbuka]) -> list[tuple[str, list[tuple[str, int]], int]]:
    """Per keluarga how many of each tingkat, and in all; families without any are left out."""
    banyak = Counter((_nilai(t, "keluarga"), t.temuan.tingkat) for t in terbuka)
    hasil = []
    for keluarga in KELUARGA:
        sel = [(tingkat, banyak[keluarga, tingkat]) for tingkat in _TINGKAT]
        if any(n for _t, n in sel):
            hasil.append((keluarga, sel, sum(n for _t, n in sel)))
    return hasil


def _list_pilihan(terbuka: Sequence[TemuanTerbuka], nama: str) -> list[tuple[str, str, int]]:
    """Value, wording and number of each choice there is."""
    banyak = Counter(_nilai(t, nama) for t in terbuka)
    urutan: Mapping[str, Sequence[str]] = {
        "keluarga": KELUARGA,
        "tingkat": _TINGKAT,
        "kepastian": _KEPASTIAN,
    }
    kata = {t.temuan.bagian: t.temuan.judul_bagian for t in terbuka} if nama == "bagian" else {}
    semua = urutan.get(nama) or sorted(banyak, key=lambda b: kata[b])
    return [(n, kata.get(n, n), banyak[n]) for n in semua if n and banyak[n]]
