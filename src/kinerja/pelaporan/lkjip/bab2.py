"""Bab II: the plan and the promise."""

from collections.abc import Callable, Iterable, Iterator

from kinerja.dasar.cetak import cetak_rupiah, cetak_tanggal
from kinerja.dokumen.model import Bagian, Baris, Blok, Kolom, Rujukan, Tabel, daftar, paragraf
from kinerja.organisasi.models import UnitEselonI
from kinerja.pelaporan.kelengkapan import MISI
from kinerja.pelaporan.lkjip.blok import beri_nomor, celah, tebal, tulis_narasi
from kinerja.pelaporan.queries import DataLaporan
from kinerja.pengukuran.cetak import TIDAK_ADA, cetak_target
from kinerja.pengukuran.queries import HasilSasaran
from kinerja.perencanaan.models import Indikator, Target, TingkatSasaran
from kinerja.perencanaan.rencana import name_jabatan


def compose_bab2(data: DataLaporan) -> Bagian:
    """Bab II Perencanaan Kinerja."""
    return Bagian(
        "bab-2",
        "Perencanaan Kinerja",
        anak=(
            Bagian("renstra", "Rencana Strategis", tuple(_renstra(data)), tuple(_rencana_unit(data))),
            Bagian("perjanjian", "Perjanjian Kinerja", tuple(_perjanjian(data))),
            # Last, because its table lies on landscape pages and the next chapter begins a new page anyhow.
            Bagian("iku", "Indikator Kinerja Utama", tuple(_iku(data))),
        ),
    )


def group_unit(kinerja: Iterable[HasilSasaran]) -> list[tuple[UnitEselonI, list[HasilSasaran]]]:
    """Sasaran by unit Eselon I, in the order of the plan."""
    hasil: dict[int, tuple[UnitEselonI, list[HasilSasaran]]] = {}
    for satu in kinerja:
        hasil.setdefault(satu.sasaran.unit_id, (satu.sasaran.unit, []))[1].append(satu)
    return list(hasil.values())


def _renstra(data: DataLaporan) -> Iterator[Blok]:
    renstra = data.renstra
    yield from tulis_narasi(data, "renstra_pengantar", "Pengantar Rencana Strategis")
    yield paragraf(f"Laporan ini berpijak pada {renstra.nama} ({renstra.dasar_hukum}).")
    yield paragraf(tebal("Visi. "), renstra.visi)
    misi = [m.teks for m in renstra.misi.all()]
    if misi:
        yield paragraf(tebal("Misi."))
        yield daftar(*misi, bernomor=True)
    else:
        yield celah(MISI)
    yield from tulis_narasi(data, "nilai_organisasi", "Nilai organisasi")


def _rencana_unit(data: DataLaporan) -> Iterator[Bagian]:
    for unit, sasaran in group_unit(data.kinerja):
        yield Bagian(
            f"rencana-{unit.kode.lower()}",
            unit.nama,
            (_tabel_rencana(data, unit, sasaran),),
        )


def _tabel_rencana(data: DataLaporan, unit: UnitEselonI, sasaran: list[HasilSasaran]) -> Tabel:
    pagu = {a.sasaran.pk: a.pagu_awal for a in data.anggaran}
    baris: list[Baris] = []
    for s in sasaran:
        awal = pagu.get(s.sasaran.pk)
        tambahan = f" — pagu awal {cetak_rupiah(awal)}" if awal is not None else ""
        baris.append(Baris((f"{s.sasaran.teks}{tambahan}",), "kelompok"))
        baris += [
            Baris(
                (
                    h.indikator.kode,
                    h.indikator.nama,
                    cetak_target(h.target_renstra, h.indikator.satuan),
                    cetak_target(h.kini.target, h.indikator.satuan),
                )
            )
            for h in s.indikator
        ]
    return Tabel(
        f"tabel-rencana-{unit.kode.lower()}",
        f"Sasaran kegiatan, indikator, dan target {unit.nama} tahun {data.tahun}",
        (
            Kolom("Kode", 16),
            Kolom("Indikator kinerja kegiatan", 60),
            Kolom("Target Renstra", 20, "kanan"),
            Kolom("Target PK", 18, "kanan"),
        ),
        tuple(baris),
    )


