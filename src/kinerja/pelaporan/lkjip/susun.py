"""The whole LKjIP as a document."""

from kinerja.dokumen.model import Bagian, Dokumen
from kinerja.dokumen.sidik import stamp_kode
from kinerja.dokumen.tulisan import raise_subjudul
from kinerja.pelaporan.lkjip.bab1 import compose_bab1, compose_pengantar
from kinerja.pelaporan.lkjip.bab2 import compose_bab2
from kinerja.pelaporan.lkjip.bab3 import compose_bab3
from kinerja.pelaporan.lkjip.blok import name_bulan_laporan
from kinerja.pelaporan.lkjip.penutup import compose_bab4, compose_ikhtisar, compose_lampiran
from kinerja.pelaporan.queries import DataLaporan


def compose_lkjip(data: DataLaporan, lampiran_lain: tuple[Bagian, ...] = ()) -> Dokumen:
    """Compose the report; the same facts give the same document, to the last character.

    `lampiran_lain` are annexes of other rooms, printed after our own.
    """
    depan, bab, lampiran = (
        tuple(map(raise_subjudul, bagian))
        for bagian in (
            (compose_pengantar(data), compose_ikhtisar(data)),
            (compose_bab1(data), compose_bab2(data), compose_bab3(data), compose_bab4(data)),
            compose_lampiran(data) + lampiran_lain,
        )
    )
    dokumen = Dokumen(
        judul="Laporan Kinerja Instansi Pemerintah",
        subjudul=f"Tahun {data.tahun}",
        instansi=data.nama,
        tahun=data.tahun,
        tempat_tanggal=name_bulan_laporan(data.tahun),
        kode="",
        depan=depan,
        bab=bab,
        lampiran=lampiran,
    )
    return stamp_kode(dokumen)
