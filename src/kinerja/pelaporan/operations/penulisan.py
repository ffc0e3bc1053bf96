"""Writes around a narasi: who owes it, its text and versions, its states, remarks, pictures."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.pemisahan import require_beda_orang
from kinerja.akses.queries import AksesDitolak, authorize
from kinerja.aturan.temuan import Temuan
from kinerja.dokumen.tulisan import check_tulisan
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.organisasi.models import Satker, UnitKerja
from kinerja.pelaporan.gambar import clean_gambar
from kinerja.pelaporan.kelengkapan import NARASI_BAGIAN
from kinerja.pelaporan.models import (
    Cara,
    GambarNarasi,
    KomentarNarasi,
    Narasi,
    PenulisanNarasi,
    StatusNarasi,
    VersiNarasi,
)
from kinerja.pelaporan.pengesahan import is_beku
from kinerja.pelaporan.queries import NARASI_INDIKATOR
from kinerja.pelaporan.wewenang import Wewenang
from kinerja.pengukuran.beku import make_temuan_beku
from kinerja.pengukuran.berkas import Unggahan, examine, store
from kinerja.perencanaan.models import Indikator, JenisTarget, Target

PANJANG_TERBESAR = 60_000
"""Letters in one narasi: some twenty pages."""


class NarasiTidakAda(LookupError):
    """No such narasi, or none the asker may know of."""


class NarasiDitolak(ValueError):
    """What was asked of a narasi is not possible; the message is for the user."""

    def __init__(self, pesan: str, temuan: tuple[Temuan, ...] = ()) -> None:
        super().__init__(pesan)
        self.temuan = temuan


class VersiLama(ValueError):
    """Somebody else stored another text meanwhile; `kini` is that text."""

    def __init__(self, kini: str) -> None:
        super().__init__("Teks ini sudah diubah orang lain.")
        self.kini = kini


def compute_sidik_teks(isi: str) -> str:
    """What a page sends back to prove which text its typist saw."""
    return hashlib.sha256(isi.encode()).hexdigest()[:32]


def clean_teks(isi: str) -> str:
    """As it is stored: one kind of line end, nothing at the ends."""
    return isi.replace("\r\n", "\n").replace("\r", "\n").strip()


@dataclass(frozen=True, slots=True)
class HasilBuka:
    """How many texts were given out now, and how many there are."""

    baru: int
    semua: int


def open_penulisan(
    *, satker: Satker, tahun: int, tenggat: datetime.date | None, oleh: Pengguna, pada: datetime.datetime
) -> HasilBuka:
    """Give every text of a report to who owes it: of an indikator its penanggung jawab, else the compilers.

    What was given out before stays as it is. Raises AksesDitolak and NarasiDitolak.
    """
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.SUSUN, satker, tahun=tahun, pada=pada)
        _require_cair(satker, tahun, pada)
        Satker.objects.select_for_update().get(pk=satker.pk)
        tempat: list[tuple[str, Indikator | None]] = [(b, None) for b in NARASI_BAGIAN]
        tempat += [(b, i) for i in _list_indikator(satker, tahun) for b in NARASI_INDIKATOR]
        baru = sum(_open_satu(satker, tahun, t, tenggat) for t in tempat)
        if baru:
            objek = sebut_objek(PenulisanNarasi, satker.kunci, tahun)
            menjadi = {"banyak": baru, "tenggat": tenggat}
            record(
                Peristiwa("narasi.bagikan", objek, {}, menjadi, rantai=satker.kunci), oleh=sebutan, pada=pada
            )
    return HasilBuka(baru, len(tempat))


def _list_indikator(satker: Satker, tahun: int) -> list[Indikator]:
    janji = Target.objects.filter(satker=satker, tahun=tahun, jenis=JenisTarget.PK)
    pk = janji.values_list("indikator", flat=True)
    return list(Indikator.objects.filter(pk__in=pk).select_related("penanggung_jawab"))


def _open_satu(
    satker: Satker, tahun: int, tempat: tuple[str, Indikator | None], tenggat: datetime.date | None
) -> bool:
    bagian, indikator = tempat
    narasi, _baru = Narasi.objects.get_or_create(
        satker=satker, tahun=tahun, bagian=bagian, indikator=indikator
    )
    unit = indikator.penanggung_jawab if indikator else None
    milik = unit if unit is not None and unit.satker_id == satker.pk else None
    isi = {"unit_kerja": milik, "tenggat": tenggat}
    return PenulisanNarasi.objects.get_or_create(narasi=narasi, defaults=isi)[1]


def assign_penulisan(
    *,
    pk: int,
    unit_kerja: UnitKerja | None,
    tenggat: datetime.date | None,
    oleh: Pengguna,
    pada: datetime.datetime,
) -> PenulisanNarasi:
    """Another owner or another deadline. Raises NarasiTidakAda, NarasiDitolak and AksesDitolak."""
    with transaction.atomic():
        penulisan, wewenang = _get_untuk_diubah(oleh, pk, pada)
        satker = penulisan.narasi.satker
        authorize(oleh, Izin.SUSUN, satker, tahun=penulisan.narasi.tahun, pada=pada)
        if unit_kerja is not None and unit_kerja.satker_id != satker.pk:
            raise NarasiDitolak(_("Unit kerja itu bukan bagian satker ini."))
        dari = {"unit_kerja": penulisan.unit_kerja_id, "tenggat": penulisan.tenggat}
        penulisan.unit_kerja, penulisan.tenggat = unit_kerja, tenggat
        penulisan.save(update_fields=["unit_kerja", "tenggat"])
        menjadi = {"unit_kerja": unit_kerja and unit_kerja.pk, "tenggat": tenggat}
        _catat(penulisan, "narasi.tugaskan", (dari, menjadi), wewenang, pada)
    return penulisan


def write_narasi(
    *, pk: int, isi: str, dilihat: str, oleh: Pengguna, pada: datetime.datetime, cara: Cara = Cara.TULIS
) -> VersiNarasi | None:
    """Store a text over the one the typist saw (`dilihat` from `compute_sidik_teks`); None when nothing changed.

    Raises VersiLama when it is another by now, NarasiTidakAda, NarasiDitolak and AksesDitolak.
    """
    isi = clean_teks(isi)
    if len(isi) > PANJANG_TERBESAR:
        raise NarasiDitolak(_("Teks ini terlalu panjang; bagi menjadi beberapa bagian."))
    with transaction.atomic():
        penulisan, wewenang = _get_untuk_diubah(oleh, pk, pada)
        _require(wewenang.is_menulis(penulisan), _("Narasi ini bukan tugas Anda."))
        _require_status(penulisan, StatusNarasi.DRAF)
        narasi = Narasi.objects.select_for_update().get(pk=penulisan.narasi_id)
        if isi == narasi.isi:
            return None
        if compute_sidik_teks(narasi.isi) != dilihat:
            raise VersiLama(narasi.isi)
        return _simpan(penulisan, narasi, isi, (oleh, cara, wewenang), pada)


def _simpan(
    penulisan: PenulisanNarasi,
    narasi: Narasi,
    isi: str,
    siapa: tuple[Pengguna, Cara, Wewenang],
    pada: datetime.datetime,
) -> VersiNarasi:
    oleh, cara, wewenang = siapa
    lama = narasi.isi
    nomor = narasi.versi.aggregate(n=Max("nomor"))["n"] or 0
    if lama and not narasi.versi.filter(nomor=nomor, isi=lama).exists():
        # A workbook brought it: kept before it is written over.
        nomor += 1
        VersiNarasi.objects.create(narasi=narasi, nomor=nomor, isi=lama, cara=Cara.IMPOR, pada=pada)
    versi = VersiNarasi.objects.create(
        narasi=narasi, nomor=nomor + 1, isi=isi, cara=cara, oleh=oleh, pada=pada
    )
    narasi.isi = isi
    narasi.save(update_fields=["isi"])
    penulisan.penulis = oleh
    penulisan.save(update_fields=["penulis"])
    # The texts themselves are in the versions; the trail needs to prove which they were.
    dari, menjadi = ({"sidik": compute_sidik_teks(t), "huruf": len(t)} for t in (lama, isi))
    _catat(penulisan, "narasi.tulis", (dari, menjadi | {"versi": versi.nomor}), wewenang, pada)
    return versi


def submit_narasi(*, pk: int, oleh: Pengguna, pada: datetime.datetime) -> PenulisanNarasi:
    """draf -> diajukan. Raises NarasiDitolak with what the text lacks, NarasiTidakAda and AksesDitolak."""
    with transaction.atomic():
        penulisan, wewenang = _get_untuk_diubah(oleh, pk, pada)
        _require(wewenang.is_menulis(penulisan), _("Narasi ini bukan tugas Anda."))
        _require_status(penulisan, StatusNarasi.DRAF)
        narasi = penulisan.narasi
        if not narasi.isi.strip():
            raise NarasiDitolak(_("Narasi ini masih kosong."))
        if temuan := check_tulisan(narasi.isi, list_kode_gambar(narasi.satker, narasi.tahun)):
            raise NarasiDitolak(_("Narasi ini belum lengkap."), temuan)
        return _pindah(
            penulisan, StatusNarasi.DIAJUKAN, {"pengaju": oleh, "diajukan_pada": pada, "alasan": ""},
            (wewenang, ""), pada,
        )  # fmt: skip


def approve_narasi(*, pk: int, oleh: Pengguna, pada: datetime.datetime) -> PenulisanNarasi:
    """diajukan -> disetujui, by somebody who neither wrote nor submitted it.

    Raises OrangSama, NarasiDitolak, NarasiTidakAda and AksesDitolak.
    """
    with transaction.atomic():
        penulisan, wewenang = _get_untuk_diubah(oleh, pk, pada)
        _require(wewenang.is_memeriksa(penulisan), _("Anda tidak memeriksa narasi ini."))
        _require_status(penulisan, StatusNarasi.DIAJUKAN)
        sendiri = {n for n in (penulisan.pengaju_id, penulisan.penulis_id) if n is not None}
        require_beda_orang(oleh, sendiri, "menyetujui tulisannya sendiri")
        return _pindah(
            penulisan,
            StatusNarasi.DISETUJUI,
            {"pemeriksa": oleh, "diperiksa_pada": pada},
            (wewenang, ""),
            pada,
        )


def return_narasi(*, pk: int, alasan: str, oleh: Pengguna, pada: datetime.datetime) -> PenulisanNarasi:
    """diajukan or disetujui -> draf, with a reason; who submitted it may take it back himself.

    Raises NarasiDitolak, NarasiTidakAda and AksesDitolak.
    """
    with transaction.atomic():
        penulisan, wewenang = _get_untuk_diubah(oleh, pk, pada)
        menarik = penulisan.status == StatusNarasi.DIAJUKAN and penulisan.pengaju_id == oleh.pk
        _require(menarik or wewenang.is_memeriksa(penulisan), _("Anda tidak memeriksa narasi ini."))
        _require_status(penulisan, StatusNarasi.DIAJUKAN, StatusNarasi.DISETUJUI)
        if not alasan.strip():
            raise NarasiDitolak(_("Alasan mengembalikan wajib diisi."))
        isi = dict.fromkeys(("pengaju", "diajukan_pada", "pemeriksa", "diperiksa_pada"))
        return _pindah(
            penulisan, StatusNarasi.DRAF, isi | {"alasan": alasan.strip()}, (wewenang, alasan.strip()), pada
        )


def add_komentar(
    *, pk: int, isi: str, kutipan: str, oleh: Pengguna, pada: datetime.datetime
) -> KomentarNarasi:
    """A remark on a text or on a passage of it. Raises NarasiDitolak, NarasiTidakAda and AksesDitolak."""
    with transaction.atomic():
        penulisan, wewenang = get_penulisan_untuk(oleh, pk, pada)
        boleh = wewenang.is_menulis(penulisan) or wewenang.is_memeriksa(penulisan)
        _require(boleh or wewenang.is_berizin(Izin.REVIU), _("Anda tidak dapat mengomentari narasi ini."))
        kutipan = " ".join(kutipan.split())
        if not isi.strip():
            raise NarasiDitolak(_("Komentar wajib diisi."))
        if kutipan and kutipan not in " ".join(penulisan.narasi.isi.split()):
            raise NarasiDitolak(_("Kutipan itu tidak ada di teks narasi."))
        komentar = KomentarNarasi.objects.create(
            narasi=penulisan.narasi, isi=isi.strip(), kutipan=kutipan[:300], oleh=oleh, pada=pada
        )
        _catat(penulisan, "narasi.komentari", ({}, {"komentar": komentar.isi}), wewenang, pada)
    return komentar


def close_komentar(*, pk: int, komentar_id: int, oleh: Pengguna, pada: datetime.datetime) -> None:
    """Say that a remark is dealt with. Raises NarasiTidakAda and AksesDitolak."""
    with transaction.atomic():
        penulisan, wewenang = get_penulisan_untuk(oleh, pk, pada)
        boleh = wewenang.is_menulis(penulisan) or wewenang.is_memeriksa(penulisan)
        _require(boleh, _("Anda tidak dapat menutup komentar ini."))
        terbuka = KomentarNarasi.objects.filter(
            pk=komentar_id, narasi=penulisan.narasi_id, selesai_pada__isnull=True
        )
        if terbuka.update(selesai_oleh=oleh, selesai_pada=pada):
            _catat(penulisan, "narasi.tutup_komentar", ({}, {"komentar": komentar_id}), wewenang, pada)


def add_gambar(
    *, pk: int, unggahan: Unggahan, oleh: Pengguna, pada: datetime.datetime
) -> tuple[GambarNarasi | None, tuple[Temuan, ...]]:
    """Keep a picture for the texts of that report; why it is refused.

    Raises NarasiTidakAda, NarasiDitolak and AksesDitolak.
    """
    with examine(unggahan) as (berkas, ditolak):
        bersih, temuan = clean_gambar(berkas) if berkas else (None, ditolak)
        with transaction.atomic():
            penulisan, wewenang = _get_untuk_diubah(oleh, pk, pada)
            _require(wewenang.is_menulis(penulisan), _("Narasi ini bukan tugas Anda."))
            if bersih is None:
                return None, temuan
            narasi = penulisan.narasi
            store(bersih.berkas)
            gambar, baru = GambarNarasi.objects.get_or_create(
                satker=narasi.satker, tahun=narasi.tahun, sha256=bersih.berkas.sha256,
                defaults={
                    "nama": bersih.berkas.nama, "jenis": bersih.berkas.jenis, "lebar": bersih.lebar,
                    "tinggi": bersih.tinggi, "oleh": oleh, "pada": pada,
                },
            )  # fmt: skip
            if baru:
                _catat(penulisan, "narasi.tambah_gambar", ({}, {"sha256": gambar.sha256}), wewenang, pada)
            return gambar, ()


def list_kode_gambar(satker: Satker, tahun: int) -> frozenset[str]:
    """The codes by which texts of that report may name a picture."""
    return frozenset(g.kode for g in GambarNarasi.objects.filter(satker=satker, tahun=tahun))


def get_penulisan_untuk(
    oleh: Pengguna, pk: int, pada: datetime.datetime, *, kunci_baris: bool = False
) -> tuple[PenulisanNarasi, Wewenang]:
    """One text with what that person is to it. Raises NarasiTidakAda for a stranger's as for none."""
    semua = PenulisanNarasi.objects.select_related("narasi__satker", "narasi__indikator", "unit_kerja")
    if kunci_baris:
        semua = semua.select_for_update(of=("self",))
    penulisan = semua.filter(pk=pk).first()
    if penulisan is None:
        raise NarasiTidakAda(_("Narasi tidak dikenal."))
    wewenang = Wewenang(oleh, penulisan.narasi.satker, penulisan.narasi.tahun, pada)
    if not wewenang.is_melihat():
        raise NarasiTidakAda(_("Narasi tidak dikenal."))
    return penulisan, wewenang


