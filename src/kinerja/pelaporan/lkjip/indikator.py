"""One indikator in the report: its manual and the seven mandatory analyses (PermenPANRB 53/2014)."""

from collections.abc import Iterator
from decimal import Decimal

from kinerja.anggaran.queries import SerapanSasaran
from kinerja.aturan.capaian import Polaritas, compute_capaian
from kinerja.aturan.capaian import Target as TargetAturan
from kinerja.aturan.efisiensi import Efisiensi, compute_efisiensi
from kinerja.dasar.cetak import bulatkan, cetak_angka, cetak_persen
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
from kinerja.organisasi.queries import get_akhir_tahun
from kinerja.pelaporan.lkjip import kalimat
from kinerja.pelaporan.lkjip.blok import (
    celah,
    convert_narasi,
    list_tabel_pendukung,
    name_penanggung_jawab,
    tebal,
)
from kinerja.pelaporan.queries import NARASI_INDIKATOR, STANDAR_NASIONAL, TIDAK_ADA_STANDAR, DataLaporan
from kinerja.pengukuran.cetak import (
    TIDAK_ADA,
    beri_satuan,
    cetak_capaian,
    cetak_nilai,
    cetak_realisasi,
    cetak_target,
    tandai,
)
from kinerja.pengukuran.queries import HasilIndikator, HasilTahun
from kinerja.perencanaan.models import Cakupan, Indikator


def compose_indikator(data: DataLaporan, hasil: HasilIndikator, nomor: str) -> Bagian:
    """The part about one indikator; `nomor` is its printed number ("2.1")."""
    return _Penyusun(data, hasil).susun(nomor)


def name_polaritas(indikator: Indikator) -> str:
    """ "semakin tinggi semakin baik"."""
    return str(indikator.get_polaritas_display())


