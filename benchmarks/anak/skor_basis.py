"""`skor_basis KALI KANTOR`: all scores of a year from stored facts, read and explained; the last line is JSON."""

import datetime
import json
import sys
import time
from collections.abc import Iterator, Sequence

import django

django.setup()

from django.core.management import call_command  # noqa: E402 models need a configured Django
from django.db import connection  # noqa: E402
from tests.aturan.skor.acak import Kantor, make_kantor  # noqa: E402

from kinerja.anggaran.masukan import read_masukan  # noqa: E402
from kinerja.anggaran.models import (  # noqa: E402
    AnggaranBulanan,
    CapaianOutput,
    Kontrak,
    PaguBelanja,
    RevisiDipa,
    RincianOutput,
    SkorAnggaran,
    Spm,
    UangPersediaan,
)
from kinerja.anggaran.queries import list_skor  # noqa: E402
from kinerja.anggaran.uraian import iterate_uraian  # noqa: E402
from kinerja.aturan.skor.ikpa.masukan import UpTup  # noqa: E402
from kinerja.organisasi.models import RiwayatSatker, Satker  # noqa: E402

TAHUN = 2023
AWAL = datetime.date(2022, 12, 1)


def isi(banyak: int) -> list[RiwayatSatker]:
    """An empty database gets so many satker with a year of facts of every kind and two published scores."""
    call_command("migrate", verbosity=0)
    induk = Satker.objects.create(kunci="kanwil", jenis="kanwil")
    _daftar(induk, None)
    satker = Satker.objects.bulk_create(Satker(kunci=f"satker-{n:04}", jenis="lapas") for n in range(banyak))
    riwayat = [_daftar(s, induk) for s in satker]
    kantor = [make_kantor(n, TAHUN) for n in range(banyak)]
    pasangan = list(zip(satker, kantor, strict=True))
    for model, buat in (
        (AnggaranBulanan, _bulanan),
        (Kontrak, _kontrak),
        (Spm, _spm),
        (UangPersediaan, _uang),
        (SkorAnggaran, _skor),
    ):
        model.objects.bulk_create((b for s, k in pasangan for b in buat(s, k)), batch_size=2_000)
    for s, k in pasangan:
        _isi_bertingkat(s, k)
    with connection.cursor() as kursor:
        kursor.execute("ANALYZE")
    return riwayat


def _daftar(satker: Satker, induk: Satker | None) -> RiwayatSatker:
    return RiwayatSatker.objects.create(
        satker=satker,
        nama=satker.kunci,
        nama_singkat=satker.kunci,
        induk=induk,
        berlaku_dari=datetime.date(2020, 1, 1),
    )


def _bulanan(s: Satker, k: Kantor) -> Iterator[AnggaranBulanan]:
    for b in k.ikpa.belanja:
        for ukuran, nilai in (("rpd", b.rencana), ("realisasi", b.realisasi)):
            yield AnggaranBulanan(
                satker=s, tahun=TAHUN, bulan=b.bulan, ukuran=ukuran, jenis=b.jenis.value, nilai=nilai
            )


def _kontrak(s: Satker, k: Kantor) -> Iterator[Kontrak]:
    for n in k.ikpa.kontrak:
        yield Kontrak(
            satker=s,
            tahun=TAHUN,
            nomor=n.nomor,
            jenis=n.jenis.value,
            nilai=n.nilai,
            tanggal=n.ditandatangani,
            didaftarkan=n.didaftarkan,
            dibayar=n.sp2d if n.sekaligus else None,
        )


def _spm(s: Satker, k: Kantor) -> Iterator[Spm]:
    for n in k.ikpa.spm:
        diterima = min(n.diterima, k.ikpa.per)
        yield Spm(
            satker=s,
            tahun=TAHUN,
            nomor=n.nomor,
            jenis="ls_kontraktual",
            belanja=n.jenis.value,
            nilai=1,
            bast=n.selesai,
            diterima=diterima,
        )


def _uang(s: Satker, k: Kantor) -> Iterator[UangPersediaan]:
    up: UpTup | None = k.ikpa.up_tup
    if up is None:
        return
    yield UangPersediaan(
        satker=s, tahun=TAHUN, nomor="UP", jenis="up", tanggal=datetime.date(TAHUN, 1, 9), nilai=up.up
    )
    for p in up.pertanggungjawaban:
        jenis = p.jenis.value.lower()
        yield UangPersediaan(
            satker=s, tahun=TAHUN, nomor=p.nomor, jenis=jenis, mulai=p.mulai, tanggal=p.selesai, nilai=p.nilai
        )


def _skor(s: Satker, _k: Kantor) -> Iterator[SkorAnggaran]:
    for instrumen in ("smart", "ikpa"):
        yield SkorAnggaran(satker=s, tahun=TAHUN, instrumen=instrumen, unsur=SkorAnggaran.NILAI, nilai=90)


def _isi_bertingkat(s: Satker, k: Kantor) -> None:
    """The DIPA with its revisions, and outputs with their monthly reports."""
    tanggal = [AWAL, *sorted(r.tanggal for r in k.ikpa.revisi if r.tanggal.year == TAHUN)]
    revisi = RevisiDipa.objects.bulk_create(
        RevisiDipa(satker=s, tahun=TAHUN, nomor=n, tanggal=hari, kode="211" if n else "")
        for n, hari in enumerate(tanggal)
    )
    awal = {p.jenis: p for p in reversed(k.ikpa.pagu)}
    PaguBelanja.objects.bulk_create(
        PaguBelanja(revisi=r, jenis=j.value, pagu=p.pagu, blokir=p.blokir)
        for r in revisi
        for j, p in awal.items()
    )
    rincian = RincianOutput.objects.bulk_create(
        RincianOutput(satker=s, tahun=TAHUN, kode=o.kode, nama=o.kode, volume=o.volume, pagu=1)
        for o in k.ikpa.keluaran
    )
    CapaianOutput.objects.bulk_create(
        CapaianOutput(
            rincian=r,
            bulan=n.bulan,
            volume=n.rvro,
            progres=n.pcro,
            target_progres=n.tpcro,
            dilaporkan=n.dilaporkan,
            terkonfirmasi=n.terkonfirmasi,
        )
        for r, o in zip(rincian, k.ikpa.keluaran, strict=True)
        for n in o.laporan
    )


def score_semua(riwayat: Sequence[RiwayatSatker]) -> int:
    """Read the facts, compute and explain SMART, IKPA and NKA of every satker; how many scores."""
    return sum(
        hasil is not None and hasil.nilai is not None
        for satu in iterate_uraian(list_skor(riwayat, TAHUN), TAHUN)
        for hasil in (satu.smart.fakta, satu.ikpa.fakta, satu.nka)
    )


def ukur(kali: int, kerja: object, *isi: object) -> list[tuple[float, float]]:
    """Seconds of each run: on the wall and of the processor."""
    hasil = []
    for _ in range(kali):
        mulai, cpu = time.perf_counter(), time.process_time()
        kerja(*isi)  # type: ignore[operator]
        hasil.append((time.perf_counter() - mulai, time.process_time() - cpu))
    return hasil


def main(kali: int, banyak: int) -> None:
    riwayat = isi(banyak)
    nomor = [r.satker_id for r in riwayat]
    hasil = {
        "basis": ukur(kali, score_semua, riwayat),
        "baca": ukur(kali, read_masukan, nomor, TAHUN),
        "skor": score_semua(riwayat),
    }
    sys.stdout.write(json.dumps(hasil) + "\n")


main(int(sys.argv[1]), int(sys.argv[2]))
