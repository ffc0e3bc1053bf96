"""The office's page as a workbook and a PDF: the rows it shows, filtered as it is."""

from collections.abc import Iterator, Sequence

from kinerja.antarmuka.web.bahasa import dalam_bahasa_laporan
from kinerja.antarmuka.web.kepala import Kepala
from kinerja.antarmuka.web.sajian.berkas_papan import BerkasPapan
from kinerja.antarmuka.web.sajian.dasbor import BarisSasaran, Dasbor
from kinerja.aturan.perkiraan import RUMUS
from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.buku import Isi, KolomBuku, LembarBuku
from kinerja.pelaporan.lkjip.blok import name_penanggung_jawab
from kinerja.pengukuran.cetak import cetak_target, tandai
from kinerja.pengukuran.perjalanan import BulanKantor, Ramalan
from kinerja.pengukuran.queries import HasilIndikator

_INDIKATOR = (
    KolomBuku("Kode", 12),
    KolomBuku("Indikator", 60),
    KolomBuku("Satuan", 12),
    KolomBuku("Target", 14),
)
PERKIRAAN = "Perkiraan, bukan realisasi"


@dalam_bahasa_laporan
def susun_berkas_dasbor(kepala: Kepala, dasbor: Dasbor) -> BerkasPapan:
    """Everything the page shows as tables, with its two pictures."""
    gagal = _ke_lembar_indikator("Belum tercapai", dasbor.gagal)
    tanpa = _ke_lembar_indikator("Tanpa nilai", dasbor.tanpa_nilai)
    lukisan = [s for s in (dasbor.arah.lukisan, dasbor.bagan_anggaran) if s is not None]
    return BerkasPapan(
        judul=f"Papan Kinerja {kepala.kantor.nama}",
        keterangan=_terangkan(dasbor),
        nama=f"papan-{kepala.kunci}-{kepala.tahun}",
        tahun=kepala.tahun,
        lukisan=tuple(lukisan),
        di_muka=2,
        lembar=(
            gagal,
            tanpa,
            _ke_lembar_sasaran(dasbor.sasaran),
            _ke_lembar_bulan(dasbor.arah.perjalanan.bulan),
            _ke_lembar_ramalan(dasbor.arah.perjalanan.ramalan),
        ),
    )


def _terangkan(d: Dasbor) -> str:
    r = d.ringkasan
    batas = [d.unit_dipilih.nama] if d.unit_dipilih else []
    batas += [d.sasaran_dipilih.kode] if d.sasaran_dipilih else []
    batas += ["unit kerja pembaca"] if d.terbatas else []
    lingkup = f" Dibatasi pada {', '.join(batas)}." if batas else ""
    return (
        f"{r.tercapai} dari {r.jumlah} indikator mencapai target, {r.gagal} tidak, {r.tanpa_nilai} tanpa nilai."
        f"{lingkup}"
    )


def _ke_lembar_indikator(judul: str, hasil: Sequence[HasilIndikator]) -> LembarBuku:
    kolom = (
        *_INDIKATOR,
        KolomBuku("Realisasi", 14, "angka"),
        KolomBuku("Capaian", 12, "persen"),
        KolomBuku("Status", 18),
        KolomBuku("Penanggung jawab", 34),
    )
    return LembarBuku(judul, judul, kolom, tuple(tuple(_baris_indikator(h)) for h in hasil))


def _baris_indikator(h: HasilIndikator) -> Iterator[Isi]:
    yield from _sebut(h)
    yield h.kini.realisasi
    yield h.kini.capaian.nilai
    yield tandai(h.kini.capaian).kata
    yield name_penanggung_jawab(h.indikator)


def _sebut(h: HasilIndikator) -> tuple[str, str, str, str]:
    i = h.indikator
    return i.kode, i.nama, i.satuan, cetak_target(h.kini.target, i.satuan)


def _ke_lembar_sasaran(baris: Sequence[BarisSasaran]) -> LembarBuku:
    kolom = (
        KolomBuku("Kode", 12),
        KolomBuku("Sasaran", 60),
        KolomBuku("Indikator", 10, "angka"),
        KolomBuku("Tidak tercapai", 14),
        KolomBuku("Capaian", 12, "persen"),
        KolomBuku("Pagu", 18, "rupiah"),
        KolomBuku("Realisasi anggaran", 18, "rupiah"),
        KolomBuku("Serapan", 12, "persen"),
    )
    isi = tuple(
        (
            b.hasil.sasaran.kode,
            b.hasil.sasaran.teks,
            b.hasil.capaian.jumlah,
            ", ".join(h.indikator.kode for h in b.gagal),
            b.hasil.capaian.nilai,
            b.anggaran.anggaran.pagu if b.anggaran else None,
            b.anggaran.anggaran.realisasi if b.anggaran else None,
            b.anggaran.anggaran.persen if b.anggaran else None,
        )
        for b in baris
    )
    return LembarBuku("Anggaran dan kinerja", "Capaian dan serapan anggaran tiap sasaran", kolom, isi)


def _ke_lembar_bulan(bulan: Sequence[BulanKantor]) -> LembarBuku:
    kolom = (
        KolomBuku("Sampai dengan", 16),
        KolomBuku("Indikator terukur", 12, "angka"),
        KolomBuku("Mencapai target setahun", 14, "angka"),
        KolomBuku("Rata-rata capaian", 14, "persen"),
    )
    isi = tuple((nama_bulan(b.bulan), b.berdata, b.tercapai, b.rata.nilai) for b in bulan)
    catatan = "Target setahun penuh; hanya indikator yang diisi bulanan."
    return LembarBuku("Tren bulanan", "Capaian sampai dengan tiap bulan", kolom, isi, catatan)


def _ke_lembar_ramalan(ramalan: Sequence[Ramalan]) -> LembarBuku:
    kolom = (
        *_INDIKATOR,
        KolomBuku("Bulan terisi", 10, "angka"),
        KolomBuku("Realisasi sampai kini", 14, "angka"),
        KolomBuku("Perkiraan akhir tahun", 14, "angka"),
        KolomBuku("Perkiraan capaian", 14, "persen"),
        KolomBuku("Rumus", 50),
    )
    isi = tuple(
        (
            *_sebut(r.hasil), r.bulan_terisi, r.hasil.kini.realisasi, r.perkiraan.nilai, r.capaian.nilai,
            r.perkiraan.rumus,
        )
        for r in ramalan
    )  # fmt: skip
    catatan = f"{PERKIRAAN}. {'; '.join(RUMUS.values())}."
    return LembarBuku("Perkiraan", "Perkiraan akhir tahun dengan laju sekarang", kolom, isi, catatan)
