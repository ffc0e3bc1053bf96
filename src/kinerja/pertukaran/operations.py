"""Import a workbook: everything or nothing, and the same file twice changes nothing."""

import datetime
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import DataError, IntegrityError, transaction

from kinerja.akses.izin import Izin
from kinerja.akses.pelaku import BARIS_PERINTAH, Pelaku
from kinerja.akses.queries import authorize
from kinerja.basisdata.simpan import Perubahan
from kinerja.jejak.models import Impor
from kinerja.jejak.operations import Peristiwa, record
from kinerja.jejak.queries import sebut_objek
from kinerja.pelaporan.pengesahan import list_cakupan_beku
from kinerja.pertukaran import lembar as lembar_
from kinerja.pertukaran import terjemah_aksi as aksi
from kinerja.pertukaran import terjemah_anggaran as anggaran
from kinerja.pertukaran import terjemah_hasil as hasil_
from kinerja.pertukaran import terjemah_iku as iku
from kinerja.pertukaran import terjemah_jabatan as jabatan
from kinerja.pertukaran import terjemah_organisasi as organisasi
from kinerja.pertukaran import terjemah_rencana as rencana
from kinerja.pertukaran import terjemah_survei as survei
from kinerja.pertukaran.baca import IsiLembar, baca_buku
from kinerja.pertukaran.beku import refuse_beku
from kinerja.pertukaran.konteks import Konteks
from kinerja.pertukaran.lembar import BUKU, Lembar
from kinerja.pertukaran.temuan import Temuan, Tingkat, susun

Lapor = Callable[[str, int, int], None]
"""Progress: what is being done, how many steps are done, how many there are."""

_PENERJEMAH: dict[Lembar, Callable[[Konteks, IsiLembar], Perubahan]] = {
    lembar_.UNIT: organisasi.save_unit,
    lembar_.SATKER: organisasi.save_satker,
    lembar_.UNIT_KERJA: organisasi.save_unit_kerja,
    lembar_.PEGAWAI: organisasi.save_pegawai,
    lembar_.JABATAN: jabatan.save_jabatan,
    lembar_.PEMANGKU_JABATAN: jabatan.save_pemangku,
    lembar_.RENSTRA: rencana.save_renstra,
    lembar_.MISI: rencana.save_misi,
    lembar_.TUJUAN: rencana.save_tujuan,
    lembar_.SASARAN: rencana.save_sasaran,
    lembar_.KAITAN_LINTAS: rencana.save_kaitan,
    lembar_.INDIKATOR: rencana.save_indikator,
    lembar_.LEMBAR_IKU: iku.save_lembar_iku,
    lembar_.PENANGGUNG_JAWAB: iku.save_penanggung_jawab,
    lembar_.KOMPONEN: rencana.save_komponen,
    lembar_.TARGET: rencana.save_target,
    lembar_.RENCANA_AKSI: aksi.save_rencana_aksi,
    lembar_.TAHAP_AKSI: aksi.save_tahap_aksi,
    lembar_.REALISASI: hasil_.save_realisasi,
    lembar_.ANGGARAN_SASARAN: hasil_.save_anggaran_sasaran,
    lembar_.ANGGARAN_BELANJA: hasil_.save_anggaran_belanja,
    lembar_.PAGU_SATKER: hasil_.save_pagu_satker,
    lembar_.SKOR_ANGGARAN: hasil_.save_skor_anggaran,
    lembar_.REVISI_DIPA: anggaran.save_revisi_dipa,
    lembar_.ANGGARAN_BULANAN: anggaran.save_anggaran_bulanan,
    lembar_.RINCIAN_OUTPUT: anggaran.save_rincian_output,
    lembar_.CAPAIAN_OUTPUT: anggaran.save_capaian_output,
    lembar_.KONTRAK: anggaran.save_kontrak,
    lembar_.SPM: anggaran.save_spm,
    lembar_.UANG_PERSEDIAAN: anggaran.save_uang_persediaan,
    lembar_.INSTRUMEN_SURVEI: survei.save_instrumen,
    lembar_.UNSUR_SURVEI: survei.save_unsur,
    lembar_.HASIL_SURVEI: survei.save_hasil,
    lembar_.HASIL_UNSUR: survei.save_hasil_unsur,
    lembar_.PERJANJIAN: rencana.save_perjanjian,
    lembar_.ANGGARAN_PERJANJIAN: rencana.save_anggaran_perjanjian,
    lembar_.NARASI: hasil_.save_narasi,
    lembar_.TABEL_PENDUKUNG: hasil_.save_tabel_pendukung,
}


