"""The surveys behind an index: what was asked, of how many, by satker and month, with mutu and sample."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from kinerja.aturan.agregasi import AgregasiSatker, Ukuran, rollup_satker
from kinerja.aturan.survei import compute_rata_tertimbang
from kinerja.dasar.cetak import cetak_angka, cetak_persen
from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.model import Baris, Blok, Kolom, Paragraf, Tabel, paragraf
from kinerja.pelaporan.queries import DataLaporan
from kinerja.pengukuran.cetak import TIDAK_ADA
from kinerja.perencanaan.models import Indikator
from kinerja.survei.models import InstrumenSurvei
from kinerja.survei.queries import HasilSurvei

_SATKER_BERJAJAR = 4
"""So many satker stand beside each other in a table by month."""


def list_blok_survei(data: DataLaporan, indikator: Indikator) -> Iterator[Blok]:
    """Tables and sentences about the surveys that feed an indikator; nothing where none does."""
    hasil = data.survei.get(indikator.pk, ())
    if not hasil:
        return
    kunci = indikator.kode.lower().replace(".", "-")
    per_instrumen = _kelompokkan(hasil)
    yield _ringkasan(kunci, indikator, per_instrumen)
    if len(per_instrumen) > 1:
        yield _per_kelompok(kunci, indikator, per_instrumen)
    elif _is_berjajar(hasil):
        yield _per_bulan(kunci, indikator, hasil)
    for instrumen, daftar in per_instrumen.items():
        if len(per_instrumen) == 1:
            yield from _unsur(kunci, instrumen, daftar)
    yield from _responden(hasil)


def _kelompokkan(hasil: Sequence[HasilSurvei]) -> dict[InstrumenSurvei, list[HasilSurvei]]:
    kelompok: dict[InstrumenSurvei, list[HasilSurvei]] = defaultdict(list)
    for satu in hasil:
        kelompok[satu.survei.instrumen].append(satu)
    return dict(kelompok)


def _ringkasan(
    kunci: str, indikator: Indikator, per_instrumen: Mapping[InstrumenSurvei, Sequence[HasilSurvei]]
) -> Tabel:
    """One row per instrument: how often, how many, between which values, which mutu."""
    ada_mutu = any(h.indeks and h.indeks.mutu for daftar in per_instrumen.values() for h in daftar)
    kolom = [
        Kolom("Survei", 34),
        Kolom("Satker", 8, "kanan"),
        Kolom("Hasil", 8, "kanan"),
        Kolom("Skala", 8, "kanan"),
        Kolom("Terendah", 10, "kanan"),
        Kolom("Tertinggi", 10, "kanan"),
    ]
    kolom += [Kolom("Mutu", 22)] if ada_mutu else []
    baris = []
    for instrumen, daftar in per_instrumen.items():
        nilai = [h.nilai_instrumen for h in daftar if h.nilai_instrumen is not None]
        sel = [
            instrumen.nama,
            str(len({h.survei.satker_id for h in daftar})),
            str(len(daftar)),
            str(instrumen.skala),
            _cetak(min(nilai, default=None)),
            _cetak(max(nilai, default=None)),
        ]
        baris.append(Baris((*sel, _hitung_mutu(daftar)) if ada_mutu else tuple(sel)))
    mutu = " Mutu menurut PermenPANRB 14/2017 atas nilai konversi dua desimal." if ada_mutu else ""
    sumber = "; ".join(dict.fromkeys(i.dasar for i in per_instrumen if i.dasar))
    return Tabel(
        f"tabel-survei-{kunci}",
        f"Survei yang mengisi {indikator.kode}",
        tuple(kolom),
        tuple(baris),
        catatan=f"Sumber: {sumber}.{mutu}" if sumber else mutu.strip(),
    )


def _hitung_mutu(daftar: Sequence[HasilSurvei]) -> str:
    mutu = [h.indeks.mutu.nama for h in daftar if h.indeks and h.indeks.mutu]
    return "; ".join(f"{m}: {mutu.count(m)}" for m in sorted(set(mutu))) or TIDAK_ADA


def _per_kelompok(
    kunci: str, indikator: Indikator, per_instrumen: Mapping[InstrumenSurvei, Sequence[HasilSurvei]]
) -> Tabel:
    """Satker by group of respondents, and the index weighted by respondents."""
    per_satker: dict[str, dict[InstrumenSurvei, HasilSurvei]] = defaultdict(dict)
    for instrumen, daftar in per_instrumen.items():
        for h in daftar:
            per_satker[h.nama_satker][instrumen] = h
    nama = [str(i.get_jenis_display()).rpartition(", ")[2] for i in per_instrumen]
    kolom = [Kolom("Satuan kerja", 34)]
    for satu in (*nama, "seluruhnya"):
        kolom += [Kolom(f"Jumlah {satu}", 12, "kanan"), Kolom(f"Indeks {satu}", 12, "kanan")]
    baris = [
        Baris((satker, *_sel_kelompok([[isi[i]] if i in isi else [] for i in per_instrumen])))
        for satker, isi in per_satker.items()
    ]
    semua = _sel_kelompok(list(per_instrumen.values()))
    return Tabel(
        f"tabel-survei-kelompok-{kunci}",
        f"{indikator.kode} menurut asal responden",
        tuple(kolom),
        (*baris, Baris(("Gabungan", *semua), "jumlah")),
        catatan="Indeks gabungan = Σ (indeks × responden) / Σ responden; dihitung dari nilai yang belum dibulatkan.",
    )


def _sel_kelompok(kelompok: Sequence[Sequence[HasilSurvei]]) -> tuple[str, ...]:
    """Respondents and index of each group, then of all of them."""
    sel: list[str] = []
    for daftar in (*kelompok, [h for satu in kelompok for h in satu]):
        pasangan = [(h.nilai_instrumen, h.responden) for h in daftar]
        utuh = [(n, r) for n, r in pasangan if n is not None and r is not None]
        lengkap = bool(utuh) and len(utuh) == len(pasangan)
        sel += [
            str(sum(r for _, r in utuh)) if lengkap else TIDAK_ADA,
            _cetak(compute_rata_tertimbang(utuh) if lengkap else None),
        ]
    return tuple(sel)


def _is_berjajar(hasil: Sequence[HasilSurvei]) -> bool:
    """A few satker over several months stand better beside each other."""
    satker = {h.survei.satker_id for h in hasil}
    return 1 < len(satker) <= _SATKER_BERJAJAR and len({h.survei.bulan for h in hasil}) > 1


def _per_bulan(kunci: str, indikator: Indikator, hasil: Sequence[HasilSurvei]) -> Tabel:
    """Months by satker, with the mean of the satker at the right and of the months below."""
    satker = list(dict.fromkeys(h.nama_satker for h in hasil))
    nilai = {(h.survei.bulan, h.nama_satker): h.nilai_instrumen for h in hasil}
    bulan = sorted({b for b, _ in nilai})
    rata = [_rata([nilai.get((b, s)) for b in bulan]) for s in satker]
    baris = []
    for b in bulan:
        isi = [nilai.get((b, s)) for s in satker]
        baris.append(Baris((nama_bulan(b) if b else "Setahun", *map(_cetak, isi), _cetak(_rata(isi)))))
    return Tabel(
        f"tabel-survei-bulan-{kunci}",
        f"{indikator.kode} menurut bulan dan satuan kerja",
        (Kolom("Bulan", 18), *(Kolom(s, 32, "kanan") for s in satker), Kolom("Rata-rata", 14, "kanan")),
        (*baris, Baris(("Rata-rata", *map(_cetak, rata), _cetak(_rata(rata))), "jumlah")),
    )


def _rata(nilai: Sequence[Decimal | None]) -> Decimal | None:
    """The plain mean of what is there, unrounded."""
    daftar = [Ukuran(nilai=n) for n in nilai if n is not None]
    return rollup_satker(daftar, AgregasiSatker.RATA_RATA).nilai if daftar else None


def _unsur(kunci: str, instrumen: InstrumenSurvei, daftar: Sequence[HasilSurvei]) -> Iterator[Blok]:
    """What was asked, with means where they are known; the nine of a SKM are in the law."""
    unsur = daftar[-1].unsur
    bernilai = len(daftar) == 1 and any(u.nilai is not None for u in unsur)
    if not bernilai and not any(u.kelompok for u in unsur):
        return
    kolom = [Kolom("Kelompok", 46)] if any(u.kelompok for u in unsur) else []
    kolom += [Kolom("Unsur", 46)] + ([Kolom("Nilai", 12, "kanan")] if bernilai else [])
    baris = [
        Baris(
            (
                *((u.kelompok or TIDAK_ADA,) if len(kolom) > 1 + bernilai else ()),
                u.nama,
                *((_cetak(u.nilai),) if bernilai else ()),
            )
        )
        for u in unsur
    ]
    yield Tabel(
        f"tabel-unsur-survei-{kunci}",
        f"Unsur yang dinilai dalam {instrumen.nama}",
        tuple(kolom),
        tuple(baris),
    )


def _responden(hasil: Sequence[HasilSurvei]) -> Iterator[Paragraf]:
    """How many answered, how far the sample is reached, and of how many surveys nobody published it."""
    berjumlah = [h for h in hasil if h.responden is not None]
    kalimat = []
    if berjumlah:
        banyak = cetak_angka(sum(h.responden or 0 for h in berjumlah))
        kalimat.append(f"Responden seluruhnya {banyak} orang dalam {len(berjumlah)} survei.")
    if tanpa := len(hasil) - len(berjumlah):
        kalimat.append(f"Jumlah responden tidak diterbitkan untuk {tanpa} dari {len(hasil)} hasil survei.")
    sampel = [h.sampel for h in hasil if h.sampel is not None]
    if sampel:
        kurang = [s for s in sampel if not s.tercapai]
        kalimat.append(
            f"Sampel minimum Krejcie–Morgan tercapai pada {len(sampel) - len(kurang)} dari {len(sampel)} survei "
            f"yang populasinya diketahui (terendah {cetak_persen(min(s.persen for s in sampel))})."
        )
    yield paragraf(" ".join(kalimat))


def _cetak(nilai: Decimal | None) -> str:
    return TIDAK_ADA if nilai is None else cetak_angka(nilai, 2)