def _iku(data: DataLaporan) -> Iterator[Blok]:
    janji = _janji_kegiatan(data)
    yield paragraf(
        f"Keberhasilan {data.nama} tahun {data.tahun} diukur dengan {len(janji)} indikator pada ",
        Rujukan("tabel-iku"),
        ". Definisi dan cara penggabungan tiap indikator dimuat bersama capaiannya pada ",
        Rujukan("bab-3"),
        ".",
    )
    yield Tabel(
        "tabel-iku",
        f"Indikator kinerja utama {data.nama} tahun {data.tahun}",
        (
            Kolom("No.", 6, "tengah"),
            Kolom("Indikator kinerja", 36),
            Kolom("Satuan", 11),
            Kolom("Rumus atau definisi", 46),
            Kolom("Sumber data", 34),
            Kolom("Penanggung jawab", 34),
            Kolom(f"Target {data.tahun}", 19, "kanan"),
        ),
        tuple(
            _kelompokkan(
                janji,
                lambda nomor, satu: (
                    str(nomor),
                    satu.indikator.nama,
                    satu.indikator.satuan,
                    satu.indikator.rumus or satu.indikator.definisi or TIDAK_ADA,
                    satu.indikator.sumber_data or TIDAK_ADA,
                    _name_jabatan(data, satu.indikator) or TIDAK_ADA,
                    cetak_target(satu, satu.indikator.satuan),
                ),
            )
        ),
        mendatar=True,
    )


def _name_jabatan(data: DataLaporan, indikator: Indikator) -> str:
    """The jabatan named for the indikator, else the head of the unit it belongs to."""
    return data.jabatan.get(indikator.pk) or name_jabatan(indikator.penanggung_jawab)


def _kelompokkan(janji: Iterable[Target], sel: Callable[[int, Target], tuple[str, ...]]) -> Iterator[Baris]:
    """Numbered rows under the sasaran they belong to."""
    sasaran = None
    for nomor, satu in enumerate(janji, 1):
        if satu.indikator.sasaran_id != sasaran:
            sasaran = satu.indikator.sasaran_id
            yield Baris((satu.indikator.sasaran.teks,), "kelompok")
        yield Baris(sel(nomor, satu))


def _perjanjian(data: DataLaporan) -> Iterator[Blok]:
    yield from tulis_narasi(data, "perjanjian_pengantar", "Pengantar Perjanjian Kinerja")
    if not data.perjanjian:
        yield celah(f"Perjanjian Kinerja tahun {data.tahun}")
        return
    yield Tabel(
        "tabel-perjanjian",
        f"Perjanjian Kinerja {data.nama} tahun {data.tahun}",
        (
            Kolom("No.", 6, "tengah"),
            Kolom("Pihak pertama", 36),
            Kolom("Pihak kedua", 32),
            Kolom("Tanggal", 18),
            Kolom("Anggaran", 22, "kanan"),
        ),
        beri_nomor(
            (
                p.pihak_pertama,
                p.pihak_kedua,
                cetak_tanggal(p.tanggal) if p.tanggal else TIDAK_ADA,
                cetak_rupiah(sum(a.nilai for a in p.anggaran.all())) if p.anggaran.all() else TIDAK_ADA,
            )
            for p in data.perjanjian
        ),
        catatan="Sasaran, indikator, target, dan anggaran tiap perjanjian dimuat pada Lampiran 1.",
    )
    yield _tabel_target(data)


def _tabel_target(data: DataLaporan) -> Tabel:
    baris = _kelompokkan(
        _janji_kegiatan(data),
        lambda nomor, satu: (
            str(nomor),
            satu.indikator.nama,
            cetak_target(satu, satu.indikator.satuan),
        ),
    )
    return Tabel(
        "tabel-target-pk",
        f"Target Perjanjian Kinerja tahun {data.tahun}",
        (Kolom("No.", 6, "tengah"), Kolom("Indikator kinerja kegiatan", 74), Kolom("Target", 22, "kanan")),
        tuple(baris),
    )


def _janji_kegiatan(data: DataLaporan) -> list[Target]:
    janji = [t for t in data.janji if t.indikator.sasaran.tingkat == TingkatSasaran.KEGIATAN]
    return sorted(janji, key=lambda t: (t.indikator.sasaran.unit.urutan, t.indikator.sasaran.urutan))
