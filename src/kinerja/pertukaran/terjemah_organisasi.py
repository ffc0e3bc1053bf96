"""Rows of the sheets about the office, to models."""

from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from operator import itemgetter

from kinerja.basisdata.simpan import Perubahan
from kinerja.organisasi import operations as organisasi
from kinerja.organisasi.models import JumlahPegawai, RiwayatSatker, Satker, UnitEselonI, UnitKerja
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.konteks import Konteks
from kinerja.pertukaran.masa import SELAMANYA, Masa, make_masa, tolak_terbalik, tolak_tumpang
from kinerja.pertukaran.pohon import simpan_bertingkat, tolak_lingkaran
from kinerja.pertukaran.urutan import Nama, beri_urutan


def save_unit(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Unit Eselon I"; new units stand in the report behind the known ones, in the order of the rows.

    All offices share the units: one office's workbook keeps their order, and a changed name is pointed out.
    """
    lama = {u.kode: u for u in UnitEselonI.objects.all()}
    urutan = beri_urutan(((b.isi["kode"],) for b in isi.baris), {(k,): u.urutan for k, u in lama.items()})
    for b in isi.baris:
        ada = lama.get(b.isi["kode"])
        if ada and ada.nama != b.isi["nama"]:
            aturan = f"Nama unit berubah untuk semua kantor; sebelumnya {ada.nama!r}."
            konteks.ingatkan(isi, b, "nama", aturan, "Pastikan unitnya memang berganti nama.")
    return organisasi.save_unit_eselon_i(
        UnitEselonI(kode=b.isi["kode"], nama=b.isi["nama"], urutan=urutan[b.isi["kode"],]) for b in isi.baris
    )


def save_satker(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Satker": identity first, then names and places in the tree."""
    kunci_menurut_kode = konteks.rujukan.kunci_satker | {b.isi["kode"]: b.isi["kunci"] for b in isi.baris}
    for b in isi.baris:
        b.isi["induk"] = b.isi["induk"] and kunci_menurut_kode.get(b.isi["induk"], b.isi["induk"])
    _periksa_identitas(konteks, isi)
    tolak_terbalik(konteks, isi)
    tolak_tumpang(konteks, isi, _list_masa(isi).values(), "kedudukan")
    _periksa_lingkaran(konteks, isi)
    berganti = _save_identitas(isi)
    konteks.rujukan.lupakan()
    urutan = _urutkan_satker(isi)

    def buat(b: Baris) -> RiwayatSatker:
        return RiwayatSatker(
            satker_id=konteks.rujukan.satker[b.isi["kunci"]],
            induk_id=konteks.rujuk(isi, b, "induk", "satker"),
            unit_id=konteks.rujuk(isi, b, "unit"),
            urutan=urutan[b.isi["kunci"],],
            kelas=b.isi["kelas"] or "",
            **{k: b.isi[k] for k in ("nama", "nama_singkat", "berlaku_dari", "berlaku_sampai")},
        )

    # A row is counted once, though it is kept as an identity and as a place in the tree.
    lama, baru = ([b for b in isi.baris if (b.isi["kunci"] in berganti) is ya] for ya in (False, True))
    jumlah = organisasi.save_riwayat_satker(konteks.bentuk(isi, buat, lama))
    terganti = organisasi.save_riwayat_satker(konteks.bentuk(isi, buat, baru))
    return jumlah + Perubahan(terganti.baru, terganti.berubah + terganti.sama)


def _save_identitas(isi: IsiLembar) -> set[str]:
    """Store who the satker are; the keys of stored ones whose kode or jenis changed."""
    lama = {kunci: lain for kunci, *lain in Satker.objects.values_list("kunci", "kode", "jenis")}
    satker = [
        Satker(kunci=kunci, kode=b.isi["kode"], jenis=b.isi["jenis"])
        for kunci, b in {b.isi["kunci"]: b for b in isi.baris}.items()
    ]
    organisasi.save_satker(satker)
    return {s.kunci for s in satker if lama.get(s.kunci, [s.kode, s.jenis]) != [s.kode, s.jenis]}


def _urutkan_satker(isi: IsiLembar) -> dict[Nama, int]:
    """(kunci,) -> the place of the satker, the same under all its names."""
    riwayat = RiwayatSatker.objects.order_by("berlaku_dari").values_list("satker__kunci", "urutan")
    return beri_urutan(((b.isi["kunci"],) for b in isi.baris), {(kunci,): n for kunci, n in riwayat})


def _periksa_identitas(konteks: Konteks, isi: IsiLembar) -> None:
    """One satker has one kode and one jenis, in all its rows; no two satker share a kode."""
    lain = Satker.objects.exclude(kode=None).exclude(kunci__in={b.isi["kunci"] for b in isi.baris})
    pemilik = dict(lain.values_list("kode", "kunci"))
    pertama: dict[str, Baris] = {}
    buang = set()
    for b in isi.baris:
        awal = pertama.setdefault(b.isi["kunci"], b)
        beda = next((k for k in ("kode", "jenis") if b.isi[k] != awal.isi[k]), None)
        if beda:
            aturan = f"Berbeda dari baris {awal.nomor} untuk satker yang sama."
            konteks.tolak(isi, b, beda, aturan, "Samakan di semua baris satker ini.")
            buang.add(b.nomor)
        elif b.isi["kode"] and pemilik.setdefault(b.isi["kode"], b.isi["kunci"]) != b.isi["kunci"]:
            aturan = f"Kode Satker ini sudah dipakai {pemilik[b.isi['kode']]}."
            konteks.tolak(isi, b, "kode", aturan, "Perbaiki salah satu kodenya.")
            buang.add(b.nomor)
    konteks.buang(isi, buang)


def _list_masa(isi: IsiLembar) -> dict[str, list[Masa]]:
    """kunci satker -> its places by date with the key of the satker above, as they will be once the file is stored."""
    medan = ("satker__kunci", "berlaku_dari", "berlaku_sampai", "induk__kunci")
    masa = {
        (k, d): Masa(d, s or SELAMANYA, i, None) for k, d, s, i in RiwayatSatker.objects.values_list(*medan)
    }
    masa |= {(b.isi["kunci"], b.isi["berlaku_dari"]): make_masa(b, b.isi["induk"]) for b in isi.baris}
    hasil = defaultdict(list)
    for (kunci, _), satu in sorted(masa.items(), key=itemgetter(0)):
        hasil[kunci].append(satu)
    return hasil


def _periksa_lingkaran(konteks: Konteks, isi: IsiLembar) -> None:
    """Nobody is above himself, on no day."""
    atasan = {kunci: {m.isi for m in masa if m.isi} for kunci, masa in _list_masa(isi).items()}
    try:
        TopologicalSorter(atasan).prepare()
    except CycleError:
        for hari in sorted({b.isi["berlaku_dari"] for b in isi.baris}):
            berlaku = {k: m for k, masa in _list_masa(isi).items() for m in masa if m.memuat(hari)}
            baris = {kunci: m.baris for kunci, m in berlaku.items() if m.baris}
            tolak_lingkaran(konteks, isi, baris, {kunci: m.isi for kunci, m in berlaku.items()})


def save_unit_kerja(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Unit Kerja", parents before children."""
    medan = ("satker__kunci", "kunci", "induk__kunci", "urutan")
    lama = list(UnitKerja.objects.values_list(*medan))
    tersimpan = {(s, k): (s, i) if i else None for s, k, i, _ in lama}
    nama = ((b.isi["satker"], b.isi["kunci"]) for b in isi.baris)
    urutan = beri_urutan(nama, {(s, k): n for s, k, _, n in lama})

    def buat(b: Baris) -> UnitKerja | None:
        satker = konteks.rujuk(isi, b, "satker")
        return satker and UnitKerja(
            satker_id=satker,
            induk_id=konteks.rujuk(isi, b, "induk", "unit_kerja", nama=(b.isi["satker"], b.isi["induk"])),
            urutan=urutan[b.isi["satker"], b.isi["kunci"]],
            tugas=b.isi["tugas"] or "",
            fungsi=b.isi["fungsi"] or "",
            **{k: b.isi[k] for k in ("kunci", "nama", "tingkat")},
        )

    return simpan_bertingkat(
        konteks, isi, tersimpan, lambda baris: organisasi.save_unit_kerja(konteks.bentuk(isi, buat, baris))
    )


def save_pegawai(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Pegawai"."""

    def buat(b: Baris) -> JumlahPegawai | None:
        satker = konteks.rujuk(isi, b, "satker")
        return satker and JumlahPegawai(
            satker_id=satker, **{k: b.isi[k] for k in ("tahun", "menurut", "rincian", "jumlah")}
        )

    return organisasi.save_jumlah_pegawai(konteks.bentuk(isi, buat))
