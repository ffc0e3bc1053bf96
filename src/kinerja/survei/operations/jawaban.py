"""Anonymous answers: from the public form, from paper, from a file. All of a batch, or none of it."""

import datetime
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import Pelaku
from kinerja.akses.queries import authorize, get_hari
from kinerja.aturan.survei import TERENDAH, TERTINGGI
from kinerja.aturan.temuan import Temuan
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.survei.models import Jawaban, KeadaanSurvei, NilaiJawaban, SaluranJawaban, Survei
from kinerja.survei.queries import list_unsur

Isian = Mapping[str, int]
"""Unsur kode -> 1–4; an unsur that was left out is absent."""
TERBANYAK = 2000
"""Answers in one batch."""
KERTAS, BERKAS = SaluranJawaban.KERTAS, SaluranJawaban.BERKAS


@dataclass(frozen=True, slots=True)
class BarisDitolak:
    """What is wrong with one answer of a batch, counted from zero; `unsur` is "" for the whole answer."""

    nomor: int
    unsur: str
    temuan: Temuan


def submit_jawaban(
    *, survei: Survei, isian: Isian, tanda: str, pada: datetime.datetime
) -> tuple[Temuan, ...]:
    """Store what one respondent sent by the public form; empty when it is stored, now or already before.

    Nobody is named in the trail, for nobody is known: single answers leave none at all.
    """
    if ditolak := _check(survei, [isian], wajib=True):
        return tuple(d.temuan for d in ditolak)
    try:
        with transaction.atomic():
            if not _is_terbuka(survei):
                return (_tertutup(),)
            _simpan(survei, [(isian, tanda)], SaluranJawaban.DARING, get_hari(pada))
    except IntegrityError:
        if not Jawaban.objects.filter(survei=survei, tanda=tanda).exists():
            return (_tertutup(),)
    return ()


def add_jawaban(
    *,
    survei: Survei,
    isian: Sequence[Isian],
    saluran: SaluranJawaban,
    tanda: str,
    oleh: Pelaku,
    pada: datetime.datetime,
) -> tuple[BarisDitolak, ...]:
    """Store the answers an operator copied from paper or read from a file; empty when all are stored.

    `tanda` was drawn when the empty grid was shown (or is the hash of the file): the same batch is stored once.
    AksesDitolak.
    """
    sebutan = authorize(oleh, Izin.ISI, survei.satker, tahun=survei.tahun, pada=pada)
    if ditolak := _check(survei, isian, wajib=False):
        return ditolak
    with transaction.atomic():
        if not _is_terbuka(survei):
            return (BarisDitolak(0, "", _tertutup()),)
        if Jawaban.objects.filter(survei=survei, tanda__startswith=f"{tanda[:32]}-").exists():
            pesan = _("Kiriman yang sama sudah tersimpan.")
            temuan = Temuan("jawaban_ganda", pesan, _("Buka halaman baru untuk kuesioner berikutnya."))
            return (BarisDitolak(0, "", temuan),)
        bertanda = [(satu, f"{tanda[:32]}-{n}") for n, satu in enumerate(isian)]
        _simpan(survei, bertanda, saluran, get_hari(pada))
        objek = sebut_objek(Survei, survei.instrumen.kode, survei.satker.kunci, survei.tahun, survei.bulan)
        menjadi = {"jawaban": len(isian), "saluran": str(saluran)}
        satu = Peristiwa("survei.jawaban", objek, {}, menjadi, rantai=survei.satker.kunci)
        record(satu, oleh=sebutan, pada=pada)
    return ()


def make_tanda() -> str:
    """A number nobody guesses, drawn for an empty form."""
    return secrets.token_hex(16)


def _is_terbuka(survei: Survei) -> bool:
    """Asked again under a lock: it may have been closed since the form was shown."""
    terkini = Survei.objects.select_for_update().get(pk=survei.pk)
    return terkini.keadaan == KeadaanSurvei.TERBUKA


def _check(survei: Survei, isian: Sequence[Isian], *, wajib: bool) -> tuple[BarisDitolak, ...]:
    dikenal = [u.kode for u in list_unsur(survei)]
    if not dikenal:
        pesan = _("Instrumen survei ini tidak mempunyai unsur untuk dijawab.")
        return (BarisDitolak(0, "", Temuan("tanpa_unsur", pesan, _("Isi hasilnya saja, bukan jawabannya."))),)
    if not isian or len(isian) > TERBANYAK:
        pesan = _("Kirim 1 sampai %(banyak)s jawaban.") % {"banyak": TERBANYAK}
        return (BarisDitolak(0, "", Temuan("jawaban_banyak", pesan, _("Bagi menjadi beberapa kiriman."))),)
    hasil = []
    for nomor, satu in enumerate(isian):
        hasil += [BarisDitolak(nomor, k, t) for k, t in _check_satu(satu, dikenal, wajib=wajib)]
    return tuple(hasil)


def _check_satu(satu: Isian, dikenal: Sequence[str], *, wajib: bool) -> list[tuple[str, Temuan]]:
    hasil = []
    for kode, nilai in satu.items():
        if kode not in dikenal:
            pesan = _("Unsur %(kode)s tidak ada dalam survei ini.") % {"kode": kode}
            hasil.append((kode, Temuan("unsur_asing", pesan, _("Pakai templat survei ini."))))
        elif not TERENDAH <= nilai <= TERTINGGI:
            pesan = _("Jawaban %(nilai)s di luar 1–4.") % {"nilai": nilai}
            hasil.append((kode, Temuan("jawaban_skala", pesan, _("Tulis 1, 2, 3, atau 4."))))
    if wajib and (belum := [k for k in dikenal if k not in satu]):
        pesan = _("Pertanyaan %(kode)s belum dijawab.") % {"kode": ", ".join(belum)}
        hasil.append(
            (belum[0], Temuan("belum_dijawab", pesan, _("Pilih satu jawaban untuk setiap pertanyaan.")))
        )
    if not satu and not wajib:
        hasil.append(("", Temuan("jawaban_kosong", _("Baris ini kosong."), _("Hapus barisnya."))))
    return hasil


def _simpan(
    survei: Survei, bertanda: Sequence[tuple[Isian, str]], saluran: SaluranJawaban, hari: datetime.date
) -> None:
    unsur = {u.kode: u for u in list_unsur(survei)}
    jawaban = Jawaban.objects.bulk_create(
        Jawaban(survei=survei, hari=hari, saluran=saluran, tanda=tanda) for _isi, tanda in bertanda
    )
    NilaiJawaban.objects.bulk_create(
        NilaiJawaban(jawaban=satu, unsur=unsur[kode], nilai=nilai)
        for satu, (isi, _tanda) in zip(jawaban, bertanda, strict=True)
        for kode, nilai in isi.items()
    )


def _tertutup() -> Temuan:
    return Temuan("survei_ditutup", _("Survei ini sudah ditutup."), _("Terima kasih atas perhatian Anda."))