def _get_untuk_diubah(oleh: Pengguna, pk: int, pada: datetime.datetime) -> tuple[PenulisanNarasi, Wewenang]:
    """The same, locked, in a report that is not frozen. Raises NarasiDitolak as well."""
    penulisan, wewenang = get_penulisan_untuk(oleh, pk, pada, kunci_baris=True)
    _require_cair(penulisan.narasi.satker, penulisan.narasi.tahun, pada)
    return penulisan, wewenang


def _require_cair(satker: Satker, tahun: int, pada: datetime.datetime) -> None:
    if is_beku(satker, tahun, pada):
        temuan = make_temuan_beku()
        raise NarasiDitolak(f"{temuan.pesan} {temuan.cara}")


def _require(boleh: bool, pesan: str) -> None:
    if not boleh:
        raise AksesDitolak(pesan, asing=False)


def _require_status(penulisan: PenulisanNarasi, *status: StatusNarasi) -> None:
    if penulisan.status not in status:
        label = StatusNarasi(penulisan.status).label
        raise NarasiDitolak(_("Narasi ini berstatus %(status)s.") % {"status": label})


def _pindah(
    penulisan: PenulisanNarasi,
    status: StatusNarasi,
    isi: dict[str, object],
    siapa: tuple[Wewenang, str],
    pada: datetime.datetime,
) -> PenulisanNarasi:
    wewenang, alasan = siapa
    dari = {"status": penulisan.status}
    for nama, nilai in isi.items():
        setattr(penulisan, nama, nilai)
    penulisan.status = status
    penulisan.save(update_fields=["status", *isi])
    tindakan = {StatusNarasi.DIAJUKAN: "ajukan", StatusNarasi.DISETUJUI: "setujui"}.get(status, "kembalikan")
    _catat(penulisan, f"narasi.{tindakan}", (dari, {"status": str(status)}), wewenang, pada, alasan)
    return penulisan


def _catat(
    penulisan: PenulisanNarasi,
    tindakan: str,
    perubahan: tuple[dict[str, object], dict[str, object]],
    wewenang: Wewenang,
    pada: datetime.datetime,
    alasan: str = "",
) -> None:
    narasi = penulisan.narasi
    tempat = [narasi.bagian, *([narasi.indikator.kode] if narasi.indikator else [])]
    objek = sebut_objek(Narasi, narasi.satker.kunci, narasi.tahun, *tempat)
    peristiwa = Peristiwa(tindakan, objek, *perubahan, alasan, narasi.satker.kunci)
    record(peristiwa, oleh=wewenang.sebut(), pada=pada)
