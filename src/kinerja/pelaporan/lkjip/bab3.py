"""Bab III A: what was achieved, from the whole office down to each indikator."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kinerja.dasar.cetak import cetak_persen
from kinerja.dokumen.model import (
    BaganBatang,
    BaganPohon,
    Bagian,
    Baris,
    Blok,
    Deret,
    Gambar,
    Kolom,
    Rujukan,
    Simpul,
    Tabel,
    daftar,
    paragraf,
)
from kinerja.organisasi.models import UnitEselonI
from kinerja.pelaporan.kelengkapan import KEHADIRAN, KEPEGAWAIAN
from kinerja.pelaporan.lkjip.anggaran import compose_anggaran, compose_kinerja_anggaran
from kinerja.pelaporan.lkjip.bab2 import group_unit
from kinerja.pelaporan.lkjip.blok import celah, gabung_kata, list_tabel_pendukung, tulis_narasi
from kinerja.pelaporan.lkjip.indikator import compose_indikator
from kinerja.pelaporan.queries import DataLaporan
from kinerja.pengukuran.cetak import cetak_capaian, cetak_realisasi, cetak_target, tandai, tandai_sasaran
from kinerja.pengukuran.queries import HasilIndikator, HasilSasaran

_SERATUS = Decimal(100)
_LAIN = (
    ("e_performance", "Pelaporan E-Performance"),
    ("target_kinerja", "Target Kinerja"),
    ("e_monev", "E-Monev Bappenas"),
    ("prioritas_nasional", "Kegiatan Prioritas Nasional"),
)


def compose_bab3(data: DataLaporan) -> Bagian:
    """Bab III Akuntabilitas Kinerja."""
    return Bagian(
        "bab-3",
        "Akuntabilitas Kinerja",
        anak=(
            Bagian("capaian", "Capaian Kinerja Organisasi", tuple(_pengantar(data)), tuple(_per_unit(data))),
            compose_anggaran(data),
            compose_kinerja_anggaran(data),
            Bagian("capaian-lain", "Capaian Kinerja Lainnya", anak=tuple(_capaian_lain(data))),
        ),
    )


def list_hasil(data: DataLaporan) -> list[HasilIndikator]:
    """Every indikator of the report in order."""
    return [h for s in data.kinerja for h in s.indikator]


def list_gagal(data: DataLaporan) -> list[HasilIndikator]:
    """Indicators that missed their target, worst first."""
    gagal = [h for h in list_hasil(data) if h.kini.capaian.tercapai is False]
    return sorted(gagal, key=lambda h: h.kini.capaian.nilai or Decimal(0))


def _pengantar(data: DataLaporan) -> Iterator[Blok]:
    yield from tulis_narasi(data, "capaian_pengantar", "Pengantar capaian kinerja")
    yield from _rumus(data)
    yield paragraf(describe_keseluruhan(data))
    yield make_tabel_sasaran(data)
    yield make_bagan_sasaran(data)
    yield make_tabel_gagal(data)


def _rumus(data: DataLaporan) -> Iterator[Blok]:
    aturan = {h.kini.capaian.aturan.kode: h.kini.capaian.aturan for h in list_hasil(data)}
    yield paragraf("Rumus capaian yang dipakai:")
    yield daftar(*(f"{a.rumus} — {a.dasar_hukum}." for a in aturan.values()))
    yield paragraf(
        "Capaian sasaran adalah rata-rata capaian indikatornya; indikator yang tidak tercapai dan yang tanpa nilai "
        "selalu disebut di sampingnya. Seluruh angka dihitung tanpa pembulatan dan dibulatkan hanya saat dicetak."
    )


def describe_keseluruhan(data: DataLaporan) -> str:
    """How many indicators reached their target, missed it, or have no value."""
    semua = list_hasil(data)
    tercapai = sum(h.kini.capaian.tercapai is True for h in semua)
    gagal = sum(h.kini.capaian.tercapai is False for h in semua)
    tanpa = len(semua) - tercapai - gagal
    kalimat = (
        f"Dari {len(semua)} indikator pada {len(data.kinerja)} sasaran kegiatan, {tercapai} indikator mencapai target "
        f"dan {gagal} tidak"
    )
    if tanpa:
        kalimat += f"; {tanpa} indikator tidak mempunyai nilai capaian"
    ragu = sum(bool(h.indikator.polaritas_usulan) for h in semua)
    if ragu:
        kalimat += f". Hasil {ragu} indikator bergantung pada polaritas yang masih perlu dipastikan (lihat Lampiran 3)"
    return kalimat + "."


def make_tabel_sasaran(
    data: DataLaporan, kunci: str = "tabel-capaian-sasaran", *, per_unit: bool = True
) -> Tabel:
    """Capaian of each sasaran with its failed and missing indicators."""
    baris: list[Baris] = []
    for unit, sasaran in group_unit(data.kinerja):
        if per_unit:
            baris.append(Baris((unit.nama,), "kelompok"))
        baris += [
            Baris((s.sasaran.kode, s.sasaran.teks, cetak_capaian_sasaran(s), describe_kekurangan(s)))
            for s in sasaran
        ]
    return Tabel(
        kunci,
        f"Capaian sasaran kegiatan tahun {data.tahun}",
        (
            Kolom("Kode", 14),
            Kolom("Sasaran kegiatan", 52),
            Kolom("Capaian", 16, "kanan"),
            Kolom("Tidak tercapai atau tanpa nilai", 28),
        ),
        tuple(baris),
        catatan=" ".join(_list_catatan(data.kinerja)),
    )


def _list_catatan(kinerja: Iterable[HasilSasaran]) -> Iterator[str]:
    """What a mean does not show by itself: floored and missing indicators."""
    for s in kinerja:
        if s.capaian.catatan:
            yield f"{s.sasaran.kode}: {s.capaian.catatan}"
        for h in s.indikator:
            if h.kini.capaian.nilai is not None and h.kini.capaian.catatan:
                yield f"{h.indikator.kode}: {h.kini.capaian.catatan}"


def cetak_capaian_sasaran(s: HasilSasaran) -> str:
    """ "103,39%", or a dash when no indikator has a value."""
    return "–" if s.capaian.nilai is None else cetak_persen(s.capaian.nilai)


def describe_kekurangan(s: HasilSasaran) -> str:
    """Which indicators failed or have no value."""
    bagian = []
    if s.capaian.gagal:
        bagian.append("tidak tercapai: " + ", ".join(s.indikator[i].indikator.kode for i in s.capaian.gagal))
    if s.capaian.tanpa_nilai:
        bagian.append(
            "tanpa nilai: " + ", ".join(s.indikator[i].indikator.kode for i in s.capaian.tanpa_nilai)
        )
    return "; ".join(bagian) or "tidak ada"


def make_bagan_sasaran(data: DataLaporan) -> Gambar:
    """Bars of all sasaran against 100 %."""
    nilai = tuple(s.capaian.nilai for s in data.kinerja)
    label = tuple(
        cetak_capaian_sasaran(s) + (f" ({len(s.capaian.gagal)} tidak tercapai)" if s.capaian.gagal else "")
        for s in data.kinerja
    )
    return Gambar(
        "gambar-capaian-sasaran",
        f"Capaian sasaran kegiatan tahun {data.tahun}",
        "Diagram batang capaian per sasaran: "
        + "; ".join(f"{s.sasaran.kode} {label[n]}" for n, s in enumerate(data.kinerja))
        + ".",
        BaganBatang(
            tuple(s.sasaran.kode for s in data.kinerja),
            (Deret("Capaian", nilai),),
            (label,),
            "%",
            garis_acuan=_SERATUS,
            label_acuan="100%",
            mendatar=True,
            status=tuple(tandai_sasaran(s.capaian).kode for s in data.kinerja),
        ),
    )


_KOLOM_CAPAIAN = (
    Kolom("Kode", 14),
    Kolom("Indikator kinerja kegiatan", 42),
    Kolom("Target", 14, "kanan"),
    Kolom("Realisasi", 26, "kanan"),
    Kolom("Capaian", 14, "kanan"),
)


def _baris_capaian(h: HasilIndikator) -> Baris:
    return Baris(
        (
            h.indikator.kode,
            h.indikator.nama,
            cetak_target(h.kini.target, h.indikator.satuan),
            cetak_realisasi(h.kini, h.indikator.satuan),
            cetak_capaian(h.kini.capaian),
        )
    )


def make_tabel_gagal(data: DataLaporan, kunci: str = "tabel-gagal") -> Tabel:
    """Indicators below target, worst first."""
    baris = tuple(_baris_capaian(h) for h in list_gagal(data))
    return Tabel(
        kunci,
        f"Indikator yang tidak mencapai target tahun {data.tahun}",
        _KOLOM_CAPAIAN,
        baris or (Baris(("Semua indikator yang bernilai mencapai target.",), "kelompok"),),
    )


def _per_unit(data: DataLaporan) -> Iterator[Bagian]:
    for unit, sasaran in group_unit(data.kinerja):
        kunci = unit.kode.lower()
        jumlah = sum(len(s.indikator) for s in sasaran)
        yield Bagian(
            f"capaian-{kunci}",
            f"Capaian Kinerja {unit.nama}",
            (
                paragraf(
                    f"{unit.nama} mempunyai {len(sasaran)} sasaran kegiatan dengan {jumlah} indikator; "
                    "ringkasannya pada ",
                    Rujukan(f"tabel-capaian-{kunci}"),
                    ".",
                ),
                _tabel_unit(data, unit, sasaran),
            ),
            tuple(_per_sasaran(data, sasaran)),
        )


def _tabel_unit(data: DataLaporan, unit: UnitEselonI, sasaran: Sequence[HasilSasaran]) -> Tabel:
    baris: list[Baris] = []
    for s in sasaran:
        baris.append(Baris((f"{s.sasaran.kode} {s.sasaran.teks}",), "kelompok"))
        baris += map(_baris_capaian, s.indikator)
        baris.append(Baris(("", "Rata-rata capaian sasaran", "", "", cetak_capaian_sasaran(s)), "jumlah"))
    return Tabel(
        f"tabel-capaian-{unit.kode.lower()}",
        f"Capaian kinerja {unit.nama} tahun {data.tahun}",
        _KOLOM_CAPAIAN,
        tuple(baris),
        catatan=" ".join(_list_catatan(sasaran)),
    )


def _per_sasaran(data: DataLaporan, sasaran: Sequence[HasilSasaran]) -> Iterator[Bagian]:
    for nomor, s in enumerate(sasaran, 1):
        kunci = s.sasaran.kode.lower()
        kekurangan = describe_kekurangan(s)
        tambahan = "" if kekurangan == "tidak ada" else f" ({kekurangan})"
        bernilai = len(s.indikator) - len(s.capaian.tanpa_nilai)
        rata = (
            f"Capaian sasaran ini {cetak_capaian_sasaran(s)}, rata-rata dari {bernilai} indikator{tambahan}."
        )
        yield Bagian(
            f"sasaran-{kunci}",
            f"Sasaran Kegiatan {nomor}: {s.sasaran.teks}",
            (
                paragraf(rata if bernilai else f"Capaian sasaran ini tidak dapat dihitung{tambahan}."),
                *(paragraf(c) for c in _list_catatan([s]) if bernilai),
                _pohon(s, nomor),
            ),
            bernomor=False,
        )
        for h in s.indikator:
            yield compose_indikator(data, h)


def _pohon(s: HasilSasaran, nomor: int) -> Gambar:
    anak = tuple(
        Simpul(
            h.indikator.nama,
            f"{h.indikator.kode}: capaian {cetak_capaian(h.kini.capaian)}",
            tandai(h.kini.capaian).kode,
        )
        for h in s.indikator
    )
    return Gambar(
        f"gambar-pohon-{s.sasaran.kode.lower()}",
        f"Sasaran Kegiatan {nomor} {s.sasaran.unit.nama} dan indikatornya",
        f"Bagan pohon: sasaran {s.sasaran.teks} diukur dengan "
        + gabung_kata([h.indikator.nama for h in s.indikator])
        + ".",
        BaganPohon(Simpul(s.sasaran.teks, s.sasaran.kode, anak=anak)),
    )


def _capaian_lain(data: DataLaporan) -> Iterator[Bagian]:
    for bagian, judul in _LAIN:
        isi = (*tulis_narasi(data, bagian, judul), *list_tabel_pendukung(data, bagian))
        yield Bagian(f"lain-{bagian.replace('_', '-')}", judul, isi)
    kehadiran = list_tabel_pendukung(data, "kehadiran") or (celah(KEHADIRAN, KEPEGAWAIAN),)
    yield Bagian("lain-kehadiran", "Kedisiplinan Pegawai", kehadiran)
