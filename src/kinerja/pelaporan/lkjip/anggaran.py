"""Bab III B and C: the money, its efficiency, and the scores of the Ministry of Finance."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from kinerja.anggaran.models import Instrumen, SkorAnggaran
from kinerja.anggaran.queries import Serapan, SerapanBelanja, SerapanSasaran, SkorSatker, sum_serapan
from kinerja.anggaran.unsur import KONVERSI, UNSUR_IKPA, UNSUR_SMART
from kinerja.dasar.cetak import cetak_angka, cetak_persen, cetak_rupiah
from kinerja.dokumen.model import (
    BaganBatang,
    Bagian,
    Baris,
    Blok,
    Deret,
    Gambar,
    Kolom,
    Rujukan,
    Tabel,
    catatan,
    paragraf,
)
from kinerja.pelaporan.kelengkapan import ANGGARAN_BELANJA, ANGGARAN_SASARAN, KEUANGAN, name_celah_skor
from kinerja.pelaporan.lkjip.anggaran_bulanan import compose_bulanan
from kinerja.pelaporan.lkjip.anggaran_skor import UNSUR_TEGAK, compose_uraian
from kinerja.pelaporan.lkjip.blok import KOLOM_SERAPAN, celah, gabung_kata, sel_serapan, tulis_narasi
from kinerja.pelaporan.lkjip.indikator import (
    cetak_efisiensi,
    compute_efisiensi_indikator,
    compute_efisiensi_sasaran,
)
from kinerja.pelaporan.lkjip.kalimat import cetak_poin, describe_serapan
from kinerja.pelaporan.queries import DataLaporan
from kinerja.pengukuran.cetak import TIDAK_ADA, cetak_capaian
from kinerja.pengukuran.queries import HasilSasaran

_PENUH = Decimal(100)
_DIKENAL = {Instrumen.SMART: tuple(UNSUR_SMART), Instrumen.IKPA: (*UNSUR_IKPA, KONVERSI)}


def compose_anggaran(data: DataLaporan) -> Bagian:
    """Realisasi Anggaran."""
    return Bagian(
        "realisasi-anggaran",
        "Realisasi Anggaran",
        tulis_narasi(data, "anggaran_pengantar", "Pengantar realisasi anggaran"),
        (
            Bagian("anggaran-sasaran", "Anggaran menurut Sasaran Kegiatan", tuple(_per_sasaran(data))),
            Bagian("anggaran-belanja", "Anggaran menurut Jenis Belanja", tuple(_per_belanja(data))),
            Bagian("efisiensi", "Efisiensi Penggunaan Anggaran", tuple(_efisiensi(data))),
        ),
        halaman_baru=True,
    )


def _per_sasaran(data: DataLaporan) -> Iterator[Blok]:
    total = sum_serapan(a.anggaran for a in data.anggaran)
    if total is None:
        yield celah(ANGGARAN_SASARAN, KEUANGAN)
        return
    yield paragraf(describe_serapan(f"seluruh sasaran tahun {data.tahun}", total))
    baris: list[Baris] = []
    for unit in dict.fromkeys(a.sasaran.unit for a in data.anggaran):
        isi = [a for a in data.anggaran if a.sasaran.unit_id == unit.pk]
        baris.append(Baris((unit.nama,), "kelompok"))
        baris += [Baris((f"{a.sasaran.kode} {a.sasaran.teks}", *sel_serapan(a.anggaran))) for a in isi]
        jumlah = sum_serapan(a.anggaran for a in isi)
        if jumlah is not None and len(isi) > 1:
            baris.append(Baris((f"Jumlah {unit.nama}", *sel_serapan(jumlah)), "jumlah"))
    baris.append(Baris(("Jumlah seluruhnya", *sel_serapan(total)), "jumlah"))
    yield Tabel(
        "tabel-anggaran-sasaran",
        f"Pagu dan realisasi anggaran menurut sasaran kegiatan tahun {data.tahun}",
        (Kolom("Sasaran kegiatan", 50), *KOLOM_SERAPAN),
        tuple(baris),
        catatan=_catatan_lampaui(data.anggaran),
    )


def _catatan_lampaui(anggaran: Iterable[SerapanSasaran]) -> str:
    kode = [a.sasaran.kode for a in list_lampaui(anggaran)]
    if not kode:
        return ""
    return f"Realisasi melebihi pagu pada {gabung_kata(kode)}; angka ini sebagaimana tercatat dan perlu diperiksa."


def _per_belanja(data: DataLaporan) -> Iterator[Blok]:
    if not data.belanja:
        yield celah(ANGGARAN_BELANJA, KEUANGAN)
        return
    total = sum_serapan(b.kini for b in data.belanja)
    if total is not None:
        yield paragraf(describe_serapan(f"menurut jenis belanja tahun {data.tahun}", total))
        if beda := describe_beda_jumlah(data):
            yield paragraf(beda, " Lihat ", Rujukan("tabel-anggaran-sasaran"), ".")
    yield _tabel_belanja(data)
    yield _bagan_belanja(data)
    yield from _perubahan_belanja(data)
    if data.arus is not None:
        yield from compose_bulanan(data.arus)
    yield from _beda_terbit(data)


def describe_beda_jumlah(data: DataLaporan) -> str:
    """The two views of one budget should have one total; a reader is told when they have not."""
    belanja = sum_serapan(b.kini for b in data.belanja)
    sasaran = sum_serapan(a.anggaran for a in data.anggaran)
    if belanja is None or sasaran is None or sasaran == belanja:
        return ""
    pagu = _selisihkan(belanja.pagu, sasaran.pagu)
    realisasi = _selisihkan(belanja.realisasi, sasaran.realisasi)
    return (
        f"Jumlah menurut jenis belanja ini tidak sama dengan jumlah menurut sasaran kegiatan (pagu "
        f"{cetak_rupiah(sasaran.pagu)}, realisasi {cetak_rupiah(sasaran.realisasi)}): pagunya {pagu} dan realisasinya "
        f"{realisasi}."
    )


def list_lampaui(anggaran: Iterable[SerapanSasaran]) -> list[SerapanSasaran]:
    """The sasaran on which more was spent than was budgeted."""
    return [a for a in anggaran if a.anggaran.sisa < 0]


def _selisihkan(ini: int, itu: int) -> str:
    if ini == itu:
        return "sama besar"
    sebutan = "lebih besar" if ini > itu else "lebih kecil"
    return f"{cetak_rupiah(abs(ini - itu))} {sebutan}"


def _tabel_belanja(data: DataLaporan) -> Tabel:
    lalu, kini = data.tahun - 1, data.tahun
    baris: list[Baris] = []
    for b in data.belanja:
        baris.append(Baris((b.nama,), "kelompok"))
        baris.append(_baris_belanja(lalu, b.lalu, TIDAK_ADA))
        baris.append(_baris_belanja(kini, b.kini, _cetak_target(b)))
    for tahun, serapan in (
        (lalu, sum_serapan(b.lalu for b in data.belanja)),
        (kini, sum_serapan(b.kini for b in data.belanja)),
    ):
        jumlah = _baris_belanja(tahun, serapan, "")
        baris.append(Baris((f"Jumlah {jumlah.sel[0]}", *jumlah.sel[1:]), "jumlah"))
    return Tabel(
        "tabel-anggaran-belanja",
        f"Pagu dan realisasi menurut jenis belanja tahun {lalu} dan {kini}",
        (Kolom("Tahun", 16), *KOLOM_SERAPAN, Kolom("Target serapan", 12, "kanan")),
        tuple(baris),
    )


def _baris_belanja(tahun: int, serapan: Serapan | None, target: str) -> Baris:
    sel = (TIDAK_ADA,) * 4 if serapan is None else sel_serapan(serapan)
    return Baris((str(tahun), *sel, target))


def _cetak_target(b: SerapanBelanja) -> str:
    return TIDAK_ADA if b.target is None else cetak_persen(b.target, 0)


def _bagan_belanja(data: DataLaporan) -> Gambar:
    lalu, kini = data.tahun - 1, data.tahun
    deret = (
        Deret(f"Serapan {lalu}", tuple(b.lalu.persen if b.lalu else None for b in data.belanja)),
        Deret(f"Serapan {kini}", tuple(b.kini.persen if b.kini else None for b in data.belanja)),
    )
    label = tuple(tuple("" if n is None else cetak_persen(n) for n in d.nilai) for d in deret)
    isi = "; ".join(
        f"{b.nama} {label[0][n] or '–'} dan {label[1][n] or '–'}" for n, b in enumerate(data.belanja)
    )
    return Gambar(
        "gambar-anggaran-belanja",
        f"Serapan anggaran menurut jenis belanja tahun {lalu} dan {kini}",
        f"Diagram batang serapan {lalu} dan {kini}: {isi}.",
        BaganBatang(tuple(b.nama for b in data.belanja), deret, label, "%"),
    )


def _beda_terbit(data: DataLaporan) -> Iterator[Blok]:
    """Where the year is the sum of its months, the published yearly figure is compared with it."""
    for b in data.belanja:
        if b.dari_bulan and b.kini and b.terbit and b.terbit.realisasi != b.kini.realisasi:
            beda = _selisihkan(b.terbit.realisasi, b.kini.realisasi)
            yield catatan(
                "perhatian",
                f"Realisasi {b.nama.lower()} adalah jumlah dua belas bulannya; angka setahun yang diterbitkan {beda}.",
            )


def _perubahan_belanja(data: DataLaporan) -> Iterator[Blok]:
    for b in data.belanja:
        if b.kini is None or b.lalu is None or b.kini.persen is None or b.lalu.persen is None:
            continue
        selisih = b.kini.persen - b.lalu.persen
        if not selisih:
            yield paragraf(f"Serapan {b.nama.lower()} tetap {cetak_persen(b.kini.persen)}.")
            continue
        arah = "naik" if selisih > 0 else "turun"
        yield paragraf(
            f"Serapan {b.nama.lower()} {arah} {cetak_poin(selisih)}, dari "
            f"{cetak_persen(b.lalu.persen)} menjadi {cetak_persen(b.kini.persen)}."
        )


def _efisiensi(data: DataLaporan) -> Iterator[Blok]:
    baris: list[Baris] = []
    keterangan = ""
    per_sasaran = {a.sasaran.pk: a for a in data.anggaran}
    for s in data.kinerja:
        anggaran = per_sasaran.get(s.sasaran.pk)
        if anggaran is None:
            continue
        serapan = anggaran.anggaran.persen
        baris.append(
            Baris((f"{s.sasaran.kode} {s.sasaran.teks}{_sebut_efisiensi(data, s, anggaran)}",), "kelompok")
        )
        for h in s.indikator:
            efisiensi = compute_efisiensi_indikator(data, h, anggaran)
            if efisiensi is not None:
                keterangan = f"Efisiensi = {efisiensi.rumus_cetak} ({efisiensi.aturan.dasar_hukum})."
            sel = (
                h.indikator.kode,
                h.indikator.nama,
                cetak_capaian(h.kini.capaian),
                TIDAK_ADA if serapan is None else cetak_persen(serapan),
                cetak_efisiensi(efisiensi),
            )
            baris.append(Baris(sel))
    if not baris:
        yield catatan("info", "Efisiensi tidak dihitung karena anggaran per sasaran belum diisi.")
        return
    yield Tabel(
        "tabel-efisiensi",
        f"Efisiensi penggunaan anggaran per sasaran dan indikator tahun {data.tahun}",
        (
            Kolom("Kode", 14),
            Kolom("Indikator", 46),
            Kolom("Capaian", 16, "kanan"),
            Kolom("Serapan sasaran", 16, "kanan"),
            Kolom("Efisiensi", 14, "kanan"),
        ),
        tuple(baris),
        catatan=" ".join(
            filter(
                None,
                (
                    keterangan,
                    _sebut_batas(data),
                    "Anggaran dicatat per sasaran; efisiensinya atas rata-rata capaian indikatornya.",
                ),
            )
        ),
    )


def _sebut_efisiensi(data: DataLaporan, sasaran: HasilSasaran, anggaran: SerapanSasaran) -> str:
    """The efficiency of a sasaran with several indikator; with one it is that of the indikator."""
    efisiensi = compute_efisiensi_sasaran(data, sasaran, anggaran)
    if efisiensi is None or len(sasaran.indikator) == 1:
        return ""
    return f" — efisiensi sasaran {cetak_efisiensi(efisiensi)}"


def _sebut_batas(data: DataLaporan) -> str:
    """Whether an easy target was kept from looking like efficiency."""
    batas = data.pengaturan.kinerja.batas_capaian_efisiensi
    return "" if batas is None else "Capaian dipotong pada batas pengaturan sebelum dipakai."


def compose_kinerja_anggaran(data: DataLaporan) -> Bagian:
    """Capaian Kinerja Anggaran: SMART, IKPA, NKA."""
    return Bagian(
        "kinerja-anggaran",
        "Capaian Kinerja Anggaran",
        anak=(
            Bagian(
                "smart",
                "Nilai Kinerja pada Aplikasi SMART DJA",
                (
                    *tulis_narasi(data, "smart_pengantar", "Pengantar SMART"),
                    _skor(data, Instrumen.SMART),
                    *compose_uraian(data.uraian, Instrumen.SMART),
                ),
            ),
            Bagian(
                "ikpa",
                "Indikator Kinerja Pelaksanaan Anggaran (IKPA)",
                (
                    *tulis_narasi(data, "ikpa_pengantar", "Pengantar IKPA"),
                    # The wide table comes last: what follows it begins a new page anyhow.
                    *compose_uraian(data.uraian, Instrumen.IKPA),
                    _skor(data, Instrumen.IKPA),
                ),
            ),
            Bagian("nka", "Nilai Kinerja Anggaran", tuple(_nka(data))),
        ),
    )


def _skor(data: DataLaporan, instrumen: Instrumen) -> Blok:
    nilai = [(s.satker, s.smart if instrumen == Instrumen.SMART else s.ikpa) for s in data.skor]
    ada = dict.fromkeys(u for _, n in nilai for u in n)
    if not ada:
        return celah(name_celah_skor(instrumen), KEUANGAN)
    # Elements that the Ministry added since are shown behind those that are known.
    dikenal = _DIKENAL[instrumen]
    unsur = (*dikenal, *(u for u in ada if u not in (*dikenal, SkorAnggaran.NILAI)))
    baris = []
    for n, (satker, satu) in enumerate(nilai, 1):
        sel = tuple(_cetak_skor(satu.get(u)) for u in (*unsur, SkorAnggaran.NILAI))
        baris.append(Baris((str(n), satker.nama_singkat, *sel)))
    return Tabel(
        f"tabel-{instrumen.value}",
        f"Rekapitulasi nilai {instrumen.label} tahun {data.tahun}",
        (
            Kolom("No.", 5, "tengah"),
            Kolom("Satuan kerja", 34),
            *(Kolom(u, 12, "kanan") for u in unsur),
            Kolom("Nilai", 11, "kanan"),
        ),
        tuple(baris),
        mendatar=len(unsur) > UNSUR_TEGAK,
        catatan=f"Nilai sebagaimana diterbitkan Kementerian Keuangan.{_sebut_tanpa_objek(nilai)}",
    )


def _sebut_tanpa_objek(nilai: Iterable[tuple[object, Mapping[str, Decimal]]]) -> str:
    """What a published 0 may mean; "" where every element had an object."""
    if all(satu.get(KONVERSI, _PENUH) == _PENUH for _, satu in nilai):
        return ""
    return (
        f" {KONVERSI} adalah jumlah bobot unsur yang berobjek; bila kurang dari seratus, nol pada suatu unsur berarti "
        "unsur itu tidak berobjek dan tidak ikut dihitung."
    )


def _cetak_skor(nilai: Decimal | None) -> str:
    return TIDAK_ADA if nilai is None else cetak_angka(nilai, 2)


def _nka(data: DataLaporan) -> Iterator[Blok]:
    if data.nka is None:
        yield catatan(
            "info",
            "Nilai Kinerja Anggaran tidak dihitung: nilai SMART dan IKPA tidak lengkap, atau bobotnya belum "
            f"ditetapkan untuk tahun {data.tahun}.",
        )
        return
    predikat = f" dengan predikat {data.nka.predikat.nama}" if data.nka.predikat else ""
    rata = f", rata-rata dari {data.nka.rata_dari} satker" if data.nka.rata_dari else ""
    yield paragraf(
        f"Nilai Kinerja Anggaran {data.nama} tahun {data.tahun} adalah "
        f"{cetak_angka(data.nka.nilai, 2)}{predikat}{rata}."
    )
    if data.nka.tanpa_nilai:
        tanpa = gabung_kata([r.nama_singkat for r in data.nka.tanpa_nilai])
        yield paragraf(f"Tidak ikut dirata-rata karena nilainya tidak lengkap: {tanpa}.")
    yield Tabel(
        "tabel-nka",
        f"Nilai Kinerja Anggaran per satuan kerja tahun {data.tahun}",
        (
            Kolom("No.", 6, "tengah"),
            Kolom("Satuan kerja", 46),
            Kolom("SMART", 14, "kanan"),
            Kolom("IKPA", 14, "kanan"),
            Kolom("NKA", 14, "kanan"),
            Kolom("Predikat", 20),
        ),
        tuple(_baris_nka(n, s) for n, s in enumerate(data.skor, 1)),
        catatan=f"{data.nka.aturan.rumus} ({data.nka.aturan.dasar_hukum}).",
    )


def _baris_nka(nomor: int, s: SkorSatker) -> Baris:
    return Baris(
        (
            str(nomor),
            s.satker.nama_singkat,
            _cetak_skor(s.smart.get(SkorAnggaran.NILAI)),
            _cetak_skor(s.ikpa.get(SkorAnggaran.NILAI)),
            _cetak_skor(s.nka.nilai if s.nka else None),
            s.predikat.nama if s.predikat else TIDAK_ADA,
        )
    )
