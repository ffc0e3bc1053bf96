"""One indikator in the report: its manual and the seven mandatory analyses (PermenPANRB 53/2014)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kinerja.anggaran.queries import SerapanSasaran
from kinerja.aturan.capaian import Keadaan, Polaritas, compute_capaian
from kinerja.aturan.capaian import Target as TargetAturan
from kinerja.aturan.efisiensi import Efisiensi, compute_efisiensi
from kinerja.dasar.cetak import cetak_angka, cetak_persen
from kinerja.dasar.periode import nama_bulan
from kinerja.dokumen.model import (
    BaganBatang,
    Bagian,
    Baris,
    Blok,
    Deret,
    Gambar,
    Kolom,
    Paragraf,
    Rujukan,
    Tabel,
    catatan,
    paragraf,
)
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pelaporan.kelengkapan import KEUANGAN, list_belum_ada, name_celah_anggaran
from kinerja.pelaporan.lkjip import kalimat
from kinerja.pelaporan.lkjip.blok import (
    celah,
    convert_narasi,
    gabung_kata,
    list_tabel_pendukung,
    name_penanggung_jawab,
    tebal,
)
from kinerja.pelaporan.lkjip.survei import list_blok_survei
from kinerja.pelaporan.queries import NARASI_INDIKATOR, STANDAR_NASIONAL, TIDAK_ADA_STANDAR, DataLaporan
from kinerja.pengukuran.cetak import (
    KEADAAN,
    TIDAK_ADA,
    beri_satuan,
    cetak_besaran,
    cetak_capaian,
    cetak_nilai,
    cetak_realisasi,
    cetak_target,
    tandai,
)
from kinerja.pengukuran.queries import (
    HasilIndikator,
    HasilSasaran,
    HasilTahun,
    RincianBulan,
    RincianSatker,
    UkuranKomponen,
)
from kinerja.perencanaan.models import Cakupan, Indikator, Komponen

_TABEL_EFISIENSI = Rujukan("tabel-efisiensi")


def compose_indikator(data: DataLaporan, hasil: HasilIndikator) -> Bagian:
    """The part about one indikator."""
    return _Penyusun(data, hasil).susun()


def name_polaritas(indikator: Indikator) -> str:
    """ "semakin tinggi semakin baik"."""
    return str(indikator.get_polaritas_display())


class _Penyusun:
    def __init__(self, data: DataLaporan, hasil: HasilIndikator) -> None:
        self.data = data
        self.hasil = hasil
        self.indikator = hasil.indikator
        self.kunci = hasil.indikator.kode.lower().replace(".", "-")

    def susun(self) -> Bagian:
        analisis = (
            ("Perbandingan target dan realisasi tahun {t}", self._tahun_ini()),
            ("Perbandingan dengan tahun-tahun sebelumnya", self._tahun_lalu()),
            ("Perbandingan dengan target jangka menengah Renstra", self._renstra()),
            ("Perbandingan dengan standar nasional", self._nasional()),
            ("Analisis penyebab", (*self._narasi("penyebab"), *self._tindak_lanjut())),
            ("Analisis efisiensi penggunaan sumber daya", self._efisiensi()),
            ("Analisis program/kegiatan penunjang", self._narasi("program")),
        )
        return Bagian(
            id=f"ikk-{self.kunci}",
            judul=f"Indikator {self.indikator.kode}: {self.indikator.nama}",
            isi=tuple(self._manual()),
            anak=tuple(
                Bagian(
                    f"ikk-{self.kunci}-{n}",
                    judul.format(t=self.data.tahun),
                    tuple(isi),
                    dalam_daftar=False,
                )
                for n, (judul, isi) in enumerate(analisis, 1)
            ),
            bernomor=False,
        )

    def _id(self, apa: str) -> str:
        return f"{apa}-{self.kunci}"

    def _manual(self) -> Iterator[Blok]:
        ind = self.indikator
        yield paragraf(
            tebal("Definisi: "),
            _akhiri(ind.definisi),
            tebal("Rumus: "),
            _akhiri(ind.rumus),
            tebal("Sifat: "),
            f"{name_polaritas(ind)}; penggabungan antarbulan: {ind.get_agregasi_bulan_display()}; "
            f"antarsatker: {ind.get_agregasi_satker_display()}. ",
            tebal("Sumber data: "),
            _akhiri(ind.sumber_data),
            tebal("Penanggung jawab: "),
            f"{name_penanggung_jawab(ind)}.",
        )
        if ind.catatan_mutu:
            yield catatan("perhatian", tebal("Catatan mutu data. "), ind.catatan_mutu, self._bila_usulan())

    def _bila_usulan(self) -> str:
        """What the capaian would be under the doubted polarity's alternative."""
        ind, kini = self.indikator, self.hasil.kini
        if not ind.polaritas_usulan or kini.realisasi is None or kini.target is None:
            return ""
        target = TargetAturan(kini.target.nilai, kini.target.bawah, kini.target.atas)
        lain = compute_capaian(
            target,
            kini.realisasi,
            Polaritas(ind.polaritas_usulan),
            pengaturan=self.data.pengaturan.kinerja,
            pada=get_akhir_tahun(kini.tahun),
        )
        sebutan = str(ind.get_polaritas_usulan_display())
        return f" Bila polaritasnya {sebutan}, capaiannya {cetak_capaian(lain)}."

    def _tahun_ini(self) -> Iterator[Blok]:
        kini, satuan = self.hasil.kini, self.indikator.satuan
        pasangan = [
            k for k in kini.komponen if k.ukuran.pembilang is not None and k.ukuran.penyebut is not None
        ]
        kolom, sel = [Kolom("Target", 16, "kanan")], [cetak_target(kini.target, satuan)]
        if pasangan:
            kolom += [Kolom("Pembilang", 20, "kanan"), Kolom("Penyebut", 20, "kanan")]
            sel += [
                "; ".join(cetak_angka(k.ukuran.pembilang or 0) for k in pasangan),
                "; ".join(cetak_angka(k.ukuran.penyebut or 0) for k in pasangan),
            ]
        kolom += [Kolom("Realisasi", 20, "kanan"), Kolom("Capaian", 18, "kanan"), Kolom("Keterangan", 18)]
        sel += [
            cetak_realisasi(kini, satuan, pasangan=False),
            cetak_capaian(kini.capaian),
            tandai(kini.capaian).kata,
        ]
        yield Tabel(
            self._id("tabel-tahun-ini"),
            f"Target, realisasi, dan capaian {self.indikator.kode} tahun {kini.tahun}",
            tuple(kolom),
            (Baris(tuple(sel)),),
            catatan=" ".join((*map(_jelaskan_komponen, pasangan), _jelaskan_capaian(kini))),
        )
        kategori = kalimat.describe_kategori(self.hasil, self.data.pengaturan.kinerja)
        yield paragraf(f"{kalimat.describe_capaian(self.hasil)} {kategori}".rstrip())
        yield from self._belum_lengkap()
        yield from self._bulanan()
        yield from self._rincian()
        yield from list_blok_survei(self.data, self.indikator)
        yield from list_tabel_pendukung(self.data, self.indikator.pk)

    def _belum_lengkap(self) -> Iterator[Blok]:
        """A sum over part of the satker or months is never shown as if it were the whole."""
        belum = list_belum_ada(self.hasil)
        if belum and self.hasil.kini.realisasi is not None:
            yield catatan(
                "perhatian", f"Realisasi ini belum lengkap: masih ditunggu data dari {gabung_kata(belum)}."
            )

    def _bulanan(self) -> Iterator[Blok]:
        """Numbers per month, where months are known."""
        bulan = self.hasil.rincian_bulan
        if bulan:
            yield self._tabel_rincian(
                "tabel-bulan",
                f"{self.indikator.kode} menurut bulan tahun {self.data.tahun}",
                (Kolom("Bulan", 30),),
                [((nama_bulan(b.bulan),), b) for b in bulan],
                ("Setahun",) if not self.hasil.bulan_kosong else ("Bulan yang terisi",),
            )
            yield from self._ingatkan_bulan()
        elif self.hasil.kini.realisasi is not None:
            yield paragraf("Realisasi dicatat sebagai angka setahun, tanpa rincian bulanan.")

    def _ingatkan_bulan(self) -> Iterator[Blok]:
        if kosong := self.hasil.bulan_kosong:
            belum = gabung_kata([nama_bulan(n) for n in kosong])
            yield catatan(
                "perhatian",
                f"Baru terisi {12 - len(kosong)} dari 12 bulan; belum ada data bulan {belum}. Capaian di atas belum "
                "mewakili satu tahun.",
            )

    def _rincian(self) -> Iterator[Blok]:
        """Numbers per satker, where more than one contributes."""
        rincian = self.hasil.rincian
        if len({r.satker.satker_id for r in rincian}) > 1:
            yield self._tabel_rincian(
                "tabel-satker",
                f"{self.indikator.kode} menurut satuan kerja tahun {self.data.tahun}",
                (Kolom("No.", 6, "tengah"), Kolom("Satuan kerja", 52)),
                [((str(n), r.satker.nama), r) for n, r in enumerate(rincian, 1)],
                ("", f"Seluruhnya ({self.indikator.get_agregasi_satker_display()})"),
            )

    def _tabel_rincian(
        self,
        apa: str,
        judul: str,
        kolom: tuple[Kolom, ...],
        isi: Sequence[tuple[tuple[str, ...], RincianSatker | RincianBulan]],
        jumlah: tuple[str, ...],
    ) -> Tabel:
        """One row per satker or month; the komponen is named where there are several."""
        bagian = (Kolom("Komponen", 14),) if len({r.komponen.kode for _, r in isi}) > 1 else ()
        pasangan = any(r.ukuran.pembilang is not None for _, r in isi)
        angka = (Kolom("Pembilang", 16, "kanan"), Kolom("Penyebut", 16, "kanan")) if pasangan else ()
        baris = []
        for kepala, r in isi:
            kode = (r.komponen.kode,) if bagian else ()
            dua = (r.ukuran.pembilang, r.ukuran.penyebut) if pasangan else ()
            sel = tuple(TIDAK_ADA if d is None else cetak_angka(d) for d in dua)
            baris.append(Baris((*kepala, *kode, *sel, self._cetak_rincian(r))))
        kosong = ("",) * (len(bagian) + len(angka))
        hasil = cetak_realisasi(self.hasil.kini, self.indikator.satuan, pasangan=False)
        return Tabel(
            self._id(apa),
            judul,
            (*kolom, *bagian, *angka, Kolom("Nilai", 18, "kanan")),
            (*baris, Baris((*jumlah, *kosong, hasil), "jumlah")),
        )

    def _cetak_rincian(self, r: RincianSatker | RincianBulan) -> str:
        return KEADAAN[r.ukuran.keadaan] if r.nilai is None else cetak_nilai(r.nilai, self.indikator.satuan)

    def _tahun_lalu(self) -> Iterator[Blok]:
        satuan, tahun = self.indikator.satuan, self.hasil.tahun
        kolom = (Kolom("Tahun", 12, "tengah"), Kolom("Target", 20, "kanan"), Kolom("Realisasi", 22, "kanan"))
        yield Tabel(
            self._id("tabel-riwayat"),
            f"Perkembangan {self.indikator.kode} tahun {tahun[0].tahun}–{tahun[-1].tahun}",
            (*kolom, Kolom("Capaian", 20, "kanan"), Kolom("Keterangan", 24)),
            tuple(
                Baris(
                    (
                        str(t.tahun),
                        cetak_target(t.target, satuan),
                        cetak_realisasi(t, satuan, pasangan=False),
                        cetak_capaian(t.capaian),
                        _keterangan(t),
                    )
                )
                for t in tahun
            ),
        )
        yield paragraf(kalimat.describe_perubahan(self.hasil))
        if sum(t.realisasi is not None for t in tahun) > 1:
            yield self._bagan_riwayat()

    def _bagan_riwayat(self) -> Gambar:
        satuan, tahun = self.indikator.satuan, self.hasil.tahun
        target = tuple(t.target.nilai if t.target else None for t in tahun)
        realisasi = tuple(t.realisasi for t in tahun)
        label = (
            tuple(cetak_target(t.target, _satuan_bagan(satuan)) for t in tahun),
            tuple(_cetak_bagan(t, satuan) for t in tahun),
        )
        return Gambar(
            self._id("gambar-riwayat"),
            f"Target dan realisasi {self.indikator.kode} tahun {tahun[0].tahun}–{tahun[-1].tahun}",
            "Diagram batang target dan realisasi per tahun: "
            + "; ".join(
                f"{t.tahun} target {label[0][n]}, realisasi {label[1][n]}" for n, t in enumerate(tahun)
            )
            + ".",
            BaganBatang(
                tuple(str(t.tahun) for t in tahun),
                (Deret("Target", target), Deret("Realisasi", realisasi)),
                label,
                satuan,
            ),
        )

    def _renstra(self) -> Iterator[Blok]:
        target, kini, satuan = self.hasil.target_renstra, self.hasil.kini, self.indikator.satuan
        if target is not None:
            nasional = target.cakupan == Cakupan.NASIONAL
            sel = (
                cetak_target(target, satuan) + (" (seluruh Indonesia)" if nasional else ""),
                cetak_target(kini.target, satuan),
                cetak_realisasi(kini, satuan, pasangan=False),
                TIDAK_ADA if nasional else cetak_capaian(self.hasil.capaian_renstra),
            )
            yield Tabel(
                self._id("tabel-renstra"),
                f"{self.indikator.kode} terhadap target Renstra tahun {kini.tahun}",
                (
                    Kolom("Target Renstra", 26, "kanan"),
                    Kolom("Target PK", 20, "kanan"),
                    Kolom(f"Realisasi {kini.tahun}", 24, "kanan"),
                    Kolom("Capaian terhadap Renstra", 24, "kanan"),
                ),
                (Baris(sel),),
            )
        yield paragraf(kalimat.describe_renstra(self.hasil))

    def _nasional(self) -> Iterator[Blok]:
        target = self.hasil.target_nasional
        isi = self.data.ambil_narasi(STANDAR_NASIONAL, self.indikator.pk)
        if target is not None:
            satuan = self.indikator.satuan
            yield paragraf(
                f"Standar nasional {cetak_target(target, satuan)} ({target.sumber}); realisasi kantor ini "
                f"{cetak_realisasi(self.hasil.kini, satuan, pasangan=False)}."
            )
        elif isi == TIDAK_ADA_STANDAR:
            yield paragraf("Tidak ada standar nasional untuk indikator ini.")
        else:
            yield from self._narasi(STANDAR_NASIONAL)

    def _narasi(self, bagian: str) -> tuple[Blok, ...]:
        kosong = celah(NARASI_INDIKATOR[bagian], name_penanggung_jawab(self.indikator))
        return convert_narasi(self.data, bagian, self.indikator) or (kosong,)

    def _tindak_lanjut(self) -> tuple[Blok, ...]:
        judul = tebal("Tindak lanjut. ")
        isi = convert_narasi(self.data, "tindak_lanjut", self.indikator)
        if isi and isinstance(isi[0], Paragraf):
            return (paragraf(judul, *isi[0].isi), *isi[1:])
        return (paragraf(judul), *isi) if isi else ()

    def _efisiensi(self) -> Iterator[Blok]:
        anggaran = next((a for a in self.data.anggaran if a.sasaran.pk == self.indikator.sasaran_id), None)
        if anggaran is not None:
            yield self._hitung_efisiensi(anggaran)
        else:
            yield celah(name_celah_anggaran(self.data, self.indikator.sasaran), KEUANGAN)
        yield from self._narasi("efisiensi")

    def _hitung_efisiensi(self, anggaran: SerapanSasaran) -> Paragraf:
        efisiensi = compute_efisiensi_indikator(self.data, self.hasil, anggaran)
        serapan = "–" if anggaran.anggaran.persen is None else cetak_persen(anggaran.anggaran.persen)
        bersama = len(self._seanggaran())
        milik = f"yang dipakai bersama {bersama} indikator" if bersama > 1 else "indikator ini"
        kalimat_serapan = f"Anggaran sasaran {milik} terserap {serapan}"
        if efisiensi is None or efisiensi.nilai is None:
            alasan = efisiensi.catatan if efisiensi else "Efisiensi tidak dihitung karena capaian tidak ada."
            return paragraf(f"{kalimat_serapan}. {alasan} Lihat ", _TABEL_EFISIENSI, ".")
        lihat = f"{efisiensi.catatan} Lihat ".lstrip()
        return paragraf(
            f"{kalimat_serapan} untuk capaian {cetak_capaian(self.hasil.kini.capaian)}, sehingga efisiensinya "
            f"{cetak_efisiensi(efisiensi)} menurut rumus {efisiensi.rumus_cetak} ({efisiensi.aturan.dasar_hukum}). ",
            lihat,
            _TABEL_EFISIENSI,
            ".",
        )

    def _seanggaran(self) -> tuple[HasilIndikator, ...]:
        sasaran = self.indikator.sasaran_id
        return next(s.indikator for s in self.data.kinerja if s.sasaran.pk == sasaran)


