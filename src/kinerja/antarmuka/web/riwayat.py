"""The history of an office: filtered, page by page, and as CSV."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from kinerja.akses.queries import iterate_riwayat_untuk, list_sebutan, read_riwayat_untuk
from kinerja.antarmuka.web.kepala import buka_kepala
from kinerja.antarmuka.web.sajian.riwayat import list_tindakan, sajikan_riwayat, tulis_csv_riwayat
from kinerja.jejak.queries import Jendela, SaringanRiwayat

_PANJANG = 100


@dataclass(frozen=True, slots=True)
class IsianSaring:
    """What the reader typed into the filter; what cannot be understood asks for nothing."""

    oleh: str = ""
    tindakan: str = ""
    objek: str = ""
    dari: datetime.date | None = None
    sampai: datetime.date | None = None

    @classmethod
    def baca(cls, isian: Mapping[str, str]) -> "IsianSaring":
        """Read the query string of the page."""
        oleh, tindakan, objek = (isian.get(n, "").strip()[:_PANJANG] for n in ("oleh", "tindakan", "objek"))
        return cls(oleh, tindakan, objek, *(_baca_hari(isian.get(n, "")) for n in ("dari", "sampai")))

    @property
    def aktif(self) -> bool:
        """Whether any entry may be hidden."""
        return any((self.oleh, self.tindakan, self.objek, self.dari, self.sampai))

    def saringan(self) -> SaringanRiwayat:
        """The same for the query; days begin in the time zone of the office."""
        sampai = self.sampai and self.sampai + datetime.timedelta(days=1)
        return SaringanRiwayat(
            oleh=list_sebutan(self.oleh) if self.oleh else (),
            tindakan=self.tindakan,
            objek=self.objek,
            sejak=_awal_hari(self.dari),
            hingga=_awal_hari(sampai),
        )


@require_safe
def riwayat(request: HttpRequest, satker: str, tahun: int) -> HttpResponse:
    """What was recorded on the chain of the office, fifty entries at a time."""
    kepala = buka_kepala(request, satker, tahun)
    isian = IsianSaring.baca(request.GET)
    jendela = Jendela(*(_baca_nomor(request.GET.get(n, "")) for n in ("sebelum", "sesudah")))
    halaman = read_riwayat_untuk(
        request.user,
        kepala.kantor.satker,
        (isian.saringan(), jendela),
        tahun=tahun,
        pada=timezone.now(),
    )
    konteks = {
        "kepala": kepala,
        "tab": "riwayat",
        "saringan": isian,
        "tindakan": list_tindakan(),
        "halaman": halaman,
        "riwayat": sajikan_riwayat(halaman.entri),
    }
    return render(request, "web/riwayat.html", konteks)


@require_safe
def unduh_riwayat(request: HttpRequest, satker: str, tahun: int) -> StreamingHttpResponse:
    """Everything the filter lets through, as CSV."""
    kepala = buka_kepala(request, satker, tahun)
    saringan = IsianSaring.baca(request.GET).saringan()
    entri = iterate_riwayat_untuk(
        request.user, kepala.kantor.satker, saringan, tahun=tahun, pada=timezone.now()
    )
    jawaban = StreamingHttpResponse(tulis_csv_riwayat(entri), content_type="text/csv; charset=utf-8")
    nama = f"{_('riwayat')}-{kepala.kunci}.csv"
    jawaban["Content-Disposition"] = f'attachment; filename="{nama}"'
    jawaban["X-Content-Type-Options"] = "nosniff"
    return jawaban


def _baca_hari(teks: str) -> datetime.date | None:
    try:
        return parse_date(teks)
    except ValueError:
        return None


def _awal_hari(hari: datetime.date | None) -> datetime.datetime | None:
    if hari is None:
        return None
    return datetime.datetime.combine(hari, datetime.time.min, timezone.get_default_timezone())


def _baca_nomor(teks: str) -> int | None:
    return int(teks) if teks.isascii() and teks.isdecimal() and len(teks) < 15 else None
