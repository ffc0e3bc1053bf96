"""The English catalogue: `python -m perkakas.bahasa` extracts every text a user sees and compiles what is translated.

Sources are the `gettext` calls of the package, the `translate` tags of its templates, and the labels of the rooms
that know no Django (`list_istilah`). Needs no program beside Babel.
"""

import ast
import io
import os
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

AKAR = Path(__file__).resolve().parent.parent
SUMBER = AKAR / "src" / "kinerja"
KATALOG = SUMBER / "locale" / "en" / "LC_MESSAGES" / "django.po"
KATA_KUNCI = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


def extract_templat(
    berkas: IO[bytes], kata_kunci: Mapping[str, Any], tanda: list[str], options: dict[str, Any]
) -> Iterator[Any]:
    """A Babel extractor for Django templates."""
    from django.utils.translation.template import templatize  # noqa: PLC0415 only after settings are chosen

    # Inside brackets Python's tokenizer does not mind how the text between the calls is indented.
    isi = f"({templatize(berkas.read().decode())}\n)"
    yield from extract_python(io.BytesIO(isi.encode()), kata_kunci, tanda, {**options, "encoding": "utf-8"})


def extract_kode(
    berkas: IO[bytes], kata_kunci: Mapping[str, Any], _tanda: list[str], **_lain: Any
) -> Iterator[Any]:
    """A Babel extractor for Python that also sees a call inside an f-string, which Babel's own does not."""
    for simpul in ast.walk(ast.parse(berkas.read())):
        if not isinstance(simpul, ast.Call):
            continue
        nama = ast.unparse(simpul.func).rpartition(".")[2]
        if nama in kata_kunci:
            teks = tuple(a.value if isinstance(a, ast.Constant) else None for a in simpul.args)
            yield simpul.lineno, nama, teks, []


METODE = [("**/templates/**.html", extract_templat), ("**.py", extract_kode)]


def list_istilah() -> dict[str, str]:
    """Labels that the pages take from other rooms and translate when they show them -> the module they stand in."""
    import django  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinerja.konfigurasi.settings")
    django.setup()
    from kinerja.akses.izin import PERAN_DITUGASKAN  # noqa: PLC0415
    from kinerja.anggaran.models import Instrumen, JenisBelanja  # noqa: PLC0415
    from kinerja.dasar.cetak import cetak_rupiah_ringkas  # noqa: PLC0415
    from kinerja.dasar.periode import nama_bulan  # noqa: PLC0415
    from kinerja.pelaporan import kelengkapan as k  # noqa: PLC0415
    from kinerja.pelaporan.queries import NARASI_INDIKATOR  # noqa: PLC0415
    from kinerja.perencanaan import models as p  # noqa: PLC0415

    pilihan = (p.PilihanPolaritas, p.PilihanAgregasiBulan, p.PilihanAgregasiSatker, p.CaraHitung)
    kelompok = {
        "akses/izin.py": [p.label for p in PERAN_DITUGASKAN],
        "perencanaan/models/indikator.py": [label for c in pilihan for label in c.labels],
        "anggaran/models.py": JenisBelanja.labels,
        "pelaporan/queries.py": NARASI_INDIKATOR.values(),
        "pelaporan/kelengkapan.py": [
            *k.NARASI_BAGIAN.values(),
            *(k.PENYUSUN, k.KEPEGAWAIAN, k.KEUANGAN),
            *(k.SATUAN_KERJA, k.STRUKTUR, k.MISI, k.ANGGARAN_SASARAN, k.ANGGARAN_BELANJA, k.KEHADIRAN),
            *map(k.name_celah_skor, Instrumen),
        ],
        "dasar/periode.py": map(nama_bulan, range(1, 13)),
        "dasar/cetak.py": [cetak_rupiah_ringkas(10**pangkat).rpartition(" ")[2] for pangkat in (3, 6, 9, 12)],
        "pengukuran/cetak.py": ["terhadap"],
    }
    return {str(kata): modul for modul, daftar in kelompok.items() for kata in daftar}


def extract() -> Catalog:
    """Every text a user may see, without translations; the places name files, not lines, which move too often."""
    katalog = Catalog()
    for berkas, _, kalimat, _, konteks in extract_from_dir(SUMBER, METODE, keywords=KATA_KUNCI):
        katalog.add(kalimat, locations=[(berkas, 0)], context=konteks)
    for kata, modul in list_istilah().items():
        katalog.add(kata, locations=[(modul, 0)])
    return katalog


def read_katalog() -> Catalog:
    """The English catalogue as it is in the repository."""
    with KATALOG.open("rb") as berkas:
        return read_po(berkas, locale="en")


def compile_katalog(katalog: Catalog) -> bytes:
    """The content of the .mo file."""
    berkas = io.BytesIO()
    write_mo(berkas, katalog)
    return berkas.getvalue()


def perbarui() -> Catalog:
    """Bring .po and .mo up to the sources; what is new waits for its translation, what is gone is dropped."""
    katalog = read_katalog() if KATALOG.exists() else _buat_baru()
    katalog.update(extract(), no_fuzzy_matching=True, update_creation_date=False)
    katalog.obsolete.clear()
    KATALOG.parent.mkdir(parents=True, exist_ok=True)
    with KATALOG.open("wb") as berkas:
        write_po(berkas, katalog, width=110, sort_output=True, include_lineno=False)
    KATALOG.with_suffix(".mo").write_bytes(compile_katalog(katalog))
    return katalog


def _buat_baru() -> Catalog:
    sekarang = datetime.now(UTC)
    return Catalog(
        locale="en",
        header_comment="# English for the pages and the command line of Kinerja. Refreshed by `make bahasa`.",
        project="kinerja",
        version="0.1",
        creation_date=sekarang,
        revision_date=sekarang,
        last_translator="Kinerja",
        language_team="English",
        msgid_bugs_address="",
        fuzzy=False,
    )


def list_belum_diterjemahkan(katalog: Catalog) -> list[str]:
    """Texts without an English wording."""
    return [str(m.id) for m in katalog if m.id and not all(m.string if m.pluralizable else [m.string])]


def main() -> int:
    """Refresh the catalogue; 1 while something is untranslated."""
    belum = list_belum_diterjemahkan(perbarui())
    for kalimat in belum:
        print(f"not translated: {kalimat}")
    return bool(belum)


if __name__ == "__main__":
    sys.exit(main())