def compute_efisiensi_indikator(
    data: DataLaporan, hasil: HasilIndikator, anggaran: SerapanSasaran
) -> Efisiensi | None:
    """Efficiency of one indikator by the formula the instansi chose; None without a capaian."""
    return _hitung_efisiensi(data, hasil.kini.capaian.nilai, anggaran)


def compute_efisiensi_sasaran(
    data: DataLaporan, hasil: HasilSasaran, anggaran: SerapanSasaran
) -> Efisiensi | None:
    """The same of a sasaran, by the mean of its indikator.

    Each is cut at the limit first, or one easy target would hide the others.
    """
    batas = data.pengaturan.kinerja.batas_capaian_efisiensi
    capaian = [h.kini.capaian.nilai for h in hasil.indikator]
    dipakai = [n if batas is None else min(n, batas) for n in capaian if n is not None]
    rata = sum(dipakai, Decimal(0)) / len(dipakai) if dipakai else None
    return _hitung_efisiensi(data, rata, anggaran)


def _hitung_efisiensi(
    data: DataLaporan, capaian: Decimal | None, anggaran: SerapanSasaran
) -> Efisiensi | None:
    if capaian is None:
        return None
    return compute_efisiensi(
        pagu=anggaran.anggaran.pagu,
        realisasi=anggaran.anggaran.realisasi,
        capaian=capaian,
        rumus=data.pengaturan.kinerja.rumus_efisiensi,
        pengaturan=data.pengaturan.kinerja,
        pada=get_akhir_tahun(data.tahun),
    )


