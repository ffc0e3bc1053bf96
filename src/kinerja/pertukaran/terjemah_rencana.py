"""Rows of the sheets about the office and its plan, to models."""

from collections.abc import Iterable

from kinerja.basisdata.simpan import Perubahan
from kinerja.organisasi import operations as organisasi
from kinerja.organisasi.models import JumlahPegawai, RiwayatSatker, Satker, UnitEselonI, UnitKerja
from kinerja.perencanaan import operations as perencanaan
from kinerja.perencanaan.models import (
    AnggaranPerjanjian,
    Cakupan,
    Indikator,
    Komponen,
    Misi,
    PerjanjianKinerja,
    PilihanPolaritas,
    Renstra,
    Sasaran,
    Target,
)
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.konteks import Konteks, susun_bertingkat


def save_unit(_: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Unit Eselon I"; the order of the rows is the order in the report."""
    return organisasi.save_unit_eselon_i(
        UnitEselonI(kode=b.isi["kode"], nama=b.isi["nama"], urutan=n) for n, b in enumerate(isi.baris, 1)
    )


def save_satker(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Satker": identity first, then names and places in the tree."""
    identitas = {b.isi["kunci"]: b for b in isi.baris}
    jumlah = organisasi.save_satker(
        Satker(kunci=b.isi["kunci"], kode=b.isi["kode"], jenis=b.isi["jenis"]) for b in identitas.values()
    )
    konteks.rujukan.lupakan()
    urutan = {b.nomor: n for n, b in enumerate(isi.baris, 1)}

    def buat(b: Baris) -> RiwayatSatker | None:
        if b.isi["berlaku_sampai"] and b.isi["berlaku_sampai"] < b.isi["berlaku_dari"]:
            konteks.tolak(
                isi, b, "berlaku_sampai", "Masa berlaku berakhir sebelum mulai.", "Periksa tanggalnya."
            )
            return None
        return RiwayatSatker(
            satker_id=konteks.rujukan.satker[b.isi["kunci"]],
            induk_id=konteks.rujuk(isi, b, "induk", konteks.rujukan.satker),
            unit_id=konteks.rujuk(isi, b, "unit", konteks.rujukan.unit),
            urutan=urutan[b.nomor],
            kelas=b.isi["kelas"] or "",
            **{k: b.isi[k] for k in ("nama", "nama_singkat", "berlaku_dari", "berlaku_sampai")},
        )

    _periksa_lingkaran(konteks, isi)
    return jumlah + organisasi.save_riwayat_satker(konteks.bentuk(isi, buat))


def _periksa_lingkaran(konteks: Konteks, isi: IsiLembar) -> None:
    induk = {b.isi["kunci"]: b.isi["induk"] for b in isi.baris}
    for b in isi.baris:
        jalur, kini = {b.isi["kunci"]}, induk.get(b.isi["kunci"])
        while kini is not None and kini not in jalur:
            jalur.add(kini)
            kini = induk.get(kini)
        if kini == b.isi["kunci"]:
            konteks.tolak(isi, b, "induk", "Satker menjadi atasan dirinya sendiri.", "Perbaiki kolom Induk.")


def save_unit_kerja(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Unit Kerja", parents before children."""
    urutan = {b.nomor: n for n, b in enumerate(isi.baris, 1)}

    def buat(b: Baris) -> UnitKerja | None:
        satker = konteks.rujuk(isi, b, "satker", konteks.rujukan.satker)
        return satker and UnitKerja(
            satker_id=satker,
            induk_id=konteks.rujuk(isi, b, "induk", konteks.rujukan.unit_kerja),
            urutan=urutan[b.nomor],
            tugas=b.isi["tugas"] or "",
            fungsi=b.isi["fungsi"] or "",
            **{k: b.isi[k] for k in ("kunci", "nama", "tingkat")},
        )

    return susun_bertingkat(
        konteks,
        isi,
        kunci="kunci",
        simpan=lambda baris: organisasi.save_unit_kerja(konteks.bentuk(isi, buat, baris)),
    )


def save_pegawai(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Pegawai"."""

    def buat(b: Baris) -> JumlahPegawai | None:
        satker = konteks.rujuk(isi, b, "satker", konteks.rujukan.satker)
        return satker and JumlahPegawai(
            satker_id=satker, **{k: b.isi[k] for k in ("tahun", "menurut", "rincian", "jumlah")}
        )

    return organisasi.save_jumlah_pegawai(konteks.bentuk(isi, buat))


def save_renstra(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Renstra"."""

    def buat(b: Baris) -> Renstra | None:
        if b.isi["tahun_akhir"] < b.isi["tahun_awal"]:
            konteks.tolak(isi, b, "tahun_akhir", "Renstra berakhir sebelum mulai.", "Periksa tahunnya.")
            return None
        return Renstra(**b.isi)

    return perencanaan.save_renstra(konteks.bentuk(isi, buat))


def save_misi(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Misi"."""

    def buat(b: Baris) -> Misi | None:
        renstra = konteks.rujuk(isi, b, "renstra", konteks.rujukan.renstra)
        return renstra and Misi(renstra_id=renstra, urutan=b.isi["urutan"], teks=b.isi["teks"])

    return perencanaan.save_misi(konteks.bentuk(isi, buat))


def save_sasaran(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Sasaran", parents before children."""
    urutan = {b.nomor: n for n, b in enumerate(isi.baris, 1)}

    def buat(b: Baris) -> Sasaran | None:
        renstra = konteks.rujuk(isi, b, "renstra", konteks.rujukan.renstra)
        unit = konteks.rujuk(isi, b, "unit", konteks.rujukan.unit)
        if renstra is None or unit is None:
            return None
        return Sasaran(
            renstra_id=renstra,
            unit_id=unit,
            induk_id=konteks.rujuk(isi, b, "induk", konteks.rujukan.sasaran),
            urutan=urutan[b.nomor],
            program=b.isi["program"] or "",
            **{k: b.isi[k] for k in ("kode", "tingkat", "teks")},
        )

    return susun_bertingkat(
        konteks,
        isi,
        kunci="kode",
        simpan=lambda baris: perencanaan.save_sasaran(konteks.bentuk(isi, buat, baris)),
    )


_MANUAL = ("definisi", "rumus", "sumber_data", "polaritas_usulan", "catatan_mutu")
_SIFAT = ("kode", "nama", "satuan", "polaritas", "cara_hitung", "agregasi_bulan", "agregasi_satker")


def save_indikator(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Indikator"."""
    urutan = {b.nomor: n for n, b in enumerate(isi.baris, 1)}

    def buat(b: Baris) -> Indikator | None:
        sasaran = konteks.rujuk(isi, b, "sasaran", konteks.rujukan.sasaran)
        return sasaran and Indikator(
            sasaran_id=sasaran,
            urutan=urutan[b.nomor],
            penanggung_jawab_id=konteks.rujuk(isi, b, "penanggung_jawab", konteks.rujukan.unit_kerja),
            **{k: b.isi[k] for k in _SIFAT},
            **{k: b.isi[k] or "" for k in _MANUAL},
        )

    return perencanaan.save_indikator(konteks.bentuk(isi, buat))


def save_komponen(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Komponen"."""
    urutan = {b.nomor: n for n, b in enumerate(isi.baris, 1)}

    def buat(b: Baris) -> Komponen | None:
        indikator = konteks.rujuk(isi, b, "indikator", konteks.rujukan.indikator)
        return indikator and Komponen(
            indikator_id=indikator,
            kode=b.isi["kode"],
            label_pembilang=b.isi["label_pembilang"] or "",
            label_penyebut=b.isi["label_penyebut"] or "",
            urutan=urutan[b.nomor],
        )

    return perencanaan.save_komponen(konteks.bentuk(isi, buat))


def save_target(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Target": one value, or both ends of a range for polarity "rentang"."""
    polaritas = dict(Indikator.objects.values_list("pk", "polaritas"))
    masa = list_masa_renstra()

    def buat(b: Baris) -> Target | None:
        indikator = konteks.rujuk(isi, b, "indikator", konteks.rujukan.indikator)
        satker = konteks.rujuk(isi, b, "satker", konteks.rujukan.satker)
        if indikator is None or satker is None or not check_tahun(konteks, isi, b, masa[indikator]):
            return None
        if not _check_bentuk_target(konteks, isi, b, polaritas[indikator]):
            return None
        return Target(
            indikator_id=indikator,
            satker_id=satker,
            cakupan=b.isi["cakupan"] or Cakupan.SATKER,
            sumber=b.isi["sumber"] or "",
            **{k: b.isi[k] for k in ("tahun", "jenis", "nilai", "bawah", "atas")},
        )

    return perencanaan.save_target(konteks.bentuk(isi, buat))


def _check_bentuk_target(konteks: Konteks, isi: IsiLembar, b: Baris, polaritas: str) -> bool:
    nilai, bawah, atas = b.isi["nilai"], b.isi["bawah"], b.isi["atas"]
    rentang = polaritas == PilihanPolaritas.RENTANG
    if rentang and (nilai is not None or bawah is None or atas is None):
        konteks.tolak(
            isi,
            b,
            "bawah",
            "Indikator berpolaritas rentang.",
            "Isi Batas Bawah dan Batas Atas, kosongkan Target.",
        )
        return False
    if not rentang and (nilai is None or bawah is not None or atas is not None):
        konteks.tolak(isi, b, "nilai", "Target berupa satu angka.", "Isi Target, kosongkan kedua batas.")
        return False
    if rentang and atas < bawah:
        konteks.tolak(isi, b, "atas", "Batas Atas di bawah Batas Bawah.", "Tukar kedua batas.")
        return False
    return True


def list_masa_renstra() -> dict[int, tuple[int, int]]:
    """indikator id -> first and last year of its Renstra"""
    medan = ("pk", "sasaran__renstra__tahun_awal", "sasaran__renstra__tahun_akhir")
    return {pk: (awal, akhir) for pk, awal, akhir in Indikator.objects.values_list(*medan)}


def check_tahun(konteks: Konteks, isi: IsiLembar, b: Baris, masa: tuple[int, int]) -> bool:
    """Whether the year of the row lies in the Renstra of its indikator; recorded when not."""
    if masa[0] <= b.isi["tahun"] <= masa[1]:
        return True
    aturan = f"Tahun di luar masa Renstra indikator ini ({masa[0]}–{masa[1]})."
    konteks.tolak(isi, b, "tahun", aturan, "Perbaiki tahunnya.")
    return False


def save_perjanjian(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Perjanjian"."""

    def buat(b: Baris) -> PerjanjianKinerja | None:
        satker = konteks.rujuk(isi, b, "satker", konteks.rujukan.satker)
        unit = konteks.rujuk(isi, b, "unit", konteks.rujukan.unit)
        if satker is None or unit is None:
            return None
        lain = ("tahun", "kode", "pihak_pertama", "pihak_kedua", "tempat", "tanggal")
        isi_lain = {k: b.isi[k] for k in lain}
        return PerjanjianKinerja(satker_id=satker, unit_id=unit, lingkup=b.isi["lingkup"] or "", **isi_lain)

    return perencanaan.save_perjanjian(konteks.bentuk(isi, buat))


def save_anggaran_perjanjian(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Anggaran Perjanjian"."""

    def buat(nomor: int, b: Baris) -> AnggaranPerjanjian | None:
        satker = konteks.rujuk(isi, b, "satker", konteks.rujukan.satker)
        perjanjian = konteks.rujukan.perjanjian.get((satker or 0, b.isi["tahun"], b.isi["perjanjian"]))
        if perjanjian is None:
            konteks.tolak(
                isi, b, "perjanjian", "Perjanjian ini tidak dikenal.", "Tambahkan dulu di lembar Perjanjian."
            )
            return None
        lain = {k: b.isi[k] for k in ("program", "kegiatan", "nilai")}
        return AnggaranPerjanjian(perjanjian_id=perjanjian, urutan=nomor, **lain)

    baris: Iterable[AnggaranPerjanjian | None] = (buat(n, b) for n, b in enumerate(isi.baris, 1))
    return perencanaan.save_anggaran_perjanjian([b for b in baris if b is not None])
