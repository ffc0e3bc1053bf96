"""Rows of the sheets about positions, to models: lines of command and holders, from one day to another."""

import datetime
from collections import defaultdict
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from kinerja.aturan.perjanjian import strip_pelaksana
from kinerja.basisdata.simpan import Perubahan
from kinerja.perencanaan.models import GarisJabatan, Jabatan, PemangkuJabatan
from kinerja.perencanaan.operations import baris as perencanaan
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.konteks import Konteks
from kinerja.pertukaran.masa import SELAMANYA, Masa, make_masa, tolak_terbalik

Garis = tuple[str, str]
"""(jabatan, its superior)"""


def save_jabatan(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Jabatan": the positions named first, then the lines between them; a row counts once."""
    _samakan_nama(konteks, isi, "nama", "atasan")
    tolak_terbalik(konteks, isi)
    _tolak_diri(konteks, isi)
    _tolak_lingkaran(konteks, isi)
    nama = perencanaan.save_nama_jabatan(b.isi[k] for b in isi.baris for k in ("nama", "atasan"))

    def buat(b: Baris) -> GarisJabatan:
        masa = {k: b.isi[k] for k in ("berlaku_dari", "berlaku_sampai")}
        return GarisJabatan(bawahan_id=nama[b.isi["nama"]], atasan_id=nama[b.isi["atasan"]], **masa)

    return perencanaan.save_garis_jabatan(konteks.bentuk(isi, buat))


def save_pemangku(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Pemangku Jabatan"; a position nobody named before is pointed out, it may be a slip."""
    dikenal = set(Jabatan.objects.values_list("nama", flat=True))
    _samakan_nama(konteks, isi, "jabatan")
    tolak_terbalik(konteks, isi)
    for b in isi.baris:
        if b.isi["jabatan"] not in dikenal:
            dikenal.add(b.isi["jabatan"])
            aturan = "Jabatan ini tidak ada di lembar Jabatan; dicatat sebagai jabatan baru tanpa atasan."
            konteks.ingatkan(isi, b, "jabatan", aturan, "Periksa ejaannya, atau tambahkan atasannya di sana.")
    nama = perencanaan.save_nama_jabatan(b.isi["jabatan"] for b in isi.baris)

    def buat(b: Baris) -> PemangkuJabatan:
        masa = {k: b.isi[k] for k in ("berlaku_dari", "berlaku_sampai")}
        return PemangkuJabatan(
            jabatan_id=nama[b.isi["jabatan"]],
            nama=b.isi["nama"] or "",
            pelaksana=b.isi["pelaksana"] or "",
            **masa,
        )

    return perencanaan.save_pemangku_jabatan(konteks.bentuk(isi, buat))


def _samakan_nama(konteks: Konteks, isi: IsiLembar, *kolom: str) -> None:
    """Write every position as it is stored, or as the file writes it first: blanks and case name no other one."""
    resmi = {nama.casefold(): nama for nama in Jabatan.objects.values_list("nama", flat=True)}
    buang = set()
    for b in isi.baris:
        for satu in kolom:
            rapat = " ".join(b.isi[satu].split())
            if strip_pelaksana(rapat) != rapat:
                aturan = "Jabatan ditulis tanpa Plt. atau Plh."
                cara = "Hapus singkatan itu; tulis di kolom Pelaksana lembar Pemangku Jabatan."
                konteks.tolak(isi, b, satu, aturan, cara)
                buang.add(b.nomor)
            else:
                b.isi[satu] = resmi.setdefault(rapat.casefold(), rapat)
    konteks.buang(isi, buang)
    konteks.siapkan(isi)


def _tolak_diri(konteks: Konteks, isi: IsiLembar) -> None:
    diri = [b for b in isi.baris if b.isi["nama"] == b.isi["atasan"]]
    for b in diri:
        konteks.tolak(isi, b, "atasan", "Jabatan menjadi atasan dirinya.", "Tulis jabatan di atasnya.")
    konteks.buang(isi, {b.nomor for b in diri})


def _tolak_lingkaran(konteks: Konteks, isi: IsiLembar) -> None:
    """Nobody is above himself, on no day; each circle is reported at its first row in the file."""
    while ketemu := _cari_lingkaran(isi):
        jalur, baris = ketemu
        pertama = min(baris, key=lambda b: b.nomor)
        awal = jalur.index(pertama.isi["nama"])
        lingkaran = " → ".join((*jalur[awal:], *jalur[: awal + 1]))
        aturan = f"Garis atasan membentuk lingkaran: {lingkaran}."
        konteks.tolak(isi, pertama, "atasan", aturan, "Putuskan di salah satu baris.")
        konteks.buang(isi, {b.nomor for b in baris})


def _cari_lingkaran(isi: IsiLembar) -> tuple[list[str], list[Baris]] | None:
    """The positions of a circle, each before its superior, and its rows; what is stored already is not the file's."""
    semua = _list_garis(isi)
    for hari in sorted({m.dari for _, m in semua}):
        berlaku = {garis: m.baris for garis, m in semua if m.memuat(hari)}
        atasan = defaultdict(list)
        for bawahan, di_atas in sorted(berlaku):
            atasan[bawahan].append(di_atas)
        try:
            TopologicalSorter(atasan).prepare()
        except CycleError as galat:
            jalur = galat.args[1][::-1]
            baris = [b for garis in pairwise(jalur) if (b := berlaku[garis])]
            if baris:
                return jalur[1:], baris
    return None


def _list_garis(isi: IsiLembar) -> list[tuple[Garis, Masa]]:
    """Every line as it will be once the file is stored."""
    medan = ("bawahan__nama", "atasan__nama", "berlaku_dari", "berlaku_sampai")
    semua: dict[tuple[Garis, datetime.date], Masa] = {
        ((j, a), d): Masa(d, s or SELAMANYA, None, None)
        for j, a, d, s in GarisJabatan.objects.values_list(*medan)
    }
    semua |= {((b.isi["nama"], b.isi["atasan"]), b.isi["berlaku_dari"]): make_masa(b) for b in isi.baris}
    return [(garis, m) for (garis, _), m in semua.items()]
