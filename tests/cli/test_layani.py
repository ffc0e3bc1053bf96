"""`kinerja serve`: answers, stops when told, and says why it cannot start."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

import pytest
from tests.cli.conftest import AKAR, jalankan, make_lingkungan

from kinerja.antarmuka.cli.layani import _sarankan


def find_port() -> int:
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return soket.getsockname()[1]


def fetch(alamat: str, proses: subprocess.Popen[str]) -> tuple[int, str]:
    """The first answer of a server that is just starting."""
    for _ in range(300):
        assert proses.poll() is None, proses.stderr.read()
        try:
            with urllib.request.urlopen(alamat, timeout=10) as jawaban:
                return jawaban.status, jawaban.read().decode()
        except (URLError, ConnectionError):
            time.sleep(0.1)
    raise TimeoutError(alamat)


def start(data: Path, port: int) -> subprocess.Popen[str]:
    perintah = [sys.executable, "-m", "kinerja.antarmuka.cli", "serve", "--port", str(port)]
    lain = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(perintah, env=make_lingkungan(data), cwd=data.parent, **lain)


@pytest.mark.parametrize("isyarat", [signal.SIGINT, signal.SIGTERM])
def test_menjawab_lalu_berhenti(contoh, isyarat):
    port = find_port()
    with start(contoh, port) as proses:
        try:
            status, isi = fetch(f"http://127.0.0.1:{port}/", proses)
            lain = jalankan(contoh, "serve", "--port", str(port))
        finally:
            proses.send_signal(isyarat)
            keluar, galat = proses.communicate(timeout=30)
    assert status == 200
    assert '<html lang="id"' in isi
    assert keluar == f"Kinerja berjalan di http://127.0.0.1:{port} (Ctrl+C untuk berhenti)\n"
    assert (proses.returncode, galat) == (0, "")
    assert lain.kode == 1
    kalimat = f"http://127.0.0.1:{port} tidak dapat dipakai: sedang dipakai program lain. Ketik: "
    perintah, lain_port = lain.galat.partition(kalimat)[2].rsplit(maxsplit=1)
    assert perintah == "kinerja serve --port"
    assert port < int(lain_port) <= port + 20


@pytest.mark.parametrize(
    ("host", "sebab"), [("198.51.100.7", "bukan alamat komputer ini"), ("tidak.ada.invalid", "tidak dikenal")]
)
def test_alamat_yang_salah(contoh, host, sebab):
    hasil = jalankan(contoh, "serve", "--host", host, "--port", str(find_port()))
    assert (hasil.kode, hasil.keluar) == (1, "")
    assert sebab in hasil.galat
    assert "Coba --host lain." in hasil.galat


def test_perintah_pengganti_lengkap_menurut_cara_memanggilnya(monkeypatch):
    with socket.socket() as soket:
        soket.bind(("127.0.0.2", 0))
        soket.listen()
        port = soket.getsockname()[1]
        monkeypatch.setenv("PATH", "/tiada")
        monkeypatch.setattr("sys.argv", [".venv/bin/kinerja", "serve"])
        assert (
            _sarankan("127.0.0.2", port - 1)
            != f"Ketik: .venv/bin/kinerja serve --host 127.0.0.2 --port {port}"
        )
        assert _sarankan("127.0.0.2", port).startswith(
            "Ketik: .venv/bin/kinerja serve --host 127.0.0.2 --port "
        )
    # A port of the administrator is not followed by the next one.
    assert 8000 <= int(_sarankan("127.0.0.1", 80).split()[-1]) < 8020
    monkeypatch.setattr("sys.argv", ["/x/__main__.py"])
    assert _sarankan("127.0.0.1", 80).startswith("Ketik: kinerja serve --port 80")


@pytest.mark.parametrize(("argumen", "port"), [([], "8000"), (["PORT=8080"], "8080")])
def test_make_run_pada_port_pilihan(argumen, port):
    hasil = subprocess.run(
        ["make", "--no-print-directory", "-n", "run", *argumen],
        cwd=AKAR,
        capture_output=True,
        text=True,
        check=True,
    )
    assert hasil.stdout.splitlines()[-1] == f".venv/bin/kinerja serve --port {port}"
