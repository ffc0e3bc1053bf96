"""`baca {openpyxl|calamine} BERKAS`: read every cell and do nothing with it; the number of rows."""

import sys
from pathlib import Path


def baca_openpyxl(berkas: Path) -> int:
    from openpyxl import load_workbook  # noqa: PLC0415 each reader pays for its own import only

    buku = load_workbook(berkas, read_only=True, data_only=True)
    return sum(1 for lembar in buku for _ in lembar.iter_rows(values_only=True))


def baca_calamine(berkas: Path) -> int:
    from python_calamine import load_workbook  # noqa: PLC0415

    buku = load_workbook(str(berkas))
    return sum(len(buku.get_sheet_by_name(nama).to_python()) for nama in buku.sheet_names)


print({"openpyxl": baca_openpyxl, "calamine": baca_calamine}[sys.argv[1]](Path(sys.argv[2])))