class _Penyusun:
    def __init__(self, data: DataLaporan, hasil: HasilIndikator) -> None:
        self.data = data
        self.hasil = hasil
        self.indikator = hasil.indikator
        self.kunci = hasil.indikator.kode.lower().replace(".", "-")

    def susun(self, nomor: str) -> Bagian:
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
            judul=f"Indikator {nomor}: {self.indikator.nama}",
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
            tebal("Definisi. "),
            f"{ind.definisi or 'belum diisi'} ",
            tebal("Rumus. "),
            f"{ind.rumus or 'belum diisi'}. ".replace("..", "."),
            tebal("Sifat. "),
            f"{name_polaritas(ind)}; antarbulan {ind.get_agregasi_bulan_display()}, "
            f"antarsatker {ind.get_agregasi_satker_display()}. ",
            tebal("Sumber data. "),
            f"{ind.sumber_data or 'belum diisi'} ",
            tebal("Penanggung jawab. "),
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
            pengaturan=self.data.pengaturan,
            pada=get_akhir_tahun(kini.tahun),
        )
        sebutan = str(ind.get_polaritas_usulan_display())
        return f" Bila polaritasnya {sebutan}, capaiannya {cetak_capaian(lain)}."

    def _tahun_ini(self) -> Iterator[Blok]:
        kini, satuan = self.hasil.kini, self.indikator.satuan
        kolom = (Kolom("Target", 18, "kanan"), Kolom("Realisasi", 34, "kanan"), Kolom("Capaian", 20, "kanan"))
        sel = (
            cetak_target(kini.target, satuan),
            cetak_realisasi(kini, satuan),
            cetak_capaian(kini.capaian),
            tandai(kini.capaian).kata,
        )
        yield Tabel(
            self._id("tabel-tahun-ini"),
            f"Target, realisasi, dan capaian {self.indikator.nama} tahun {kini.tahun}",
            (*kolom, Kolom("Keterangan", 20)),
            (Baris(sel),),
            catatan=f"Capaian = {kini.capaian.aturan.rumus} ({kini.capaian.aturan.dasar_hukum}).",
        )
        yield paragraf(kalimat.describe_capaian(self.hasil))
        yield from self._komponen()
        yield from self._rincian()
        yield from list_tabel_pendukung(self.data, self.indikator.pk)

    def _komponen(self) -> Iterator[Blok]:
        satuan = self.indikator.satuan
        baris = [
            (
                k.komponen.label_pembilang or "Pembilang",
                cetak_angka(k.ukuran.pembilang),
                k.komponen.label_penyebut or "Penyebut",
                cetak_angka(k.ukuran.penyebut),
                cetak_nilai(k.nilai, satuan),
            )
            for k in self.hasil.kini.komponen
            if k.ukuran.pembilang is not None and k.ukuran.penyebut is not None
        ]
        if baris:
            yield Tabel(
                self._id("tabel-komponen"),
                f"Komponen penghitungan {self.indikator.nama} tahun {self.data.tahun}",
                (
                    Kolom("Pembilang", 28),
                    Kolom("Jumlah", 16, "kanan"),
                    Kolom("Penyebut", 28),
                    Kolom("Jumlah", 16, "kanan"),
                    Kolom("Hasil", 14, "kanan"),
                ),
                tuple(Baris(b) for b in baris),
            )
        if not self.hasil.bulanan and self.hasil.kini.realisasi is not None:
            yield paragraf("Rincian bulanan tidak tersedia: realisasi dicatat sebagai angka setahun.")

    def _rincian(self) -> Iterator[Blok]:
        """Numbers per satker, where more than one contributes."""
        rincian = self.hasil.rincian
        if len({r.satker.satker_id for r in rincian}) < 2:
            return
        pasangan = any(r.ukuran.pembilang is not None for r in rincian)
        angka = (Kolom("Pembilang", 16, "kanan"), Kolom("Penyebut", 16, "kanan")) if pasangan else ()
        baris = []
        for n, r in enumerate(rincian, 1):
            dua = (r.ukuran.pembilang, r.ukuran.penyebut) if pasangan else ()
            angka_sel = tuple(TIDAK_ADA if d is None else cetak_angka(d) for d in dua)
            baris.append(
                Baris((str(n), r.satker.nama, *angka_sel, cetak_nilai(r.nilai, self.indikator.satuan)))
            )
        kosong = ("",) * len(angka)
        jumlah = ("", f"Seluruhnya ({self.indikator.get_agregasi_satker_display()})", *kosong)
        hasil = cetak_nilai(self.hasil.kini.realisasi, self.indikator.satuan)
        yield Tabel(
            self._id("tabel-satker"),
            f"{self.indikator.nama} menurut satuan kerja tahun {self.data.tahun}",
            (Kolom("No.", 6, "tengah"), Kolom("Satuan kerja", 52), *angka, Kolom("Nilai", 18, "kanan")),
            (*baris, Baris((*jumlah, hasil), "jumlah")),
        )

    def _tahun_lalu(self) -> Iterator[Blok]:
        satuan, tahun = self.indikator.satuan, self.hasil.tahun
        kolom = (Kolom("Tahun", 12, "tengah"), Kolom("Target", 20, "kanan"), Kolom("Realisasi", 22, "kanan"))
        yield Tabel(
            self._id("tabel-riwayat"),
            f"Perkembangan {self.indikator.nama} tahun {tahun[0].tahun}–{tahun[-1].tahun}",
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
            tuple("" if n is None else beri_satuan(cetak_angka(n), _satuan_bagan(satuan)) for n in target),
            tuple("" if n is None else _cetak_bagan(n, satuan) for n in realisasi),
        )
        return Gambar(
            self._id("gambar-riwayat"),
            f"Target dan realisasi {self.indikator.nama} tahun {tahun[0].tahun}–{tahun[-1].tahun}",
            "Diagram batang target dan realisasi per tahun: "
            + "; ".join(
                f"{t.tahun} target {label[0][n] or '–'}, realisasi {label[1][n] or '–'}"
                for n, t in enumerate(tahun)
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
                f"Realisasi {self.indikator.nama} terhadap target Renstra tahun {kini.tahun}",
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
        isi = self.data.ambil_narasi(bagian, self.indikator.pk)
        if isi:
            return convert_narasi(isi)
        return (celah(NARASI_INDIKATOR[bagian], name_penanggung_jawab(self.indikator)),)

    def _tindak_lanjut(self) -> tuple[Blok, ...]:
        isi = self.data.ambil_narasi("tindak_lanjut", self.indikator.pk)
        return (paragraf(tebal("Tindak lanjut. "), isi),) if isi else ()

    def _efisiensi(self) -> Iterator[Blok]:
        anggaran = next((a for a in self.data.anggaran if a.sasaran.pk == self.indikator.sasaran_id), None)
        if anggaran is not None:
            yield from self._tabel_efisiensi(anggaran)
        else:
            yield celah("Anggaran sasaran indikator ini", "pengelola keuangan")
        yield from self._narasi("efisiensi")

    def _tabel_efisiensi(self, anggaran: SerapanSasaran) -> Iterator[Blok]:
        efisiensi = compute_efisiensi_indikator(self.data, self.hasil, anggaran)
        serapan = anggaran.anggaran.persen
        kolom = ("Capaian indikator", "Serapan anggaran sasaran", "Efisiensi")
        sel = (
            cetak_capaian(self.hasil.kini.capaian),
            TIDAK_ADA if serapan is None else cetak_persen(serapan),
            cetak_efisiensi(efisiensi),
        )
        yield Tabel(
            self._id("tabel-efisiensi"),
            f"Efisiensi penggunaan sumber daya {self.indikator.nama} tahun {self.data.tahun}",
            tuple(Kolom(k, 30, "kanan") for k in kolom),
            (Baris(sel),),
            catatan=_jelaskan(efisiensi),
        )
        if len(self._seanggaran()) > 1:
            yield paragraf(
                f"Anggaran dicatat per sasaran dan dipakai bersama oleh {len(self._seanggaran())} indikator; lihat ",
                Rujukan("tabel-anggaran-sasaran"),
                ".",
            )

    def _seanggaran(self) -> tuple[HasilIndikator, ...]:
        sasaran = self.indikator.sasaran_id
        return next(s.indikator for s in self.data.kinerja if s.sasaran.pk == sasaran)


def compute_efisiensi_indikator(
    data: DataLaporan, hasil: HasilIndikator, anggaran: SerapanSasaran
) -> Efisiensi | None:
    """Efficiency of one indikator by the formula the instansi chose; None without a capaian."""
    if hasil.kini.capaian.nilai is None:
        return None
    return compute_efisiensi(
        pagu=anggaran.anggaran.pagu,
        realisasi=anggaran.anggaran.realisasi,
        capaian=hasil.kini.capaian.nilai,
        rumus=data.pengaturan.rumus_efisiensi,
        pengaturan=data.pengaturan,
        pada=get_akhir_tahun(data.tahun),
    )


def cetak_efisiensi(efisiensi: Efisiensi | None) -> str:
    """ "1,23%", "4,56 poin", "0,98"."""
    if efisiensi is None or efisiensi.nilai is None:
        return TIDAK_ADA
    if efisiensi.satuan == "%":
        return cetak_persen(efisiensi.nilai)
    return cetak_angka(efisiensi.nilai, 2) + (" poin" if efisiensi.satuan == "poin" else "")


def _jelaskan(efisiensi: Efisiensi | None) -> str:
    if efisiensi is None:
        return "Efisiensi tidak dihitung karena capaian tidak ada."
    return (
        f"Efisiensi = {efisiensi.rumus_cetak} ({efisiensi.aturan.dasar_hukum}). {efisiensi.catatan}".strip()
    )


def _keterangan(t: HasilTahun) -> str:
    return "Belum ditetapkan" if t.target is None and t.realisasi is None else tandai(t.capaian).kata


def _satuan_bagan(satuan: str) -> str:
    return satuan if satuan == "%" else ""


def _cetak_bagan(nilai: Decimal, satuan: str) -> str:
    return beri_satuan(cetak_angka(bulatkan(nilai, 2)), _satuan_bagan(satuan))
