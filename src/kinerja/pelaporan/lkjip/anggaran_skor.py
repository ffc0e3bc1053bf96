"""A budget score in the report: its terms with weight and article, and where ours and the published one differ."""

from collections.abc import Iterator, Sequence

from kinerja.anggaran.models import Instrumen
from kinerja.anggaran.uraian import UraianSatker, UraianSkor
from kinerja.aturan.skor.uraian import HasilSkor, Suku
from kinerja.dasar.cetak import cetak_angka, cetak_persen
from kinerja.dokumen.model import Baris, Blok, Kolom, Tabel, paragraf
from kinerja.pengukuran.cetak import TIDAK_ADA

UNSUR_TEGAK = 5
"""A score with more elements than this needs a landscape page."""
_Pasangan = tuple[UraianSatker, UraianSkor]


def compose_uraian(uraian: Sequence[UraianSatker], instrumen: Instrumen) -> Iterator[Blok]:
    """The weights with their article, and how the published values compare with what their elements give."""
    satu = [(u, u.smart if instrumen == Instrumen.SMART else u.ikpa) for u in uraian]
    hasil = next((s.unsur for _, s in satu if s.unsur is not None), None)
    if hasil is None:
        return
    yield _tabulate_bobot(instrumen, hasil)
    yield from _bandingkan(instrumen, [(u, s) for u, s in satu if s.selisih_unsur is not None])
    # A score from half of the facts would look like an error of the ministry.
    lengkap = [(u, s) for u, s in satu if s.selisih_fakta is not None and not u.kurang]
    yield from _bandingkan_fakta(instrumen, lengkap)


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


def _bandingkan(instrumen: Instrumen, satu: Sequence[_Pasangan]) -> Iterator[Blok]:
    """One sentence when all agree; a table of those that do not."""
    if not satu:
        return
    beda = [(u, s) for u, s in satu if s.selisih_unsur]
    sama = len(satu) - len(beda)
    if not beda:
        yield paragraf(
            f"Nilai {instrumen.label} {len(satu)} satuan kerja yang diterbitkan sama dengan hitungan dari unsurnya "
            "sampai dua angka di belakang koma."
        )
        return
    yield paragraf(
        f"Nilai {instrumen.label} yang diterbitkan sama dengan hitungan dari unsurnya pada {sama} dari {len(satu)} "
        f"satuan kerja. Pada {len(beda)} satuan kerja keduanya berbeda: nilai akhir dan unsurnya mungkin diambil pada "
        "hari yang berbeda."
    )
    yield _tabulate_beda(instrumen, beda)


def _tabulate_beda(instrumen: Instrumen, beda: Sequence[_Pasangan]) -> Tabel:
    """What each element adds to the score, their sum, and the published value."""
    unsur = dict.fromkeys(s.label for _, satu in beda for s in _list_suku(satu))
    return Tabel(
        f"tabel-beda-{instrumen.value}",
        f"Sumbangan tiap unsur pada satuan kerja yang nilai {instrumen.label}-nya berbeda",
        (
            Kolom("No.", 6, "tengah"),
            Kolom("Satuan kerja", 40),
            *(Kolom(label, 14, "kanan") for label in unsur),
            Kolom("Hitungan unsur", 12, "kanan"),
            Kolom("Terbit", 12, "kanan"),
            Kolom("Selisih", 12, "kanan"),
        ),
        tuple(_baris(n, u, s, tuple(unsur)) for n, (u, s) in enumerate(beda, 1)),
        mendatar=len(unsur) > UNSUR_TEGAK,
        catatan="Sumbangan adalah nilai unsur kali bobotnya. Selisih adalah nilai terbit dikurangi hitungan unsur.",
    )


def _list_suku(satu: UraianSkor) -> list[Suku]:
    return [] if satu.unsur is None else [s for s in satu.unsur.uraian.rincian if s.bobot is not None]


def _baris(nomor: int, uraian: UraianSatker, satu: UraianSkor, unsur: Sequence[str]) -> Baris:
    sumbangan = {s.label: s.sumbangan for s in _list_suku(satu)}
    hitungan = satu.unsur.nilai if satu.unsur else None
    angka = (*(sumbangan.get(label) for label in unsur), hitungan, satu.terbit, satu.selisih_unsur)
    sel = (TIDAK_ADA if n is None else cetak_angka(n, 2) for n in angka)
    return Baris((str(nomor), uraian.skor.satker.nama_singkat, *sel))


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
