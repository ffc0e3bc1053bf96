"""Texts that remind: the digest of one person, the message for the office's WhatsApp group, the calendar feed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from icalendar import Alarm, Calendar, Event

from kinerja.alur.tugas import Tugas
from kinerja.aturan.tenggat import WIB
from kinerja.dasar.periode import nama_bulan

JADWAL = (7, 2, -1)
"""Days to the deadline on which a digest is sent; -1 is the day after."""
_PANJANG_ACARA = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """Subject and text of one digest."""

    perihal: str
    isi: str


def compose_ringkasan(nama: str, tugas: Sequence[Tugas], pada: datetime) -> Ringkasan | None:
    """The digest of a day: what is due in seven or two days or was due yesterday, and all that is late.

    None on a day on which nothing falls on the schedule, so late work alone does not write every day.
    """
    if not any(t.count_hari(pada) in JADWAL for t in tugas):
        return None
    terlambat = [t for t in tugas if t.is_terlambat(pada)]
    dekat = [
        t for t in tugas if not t.is_terlambat(pada) and (t.count_hari(pada) or 0) <= JADWAL[0] and t.tenggat
    ]
    bagian = [_("Yth. %(nama)s,") % {"nama": nama}]
    if terlambat:
        bagian.append(_("Sudah lewat tenggat:") + "\n" + _daftar(terlambat, pada))
    if dekat:
        bagian.append(_("Segera jatuh tempo:") + "\n" + _daftar(dekat, pada))
    perihal = _("Kinerja: %(terlambat)d terlambat, %(dekat)d segera jatuh tempo") % {
        "terlambat": len(terlambat),
        "dekat": len(dekat),
    }
    return Ringkasan(perihal, "\n\n".join(bagian) + "\n")


def compose_whatsapp(judul: str, tugas: Iterable[tuple[str, Tugas]], pada: datetime) -> str:
    """A message to paste into a group: per person or satker what is late and what is due, *bold* as WhatsApp does."""
    baris = [f"*{_bersih(judul)}*", cetak_waktu(pada)]
    for siapa, satu in tugas:
        tanda = _("TERLAMBAT") if satu.is_terlambat(pada) else _hitung_mundur(satu, pada)
        baris.append(f"- *{_bersih(siapa)}*: {_bersih(satu.judul)} ({tanda})")
    if len(baris) == 2:
        baris.append(_("Semua sudah selesai. Terima kasih."))
    return "\n".join(baris)


def compose_kalender(nama: str, tugas: Iterable[Tugas], pada: datetime) -> bytes:
    """The feed of one person as RFC 5545; an event keeps its UID while the task lives."""
    kalender = Calendar()
    kalender.add("prodid", "-//Kinerja//Tenggat//ID")
    kalender.add("version", "2.0")
    kalender.add("x-wr-calname", _("Tenggat kinerja %(nama)s") % {"nama": nama})
    for satu in tugas:
        if satu.tenggat is not None:
            kalender.add_component(_ke_acara(satu, pada))
    return kalender.to_ical()


def cetak_waktu(saat: datetime) -> str:
    """ "2 Januari 2024 pukul 12.00 WIB"; the end of a day is left out."""
    setempat = saat.astimezone(saat.tzinfo if saat.tzname() in ("WIB", "WITA", "WIT") else WIB)
    hari = f"{setempat.day} {nama_bulan(setempat.month)} {setempat.year}"
    if (setempat.hour, setempat.minute) == (23, 59):
        return hari
    return f"{hari} pukul {setempat:%H.%M} {setempat.tzname()}"


def _ke_acara(tugas: Tugas, pada: datetime) -> Event:
    assert tugas.tenggat is not None
    acara = Event()
    acara.add("uid", f"{tugas.kunci.replace('/', '-')}@kinerja")
    acara.add("dtstamp", pada)
    # In UTC, so that no reader needs to know our zones.
    akhir = tugas.tenggat.astimezone(pada.tzinfo)
    acara.add("dtstart", akhir - _PANJANG_ACARA)
    acara.add("dtend", akhir)
    acara.add("summary", tugas.judul)
    acara.add("description", "\n".join(filter(None, (tugas.uraian, tugas.dasar))))
    pengingat = Alarm()
    pengingat.add("action", "DISPLAY")
    pengingat.add("description", tugas.judul)
    pengingat.add("trigger", timedelta(days=-2))
    acara.add_component(pengingat)
    return acara


def _daftar(tugas: Iterable[Tugas], pada: datetime) -> str:
    return "\n".join(f"- {t.judul} — {t.uraian}: {_sebut_tenggat(t, pada)}" for t in tugas)


def _sebut_tenggat(tugas: Tugas, pada: datetime) -> str:
    assert tugas.tenggat is not None
    return f"{cetak_waktu(tugas.tenggat)} ({_hitung_mundur(tugas, pada)})"


def _hitung_mundur(tugas: Tugas, pada: datetime) -> str:
    hari = tugas.count_hari(pada)
    if hari is None:
        return _("tanpa tenggat")
    if hari < 0:
        return _("terlambat %(hari)d hari") % {"hari": -hari}
    if tugas.is_terlambat(pada):
        return _("terlambat hari ini")
    return _("hari ini") if hari == 0 else _("%(hari)d hari lagi") % {"hari": hari}


def _bersih(teks: str) -> str:
    """Signs that WhatsApp takes for bold, italics or code would swallow themselves."""
    return teks.translate(str.maketrans("*_~`", "    "))
