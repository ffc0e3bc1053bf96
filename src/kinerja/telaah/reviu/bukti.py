"""The machine's evidence per criterion: counted from the database, the composed report and the open temuan.

The report comes in as a document, so that this room need not know who composed it. A criterion about which nothing
can be counted says so; no evidence is ever turned into an answer.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from kinerja.akses.models import Penugasan
from kinerja.anggaran.queries import list_anggaran_belanja, list_anggaran_sasaran
from kinerja.aturan.capaian import Keadaan
from kinerja.aturan.reviu import Kriteria
from kinerja.aturan.telaah.temuan import Tingkat
from kinerja.dokumen.model import Bagian, Catatan, Dokumen, Tabel
from kinerja.dokumen.penomoran import Penomoran, nomori
from kinerja.organisasi.models import RiwayatSatker, Satker
from kinerja.organisasi.queries import get_akhir_tahun, list_bawahan
from kinerja.pengukuran.models import DataDukung, LembarPengukuran
from kinerja.pengukuran.queries import LENGKAP, HasilIndikator, HasilSasaran, compute_kinerja
from kinerja.perencanaan.models import PerjanjianKinerja, TingkatSasaran
from kinerja.telaah.models import TemuanLaporan
from kinerja.telaah.reviu.isi import Bukti

_LETAK = 4
"""So many places are named; how many more there are is said."""


@dataclass(frozen=True, slots=True)
class BahanBukti:
    """All that is looked at, read once."""

    dokumen: Dokumen
    nomor: Penomoran
    satker: Satker
    tahun: int
    kinerja: tuple[HasilSasaran, ...]
    bawahan: tuple[RiwayatSatker, ...]
    temuan: Counter[str] | None
    """Open temuan that are pasti, by tingkat; None when no telaah of this report ever kept one."""

    @property
    def indikator(self) -> list[HasilIndikator]:
        """Every indikator of the report."""
        return [h for s in self.kinerja for h in s.indikator]

    def hitung(self, syarat: Callable[[HasilIndikator], object]) -> str:
        """ "58 dari 60 indikator" for which `syarat` holds."""
        semua = self.indikator
        return f"{sum(bool(syarat(h)) for h in semua)} dari {len(semua)} indikator"


def read_bahan(satker: Satker, tahun: int, dokumen: Dokumen) -> BahanBukti:
    """Read what the evidence is made of; `dokumen` is the composed report of that office and year."""
    bawahan = tuple(list_bawahan(satker, get_akhir_tahun(tahun)))
    semua = TemuanLaporan.objects.filter(satker=satker, tahun=tahun)
    pasti = semua.filter(selesai_pada__isnull=True, kepastian="pasti")
    return BahanBukti(
        dokumen,
        nomori(dokumen),
        satker,
        tahun,
        compute_kinerja(satker, tahun, LENGKAP, bawahan=bawahan),
        bawahan,
        Counter(pasti.values_list("tingkat", flat=True)) if semua.exists() else None,
    )


def compute_bukti(bahan: BahanBukti, kriteria: Iterable[Kriteria]) -> dict[str, tuple[Bukti, ...]]:
    """Evidence by code of the criterion; a criterion without any has an entry that says so."""
    tanpa = (Bukti("Tidak ada yang dapat dihitung program untuk kriteria ini; perlu pemeriksaan pereviu."),)
    return {k.kode: tuple(_BUKTI[k.kode](bahan)) if k.kode in _BUKTI else tanpa for k in kriteria}


def compute_data_umum(bahan: BahanBukti) -> tuple[tuple[str, str], ...]:
    """What was reviewed, in counts."""
    tabel = sum(isinstance(b, Tabel) for b in bahan.dokumen.blok())
    return (
        ("Sasaran kegiatan", str(len(bahan.kinerja))),
        ("Indikator kinerja", str(len(bahan.indikator))),
        ("Perjanjian Kinerja", str(_hitung_perjanjian(bahan))),
        ("Satuan kerja yang tercakup", str(len(bahan.bawahan))),
        ("Tabel dalam laporan", str(tabel)),
    )


def _hitung_perjanjian(bahan: BahanBukti) -> int:
    return PerjanjianKinerja.objects.filter(satker=bahan.satker, tahun=bahan.tahun).count()


def _celah(bagian: Iterable[Bagian]) -> int:
    """How many places of those parts say that something is not filled in yet."""
    blok = (isi for puncak in bagian for b in puncak.telusuri() for isi in b.isi)
    return sum(isinstance(b, Catatan) and b.jenis == "kosong" for b in blok)


def _sebut_bagian(bahan: BahanBukti, bagian: Iterable[Bagian]) -> Iterator[Bukti]:
    for puncak in bagian:
        tabel = sum(isinstance(b, Tabel) for anak in puncak.telusuri() for b in anak.isi)
        kosong = _celah([puncak])
        sisa = f", {kosong} isian masih kosong" if kosong else ", tidak ada isian kosong"
        yield Bukti(f"{puncak.judul}: {tabel} tabel{sisa}.", (bahan.nomor.label[puncak.id],))


def _letak_tabel(bahan: BahanBukti, kata: str) -> tuple[str, ...]:
    """The tables with a column of that word, the first few by number."""
    semua = [
        bahan.nomor.label[b.id]
        for b in bahan.dokumen.blok()
        if isinstance(b, Tabel) and any(kata in f"{k.kelompok} {k.judul}".lower() for k in b.kolom)
    ]
    lain = [f"dan {len(semua) - _LETAK} tabel lain"] if len(semua) > _LETAK else []
    return tuple(semua[:_LETAK] + lain)


def _cari_bagian(bahan: BahanBukti, id_: str) -> list[Bagian]:
    return [b for b in bahan.dokumen.bagian() if b.id == id_]


def _data_penting(bahan: BahanBukti) -> Iterator[Bukti]:
    return _sebut_bagian(bahan, bahan.dokumen.bab[:1])


def _target(bahan: BahanBukti) -> Iterator[Bukti]:
    yield Bukti(
        f"Target tersaji untuk {bahan.hitung(lambda h: h.kini.target)}.", _letak_tabel(bahan, "target")
    )


def _capaian(bahan: BahanBukti) -> Iterator[Bukti]:
    bernilai = bahan.hitung(lambda h: h.kini.capaian.nilai is not None)
    yield Bukti(f"Capaian terhitung untuk {bernilai}.", _letak_tabel(bahan, "capaian"))
    belum = sum(h.kini.keadaan is Keadaan.BELUM_ADA for h in bahan.indikator)
    if belum:
        yield Bukti(f"Realisasi {belum} indikator belum ada.")


def _lampiran(bahan: BahanBukti) -> Iterator[Bukti]:
    yield Bukti(f"Laporan memuat {len(bahan.dokumen.lampiran)} lampiran.")
    yield from _sebut_bagian(bahan, bahan.dokumen.lampiran)


def _upaya(bahan: BahanBukti) -> Iterator[Bukti]:
    return _sebut_bagian(bahan, [*_cari_bagian(bahan, "saran"), *_cari_bagian(bahan, "kesimpulan")])


def _keuangan(bahan: BahanBukti) -> Iterator[Bukti]:
    sasaran = len(list_anggaran_sasaran(bahan.satker, bahan.tahun))
    belanja = sum(b.kini is not None for b in list_anggaran_belanja(bahan.satker, bahan.tahun))
    yield Bukti(
        f"Pagu dan realisasi tersaji untuk {sasaran} dari {len(bahan.kinerja)} sasaran dan {belanja} jenis belanja.",
        _letak_tabel(bahan, "pagu"),
    )


def _penyusun(bahan: BahanBukti) -> Iterator[Bukti]:
    penugasan = Penugasan.objects.berlaku(get_akhir_tahun(bahan.tahun + 1), bahan.tahun)
    banyak = penugasan.filter(satker=bahan.satker, peran="penyusun").values("pengguna").distinct().count()
    yield Bukti(f"{banyak} akun berperan penyusun laporan untuk satuan kerja ini.")


def _data_dukung(bahan: BahanBukti) -> Iterator[Bukti]:
    satker = [r.satker_id for r in bahan.bawahan]
    berkas = DataDukung.objects.filter(
        lembar__satker__in=satker, lembar__tahun=bahan.tahun, dicabut_pada__isnull=True
    )
    punya = set(berkas.values_list("indikator_id", flat=True))
    didukung = bahan.hitung(lambda h: h.indikator.pk in punya)
    yield Bukti(f"Berkas data dukung terlampir untuk {didukung} ({berkas.count()} berkas).")


def _lembar(bahan: BahanBukti) -> Counter[str]:
    satker = [r.satker_id for r in bahan.bawahan]
    lembar = LembarPengukuran.objects.filter(satker__in=satker, tahun=bahan.tahun)
    return Counter(lembar.values_list("status", flat=True))


def _mekanisme(bahan: BahanBukti) -> Iterator[Bukti]:
    status = _lembar(bahan)
    rinci = ", ".join(f"{n} {s}" for s, n in sorted(status.items()))
    banyak = sum(status.values())
    yield Bukti(
        f"Data dikirim melalui {banyak} lembar pengukuran bulanan: {rinci}." if banyak
        else "Tidak ada lembar pengukuran bulanan; data tahun ini diimpor sekaligus."
    )  # fmt: skip


def _penanggung_jawab(bahan: BahanBukti) -> Iterator[Bukti]:
    yield Bukti(
        f"Unit penanggung jawab ditetapkan untuk {bahan.hitung(lambda h: h.indikator.penanggung_jawab_id)}."
    )


def _keandalan(bahan: BahanBukti) -> Iterator[Bukti]:
    if bahan.temuan is None:
        yield Bukti("Tidak ada hasil telaah yang tersimpan; jalankan telaah pada halaman Temuan.")
    else:
        rinci = ", ".join(f"{bahan.temuan[t.value]} {t.value}" for t in Tingkat)
        yield Bukti(f"Temuan pasti yang masih terbuka pada telaah terakhir: {rinci}.")
    catatan = sum(bool(h.indikator.catatan_mutu) for h in bahan.indikator)
    if catatan:
        yield Bukti(f"{catatan} indikator bercatatan mutu data.", ("Lampiran kelengkapan",))


def _diketahui(bahan: BahanBukti) -> Iterator[Bukti]:
    status = _lembar(bahan)
    if not status:
        yield Bukti("Tidak ada lembar pengukuran bulanan, jadi tidak ada persetujuan unit yang tercatat.")
        return
    disetujui = status["disetujui"] + status["dikunci"]
    yield Bukti(f"{disetujui} dari {sum(status.values())} lembar pengukuran disetujui pimpinan unit.")


def _bulanan(bahan: BahanBukti) -> Iterator[Bukti]:
    yield Bukti(f"Data per bulan tersedia untuk {bahan.hitung(lambda h: h.bulanan)}.")
    berutang = {r.satker_id for h in bahan.indikator for r in h.belum_ada}
    yield Bukti(
        f"{len(bahan.bawahan) - len(berutang)} dari {len(bahan.bawahan)} satuan kerja tidak berutang data."
    )


def _sesuai_perjanjian(bahan: BahanBukti) -> Iterator[Bukti]:
    bertarget = sum(any(h.kini.target for h in s.indikator) for s in bahan.kinerja)
    yield Bukti(
        f"{bertarget} dari {len(bahan.kinerja)} sasaran dalam laporan bertarget pada {_hitung_perjanjian(bahan)} "
        "Perjanjian Kinerja.",
        _letak_tabel(bahan, "sasaran"),
    )


def _selaras_renstra(bahan: BahanBukti) -> Iterator[Bukti]:
    renstra = {s.sasaran.renstra for s in bahan.kinerja}
    berlaku = [r for r in renstra if r.tahun_awal <= bahan.tahun <= r.tahun_akhir]
    nama = "; ".join(sorted(r.nama for r in berlaku))
    yield Bukti(
        f"Sasaran berasal dari {nama}." if nama else "Tidak ada Renstra yang berlaku pada tahun laporan."
    )
    yield Bukti(f"Target Renstra tersedia untuk {bahan.hitung(lambda h: h.target_renstra)}.")


def _berindikator(bahan: BahanBukti) -> Iterator[Bukti]:
    berisi = sum(bool(s.indikator) for s in bahan.kinerja)
    yield Bukti(f"{berisi} dari {len(bahan.kinerja)} sasaran mempunyai indikator kinerja.")


def _berinduk(bahan: BahanBukti) -> Iterator[Bukti]:
    sampai = sum(_sampai_strategis(s) for s in bahan.kinerja)
    yield Bukti(f"{sampai} dari {len(bahan.kinerja)} sasaran kegiatan menurun dari sasaran strategis (IKU).")


def _sampai_strategis(hasil: HasilSasaran) -> bool:
    kini, dilalui = hasil.sasaran, set()
    while kini is not None and kini.pk not in dilalui:
        if kini.tingkat == TingkatSasaran.STRATEGIS:
            return True
        dilalui.add(kini.pk)
        kini = kini.induk
    return False


def _perbandingan(bahan: BahanBukti) -> Iterator[Bukti]:
    yield Bukti(f"Dibandingkan dengan tahun lalu: {bahan.hitung(lambda h: h.lalu)}.")
    yield Bukti(f"Dibandingkan dengan target Renstra: {bahan.hitung(lambda h: h.target_renstra)}.")
    yield Bukti(f"Dibandingkan dengan standar nasional: {bahan.hitung(lambda h: h.target_nasional)}.")


def _cukup(bahan: BahanBukti) -> Iterator[Bukti]:
    banyak = [len(s.indikator) for s in bahan.kinerja]
    if banyak:
        yield Bukti(f"Setiap sasaran diukur dengan {min(banyak)} sampai {max(banyak)} indikator.")
    tunggal = [s.sasaran.kode for s in bahan.kinerja if len(s.indikator) == 1]
    if tunggal:
        yield Bukti(f"{len(tunggal)} sasaran diukur dengan satu indikator saja: {', '.join(tunggal)}.")


_MANUAL = {"definisi": "definisi", "rumus": "rumus", "sumber_data": "sumber data"}


def _smart(bahan: BahanBukti) -> Iterator[Bukti]:
    lengkap = bahan.hitung(lambda h: all(getattr(h.indikator, m).strip() for m in _MANUAL))
    yield Bukti(f"Definisi, rumus, dan sumber data tertulis untuk {lengkap}.")
    for medan, sebutan in _MANUAL.items():
        tanpa = [h.indikator.kode for h in bahan.indikator if not getattr(h.indikator, medan).strip()]
        if tanpa:
            yield Bukti(f"Tanpa {sebutan}: {len(tanpa)} indikator, antara lain {', '.join(tanpa[:_LETAK])}.")
    ragu = [h.indikator.kode for h in bahan.indikator if h.indikator.polaritas_usulan]
    if ragu:
        yield Bukti(f"Arah (polaritas) {len(ragu)} indikator diragukan: {', '.join(ragu[:_LETAK])}.")


_BUKTI: Mapping[str, Callable[[BahanBukti], Iterator[Bukti]]] = {
    "I.1": _data_penting,
    "I.2": _target,
    "I.3": _capaian,
    "I.4": _lampiran,
    "I.5": _upaya,
    "I.6": _keuangan,
    "II.1": _penyusun,
    "II.2": _data_dukung,
    "II.3": _mekanisme,
    "II.4": _penanggung_jawab,
    "II.5": _keandalan,
    "II.6": _diketahui,
    "II.7": _bulanan,
    "III.1": _sesuai_perjanjian,
    "III.2": _selaras_renstra,
    "III.4": _berindikator,
    "III.5": _berinduk,
    "III.7": _perbandingan,
    "III.8": _cukup,
    "III.10": _smart,
}
