"""Tables: caption, grouped header with scopes, rows; in a box that scrolls sideways on a narrow screen."""

from __future__ import annotations

from kinerja.dokumen.html.konteks import Konteks
from kinerja.dokumen.html.unsur import Elemen, sisip, tulis
from kinerja.dokumen.kepala import KelompokKolom, kelompokkan
from kinerja.dokumen.model import Baris, Tabel

_RATA = {"kiri": "", "tengah": "lkjip-tengah", "kanan": "lkjip-kanan"}


def tulis_tabel(k: Konteks, induk: Elemen, tabel: Tabel) -> None:
    """The table and the remark beneath it."""
    jangkar = k.jangkar[tabel.id]
    gulir = sisip(induk, "div", "lkjip-gulir", role="region", aria_labelledby=f"{jangkar}-judul", tabindex=0)
    table = sisip(gulir, "table", "lkjip-tabel lkjip-lebar" if tabel.mendatar else "lkjip-tabel", id=jangkar)
    caption = sisip(table, "caption", id=f"{jangkar}-judul")
    tulis(sisip(caption, "span", "lkjip-label"), k.nomor.label[tabel.id])
    tulis(caption, f" {tabel.judul}")
    _tulis_kepala(table, kelompokkan(tabel.kolom))
    _tulis_badan(table, tabel)
    if tabel.catatan:
        tulis(sisip(induk, "p", "lkjip-keterangan"), tabel.catatan)


def _tulis_kepala(table: Elemen, kelompok: tuple[KelompokKolom, ...]) -> None:
    """Columns and header; `scope="colgroup"` only means something when the column groups are declared."""
    for satu in kelompok:
        sisip(table, "colgroup", span=len(satu.kolom))
    bertingkat = any(satu.judul for satu in kelompok)
    thead = sisip(table, "thead")
    atas = sisip(thead, "tr")
    bawah = sisip(thead, "tr") if bertingkat else atas
    for satu in kelompok:
        if satu.judul:
            tulis(sisip(atas, "th", scope="colgroup", colspan=len(satu.kolom)), satu.judul)
            for kolom in satu.kolom:
                tulis(sisip(bawah, "th", scope="col"), kolom.judul)
        else:
            th = sisip(atas, "th", scope="col")
            if bertingkat:
                th.set("rowspan", "2")
            tulis(th, satu.kolom[0].judul)


def _tulis_badan(table: Elemen, tabel: Tabel) -> None:
    """Rows; each group of rows is a <tbody> of its own, as its header's `scope="rowgroup"` demands."""
    rata = [_RATA[kolom.rata] for kolom in tabel.kolom]
    tbody = sisip(table, "tbody")
    for baris in tabel.baris:
        if baris.jenis == "kelompok":
            if len(tbody):
                tbody = sisip(table, "tbody")
            (judul,) = baris.sel
            tr = sisip(tbody, "tr", "lkjip-kelompok")
            tulis(sisip(tr, "th", scope="rowgroup", colspan=len(rata)), judul)
        else:
            _tulis_baris(tbody, baris, rata)


def _tulis_baris(tbody: Elemen, baris: Baris, rata: list[str]) -> None:
    jumlah = baris.jenis == "jumlah"
    tr = sisip(tbody, "tr", "lkjip-jumlah" if jumlah else "")
    kepala = next((n for n, sel in enumerate(baris.sel) if sel.strip()), None) if jumlah else None
    for urutan, (sel, kelas) in enumerate(zip(baris.sel, rata, strict=True)):
        if urutan == kepala:
            tulis(sisip(tr, "th", kelas, scope="row"), sel)
        else:
            tulis(sisip(tr, "td", kelas), sel)
