"""`periksa BERKAS`: `kinerja telaah BERKAS --json`; the last line is how much was found. Findings are no failure."""

import json
import sys
from contextlib import redirect_stdout
from io import BytesIO, TextIOWrapper

from kinerja.antarmuka.cli import main

keluaran = TextIOWrapper(BytesIO(), "utf-8")
with redirect_stdout(keluaran):
    kode = main(["telaah", sys.argv[1], "--json"])
keluaran.seek(0)
if kode not in (0, 1):
    raise SystemExit(keluaran.read())
hasil = json.load(keluaran)
ringkas = {"fakta": hasil["fakta"], "pemeriksaan": hasil["pemeriksaan"], "temuan": len(hasil["temuan"])}
sys.stdout.write("\n" + json.dumps(ringkas) + "\n")