def cetak_efisiensi(efisiensi: Efisiensi | None) -> str:
    """ "1,23%", "4,56 poin", "0,98"."""
    if efisiensi is None or efisiensi.nilai is None:
        return TIDAK_ADA
    if efisiensi.satuan == "%":
        return cetak_persen(efisiensi.nilai)
    return cetak_angka(efisiensi.nilai, 2) + (" poin" if efisiensi.satuan == "poin" else "")


def _jelaskan_komponen(k: UkuranKomponen) -> str:
    sebutan = "" if k.komponen.kode == Komponen.UTAMA else f"{k.komponen.kode}: "
    return f"{sebutan}Pembilang: {k.komponen.label_pembilang}; penyebut: {k.komponen.label_penyebut}."


def _jelaskan_capaian(hasil: HasilTahun) -> str:
    aturan = hasil.capaian.aturan
    return f"Capaian = {aturan.rumus} ({aturan.dasar_hukum}). {hasil.capaian.catatan}".strip()


def _akhiri(isi: str) -> str:
    """A sentence from a field people fill with or without its full stop."""
    return f"{isi.rstrip('. ')}. " if isi.strip() else "belum diisi. "


def _keterangan(t: HasilTahun) -> str:
    return "Belum ditetapkan" if t.target is None and t.realisasi is None else tandai(t.capaian).kata


def _satuan_bagan(satuan: str) -> str:
    return satuan if satuan == "%" else ""


def _cetak_bagan(t: HasilTahun, satuan: str) -> str:
    """The figure above a bar, or the state that explains its absence."""
    if t.realisasi is None:
        return TIDAK_ADA if t.keadaan is Keadaan.BELUM_ADA else KEADAAN[t.keadaan]
    return beri_satuan(cetak_besaran(t.realisasi, satuan), _satuan_bagan(satuan))
