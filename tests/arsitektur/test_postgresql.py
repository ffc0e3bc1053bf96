"""The throw-away PostgreSQL server is real while the command runs, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from perkakas.postgresql import find_bin
from tests.arsitektur.sumber import AKAR

PERKAKAS = [sys.executable, str(AKAR / "perkakas" / "postgresql.py")]
TANYA = """
import os, psycopg
with psycopg.connect(os.environ["KINERJA_BASIS_DATA"]) as sambungan:
    print("TEMPAT", sambungan.execute("SHOW unix_socket_directories").fetchone()[0])
"""

perlu_server = pytest.mark.skipif(find_bin() is None, reason="initdb and postgres are not installed")


@perlu_server
def test_server_hidup_selama_perintah_lalu_hilang():
    hasil = subprocess.run(
        [*PERKAKAS, sys.executable, "-c", TANYA], capture_output=True, text=True, check=True
    )
    assert hasil.stdout.startswith("PostgreSQL: running")
    tempat = Path(hasil.stdout.split("TEMPAT ")[1].strip())
    assert tempat.name.startswith("kinerja-pg-")
    assert not tempat.exists()


@perlu_server
def test_kode_keluar_perintah_diteruskan():
    gagal = [sys.executable, "-c", "import sys; sys.exit(5)"]
    assert subprocess.run([*PERKAKAS, *gagal], capture_output=True, check=False).returncode == 5


@perlu_server
def test_dihentikan_di_tengah_tetap_bersih(tmp_path):
    penanda = tmp_path / "tempat"
    tunggu = TANYA.replace("print(", f"open({str(penanda)!r}, 'w').write(").replace('"TEMPAT", ', "")
    perintah = [*PERKAKAS, sys.executable, "-c", tunggu + "\nimport time; time.sleep(300)"]
    proses = subprocess.Popen(perintah, stdout=subprocess.DEVNULL)
    try:
        while proses.poll() is None and not (penanda.exists() and penanda.read_text()):
            time.sleep(0.1)
        tempat = Path(penanda.read_text())
        assert tempat.exists()
        proses.send_signal(signal.SIGTERM)
        assert proses.wait(timeout=60) == 128 + signal.SIGTERM
    finally:
        proses.kill()
    assert not tempat.exists()


def test_tanpa_server_dikatakan_dan_bukan_galat(tmp_path):
    # A machine without PostgreSQL: nothing on the path, no versioned folder.
    program = (
        "import runpy, sys, pathlib; pathlib.Path.glob = lambda *_: iter(());"
        f"sys.argv = ['x', 'perintah-yang-tidak-ada']; runpy.run_path({PERKAKAS[1]!r}, run_name='__main__')"
    )
    lingkungan = {**os.environ, "PATH": str(tmp_path)}
    hasil = subprocess.run(
        [sys.executable, "-c", program], env=lingkungan, capture_output=True, text=True, check=False
    )
    assert hasil.returncode == 0
    assert hasil.stdout.startswith("PostgreSQL: not run")
