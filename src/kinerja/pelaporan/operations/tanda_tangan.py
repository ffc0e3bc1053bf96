"""Sign an agreement or a frozen report electronically: checked first, signed outside any transaction, then kept."""

from __future__ import annotations

import datetime
import hashlib
import tempfile
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from kinerja.akses.izin import Izin
from kinerja.akses.models import Pengguna
from kinerja.akses.queries import authorize
from kinerja.dokumen.tanda_tangan.penyedia import Keterangan, Penyedia, TandaTanganGagal
from kinerja.dokumen.tanda_tangan.periksa import HasilTandaTangan, TandaTanganTidakTerbaca, verify_pdf
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.pelaporan.models import BerkasFinal, LaporanFinal, TandaTanganElektronik
from kinerja.pelaporan.tanda_tangan import list_tanda, list_tanda_laporan, read_pdf_perjanjian
from kinerja.pengukuran.berkas import open_berkas, store_letak
from kinerja.perencanaan.models import CaraTandaTangan, VersiPerjanjian
from kinerja.perencanaan.perjanjian.operations import DataTandaTangan, sign_versi


class SudahDitandatangani(TandaTanganGagal):
    """That jabatan signed this very document already."""

    kode = "sudah_ditandatangani"


def sign_perjanjian(
    *, versi: VersiPerjanjian, pihak: str, penyedia: Penyedia, oleh: Pengguna, pada: datetime.datetime
) -> TandaTanganElektronik:
    """One party signs an initialled version with a certificate; with the last party it is frozen.

    Raises PerjanjianDitolak, AksesDitolak, TandaTanganGagal, PdfGagal.
    """
    data = DataTandaTangan(pihak, CaraTandaTangan.ELEKTRONIK)
    with transaction.atomic():
        # All that bars the signature is found before the key is asked; nothing of this try stays.
        sign_versi(versi=versi, data=data, oleh=oleh, pada=pada)
        transaction.set_rollback(True)
    versi = VersiPerjanjian.objects.select_related("perjanjian__satker").get(pk=versi.pk)
    asal = read_pdf_perjanjian(versi)
    keterangan = Keterangan(
        pada,
        f"Perjanjian Kinerja {versi.perjanjian.tahun} {versi.perjanjian.kode}",
        versi.tempat,
        f"Pihak{pihak.title()}",
    )
    hasil, tanda = _tandatangani(asal, penyedia, keterangan, len(list_tanda(versi)))
    with transaction.atomic():
        kini = sign_versi(versi=versi, data=data, oleh=oleh, pada=pada)
        jabatan = kini.tanda_tangan.get(pihak=pihak).jabatan
        return _simpan(
            TandaTanganElektronik(versi=kini, sidik=kini.sidik, jabatan=jabatan, oleh=oleh, pada=pada),
            (asal, hasil), (penyedia, tanda),
        )  # fmt: skip


def sign_laporan(
    *, laporan: LaporanFinal, penyedia: Penyedia, oleh: Pengguna, pada: datetime.datetime
) -> TandaTanganElektronik:
    """Sign the PDF of a frozen report with a certificate; the frozen bytes stay as they are beside the signed ones.

    Raises SudahDitandatangani, TandaTanganGagal, AksesDitolak.
    """
    jabatan = oleh.jabatan or oleh.nama_akun
    with transaction.atomic():
        sebutan = authorize(oleh, Izin.TANDA_TANGAN, laporan.satker, tahun=laporan.tahun, pada=pada)
    sebelum = list_tanda_laporan(laporan)
    if any(t.jabatan == jabatan for t in sebelum):
        raise SudahDitandatangani(_("%(jabatan)s sudah menandatangani laporan ini.") % {"jabatan": jabatan})
    sha256 = sebelum[-1].sha256 if sebelum else BerkasFinal.objects.get(laporan=laporan, format="pdf").sha256
    with open_berkas(sha256) as aliran:
        asal = bytes(aliran.read())
    keterangan = Keterangan(pada, f"Laporan Kinerja {laporan.tahun}", medan=f"TandaTangan{len(sebelum) + 1}")
    hasil, tanda = _tandatangani(asal, penyedia, keterangan, len(sebelum))
    with transaction.atomic():
        baris = _simpan(
            TandaTanganElektronik(laporan=laporan, sidik=laporan.sidik, jabatan=jabatan, oleh=oleh, pada=pada),
            (asal, hasil), (penyedia, tanda),
        )  # fmt: skip
        objek = sebut_objek(LaporanFinal, laporan.satker.kunci, laporan.tahun, laporan.revisi)
        menjadi = {"penanda_tangan": baris.penanda_tangan, "penyedia": penyedia.nama, "sha256": baris.sha256}
        peristiwa = Peristiwa("laporan.tanda_tangan", objek, menjadi=menjadi, rantai=laporan.satker.kunci)
        record(peristiwa, oleh=sebutan, pada=pada)
    return baris


def _tandatangani(
    asal: bytes, penyedia: Penyedia, keterangan: Keterangan, sebelum: int
) -> tuple[bytes, HasilTandaTangan]:
    """The signed bytes and the new signature, which must be whole and have left those before it so."""
    hasil = penyedia.sign(asal, keterangan)
    try:
        tanda = verify_pdf(hasil)
    except TandaTanganTidakTerbaca as masalah:
        raise TandaTanganGagal(str(masalah)) from masalah
    if len(tanda) != sebelum + 1 or not all(t.sah for t in tanda):
        raise TandaTanganGagal(_("Berkas yang kembali dari penyedia tidak memuat tanda tangan yang utuh."))
    return hasil, tanda[-1]


def _simpan(
    baris: TandaTanganElektronik,
    berkas: tuple[bytes, bytes],
    siapa: tuple[Penyedia, HasilTandaTangan],
) -> TandaTanganElektronik:
    (asal, hasil), (penyedia, tanda) = berkas, siapa
    baris.sha256_asal, baris.sha256 = hashlib.sha256(asal).hexdigest(), hashlib.sha256(hasil).hexdigest()
    baris.ukuran, baris.penyedia = len(hasil), penyedia.nama
    baris.penanda_tangan, baris.penerbit = tanda.penanda_tangan[:250], tanda.penerbit[:250]
    baris.waktu, baris.berstempel = tanda.stempel or tanda.waktu or baris.pada, tanda.stempel is not None
    with tempfile.NamedTemporaryFile(prefix="kinerja-") as sementara:
        sementara.write(hasil)
        sementara.flush()
        store_letak(baris.sha256, Path(sementara.name))
    baris.save()
    return baris