@dataclass(slots=True)
class HasilImpor:
    """What an import did, or would do: changes per sheet, problems, and whether it was stored."""

    berkas: str
    perubahan: dict[str, Perubahan] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)
    disimpan: bool = False

    @property
    def ditolak(self) -> bool:
        """Whether any problem rejects the file."""
        return any(t.tingkat is Tingkat.GALAT for t in self.temuan)

    @property
    def jumlah(self) -> Perubahan:
        """All sheets together."""
        return sum(self.perubahan.values(), Perubahan())


def import_buku(
    *,
    berkas: Path,
    pada: datetime.datetime,
    oleh: Pelaku = BARIS_PERINTAH,
    dry_run: bool = False,
    lapor: Lapor = lambda *_: None,
) -> HasilImpor:
    """Read, check and store a workbook in one transaction; one entry of the trail, with the hash of its rows.

    Nothing is stored when a problem of tingkat GALAT is found or with `dry_run`. Raises BerkasDitolak when
    the file cannot be read at all, AksesDitolak when `oleh` may not change the data of the whole instansi.
    """
    sebutan = authorize(oleh, Izin.KELOLA_DATA, None, pada=pada)
    lapor("membaca", 0, len(BUKU) + 1)
    isi, temuan = baca_buku(berkas)
    hasil = HasilImpor(berkas.name, temuan=temuan)
    try:
        with transaction.atomic():
            impor = _simpan(hasil, isi, berkas, pada, lapor)
            hasil.disimpan = not (dry_run or hasil.ditolak)
            if hasil.disimpan and impor:
                _catat(impor, sebutan)
            if not hasil.disimpan:
                transaction.set_rollback(True)
    except (IntegrityError, DataError) as galat:
        # What the checks of the sheets did not foresee; unless it follows from what they did find.
        hasil.disimpan = False
        if not hasil.ditolak:
            aturan = f"Basis data menolak isi buku kerja ini ({str(galat).splitlines()[0]})."
            hasil.temuan.append(Temuan("", "", "", aturan, "Periksa baris yang bertentangan."))
    hasil.temuan.sort(key=susun)
    lapor("selesai", len(BUKU) + 1, len(BUKU) + 1)
    return hasil


def _simpan(
    hasil: HasilImpor, isi: dict[str, IsiLembar], berkas: Path, pada: datetime.datetime, lapor: Lapor
) -> Impor | None:
    """Store all sheets; the event, or None when nothing changed."""
    impor = Impor.objects.create(berkas=_nama_tersimpan(berkas), sha256=_hash(berkas), pada=pada)
    cacat = set().union(*(satu.cacat for satu in isi.values()))
    gelap = {nama for nama, satu in isi.items() if not satu.letak}
    cakupan = list_cakupan_beku(pada)
    konteks = Konteks(impor, cacat=cacat, gelap=gelap, temuan=hasil.temuan)
    for langkah, lembar in enumerate(BUKU, 1):
        lapor(lembar.nama, langkah, len(BUKU) + 1)
        if lembar.nama in isi:
            konteks.siapkan(isi[lembar.nama])
            with refuse_beku(konteks, isi[lembar.nama], cakupan):
                hasil.perubahan[lembar.nama] = _PENERJEMAH[lembar](konteks, isi[lembar.nama])
            konteks.rujukan.lupakan()
    jumlah = hasil.jumlah
    if not (jumlah.baru or jumlah.berubah):
        # The same file once more is no event.
        impor.delete()
        return None
    impor.ringkasan = {n: [p.baru, p.berubah, p.sama] for n, p in hasil.perubahan.items()}
    impor.save(update_fields=["ringkasan"])
    return impor


def _catat(impor: Impor, sebutan: str) -> None:
    """The SHA-256 of the file is the digest of its rows: whoever keeps the file can prove what was imported."""
    menjadi = {"berkas": impor.berkas, "sha256": impor.sha256, "perubahan": impor.ringkasan}
    peristiwa = Peristiwa("data.impor", sebut_objek(Impor, impor.sha256), menjadi=menjadi)
    record(peristiwa, oleh=sebutan, pada=impor.pada)


def _nama_tersimpan(berkas: Path) -> str:
    """A file name need not be text; what is no UTF-8 becomes question marks."""
    return berkas.name.encode(errors="replace").decode()[:255]


def _hash(berkas: Path) -> str:
    with berkas.open("rb") as aliran:
        return hashlib.file_digest(aliran, "sha256").hexdigest()
