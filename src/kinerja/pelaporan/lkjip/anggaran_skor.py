"""A budget score in the report: its terms with weight and article, and where ours and the published one differ."""

from collections.abc import Iterator, Sequence

from kinerja.anggaran.models import Instrumen
from kinerja.anggaran.uraian import UraianSatker, UraianSkor
from kinerja.aturan.skor.uraian import HasilSkor
from kinerja.dasar.cetak import cetak_angka, cetak_persen
from kinerja.dokumen.model import Baris, Blok, Kolom, Tabel, paragraf

_Pasangan = tuple[UraianSatker, UraianSkor]


def compose_uraian(uraian: Sequence[UraianSatker], instrumen: Instrumen) -> Iterator[Blok]:
    """The weights with their article, and how the published values compare with what their elements give."""
    satu = [(u, u.smart if instrumen == Instrumen.SMART else u.ikpa) for u in uraian]
    hasil = next((s.unsur for _, s in satu if s.unsur is not None), None)
    if hasil is None:
        return
    yield _tabulate_bobot(instrumen, hasil)
    yield from _bandingkan(instrumen, [(u, s) for u, s in satu if s.selisih_unsur is not None], "unsurnya")
    yield from _bandingkan_fakta(instrumen, [(u, s) for u, s in satu if s.selisih_fakta is not None])


def _tabulate_bobot(instrumen: Instrumen, hasil: HasilSkor) -> Tabel:
    baris = tuple(
        Baris((s.label, cetak_persen(s.bobot))) for s in hasil.uraian.rincian if s.bobot is not None
    )
    return Tabel(
        f"tabel-bobot-{instrumen.value}",
        f"Bobot unsur nilai {instrumen.label}",
        (Kolom("Unsur", 60), Kolom("Bobot", 16, "kanan")),
        baris,
        catatan=f"{hasil.aturan.rumus} ({hasil.aturan.dasar_hukum}).",
    )


def _bandingkan(instrumen: Instrumen, satu: Sequence[_Pasangan], asal: str) -> Iterator[Blok]:
    """One sentence when all agree; a table of those that do not."""
    if not satu:
        return
    beda = [(u, s) for u, s in satu if s.selisih_unsur]
    sama = len(satu) - len(beda)
    if not beda:
        yield paragraf(
            f"Nilai {instrumen.label} {len(satu)} satuan kerja yang diterbitkan sama dengan hitungan dari {asal} "
            "sampai dua angka di belakang koma."
        )
        return
    yield paragraf(
        f"Nilai {instrumen.label} yang diterbitkan sama dengan hitungan dari {asal} pada {sama} dari {len(satu)} "
        f"satuan kerja. Pada {len(beda)} satuan kerja keduanya berbeda: nilai akhir dan unsurnya mungkin diambil pada "
        "hari yang berbeda."
    )
    yield Tabel(
        f"tabel-beda-{instrumen.value}",
        f"Satuan kerja yang nilai {instrumen.label}-nya berbeda dari hitungan unsurnya",
        (
            Kolom("No.", 6, "tengah"),
            Kolom("Satuan kerja", 50),
            Kolom("Terbit", 14, "kanan"),
            Kolom("Hitungan unsur", 16, "kanan"),
            Kolom("Selisih", 14, "kanan"),
        ),
        tuple(_baris(n, u, s) for n, (u, s) in enumerate(beda, 1)),
        catatan="Selisih adalah nilai terbit dikurangi hitungan unsur, dalam poin.",
    )


def _baris(nomor: int, uraian: UraianSatker, satu: UraianSkor) -> Baris:
    assert satu.terbit is not None
    assert satu.unsur is not None
    assert satu.unsur.nilai is not None
    assert satu.selisih_unsur is not None
    angka = (satu.terbit, satu.unsur.nilai, satu.selisih_unsur)
    return Baris((str(nomor), uraian.skor.satker.nama_singkat, *(cetak_angka(n, 2) for n in angka)))


def _bandingkan_fakta(instrumen: Instrumen, satu: Sequence[_Pasangan]) -> Iterator[Blok]:
    """What our own facts give, where there are any."""
    if not satu:
        return
    sama = sum(not s.selisih_fakta for _, s in satu)
    terjauh = max((abs(s.selisih_fakta) for _, s in satu if s.selisih_fakta is not None), default=None)
    jauh = "" if not terjauh else f"; selisih terjauh {cetak_angka(terjauh, 2)} poin"
    yield paragraf(
        f"Dihitung dari fakta bulanan di program ini, nilai {instrumen.label} sama dengan yang diterbitkan pada {sama} "
        f"dari {len(satu)} satuan kerja{jauh}."
    )
