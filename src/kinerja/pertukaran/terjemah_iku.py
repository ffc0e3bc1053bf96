"""Rows of the sheets about IKU sheets and who answers for an indikator, to models."""

from collections import defaultdict
from operator import itemgetter

from kinerja.basisdata.simpan import Perubahan
from kinerja.perencanaan.models import LembarIku, PenanggungJawab
from kinerja.perencanaan.operations import baris as perencanaan
from kinerja.pertukaran.baca import Baris, IsiLembar
from kinerja.pertukaran.konteks import Konteks
from kinerja.pertukaran.masa import SELAMANYA, Masa, make_masa, tolak_terbalik, tolak_tumpang


def save_lembar_iku(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Lembar IKU"."""

    def buat(b: Baris) -> LembarIku | None:
        indikator = konteks.rujuk(isi, b, "indikator")
        lain = {k: b.isi[k] or "" for k in ("periode", "verifikasi", "keterbatasan")}
        return indikator and LembarIku(indikator_id=indikator, **lain)

    return perencanaan.save_lembar_iku(konteks.bentuk(isi, buat))


def save_penanggung_jawab(konteks: Konteks, isi: IsiLembar) -> Perubahan:
    """Sheet "Penanggung Jawab": one at a time for an indikator of a satker."""
    tolak_terbalik(konteks, isi)
    tolak_tumpang(konteks, isi, _list_masa(isi), "penanggung jawab")

    def buat(b: Baris) -> PenanggungJawab | None:
        indikator = konteks.rujuk(isi, b, "indikator")
        satker = konteks.rujuk(isi, b, "satker")
        if indikator is None or satker is None:
            return None
        return PenanggungJawab(
            indikator_id=indikator,
            satker_id=satker,
            unit_kerja_id=konteks.rujuk(isi, b, "unit_kerja", nama=(b.isi["satker"], b.isi["unit_kerja"])),
            **{k: b.isi[k] for k in ("jabatan", "berlaku_dari", "berlaku_sampai")},
        )

    return perencanaan.save_penanggung_jawab(konteks.bentuk(isi, buat))


def _list_masa(isi: IsiLembar) -> list[list[Masa]]:
    """For each indikator and satker who answers when, by date, as it will be once the file is stored."""
    medan = ("indikator__kode", "satker__kunci", "berlaku_dari", "berlaku_sampai")
    masa = {
        (i, s, d): Masa(d, akhir or SELAMANYA, None, None)
        for i, s, d, akhir in PenanggungJawab.objects.values_list(*medan)
    }
    masa |= {tuple(b.isi[k] for k in isi.lembar.tunggal): make_masa(b) for b in isi.baris}
    hasil = defaultdict(list)
    for (indikator, satker, _), satu in sorted(masa.items(), key=itemgetter(0)):
        hasil[indikator, satker].append(satu)
    return list(hasil.values())
