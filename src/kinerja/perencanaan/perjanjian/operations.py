"""Writes of agreements: made from the plan, led from draf to signed, changed only by a new version with its ground."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.queries import AksesDitolak, authorize
from kinerja.aturan.perjanjian import (
    LangkahPerjanjian,
    StatusPerjanjian,
    TindakanPerjanjian,
    Tingkat,
    decide_perjanjian,
    strip_pelaksana,
)
from kinerja.aturan.temuan import Temuan
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.organisasi.models import Satker, UnitEselonI
from kinerja.perencanaan.models import (
    AnggaranPerjanjian,
    ButirPerjanjian,
    CaraTandaTangan,
    GarisJabatan,
    Indikator,
    Jabatan,
    JenisTarget,
    PemangkuJabatan,
    PerjanjianKinerja,
    Pihak,
    PilihanDasar,
    PilihanStatus,
    TandaTanganPerjanjian,
    VersiPerjanjian,
)
from kinerja.perencanaan.operations.catat import RencanaDitolak
from kinerja.perencanaan.operations.indikator import NilaiTarget, check_target, print_nilai, write_target
from kinerja.perencanaan.perjanjian.isi import AnggaranJanji, read_isi, write_isi
from kinerja.perencanaan.perjanjian.queries import check_isi, get_pihak
from kinerja.perencanaan.perjanjian.target import TargetDitolak, adopt_target, list_baris_target, read_nilai

_IZIN_TANDA = (Izin.TANDA_TANGAN, Izin.SETUJUI)
"""A head of office and a head of division may sign; whose agreement it is, the jabatan on the account decides."""


class PerjanjianDitolak(ValueError):
    """What was asked of an agreement is not possible; `temuan` say why and what to do."""

    def __init__(self, *temuan: Temuan) -> None:
        super().__init__(" ".join(f"{t.pesan} {t.cara}".strip() for t in temuan))
        self.temuan = temuan


@dataclass(frozen=True, slots=True)
class DataPerjanjian:
    """A new agreement: parties by jabatan, the sasaran it covers (empty: all of the unit), its budget lines.

    `dari_renstra`: indicators that promise nothing yet that year take their target from the Renstra.
    """

    kode: str
    unit: UnitEselonI
    pihak_pertama: str
    pihak_kedua: str
    tempat: str
    tanggal: datetime.date | None = None
    lingkup: tuple[str, ...] = ()
    anggaran: tuple[AnggaranJanji, ...] = ()
    dari_renstra: bool = False


@dataclass(frozen=True, slots=True)
class DataVersi:
    """What may be changed in a draft; parties and names as they are printed."""

    pihak_pertama: str
    nama_pertama: str
    pihak_kedua: str
    nama_kedua: str
    tempat: str
    tanggal: datetime.date | None
    dipa_nomor: str = ""
    dipa_tanggal: datetime.date | None = None
    dipa_pagu: int | None = None


@dataclass(frozen=True, slots=True)
class DataJabatan:
    """A jabatan from one day on: its direct superior ("": leave the lines alone), its holder."""

    nama: str
    atasan: str = ""
    pemangku: str = ""
    pelaksana: str = ""
    berlaku_dari: datetime.date = datetime.date(2000, 1, 1)
    berlaku_sampai: datetime.date | None = None


def save_jabatan(*, satker: Satker, data: DataJabatan, oleh: Pengguna, pada: datetime.datetime) -> Jabatan:
    """Record a jabatan with its superior and holder; the same first day mends what was there.

    A holder before it ends the day before. Raises PerjanjianDitolak and AksesDitolak.
    """
    nama = strip_pelaksana(data.nama)
    if not nama:
        raise PerjanjianDitolak(Temuan("jabatan", _("Nama jabatan wajib diisi."), ""))
    if data.berlaku_sampai and data.berlaku_sampai < data.berlaku_dari:
        raise PerjanjianDitolak(
            Temuan("masa", _("Masa berlaku berakhir sebelum dimulai."), _("Perbaiki tanggalnya."))
        )
    masa = {"berlaku_dari": data.berlaku_dari}
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.RENCANA, satker, pada=pada)
        jabatan = _get_jabatan(nama)
        if atasan := strip_pelaksana(data.atasan):
            if atasan.casefold() == nama.casefold():
                raise PerjanjianDitolak(
                    Temuan("atasan", _("Jabatan tidak dapat menjadi atasan dirinya."), "")
                )
            GarisJabatan.objects.update_or_create(
                bawahan=jabatan,
                atasan=_get_jabatan(atasan),
                **masa,
                defaults={"berlaku_sampai": data.berlaku_sampai},
            )
        _save_pemangku(jabatan, data)
        menjadi = asdict(data)
        record(
            Peristiwa("jabatan.simpan", sebut_objek(Jabatan, nama), menjadi=menjadi, rantai=satker.kunci),
            oleh=sebutan, pada=pada,
        )  # fmt: skip
    return jabatan


def _get_jabatan(nama: str) -> Jabatan:
    return Jabatan.objects.filter(nama__iexact=nama).first() or Jabatan.objects.create(nama=nama)


def _save_pemangku(jabatan: Jabatan, data: DataJabatan) -> None:
    if not (data.pemangku or data.pelaksana):
        return
    sehari = datetime.timedelta(days=1)
    for lama in jabatan.pemangku.filter(berlaku_dari__lt=data.berlaku_dari):
        if lama.berlaku_sampai is None or lama.berlaku_sampai >= data.berlaku_dari:
            lama.berlaku_sampai = data.berlaku_dari - sehari
            lama.save(update_fields=["berlaku_sampai"])
    PemangkuJabatan.objects.update_or_create(
        jabatan=jabatan,
        berlaku_dari=data.berlaku_dari,
        defaults={
            "nama": data.pemangku, "pelaksana": data.pelaksana, "berlaku_sampai": data.berlaku_sampai,
        },
    )  # fmt: skip


def make_perjanjian(
    *, satker: Satker, tahun: int, data: DataPerjanjian, oleh: Pengguna, pada: datetime.datetime
) -> PerjanjianKinerja:
    """A new agreement with whoever holds the two jabatan on its day. Raises PerjanjianDitolak and AksesDitolak."""
    temuan = tuple(_check_data(satker, tahun, data))
    if temuan:
        raise PerjanjianDitolak(*temuan)
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.RENCANA, satker, tahun=tahun, pada=pada)
        hari = data.tanggal or datetime.date(tahun, 1, 1)
        kedua = get_pihak(data.pihak_kedua, hari).jabatan if data.pihak_kedua else ""
        perjanjian = PerjanjianKinerja.objects.create(
            satker=satker, tahun=tahun, kode=data.kode, unit=data.unit, tempat=data.tempat, tanggal=data.tanggal,
            pihak_pertama=get_pihak(data.pihak_pertama, hari).jabatan, pihak_kedua=kedua,
            lingkup="; ".join(data.lingkup),
        )  # fmt: skip
        _tulis_anggaran(perjanjian, data.anggaran)
        menjadi = {
            "unit": data.unit.kode,
            "pihak": [perjanjian.pihak_pertama, kedua],
            "lingkup": perjanjian.lingkup,
        }
        if data.dari_renstra:
            menjadi["target_dari_renstra"] = _ambil_target(perjanjian)
        _catat(perjanjian, "perjanjian.buat", sebutan, pada, menjadi=menjadi)
    return perjanjian


def _ambil_target(perjanjian: PerjanjianKinerja) -> int:
    try:
        return adopt_target(perjanjian)
    except TargetDitolak as galat:
        raise PerjanjianDitolak(Temuan("target", str(galat), "")) from None


def _check_data(satker: Satker, tahun: int, data: DataPerjanjian) -> Sequence[Temuan]:
    temuan = []
    if not (data.kode.strip() and data.pihak_pertama.strip() and data.tempat.strip()):
        temuan.append(Temuan("wajib", _("Kode, pihak pertama, dan tempat wajib diisi."), ""))
    if PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun, kode=data.kode).exists():
        pesan = _("Kode %(kode)s sudah dipakai tahun ini.") % {"kode": data.kode}
        temuan.append(Temuan("kode", pesan, _("Pilih kode lain.")))
    dikenal = set(data.unit.sasaran.values_list("kode", flat=True))
    if asing := [k for k in data.lingkup if k not in dikenal]:
        pesan = _("Sasaran bukan milik unit itu: %(kode)s.") % {"kode": ", ".join(asing)}
        temuan.append(Temuan("lingkup", pesan, _("Pilih sasaran unit tersebut.")))
    return temuan


def _tulis_anggaran(perjanjian: PerjanjianKinerja, anggaran: Sequence[AnggaranJanji]) -> None:
    perjanjian.anggaran.all().delete()
    AnggaranPerjanjian.objects.bulk_create(
        AnggaranPerjanjian(
            perjanjian=perjanjian, program=a.program, kegiatan=a.kegiatan, nilai=a.nilai, urutan=n
        )
        for n, a in enumerate(anggaran)
    )


def make_versi(
    *,
    perjanjian: PerjanjianKinerja,
    dasar: str = "",
    alasan: str = "",
    oleh: Pengguna,
    pada: datetime.datetime,
) -> VersiPerjanjian:
    """Begin the first version, or after a signed one the next, which needs one of the three grounds and a reason.

    Raises PerjanjianDitolak and AksesDitolak.
    """
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.RENCANA, perjanjian.satker, tahun=perjanjian.tahun, pada=pada)
        # Locked, so that two who begin at once do not both count the same number.
        PerjanjianKinerja.objects.select_for_update().get(pk=perjanjian.pk)
        lama = perjanjian.versi.order_by("-nomor").first()
        _require_perubahan(lama, dasar, alasan)
        hari = pada.date() if lama else (perjanjian.tanggal or pada.date())
        pertama, kedua = (get_pihak(p, hari) for p in (perjanjian.pihak_pertama, perjanjian.pihak_kedua))
        versi = VersiPerjanjian.objects.create(
            perjanjian=perjanjian, nomor=lama.nomor + 1 if lama else 1,
            dasar_perubahan=dasar if lama else "", alasan=alasan.strip() if lama else "",
            pihak_pertama=pertama.jabatan, nama_pertama=pertama.nama,
            pihak_kedua=kedua.jabatan if perjanjian.pihak_kedua else "",
            nama_kedua=kedua.nama if perjanjian.pihak_kedua else "",
            tempat=perjanjian.tempat, tanggal=None if lama else perjanjian.tanggal,
            dipa_nomor=lama.dipa_nomor if lama else "", dipa_tanggal=lama.dipa_tanggal if lama else None,
            dipa_pagu=lama.dipa_pagu if lama else None, pembuat=oleh, dibuat_pada=pada,
        )  # fmt: skip
        menjadi = {"versi": versi.nomor, "dasar": versi.dasar_perubahan}
        _catat(perjanjian, "perjanjian.versi", sebutan, pada, menjadi=menjadi, alasan=versi.alasan)
    return versi


def _require_perubahan(lama: VersiPerjanjian | None, dasar: str, alasan: str) -> None:
    if lama is None:
        return
    if not lama.beku:
        pesan = _("Versi %(nomor)d masih berjalan.") % {"nomor": lama.nomor}
        raise PerjanjianDitolak(Temuan("versi_berjalan", pesan, _("Selesaikan versi itu dahulu.")))
    if dasar not in PilihanDasar.values or not dasar or not alasan.strip():
        raise PerjanjianDitolak(
            Temuan(
                "pk_dasar_perubahan",
                _(
                    "Perjanjian yang sudah ditandatangani hanya berubah karena satu dari tiga dasar, dengan penjelasan."
                ),
                _("Pilih pergantian pejabat, perubahan strategi, atau perubahan prioritas, lalu jelaskan."),
            )
        )


def update_versi(
    *,
    versi: VersiPerjanjian,
    data: DataVersi,
    anggaran: Sequence[AnggaranJanji] | None = None,
    oleh: Pengguna,
    pada: datetime.datetime,
) -> VersiPerjanjian:
    """Change a draft: parties, day, DIPA, and the budget lines when given. Raises PerjanjianDitolak, AksesDitolak."""
    with transaction.atomic():
        kini, sebutan = _ambil_draf(versi, oleh, pada)
        dari = {nama: getattr(kini, nama) for nama in asdict(data)}
        for nama, nilai in asdict(data).items():
            setattr(kini, nama, nilai)
        kini.save(update_fields=list(dari))
        if anggaran is not None:
            _tulis_anggaran(kini.perjanjian, anggaran)
        menjadi = asdict(data) | ({"anggaran": anggaran} if anggaran is not None else {})
        _catat(kini.perjanjian, "perjanjian.ubah", sebutan, pada, dari=dari, menjadi=menjadi)
    return kini


def save_target_janji(
    *, versi: VersiPerjanjian, target: Mapping[int, NilaiTarget], oleh: Pengguna, pada: datetime.datetime
) -> int:
    """Promise those targets (by id of indikator; an empty one: no longer) in a draft; how many changed.

    All or nothing. Raises RencanaDitolak with the field "target-ID", PerjanjianDitolak and AksesDitolak.
    """
    with transaction.atomic():
        kini, sebutan = _ambil_draf(versi, oleh, pada)
        baris = {b.indikator.pk: b for b in list_baris_target(kini.perjanjian) if not b.tertutup}
        if target.keys() - baris.keys():
            pesan = _("Indikator itu bukan bagian perjanjian ini, atau sudah dijanjikan perjanjian lain.")
            raise PerjanjianDitolak(Temuan("target_asing", pesan, _("Muat ulang halamannya.")))
        berubah = {baris[k]: n for k, n in target.items() if read_nilai(baris[k].janji) != n}
        for satu, nilai in berubah.items():
            _simpan_janji(kini.perjanjian, satu.indikator, nilai)
        dari = {b.indikator.kode: print_nilai(read_nilai(b.janji)) for b in berubah}
        menjadi = {b.indikator.kode: print_nilai(n) for b, n in berubah.items()}
        if berubah:
            _catat(kini.perjanjian, "perjanjian.target", sebutan, pada, dari=dari, menjadi=menjadi)
    return len(berubah)


def _simpan_janji(perjanjian: PerjanjianKinerja, indikator: Indikator, nilai: NilaiTarget) -> None:
    medan = f"target-{indikator.pk}"
    check_target(indikator, perjanjian.tahun, nilai, medan)
    milik = {"satker": perjanjian.satker, "tahun": perjanjian.tahun, "jenis": JenisTarget.PK}
    try:
        with transaction.atomic():
            write_target(nilai, sumber=perjanjian.kode, indikator=indikator, **milik)
    except IntegrityError as galat:
        raise RencanaDitolak(_("Basis data menolak: %(sebab)s.") % {"sebab": galat}, medan) from None


def approve_versi(*, versi: VersiPerjanjian, oleh: Pengguna, pada: datetime.datetime) -> VersiPerjanjian:
    """Initial a draft: its contents get their hash. Raises PerjanjianDitolak with every SALAH, and AksesDitolak."""
    with transaction.atomic():
        kini, sebutan = _ambil(versi, (Izin.SETUJUI, Izin.TANDA_TANGAN), oleh, pada)
        menjadi = _decide(
            kini, LangkahPerjanjian(TindakanPerjanjian.PARAF, str(oleh.pk), str(kini.pembuat_id))
        )
        isi = read_isi(kini.perjanjian, kini)
        if salah := [t.temuan for t in check_isi(isi) if t.tingkat is Tingkat.SALAH]:
            raise PerjanjianDitolak(*salah)
        kini.isi, kini.sidik = write_isi(isi)
        kini.status, kini.pemaraf, kini.diparaf_pada, kini.catatan = menjadi, oleh, pada, ""
        kini.save()
        indikator = Indikator.objects.filter(kode__in=[i.kode for i in isi.indikator])
        ButirPerjanjian.objects.bulk_create(ButirPerjanjian(versi=kini, indikator=i) for i in indikator)
        _catat(
            kini.perjanjian,
            "perjanjian.paraf",
            sebutan,
            pada,
            menjadi={"versi": kini.nomor, "sidik": kini.sidik},
        )
    return kini


def return_versi(
    *, versi: VersiPerjanjian, alasan: str, oleh: Pengguna, pada: datetime.datetime
) -> VersiPerjanjian:
    """Back to draf with a reason; signatures given so far fall away. Raises PerjanjianDitolak and AksesDitolak."""
    with transaction.atomic():
        kini, sebutan = _ambil(versi, _IZIN_TANDA, oleh, pada)
        langkah = LangkahPerjanjian(TindakanPerjanjian.KEMBALIKAN, str(oleh.pk), str(kini.pembuat_id), alasan)
        kini.status = _decide(kini, langkah)
        batal = list(kini.tanda_tangan.values_list("jabatan", flat=True))
        kini.tanda_tangan.all().delete()
        kini.butir.all().delete()
        kini.isi = kini.sidik = ""
        kini.pemaraf = kini.diparaf_pada = None
        kini.catatan = alasan.strip()
        kini.save()
        dari = {"versi": kini.nomor, "tanda_tangan": batal}
        _catat(kini.perjanjian, "perjanjian.kembalikan", sebutan, pada, dari=dari, alasan=kini.catatan)
    return kini


@dataclass(frozen=True, slots=True)
class DataTandaTangan:
    """For which party, how, and for BASAH what paper proves it."""

    pihak: str
    cara: str = CaraTandaTangan.AKUN
    keterangan: str = ""


def sign_versi(
    *, versi: VersiPerjanjian, data: DataTandaTangan, oleh: Pengguna, pada: datetime.datetime
) -> VersiPerjanjian:
    """One party signs what was initialled; with the last one the version is frozen.

    Raises PerjanjianDitolak (wrong party, twice, contents changed since the initials) and AksesDitolak.
    """
    basah = data.cara == CaraTandaTangan.BASAH
    with transaction.atomic():
        kini, sebutan = _ambil(versi, (Izin.RENCANA,) if basah else _IZIN_TANDA, oleh, pada)
        jabatan = {Pihak.PERTAMA.value: kini.pihak_pertama, Pihak.KEDUA.value: kini.pihak_kedua}.get(
            data.pihak, ""
        )
        sudah = frozenset(kini.tanda_tangan.values_list("jabatan", flat=True))
        langkah = LangkahPerjanjian(
            TindakanPerjanjian.TANDA_TANGANI,
            # Who only records a signature on paper does not sign: the separation of duty is between others.
            "pencatat" if basah else str(oleh.pk),
            str(kini.pembuat_id),
            jabatan=jabatan,
            jabatan_pelaku=jabatan if basah else oleh.jabatan,
            sudah=sudah,
        )
        menjadi = _decide(kini, langkah)
        _require_sama(kini, data, jabatan)
        TandaTanganPerjanjian.objects.create(
            versi=kini, pihak=data.pihak, cara=data.cara, jabatan=jabatan, pembuat=kini.pembuat, oleh=oleh,
            keterangan=data.keterangan.strip(), pada=pada,
        )  # fmt: skip
        pihak = 1 + bool(kini.pihak_kedua)
        if len(sudah) + 1 == pihak:
            kini.status, kini.ditandatangani_pada = menjadi, pada
            kini.save(update_fields=["status", "ditandatangani_pada"])
        rincian = {"versi": kini.nomor, "pihak": data.pihak, "cara": data.cara, "sidik": kini.sidik}
        _catat(
            kini.perjanjian, "perjanjian.tanda_tangan", sebutan, pada, menjadi=rincian, alasan=data.keterangan
        )
    return kini


def _require_sama(versi: VersiPerjanjian, data: DataTandaTangan, jabatan: str) -> None:
    """The plan still says what was initialled, and the party is one of the two."""
    if not jabatan:
        raise PerjanjianDitolak(Temuan("pihak", _("Pihak itu tidak ada pada perjanjian ini."), ""))
    if data.cara == CaraTandaTangan.BASAH and not data.keterangan.strip():
        pesan = _("Sebutkan naskah yang ditandatangani basah, misalnya nomor dan tempat simpannya.")
        raise PerjanjianDitolak(Temuan("keterangan", pesan, ""))
    segar = VersiPerjanjian.objects.select_related("perjanjian__satker", "perjanjian__unit").get(pk=versi.pk)
    segar.isi = ""
    if write_isi(read_isi(segar.perjanjian, segar))[1] != versi.sidik:
        raise PerjanjianDitolak(
            Temuan(
                "berubah_sejak_paraf",
                _("Target, anggaran, atau definisi berubah sejak perjanjian diparaf."),
                _("Kembalikan menjadi draf, periksa, lalu paraf lagi."),
            )
        )


def _decide(versi: VersiPerjanjian, langkah: LangkahPerjanjian) -> StatusPerjanjian:
    menjadi, temuan = decide_perjanjian(StatusPerjanjian(versi.status), langkah)
    if temuan:
        raise PerjanjianDitolak(*temuan)
    return menjadi


def _ambil(
    versi: VersiPerjanjian, izin: Sequence[Izin], oleh: Pengguna, pada: datetime.datetime
) -> tuple[VersiPerjanjian, str]:
    """The row, locked, for somebody who has one of the izin, and how the trail names him."""
    kini = VersiPerjanjian.objects.select_for_update().get(pk=versi.pk)
    satker, tahun = kini.perjanjian.satker, kini.perjanjian.tahun
    for satu in izin[:-1]:
        try:
            return kini, authorize(oleh, satu, satker, tahun=tahun, pada=pada)
        except AksesDitolak:
            continue
    return kini, authorize(oleh, izin[-1], satker, tahun=tahun, pada=pada)


def _ambil_draf(
    versi: VersiPerjanjian, oleh: Pengguna, pada: datetime.datetime
) -> tuple[VersiPerjanjian, str]:
    kini, sebutan = _ambil(versi, (Izin.RENCANA,), oleh, pada)
    if kini.status != PilihanStatus.DRAF:
        cara = _("Minta dikembalikan menjadi draf.")
        raise PerjanjianDitolak(Temuan("bukan_draf", _("Hanya draf yang dapat diubah."), cara))
    return kini, sebutan


def _catat(
    perjanjian: PerjanjianKinerja, tindakan: str, sebutan: str, pada: datetime.datetime, **isi: Any
) -> None:
    objek = sebut_objek(PerjanjianKinerja, perjanjian.satker.kunci, perjanjian.tahun, perjanjian.kode)
    dari: Mapping[str, Any] = isi.get("dari", {})
    record(
        Peristiwa(tindakan, objek, dari, isi.get("menjadi", {}), isi.get("alasan", ""), perjanjian.satker.kunci),
        oleh=sebutan, pada=pada,
    )  # fmt: skip
