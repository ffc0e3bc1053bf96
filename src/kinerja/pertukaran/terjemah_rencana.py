"""Rows of the sheets about the plan and its promises, to models."""

from kinerja.basisdata.simpan import Perubahan
from kinerja.dasar.cetak import cetak_persen
from kinerja.pengukuran.cetak import PERSEN
from kinerja.perencanaan import operations as perencanaan
from kinerja.perencanaan.models import (
    AnggaranPerjanjian,
    CaraHitung,
    Indikator,
    KaitanLintas,
    Komponen,
    Misi,
    PerjanjianKinerja,
    PilihanAgregasiSatker,
    PilihanPolaritas,
    Renstra,
    Sasaran,
    Target,
    Tujuan,
)
from kinerja.perencanaan.operations import baris as baris_
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.konteks import Konteks
from kinerja.pertukaran.pohon import simpan_bertingkat
from kinerja.pertukaran.urutan import Nama, beri_urutan


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
        renstra = konteks.rujuk(isi, b, "renstra")
        return renstra and Misi(renstra_id=renstra, urutan=b.isi["urutan"], teks=b.isi["teks"])

    return perencanaan.save_misi(konteks.bentuk(isi, buat))


def save_tujuan(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Tujuan"."""

    def buat(b: Baris) -> Tujuan | None:
        renstra = konteks.rujuk(isi, b, "renstra")
        return renstra and Tujuan(
            renstra_id=renstra,
            misi_id=konteks.rujuk(isi, b, "misi", nama=(b.isi["renstra"], b.isi["misi"])),
            urutan=b.isi["urutan"],
            teks=b.isi["teks"],
        )

    return baris_.save_tujuan(konteks.bentuk(isi, buat))


def save_sasaran(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Sasaran", parents before children; without the column Tujuan those stored stay."""
    lama = list(Sasaran.objects.values_list("kode", "induk__kode", "urutan", "tujuan_id"))
    tersimpan = {(kode,): (induk,) if induk else None for kode, induk, *_ in lama}
    urutan = beri_urutan(((b.isi["kode"],) for b in isi.baris), {(kode,): n for kode, _, n, _ in lama})
    tujuan = {} if "tujuan" in isi.letak else {kode: pk for kode, *_, pk in lama}

    def buat(b: Baris) -> Sasaran | None:
        renstra = konteks.rujuk(isi, b, "renstra")
        unit = konteks.rujuk(isi, b, "unit")
        if renstra is None or unit is None:
            return None
        return Sasaran(
            renstra_id=renstra,
            unit_id=unit,
            induk_id=konteks.rujuk(isi, b, "induk", "sasaran"),
            tujuan_id=konteks.rujuk(isi, b, "tujuan", nama=(b.isi["renstra"], b.isi["tujuan"]))
            or tujuan.get(b.isi["kode"]),
            urutan=urutan[b.isi["kode"],],
            program=b.isi["program"] or "",
            **{k: b.isi[k] for k in ("kode", "tingkat", "teks")},
        )

    return simpan_bertingkat(
        konteks, isi, tersimpan, lambda baris: perencanaan.save_sasaran(konteks.bentuk(isi, buat, baris))
    )


def save_kaitan(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Kaitan Lintas": between two sasaran of one plan."""
    renstra = dict(Sasaran.objects.values_list("pk", "renstra_id"))

    def buat(b: Baris) -> KaitanLintas | None:
        dari, ke = (konteks.rujuk(isi, b, k, "sasaran") for k in ("dari", "ke"))
        if dari is None or ke is None:
            return None
        if dari == ke or renstra[dari] != renstra[ke]:
            aturan = "Kaitan lintas menghubungkan dua sasaran yang berlainan dari Renstra yang sama."
            konteks.tolak(isi, b, "ke", aturan, "Pilih sasaran lain.")
            return None
        if b.isi["tahun_akhir"] < b.isi["tahun_awal"]:
            konteks.tolak(isi, b, "tahun_akhir", "Kaitan berakhir sebelum mulai.", "Periksa tahunnya.")
            return None
        return KaitanLintas(
            dari_id=dari, ke_id=ke, **{k: b.isi[k] for k in ("tahun_awal", "tahun_akhir", "uraian")}
        )

    return baris_.save_kaitan_lintas(konteks.bentuk(isi, buat))


_MANUAL = ("definisi", "rumus", "sumber_data", "polaritas_usulan", "catatan_mutu")
_SEBUTAN_PERSEN = ("%", "persen", "persentase", "prosen", "percent")
_SIFAT = ("kode", "nama", "polaritas", "cara_hitung", "agregasi_bulan", "agregasi_satker")


def save_indikator(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Indikator"."""
    lama = {(kode,): n for kode, n in Indikator.objects.values_list("kode", "urutan")}
    urutan = beri_urutan(((b.isi["kode"],) for b in isi.baris), lama)

    def buat(b: Baris) -> Indikator | None:
        sasaran = konteks.rujuk(isi, b, "sasaran")
        if sasaran is None or not _check_agregasi(konteks, isi, b):
            return None
        return Indikator(
            sasaran_id=sasaran,
            urutan=urutan[b.isi["kode"],],
            penanggung_jawab_id=konteks.rujuk(isi, b, "penanggung_jawab"),
            **{k: b.isi[k] for k in _SIFAT},
            **{k: b.isi[k] or "" for k in _MANUAL},
            satuan=PERSEN if b.isi["satuan"].casefold() in _SEBUTAN_PERSEN else b.isi["satuan"],
        )

    return perencanaan.save_indikator(konteks.bentuk(isi, buat))


def _check_agregasi(konteks: Konteks, isi: IsiLembar, b: Baris) -> bool:
    """Plain values have no numerators and denominators to add up."""
    if b.isi["cara_hitung"] != CaraHitung.NILAI or b.isi["agregasi_satker"] != PilihanAgregasiSatker.SIGMA:
        return True
    aturan = "Agregasi sigma menjumlahkan pembilang dan penyebut, sedangkan Cara Hitung indikator ini nilai."
    lain = ", ".join(p for p in PilihanAgregasiSatker.values if p != PilihanAgregasiSatker.SIGMA)
    konteks.tolak(isi, b, "agregasi_satker", aturan, f"Pilih salah satu: {lain}.")
    return False


def save_komponen(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Komponen"."""
    medan = ("indikator__kode", "kode", "urutan")
    lama = {(i, k): n for i, k, n in Komponen.objects.values_list(*medan)}
    urutan = beri_urutan(((b.isi["indikator"], b.isi["kode"]) for b in isi.baris), lama)

    def buat(b: Baris) -> Komponen | None:
        indikator = konteks.rujuk(isi, b, "indikator")
        return indikator and Komponen(
            indikator_id=indikator,
            kode=b.isi["kode"],
            label_pembilang=b.isi["label_pembilang"] or "",
            label_penyebut=b.isi["label_penyebut"] or "",
            urutan=urutan[b.isi["indikator"], b.isi["kode"]],
        )

    return perencanaan.save_komponen(konteks.bentuk(isi, buat))


def save_target(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Target": one value, or both ends of a range for polarity "rentang"."""
    sifat = {
        pk: (polaritas, satuan)
        for pk, polaritas, satuan in Indikator.objects.values_list("pk", "polaritas", "satuan")
    }
    masa = list_masa_renstra()

    def buat(b: Baris) -> Target | None:
        indikator = konteks.rujuk(isi, b, "indikator")
        satker = konteks.rujuk(isi, b, "satker")
        if indikator is None or satker is None or not check_tahun(konteks, isi, b, masa[indikator]):
            return None
        polaritas, satuan = sifat[indikator]
        if not _check_bentuk_target(konteks, isi, b, polaritas):
            return None
        ingatkan_persen(konteks, isi, b, satuan)
        return Target(
            indikator_id=indikator,
            satker_id=satker,
            sumber=b.isi["sumber"] or "",
            **{k: b.isi[k] for k in ("tahun", "jenis", "nilai", "bawah", "atas", "cakupan")},
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


def ingatkan_persen(konteks: Konteks, isi: IsiLembar, b: Baris, satuan: str) -> None:
    """Excel keeps 97,4% as 0.974, and so does whoever copies its values."""
    nilai = b.isi["nilai"]
    if satuan == PERSEN and nilai is not None and 0 < nilai < 1:
        aturan = "Di bawah satu persen, padahal persen ditulis sebagai angka persen: 97,4 berarti 97,4%."
        konteks.ingatkan(
            isi, b, "nilai", aturan, f"Bila maksudnya {cetak_persen(nilai * 100)}, tulis begitu."
        )


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
        satker = konteks.rujuk(isi, b, "satker")
        unit = konteks.rujuk(isi, b, "unit")
        if satker is None or unit is None or not _check_lingkup(konteks, isi, b):
            return None
        lain = ("tahun", "kode", "pihak_pertama", "pihak_kedua", "tempat", "tanggal")
        isi_lain = {k: b.isi[k] for k in lain}
        return PerjanjianKinerja(satker_id=satker, unit_id=unit, lingkup=b.isi["lingkup"] or "", **isi_lain)

    return perencanaan.save_perjanjian(konteks.bentuk(isi, buat))


def _check_lingkup(konteks: Konteks, isi: IsiLembar, b: Baris) -> bool:
    kode = [k.strip() for k in (b.isi["lingkup"] or "").split(";") if k.strip()]
    dikenal = konteks.rujukan.sasaran
    asing = [k for k in kode if k not in dikenal and not konteks.is_tertutup("sasaran", (k,))]
    if asing:
        aturan = f"Sasaran ini tidak dikenal: {', '.join(asing)}."
        konteks.tolak(isi, b, "lingkup", aturan, "Tulis kode sasaran dipisah titik koma.")
    return not asing


def save_anggaran_perjanjian(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Anggaran Perjanjian"."""
    medan = ("satker__kunci", "tahun", "kode")
    rincian = ("program", "kegiatan")
    tersimpan = AnggaranPerjanjian.objects.values_list(
        *(f"perjanjian__{m}" for m in medan), *rincian, "urutan"
    )
    lama = {(s, t, k, (p, g)): n for s, t, k, p, g, n in tersimpan}

    def sebut(b: Baris) -> Nama:
        return *_nama_perjanjian(b), tuple(b.isi[k] for k in rincian)

    urutan = beri_urutan(map(sebut, isi.baris), lama)

    def buat(b: Baris) -> AnggaranPerjanjian | None:
        if konteks.rujuk(isi, b, "satker") is None:
            return None
        perjanjian = konteks.rujuk(isi, b, "perjanjian", nama=_nama_perjanjian(b))
        lain = {k: b.isi[k] for k in (*rincian, "nilai")}
        return perjanjian and AnggaranPerjanjian(perjanjian_id=perjanjian, urutan=urutan[sebut(b)], **lain)

    return perencanaan.save_anggaran_perjanjian(konteks.bentuk(isi, buat))


def _nama_perjanjian(b: Baris) -> Nama:
    return tuple(b.isi[k] for k in ("satker", "tahun", "perjanjian"))
